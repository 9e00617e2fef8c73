"""Attendances from a list: of a session, of any courses, from e-learning; by name or as a number; never twice."""

from __future__ import annotations

from datetime import timedelta
from re import fullmatch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from waymark.delivery.training import importing
from waymark.delivery.training.models import Attendance, Session, Trainee
from waymark.delivery.training.tests.teaching import Year, school
from waymark.foundation.importing import kinds
from waymark.foundation.importing.checking import check
from waymark.foundation.importing.models import Layout
from waymark.foundation.kernel import clock

MATCHING = {"course": 0, "held_on": 1, "name": 2, "email": 3, "urn": 4, "role": 5, "came": "yes"}
HEAD = "Course,Date,Learner,Email,School URN,Job title,Status,Headcount\n"


@pytest.fixture
def year(cast) -> Year:
    return Year(cast.here)


@pytest.fixture
def officer(pages, cast):
    return pages.sign_in(cast.here.officer)


def through(officer, begin: str, text: str, **said: str):
    """Uploads, matches as guessed and `said`, saves; the page before and the one after."""
    sent = SimpleUploadedFile("list.csv", text.encode())
    match = officer.fill(begin, list=sent).response.headers["Location"]
    where = officer.fill(match, **said).response.headers["Location"]
    before = officer.open(where)
    if before.tree.xpath("//main//form"):
        officer.fill(where)
    return before.text, officer.open(where).text


def rows_of(year: Year) -> str:
    name, one, two = year.course.name, school(year.side, "1").urn, school(year.side, "2").urn
    today = clock.today()
    day = f"{today:%d/%m/%Y}"
    return HEAD + "\n".join(
        (
            f"{name},{day},Ada Inventedly,ada@school.example,{one},Teacher,Yes,",
            f"{name},{today.isoformat()},Ben Inventedly,,{one},,attended,",
            f"{name},{day},,,{two},Teacher,,14",
            f"{name},{day},Cyd Inventedly,cyd@school.example,{two},Teacher,absent,",
            f"No such course,{day},Dee,dee@school.example,{one},,,",
            f"{name},{today + timedelta(days=1):%d/%m/%Y},Eve,eve@school.example,{one},,,",
            f"{name},01/01/1999,Fay,fay@school.example,{one},,,",
            f"{name},{day},,,{one},,,",
            f"{name},{day},Gus,gus@school.example,{one},Wizard,yes,",
            f"{name},{day},Hal,hal@school.example,{one},,perhaps,",
            f"{name},{day},Ivy,ivy@school.example,{one},,,3",
            f"{name},{day},ADA I,ADA@school.example,{two},,yes,",
            f"{name},{day},Jo Inventedly,jo@school.example,{two},,,",
        )
    )


def test_a_list_of_training_counts_once_and_every_fault_is_said(officer, year):
    before, after = through(officer, "/lists/begin/attendances/", rows_of(year))
    assert "4 new rows" in before and "9 rows cannot be taken" in before
    for sentence in (
        "No course has this name", "must be in the past", "not taught yet", "Neither a name nor how many",
        "Write yes, no or partly",
        "not in your list of staff roles", "counts as one", "The same as row 2",
    ):  # fmt: skip
        assert sentence in before, sentence
    assert "4 rows were saved" in after
    with year.side.acting("officer"):
        found = Attendance.objects.values_list(
            "trainee__name", "number", "came", "source", "institution__name"
        )
        assert set(found) == {
            ("Ada Inventedly", 1, "came", "imported", "Invented School 1"),
            ("Ben Inventedly", 1, "came", "imported", "Invented School 1"),
            (None, 14, "came", "imported", "Invented School 2"),
            ("Cyd Inventedly", 1, "no_show", "imported", "Invented School 2"),
        }
    before, _after = through(officer, "/lists/begin/attendances/", rows_of(year))
    assert "0 new rows" in before and "4 were there already" in before
    with year.side.acting("officer"):
        assert (Attendance.objects.count(), Trainee.objects.count()) == (4, 3)


def test_every_fault_of_a_row_is_said(officer, year):
    row = "No such course,01/01/2199,Ada,no address,1,Wizard,perhaps,3\n"
    before, _after = through(officer, "/lists/begin/attendances/", HEAD + row)
    assert "1 row cannot be taken" in before
    for sentence in (
        "No course has this name", "must be in the past", "is not an email address", "No school has this URN",
        "not in your list of staff roles", "Write yes, no or partly", "counts as one",
    ):  # fmt: skip
        assert before.count(sentence) == 1, sentence


def test_a_list_that_does_not_say_who_came_is_asked(officer, year):
    """Nothing is guessed; and no answer of this list is taken for the next."""
    head, rows = (
        "Course,Date,Name,URN\n",
        f"{year.course.name},{clock.today():%d/%m/%Y},Ada Inventedly,{school(year.side, '1').urn}\n",
    )
    sent = SimpleUploadedFile("list.csv", (head + rows).encode())
    match = officer.fill("/lists/begin/attendances/", list=sent).response.headers["Location"]
    assert "Did everyone in this list come" in officer.open(match).text
    for said in ({}, {"every_came": "no"}):
        page = officer.fill(match, status=200, **said)
        assert "Choose the column that says it" in page.text
    where = officer.fill(match, every_came="yes").response.headers["Location"]
    assert "1 new row" in officer.open(where).text
    sent = SimpleUploadedFile("list.csv", (head + rows).encode())
    again = officer.fill("/lists/begin/attendances/", list=sent).response.headers["Location"]
    assert "Choose the column that says it" in officer.fill(again, status=200).text


def test_the_next_list_with_the_same_headings_begins_with_its_columns(pages, officer, year, cast):
    """For a colleague too; not for another authority; and what one of them changes is what the next one finds."""
    head = "Kurs,Wann,Wer,Ada Inventedly,URN\n"  # no heading is guessed but the last, and one is a person
    text = (
        head + f"{year.course.name},{clock.today():%d/%m/%Y},Ada Inventedly,x,{school(year.side, '1').urn}\n"
    )
    begin, said = (
        "/lists/begin/attendances/",
        {"course": "0", "held_on": "1", "name": "2", "every_came": "yes"},
    )

    def matching(who):
        sent = SimpleUploadedFile("list.csv", text.encode())
        page = who.open(who.fill(begin, list=sent).response.headers["Location"])
        form = page.form()
        return page, {field: form.get(field, "") for field in ("course", "held_on", "name", "urn")}

    assert matching(officer)[1] == {"course": "", "held_on": "", "name": "", "urn": "4"}
    assert "1 row was saved" in through(officer, begin, text, **said)[1]
    page, found = matching(pages.sign_in(cast.here.user("lead")))
    assert found == {"course": "0", "held_on": "1", "name": "2", "urn": "4"}
    assert "came before" in page.text
    Year(cast.there)
    page, found = matching(pages.sign_in(cast.there.officer))
    assert found["course"] == "" and "came before" not in page.text
    with year.side.acting("officer"):
        layout = Layout.objects.get()
        assert "came" not in layout.matching and fullmatch("[0-9a-f]+", layout.headings)


def test_the_list_of_a_session_takes_its_attendance(officer, year, cast):
    session = year.planned(clock.now() + timedelta(hours=1))
    begin = f"/lists/begin/session-attendances/{session.reference}/"
    assert officer.get(begin).status_code == 404  # not before it has begun
    with year.side.acting("officer"):
        Session.objects.filter(pk=session.pk).update(
            starts_at=clock.now() - timedelta(hours=1), ends_at=clock.now() + timedelta(hours=1)
        )
    urn = school(year.side, "1").urn
    text = f"Name,E-mail,URN\nAda Inventedly,ada@school.example,{urn}\nBen Inventedly,,{urn}\n"
    assert begin in officer.open(f"/training/sessions/{session.reference}/").links()
    _before, after = through(officer, begin, text, every_came="yes")
    assert "2 rows were saved" in after
    with year.side.acting("trainer"):
        session.refresh_from_db()
        assert session.state == "held"
        assert set(session.attendances.values_list("held_on", "taught_id")) == {
            (session.on, session.taught_id)
        }
    before, _after = through(officer, begin, text + f"Cyd Inventedly,,{urn}\n", every_came="yes")
    assert "1 new row" in before and "2 were there already" in before


def test_e_learning_that_is_not_completed_is_not_taken(officer, year):
    text = f"Course title,Completion date,Learner,Username,Workplace,Status\n{year.course.name},{clock.today():%d/%m/%Y},"
    text += "Ada Inventedly,ada@council.example,Hereshire council,{}\n"
    assert "Not completed" in through(officer, "/lists/begin/e-learning/", text.format("In progress"))[0]
    assert "1 row was saved" in through(officer, "/lists/begin/e-learning/", text.format("Passed"))[1]
    with year.side.acting("officer"):
        one = Attendance.objects.get()
        assert (one.source, one.organisation.name, one.session) == ("learning", "Hereshire council", None)


def test_who_does_not_plan_brings_no_lists_and_another_authority_sees_nothing(pages, officer, year, cast):
    through(officer, "/lists/begin/attendances/", rows_of(year))
    for who in ("teacher", "trainer", "police"):
        assert pages.sign_in(cast.here.user(who)).get("/lists/begin/attendances/").status_code == 404
    with cast.there.acting("officer"):
        assert not Attendance.objects.exists()
    Year(cast.there)
    # A neighbour may train people of the same school: each counts its own.
    before, _after = through(pages.sign_in(cast.there.officer), "/lists/begin/attendances/", rows_of(year))
    assert "4 new rows" in before
    for side in (cast.here, cast.there):
        with side.acting("officer"):
            assert set(Attendance.objects.values_list("authority", flat=True)) == {side.authority.pk}


def keys_of(year: Year) -> set[str]:
    with connection.cursor() as cursor, year.side.acting("officer"):
        cursor.execute("SELECT source_key FROM training_attendance")
        return {key for (key,) in cursor.fetchall()}


def test_a_key_of_a_row_says_nothing_of_the_person_without_the_key_of_the_service(officer, year, monkeypatch):
    through(officer, "/lists/begin/attendances/", rows_of(year))
    keys = keys_of(year)
    assert len(keys) == 4 and all(fullmatch("[0-9a-f]{40}", key) for key in keys)
    monkeypatch.setattr(importing, "_key", lambda: b"what a thief would guess")
    assert "4 new rows" in through(officer, "/lists/begin/attendances/", rows_of(year))[0]
    assert len(keys_of(year) - keys) == 4


def taken(year: Year, by, first: int, many: int, session=None) -> int:
    """So many rows checked and saved, as the work in the background does; how many are new."""
    kind = kinds.find("session-attendances" if session else "attendances")
    about = session.reference if session else ""
    urn, day = school(year.side, "1").urn, f"{clock.today():%d/%m/%Y}"
    rows = [
        [n + 2, year.course.name, day, f"Person {n}", f"p{n}@school.example", urn, "Teacher"]
        for n in range(first, first + many)
    ]
    whose = {"authority_id": year.side.authority.pk, "about": about}
    known = kind.begin(by, *whose.values())
    result = check(kind, known, rows, MATCHING)
    assert len(result.good) + result.there == many, result.faults[:1]
    return kind.take(by=by, at=clock.now(), **whose, known=known, rows=result.good)


def test_many_rows_are_saved_with_as_many_statements_as_few(year):
    counted = []
    school(year.side, "1")
    with year.side.acting("officer") as by:
        for first, many in ((0, 3), (10, 300)):
            with CaptureQueriesContext(connection) as made:
                assert taken(year, by, first, many) == many
            counted.append(len(made))
        assert counted[0] == counted[1]
        # What another list brought meanwhile is there once, though it was not when this one was checked.
        assert taken(year, by, 200, 120) == 10


def test_each_row_of_a_list_has_its_entry_in_the_ledger(year, everything):
    """The entries are made at the end of the statement, for speed; they are those that each row would have made."""
    with year.side.acting("officer") as by:
        taken(year, by, 0, 3)
    with everything(), connection.cursor() as cursor:
        for table in ("training_attendance", "training_trainee"):
            cursor.execute(
                f"""SELECT count(*), count(c.id), bool_and(c.op = 'INSERT' AND c.deed = 'training.import-attendances'
                       AND c.digest = sha256(convert_to(to_jsonb(t)::text, 'UTF8')) AND c.authority_id = t.authority_id
                       AND c.columns = ARRAY(SELECT jsonb_object_keys(to_jsonb(t)) COLLATE "C" ORDER BY 1)
                       AND c.plain -> %s = jsonb_build_array(NULL, to_jsonb(t) -> %s))
                    FROM {table} t LEFT JOIN ledger.change c ON c.relation = %s AND c.row_id = t.id::text""",
                [*["held_on" if table.endswith("attendance") else "last_on"] * 2, table],
            )
            assert cursor.fetchone() == (3, 3, True), table


def test_who_is_marked_at_a_session_is_not_marked_again_by_a_list(year):
    """Neither by the check, nor by the save of a list that was checked before."""
    session, urn = year.planned(clock.now() + timedelta(hours=1)), school(year.side, "1").urn
    with year.side.acting("officer") as by:
        Session.objects.filter(pk=session.pk).update(starts_at=clock.now() - timedelta(hours=1))
        session.refresh_from_db()
        kind = kinds.find("session-attendances")
        whose = {"authority_id": session.authority_id, "about": session.reference}
        known = kind.begin(by, *whose.values())
        assert taken(year, by, 0, 2, session) == 2
        rows = [[2, "", "", "Person one", "P1@school.example", urn, ""], [3, "", "", "New", "", urn, ""]]
        result = check(kind, known, rows, MATCHING)
        assert len(result.good) == 2
        new = kind.take(by=by, at=clock.now(), **whose, known=known, rows=result.good)
        assert new == 1 and session.attendances.count() == 3


@pytest.mark.long
def test_a_hundred_thousand_rows(year):
    """Not measured here (`./run bench attendances` does): that so many go through, whole."""
    with year.side.acting("officer") as by:
        assert taken(year, by, 0, 100_000) == 100_000 == Attendance.objects.count()
