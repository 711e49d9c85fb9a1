"""Whatever is asked of the API, it answers as it describes itself, and never fails."""

from http import HTTPStatus

import pytest
import schemathesis
from hypothesis import given, settings
from schemathesis import GenerationMode
from schemathesis.core.result import Ok

from tests.page.conftest import Page

ASKED = 25
"""Requests of every address: as described, and not."""
NUMBERED = "page"


def asked_of(page: Page, mode: GenerationMode) -> set[HTTPStatus]:
    """Ask every address for anything, and hold each answer to the description."""
    api = schemathesis.openapi.from_dict(page.client.get("/openapi.json").json())
    found: set[HTTPStatus] = set()
    for told in api.get_all_operations():
        assert isinstance(told, Ok), "the description itself is not sound"
        operation = told.ok()
        typed = NUMBERED in {each.name for each in operation.query}
        if mode is GenerationMode.NEGATIVE and not typed:  # no text is wrong as a text
            continue

        @settings(max_examples=ASKED, deadline=None, database=None, derandomize=True)
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case):
            answer = page.client.request(case.method, case.formatted_path, params=case.query)
            found.add(HTTPStatus(answer.status_code))
            assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR, answer.text
            case.validate_response(answer)

        ask()
    return found


@pytest.mark.parametrize(
    ("mode", "answered"),
    [
        (GenerationMode.POSITIVE, {HTTPStatus.OK, HTTPStatus.NOT_FOUND}),
        (GenerationMode.NEGATIVE, {HTTPStatus.UNPROCESSABLE_ENTITY}),
    ],
)
def test_every_request_is_answered_as_described(page: Page, mode, answered):
    assert answered <= asked_of(page, mode)
