"""A referral that is being written. Every page that is sent saves its row; nothing typed is lost."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedJSON, SealedText
from waymark.pathway.concerns.states import DraftState

from .authored import Authored

STATE_NAMES = {
    DraftState.WRITING: _("You are writing it"),
    DraftState.WITH_DSL: _("With your safeguarding lead"),
    DraftState.RETURNED: _("Given back to you with a note"),
    DraftState.SENT: _("Sent"),
    DraftState.NOT_SENT: _("Your safeguarding lead decided not to send it"),
}


class Draft(Authored):
    """`answers` holds the pages that are whole, `typed` what was typed on pages that came back with errors.

    Pages that say who first had the concern are kept apart (`DraftApart`), so that they can be hidden.
    Once it is sent the answers live in the submission and are emptied here.
    """

    form_version = models.PositiveSmallIntegerField()
    answers = SealedJSON(default=dict)
    typed = SealedJSON(default=dict)
    state = models.CharField(max_length=10, default=DraftState.WRITING)
    sent_to_dsl_at = models.DateTimeField(null=True, blank=True)
    dsl_note = SealedText(blank=True, default="")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField()
    last_edited_at = models.DateTimeField()

    class Meta(Authored.Meta):
        ordering = ["-last_edited_at"]
        constraints = [
            *Authored.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(state=DraftState.NOT_SENT)
                | (Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(dsl_note="")),
                name="draft_not_sent_has_reason",
                violation_error_message=_("Say why the referral is not sent."),
            ),
            models.CheckConstraint(
                condition=~Q(state=DraftState.RETURNED) | ~Q(dsl_note=""),
                name="draft_returned_has_note",
                violation_error_message=_("Say what should be changed."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def can_be_written(self) -> bool:
        return self.state in (DraftState.WRITING, DraftState.RETURNED)

    @property
    def state_name(self) -> str:
        return str(STATE_NAMES[DraftState(self.state)])


class DraftApart(Protected):
    """The pages of a draft that say who first had the concern. The author’s; the safeguarding lead’s only if
    that person did not ask to stay anonymous."""

    draft = models.OneToOneField(Draft, on_delete=models.CASCADE, related_name="apart")
    answers = SealedJSON(default=dict, within="draft")
    typed = SealedJSON(default=dict, within="draft")

    def __str__(self) -> str:
        return str(self.pk)
