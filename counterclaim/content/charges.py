"""Where a text lays an event on somebody: who, in what part, and how firm the words are."""

from __future__ import annotations

from collections.abc import Iterator, Set

from counterclaim.content import modes
from counterclaim.content.arguments import (
    Bond,
    arguments,
)
from counterclaim.content.behind import means_source, owned_by
from counterclaim.content.charge import Charge, Page
from counterclaim.content.framed import framed
from counterclaim.content.participants import seats
from counterclaim.content.scene import Happening, Hit
from counterclaim.content.seats import Seat
from counterclaim.model.event import Degree, Part, Share
from counterclaim.model.statement import Act, MentionType, Statement


def charges(page: Page) -> Iterator[Charge]:
    """Yield each word that is held responsible for something, by what is done and what is said."""
    for number, happening in enumerate(page.happenings):
        yield from done_by(page, number, happening)
        yield from done_with(page, number, happening)
    found = [one for word in range(len(page.tree.tokens)) for one in framed(page, word)]
    yield from found
    yield from listed(page, {word for one in found for word in one.words})


def done_by(page: Page, number: int, happening: Happening) -> Iterator[Charge]:
    """Take who is told to do it: "rebels attacked", "an attack by rebels".

    What armed sides do to each other is a fight, and nobody's deed: participants tell of it.
    """
    seated = list(seats(page.scene, page.cast, happening))
    hit = [seat for seat, part in seated if part in STRUCK]
    peaceful = {seat.hit for seat in hit if not _is_armed(page, seat)}
    struck = {seat.hit for seat in hit if not _is_laid(page, seat.hit)} - peaceful
    for seat, part in seated:
        if part is not Part.PERPETRATOR or seat.hit.rule == "general" or _is_unreal(page, seat):
            continue
        if seat.argument.bond is not Bond.DOER or (seat.hit in struck and _is_armed(page, seat)):
            continue
        words = (seat.argument.word, *seat.hit.words)
        yield Charge(seat.argument.word, words, Share.PERPETRATOR, Degree.FACT, "done_by", number)


STRUCK = frozenset({Part.VICTIM, Part.TARGET})
LAID = frozenset({Act.ACCUSE, Act.CLAIM_RESPONSIBILITY})


def _is_laid(page: Page, hit: Hit) -> bool:
    """Whether a source tells it to lay it on somebody, or to claim it."""
    statement = page.scene.held.get(hit.head)
    return statement is not None and statement.act.value in LAID


def done_with(page: Page, number: int, happening: Happening) -> Iterator[Charge]:
    """Take whose means did it, and whose it is: "Turkish jets bombed", "an Israeli air strike"."""
    tree, links = page.tree, page.cast.links
    for hit in happening.hits:
        head = hit.head
        if hit.rule == "general" or _is_ahead(page, head):
            continue
        doers = [one.word for one in arguments(tree, links, head) if one.bond is Bond.DOER]
        if modes.negated(page.scene, head):
            for word in doers if head in page.scene.held else ():
                if any(page.blame.listed(tree, at, "nobody") for at in tree.under(word, "det")):
                    continue
                words = tuple(sorted({word, *hit.words}))
                yield Charge(word, words, Share.PERPETRATOR, Degree.FACT, "not_done_by", number)
            continue
        means = [word for word in doers if tree.tokens[word].pos in NOUNS]
        own = [head] if tree.tokens[head].pos == "NOUN" else []
        speakers = [word for word in doers if _is_speaker(page, word)]
        whose = [word for word in (*means, *own) if _is_means(page, word)]
        for word in (*whose, *speakers):
            words = tuple(sorted({word, *hit.words}))
            yield Charge(word, words, Share.PERPETRATOR, Degree.FACT, "done_with", number)


NOUNS = frozenset({"NOUN", "PROPN"})


def _is_means(page: Page, word: int) -> bool:
    owner = owned_by(page.scene, word, page.cast.links.suffering)
    return page.blame.listed(page.tree, word, "means") and owner is not None


def _is_speaker(page: Page, word: int) -> bool:
    """Whether a pronoun means the one who says it: "the front said it had bombed the bank"."""
    statement = page.scene.held.get(word)
    pronoun = page.tree.tokens[word].pos == "PRON"
    return pronoun and statement is not None and means_source(page.scene, word, statement)


def _is_unreal(page: Page, seat: Seat) -> bool:
    """Whether it is only put as a case, or ahead."""
    return _is_ahead(page, seat.hit.head)


def _is_ahead(page: Page, head: int) -> bool:
    rules = (modes.hypothetical, modes.future, modes.demanded)
    return any(bool(rule(page.scene, head)) for rule in rules) or _is_ruled_out(page, head)


def _is_ruled_out(page: Page, head: int) -> bool:
    """Whether a sentence is turned about to say that somebody was not it: "it was not X that"."""
    tree, noun = page.tree, page.tree.tokens[head].head
    turned = tree.tokens[head].dep == "relcl" and tree.tokens[noun].dep == "attr"
    return turned and bool(modes.negated(page.scene, tree.tokens[noun].head))


def _is_armed(page: Page, seat: Seat) -> bool:
    """Whether a participant bears arms: a force, a group, their people and positions."""
    tree, word = page.tree, seat.argument.word
    if page.scene.mentioned(word, MentionType.ARMED_GROUP, MentionType.MILITARY) is not None:
        return True
    parts = (word, *tree.under(word, "compound", "amod", "nmod"))
    return any(page.blame.listed(tree, at, "armed") for at in parts)


def listed(page: Page, read: Set[int]) -> Iterator[Charge]:
    """Take the names after "blamed", where the parser has lost the sentence."""
    for statement in page.scene.statements:
        cue = page.tree.at(statement.cue) if statement.cue else ()
        blaming = [word for word in cue if page.blame.listed(page.tree, word, "blaming")]
        if statement.act.value is not Act.ACCUSE or not blaming or not read.isdisjoint(cue):
            continue
        for word in _before_a_tie(page, statement):
            share, weight = Share.PERPETRATOR, Degree.ACCUSED
            yield Charge(word, tuple(blaming), share, weight, "by_list", None, alone=True)


def _before_a_tie(page: Page, statement: Statement) -> Iterator[int]:
    """Yield the heads of names in what is said, up to the words that say for what."""
    tree, scene = page.tree, page.scene
    for word in (word for span in statement.content for word in tree.at(span)):
        if tree.tokens[word].dep == "prep" or tree.tokens[word].pos == "VERB":
            return
        names = [one for one in scene.named.get(word, ()) if scene.words(one)[-1:] == (word,)]
        if names and statement.source.name not in {one.name for one in names}:
            yield word
