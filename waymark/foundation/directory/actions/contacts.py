"""Contacts come, change and leave; nobody is overwritten by who follows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.directory import policies
from waymark.foundation.directory.models import Contact, Place, where
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Authority

THERE = _("This person is there already in this role.")
BACKWARDS = _("The last day must not be before the first day.")


@deed("directory.add-contact")
def add(
    *, by: Actor, at: datetime, place: Place, authority_id: int, role: str, name: str,
    email: str = "", phone: str = "", from_on: date | None = None, until_on: date | None = None,
) -> Contact:  # fmt: skip
    """Incomplete without a way to reach them; Refusal for somebody who is there in that role."""
    policies.keep(by, authority_id).require()
    if not email and not phone:
        raise Incomplete(_("Enter an email address or a telephone number."), field="email")
    _check_days(from_on, until_on)
    there = Contact.objects.filter(authority_id=authority_id, **where(place)).valid_on(clock.uk_date(at))
    if there.filter(role=role, name__iexact=name, email__iexact=email).exists():
        raise Refusal(THERE, field="name")
    return Contact.objects.create(
        authority_id=authority_id, grants=Contact.granted(authority_id), role=role, name=name, email=email,
        phone=phone, from_on=from_on, until_on=until_on, **where(place),
    )  # fmt: skip


@deed("directory.import-contacts")
def add_many(
    *, by: Actor, at: datetime, authority_id: int, rows: Sequence[Mapping[str, Any]]
) -> tuple[Authority, list[Contact]]:
    """Rows that were checked: each a contact, none asked about again."""
    policies.keep(by, authority_id).require()
    grants = Contact.granted(authority_id)
    made = [Contact(authority_id=authority_id, grants=grants, recorded_at=at, **row) for row in rows]
    return Authority.objects.get(pk=authority_id), Contact.objects.bulk_create(made, batch_size=1000)


@deed("directory.change-contact")
def change(*, by: Actor, at: datetime, contact: Contact, version: int, **said: Any) -> Contact:
    """Puts right what was written of the same person. Another person in the role is a contact of their own."""
    contact = lock(contact, version)
    policies.keep(by, contact.authority_id).require()
    if not said["email"] and not said["phone"]:
        raise Incomplete(_("Enter an email address or a telephone number."), field="email")
    for name in ("role", "name", "email", "phone", "from_on"):
        setattr(contact, name, said[name])
    _check_days(contact.from_on, contact.until_on)
    contact.save_next("role", "name", "email", "phone", "from_on")
    return contact


@deed("directory.end-contact")
def end(*, by: Actor, at: datetime, contact: Contact, version: int, until_on: date) -> Contact:
    """They left the role; the record stays until its time is over."""
    contact = lock(contact, version)
    policies.end_contact(by, contact).require()
    _check_days(contact.from_on, until_on, field="until_on")
    contact.until_on = until_on
    contact.save_next("until_on")
    return contact


@deed("directory.carry-contacts")
def carry_over(*, by: Actor, at: datetime, place: Place, follower: Place, authority_id: int) -> Place:
    """A school became another in the register: whoever is in a role at the old one is also at the new one. At the old
    one their time ends today. Refusal when nobody is there."""
    policies.keep(by, authority_id).require()
    today = clock.uk_date(at)
    held = Contact.objects.filter(authority_id=authority_id)
    moving = list(held.filter(**where(place)).valid_on(today))
    if not moving:
        raise Refusal(_("There are no contacts to take over."))
    new = held.filter(**where(follower)).valid_on(today).values_list("role", "name", "email")
    known = {tuple(str(part).casefold() for part in one) for one in new}
    for one in moving:
        if (one.role, one.name.casefold(), one.email.casefold()) not in known:
            Contact.objects.create(
                authority_id=authority_id, grants=Contact.granted(authority_id), role=one.role, name=one.name,
                email=one.email, phone=one.phone, from_on=today, **where(follower),
            )  # fmt: skip
        one.until_on = max(today, one.from_on or today)
        one.save_next("until_on")
    return follower


def _check_days(first: date | None, last: date | None, field: str = "from_on") -> None:
    if first is not None and last is not None and last < first:
        raise Refusal(BACKWARDS, field=field)
