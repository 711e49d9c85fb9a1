"""`counterclaim open` and `counterclaim serve`: the page, with and without a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from counterclaim.cli.options import case_folder, talk_options
from counterclaim.cli.terminal import say

LOCAL = "127.0.0.1"
F = TypeVar("F", bound=Callable[..., Any])


def page_options(command: F) -> F:
    """Add the case, where to answer, and under whose name decisions are kept."""
    folder = click.argument(
        "case", type=click.Path(path_type=Path, file_okay=False), required=False
    )
    port = click.option(
        "--port", type=click.IntRange(0, 65535), default=0, help="Default: any that is free."
    )
    host = click.option(
        "--host", default=LOCAL, show_default=True, help="This machine; no other is allowed."
    )
    name = click.option(
        "--reviewer", default="", help="Whose name stands beside decisions. Default: your login."
    )
    return folder(port(host(name(command))))


@click.command(name="open")
@page_options
@talk_options
def open_page(case: Path | None, port: int, host: str, reviewer: str) -> None:
    """Open the page of a case in the browser.

    CASE is the folder of the case; one that is not there yet is made, and files can be dropped
    into it. The page is for this machine and this browser alone. Ctrl-C ends it.
    """
    _serve(case, port, host, reviewer, show_in_browser)


def show_in_browser(address: str) -> None:
    """Say where the page is, and open it in the user's browser."""
    import webbrowser

    say(f"The page is at {address}")
    say("The address is good once, for one browser. Ctrl-C ends the page.")
    webbrowser.open(address)


@click.command()
@page_options
@talk_options
def serve(case: Path | None, port: int, host: str, reviewer: str) -> None:
    """Serve the page of a case, and print its address, without a browser.

    CASE is the folder of the case; one that is not there yet is made. The address is good once,
    for one browser on this machine. Ctrl-C ends the page.
    """
    _serve(case, port, host, reviewer, click.echo)


def open_case(folder: Path) -> None:
    """Open the page of a case in the browser, until Ctrl-C."""
    _serve(folder, 0, LOCAL, "", show_in_browser)


def _serve(
    case: Path | None, port: int, host: str, reviewer: str, ready: Callable[[str], None]
) -> None:
    from contextlib import suppress
    from getpass import getuser

    from counterclaim.case import Case
    from counterclaim.page.server import serve as serve_page

    folder = case_folder(case)
    Case.create(folder).close()
    with suppress(KeyboardInterrupt):
        serve_page(folder, reviewer or getuser(), ready, host, port)
