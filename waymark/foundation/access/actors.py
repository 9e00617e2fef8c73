"""Who acts: a user in an organisation, a visitor known by a verified e-mail address, or a job."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import DateField, F, Func, QuerySet, TextField, UUIDField, Value
from django.utils import translation

from waymark.foundation.kernel import clock
from waymark.foundation.kernel.kept_sql import KeptSQL

from . import roles
from .models import Membership, Visitor

# Functions of the database that give grants from one day to another (a seat on a panel), each with the permission that
# the role must carry for it. Their arguments: user, organisation and authority of a membership, the day.
_GIVING: list[tuple[str, str]] = []


def given_by(function: str, permission: str) -> None:
    """A place for parts above whose records say who sees what, until when. For AppConfig.ready."""
    if (function, str(permission)) not in _GIVING:
        _GIVING.append((function, str(permission)))


@dataclass(frozen=True)
class Actor:
    """Everything a decision may ask about whoever acts. `grants` is what row security compares.

    `lent` are grants of single records opened under break-glass: they let rows be read, and count for nothing else.
    `kept_from` are those of records in which whoever acts declared an interest: they see none of them.
    """

    kind: str  # "user", "visitor", "job" or "nobody"
    id: str = ""
    organisation_id: int | None = None
    authority_ids: frozenset[int] = frozenset()
    roles: frozenset[str] = frozenset()
    permissions: frozenset[str] = frozenset()
    grants: tuple[str, ...] = ()
    purpose: str = ""
    organisations: tuple[int, ...] = field(default=(), compare=False)
    lent: tuple[str, ...] = ()
    kept_from: tuple[str, ...] = ()
    # Of the authorities whoever acts works for, where it is one: it says how things are called.
    nation: str = field(default="", compare=False)
    # What the roles held in each of several authorities allow there.
    permissions_in: Mapping[int, frozenset[str]] = field(default_factory=dict, compare=False)

    @property
    def ledger_name(self) -> str:
        return f"{self.kind}:{self.id}" if self.id else self.kind

    @property
    def user_id(self) -> UUID | None:
        return UUID(self.id) if self.kind == "user" else None

    @property
    def visitor_id(self) -> UUID | None:
        return UUID(self.id) if self.kind == "visitor" else None

    @property
    def is_somebody(self) -> bool:
        return self.kind != "nobody"

    def may(self, permission: str) -> bool:
        """May this person do such a thing at all? (Whether to *this* record, now, is a policy’s question.)"""
        return str(permission) in self.permissions

    def may_in(self, permission: str, authority_id: int) -> bool:
        """The same in one authority: a role held in another one gives no right there."""
        there = self.permissions_in.get(authority_id, self.permissions)
        return authority_id in self.authority_ids and str(permission) in there

    @property
    def opens(self) -> tuple[list[str], list[str]]:
        """Grants of rows that show, and of rows that do not all the same (`Protected.objects.held_by`)."""
        return [*self.grants, *self.lent], list(self.kept_from)

    def holds(self, grant: str) -> bool:
        return grant in self.grants

    @staticmethod
    def nobody() -> Actor:
        return NOBODY

    @staticmethod
    def job(name: str, *authority_ids: int, everywhere: bool = False) -> Actor:
        """A background job of the named authorities (or, with `everywhere`, of rows that belong to none)."""
        grants = tuple(f"system:{pk}" for pk in authority_ids) + (("system:*",) if everywhere else ())
        return Actor(kind="job", id=name, authority_ids=frozenset(authority_ids), grants=grants, purpose=name)

    @staticmethod
    def of_visitor(visitor: Visitor) -> Actor:
        role = roles.ROLES.get(roles.VISITOR)
        return Actor(
            kind="visitor",
            id=str(visitor.pk),
            authority_ids=frozenset({visitor.authority_id}),
            roles=frozenset({roles.VISITOR}),
            permissions=role.permissions if role else frozenset(),
            grants=(f"visitor:{visitor.pk}", *(role.grants_in(visitor.authority_id) if role else ())),
            purpose="follow-own-referral",
            nation=visitor.authority.nation,
        )

    @staticmethod
    def of_user(user_id: UUID, organisation_id: int | None = None) -> Actor:
        """The user with the memberships valid today in one organisation (the first by name, if none is asked for).

        One query. A user without a valid membership may sign in and see nothing.
        """
        held = _memberships(tuple(_GIVING))(user_id, clock.today())
        organisations = tuple(dict.fromkeys(m.organisation_id for m in held))
        chosen = organisation_id if organisation_id in organisations else next(iter(organisations), None)
        return Actor._from_memberships(
            user_id, chosen, organisations, [m for m in held if m.organisation_id == chosen]
        )

    @staticmethod
    def _from_memberships(
        user_id: UUID, chosen: int | None, organisations: tuple[int, ...], mine: Iterable[Membership]
    ) -> Actor:
        mine = [m for m in mine if m.role in roles.ROLES]
        grants = [f"user:{user_id}"]
        for membership in mine:
            role = roles.ROLES[membership.role]
            grants += role.grants_of(membership)
            for place, (_function, permission) in _numbered():
                grants += getattr(membership, f"given_{place}") if permission in role.permissions else []
        codes = frozenset(m.role for m in mine)
        return Actor(
            kind="user",
            id=str(user_id),
            organisation_id=chosen,
            authority_ids=frozenset(m.authority_id for m in mine),
            roles=codes,
            permissions=roles.permissions_of(codes),
            grants=tuple(dict.fromkeys(grants)),
            purpose=_purpose_of(codes),
            organisations=organisations,
            lent=tuple(mine[0].lent) if mine else (),  # type: ignore[attr-defined]
            kept_from=tuple(mine[0].kept_from) if mine else (),  # type: ignore[attr-defined]
            nation=_only({m.nation for m in mine}),  # type: ignore[attr-defined]
            permissions_in=_in_each(mine),
        )


@cache
def _memberships(giving: tuple[tuple[str, str], ...]) -> KeptSQL[Membership]:
    """What a user holds on a day, by user and day: every page asks it."""

    def held(user_id: UUID, day: date) -> QuerySet[Membership]:
        given = {
            f"given_{place}": _given(function, user_id, day) for place, (function, _) in enumerate(giving)
        }
        return (
            Membership.objects.valid(day)
            .filter(user_id=user_id)
            .annotate(lent=_asked("gate.opened_by", user_id), kept_from=_asked("gate.kept_from", user_id))
            .annotate(nation=F("authority__nation"), **given)
            .order_by("organisation__name", "role")
        )

    return KeptSQL(held, UUID, date)


def _only(values: set[str]) -> str:
    """The one of them; nothing where there is none, or more."""
    return next(iter(values)) if len(values) == 1 else ""


def _in_each(mine: list[Membership]) -> dict[int, frozenset[str]]:
    keys = {m.authority_id for m in mine}
    if len(keys) < 2:
        return {}
    return {key: roles.permissions_of({m.role for m in mine if m.authority_id == key}) for key in keys}


def _asked(function: str, user_id: UUID) -> Func:
    """What break-glass lends to a person now, or an interest keeps from them: by the functions of row security."""
    who = Value(user_id, output_field=UUIDField())
    return Func(who, function=function, output_field=ArrayField(TextField()))


def _numbered() -> list[tuple[int, tuple[str, str]]]:
    return list(enumerate(_GIVING))


def _given(function: str, user_id: UUID, on: date) -> Func:
    """What a part gives on this day, asked of each membership in the one query that reads them."""
    who, day = Value(user_id, output_field=UUIDField()), Value(on, output_field=DateField())
    places = (F("organisation_id"), F("authority_id"))
    return Func(who, *places, day, function=function, output_field=ArrayField(TextField()))


def _purpose_of(codes: Iterable[str]) -> str:
    """In English whatever the page’s language: the ledger keeps it, and is read in either."""
    with translation.override("en"):
        return ", ".join(sorted(str(roles.ROLES[code].purpose) for code in codes)) or "none"


NOBODY = Actor(kind="nobody")
