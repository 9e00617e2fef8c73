"""What stands around pages: headers, policy, language, colour, navigation, error pages, filters."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import resolve
from lxml import html

from waymark.foundation.interface import csp, examples, filters, middleware, navigation
from waymark.foundation.interface.doors import Door
from waymark.foundation.interface.tables import Column, Table
from waymark.foundation.interface.task_list import Progress, Task, task_list
from waymark.foundation.interface.timeline import Event, timeline
from waymark.foundation.interface.views import brand


@pytest.mark.django_db
def test_pages_of_the_kit_pass_the_inspection(pages):
    for url in (
        "/help/",
        "/accessibility/",
        "/privacy/",
        "/cookies/",
        "/gallery/",
        "/gallery/?errors=1",
        "/gallery/question/",
    ):
        pages.open(url)
    for name in ("list", "record", "check-answers", "confirmation"):
        pages.open(f"/gallery/{name}/")
    pages.open("/gallery/nothing/", status=404)


@pytest.mark.django_db
def test_headers_of_a_page(client):
    answer = client.get("/help/")
    policy = dict(
        part.strip().split(" ", 1)
        for part in answer["Content-Security-Policy"].split(";")
        if " " in part.strip()
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert "unsafe" not in answer["Content-Security-Policy"]
    for name, value in middleware.HEADERS.items():
        assert answer[name] == value
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    ("door", "marking"),
    [(Door("permission", shows="some.Record"), "OFFICIAL-SENSITIVE"), (Door("open"), ""), (None, "")],
)
def test_a_page_is_marked_by_its_door_whatever_its_view_says(door, marking, monkeypatch):
    request = RequestFactory().get("/")
    request.actor = SimpleNamespace(kind="nobody", may=lambda permission: False)
    request.resolver_match = resolve("/help/")
    monkeypatch.setattr(request.resolver_match, "func", SimpleNamespace(door=door))
    page = html.fromstring(render_to_string("skeletons/page.html", {}, request))
    assert page.xpath("//header//*[@class='waymark-marking']//text()") == ([marking] if marking else [])


def test_forms_may_lead_to_the_sign_in_provider_that_is_set():
    origins = csp.origins("https://login.example.org/tenant/path, javascript:x,http://localhost:9000")
    assert origins == ("https://login.example.org", "http://localhost:9000")
    assert csp.policy(origins)["DIRECTIVES"]["form-action"][1:] == [
        "https://login.example.org",
        "http://localhost:9000",
    ]


@pytest.mark.django_db
def test_the_language_is_chosen_and_the_page_kept(pages):
    page = pages.open("/gallery/list/?state=new")
    (link,) = page.tree.xpath("//nav[contains(@class,'language')]//a/@href")
    answer = pages.get(link)
    assert answer["Location"] == "/gallery/list/?state=new"
    assert pages.open("/gallery/list/?state=new").tree.get("lang") == "cy"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "where", ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)", "", "\x00"]
)
def test_the_language_link_leads_nowhere_else(client, where):
    assert client.get("/language/cy", {"next": where})["Location"] == "/"
    assert client.get("/language/fr").status_code == 404


@pytest.mark.parametrize(
    ("colour", "kept"),
    [
        ("#00703c", True),
        ("#ffdd00", False),
        ("red", False),
        ("#12436d;}body{display:none", False),
        (None, False),
    ],
)
def test_a_colour_on_which_white_cannot_be_read_is_not_taken(settings, colour, kept):
    settings.WAYMARK_BRAND = {"colour": colour}
    assert brand.colour() == (colour if kept else brand.OWN_COLOUR)


@pytest.mark.django_db
def test_the_colour_comes_as_a_style_sheet_that_browsers_keep(client):
    answer = client.get("/brand.css")
    assert answer["Content-Type"].startswith("text/css") and "max-age" in answer["Cache-Control"]
    assert b"--govuk-brand-colour:#" in answer.content


class Somebody:
    kind, is_somebody = "user", True

    def may(self, permission):
        return permission == "kit.see"


def test_navigation_shows_what_the_actor_may_open(monkeypatch):
    monkeypatch.setattr(navigation, "ENTRIES", {})
    navigation.add("a", "interface:help", "Seen", "kit.see")
    navigation.add("a", "interface:privacy", "Not seen", "kit.other")
    navigation.add("a", "interface:accessibility", "Everybody", None)
    navigation.add("a", "nowhere:at-all", "Gone", None)
    request = RequestFactory().get("/help/")
    assert navigation.menu(request).top == []
    request.actor = Somebody()
    assert [item["text"] for item in navigation.menu(request).top] == ["Seen", "Everybody"]
    assert [item["current"] for item in navigation.menu(request).top] == [True, False]
    request.actor.kind = "visitor"
    assert [item["text"] for item in navigation.menu(request).top] == ["Seen"]


def test_more_pages_than_can_be_read_in_a_line_stand_by_groups(monkeypatch):
    monkeypatch.setattr(navigation, "ENTRIES", {})
    monkeypatch.setattr(navigation, "GROUPS", [])
    for section, url_name in (("a", "help"), ("b", "privacy"), ("b", "accessibility"), ("c", "cookies")):
        navigation.add(section, f"interface:{url_name}", url_name, None)
    for label, *sections in (("Two", "b"), ("One", "c")):
        navigation.group(label, *sections)
    request = RequestFactory().get("/accessibility/")
    request.actor = Somebody()
    assert [item["text"] for item in navigation.menu(request).top] == [
        "help",
        "privacy",
        "accessibility",
        "cookies",
    ]
    monkeypatch.setattr(navigation, "MOST", 3)
    menu = navigation.menu(request)
    assert [(item["text"], item["active"]) for item in menu.top] == [
        ("help", False),
        ("Two", True),
        ("cookies", False),
    ]
    assert menu.label == "Two" and menu.top[1]["href"] == "/privacy/"
    assert [(item["text"], item["current"]) for item in menu.below] == [
        ("privacy", False),
        ("accessibility", True),
    ]
    request.path = "/help/"
    assert navigation.menu(request).below == []


def test_a_page_hangs_on_that_of_another_room(monkeypatch):
    monkeypatch.setattr(navigation, "ENTRIES", {})
    for url_name in ("interface:help", "interface:privacy"):
        navigation.add("a", url_name, url_name, None)
    navigation.hangs_on("interface:privacy", "upstairs")
    request = RequestFactory().get("/upstairs/")
    request.actor = Somebody()
    assert [item["active"] for item in navigation.menu(request).top] == [False, False]
    request.resolver_match = SimpleNamespace(namespace="upstairs")
    assert [item["active"] for item in navigation.menu(request).top] == [False, True]
    request.path = "/help/more/"
    assert [item["active"] for item in navigation.menu(request).top] == [True, False], (
        "where the address says so"
    )


@pytest.mark.parametrize("name", ["400", "403", "404", "500", "503", "refused"])
def test_error_pages_need_no_request_and_no_database(name):
    tree = html.fromstring(render_to_string(f"{name}.html", {"sentence": "The panel has met already."}))
    (heading,) = tree.xpath("//h1")
    assert tree.xpath("//title")[0].text.startswith(heading.text_content())
    if name == "refused":
        assert "The panel has met already." in tree.text_content()


def test_what_was_typed_stays_on_the_page_when_the_database_is_away():
    kept = [("once", "t"), ("words", "Line one\nline <two>")]
    tree = html.fromstring(render_to_string("503.html", {"kept": kept, "path": "/referrals/new/"}))
    (form,) = tree.xpath("//form")
    assert form.get("action") == "/referrals/new/"
    assert dict(form.form_values()) == dict(kept)
    assert "line <two>" in tree.xpath("//details")[0].text_content()


def test_filters_read_only_what_is_offered_and_remove_one_by_one():
    request = RequestFactory().get(
        "/list/?state=new&state=open&state=forged&kind=referral&sort=due&after=key"
    )
    found = filters.read(request, *examples.SHOWN)
    assert found.values == {"state": ["new", "open"], "kind": ["referral"]}
    assert [one["text"] for one in found.chosen] == ["State: New", "State: Open", "Kind: Referral"]
    assert found.chosen[0]["href"] == "?sort=due&state=open&kind=referral"
    assert found.params["clearHref"] == "?sort=due"
    assert found.params["keep"] == [("sort", "due")]


class Asked(list):
    def filter(self, **lookup):
        return Asked([*self, lookup])


def test_filters_narrow_by_lookup_or_by_function():
    request = RequestFactory().get("/list/?state=new&kind=referral")
    named = filters.Many("state", "State", [("new", "New")], how="state")
    done = filters.One(
        "kind", "Kind", [("referral", "R")], how=lambda queryset, value: queryset.filter(by=value)
    )
    assert filters.read(request, named, done).apply(Asked()) == [{"state__in": ["new"]}, {"by": "referral"}]


def test_the_timeline_is_newest_first_in_uk_time():
    at = [datetime(2026, 6, 14, 23, 30, tzinfo=UTC), datetime(2026, 12, 1, 12, 0, tzinfo=UTC)]
    items = timeline([Event("First", at[0]), Event("Second", at[1], "the chair")])
    assert [(one["title"], one["at"]) for one in items] == [
        ("Second", "1 December 2026 at 12pm"),
        ("First", "15 June 2026 at 12:30am"),
    ]


def test_a_task_that_cannot_start_has_no_link():
    items = task_list([Task("Now", "/a/"), Task("Later", "/b/", Progress.NOT_YET)])["items"]
    assert items[0]["href"] == "/a/" and "href" not in items[1]


def test_a_table_heads_its_rows_escapes_and_says_when_it_is_empty():
    columns = [Column("Who", "who"), Column("Hours", lambda row: row["hours"] * 2, number=True)]
    page = render_to_string(
        "interface/table.html", {"table": Table("Work", columns, [{"who": "<b>", "hours": 2}])}
    )
    tree = html.fromstring(page)
    assert tree.xpath("//caption")[0].text == "Work"
    assert tree.xpath("//tbody//th[@scope='row']/span[2]")[0].text == "<b>"
    assert tree.xpath("//td/span[2]")[0].text == "4"
    empty = render_to_string(
        "interface/table.html", {"table": Table("Work", columns, [], empty="Nothing waits.")}
    )
    assert "Nothing waits." in empty and "<table" not in empty
    with pytest.raises(ValueError, match="7 columns"):
        Table("Work", columns * 4, [])
