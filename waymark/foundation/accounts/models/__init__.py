"""The records of accounts."""

from waymark.foundation.accounts.models.users import User

__all__ = ["User"]
