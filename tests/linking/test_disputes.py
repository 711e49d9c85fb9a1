"""Who affirms, who denies, and how many of them know it of themselves."""

from dataclasses import replace

import pytest

from counterclaim.linking import find_copies, find_disputes, link_actors, link_claims, rule_book
from counterclaim.linking.origins import count_origins
from counterclaim.model.claim import Corroboration, Dispute, DisputeState
from counterclaim.model.record import Reading
from counterclaim.model.statement import SourceType
from tests.linking.told import told

SHOT = "the shell was fired from Eastbank"
SAID = f"assert + | [source Tarn] said that [content {SHOT}]."
DENIED = f"deny - | [source Eastbank] denied that [content {SHOT}]."


def linked(*readings: Reading) -> tuple[tuple[Dispute, ...], tuple[Corroboration, ...]]:
    claims = link_claims(readings, link_actors(readings, []), [])
    origins = count_origins(readings, claims, find_copies(readings))
    return find_disputes(readings, claims, origins), origins.corroboration


def from_source(reading: Reading, type: SourceType) -> Reading:
    """Let a source of this type say all that a reading holds."""
    statements = [replace(s, source=replace(s.source, type=type)) for s in reading.statements]
    return replace(reading, statements=tuple(statements))


def test_a_claim_and_its_denial_are_a_contested_dispute():
    [dispute], _ = linked(told(SAID), told(DENIED, outlet="Daily"))
    assert dispute.state is DisputeState.CONTESTED
    assert dispute.question == f"Is it true that {SHOT}?"
    assert [(side.polarity, side.held_by, side.origins) for side in dispute.sides] == [
        ("+", ("Tarn",), 1),
        ("-", ("Eastbank",), 1),
    ]


def test_a_rejected_claim_is_a_dispute_within_one_sentence():
    [dispute], _ = linked(
        told(
            "deny - | [source Eastbank] [cue rejected] "
            f"[source:Tarn Tarn]'s [cue claim] that [content {SHOT}]."
        )
    )
    assert dispute.state is DisputeState.CONTESTED


def test_rejected_remarks_on_a_topic_are_only_possibly_a_dispute():
    [dispute], _ = linked(
        told(
            "deny - | [source Eastbank] [cue rejected] "
            "[source:Tarn Tarn]'s [cue remarks about] [content the shelling of the east bank]."
        )
    )
    assert dispute.state is DisputeState.POSSIBLE


@pytest.mark.parametrize("type", ["unnamed", "author", "outlet"])
def test_a_side_that_nobody_stands_for_by_name_makes_a_dispute_only_possible(type: str):
    [dispute], _ = linked(told(SAID), from_source(told(DENIED, outlet="Daily"), SourceType(type)))
    assert dispute.state is DisputeState.POSSIBLE


def test_not_to_believe_is_not_to_deny():
    doubted = told(DENIED.replace("deny -", "assert -"), outlet="Daily")
    [dispute], _ = linked(told(SAID), doubted)
    assert dispute.state is DisputeState.POSSIBLE


def test_two_ways_to_read_one_sentence_make_a_dispute_only_possible():
    line = (
        f"deny - | [source Eastbank] rejected [source:Tarn Tarn]'s plan and that [content {SHOT}]."
    )
    reading = told(line)
    unrelated = [replace(s, embedded_in=None) for s in reading.statements]
    [dispute], _ = linked(replace(reading, statements=tuple(unrelated)))
    assert dispute.state is DisputeState.POSSIBLE


def test_a_denial_in_general_makes_a_dispute_only_possible():
    denial = "deny - | [source Eastbank] [cue rejected] [content these claims]."
    reading = told(SAID, denial)
    charge, answer = reading.statements
    answering = replace(answer, general=True, answers=charge.id)
    [dispute], _ = linked(replace(reading, statements=(charge, answering)))
    assert dispute.state is DisputeState.POSSIBLE


def test_who_contradicts_only_themselves_is_no_dispute():
    line = f"deny - | [source Tarn] denied that [content {SHOT}]."
    assert linked(told(SAID), told(line, outlet="Daily"))[0] == ()


def test_nobody_in_particular_is_no_side():
    reading = from_source(told(SAID), SourceType.UNSPECIFIED)
    assert linked(reading, told(DENIED, outlet="Daily"))[0] == ()


def test_a_straw_claim_is_no_dispute():
    assert linked(told(DENIED))[0] == ()


def test_two_holders_are_two_origins_and_one_in_two_papers_is_one():
    westbank = SAID.replace("[source Tarn]", "[source Westbank]")
    _, [both] = linked(told(SAID), told(westbank, outlet="Daily"))
    assert (both.documents, both.tellings, both.origins) == (2, 2, 2)
    _, [same] = linked(told(SAID), told(SAID + " Nobody else spoke.", outlet="Daily"))
    assert (same.documents, same.tellings, same.origins) == (2, 2, 1)


def test_a_shorter_form_of_another_holder_is_no_origin_of_its_own():
    short = SAID.replace("[source Tarn]", "[source army]")
    long = SAID.replace("[source Tarn]", "[source Westbank army]")
    _, [count] = linked(told(short), told(long, outlet="Daily"), told(SAID, outlet="Post"))
    assert (count.documents, count.origins) == (3, 2)


def test_a_claim_stated_once_is_not_counted():
    assert linked(told(SAID))[1] == ()


def test_a_copy_is_no_telling_and_its_page_is_no_origin():
    page = from_source(told(SAID, day=1), SourceType.OUTLET)
    copy = from_source(told(SAID, outlet="Daily", day=2), SourceType.OUTLET)
    renamed = [replace(s, source=replace(s.source, name="Daily")) for s in copy.statements]
    _, [count] = linked(page, replace(copy, statements=tuple(renamed)))
    assert (count.documents, count.tellings, count.origins) == (2, 1, 1)


def test_every_rule_that_the_ledger_cites_is_in_the_book():
    readings = told(SAID), told(DENIED, outlet="Daily")
    actors = link_actors(readings, [])
    claims = link_claims(readings, actors, [])
    disputes, _ = linked(*readings)
    cited = {actor.rule for actor in actors} | {claim.rule for claim in claims}
    cited |= {dispute.rule for dispute in disputes}
    assert cited <= rule_book().keys()
    assert all(rule_book().values())
