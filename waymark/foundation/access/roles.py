"""Roles: a name, a sentence, the permissions it carries and the grants it gives. One reviewed table fills this."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext, override

if TYPE_CHECKING:
    from .models import Membership

VISITOR = "visitor"


@dataclass(frozen=True)
class Role:
    """`grants` are templates: `{authority}`, `{organisation}` and `{user}` are filled in from the membership.

    `excludes` names roles that one person may not hold as well (separation of duties).
    """

    code: str
    name: Any
    sentence: Any
    purpose: Any
    permissions: frozenset[str]
    grants: tuple[str, ...] = ()
    excludes: frozenset[str] = field(default_factory=frozenset)

    def grants_in(self, authority_id: int) -> list[str]:
        """What somebody without a membership has in that authority: the grants that name no more."""
        plain = [one for one in self.grants if "{organisation}" not in one and "{user}" not in one]
        return [template.format(authority=authority_id) for template in plain]

    def grants_of(self, held: Membership) -> list[str]:
        """What one membership in this role gives."""
        places = {"authority": held.authority_id, "organisation": held.organisation_id, "user": held.user_id}
        return [template.format(**places) for template in self.grants]


ROLES: dict[str, Role] = {}


def declare(roles: Iterable[Role]) -> None:
    for role in roles:
        ROLES[role.code] = role


def permissions_of(codes: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(ROLES[code].permissions for code in codes if code in ROLES))


def holding(permission: str) -> list[str]:
    """Codes of the roles that carry a permission."""
    return sorted(code for code, role in ROLES.items() if permission in role.permissions)


def signed_as(codes: Iterable[str]) -> str:
    """The names of the roles held while signing, to be kept with what was signed: in English, whoever signs."""
    with override(None):
        return ", ".join(sorted(str(ROLES[code].name) for code in codes if code in ROLES))


def read_out(signed: str) -> str:
    """What `signed_as` kept, in the language of whoever reads."""
    return ", ".join(gettext(name) for name in signed.split(", ") if name)
