"""Everything that can go wrong, in one tree.

* CounterclaimError
  x DocumentError      a file cannot be read as a document
    + UnknownFormat
    + EmptyDocument
    + UnsafeDocument
    + NetworkRefused
  x KnowledgeError     a language's file is wrong
  x SpanError          a value does not rest on words of its text
  x LedgerError        the ledger cannot do what was asked
    + UnknownId
    + LedgerBusy
    + LedgerDamaged
    + LedgerFull
    + NotACase
  x QueryError         a search cannot be understood
  x MissingExtra       a library that only some need is not installed

An error says what happened, why, and what to do next: `error.message` and `error.next_step`.
"""

from __future__ import annotations


class CounterclaimError(Exception):
    """Base of all errors that a user can cause, and mend."""

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message, next_step)
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.message}. {self.next_step}" if self.next_step else self.message


class DocumentError(CounterclaimError):
    """A file cannot be read as a document."""


class UnknownFormat(DocumentError):
    """No reader takes this kind of file."""


class EmptyDocument(DocumentError):
    """The file holds no text."""


class UnsafeDocument(DocumentError):
    """Reading the file would take more time, memory or disk than is allowed."""


class NetworkRefused(DocumentError):
    """An address leads where the user did not ask to go."""


class KnowledgeError(CounterclaimError):
    """A language's file is wrong."""


class SpanError(CounterclaimError):
    """A value does not rest on words of its text."""


class LedgerError(CounterclaimError):
    """The ledger cannot do what was asked."""


class UnknownId(LedgerError):
    """Nothing in the ledger has this id."""


class LedgerBusy(LedgerError):
    """Another process is writing the ledger."""


class LedgerDamaged(LedgerError):
    """The ledger is not what it was when it was written."""


class LedgerFull(LedgerError):
    """The disk is full; nothing that was kept is lost."""


class NotACase(LedgerError):
    """The folder holds no ledger."""


class QueryError(CounterclaimError):
    """A search cannot be understood."""


class MissingExtra(CounterclaimError):
    """A library that only some need is not installed."""
