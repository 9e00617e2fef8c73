"""The Channel panel of Westmarch: its terms, its seats, one of them vacant. Nobody here exists."""

from __future__ import annotations

from datetime import timedelta

from waymark.foundation.kernel import clock
from waymark.pathway.panel.actions import arranging, seating
from waymark.pathway.panel.models import Chairs, Panel, Sector

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
    return panel
