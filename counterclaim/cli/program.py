"""The command line as a whole: which command is meant, and what its end says to the shell."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module

import click

from counterclaim import __version__
from counterclaim.cli import COMMANDS
from counterclaim.cli.options import nearest, talk_options
from counterclaim.cli.terminal import complain
from counterclaim.errors import (
    CounterclaimError,
    LedgerBusy,
    LedgerDamaged,
    LedgerFull,
    SpanError,
)

INTERNAL, USAGE, SOME_FAILED, DAMAGED, BUSY, INTERRUPTED = 1, 2, 3, 4, 5, 130
EXIT_CODES: tuple[tuple[type[CounterclaimError], int], ...] = (
    (LedgerBusy, BUSY),
    (LedgerDamaged, DAMAGED),
    (LedgerFull, INTERNAL),
    (SpanError, INTERNAL),
    (CounterclaimError, USAGE),
)
MEANINGS = """Exit codes: 0 done, 1 internal error, 2 wrong use, 3 done but some documents failed,
4 verification failed, 5 another process is writing the case, 130 interrupted."""


class Program(click.Group):
    """The group of all commands; each is imported when it is run, or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the commands in the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command, or return None where no command has the name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        found: click.Command = getattr(import_module(module), name)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant, or name the nearest one."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            hint = nearest(args[0], COMMANDS) or f" There are: {', '.join(COMMANDS)}"
            raise click.UsageError(f"No such command '{args[0]}'.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a reader that stops listening (`| head`) is no error."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        return result


@click.group(cls=Program, epilog=MEANINGS, context_settings={"help_option_names": ["-h", "--help"]})
@talk_options
@click.version_option(__version__, prog_name="counterclaim")
def program() -> None:
    """Who says what happened, and who says otherwise.

    Reads reports on armed conflict into a ledger of attributed, contested claims. Start with
    `counterclaim demo`, then `counterclaim read` with your own files.
    """


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code. What went wrong is said in one line."""
    try:
        result = program.main(list(arguments), prog_name="counterclaim", standalone_mode=False)
    except (Exception, KeyboardInterrupt) as error:
        if {"-v", "--verbose"} & set(arguments) and not isinstance(error, click.ClickException):
            traceback.print_exception(error)
        return next(end(error) for kind, end in ENDS if isinstance(error, kind))
    return result if isinstance(result, int) else 0


def _show_help(error: click.exceptions.NoArgsIsHelpError) -> int:
    click.echo(error.format_message(), err=True)
    return USAGE


def _misused(error: click.ClickException) -> int:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "counterclaim"
    complain(error.format_message(), f"See: {path} --help")
    return USAGE


def _mendable(error: CounterclaimError) -> int:
    complain(error.message, error.next_step)
    return next(code for kind, code in EXIT_CODES if isinstance(error, kind))


def _interrupted(_: BaseException) -> int:
    complain("interrupted", "What was read is kept: run the same command again to resume")
    return INTERRUPTED


def _refused(error: OSError) -> int:
    """Say what the system did not allow: a full disk, a folder that may not be written."""
    name = f"{error.filename}: " if error.filename else ""
    complain(
        f"{name}{error.strerror or error}", "Check the path, its permissions and the space left"
    )
    return INTERNAL


def _failed(error: Exception) -> int:
    complain(
        f"internal error: {type(error).__name__}: {error}",
        "Run the command again with -v and report what it prints, with `counterclaim doctor`",
    )
    return INTERNAL


ENDS: tuple[
    tuple[type[BaseException] | tuple[type[BaseException], ...], Callable[..., int]], ...
] = (
    (click.exceptions.NoArgsIsHelpError, _show_help),
    (click.ClickException, _misused),
    (CounterclaimError, _mendable),
    ((click.Abort, KeyboardInterrupt), _interrupted),
    (OSError, _refused),
    (Exception, _failed),
)
