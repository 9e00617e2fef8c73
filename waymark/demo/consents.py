"""Cases that the panel of Westmarch adopted, and what became of consent: to be asked, refused, taken back, given for a
child, disputed between parents. Nobody here exists."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from waymark.foundation.kernel import clock
from waymark.pathway.assessment.actions import deciding as police
from waymark.pathway.channel.actions import deciding
from waymark.pathway.channel.models import Case
from waymark.pathway.consent.actions import asking, withdrawing
from waymark.pathway.consent.texts import VERSION, Told
from waymark.pathway.panel.actions import agenda, meeting
from waymark.pathway.panel.models import Panel, Purpose

from .panels import morning
from .police_stories import ADULT, FORM_TUTOR, WARD_NURSE, PoliceCase
from .telling import Teller
from .words import born, concerns, named

EXPLAINED = {
    "method": "meeting",
    "language": "English",
    "asked_by": "The Prevent officer of Westmarch",
    "told": Told.values,
    "explained_as": "With the leaflet, in plain words, and with time to ask.",
    "notice_version": "Westmarch privacy notice, spring",
    "text_version": VERSION,
}
MOTHER = {
    "child": True,
    "giver": "parent",
    "giver_name": "The child’s mother",
    "responsibility": "Birth certificate seen at home.",
    "place": "The family’s home",
}
ADULTS_OWN = {"child": False, "giver": "person", "capacity": "presumed", "place": "County Hall"}
NOBODY_ELSE = "The school and social care keep an eye on how things are."


class AdoptedCase(PoliceCase):
    """A referral under section 36 that the panel adopted."""

    @property
    def case(self) -> Case:
        return Case.objects.get(referral=self.referral)

    def does(self, days: float, act: Any, **said: Any) -> AdoptedCase:
        """A deed of the Prevent officer about the case."""
        with self.teller.acting("officer", days) as by:
            case = self.case
            act(by=by, case=case, version=case.version, **said)
        return self

    def answered_consent(self, days: float, **said: Any) -> AdoptedCase:
        return self.does(days, asking.record, asked_on=self.on(days), **(EXPLAINED | said))

    def gave(self, days: float, **said: Any) -> AdoptedCase:
        """`lasts`: so many days; a year if left out."""
        ends = self.on(days) + timedelta(days=said.pop("lasts", 365))
        return self.answered_consent(days, answer="given", manner="signed", expires_on=ends, **said)

    def on(self, days: float) -> date:
        return clock.uk_date(self.teller.ago(days))


def tell(teller: Teller, panel: Panel) -> list[AdoptedCase]:
    """Adopted at one meeting, two months ago; consent was asked in the weeks after."""
    pending, refused, back, child, parents, adult = cases = [
        _adult(teller, "Tamsin", "Ashgrove-Pell", "1998-03-09", "Says that those people will be made to leave."),
        _adult(teller, "Rafferty", "Quillmore", "1984-07-23", "Reads aloud from a list of names at the bus stop."),
        _adult(teller, "Odalys", "Merrowby", "2001-11-02", "Sends films of an attack to colleagues."),
        _pupil(teller, "Jory", "Penhaligon-Stroud", "2011-01-14", "Draws the flag of a group that kills."),
        _pupil(teller, "Wilhelmina", "Thackerby", "2010-05-30", "Asks classmates who would come with her."),
        _adult(teller, "Emrys", "Coldharbour", "1999-12-08", "Says who took his room will pay for it."),
    ]  # fmt: skip
    _adopted(teller, panel, cases)
    refused.answered_consent(
        35, answer="refused", because="He does not want anybody of the council in his life.",
        reassess_on=refused.on(35) + timedelta(days=63), **ADULTS_OWN,
    )  # fmt: skip
    back.gave(36, scope=["mentoring", "work"], **ADULTS_OWN).does(
        14, withdrawing.withdraw, withdrawn_on=back.on(15), withdrawn_by="person", method="telephone",
        words="She has found work and wants to be left alone.", safeguarding=NOBODY_ELSE,
        reassess_on=back.on(14) + timedelta(days=92),
    )  # fmt: skip
    child.gave(
        37, scope=["mentoring", "pursuits", "family"], child_view="agrees",
        child_words="I want somebody to talk to who is not my teacher.", **MOTHER,
    )  # fmt: skip
    parents.gave(
        4, scope=["mentoring", "education"], child_view="unsure",
        child_words="I do not want them to argue about me.", against="other_parent",
        against_by="The child’s father", against_words="He says that the school should deal with it alone.", **MOTHER,
    )  # fmt: skip
    adult.gave(36, scope=["housing", "mental_health"], **ADULTS_OWN)
    return [pending, refused, back, child, parents, adult]


def _adopted(teller: Teller, panel: Panel, cases: list[AdoptedCase]) -> None:
    with teller.acting("panel_coordinator", 48) as by:
        held = meeting.call(by=by, panel=panel, when=morning(teller.ago(40), "County Hall, room 3"))
        items = [
            agenda.put(by=by, meeting=held, purpose=Purpose.FIRST, reference=case.case.reference)
            for case in cases
        ]
    who = {"authority": "panel_chair", "police": "panel_police", "health": "panel_health"}
    with teller.acting("panel_coordinator", 39) as by:
        came = {
            seat.pk: str(teller.users[who[seat.sector]].pk) if seat.sector in who else "absent"
            for seat in panel.seats.all()
        }
        meeting.mark(by=by, meeting=held, came=came)
        for case, item in zip(cases, items, strict=True):
            said = deciding.Said(
                method="unanimous",
                reason="Help would turn the person away from those who praise violence.",
                relied_on="The written assessment, and what the members know.",
            )
            stands = case.case
            deciding.decide(by=by, case=stands, item=item, version=stands.version, outcome="adopt", said=said)


def _adult(teller: Teller, forenames: str, surname: str, born_on: str, words: str) -> AdoptedCase:
    return _referred(
        teller,
        "nurse",
        forenames,
        surname,
        words,
        referring=teller.referrer(*WARD_NURSE),
        born=born(born_on),
        **ADULT,
    )


def _pupil(teller: Teller, forenames: str, surname: str, born_on: str, words: str) -> AdoptedCase:
    given = {
        "learns": {"learns": "yes"},
        "school": teller.school("900001"),
        "referring": teller.referrer(*FORM_TUTOR),
    }
    return _referred(teller, "teacher", forenames, surname, words, born=born(born_on), **given)


def _referred(
    teller: Teller, who: str, forenames: str, surname: str, words: str, **answers: Any
) -> AdoptedCase:
    said = concerns((words, teller.day(58), "fact"))
    sent = teller.sent(
        who, 57, name=named(forenames, surname), concern=said, arose={"on": teller.day(59)}, **answers
    )
    case = AdoptedCase(teller, sent.submission, 57)
    case.sent_to_police(54, "It comes back, and nobody knows who stands behind it.")
    case.checked(52, "WM-DC/4400").written(
        51, "People who care, and an open ear.", "Others put it into their head. Support would help.",
        at_0_0="Feels that nobody listens.",
    )  # fmt: skip
    case.signed(
        50, police.refer, "What is said praises violence against people, and it is said more and more often.",
        referred_by="police",
    )  # fmt: skip
    return case
