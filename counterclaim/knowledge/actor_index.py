"""Which parties a name may stand for, and for which a role speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.actors import (
    POSSESSIVE,
    Actor,
    Alias,
    AliasKind,
    Candidate,
    Role,
    Roles,
    body_of,
    is_state,
    plain_form,
    without_article,
)

# What a state is called before the name of one of its bodies.
OF_A_STATE = frozenset(
    {AliasKind.COUNTRY, AliasKind.ACRONYM, AliasKind.ADJECTIVE, AliasKind.DEMONYM}
)
# "The Kabul government" is that of the country, "the Kabul police" that of the city.
OF_A_GOVERNMENT = OF_A_STATE | {AliasKind.METONYM}


@dataclass(frozen=True, slots=True)
class ActorIndex:
    """All parties by id and by name. Bodies without a name of their own are made when asked for.

    `offices` holds what those are called who speak for a body: not its members.
    """

    actors: Mapping[str, Actor]
    forms: Mapping[str, tuple[Candidate, ...]]
    states: Mapping[str, str]
    roles: Roles
    bodies: Mapping[str, str]
    role_names: Mapping[str, Role]
    offices: Set[str]

    def candidates(
        self, form: str, year: int | None = None, country: str | None = None
    ) -> tuple[Candidate, ...]:
        """Return every party that a name may stand for, in a year if that is known.

        `country` settles whose "foreign ministry" it is: an ISO code, or the id of a state that
        has none.
        """
        found = self._named(form, year) or tuple(self._composed(form, year))
        return found or tuple(self._body_alone(form, country))

    def organs(
        self, role: str, year: int | None = None, country: str | None = None
    ) -> tuple[Candidate, ...]:
        """Return the bodies for which a role speaks ("Pakistani foreign minister", "ISPR head")."""
        for before, after in self._splits(role):
            for place, rest in ((before, after), (after, before)):
                known = self.role_names.get(plain_form(rest))
                if known and (found := self._spoken_for(known, place, year, country)):
                    return found
        return tuple(self._role_alone(role, country))

    def has(self, id: str) -> bool:
        """Whether a party has this id: one on the shelf, or a body of a state."""
        state, _, body = id.rpartition(".")
        of_a_state = state in self.actors and is_state(state) and body in self.roles.body
        return id in self.actors or of_a_state

    def actor(self, id: str) -> Actor:
        """Return a party by its id. Raises KnowledgeError for an unknown one."""
        if not self.has(id):
            raise KnowledgeError(f"No actor has the id '{id}'", "Look the id up by a name")
        state, _, body = id.rpartition(".")
        return self.actors.get(id) or self._body(self.actors[state], body)

    def chain(self, id: str) -> tuple[Actor, ...]:
        """Return a party and all that it is part of, nearest first: army, ministry, government."""
        found = {id: self.actor(id)}
        waiting = [*found[id].part_of]
        for above in waiting:
            if above not in found:
                found[above] = self.actor(above)
                waiting.extend(found[above].part_of)
        return tuple(found.values())

    def head(self, id: str) -> str:
        """Return the party whose voice a body is: its state, or the one it all is part of.

        A body of two masters, and one of a region with a government of its own, is its own.
        """
        chain = self.chain(id)
        state = next((actor.id for actor in chain if is_state(actor.id)), "")
        tops = [actor.id for actor in chain if not actor.part_of]
        return state or (tops[0] if len(tops) == 1 else id)

    def _named(self, form: str, year: int | None) -> tuple[Candidate, ...]:
        known = self.forms.get(plain_form(form), ())
        return tuple(
            each for each in known if each.alias.holds(year) and is_written(form, each.alias)
        )

    def _composed(self, form: str, year: int | None) -> Iterator[Candidate]:
        """Read "Pakistani army" and "army of Pakistan" as the name of a state and of a body."""
        for before, after in self._splits(form):
            for place, rest in ((before, after), (after, before)):
                body = self.bodies.get(plain_form(rest))
                if body:
                    kinds = OF_A_GOVERNMENT if body == "government" else OF_A_STATE
                    for actor in self._bodies_of(place, body, kinds, year):
                        yield Candidate(actor, Alias(form, AliasKind.FULL))

    def _splits(self, form: str) -> Iterator[tuple[str, str]]:
        """Cut a phrase in two at each blank, or around each link."""
        words = form.split()
        for cut in range(1, len(words)):
            linked = words[cut] in self.roles.links
            after = words[cut + linked :]
            if after:
                yield " ".join(words[:cut]), " ".join(after)

    def _bodies_of(
        self, place: str, body: str, kinds: Set[AliasKind], year: int | None
    ) -> list[Actor]:
        """Take a name for a state, in one of the ways it can stand for it, and find its body."""
        states = {
            each.actor.id: each.actor
            for each in self._named(place, year)
            if each.alias.kind in kinds and is_state(each.actor.id)
        }
        return [self._body(state, body) for state in states.values()]

    def _body_alone(self, form: str, country: str | None) -> Iterator[Candidate]:
        state, body = self.states.get(country or ""), self.bodies.get(plain_form(form))
        if state and body:
            actor = self._body(self.actors[state], body)
            yield Candidate(actor, Alias(form, AliasKind.SHORT))

    def _spoken_for(
        self, role: Role, place: str, year: int | None, country: str | None
    ) -> tuple[Candidate, ...]:
        """Return the body of a state, or whoever else has people in such roles; no city has."""
        if not role.speaks_for:
            return self.candidates(place, year, country)
        if bodies := self._bodies_of(place, role.speaks_for, OF_A_STATE, year):
            return tuple(Candidate(body, Alias(place, AliasKind.FULL)) for body in bodies)
        others = self.candidates(place, year, country)
        return tuple(each for each in others if not is_state(each.actor.id))

    def _role_alone(self, form: str, country: str | None) -> Iterator[Candidate]:
        state, role = self.states.get(country or ""), self.role_names.get(plain_form(form))
        if state and role and role.speaks_for:
            actor = self._body(self.actors[state], role.speaks_for)
            yield Candidate(actor, Alias(form, AliasKind.SHORT))

    def _body(self, state: Actor, body: str) -> Actor:
        if body == "government":
            return state
        id = f"{state.id}.{body}"
        return self.actors.get(id) or body_of(state, body, self.roles)


def is_written(form: str, alias: Alias) -> bool:
    """Whether a text writes a name as a name: "Polish" and not "polish", "US" and not "Us".

    "Nato" and "Isis" may be, but a mixed acronym must agree in each letter: "JeM" is no "JEM".
    """
    if alias.kind is not AliasKind.ACRONYM:
        return alias.form.islower() or not form.islower()
    letters = [letter for letter in POSSESSIVE.sub("", without_article(form)) if letter.isalnum()]
    capitals = sum(letter.isupper() for letter in letters)
    if any(letter.islower() for letter in letters) and capitals > 1:
        return letters == [letter for letter in alias.form if letter.isalnum()]
    return capitals > 1 or len(letters) > 3 or "".join(letters) == alias.form


def index_actors(actors: Iterable[Actor], roles: Roles) -> ActorIndex:
    """Put parties on the shelf by id and by every form of their names."""
    known = {actor.id: actor for actor in actors}
    forms: dict[str, list[Candidate]] = {}
    for actor in known.values():
        for alias in actor.aliases:
            forms.setdefault(plain_form(alias.form), []).append(Candidate(actor, alias))
    member = roles.role.get("member")
    role_names = {plain_form(name): role for role in roles.role.values() for name in role.names}
    return ActorIndex(
        actors=known,
        forms={form: tuple(found) for form, found in forms.items()},
        states={actor.code or actor.id: actor.id for actor in known.values() if is_state(actor.id)},
        roles=roles,
        bodies={plain_form(name): id for id, body in roles.body.items() for name in body.names},
        role_names=role_names,
        offices=frozenset(name for name, role in role_names.items() if role is not member),
    )
