"""The pages: recorded, gathered, decided, released, downloaded, handed over."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable

from django.urls import reverse
from pypdf import PdfReader

from tests.pages import Pages
from waymark.foundation.kernel import clock
from waymark.oversight.stewardship.actions import gathering
from waymark.oversight.stewardship.models import Gathering, Item, Request
from waymark.pathway.referrals.tests.walks import Walk

from .answering import Asked

TODAY = clock.today()


def on(name: str) -> dict[str, str]:
    return {f"{name}-day": TODAY.day, f"{name}-month": TODAY.month, f"{name}-year": TODAY.year}


def test_from_a_letter_to_the_answer_in_the_post(cast):
    walk = Walk(cast.here).received(surname="Letterly").ready()
    with walk.acting("lead"):
        reference = walk.referral.reference
    governs, lead = Pages().sign_in(cast.here.ig_lead), Pages().sign_in(cast.here.lead)
    assert "Nobody has asked yet" in governs.open(reverse("stewardship:list")).text
    said = {"asker": "self", "about": "A Letterly", "answer_to": "1 High Street"} | on("received_on")
    governs.fill(reverse("stewardship:record"), **said)
    with cast.here.acting("ig_lead"):
        held = Request.objects.get()

    def at(name: str, **more: str) -> str:
        return reverse(f"stewardship:{name}", kwargs={"reference": held.reference, **more})

    assert "Not seen yet" in governs.open(at("request")).text
    governs.fill(at("identity"), how="Passport", had_to_ask="no", **on("seen_on"))
    assert "can see no record" in lead.fill(at("gather"), status=200, reference="P-00000-00000").text
    lead.fill(at("gather"), reference=reference)
    assert "under way" in lead.open(at("request")).text
    with cast.here.acting("lead"):
        waits = Gathering.objects.get()
    gathering.make_as_asker(waits.pk, cast.here.authority.pk)
    gathering.make_as_asker(waits.pk, cast.here.authority.pk)
    assert "new items" in lead.open(at("request")).text
    governs.open(at("release"), status=403)
    with cast.here.acting("lead"):
        items = list(Item.objects.values_list("pk", flat=True))
    page = governs.open(at("item", item_id=str(items[0])))
    assert "Not decided" in page.text and not page.tree.xpath("//main//form//textarea")
    assert lead.fill(at("item", item_id=str(items[0])), status=200, decision="whole").errors
    for item in items:
        lead.fill(at("item", item_id=str(item)), decision="give", reason="They know this.")
    _released_and_handed_over(governs, lead, at)


def _released_and_handed_over(governs: Pages, lead: Pages, at: Callable[..., str]) -> None:
    """Sent back once, then released by the second person, and posted."""
    lead.fill(at("ask"))
    governs.fill(at("send-back"), because="Look at the first one again.")
    assert "Look at the first one again." in lead.open(at("request")).text
    lead.fill(at("ask"))
    governs.fill(at("release"))
    answer = governs.get(at("answer"))
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    assert "Letterly" in text and "no-store" in answer.headers["Cache-Control"]
    lead.open(at("answer"), status=404)
    governs.fill(at("hand-over"), how="post", **on("on"))
    page = governs.open(at("request"))
    assert "Handed over" in page.text and "Released" in page.text
    assert "Close the request" not in page.text


def test_what_was_said_stands_in_the_page_again_and_the_button_says_what_it_does(cast):
    asked = Asked(cast.here, asker="parent", asked_by="A parent of the tests")
    governs = Pages().sign_in(cast.here.ig_lead)
    with cast.here.acting("ig_lead"):
        reference = asked.request.reference
    for name, said in (
        ("child", {"child_view": "objects", "child_words": "I would rather not."}),
        ("dispute", {"disputed": "The other parent", "settled": "A court decided it."}),
    ):
        at = reverse(f"stewardship:{name}", args=[reference])
        governs.fill(at, **said)
        page = governs.open(at)
        assert said.items() <= page.form().items()
        assert page.tree.xpath("normalize-space(//main//form//button)") == "Save"


def test_a_page_costs_the_same_however_much_was_gathered(cast):
    costs = []
    lead = Pages().sign_in(cast.here.lead)
    for surname, further in (("Onely", False), ("Twoly", True)):
        walk = Walk(cast.here).received(surname=surname).ready()
        if further:
            walk.decided("close")
        with walk.acting("lead"):
            reference = walk.referral.reference
        asked = Asked(cast.here).identified().gathered(reference)
        with cast.here.acting("lead"):
            url = reverse("stewardship:request", args=[asked.request.reference])
            count = Item.objects.filter(request_id=asked.pk).count()
        lead.open(url)
        costs.append((count, lead.open(url).queries))
    [(few, one), (many, two)] = costs
    assert many > few and one == two <= 16, costs


def test_nobody_else_finds_the_pages(cast):
    asked = Asked(cast.here)
    with cast.here.acting("ig_lead"):
        reference = asked.request.reference
    for who, name in itertools.product(("officer", "administrator", "dsl"), ("list", "request", "release")):
        args = [] if name == "list" else [reference]
        Pages().sign_in(cast.here.user(who)).open(reverse(f"stewardship:{name}", args=args), status=404)
    Pages().sign_in(cast.there.ig_lead).open(reverse("stewardship:request", args=[reference]), status=404)
