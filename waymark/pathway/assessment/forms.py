"""What the pages of police assessment accept. They never save; the actions do."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel.sentences import is_sentence

from .models import Body, Framework, Result
from .models.assessment import REFERENCE


class Check(Form):
    """A result, a date, a reference: there is no field for more."""

    result = fields.Choice(
        label=_("What is the result of de-confliction?"),
        required=_("Choose the result of de-confliction"),
        choices=Result.choices,
    )
    result_on = fields.Day(
        label=_("On which day was it given?"), required=_("Enter the day on which it was given"), future=False
    )
    result_reference = fields.Line(
        label=_("Its reference"),
        required=_("Enter the reference"),
        hint=_("Letters and figures only. Never write what was found, or by whom."),
        max_length=30,
    )

    def clean_result_reference(self) -> str:
        return _reference_only(self.cleaned_data["result_reference"])


class KeepReference(Form):
    pcmt_reference = fields.Line(
        label=_("What is its reference in the Prevent Case Management Tracker (PCMT)?"),
        required=_("Enter the reference"),
        hint=_(
            "Letters and figures only. The PCMT is the national record; this service is not, and sends it nothing."
        ),
        max_length=30,
    )

    def clean_pcmt_reference(self) -> str:
        return _reference_only(self.cleaned_data["pcmt_reference"])


def _reference_only(reference: str) -> str:
    if reference and not re.match(REFERENCE, reference):
        raise ValidationError(_("Give the reference only: letters and figures, no words about it."))
    return reference


class Choose(Form):
    framework = fields.Choice(
        label=_("Which framework do you use?"), required=_("Choose which framework you use"), choices=[]
    )

    def __init__(self, *args: Any, frameworks: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["framework"].choices = frameworks  # type: ignore[attr-defined]


class Write(Form):
    """The questions of one framework, and what every assessment says: what protects, what changed, the conclusion."""

    def __init__(self, *args: Any, framework: Framework, again: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.headings: list[tuple[str, list[str]]] = []
        for h, heading in enumerate(framework.headings):
            names = []
            for q, question in enumerate(heading["questions"]):
                names.append(f"answer_{h}_{q}")
                self.fields[names[-1]] = fields.Words(label=question, required=fields.UNMARKED, rows=3)
            self.headings.append((heading["title"], names))
        self.fields["protective"] = fields.Words(
            label=_("What protects the person?"),
            required=_("Say what protects the person"),
            hint=_("People, places, interests, plans. If you know of nothing, say so."),
        )
        self.fields["changed"] = fields.Words(
            label=_("What has changed since the last assessment?"),
            required=_("Say what has changed since the last assessment") if again else False,
            hint="" if again else _("Leave empty if this is the first one."),
        )
        self.fields["conclusion"] = fields.Words(
            label=_("What do you conclude?"),
            required=_("Write what you conclude"),
            hint=_("In words. Nothing is counted or added up."),
        )

    def answered(self) -> dict[str, Any]:
        """As the action takes it: answers by place, and the rest by name."""
        said = dict(self.cleaned_data)
        answers = {
            name.removeprefix("answer_").replace("_", "."): said.pop(name)
            for _title, names in self.headings
            for name in names
        }
        return said | {"answers": answers}


class Grounds(Form):
    """What every signed decision of the police gives."""

    grounds = fields.Words(
        label=_("What are the grounds?"),
        required=_("Give the grounds"),
        hint=_("At least one whole sentence."),
    )
    relied_on = fields.Words(
        label=_("What information did you rely on?"),
        required=_("Say what information you relied on"),
        hint=_("And where it comes from. Nothing that comes from the intelligence services."),
    )
    council_view = fields.Words(label=_("What does the council think?"), required=False)
    decided_on = fields.Day(
        label=_("On which day was it decided?"),
        required=_("Enter the day on which it was decided"),
        future=False,
    )

    def clean_grounds(self) -> str:
        grounds = self.cleaned_data["grounds"]
        if grounds and not is_sentence(grounds):
            raise ValidationError(_("Give the grounds in at least one whole sentence."))
        return grounds


class Refer(Grounds):
    referred_by = fields.Choice(
        label=_("Who refers the person to the panel?"),
        required=_("Choose who refers the person to the panel"),
        choices=Body.choices,
    )
    field_order = ["referred_by", "grounds", "relied_on", "council_view", "decided_on"]


class ReferForAuthority(Grounds):
    """The council refers to the panel itself: what it thinks are the grounds."""

    council_view = None  # type: ignore[assignment]


class Close(Grounds):
    cause = fields.Choice(label=_("Why does it end here?"), required=_("Choose why it ends here"), choices=[])
    destination = fields.Choice(
        label=_("Where do the person’s needs go?"),
        required=_("Choose where the person’s needs go"),
        choices=[],
    )
    destination_words = fields.Words(
        label=_("What was agreed with them?"),
        hint=_("Who accepted, and when."),
        required=fields.UNMARKED,
        rows=3,
    )
    note = fields.Words(
        label=_("What is the referrer told?"),
        hint=_(
            "For example: we have looked at this; please keep supporting the person. Nothing of the case."
        ),
        required=fields.UNMARKED,
        rows=3,
    )
    withheld_because = fields.Words(
        label=_("Or: why are they told nothing for now?"), required=fields.UNMARKED, rows=3
    )
    field_order = [
        "cause", "grounds", "relied_on", "destination", "destination_words", "council_view", "note", "withheld_because",
        "decided_on",
    ]  # fmt: skip

    def __init__(self, *args: Any, offered: dict[str, list[tuple[str, Any]]], **kwargs: Any) -> None:
        """`offered`: for `cause` and `destination` the lists of the authority."""
        super().__init__(*args, **kwargs)
        for name, choices in offered.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if bool(given.get("note")) == bool(given.get("withheld_because")) and not self.errors.keys() & {
            "note",
            "withheld_because",
        }:
            self.add_error("note", _("Write what the referrer is told, or why they are told nothing."))
        return given


class Hold(Grounds):
    """The police keep it outside Channel."""


class Approve(Form):
    approves = fields.YesNo(
        label=_("Do you approve this closure?"), required=_("Choose whether you approve this closure")
    )
    reason = fields.Words(label=_("Why?"), required=_("Say why"), hint=_("Your reasons stay on the record."))
