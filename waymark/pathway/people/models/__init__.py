"""The records of people."""

from .equality import EqualityAnswers
from .facts import Address, Affiliation
from .matches import Match, PersonLink
from .names import PersonName
from .person import Person

__all__ = ["Address", "Affiliation", "EqualityAnswers", "Match", "Person", "PersonLink", "PersonName"]
