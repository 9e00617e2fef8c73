"""The Channel panel of Westmarch: its terms, its seats, one of them vacant. Nobody here exists."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from waymark.foundation.kernel import clock
from waymark.foundation.meetings.actions.planning import When
from waymark.pathway.panel.actions import agenda, arranging, meeting, seating
from waymark.pathway.panel.models import Chairs, Panel, Purpose, Sector

from .telling import Teller

TERMS = (
    "The panel meets to weigh how a person can be helped who could be drawn into terrorism. It agrees what help is "
    "offered, with the person’s consent, and looks at how it goes. The council and the police take part in every "
    "decision. The panel tries to agree; if it does not, the majority decides, and after that the chair.\n\n"
    "What is said stays in the panel. Each member shares only what the others need."
)
SEATS = (
    (Sector.AUTHORITY, "council", "panel_chair", Chairs.CHAIR),
    (Sector.POLICE, "police", "panel_police", Chairs.NO),
    (Sector.HEALTH, "nhs", "panel_health", Chairs.NO),
    (Sector.CHILDREN, "children", "", Chairs.NO),
)


def tell(teller: Teller) -> Panel:
    """Set up in the spring."""
    began = clock.uk_date(teller.ago(160))
    with teller.acting("panel_coordinator", 160) as by:
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
            meets="On the second Tuesday of each month",
            agreed_on=began,
            in_force_from=began,
            review_on=began + timedelta(days=365),
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
    _meetings(teller, panel)
    return panel


def _meetings(teller: Teller, panel: Panel) -> None:
    """One a month ago, to which the police came and the chair; the next one in two weeks."""
    with teller.acting("panel_coordinator", 35) as by:
        past = meeting.call(by=by, panel=panel, when=morning(teller.ago(22), "County Hall, room 3"))
    with teller.acting("panel_coordinator", 20) as by:
        came: dict[str, str] = {"health": "apologies", "children": "absent"}
        came |= {
            key: str(teller.users[who].pk)
            for key, who in (("authority", "panel_chair"), ("police", "panel_police"))
        }
        meeting.mark(by=by, meeting=past, came={s.pk: came[s.sector] for s in panel.seats.all()})
    with teller.acting("panel_coordinator", 0) as by:
        later = morning(teller.now + timedelta(days=14), "County Hall, room 3")
        next_one = meeting.call(by=by, panel=panel, when=later)
        agenda.put(
            by=by, meeting=next_one, purpose=Purpose.BUSINESS, about="Who sits for children’s social care"
        )
    with teller.acting("panel_chair", 0) as by:
        agenda.accept(by=by, meeting=next_one)


def morning(day: datetime, place: str) -> When:
    starts = datetime.combine(clock.uk_date(day), time(10), clock.UK)
    return When(starts, starts + timedelta(hours=2), place, "https://meet.example/westmarch-panel")
