"""What a mention is like: a name, a description or a pronoun, of one or of many, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.knowledge.actors import AliasKind
from counterclaim.language.coreference.vocabulary import Sort, Vocabulary
from counterclaim.model.statement import Mention, MentionId, MentionType, Sense
from counterclaim.model.tree import Tree, Words

LINKS = frozenset(
    {"of", "for", "the", "and", "de", "al", "-", "bin", "ibn", "du", "des", "del", "el"}
)
"""Words that a name may hold between its own."""

NAMED = frozenset({"known", "named", "described", "titled", "short"})
"""Rules by which a mention was found as a name."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
OBJECTS = frozenset({"dobj", "iobj", "dative", "pobj", "obj"})


@dataclass(frozen=True, slots=True)
class Form:
    """A mention as reference sees it; words by their place in the parse, in small letters if told.

    `name` are the words of the name in it, without titles, or none. `modifiers` stand before the
    head, `number` is "one" or "many", `gender` "man", "woman" or "thing"; each empty where the
    words do not tell. `quotation` is the number of the quotation that it stands in, 0 outside of
    all. `speaks` says that it is the subject of a verb of saying; `known` are the ids of the known
    parties that have this name.
    """

    mention: Mention
    sort: Sort
    words: Words
    head: int
    lemma: str
    name: tuple[str, ...]
    modifiers: frozenset[str]
    article: str
    number: str
    gender: str
    role: str
    speaks: bool
    sentence: int
    paragraph: int
    quotation: int
    whole: str
    known: frozenset[str] = frozenset()

    @property
    def initials(self) -> str:
        """The first letters of its name, without the words that an acronym passes over."""
        return "".join(word[0] for word in self.name if word not in LINKS and word[0].isalnum())


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its tree, its words of reference, and the mentions in it as forms."""

    tree: Tree
    words: Vocabulary
    forms: tuple[Form, ...]
    places: dict[MentionId, int]


def describe(
    mentions: Sequence[Mention], tree: Tree, words: Vocabulary, index: ActorIndex
) -> tuple[Form, ...]:
    """Return the mentions that hold a word as forms, in the order of the text."""
    ordered = sorted(mentions, key=lambda one: (one.span.begin, -one.span.end, one.id))
    found = ((mention, tree.at(mention.span)) for mention in ordered)
    forms = (_form(mention, at, tree, words) for mention, at in found if at)
    return tuple(_recognised(form, tree, words, index) for form in forms)


def _recognised(form: Form, tree: Tree, words: Vocabulary, index: ActorIndex) -> Form:
    """Add the known parties that go by the name of a mention in the year of the text."""
    published = tree.parse.document.published
    year = published.year if published else None
    group = index.candidates(_named_group(form, tree, words), year)
    if group and all(each.actor.type is MentionType.ARMED_GROUP for each in group):
        return replace(form, known=frozenset(each.actor.id for each in group))
    if not form.name:
        return form
    bare = form.mention.name if form.mention.rule in NAMED else name_in(form, tree)
    told = (_in_words(form.words, tree), bare, _in_words(_unowned(form.words, tree), tree))
    found = next((each for name in told if (each := index.candidates(name, year))), ())
    sense = form.mention.sense
    power = sense is None or sense.value is Sense.POWER
    meant = (each for each in found if power or each.alias.kind is not AliasKind.METONYM)
    return replace(form, known=frozenset(each.actor.id for each in meant))


def _named_group(form: Form, tree: Tree, words: Vocabulary) -> str:
    """Return the name in "the M23 rebel group", which adds only that it is one, or nothing."""
    bodies = words.kinds.get(MentionType.ORGANISATION, frozenset())
    groups = words.kinds.get(MentionType.ARMED_GROUP, frozenset()) & bodies
    if form.article != "definite" or form.lemma not in groups or form.number != "one":
        return ""
    between = [word for word in form.words[1:] if word < form.head]
    while between and tree.lower(between[-1]) in words.armed:
        between.pop()
    return _in_words(tuple(between), tree)


def _in_words(words: Words, tree: Tree) -> str:
    return " ".join(tree.tokens[word].text for word in words if tree.tokens[word].tag != "POS")


def _unowned(words: Words, tree: Tree) -> Words:
    """Return what comes after the last owner: "the army's media wing"."""
    owners = [at for at, word in enumerate(words) if tree.tokens[word].tag == "POS"]
    return words[owners[-1] + 1 :] if owners else words


def name_in(form: Form, tree: Tree) -> str:
    """Return the name that a mention holds, as the text writes it."""
    wanted = set(form.name)
    return " ".join(tree.tokens[at].text for at in form.words if tree.lower(at) in wanted)


def _form(mention: Mention, at: Words, tree: Tree, words: Vocabulary) -> Form:
    head = _head(at, tree)
    name = _told(mention, words) or _name(at, head, tree, words)
    whole = " ".join(tree.lower(word) for word in at)
    token = tree.tokens[head]
    sort = _sort(at, tree, words, name)
    article = words.article.get(tree.lower(at[0]), "")
    return Form(
        mention=mention,
        sort=sort,
        words=at,
        head=head,
        lemma=token.lemma,
        name=name if sort is Sort.NAME else (),
        modifiers=_modifiers(at, head, tree),
        article=article or ("genitive" if _owned(at, tree) else ""),
        number=words.number.get(whole) or _number(at, head, tree),
        gender=words.gender.get(whole) or _gender(at, head, tree, words),
        role=_role(token.dep),
        speaks=token.dep in SUBJECTS and tree.tokens[token.head].lemma in words.speaking,
        sentence=tree.sentence[head],
        paragraph=tree.paragraph[head],
        quotation=_quotation(tree, head),
        whole=whole,
    )


def _head(at: Words, tree: Tree) -> int:
    own = set(at)
    heads = [word for word in at if tree.tokens[word].head not in own or tree.parent(word) is None]
    nouns = [word for word in heads if tree.tokens[word].pos not in {"PUNCT", "DET", "PART"}]
    return (nouns or heads or [at[-1]])[0]


def _sort(at: Words, tree: Tree, words: Vocabulary, name: tuple[str, ...]) -> Sort:
    if len(at) == 1 and (sort := words.pronouns.get(tree.lower(at[0]))):
        return sort
    return Sort.NAME if name else Sort.NOUN


def _told(mention: Mention, words: Vocabulary) -> tuple[str, ...]:
    """Return the words of a name that was found as one, whatever the parser takes them for."""
    told = mention.name.lower().split() if mention.rule in NAMED else []
    while len(told) > 1 and told[0] in words.titles:
        told = told[1:]
    return tuple(told)


def _name(at: Words, head: int, tree: Tree, words: Vocabulary) -> tuple[str, ...]:
    """Return the words of the name that a mention is headed by, in small letters, untitled."""
    if tree.tokens[head].pos != "PROPN":
        return ()
    if tree.lower(at[0]) in words.article:
        at = at[1:]
    if all(_proper(tree, word) or tree.lower(word) in LINKS for word in at):
        return _untitled([*at], tree, words)
    first = last = head
    while first - 1 >= at[0] and _proper(tree, first - 1):
        first -= 1
    while last + 1 <= at[-1] and (_proper(tree, last + 1) or _links(tree, last, at[-1])):
        last += 1
    return _untitled([*range(first, last + 1)], tree, words)


def _untitled(run: list[int], tree: Tree, words: Vocabulary) -> tuple[str, ...]:
    while len(run) > 1 and tree.lower(run[0]) in words.titles:
        run = run[1:]
    while run and tree.tokens[run[-1]].tag == "POS":
        run = run[:-1]
    name = tuple(tree.lower(word) for word in run)
    return () if set(name) <= words.titles else name


def _proper(tree: Tree, word: int) -> bool:
    token = tree.tokens[word]
    return (
        token.pos == "PROPN"
        or (token.text[:1].isupper() and token.pos in {"ADJ", "NOUN"})
        or token.text == "-"
    )


def _links(tree: Tree, word: int, end: int) -> bool:
    """Whether after a word comes a link and then more of the name: "Ministry of Defence"."""
    after = range(word + 1, min(word + 4, end + 1))
    for place in after:
        if (
            tree.lower(place) in {"of", "for", "the", "al", "de"}
            and tree.tokens[place].pos != "VERB"
        ):
            continue
        return place > word + 1 and _proper(tree, place) and tree.lower(word + 1) != "the"
    return False


def _modifiers(at: Words, head: int, tree: Tree) -> frozenset[str]:
    before = (
        word
        for word in at
        if word < head and tree.tokens[word].pos in {"ADJ", "NOUN", "PROPN", "NUM"}
    )
    return frozenset(tree.tokens[word].lemma for word in before)


def _owned(at: Words, tree: Tree) -> bool:
    return any(tree.tokens[word].tag in {"POS", "PRP$"} for word in at[:-1])


def _number(at: Words, head: int, tree: Tree) -> str:
    token = tree.tokens[head]
    if tree.under(head, "conj") and any(child <= at[-1] for child in tree.under(head, "conj")):
        return "many"
    if token.tag in {"NNS", "NNPS"}:
        return "many"
    return "one" if token.tag in {"NN", "NNP"} else ""


def _gender(at: Words, head: int, tree: Tree, words: Vocabulary) -> str:
    told = [words.gender.get(tree.lower(word), "") for word in at if word <= head]
    return next((gender for gender in told if gender), "")


def _role(dep: str) -> str:
    return "subject" if dep in SUBJECTS else "object" if dep in OBJECTS else ""


def _quotation(tree: Tree, head: int) -> int:
    span = tree.tokens[head].span
    for number, quotation in enumerate(tree.parse.quotations, 1):
        if span in quotation.outer:
            return number
    return 0
