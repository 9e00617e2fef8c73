"""Reads of triage that cross models, each with a known number of queries."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import load
from waymark.foundation.access.queries import who_may
from waymark.foundation.kernel.kept_sql import Children, KeptSQL
from waymark.foundation.kernel.references import read_reference
from waymark.foundation.places.models import Organisation
from waymark.pathway.concerns.models import AddedInformation

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


def queue(actor: Actor) -> QuerySet[Referral]:
    """All referrals of the actor’s authority. Narrowed by the filters of the page, ordered by its paging.

    The authority is named beside the grants, for its index finds a few hundred rows where the country has 100,000.
    """
    found = Referral.objects.visible_to(actor).filter(authority_id__in=sorted(actor.authority_ids))
    return found.select_related("lead")


def asked_of(actor: Actor) -> list[InformationRequest | Redirect]:
    """What the actor’s organisation is asked: open first, then the newest answered. Two queries."""
    rows: list[InformationRequest | Redirect] = [*requests_of(actor)[:200], *redirects_of(actor)[:200]]
    return sorted(rows, key=lambda row: (row.state not in ("open", "waiting"), row.asked_at))


def requests_of(actor: Actor) -> QuerySet[InformationRequest]:
    """Questions to the actor’s organisation: not those the actor could see for another reason."""
    return (
        InformationRequest.objects.visible_to(actor).filter(grants__meets=_asked(actor)).order_by("-asked_at")
    )


def redirects_of(actor: Actor) -> QuerySet[Redirect]:
    return Redirect.objects.visible_to(actor).filter(grants__meets=_asked(actor)).order_by("-asked_at")


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


# Among the references of those who are to be told of a mistake.
POLICE = "police"


def told_apart(referral: Referral) -> bool:
    """Did the police see a mistaken referral, and were not told so yet?"""
    return referral.was_seen_by_police and referral.police_mistake_told_on is None


def to_tell(referral: Referral) -> list[tuple[str, str]]:
    """Everybody who is still to be told of a mistake: a key, and who it is."""
    police = [(POLICE, _("The police of the area"))] if told_apart(referral) else []
    return police + [(row.reference, f"{asked_name(row)}, {row.reference}") for row in untold(referral)]


def asked_name(row: InformationRequest | Redirect) -> str:
    return row.service_name if isinstance(row, Redirect) else row.asked.name


def organisations_to_ask(authority_id: int) -> QuerySet[Organisation]:
    """Organisations of the authority that can be asked or take a matter on, by name."""
    return Organisation.objects.filter(authority_id=authority_id).order_by("name")


_LOADED = KeptSQL(
    lambda grants, kept_from, reference: (
        Referral.objects.held_by(grants, kept_from)
        .filter(reference=reference)
        .select_related(
            "person",
            "submission__organisation",
            "submission__raiser",
            "lead",
            "decision",
            "police_mistake_told_by",
        )
    ),
    list,
    list,
    str,
)
_ADDED = Children(AddedInformation, "submission")
_BESIDE = (
    Children(Concern, "referral", "marked_by", "recorded_by"),
    Children(Need, "referral", "noted_by"),
    Children(Told, "referral", "answered_by"),
    Children(Duty, "referral", "answered_by"),
    Children(TakenTogether, "referral", "answered_by"),
    Children(Handover, "referral", "giver", "receiver"),
    Children(Resumption, "referral", "signed_by"),
    Children(Restriction, "referral", "restricted_by", "ended_by"),
    Children(InformationRequest, "referral", "asked", "asked_by", "replied_by", "override__overridden_by"),
    Children(Redirect, "referral", "service", "asked_by", "answered_by"),
    Children(Decision, "referral", "signed_by", "approval__approved_by", "corrects", "corrected_by"),
)


def load_one(actor: Actor, reference: str) -> Referral:
    """The referral of that reference, if the actor may see it; Http404 otherwise. One query."""
    return load(_LOADED, actor, reference=reference)


def whole(referral: Referral) -> Referral:
    """The same, with everything its page shows, in 12 queries. Not for deeds, which look anew."""
    _ADDED([referral.submission])
    for children in _BESIDE:
        children([referral])
    return referral


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
