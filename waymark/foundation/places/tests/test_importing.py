from __future__ import annotations

import gzip
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from waymark.foundation.places.importing import reference, register
from waymark.foundation.places.importing.reports import Report, WrongFile
from waymark.foundation.places.models import Authority, Institution, InstitutionLink, Ward

SAMPLE = Path(__file__).parent / "gias_2021_sample.csv.gz"
HEADER_2024 = Path(__file__).parent / "gias_2024_header.txt"


@pytest.fixture(scope="module")
def whole(once_a_file):
    """All reference data, loaded once for this file and rolled back after it."""
    return once_a_file(lambda: {report.title: report for report in (load() for load in reference.ALL)})


def csv_of(*rows: dict[str, str], encoding: str = "utf-8") -> bytes:
    columns = list(rows[0])
    lines = [",".join(f'"{name}"' for name in columns)]
    lines += [",".join(f'"{row.get(name, "")}"' for name in columns) for row in rows]
    return "\r\n".join(lines).encode(encoding)


SCHOOL = {
    "URN": "100001", "LA (code)": "201", "EstablishmentNumber": "614", "EstablishmentName": "Château School",
    "TypeOfEstablishment (name)": "Other independent school", "EstablishmentStatus (code)": "1",
    "OpenDate": "01-01-1920", "CloseDate": "", "NumberOfPupils": "723", "Postcode": "ec2y 8bb",
}  # fmt: skip


def load(content: bytes, apply: bool = True) -> Report:
    return register.load("register", register.read(content), apply=apply)


def test_everything_that_ships_is_taken(whole):
    taken = {title: (report.taken, len(report.faults)) for title, report in whole.items()}
    assert taken == {
        "Regions of England": (9, 0),
        "Police force areas": (45, 0),
        "Local authorities": (361, 0),
        "County councils": (34, 0),
        "Wards": (8396, 0),
        "State-funded schools of England": (22117, 0),
        "Schools of Wales": (1616, 0),
        "Children’s centres": (2855, 0),
        "Links between institutions": (33801, 0),
    }
    assert Authority.objects.exclude(kind="county").count() == 361
    assert Authority.objects.filter(kind="county", valid_until=None).count() == 21
    assert (Ward.objects.count(), InstitutionLink.objects.count()) == (8396, 33801)
    assert Institution.objects.count() == 22117 + 1616 + 2855


def test_a_second_run_changes_nothing_and_loses_nothing_local(whole):
    school = Institution.objects.filter(kind="school").first()
    Institution.objects.filter(pk=school.pk).update(local_name="The school by the park")
    Authority.objects.filter(code="E06000001").update(uses_waymark=True)
    again = [load() for load in reference.ALL]
    assert [(report.new, report.changed, report.closed) for report in again] == [(0, 0, 0)] * len(again)
    school.refresh_from_db()
    assert school.local_name == "The school by the park"
    assert Authority.objects.get(code="E06000001").uses_waymark


def test_the_seeds_own_areas_are_whole(whole):
    assert Ward.objects.filter(authority__name="Westminster").count() == 18
    assert Ward.objects.filter(authority__name="Wolverhampton").count() == 20
    wolverhampton = Authority.objects.select_related("region", "force").get(name="Wolverhampton")
    assert (str(wolverhampton.region), str(wolverhampton.force)) == ("West Midlands", "West Midlands")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_register_is_read_in_the_encodings_it_comes_in(db, encoding: str):
    assert load(csv_of(SCHOOL, encoding=encoding)).new == 1
    school = Institution.objects.get(urn="100001")
    assert (school.name, school.opened_on, school.status) == ("Château School", date(1920, 1, 1), "open")
    assert (school.pupils, school.postcode, school.laestab) == (723, "EC2Y 8BB", "2010614")


def test_a_register_may_come_zipped(db):
    for packed in (zipped("edubasealldata.csv"), gzip.compress(csv_of(SCHOOL))):
        assert load(packed, apply=False).new == 1
    with pytest.raises(WrongFile, match="one CSV file"):
        load(zipped("readme.txt"))
    with pytest.raises(WrongFile, match="damaged"):
        load(b"PK\x03\x04 and nothing else")


def zipped(name: str) -> bytes:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as packed:
        packed.writestr(name, csv_of(SCHOOL))
    return box.getvalue()


@pytest.mark.parametrize("column", ["URN", "EstablishmentName"])
def test_only_a_file_without_urn_or_name_is_refused(db, column: str):
    without = {name: value for name, value in SCHOOL.items() if name != column}
    with pytest.raises(WrongFile, match=f"no column {column}"):
        load(csv_of(without))
    assert load(csv_of({"URN": "1", "EstablishmentName": "School"})).new == 1


def test_what_would_change_is_shown_before_it_is_done(db):
    load(csv_of(SCHOOL))
    changed = SCHOOL | {"EstablishmentStatus (code)": "02", "CloseDate": "31-08-2025"}
    shown = load(csv_of(changed), apply=False)
    assert (shown.new, shown.changed, shown.closed, dict(shown.fields)) == (
        0,
        1,
        1,
        {"status": 1, "closed_on": 1},
    )
    assert Institution.objects.get(urn="100001").status == "open"
    done = load(csv_of(changed))
    assert (done.changed, Institution.objects.get(urn="100001").status) == (1, "closed")
    assert load(csv_of(changed)).changed == 0


def test_a_row_with_a_fault_is_named_and_the_others_are_taken(db):
    rows = [
        SCHOOL,
        SCHOOL | {"URN": "abc"},
        SCHOOL | {"URN": "100003", "OpenDate": "1920-01-01"},
        SCHOOL | {"URN": "100004", "EstablishmentName": " "},
        SCHOOL | {"URN": "0100001"},
        SCHOOL | {"URN": "100006", "EstablishmentName": "A\x00B"},
        SCHOOL | {"URN": "100007"},
    ]
    report = load(csv_of(*rows))
    assert report.new == 2
    assert [number for number, _reason in report.faults] == [3, 4, 5, 6, 7]
    assert "31-12-2025" in report.faults[1][1] and "twice" in report.faults[3][1]


def test_a_number_that_has_no_place_is_named_and_the_others_are_taken(db):
    rows = [
        SCHOOL | {"NumberOfPupils": "9" * 12},
        SCHOOL | {"URN": "100002", "EstablishmentNumber": "123456789"},
        SCHOOL | {"URN": "100003", "LA (code)": "20123456"},
        SCHOOL | {"URN": "100004", "NumberOfPupils": "²", "EstablishmentNumber": "²"},
    ]
    report = load(csv_of(*rows))
    assert (report.new, [number for number, _reason in report.faults]) == (1, [2, 3, 4])
    assert "NumberOfPupils has more than 6 digits" in report.faults[0][1]
    school = Institution.objects.get()
    assert (school.urn, school.pupils, school.laestab) == ("100004", None, "")
    link = {"URN": "1", "LinkURN": "2", "LinkName": "Two", "LinkType": "Successor", "LinkEstablishedDate": ""}
    report = load(csv_of(link, link | {"LinkURN": "9" * 30}, link | {"LinkURN": "3", "LinkName": "A\x00B"}))
    assert (report.new, [number for number, _reason in report.faults]) == (1, [3, 4])
    assert "LinkURN" in report.faults[0][1] and "kept" in report.faults[1][1]


def test_codes_stand_with_and_without_their_leading_zeros(db):
    for urn, number, status in (("1", "0614", "1"), ("2", "614", "01"), ("3", "00614", "001")):
        load(
            csv_of(
                SCHOOL
                | {"URN": f"00{urn}", "EstablishmentNumber": number, "EstablishmentStatus (code)": status}
            )
        )
    found = set(Institution.objects.values_list("urn", "laestab", "status"))
    assert found == {(urn, "2010614", "open") for urn in "123"}


@pytest.mark.parametrize("content", [csv_of(SCHOOL, encoding="utf-16"), bytes(range(256)) * 40])
def test_what_is_no_csv_is_said_in_a_sentence(db, content: bytes):
    with pytest.raises(WrongFile, match="not a CSV file"):
        load(content)


def test_the_published_sample_and_the_columns_of_2024_are_taken(whole):
    sample = register.read(SAMPLE.read_bytes())
    assert len(sample.columns) == 139
    report = register.load("sample", sample, apply=False)
    assert report.taken + len(report.faults) == 99 and report.faults == []
    columns = HEADER_2024.read_text(encoding="utf-8").split("\n")
    row = {name: SCHOOL.get(name, "") for name in columns if name}
    assert len(row) == 140 and load(csv_of(row), apply=False).taken == 1


def test_the_command_shows_first_and_says_what_is_wrong(db, tmp_path, capsys):
    path = tmp_path / "register.csv"
    path.write_bytes(csv_of(SCHOOL))
    call_command("import_places", str(path))
    assert "1 new" in capsys.readouterr().out and not Institution.objects.exists()
    call_command("import_places", str(path), "--yes")
    assert Institution.objects.count() == 1
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_places", str(tmp_path / "nothing.csv"))


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_a_named_fault(text: str):
    try:
        found = register.day(text)
    except ValueError as fault:
        assert "is not a date" in str(fault)
    else:
        assert found is None or isinstance(found, date)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_sheet_or_a_wrong_file(content: bytes):
    try:
        sheet = register.read(content)
    except WrongFile as fault:
        assert str(fault)
    else:
        assert all(set(row) <= set(sheet.columns) for row in sheet.rows)


def test_a_fact_that_a_file_does_not_tell_stays_as_it_is_known(db):
    load(csv_of(SCHOOL))
    names_only = {"URN": "100001", "EstablishmentName": "New Name"}
    report = load(csv_of(names_only))
    assert (report.changed, report.closed) == (1, 0)
    assert {"name", "name_folded"} <= set(report.fields) <= {"name", "name_folded", "source_on"}
    school = Institution.objects.get(urn="100001")
    assert (school.name, school.status, school.postcode, school.pupils) == (
        "New Name",
        "open",
        "EC2Y 8BB",
        723,
    )
    load(csv_of({"URN": "7", "EstablishmentName": "Seventh"}))
    assert Institution.objects.get(urn="7").status == "unknown"


def test_an_older_register_does_not_undo_a_later_one(db):
    later, older = SCHOOL | {"LastChangedDate": "01-05-2025"}, SCHOOL | {"LastChangedDate": "01-05-2021"}
    load(csv_of(later))
    report = load(csv_of(older | {"EstablishmentName": "Old Name"}))
    assert (report.older, report.changed, Institution.objects.get().name) == (1, 0, "Château School")
    assert "known from a later register" in report.line()
