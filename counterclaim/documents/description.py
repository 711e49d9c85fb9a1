"""What a document says about itself, where nobody said it for the document."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.documents.authors import credited, join_variants, note_author, same_person
from counterclaim.documents.datelines import filed_on
from counterclaim.documents.genre import find_genre
from counterclaim.documents.language_identification import find_language
from counterclaim.documents.layout import find_layout
from counterclaim.documents.mastheads import printed_by
from counterclaim.documents.page import open_page
from counterclaim.knowledge import Knowledge
from counterclaim.knowledge.layout import Layout
from counterclaim.model.text import Document, Genre, PassageKind


def describe(document: Document, knowledge: Knowledge) -> Document:
    """Fill in language, title, author, day, layout and genre where the document shows them.

    What is given is kept. The text never changes. In a language without word lists only what
    shows without words is found.
    """
    language = document.language or find_language(document.text, knowledge)
    known = knowledge.languages.get(language)
    words = known.layout if known else Layout()
    page = open_page(replace(document, language=language), words)
    document = replace(page.document, layout=document.layout or find_layout(page))
    document = _with_authors(document, words)
    document = replace(
        document,
        title=document.title or _headline(document),
        outlet=document.outlet or printed_by(document, words),
        published=document.published or filed_on(document, words.revision_labels),
    )
    if document.genre is Genre.UNKNOWN:
        document = replace(document, genre=find_genre(replace(page, document=document)))
    return document


def _headline(document: Document) -> str:
    spans = document.passages(PassageKind.HEADLINE)
    return " ".join(document.quote(spans[0]).split()) if spans else ""


def _with_authors(document: Document, words: Layout) -> Document:
    """Set the author, or keep the given one, and gather the other spellings that the text has."""
    bylines = map(document.quote, document.passages(PassageKind.BYLINE))
    notes = map(document.quote, document.passages(PassageKind.BIO))
    names = [name for line in bylines for name in credited(line, words)]
    names += filter(None, (note_author(note, words) for note in notes))
    people = join_variants(names, words)
    author = document.author or "; ".join(person[0] for person in people)
    if len(people) == 1 and not document.author:
        variants = people[0]
    else:
        spelled = (name for name in names if same_person(name, author, words))
        variants = tuple(dict.fromkeys((author, *document.author_variants, *spelled)))
    return replace(document, author=author, author_variants=variants if author else ())
