"""What the police of Westmarch made of the referrals that were sent to them: one in each state of an assessment."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from waymark.foundation.kernel import clock
from waymark.pathway.assessment import frameworks
from waymark.pathway.assessment.actions import checking, deciding, leading, writing
from waymark.pathway.assessment.models import PoliceAssessment, PoliceDecision
from waymark.pathway.referrals.actions import asking, findings
from waymark.pathway.referrals.actions import deciding as triage
from waymark.pathway.referrals.models import InformationRequest

from .telling import Case, Teller
from .words import BASIS, born, concerns, home, named

FORM_TUTOR = ("teacher", "Teacher of history", "school", "I am their form tutor")
WARD_NURSE = ("nurse", "Community nurse", "nhs", "They are my patient")
COLLEGE = ("college_dsl", "Safeguarding lead", "college", "They study at our college")
ADULT = {"parent": {"told": "adult"}, "parent_not_yet": None}
PASSED = "Thank you. We have asked a partner to look at this with us. Please carry on as before."
RELIED_ON = "The referral, the answers of the school and the health service, and the written assessment."


class PoliceCase(Case):
    """A referral that triage sends to the police, and what they do with it."""

    @property
    def assessment(self) -> PoliceAssessment:
        return PoliceAssessment.objects.filter(referral=self.referral).latest("started_at")

    def sent_to_police(self, days: float, reason: str) -> PoliceCase:
        self.taken(days + 1).matched(days + 1)
        self.not_told(
            days + 1, "person", "The police are asked first whether telling them puts anybody at risk.", 88
        )
        with self.teller.acting("officer", days):
            young = self.referral.under_18
        if young:
            self.not_told(days + 1, "parent", "The police are asked first.", 88).social_care(days + 1)
        self.decided(days, "to-police", reason, PASSED)
        return self

    def checked(self, days: float, reference: str, result: str = "clear") -> PoliceCase:
        """Taken by the coordinator, and the result of de-confliction of that day."""
        with self.teller.acting("police", days) as by:
            if self.assessment.lead_id is None:
                leading.take(by=by, assessment=self.assessment, version=self.assessment.version)
            checking.record_result(
                by=by, assessment=self.assessment, version=self.assessment.version, result=result,
                result_on=clock.uk_date(self.teller.ago(days)), result_reference=reference,
            )  # fmt: skip
        return self

    def police_asked(self, days: float, place: str, question: str) -> InformationRequest:
        due_on = clock.uk_date(self.teller.ago(days)) + timedelta(days=12)
        with self.teller.acting("police", days) as by:
            return asking.ask(
                by=by, referral=self.referral, asked=self.teller.places.organisations[place],
                question=question, basis=BASIS, due_on=due_on,
            )  # fmt: skip

    def answered(self, days: float, who: str, asked: InformationRequest, reply: str) -> PoliceCase:
        with self.teller.acting(who, days) as by:
            asking.answer_request(by=by, request=asked, version=asked.version, reply=reply)
        return self

    def police_marked(self, days: float, mark: str, note: str) -> PoliceCase:
        with self.teller.acting("police", days) as by:
            for concern in self.referral.concerns.filter(mark=""):
                findings.mark_concern(
                    by=by, concern=concern, version=concern.version, mark=mark, violence=False, note=note
                )
        return self

    def written(self, days: float, protective: str, conclusion: str, **answers: str) -> PoliceCase:
        framework, _new = frameworks.load(frameworks.EXAMPLE)
        given = {place.removeprefix("at_").replace("_", "."): words for place, words in answers.items()}
        with self.teller.acting("police", days) as by:
            writing.write(
                by=by, assessment=self.assessment, version=self.assessment.version, framework=framework,
                answers=given, protective=protective, conclusion=conclusion,
            )  # fmt: skip
        return self

    def signed(
        self, days: float, act: Any, grounds: str, who: str = "police", **given: Any
    ) -> PoliceDecision:
        """Refers, proposes to close, or keeps it (`act`). The lead refers for the council."""
        with self.teller.acting(who, days) as by:
            return act(
                by=by, assessment=self.assessment, version=self.assessment.version, grounds=grounds,
                relied_on=RELIED_ON, decided_on=clock.uk_date(self.teller.ago(days)), **given,
            )  # fmt: skip

    def supervised(self, days: float, decision: PoliceDecision, reason: str) -> PoliceCase:
        with self.teller.acting("supervisor", days) as by:
            deciding.approve(by=by, decision=decision, version=self.assessment.version, reason=reason)
        return self


def tell(teller: Teller) -> None:
    """From the oldest to the newest."""
    kept(teller)
    ended(teller)
    closed(teller)
    child(teller)
    adult(teller)
    closure_waits(teller)
    being_assessed(teller)


def _sent(teller: Teller, who: str, days: float, **answers: Any) -> PoliceCase:
    case = teller.sent(who, days, **answers)
    return PoliceCase(teller, case.submission, days)


def _pupil(teller: Teller) -> dict[str, Any]:
    school = teller.school("900001")
    return {"referring": teller.referrer(*FORM_TUTOR), "learns": {"learns": "yes"}, "school": school}


def kept(teller: Teller) -> None:
    """Referred to the panel; then the police learned more and act themselves. The council’s duties go on beside it."""
    case = _sent(
        teller, "college_dsl", 56, **ADULT,
        referring=teller.referrer(*COLLEGE), name=named("Corwin", "Estlemere"), born=born("2003-02-17"),
        concern=concerns(("Told a tutor he has bought what he needs, and would not say for what.",
                          teller.day(57), "fact")),
        arose={"on": teller.day(58)},
    )  # fmt: skip
    case.sent_to_police(
        54, "He speaks of having bought what he needs, and the college is worried for others."
    )
    case.checked(53, "WM-DC/5501").written(
        53, "His tutor, and his course.", "He would talk to somebody outside the college. Support would help.",
        at_0_0="He thinks that nobody at home believes him.",
    )  # fmt: skip
    case.signed(
        53, deciding.refer, "He speaks of what he has bought and of whom he means, and others praise him for it.",
        referred_by="police",
    )  # fmt: skip
    case.checked(50, "WM-DC/5503", "held")
    case.signed(
        50, deciding.hold, "The police have to act first; until they have, there can be no support through Channel."
    )  # fmt: skip


def ended(teller: Teller) -> None:
    """Referred by the council, kept by the police, brought back by triage, closed with advice: ended before a panel."""
    case = _sent(
        teller, "college_dsl", 55, **ADULT,
        referring=teller.referrer(*COLLEGE), name=named("Ottilie", "Greensward"), born=born("2005-09-19"),
        concern=concerns(("Wrote an essay that praises an attack, and read it out.", teller.day(56), "fact")),
        arose={"on": teller.day(57)},
    )  # fmt: skip
    case.sent_to_police(53, "The essay praises an attack by name, and she would not say why she wrote it.")
    case.checked(51, "WM-DC/5507").written(
        50, "Her friends, and the debating club.", "She was provoking. Talking with her would help.",
        at_0_0="She feels that nobody takes her seriously.",
    )  # fmt: skip
    case.signed(
        49, deciding.refer, "She praised an attack by name before others and would not turn away from it.",
        who="lead", referred_by="authority",
    )  # fmt: skip
    case.signed(
        48, deciding.hold, "She is a witness in another matter, which the police have to finish first."
    )
    with teller.acting("officer", 46) as by:
        triage.bring_back(
            by=by,
            referral=case.referral,
            version=case.referral.version,
            reason="The police have finished with it.",
        )
    case.marked(45, "resolved", "It was a speech for the debating club, which had set her that side.")
    case.told(45, "person", "Safeguarding lead", "Was upset, and glad that it was over.").decided(
        44, "advise", "The essay was a speech for the debating club, and nothing else worries the college.",
        "Thank you. The debating club might agree with the college on what it sets.",
    )  # fmt: skip


def closed(teller: Teller) -> None:
    """Two people of the police closed it: the context explains it."""
    case = _sent(
        teller, "nurse", 54, **ADULT,
        referring=teller.referrer(*WARD_NURSE), name=named("Beatrix", "Holloway-Penn"), born=born("1972-10-05"),
        concern=concerns(("Asked which chemicals are dangerous when they are mixed.", teller.day(55), "fact")),
        arose={"on": teller.day(55)},
    )  # fmt: skip
    case.sent_to_police(
        52, "She asked twice and could not say why, and nobody here can tell what it was about."
    )
    case.checked(50, "WM-DC/5512").police_marked(
        49, "resolved", "She cleans swimming pools and had a course on it that week."
    )
    decision = case.signed(
        48, deciding.close, "She asked because of a course for her work, as her employer has confirmed.",
        cause="context", destination="none", note="Thank you for asking. This had a simple explanation.",
    )  # fmt: skip
    case.supervised(47, decision, "I have read the employer’s letter and agree.")


def child(teller: Teller) -> PoliceCase:
    """A boy of fifteen, whose parents do not agree: referred to the panel under section 36."""
    case = _sent(
        teller, "teacher", 48, **_pupil(teller),
        name=named("Idris", "Calloway-Fenn"), born=born("2011-04-22"), gender={"gender": "male"},
        addresses=home("27 Rope Walk, Harrowmere", "ZZ1 6DT"),
        concern=concerns(
            ("Writes every night with a group that praises a killing, and hides it.", teller.day(50), "reported"),
            ("Said at lunch that somebody should finish what that man began.", teller.day(49), "fact"),
        ),
        arose={"on": teller.day(70)}, around={"words": "His parents live apart.", "helps": "Swimming, his uncle."},
    )  # fmt: skip
    case.sent_to_police(46, "He praises a killing to others, and nobody at home or school knows the group.")
    case.checked(44, "WM-DC/5530")
    asked = case.police_asked(43, "college", "Does he come to your Saturday swimming, and with whom?")
    case.answered(41, "college_dsl", asked, "He swims every Saturday. His uncle brings him and stays.")
    case.written(
        39, "His uncle, the swimming club, and a form tutor he trusts.",
        "He is looking for people who take him seriously and has found the wrong ones. Support would help.",
        at_0_0="He feels that nobody took his side when his parents parted.", at_0_2="Says the group is his family.",
    )  # fmt: skip
    case.signed(
        38, deciding.refer, "He repeats what the group says about a killing and has begun to speak for them.",
        referred_by="police", council_view="The council agrees, and works with the family beside it.",
    )  # fmt: skip
    return case


def adult(teller: Teller) -> PoliceCase:
    """A man of twenty-four who would like help: referred to the panel under section 36."""
    case = _sent(
        teller, "nurse", 34, **ADULT,
        referring=teller.referrer(*WARD_NURSE), name=named("Lorne", "Battersleigh"), born=born("2002-01-30"),
        gender={"gender": "male"}, addresses=home("Flat 6, 40 Canal Street, Westmarch", "ZZ2 3CE"),
        work={"work": "Lost his work as a porter in the summer"},
        concern=concerns(("Says the people who took his work from him will be sorry, and gives a date.",
                          teller.day(35), "fact")),
        arose={"on": teller.day(44)}, around={"words": "Lives alone.", "helps": "A neighbour cooks for him."},
    )  # fmt: skip
    case.sent_to_police(32, "He named whom he means and a date, and says that he learned it from videos.")
    case.checked(30, "WM-DC/5547")
    case.written(
        27, "A neighbour, and his wish to work again.",
        "He is angry and alone, and takes on what he hears. He would like help with work. Support would help.",
        at_0_0="He lost his work and thinks it was taken from him.",
    )  # fmt: skip
    case.signed(
        26, deciding.refer, "He takes over reasons to hurt people that he was given, and has named whom.",
        referred_by="police", council_view="The council agrees.",
    )  # fmt: skip
    return case


def closure_waits(teller: Teller) -> None:
    """The coordinator proposes to close; the supervisor has not answered yet."""
    case = _sent(
        teller, "teacher", 9, **_pupil(teller),
        name=named("Petra", "Lowmoorland"), born=born("2012-06-11"), gender={"gender": "female"},
        concern=concerns(("Shared a flag in a chat and wrote that they were right.", teller.day(10), "reported")),
        arose={"on": teller.day(12)},
    )  # fmt: skip
    case.sent_to_police(7, "The flag is that of a group which is known for violence, and she would not talk.")
    case.checked(4, "WM-DC/5568").police_marked(
        2, "resolved", "It was a team of an online game; the chat shows it."
    )
    case.signed(
        1, deciding.close, "The flag and the words are those of a team in an online game, as the chat shows.",
        cause="misinformed", destination="referrer",
        note="Thank you. It was about a game. Please talk with the class about flags and what they mean.",
    )  # fmt: skip


def being_assessed(teller: Teller) -> None:
    """De-confliction is clear, a question waits for the health service."""
    case = _sent(
        teller, "college_dsl", 6, **ADULT,
        referring=teller.referrer(*COLLEGE), name=named("Marlo", "Tennisford"), born=born("2006-12-08"),
        concern=concerns(("Hands out printed sheets that say who should not be let live.", teller.day(7), "fact")),
        arose={"on": teller.day(9)}, learns={"learns": "yes"}, school=teller.school("900003"),
    )  # fmt: skip
    case.sent_to_police(4, "The sheets call for people to be killed, and he says that he wrote them himself.")
    case.checked(2, "WM-DC/5571")
    case.police_asked(1, "nhs", "Is he known to you, and who could speak with him?")
