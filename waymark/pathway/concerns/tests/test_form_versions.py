"""Old versions still show with their own questions; the declarations of this part; how long things are kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.retention.kept import KEPT
from waymark.foundation.retention.queries import due_keys
from waymark.pathway.concerns import messages
from waymark.pathway.concerns.actions import approving, enquiring
from waymark.pathway.concerns.form import reading, versions
from waymark.pathway.concerns.form.asking import Kind, Page, Question, Version
from waymark.pathway.concerns.models import Draft, DraftApart, Enquiry, Submission

from .form_walks import sent, waiting

PLANTED = Version(
    number=97,
    in_use_from=date(2020, 1, 1),
    sections={"old": "An old section"},
    pages=(
        Page("old", "old", "Old page", (Question("said", Kind.LINE, "What was said in the old days?"),)),
        Page("ours", "old", "Ours", (Question("ward", Kind.LINE, "Which ward?"),), local=True),
    ),
)


@pytest.fixture
def planted(monkeypatch):
    monkeypatch.setitem(versions.VERSIONS, 97, PLANTED)
    monkeypatch.setattr(versions, "newest", lambda: versions.VERSIONS[1])
    return PLANTED


def test_an_old_submission_shows_the_questions_it_was_asked(planted, pages, cast, everything):
    with cast.here.acting("nurse") as nurse:
        now = sent(nurse)
        old = Submission.objects.create(
            authority=now.authority,
            grants=now.grants,
            author_user_id=now.author_user_id,
            reference="R-00000-00009",
            from_draft=now.pk,
            form_version=97,
            answers={"old": {"said": "An old answer"}, "ours": {"ward": "Elm"}},
            sent_at=clock.now(),
        )
    page = pages.sign_in(cast.here.user("nurse")).open(reverse("concerns:answers", args=[old.reference]))
    assert "What was said in the old days?" in page.text
    assert "An old answer" in page.text
    assert "asked by your council" in page.text
    assert "What did the person do" not in page.text
    newer = pages.open(reverse("concerns:answers", args=[now.reference]))
    assert "What they did or said" in newer.text


def test_differences_between_versions_are_told(planted):
    found = versions.differences(PLANTED, versions.of(1))
    assert ("name", "forenames", "added") in found
    assert ("old", "said", "removed") in found
    assert versions.differences(PLANTED, PLANTED) == []


def test_a_version_that_never_was_cannot_be_read():
    with pytest.raises(KeyError):
        versions.of(98)


def test_the_form_asks_nothing_it_must_not():
    form = versions.newest()
    asked = {f"{page.code}.{question.code}" for page in form.pages for question in page.questions}
    for word in (
        "mosque",
        "clothes",
        "faith",
        "religion",
        "ethnic",
        "nationality",
        "immigration",
        "extremism",
    ):
        assert not [name for name in asked if word in name]
    needed = {q.code for q in form.find("concern").questions if q.required}
    assert {"words", "happened_on"} <= needed
    assert not any(question.required for question in form.find("ideas").questions)
    assert all(page.when is None or page.when.page != "ideas" for page in form.pages)
    bearing = next(q for q in form.find("needs").questions if q.code == "bearing")
    assert "explain the concern, add to it, or is it separate" in str(bearing.label)


def test_every_page_has_a_section_and_its_own_code():
    form = versions.newest()
    assert {page.section for page in form.pages} == set(form.sections)
    assert len({page.code for page in form.pages}) == len(form.pages)
    assert not {"check", "waiting", "discard"} & {page.code for page in form.pages}


def test_parts_of_dates_are_told_as_they_are_known():
    assert reading.part_text({"on": "2012-05-01", "precision": "month"}) == "May 2012"
    assert reading.part_text({"on": "2012-01-01", "precision": "year"}) == "2012"


def test_every_message_of_the_moves_is_declared():
    from waymark.foundation.outbox.templates_declared import find
    from waymark.pathway.concerns.states import DRAFTS

    messages.declare_messages()
    for code in {move.message for move in DRAFTS.moves if move.message}:
        assert find(code).code == code


def due(model, authority_id, at):
    with acting(Actor.job("retention", authority_id)):
        return [
            (kept, keys)
            for kept in KEPT
            if kept.model == model and kept.erase and (keys := due_keys(kept, authority_id, at))
        ]


def erase(model, authority_id, at):
    for kept, keys in due(model, authority_id, at):
        with acting(Actor.job("retention", authority_id)):
            kept.erase(kept.model_class.objects.filter(pk__in=keys))


def test_of_a_draft_that_was_not_sent_only_the_reason_stays(cast, everything):
    cast.here.user("dsl")
    with cast.here.acting("teacher") as teacher:
        draft = waiting(teacher)
    with cast.here.acting("dsl") as dsl:
        approving.keep_back(by=dsl, draft=draft, reason="A film.")
    here = cast.here.authority.pk
    erase("concerns.Draft", here, clock.now() + timedelta(days=15))
    with everything():
        kept = Draft.objects.get(pk=draft.pk)
        assert (kept.answers, kept.typed, kept.dsl_note) == ({}, {}, "A film.")
        assert not DraftApart.objects.exists()


def test_an_unnamed_enquiry_loses_its_words_and_stays_to_be_counted(cast, everything):
    with cast.here.acting("teacher") as teacher:
        unnamed = enquiring.ask_advice(by=teacher, question="Q")
    here = cast.here.authority.pk
    assert not due("concerns.Enquiry", here, clock.now() + timedelta(days=170))
    erase("concerns.Enquiry", here, clock.now() + timedelta(days=190))
    with everything():
        assert Enquiry.objects.get(pk=unnamed.pk).question.startswith("This was erased on")
    assert not due("concerns.Enquiry", here, clock.now() + timedelta(days=190))
