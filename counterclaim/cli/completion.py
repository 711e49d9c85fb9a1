"""`counterclaim completion`: what a shell needs to complete commands and options."""

from __future__ import annotations

import click

from counterclaim.cli.options import Choice, talk_options
from counterclaim.cli.terminal import say, show

PLACES = {
    "bash": 'eval "$(counterclaim completion bash)"  in ~/.bashrc',
    "zsh": 'eval "$(counterclaim completion zsh)"  in ~/.zshrc',
    "fish": "counterclaim completion fish > ~/.config/fish/completions/counterclaim.fish",
}


@click.command()
@click.argument("shell", type=Choice(tuple(PLACES)))
@talk_options
def completion(shell: str) -> None:
    """Write completions for SHELL: bash, zsh or fish."""
    from click.shell_completion import get_completion_class

    from counterclaim.cli.program import program

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"click knows no completion for {shell}")
    show(kind(program, {}, "counterclaim", "_COUNTERCLAIM_COMPLETE").source())
    say(f"To have it in every session: {PLACES[shell]}")
