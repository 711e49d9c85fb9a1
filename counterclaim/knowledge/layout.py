"""The words of a language by which the parts of a page are known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """How bylines, author notes, datelines and kinds of text announce themselves.

    All entries are in lower case. What each list does stands beside it in `en/layout.toml`.
    """

    function_words: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    bylines: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    credit_endings: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    byline_links: tuple[str, ...] = ()
    particles: frozenset[str] = frozenset()
    place_links: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()
    bio_labels: tuple[str, ...] = ()
    bio_openings: tuple[str, ...] = ()
    bio_verbs: tuple[str, ...] = ()
    bio_marks_of_known: tuple[str, ...] = ()
    bio_roles: frozenset[str] = frozenset()
    staff_roles: frozenset[str] = frozenset()
    bio_links: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    weekdays: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    mastheads: frozenset[str] = frozenset()
    publication_labels: tuple[str, ...] = ()
    revision_labels: tuple[str, ...] = ()
    opinion_labels: frozenset[str] = frozenset()
    release_labels: tuple[str, ...] = ()
    own_voice: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    transcript_labels: tuple[str, ...] = ()
    round_up_labels: tuple[str, ...] = ()
    satire_labels: tuple[str, ...] = ()
