"""What the pages of the end of support accept. They never save; the actions do."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.pathway.panel.models import Sector

from .models import Outcome, PauseKind, ReviewKind

YES_NO = [("yes", _("Yes")), ("no", _("No"))]


class Report(Form):
    """`offered`: for `assessment` newer ones, and frameworks (`here`) by which the lead writes one now; for `reason`
    and `destination` the lists of the authority."""

    assessment = fields.Choice(
        label=_("On which assessment does the report rest?"),
        hint=_("It must be newer than the decision to adopt."),
        required=_("Choose the assessment"),
        choices=[],
    )
    changed = fields.Words(
        label=_("What has changed since the case was adopted?"),
        hint=_("Leave this and the next empty if you chose an assessment that is written already."),
        required=fields.UNMARKED,
    )
    conclusion = fields.Words(label=_("What do you conclude?"), required=fields.UNMARKED, rows=3)
    reason = fields.Choice(
        label=_("Why does support end?"), required=_("Choose why support ends"), choices=[]
    )
    outcomes = fields.Words(
        label=_("What came of the support plan?"), required=_("Say what came of the support plan")
    )
    outstanding = fields.Words(
        label=_("Which needs are left?"),
        hint=_("And what is done about each. If none is left, say so."),
        required=_("Say which needs are left, or that none is"),
    )
    destination = fields.Choice(
        label=_("Who goes on helping the person?"),
        required=_("Choose who goes on helping the person"),
        choices=[],
    )
    accepted = fields.YesNo(
        label=_("Have they accepted?"),
        hint=_("Leave empty if nobody goes on helping."),
        required=fields.UNMARKED,
    )
    accepted_on = fields.Day(label=_("On which day did they accept?"), required=fields.UNMARKED, future=False)

    def __init__(
        self, *args: Any, offered: dict[str, list[tuple[str, Any]]], here: frozenset[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.here = here
        for name, choices in offered.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("assessment") in self.here:
            for name, sentence in (
                ("changed", _("Say what has changed since the case was adopted.")),
                ("conclusion", _("Write what you conclude")),
            ):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return given


class Sign(Form):
    signs = fields.YesNo(
        label=_("Do you sign the end of support?"), required=_("Choose whether you sign the end of support")
    )
    ended_on = fields.Day(
        label=_("On which day did support end?"),
        required=_("Enter the day on which support ended"),
        future=False,
    )
    reason = fields.Words(
        label=_("Your reasons"),
        hint=_("You must give them if you do not sign."),
        required=fields.UNMARKED,
        rows=3,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("signs") is False and not given.get("reason"):
            self.add_error("reason", _("Say why you do not sign."))
        return given


class LookBack(Form):
    held_on = fields.Day(
        label=_("On which day was the review?"), required=_("Enter the day of the review"), future=False
    )
    attendees = fields.Words(
        label=_("Who took part?"),
        hint=_("Names, and for which organisation."),
        required=_("Say who took part"),
        rows=3,
    )
    agencies = fields.Choices(
        label=_("Which agencies were asked anew?"),
        required=_("Choose which agencies were asked anew"),
        choices=Sector.choices,
    )
    partners_checked_on = fields.Day(
        label=_("On which day had the agencies answered?"),
        required=_("Enter the day on which the agencies had answered"),
        future=False,
    )
    police_checked_on = fields.Day(
        label=_("On which day had the police checked anew?"),
        required=_("Enter the day on which the police had checked anew"),
        future=False,
    )
    findings = fields.Words(
        label=_("What was found?"),
        hint=_("Nothing that comes from the intelligence services."),
        required=_("Say what was found"),
    )
    decision = fields.Choice(
        label=_("What did the panel decide?"), required=_("Choose what the panel decided"), choices=[]
    )
    reason = fields.Words(
        label=_("Why?"),
        hint=_("You must say why if the case opens again, or is looked at for longer."),
        required=fields.UNMARKED,
        rows=3,
    )
    longer_until = fields.Day(
        label=_("Until when does the panel look?"),
        hint=_("For 24 months after the end of support at most."),
        required=fields.UNMARKED,
        past=False,
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        extends = kind == ReviewKind.TWELVE
        offered = [(value, words) for value, words in Outcome.choices if extends or value != Outcome.EXTEND]
        self.fields["decision"].choices = offered  # type: ignore[attr-defined]
        if not extends:
            del self.fields["longer_until"]


class Pause(Form):
    kind = fields.Choice(
        label=_("Why does support pause?"), required=_("Choose why support pauses"), choices=PauseKind.choices
    )
    reason = fields.Words(
        label=_("What has happened?"),
        required=_("Say what has happened"),
        hint=_("Only what people need to know."),
    )
    on = fields.Day(label=_("From which day?"), required=_("Enter the day"), future=False)


class GoOn(Form):
    reason = fields.Words(label=_("Why can support go on?"), required=_("Say why support can go on"))
    on = fields.Day(label=_("From which day?"), required=_("Enter the day"), future=False)


class Investigation(Form):
    notified_on = fields.Day(
        label=_("On which day was the person told of the investigation?"),
        required=fields.UNMARKED,
        future=False,
    )
    acted_on = fields.Day(
        label=_("On which day was there an arrest or other executive action?"),
        required=fields.UNMARKED,
        future=False,
    )
    agreed_on = fields.Day(
        label=_(
            "On which day did the panel and the senior investigating officer agree that the risk can be managed?"
        ),
        hint=_("Leave a day empty if it has not happened."),
        required=fields.UNMARKED,
        future=False,
    )
    words = fields.Words(
        label=_("What does the panel have to know?"),
        hint=_("Who said so, and until when it holds. No detail of the investigation."),
        required=_("Say what the panel has to know"),
        rows=3,
    )


class Transfer(Form):
    to = fields.Pick(label=_("To which authority?"), required=_("Choose to which authority"), choices=[])
    reason = fields.Words(label=_("Why?"), required=_("Say why"), rows=3)
    assessment = fields.Words(
        label=_("What does the assessment say?"), required=_("Say what the assessment says")
    )
    plan = fields.Words(label=_("Which support is there now?"), required=_("Say which support there is"))
    risk = fields.Words(
        label=_("What is the risk until they accept, and who answers for it?"),
        required=_("Say what the risk is, and who answers for it"),
    )

    def __init__(self, *args: Any, to: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = to  # type: ignore[attr-defined]


class Why(Form):
    reason = fields.Words(label=_("Why?"), required=_("Say why"), rows=3)


class Answer(Form):
    accepts = fields.YesNo(
        label=_("Do you take this case over?"), required=_("Choose whether you take this case over")
    )
    reason = fields.Words(
        label=_("Your reasons"),
        hint=_("You must give them if you return it."),
        required=fields.UNMARKED,
        rows=3,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("accepts") is False and not given.get("reason"):
            self.add_error("reason", _("Say why you return it."))
        return given
