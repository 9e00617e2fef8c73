"""Support in Westmarch: a child whose mentor held one session of six; an adult helped with housing, with a need that
nothing answers yet. Nobody here exists."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from waymark.pathway.support.actions import funding, giving, planning, providing, weighing
from waymark.pathway.support.models import Plan, PlanNeed, SupportAction

from .consents import AdoptedCase
from .telling import Teller

PANEL = 40  # working days ago: the meeting that adopted them


class SupportedCase:
    """The support of an adopted case, told by the deeds of the officer and of those who give it."""

    def __init__(self, teller: Teller, adopted: AdoptedCase) -> None:
        self.teller, self.adopted = teller, adopted

    def planned(self, days: float, **said: str) -> SupportedCase:
        with self.teller.acting("officer", days) as by:
            case = self.adopted.case
            draft = Plan.objects.filter(case=case, approved_at__isnull=True).first()
            planning.write(by=by, case=case, version=draft.version if draft else 0, **said)
        return self

    def needs(self, days: float, words: str) -> SupportedCase:
        with self.teller.acting("officer", days) as by:
            planning.add_need(by=by, case=self.adopted.case, words=words)
        return self

    def gave(self, days: float, who: str, place: str, kind: str, task: str, lasts: int = 120) -> str:
        """For what the assessment found. The reference of the action."""
        due_on = self.adopted.on(days) + timedelta(days=lasts)
        with self.teller.acting("officer", days) as by:
            case = self.adopted.case
            found = PlanNeed.objects.filter(case=case, came_from="assessment")
            return giving.give(
                by=by, case=case, kind=kind, task=task, due_on=due_on, needs=[need.pk for need in found],
                person_id=self.teller.users[who].pk, organisation_id=self.teller.places.organisations[place].pk,
            ).reference  # fmt: skip

    def approved(self, days: float) -> SupportedCase:
        with self.teller.acting("officer", days) as by:
            plan = Plan.objects.get(case=self.adopted.case, approved_at__isnull=True)
            planning.approve(by=by, plan=plan, version=plan.version, panel_on=self.adopted.on(PANEL))
        return self

    def does(self, who: str, days: float, act: Any, reference: str, **said: Any) -> SupportedCase:
        """A deed about one action. `versioned` deeds are told its version."""
        with self.teller.acting(who, days) as by:
            action = SupportAction.objects.get(reference=reference)
            act(by=by, action=action, **said)
        return self

    def began(self, who: str, taken: float, days: float, reference: str) -> SupportedCase:
        for when, act in ((taken, giving.accept), (days, giving.start)):
            with self.teller.acting(who, when) as by:
                action = SupportAction.objects.get(reference=reference)
                act(by=by, action=action, version=action.version)
        return self


def tell(teller: Teller, child: AdoptedCase, adult: AdoptedCase) -> None:
    _child(teller, SupportedCase(teller, child))
    _risk(teller, SupportedCase(teller, child))
    _adult(SupportedCase(teller, adult))


def _child(teller: Teller, case: SupportedCase) -> None:
    case.planned(
        38,
        consent_arrangements="The Prevent officer asks his mother at home, this week. He is asked what he wants first.",
        nature="Mentoring by the youth service, six meetings.",
        responsible="Westmarch Youth Together.",
        delivery="At the youth centre, once a week after school.",
    )
    mentoring = case.gave(
        38,
        "mentor",
        "charity",
        "mentoring",
        "Meet a boy of fifteen once a week. Listen, and talk about whom he trusts.",
    )
    case.needs(38, "Somewhere to go after school, when nobody is at home.").approved(37.5)
    case.began("mentor", 30, 11, mentoring)
    case.does(
        "officer", 14, providing.brief, mentoring, checked_on=case.adopted.on(16), checked_by="The Prevent lead",
        words="He draws well and is proud of it. He feels that nobody listens. He knows that this is support through "
        "Channel. Call the Prevent officer if you are worried.",
        sessions=6,
    )  # fmt: skip
    case.does("mentor", 13, providing.read, mentoring)
    case.does("mentor", 10, providing.plan, mentoring, planned_on=case.adopted.on(10), number=6)
    with teller.acting("mentor", 9) as by:
        first = SupportAction.objects.get(reference=mentoring).sessions.order_by("planned_on")[0]
        providing.report_session(
            by=by, session=first, version=first.version, was_held=True, held_on=case.adopted.on(10), minutes=50,
            mode="in_person",
        )  # fmt: skip
    case.does(
        "officer", 9, funding.ask, mentoring, asked_of="Intervention Support Fund", amount=Decimal("540.00"),
        asked_on=case.adopted.on(9),
    )  # fmt: skip
    case.does("officer", 8, providing.ask_report, mentoring, due_on=case.adopted.on(8) + timedelta(days=30))


def _risk(teller: Teller, case: SupportedCase) -> None:
    """A nurse of the panel answers for it."""
    seat = {
        "person_id": teller.users["panel_health"].pk,
        "organisation_id": teller.places.organisations["nhs"].pk,
    }
    with teller.acting("officer", 9) as by:
        risk = weighing.raise_risk(
            by=by, case=case.adopted.case, whom="from_others", **seat, review_on=case.adopted.on(-20),
            words="An older boy waits for him after school and asks him to carry things.",
            done_about="The school lets him leave by the other gate. His mother collects him on Thursdays.",
        )  # fmt: skip
    with teller.acting("panel_health", 8) as by:
        weighing.accept(by=by, risk=risk, version=risk.version)


def _adult(case: SupportedCase) -> None:
    case.planned(
        38,
        consent_arrangements="The Prevent officer asks him at County Hall, on Monday.",
        nature="Help to find a room and to keep it.",
        responsible="Westmarch Homes.",
        delivery="By appointment, until he has a tenancy.",
    )
    housing = case.gave(
        38, "tenancies", "housing", "housing", "Help a man of twenty-six to find a room he can pay for."
    )
    case.needs(38, "Somebody to talk to about the nights when he cannot sleep.").approved(37.5)
    case.began("tenancies", 35, 34, housing)
    case.does(
        "tenancies", 12, giving.update, housing, words="He has seen two rooms. We apply for the second one."
    )
    case.planned(1, changed="Help with sleep is asked for.", why="He asked for it himself.")
