"""Words that people allow to be quoted, in a report: chosen, kept with their leave, gone or marked when it is over."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from pypdf import PdfReader

from tests.pages import Pages
from waymark.delivery.feedback import wording
from waymark.delivery.feedback.actions import answering
from waymark.delivery.feedback.tests.saying import Feedback
from waymark.delivery.training.actions.attending import Others
from waymark.delivery.training.tests.teaching import Year
from waymark.foundation.kernel import clock
from waymark.oversight.reports.actions import writing
from waymark.oversight.reports.models import Report

from .desk import Desk

SAID, TAKEN, PRIVATE = "I know whom to ask now.", "We talked about it for weeks.", "Not for any report."


class Scene:
    """Three people answered; two allow their words to be quoted. A draft of these weeks uses both."""

    def __init__(self, cast) -> None:
        self.side, self.desk = cast.here, Desk(cast.here)
        year, today = Year(cast.here), clock.today()
        held = year.held(year.planned(clock.now() + timedelta(hours=1)), others=[Others(20)])
        self.feedback = Feedback(year, held)
        self.feedback.answered(words=SAID, may_quote=True)
        [self.taken] = self.feedback.answered(words=TAKEN, may_quote=True)
        self.feedback.answered(words=PRIVATE)
        self.report = self.desk.begun(from_on=today - timedelta(days=30), until_on=today + timedelta(days=30))
        self.lead = Pages().sign_in(cast.here.lead)

    def at(self, route: str) -> str:
        return reverse(f"reports:{route}", args=[self.report.pk])

    def chosen(self) -> Scene:
        page = self.lead.open(self.at("quotes"))
        assert SAID in page.text and TAKEN in page.text and PRIVATE not in page.text
        self.lead.send(
            self.at("quotes"), page.form() | {"keys": page.tree.xpath("//input[@name='keys']/@value")}
        )
        return self

    def take_back(self) -> None:
        with self.feedback.job() as by:
            answering.take_back(by=by, reply=self.taken)


@pytest.fixture
def scene(cast) -> Scene:
    return Scene(cast).chosen()


def test_what_is_taken_back_is_gone_from_a_draft_and_from_its_file(scene):
    assert TAKEN in scene.lead.open(scene.at("report")).text
    scene.take_back()
    page = scene.lead.open(scene.at("report"))
    assert SAID in page.text and TAKEN not in page.text
    with scene.side.acting("lead"):
        held = Report.objects.get()
        assert held.quotes == [] and SAID not in str(held.chosen_quotes)
    scene.report = scene.desk.signed(held)
    assert TAKEN not in scene.lead.open(scene.at("report")).text


def test_a_signed_report_keeps_words_and_leave_and_says_when_it_is_taken_back(scene, cast):
    scene.desk.signed(scene.report)
    reader = Pages().sign_in(cast.here.councillor)
    page = reader.open(scene.at("report"))
    assert SAID in page.text and TAKEN in page.text and "Withdrawn" not in page.text
    with cast.here.acting("councillor"):
        [kept, *_others] = Report.objects.get().quotes
    assert kept["asked"] == str(wording.VERSIONS[wording.NOW])
    assert kept["until_on"] == str(wording.until(wording.NOW, clock.today()))
    scene.take_back()
    page = reader.open(scene.at("report"))
    [marked] = [
        one.text_content() for one in page.tree.xpath("//blockquote") if "Withdrawn" in one.text_content()
    ]
    assert TAKEN in marked and SAID in page.text
    pdf = PdfReader(io.BytesIO(reader.get(scene.at("paper")).content))
    assert " ".join(one.extract_text() for one in pdf.pages).count("Withdrawn") == 1


def test_leave_has_a_last_day(scene, cast, monkeypatch):
    scene.desk.signed(scene.report)
    monkeypatch.setattr(wording, "LASTS", dict.fromkeys(wording.LASTS, -1))
    assert Pages().sign_in(cast.here.councillor).open(scene.at("report")).text.count("Withdrawn") == 2
    assert "May be used until" not in scene.lead.open(reverse("feedback:quotes")).text
    again = scene.desk.corrected(scene.report)
    assert "Nobody has allowed" in scene.lead.open(reverse("reports:quotes", args=[again.pk])).text


def test_only_what_may_be_quoted_can_be_chosen(scene, cast):
    with cast.here.acting("lead") as by:
        held = Report.objects.get()
        private = scene.feedback.round.replies.get(may_quote=False).remarks.get()
        writing.quote(by=by, report=held, version=held.version, keys=[str(private.pk)])
        assert Report.objects.get().chosen_quotes == []
    assert "Response rate" in scene.lead.open(scene.at("report")).text
