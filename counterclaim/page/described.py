"""The API in words of OpenAPI: what each screen answers with, from the types of its values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_type_hints

import msgspec

from counterclaim.page.respond import SCHEMA, Screen

COMPONENTS = "#/components/schemas/{name}"
ERROR = "Refusal"
REFUSED = {"404": "Nothing has this id", "422": "Not understood"}
DONE = {"default": {"description": "A page, a file, or the way to a page; why not, where refused"}}
VALIDATION = ("HTTPValidationError", "ValidationError")
"""FastAPI's own words for what is not understood: the page says it in the words of all errors."""


def describe(api: dict[str, Any], screens: Sequence[Screen]) -> dict[str, Any]:
    """Add the schemas of all answers to what FastAPI says of the addresses.

    What is refused is told as the page tells it; what is no screen answers with no values.
    """
    views = [get_type_hints(screen.build)["return"] for screen in screens]
    schemas, parts = msgspec.json.schema_components(views, ref_template=COMPONENTS)
    known = api.setdefault("components", {}).setdefault("schemas", {})
    known.update({**parts, ERROR: _refusal()})
    for name in VALIDATION:
        known.pop(name, None)
    for told in api["paths"].values():
        for method in told.values():
            method["responses"] = dict(DONE)
    for screen, schema in zip(screens, schemas, strict=True):
        named = {
            "properties": {"schema": {"const": SCHEMA.format(screen.kind)}},
            "required": ["schema"],
        }
        answer = {"application/json": {"schema": {"allOf": [schema, named]}}}
        shown = {"200": {"description": "The screen", "content": answer}}
        api["paths"][screen.json_path]["get"]["responses"] = shown | _refusals()
    return api


def _refusals() -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": COMPONENTS.format(name=ERROR)}}}
    return {code: {"description": why, "content": content} for code, why in REFUSED.items()}


def _refusal() -> dict[str, Any]:
    """Say how the page says what went wrong, and what to do next."""
    words = {"message": {"type": "string"}, "next_step": {"type": "string"}}
    schema = {"schema": {"const": SCHEMA.format("error")}}
    return {"type": "object", "properties": {**schema, **words}, "required": [*schema, *words]}
