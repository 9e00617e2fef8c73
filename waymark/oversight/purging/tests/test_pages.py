"""The pages: asked by whoever found it, agreed by another, and a stone where it stood."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.pages import Pages
from waymark.home import spillage
from waymark.oversight.purging.models import Purge
from waymark.pathway.channel.tests.walks import CaseWalk
from waymark.pathway.referrals.tests.walks import Walk

from .test_taking_out import WHY


@pytest.fixture
def walk(cast) -> Walk:
    return Walk(cast.here).received(surname="Pagely").ready()


def reference(walk: Walk) -> str:
    with walk.acting("lead"):
        return walk.referral.reference


def at(name: str, *args: Any) -> str:
    return reverse(f"purging:{name}", args=args)


def boxes(page: Any, kind: str) -> list[str]:
    return [box for box in page.tree.xpath("//input[@name='items']/@value") if box.startswith(kind)]


def asked(walk: Walk, client: Pages) -> Purge:
    said = reference(walk)
    items = boxes(client.open(at("choose", said)), "referrals.Told")
    client.fill(at("choose", said), items=items, **WHY)
    with walk.acting("lead"):
        return Purge.objects.get()


def test_from_the_reference_to_the_stone(cast, walk):
    lead, governs = Pages().sign_in(cast.here.lead), Pages().sign_in(cast.here.ig_lead)
    assert "Nothing was asked to go" in lead.open(at("list")).text
    said = reference(walk)
    assert "can see no record" in lead.fill(at("begin"), status=200, reference="R-00000-00000").errors[0]
    lead.fill(at("begin"), reference=said.lower())
    page = lead.open(at("choose", said))
    assert "The parents are asked first" not in page.text and "Whether you were told" in page.text
    assert lead.fill(at("choose", said), status=200, why="Typed.", ground="marked").errors
    purge = asked(walk, lead)
    shown = lead.open(at("one", purge.reference))
    assert "Somebody else has to decide" in shown.text and not shown.tree.xpath("//main//form//button")
    assert "Waits for a second person" in governs.open(at("list")).text
    assert "intelligence service" in governs.open(at("one", purge.reference)).text
    governs.fill(at("one", purge.reference))
    assert "Taken out" in governs.open(at("one", purge.reference)).text
    record = lead.open(reverse("referrals:triage-record", args=[said])).text
    assert "This was taken out on" in record and "The parents are asked first" not in record
    assert not boxes(lead.open(at("choose", said)), "referrals.Told")


def test_somebody_who_agrees_too_late_is_told_so(cast, walk):
    """Two open the page; one says that it stays; the other, whose page is stale, presses the button."""
    lead, governs = Pages().sign_in(cast.here.lead), Pages().sign_in(cast.here.ig_lead)
    purge = asked(walk, lead)
    page = governs.open(at("one", purge.reference))
    governs.fill(at("refuse", purge.reference), because="It was in the newspaper.")
    late = governs.send(at("one", purge.reference), page.form(), status=200)
    assert late.errors and "Not agreed: it stays" in late.text


def test_items_are_called_by_words(cast, walk):
    lead, said = Pages().sign_in(cast.here.lead), reference(walk)
    assert "why not yet" in lead.open(at("choose", said)).text
    labels = " ".join(lead.open(at("choose", said)).tree.xpath("//label/text()"))
    assert "not_yet" not in labels and "not yet because" not in labels


def test_it_may_stay_and_says_why(cast, walk):
    lead, governs = Pages().sign_in(cast.here.lead), Pages().sign_in(cast.here.ig_lead)
    purge = asked(walk, lead)
    assert governs.fill(at("refuse", purge.reference), status=200).errors
    governs.fill(at("refuse", purge.reference), because="It was in the newspaper.")
    shown = lead.open(at("one", purge.reference)).text
    assert "It was in the newspaper." in shown and "it stays" in shown
    assert (
        "The parents are asked first"
        in lead.open(reverse("referrals:triage-record", args=[reference(walk)])).text
    )


def test_nobody_else_finds_the_pages(cast, walk):
    said, purge = reference(walk), asked(walk, Pages().sign_in(cast.here.lead))
    for who in ("officer", "administrator", "dsl"):
        client = Pages().sign_in(cast.here.user(who))
        for url in (at("list"), at("choose", said), at("one", purge.reference)):
            client.open(url, status=404)
    stranger = Pages().sign_in(cast.there.lead)
    for url in (at("choose", said), at("one", purge.reference), at("refuse", purge.reference)):
        stranger.open(url, status=404)
    Pages().sign_in(cast.here.ig_lead).open(at("choose", said), status=404)


def test_the_list_of_items_costs_the_same_however_many_there_are(cast, walk):
    lead = Pages().sign_in(cast.here.lead)
    said = reference(walk)
    lead.open(at("choose", said))
    before = lead.open(at("choose", said))
    walk.asked()
    walk.asked("social care")
    after = lead.open(at("choose", said))
    assert len(boxes(after, "")) > len(boxes(before, ""))
    assert before.queries == after.queries <= 80, (before.queries, after.queries)


def test_the_warning_stands_on_pages_of_the_police_and_the_panel(cast):
    walk = CaseWalk(cast.here).sent(surname="Warnly").taken_by_police().checked()
    with walk.acting("police"):
        said = walk.assessment.referral.reference
    police = Pages().sign_in(cast.here.police)
    for name in ("check", "ask", "close", "refer", "hold"):
        page = police.open(reverse(f"assessment:{name}", args=[said]), status=200)
        assert str(spillage.WORDS) in page.text, name
    walk.written().referred()
    item = walk.put()
    coordinator = Pages().sign_in(cast.here.coordinator)
    for url in (
        reverse("panel:item-minutes", args=[item.pk]),
        reverse("panel:item-add-paper", args=[item.pk]),
    ):
        assert str(spillage.WORDS) in coordinator.open(url).text, url
