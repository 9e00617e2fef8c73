"""What triage holds about a person, for whoever answers their request to see it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import own_data
from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel.references import read_reference
from waymark.foundation.vault.models import Document
from waymark.pathway.concerns.form import reading, versions
from waymark.pathway.concerns.models import Submission
from waymark.pathway.people.own_data import keys_of

from .models import Referral


def find(actor: Actor, reference: str) -> own_data.Keys:
    known = read_reference(reference)
    found = Referral.objects.visible_to(actor).filter(reference=known).select_related("person").first()
    return keys_of(actor, found.person if found else None)


def documents(actor: Actor, keys: own_data.Keys) -> QuerySet[Document]:
    """Of the referrals, and of what was sent."""
    held = Referral.objects.visible_to(actor).filter(person__in=keys)
    of = [
        {"about_table": "referrals_referral", "about_id__in": held.values("pk")},
        {"about_table": "concerns_submission", "about_id__in": held.values("submission")},
    ]
    seen = Document.objects.visible_to(actor)
    return seen.filter(**of[0]) | seen.filter(**of[1])


def _answers(submission: Submission) -> str:
    version = versions.of(submission.form_version)
    return "\n".join(
        f"{row.label if row.label.endswith('?') else f'{row.label}:'} {row.text}"
        for section in reading.sections(version, submission.answers)
        for row in section.rows
    )


# Of a referral: the model, what the person reads as its name, and the fields that others said.
ROWS: tuple[tuple[str, Any, set[str]], ...] = (
    ("Concern", _("A concern"), {"source"}),
    ("Need", _("A need"), {"source"}),
    ("Duty", _("What was told to social care"), {"their_reference"}),
    ("Told", _("Whether you were told"), {"response"}),
    ("InformationRequest", _("A question to another organisation"), {"reply", "why"}),
    ("Redirect", _("A request to another service"), {"answer"}),
    ("TakenTogether", _("Several referrals read together"), {"answer"}),
    ("Decision", _("A decision of triage"), {"dissent"}),
    ("Resumption", _("Why a referral came back"), set()),
    ("Restriction", _("Why a referral was kept to few people"), {"reason"}),
    ("Handover", _("A note to a colleague"), {"note"}),
)


ELSEWHERE = (
    ("concerns.Draft", "Never sent: it is its writer’s own, and goes after 14 days."),
    ("concerns.Enquiry", "Not tied to a record of the person: looked for by hand on the page of advice."),
)


def declare() -> None:
    """Called in AppConfig.ready."""
    own_data.finds(find)
    sent = {"record": "referral", "of_others": True}
    own_data.offer(
        own_data.of_person(
            "concerns.Submission", _("A referral as it was sent"), "referral__person",
            said={"answers": _answers}, **sent,
        ),
        own_data.of_person(
            "concerns.AddedInformation", _("Information that was added"), "submission__referral__person",
            **sent | {"record": "submission.referral"},
        ),
        own_data.of_person(
            "concerns.Progress", _("What the referrer was told"), "submission__referral__person",
            record="submission.referral",
        ),
        own_data.of_person("referrals.Referral", _("A referral"), "person"),
    )  # fmt: skip
    for label, title, others in ROWS:
        own_data.offer(
            own_data.of_person(
                f"referrals.{label}", title, "referral__person", record="referral", others=others
            )
        )
    own_data.offer(
        own_data.of_person(
            "referrals.RequestOverride", _("Why triage did not wait"), "request__referral__person",
            record="request.referral",
        ),
        own_data.of_person(
            "referrals.Approval", _("The second signature under a decision"), "decision__referral__person",
            record="decision.referral",
        ),
        own_data.Part(
            "vault.Document", _("A document"), documents, record="about_id", of_others=True, is_document=True
        ),
    )  # fmt: skip
    _elsewhere()


def _elsewhere() -> None:
    own_data.alone("concerns.Enquiry", _("A request for advice"))
    for label, why in ELSEWHERE:
        own_data.elsewhere(label, why)
