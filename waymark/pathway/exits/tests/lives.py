"""A referral and its case from the first day to the last, with a way to make each move of the two tables of states.

The ways do what people would do, at a time of their own: the clock of these lives stands in the past and goes forward.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from waymark.foundation.accounts.actions import disabling
from waymark.foundation.kernel import clock, months
from waymark.foundation.kernel.refusals import NotNow
from waymark.pathway.assessment.actions import deciding as police
from waymark.pathway.assessment.models import PoliceDecision
from waymark.pathway.channel.actions import deciding as panel
from waymark.pathway.channel.actions import leading
from waymark.pathway.channel.models import PanelDecision
from waymark.pathway.channel.tests.walks import CARE, WHY
from waymark.pathway.consent import standing
from waymark.pathway.consent.actions import watching
from waymark.pathway.consent.queries import said
from waymark.pathway.exits import queries
from waymark.pathway.exits.actions import transferring
from waymark.pathway.exits.models import Arrival, LookBack, Transfer
from waymark.pathway.panel.tests.sitting import today
from waymark.pathway.referrals.actions import asking, deciding, findings
from waymark.pathway.referrals.models import InformationRequest
from waymark.pathway.support.actions import giving
from waymark.pathway.support.models import SupportAction

from .town import Town
from .walks import ExitWalk

BASIS = "Counter-Terrorism and Security Act 2015, section 38"
HANDED = {
    "reason": "The family has moved.",
    "assessment": "He looks for belonging; the group has lost its hold.",
    "plan": "A mentor, each week.",
    "risk": "The school there has to know on Monday; we answer for it until then.",
}


class Life(ExitWalk):
    """`Life(town)` and then its ways. `given` is what somebody was asked to do in its plan."""

    def __init__(self, town: Town, pk: Any = None) -> None:
        super().__init__(town.side)
        self.town, self.pk, self.panel = town, pk, town.table
        self.given: Any = None
        self.name = ""

    def __repr__(self) -> str:
        return self.name

    @contextmanager
    def acting(self, who: str = "") -> Iterator[Any]:
        with (
            clock.travelled(self.town.hours.tick()),
            super().acting(self.town.working(who or self.who)) as by,
        ):
            yield by

    # What people answer in each life.
    def told(self, *hearers: str, **_given: Any) -> Life:
        """Told, and so nothing that runs out by the clock of the database."""
        with self.acting() as by:
            for hearer in hearers or ("person", "parent"):
                findings.answer_told(
                    by=by, referral=self.referral, hearer=hearer, told_on=clock.today(), told_by="The officer"
                )
        return self

    def asked(self, **said: Any) -> Any:
        with self.acting("lead"):
            adult = self.referral.person.is_adult_on(clock.today())
        return super().asked(**({"child": adult is not True} | said))

    def action(self) -> SupportAction:
        return SupportAction.objects.get(pk=self.given)

    def gave(self, *args: Any, **said: Any) -> SupportAction:
        made = super().gave(*args, **said)
        self.given = made.pk
        return made

    def on_referral(self, act: Callable[..., Any], who: str = "officer", **said: Any) -> Any:
        with self.acting(who) as by:
            referral = self.referral
            return act(by=by, referral=referral, version=referral.version, **said)

    # Triage.
    def ready(self, *, violence: bool = False) -> Life:
        return self.matched().marked(violence=violence).told().social_care()

    def to_police(self) -> None:
        self.matched().told().decided("to-police")

    def closes(self, outcome: str) -> None:
        """Signed by one; where it waits already, approved by another."""
        if self.state() == "closing":
            return self.approves(yes=True)
        if outcome == "redirect":
            self.redirected()
        self.ready().decided(outcome)
        return None

    def redirected(self) -> None:
        with self.acting() as by:
            asking.redirect(
                by=by, referral=self.referral, service=self.side.organisation("clinic"), message="Help with money.",
                basis=BASIS,
            )  # fmt: skip

    def proposes(self, outcome: str = "close") -> None:
        """Of somebody whose age counts as a child’s, with violence: two people close it."""
        if outcome == "redirect":
            self.redirected()
        self.ready(violence=True).decided(outcome)

    def approves(self, *, yes: bool, who: str = "lead") -> None:
        with self.acting(who) as by:
            referral = self.referral
            if referral.decision is None:
                raise NotNow()
            step = deciding.approve if yes else deciding.not_approve
            step(by=by, decision=referral.decision, version=referral.version, reason="I looked.")

    def brought_back(self) -> None:
        self.on_referral(deciding.bring_back, "lead", reason="There is more.")

    def opened_again(self) -> None:
        self.on_referral(deciding.reopen, "lead", reason="There is more.")

    def asks(self) -> InformationRequest:
        return self.asked_by_police() if self.state() == "police_assessment" else self.request()

    def request(self) -> InformationRequest:
        with self.acting() as by:
            return asking.ask(
                by=by, referral=self.referral, asked=self.side.organisation("clinic"), question="Is he known to you?",
                basis=BASIS, due_on=today(7),
            )  # fmt: skip

    def answers(self, *, declines: bool = False) -> None:
        with self.acting("officer") as by:
            request = self._waits()
            if declines:
                asking.decline_request(by=by, request=request, version=request.version, why="Not ours.")
            else:
                asking.answer_request(by=by, request=request, version=request.version, reply="Nothing.")

    def goes_without(self) -> None:
        who = "supervisor" if self.state() == "police_assessment" else "lead"
        with self.acting(who) as by:
            asking.override_request(by=by, request=self._waits(), reason="The clinic is closed.")

    def _waits(self) -> InformationRequest:
        found = (
            InformationRequest.objects.filter(referral_id=self.pk, state="open").order_by("asked_at").first()
        )
        if found is None:
            raise NotNow()
        return found

    # The police.
    def worked_on_by_police(self) -> None:
        """Taken, checked, written, as far as that is wanting."""
        with self.acting("police"):
            now = self.assessment
            taken, checked, written = now.lead_id, now.state != "deconfliction", now.written.exists()
        if not taken:
            self.taken_by_police()
        if not checked:
            self.checked()
        if not written:
            self.written(changed="Nothing since the last assessment.")

    def held(self, **given: Any) -> PoliceDecision:
        with self.acting("police"):
            begun = self.assessment.state != "deconfliction"
        if not begun:
            self.taken_by_police().checked()
        return super().held(**given)

    def refers(self) -> None:
        with self.acting("police"):
            closing = self.assessment.state == "closing"
        if closing:
            self.police_closes(yes=False)
        self.worked_on_by_police()
        self.referred()

    def taken_up_again(self) -> None:
        with self.acting("police") as by:
            assessment = self.assessment
            police.again(by=by, assessment=assessment, version=assessment.version)

    def referred_again(self) -> None:
        """Whatever was between: the police refer the person once more."""
        state = self.state()
        if state in ("channel_ended", "section_36"):
            self.held()
            state = "police_led"
        if state == "police_led":
            self.taken_up_again()
        elif state == "triage":
            self.to_police()
        self.refers()

    def police_closes(self, *, yes: bool = True) -> None:
        with self.acting("police"):
            closing = self.assessment.state == "closing"
        if not closing:
            self.worked_on_by_police()
            self.marked_by_police().proposed()
        with self.acting("supervisor") as by:
            assessment = self.assessment
            decision = PoliceDecision.objects.get(pk=assessment.decision_id)
            step = police.approve if yes else police.not_approve
            step(by=by, decision=decision, version=assessment.version, reason="I read it all.")

    # The panel.
    def entered_anew(self, outcome: str) -> PanelDecision:
        """The last decision was entered wrongly."""
        more = {"adopt": {}, "not_adopt": CARE, "defer": self.missing()}[outcome]
        with self.acting("coordinator") as by:
            case = self.case
            if case.decision_id is None:
                raise NotNow()
            return panel.correct(
                by=by, decision=case.decision, version=case.version, outcome=outcome,
                said=panel.Said(**WHY | more), because="The line above was meant.",
            )  # fmt: skip

    def missing(self) -> dict[str, Any]:
        return {"missing": "The clinic’s view.", "missing_from": self.side.lead.pk, "missing_by": today(14)}

    def deferred(self, **given: Any) -> Life:
        self.panel_decides("defer", **self.missing())
        return self

    def leads(self, who: str) -> None:
        with self.acting(who) as by:
            case = self.case
            leading.take(by=by, case=case, version=case.version)

    def consented_for_two_days(self) -> None:
        self.consented(expires_on=today(2))

    def lapsed(self) -> None:
        """The last day of the consent comes, and the job of that hour."""
        with self.acting("lead"):
            newest = said(self.case).newest
            ends = standing.ends_on(newest) if newest is not None else None
        if ends is None:
            raise NotNow()
        self.town.hours.reach(ends)
        with clock.travelled(self.town.hours.tick()):
            watching.watch_everywhere()

    # The end of support and after it.
    def report_is_there(self) -> None:
        with self.acting("chair"):
            waits = queries.report_waiting(self.case) is not None
        if waits:
            return
        with self.acting("lead"):
            leader = next(name for name, user in self.side._users.items() if user.pk == self.case.lead_id)
        self.reported(leader)

    def ended(self) -> None:
        self.report_is_there()
        self.signed()

    def sent_back(self) -> None:
        self.report_is_there()
        self.not_signed()

    def looks_back(self, decision: str) -> LookBack:
        """On the day that it is due; to open the case again, at once."""
        with self.acting("chair"):
            turn = queries.review_now(self.case)
        if turn is None:
            raise NotNow()
        if decision != "reopen":
            self.town.hours.reach(turn.due_on)
        else:
            self.town.hours.reach(self.town.hours.day + timedelta(days=1))
        with clock.travelled(self.town.hours.tick()):
            why = {"reason": "A cousin is back."} if decision != "nothing" else {}
            until = {"longer_until": months.after(turn.due_on, 10)} if decision == "extend" else {}
            return self.looked_back(decision=decision, **why, **until)

    def looked_back_after_six(self) -> None:
        self.looks_back("nothing")

    def looked_longer(self) -> None:
        self.looks_back("extend")

    # To another authority.
    def sends(self, to: Town) -> Transfer:
        with self.acting("coordinator") as by:
            case = self.case
            return transferring.send(by=by, case=case, version=case.version, to=to.side.authority, **HANDED)

    def handed_over(self, to: Town) -> Life:
        """Sent and accepted: the life that goes on there."""
        arrival = self._arrived(to)
        with Life(to).acting("coordinator") as by:
            case = transferring.accept(by=by, arrival=arrival, version=arrival.version)
        there = Life(to, case.referral_id)
        there.name = f"{self.name} there"
        return there

    def given_back(self, to: Town) -> None:
        arrival = self._arrived(to)
        with Life(to).acting("coordinator") as by:
            transferring.give_back(
                by=by, arrival=arrival, version=arrival.version, reason="They live elsewhere."
            )

    def taken_back(self, to: Town) -> None:
        self._arrived(to)
        with self.acting("coordinator") as by:
            case = self.case
            transfer = Transfer.objects.get(case=case, answer__isnull=True)
            transferring.take_back(
                by=by, transfer=transfer, version=case.version, reason="They stay after all."
            )

    def _arrived(self, to: Town) -> Arrival:
        with self.acting("coordinator"):
            sent = Transfer.objects.filter(case=self.case, answer__isnull=True).first()
        key = (sent or self.sends(to)).arrival_key
        with Life(to).acting("coordinator"):
            return Arrival.objects.get(pk=key)

    # What was asked of somebody in the plan.
    def helper_does(self, what: str) -> None:
        if self.given is None:
            raise NotNow()
        said = {"start": {}, "finish": {"words": "We met six times."}, "decline": {"because": "No time."}}[
            what
        ]
        with self.acting("mentor") as by:
            action = self.action()
            getattr(giving, what)(by=by, action=action, version=action.version, **said)

    def helped(self) -> None:
        """Asked in a plan that is then agreed, taken on and begun."""
        self.planned()
        self.gave()
        self.agreed().accepted()

    def begun(self) -> None:
        self.helper_does("start")

    def leaves(self, who: str) -> None:
        """An account is disabled."""
        with self.acting("administrator") as by:
            disabling.disable(by=by, user=self.side.user(who), reason="Left the council")
        self.town.away.add(who)

    def comes_back(self, who: str) -> None:
        with self.acting("administrator") as by:
            disabling.enable(by=by, user=self.side.user(who))
        self.town.away.discard(who)
