"""Giving an action to somebody, and what they say of it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.pathway.consent.kinds import SupportKind

LENGTH = 8000
Offered = list[tuple[str, str]]


class Give(Form):
    kind = fields.Pick(
        label=_("What kind of support is it?"),
        hint=_("It begins only with a consent that covers this kind."),
        required=_("Choose what kind of support it is"),
        choices=SupportKind.choices,
    )
    needs = fields.Choices(label=_("Which needs does it answer?"), choices=[], required=fields.UNMARKED)
    who = fields.Pick(
        label=_("Who does it?"),
        hint=_("One person of one organisation. They are asked whether they take it on."),
        required=_("Choose who does it"),
        choices=[],
    )
    task = fields.Words(
        label=_("What are they asked to do?"),
        hint=_("All that they need to know for it, and no more: they see this and nothing else of the case."),
        required=_("Write what they are asked to do"),
        max_length=LENGTH,
    )
    due_on = fields.Day(label=_("By when is it done?"), past=False)

    def __init__(self, *args: Any, people: Offered, needs: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = people  # type: ignore[attr-defined]
        if needs:
            self.fields["needs"].choices = needs  # type: ignore[attr-defined]
        else:
            del self.fields["needs"]


class Cancel(Form):
    because = fields.Words(
        label=_("Why is it taken out of the plan?"),
        required=_("Say why it is taken out of the plan"),
        max_length=LENGTH,
    )


class Decline(Form):
    because = fields.Words(
        label=_("Why do you not take it on?"),
        hint=_("The lead professional reads this. You see nothing of it afterwards."),
        required=_("Say why you do not take it on"),
        max_length=LENGTH,
    )


class Update(Form):
    words = fields.Words(
        label=_("How does it go?"),
        hint=_("What was done and what came of it. The panel reads this."),
        required=_("Say how it goes"),
        max_length=LENGTH,
    )


class Finish(Form):
    words = fields.Words(
        label=_("What came of it?"),
        hint=_("The panel reads this."),
        required=_("Say what came of it"),
        max_length=LENGTH,
    )
