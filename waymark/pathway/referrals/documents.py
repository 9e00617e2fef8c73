"""Documents on the council’s record: those that came with the referral, and those that triage adds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation import outbox
from waymark.foundation.access.actors import Actor
from waymark.foundation.vault import presenters, records
from waymark.foundation.vault.models import Document
from waymark.pathway.concerns import documents as sent
from waymark.pathway.concerns.models import Submission
from waymark.pathway.concerns.policies import submission_follow

from . import policies
from .models import Referral
from .permissions import Permission

HARMFUL = "referrals.document-harmful"


def declare() -> None:
    """Called in AppConfig.ready. What was sent leads the triage team back to their own page."""
    records.declare(
        records.Kind(
            "referral",
            Referral,
            policies.triage_read,
            policies.triage_answer_about,
            lambda referral: _("Referral %(reference)s") % {"reference": referral.reference},
            lambda actor, referral: reverse("referrals:triage-record", args=[referral.reference]),
            lambda by, referral, document: tell(referral, document),
        )
    )
    records.declare(replace(sent.SUBMISSION, page=_page, infected=_infected))


def shown(actor: Actor, referral: Referral) -> dict[str, Any]:
    """For the record’s page: what was sent with it, what was added, and where one adds."""
    return {
        "rows": [
            *presenters.of_record(actor, referral.submission),
            *presenters.of_record(actor, referral),
        ],
        "href": presenters.url("documents", referral),
        "add_href": presenters.url("add", referral) if policies.triage_answer_about(actor, referral) else "",
    }


def tell(referral: Referral, document: Document) -> None:
    """The lead professional is told that a document of their record is harmful; never what it is called."""
    if referral.lead is None:
        return
    outbox.post(
        HARMFUL,
        to=referral.lead,
        key=f"{HARMFUL}:{document.pk}",
        link=reverse("referrals:triage-record", args=[referral.reference]),
        reference=referral.reference,
        authority_id=referral.authority_id,
    )


def _page(actor: Actor, submission: Submission) -> str:
    works = actor.may(Permission.READ) and not submission_follow(actor, submission)
    page = "referrals:triage-record" if works else "concerns:progress"
    return reverse(page, args=[submission.reference])


def _infected(by: Actor, submission: Submission, document: Document) -> None:
    referral = Referral.objects.filter(submission=submission).select_related("lead").first()
    if referral is not None:
        tell(referral, document)
