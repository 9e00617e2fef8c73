"""Who comes: by name, or how many."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.actions.booking import Named, Where
from waymark.delivery.training.models import Course
from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form

from .planning import where_of

MOST_NAMES = 50


class Comes(Form):
    """`before`: the course that comes before this one, if any. Whoever books says that they know who lacks it."""

    def __init__(self, *args: Any, before: Course | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before = before

    def ask_before(self) -> None:
        """The last question."""
        if self.before is not None:
            self.fields["knows"] = fields.Choices(
                label=format_lazy(_("Before this course comes “{course}”"), course=self.before.name),
                hint=_("Everybody who comes should have been to it."),
                choices=[
                    ("yes", _("I know who of them has not been to it, and want the place all the same"))
                ],
                required=fields.UNMARKED,
            )

    def knows(self) -> bool:
        """Only of a form that is valid."""
        return bool(self.cleaned_data.get("knows"))


class Book(Comes):
    """`places` (pairs of value and text) is empty where the place is known already."""

    def __init__(self, *args: Any, places: list, roles: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if places:
            self.fields["where"] = fields.Pick(
                label=_("Where do they work?"), choices=places, required=_("Choose where they work")
            )
        self.fields["number"] = fields.Whole(
            label=_("How many people come?"), hint=_("Without their names. Leave empty if you enter names."),
            required=fields.UNMARKED, most=2000,
        )  # fmt: skip
        self.fields["named"] = fields.Words(
            label=_("Who comes by name?"),
            hint=_("One person on a line: the name, a comma, the work email address. We need names for certificates."),
            required=fields.UNMARKED, max_length=8000,
        )  # fmt: skip
        self.fields["role"] = fields.Pick(
            label=_("As what do they come?"), choices=roles, required=False, typing=False
        )
        self.fields["needs"] = fields.Line(
            label=_("What does somebody need to take part?"), hint=_("For example, step-free access"),
            max_length=500, required=False,
        )  # fmt: skip
        self.ask_before()

    def clean_named(self) -> list[Named]:
        lines = [line.strip() for line in self.cleaned_data["named"].splitlines() if line.strip()]
        if len(lines) > MOST_NAMES:
            raise ValidationError(gettext("Enter at most %(most)s people at a time") % {"most": MOST_NAMES})
        return [_named(number, line) for number, line in enumerate(lines, 1)]

    def where(self) -> Where:
        kind, key = where_of(self.cleaned_data.get("where", ""))
        return Where(key if kind == "i" else None, key if kind == "o" else None)

    def asked(self) -> dict[str, Any]:
        """What the action needs to know. Only of a form that is valid."""
        said = self.cleaned_data
        role = UUID(said["role"]) if said["role"] else None
        named = [Named(one.name, one.email, role, said["needs"], "named") for one in said["named"]]
        needs = {"needs": said["needs"], "knows": self.knows()}
        return {"named": named, "number": said["number"] or 0, "role_id": role, **needs}


class Replace(Comes):
    """Who comes instead."""

    name = fields.Line(
        label=_("Who comes instead?"), hint=_("Somebody who works at the same place."),
        required=_("Enter the name"), max_length=200,
    )  # fmt: skip
    email = fields.Email(
        label=_("Their work email address"), hint=_("They get the link to the place."), required=False
    )
    needs = fields.Line(
        label=_("What do they need to take part?"), hint=_("For example, step-free access"), max_length=500,
        required=False,
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_before()

    def instead(self) -> Named:
        """Only of a form that is valid."""
        said = self.cleaned_data
        return Named(said["name"], said["email"] or "", needs=said["needs"])


def _named(number: int, line: str) -> Named:
    name, _comma, email = (part.strip() for part in line.partition(","))
    if not name:
        raise ValidationError(gettext("Line %(number)s: enter the name") % {"number": number})
    if len(name) > 200:
        raise ValidationError(gettext("Line %(number)s: this name is too long") % {"number": number})
    if email:
        try:
            validate_email(email)
        except ValidationError as wrong:
            raise ValidationError(
                gettext("Line %(number)s: this is no email address") % {"number": number}
            ) from wrong
    return Named(name, email)
