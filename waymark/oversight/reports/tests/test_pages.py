"""The pages of a report: begun, written by two, signed, corrected, read by a councillor, printed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.urls import reverse
from pypdf import PdfReader

from tests.pages import Pages
from waymark.delivery.training.actions.attending import Others
from waymark.delivery.training.tests.teaching import Year, school
from waymark.foundation.kernel import clock
from waymark.foundation.measures.periods import ended
from waymark.oversight.reports.models import Report

from .desk import Desk


def at(report: Report, route: str = "report", **more: str) -> str:
    return reverse(f"reports:{route}", kwargs={"report_id": report.pk, **more})


def taught(cast) -> Year:
    """One session at a school this month, 34 people without names; the school has 40 staff."""
    year = Year(cast.here)
    year.held(year.planned(), others=[Others(34, institution_id=school(cast.here).pk)])
    year.counted(40)
    return year


def this_time(cast, desk: Desk) -> Report:
    """A report about the months in which the session is held."""
    today = clock.today()
    return desk.begun(from_on=today - timedelta(days=30), until_on=today + timedelta(days=60))


def test_from_nothing_to_a_signed_report_that_a_councillor_reads(cast):
    lead, councillor = Pages().sign_in(cast.here.lead), Pages().sign_in(cast.here.councillor)
    assert "There is no report yet" in lead.open(reverse("reports:list")).text
    lead.fill(reverse("reports:begin"), title="Training last year", kind="training", period="financial")
    with cast.here.acting("lead"):
        report = Report.objects.get()
        assert report.from_on == ended(clock.today())[0].period.from_on
    lead.fill(at(report, "write", place="closing"), headline="What we ask", words="More time in schools.")
    page = lead.open(at(report))
    assert page.heading == "Training last year" and "More time in schools." in page.text
    assert "A draft." in page.text and "0 training sessions" in page.text
    councillor.open(at(report), status=404)
    lead.fill(at(report, "sign"))
    page = councillor.open(at(report))
    assert "Version 1, signed by lead of Hereshire" in page.text and "More time in schools." in page.text
    assert "What this counts" not in page.text and "Correct the report" not in page.text
    assert "Training last year" in councillor.open(reverse("reports:list")).text


def test_each_figure_leads_to_what_it_counts(cast):
    taught(cast)
    report = this_time(cast, Desk(cast.here))
    officer = Pages().sign_in(cast.here.officer)
    page = officer.open(at(report))
    assert "held 1 training session," in page.text and "34 attendances" in page.text
    assert "How these figures are counted" in page.text and "Definition 1." in page.text
    [href, *_others] = [link for link in page.links() if "/training/counted/" in link]
    assert "Sessions held: 1. Attendances: 34." in officer.open(href).text
    [href, *_others] = [link for link in page.links() if "/training/staff/" in link]
    assert "A census" in officer.open(href).text


def test_a_signed_report_shows_what_would_differ_today_to_those_who_write(cast):
    year, desk = taught(cast), Desk(cast.here)
    report = desk.signed(this_time(cast, desk))
    lead = Pages().sign_in(cast.here.lead)
    assert "What would be different today" not in lead.open(at(report)).text
    year.held(year.planned(), others=[Others(6)])
    page = lead.open(at(report))
    assert "What would be different today" in page.text and "34 attendances" in page.text
    [row] = [row for row in page.tree.xpath("//tr[td]") if "Attendances of training" in row.text_content()][
        :1
    ]
    assert [cell.text_content() for cell in row.xpath("td/span[2]")] == ["All", "34", "40"]
    assert "different today" not in Pages().sign_in(cast.here.councillor).open(at(report)).text
    lead.fill(at(report, "correct"), because="A session was entered late.")
    with cast.here.acting("lead"):
        second = Report.objects.get(corrects=report)
    assert "A correction of this report is being written" in lead.open(at(report)).text
    assert "It corrects the version before: A session was entered late." in lead.open(at(second)).text


def test_the_second_of_two_who_write_sees_what_was_saved_and_keeps_their_text(cast):
    desk = Desk(cast.here)
    report = desk.begun()
    first, second = Pages().sign_in(cast.here.officer), Pages().sign_in(cast.here.second_officer)
    there = at(report, "write", place="held")
    page, theirs = second.open(there), {"headline": "Mine", "words": "What I typed."}
    first.fill(there, headline="Theirs", words="What they saved.")
    back = second.send(there, page.form() | theirs, status=200)
    assert "What they saved." in back.text and "What I typed." in back.text and back.errors
    second.send(there, back.form() | theirs)
    assert "What I typed." in second.open(at(report)).text


def test_faults_show_at_their_field(cast):
    desk = Desk(cast.here)
    officer, report = Pages().sign_in(cast.here.officer), desk.begun()
    begin = reverse("reports:begin")
    page = officer.send(begin, officer.open(begin).form() | {"title": "A", "period": "own"}, status=200)
    assert page.errors == ["Enter a date"]
    there = at(report, "write", place="held")
    page = officer.send(there, officer.open(there).form() | {"words": "No heading"}, status=200)
    assert page.errors == ["Give it a heading."]
    officer.open(at(report, "write", place="nowhere"), status=404)
    officer.open(at(report, "sign"), status=404)
    Pages().sign_in(cast.there.officer).open(at(report), status=404)


def test_the_paper_is_tagged_and_says_what_the_page_says(cast):
    year = taught(cast)
    phase = "Alternative <provision> & more"
    year.held(year.planned(), others=[Others(12, institution_id=school(cast.here, "2", phase=phase).pk)])
    desk = Desk(cast.here)
    report = desk.signed(desk.written(this_time(cast, desk)))
    response = Pages().sign_in(cast.here.councillor).get(at(report, "paper"))
    assert response["Content-Type"] == "application/pdf" and str(report.pk) in response["Content-Disposition"]
    read = PdfReader(io.BytesIO(response.content))
    text = " ".join(page.extract_text() for page in read.pages)
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Primary schools" in text and "34" in text and "What we learned" in text and "Definition 1" in text
    tags = list(walked(read.trailer["/Root"]["/StructTreeRoot"]))
    pictures = [one for one in tags if one.get("/S") == "/Figure"]
    assert any("Alternative <provision> & more" in one["/Alt"] for one in pictures)
    assert all(one["/Alt"].strip() for one in pictures)
    order = [one["/S"] for one in tags if one.get("/S") in ("/Figure", "/Table")]
    assert order.index("/Figure") < order.index("/Table") or order[order.index("/Figure") + 1] == "/Table"


def walked(node: Any) -> Iterator[Any]:
    """Every tag below one, in the order in which it is read."""
    below = node.get("/K", [])
    for one in below if isinstance(below, list) else [below]:
        held = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(held, dict):
            yield held
            yield from walked(held)


def test_the_page_takes_as_many_queries_whatever_was_taught(cast, django_assert_max_num_queries):
    year, desk = taught(cast), Desk(cast.here)
    report = desk.signed(this_time(cast, desk))
    lead = Pages().sign_in(cast.here.lead)
    lead.open(at(report))
    with django_assert_max_num_queries(32) as first:  # with both years, and what would differ today
        lead.open(at(report))
    for number in ("2", "3"):
        year.held(year.planned(), others=[Others(9, institution_id=school(cast.here, number).pk)])
    with django_assert_max_num_queries(len(first)):
        lead.open(at(report))
