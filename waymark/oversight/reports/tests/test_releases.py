"""Channel figures: restricted, exact inside the house, and out of it only by two people with small numbers held back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, transaction
from django.urls import reverse
from pypdf import PdfReader

from tests.pages import Pages
from waymark.foundation import measures
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow, Refusal
from waymark.foundation.measures import Count, Measure, Scope, Unit
from waymark.foundation.tasks.models import Task
from waymark.oversight.reports import channel_parts, disclosure, figures, sections
from waymark.oversight.reports.actions import releasing, writing
from waymark.oversight.reports.models import Figure, Kind, Release, Report

from .desk import LAST, Desk

CODES = ["channel.decided", "channel.not_adopted"]
NUMBERS: dict[str, dict[str, dict[str, int]]] = {
    "panel.meetings": {"": {"": 4}},
    "channel.decided": {"": {"": 34}, "outcome": {"adopt": 20, "not_adopt": 11, "defer": 3}},
    "channel.not_adopted": {"": {"": 11}, "care_with": {"children": 11}},
    "channel.at_end": {"": {"": 15}},
    "consent.asked": {"": {"": 7}, "answer": {"given": 5, "refused": 2}},
}
GROUPS = {
    "outcome": ("adopt", "not_adopt", "defer"), "care_with": ("children", "adults"), "answer": ("given", "refused"),
}  # fmt: skip


def planted(code: str, numbers: dict[str, Any]) -> Measure:
    def counts(scope: Scope) -> list[Count]:
        rows = numbers.get(scope.by[0] if scope.by else "", {})
        return [Count((group,) if scope.by else (), number) for group, number in rows.items()]

    words = {split: dict(zip(GROUPS[split], GROUPS[split], strict=True)) for split in numbers if split}
    return Measure(
        code, code, "A planted count.", Unit.COUNT, "Cases", counts, personal=not code.startswith("panel."),
        by=tuple(words), words=words,
    )  # fmt: skip


@pytest.fixture(autouse=True)
def numbers() -> Iterator[dict[str, Any]]:
    before, numbers = dict(measures.MEASURES), {code: dict(of) for code, of in NUMBERS.items()}
    measures.MEASURES.clear()
    measures.declare(*(planted(code, of) for code, of in numbers.items()))
    yield numbers
    measures.MEASURES.clear()
    measures.MEASURES.update(before)


@pytest.fixture
def desk(cast) -> Desk:
    return Desk(cast.here)


def pack(desk: Desk, **given: Any) -> Report:
    """The evidence of a year, signed by the chair."""
    report = desk.begun("coordinator", kind=Kind.CHANNEL, **given)
    with desk.side.acting("chair") as by:
        return writing.sign(by=by, report=report, version=report.version)


def asked(desk: Desk, report: Report, who: str = "coordinator", **given: Any) -> Release:
    said = {"recipient": "Home Office", "purpose": "The annual statement", "codes": CODES} | given
    with desk.side.acting(who) as by:
        return releasing.ask(by=by, report=report, **said)


def answered(
    desk: Desk, release: Release, who: str = "chair", approved: bool = True, **given: Any
) -> Release:
    with desk.side.acting(who) as by:
        return releasing.answer(by=by, release=release, version=release.version, approved=approved, **given)


def rows(kept: list[dict[str, Any]], code: str, split: str = "") -> dict[str, int | None]:
    [one] = [one for one in kept if (one["code"], one["split"]) == (code, split)]
    return {row["group"]: row["number"] for row in one["rows"]}


def test_inside_the_figures_are_exact_and_a_group_that_is_nought_stands_too(desk):
    report = pack(desk)
    with desk.side.acting("coordinator"):
        kept = figures.kept(report)
    assert kept.whole("consent.asked").number == 7
    assert [row.number for row in kept.split("channel.not_adopted", "care_with").rows] == [11, 0]


def test_only_its_own_roles_see_it_and_the_database_says_so_too(desk, cast):
    report, release = (made := pack(desk)), asked(desk, made)
    for side, who, seen in (
        (cast.here, "coordinator", True), (cast.here, "chair", True), (cast.here, "lead", True),
        (cast.here, "ig_lead", True), (cast.here, "councillor", False), (cast.here, "officer", False),
        (cast.there, "lead", False),
    ):  # fmt: skip
        with side.acting(who) as actor:
            assert Report.objects.filter(pk=report.pk).exists() == seen
            assert Report.objects.visible_to(actor).filter(pk=report.pk).exists() == seen
            assert Figure.objects.filter(report=report).exists() == seen
            assert Release.objects.filter(pk=release.pk).exists() == seen
    with cast.here.acting("officer"), pytest.raises(NotAllowed):
        desk.begun(kind=Kind.CHANNEL)


def test_the_database_gives_no_channel_figure_to_those_who_read_other_reports(desk, cast):
    report = desk.begun("coordinator", kind=Kind.CHANNEL)
    wide = [*report.grants, f"authority:{report.authority_id}:reports"]
    with cast.here.acting("lead"):
        for change in (
            lambda: Report.objects.filter(pk=report.pk).update(grants=wide),
            lambda: Report.objects.filter(pk=report.pk).update(kind=Kind.TRAINING),
            lambda: Figure.objects.create(
                authority_id=report.authority_id, grants=wide, report=report, code="channel.more",
                definition_version=1, title={}, definition={}, source={}, from_on=LAST, until_on=LAST,
                counted_at=clock.now(),
            ),
        ):  # fmt: skip
            with pytest.raises(ProgrammingError), transaction.atomic():
                change()


def test_small_numbers_are_held_back_and_what_another_figure_tells_with_them(desk, numbers):
    report = pack(desk)
    with desk.side.acting("coordinator"):
        found = figures.kept(report)
        kept = disclosure.copy(found, [*CODES, "consent.asked", "panel.meetings"])
    # 3 deferred is small; of the others the smaller goes with it, and with that the figure that says it too.
    assert rows(kept, "channel.decided") == {"": 34}
    assert rows(kept, "channel.decided", "outcome") == {"adopt": 20, "not_adopt": None, "defer": None}
    assert rows(kept, "channel.not_adopted") == {"": None}
    assert set(rows(kept, "channel.not_adopted", "care_with").values()) == {None}
    assert rows(kept, "consent.asked") == {"": None}
    assert rows(kept, "panel.meetings") == {"": 4}  # about no person
    assert "channel.at_end" not in {one.code for one in disclosure.releasable(found)}


def test_what_is_held_back_does_not_depend_on_which_figures_are_asked(desk):
    report = pack(desk)
    with desk.side.acting("coordinator"):
        found = figures.kept(report)
        together = disclosure.copy(found, CODES)
        assert disclosure.copy(found, CODES[1:]) == [one for one in together if one["code"] == CODES[1]]


def test_nothing_leaves_until_a_second_person_approves_and_the_ledger_says_what_left(desk, cast, disclosures):
    release = asked(desk, pack(desk))
    with pytest.raises(NotAllowed):
        answered(desk, release, "coordinator")  # who has no right to
    own = asked(desk, release.report, "lead")
    with pytest.raises(NotAllowed, match="Somebody else"):
        answered(desk, own, "lead")
    with pytest.raises(Incomplete, match="why not"):
        answered(desk, release, approved=False)
    assert disclosures() == []
    done = answered(desk, release)
    assert done.answered_as == "Panel chair"
    [(recipient, what)] = disclosures()
    assert recipient == "Home Office" and "channel.decided" in what
    with pytest.raises(NotAllowed, match="answered already"):
        answered(desk, done, "lead")
    refused = answered(desk, own, "ig_lead", approved=False, because="They have it already.")
    assert refused.copy == [] and len(disclosures()) == 1


@pytest.fixture
def disclosures(everything):
    def read() -> list[tuple[str, str]]:
        with everything(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT recipient, what FROM ledger.disclosure WHERE about_kind = 'reports.release'"
            )
            return list(cursor.fetchall())

    return read


def test_what_is_not_there_is_not_asked_for_and_a_draft_has_no_release(desk):
    report = pack(desk)
    with pytest.raises(Refusal, match="figures of this report"):
        asked(desk, report, codes=["channel.at_end"])
    with pytest.raises(Incomplete):
        asked(desk, report, purpose="")
    with pytest.raises(Refusal, match="not signed yet"):
        asked(desk, desk.begun("coordinator", kind=Kind.CHANNEL))
    with pytest.raises(Refusal, match="not restricted"):
        asked(desk, desk.begun(), "lead")


def test_figures_of_days_that_overlap_do_not_leave_beside_one_another(desk):
    year, again = pack(desk), pack(desk)
    quarter = pack(desk, from_on=date(2026, 1, 1))
    waiting = asked(desk, quarter)
    answered(desk, asked(desk, year))
    answered(desk, asked(desk, again))  # the same days
    with pytest.raises(NotNow, match="subtracted"):
        answered(desk, waiting)
    with pytest.raises(NotNow, match="subtracted"):
        asked(desk, quarter)
    with desk.side.acting("chair") as by, pytest.raises(ProgrammingError, match="overlap"):
        _by_hand(waiting, by.user_id, waiting.codes)


def _by_hand(release: Release, user_id: Any, codes: list[str], **given: Any) -> int:
    """Approved past the deed."""
    kept = disclosure.copy(figures.kept(release.report), codes)
    said = {"approved": True, "answered_by_id": user_id, "answered_at": clock.now(), "copy": kept} | given
    with transaction.atomic():
        return Release.objects.filter(pk=release.pk).update(**said)


def small(release: Release, user_id: Any) -> None:
    """The copy with one small number told."""
    kept = disclosure.copy(figures.kept(release.report), release.codes)
    [outcome] = [one for one in kept if one["split"] == "outcome"]
    outcome["rows"][2]["number"] = 3
    _by_hand(release, user_id, release.codes, copy=kept)


def test_the_database_lets_nobody_approve_their_own_or_for_another_or_a_small_number(desk, cast):
    release = asked(desk, pack(desk), "lead")
    lead, chair, coordinator = cast.here.lead.pk, cast.here.chair.pk, cast.here.coordinator.pk
    for who, change in (
        ("lead", lambda: _by_hand(release, lead, CODES)),
        ("lead", lambda: _by_hand(release, chair, CODES)),
        ("coordinator", lambda: _by_hand(release, coordinator, CODES)),
        ("chair", lambda: small(release, chair)),
        ("chair", lambda: _by_hand(release, chair, ["consent.asked"])),
        ("chair", lambda: _by_hand(release, chair, CODES, recipient="Another")),
        ("chair", lambda: _by_hand(release, chair, CODES, copy=[])),
    ):
        with cast.here.acting(who), pytest.raises(DatabaseError), transaction.atomic():
            change()
    done = answered(desk, release)
    with cast.here.acting("chair"), pytest.raises(ProgrammingError), transaction.atomic():
        Release.objects.filter(pk=done.pk).update(copy=[{"code": "more"}])


def test_planted_faults_without_the_walls_it_would_leave(desk, cast, everything):
    release = asked(desk, pack(desk), "lead")
    with everything(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET ROLE waymark_owner")
        cursor.execute("ALTER TABLE reports_release DISABLE TRIGGER reports_release_answered")
    lead = cast.here.lead.pk
    with cast.here.acting("lead"), pytest.raises(IntegrityError, match="release_by_two"):
        _by_hand(release, lead, CODES)
    with cast.here.acting("chair"):
        small(release, cast.here.chair.pk)


def test_from_the_year_to_the_copy_that_leaves_by_pages(desk, cast):
    coordinator, chair = Pages().sign_in(cast.here.coordinator), Pages().sign_in(cast.here.chair)
    coordinator.fill(reverse("reports:begin"), title="Channel last year", period="financial")
    with cast.here.acting("coordinator"):
        report = Report.objects.get()
    assert report.kind == Kind.CHANNEL
    chair.fill(reverse("reports:sign", args=[report.pk]))
    page = chair.open(reverse("reports:report", args=[report.pk]))
    assert "Restricted" in page.text and "channel.decided" in page.text and "34" in page.text
    coordinator.fill(
        reverse("reports:release", args=[report.pk]),
        recipient="Home Office",
        purpose="The statement",
        codes=CODES,
    )
    with cast.here.acting("chair"):
        release = Release.objects.get()
    there, paper = (reverse(f"reports:{name}", args=[release.pk]) for name in ("released", "release-paper"))
    chair.open(paper, status=404)
    assert "Nothing has left yet" in chair.open(there).text
    chair.fill(reverse("reports:release-answer", args=[release.pk]), approved="yes")
    with cast.here.acting("chair"):
        assert not Task.objects.filter(kind="reports.answer-release", done_at__isnull=True).exists()
    page = coordinator.open(there)
    assert "Approved by chair of Hereshire" in page.text and "[c]" in page.text
    copy = PdfReader(io.BytesIO(coordinator.get(paper).content))
    words = "".join(one.extract_text() for one in copy.pages)
    assert "Home Office" in words and "34" in words and "held back" in words
    Pages().sign_in(cast.here.councillor).open(reverse("reports:report", args=[report.pk]), status=404)


def test_what_is_shown_by_groups_is_shown_whole_too_and_can_be_asked_for():
    whole = {code for part in channel_parts.CHANNEL for code in part.codes}
    by_groups = {code for part in channel_parts.CHANNEL for grid in part.grids for code in grid.codes}
    assert {code for code in by_groups - whole if not code.split(".")[1].startswith("wait")} == set()


def test_every_kind_has_places_for_words_and_no_part_twice():
    for kind in Kind:
        codes = [part.code for part in sections.PARTS[kind]]
        assert len(set(codes)) == len(codes) and set(sections.places(kind)) <= {*codes, "opening", "closing"}
