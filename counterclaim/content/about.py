"""Which event a charge is about, and who lays it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from counterclaim.content.behind import means_source
from counterclaim.content.charge import Charge, Page
from counterclaim.content.deeds import Events
from counterclaim.content.framed import subjects_of
from counterclaim.model.event import Degree, Share
from counterclaim.model.statement import Act, Statement
from counterclaim.model.tree import Words


def event_of(page: Page, events: Events, charge: Charge) -> int | None:
    """Return the event that a charge is about: under its words, else the one spoken of last."""
    if charge.happening is not None:
        return charge.happening
    if _is_of_what_came_after(page, charge):
        return None
    under = list(_governed(page, charge))
    number = events.among(under)
    number = events.at(charge.words) if number is None else number
    if number is None and _is_of_another(page, events, charge):
        return None
    if number is None and (accuses(page, charge) or _is_loose(charge)):
        number = events.among(_said(page, charge))
    if number is None and _may_point_back(page, charge, under):
        number = events.before(charge.words[0])
    return number


def _is_of_what_came_after(page: Page, charge: Charge) -> bool:
    """Whether somebody is accused of what he says of it or does about it: "of hiding the toll"."""
    tree = page.tree
    ties = (at for word in (*charge.words, charge.word) for at in tree.under(word, "prep"))
    deeds = (at for tie in ties for at in tree.under(tie, "pcomp"))
    done = (at for deed in deeds for at in (deed, *tree.under(deed, "xcomp")))
    return any(page.blame.listed(tree, at, "afterwards") for at in done)


def _is_loose(charge: Charge) -> bool:
    """Whether words may speak of an event that stands further off: "points to", "blamed on"."""
    return charge.rule == "by_to" and charge.weight is not Degree.FACT


def _is_of_another(page: Page, events: Events, charge: Charge) -> bool:
    """Whether words say what it is that is laid on somebody, and that is no event of the text.

    "He accused them of looking for a pretext", "of arming the rebels".
    """
    tree = page.tree
    if charge.rule in DIRECT and any(_is_thing(page, at) for at in _objects(page, charge)):
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
    return not any(
        page.blame.listed(tree, at, "deeds", "attackers") or _is_the_deed(page, at) for at in whole
    )


def _is_the_deed(page: Page, word: int) -> bool:
    """Whether "it" is what was done, as in "of planning it"; whom it was done to: "harming it"."""
    tree, listed = page.tree, page.blame.listed
    verb = tree.parent(word)
    done = verb is None or tree.tokens[verb].pos != "VERB" or listed(tree, verb, "committing")
    return done and listed(tree, word, "it")


DIRECT = frozenset({"by_to", "by_subject"})
"""Words that have what is laid on somebody for their object: "blame it on X", "X committed it"."""


def _objects(page: Page, charge: Charge) -> Iterator[int]:
    """Yield what is laid on a party, as the object of the words: "links the brigade with X"."""
    beside = {charge.word, *charge.words}
    for word in charge.words:
        found = page.tree.under(word, "dobj", "nsubjpass")
        yield from (at for at in found if at not in beside)


def _is_thing(page: Page, word: int) -> bool:
    """Whether an object is no deed, nor who did it; deeds that are counted are others."""
    tree = page.tree
    whole = {word, *(at for tie in tree.under(word, "prep") for at in tree.under(tie, "pobj"))}
    if any(at in hit.words for one in page.happenings for hit in one.hits for at in whole):
        return False
    if page.blame.listed(tree, word, "deeds"):
        return bool(tree.under(word, "nummod"))
    return not page.blame.listed(tree, word, "it", "attackers", "charges", "part")


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
    if firm and accuses(page, charge):
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


def accuses(page: Page, charge: Charge) -> bool:
    """Whether a charge stands in a statement that accuses."""
    statement = holder_of(page, charge)
    return statement is not None and statement.act.value is Act.ACCUSE


def _said(page: Page, charge: Charge) -> Words:
    """Return the words of the statement that lays a charge."""
    statement = holder_of(page, charge)
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
            yield from (child, *nouns, *(at for verb in nouns for at in tree.under(verb, "dobj")))
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


def holder_of(page: Page, charge: Charge) -> Statement | None:
    """Return the statement that lays it: the one whose cue it is, else whose words it stands in."""
    scene = page.scene
    spans = scene.spans(*charge.words)
    for statement in scene.statements:
        if statement.cue is not None and any(span in statement.cue for span in spans):
            return statement
    own = scene.held.get(charge.word) or scene.held.get(charge.words[0])
    told = (one for word in charge.words if (one := scene.held.get(word)) is not None)
    return own or next((one for one in told if _may_tell(page, charge, one)), None)


def is_torn(page: Page, charge: Charge) -> bool:
    """Whether a charge that nobody lays has words that somebody says: the parser misread it."""
    return any(word in page.scene.held for word in charge.words)


def _may_tell(page: Page, charge: Charge, statement: Statement) -> bool:
    """Whether a source tells of somebody else, or owns up to what it did, or denies it."""
    own = means_source(page.scene, charge.word, statement)
    return not own or statement.act.value in AVOWALS


AVOWALS = frozenset(
    {Act.CLAIM_RESPONSIBILITY, Act.CONCEDE, Act.DENY, Act.DENY_RESPONSIBILITY},
)
"""What a source does by telling of its own deed: "denied shelling the town"."""
