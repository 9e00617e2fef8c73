"""The public page: no name, no account, no more answers than people; leave to quote is given, recorded, taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import Error, connection, transaction
from django.urls import reverse
from django.utils import translation

from tests.pages import Pages
from waymark.delivery.feedback import links, queries, wording
from waymark.delivery.feedback.actions import answering, setting_aside
from waymark.delivery.feedback.links import Asked
from waymark.delivery.feedback.models import Mark, Remark, Reply
from waymark.delivery.training.tests.teaching import Year
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow
from waymark.foundation.ledger.models import Change, Deed

from .saying import WORDS, Feedback


@pytest.fixture
def year(cast) -> Year:
    return Year(cast.here).whole()


@pytest.fixture
def feedback(year) -> Feedback:
    return Feedback(year, year.past)


def room(feedback: Feedback) -> str:
    return reverse("feedback:room", args=[feedback.room()])


def own(feedback: Feedback) -> str:
    """The link that Cleo got."""
    with feedback.job():
        came = feedback.session.attendances.get(trainee__isnull=False)
    return reverse("feedback:after", args=[links.of_attendance("after", came)])


def test_somebody_answers_without_an_account_and_no_name_is_asked_or_shown(cast, feedback):
    client, there = Pages(), own(feedback)
    page = client.open(there)
    assert "We do not ask your name" in page.text and "Cleo" not in page.text
    assert page.form()["may_quote"] == "no", "silence is no"
    answers = {"q1": "4", "q1_before": "2", "q7": WORDS, "may_quote": "yes"}
    thanks = client.send(there, page.form() | answers).response["Location"]
    assert "You can change your mind" in client.open(thanks).text
    with cast.here.acting("trainer"):
        reply = Reply.objects.get()
        assert (reply.answered_on, reply.may_quote, reply.wording) == (clock.today(), True, wording.NOW)
        mark = Mark.objects.get()
        assert (mark.question.code, mark.value, mark.before) == ("know", 4, 2)
        assert Remark.objects.get().words == WORDS
    assert client.get(there)["Location"] == thanks, (
        "the same link leads to what was said, and takes no second answer"
    )
    assert client.post(there, {"q1": "1", "q1_before": "1", "once": ""}).status_code in (302, 409)
    with cast.here.acting("trainer"):
        assert Reply.objects.count() == 1


def test_errors_stand_at_their_fields_and_nothing_is_lost(feedback):
    client, there = Pages(), own(feedback)
    empty = client.send(there, client.open(there).form(), status=200)
    assert empty.errors == ["Answer at least one question."]
    half = client.send(there, client.open(there).form() | {"q2": "3", "q7": WORDS}, status=200)
    assert half.errors == ["Choose an answer for before and for now, or leave both empty"]
    assert half.form()["q7"] == WORDS and half.form()["q2"] == "3"


def test_links_are_ours_or_open_nothing(feedback):
    token = feedback.room()
    for name in ("after", "later", "mine"):
        assert Pages().get(reverse(f"feedback:{name}", args=[token])).status_code == 404, name
    assert Pages().get(reverse("feedback:room", args=[token[:-1] + "x"])).status_code == 404


def test_the_link_for_the_room_takes_as_many_answers_as_people_came(cast, feedback):
    feedback.answered(7)
    client = Pages()
    client.send(room(feedback), client.open(room(feedback)).form() | {"q7": "Thank you."})
    assert "As many people have answered" in client.open(room(feedback)).text
    with pytest.raises(NotNow):
        feedback.answered()
    with feedback.job(), pytest.raises(Error, match="as many have answered"), transaction.atomic():
        Reply.objects.create(
            authority=cast.here.authority, grants=feedback.round.grants, round=feedback.round, link_key="x",
            answered_on=clock.today(), wording=1,
        )  # fmt: skip


def test_leave_to_quote_is_taken_back_by_the_link_and_the_database_hides_the_words(cast, feedback):
    (reply,) = feedback.answered(may_quote=True)
    feedback.answered(words="Never quote this.")
    assert quotes(cast) == [WORDS]
    there = reverse("feedback:mine", args=[links.of_reply(reply)])
    Pages().fill(there)
    assert quotes(cast) == []
    assert "not used in reports any more" in Pages().open(there).text
    with cast.here.acting("trainer"):
        assert Reply.objects.get(pk=reply.pk).withdrawn_on == clock.today()
    with feedback.job() as by, pytest.raises(NotNow):
        answering.take_back(by=by, reply=reply)


def quotes(cast, who: str = "lead") -> list[str]:
    with cast.here.acting(who) as by:
        return [one.words for one in queries.quotes(by)]


def test_row_security_alone_keeps_words_without_leave_from_a_report(cast, feedback):
    """The report’s own query asks for everything, and holds nothing but the grant to quote."""
    feedback.answered(may_quote=True)
    feedback.answered(words="Never quote this.")
    lead = cast.here.actor("lead")
    with acting(replace(lead, grants=(queries.quotes_grant(cast.here.authority.pk),))):
        assert [one.words for one in Remark.objects.all()] == [WORDS]
        assert not Reply.objects.exists() and not Mark.objects.exists()
    quotes_grant = queries.quotes_grant(cast.here.authority.pk)
    with feedback.job():
        hidden = Remark.objects.get(words="Never quote this.")
        hidden.grants = [*hidden.grants, quotes_grant]
        hidden.save(update_fields=["grants"])
        hidden.refresh_from_db()
        assert quotes_grant not in hidden.grants, "nobody can give it by hand"


def test_the_wall_for_quotes_can_fall(cast, feedback, everything):
    """Planted fault: without the trigger the grant could be given by hand."""
    feedback.answered(words="Never quote this.")
    grant = queries.quotes_grant(cast.here.authority.pk)
    with everything(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE feedback_remark DISABLE TRIGGER feedback_remark_tells")
    with feedback.job():
        hidden = Remark.objects.get()
        hidden.grants = [*hidden.grants, grant]
        hidden.save(update_fields=["grants"])
    assert quotes(cast) == ["Never quote this."]


def test_words_that_name_somebody_are_set_aside_and_gone(cast, feedback):
    feedback.answered(may_quote=True, words="Tell Ada Inventedly.")
    with cast.here.acting("trainer") as by:
        remark = Remark.objects.get()
        with pytest.raises(Incomplete):
            setting_aside.set_aside(by=by, remark=remark, version=remark.version, because="")
        setting_aside.set_aside(by=by, remark=remark, version=remark.version, because="It names somebody.")
        assert Remark.objects.get().words == ""
        with pytest.raises(NotAllowed, match="already"):
            setting_aside.set_aside(by=by, remark=remark, version=remark.version + 1, because="Again.")
    assert quotes(cast) == []


@pytest.mark.parametrize(
    "change",
    [
        {"may_quote": True},
        {"answered_on": "2020-01-01"},
        {"link_key": "x"},
    ],
)
def test_an_answer_is_never_changed(feedback, change):
    (reply,) = feedback.answered()
    with feedback.job(), pytest.raises(Error, match="never changed"), transaction.atomic():
        Reply.objects.filter(pk=reply.pk).update(**change)


def test_the_team_writes_no_answers(cast, feedback):
    (reply,) = feedback.answered()
    given = {"authority": cast.here.authority, "grants": feedback.round.grants}
    with cast.here.acting("officer"):
        with pytest.raises(Error, match="row-level security"), transaction.atomic():
            Mark.objects.create(**given, reply=reply, question=feedback.asked[-1], value=5)
        assert Mark.objects.filter(reply=reply).delete()[0] == 0
        assert Reply.objects.filter(pk=reply.pk).update(withdrawn_on=clock.today()) == 0


def test_the_ledger_knows_that_somebody_answered_and_not_what(feedback, everything):
    feedback.answered(words="These very words.")
    with everything():
        assert Deed.objects.get(deed="feedback.answer").actor == "job:feedback-answer"
        held = [*Deed.objects.values(), *Change.objects.values()]
    assert "These very words" not in str(held)


def test_the_questions_are_asked_in_welsh_where_there_is_welsh(cast, feedback):
    question = feedback.asked[0]
    with translation.override("cy"):
        assert question.said("cy") == (question.words_cy or question.words)


def test_a_person_of_a_group_can_answer_by_its_link_as_often_as_came(cast, year, feedback):
    with feedback.job():
        link = Asked(
            "after", cast.here.authority.pk, feedback.session.attendances.get(trainee__isnull=True).pk
        )
        assert answering.opened(link) == (feedback.round, 7)
