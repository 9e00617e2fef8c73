"""The pages of figures: cuts, days, downloads, lists; who may see them; how many queries they take."""

from __future__ import annotations

import csv
import io

from django.urls import reverse
from python_calamine import CalamineWorkbook

from tests.pages import Pages
from waymark.delivery.training.tests.teaching import school
from waymark.foundation import measures
from waymark.foundation.measures import Scope
from waymark.foundation.places.models import Ward

from .reaching import Taught, around

PAGE = reverse("reach:overview")


def days() -> str:
    period = around()
    return f"from={period.from_on}&until={period.until_on}"


def taught(cast) -> Taught:
    found = Taught(cast.here)
    school(cast.here, "2", phase="Secondary", name="=1+1 School")
    found.number_from(20, institution_id=school(cast.here).pk)
    return found


def test_figures_and_lists_say_the_same(cast):
    taught(cast)
    client = Pages().sign_in(cast.here.trainer)
    page = client.open(f"{PAGE}?{days()}")
    assert "1 of 2 reached" in page.text and "Never reached: 1" in page.text and page.tree.xpath("//svg")
    reached = client.open(f"{reverse('reach:reached')}?{days()}&phase=Primary").text
    assert "Invented School 1" in reached and "1+1" not in reached
    never = client.open(f"{reverse('reach:never')}?{days()}&phase=Secondary")
    assert "1+1 School" in never.text and "Choose places" not in never.text
    for by in ("ward", "trust", "kind"):
        assert "Attendances" in client.open(f"{PAGE}?{days()}&by={by}").text
    assert "1 of 2 reached" not in client.open(f"{PAGE}?from=2001-01-01&until=2001-12-31").text


def test_days_are_typed_and_stand_in_the_address(cast):
    client = Pages().sign_in(cast.here.trainer)
    offered = client.open(PAGE).text
    for kind in ("The last 12 months", "Academic year", "Municipal year", "Calendar year", "Quarter"):
        assert kind in offered, kind
    typed = "from_on-day=1&from_on-month=9&from_on-year=2025&until_on-day={}&until_on-month=9&until_on-year=2025&by=ward"
    moved = client.get(f"{PAGE}?{typed.format(30)}")
    assert moved["Location"] == f"{PAGE}?from=2025-09-01&until=2025-09-30&by=ward"
    assert client.open(f"{PAGE}?{typed.format('x')}").errors
    since = client.get(f"{reverse('reach:not-since')}?since-day=1&since-month=2&since-year=2026")
    assert since["Location"].endswith("?since=2026-02-01")


def test_downloads_hold_the_same_and_nothing_that_is_worked_out(cast):
    taught(cast)
    client = Pages().sign_in(cast.here.trainer)
    content = client.get(f"{reverse('reach:figures', args=['csv'])}?{days()}").content
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert content.startswith(b"\xef\xbb\xbf") and [row[:4] for row in rows[1:]] == [
        ["Primary", "1", "1", "20"], ["Secondary", "1", "0", "0"], ["All", "2", "1", "20"]
    ]  # fmt: skip
    sheet = client.get(f"{reverse('reach:figures', args=['ods'])}?{days()}&by=phase").content
    read = CalamineWorkbook.from_filelike(io.BytesIO(sheet)).get_sheet_by_index(0).to_python()
    assert read[1][:4] == ["Primary", 1, 1, 20]
    listed = client.get(f"{reverse('reach:places', args=['never', 'csv'])}?{days()}").content.decode(
        "utf-8-sig"
    )
    assert "'=1+1 School" in listed
    assert client.get("/reach/figures.xls").status_code == 404


def test_a_figure_of_a_measure_leads_to_the_list_it_counts(cast):
    taught(cast)
    ward = Ward.objects.create(code="E05999001", name="Inventward", authority=cast.here.authority)
    place = school(cast.here, "3", ward=ward)
    client, period = Pages().sign_in(cast.here.officer), around()
    scope = Scope(cast.here.authority.pk, period.from_on, period.until_on, ("ward",))
    with cast.here.acting("lead"):
        counted = measures.compute("reach.never_reached", scope, cast.here.actor("lead"))
    assert [(one.group, one.number) for one in counted] == [(("Inventward",), 1), (("none",), 1)]
    of = {"ward": "Inventward"}
    page = client.open(measures.get("reach.never_reached").address(scope, **of)).text
    assert str(place) in page and "Invented School 1" not in page and "1+1" not in page


def test_a_list_goes_on_by_key(cast):
    for number in range(100, 130):
        school(cast.here, str(number))
    client = Pages().sign_in(cast.here.officer)
    first = client.open(f"{reverse('reach:never')}?{days()}")
    assert "Invented School 100" in first.text and "Invented School 125" not in first.text
    onward = next(href for href in first.links() if "after=i-" in href)
    second = client.open(reverse("reach:never") + onward)
    assert "Invented School 125" in second.text and "Invented School 129" in second.text
    back = next(href for href in second.links() if "before=i-" in href)
    assert "Invented School 100" in client.open(reverse("reach:never") + back).text


def test_who_may_see(cast):
    for who, status in (
        ("trainer", 200),
        ("councillor", 200),
        ("lead", 200),
        ("dsl", 404),
        ("police", 404),
        ("ig_lead", 404),
    ):
        assert Pages().sign_in(cast.here.user(who)).get(PAGE).status_code == status
    assert Pages().sign_in(cast.here.trainer).get(reverse("reach:write")).status_code == 404


def test_more_places_and_attendances_take_no_more_queries(cast):
    found = taught(cast)
    client = Pages().sign_in(cast.here.officer)

    def queries(path: str) -> int:
        client.open(path)
        return client.open(path).queries

    paths = [f"{PAGE}?{days()}", f"{reverse('reach:never')}?{days()}"]
    before = [queries(path) for path in paths]
    for number in "456":
        found.number_from(3, days=6 + int(number), institution_id=school(cast.here, number).pk)
        school(cast.here, f"7{number}")
    assert [queries(path) for path in paths] == before


def test_schools_without_a_phase_are_said_so_and_stand_last(cast):
    taught(cast)
    school(cast.here, "3", phase="Not applicable")
    school(cast.here, "4", phase="")
    page = Pages().sign_in(cast.here.trainer).open(f"{PAGE}?{days()}")
    first = [row.text_content().strip() for row in page.tree.xpath("//tbody/tr/*[1]")]
    assert [one.removeprefix("Phase") for one in first][:5] == [
        "Primary",
        "Secondary",
        "No phase",
        "Phase not known",
        "All",
    ]
    assert "Not applicable" not in page.text
    [there] = [one for one in page.links() if "phase=Not+applicable" in one and "/places/?" in one] or [""]
    assert "Invented School 3" in Pages().sign_in(cast.here.trainer).open(there).text
