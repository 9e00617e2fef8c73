"""What the team sees: numbers and words where enough people answered, the link for the room, the questions."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.pages import Pages
from waymark.delivery.feedback import results
from waymark.delivery.feedback.models import Kind, QuestionSet, Remark
from waymark.delivery.training.actions.attending import Others
from waymark.delivery.training.models import Session
from waymark.delivery.training.tests.teaching import Year
from waymark.delivery.training.tests.test_pages import day, of, pages
from waymark.foundation.kernel import clock
from waymark.foundation.measures.small import together

from .saying import WORDS, Feedback


@pytest.fixture
def year(cast) -> Year:
    return Year(cast.here)


def taught(year: Year, came: int = 20) -> Session:
    return year.held(year.planned(clock.now() + timedelta(hours=1)), others=[Others(came)])


def read(session: Session) -> str:
    return reverse("feedback:session", args=[session.reference])


def whole(year: Year) -> str:
    with year.side.acting("officer"):
        return reverse("feedback:version", args=[year.version.pk])


def test_from_the_session_to_the_link_to_what_was_said(cast, year):
    session, trainer = taught(year), pages(cast.here.trainer)
    there = read(session)
    assert there in trainer.open(of(session)).links()
    assert "Nobody has answered yet" in trainer.open(there).text
    trainer.fill(reverse("feedback:ask", args=[session.reference]))
    page = trainer.open(reverse("feedback:room-link", args=[session.reference]))
    assert "20 answers" in page.text and page.tree.xpath("//main//*[local-name()='svg']")
    link = next(one for one in page.links() if "/room/" in one)
    somebody = Pages()
    somebody.send(link, somebody.open(link).form() | {"q7": WORDS})
    assert "1 answer" in trainer.open(there).text


def test_few_answers_are_held_back_and_five_are_shown(cast, year):
    session, trainer = taught(year), pages(cast.here.trainer)
    feedback = Feedback(year, session)
    feedback.answered(4)
    sheet = trainer.open(read(session))
    page = sheet.text
    assert "4 answers" in page and "fewer than 5 people" in page
    assert WORDS not in page and "I can spot a worry" in page
    assert "100" not in " ".join(sheet.tree.xpath("//main//table//text()"))
    feedback.answered(1, value=3)
    page = trainer.open(read(session)).text
    assert WORDS in page and "fewer than" not in page
    assert "Agreed before (per cent): from 0" in page and "Agree now (per cent): from 80" in page, (
        "4 of 5, and 0"
    )
    assert "Agree more now" in page


def test_no_page_and_no_difference_of_pages_tells_of_few(year):
    """Planted fault below: a version that counted all would tell what the one person of the small session said."""
    big, small, other = (taught(year) for _one in range(3))
    Feedback(year, big).answered(6, value=4)
    Feedback(year, small).answered(1, value=1, words="The one.")
    assert total(year) == 6 and "The one." not in words(year)
    Feedback(year, other).answered(4, value=2, words="The four.")
    assert total(year) == 11 and {"The one.", "The four."} <= words(year), "five of small sessions are enough"


def total(year: Year) -> int:
    with year.side.acting("trainer"):
        (part,) = results.parts_of(year.version)
    return sum(value for series in part.charts[1].series for value in series.values)


def words(year: Year) -> set[str]:
    with year.side.acting("trainer"):
        (part,) = results.parts_of(year.version)
    return {one.words for held in part.words for one in held.remarks}


@pytest.mark.parametrize(
    ("held", "shown"),
    [
        ({}, set()), ({"a": 4}, set()), ({"a": 5}, {"a"}), ({"a": 5, "b": 1}, {"a"}), ({"a": 3, "b": 2}, {"a", "b"}),
        ({"a": 9, "b": 3, "c": 2}, {"a", "b", "c"}), ({"a": 9, "b": 3, "c": 1}, {"a"}),
    ],
)  # fmt: skip
def test_which_sessions_are_counted_together(held, shown):
    assert together(held) == shown


def test_a_version_shows_what_its_feedback_led_to(cast, year):
    session, officer = taught(year), pages(cast.here.officer)
    Feedback(year, session).answered(5)
    there, course = whole(year), reverse("training:course", args=[year.course.pk])
    assert there in officer.open(course).links()
    officer.fill(
        course + "version/",
        reason="feedback",
        because="More examples",
        aims="x",
        minutes="60",
        **day("from_on"),
    )
    page = officer.open(there).text
    assert "This led to version 2: More examples" in page and WORDS in page


def test_a_coordinator_adds_questions_and_the_old_round_keeps_its_own(cast, year):
    session, officer = taught(year), pages(cast.here.officer)
    before = Feedback(year, session)
    before.answered(5)
    there = reverse("feedback:questions-add")
    form = officer.open(there).form()
    assert "I can spot a worry" in form["after_pair"]
    typed = (
        form
        | {"after_pair": "I can spot a worry\nI like tea | Rwy’n hoffi te", "because": "Too long"}
        | day("from_on")
    )
    wrong = officer.send(there, typed | {"later_words": "a | b | c"}, status=200)
    assert len(wrong.errors) == 1 and "I like tea" in wrong.form()["after_pair"]
    officer.send(there, typed)
    assert "I like tea" in officer.open(reverse("feedback:questions")).text
    with cast.here.acting("officer"):
        newest = QuestionSet.objects.first()
        pairs = {one.words: one for one in newest.questions.filter(kind=Kind.PAIR)}
        assert (newest.number, pairs["I can spot a worry"].code, pairs["I like tea"].words_cy) == (
            2,
            "spot",
            "Rwy’n hoffi te",
        )
        assert before.round.question_set.number == 1
    after = Feedback(year, taught(year))
    assert after.round.question_set.number == 2
    after.answered(5)
    tables = officer.open(whole(year)).tree.xpath("//table[caption[contains(., 'What changed')]]//tr")
    rows = [row.text_content() for row in tables if "I can spot a worry" in row.text_content()]
    assert len(rows) == 1 and "answered both10" in rows[0], (
        "the same words are the same question, in both versions"
    )


def test_words_are_set_aside_on_their_page_and_quotes_are_listed(cast, year):
    session, trainer, lead = taught(year), pages(cast.here.trainer), pages(cast.here.lead)
    Feedback(year, session).answered(5, may_quote=True)
    assert WORDS in lead.open(reverse("feedback:quotes")).text
    with cast.here.acting("trainer"):
        remark = Remark.objects.first()
    trainer.fill(reverse("feedback:set-aside", args=[remark.pk]), because="It names somebody.")
    assert "Set aside: It names somebody." in trainer.open(read(session)).text
    assert trainer.get(reverse("feedback:quotes")).status_code == 404, "a trainer writes no reports"


@pytest.mark.parametrize("who", ["police", "dsl", "administrator", "ig_lead"])
def test_others_have_no_such_pages(cast, year, who):
    session, client = taught(year), pages(getattr(cast.here, who))
    for there in (read(session), whole(year), reverse("feedback:questions"), reverse("feedback:quotes")):
        assert client.get(there).status_code in (403, 404), there


def test_of_the_other_authority_nothing_is_there(cast):
    there, client = Year(cast.there), pages(cast.here.officer)
    session = taught(there)
    Feedback(there, session).answered()
    for path in (read(session), whole(there), reverse("feedback:ask", args=[session.reference])):
        assert client.get(path).status_code == 404, path


def test_pages_ask_as_much_however_much_was_said(cast, year):
    session, officer = taught(year), pages(cast.here.officer)
    feedback = Feedback(year, session)
    feedback.answered(5, may_quote=True)
    paths = (read(session), whole(year), reverse("feedback:quotes"))
    officer.open(paths[0])
    few = [officer.open(path).queries for path in paths]
    feedback.answered(5, may_quote=True)
    Feedback(year, taught(year)).answered(6, may_quote=True)
    assert [officer.open(path).queries for path in paths] == few
