"""The `counterclaim` command."""

from __future__ import annotations

from collections.abc import Mapping

COMMANDS: Mapping[str, str] = {
    "demo": "counterclaim.cli.demo:demo",
    "read": "counterclaim.cli.read:read",
    "open": "counterclaim.cli.serve:open_page",
    "serve": "counterclaim.cli.serve:serve",
    "disputes": "counterclaim.cli.disputes:disputes",
    "events": "counterclaim.cli.events:events",
    "timeline": "counterclaim.cli.events:timeline",
    "actor": "counterclaim.cli.actor:actor",
    "show": "counterclaim.cli.show:show",
    "explain": "counterclaim.cli.explain:explain",
    "search": "counterclaim.cli.search:search",
    "check": "counterclaim.cli.check:check",
    "diff": "counterclaim.cli.diff:diff",
    "compare": "counterclaim.cli.compare:compare",
    "export": "counterclaim.cli.export:export",
    "verify": "counterclaim.cli.verify:verify",
    "doctor": "counterclaim.cli.doctor:doctor",
    "places": "counterclaim.cli.places:places",
    "completion": "counterclaim.cli.completion:completion",
}


def main() -> None:
    """Run the command line of this process, and end the process with its exit code."""
    import os
    import sys
    from io import TextIOWrapper

    from counterclaim.cli.program import run
    from counterclaim.processes import ONE_THREAD

    os.environ.update(ONE_THREAD | os.environ)  # before any library reads it
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by the shell: no file of ours may take its number
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal may lack a letter of a document
    sys.exit(run(sys.argv[1:]))
