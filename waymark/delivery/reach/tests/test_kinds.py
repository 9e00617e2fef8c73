"""Each kind of place has its own coverage and gaps; and each authority its own figures, also with one team for two."""

from __future__ import annotations

from django.urls import reverse

from tests.pages import Pages
from waymark.delivery.reach import counting
from waymark.delivery.reach.counting import By
from waymark.delivery.training.tests.teaching import school
from waymark.foundation.access.models import Membership
from waymark.foundation.places.models import Organisation

from .reaching import Taught, around

REACHED = {"youth": 3, "probation": 4, "department": 5, "contractor": 6, "charity": 7}
NEVER = ("supplementary", "out_of_school", "prison")


def test_each_kind_of_place_has_its_own_coverage_and_gaps(cast):
    """Youth providers and out-of-school settings, prisons and probation; the council’s own, contractors, partners."""
    taught, authority = Taught(cast.here), cast.here.authority
    places = {
        kind: Organisation.objects.create(authority=authority, name=f"The invented {kind}", kind=kind)
        for kind in (*REACHED, *NEVER)
    }
    for kind, number in REACHED.items():
        taught.number_from(number, organisation_id=places[kind].pk)
    with cast.here.acting("lead"):
        found = counting.cut(authority.pk, around(), By.KIND, institutions=False).groups
    said = {one.code: (one.there, one.reached, one.came, one.never) for one in found}
    assert {kind: said[kind] for kind in REACHED} == {kind: (1, 1, came, 0) for kind, came in REACHED.items()}
    assert {kind: said[kind] for kind in NEVER} == dict.fromkeys(NEVER, (1, 0, 0, 1))
    days = f"from={around().from_on}&until={around().until_on}"
    client = Pages().sign_in(cast.here.officer)
    page = client.open(f"{reverse('reach:overview')}?{days}&by=kind")
    assert all(
        words in page.text for words in ("Youth centre", "Out-of-school setting", "Prison", "Contractor")
    )
    [never] = [one for one in page.links() if one.startswith(reverse("reach:never")) and "kind=prison" in one]
    listed = client.open(never).text
    assert "The invented prison" in listed and "The invented probation" not in listed


def test_one_team_of_two_authorities_reads_the_figures_of_the_one_it_works_for(cast):
    officer, days = cast.here.officer, f"from={around().from_on}&until={around().until_on}"
    Membership.objects.create(
        user=officer, organisation=cast.there.organisation("council"), authority=cast.there.authority,
        role="prevent_officer",
    )  # fmt: skip
    sessions = {}
    for side, number in ((cast.here, 21), (cast.there, 43)):
        sessions[number] = Taught(side).number_from(number, institution_id=school(side).pk)
    client = Pages().sign_in(officer)
    for side, own, other in ((cast.here, 21, 43), (cast.there, 43, 21), (cast.here, 21, 43)):
        client.fill("/my-day/", organisation=str(side.organisation("council").pk))
        table = client.open(f"{reverse('reach:overview')}?{days}").tree.xpath("string(//table)")
        assert str(own) in table and str(other) not in table
        for number, status in ((own, 200), (other, 404)):
            there = reverse("training:session", args=[sessions[number].reference])
            assert client.get(there).status_code == status
