"""The page of all commands, made from their --help: `python -m tests.cli.manual` writes it."""

from pathlib import Path

import click

from counterclaim.cli import COMMANDS
from counterclaim.cli.program import program

PAGE = Path(__file__).parent.parent.parent / "docs" / "commands.md"
OPENING = """# The commands

Data goes to standard output, talk to standard error. `--json` writes one object whose `schema`
says what it is: `counterclaim/ledger/1`, `/document/1`, `/statement/1`, `/coverage/1`,
`/explanation/1`, `/search/1`, `/disputes/1`, `/events/1`, `/timeline/1`, `/verification/1`,
`/doctor/1` ...
([the ledger, key by key](json.md)).

| exit code | means |
| --- | --- |
| 0 | done |
| 1 | an internal error, or the system refused (a full disk); `-v` prints the traceback of a bug |
| 2 | wrong use: an option, an id, a folder without a case |
| 3 | done, but some documents failed; they are listed with the next step |
| 4 | verification failed: the case is not what was written |
| 5 | another process is writing the case |
| 130 | interrupted; run the same command again to resume |

The case is `--case`, else the environment's `COUNTERCLAIM_CASE`, else `./counterclaim-case`.
`read FILE --json` uses none. An ID is any id of the ledger, the beginning of one, or the key of a
document (the name of its file, or the id of its row). `NO_COLOR` turns colours off; a pipe gets
none. Control characters in the words of documents are shown (`␛`), never obeyed. A long `read`
tells its rate and the time left: moving on a terminal, one plain line every ten seconds elsewhere.

This page is made from `--help`.
"""


def manual() -> str:
    """Return the page."""
    return OPENING + "".join(_chapter(name) for name in COMMANDS)


def _chapter(name: str) -> str:
    parent = click.Context(program, info_name="counterclaim", **program.context_settings)
    command = program.get_command(parent, name)
    assert command is not None
    context = click.Context(command, info_name=name, parent=parent, terminal_width=80)
    return f"\n## counterclaim {name}\n\n```\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(manual(), "utf-8")
