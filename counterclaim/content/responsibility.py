"""Who is held responsible for what happened: in what part, how firmly, and who says so.

No charge leaves without its holder: what nobody is on record for is the outlet's own voice, and
only where the outlet tells it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from counterclaim.content.about import accuses, event_of, holder_of, is_torn
from counterclaim.content.avowals import LEARNED, Avowal, avowals
from counterclaim.content.blame import Blame
from counterclaim.content.cast import Cast
from counterclaim.content.charge import Charge, Page
from counterclaim.content.charges import charges
from counterclaim.content.deeds import FOUGHT, Events, is_violent
from counterclaim.content.degrees import degree_of
from counterclaim.content.denials import Laid, denials
from counterclaim.content.parties import NOBODY, Party, parties
from counterclaim.content.scene import Happening, Scene
from counterclaim.content.voices import Voice
from counterclaim.model.event import Degree, PartyType, Responsibility, Share
from counterclaim.model.statement import Act, Statement
from counterclaim.model.text import Cited, PassageKind

Found = tuple[int, Responsibility]
Charged = tuple[int, Charge, "Statement | None"]


def find_responsibility(
    scene: Scene, cast: Cast, blame: Blame, happenings: Sequence[Happening]
) -> tuple[tuple[Responsibility, ...], ...]:
    """Find for each event who is held responsible for it, in the order of the text."""
    page = Page(scene, cast, blame, happenings)
    events = Events(page)
    found: dict[int, dict[object, Responsibility]] = defaultdict(dict)
    every = tuple(charges(page))
    charged = tuple(_charged(page, events, every))
    owned = avowals(page, events, {one.word for one in every})
    for number, one in (*_laid(page, charged), *_avowed(page, events, owned, charged)):
        key = (one.party.casefold(), one.share, one.degree.value, one.statement)
        found[number].setdefault(key, one)
    return tuple(
        tuple(sorted(found[number].values(), key=lambda one: one.degree.spans))
        for number in range(len(happenings))
    )


def _charged(page: Page, events: Events, every: Sequence[Charge]) -> Iterator[Charged]:
    """Yield each charge on an event that somebody can answer for, with who lays it."""
    for charge in every:
        number = event_of(page, events, charge)
        if number is None or not is_violent(page, page.happenings[number]):
            continue
        statement = holder_of(page, charge)
        if charge.happening is None and charge.word in events.by_word:
            continue  # "the victims were accused of"
        if statement is None and is_torn(page, charge):
            continue
        if statement is not None and _is_own(statement):
            continue
        if page.happenings[number].type in FOUGHT and not accuses(page, charge):
            continue
        if statement is not None or not _needs_holder(page, charge):
            yield number, charge, statement


def _is_own(statement: Statement) -> bool:
    """Whether its own words say that it speaks of its own part."""
    return statement.act.value in OWN and statement.act.rule != LEARNED


def _laid(page: Page, charged: Sequence[Charged]) -> Iterator[Found]:
    """Yield what is laid on somebody, in the voice of a source or of the outlet."""
    for number, charge, statement in charged:
        for party in parties(page.scene, page.cast, page.blame, charge.word):
            if _in_layout(page, party) or _in_cue(page, party, statement):
                continue
            if charge.rule != "done_by" and _is_nobody(page, charge):
                continue
            degree = degree_of(Voice(page, charge, party, statement))
            if degree is not None:
                yield number, _responsibility(party, charge.share, degree, statement)


def _is_nobody(page: Page, charge: Charge) -> bool:
    """Whether it is laid on whoever did it: "hold the perpetrators accountable"."""
    beside = page.tree.under(charge.word, "compound", "amod", "nmod", "poss", "prep", "appos")
    return page.blame.listed(page.tree, charge.word, "culprits") and not beside


def _in_cue(page: Page, party: Party, statement: Statement | None) -> bool:
    """Whether words for a party are those that lay the charge: "blamed Arab militants" misread."""
    cue = statement.cue if statement else None
    return cue is not None and any(span.overlaps(cue) for span in page.scene.spans(*party.words))


def _in_layout(page: Page, party: Party) -> bool:
    """Whether it stands where no sentence does: the town of a dateline has done nothing."""
    passages = page.tree.parse.document.passages(*LAYOUT)
    spans = page.scene.spans(*party.words)
    return any(span.overlaps(passage) for span in spans for passage in passages)


LAYOUT = (PassageKind.DATELINE, PassageKind.BYLINE, PassageKind.HEADLINE)
OWN = frozenset({Act.CLAIM_RESPONSIBILITY, Act.DENY_RESPONSIBILITY})
"""What is said of the speaker's own side: no charge against another."""


def _needs_holder(page: Page, charge: Charge) -> bool:
    """Whether words name an accuser who is not on record: "he accused them"."""
    tree = page.tree
    return charge.weight is not Degree.FACT and bool(tree.under(charge.words[0], "nsubj", "agent"))


def _avowed(
    page: Page, events: Events, owned: Iterator[Avowal], charged: Sequence[Charged]
) -> Iterator[Found]:
    """Yield what sources own up to, claim or deny."""
    laid = [Laid(one.word, number, held.source.name) for number, one, held in charged if held]
    for avowal in (*owned, *denials(page, events, laid)):
        if not _in_layout(page, avowal.party):
            share = Share.PERPETRATOR
            one = _responsibility(avowal.party, share, avowal.degree, avowal.statement)
            yield avowal.number, one


def _responsibility(
    party: Party, share: Share, degree: Cited[Degree], statement: Statement | None
) -> Responsibility:
    return Responsibility(
        party=party.name,
        party_type=party.type if party is not NOBODY else PartyType.NONE,
        share=share,
        degree=degree,
        statement=statement.id if statement else None,
        mention=party.mention.id if party.mention else None,
    )
