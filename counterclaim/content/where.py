"""Where an event took place, by the words that hang on those that speak of it.

What hangs on the event itself comes first, then what stands free beside it; what follows from an
event lies where that event does. Where a text was filed is where something happened only if it
speaks of no other country.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.content.coreference import BACK
from counterclaim.content.scene import Scene
from counterclaim.content.ties import Ties, narrowed
from counterclaim.content.told import Thread, is_violent
from counterclaim.model.place import PlacePrecision
from counterclaim.model.statement import Mention, MentionId, MentionType, Sense
from counterclaim.model.text import Cited, PassageKind

ACTORS = ("nsubj", "compound", "amod", "nmod", "poss")
KIND = ("compound", "amod")


@dataclass(frozen=True, slots=True)
class Story:
    """All events of a text, and which places belong to the words for them."""

    scene: Scene
    threads: Sequence[Thread]
    ties: Ties

    def violent(self, thread: Thread) -> bool:
        """Whether an event is violence, and not what follows from it."""
        return is_violent(self.scene, thread)

    def follows(self, thread: Thread, cause: Thread) -> bool:
        """Whether an event is told soon after the words for another, and not of days before it."""
        told = self.scene.tree.sentence
        after = [told[hit.head] - told[one.head] for hit in thread.hits for one in cause.hits]
        before = thread.days and cause.days and thread.days[1] < cause.days[0]
        return not before and any(0 <= gap <= BACK for gap in after)

    def located(self) -> Iterator[Mention]:
        """Yield the places where the text says that something is."""
        for found in (self.ties.places, self.ties.near_places):
            yield from (place for listed in found.values() for place in listed)


def places_of(story: Story) -> tuple[Cited[MentionId] | None, ...]:
    """Choose for each event the place that its nearest words give, narrowed by the others."""
    return tuple(_place(story, thread) for thread in story.threads)


def own_place(place: Cited[MentionId] | None) -> Cited[MentionId] | None:
    """Return a place that the text tells of the event itself, none that is drawn from the rest."""
    own = {rule.__name__ for rule in OWN}
    return place if place is not None and place.rule in own else None


def _place(story: Story, thread: Thread) -> Cited[MentionId] | None:
    for rule in PLACES:
        if found := narrowed(rule(story, thread)):
            return Cited(found.id, (found.span,), rule.__name__)
    return None


def place_of_trigger(story: Story, thread: Thread) -> Iterator[Mention]:
    """Take the places that hang on the words for the event."""
    for hit in thread.hits:
        yield from story.ties.places.get(hit.head, ())


def place_in_sentence(story: Story, thread: Thread) -> Iterator[Mention]:
    """Take the places that stand free in the first sentence on the event that has any."""
    for hit in thread.hits:
        found = story.ties.near_places.get(story.scene.tree.sentence[hit.head], ())
        if hit.type and found:
            yield from found
            return


def place_in_paragraph(story: Story, thread: Thread) -> Iterator[Mention]:
    """Take, for violence, the places that stand free in the paragraph that first tells of it."""
    tree = story.scene.tree
    first = next((hit for hit in thread.hits if hit.type), None)
    if first is None or len(thread.hits) < 2 or not story.violent(thread):
        return
    for number, found in story.ties.near_places.items():
        if tree.paragraph[tree.bounds[number][0]] == tree.paragraph[first.head]:
            yield from found


def country_of_who_acts(story: Story, thread: Thread) -> Iterator[Mention]:
    """Take, for what is no violence itself, the country of the authority that acts."""
    if story.violent(thread):
        return
    tree = story.scene.tree
    for hit in thread.hits:
        verb = tree.tokens[hit.head].head if tree.tokens[hit.head].dep == "dobj" else hit.head
        actors = (*tree.under(hit.head, *ACTORS), *tree.under(verb, "nsubj"))
        for word in (each for actor in actors for each in (actor, *tree.under(actor, *ACTORS))):
            yield from (one for one in story.scene.named.get(word, ()) if _is_country(one))


def place_of_what_it_follows(story: Story, thread: Thread) -> Iterator[Mention]:
    """Take, for what is no violence itself, the place of the violence that the text is about."""
    if story.violent(thread):
        return
    main = max(filter(story.violent, story.threads), key=lambda one: len(one.hits), default=None)
    if main is None or not story.follows(thread, main):
        return
    for rule in OWN:
        if found := list(rule(story, main)):
            yield from found
            return


def only_country_told(story: Story, thread: Thread) -> Iterator[Mention]:
    """Take, for violence and its aftermath, the places of a text that names but one country's."""
    types = story.scene.lexicon.types.types
    if not (story.violent(thread) or types[thread.type].follows):
        return
    found = [one for one in story.located() if _country(one)]
    if len({_country(one) for one in found}) == 1:
        yield from found


def country_of_rescuers(story: Story, thread: Thread) -> Iterator[Mention]:
    """Take, for violence, the country of the police or the medics who speak of it: they are local.

    They must be called by its name where the event is told: "Kandrian health officials".
    """
    if not story.violent(thread):
        return
    tree, lexicon = story.scene.tree, story.scene.lexicon
    sentences = {tree.sentence[hit.head] for hit in thread.hits}
    named = [one for one in story.scene.mentions if _is_country(one)]
    words = {one.id: story.scene.head(story.scene.words(one)) for one in named}
    found = [
        one
        for one in named
        if tree.sentence[words[one.id]] in sentences
        and (above := tree.parent(words[one.id])) is not None
        and any(lexicon.listed(tree, word, "local") for word in (above, *tree.under(above, *KIND)))
    ]
    if len({_country(one) for one in found}) == 1:
        yield from found


def only_country_named(story: Story, thread: Thread) -> Iterator[Mention]:
    """Take the country of all places of a text, those aside that act or stand for those who do.

    Only the country: nothing says that the event was where one of its places is.
    """
    types = story.scene.lexicon.types.types
    if not (story.violent(thread) or types[thread.type].follows):
        return
    filed = _filed(story.scene)
    places = [
        one for one in _places(story.scene) if one not in filed and not _acts(story.scene, one)
    ]
    countries = {_country(one) for one in places}
    if len(countries) == 1 and countries != {""}:
        yield from _countries(story.scene, *countries)


def place_of_dateline(story: Story, _thread: Thread) -> Iterator[Mention]:
    """Take the place where the text was filed, if it speaks of no other country.

    From where the world's news is filed nothing follows on where it happened.
    """
    hubs = story.scene.lexicon.words.get("hubs", frozenset())
    filed = [one for one in _filed(story.scene) if one.name.casefold() not in hubs]
    spoken_of = {_country(one) for one in story.scene.mentions} - {""}
    if spoken_of <= {_country(one) for one in filed}:
        yield from filed


def country_of_local_dateline(story: Story, _thread: Thread) -> Iterator[Mention]:
    """Take the country from which a text was filed, if no other is named but as one that acts.

    Its own army, police or rulers must be spoken of too, and the place be no seat of government.
    """
    scene = story.scene
    filed = [one for one in _filed(scene) if _country(one)]
    seats = {one.place.value.feature for one in filed if one.place}
    named = [one for one in _places(scene) if one not in filed and _country(one)]
    abroad = {_country(one) for one in named if not _acts(scene, one)}
    at_home = {_country(one) for one in named if _acts(scene, one)}
    if CAPITAL not in seats and {_country(one) for one in filed} <= at_home - abroad:
        yield from filed


CAPITAL = "PPLC"
"""The class of capitals among the features of GeoNames."""


def _places(scene: Scene) -> Iterator[Mention]:
    yield from (one for one in scene.mentions if one.type is MentionType.PLACE)


def _filed(scene: Scene) -> list[Mention]:
    lines = scene.tree.parse.document.passages(PassageKind.DATELINE)
    return [one for one in _places(scene) if any(one.span in line for line in lines)]


def _acts(scene: Scene, place: Mention) -> bool:
    """Whether a name stands for a government, or a country speaks, owns or does something."""
    if scene.speaks_by(place.span):
        return True
    if place.sense is not None and place.sense.value is Sense.POWER:
        return True
    return _is_country(place) and scene.tree.tokens[scene.head(scene.words(place))].dep in ACTORS


def _countries(scene: Scene, code: str) -> Iterator[Mention]:
    """Yield the names of a country, and of its people."""
    yield from (one for one in scene.mentions if _is_country(one) and _country(one) == code)


def _country(place: Mention) -> str:
    return place.place.value.country if place.place else ""


def _is_country(mention: Mention) -> bool:
    place = mention.place.value if mention.place else None
    sort = mention.type in {MentionType.PLACE, MentionType.NATIONALITY}
    return sort and place is not None and place.precision is PlacePrecision.COUNTRY


Rule = Callable[[Story, Thread], Iterator[Mention]]

OWN: tuple[Rule, ...] = (place_of_trigger, place_in_sentence, place_in_paragraph)
PLACES: tuple[Rule, ...] = (
    place_of_trigger,
    place_in_sentence,
    country_of_who_acts,
    place_in_paragraph,
    place_of_what_it_follows,
    only_country_told,
    country_of_rescuers,
    only_country_named,
    place_of_dateline,
)
