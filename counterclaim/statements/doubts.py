"""Whether a source holds what it says to be true, and how sure it says it is."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.model.statement import Act, Certainty, Polarity, SourceType
from counterclaim.model.text import Cited, Span
from counterclaim.statements.acts import calls_it_false
from counterclaim.statements.stance import Said, first_answer, one_of
from counterclaim.statements.subjects import VERBAL

NEAR = 3
"""Steps down the tree from the head of a content within which a word of doubt is its own."""


def polarity_of(said: Said, act: Act) -> Cited[Polarity]:
    """Judge whether a source holds the content, as it is written, to be true."""
    found = first_answer(POLARITIES, said, Cited(Polarity.TRUE, said.cue(), "affirmed"))
    asked = act in {Act.NON_DENIAL, Act.DECLINE, Act.UNABLE_TO_VERIFY}
    if found.value is Polarity.TRUE and (asked or (act is Act.OTHER and _undone(said))):
        return Cited(Polarity.OPEN, said.cue(), "left_open")
    return found


def nobody_says_so(said: Said) -> Cited[Polarity] | None:
    """Read "no one has claimed": the matter is open."""
    if said.source.type is not SourceType.NONE:
        return None
    return Cited(Polarity.OPEN, tuple(filter(None, (said.source.span,))), "nobody_says_so")


def left_open(said: Said) -> Cited[Polarity] | None:
    """Read a question, and a deed of speech that is not performed: "has not claimed"."""
    text = said.page.tree.parse.document.text
    end = said.finding.spans[-1].end
    if text[end : end + 1] == "?":
        return Cited(Polarity.OPEN, (Span(end, end + 1),), "left_open")
    performed = said.finding.group.sort not in {"belief", "estimate", "attitude"}
    undone = performed and _undone(said) and said.finding.group.polarity != "?"
    return Cited(Polarity.OPEN, said.cue(), "left_open") if undone else None


def _undone(said: Said) -> bool:
    verb = said.verb()
    return verb is not None and said.page.lexicon.negated(said.page.tree, verb)


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
    return Cited(Polarity.FALSE, said.cue(), "not_held") if _undone(said) else None


def certainty_of(said: Said, polarity: Polarity) -> Cited[Certainty]:
    """Judge how sure a source says it is."""
    if polarity is Polarity.OPEN:
        return Cited(Certainty.UNKNOWN, said.cue(), "left_open")
    return first_answer(CERTAINTIES, said, Cited(Certainty.CERTAIN, said.cue(), "no_doubt_voiced"))


def by_its_word(said: Said) -> Cited[Certainty] | None:
    """Read a cue of thinking or guessing."""
    certainty = said.finding.group.certainty
    return Cited(Certainty(certainty), said.cue(), "by_its_word") if certainty else None


def conditional(said: Said) -> Cited[Certainty] | None:
    """Read what is said to hold on a condition: "If it was one, …"."""
    tree, lexicon = said.page.tree, said.page.lexicon
    head = said.head()
    clauses = tree.under(head, "advcl") if head is not None else ()
    marks = [at for clause in clauses for at in tree.under(clause, "mark")]
    found = [at for at in marks if lexicon.listed(tree, at, "condition")]
    return Cited(Certainty.POSSIBLE, said.spans((found[0],)), "conditional") if found else None


def hedged(said: Said) -> Cited[Certainty] | None:
    """Read a word of doubt that goes with the main clause of the content."""
    found = _hedge(said)
    return None if found is None else Cited(Certainty(found[0]), (found[1],), "hedged")


def likelihood_of(said: Said) -> Cited[tuple[float, float]] | None:
    """Read the band of likelihood (ICD 203) that a word of doubt stands for."""
    found = _hedge(said)
    if found is None or found[2] is None:
        return None
    return Cited(found[2], (found[1],), "hedged")


def _hedge(said: Said) -> tuple[str, Span, tuple[float, float] | None] | None:
    """Find the first word of doubt near the head of the content: its certainty, place and band."""
    text = said.page.tree.parse.document.text
    for hedge in said.page.lexicon.attribution.hedges:
        pattern = one_of(hedge.words)
        for span in said.finding.spans:
            for match in pattern.finditer(text, span.begin, span.end):
                place = Span(match.start(), match.end())
                if _of_the_clause(said, place):
                    return hedge.certainty, place, hedge.band
    return None


def _of_the_clause(said: Said, place: Span) -> bool:
    """Whether words belong to the main clause of a content."""
    words = said.page.tree.at(place)
    head = said.head()
    if not words or head is None:
        return False
    if said.page.tree.tokens[words[0]].tag == "NNP":
        return False
    at: int | None = words[0]
    for _ in range(NEAR):
        if at is None:
            return False
        if at == head:
            return True
        at = said.page.tree.parent(at)
        if at is not None and at != head and _clause(said, at):
            return False
    return at == head


def _clause(said: Said, word: int) -> bool:
    """Whether a word heads a clause of its own within the content."""
    token = said.page.tree.tokens[word]
    return token.pos in VERBAL and token.dep in {"relcl", "advcl", "acl", "pcomp"}


Rule = Callable[[Said], "Cited[Certainty] | None"]

CERTAINTIES: tuple[Rule, ...] = (by_its_word, conditional, hedged)

POLARITIES: tuple[Callable[[Said], Cited[Polarity] | None], ...] = (
    nobody_says_so,
    left_open,
    by_its_cue,
    called_false,
    not_held,
)
