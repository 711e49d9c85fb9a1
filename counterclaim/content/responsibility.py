"""Who is held responsible for what happened: in what part, how firmly, and who says so.

No charge leaves without its holder: what nobody is on record for is the outlet's own voice, and
only where the outlet tells it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from counterclaim.content.avowals import LEARNED, Avowal, avowals
from counterclaim.content.blame import Blame
from counterclaim.content.cast import Cast
from counterclaim.content.charges import Charge, Page, charges, subjects_of
from counterclaim.content.deeds import FOUGHT, Events, is_violent
from counterclaim.content.degrees import degree_of
from counterclaim.content.denials import Laid, denials
from counterclaim.content.parties import NOBODY, Party, parties
from counterclaim.content.scene import Happening, Scene
from counterclaim.content.voices import Voice
from counterclaim.model.event import Degree, PartyType, Responsibility, Share
from counterclaim.model.statement import Act, MentionType, Statement
from counterclaim.model.text import Cited, PassageKind
from counterclaim.model.tree import Words

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
        number = _event(page, events, charge)
        if number is None or not is_violent(page, page.happenings[number]):
            continue
        statement = _holder(page, charge)
        if statement is not None and _is_own(statement):
            continue
        if page.happenings[number].type in FOUGHT and not _accuses(page, charge):
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


def _event(page: Page, events: Events, charge: Charge) -> int | None:
    """Return the event that a charge is about: under its words, else the one spoken of last."""
    if charge.happening is not None:
        return charge.happening
    under = list(_governed(page, charge))
    number = events.among(under)
    number = events.at(charge.words) if number is None else number
    if number is None and _is_of_another(page, events, charge):
        return None
    if number is None and (_accuses(page, charge) or _is_loose(charge)):
        number = events.among(_said(page, charge))
    if number is None and _may_point_back(page, charge, under):
        number = events.before(charge.words[0])
    return number


def _is_loose(charge: Charge) -> bool:
    """Whether words may speak of an event that stands further off: "points to", "blamed on"."""
    return charge.rule == "by_to" and charge.weight is not Degree.FACT


def _is_of_another(page: Page, events: Events, charge: Charge) -> bool:
    """Whether words say what it is that is laid on somebody, and that is no event of the text.

    "He accused them of looking for a pretext", "of arming the rebels".
    """
    tree = page.tree
    if charge.rule == "by_to" and any(_joins_parties(page, word) for word in charge.words):
        return True
    ties = [at for word in charge.words for at in tree.under(word, "prep") if at > charge.word]
    ties = [tie for tie in ties if page.blame.listed(tree, tie, "for_what")]
    named = [at for tie in ties for at in tree.under(tie, "pobj", "pcomp") if at != charge.word]
    told = [at for at in named if tree.tokens[at].entity[2:] not in SETTING]
    firm = charge.rule == "by_object" or (charge.rule == "by_subject" and not charge.alone)
    if not told or not firm:
        return False
    whole = [word for at in told for word in _without_adjuncts(page, at)]
    if events.among(whole) is not None:
        return False
    return not any(page.blame.listed(tree, at, "it", "deeds", "attackers") for at in whole)


def _joins_parties(page: Page, word: int) -> bool:
    """Whether words put one party beside another: "links the brigade with smugglers"."""
    objects = page.tree.under(word, "dobj")
    return any(page.scene.mentioned(at, *WHO) is not None for at in objects)


WHO = (MentionType.ARMED_GROUP, MentionType.MILITARY, MentionType.ORGANISATION, MentionType.PERSON)


def _without_adjuncts(page: Page, word: int) -> Iterator[int]:
    """Yield the words under one, save those that say when or why."""
    yield word
    for child in page.tree.children[word]:
        if not page.blame.listed(page.tree, child, "adjuncts"):
            yield from _without_adjuncts(page, child)


SETTING = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
"""What names where and when, not what was done."""


def _may_point_back(page: Page, charge: Charge, under: Sequence[int]) -> bool:
    """Whether words need no event beside them; not where they are about something else.

    "They are to blame", but not "they are responsible for public order".
    """
    tree = page.tree
    ties = [at for word in charge.words for at in tree.under(word, "prep", "dobj", "agent")]
    objects = [at for tie in ties for at in tree.under(tie, "pobj", "pcomp") if at != charge.word]
    objects += [at for word in charge.words for at in tree.under(word, "pobj")]
    deeds = any(page.blame.listed(tree, at, "it", "deeds") for at in objects)
    if charge.alone and objects and not deeds and charge.rule == "by_subject":
        return False
    alone = charge.alone and (deeds or not objects)
    return alone or _points_back(page, charge, under)


def _points_back(page: Page, charge: Charge, under: Sequence[int]) -> bool:
    """Whether words mean an event named before: "did it", "the attackers", or an accusation."""
    tree = page.tree
    firm = charge.share not in OF_MANY and charge.weight is not Degree.SUSPECTED
    if firm and _accuses(page, charge):
        return True
    subjects = [at for word in charge.words for at in subjects_of(tree, word)]
    meant = [at for at in under if page.blame.listed(tree, at, "it")]
    return bool(meant) or any(_did_it(page, at) for at in subjects)


def _did_it(page: Page, word: int) -> bool:
    """Whether a subject is the attackers, or a pronoun for them."""
    listed = partial(page.blame.listed, page.tree)
    named = page.scene.named.get(word, ())
    meant = (one for one in page.scene.mentions for name in named if one.id == name.refers_to)
    heads = (page.scene.head(words) for one in meant if (words := page.scene.words(one)))
    return any(listed(at, "attackers") for at in (word, *heads))


def _accuses(page: Page, charge: Charge) -> bool:
    statement = _holder(page, charge)
    return statement is not None and statement.act.value is Act.ACCUSE


def _said(page: Page, charge: Charge) -> Words:
    """Return the words of the statement that lays a charge."""
    statement = _holder(page, charge)
    spans = statement.content if statement else ()
    return tuple(word for span in spans for word in page.tree.at(span))


OF_MANY = frozenset({Share.PLANNER, Share.SUPPLIER})
"""Who plans or supplies may plan or supply anything: the event must be named."""


def _governed(page: Page, charge: Charge) -> Iterator[int]:
    """Yield what words take for their subject or object, by a preposition too, and what joins it.

    What they were done after, or because of, is no object: "ordered a curfew after the murder";
    nor is whoever did it.
    """
    tree = page.tree
    for word in charge.words:
        yield word
        for subject in subjects_of(tree, word):
            if charge.rule != "by_subject" or tree.tokens[subject].dep == "nsubjpass":
                yield from (subject, *_tied(page, subject))
        for child in tree.under(word, *OBJECTS):
            if page.blame.listed(tree, child, "adjuncts"):
                continue
            nouns = tree.under(child, "pobj", "pcomp")
            yield from (child, *nouns)
            for noun in (child, *nouns):
                yield from (*tree.under(noun, "conj"), *_tied(page, noun))
        if tree.tokens[word].dep in {"acl", "relcl"}:
            yield tree.tokens[word].head


OBJECTS = ("dobj", "nsubjpass", "attr", "prep", "agent", "ccomp", "pobj")


def _tied(page: Page, noun: int) -> Iterator[int]:
    """Yield the prepositions under a noun, and what follows each."""
    for tie in page.tree.under(noun, "prep"):
        if not page.blame.listed(page.tree, tie, "adjuncts"):
            yield from (tie, *page.tree.under(tie, "pobj"))


def _holder(page: Page, charge: Charge) -> Statement | None:
    """Return the statement that lays it: the one whose cue it is, else whose words it stands in."""
    scene = page.scene
    spans = scene.spans(*charge.words)
    for statement in scene.statements:
        if statement.cue is not None and any(span in statement.cue for span in spans):
            return statement
    return scene.held.get(charge.word) or scene.held.get(charge.words[0])


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
