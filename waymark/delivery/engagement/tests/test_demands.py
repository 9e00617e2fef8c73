"""What was asked for: noted, from a request too, summed by theme, made a request, answered; refusals and walls."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, transaction
from django.urls import reverse

from waymark.delivery.engagement import queries, usual
from waymark.delivery.engagement.actions import demands
from waymark.delivery.engagement.models import Demand, Theme
from waymark.delivery.training.actions.booking import Where
from waymark.delivery.training.models import TrainingRequest
from waymark.delivery.training.tests.teaching import Year, school
from waymark.delivery.training.tests.test_pages import day, pages
from waymark.foundation import measures
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow, Refusal
from waymark.foundation.measures import Scope

from .keeping import noted, theme

LIST = reverse("engagement:demands")


def test_from_no_theme_to_a_request_for_training_and_what_came_of_it(cast):
    year, officer = Year(cast.here), pages(cast.here.officer)
    assert "Begin with the usual themes" in officer.open(LIST).text
    officer.fill(reverse("engagement:themes-begin"))
    with cast.here.acting("officer"):
        online = Theme.objects.get(name="Online")
    officer.fill(
        reverse("engagement:note"), words="A course for grandparents", theme=str(online.pk), heard="training",
        audience=str(year.audience.pk), where="",
    )  # fmt: skip
    with cast.here.acting("officer"):
        held = Demand.objects.get()
    assert "A course for grandparents" in officer.open(LIST).text
    there = reverse("engagement:demand-request", args=[held.reference])
    assert officer.send(there, officer.open(there).form(), status=200).errors
    typed = {"number": "12", "name": "Somebody Inventedly", "elsewhere": "An invented club"}
    officer.send(there, officer.open(there).form() | typed)
    with cast.here.acting("officer"):
        request = TrainingRequest.objects.get()
        assert (request.words, request.number, request.audience_id) == (held.words, 12, year.audience.pk)
    page = officer.open(reverse("engagement:demand", args=[held.reference]))
    assert "Make it a request for training" not in page.text
    assert reverse("training:request", args=[request.reference]) in page.links()
    answer = reverse("engagement:demand-answer", args=[held.reference])
    officer.fill(answer, course=str(year.course.pk), answer="There is a course now.")
    assert "Answered: There is a course now." in officer.open(LIST).text


def test_a_request_leads_to_the_note_and_is_tied_to_it(cast):
    year, officer = Year(cast.here), pages(cast.here.officer)
    theme(cast.here)
    request = year.asked(
        where=Where(school(cast.here).pk), elsewhere="", words="Something only for governors"
    )
    page = officer.open(reverse("training:request", args=[request.reference]))
    (there,) = [one for one in page.links() if reverse("engagement:note") in one]
    form = officer.open(there).form()
    assert form["where"] == f"i:{school(cast.here).pk}" and form["words"] == ""
    officer.send(
        there,
        form | {"words": "Training for governors", "theme": str(theme(cast.here).pk), "heard": "request"},
    )
    with cast.here.acting("officer"):
        assert Demand.objects.get().request_id == request.pk
    assert officer.get(f"{reverse('engagement:note')}?request=nothing").status_code == 404


def test_sums_by_theme_count_what_is_open_and_what_was_noted_within_a_year_by_how_many_places(cast):
    with clock.travelled(clock.now() - timedelta(days=400)):
        old = noted(cast.here)
    for number in ("1", "2", "2"):
        noted(cast.here, where=Where(school(cast.here, number).pk))
    with cast.here.acting("officer") as by:
        demands.answer(by=by, demand=old, version=old.version, answer="Nobody came")
        assert queries.sums(by, clock.now()) == [("Online", 3, 3, 2)]
        demands.add_theme(by=by, authority_id=cast.here.authority.pk, name="Sport", from_on=clock.today())
        assert len(queries.sums(by, clock.now())) == 1
    with cast.here.acting("lead") as lead:
        scope = Scope(cast.here.authority.pk, clock.today(), clock.today(), ("theme",))
        assert [(one.group, one.number) for one in measures.compute("engagement.demands", scope, lead)] == [
            (("Online",), 3)
        ]


def test_a_theme_is_offered_from_its_first_day_until_it_ends(cast):
    held, authority = theme(cast.here), cast.here.authority.pk
    officer = pages(cast.here.officer)
    officer.fill(reverse("engagement:theme-add"), name="Sport", **day("from_on", 10))
    offered = officer.open(reverse("engagement:note")).tree.xpath("string(//select[@name='theme'])")
    assert held.name in offered and "Sport" not in offered
    with cast.here.acting("officer") as by:
        sport = Theme.objects.get(name="Sport")
        with pytest.raises(Refusal, match="not offered"):
            noted(cast.here, theme=sport)
        demands.end_theme(by=by, theme=held)
        for line in (sport, held):
            row = {"theme": line, "words": "More", "heard": "training", "noted_by_id": by.user_id}
            with pytest.raises(DatabaseError, match="not offered"), transaction.atomic():
                Demand.objects.create(
                    authority_id=authority, grants=line.grants, reference="D", noted_at=clock.now(), **row
                )
        with pytest.raises(DatabaseError, match="stays as it was"), transaction.atomic():
            Theme.objects.filter(pk=sport.pk).update(name="Games")
    with clock.travelled(clock.now() + timedelta(days=10)):
        assert noted(cast.here, theme=sport).theme == sport


def test_no_usual_theme_is_a_faith_or_an_ethnic_group():
    words = " ".join(str(name) for name in usual.THEMES).lower()
    assert not any(
        faith in words for faith in ("muslim", "christian", "jewish", "hindu", "sikh", "mosque", "church")
    )


def test_what_may_not_be_done_is_refused(cast):
    held, authority = noted(cast.here), cast.here.authority.pk
    with cast.here.acting("officer") as by:
        with pytest.raises(NotNow):
            demands.begin_themes(by=by, authority_id=authority)
        with pytest.raises(Refusal):
            demands.add_theme(by=by, authority_id=authority, name="ONLINE", from_on=clock.today())
        with pytest.raises(Incomplete):
            demands.answer(by=by, demand=held, version=held.version, answer="")
        held, _request = demands.ask_for(
            by=by, demand=held, version=held.version, number=3, name="Somebody", elsewhere="A club"
        )
        with pytest.raises(NotAllowed, match="already"):
            demands.ask_for(
                by=by, demand=held, version=held.version, number=3, name="Somebody", elsewhere="A club"
            )
        held = demands.answer(by=by, demand=held, version=held.version, answer="So")
        with pytest.raises(NotAllowed, match="already"):
            demands.answer(by=by, demand=held, version=held.version, answer="So")
        for wrong in ({"words": "Else"}, {"answer": "Else"}, {"answered_at": None}):
            with pytest.raises((ProgrammingError, IntegrityError)), transaction.atomic():
                Demand.objects.filter(pk=held.pk).update(**wrong)
    with cast.here.acting("trainer") as by, pytest.raises(NotAllowed):
        demands.begin_themes(by=by, authority_id=authority)


@pytest.mark.parametrize(
    "wrong", [{"words": ""}, {"words": "A pupil called Tom wants more"}, {"theme": "none"}, {"heard": "x"}]
)
def test_a_wrong_answer_is_said_at_its_field(cast, wrong):
    Year(cast.here)
    officer, there = pages(cast.here.officer), reverse("engagement:note")
    typed = {"words": "More", "theme": str(theme(cast.here).pk), "heard": "meeting"}
    assert officer.send(there, officer.open(there).form() | typed | wrong, status=200).errors


def test_it_shows_to_those_who_plan_there_with_as_many_queries_for_three_as_for_one(
    cast, django_assert_max_num_queries
):
    held, officer = noted(cast.here), pages(cast.here.officer)
    officer.open(LIST)
    with django_assert_max_num_queries(30) as first:
        officer.open(LIST)
    for number in ("2", "3"):
        noted(cast.here, where=Where(school(cast.here, number).pk))
    with django_assert_max_num_queries(len(first)):
        officer.open(LIST)
    for side, who in ((cast.here, "trainer"), (cast.here, "dsl"), (cast.there, "officer")):
        address = reverse("engagement:demand", args=[held.reference])
        assert pages(getattr(side, who)).get(address).status_code == 404
    officer.fill(reverse("engagement:theme-end", args=[held.theme_id]))
    assert "not offered any more" in officer.open(LIST).text
