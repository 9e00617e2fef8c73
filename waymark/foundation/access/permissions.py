"""Permissions: each part declares its own, with a sentence an administrator can read."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

SENTENCES: dict[str, Any] = {}


def declare(permissions: type[StrEnum], sentences: dict[Any, Any]) -> None:
    """Adds a part’s permissions. ValueError when a sentence is missing or a name is taken."""
    for permission in permissions:
        if permission not in sentences:
            raise ValueError(f"{permission.value} has no sentence")
        if permission.value in SENTENCES and SENTENCES[permission.value] != sentences[permission]:
            raise ValueError(f"{permission.value} is declared twice")
        SENTENCES[permission.value] = sentences[permission]


class Permission(StrEnum):
    """Of the access part itself."""

    ROLES_READ = "access.roles-read"
    MEMBERS_MANAGE = "access.members-manage"
    LEDGER_READ = "access.ledger-read"
    GLASS_OPEN = "access.glass-open"
    GLASS_LIST = "access.glass-list"
    GLASS_REVIEW = "access.glass-review"
    VOUCH = "access.vouch"
