"""The Channel panel of Westmarch: its terms, its seats, one of them vacant. Nobody here exists."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.meetings.actions.planning import When
from waymark.pathway.channel.actions import deciding
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.states import CaseState
from waymark.pathway.panel.actions import agenda, arranging, meeting, minutes, seating
from waymark.pathway.panel.models import Chairs, Item, Panel, PanelMeeting, Purpose, Sector

from .telling import Teller

TUESDAY = 1  # as datetime counts weekdays
TERMS = (
    "The panel meets to weigh how a person can be helped who could be drawn into terrorism. It agrees what help is "
    "offered, with the person’s consent, and looks at how it goes. The council and the police take part in every "
    "decision. The panel tries to agree; if it does not, the majority decides, and after that the chair.\n\n"
    "What is said stays in the panel. Each member shares only what the others need."
)
WOULD_HELP = (
    "The family was asked what would help. They named a mentor who listens, and something to do on Saturdays."
)
SEATS = (
    (Sector.AUTHORITY, "council", "panel_chair", Chairs.CHAIR),
    (Sector.POLICE, "police", "panel_police", Chairs.NO),
    (Sector.HEALTH, "nhs", "panel_health", Chairs.NO),
    (Sector.CHILDREN, "children", "", Chairs.NO),
)


def found(teller: Teller) -> Panel:
    """Set up a year and a half ago."""
    began = clock.uk_date(teller.ago(420))
    with teller.acting("panel_coordinator", 420) as by:
        panel = arranging.add(
            by=by,
            authority=teller.places.authority,
            name="Westmarch Channel panel",
            kind="standing",
            begins_on=began,
        )
        arranging.agree_terms(
            by=by,
            panel=panel,
            words=TERMS,
            meets="Each month, on a Tuesday",
            agreed_on=began,
            in_force_from=began,
            review_on=began + timedelta(days=730),
            quorum=[Sector.CHILDREN, Sector.HEALTH],
            quorum_number=4,
        )
        for sector, place, who, chairs in SEATS:
            seating.add_seat(
                by=by,
                panel=panel,
                sector=sector,
                organisation=teller.places.organisations[place],
                holder_id=teller.users[who].pk if who else None,
                chairs=chairs,
                from_on=began,
            )
    return panel


def meet(teller: Teller, panel: Panel) -> None:
    """One a month ago, to which the police came and the chair; the next one in two weeks."""
    with teller.acting("panel_coordinator", 35) as by:
        past = meeting.call(by=by, panel=panel, when=morning(teller.ago(22), "County Hall, room 3"))
    with teller.acting("panel_coordinator", 24) as by:
        child, *others = _waiting()
        item = agenda.put(by=by, meeting=past, purpose=Purpose.FIRST, reference=child.reference)
    accepted(teller, past, 23, "panel_chair")
    with teller.acting("panel_coordinator", 20) as by:
        came: dict[str, str] = {"health": "apologies", "children": "absent"}
        came |= {
            key: str(teller.users[who].pk)
            for key, who in (("authority", "panel_chair"), ("police", "panel_police"))
        }
        meeting.mark(by=by, meeting=past, came={s.pk: came[s.sector] for s in panel.seats.all()})
        _deferred(teller, by, child, item)
    with teller.acting("panel_coordinator", 0) as by:
        later = morning(_tuesday(teller.now + timedelta(days=10)), "County Hall, room 3")
        next_one = meeting.call(by=by, panel=panel, when=later)
        deferred = Case.objects.filter(state=CaseState.DEFERRED).order_by("opened_at")
        for case in (*deferred, *others):
            put = agenda.put(by=by, meeting=next_one, purpose=Purpose.FIRST, reference=case.reference)
            agenda.add_paper(by=by, item=put, title="What would help", words=WOULD_HELP)
        agenda.put(
            by=by, meeting=next_one, purpose=Purpose.BUSINESS, about="Who sits for children’s social care"
        )
    _both_come(teller, next_one)


def _tuesday(earliest: datetime) -> datetime:
    """The first Tuesday that is not before."""
    return earliest + timedelta(days=(TUESDAY - clock.uk_date(earliest).weekday()) % 7)


def accepted(teller: Teller, held: PanelMeeting, days: float, *players: str) -> None:
    """The confidentiality statement of a meeting: from then on they see its agenda."""
    for who in players:
        with teller.acting(who, days) as by:
            agenda.accept(by=by, meeting=held)


def stand_in(teller: Teller, panel: Panel, days: float, on: date) -> None:
    """A deputy for the police seat, for one day."""
    with teller.acting("panel_coordinator", days) as by:
        seat = panel.seats.get(sector=Sector.POLICE)
        deputy = teller.users["panel_deputy"].pk
        seating.add_deputy(by=by, seat=seat, person_id=deputy, from_on=on, until_on=on)


def minuted(teller: Teller, item: Item, days: float, shared: dict[str, str], **said: str) -> None:
    """Written by the coordinator, signed by the chair. `shared`: the key of a place → what it shared."""
    told = {teller.places.organisations[place].pk: words for place, words in shared.items()}
    with teller.acting("panel_coordinator", days) as by:
        minute = minutes.write(by=by, item=item, shared=told, **said)
    with teller.acting("panel_chair", days - 1) as by:
        minutes.sign(by=by, minute=minute)


def _both_come(teller: Teller, held: PanelMeeting) -> None:
    """The police member comes for the other items, and her deputy, for the one she may see nothing of, to a seat of
    that day."""
    on = held.meeting.on
    with teller.acting("panel_coordinator", 0) as by:
        seating.add_seat(
            by=by, panel=held.panel, sector=Sector.POLICE, organisation=teller.places.organisations["police"],
            holder_id=teller.users["panel_deputy"].pk, from_on=on, until_on=on,
        )  # fmt: skip
    accepted(teller, held, 0, "panel_chair", "panel_police", "panel_deputy")


def _waiting() -> list[Case]:
    """Those that wait for the panel and have never been before it, the oldest first."""
    waiting = Case.objects.filter(state=CaseState.AWAITING_FIRST_PANEL).order_by("opened_at")
    seen = set(Item.objects.values_list("about_reference", flat=True))
    return [case for case in waiting if case.reference not in seen]


def _deferred(teller: Teller, by: Actor, case: Case, item: Item) -> None:
    """The panel wants to know more of one person. The minutes wait for the chair’s signature."""
    said = deciding.Said(
        method="unanimous",
        reason="Without what the clinic knows the panel cannot say which help is right for him.",
        relied_on="The written assessment, and what the police told the panel.",
        missing="What the clinic knows of his health, and whether somebody sees him there.",
        missing_from=teller.users["officer"].pk,
        missing_by=clock.uk_date(teller.now + timedelta(days=6)),
    )
    stands = Case.objects.get(pk=case.pk)
    deciding.decide(by=by, case=stands, item=item, version=stands.version, outcome="defer", said=said)
    police = teller.places.organisations["police"].pk
    minutes.write(
        by=by,
        item=item,
        shared={police: "He was seen twice with those who run the group. He was not part of what they did."},
        risk="He repeats what the group says. His uncle and the swimming club hold him.",
        actions="The Prevent officer asks the clinic, before the next meeting.",
    )


def morning(day: datetime, place: str) -> When:
    starts = datetime.combine(clock.uk_date(day), time(10), clock.UK)
    return When(starts, starts + timedelta(hours=2), place, "https://meet.example/westmarch-panel")
