"""Documents that a referrer adds: to the draft while they write it, to what they sent afterwards."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse
from waymark.foundation.vault import records
from waymark.foundation.vault.actions.adding import move_documents
from waymark.foundation.vault.models import Document

from . import policies
from .models import Draft, Submission
from .permissions import Permission


def draft_read(actor: Actor, draft: Draft) -> Decision:
    """Whoever writes it, and the safeguarding lead whom it waits for."""
    mine = actor.may(Permission.REFER) and draft.is_by(actor)
    return allow() if mine else policies.draft_decide(actor, draft)


def submission_read(actor: Actor, submission: Submission) -> Decision:
    """Whoever follows it; and the triage team, whose grant it carries as long as they may see it."""
    if policies.submission_follow(actor, submission):
        return allow()
    held = set(actor.grants) & set(submission.grants) - {submission.author_grant(), submission.dsl_grant()}
    return allow() if held else refuse(_("This referral was sent by somebody else."))


def draft_page(actor: Actor, draft: Draft) -> str:
    return reverse("concerns:draft" if draft.is_by(actor) else "concerns:approve", args=[draft.pk])


DRAFT = records.Kind(
    "draft", Draft, draft_read, policies.draft_write, lambda draft: _("Your referral"), draft_page
)
SUBMISSION = records.Kind(
    "submission",
    Submission,
    submission_read,
    policies.submission_follow,
    lambda submission: _("Referral %(reference)s") % {"reference": submission.reference},
    lambda actor, submission: reverse("concerns:progress", args=[submission.reference]),
)


def send_along(by: Actor, at: datetime, draft: Draft, submission: Submission) -> None:
    """What was added to the draft belongs to what was sent."""
    if Document.objects.filter(about_table=Draft._meta.db_table, about_id=draft.pk).exists():
        move_documents(by=by, at=at, record=draft, to=submission)
