"""The ledger’s entries, for reading only: the database refuses any other use."""

from .entries import Change, Deed, Disclosure, Read

__all__ = ["Change", "Deed", "Disclosure", "Read"]
