"""The figures of training: they count who came, once, and not what was only supported."""

from __future__ import annotations

from datetime import timedelta

from waymark.delivery.training.actions.attending import OfBooking, Others
from waymark.delivery.training.actions.booking import Named
from waymark.foundation import measures
from waymark.foundation.kernel import clock
from waymark.foundation.measures import Scope

from .teaching import Year, school


def figure(cast, code: str, **given) -> list[tuple[tuple[str, ...], int]]:
    today = clock.today()
    scope = Scope(cast.here.authority.pk, today, today + timedelta(days=60), **given)
    with cast.here.acting("lead") as lead:
        return [(one.group, one.number) for one in measures.compute(code, scope, lead)]


def test_figures_count_who_came_by_name_and_by_number(cast):
    year = Year(cast.here)
    here, there = school(cast.here), school(cast.here, "2")
    for place in (here, there):
        session = year.planned()
        ada, ben = year.booked(session, named=[Named("Ada Inventedly", "ada@school.example"), Named("Ben")])
        marks = (OfBooking(ada.pk, "came"), OfBooking(ben.pk, "no_show"))
        year.held(session, marks, [Others(20, institution_id=place.pk)])
    year.held(year.planned(delivered_by="regional"), others=[Others(500, institution_id=here.pk)])
    year.planned()
    assert figure(cast, "training.sessions") == [((), 2)]
    assert figure(cast, "training.attendances") == [((), 42)]
    assert figure(cast, "training.attendances", by=("source",)) == [(("register",), 42)]
    assert figure(cast, "training.people") == [((), 1)]
    assert figure(cast, "training.institutions") == [((), 2)]
    assert figure(cast, "training.supported-sessions", by=("delivered_by",)) == [(("regional",), 1)]
    assert figure(cast, "training.supported-attendances") == [((), 500)]
    with cast.there.acting("lead") as lead:
        scope = Scope(cast.there.authority.pk, clock.today(), clock.today() + timedelta(days=60))
        assert [one.number for one in measures.compute("training.attendances", scope, lead)] == [0]
