"""The page of a place says what its people came to: for the training team of its authority, and no other."""

from __future__ import annotations

from django.urls import reverse

from tests.pages import Pages
from waymark.delivery.training.actions.attending import Others

from .teaching import Year, school


def at(cast) -> str:
    return reverse("directory:place", args=[f"i-{school(cast.here).pk}"])


def text(page) -> str:
    return " ".join(page.tree.xpath("string(//main)").split())


def test_a_place_says_what_its_people_came_to(cast):
    year, officer = Year(cast.here), Pages().sign_in(cast.here.officer)
    assert "Nobody from here has come to training yet." in text(officer.open(at(cast)))
    pk = school(cast.here).pk
    first = year.held(year.planned(), others=[Others(34, institution_id=pk)])
    few = officer.open(at(cast)).queries
    year.held(
        year.planned(),
        others=[Others(9, institution_id=pk), Others(4, institution_id=pk, role_id=year.teacher.pk)],
    )
    year.held(year.planned(), others=[Others(99, institution_id=school(cast.here, "2").pk)])
    page = officer.open(at(cast))
    [table] = page.tree.xpath("//table[caption[contains(., 'Training that people')]]")
    came = [row.xpath("string(td[last()])").split()[-1] for row in table.xpath(".//tbody/tr")]
    assert sorted(one.removeprefix("came") for one in came) == ["13", "34"]
    assert reverse("training:session", args=[first.reference]) in page.links() and page.queries == few
    for user in (cast.here.dsl, cast.there.officer, cast.here.administrator):
        page = Pages().sign_in(user).get(at(cast))
        assert "Training that people from here" not in page.content.decode()
