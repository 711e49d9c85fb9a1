"""How far a long run is: a moving line on a terminal, a plain line every ten seconds elsewhere."""

from __future__ import annotations

import sys
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

import click

from counterclaim.cli.terminal import harmless, is_quiet
from counterclaim.cli.wrapping import clipped, duration, screen_width

if TYPE_CHECKING:
    from counterclaim.model.run import Progress

EVERY = 10.0  # seconds between plain lines
REFRESH = 0.1  # seconds between two states of the moving line
ERASE = "\r\x1b[K"


class Reporter:
    """Prints progress to standard error; call it with each state, close it at the end."""

    def __init__(self) -> None:
        self.moving = sys.stderr.isatty()
        self.quiet = is_quiet()
        self.last = monotonic() - (REFRESH if self.moving else 0.0)
        self.since: Progress | None = None

    def __call__(self, progress: Progress) -> None:
        """Print the state, unless one was printed just now."""
        if self.since is None and progress.total is not None:
            self.since = progress
        now = monotonic()
        if self.quiet or now - self.last < (REFRESH if self.moving else EVERY):
            return
        self.last = now
        if self.moving:
            text = clipped(harmless(described(progress, self.since)), screen_width() - 1)
            click.echo(ERASE + text, err=True, nl=False, color=True)
        else:
            click.echo(harmless(described(progress, self.since)), err=True)

    def __enter__(self) -> Reporter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.moving and not self.quiet:
            click.echo(ERASE, err=True, nl=False, color=True)


def described(progress: Progress, since: Progress | None = None) -> str:
    """Say how far it is, how fast, and how long it will take.

    The rate counts from `since`, the state in which reading began: opening the files costs less.
    """
    of = f" of {progress.total}" if progress.total else ""
    failed = f", {progress.failed} failed" if progress.failed else ""
    done, seconds = (since.done, since.seconds) if since else (0, 0.0)
    passed = progress.seconds - seconds
    rate = (progress.done - done) / passed if passed > 0 else 0.0
    return f"read {progress.done}{of}{failed}{_speed(rate)}{_left(progress, rate)} {progress.path}"


def _speed(rate: float) -> str:
    return f", {rate:.1f} a second" if rate else ""


def _left(progress: Progress, rate: float) -> str:
    if not progress.total or not rate:
        return ""
    return f", {duration((progress.total - progress.done) / rate)} left"
