"""The council of Westmarch has a mentoring scheme of its own, and stops choosing what it does not have."""

from __future__ import annotations

from datetime import timedelta

from waymark.foundation.kernel import clock
from waymark.foundation.lists.actions import keeping
from waymark.pathway.referrals.destinations import LIST

from .telling import Teller

SCHEME, IN_WELSH = "The mentoring scheme of the council", "Cynllun mentora’r cyngor"


def tell(teller: Teller) -> None:
    authority_id = teller.places.authority.pk
    with teller.acting("lead", 20) as by:
        keeping.add(
            by=by, authority_id=authority_id, list_code=LIST, label=SCHEME, label_cy=IN_WELSH,
            from_on=clock.today(), reason="The partnership board decided it.",
        )  # fmt: skip
    with teller.acting("lead", 0) as by:
        keeping.end(
            by=by, authority_id=authority_id, list_code=LIST, code="below_threshold",
            until_on=clock.today() + timedelta(days=30), reason="That panel meets for the last time next month.",
        )  # fmt: skip
