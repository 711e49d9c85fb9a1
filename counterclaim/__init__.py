"""Reads conflict reporting into a ledger of attributed, contested claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counterclaim.model.version import VERSION as __version__

if TYPE_CHECKING:
    from counterclaim.api import Casebook, Rows, open, read  # noqa: A004 - `counterclaim.open`

__all__ = ["Casebook", "Rows", "__version__", "open", "read"]


def __getattr__(name: str) -> object:
    """Import a public name when it is asked for: `import counterclaim` costs next to nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'counterclaim' has no attribute '{name}'")
    from counterclaim import api

    return getattr(api, name)
