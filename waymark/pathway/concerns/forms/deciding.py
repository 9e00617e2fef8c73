"""What a safeguarding lead answers, what a referrer adds, what is asked and answered for advice."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form

SEND, RETURN, KEEP_BACK = "send", "return", "keep-back"


class Approve(Form):
    decision = fields.Choice(
        label=_("What do you decide?"),
        required=_("Choose what you decide"),
        choices=(
            (SEND, _("Send the referral")),
            (RETURN, _("Give it back to be changed")),
            (KEEP_BACK, _("Do not send it")),
        ),
    )
    note = fields.Words(
        label=_("What should be changed, or why is it not sent?"),
        hint=_("The author reads this. If you do not send it, the reason is kept for six months."),
        required=fields.UNMARKED,
        max_length=2000,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        sentences = {
            RETURN: _("Say what should be changed"),
            KEEP_BACK: _("Say why the referral is not sent"),
        }
        sentence = sentences.get(cleaned.get("decision", ""))
        if sentence and not cleaned.get("note") and "note" not in self.errors:
            self.add_error("note", ValidationError(sentence, code="required"))
        return cleaned


class Add(Form):
    words = fields.Words(
        label=_("What do you want to add?"),
        hint=_("Write what happened, when, and how you know. You cannot change it after you send it."),
        heading=True,
        required=_("Write what you want to add"),
    )


class Ask(Form):
    """No field for a name until it was ticked that one is needed."""

    question = fields.Words(
        label=_("What would you like advice about?"),
        hint=_("Describe what worries you without a name, a birth date, an address or the name of a school."),
        required=_("Write what you would like advice about"),
    )
    names = fields.Choices(
        label=_("Do you need to name somebody?"),
        hint=_("Most advice can be given without a name."),
        required=fields.UNMARKED,
        choices=(("yes", _("Yes, I cannot ask without giving a name")),),
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if data is not None and data.get("names") == "yes":
            self.fields["name"] = fields.Line(
                label=_("Name"), required=_("Enter the name, or take the tick away"), max_length=200
            )
            self.fields["because"] = fields.Words(
                label=_("Why do you need to give the name?"),
                hint=_("The name and your question are erased after six months."),
                required=_("Say why you need to give the name"),
                max_length=1000,
            )

    @property
    def asks_for_name(self) -> bool:
        """The tick was just set: its fields were not on the page that was sent."""
        return "name" in self.fields and "name" not in self.data


class Answer(Form):
    answer = fields.Words(
        label=_("Your advice"),
        hint=_("Answer without naming anybody. You cannot change it after you send it."),
        required=_("Write your advice"),
    )
