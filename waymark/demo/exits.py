"""Cases of Westmarch whose support paused, ends or has ended: one review is to come, one is late, one case is closed.
Nobody here exists."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from waymark.pathway.assessment import frameworks
from waymark.pathway.channel.actions import deciding
from waymark.pathway.consent.actions import watching
from waymark.pathway.exits import queries
from waymark.pathway.exits.actions import alarms, ending, pausing, reviewing, transferring
from waymark.pathway.exits.models import Arrival
from waymark.pathway.panel.actions import agenda, meeting
from waymark.pathway.panel.models import Item, Panel, Purpose

from . import panels
from .consents import ADULTS_OWN, AdoptedCase
from .police_stories import ADULT, PASSED, WARD_NURSE
from .police_stories import deciding as police
from .telling import Teller
from .words import born, concerns, named

WHO = {"authority": "panel_chair", "police": "panel_police", "health": "panel_health"}
CHECKED = {"attendees": "The chair, the police and the health service.", "agencies": ["police", "health"]}


class EndedCase(AdoptedCase):
    """A case and the end of its support."""

    def sent_to_police(self, days: float, reason: str) -> EndedCase:
        """The person knows of it: nobody keeps silent for as long as these cases last."""
        self.taken(days + 1).matched(days + 1)
        self.told(days + 1, "person", "The community nurse", "Was angry at first, and then relieved.")
        self.decided(days, "to-police", reason, PASSED)
        return self

    def called(self, panel: Panel, days: float, purpose: str) -> Item:
        """On the agenda of a meeting that is to be held a working day before `days`."""
        with self.teller.acting("panel_coordinator", days + 6) as by:
            when = panels.morning(self.teller.ago(days + 1), "County Hall, room 3")
            held = meeting.call(by=by, panel=panel, when=when)
            return agenda.put(by=by, meeting=held, purpose=purpose, reference=self.case.reference)

    def weighed(
        self, item: Item, days: float, outcome: str, came: dict[str, str] = WHO, **more: Any
    ) -> EndedCase:
        """Who came is marked, and what the panel decided written down."""
        with self.teller.acting("panel_coordinator", days) as by:
            held = item.meeting
            there = {
                seat.pk: str(self.teller.users[came[seat.sector]].pk) if seat.sector in came else "absent"
                for seat in held.panel.seats.all()
            }
            meeting.mark(by=by, meeting=held, came=there)
            said = deciding.Said(
                method="unanimous",
                reason="The members agree on what helps the person now.",
                relied_on="The written assessment, and what the members know.",
                **more,
            )
            case = self.case
            deciding.decide(by=by, case=case, item=item, version=case.version, outcome=outcome, said=said)
        return self

    def sat(self, panel: Panel, days: float, outcome: str, purpose: str, **more: Any) -> EndedCase:
        """The panel met so many working days ago and decided."""
        return self.weighed(self.called(panel, days, purpose), days, outcome, **more)

    def supported(self, panel: Panel, days: float, lasts: int = 365) -> EndedCase:
        self.sat(panel, days, "adopt", Purpose.FIRST)
        return self.gave(days - 4, lasts=lasts, scope=["mentoring", "work"], **ADULTS_OWN)  # type: ignore[return-value]

    def reported(self, days: float) -> EndedCase:
        framework, _new = frameworks.load(frameworks.EXAMPLE)
        return self.does(  # type: ignore[return-value]
            days, ending.report, framework=framework, reason="risk_reduced", destination="none",
            changed="Has work and new friends, and speaks of that time as over.",
            conclusion="There is nothing left that Channel should do.",
            outcomes="The mentor met the person each week. Work was found in the second month.",
            outstanding="None that anybody knows of.",
        )  # fmt: skip

    def ended(self, panel: Panel, days: float) -> EndedCase:
        """Support of a hundred working days, and its end."""
        self.supported(panel, days + 100).sat(panel, days + 9, "propose_exit", Purpose.EXIT).reported(
            days + 5
        )
        with self.teller.acting("panel_chair", days) as by:
            report = queries.report_waiting(self.case)
            assert report is not None  # noqa: S101  (written just now)
            ending.sign(by=by, report=report, version=report.case.version, ended_on=self.on(days))
        return self

    def looked_back(self, days: float, findings: str, **said: Any) -> EndedCase:
        with self.teller.acting("panel_coordinator", days) as by:
            case = self.case
            review = queries.review_now(case)
            day = self.on(days)
            reviewing.look_back(
                by=by, review=review, version=case.version, held_on=day, partners_checked_on=day,
                police_checked_on=day, findings=findings, **(CHECKED | {"decision": "nothing"} | said),
            )  # fmt: skip
        return self


def tell(teller: Teller, panel: Panel) -> None:
    """From the oldest to the newest."""
    nothing = "The police and the health service have heard of nothing new."
    closed = _case(teller, 395, "Ambrose", "Winterbourne-Lake", "1979-02-11").ended(panel, 272)
    closed.looked_back(140, nothing).looked_back(9, nothing)
    longer = _case(teller, 395, "Sunniva", "Larkholme", "1996-08-30").ended(panel, 271)
    longer.looked_back(139, nothing)
    longer.looked_back(
        8, "A cousin who was with the group has come back to town.", decision="extend",
        reason="The panel wants to see how the summer goes.", longer_until=longer.on(0) + timedelta(days=150),
    )  # fmt: skip
    _case(teller, 320, "Peregrine", "Oakhanger", "1988-12-01").ended(panel, 200).looked_back(68, nothing)
    _case(teller, 262, "Clemency", "Rookwood-Tarn", "2000-04-17").ended(panel, 141)
    _case(teller, 248, "Barnaby", "Sallowfield", "1993-06-06").ended(panel, 125)
    _case(teller, 90, "Honor", "Thistledown-Gray", "1999-10-21").supported(panel, 70).does(
        9, pausing.pause, kind="custody", reason="Remanded for another matter; the court decides next month.",
        on=closed.on(10),
    )  # fmt: skip
    waits = _case(teller, 140, "Lysander", "Copplestone", "1991-03-14").supported(panel, 110)
    waits.sat(panel, 12, "propose_exit", Purpose.EXIT).reported(3)
    _case(teller, 80, "Isolde", "Brackenbury", "1997-05-16").supported(panel, 60, lasts=60)
    _not_adopted(teller, panel)
    _moved(teller, panel)


def watched() -> None:
    """What the jobs of the nights since then noticed, in all cases: none may still be told of."""
    watching.watch_everywhere()
    alarms.give_everywhere()


def _not_adopted(teller: Teller, panel: Panel) -> None:
    """One that the panel passed on, and one that it could not decide yet."""
    _case(teller, 70, "Fenella", "Marchwood", "1976-07-19").sat(
        panel, 52, "not_adopt", Purpose.FIRST, care_with="mental_health", care_result="accepted",
        care_considered="Her health team was asked, and has taken her on.",
    )  # fmt: skip
    _known_to_the_police(teller, panel)


def _known_to_the_police(teller: Teller, panel: Panel) -> None:
    """The police member knows him: she saw nothing of the item, and her deputy spoke for the police.

    What people declare goes by the clock of the database, so it is of the day the demonstration is loaded.
    """
    waits = _case(teller, 40, "Corbin", "Ashdowne-Rill", "1990-01-27")
    item = waits.called(panel, 18, Purpose.FIRST)
    panels.accepted(teller, item.meeting, 23, "panel_police")
    with teller.acting("panel_police", 23) as by:
        agenda.declare_interest(by=by, item=item, nature="knows")
    panels.stand_in(teller, panel, 22, waits.on(19))
    panels.accepted(teller, item.meeting, 20, "panel_deputy", "panel_chair")
    waits.weighed(
        item, 18, "defer", came=WHO | {"police": "panel_deputy"}, missing="What the health service knows of him.",
        missing_from=teller.users["officer"].pk, missing_by=waits.on(0) + timedelta(days=12),
    )  # fmt: skip
    panels.minuted(
        teller, item, 17, {"police": "Nobody of those he quotes has been seen with him."},
        risk="He says these things to be heard. What his doctor knows would help to understand why.",
        actions="The Prevent officer asks the health service.",
    )  # fmt: skip


def _moved(teller: Teller, panel: Panel) -> None:
    """To Eastmarch, which has accepted: the case there waits for its own panel, and for consent."""
    moved = _case(teller, 100, "Eleri", "Hawksworth", "1994-09-05").supported(panel, 80)
    with teller.acting("panel_coordinator", 14) as by:
        case = moved.case
        transferring.send(
            by=by, case=case, version=case.version, to=teller.places.neighbour,
            reason="She has moved to Eastmarch for work.",
            assessment="The group has lost its hold. What helps her is work, and people who listen.",
            plan="A mentor who meets her each week, by telephone since she moved.",
            risk="None that cannot wait. Westmarch answers for her until Eastmarch accepts.",
        )  # fmt: skip
    with teller.acting("east_coordinator", 11) as by:
        arrival = Arrival.objects.get()
        transferring.accept(by=by, arrival=arrival, version=arrival.version)


def _case(teller: Teller, days: float, forenames: str, surname: str, born_on: str) -> EndedCase:
    """Sent so many working days ago, and referred under section 36 a week later."""
    words = "Repeats what a group says that praises attacks, and wants others to hear it."
    sent = teller.sent(
        "nurse", days, name=named(forenames, surname), concern=concerns((words, teller.day(days + 1), "fact")),
        arose={"on": teller.day(days + 2)}, referring=teller.referrer(*WARD_NURSE), born=born(born_on), **ADULT,
    )  # fmt: skip
    case = EndedCase(teller, sent.submission, days)
    case.sent_to_police(days - 3, "It comes back, and nobody knows who stands behind it.")
    case.checked(days - 5, "WM-DC/3300").written(
        days - 6, "People who care, and an open ear.", "Others put it into their head. Support would help.",
        at_0_0="Feels that nobody listens.",
    )  # fmt: skip
    case.signed(
        days - 7, police.refer, "What is said praises violence against people, and it is said more and more often.",
        referred_by="police",
    )  # fmt: skip
    return case
