"""What words for an event tell of it, and whether they can be of an event already told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from counterclaim.content import modes
from counterclaim.content.scene import Hit, Scene
from counterclaim.content.ties import Found, Ties, are_apart, narrowed
from counterclaim.model.place import Place
from counterclaim.model.statement import Mention, MentionType
from counterclaim.model.time import Days

SIDES = frozenset({"nsubj", "nsubjpass", "dobj"})

ASIDE = timedelta(days=7)
"""By so much a day may be misread: a weekday that may be the last or the next."""

WEAPON = "weapon"
"""The role that only types of violence have."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when words say that it was, by the words alone: both known, or there is none."""

    where: str
    when: str

    def differs(self, other: Setting) -> bool:
        """Whether place and time both go by other words: "in Lisk in March", "in Tarn in May"."""
        return self.where != other.where and self.when != other.when


@dataclass(frozen=True, slots=True)
class Thread:
    """One event as the text goes on about it: its nearest type, the words so far, its days.

    `together` marks the sum of several happenings, to which no other words belong; `several` what
    may be one or more, to which only words for several do.
    """

    type: str
    hits: tuple[Hit, ...]
    days: Days | None = None
    place: Place | None = None
    setting: Setting | None = None
    together: bool = False
    several: bool = False


def is_violent(scene: Scene, thread: Thread) -> bool:
    """Whether an event is violence, and not what follows from it or ends it."""
    return WEAPON in scene.lexicon.types.types[thread.type].roles


@dataclass(frozen=True, slots=True)
class Told:
    """Words for an event, where they stand, and the days that hang on them."""

    scene: Scene
    hit: Hit
    days: Days | None
    place: Place | None
    own: frozenset[str]
    setting: Setting | None = None

    @property
    def sentence(self) -> int:
        """Return the number of the sentence."""
        return self.scene.tree.sentence[self.hit.head]

    @property
    def is_idle(self) -> bool:
        """Whether it tells of no event: "attacks" as a manner, "acts" or "such operations" of any.

        Words for any event point back to one only where they take it for known.
        """
        several = modes.is_several(self.scene, self.hit)
        if modes.is_habit(self.scene, self.hit):
            return True
        if self.hit.rule == "verb_of_event":
            return several and not self.own and modes.is_purpose(self.scene, self.hit)
        if modes.points_back(self.scene, self.hit):
            return False
        if self.hit.rule == "general" and not self._is_predicate():
            return modes.noun_of(self.scene.tree, self.hit) is not None
        return several and not self.own and not modes.is_together(self.scene, self.hit)

    @property
    def is_loose(self) -> bool:
        """Whether it may be any of several events: "attacks in the north"."""
        many = self.hit.rule == "verb_of_event" and modes.is_many(self.scene, self.hit)
        several = self.hit.rule == "noun_of_event" and modes.is_several(self.scene, self.hit)
        return many or (several and not modes.points_back(self.scene, self.hit))

    @property
    def is_brought_in(self) -> bool:
        """Whether the words bring in an event that is not yet spoken of."""
        return modes.is_another(self.scene, self.hit) or modes.is_new(self.scene, self.hit)

    def _is_predicate(self) -> bool:
        return self.scene.tree.tokens[self.hit.head].dep in {"attr", "oprd", "appos"}

    def fits(self, thread: Thread) -> bool:
        """Whether it can be one event with others: of one type, on the same days, at one place."""
        here = self.scene.tree.sentence[thread.hits[0].head] == self.sentence
        beside = self.sentence == last_sentence(self.scene, thread)
        if (beside and self._is_answered()) or self._stands_alone(thread):
            return False
        several = self.hit.rule != "effect" and modes.is_several(self.scene, self.hit)
        fit = here or not (thread.together or (thread.several and not several))
        return fit and self._alike(thread) and not self._is_elsewhere(thread)

    def _is_elsewhere(self, thread: Thread) -> bool:
        if self.place and thread.place and are_apart(self.place, thread.place):
            return True
        if self.setting and thread.setting and self.setting.differs(thread.setting):
            return True
        return _apart(self.days, thread.days) or self._is_said_before(thread)

    def _is_said_before(self, thread: Thread) -> bool:
        """Whether it was said before the other event was: "said in May", of a raid in August."""
        statement = self.scene.held.get(self.hit.head)
        said = statement.said_on.value if statement and statement.said_on else None
        return bool(said and thread.days and said[1] + ASIDE < thread.days[0])

    def _stands_alone(self, thread: Thread) -> bool:
        """Whether it has a day and a place of its own, and the other has neither."""
        firm = self.hit.rule == "noun_of_event" and {"times", "places"} <= self.own
        return firm and self.place is not None and thread.place is None and thread.days is None

    def _is_answered(self) -> bool:
        """Whether it is what another event answers: "in retaliation for the raid"."""
        tree = self.scene.tree
        behind = tree.parent(self.hit.head) if self.hit.type else None
        if behind is not None and self.scene.lexicon.listed(tree, behind, "ordering"):
            return not self.hit.weak
        above = tree.parent(behind) if behind is not None else None
        return above is not None and self.scene.lexicon.listed(tree, above, "answering")

    def _alike(self, thread: Thread) -> bool:
        types = self.scene.lexicon.types
        harms = self.hit.rule == "effect" or (self.hit.weak and self.hit.rule == "verb_of_event")
        if harms and _is_interception(self.scene, thread):
            return False
        if self.hit.rule == "effect":
            return is_violent(self.scene, thread)
        if not self.hit.type or self._is_of_one_kind(thread):
            return True
        lemma = self.scene.tree.tokens[self.hit.head].lemma
        back = modes.is_definite(self.scene, self.hit)
        loose = back and lemma in self.scene.lexicon.words.get("any_attack", ())
        return (self.hit.weak or loose) and types.kin(self.hit.type, thread.type)

    def _is_of_one_kind(self, thread: Thread) -> bool:
        """Whether one is a kind of the other; the downing of a jet is one of what hits a jet."""
        types = self.scene.lexicon.types
        if types.types[self.hit.type].apart == types.types[thread.type].apart:
            return types.related(self.hit.type, thread.type)
        return types.kin(self.hit.type, thread.type) and self._hits_alike(thread)

    def _hits_alike(self, thread: Thread) -> bool:
        """Whether what is told apart from other violence is here told of the same sort of thing."""
        types, hits = self.scene.lexicon.types, (self.hit, *thread.hits)
        apart = {hit.type for hit in hits if hit.type and types.types[hit.type].apart}
        struck = {word for name in apart for word in types.needs(name)}
        for name in ("munitions", "stand_ins"):
            struck -= self.scene.lexicon.words.get(name, frozenset())
        others = (hit.head for hit in hits if hit.type not in apart)
        return any(not struck.isdisjoint(_struck(self.scene, head)) for head in others)


def whom(scene: Scene, head: int) -> frozenset[str]:
    """Return the words for those whom it befell: "the attack on the Osterian monks"."""
    tree, found = scene.tree, list(_targets(scene, head))
    found += [joined for noun in found for joined in tree.under(noun, "conj")]
    near = [word for noun in found for word in (noun, *tree.under(noun, "amod", "compound"))]
    return frozenset(tree.tokens[word].lemma for word in near)


def _struck(scene: Scene, head: int) -> Iterator[str]:
    """Yield the words for what is struck: "the jet was hit", "nine of the missiles were"."""
    tree = scene.tree
    for noun in _targets(scene, head):
        for word in (noun, *tree.under(noun, "compound", "nummod", "conj")):
            yield from (tree.tokens[word].lemma, tree.lower(word))


def _targets(scene: Scene, head: int) -> Iterator[int]:
    """Yield the nouns for what is struck, and for what they are of."""
    tree = scene.tree
    nouns = tree.under(head, "dobj", "nsubjpass")
    yield from nouns
    tied = [word for noun in (head, *nouns) for word in tree.under(noun, "prep")]
    upon = (word for word in tied if scene.lexicon.listed(tree, word, "upon"))
    yield from (aim for word in upon for aim in tree.under(word, "pobj"))


def _is_interception(scene: Scene, thread: Thread) -> bool:
    """Whether it is told of missiles or drones that were shot down: that harms nobody."""
    munitions = scene.lexicon.words.get("munitions", frozenset())
    heads = [hit.head for hit in thread.hits if hit.type == thread.type]
    apart = scene.lexicon.types.types[thread.type].apart
    return apart and all(not munitions.isdisjoint(_struck(scene, head)) for head in heads)


def tell(scene: Scene, ties: Ties, hit: Hit, where: Place | None) -> Told:
    """Gather what is told by words for an event: when, where, and what hangs on them."""
    sorts = {"times": ties.times, "places": ties.places, "counts": ties.counts}
    verb = scene.tree.parent(hit.head) if scene.tree.tokens[hit.head].dep in SIDES else None
    own = {name for name, found in sorts.items() if _tied(scene, found, hit) or verb in found}
    if harms(scene, hit):
        own.add("harm")
    place = _place(scene, ties, hit) or where
    setting = _setting(scene, ties, hit)
    return Told(scene, hit, _days(scene, ties, hit), place, frozenset(own), setting)


def _setting(scene: Scene, ties: Ties, hit: Hit) -> Setting | None:
    """Return the one place and the one time that hang on the words, as they are written."""
    where = {one.name.casefold() for one in _tied(scene, ties.places, hit)}
    first, last = scene.tree.bounds[scene.tree.sentence[hit.head]]
    near = (scene.mentioned(at, MentionType.TIME) for at in range(first, last))
    free = [one for one in near if one is not None]
    when = {one.name.casefold() for one in _tied(scene, ties.times, hit) or free}
    return Setting(where.pop(), when.pop()) if len(where) == len(when) == 1 else None


def harms(scene: Scene, hit: Hit) -> bool:
    """Whether somebody is told to have come to harm in it: "was killed in clashes"."""
    tree, tie = scene.tree, scene.tree.parent(hit.head)
    above = tree.parent(tie) if tie is not None and tree.tokens[hit.head].dep == "pobj" else None
    fought = hit.type == "battle"
    return fought and above is not None and tree.tokens[above].lemma in scene.lexicon.effects


def only_place(scene: Scene, ties: Ties, hits: Sequence[Hit]) -> Place | None:
    """Return the one place that hangs on words for events in a sentence, if there is but one."""
    found = [place for hit in hits if (place := _place(scene, ties, hit))]
    return found[0] if found and len({place.id for place in found}) == 1 else None


def is_sum(scene: Scene, hit: Hit) -> bool:
    """Whether words tell of several events at once: "raids that have killed ninety since May"."""
    return modes.is_plural(scene, hit) and bool(modes.is_together(scene, hit))


def _place(scene: Scene, ties: Ties, hit: Hit) -> Place | None:
    """Return the place that hangs on the words, where it is known."""
    found = narrowed(_tied(scene, ties.places, hit))
    return found.place.value if found and found.place else None


def _days(scene: Scene, ties: Ties, hit: Hit) -> Days | None:
    """Return the days that hang on the words, else those that stand free in their sentence."""
    free = ties.near_times.get(scene.tree.sentence[hit.head], ()) if hit.type else ()
    found = _tied(scene, ties.times, hit) or free
    return next((one.time.value.days for one in found if one.time is not None), None)


def _tied(scene: Scene, found: Found, hit: Hit) -> tuple[Mention, ...]:
    """Return what hangs on the words, or on a clause of theirs: "the raid that killed two at"."""
    clauses = scene.tree.under(hit.head, "relcl", "acl")
    return tuple(one for word in (hit.head, *clauses) for one in found.get(word, ()))


def last_sentence(scene: Scene, thread: Thread) -> int:
    """Return the number of the sentence that last speaks of an event."""
    return scene.tree.sentence[thread.hits[-1].head]


def _apart(one: Days | None, other: Days | None) -> bool:
    return one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])
