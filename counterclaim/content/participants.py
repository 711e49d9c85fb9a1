"""Who took part in an event, and with what: each by the words that the text has for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from counterclaim.content import modes
from counterclaim.content.arguments import Argument, Bond, arguments, is_passive
from counterclaim.content.cast import BODIES, Cast, Kind, called, described, mention_of
from counterclaim.content.marked import LEAST, event_at, marked
from counterclaim.content.naming import ON_RECORD, is_place
from counterclaim.content.scene import Happening, Hit, Scene
from counterclaim.content.seats import Seat
from counterclaim.model.event import Degree, Part, Participant, Responsibility, Share
from counterclaim.model.quantity import Quantity
from counterclaim.model.statement import MentionType
from counterclaim.model.text import Cited, Span
from counterclaim.model.tree import Tree, Words

PLAIN = frozenset({Degree.FACT, Degree.ADMITTED})
"""Degrees of those who are told of as the doers, like any other who takes part."""
NEAR = ("amod", "compound")
BURSTING = frozenset({"bombing", "suicide_bombing", "mine", "arson", "sabotage"})
"""Types of events that strike what they happen at."""


def find_participants(
    scene: Scene, cast: Cast, happenings: Sequence[Happening]
) -> tuple[tuple[Participant, ...], ...]:
    """Find for each event who took part in it, and with what, in the order of the text."""
    found: list[dict[tuple[Part, str], Participant]] = [{} for _ in happenings]
    for number, one in (*_told(scene, cast, happenings), *_marked(scene, cast, happenings)):
        if one.part is Part.PERPETRATOR and is_place(scene, one.text):
            continue  # "the Tarn raid"
        found[number].setdefault((one.part, one.text.casefold()), one)
    return tuple(tuple(sorted(_fullest(tuple(each.values())), key=_place)) for each in found)


def with_those_told(
    scene: Scene, found: tuple[Participant, ...], charges: Iterable[Responsibility]
) -> tuple[Participant, ...]:
    """Add who is told to have done it as a fact, or admits it: nobody who is only accused."""
    named = {one.id: one for one in scene.mentions}
    known = {one.text.casefold() for one in found if one.part is Part.PERPETRATOR}
    added = [
        Participant(Part.PERPETRATOR, one.party, named[one.mention].span, "told", one.mention)
        for one in charges
        if one.mention in named and one.share is Share.PERPETRATOR
        if one.degree.value in PLAIN and one.party.casefold() not in known
    ]
    return tuple(sorted((*found, *added), key=_place))


def _place(one: Participant) -> tuple[Span, Part]:
    return one.span, one.part


def _told(
    scene: Scene, cast: Cast, happenings: Sequence[Happening]
) -> Iterator[tuple[int, Participant]]:
    """Yield what the tree has round the words for each event."""
    for number, happening in enumerate(happenings):
        for seat, part in seats(scene, cast, happening):
            for word in (seat.argument.word, *_other_words(seat, part)):
                yield number, _participant(scene, cast, word, part, seat.argument.rule)


def _marked(
    scene: Scene, cast: Cast, happenings: Sequence[Happening]
) -> Iterator[tuple[int, Participant]]:
    """Yield what the learned reader takes for a part in an event."""
    for mark in marked(scene):
        number = event_at(scene.tree, happenings, mark.words)
        if (
            number is not None
            and mark.score >= LEAST
            and _knows(scene, happenings[number], mark.part)
        ):
            word = scene.head(mark.words)
            yield number, _participant(scene, cast, word, mark.part, "learned")


def _knows(scene: Scene, happening: Happening, part: Part) -> bool:
    known = scene.lexicon.types.types.get(happening.type)
    return known is not None and part.value in known.roles


def _fullest(found: Sequence[Participant]) -> Iterator[Participant]:
    """Leave out what another wording says more fully: "the bomb" beside "a powerful bomb"."""
    words = [(one.part, frozenset(one.text.casefold().split())) for one in found]
    for (part, mine), one in zip(words, found, strict=True):
        if not any(part == other and mine < theirs for other, theirs in words):
            yield one


def part_of(seat: Seat) -> Part | None:
    """Say what a noun is to the event; None where it has no part that the type knows."""
    known = seat.scene.lexicon.types.types.get(seat.type)
    roles = known.roles if known else ()
    found = next((part for rule in RULES if (part := rule(seat)) is not None), None)
    meant = seat.type == "protest" and not seat.harms  # "a march against the junta"
    if found is Part.VICTIM and (seat.type in LAWFUL or meant or Part.VICTIM not in roles):
        return Part.OTHER
    return found if found is not None and found.value in roles else None


LAWFUL = frozenset({"arrest", "trial", "appointment", "sanction"})
"""Types that befall people who are nobody's victims by that."""


def weapon(seat: Seat) -> Part | None:
    """Take a weapon, however it hangs: "with rifles", "a bomb exploded", "a car bomb"."""
    return Part.WEAPON if Kind.WEAPON in seat.kinds else None


def thing_struck(seat: Seat) -> Part | None:
    """Take what is no person and is attacked: "dynamited the pipeline", "attack on the bank"."""
    if Kind.THING not in seat.kinds or (Kind.PEOPLE in seat.kinds and seat.harms):
        return None
    before = seat.argument.bond is Bond.BEFORE
    return Part.TARGET if seat.befalls or before else None


def place_struck(seat: Seat) -> Part | None:
    """Take what a charge goes off at, or a fire burns: "exploded outside the embassy"."""
    at = seat.argument.bond is Bond.SITE and seat.type in BURSTING
    return Part.TARGET if at and Kind.THING in seat.kinds else None


def people_struck(seat: Seat) -> Part | None:
    """Take the people whom it befalls; who is killed or taken is people, whatever the word."""
    if not seat.befalls or seat.kinds & {Kind.OTHER, Kind.PLACE, Kind.THING}:
        return Part.VICTIM if seat.befalls and Kind.PEOPLE in seat.kinds else None
    if seat.trigger_is("taking") and seat.type not in PERSONAL and _is_ground(seat):
        return None
    personal = seat.harms or seat.type in PERSONAL
    return Part.VICTIM if Kind.PEOPLE in seat.kinds or personal else None


def _is_ground(seat: Seat) -> bool:
    """Whether a name is that of ground that changes hands, where no one is known by it."""
    token = seat.scene.tree.tokens[seat.argument.word]
    known = seat.scene.mentioned(seat.argument.word, *BODIES)
    return token.pos == "PROPN" and (known is None or known.rule not in ON_RECORD)


PERSONAL = frozenset({"assassination", "abduction", "execution", "massacre", "torture", "arrest"})


def doer(seat: Seat) -> Part | None:
    """Take who does it: people, bodies, states."""
    if seat.argument.bond not in {Bond.DOER, Bond.OWNER, Bond.BEFORE} or seat.befalls:
        return None
    if seat.trigger_is("averting") or seat.is_scene:
        return None
    before = seat.argument.bond is Bond.BEFORE
    if before and (seat.harms or not seat.is_named):
        return None
    of = seat.argument.rule == "of_the_of_phrase"
    state = Kind.PLACE in seat.kinds and seat.argument.bond is Bond.DOER
    return Part.PERPETRATOR if not of and (Kind.PEOPLE in seat.kinds or state) else None


Rule = Callable[[Seat], Part | None]

RULES: tuple[Rule, ...] = (weapon, thing_struck, place_struck, people_struck, doer)


def seats(scene: Scene, cast: Cast, happening: Happening) -> Iterator[tuple[Seat, Part]]:
    """Yield each noun that has a part in an event, with the part."""
    for seat in _seats(scene, cast, happening):
        part = part_of(seat)
        if part is not None:
            yield seat, part


def _seats(scene: Scene, cast: Cast, happening: Happening) -> Iterator[Seat]:
    for hit in happening.hits:
        if modes.negated(scene, hit.head):
            continue
        seats = [
            *arguments(scene.tree, cast.links, hit.head),
            *_named_within(scene, hit),
            *_behind_a_time(scene, hit),
        ]
        for argument in seats:
            if _may_sit(scene, hit, argument):
                kinds = cast.kinds_of(scene, argument.word)
                yield Seat(scene, cast, happening.type, hit, argument, kinds)


def _named_within(scene: Scene, hit: Hit) -> Iterator[Argument]:
    """Yield the nouns that are themselves words for the event: "car bomb"."""
    for word in hit.words:
        if scene.tree.tokens[word].pos in {"NOUN", "PROPN"}:
            yield Argument(word, Bond.MEANS, "named_within")


def _behind_a_time(scene: Scene, hit: Hit) -> Iterator[Argument]:
    """Yield the subject that the tree hangs on a time: "at the end of May two men were killed"."""
    tree = scene.tree
    if not is_passive(tree, hit.head) or tree.under(hit.head, "nsubjpass", "nsubj"):
        return
    for preposition in tree.under(hit.head, "prep"):
        for word in tree.subtree(preposition):
            last = word - 1
            within = tree.tokens[word].dep == "pobj" and preposition < word < hit.head
            if within and not scene.mentioned(word, MentionType.TIME):
                before = (at for at in range(preposition, last + 1) if tree.tokens[at].head == word)
                if any(scene.mentioned(at, MentionType.TIME) for at in before):
                    yield from _together(tree, word)


def _together(tree: Tree, word: int) -> Iterator[Argument]:
    for each in (word, *tree.under(word, "conj")):
        yield Argument(each, Bond.UNDERGOER, "behind_a_time")


def _may_sit(scene: Scene, hit: Hit, argument: Argument) -> bool:
    token = scene.tree.tokens[argument.word]
    if argument.word in hit.words and argument.rule != "named_within":
        return False
    return token.pos in {"NOUN", "PROPN", "ADJ"} and any(map(str.isalpha, token.text))


def _other_words(seat: Seat, part: Part) -> Iterator[int]:
    """Yield what else a person with a name is called there: "the mayor, N. N."."""
    if part in {Part.VICTIM, Part.PERPETRATOR}:
        yield from described(seat.scene, seat.cast, seat.argument.word)


def _participant(scene: Scene, cast: Cast, word: int, part: Part, rule: str) -> Participant:
    words = called(scene, cast, word)
    mention = mention_of(scene, words)
    span = scene.tree.span(words)
    text = " ".join(scene.tree.quote(span).split())
    proper = scene.tree.tokens[word].pos == "PROPN"
    person = mention is not None and mention.type is MentionType.PERSON
    if mention is not None and person and proper and text in mention.name:
        text = mention.name
    return Participant(
        part=part,
        text=text,
        span=span,
        rule=rule,
        mention=mention.id if mention else None,
        count=_count(scene, word),
        nationality=_nationality(scene, word, words),
    )


def _nationality(scene: Scene, word: int, words: Words) -> str:
    """Return the country whose people a noun is said to be of: "Chinese engineers"."""
    near = (*words, *scene.tree.under(word, "amod", "compound", "nmod"))
    for mention in (one for at in near for one in scene.named.get(at, ())):
        if mention.type is MentionType.NATIONALITY and mention.place is not None:
            return mention.place.value.country
    return ""


def _count(scene: Scene, word: int) -> Cited[Quantity] | None:
    tree = scene.tree
    before = min((word, *tree.under(word, *NEAR))) - 1  # the tree may hang it on a month
    for number in (word, *tree.under(word, "nummod"), before):
        for mention in scene.named.get(number, ()):
            if mention.quantity is not None:
                return mention.quantity
    return None
