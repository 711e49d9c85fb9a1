"""Reads conflict reporting into a ledger of attributed, contested claims."""

__version__ = "0.1.0"
