"""A case on the agenda of a panel: who may put it there, and what members read of it.

The item is about the *referral* of the case: whoever declares an interest in it then sees nothing of referral, person
and case either, by the wall that is there (decision 0022), and it goes when the referral is erased.

Members hold no grant of the case. What they need to weigh it is read with the grant of the system’s own step, after the
database has shown them the item: see `docs/decisions/0034-what-the-panel-decides.md`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.kept_sql import KeptSQL
from waymark.foundation.kernel.references import read_reference
from waymark.pathway.panel import queries as panels
from waymark.pathway.panel.items import Found, Offer
from waymark.pathway.panel.models import Item
from waymark.pathway.referrals.presenters import day
from waymark.pathway.referrals.record import pair

from . import beside, entry
from .models import Case, PanelDecision
from .permissions import Permission
from .states import BEFORE_PANEL, ENDED

KIND = "referrals.referral"


def find(actor: Actor, typed: str) -> Found | None:
    """The open case of this reference, for whoever may see it."""
    reference = read_reference(typed)
    if reference is None:
        return None
    case = Case.objects.visible_to(actor).filter(reference=reference).exclude(state__in=ENDED).first()
    return Found(case.referral_id, case.reference, case.authority_id) if case else None


def shown(actor: Actor, referral_id: UUID) -> list[dict[str, Any]]:
    """What whoever may see the item reads of the case: who, how old, why, who answers, what was decided before."""
    item = Item.objects.visible_to(actor).filter(about_id=referral_id).first()
    if item is None:
        return []
    with context.lent(item.authority_id):
        found = Case.objects.select_related("referral__person", "lead", "section_36")
        case = found.filter(referral_id=referral_id).first()
        return _rows(case) if case else []


TAKEN_OVER = gettext_lazy(
    "The case was taken over. What the other authority handed over stands with the case."
)


def _rows(case: Case) -> list[dict[str, Any]]:
    person = case.referral.person
    name = person.names.filter(is_main=True).first()
    age = person.age_on(clock.today())
    ground = case.section_36
    rows = [
        (_("Name"), name.full_name if name else ""),
        (_("Age"), str(age) if age is not None else _("Not known")),
        (_("State"), case.state_name),
        (_("Grounds for the referral under section 36"), ground.grounds if ground else TAKEN_OVER),
        (_("Information relied on"), ground.relied_on if ground else ""),
        (_("Who refers"), f"{ground.get_referred_by_display()}, {day(ground.decided_on)}" if ground else ""),
        (_("Lead professional"), case.lead.get_full_name()),
    ]
    for one in case.decisions.filter(corrected_by__isnull=True):
        rows.append((_("Decided on %(day)s") % {"day": day(one.decided_on)}, one.get_outcome_display()))
    return [pair(key, str(value)) for key, value in rows if value] + beside.for_panel(case)


def decided_at(actor: Actor, item: Item) -> list[dict[str, Any]]:
    """What was decided at an item that the actor sees, with its reason: the newest entry."""
    with context.lent(item.authority_id):
        found = PanelDecision.objects.filter(item=item, corrected_by__isnull=True)
        one = found.select_related("signed_by", "missing_from").first()
        return entry.rows(one) if one else []


# What else should come before the panel: rooms above say of which cases.
_ALSO: list[Callable[[Actor], QuerySet[Case]]] = []


def also_waits(cases: Callable[[Actor], QuerySet[Case]]) -> None:
    """More cases that wait to be put on an agenda. For AppConfig.ready."""
    if cases not in _ALSO:
        _ALSO.append(cases)


def waits(actor: Actor) -> list[str]:
    """Cases that should come before the panel and stand on no agenda still to come. One query."""
    why = Q(state__in=BEFORE_PANEL)
    for cases in _ALSO:
        why |= Q(pk__in=cases(actor).values("pk"))
    waiting = Case.objects.visible_to(actor).filter(why).order_by("opened_at")
    placed = Item.objects.visible_to(actor).filter(
        withdrawn_at__isnull=True, meeting__meeting__ends_at__gte=clock.now(), about_kind=KIND
    )
    return list(
        waiting.exclude(referral_id__in=placed.values("about_id")).values_list("reference", flat=True)
    )


def reminds(actor: Actor, item: Item) -> list[str]:
    """To whoever writes the decision down: whoever made the referral could be asked to come, and is not."""
    if not actor.may(Permission.DECIDE) or item.meeting.meeting.has_ended(clock.now()):
        return []
    with context.lent(item.authority_id):
        case = Case.objects.select_related("referral__submission").filter(referral_id=item.about_id).first()
        author = case.referral.submission.author_user_id if case else None
    coming = {one.person_id for one in item.invitees.all()}
    coming |= {who.pk for place in panels.expected(item.meeting) for who in place.people}
    if author in coming:
        return []
    return [_("Whoever made the referral is not invited. They can be asked to come for this item.")]


OFFER = Offer(KIND, gettext_lazy("Channel case"), find, shown, decided_at, waits, reminds)


_ITEMS = KeptSQL(
    lambda grants, kept_from, referral: (
        Item.objects.held_by(grants, kept_from)
        .filter(about_id=referral, withdrawn_at__isnull=True)
        .select_related("meeting__meeting", "meeting__panel")
        .order_by("-meeting__meeting__starts_at")
    ),
    list,
    list,
    UUID,
)


def items_of(actor: Actor, case: Case) -> list[Item]:
    """Where the case stands on an agenda, the newest meeting first. One query."""
    return _ITEMS(*actor.opens, case.referral_id)
