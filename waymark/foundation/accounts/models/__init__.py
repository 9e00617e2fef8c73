"""The records of accounts."""

from waymark.foundation.accounts.models.invitations import Invitation
from waymark.foundation.accounts.models.sign_on import SignOn
from waymark.foundation.accounts.models.typed import TypedText, Why
from waymark.foundation.accounts.models.users import Language, User

__all__ = ["Invitation", "Language", "SignOn", "TypedText", "User", "Why"]
