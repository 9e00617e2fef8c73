"""How consent was asked and answered: given, or not. One page each, asking only what fits the person’s age."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields, moments
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock
from waymark.pathway.channel.models import Case
from waymark.pathway.consent import rules
from waymark.pathway.consent.actions.asking import EMPTY
from waymark.pathway.consent.kinds import SupportKind
from waymark.pathway.consent.models import Answer, Capacity, ChildView, Giver, Grounds, Manner, Method
from waymark.pathway.consent.models.answers import OF_A_CHILD
from waymark.pathway.consent.texts import Told
from waymark.pathway.people.models import Person

NOBODY = "nobody"
ADULTS_OWN = (Giver.PERSON, Giver.BEST_INTERESTS)


class Asking(Form):
    """What every answer says. `groups` are headings with the fields below them, in the order of the page.

    Where the person’s record tells on every day in question whether they are a child, the page asks what fits. Where
    they turned 18 since the case opened, the day of asking tells. Where the record does not, the page asks whether they
    were a child, and how that is known.
    """

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = case.referral.person
        ages = {self.person.is_adult_on(day) for day in (clock.uk_date(case.opened_at), clock.today())}
        self.adult: bool | None = ages.pop() if len(ages) == 1 else None
        self.turned = None if self.adult is not None else _turned(self.person)
        self.groups: list[tuple[Any, list[str]]] = []
        self.group(_("How it was asked"), **_how(self.person.language))
        if self.adult is None and self.turned is None:
            self.group(_("The person’s age"), **_age())
        self.group(_("Who answered"), **_who(self.adult, self.turned))
        if self.adult is not True:
            self.group(_("The child’s own view"), **_view())
        if self.adult is not False:
            self.group(_("Whether the person can decide this"), **_capacity())

    def group(self, heading: Any, **asked: Any) -> None:
        self.fields.update(asked)
        self.groups.append((heading, list(asked)))

    @property
    def grouped(self) -> list[tuple[Any, list[Any]]]:
        return [(heading, [self[name] for name in names]) for heading, names in self.groups]

    def clean(self) -> dict[str, Any]:
        """All that is missing at once, each at its field: the same rules that the deed asks."""
        given = {"answer": Answer.GIVEN} | (super().clean() or {})
        if given.get("against") == NOBODY:
            given["against"] = ""
        if self.adult is not None:
            given["child"] = not self.adult
        elif self.turned is not None and given.get("asked_on"):
            given["child"] = given["asked_on"] < self.turned
        if given.get("asked_on") and given.get("child") is not None and given.get("giver"):
            for field, sentence in rules.faults(EMPTY | given, self.person, clock.today()):
                name = field if field in self.fields else "giver"
                if name not in self.errors:
                    self.add_error(name, sentence)
        return given


class Given(Asking):
    """Consent was given: what was told, what it covers, until when, and whether anybody objects."""

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.group(_("What was explained"), **_explained())
        self.group(_("What was agreed to"), **_agreed(self.adult))
        if self.adult is not True:
            self.object()

    def object(self) -> None:
        self.group(_("Whether anybody objects"), **_against())


class NotGiven(Asking):
    """Refused, or not obtained: why, and the day on which the panel looks again."""

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.group(
            _("The answer"),
            answer=fields.Choice(
                label=_("What was the answer?"),
                required=_("Choose what the answer was"),
                choices=[one for one in Answer.choices if one[0] != Answer.GIVEN],
                hints={
                    Answer.NOT_OBTAINED: _("For example: nobody could be reached, or there was no answer.")
                },
            ),
            because=fields.Words(
                label=_("Why is there no consent?"), required=_("Say why there is no consent"), rows=3
            ),
            told=fields.Choices(label=_("What was told?"), choices=Told.choices, required=fields.UNMARKED),
            reassess_on=looks_again(),
        )


class CorrectGiven(Given):
    """A correction points back and says why. Who objects is not asked again: it holds for the new entry too."""

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.group(*_correction()[:1], **_correction()[1])

    def object(self) -> None:
        """Nothing is asked."""


class CorrectNotGiven(NotGiven):
    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.group(*_correction()[:1], **_correction()[1])


def looks_again(**more: Any) -> fields.Day:
    said: dict[str, Any] = {
        "label": _("On which day does the panel look again?"),
        "hint": _("The law asks for it. The panel sets the day, and the case goes on an agenda then."),
        "required": _("Enter the day on which the panel looks again"),
        "past": False,
    }
    return fields.Day(**(said | more))


def _correction() -> tuple[Any, dict[str, Any]]:
    because = fields.Words(
        label=_("Why is the last answer corrected?"),
        required=_("Say why this corrects the earlier entry"),
        rows=2,
    )
    return _("The correction"), {"correction_because": because}


def _how(language: str) -> dict[str, Any]:
    return {
        "asked_on": fields.Day(
            label=_("On which day was consent asked?"),
            required=_("Enter the day on which consent was asked"),
            future=False,
        ),
        "method": fields.Choice(
            label=_("How was it asked?"), required=_("Choose how consent was asked"), choices=Method.choices
        ),
        "place": fields.Line(label=_("Where?"), required=_("Enter where consent was asked"), max_length=200),
        "asked_by": fields.Line(
            label=_("Who asked?"),
            hint=_("Name, and for whom they work."),
            required=_("Enter who asked"),
            max_length=200,
        ),
        "language": fields.Line(
            label=_("In which language?"),
            required=_("Enter in which language"),
            max_length=60,
            initial=language or _("English"),
        ),
        "interpreter": fields.Line(
            label=_("Who interpreted?"), hint=_("Leave empty if nobody did."), required=False, max_length=200
        ),
    }


def _age() -> dict[str, Any]:
    return {
        "child": fields.YesNo(
            label=_("Was the person under 18 on that day?"),
            hint=_(
                "The record does not tell for sure. Ask, do not guess: under 18, somebody else gives consent."
            ),
            required=_("Choose whether the person was under 18 on that day"),
        ),
        "age_basis": fields.Line(
            label=_("How do you know?"),
            hint=_("For example: passport seen."),
            required=fields.UNMARKED,
            max_length=200,
        ),
    }


def _turned(person: Person) -> date | None:
    """The day on which they turned 18, where the record tells that day."""
    perhaps, surely = person.adult_from or (None, None)
    return surely if perhaps == surely else None


def _who(adult: bool | None, turned: date | None) -> dict[str, Any]:
    offered = (
        ADULTS_OWN
        if adult
        else OF_A_CHILD
        if adult is False
        else (*ADULTS_OWN[:1], *OF_A_CHILD, *ADULTS_OWN[1:])
    )
    asked = {
        "giver": fields.Choice(
            label=_("Of whom was it asked?"),
            required=_("Choose of whom consent was asked"),
            hint=_turning(turned) if turned else "",
            choices=[(one.value, one.label) for one in offered],
        ),
        "giver_name": fields.Line(
            label=_("Their name, and how they are related to the person"),
            hint=_("Leave empty if it is the person.") if adult is not False else "",
            required=fields.UNMARKED,
            max_length=200,
        ),
    }
    if adult is not True:
        asked["responsibility"] = fields.Words(
            label=_("How do you know that they hold parental responsibility?"),
            hint=_("For example: birth certificate or care order seen. Needed when consent is given."),
            required=fields.UNMARKED,
            rows=2,
        )
    return asked


def _turning(turned: date) -> str:
    return gettext(
        "They turned 18 on %(day)s. Before that day a parent or guardian gives consent; from that day on only they do."
    ) % {"day": moments.day(turned)}


def _view() -> dict[str, Any]:
    return {
        "child_view": fields.Choice(
            label=_("What does the child want?"),
            hint=_(
                "Always ask a child who can say. Their view is heard; it does not stand in for the consent."
            ),
            required=fields.UNMARKED,
            choices=ChildView.choices,
        ),
        "child_words": fields.Words(
            label=_("In the child’s own words"),
            hint=_("Or why there is no view."),
            required=fields.UNMARKED,
            rows=3,
        ),
    }


def _capacity() -> dict[str, Any]:
    return {
        "capacity": fields.Choice(
            label=_("Can the person decide this?"),
            hint=_("It is presumed of everybody of 18 or over, unless an assessment says otherwise."),
            required=fields.UNMARKED,
            choices=Capacity.choices,
        ),
        "capacity_on": fields.Day(
            label=_("If it was assessed: on which day?"), required=fields.UNMARKED, future=False
        ),
        "capacity_by": fields.Line(label=_("By whom?"), required=fields.UNMARKED, max_length=200),
        "capacity_reference": fields.Line(
            label=_("Where is the assessment kept?"),
            hint=_("A reference."),
            required=fields.UNMARKED,
            max_length=60,
        ),
    }


def _explained() -> dict[str, Any]:
    return {
        "told": fields.Choices(
            label=_("What was told before?"),
            hint=_("All of it has to be told. Choose what was."),
            required=fields.UNMARKED,
            choices=Told.choices,
        ),
        "explained_as": fields.Words(
            label=_("How was it explained?"), required=_("Write how it was explained"), rows=3
        ),
        "notice_version": fields.Line(
            label=_("Which privacy notice was given?"),
            hint=_("Its version or date."),
            required=_("Enter which privacy notice was given"),
            max_length=40,
        ),
        "text_version": fields.Line(
            label=_("Which wording was agreed to?"),
            hint=_("The version or date of the consent form."),
            required=_("Enter which wording was agreed to"),
            max_length=40,
        ),
    }


def _agreed(adult: bool | None) -> dict[str, Any]:
    return {
        "scope": fields.Choices(
            label=_("Which support does it cover?"),
            hint=_("No other support starts."),
            required=_("Choose at least one kind of support"),
            choices=SupportKind.choices,
        ),
        "manner": fields.Choice(
            label=_("How was it given?"), required=_("Choose how consent was given"), choices=Manner.choices
        ),
        "witness": fields.Line(
            label=_("If it was said: who was the witness?"), required=fields.UNMARKED, max_length=200
        ),
        "expires_on": fields.Day(
            label=_("On which day does it end?"),
            hint=_("From that day on it covers nothing.")
            if adult
            else _(
                "From that day on it covers nothing. A child’s consent ends with the 18th birthday at the latest."
            ),
            required=_("Enter the day on which it ends"),
        ),
    }


def _against() -> dict[str, Any]:
    return {
        "against": fields.Choice(
            label=_("Does anybody with parental responsibility object?"),
            hint=_("Consent that is disputed is kept, and does not count until somebody has resolved it."),
            required=fields.UNMARKED,
            choices=[*Grounds.choices, (NOBODY, _("No"))],
            divided=True,
        ),
        "against_by": fields.Line(
            label=_("If so: who, and how are they related to the child?"),
            required=fields.UNMARKED,
            max_length=200,
        ),
        "against_words": fields.Words(
            label=_("What did they say, or what makes them a source of the risk?"),
            required=fields.UNMARKED,
            rows=3,
        ),
    }
