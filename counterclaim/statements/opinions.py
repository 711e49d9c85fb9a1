"""Two readings of one text into one: the learned reader's, and the rules' as a second opinion.

Where both see an attribution, it is the surer; where only one does, it must be sure by itself. How
often each is right where they differ was counted on our held-out reports and the development sets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from counterclaim.model.tree import Tree, Words
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.relays import renumbered
from counterclaim.statements.silence import RULES as SILENCE
from counterclaim.statements.sources import phrase
from counterclaim.statements.subjects import VERBAL, can_speak, own_subject

ALONE = 0.75
"""How sure the learned reader must be of a cue that no rule sees."""

DOUBTED = 0.2
"""How likely a cue must be that only a rule sees."""

HEARD = 0.3
"""How likely a word must be a source's for the rule that takes it to stand."""

NAMED = 0.8
"""How sure the learned reader must be of a source where a rule reads none."""

BELONGING = 0.75
"""How likely the words after a source must be a part of it: an apposition is none."""

OF_THEIR_OWN = frozenset(rule.__name__ for rule in SILENCE) | {
    "quoted_as_saying",
    "called_first",
    "turn",
}
"""Rules that read what the learned reader has no form for: they keep their cues and sources."""


def weigh(page: Page, ruled: Sequence[Finding], tagged: Sequence[Finding]) -> list[Finding]:
    """Bring the findings of the rules and of the learned reader together."""
    if not page.tree.parse.tags.roles:
        return list(ruled)
    tagged = [_by_its_own_subject(page, one) for one in tagged]
    at, shared = _by_cue(tagged), _by_cue(ruled)
    kept, met = list[Finding | None](), set[int]()
    answered = _answered(page, ruled)
    for place, finding in enumerate(ruled):
        rivals = {number for word in finding.cue for number in at[word]}
        best = max(sorted(rivals), key=lambda n: _common(finding, tagged[n]), default=None)
        if place in answered:
            met |= rivals
            kept.append(finding.but(tag=None if best is None else tagged[best].tag))
        elif best is not None:
            met.add(best)
            alone = len({number for word in finding.cue for number in shared[word]}) == 1
            kept.append(_agreed(page, finding, tagged[best], alone=alone))
        else:
            kept.append(finding if _credible(page, finding) else None)
    found = renumbered(kept)
    return found + _unmet(page, found, [one for n, one in enumerate(tagged) if n not in met])


def _by_its_own_subject(page: Page, tagged: Finding) -> Finding:
    """Give a verb to its own subject, where the learned reader has another verb's for its source.

    "The army blamed a group, whose spokesman told": the spokesman told it.
    """
    tree, source = page.tree, tagged.source
    if source is None or not _is_subject(tree, source) or tree.tokens[source].head in tagged.cue:
        return tagged
    for verb in (at for at in tagged.cue if tree.tokens[at].pos in VERBAL):
        own = own_subject(page, verb)
        if own is not None and own not in tagged.phrase and can_speak(page, own):
            return tagged.but(source=own, phrase=phrase(page, own))
    return tagged


def _is_subject(tree: Tree, word: int) -> bool:
    return tree.tokens[word].dep in {"nsubj", "nsubjpass"}


def _answered(page: Page, ruled: Sequence[Finding]) -> set[int]:
    """Return the places of claims that rules read with their denials, and of these denials.

    The learned reader has no form for "rejected Kabul's claim that P": one content of two.
    """
    pairs = [
        (place, one.holder)
        for place, one in enumerate(ruled)
        if one.holder is not None and one.via is not None and _credible(page, ruled[one.holder])
    ]
    return {place for pair in pairs for place in pair}


def _by_cue(found: Sequence[Finding]) -> Mapping[int, list[int]]:
    """Return, for each word, the numbers of the findings that have it in their cue."""
    at: dict[int, list[int]] = defaultdict(list)
    for number, finding in enumerate(found):
        for word in finding.cue:
            at[word].append(number)
    return at


def _common(one: Finding, other: Finding) -> int:
    return len(set(one.content) & set(other.content))


def _unmet(page: Page, kept: Sequence[Finding], rest: Sequence[Finding]) -> list[Finding]:
    """Keep what only the learned reader sees: surely a cue, or more that goes with a kept one.

    Sentences that go on with a kept one have its speaker: one attribution is one mouth.
    """
    at = _by_cue(kept)
    whose = {one.tag: _head(one) for one in reversed(kept) if one.cue}
    found = []
    for finding in (one for one in rest if _sure(page, one)):
        rivals = [kept[number] for word in finding.cue for number in at[word]]
        if not finding.cue:
            found.append(finding.but(named_by=whose.get(finding.tag, finding.named_by)))
        elif not any(_common(finding, rival) for rival in rivals):
            source = rivals[0].source if rivals else finding.source
            words = rivals[0].phrase if rivals else _phrase(page, finding)
            cue = rivals[0].cue if rivals else finding.cue
            found.append(finding.but(source=source, phrase=words, cue=cue))
    return found


def _head(finding: Finding) -> int | None:
    return finding.source if finding.source is not None else finding.named_by


def _agreed(page: Page, ruled: Finding, tagged: Finding, *, alone: bool) -> Finding:
    """Take each part from the one that is the better at it."""
    found = ruled.but(tag=tagged.tag)
    if _acts(page, ruled) and ruled.source in tagged.content:
        return ruled
    lost = _loses_its_verb(page, ruled, tagged) or _loses_its_phrase(page, ruled, tagged)
    inside = ruled.rule == "quoted_as_saying" and ruled.source in tagged.content
    own = ruled.rule == "called_first" or inside or lost
    if alone and not own and not _holds_its_cue(page, tagged):
        found = found.but(content=tagged.content, spans=())
    if ruled.rule in OF_THEIR_OWN:
        return found
    source = _speaker(page, ruled, tagged)
    words = _phrase(page, tagged) if source == tagged.source else ()
    rule = "learned" if ruled.rule == "impersonal" and source is not None else ruled.rule
    return found.but(source=source, phrase=words, cue=tagged.cue, rule=rule)


def _acts(page: Page, ruled: Finding) -> bool:
    """Whether a source stands behind the "by" of a passive cue: "was accused by the army"."""
    phrase = None if ruled.source is None else page.tree.parent(ruled.source)
    return phrase is not None and page.tree.tokens[phrase].dep == "agent"


def _holds_its_cue(page: Page, tagged: Finding) -> bool:
    """Whether a content begins with what hangs on its cue: "It is estimated | that P"."""
    read = page.tagged(tagged)
    before = [word for word in read.content if word < read.cue[0]] if read and read.cue else []
    return bool(before) and all(
        page.tree.tokens[word].head in tagged.cue and page.tree.tokens[word].dep in FRAME
        for word in before
    )


def _loses_its_verb(page: Page, ruled: Finding, tagged: Finding) -> bool:
    """Whether the learned reader leaves out what is denied but for its object: "backing | M23"."""
    tree = page.tree
    verbs = [at for at in ruled.content if tree.tokens[at].head in ruled.cue]
    left = [at for at in verbs if tree.tokens[at].tag == "VBG" and at not in tagged.content]
    return bool(left) and set(tagged.content) < set(ruled.content)


def _loses_its_phrase(page: Page, ruled: Finding, tagged: Finding) -> bool:
    """Whether the learned reader ends before what is laid on him: "blamed X | for the raid"."""
    tree = page.tree
    ties = [at for at in ruled.content if tree.tokens[at].head in ruled.cue and at > ruled.cue[-1]]
    takes = [way for way in ruled.group.takes if way not in page.lexicon.words["as"]]
    wanted = [at for at in ties if tree.lower(at) in takes]
    shorter = set(tagged.content) < set(ruled.content)
    return bool(wanted) and shorter and wanted[0] > tagged.content[-1]


FRAME = frozenset({"expl", "nsubjpass", "aux", "auxpass"})


def _speaker(page: Page, ruled: Finding, tagged: Finding) -> int | None:
    """Choose the source: a rule's, unless the learned reader holds its words for none."""
    if ruled.source is None:
        read = page.tagged(tagged)
        return tagged.source if read and read.sources[0][1] >= NAMED else None
    heard = page.tree.parse.tags.roles[ruled.source].source >= HEARD
    named = heard or tagged.source is None or _beside(page, ruled.source, tagged.source)
    return ruled.source if named else tagged.source


def _beside(page: Page, first: int, other: int) -> bool:
    """Whether the learned reader only has the second of two speakers: "Omar and residents said"."""
    token = page.tree.tokens[other]
    return token.dep == "conj" and token.head == first


def _phrase(page: Page, tagged: Finding) -> Words:
    """Return the words of a source, without an apposition that may not be a part of it."""
    words, head = tagged.phrase, tagged.source
    if head is None:
        return ()
    short = phrase(page, head)
    if objects := page.tree.under(words[-1], "pobj"):  # cut before what it leads to
        words = (*words, *range(words[-1] + 1, phrase(page, objects[0])[-1] + 1))
    tail = [page.tree.parse.tags.roles[word].source for word in words if word > short[-1]]
    if not tail or sum(tail) / len(tail) >= BELONGING:
        return words
    return tuple(word for word in words if word <= short[-1])


def _credible(page: Page, finding: Finding) -> bool:
    """Whether the learned reader holds words for a cue at all that a rule does."""
    if not finding.cue:
        return True
    roles = page.tree.parse.tags.roles
    return max(roles[word].cue for word in finding.cue) >= DOUBTED


def _sure(page: Page, finding: Finding) -> bool:
    tagged = page.tagged(finding)
    named = any(page.tree.tokens[at].entity == "I-PERSON" for at in finding.cue)
    return tagged is not None and not named and tagged.cue_score >= ALONE
