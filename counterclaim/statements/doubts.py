"""Whether a source holds what it says to be true, and how sure it says it is."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.model.statement import Certainty, Polarity
from counterclaim.model.text import Cited, Span
from counterclaim.statements.acts import calls_it_false
from counterclaim.statements.hedges import doubt_of
from counterclaim.statements.stance import Said

UNSPOKEN = frozenset({"belief", "estimate", "attitude"})
"""Classes of cues that are no deed of speech: negated, they deny their content."""


def left_open(said: Said) -> Cited[Polarity] | None:
    """Read a question, and a deed of speech that is not performed: "has not claimed"."""
    text = said.page.tree.parse.document.text
    end = said.finding.spans[-1].end
    if text[end : end + 1] == "?":
        return Cited(Polarity.OPEN, (Span(end, end + 1),), "left_open")
    performed = said.finding.group.sort not in UNSPOKEN
    undone = performed and said.undone() and said.finding.group.polarity != "?"
    return Cited(Polarity.OPEN, said.cue(), "left_open") if undone else None


def unproven(said: Said) -> Cited[Polarity] | None:
    """Read what somebody is said to do, of which there is no proof: "no evidence that he backs"."""
    tree, listed, verb = said.page.tree, said.page.lexicon.listed, said.verb()
    noun = tree.parent(verb) if verb is not None else None
    if noun is None or verb is None or not listed(tree, noun, "proof") or noun > verb:
        return None
    nothing = [at for at in tree.under(noun, "det") if listed(tree, at, "nobody")]
    return Cited(Polarity.OPEN, said.spans((nothing[0], noun)), "unproven") if nothing else None


def by_its_cue(said: Said) -> Cited[Polarity] | None:
    """Read a cue that holds its content to be untrue, or leaves it open."""
    polarity = Polarity(said.finding.group.polarity)
    return None if polarity is Polarity.TRUE else Cited(polarity, said.cue(), "by_its_cue")


def called_false(said: Said) -> Cited[Polarity] | None:
    """Read what is called untrue: "called the reports baseless"."""
    if said.finding.rule != "predicate":
        return None
    found = calls_it_false(said)
    return None if found is None else Cited(Polarity.FALSE, found.spans, "called_false")


def not_held(said: Said) -> Cited[Polarity] | None:
    """Read a thought that is not held: "does not believe that"."""
    held = said.finding.group.sort not in UNSPOKEN or not said.undone()
    return None if held else Cited(Polarity.FALSE, said.cue(), "not_held")


def by_its_word(said: Said) -> Cited[Certainty] | None:
    """Read a cue of thinking or guessing."""
    certainty = said.finding.group.certainty
    return Cited(Certainty(certainty), said.cue(), "by_its_word") if certainty else None


def conditional(said: Said) -> Cited[Certainty] | None:
    """Read what is said to hold on a condition: "If it was one, …"."""
    tree, lexicon = said.page.tree, said.page.lexicon
    head = said.head
    clauses = tree.under(head, "advcl") if head is not None else ()
    marks = [said.finding.content[0], *(at for one in clauses for at in tree.under(one, "mark"))]
    found = [at for at in marks if lexicon.listed(tree, at, "condition")]
    return Cited(Certainty.POSSIBLE, said.spans((found[0],)), "conditional") if found else None


def by_likelihood(said: Said) -> Cited[Certainty] | None:
    """Read a word of likelihood: it tells more than a cue of thinking does."""
    found = doubt_of(said)
    if found is None or found.band is None:
        return None
    return Cited(found.certainty, (found.place,), "by_likelihood")


def hedged(said: Said) -> Cited[Certainty] | None:
    """Read a word of doubt that goes with the main clause of the content."""
    found = doubt_of(said)
    return None if found is None else Cited(found.certainty, (found.place,), "hedged")


def likelihood_of(said: Said) -> Cited[tuple[float, float]] | None:
    """Read the band of likelihood (ICD 203) that a word of doubt stands for."""
    found = doubt_of(said)
    if found is None or found.band is None:
        return None
    return Cited(found.band, (found.place,), "by_likelihood")


Rule = Callable[[Said], "Cited[Certainty] | None"]

CERTAINTIES: tuple[Rule, ...] = (by_likelihood, by_its_word, conditional, hedged)

POLARITIES: tuple[Callable[[Said], Cited[Polarity] | None], ...] = (
    left_open,
    unproven,
    by_its_cue,
    called_false,
    not_held,
)
