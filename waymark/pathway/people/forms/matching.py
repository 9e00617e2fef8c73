from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.pathway.people.models import Match


class AskOwner(Form):
    """Why somebody needs to know of a record they may not open."""

    why = fields.Words(
        label=_("Why do you need to know about it?"),
        max_length=2000,
        rows=4,
        required=_("Say why you need to know"),
    )


class AnswerOwnerQuestion(Form):
    """What whoever asked may know."""

    answer = fields.Words(
        label=_("What may they know?"),
        hint=_(
            "For example, whether it is the same person, what the concern was and how it ended. Or that "
            "it is not theirs to know."
        ),
        max_length=2000,
        required=_("Say what may be known, or that nothing may"),
    )


class AnswerMatch(Form):
    """Is it the same person? Decided by somebody who looked."""

    answer = fields.Choice(
        label=_("Is it the same person?"),
        choices=[(answer.value, answer.label) for answer in Match.Answer],
        required=_("Choose whether it is the same person"),
    )
    note = fields.Words(
        label=_("What makes you say so?"),
        hint=_("If you cannot tell, say what you would need to know."),
        required=fields.UNMARKED,
        max_length=2000,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("answer") == Match.Answer.CANNOT_TELL and not given.get("note"):
            self.add_error("note", _("Say what you would need to know to tell"))
        return given


class LinkRecords(Form):
    """Another record of the same person, that the search did not show."""

    reference = fields.Line(
        label=_("Reference of the other record"),
        hint=_("It stands at the top of the page of that person and begins with P."),
        max_length=20,
        required=_("Enter the reference of the other record"),
    )
