"""What people do to the record of a person. Each changed name or birth date asks *Seen before?* again."""

from .adding import add_person
from .changing import (
    add_address,
    add_affiliation,
    add_name,
    change_birth,
    correct_name,
    end_address,
    regrant,
)
from .equality import record_equality
from .matching import answer_match, check, link, link_by_hand, undo_link, unlink
from .parts import AddressParts, AffiliationParts, Birth, NameParts

__all__ = [
    "AddressParts", "AffiliationParts", "Birth", "NameParts", "add_address", "add_affiliation", "add_name",
    "add_person", "answer_match", "change_birth", "check", "correct_name", "end_address", "link",
    "link_by_hand", "record_equality", "regrant", "undo_link", "unlink",
]  # fmt: skip
