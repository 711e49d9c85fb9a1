"""What sources say of one event in other words: one number, or most of their words."""

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.linking import link_actors, link_denials
from counterclaim.linking.voices import Voices
from counterclaim.model.claim import Claim
from counterclaim.model.record import Reading
from tests.linking.happened import linked, report

TWELVE = (
    "bombing | A [event bomb] in the market of [place:Karsk@34,71 Karsk] on "
    "[day:2031-05-03 Saturday] killed [killed:12 twelve people], the [by:Tarn Tarnish police] said."
)
A_DOZEN = (
    "bombing | The [event bomb] of [day:2031-05-03 Saturday] in [place:Karsk@34,71 Karsk] left "
    "[killed:12 twelve] dead, the [by:Hospital hospital] reported."
)
THREE = (
    "bombing | The [event bomb] of [day:2031-05-03 Saturday] in [place:Karsk@34,71 Karsk] left "
    "[killed:3 three] dead, the [by:Hospital hospital] reported."
)
MARKET = (
    "bombing | The market of [place:Karsk@34,71 Karsk] was hit by a [event bomb] hidden in a "
    "lorry, the [by:Tarn Tarnish police] said."
)
LORRY = (
    "bombing | A lorry with a [event bomb] hidden in it hit the market of "
    "[place:Karsk@34,71 Karsk], the [by:Eastbank Eastbank radio] said."
)


def echoes(*told: Reading) -> list[Claim]:
    readings = [replace(r, document=replace(r.document, language="en")) for r in told]
    actors = link_actors(readings, [])
    return [*link_denials(readings, linked(*readings), actors, Voices(), [])]


def said(claims: Sequence[Claim], rule: str) -> list[tuple[list[str], str | None]]:
    found = [claim for claim in claims if claim.rule == rule]
    return [([stance.name for stance in claim.stances], claim.slot) for claim in found]


def test_one_number_of_dead_of_one_event_is_one_claim():
    claims = echoes(report(TWELVE), report(A_DOZEN, outlet="Post", day=5))
    assert said(claims, "same_number") == [(["Tarn", "Hospital"], "killed")]


def test_other_numbers_are_other_claims():
    assert said(echoes(report(TWELVE), report(THREE, outlet="Post", day=5)), "same_number") == []


def test_much_the_same_words_of_one_event_are_one_claim_with_a_score():
    claims = echoes(report(MARKET), report(LORRY, outlet="Post", day=5))
    assert said(claims, "much_the_same_words") == [(["Tarn", "Eastbank"], None)]
    assert all(claim.score and claim.event for claim in claims)


def test_at_least_so_many_is_the_same_as_so_many_and_a_few_more():
    least = TWELVE.replace("killed:12 twelve", "killed:50+ more_than_fifty")
    claims = echoes(report(least), report(A_DOZEN.replace(":12", ":52"), outlet="Post", day=5))
    assert said(claims, "same_number") == [(["Tarn", "Hospital"], "killed")]
    claims = echoes(report(least), report(A_DOZEN.replace(":12", ":64"), outlet="Post", day=5))
    assert said(claims, "same_number") == []


COUNTED = (
    "bombing | The [event bomb] hidden in a lorry in the market of [place:Karsk@34,71 Karsk] "
    "killed [killed:%s] people, the [by:Tarn Tarnish police] said."
)


def test_the_same_words_with_numbers_that_exclude_each_other_are_two_claims():
    other = COUNTED.replace("Tarn Tarnish police", "Hospital hospital") % "40 forty"
    found = echoes(report(COUNTED % "12 twelve"), report(other, outlet="Post", day=5))
    assert said(found, "much_the_same_words") == []


def test_what_is_said_once_has_no_echo():
    assert echoes(report(MARKET)) == []


def test_what_two_events_bring_together_is_one_claim():
    again = MARKET.replace("[event bomb]", "[event bomb], after an earlier one,")
    claims = echoes(report(MARKET, again), report(LORRY, outlet="Post", day=5))
    assert len({claim.id for claim in claims}) == len(claims)
