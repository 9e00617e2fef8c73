"""Looking at looks: who opened a record, and what an account opened. The ledger’s grant is lent for that alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db.models import QuerySet

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lending
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.ledger.models import Read
from waymark.home import policies
from waymark.home.models import HomeArea, Inquiry

from .reviewing import grants, ledger


@contextmanager
def looks_at(by: Actor, kind: str, key: str, authority_id: int) -> Iterator[QuerySet[Read]]:
    """The looks at one record that the caller has seen to be the reader’s to ask about; read inside the block."""
    with lending(ledger(authority_id)):
        yield Read.objects.filter(about_kind=kind, about_id=key, authority_id=authority_id)


@deed("home.look-into")
def look_into(*, by: Actor, at: datetime, account: User, authority_id: int, reason: str) -> Inquiry:
    """Notes who asks what an account looked at, and why: before anything is shown."""
    policies.look_into(by, account).require()
    owner = f"user:{by.user_id}"
    with lending(ledger(authority_id)):
        return Inquiry.objects.create(
            authority_id=authority_id,
            grants=[*grants(authority_id), owner],
            account=account,
            asked_by_id=by.user_id,
            reason=reason,
            asked_at=at,
        )


@contextmanager
def looks_of(by: Actor, inquiry: Inquiry) -> Iterator[QuerySet[Read]]:
    """What the account looked at, for whoever asked, on the day they asked; read inside the block."""
    policies.read_inquiry(by, inquiry).require()
    with lending(ledger(inquiry.authority_id)):
        yield Read.objects.filter(
            actor=f"user:{inquiry.account_id}", authority_id=inquiry.authority_id, at__lte=clock.now()
        )


@deed("home.set-home-area")
def set_home_area(*, by: Actor, at: datetime, user: User, authority_id: int, district: str) -> HomeArea:
    """Notes the first half of the postcode where somebody lives, as they told it."""
    held = HomeArea.objects.filter(user=user).first() or HomeArea(
        user=user,
        authority_id=authority_id,
        grants=[f"authority:{authority_id}:administration", f"system:{authority_id}"],
    )
    held.district, held.noted_on = district, clock.uk_date(at)
    held.save()
    return held
