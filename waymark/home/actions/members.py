"""Roles given and ended. Separation of duties is checked here, at the only place that writes memberships."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import roles
from waymark.foundation.access.actions import promises
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import Membership, PromisedRole
from waymark.foundation.accounts.actions import invitations
from waymark.foundation.accounts.actions.disabling import hand_on
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, NotNow, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Organisation


@deed("access.invite")
def invite(*, by: Actor, at: datetime, email: str, organisation: Organisation, role: str) -> PromisedRole:
    """Sends an invitation that carries a first role. Refusal at `email` when there is an account already."""
    _refuse_elsewhere(by, organisation)
    _refuse_unknown(role)
    invitation = invitations.invite(by=by, at=at, email=email, language=get_language_code())
    return promises.promise(invitation, organisation, role)


@deed("access.give-role")
def give_role(
    *, by: Actor, at: datetime, user: User, organisation: Organisation, role: str, until: date | None = None
) -> Membership:
    """Gives `role` from today, to the end of the day `until` if there is one. Refusal when it may not be held beside
    one that the person already has."""
    _refuse_elsewhere(by, organisation)
    if str(user.pk) == by.id:
        raise NotAllowed(_("You cannot give a role to yourself. Ask another administrator."))
    _refuse_unknown(role)
    held = set(Membership.objects.valid().filter(user=user).values_list("role", flat=True))
    _refuse_together(role, held)
    if Membership.objects.valid().filter(user=user, organisation=organisation, role=role).exists():
        raise Refusal(_("The person already has this role there."), field="role")
    return Membership.objects.create(
        user=user,
        organisation=organisation,
        authority_id=organisation.authority_id,
        role=role,
        starts_on=clock.uk_date(at),
        ends_on=until,
    )


@deed("access.end-role")
def end_role(*, by: Actor, at: datetime, membership: Membership) -> Membership:
    """Ends a role now: the person’s next request no longer has it. Refusal when nobody else could lead for them."""
    if membership.authority_id not in by.authority_ids:
        raise NotAllowed(_("You can end roles in your own authority only."))
    if membership.ended_at is not None:
        raise NotNow(_("This role has already ended."))
    membership.ended_at = at
    membership.save(update_fields=["ended_at"])
    # A record has a lead at all times, and work its people: whoever may no longer be one hands theirs on.
    hand_on(by=by, at=at, user=membership.user)
    return membership


def _refuse_elsewhere(by: Actor, organisation: Organisation) -> None:
    if organisation.authority_id not in by.authority_ids:
        raise NotAllowed(_("You can give roles in your own authority only."))


def _refuse_unknown(role: str) -> None:
    if role not in roles.ROLES or role == roles.VISITOR:
        raise Refusal(_("Choose a role from the list."), field="role")


def get_language_code() -> str:
    """The language of the page the invitation is sent from: `en` or `cy`."""
    return (get_language() or "en")[:2]


def _refuse_together(role: str, held: set[str]) -> None:
    for other in held:
        if role in roles.ROLES[other].excludes or other in roles.ROLES[role].excludes:
            raise Refusal(
                _("One person cannot be %(new)s and %(old)s: the two watch over each other.")
                % {"new": roles.ROLES[role].name, "old": roles.ROLES[other].name},
                field="role",
            )
