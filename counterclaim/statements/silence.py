"""What is not said, not shown, not verified: it is on record, and leaves its matter open."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from counterclaim.knowledge.attribution import CueGroup
from counterclaim.model.tree import Words
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.subjects import can_speak, find_speaker, is_passive

OPEN = CueGroup(sort="statement", words=(), act="other", polarity="?", certainty="unknown")
UNVERIFIED = CueGroup(
    sort="statement", words=(), act="unable_to_verify", polarity="?", certainty="unknown"
)


def find_silence(page: Page) -> Iterator[Finding]:
    """Find what is left open on record."""
    for verb, token in enumerate(page.tree.tokens):
        if token.pos == "VERB" and page.quoted[verb] < 0:
            answers = (rule(page, verb) for rule in RULES)
            finding = next((answer for answer in answers if answer is not None), None)
            if finding is not None:
                yield finding


def not_verified(page: Page, verb: int) -> Finding | None:
    """Read "could not be independently verified": the outlet does not know."""
    tree, lexicon = page.tree, page.lexicon
    subjects = tree.under(verb, "nsubjpass")
    unable = any(lexicon.listed(tree, at, "unable") for at in tree.under(verb, "aux"))
    if not lexicon.listed(tree, verb, "verification") or not subjects or not unable:
        return None
    nobody = any(lexicon.listed(tree, at, "nobody") for at in tree.subtree(subjects[0])[:1])
    if not nobody and not lexicon.negated(page.tree, verb):
        return None
    if tree.under(verb, "agent"):
        return None
    content = _meant(page, verb, subjects[0])
    return Finding(None, _with_helpers(page, verb), content, UNVERIFIED, "not_verified")


def _meant(page: Page, verb: int, subject: int) -> Words:
    """Return what a subject stands for: itself, or what "that" follows: "a toll that could not"."""
    tree, head = page.tree, page.tree.parent(verb)
    if head is None or not page.lexicon.listed(tree, subject, "relative"):
        return tree.subtree(subject, frozenset({verb}))
    return tuple(at for at in tree.subtree(head, frozenset({verb})) if at <= head)


def not_possible_to_verify(page: Page, verb: int) -> Finding | None:
    """Read "it was not immediately possible to verify the claim": the outlet does not know."""
    tree, lexicon = page.tree, page.lexicon
    objects, above = tree.under(verb, "dobj", "ccomp"), tree.tokens[verb].head
    if not lexicon.listed(tree, verb, "verification") or tree.tokens[verb].dep != "xcomp":
        return None
    subjects, called = tree.under(above, "nsubj", "expl"), tree.under(above, "acomp")
    nobody = bool(subjects) and lexicon.listed(tree, subjects[0], "expletive")
    possible = [at for at in called if lexicon.listed(tree, at, "possible")]
    unable = any(
        lexicon.negated(tree, above) or lexicon.listed(tree, at, "impossible") for at in possible
    )
    if not (nobody and unable and objects):
        return None
    content = tuple(at for part in objects for at in tree.subtree(part))
    return Finding(None, tuple(range(above, verb + 1)), content, UNVERIFIED, "not_verified")


def cannot_verify(page: Page, verb: int) -> Finding | None:
    """Read "was unable to verify the figure" of a source: it says that it does not know."""
    tree, lexicon = page.tree, page.lexicon
    objects = tree.under(verb, "dobj", "ccomp")
    listed = lexicon.listed(tree, verb, "verification")
    helpers = tree.under(verb, "aux")
    unable = any(lexicon.listed(tree, at, "unable") for at in helpers) and lexicon.negated(
        tree, verb
    )
    above = tree.tokens[verb].head
    powerless = tree.tokens[verb].dep == "xcomp" and lexicon.listed(tree, above, "powerless")
    if not listed or not objects or not (unable or powerless):
        return None
    speaker = find_speaker(page, tree.tokens[above].head if powerless else verb)
    if speaker is None or lexicon.listed(tree, speaker, "speaker"):
        return None
    content = tuple(at for part in objects for at in tree.subtree(part))
    cue = tuple(range(above, verb + 1)) if powerless else _with_helpers(page, verb)
    return Finding(speaker, cue, content, UNVERIFIED, "cannot_verify")


def gave_none(page: Page, verb: int) -> Finding | None:
    """Read "gave no figure", "offered no proof", "made no comment"."""
    tree, lexicon = page.tree, page.lexicon
    objects = tree.under(verb, "dobj")
    if not objects or not lexicon.listed(tree, verb, "giving") or is_passive(tree, verb):
        return None
    speaker = find_speaker(page, verb)
    none = [at for at in tree.under(objects[0], "det") if lexicon.listed(tree, at, "nobody")]
    if speaker is None or not can_speak(page, speaker):
        return None
    neither = any(lexicon.listed(tree, at, "nobody") for at in tree.subtree(speaker)[:1])
    if not none and not neither:
        return None
    if not none and not lexicon.listed(tree, objects[0], "proof"):
        return None
    content = tuple(at for at in tree.subtree(objects[0]) if at not in none)
    return Finding(speaker, tuple(sorted((verb, *none))), content, OPEN, "gave_none")


def no_answer(page: Page, verb: int) -> Finding | None:
    """Read "did not respond to questions", "has not commented on the charge"."""
    tree, lexicon = page.tree, page.lexicon
    if not lexicon.listed(tree, verb, "answering") or not lexicon.negated(tree, verb):
        return None
    speaker = find_speaker(page, verb)
    if speaker is None or not can_speak(page, speaker) or tree.under(verb, "ccomp"):
        return None
    phrases = [at for at in tree.under(verb, "prep") if at > verb and tree.under(at, "pobj")]
    objects = tree.under(phrases[0], "pobj") if phrases else tree.under(verb, "dobj")
    if not objects:
        return None
    cue = _with_helpers(page, verb) + tuple(phrases[:1])
    return Finding(speaker, tuple(sorted(cue)), tree.subtree(objects[0]), OPEN, "no_answer")


def stopped_short(page: Page, verb: int) -> Finding | None:
    """Read "stopped short of blaming Kabul": the act named is not performed."""
    tree, lexicon = page.tree, page.lexicon
    short = [
        at
        for at in tree.under(verb, "advmod", "acomp", "oprd")
        if lexicon.listed(tree, at, "short")
    ]
    phrases = [at for part in (verb, *short) for at in tree.under(part, "prep")]
    acts = [at for phrase in phrases for at in tree.under(phrase, "pcomp")]
    speaker = find_speaker(page, verb)
    if not short or not acts or speaker is None:
        return None
    groups = lexicon.verbs.get(lexicon.lemma(tree, acts[0]))
    group = groups[0] if groups else OPEN
    content = tuple(at for at in tree.subtree(acts[0]) if at != acts[0])
    cue = (verb, short[0], *phrases[:1], acts[0])
    left_open = CueGroup(group.sort, (), (), (), group.act or "other", "?", "unknown")
    return (
        Finding(speaker, tuple(sorted(cue)), content, left_open, "stopped_short")
        if content
        else None
    )


def _with_helpers(page: Page, verb: int) -> Words:
    """Return a verb with what makes it a thing not done: "could not be verified"."""
    helpers = page.tree.under(verb, "aux", "auxpass", "neg")
    return tuple(range(min((verb, *helpers)), verb + 1))


Rule = Callable[[Page, int], "Finding | None"]

RULES: tuple[Rule, ...] = (
    not_verified,
    not_possible_to_verify,
    cannot_verify,
    gave_none,
    no_answer,
    stopped_short,
)
