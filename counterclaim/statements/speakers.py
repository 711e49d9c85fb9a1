"""Who "he", "it" and "the ministry" are: the one who spoke last, if there is no doubt.

One claim in the wrong mouth is worse than ten that nobody is named for. A pronoun goes to the last
speaker that it fits, a few sentences back at most; another person in between leaves it open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.model.statement import MentionType, Source, SourceType
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.sources import Parties

REACH = 3
"""Sentences back that a pronoun may reach."""

LEADING = frozenset({"nsubj", "nsubjpass"})
NOBODY = frozenset({SourceType.NONE, SourceType.UNSPECIFIED, SourceType.OUTLET})


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who has spoken: in which sentence, under which words, a person or not.

    After an accusation a pronoun may mean the accused.
    """

    source: Source
    sentence: int
    words: frozenset[str]
    person: bool
    accuses: bool


def resolve(
    page: Page, parties: Parties, found: Sequence[Finding], sources: Sequence[Source]
) -> list[Source]:
    """Name the sources that are pronouns or short for an earlier one; leave open the doubtful."""
    people = _people(page, parties, found)
    spoken: list[Speaker] = []
    resolved = list(sources)
    for number in sorted(range(len(found)), key=lambda one: _place(found[one])):
        head = _head(found[number])
        if head is None or sources[number].type in NOBODY:
            continue
        mention = parties.at(page.tree.tokens[head].span)
        person = mention is not None and mention.type is MentionType.PERSON
        resolved[number] = _named(page, sources[number], head, spoken, people, person=person)
        spoken.append(_speaker(page, parties, resolved[number], found[number]))
    return resolved


def _place(finding: Finding) -> int:
    return finding.source if finding.source is not None else min((*finding.cue, *finding.content))


def _head(finding: Finding) -> int | None:
    return finding.source if finding.source is not None else finding.named_by


def _named(
    page: Page,
    source: Source,
    head: int,
    spoken: Sequence[Speaker],
    people: Mapping[int, set[str]],
    *,
    person: bool,
) -> Source:
    lexicon, tree = page.lexicon, page.tree
    sentence = tree.sentence[head]
    if lexicon.listed(tree, head, "personal"):
        found = _last(spoken, sentence, person=True)
        name = found.source.name if found else None
        between = set().union(*(people.get(at, set()) for at in _between(found, sentence)))
        doubtful = bool(between - {name})
        return source if found is None or doubtful else _as(source, found, "pronoun")
    if lexicon.listed(tree, head, "group"):
        found = _last(spoken, sentence, person=False)
        return source if found is None else _as(source, found, "pronoun")
    if source.type is SourceType.DESCRIBED and not tree.under(head, "poss"):
        near = [one for one in spoken if sentence - one.sentence <= 2 * REACH]
        alike = [one for one in near if _same_word(page, head) & one.words]
        alike = [one for one in alike if one.person is person]
        names = {one.source.name for one in alike}
        return _as(source, alike[-1], "short_for") if len(names) == 1 else source
    return source


def _same_word(page: Page, head: int) -> frozenset[str]:
    """Return the head of a noun phrase with the words that mean the same."""
    word = page.tree.lower(head)
    spokes = page.lexicon.words.get("spokes", frozenset())
    return spokes if word in spokes else frozenset({word})


def _last(spoken: Sequence[Speaker], sentence: int, *, person: bool) -> Speaker | None:
    """Return the last speaker, where it is near and of the sort that the pronoun asks for."""
    found = next((one for one in reversed(spoken)), None)
    if found is None or sentence - found.sentence > REACH or found.person is not person:
        return None
    return None if found.accuses and not person else found


def _between(found: Speaker | None, sentence: int) -> range:
    return range(0) if found is None else range(found.sentence + 1, sentence + 1)


def _as(source: Source, speaker: Speaker, rule: str) -> Source:
    other = speaker.source
    return replace(source, name=other.name, type=other.type, rule=rule)


def _speaker(page: Page, parties: Parties, source: Source, finding: Finding) -> Speaker:
    tree = page.tree
    head = finding.source if finding.source is not None else finding.named_by or 0
    mention = parties.at(tree.tokens[head].span)
    words = tree.at(source.span) if source.span else ()
    role = mention is not None and mention.type is MentionType.PERSON
    named = any(tree.tokens[at].entity.endswith("PERSON") for at in words[-1:])
    person = role or named or page.lexicon.listed(tree, head, "personal")
    called = words if person else (head,)
    return Speaker(
        source=source,
        sentence=tree.sentence[head],
        words=frozenset(tree.lower(at) for at in called),
        person=person,
        accuses=finding.group.act == "accuse",
    )


def _people(page: Page, parties: Parties, found: Sequence[Finding]) -> Mapping[int, set[str]]:
    """Return, for each sentence, who may be a person and is its subject, outside what is said."""
    said = {word for one in found for word in (*one.content, one.source)}
    people: dict[int, set[str]] = defaultdict(set)
    for word, token in enumerate(page.tree.tokens):
        if token.dep in LEADING and word not in said:
            mention = parties.at(token.span)
            person = mention is not None and mention.type is MentionType.PERSON
            if person or token.pos == "PROPN":
                people[page.tree.sentence[word]].add(mention.name if mention else token.text)
    return people
