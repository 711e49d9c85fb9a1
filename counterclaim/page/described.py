"""The API in words of OpenAPI: what each screen answers with, from the types of its values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_type_hints

import msgspec

from counterclaim.page.respond import SCHEMA, Screen

COMPONENTS = "#/components/schemas/{name}"


def describe(api: dict[str, Any], screens: Sequence[Screen]) -> dict[str, Any]:
    """Add the schemas of all answers to what FastAPI says of the addresses."""
    views = [get_type_hints(screen.build)["return"] for screen in screens]
    schemas, parts = msgspec.json.schema_components(views, ref_template=COMPONENTS)
    api.setdefault("components", {}).setdefault("schemas", {}).update(parts)
    for screen, schema in zip(screens, schemas, strict=True):
        named = {
            "properties": {"schema": {"const": SCHEMA.format(screen.kind)}},
            "required": ["schema"],
        }
        answer = {"application/json": {"schema": {"allOf": [schema, named]}}}
        api["paths"][screen.json_path]["get"]["responses"]["200"]["content"] = answer
    return api
