"""Reads of triage that cross models, each with a known number of queries."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.urls import reverse

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.queries import who_may
from waymark.foundation.kernel.references import read_reference
from waymark.foundation.places.models import Organisation

from .models import (
    Concern,
    Decision,
    Duty,
    Handover,
    InformationRequest,
    Need,
    Redirect,
    Referral,
    Restriction,
    Resumption,
    TakenTogether,
    Told,
)
from .permissions import Permission
from .states import CLOSED


def queue(actor: Actor, *, open_only: bool) -> QuerySet[Referral]:
    """Referrals of the actor’s authority. Narrowed by the filters of the page, ordered by its paging.

    The authority is named beside the grants, for its index finds a few hundred rows where the country has 100,000.
    """
    found = Referral.objects.visible_to(actor).filter(authority_id__in=sorted(actor.authority_ids))
    found = found.select_related("lead")
    return found.exclude(state__in=CLOSED) if open_only else found


def asked_of(actor: Actor) -> list[InformationRequest | Redirect]:
    """What the actor’s organisation is asked: open first, then the newest answered. Two queries."""
    rows: list[InformationRequest | Redirect] = [*requests_of(actor)[:200], *redirects_of(actor)[:200]]
    return sorted(rows, key=lambda row: (row.state not in ("open", "waiting"), row.asked_at))


def requests_of(actor: Actor) -> QuerySet[InformationRequest]:
    """Questions to the actor’s organisation: not those the actor could see for another reason."""
    return (
        InformationRequest.objects.visible_to(actor)
        .filter(grants__overlap=_asked(actor))
        .order_by("-asked_at")
    )


def redirects_of(actor: Actor) -> QuerySet[Redirect]:
    return Redirect.objects.visible_to(actor).filter(grants__overlap=_asked(actor)).order_by("-asked_at")


def able_to_lead(referral: Referral) -> QuerySet:
    """Who may lead it: whoever works in triage; of one that is kept to named people, those and the Prevent leads."""
    able = who_may(Permission.TRIAGE, referral.authority_id)
    kept = referral.restrictions.filter(ended_at__isnull=True).first()
    if kept is None:
        return able
    leads = who_may(Permission.RESTRICT, referral.authority_id)
    return able.filter(Q(pk__in=kept.people) | Q(pk__in=leads.order_by().values("pk")))


def untold(referral: Referral) -> list[InformationRequest | Redirect]:
    """What was shared of a mistaken referral with organisations that were not told so yet, oldest first."""
    shared: list[InformationRequest | Redirect] = [*referral.requests.all(), *referral.redirects.all()]
    return sorted((row for row in shared if row.mistake_told_on is None), key=lambda row: row.asked_at)


def asked_name(row: InformationRequest | Redirect) -> str:
    return row.service_name if isinstance(row, Redirect) else row.asked.name


def organisations_to_ask(authority_id: int) -> QuerySet[Organisation]:
    """Organisations of the authority that can be asked or take a matter on, by name."""
    return Organisation.objects.filter(authority_id=authority_id).order_by("name")


def whole(referral: Referral) -> Referral:
    """The referral with everything its page shows, in a fixed number of queries."""
    found = Referral.objects.select_related(
        "person", "submission__organisation", "submission__raiser", "lead", "decision"
    ).prefetch_related(
        "submission__additions",
        Prefetch("concerns", Concern.objects.select_related("marked_by", "recorded_by")),
        Prefetch("needs", Need.objects.select_related("noted_by")),
        Prefetch("told", Told.objects.select_related("answered_by")),
        Prefetch("duties", Duty.objects.select_related("answered_by")),
        Prefetch("taken_together", TakenTogether.objects.select_related("answered_by")),
        Prefetch("handovers", Handover.objects.select_related("giver", "receiver")),
        Prefetch("resumptions", Resumption.objects.select_related("signed_by")),
        Prefetch("restrictions", Restriction.objects.select_related("restricted_by", "ended_by")),
        Prefetch(
            "requests",
            InformationRequest.objects.select_related(
                "asked", "asked_by", "replied_by", "override__overridden_by"
            ),
        ),
        Prefetch("redirects", Redirect.objects.select_related("service", "asked_by", "answered_by")),
        Prefetch(
            "decisions",
            Decision.objects.select_related("signed_by", "approval__approved_by", "corrects", "corrected_by"),
        ),
    )
    return found.get(pk=referral.pk)


def _asked(actor: Actor) -> list[str]:
    return [grant for grant in actor.grants if grant.endswith(":requests")]


def key_of(typed: str) -> UUID | None:
    """The key of the referral with a reference as people type it, if whoever asks may see it."""
    plain = read_reference(typed)
    return Referral.objects.filter(reference=plain).values_list("pk", flat=True).first() if plain else None


def reference_of(key: UUID) -> str:
    return Referral.objects.filter(pk=key).values_list("reference", flat=True).first() or ""


def address_of(reference: str) -> str:
    """The page of a referral."""
    return reverse("referrals:triage-record", args=[reference])
