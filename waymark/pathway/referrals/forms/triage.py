"""What the pages of triage accept. They never save; the actions do."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.working_days import add_working_days
from waymark.pathway.referrals.models import Answered, Bearing, Hearer, Mark, Service, Standing


class Offering(Form):
    """One field, `offers`, whose answers the view knows: it gives them as `choices`."""

    offers: str

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[self.offers].choices = choices  # type: ignore[attr-defined]


class HandOver(Offering):
    offers = "receiver"
    receiver = fields.Pick(
        label=_("Who should lead this referral?"),
        required=_("Choose who should lead this referral"),
        choices=[],
    )
    note = fields.Words(
        label=_("What do they need to know?"), hint=_("Only they and the triage team see it."), required=False
    )


class Restrict(Offering):
    offers = "people"
    people = fields.Choices(
        label=_("Who works on it, beside the Prevent lead and whoever leads it?"),
        hint=_("Leave all empty to keep it to these two."),
        required=fields.UNMARKED,
        choices=[],
    )
    reason = fields.Words(
        label=_("Why is it kept to few people?"),
        hint=_("A whole sentence. Those who see the referral read it; nobody else does."),
        required=_("Say why it is kept to few people"),
        max_length=2000,
    )


class Unrestrict(Form):
    reason = fields.Words(
        label=_("Why may all of triage see it again?"),
        hint=_("A whole sentence. It stays on the record."),
        required=_("Say why all of triage may see it again"),
        max_length=2000,
    )


class AnswerHandover(Form):
    accepts = fields.YesNo(
        label=_("Do you accept this referral?"), required=_("Choose whether you accept this referral")
    )
    answer = fields.Words(
        label=_("If you do not, why?"),
        hint=_("The person who offered it to you reads this."),
        required=fields.UNMARKED,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("accepts") is False and not given.get("answer") and "answer" not in self.errors:
            self.add_error("answer", _("Say why you do not accept."))
        return given


class AddConcern(Form):
    words = fields.Words(
        label=_("What is the concern?"),
        required=_("Write what the concern is"),
        hint=_("As it was said or seen, in plain words."),
    )
    standing = fields.Choice(
        label=_("What kind of statement is it?"),
        required=_("Choose what kind of statement it is"),
        choices=Standing.choices,
    )
    source = fields.Line(
        label=_("Where does it come from?"),
        required=_("Say where it comes from"),
        hint=_("For example: class teacher, by telephone"),
        max_length=300,
    )
    happened_on = fields.Day(label=_("When did it happen?"), required=False, future=False)
    handling = fields.Line(
        label=_("Conditions on passing it on"), hint=_("For example: police, not for onward disclosure"),
        required=False, max_length=200,
    )  # fmt: skip


class MarkConcern(Form):
    mark = fields.Choice(
        label=_("What came of this concern?"),
        required=_("Choose what came of this concern"),
        choices=Mark.choices,
    )
    violence = fields.YesNo(
        label=_("Is it about violence, or a wish to hurt others?"),
        required=_("Choose whether it is about violence"),
    )
    note = fields.Words(label=_("How do you know?"), required=_("Say how you know"))


class NoteNeed(Form):
    words = fields.Words(
        label=_("What does the person need, or what has to be adjusted for them?"),
        required=_("Write what the person needs"),
        hint=_(
            "Health, learning, language, anything that helps to work with them. A need is not a sign of danger."
        ),
    )
    bearing = fields.Choice(
        label=_("Does this explain the concern, add to it, or is it separate?"),
        required=_("Choose whether it explains the concern, adds to it or is separate"),
        choices=Bearing.choices,
    )
    why = fields.Words(label=_("Say why"), required=_("Say why you think so"))
    source = fields.Line(label=_("Who said so?"), required=_("Say who said so"), max_length=300)
    noted_on = fields.Day(label=_("When?"), required=_("Enter when you were told of it"), future=False)


class EndNeed(Form):
    because = fields.Words(
        label=_("How was the need met, or why is it none?"),
        required=_("Say how the need was met, or why it is none"),
    )


class Household(Form):
    lives_with_child = fields.Choice(
        label=_("Does the person live with a child?"),
        required=_("Choose whether the person lives with a child"),
        choices=Answered.choices,
    )


class AnswerDuty(Form):
    service = fields.Choice(
        label=_("Which service?"), required=_("Choose which service"), choices=Service.choices
    )
    told = fields.YesNo(
        label=_("Have they been told about this concern?"), required=_("Choose whether they have been told")
    )
    told_on = fields.Day(label=_("If yes: when?"), required=fields.UNMARKED, future=False)
    told_by = fields.Line(label=_("If yes: who told them?"), required=fields.UNMARKED, max_length=200)
    their_reference = fields.Line(
        label=_("Their reference, if they gave one"), required=fields.UNMARKED, max_length=80
    )
    why_not = fields.Words(label=_("If no: why not?"), required=fields.UNMARKED)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("told") is True:
            _need(
                self,
                given,
                told_on=_("Give the date on which they were told."),
                told_by=_("Say who told them."),
            )
        elif given.get("told") is False:
            _need(self, given, why_not=_("Say why they were not told."))
        return given


class AnswerTold(Form):
    hearer = fields.Choice(
        label=_("Who is this about?"), required=_("Choose who this is about"), choices=Hearer.choices
    )
    told = fields.YesNo(
        label=_("Do they know that a referral was made?"), required=_("Choose whether they know")
    )
    told_on = fields.Day(label=_("If yes: when were they told?"), required=fields.UNMARKED, future=False)
    told_by = fields.Line(label=_("If yes: who told them?"), required=fields.UNMARKED, max_length=200)
    response = fields.Words(label=_("What did they say?"), required=fields.UNMARKED)
    not_yet_because = fields.Words(
        label=_("If no: why not yet?"), hint=_("For example: telling them now would put a child at risk."),
        required=fields.UNMARKED,
    )  # fmt: skip
    decide_again_on = fields.Day(
        label=_("If no: when do you decide again?"),
        hint=_("Within 90 days."),
        required=fields.UNMARKED,
        past=False,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("told") is True:
            _need(
                self,
                given,
                told_on=_("Give the date on which they were told."),
                told_by=_("Say who told them."),
            )
        elif given.get("told") is False:
            _need(
                self,
                given,
                not_yet_because=_("Say why they have not been told yet."),
                decide_again_on=_("Give the date by which you decide again."),
            )
        return given


class TakeTogether(Form):
    answer = fields.Words(
        label=_("Taken together, what do these referrals tell you?"),
        required=_("Say what these referrals tell you, taken together"),
    )


class Ask(Offering):
    offers = "asked"
    asked = fields.Pick(label=_("Whom do you ask?"), required=_("Choose whom you ask"), choices=[])
    question = fields.Words(
        label=_("What do you ask?"),
        required=_("Write what you ask"),
        hint=_(
            "They see these words and nothing else of the referral. Name the person only as far as they need."
        ),
    )
    basis = fields.Words(
        label=_("What allows you to ask, and them to answer?"),
        required=_("Say what allows you to ask"),
        hint=_("The lawful basis, for example: Counter-Terrorism and Security Act 2015, section 38."),
    )
    due_on = fields.Day(
        label=_("By when do you need the answer?"),
        required=_("Enter by when you need the answer"),
        past=False,
    )

    @staticmethod
    def usual_due() -> Any:
        return add_working_days(clock.today(), 5)


class Redirect(Offering):
    offers = "service"
    service = fields.Pick(
        label=_("Which service should take this on?"),
        required=_("Choose which service should take this on"),
        choices=[],
    )
    message = fields.Words(
        label=_("What do they need to know?"),
        required=_("Write what they need to know"),
        hint=_("They see these words and nothing else of the referral."),
    )
    basis = fields.Words(
        label=_("What allows you to share this?"),
        required=_("Say what allows you to share this"),
        hint=_("The lawful basis."),
    )


class AnswerRequest(Form):
    can_answer = fields.YesNo(label=_("Can you answer?"), required=_("Choose whether you can answer"))
    reply = fields.Words(label=_("If yes: your answer"), required=fields.UNMARKED)
    handling = fields.Line(
        label=_("Conditions on passing it on"), hint=_("For example: not for onward disclosure"),
        required=fields.UNMARKED, max_length=200,
    )  # fmt: skip
    why = fields.Words(label=_("If no: why not?"), required=fields.UNMARKED)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("can_answer") is True:
            _need(self, given, reply=_("Write your answer."))
        elif given.get("can_answer") is False:
            _need(self, given, why=_("Say why you cannot answer."))
        return given


class AnswerRedirect(Form):
    accepts = fields.YesNo(
        label=_("Does the service take this on?"), required=_("Choose whether the service takes this on")
    )
    answer = fields.Words(label=_("Note, or why not"), required=fields.UNMARKED)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("accepts") is False:
            _need(self, given, answer=_("Say why the service does not take it on."))
        return given


class MistakeTold(Offering):
    offers = "shared"
    shared = fields.Choices(
        label=_("Who was told that the referral was mistaken?"),
        required=_("Choose who was told"),
        hint=_("Write to them, or telephone: Waymark does not tell them. They no longer see it."),
        choices=[],
    )
    told_on = fields.Day(label=_("When?"), required=_("Enter when they were told"), future=False)


class Override(Form):
    reason = fields.Words(
        label=_("Why may the referral go on without the answer?"),
        required=_("Say why the referral may go on without the answer"),
        hint=_("Your reasons stay on the record."),
    )


class Reason(Form):
    reason = fields.Words(label=_("Why?"), required=_("Say why"), hint=_("Your reasons stay on the record."))


def _need(form: Form, given: dict[str, Any], **sentences: Any) -> None:
    for name, sentence in sentences.items():
        if not given.get(name) and name not in form.errors:
            form.add_error(name, sentence)
