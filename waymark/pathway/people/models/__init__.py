"""The records of people."""

from .asking import OwnerQuestion
from .equality import EqualityAnswers
from .facts import Address, Affiliation
from .matches import Match, PersonLink
from .names import PersonName
from .person import Person

__all__ = [
    "Address",
    "Affiliation",
    "EqualityAnswers",
    "Match",
    "OwnerQuestion",
    "Person",
    "PersonLink",
    "PersonName",
]
