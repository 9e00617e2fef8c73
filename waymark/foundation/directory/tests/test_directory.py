from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from waymark.foundation.access.models import Membership
from waymark.foundation.directory import jobs
from waymark.foundation.directory.actions import registers
from waymark.foundation.places.importing import register
from waymark.foundation.places.importing.codes import DATA
from waymark.foundation.places.importing.reports import Report
from waymark.foundation.places.models import Institution, InstitutionLink, RegisterUpload, Ward

TESTS = Path(register.__file__).parents[1] / "tests"
CSV = "URN,EstablishmentName,EstablishmentStatus (code),OpenDate\r\n1,One School,1,\r\n2,Two School,1,31-02-2020\r\n"


@pytest.fixture
def schools(cast) -> list[Institution]:
    facts = {
        "kind": "school",
        "source": "A register",
        "status": "open",
        "authority_id": cast.here.authority.pk,
    }
    rows = [
        register.row(**facts, urn=str(1000 + n), name=f"School {n:02}", phase="Primary") for n in range(30)
    ]
    register.take(Report("test"), rows)
    return list(Institution.objects.order_by("name"))


@pytest.fixture
def signed_in(pages, cast):
    return pages.sign_in(cast.here.teacher)


def test_strangers_are_sent_to_sign_in(pages, db):
    for url in ("/directory/", "/directory/i-1/", "/directory/authorities/E06999001/"):
        assert pages.get(url).status_code == 302


def test_the_directory_pages_by_key_with_a_known_number_of_queries(signed_in, schools):
    signed_in.open("/directory/")  # the first page after signing in also writes when the person was seen
    first = signed_in.open("/directory/?kind=school&phase=Primary")
    assert first.queries <= 11
    names = first.tree.xpath("//main//table//a/text()")
    assert len(names) == 25 and names[0] == "School 00"
    following = first.tree.xpath("//a[@rel='next']/@href")[0]
    second = signed_in.open("/directory/" + following)
    assert second.tree.xpath("//main//table//a/text()") == [f"School {n:02}" for n in range(25, 30)]
    assert second.queries == first.queries


def test_search_and_filters_narrow_together(signed_in, schools):
    Institution.objects.filter(pk=schools[3].pk).update(status="closed")
    found = signed_in.open("/directory/?q=school+03&status=closed")
    assert found.tree.xpath("//main//table//a/text()") == ["School 03"]
    assert found.tree.xpath("//main//form//input[@name='status']/@value")
    nothing = signed_in.open("/directory/?q=school+03&status=open")
    assert "spelt alike" in nothing.text
    assert "School 03" not in nothing.tree.xpath("//main//table//a/text()")


def test_text_that_cannot_be_read_is_said_at_the_field(signed_in, schools):
    page = signed_in.open("/directory/?q=A%00B")
    assert page.tree.xpath("//*[@id='q-error' or @id='id_q-error']")
    assert page.tree.xpath("//main//table//a/text()") == []


def test_an_institution_shows_its_facts_successor_and_source(signed_in, schools):
    old, new = schools[:2]
    Institution.objects.filter(pk=old.pk).update(status="closed")
    InstitutionLink.objects.create(urn=old.urn, linked_urn=new.urn, kind="Successor")
    page = signed_in.open(reverse("directory:place", args=[f"i-{old.pk}"]))
    text = page.tree.text_content()
    assert "What stands in its place today" in text and "A register" in text
    assert reverse("directory:place", args=[f"i-{new.pk}"]) in page.tree.xpath("//main//a/@href")
    assert page.queries <= 18


def test_an_authority_shows_its_wards(signed_in, cast, schools):
    Ward.objects.create(code="E05999001", name="North Ward", authority=cast.here.authority)
    Ward.objects.create(
        code="E05999002", name="Gone Ward", authority=cast.here.authority, valid_until="2001-01-01"
    )
    text = signed_in.open("/directory/authorities/E06999001/").tree.text_content()
    assert "North Ward" in text and "Gone Ward" not in text
    assert signed_in.get("/directory/authorities/E06000000/").status_code == 404


@pytest.fixture
def administrator(pages, cast):
    return pages.sign_in(cast.here.administrator)


def sent(content: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("register.csv", content.encode(), "text/csv")


def test_a_register_is_shown_before_it_is_taken_and_taken_once(administrator, cast):
    posted = administrator.fill("/directory/registers/", register=sent(CSV))
    where = posted.response.headers["Location"]
    shown = administrator.open(where)
    text = " ".join(shown.tree.text_content().split())
    assert "1 new institution" in text and "1 row not taken" in text and "Row 3: " in text
    assert not Institution.objects.exists()
    changed = administrator.fill(
        "/directory/registers/", register=sent(CSV.replace("One", "First"))
    ).response.headers["Location"]
    administrator.fill(where)
    assert Institution.objects.get().name == "One School"
    held = RegisterUpload.objects.exclude(applied_at=None).get()
    assert held.applied_at and bytes(held.content) == b""
    assert "The register is loaded" in administrator.open(where).tree.text_content()
    administrator.fill(changed)
    assert Institution.objects.get().name == "First School"
    assert "Name: 1" in " ".join(administrator.open(changed).tree.text_content().split())
    form = administrator.open("/directory/registers/").form()
    again = administrator.send(
        where, {"csrfmiddlewaretoken": form["csrfmiddlewaretoken"], "once": form["once"]}, status=200
    )
    assert "loaded already" in again.tree.text_content()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [("URN,Name\r\n1,One\r\n", "no column EstablishmentName"), ("", "The file is empty")],
)
def test_a_file_that_is_no_register_is_refused_at_the_field(administrator, content: str, sentence: str):
    page = administrator.fill("/directory/registers/", status=200, register=sent(content))
    assert sentence in page.tree.text_content()
    assert not RegisterUpload.objects.exists()


def test_only_who_may_loads_a_register(pages, signed_in):
    assert signed_in.get("/directory/registers/").status_code == 404


@pytest.fixture
def long_one(monkeypatch):
    monkeypatch.setattr(registers, "AT_ONCE", 0)
    monkeypatch.setattr(registers, "ROWS_AT_ONCE", 0)


def test_a_long_register_is_read_and_taken_in_the_background(administrator, cast, long_one):
    where = administrator.fill("/directory/registers/", register=sent(CSV)).response.headers["Location"]
    assert "Work goes on" in administrator.open(where).text
    job = (where.split("/")[-2], str(cast.here.administrator.pk), cast.here.organisation("council").pk)
    for _twice in range(2):
        jobs.look_at_register(*job)
    assert "1 new institution" in administrator.open(where).text and not Institution.objects.exists()
    administrator.fill(where)
    assert "being saved" in administrator.open(where).text
    for _twice in range(2):
        jobs.take_register(*job)
    assert "The register is loaded" in administrator.open(where).text
    assert Institution.objects.get().name == "One School"


def test_a_long_register_is_not_taken_for_somebody_who_may_no_more(administrator, cast, long_one):
    where = administrator.fill("/directory/registers/", register=sent(CSV)).response.headers["Location"]
    job = (where.split("/")[-2], str(cast.here.administrator.pk), cast.here.organisation("council").pk)
    jobs.look_at_register(*job)
    administrator.fill(where)
    Membership.objects.filter(user=cast.here.administrator).update(role="partner")
    jobs.take_register(*job)
    assert not Institution.objects.exists() and "role does not allow" in RegisterUpload.objects.get().problem


def test_a_long_file_that_is_no_register_is_refused_at_once(administrator, long_one):
    page = administrator.fill("/directory/registers/", status=200, register=sent("a,b\r\n1,2\r\n"))
    assert any("no column URN" in error for error in page.errors)


@pytest.mark.long
@pytest.mark.parametrize(
    "name", ["gias_childrens_centres_2025", "gias_links_2025", "schools_wales_2018", "gias_2021_sample"]
)
def test_the_real_files_go_through_the_page_and_the_second_time_change_nothing(
    administrator, cast, name: str
):
    folder = TESTS if name == "gias_2021_sample" else DATA
    content = (folder / f"{name}.csv.gz").read_bytes()
    job = (str(cast.here.administrator.pk), cast.here.organisation("council").pk)
    for time in range(2):
        file = SimpleUploadedFile(f"{name}.csv.gz", content, "application/gzip")
        where = administrator.fill("/directory/registers/", register=file).response.headers["Location"]
        jobs.look_at_register(where.split("/")[-2], *job)
        held = RegisterUpload.objects.get(pk=where.split("/")[-2])
        assert (
            held.shown["refused"] == 0
            and (held.shown["new"] > 0) == (time == 0)
            and not held.shown["changed"]
        )
        administrator.fill(where)
        jobs.take_register(where.split("/")[-2], *job)
        assert "The register is loaded" in administrator.open(where).text
