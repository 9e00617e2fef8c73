"""The first steps of a council on a live service, by whoever holds the machine: nobody can sign in yet to take them."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import Membership
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Authority, Institution, Organisation, Team
from waymark.home.actions.members import invite

ADMINISTRATOR = "administrator"


@deed("home.begin-authority")
def begin(*, by: Actor, at: datetime, authority: Authority, email: str) -> Organisation:
    """The authority uses Waymark from now on; its council and Prevent team are there, and somebody is invited as the
    first administrator. Refusal when an administrator is there: they invite others."""
    held = Membership.objects.valid().filter(authority=authority, role=ADMINISTRATOR, user__is_active=True)
    if held.exists():
        raise Refusal(
            _("This authority has an administrator. They invite others, on the page People and roles.")
        )
    authority.uses_waymark = True
    authority.save(update_fields=["uses_waymark"])
    council, _new = Organisation.objects.get_or_create(
        authority=authority, name=authority.official_name, defaults={"kind": Organisation.Kind.COUNCIL}
    )
    Team.objects.get_or_create(
        organisation=council, kind=Team.Kind.PREVENT, defaults={"name": str(Team.Kind.PREVENT.label)}
    )
    invite(by=by, at=at, email=email, organisation=council, role=ADMINISTRATOR)
    return council


@deed("home.add-organisation")
def add_organisation(
    *, by: Actor, at: datetime, authority: Authority, name: str, kind: str, urn: str = "", team: str = ""
) -> Organisation:
    """An organisation that the authority works with, so that people can be given roles there. `urn` ties it to a school
    of the register; `team` makes it a front door. A second time changes nothing. Refusal for an unknown word."""
    if kind not in Organisation.Kind.values:
        raise Refusal(_("Choose a kind: %(kinds)s") % {"kinds": ", ".join(Organisation.Kind.values)})
    if team and team not in Team.Kind.values:
        raise Refusal(_("Choose a team: %(kinds)s") % {"kinds": ", ".join(Team.Kind.values)})
    school = Institution.objects.filter(kind=Institution.Kind.SCHOOL, urn=urn).first() if urn else None
    if urn and school is None:
        raise Refusal(_("No school has this number. Load the register first."))
    found, _new = Organisation.objects.get_or_create(
        authority=authority, name=name, defaults={"kind": kind, "institution": school}
    )
    if team:
        label = str(Team.Kind(team).label)
        Team.objects.get_or_create(organisation=found, kind=team, defaults={"name": label})
    return found
