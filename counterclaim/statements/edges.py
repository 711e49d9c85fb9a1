"""Where a content begins and ends: no "that", no outer quotation marks, no final punctuation."""

from __future__ import annotations

from counterclaim.model.statement import Kind
from counterclaim.model.text import Quotation, Span
from counterclaim.model.tree import Tree, Words
from counterclaim.statements.finding import Finding, Page

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
WORD_LIKE = 3
"""Words of a quotation from which a content that touches it takes it in whole."""


def with_edges(page: Page, finding: Finding) -> Finding:
    """Settle the stretches of text that the content of a finding becomes."""
    finding = finding.but(content=_without_what_came_before(page, finding))
    words = trimmed(page, _with_its_subject(page, finding))
    if not words:
        return finding
    words = _whole_quotations(page, words, finding)
    return finding.but(content=words, spans=(_marked(page, words),))


def _without_what_came_before(page: Page, finding: Finding) -> Words:
    """Leave out the clause before a cue that is followed by what is said: "fled, but he said"."""
    tree, cue = page.tree, finding.cue
    before = {at for at in finding.content if cue and at < cue[0]}
    if not before or any(page.quoted[at] >= 0 for at in before):
        return finding.content
    said = (at for verb in cue for at in tree.under(verb, "ccomp", "dobj"))
    after = any(at in finding.content and at > cue[-1] for at in said)
    return tuple(at for at in finding.content if not (after and at in before))


def _with_its_subject(page: Page, finding: Finding) -> Words:
    """Take in the subject that reaches into what is said: "claims that it fired are lies"."""
    tree, inside = page.tree, set(finding.content)
    taken = {*finding.cue, *((finding.source,) if finding.source is not None else ())}
    tops = [at for at in finding.content if tree.tokens[at].head not in inside]
    for subject in (at for top in tops for at in tree.under(top, *SUBJECTS)):
        phrase = set(tree.subtree(subject))
        if subject not in inside and phrase & inside and not phrase & taken:
            inside |= phrase
    return tuple(sorted(inside))


def trimmed(page: Page, words: Words) -> Words:
    """Drop punctuation and "that" at the ends."""
    tree, begin, end = page.tree, 0, len(words)
    while begin < end and (_edge(tree, words[begin]) or _complementiser(page, words[begin])):
        begin += 1
    while begin < end - 1 and _trails(tree, words[end - 1]):
        end -= 1
    while begin < end and _edge(tree, words[end - 1]):
        end -= 1
    return words[begin:end]


def _trails(tree: Tree, word: int) -> bool:
    """Whether a word leads on to what a content has lost: "belonged to a missile, which"."""
    token = tree.tokens[word]
    leads = token.tag == "WDT" and tree.lower(max(word - 1, 0)) == ","
    return _edge(tree, word) or token.dep == "cc" or leads


def _edge(tree: Tree, word: int) -> bool:
    token = tree.tokens[word]
    return (
        token.pos in {"PUNCT", "SPACE"} or not any(map(str.isalnum, token.text))
    ) and token.pos != "SYM"


def _complementiser(page: Page, word: int) -> bool:
    """Whether a word only leads in to a content: "that", or "and" from the clause before."""
    tokens = page.tree.tokens
    token = tokens[word]
    if token.dep == "cc":
        return token.head < word
    if not page.lexicon.listed(page.tree, word, "complementiser") or token.dep == "det":
        return False
    after = tokens[min(word + 1, len(tokens) - 1)].pos
    return token.dep == "mark" or after not in {"VERB", "AUX", "ADV", "PUNCT"}


def _whole_quotations(page: Page, words: Words, finding: Finding) -> Words:
    """Take in the rest of a quotation, within the sentence, that the content touches."""
    tree = page.tree
    first, last = tree.bounds[tree.sentence[words[0]]]
    taken = {*finding.cue, *((finding.source,) if finding.source is not None else ())}
    found = set(words)
    for number in {page.quoted[word] for word in words} - {-1}:
        rest = [at for at in range(first, last) if page.quoted[at] == number]
        if len(rest) > WORD_LIKE and not taken & set(rest):
            found.update(rest)
    return trimmed(page, tuple(sorted(found)))


def _marked(page: Page, words: Words) -> Span:
    """Take quotation marks along where they stand within the content, or open or close in it."""
    span = page.tree.span(words)
    begin, end = span.begin, span.end
    head, tail = _quotation(page, words[0]), _quotation(page, words[-1])
    if head is not None and head is tail and _covers(head, span):
        return span
    if head is not None and _starts(page, head, begin):
        begin = head.outer.begin
    if tail is not None and tail.closed and _ends(page, tail, end):
        end = tail.outer.end
    return Span(begin, end)


def _quotation(page: Page, word: int) -> Quotation | None:
    number = page.quoted[word]
    return None if number < 0 else page.quotations[number]


def _covers(quotation: Quotation, span: Span) -> bool:
    return quotation.inner.begin <= span.begin and span.end <= quotation.inner.end


def _starts(page: Page, quotation: Quotation, begin: int) -> bool:
    return not page.tree.parse.document.text[quotation.inner.begin : begin].strip()


def _ends(page: Page, quotation: Quotation, end: int) -> bool:
    if end > quotation.inner.end:  # a word that holds the closing mark is not cut: “0”0
        return False
    return not page.tree.parse.document.text[end : quotation.inner.end].strip(" ,.;:!?…")


def kind_of(page: Page, span: Span) -> Kind:
    """Tell whose words a content is in, by its quotation marks."""
    numbers = {page.quoted[word] for word in page.tree.at(span)} - {-1}
    inside = [page.quotations[number] for number in numbers]
    if any(span in part.inner for part in inside):
        return Kind.DIRECT
    return Kind.MIXED if inside else Kind.INDIRECT
