"""From a draft to a signed report: figures counted, frozen, never changed, corrected by a new version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from waymark.foundation import measures
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, Refusal, Stale
from waymark.foundation.measures import Count, Measure, Scope, Unit
from waymark.oversight.reports import figures, policies, says
from waymark.oversight.reports.actions import writing
from waymark.oversight.reports.models import Figure, Report
from waymark.oversight.reports.page import Page

from .desk import FIRST, LAST, Desk

# What the planted rooms count: whole, and by each split.
NUMBERS: dict[str, dict[str, dict[str, int]]] = {
    "training.sessions": {"": {"": 3}, "audience": {"Primary": 2, "Council staff": 1}},
    "training.attendances": {
        "": {"": 120},
        "audience": {"Primary": 90, "Council staff": 30},
        "known": {"named": 44, "number": 76},
    },
    "training.people": {"": {"": 44}, "audience": {"Primary": 40, "Council staff": 4}},
    "training.institutions": {"": {"": 2}},
    "training.in-scope": {"": {"": 200}},
    "training.in-scope-trained": {"": {"": 41}},
    "reach.institutions_in_scope": {"": {"": 51}},
    "reach.institutions_reached": {"": {"": 50}},
    "reach.never_reached": {"": {"": 1}},
}


def planted(code: str, numbers: dict[str, Any]) -> Measure:
    def counts(scope: Scope) -> list[Count]:
        rows = numbers.get(scope.by[0] if scope.by else "", {})
        return [Count((group,) if scope.by else (), number) for group, number in rows.items()]

    splits = ("audience", "version", "delivered_by", "phase", "source", "known", "place")
    return Measure(
        code, _("Sessions"), _("A planted count."), Unit.COUNT, _("Places"), counts,
        personal=code in ("training.people", "training.in-scope-trained"), by=splits,
    )  # fmt: skip


@pytest.fixture(autouse=True)
def numbers() -> Iterator[dict[str, Any]]:
    """The rooms that count are not of this test: their measures are planted, and can be changed."""
    before, numbers = dict(measures.MEASURES), {code: dict(of) for code, of in NUMBERS.items()}
    measures.MEASURES.clear()
    measures.declare(*(planted(code, of) for code, of in numbers.items()))
    yield numbers
    measures.MEASURES.clear()
    measures.MEASURES.update(before)


@pytest.fixture
def desk(cast) -> Desk:
    return Desk(cast.here)


def shown(desk: Desk, report: Report, who: str = "lead") -> Page:
    with desk.side.acting(who) as by:
        return Page.of(report, figures.counted(report, by))


def kept_of(desk: Desk, report: Report, code: str, split: str = "") -> Figure:
    with desk.side.acting("councillor"):
        return report.figures.get(code=code, split=split)


def sentences(page: Page) -> str:
    return " ".join(sentence for part in page.parts for sentence in part.says)


def test_a_draft_says_its_figures_in_sentences_and_what_is_not_known(desk):
    said = sentences(shown(desk, desk.begun()))
    assert "From 1 April 2025 to 31 March 2026 the council held 3 training sessions" in said
    assert "120 attendances" in said and "They came from 2 institutions" in said
    assert "44 different people are known by name" in said
    assert "76 of 120 attendances are known as a number only" in said
    assert "As at 31 March 2026, 41 of 200 staff in scope had been trained in the period: 20%." in said
    assert "Training reached 50 of 51 institutions in the area: 98%. 1 has never been reached." in said


def test_what_no_room_counts_is_left_out_and_what_nobody_entered_is_said(desk, numbers):
    for code in [code for code in measures.MEASURES if code.startswith("reach.")]:
        del measures.MEASURES[code]
    numbers["training.in-scope"][""] = {"": 0}
    page = shown(desk, desk.begun())
    assert [part.code for part in page.parts] == ["held", "people", "scope"]
    assert "How many staff there are to train is not known" in sentences(page)


def test_small_numbers_of_people_are_held_back_everywhere(desk, numbers):
    [part, *_others] = shown(desk, desk.begun()).parts
    assert part.grids[1].rows == [
        ["Council staff", "1 (1)", "30 (30)", "[c] ([c])", "0 (0)"],
        ["Primary", "2 (2)", "90 (90)", "[c] ([c])", "0 (0)"],
    ]
    assert part.holds_back
    numbers["training.people"][""], numbers["training.in-scope-trained"][""] = {"": 7}, {"": 9}
    said = sentences(shown(desk, desk.begun()))
    assert "Fewer than 10 different people" in said and "fewer than 10 of 200 staff" in said
    kept = kept_of(desk, desk.signed(), "training.people")
    assert kept.rows[0]["number"] is None


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [(50, 51, "98%"), (999, 1000, "99%"), (1, 1000, "1%"), (0, 9, "0%"), (9, 9, "100%")],
)
def test_a_share_is_whole_only_where_it_is_exact(part, whole, share):
    assert says.share(part, whole) == share


def test_who_may_not_count_people_sees_a_sentence_and_cannot_sign(desk, cast):
    report = desk.begun()
    assert "shows to those who may see figures of people" in sentences(shown(desk, report, "officer"))
    with cast.here.acting("officer") as by, pytest.raises(NotAllowed):
        writing.sign(by=by, report=report, version=report.version)


def test_signing_keeps_the_figures_with_definition_version_and_moment(desk, numbers, cast):
    report = desk.signed()
    kept = kept_of(desk, report, "training.attendances", "audience")
    assert (
        kept.definition == {"en": "A planted count.", "cy": kept.definition["cy"]}
        and kept.definition_version == 1
    )
    assert (kept.from_on, kept.until_on) == (FIRST, LAST) and kept.counted_at <= clock.now()
    assert [(row["group"], row["number"]) for row in kept.rows] == [("Council staff", 30), ("Primary", 90)]
    assert report.signed_as == "Prevent lead"
    numbers["training.sessions"][""] = {"": 4}
    with cast.here.acting("lead") as by:
        then, now = figures.kept(report), figures.counted(report, by)
    assert list(then.by) == list(now.by) and "held 3 training sessions" in sentences(Page.of(report, then))
    [moved] = figures.moved(then, now)
    assert (moved.then, moved.now) == (3, 4)


def test_the_title_of_a_figure_is_kept_in_both_languages(desk):
    kept = kept_of(desk, desk.signed(), "training.sessions")
    with translation.override("cy"):
        welsh = figures.said(kept.title)
    assert figures.said(kept.title) == "Sessions" and welsh == kept.title["cy"]


def test_a_signed_report_is_never_changed_not_even_by_the_database(desk, cast):
    report = desk.signed()
    with cast.here.acting("lead") as by:
        with pytest.raises(NotAllowed, match="signed, and never changed"):
            writing.write(by=by, report=report, version=report.version, place="held", headline="A", words="B")
        for change in (
            lambda: Report.objects.filter(pk=report.pk).update(title="Another"),
            lambda: Report.objects.filter(pk=report.pk).update(signed_at=None, signed_by=None),
            lambda: Figure.objects.filter(report=report).update(rows=[]),
            lambda: _another(report),
        ):
            with pytest.raises(ProgrammingError), transaction.atomic():
                change()
        with connection.cursor() as cursor:
            for table in ("reports_figure", "reports_report"):
                cursor.execute(f"DELETE FROM {table}")
                assert cursor.rowcount == 0


def _another(report: Report) -> None:
    Figure.objects.create(
        authority_id=report.authority_id, grants=report.grants, report=report, code="training.more",
        definition_version=1, title={}, definition={}, source={}, from_on=FIRST, until_on=LAST, counted_at=clock.now(),
    )  # fmt: skip


def test_the_database_lets_nobody_sign_for_another_or_without_right_or_figures(desk, cast):
    report, at = desk.begun(), clock.now()
    lead, officer = cast.here.lead.pk, cast.here.officer.pk
    for who, whose in (("lead", officer), ("officer", officer), ("lead", lead)):
        with cast.here.acting(who), pytest.raises(ProgrammingError), transaction.atomic():
            Report.objects.filter(pk=report.pk).update(signed_at=at, signed_by_id=whose)
    with cast.here.acting("officer"), pytest.raises(ProgrammingError), transaction.atomic():
        Report.objects.create(
            authority_id=report.authority_id, grants=report.grants, title="Signed from the first", from_on=FIRST,
            until_on=LAST, begun_by_id=officer, begun_at=at, signed_by_id=officer, signed_at=at,
        )  # fmt: skip


def test_planted_faults_without_the_walls_the_signed_report_would_change(desk, cast, everything):
    report = desk.signed()
    with everything(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET ROLE waymark_owner")
        cursor.execute("ALTER TABLE reports_report DISABLE TRIGGER reports_report_stays")
        cursor.execute("DROP POLICY reports_figure_kept ON reports_figure")
    with cast.here.acting("lead"):
        assert Report.objects.filter(pk=report.pk).update(title="Another") == 1
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM reports_figure")
            assert cursor.rowcount > 0


def test_a_correction_is_a_new_version_that_points_back(desk, cast, numbers):
    first = desk.signed()
    numbers["training.sessions"][""] = {"": 4}
    second = desk.corrected(first)
    assert (second.number, second.corrects, second.passages) == (2, first, first.passages)
    with pytest.raises(NotAllowed, match="newer version"):
        desk.corrected(first)
    with pytest.raises(Refusal, match="not signed yet"):
        desk.corrected(second)
    second = desk.signed(second)
    with cast.here.acting("councillor"):
        assert "held 4 training sessions" in sentences(Page.of(second, figures.kept(second)))
        assert "held 3 training sessions" in sentences(Page.of(first, figures.kept(first)))
    with cast.here.acting("officer"), pytest.raises(ProgrammingError), transaction.atomic():
        Report.objects.create(
            authority_id=first.authority_id, grants=first.grants, title="A", from_on=FIRST, until_on=LAST,
            begun_by_id=cast.here.officer.pk, begun_at=clock.now(), corrects=desk.begun(), number=2, because="B",
        )  # fmt: skip


def test_two_who_write_do_not_overwrite_each_other(desk, cast):
    report = desk.begun()
    desk.written(report)
    with cast.here.acting("second_officer") as by:
        with pytest.raises(Stale):
            writing.write(by=by, report=report, version=report.version, place="held", headline="A", words="B")
        with pytest.raises(Incomplete):
            writing.write(by=by, report=report, version=2, place="closing", headline="", words="")
        emptied = writing.write(by=by, report=report, version=2, place="held", headline="", words="")
    assert emptied.passages == {}


def test_a_draft_shows_to_those_who_write_and_a_signed_report_to_its_readers_of_here_alone(desk, cast):
    draft, signed = desk.begun(), desk.signed()
    for side, who, seen in (
        (cast.here, "officer", {draft.pk, signed.pk}),
        (cast.here, "councillor", {signed.pk}),
        (cast.here, "trainer", set()),
        (cast.there, "lead", set()),
    ):
        with side.acting(who) as actor:
            assert set(Report.objects.values_list("pk", flat=True)) == seen
            assert set(Report.objects.visible_to(actor).values_list("pk", flat=True)) == seen
            assert Figure.objects.exists() == (signed.pk in seen)
            assert bool(policies.change(actor, draft)) == (who == "officer")
    with cast.there.acting("lead") as by:
        assert not policies.sign(by, draft)


def test_a_report_counts_in_a_bounded_number_of_queries(desk, cast, django_assert_num_queries):
    report = desk.signed()
    with cast.here.acting("lead") as by:
        # Lent and given back once for both years; the planted rooms ask nothing.
        with django_assert_num_queries(2):
            figures.counted(report, by)
        with django_assert_num_queries(1):
            figures.kept(report)
