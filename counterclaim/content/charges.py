"""Where a text lays an event on somebody: who, in what part, and how firm the words are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass

from counterclaim.content import modes
from counterclaim.content.arguments import (
    Bond,
    antecedent,
    arguments,
    doers_of,
    joined,
    of_the_verb_before,
)
from counterclaim.content.behind import means_source, owned_by
from counterclaim.content.blame import Blame
from counterclaim.content.cast import Cast
from counterclaim.content.participants import seats
from counterclaim.content.scene import Happening, Hit, Scene
from counterclaim.content.seats import Seat
from counterclaim.knowledge.responsibility import Frame
from counterclaim.model.event import Degree, Part, Share
from counterclaim.model.statement import Act, MentionType, Statement
from counterclaim.model.tree import Tree, Words

CLIMBED = frozenset({"acomp", "attr", "xcomp", "prep", "conj", "oprd", "advmod", "pcomp", "dobj"})
REACH = 5


@dataclass(frozen=True, slots=True)
class Charge:
    """Somebody, by a word, held responsible for an event in words; `weight` as in a frame."""

    word: int
    words: Words
    share: Share
    weight: Degree
    rule: str
    happening: int | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What those who read responsibility look at: the text, its words, and what happened."""

    scene: Scene
    cast: Cast
    blame: Blame
    happenings: Sequence[Happening]

    @property
    def tree(self) -> Tree:
        """Return the tree of the text."""
        return self.scene.tree


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
    return bool(modes.hypothetical(page.scene, head) or modes.future(page.scene, head))


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


def framed(page: Page, word: int) -> Iterator[Charge]:
    """Take whom words lay it on: "responsible for", "accused of", "attributed to"."""
    token = page.tree.tokens[word]
    entries = page.blame.frames.get(token.lemma) or page.blame.frames.get(token.text.lower(), ())
    for rest, frame in entries:
        words = _whole(page.tree, word, rest)
        found = list(PARTIES[frame.party](page, word, frame)) if words else []
        if found:
            for party in found:
                for each in (party, *joined(page.tree, party)):
                    yield Charge(
                        each,
                        words,
                        _share(page, word, frame),
                        frame.weight,
                        f"by_{frame.party}",
                        None,
                        frame.alone,
                    )
            return


def _share(page: Page, word: int, frame: Frame) -> Share:
    """Return the part that is laid on somebody: "accused them of having armed the rebels"."""
    tree = page.tree
    for tie in tree.under(word, "prep"):
        if any(page.blame.listed(tree, at, "failing") for at in tree.under(tie, "pobj", "pcomp")):
            return Share.NEGLIGENT
        for verb in tree.under(tie, "pcomp"):
            for rest, meant in page.blame.frames.get(tree.tokens[verb].lemma, ()):
                if not rest and meant.party == "subject":
                    return meant.share
    return frame.share


def subject_of(page: Page, word: int, frame: Frame) -> Iterator[int]:
    """Take the subject of what is said: "X was behind it", "X is believed to have planned it"."""
    tree, links = page.tree, page.cast.links
    if tree.tokens[word].pos == "VERB":
        found = [*doers_of(tree, links, word), *of_the_verb_before(tree, links, word)]
        yield from (antecedent(tree, links, at) for at in found)
        undergone = tree.tokens[word].tag == "VBN" and tree.lower(word) not in frame.words
        if found or undergone:  # "was planned", but "was involved"
            return
    at = word
    for _ in range(REACH):
        subjects = tree.under(at, "nsubj", "nsubjpass")
        if subjects:
            yield from (antecedent(tree, links, one) for one in subjects)
            return
        if tree.tokens[at].dep not in CLIMBED:
            return
        at = tree.tokens[at].head


def subjects_of(tree: Tree, word: int) -> Words:
    """Return the subject of a verb, or the one it shares: "were trained and organised by them"."""
    for _ in range(REACH):
        found = tree.under(word, "nsubj", "nsubjpass")
        if found or tree.tokens[word].dep not in CLIMBED:
            return found
        word = tree.tokens[word].head
    return ()


def object_of(page: Page, word: int, _frame: Frame) -> Iterator[int]:
    """Take whom it is laid on: "accused X", "X is suspected of it".

    "Blaming X is wrong" lays nothing on X: it speaks of others who do.
    """
    tree = page.tree
    if tree.tokens[word].dep in SPOKEN_OF:
        return
    if tree.tokens[word].pos == "VERB":
        yield from tree.under(word, "dobj", "nsubjpass")
        if tree.tokens[word].dep in {"acl", "relcl"} and tree.tokens[word].tag == "VBN":
            yield tree.tokens[word].head


SPOKEN_OF = frozenset({"csubj", "csubjpass"})


def after_a_tie(page: Page, word: int, frame: Frame) -> Iterator[int]:
    """Take what follows the preposition: "attributed to X", "put the blame on X"."""
    tree = page.tree
    for at in (word, *tree.under(word, "dobj", "nsubjpass")):
        for tie in tree.under(at, "prep", "dative", "agent"):
            if tree.lower(tie) in frame.ties:
                nouns = tree.under(tie, "pobj")
                yield from (one for one in nouns if tree.tokens[one].entity[2:] not in WHEN)


WHEN = frozenset({"DATE", "TIME"})


def owner_of(page: Page, word: int, _frame: Frame) -> Iterator[int]:
    """Take whose part it is: "the army's responsibility for the massacre"."""
    owners = page.tree.under(word, "poss")
    yield from (at for at in owners if page.tree.tokens[at].pos != "PRON")


PARTIES: dict[str, Callable[[Page, int, Frame], Iterator[int]]] = {
    "subject": subject_of,
    "object": object_of,
    "to": after_a_tie,
    "owner": owner_of,
}


CLAUSES = frozenset({"conj", "advcl", "ccomp", "relcl"})  # "took part, and blamed criminals"


def _whole(tree: Tree, word: int, rest: Sequence[str]) -> Words:
    """Return a word with those that must go with it; none where they do not stand by it."""
    found = [word]
    for wanted in rest:
        beside = (at for at in tree.children[word] if tree.tokens[at].dep not in CLAUSES)
        near = (at for at in beside if wanted in {tree.tokens[at].lemma, tree.lower(at)})
        at = next(near, None)
        if at is None:
            return ()
        found.append(at)
    return tuple(sorted(found))
