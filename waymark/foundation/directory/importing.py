"""Contacts from a list: of schools by URN or name, of organisations by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision
from waymark.foundation.importing import kinds
from waymark.foundation.importing.kinds import Checked, Fault, Field, Importable
from waymark.foundation.kernel.text import fold

from . import policies
from .actions.contacts import add_many
from .models import Contact
from .placing import PLACE_FIELDS, Placing

CODE = "contacts"
EMAIL = EmailValidator()
ROLES = {
    "head": ("head", "headteacher", "head teacher", "principal", "manager", "executive head"),
    "dsl": ("dsl", "designated safeguarding lead", "safeguarding lead", "dsl lead"),
    "deputy_dsl": ("deputy dsl", "ddsl", "deputy safeguarding lead", "deputy designated safeguarding lead"),
    "governor": ("governor", "safeguarding governor", "chair of governors", "trustee", "link governor"),
    "prevent_lead": ("prevent lead", "prevent", "prevent spoc", "single point of contact", "spoc"),
    "training": ("training", "training contact", "cpd lead"),
    "other": ("other", "other contact", "contact"),
}
FIELDS = (
    *PLACE_FIELDS,
    Field("role", gettext_lazy("What they answer for"), ("role", "job", "position", "job title", "post"),
          required=True),
    Field("name", gettext_lazy("Name"), ("full name", "contact", "contact name", "person"), required=True),
    Field("email", gettext_lazy("Email"), ("email address", "e-mail", "mail", "work email")),
    Field("phone", gettext_lazy("Telephone"), ("phone", "tel", "telephone number", "phone number", "mobile")),
    Field("from_on", gettext_lazy("Since when"), ("from", "start date", "since", "started")),
    Field("until_on", gettext_lazy("Until when"), ("until", "end date", "left", "to")),
)  # fmt: skip


@dataclass
class Known:
    """Places, roles by what they are called, and who is there."""

    places: Placing
    roles: dict[str, str] = field(default_factory=dict)
    there: set[tuple[Any, ...]] = field(default_factory=set)


def begin(actor: Actor, authority_id: int, _about: str) -> Known:
    """Four queries."""
    known = Known(Placing.of(authority_id, closed=False))
    for code, names in ROLES.items():
        label = str(Contact.Role(code).label)
        known.roles |= {fold(name): code for name in (*names, label)}
    held = (
        Contact.objects.visible_to(actor)
        .filter(authority=authority_id)
        .values_list("institution_id", "organisation_id", "role", "name", "email", "until_on")
    )
    for institution, organisation, role, name, email, until in held:
        place = ("institution_id", institution) if institution else ("organisation_id", organisation)
        known.there.add(_key(place, role, name, email, until))
    return known


def check(known: Known, cells: Mapping[str, str]) -> Checked:
    place = _place(known, cells)
    values: dict[str, Any] = {
        place[0]: place[1],
        "role": _role(known, cells),
        "name": _name(known, cells),
        **_reached(known, cells),
        **_days(known, cells),
    }
    key = _key(place, values["role"], values["name"], values["email"], values["until_on"])
    return Checked(key, values, key in known.there)


def take(
    *, by: Actor, at: datetime, authority_id: int, about: str, known: Known, rows: Sequence[Checked]
) -> int:
    return len(add_many(by=by, at=at, authority_id=authority_id, rows=[one.values for one in rows])[1])


def may(actor: Actor, authority_id: int, _about: str) -> Decision:
    return policies.keep(actor, authority_id)


def declare() -> None:
    """For AppConfig.ready."""
    kinds.declare(
        Importable(
            CODE,
            gettext_lazy("Add contacts from a list"),
            gettext_lazy(
                "Contacts of schools and organisations that are in the directory. Nobody is overwritten."
            ),
            FIELDS,
            may,
            begin,
            check,
            take,
            lambda _about: reverse("directory:listing"),
            team="directory",
            looks=(_place, _role, _name, _email, _phone, _reached, _days, _last),
        )
    )


def _place(known: Known, cells: Mapping[str, str]) -> tuple[str, int]:
    return known.places.find(cells)


def _role(known: Known, cells: Mapping[str, str]) -> str:
    said = fold(kinds.line(cells, "role"))
    if said not in known.roles:
        choices = ", ".join(str(label) for label in Contact.Role.labels)
        raise Fault(_("This role is not known. Write one of: %(roles)s") % {"roles": choices}, "role")
    return known.roles[said]


def _reached(_known: Known, cells: Mapping[str, str]) -> dict[str, str]:
    found = {"email": _email(_known, cells), "phone": _phone(_known, cells)}
    if not any(found.values()):
        raise Fault(_("Neither an email address nor a telephone number"), "email")
    return found


def _phone(_known: Known, cells: Mapping[str, str]) -> str:
    return kinds.line(cells, "phone", 40)


def _days(_known: Known, cells: Mapping[str, str]) -> dict[str, date | None]:
    first, last = kinds.day(cells, "from_on"), kinds.day(cells, "until_on")
    if first and last and last < first:
        raise Fault(_("The last day is before the first day"), "until_on")
    return {"from_on": first, "until_on": last}


def _last(_known: Known, cells: Mapping[str, str]) -> date | None:
    return kinds.day(cells, "until_on")


def _name(_known: Known, cells: Mapping[str, str]) -> str:
    return kinds.line(cells, "name")


def _email(_known: Known, cells: Mapping[str, str]) -> str:
    email = kinds.line(cells, "email", 254)
    if email:
        try:
            EMAIL(email)
        except ValidationError as problem:
            raise Fault(_("“%(text)s” is not an email address") % {"text": email[:60]}, "email") from problem
    return email


def _key(place: tuple[str, int], role: str, name: str, email: str, until: date | None) -> tuple[Any, ...]:
    return (*place, role, fold(name), email.casefold(), until)
