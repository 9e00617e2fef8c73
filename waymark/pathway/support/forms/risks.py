"""Risks in words: put down, looked at again, given to somebody else, closed, open again."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.pathway.support.models import Whom

from .given import LENGTH, Offered


class Owned(Form):
    """Forms that ask who answers for it: `people` are those on the panel."""

    who = fields.Pick(
        label=_("Who answers for it?"),
        hint=_("One person on the panel. They are asked whether they take it on."),
        required=_("Choose who answers for it"),
        choices=[],
    )

    def __init__(self, *args: Any, people: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = people  # type: ignore[attr-defined]


def _why(label: Any) -> fields.Words:
    return fields.Words(label=label, required=_("Say why"), max_length=LENGTH)


def _about() -> fields.Words:
    return fields.Words(
        label=_("What is done about it?"), required=_("Say what is done about it"), max_length=LENGTH
    )


def _again() -> fields.Day:
    return fields.Day(label=_("On which day is it looked at again?"), past=False)


class Raise(Owned):
    whom = fields.Choice(
        label=_("Whom could it harm?"), required=_("Choose whom it could harm"), choices=Whom.choices
    )
    words = fields.Words(
        label=_("What is the risk?"),
        hint=_(
            "In words: what could happen, and what makes you think so. Whoever answers for it reads this."
        ),
        required=_("Say what the risk is"),
        max_length=LENGTH,
    )
    done_about = _about()
    review_on = _again()
    field_order = ["whom", "words", "done_about", "who", "review_on"]


class Review(Form):
    words = fields.Words(label=_("How does it stand?"), required=_("Say how it stands"), max_length=LENGTH)
    done_about = _about()
    review_on = _again()


class Hand(Owned):
    because = _why(_("Why is somebody else asked?"))


class Close(Form):
    because = _why(_("Why is it a risk no more?"))


class Reopen(Owned):
    because = _why(_("Why is it a risk again?"))
    review_on = _again()
    field_order = ["because", "who", "review_on"]


class Decline(Form):
    because = fields.Words(
        label=_("Why do you not answer for it?"),
        hint=_("The lead professional reads this. You see nothing of it afterwards."),
        required=_("Say why you do not answer for it"),
        max_length=LENGTH,
    )
