"""Two records of one person are linked by somebody, the link is taken back, and all of it stays on record."""

from __future__ import annotations

import pytest

from tests.pages import Pages
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import NotNow
from waymark.foundation.ledger.models import Deed
from waymark.pathway.people import actions, queries
from waymark.pathway.people.models import Match, Person, PersonLink
from waymark.pathway.people.tests.test_pages import add

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(cast) -> tuple[Person, Person]:
    return add(cast.here, "Corin Vastelby"), add(cast.here, "Bethan Howells")


def deeds(everything, about: str) -> list[str]:
    with everything():
        return list(Deed.objects.filter(about_id=about).order_by("id").values_list("deed", flat=True))


def test_records_that_the_search_did_not_show_are_linked_and_the_link_is_undone(
    cast, pages: Pages, two, everything
):
    first, second = two
    pages.sign_in(cast.here.officer)
    path = f"/people/{first.reference}/"
    pages.fill(f"{path}links/add/", reference=second.reference.lower())
    with cast.here.acting("officer"):
        assert queries.same_people(first) == queries.same_people(second) == {first.pk, second.pk}
        link = PersonLink.objects.get()
    # Seen from either record; undone from either.
    for one, other in (two, two[::-1]):
        page = pages.open(f"/people/{one.reference}/seen-before/")
        assert other.reference in page.text and "Undo the link" in page.text
    pages.fill(f"/people/{second.reference}/links/{link.pk}/undo/")
    with cast.here.acting("officer"):
        assert queries.same_people(first) == {first.pk}
    assert "undone" in pages.open(f"{path}seen-before/").text
    assert {"people.link", "people.undo-link", "people.unlink"} <= set(deeds(everything, str(link.pk)))


def test_an_undone_link_opens_the_question_again(cast):
    first, second = add(cast.here), add(cast.here)
    with cast.here.acting("officer") as officer:
        [match] = Match.objects.filter(person=second)
        actions.answer_match(by=officer, match=match, version=match.version, answer="same")
        assert not queries.unanswered(second).exists()
        link = PersonLink.objects.get()
        actions.undo_link(by=officer, link=link)
        assert [m.candidate_id for m in queries.unanswered(second)] == [first.pk]
        with pytest.raises(NotNow):
            actions.undo_link(by=officer, link=link)


def test_linking_by_hand_answers_the_open_question(cast):
    first, second = add(cast.here), add(cast.here)
    with cast.here.acting("officer") as officer:
        actions.link_by_hand(by=officer, person=first, reference=second.reference)
        assert not queries.unanswered(second).exists()
        assert PersonLink.objects.count() == 1


def test_what_cannot_be_linked_is_refused_at_its_field(cast, pages: Pages, two):
    first, second = two
    elsewhere = add(cast.there)
    pages.sign_in(cast.here.officer)
    path = f"/people/{first.reference}/links/add/"
    for given, sentence in (
        ("", "Enter the reference"),
        ("P-WRONG", "no such record that you can open"),
        (new_reference(Letter.PERSON), "no such record that you can open"),
        (elsewhere.reference, "no such record that you can open"),
        (first.reference, "the record itself"),
    ):
        page = pages.fill(path, status=200, reference=given)
        assert any(sentence in error for error in page.errors), (given, page.errors)
        assert page.tree.xpath("//input[@name='reference']/@value") in ([given], [])
    pages.fill(path, reference=second.reference)
    assert any("already linked" in e for e in pages.fill(path, status=200, reference=second.reference).errors)


@pytest.mark.parametrize("who", ["teacher", "dsl", "police", "front_door", "ig_lead", "administrator"])
def test_nobody_else_links_or_undoes(cast, pages: Pages, two, who: str):
    first, second = two
    with cast.here.acting("officer") as officer:
        link = actions.link_by_hand(by=officer, person=first, reference=second.reference)
    pages.sign_in(getattr(cast.here, who))
    for path in ("links/add/", f"links/{link.pk}/undo/"):
        pages.open(f"/people/{first.reference}/{path}", status=404)
