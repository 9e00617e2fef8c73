"""Break-glass on the pages: the way there, the reading, the telling, the review; and what others get."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.gates.test_ground import rows
from waymark.foundation.access.actions import breaking
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Glass
from waymark.foundation.accounts.actions.disabling import disable
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.working_days import working_days_between
from waymark.foundation.outbox.models import Message
from waymark.foundation.tasks.actions.reminding import remind
from waymark.foundation.tasks.models import Task
from waymark.pathway.people.models import Match
from waymark.pathway.referrals.tests.walks import Walk

from .glass_walks import REASON, WORDS, opened, sealed, shift, signed_in


def record(reference: str) -> str:
    return reverse("referrals:triage-record", args=[reference])


@pytest.fixture
def reference(cast) -> str:
    for who in ("lead", "ig_lead", "officer"):
        cast.here.user(who)
    return sealed(cast.here)[1]


@pytest.fixture
def officer(pages, cast, reference):
    return signed_in(pages, cast.here.officer)


def open_by_page(pages, reference: str) -> None:
    page = pages.fill(reverse("glass:open", args=[reference]), interest="no", reason=REASON)
    assert page.response["Location"] == record(reference)


def test_from_the_reference_to_the_record_and_its_end(officer, cast, reference):
    officer.open(record(reference), status=404)
    found = officer.fill(reverse("glass:find"), reference=f" {reference.lower()} ")
    assert found.response["Location"] == reverse("glass:open", args=[reference])
    open_by_page(officer, reference)
    page = officer.open(record(reference))
    assert "You read this under break-glass until" in page.text and "Unfoundly" in page.text
    assert "What you can do now" not in page.text
    officer.send(page.form()["_action"], page.form())
    officer.open(record(reference), status=404)


def test_each_read_says_under_which_opening(officer, cast, reference, everything):
    open_by_page(officer, reference)
    page = officer.open(record(reference))
    person = next(link for link in page.links() if link.startswith("/people/"))
    officer.open(person)
    glass = opened(cast.here, reference)
    with everything():
        read = rows("SELECT page, purpose FROM ledger.read WHERE purpose LIKE 'break-glass%%' ORDER BY id")
    assert read == [
        (name, f"break-glass {glass.pk}") for name in ("referrals:triage-record", "people:person")
    ]
    Walk(cast.here).received(surname="Ordinary")
    assert "The referral’s page" in officer.open(reverse("glass:opening", args=[glass.reference])).text
    with everything():
        [last] = rows("SELECT purpose FROM ledger.read ORDER BY id DESC LIMIT 1")
    assert last == ("Triage",), "what is read otherwise keeps its own purpose"


def test_a_form_page_under_break_glass_refuses(officer, reference):
    open_by_page(officer, reference)
    for name in ("triage-add-concern", "triage-decide", "triage-told"):
        assert officer.get(reverse(f"referrals:{name}", args=[reference])).status_code == 403


def test_after_the_hour_the_next_request_is_a_404(officer, cast, reference, everything):
    open_by_page(officer, reference)
    officer.open(record(reference))
    shift(everything, opened(cast.here, reference), 60)
    officer.open(record(reference), status=404)


def test_a_disabled_opener_is_out_at_the_next_request(officer, cast, reference):
    open_by_page(officer, reference)
    with cast.here.acting("administrator") as by:
        disable(by=by, user=cast.here.officer, reason="Left the council today.")
    assert officer.get(record(reference)).status_code in (302, 404)


def test_without_a_fresh_proof_of_who_it_is_nothing_opens(pages, cast, reference):
    signed_in(pages, cast.here.officer, 301)
    where = reverse("glass:open", args=[reference])
    for answer in (pages.get(where), pages.post(where, {"interest": "no", "reason": REASON})):
        assert answer.status_code == 302
        assert answer["Location"] == f"{reverse('account_reauthenticate')}?next={where}"
    pages.open(record(reference), status=404)


def test_a_short_reason_comes_back_with_what_was_typed(officer, reference):
    page = officer.fill(
        reverse("glass:open", args=[reference]), status=200, interest="no", reason="Need it now"
    )
    assert "at least five words" in page.errors[0] and "Need it now" in page.text
    page = officer.fill(reverse("glass:open", args=[reference]), status=200, reason=REASON)
    assert "Say whether you know the person" in page.errors[0]
    officer.open(record(reference), status=404)


def test_whoever_knows_the_person_does_not_open_and_is_thanked(officer, cast, reference):
    officer.fill(reverse("glass:open", args=[reference]), interest="yes")
    assert "Thank you for saying so" in officer.open(reverse("glass:listing")).text
    page = officer.open(reverse("glass:open", args=[reference]))
    assert "You said that you know the person" in page.text and not page.tree.xpath("//textarea")
    officer.sign_in(cast.here.lead)
    assert cast.here.officer.full_name in officer.open(reverse("glass:listing")).text


def test_another_authority_and_an_invented_reference_get_the_same_answer(pages, cast, reference):
    signed_in(pages, cast.there.officer)
    answers = [pages.get(reverse("glass:open", args=[one])) for one in (reference, "R-00000-00000")]
    assert [answer.status_code for answer in answers] == [404, 404]
    said = [
        pages.fill(reverse("glass:find"), status=200, reference=one).errors
        for one in (reference, "R-00000-00000", "nonsense")
    ]
    assert said[0] == said[1] == said[2]


def test_openings_of_another_authority_are_not_there(pages, cast, reference):
    glass = opened(cast.here, reference)
    signed_in(pages, cast.there.lead)
    for name in ("opening", "review"):
        pages.open(reverse(f"glass:{name}", args=[glass.reference]), status=404)
    assert glass.reference not in pages.open(reverse("glass:listing")).text


def test_leads_are_told_at_once_without_a_name(cast, reference, everything):
    glass = opened(cast.here, reference)
    with everything():
        told = list(Message.objects.filter(code="access.glass-opened"))
        to = {str(pk) for (pk,) in rows("SELECT user_id FROM outbox_envelope e JOIN outbox_message m "
              "ON m.id = e.message_id WHERE m.code = 'access.glass-opened'")}  # fmt: skip
    assert to == {str(cast.here.lead.pk), str(cast.here.ig_lead.pk)}
    assert {message.reference for message in told} == {glass.reference}
    assert reference not in "".join(str(vars(message)) for message in told)


def test_opening_again_tells_nobody_again(cast, reference, everything):
    opened(cast.here, reference), opened(cast.here, reference)
    with everything():
        assert Message.objects.filter(code="access.glass-opened").count() == 2


def test_the_review_is_due_in_five_working_days_and_then_goes_up(cast, reference):
    glass = opened(cast.here, reference)
    with cast.here.acting("lead"):
        task = Task.objects.get(kind="access.review-glass")
    assert working_days_between(clock.uk_date(glass.opened_at), clock.uk_date(task.due_at)) == 5
    with cast.here.acting("ig_lead"):
        assert not Task.objects.filter(pk=task.pk).exists()
    remind(cast.here.authority.pk, task.due_at + timedelta(minutes=1))
    with cast.here.acting("ig_lead"):
        assert Task.objects.get(pk=task.pk).escalated_at is not None


def test_the_lead_reviews_from_my_day_and_the_record_says_so(pages, cast, reference):
    glass = opened(cast.here, reference)
    with cast.here.acting("officer") as by:
        breaking.end(by=by, opening=glass)
    pages.sign_in(cast.here.lead)
    where = reverse("glass:review", args=[glass.reference])
    assert where in pages.open(reverse("home:my-day")).links()
    page = pages.open(where)
    assert REASON in page.text and cast.here.officer.full_name in page.text
    again = pages.fill(where, status=200, verdict="justified", words="")
    assert "Say what you found" in again.errors[0]
    assert "not reviewed yet" in pages.open(record(reference)).text
    pages.fill(where, verdict="justified", words=WORDS)
    shown = pages.open(record(reference)).text
    assert f"by {cast.here.officer.full_name}; reviewed on" in shown and "Justified" in shown
    assert where not in pages.open(reverse("home:my-day")).links()
    assert pages.get(where).status_code == 403
    pages.sign_in(cast.here.officer)
    assert WORDS in pages.open(reverse("glass:opening", args=[glass.reference])).text


def test_the_opener_cannot_review_their_own(pages, cast, reference):
    glass = opened(cast.here, reference)
    pages.sign_in(cast.here.officer)
    pages.open(reverse("glass:review", args=[glass.reference]), status=404)


def test_information_governance_reviews_without_seeing_the_record(pages, cast, reference):
    glass = opened(cast.here, reference)
    with cast.here.acting("officer") as by:
        breaking.end(by=by, opening=glass)
    pages.sign_in(cast.here.ig_lead)
    pages.open(record(reference), status=404)
    pages.fill(reverse("glass:review", args=[glass.reference]), verdict="not_justified", words=WORDS)
    with acting(Actor.of_user(cast.here.ig_lead.pk)):
        assert Glass.objects.get(pk=glass.pk).verdict == "not_justified"


def test_seen_before_leads_to_the_sealed_record(pages, cast):
    _walk, reference = sealed(cast.here, "Spiegelbergen")
    again = Walk(cast.here).received(surname="Spiegelbergen").taken()
    with again.acting():
        match = Match.objects.get(person=again.referral.person)
        where = reverse("people:answer-match", args=[again.referral.person.reference, match.pk])
    signed_in(pages, cast.here.officer)
    page = pages.open(where)
    assert reverse("glass:open", args=[reference]) in page.links()
    open_by_page(pages, reference)
    assert "The earlier record" in pages.open(where).text
    pages.sign_in(cast.here.lead)
    assert reverse("glass:open", args=[reference]) not in pages.open(where).links()


def test_an_empty_list_says_what_it_is_for(pages, cast):
    pages.sign_in(cast.here.lead)
    assert "Nothing has been opened under break-glass" in pages.open(reverse("glass:listing")).text
