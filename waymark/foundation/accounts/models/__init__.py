"""The records of accounts."""

from waymark.foundation.accounts.models.invitations import Invitation
from waymark.foundation.accounts.models.users import DisabledReason, Language, User

__all__ = ["DisabledReason", "Invitation", "Language", "User"]
