"""A role is promised with an invitation, and given when it is accepted."""

from __future__ import annotations

from datetime import datetime

from waymark.foundation.access.models import Membership, PromisedRole
from waymark.foundation.accounts.models import Invitation, User
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Organisation


def promise(invitation: Invitation, organisation: Organisation, role: str) -> PromisedRole:
    return PromisedRole.objects.create(
        invitation=invitation, organisation=organisation, authority_id=organisation.authority_id, role=role
    )


def keep(invitation: Invitation, user: User, at: datetime) -> None:
    """Called when an invitation is accepted, in the same transaction."""
    promised = PromisedRole.objects.filter(invitation=invitation).first()
    if promised is not None:
        Membership.objects.create(
            user=user,
            organisation_id=promised.organisation_id,
            authority_id=promised.authority_id,
            role=promised.role,
            starts_on=clock.uk_date(at),
        )
