"""Resources and what is awaited. Free words name nobody: a child’s name stops."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.places.models.areas import Nation

from .actions.awaiting import Hoped
from .actions.resources import Said
from .models import ForWhom, Kind, Language, Phase, Sharing

NOT_A_LINK = _("Enter a whole link, such as https://www.example.gov.uk/guidance")
OWNER = _("Who looks after it?")
NEXT = _("When does somebody look at it again?")
NO_NEXT = _("Enter the day on which somebody looks at it again")
NO_BODY = _("Say from which body it is")


class Link(fields.Line):
    """The address of a page."""

    missing = NOT_A_LINK
    is_free = False
    valid = URLValidator(schemes=["http", "https"])

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=500, autocomplete="url", **options)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        try:
            if text:
                self.valid(text)
        except ValidationError as wrong:
            raise ValidationError(NOT_A_LINK, code="link") from wrong
        return text


class Search(Form):
    q = fields.Line(
        label=_("Words to look for"), hint=_("Never the name of a person."), required=fields.UNMARKED,
        max_length=100, classes="govuk-input--width-20",
    )  # fmt: skip


class Describe(Form):
    """`owners` are pairs of key and name. `first`: a day for the first review is asked too."""

    title = fields.Line(
        label=_("What is it called?"), max_length=160, no_child=True, required=_("Enter what it is called")
    )
    kind = fields.Pick(
        label=_("What is it?"), choices=Kind.choices, typing=False, required=_("Choose what it is")
    )
    about = fields.Line(
        label=_("What is it about?"), hint=_("In a sentence."), max_length=400, required=False, no_child=True
    )
    for_whom = fields.Pick(
        label=_("Who uses it?"), choices=ForWhom.choices, typing=False, required=_("Choose who uses it")
    )
    phase = fields.Pick(
        label=_("For which phase?"),
        choices=Phase.choices,
        typing=False,
        required=_("Choose for which phase it is"),
    )
    language = fields.Pick(
        label=_("In which language?"),
        choices=Language.choices,
        typing=False,
        required=_("Choose in which language it is"),
    )
    nation = fields.Pick(
        label=_("In which nation does it serve?"), hint=_("Leave it out where it serves in each of them."),
        choices=Nation.choices, required=False, typing=False,
    )  # fmt: skip
    publisher = fields.Line(
        label=_("Who published it?"),
        hint=_("A body, not a person."),
        max_length=120,
        no_child=True,
        required=NO_BODY,
    )
    link = Link(
        label=_("Where does it stand?"), required=False,
        hint=_("The link to it. Leave it out if you add it as a document afterwards."),
    )  # fmt: skip
    sharing = fields.Choice(
        label=_("Who may see it?"), choices=Sharing.choices, required=_("Choose who may see it"),
        hint=_("Documents are opened by people with an account only."),
    )  # fmt: skip

    def __init__(self, *args: Any, owners: list[tuple[str, str]], first: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"] = fields.Pick(
            label=OWNER, choices=owners, typing=False, required=_("Choose who looks after it")
        )
        if first:
            self.fields["review_on"] = fields.Day(label=NEXT, past=False, required=NO_NEXT)

    def said(self) -> Said:
        """Only of a form that is valid."""
        held = {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in ("owner", "review_on", "version")
        }
        return Said(**held, owner_id=UUID(self.cleaned_data["owner"]))


class LookAgain(Form):
    """`link` says whether there is one to open."""

    def __init__(self, *args: Any, link: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if link:
            self.fields["link_works"] = fields.YesNo(
                label=_("Does the link still lead to it?"),
                hint=_("Open it and see."),
                required=_("Say whether the link still leads to it"),
            )
        self.fields["next_on"] = fields.Day(label=NEXT, past=False, required=NO_NEXT)


class TeachWith(Form):
    """`offered` are pairs of key and title."""

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keys"] = fields.Choices(
            label=_("What is it taught with?"), choices=offered, required=False,
            hint=_("Choose none if it is taught without anything of the library."),
        )  # fmt: skip


class Because(Form):
    because = fields.Line(
        label=_("Why?"), hint=_("For example, it was replaced by something newer."), max_length=500, no_child=True,
        required=_("Say why"),
    )  # fmt: skip


class Await(Form):
    """`owners` are pairs of key and name."""

    what = fields.Line(
        label=_("What is awaited?"), max_length=160, no_child=True, required=_("Say what is awaited")
    )
    from_whom = fields.Line(
        label=_("From whom?"),
        hint=_("A body, not a person."),
        max_length=120,
        no_child=True,
        required=NO_BODY,
    )
    expected_on = fields.Day(
        label=_("By when is it expected?"), required=_("Enter the day by which it is expected")
    )
    notes = fields.Words(
        label=_("Notes"), hint=_("Do not name any child or any other person."), max_length=2000, rows=4, no_child=True,
        required=False,
    )  # fmt: skip

    def __init__(self, *args: Any, owners: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"] = fields.Pick(
            label=_("Who sees to it?"), choices=owners, typing=False, required=_("Choose who sees to it")
        )

    def hoped(self) -> Hoped:
        """Only of a form that is valid."""
        held = {name: value for name, value in self.cleaned_data.items() if name not in ("owner", "version")}
        return Hoped(**held, owner_id=UUID(self.cleaned_data["owner"]))
