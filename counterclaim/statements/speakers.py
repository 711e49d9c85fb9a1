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
from counterclaim.statements.joint import PLURAL
from counterclaim.statements.sources import Parties, source_at
from counterclaim.statements.subjects import can_speak

REACH = 3
"""Sentences back that a pronoun may reach."""

LEADING = frozenset({"nsubj", "nsubjpass"})
Others = Mapping[tuple[int, bool], set[str]]
"""Who else stands in a sentence, persons (True) and others (False), by what they are called."""
NOBODY = frozenset({SourceType.NONE, SourceType.UNSPECIFIED, SourceType.OUTLET})


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who has spoken: in which sentence, under which words, a person or not, one or several.

    After an accusation a pronoun may mean the accused; words that are shared by two, or passed
    on by one for another, have two who may be meant; nobody is known by a pronoun left open.
    """

    source: Source
    sentence: int
    words: frozenset[str]
    person: bool
    several: bool
    accuses: bool
    shared: bool
    unnamed: bool


def resolve(
    page: Page, parties: Parties, found: Sequence[Finding], sources: Sequence[Source]
) -> tuple[list[Source], dict[int, Source]]:
    """Name the sources that are pronouns or short for an earlier one; leave open the doubtful.

    The relays are named likewise: they come by the number of the finding that has one.
    """
    others = _others(page, parties, found)
    spoken: list[Speaker] = []
    resolved, relays = list(sources), dict[int, Source]()
    for number in sorted(range(len(found)), key=lambda one: _place(found[one])):
        head, via = _head(found[number]), found[number].via
        if via is not None:
            relay, person = source_at(page, parties, via), _is_person(page, parties, via)
            relays[number] = _named(page, relay, via, spoken, others, person=person)
        if head is None or sources[number].type in NOBODY:
            continue
        mention = parties.at(page.tree.tokens[head].span)
        person = mention is not None and mention.type is MentionType.PERSON
        resolved[number] = _named(page, sources[number], head, spoken, others, person=person)
        spoken.append(_speaker(page, parties, resolved[number], found[number]))
    return resolved, relays


def _place(finding: Finding) -> int:
    return finding.source if finding.source is not None else min((*finding.cue, *finding.content))


def _head(finding: Finding) -> int | None:
    return finding.source if finding.source is not None else finding.named_by


def _named(
    page: Page,
    source: Source,
    head: int,
    spoken: Sequence[Speaker],
    others: Others,
    *,
    person: bool,
) -> Source:
    lexicon, tree = page.lexicon, page.tree
    sentence = tree.sentence[head]
    if lexicon.listed(tree, head, "personal"):
        found = _last(spoken, sentence, others, person=True)
        return _as(source, found, "pronoun") if found and not found.several else source
    if lexicon.listed(tree, head, "group"):
        found = _last(spoken, sentence, others, person=False)
        fits = found and found.several is lexicon.listed(tree, head, "several")
        return _as(source, found, "pronoun") if found and fits else source
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


def _last(
    spoken: Sequence[Speaker], sentence: int, others: Others, *, person: bool
) -> Speaker | None:
    """Return the last speaker, where it is near, of the right sort, and no other can be meant."""
    found = spoken[-1] if spoken else None
    if found is None or sentence - found.sentence > REACH or found.person is not person:
        return None
    if found.unnamed or found.shared or (found.accuses and not person):
        return None
    between = (others.get((at, person), set()) for at in range(found.sentence + 1, sentence + 1))
    return None if set().union(*between) - {found.source.name} else found


def _as(source: Source, speaker: Speaker, rule: str) -> Source:
    other = speaker.source
    return replace(source, name=other.name, type=other.type, mention=other.mention, rule=rule)


def _speaker(page: Page, parties: Parties, source: Source, finding: Finding) -> Speaker:
    tree = page.tree
    head = finding.source if finding.source is not None else finding.named_by or 0
    words = tree.at(source.span) if source.span else (head,)
    person = _is_person(page, parties, head) or tree.tokens[words[-1]].entity.endswith("PERSON")
    relay = finding.via is not None and _is_person(page, parties, finding.via) is person
    return Speaker(
        source=source,
        sentence=tree.sentence[head],
        words=frozenset(tree.lower(at) for at in (words if person else (head,))),
        person=person,
        several=tree.tokens[head].tag in PLURAL or page.lexicon.listed(tree, head, "several"),
        accuses=finding.group.act == "accuse",
        unnamed=page.lexicon.listed(tree, head, "personal", "group") and source.rule != "pronoun",
        shared=relay or bool(tree.under(head, "conj")) or tree.tokens[head].dep == "conj",
    )


def _is_person(page: Page, parties: Parties, word: int) -> bool:
    mention = parties.at(page.tree.tokens[word].span)
    named = mention is not None and mention.type is MentionType.PERSON
    return named or page.lexicon.listed(page.tree, word, "personal")


def _others(page: Page, parties: Parties, found: Sequence[Finding]) -> Others:
    """Return, for each sentence, the subjects outside what is said that a pronoun may stand for."""
    said = {word for one in found for word in (*one.content, one.source, one.via)}
    others: dict[tuple[int, bool], set[str]] = defaultdict(set)
    for word, token in enumerate(page.tree.tokens):
        if token.dep in LEADING and word not in said and can_speak(page, word):
            mention = parties.at(token.span)
            name = mention.name if mention else token.text
            person = _is_person(page, parties, word)
            sentence = page.tree.sentence[word]
            others[sentence, person].add(name)
            if token.pos == "PROPN":
                others[sentence, True].add(name)
    return others
