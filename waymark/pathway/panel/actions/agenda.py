"""The agenda: items in their order, what is read of them, who is invited for one, who accepted, who has an interest."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.access.models import token
from waymark.foundation.kernel.refusals import NotNow, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.panel import items, policies, queries, statement
from waymark.pathway.panel.models import Acceptance, Invitee, Item, PanelMeeting, Paper, Purpose
from waymark.pathway.panel.permissions import Permission

UNKNOWN = _("There is no record with this reference that you may put on an agenda.")
NOT_SERVED = _("This panel does not serve the area where the person lives.")


@deed("panel.accept-statement")
def accept(*, by: Actor, at: datetime, meeting: PanelMeeting) -> Acceptance:
    """Whoever is asked to come accepts the confidentiality statement for this meeting. From their next page on they
    see its agenda."""
    policies.accept(by, meeting).require()
    acceptance, _new = Acceptance.objects.get_or_create(
        meeting=meeting,
        person_id=by.user_id,
        organisation_id=by.organisation_id,
        defaults={
            "authority_id": meeting.authority_id,
            "grants": [f"authority:{meeting.authority_id}:panel", f"user:{by.id}", meeting.system_grant()],
            "statement": statement.VERSION,
            "accepted_at": at,
        },
    )
    return acceptance


@deed("panel.put-item")
def put(
    *, by: Actor, at: datetime, meeting: PanelMeeting, purpose: str, reference: str = "", about: str = ""
) -> Item:
    """A record by its reference, or without one the panel’s own business, at the end of the agenda."""
    kind, found = _found(by, reference, purpose, about)
    area = found.area if found else meeting.authority_id
    policies.put(by, meeting, area).require()
    if area not in meeting.panel.covers:
        raise Refusal(NOT_SERVED, field="reference")
    last = Item.objects.filter(meeting=meeting).aggregate(last=Max("place"))["last"] or 0
    item = Item(
        authority_id=area,
        meeting=meeting,
        place=last + 1,
        purpose=purpose,
        heading=about,
        about_kind=kind,
        about_id=found.id if found else None,
        about_reference=found.reference if found else "",
        put_by_id=by.user_id,
    )
    item.grants = grants_of(item)
    try:
        with transaction.atomic():
            item.save(force_insert=True)
    except IntegrityError as twice:
        if "item_once" in str(twice):
            raise Refusal(_("This is on the agenda already."), field="reference") from twice
        raise
    return item


@deed("panel.move-item")
def move_up(*, by: Actor, at: datetime, item: Item) -> Item:
    """One place earlier: it changes places with the item before it."""
    item = lock(item)
    policies.change_item(by, item).require()
    same = Item.objects.select_for_update().filter(meeting_id=item.meeting_id, withdrawn_at__isnull=True)
    before = same.filter(place__lt=item.place).order_by("-place").first()
    if before is not None:
        before.place, item.place = item.place, before.place
        before.save_next("place")
        item.save_next("place")
    return item


@deed("panel.withdraw-item")
def withdraw(*, by: Actor, at: datetime, item: Item, version: int) -> Item:
    """It is not talked about. The row stays; whoever was invited for it sees nothing of it any more."""
    item = lock(item, version)
    policies.change_item(by, item).require()
    item.withdrawn_at = at
    item.save_next("withdrawn_at")
    return item


@deed("panel.add-paper")
def add_paper(
    *, by: Actor, at: datetime, item: Item, title: str, words: str, sectors: Collection[str] = ()
) -> Paper:
    """What members read of an item: all who come, or those of some agencies alone."""
    policies.change_item(by, item).require()
    shown = sorted(set(sectors))
    seen_by = [f"papers:{item.meeting_id}:{one}" for one in shown] or [
        f"papers:{item.meeting_id}",
        f"item:{item.pk}",
    ]
    own = [grant for grant in item.grants if not grant.startswith(("papers:", "item:"))]
    return Paper.objects.create(
        authority_id=item.authority_id, grants=own + seen_by, item=item, title=title, words=words, sectors=shown,
        added_by_id=by.user_id, added_at=at,
    )  # fmt: skip


@deed("panel.invite")
def invite(
    *,
    by: Actor,
    at: datetime,
    item: Item,
    person_id: UUID,
    organisation_id: int,
    capacity: str,
    until_on: date,
) -> Invitee:
    """Somebody comes for this item alone, until a day."""
    policies.change_item(by, item).require()
    if until_on < item.meeting.meeting.on:
        raise Refusal(_("They have to see it until the day of the meeting at least."), field="until_on")
    if not queries.works_for(item.authority_id, person_id, organisation_id, Permission.SIT):
        raise Refusal(_("This person has no role that lets them take part in a panel here."), field="who")
    if item.invitees.filter(person_id=person_id).exists():
        raise Refusal(_("This person is invited already."), field="who")
    return Invitee.objects.create(
        authority_id=item.authority_id, grants=item.grants, item=item, person_id=person_id,
        organisation_id=organisation_id, capacity=capacity, until_on=until_on,
    )  # fmt: skip


@deed("panel.declare-interest")
def declare_interest(
    *, by: Actor, at: datetime, item: Item, nature: str, person_id: UUID | None = None
) -> PanelMeeting:
    """Whoever acts, or somebody who told the coordinator, has an interest: they see nothing of it from then on."""
    policies.declare_interest(by, item).require()
    meeting = item.meeting
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT panel.declare_interest(%s, %s, %s)", [item.pk, person_id or by.user_id, nature]
        )
        if cursor.fetchone()[0] is None:
            raise NotNow(_("This has been said already."))
    return meeting


def grants_of(item: Item) -> list[str]:
    """Whoever arranges panels in the person’s authority; those who accepted; those invited for it; the record’s own."""
    about = [token(item.about_id)] if item.about_id else []
    return [
        f"authority:{item.authority_id}:panel", f"papers:{item.meeting_id}", f"item:{item.pk}", *about,
        item.system_grant(),
    ]  # fmt: skip


def _found(by: Actor, reference: str, purpose: str, about: str) -> tuple[str, items.Found | None]:
    if not reference:
        if purpose != Purpose.BUSINESS:
            raise Refusal(_("Enter the reference of the record."), field="reference")
        if not about:
            raise Refusal(_("Say what it is about."), field="about")
        return "", None
    found = items.find(by, reference)
    if found is None:
        raise Refusal(UNKNOWN, field="reference")
    if purpose == Purpose.BUSINESS:
        raise Refusal(
            _("The panel’s own business has no record. Choose why it is talked about."), field="purpose"
        )
    return found
