"""Keeping a referral to named people, on the pages: asked, done, said on the record, undone; and “I know the person”."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.access.models import Interest
from waymark.foundation.access.tests.glass_walks import REASON, signed_in

from .walks import Walk

WHY = "The person is the child of a colleague in this team."


@pytest.fixture
def reference(cast: Cast) -> str:
    for who in ("officer", "second_officer", "lead", "ig_lead"):
        cast.here.user(who)
    walk = Walk(cast.here).received(surname="Closehold").taken()
    with walk.acting():
        return walk.referral.reference


def page(name: str, *args: Any) -> str:
    return reverse(f"referrals:triage-{name}", args=args)


def restricted(pages: Pages, cast: Cast, reference: str, *people: str) -> None:
    chosen = [str(cast.here.user(who).pk) for who in people]
    pages.fill(page("restrict", reference), people=chosen, reason=WHY)


def test_the_lead_keeps_it_to_named_people_and_the_record_says_so(
    pages: Pages, cast: Cast, reference: str
) -> None:
    signed_in(pages, cast.here.lead)
    asked = pages.open(page("restrict", reference))
    assert cast.here.lead.get_full_name() not in asked.text, "the owner is not asked about"
    wrong = pages.send(page("restrict", reference), asked.form() | {"reason": "Known."}, status=200)
    assert "Say in a whole sentence why." in wrong.text and "Known." in wrong.text
    restricted(pages, cast, reference)
    shown = pages.open(page("record", reference))
    assert "kept to named people: the Prevent lead" in shown.text and WHY in shown.text
    assert "Kept to named people" in shown.text and "Closehold" in shown.text
    signed_in(pages, cast.here.second_officer)
    pages.open(page("record", reference), status=404)
    assert reference not in pages.open(page("queue")).text
    signed_in(pages, cast.here.officer)
    assert WHY in pages.open(page("record", reference)).text
    pages.open(page("restrict", reference), status=404)


def test_another_officer_opens_it_under_break_glass_and_sees_the_banner(
    pages: Pages, cast: Cast, reference: str
) -> None:
    signed_in(pages, cast.here.lead)
    restricted(pages, cast, reference)
    signed_in(pages, cast.here.second_officer)
    pages.fill(reverse("glass:open", args=[reference]), interest="no", reason=REASON)
    shown = pages.open(page("record", reference))
    assert "You read this under break-glass until" in shown.text and "kept to named people" in shown.text
    assert "What you can do now" not in shown.text
    pages.open(page("restrict", reference), status=404)


def test_undoing_wants_a_fresh_proof_and_a_reason(pages: Pages, cast: Cast, reference: str) -> None:
    signed_in(pages, cast.here.lead)
    restricted(pages, cast, reference, "second_officer")
    signed_in(pages, cast.here.lead, seconds=600)
    asked = pages.get(page("unrestrict", reference))
    assert asked["Location"].startswith(reverse("account_reauthenticate"))
    signed_in(pages, cast.here.lead)
    pages.fill(page("unrestrict", reference), reason="The colleague left the team last week.")
    shown = pages.open(page("record", reference))
    assert "kept to named people:" not in shown.text and "No longer kept to those people" in shown.text
    pages.open(page("unrestrict", reference), status=403)


def test_whoever_knows_the_person_says_so_from_the_record_and_it_is_gone(
    pages: Pages, cast: Cast, reference: str
) -> None:
    signed_in(pages, cast.here.second_officer)
    shown = pages.open(page("record", reference))
    where = reverse("glass:interest", args=[reference])
    assert where in shown.links()
    assert pages.fill(where, interest="no").response["Location"] == page("record", reference)
    assert pages.fill(where, interest="yes").response["Location"] == reverse("glass:listing")
    pages.open(page("record", reference), status=404)
    assert "they see nothing of the record" in pages.open(reverse("glass:listing")).text
    signed_in(pages, cast.here.ig_lead)
    listed = pages.open(reverse("glass:listing"))
    with cast.here.acting("ig_lead"):
        interest = Interest.objects.get()
    withdraw = reverse("glass:withdraw", args=[interest.pk])
    assert withdraw in listed.links()
    wrong = pages.send(withdraw, pages.open(withdraw).form() | {"reason": "Mistake"}, status=200)
    assert "at least five words" in wrong.text
    pages.fill(withdraw, reason="It is another person of the same name.")
    assert "Withdrawn on" in pages.open(reverse("glass:listing")).text
    signed_in(pages, cast.here.second_officer)
    pages.open(page("record", reference))


def test_others_find_no_page_about_the_interest(pages: Pages, cast: Cast, reference: str) -> None:
    signed_in(pages, cast.here.second_officer)
    pages.fill(reverse("glass:interest", args=[reference]), interest="yes")
    with cast.here.acting("ig_lead"):
        withdraw = reverse("glass:withdraw", args=[Interest.objects.get().pk])
    pages.open(withdraw, status=404)
    for side, who in ((cast.there, "lead"), (cast.here, "police"), (cast.here, "dsl")):
        signed_in(pages, side.user(who))
        pages.open(withdraw, status=404)
        pages.open(reverse("glass:interest", args=[reference]), status=404)
