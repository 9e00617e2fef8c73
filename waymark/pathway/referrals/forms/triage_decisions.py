"""What the pages of decisions accept."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel.sentences import is_sentence
from waymark.pathway.referrals.models import Outcome


class Grounds(Form):
    """What every signed decision gives."""

    options = fields.Words(
        label=_("Which options did you consider?"),
        required=_("Say which options you considered"),
        hint=_("Also those you did not choose, and why not."),
    )
    reason = fields.Words(
        label=_("What is your reason?"),
        required=_("Give your reason"),
        hint=_("At least one whole sentence."),
    )
    relied_on = fields.Words(
        label=_("What information did you rely on?"),
        required=_("Say what information you relied on"),
        hint=_("And where it comes from."),
    )
    dissent = fields.Words(
        label=_("Did anybody see it differently?"),
        hint=_("Who, and why. Leave empty if nobody did."),
        required=False,
    )

    def clean_reason(self) -> str:
        reason = self.cleaned_data["reason"]
        if reason and not is_sentence(reason):
            raise ValidationError(_("Give the reason in at least one whole sentence."))
        return reason


class Decide(Grounds):
    outcome = fields.Choice(
        label=_("What do you decide?"), required=_("Choose what you decide"), choices=Outcome.choices
    )
    note = fields.Words(
        label=_("What is the referrer told?"),
        hint=_(
            "For example: we have acted on this; please keep supporting the person as you do. Nothing of the case."
        ),
        required=fields.UNMARKED,
    )
    withheld_because = fields.Words(
        label=_("Or: why are they told nothing for now?"), required=fields.UNMARKED
    )
    field_order = ["outcome", "options", "reason", "relied_on", "dissent", "note", "withheld_because"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if bool(given.get("note")) == bool(given.get("withheld_because")) and not self.errors.keys() & {
            "note",
            "withheld_because",
        }:
            self.add_error("note", _("Write what the referrer is told, or why they are told nothing."))
        return given


class Approve(Form):
    approves = fields.YesNo(
        label=_("Do you approve this closure?"), required=_("Choose whether you approve this closure")
    )
    reason = fields.Words(label=_("Why?"), required=_("Say why"), hint=_("Your reasons stay on the record."))


class Correct(Grounds):
    """A corrected version of a signed decision."""
