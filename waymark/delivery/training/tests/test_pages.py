"""The pages of those who plan and teach: from no course to a session with who came; walls; counts of queries."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import translation
from pypdf import PdfReader

from tests.pages import Pages
from waymark.delivery.training import sheet
from waymark.delivery.training.actions.booking import Named
from waymark.delivery.training.models import Attendance, Audience, Course, Session
from waymark.foundation.interface import moments
from waymark.foundation.kernel import clock

from .teaching import Year, school


def pages(user) -> Pages:
    return Pages().sign_in(user)


def day(name: str, days: int = 0) -> dict[str, str]:
    on = clock.today() + timedelta(days=days)
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def of(session: Session, route: str = "session") -> str:
    return reverse(f"training:{route}", args=[session.reference])


def test_from_no_course_to_a_session_with_who_came(cast):
    client, place, trainer = pages(cast.here.officer), school(cast.here), cast.here.trainer
    assert "Begin with the usual courses" in client.open(reverse("training:courses")).text
    client.fill(reverse("training:begin"))
    assert "Prevent for primary schools" in client.open(reverse("training:courses")).text
    with cast.here.acting("officer"):
        course = Course.objects.get(name="Prevent for primary schools")
    client.fill(
        reverse("training:plan"), course=str(course.pk), **day("day", 10), starts="10:00", ends="11:30",
        place="School hall", capacity="20", trainers=str(trainer.pk), where=f"i:{place.pk}", delivered_by="own",
    )  # fmt: skip
    with cast.here.acting("officer"):
        session = Session.objects.get()
        assert (session.institution, session.is_open, session.capacity) == (place, False, 20)
    assert "School hall" in client.open(reverse("training:sessions")).text
    there = of(session, "session-book")
    typed = {"where": f"i:{place.pk}", "number": "4", "named": "Ada Inventedly"}
    client.send(there, client.open(there).form() | typed)
    page = client.open(of(session)).text
    assert "Ada Inventedly" in page and "5 of 20 taken" in page and "Say who came" not in page


def test_who_came_is_said_on_one_page(cast):
    place, client = school(cast.here), pages(cast.here.trainer)
    with clock.travelled(clock.now() - timedelta(days=3)):
        year = Year(cast.here)
        session = year.planned(clock.now() + timedelta(days=1), trainers=())
        (ada,) = year.booked(session, named=[Named("Ada Inventedly")])
        (group,) = year.booked(session, number=4)
    came = {
        f"booking_{group.pk}": "3",
        f"booking_{ada.pk}": "came",
        "others_1": "2",
        "where_1": f"i:{place.pk}",
    }
    client.fill(of(session, "session-attendance"), **came)
    page = client.open(of(session)).text
    assert "Others who came" in page and "Held" in page and "Came: 3" in page
    with cast.here.acting("trainer"):
        assert sorted(Attendance.objects.values_list("number", flat=True)) == [1, 2, 3]
    assert session.reference in client.open(reverse("training:sessions") + "?past").text
    assert client.open(of(session, "session-attendance")).form()[f"booking_{group.pk}"] == "3"


def test_a_wrong_line_is_said_at_its_field_and_nothing_is_lost(cast):
    session = Year(cast.here).planned()
    typed = {
        "where": f"i:{school(cast.here).pk}",
        "named": "Ada Inventedly\nBen, no address",
        "needs": "Ramp",
    }
    page = pages(cast.here.officer).fill(of(session, "session-book"), status=200, **typed)
    assert page.errors == ["Line 2: this is no email address"]
    assert page.form()["named"].strip() == typed["named"] and page.form()["needs"] == "Ramp"


def test_the_sheet_to_sign_is_a_pdf_of_those_who_have_a_place(cast):
    year = Year(cast.here)
    session = year.planned(capacity=2)
    year.booked(session)
    year.booked(session, named=[Named("Zoe Waitingly")])
    answer = pages(cast.here.trainer).get(of(session, "session-sheet"))
    assert answer["Content-Type"] == "application/pdf"
    paper = "".join(one.extract_text() for one in PdfReader(io.BytesIO(answer.content)).pages)
    assert "Ada Inventedly" in paper and "Signature" in paper and "Waitingly" not in paper


def test_whoever_teaches_reads_what_people_need_to_take_part(cast):
    year = Year(cast.here)
    session = year.planned()
    year.booked(session, named=[Named("Ada Inventedly", needs="A hearing loop")])
    assert "A hearing loop" in pages(cast.here.trainer).open(of(session)).text


def test_the_sheet_in_welsh_holds_no_english_of_ours(cast):
    year = Year(cast.here)
    session = year.planned()
    year.booked(session)
    texts = {}
    for language in ("en", "cy"):
        with translation.override(language), cast.here.acting("trainer") as by:
            texts[language] = PdfReader(io.BytesIO(sheet.of(session, by))).pages[0].extract_text()
    for words in ("Sign-in sheet", "Course", "When", "Where", "Reference", "Made for", "Page 1 of"):
        assert words in texts["en"] and words not in texts["cy"]


def test_a_session_is_moved_and_cancelled_on_its_pages(cast):
    session, client = Year(cast.here).planned(), pages(cast.here.lead)
    client.fill(of(session, "session-move"), **day("day", 30), starts="9:00", ends="10:00", place="Library")
    assert "Library" in client.open(of(session)).text
    client.fill(of(session, "session-cancel"), because="The hall is closed.")
    page = client.open(of(session)).text
    assert "This session is cancelled" in page and "The hall is closed." in page
    assert "Move the session" not in page


def test_lists_and_versions_are_changed_on_their_pages(cast):
    year, client = Year(cast.here), pages(cast.here.officer)
    client.fill(reverse("training:line-add", args=["roles"]), name="Librarian")
    client.fill(reverse("training:line-end", args=["audiences", year.audience.pk]))
    page = client.open(reverse("training:lists")).text
    assert "Librarian" in page and f"not offered any more from {moments.day(clock.today())}" in page
    assert client.get(reverse("training:line-add", args=["others"])).status_code == 404
    there = reverse("training:course", args=[year.course.pk])
    client.fill(
        there + "version/",
        reason="law",
        because="New guidance",
        aims="To judge in proportion",
        minutes="60",
        **day("from_on"),
    )
    page = client.open(there).text
    assert (
        "To judge in proportion" in page
        and "New guidance" in page
        and "The law or the guidance changed" in page
    )
    client.fill(there + "end/")
    assert "Add a new version" not in client.open(there).text
    with cast.here.acting("officer"):
        offered = Audience.objects.get(name="Secondary schools")
    client.fill(
        reverse("training:course-add"), name="Online safety", audience=str(offered.pk), level="2", needs="",
        aims="How to stay safe", minutes="30", **day("from_on"),
    )  # fmt: skip


@pytest.mark.parametrize("who", ["police", "dsl", "administrator", "ig_lead"])
def test_others_have_no_such_pages(cast, who):
    session, client = Year(cast.here).planned(), pages(getattr(cast.here, who))
    for name in ("sessions", "plan", "courses", "lists"):
        assert client.get(reverse(f"training:{name}")).status_code in (403, 404), name
    assert client.get(of(session)).status_code in (403, 404)


def test_of_the_other_authority_nothing_is_there(cast):
    session, client = Year(cast.there).planned(), pages(cast.here.officer)
    for name in (
        "session",
        "session-move",
        "session-cancel",
        "session-book",
        "session-attendance",
        "session-sheet",
    ):
        assert client.get(of(session, name)).status_code == 404, name


def test_pages_ask_as_much_however_much_there_is(cast):
    year, client = Year(cast.here), pages(cast.here.officer)
    session = year.planned()
    year.booked(session)
    paths = (reverse("training:sessions"), of(session), reverse("training:courses"))
    client.open(paths[0])
    few = [client.open(path).queries for path in paths]
    for _more in range(3):
        year.planned()
        year.booked(session, number=1)
    assert [client.open(path).queries for path in paths] == few
