"""Contacts from a list: the whole way through the import kit, in all three kinds of file."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from tests.pages import words
from waymark.foundation.directory.models import Contact
from waymark.foundation.importing.actions import files
from waymark.foundation.importing.jobs import check_rows, take_rows
from waymark.foundation.importing.models import Import
from waymark.foundation.kernel.refusals import Incomplete, NotNow
from waymark.foundation.places.models import Institution, Organisation

BEGIN = "/lists/begin/contacts/"
HEAD = ["Setting", "School URN", "Job title", "Contact name", "E-mail", "Tel", "Start date"]
GOOD = [
    ["", "0900001", "Headteacher", "Anna Contact", "anna@school.example", "", "01/09/2020"],
    ["Twórcza youth club", "", "Other", "Ben Contact", "", "020 7946 0000", ""],
]
BAD = [
    ["", "900009", "DSL", "C", "c@school.example", "", ""],
    ["No such place", "", "DSL", "D", "d@school.example", "", ""],
    ["", "900001", "Caretaker", "E", "e@school.example", "", ""],
    ["", "900001", "DSL", "F", "not an address", "", ""],
    ["", "900001", "DSL", "G", "", "", ""],
    ["", "900001", "DSL", "", "h@school.example", "", ""],
    ["", "900001", "DSL", "I", "i@school.example", "", "30/02/2020"],
    ["", "900001", "Head teacher", "anna contact", "ANNA@school.example", "", ""],
    ["Same Name", "", "DSL", "K", "k@school.example", "", ""],
    ["", "900001", "DSL", "=HYPERLINK(1)", "l@", "", ""],
]


@pytest.fixture
def officer(pages, cast):
    facts = {"kind": "school", "source": "test", "status": "open", "authority": cast.here.authority}
    Institution.objects.create(**facts, urn="900001", name="Two Trees School")
    for urn in ("900002", "900003"):
        Institution.objects.create(**facts, urn=urn, name="Same Name")
    Organisation.objects.create(authority=cast.here.authority, name="Twórcza Youth Club", kind="youth")
    return pages.sign_in(cast.here.officer)


def csv_of(rows, separator=",", encoding="utf-8") -> bytes:
    quoted = (separator.join(f'"{cell}"' for cell in row) for row in [HEAD, *rows])
    return "\r\n".join(quoted).encode(encoding)


def xlsx_of(rows) -> bytes:
    book, out = Workbook(), io.BytesIO()
    book.create_sheet("Empty", 0)
    sheet = book.worksheets[1]
    for row in [HEAD, *rows]:
        sheet.append(
            [
                date(2020, 9, 1) if cell == "01/09/2020" else int(cell) if cell.isdigit() else cell
                for cell in row
            ]
        )
    book.save(out)
    return out.getvalue()


def sent(content: bytes, name: str = "contacts.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def through(officer, content: bytes, name: str = "contacts.csv"):
    """Uploads and matches as guessed; the page of what it would add."""
    match = officer.fill(BEGIN, list=sent(content, name)).response.headers["Location"]
    return officer.open(officer.fill(match).response.headers["Location"])


@pytest.mark.parametrize("kind", ["comma", "semicolon", "windows", "xlsx"])
def test_a_list_is_checked_shown_saved_and_the_second_time_changes_nothing(officer, cast, kind: str):
    made = {
        "comma": lambda: (csv_of(GOOD + BAD), "a.csv"),
        "semicolon": lambda: (csv_of(GOOD + BAD, ";", "utf-8-sig"), "a.CSV"),
        "windows": lambda: (csv_of(GOOD + BAD, "\t", "cp1250").replace(b"\xf3", b"\xf3"), "a.csv"),
        "xlsx": lambda: (xlsx_of(GOOD + BAD), "a.xlsx"),
    }[kind]()
    page = through(officer, *made)
    assert "2 new rows" in page.text and "10 rows cannot be taken" in page.text
    rows = [td.text_content() for td in page.tree.xpath("//main//table//tbody//th/span[2]")]
    assert list(dict.fromkeys(rows)) == [str(n) for n in range(4, 14)]
    for sentence in (
        "No school has this URN", "No school or organisation of your authority", "This role is not known",
        "“not an address” is not an email address", "Neither an email address nor", "Nothing is entered",
        "is not a date", "The same as row 2", "More than one place has this name",
    ):  # fmt: skip
        assert sentence in page.text, sentence
    with cast.here.acting("officer"):
        assert not Contact.objects.exists()
    where = page.response.wsgi_request.path
    mend = officer.get(where + "to-mend/").content.decode("utf-8-sig").splitlines()
    assert len(mend) == 11 and mend[0].endswith("What is wrong")
    # In a spreadsheet it was a formula that never showed anything; in a text it is text.
    assert ("'=HYPERLINK" in mend[-1]) == (kind != "xlsx")
    officer.fill(where)
    done = officer.open(where)
    assert "2 rows were saved" in done.text
    with cast.here.acting("officer"):
        found = {(c.name, c.role, c.from_on, c.place.name) for c in Contact.objects.all()}
        assert found == {
            ("Anna Contact", "head", date(2020, 9, 1), "Two Trees School"),
            ("Ben Contact", "other", None, "Twórcza Youth Club"),
        }
    again = through(officer, *made)
    assert "0 new rows" in again.text and "2 were there already" in again.text
    assert again.tree.xpath("//main//form") == []


def test_every_fault_of_a_row_is_said_on_the_page_and_in_the_list_to_mend(officer):
    page = through(officer, csv_of([("Nowhere School", "", "Wizard", "Anna", "no address", "", "soon")]))
    assert "1 row cannot be taken" in page.text
    wrong = [words(row) for row in page.tree.xpath("//main//tbody/tr")]
    assert len(wrong) == 4
    for column, sentence in (
        ("School or organisation", "has this name"), ("What they answer for", "This role is not known"),
        ("Email", "“no address” is not an email address"), ("Since when", "“soon” is not a date"),
    ):  # fmt: skip
        assert [row for row in wrong if column in row and sentence in row], sentence
    mend = officer.get(page.response.wsgi_request.path + "to-mend/").content.decode("utf-8-sig")
    [_head, row] = csv.reader(mend.splitlines())
    assert (
        "Email: “no address” is not an email address. Since when: “soon” is not a date like 31/12/2026."
        in row[-1]
    )


def test_a_list_to_mend_comes_back_mended(officer, cast):
    page = through(officer, csv_of(BAD[-1:]))
    mend = officer.get(page.response.wsgi_request.path + "to-mend/").content
    page = through(officer, mend.replace(b"l@", b"l@school.example"))
    officer.fill(page.response.wsgi_request.path)
    with cast.here.acting("officer"):
        assert Contact.objects.get().name == "=HYPERLINK(1)"


def test_what_cannot_be_read_is_said_at_the_field(officer):
    for content, name, sentence in (
        (b"PK\x03\x04 nothing", "a.xlsx", "damaged"),
        (csv_of(GOOD), "a.pdf", "must be CSV"),
        (csv_of([]), "a.csv", "headings and no rows"),
        (b"a,b\n\x00\x01,c\n", "a.csv", "not text"),
        (b"%PDF-1.7 x", "a.csv", "not what its name says"),
        (b" \r\n \r\n", "a.csv", "empty"),
    ):
        page = officer.fill(BEGIN, status=200, list=sent(content, name))
        assert any(sentence in error for error in page.errors), (name, page.errors)
    assert not Import.objects.exists()


def test_columns_are_chosen_by_hand_where_they_cannot_be_guessed(officer, cast):
    content = csv_of(GOOD).replace(b"Job title", b"Xyz").replace(b"Contact name", b"Qqq")
    match = officer.fill(BEGIN, list=sent(content)).response.headers["Location"]
    page = officer.fill(match, status=200)
    assert len(page.errors) == 2 and "Xyz (Headteacher)" in page.text
    page = officer.fill(match, status=200, role="2", name="2")
    assert "chosen for something else" in " ".join(page.errors)
    where = officer.fill(match, role="2", name="3").response.headers["Location"]
    assert "2 new rows" in officer.open(where).text


def test_an_import_is_seen_by_whoever_sent_it_and_by_who_may(officer, pages, cast):
    match = officer.fill(BEGIN, list=sent(csv_of(GOOD))).response.headers["Location"]
    assert pages.sign_in(cast.here.second_officer).get(match).status_code == 404
    assert pages.sign_in(cast.here.teacher).get(BEGIN).status_code == 404
    assert pages.sign_in(cast.here.officer).get("/lists/begin/nothing/").status_code == 404


def uploaded(by, content: bytes) -> Import:
    [authority_id] = by.authority_ids
    return files.upload(
        by=by, code="contacts", authority_id=authority_id, about="", name="a.csv", content=content
    )


@pytest.fixture
def held(officer, cast, monkeypatch) -> Import:
    monkeypatch.setattr(files, "AT_ONCE", 0)
    with cast.here.acting("officer") as by:
        held = uploaded(by, csv_of(GOOD + BAD))
        given = {"urn": 1, "place": 0, "role": 2, "name": 3, "email": 4, "phone": 5, "from_on": 6}
        return files.match(by=by, held=held, version=held.version, matching=given)


def test_a_long_list_is_worked_on_in_the_background_and_each_step_once(officer, held, cast):
    where = f"/lists/{held.pk}/"
    page = officer.open(where)
    assert "0 of 12 rows are checked" in page.text and page.tree.xpath("//progress[@max='12']")
    for _twice in range(2):
        check_rows(str(held.pk), held.authority_id)
    assert "2 new rows" in officer.open(where).text
    officer.fill(where)
    assert "being saved" in officer.open(where).text
    for _twice in range(2):
        take_rows(str(held.pk), held.authority_id)
    assert "2 rows were saved" in officer.open(where).text
    with cast.here.acting("officer") as by:
        assert Contact.objects.count() == 2
        fresh = Import.objects.get()
        with pytest.raises(NotNow):
            files.confirm(by=by, held=fresh, version=fresh.version)
        with pytest.raises(NotNow):
            files.match(by=by, held=fresh, version=fresh.version, matching={"role": 1, "name": 2})


def test_whoever_lost_the_right_meanwhile_saves_nothing(officer, held, cast):
    from waymark.foundation.access.models import Membership

    check_rows(str(held.pk), held.authority_id)
    with cast.here.acting("officer") as by:
        files.confirm(by=by, held=held, version=Import.objects.get().version)
    Membership.objects.filter(user=cast.here.officer).update(role="partner")
    take_rows(str(held.pk), held.authority_id)
    with cast.here.acting("lead"):
        assert not Contact.objects.exists()


def test_a_list_without_a_needed_column_is_incomplete(officer, cast):
    with cast.here.acting("officer") as by:
        held = uploaded(by, csv_of(GOOD))
        with pytest.raises(Incomplete):
            files.match(by=by, held=held, version=held.version, matching={"role": 2})
