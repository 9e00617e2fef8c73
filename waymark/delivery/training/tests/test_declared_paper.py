"""What comes of a certificate from elsewhere: its paper, the task of the team, the mail, and the course it counts as."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.delivery.training.models import Course, Declared, Trainee
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock, months
from waymark.foundation.kernel.refusals import NotAllowed
from waymark.foundation.outbox.models import Message
from waymark.foundation.tasks.models import Task
from waymark.foundation.vault import clamd
from waymark.foundation.vault.actions import adding, checking
from waymark.foundation.vault.models import Document, RecordKey
from waymark.foundation.vault.tests.files import jpeg, png

from .teaching import Year
from .test_declaring import answered, due_on

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.WAYMARK_DOCUMENTS = tmp_path / "documents"


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def year(cast) -> Year:
    return Year(cast.here)


def added(
    pages: Pages, held: Declared, name: str = "Scan of Gwen.png", content: bytes = b"", status: int = 302
):
    there = reverse("vault:add", args=["certificate", held.pk])
    form = pages.open(there).form() | {"document": SimpleUploadedFile(name, content or png())}
    return pages.send(there, form, status=status)


def looked_at(cast, found: str = "") -> None:
    """The virus checker has looked."""
    with cast.here.acting("officer"):
        [document] = Document.objects.all()
    with acting(Actor.job("vault", document.authority_id)) as by:
        checking.note_answer(by=by, document=document, answer=clamd.Answer(found, "ClamAV"))


def test_whoever_declared_it_adds_the_paper_and_whoever_answers_opens_it(year, cast):
    held = year.declared()
    lead, officer = Pages().sign_in(cast.here.dsl), Pages().sign_in(cast.here.officer)
    mine = reverse("training:mine-declared", args=[held.reference])
    assert reverse("vault:add", args=["certificate", held.pk]) in lead.open(mine).links()
    added(lead, held)
    one = reverse("training:declared-one", args=[held.reference])
    page = officer.open(one)
    assert "Scan of Gwen.png" in page.text and "Not checked for viruses yet" in page.text
    looked_at(cast)
    page = officer.open(one)
    [href] = [link for link in page.links() if re.search(r"/certificate/.{36}/.{36}/$", link)]
    answer = officer.get(href)
    assert b"".join(answer.streaming_content).startswith(b"\x89PNG")
    assert "Gwen" not in str(answer.headers) and answer.wsgi_request.reads_noted == 1
    assert "Scan of Gwen.png" in lead.open(mine).text


def test_a_harmful_paper_opens_to_nobody(year, cast):
    held = year.declared()
    added(Pages().sign_in(cast.here.dsl), held, "scan.jpg", jpeg())
    looked_at(cast, "Something-Harmful")
    page = Pages().sign_in(cast.here.officer).open(reverse("training:declared-one", args=[held.reference]))
    assert "This document is harmful" in page.text
    assert not [link for link in page.links() if re.search(r"/certificate/.{36}/.{36}/$", link)]


@pytest.mark.parametrize("name", ["certificate.docx", "certificate.txt", "certificate.html", "certificate"])
def test_only_a_pdf_or_a_picture_is_taken(year, cast, name):
    held, lead = year.declared(), Pages().sign_in(cast.here.dsl)
    assert added(lead, held, name, b"words", status=200).errors == ["The file must be a PDF, JPG or PNG"]
    with cast.here.acting("dsl") as by, pytest.raises(Exception, match="PDF, JPG or PNG"):
        adding.add_document(by=by, record=held, name="certificate.txt", content=b"words")


@pytest.mark.parametrize("who", ["nurse", "teacher", "administrator"])
def test_others_do_not_come_to_it(year, cast, who):
    held = year.declared()
    there = reverse("vault:documents", args=["certificate", held.pk])
    assert Pages().sign_in(cast.here.user(who)).get(there).status_code == 404
    assert Pages().sign_in(cast.there.officer).get(there).status_code == 404


def test_nothing_is_added_once_it_is_answered(year, cast):
    held = answered(year, year.declared())
    with cast.here.acting("dsl") as by, pytest.raises(NotAllowed, match="answered already"):
        adding.add_document(by=by, record=held, name="a.png", content=png())
    mine = reverse("training:mine-declared", args=[held.reference])
    assert (
        reverse("vault:add", args=["certificate", held.pk])
        not in Pages().sign_in(cast.here.dsl).open(mine).links()
    )


def test_the_paper_goes_with_the_certificate(year, cast, everything):
    held = year.declared()
    added(Pages().sign_in(cast.here.dsl), held)
    with everything():
        key = RecordKey.objects.get(about_id=held.pk)
        assert not key.destroyed_at and Document.objects.exists()
    with acting(Actor.job("retention", held.authority_id)):
        Trainee.objects.filter(pk=held.trainee_id).delete()
    with everything():
        assert not Document.objects.exists()
        key.refresh_from_db()
        assert key.destroyed_at and not bytes(key.wrapped)


def test_the_team_has_a_task_until_somebody_answers(year, cast):
    held = year.declared()
    with cast.here.acting("officer"):
        task = Task.objects.get(kind="training.answer-certificate")
        assert (task.reference, task.done_at) == (held.reference, None)
    page = Pages().sign_in(cast.here.officer).open("/my-day/")
    assert "A certificate waits for your answer" in page.text and "Inventedly" not in page.text
    answered(year, held)
    with cast.here.acting("officer"):
        task.refresh_from_db()
        assert task.done_at


@pytest.mark.parametrize("because", ["", "The paper is of another course."])
def test_whoever_declared_it_gets_a_mail_that_names_nobody(year, cast, everything, because):
    held = year.declared()
    answered(year, held, because=because)
    with everything():
        sent = Message.objects.get(
            code="training.certificate-refused" if because else "training.certificate-confirmed"
        )
        assert (sent.envelope.user_id, sent.reference) == (cast.here.dsl.pk, held.reference)
        assert sent.envelope.link.endswith(reverse("training:mine-declared", args=[held.reference]))
        assert "Inventedly" not in sent.envelope.subject + sent.envelope.body
        assert Message.objects.filter(reference=held.reference).count() == 1


def test_whoever_confirms_says_which_course_it_counts_as(year, cast, everything):
    year.ruled(12, course=year.course)
    long_ago = months.after(clock.today(), -11)
    named_alike = year.declared(course=year.course.name.upper(), held_on=long_ago)
    other = year.declared(course="Something else", held_on=clock.today())
    assert due_on(year) == [("Gwen Inventedly", clock.today())], "never had it"
    officer = Pages().sign_in(cast.here.officer)
    confirm = reverse("training:declared-confirm", args=[named_alike.reference])
    assert officer.open(confirm).form()["counts_as"] == str(year.course.pk)
    officer.fill(confirm)
    assert due_on(year) == [("Gwen Inventedly", months.after(long_ago, 12))]
    confirm = reverse("training:declared-confirm", args=[other.reference])
    assert officer.open(confirm).form().get("counts_as", "") == ""
    assert officer.fill(confirm, status=200, counts_as="something").errors == [
        "Choose one of the answers shown"
    ]
    officer.fill(confirm, counts_as=str(year.course.pk))
    assert due_on(year) == []
    assert year.course.name in officer.open(reverse("training:declared-one", args=[other.reference])).text
    with everything():
        assert Declared.objects.get(pk=other.pk).counts_as_id == year.course.pk


def test_one_that_counts_as_no_course_of_ours_counts_where_any_training_does(year):
    year.ruled(12)
    year.ruled(12, course=year.course)
    last = months.after(clock.today(), -13)
    answered(year, year.declared(course=year.course.name, held_on=last))
    assert sorted(due_on(year), key=lambda one: one[1]) == [
        ("Gwen Inventedly", months.after(last, 12)), ("Gwen Inventedly", clock.today()),
    ]  # fmt: skip


def test_the_database_keeps_what_it_counts_as(year, cast, everything):
    waits, done = (
        year.declared(),
        answered(year, year.declared(course="Another course"), counts_as=year.course),
    )
    foreign = Year(cast.there).course
    wrong = (
        lambda: Declared.objects.filter(pk=waits.pk).update(counts_as=year.course),
        lambda: Declared.objects.filter(pk=done.pk).update(counts_as=_another(year)),
        lambda: Declared.objects.filter(pk=waits.pk).update(
            state="confirmed", answered_at=clock.now(), answered_by=cast.here.officer, counts_as=foreign
        ),
    )
    for number, deed in enumerate(wrong):
        with everything(), pytest.raises(DatabaseError), transaction.atomic():
            deed()
            pytest.fail(f"the database took number {number}")
    with everything():
        assert Declared.objects.filter(pk=done.pk).update(counts_as=None) == 1


def _another(year) -> Course:
    return Course.objects.exclude(pk=year.course.pk).filter(authority=year.side.authority).first()
