"""Issues, and what was asked for. Free words name nobody: a child’s name stops."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.actions.booking import Where as At
from waymark.delivery.training.forms.planning import where_of
from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form

from .models import Source, Where

NOBODY = _("Do not name any child or any other person.")


class Raise(Form):
    source = fields.Choice(
        label=_("Who raised it?"), choices=Source.choices, required=_("Choose who raised it")
    )
    words = fields.Words(
        label=_("What is it about?"), hint=NOBODY, max_length=2000, rows=5, no_child=True,
        required=_("Say what was raised"),
    )  # fmt: skip
    reply_by = fields.Day(
        label=_("By when do they reply?"), past=False, required=_("Enter the day by which they reply")
    )


class Reply(Form):
    reply = fields.Words(
        label=_("The reply"), hint=NOBODY, max_length=4000, rows=6, no_child=True, required=_("Write the reply")
    )  # fmt: skip


class Close(Form):
    because = fields.Line(
        label=_("Why is it closed?"), hint=_("For example, they have changed their plan."), max_length=500,
        no_child=True, required=_("Say why it is closed"),
    )  # fmt: skip


class Note(Form):
    """`themes`, `audiences` and `places` are pairs of value and text."""

    def __init__(self, *args: Any, themes: list, audiences: list, places: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"] = fields.Words(
            label=_("What was asked for?"), hint=NOBODY, max_length=1000, rows=3, no_child=True,
            required=_("Say what was asked for"),
        )  # fmt: skip
        self.fields["theme"] = fields.Pick(
            label=_("What is it about?"), choices=themes, typing=False, required=_("Choose what it is about")
        )
        self.fields["audience"] = fields.Pick(
            label=_("For whom is it?"), choices=audiences, required=False, typing=False
        )
        self.fields["where"] = fields.Pick(label=_("Who asked for it?"), choices=places, required=False)
        self.fields["heard"] = fields.Choice(
            label=_("On what occasion?"), choices=Where.choices, required=_("Choose on what occasion")
        )

    def said(self) -> dict[str, Any]:
        """What the action needs, but for the theme. Only of a form that is valid."""
        said = self.cleaned_data
        kind, key = where_of(said["where"])
        return {
            "words": said["words"],
            "heard": said["heard"],
            "audience_id": UUID(said["audience"]) if said["audience"] else None,
            "where": At(key if kind == "i" else None, key if kind == "o" else None),
        }


class AskFor(Form):
    """`elsewhere` is asked only where no place is known."""

    number = fields.Whole(
        label=_("About how many people?"),
        least=1,
        most=5000,
        required=_("Enter about how many people will come"),
    )
    name = fields.Line(label=_("Whom do we write to?"), required=_("Enter whom we write to"))
    elsewhere = fields.Line(
        label=_("Which school or group is it for?"), required=_("Enter the school or group")
    )

    def __init__(self, *args: Any, place_is_known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if place_is_known:
            del self.fields["elsewhere"]


class Answer(Form):
    """`courses` are pairs of key and name."""

    def __init__(self, *args: Any, courses: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["course"] = fields.Pick(
            label=_("Is there a course for it now?"), choices=courses, required=False, typing=False
        )
        self.fields["answer"] = fields.Line(
            label=_("What came of it?"), max_length=500, no_child=True, required=_("Say what came of it")
        )
