"""Walks a case of Channel, by the deeds that people would do. Its meetings began a few minutes ago.

walk = CaseWalk(cast.here).adopted()        opens the case first, where it is not open
with walk.acting("coordinator"): walk.case
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Self
from uuid import UUID

from tests.cast import Side
from waymark.foundation.access.models import Membership
from waymark.foundation.kernel import clock
from waymark.pathway.assessment.tests.walks import PoliceWalk
from waymark.pathway.channel.actions import deciding
from waymark.pathway.channel.actions.deciding import Said
from waymark.pathway.channel.models import Case, PanelDecision
from waymark.pathway.panel.actions import agenda, meeting
from waymark.pathway.panel.models import Item, PanelMeeting
from waymark.pathway.panel.tests.sitting import Table, today

WHY = {
    "method": "unanimous",
    "reason": "He is drawn to those who praise violence, and would accept help.",
    "relied_on": "The assessment of the police and what the school told the panel.",
}
CARE = {
    "care_considered": "Children’s social care was asked whether the family needs help of its own.",
    "care_with": "children",
    "care_result": "accepted",
}


class CaseWalk(PoliceWalk):
    """`table` is its panel (made when first needed), `item` where it was last spoken about."""

    def __init__(self, side: Side, who: str = "officer", police: str = "police") -> None:
        super().__init__(side, who, police)
        self.panel: Table | None = None
        self.item: Item | None = None

    @property
    def case(self) -> Case:
        """As the present context sees it."""
        return Case.objects.select_related("referral").get(referral_id=self.pk)

    @property
    def table(self) -> Table:
        if self.panel is None:
            self.panel = Table(self.side)
        return self.panel

    def opened(self, **answers: Any) -> Self:
        """Referred under section 36: the case waits for the panel."""
        self.sent(**answers).taken_by_police().checked().written()
        self.referred()
        return self

    def sat(self, *, marked: bool = True) -> PanelMeeting:
        """A meeting that began ten minutes ago, with the authority and the police of the area there."""
        began = clock.now() - timedelta(minutes=10)
        # Whoever calls it had the role before midnight too.
        Membership.objects.filter(user=self.side.coordinator).update(starts_on=today(-90))
        table = self.table
        with clock.travelled(began - timedelta(minutes=10)):
            held = table.call(began)
        if marked:
            came = {table.chair.pk: self.side.chair, table.police.pk: self.side.panel_police}
            self.marked_present(held, {key: str(user.pk) for key, user in came.items()})
        return held

    def marked_present(self, held: PanelMeeting, came: dict[UUID, str]) -> Self:
        with self.acting("coordinator") as by:
            meeting.mark(by=by, meeting=held, came=came)
        return self

    def put(self, held: PanelMeeting | None = None, purpose: str = "first") -> Item:
        """The case on the agenda of a meeting (a new one that has begun)."""
        held = held or self.sat()
        with self.acting("coordinator") as by:
            self.item = agenda.put(by=by, meeting=held, purpose=purpose, reference=self.case.reference)
        return self.item

    def panel_decides(self, outcome: str, who: str = "coordinator", **given: Any) -> PanelDecision:
        """At the item where it was put, or at one of a new meeting. `given` replaces what is said."""
        item = self.item or self.put()
        with self.acting(who) as by:
            case = self.case
            decision = deciding.decide(
                by=by, case=case, item=item, version=case.version, outcome=outcome, said=Said(**WHY | given)
            )
        self.item = None
        return decision

    def adopted(self, **given: Any) -> Self:
        """What is given is said of the decision, or answered in the referral that is sent first."""
        self._decided("adopt", given)
        return self

    def not_adopted(self, **given: Any) -> Self:
        self._decided("not_adopt", CARE | given)
        return self

    def deferred(self, **given: Any) -> Self:
        waits = {
            "missing": "What the clinic knows of his health.",
            "missing_from": self.side.officer.pk,
            "missing_by": today(14),
        }
        self._decided("defer", waits | given)
        return self

    def _decided(self, outcome: str, given: dict[str, Any]) -> None:
        said = {name: value for name, value in given.items() if name in Said.__dataclass_fields__}
        if not self.pk:
            self.opened(**{name: value for name, value in given.items() if name not in said})
        self.panel_decides(outcome, **said)
