"""The client that opens pages as a person and inspects every page it opens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from lxml import html

# The rooms of which every page is about people who were referred, or who asked or complained.
MARKED = {
    "assessment", "channel", "complaints", "consent", "exits", "panel", "people", "purging", "referrals",
    "stewardship", "support",
}  # fmt: skip
UNLABELLED = {"hidden", "submit", "button", "image"}


@dataclass
class Page:
    """A page as it came: its parsed HTML, its answer, and what it cost."""

    response: Any
    tree: Any
    queries: int

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def heading(self) -> str:
        return words(self.tree.xpath("//h1")[0])

    @property
    def text(self) -> str:
        return words(self.tree.xpath("//main")[0]) if self.tree.xpath("//main") else words(self.tree)

    @property
    def errors(self) -> list[str]:
        """The sentences of the error summary."""
        return [
            words(item) for item in self.tree.xpath("//*[contains(@class,'govuk-error-summary__list')]//li")
        ]

    def links(self) -> list[str]:
        return [a.get("href") for a in self.tree.xpath("//main//a[@href]")]

    def form(self, number: int = 0) -> dict[str, Any]:
        """What a browser would send of the page’s POST form: its fields with the values they hold."""
        form = self.tree.xpath("//main//form[translate(@method,'POST','post')='post']")[number]
        return dict(form.form_values()) | {"_action": form.get("action") or ""}


def words(element: Any) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


class Pages(Client):
    """`open` and `send` also look at the page: see `inspect`."""

    canaries: tuple[str, ...] = ()

    def sign_in(self, user: Any) -> Pages:
        self.force_login(user, backend="waymark.foundation.accounts.backends.ByPassword")
        return self

    def open(self, url: str, *, status: int = 200, **extra: Any) -> Page:
        with CaptureQueriesContext(connection) as caught:
            response = self.get(url, **extra)
        assert response.status_code == status, (
            f"{url} answered {response.status_code}, not {status}: {location(response)}"
        )
        return self.inspect(response, url, len(caught))

    def send(self, url: str, data: dict[str, Any], *, status: int = 302, **extra: Any) -> Page:
        """Posts; a 302 is the deed done, a 200 a page that came back with errors."""
        with CaptureQueriesContext(connection) as caught:
            response = self.post(
                url, {k: v for k, v in data.items() if v is not None and k != "_action"}, **extra
            )
        if response.status_code != status and response.status_code == 200:
            page = self.inspect(response, url, len(caught), reads=False)
            raise AssertionError(f"{url} came back with {page.errors}")
        assert response.status_code == status, (
            f"{url} answered {response.status_code}, not {status}: {location(response)}"
        )
        return self.inspect(response, url, len(caught), reads=False)

    def fill(self, url: str, *, number: int = 0, status: int = 302, **answers: Any) -> Page:
        """Opens the page, fills in its form as it stands, and sends it to where the form says."""
        page = self.open(url)
        form = page.form(number)
        return self.send(form["_action"] or url, form | answers, status=status)

    def inspect(self, response: Any, url: str, queries: int, reads: bool = True) -> Page:
        for canary in self.canaries:
            assert canary not in response.headers.get("Location", ""), f"{canary} in an address"
        if response.status_code in (301, 302, 303) or "text/html" not in response.headers.get(
            "Content-Type", ""
        ):
            return Page(response, html.fromstring("<html></html>"), queries)
        tree = html.fromstring(response.content.decode())
        look(tree, response, url, self.canaries)
        if response.status_code == 200:
            look_at_marking(tree, response, url)
        if reads and response.status_code == 200:
            look_at_reads(response, url)
        return Page(response, tree, queries)


def location(response: Any) -> str:
    return response.headers.get("Location", "")


def look(tree: Any, response: Any, url: str, canaries: tuple[str, ...] = ()) -> None:
    """What is true of every page."""
    headings = tree.xpath("//h1")
    assert len(headings) == 1, f"{url} has {len(headings)} H1"
    title = words(tree.xpath("//title")[0])
    bare = title.removeprefix("Error: ").removeprefix("Gwall: ")
    assert bare.startswith(words(headings[0])), (
        f"{url}: title {title!r} does not begin with H1 {words(headings[0])!r}"
    )
    assert tree.get("lang") in ("en", "cy"), f"{url} does not say its language"
    ids = tree.xpath("//@id")
    doubled = {i for i in ids if ids.count(i) > 1}
    assert not doubled, f"{url} has ids twice: {doubled}"
    look_at_fields(tree, url)
    for form in tree.xpath("//form[translate(@method,'POST','post')='post']"):
        names = form.xpath(".//input/@name")
        assert "csrfmiddlewaretoken" in names and "once" in names, f"{url}: a form without csrf or once token"
    assert "default-src" in response.headers.get("Content-Security-Policy", ""), f"{url} has no CSP"
    assert "no-store" in response.headers.get("Cache-Control", ""), f"{url} may be stored"
    assert not tree.xpath("//*[@style]") and not tree.xpath("//*[starts-with(name(@*),'on')]"), (
        f"{url}: inline style or script"
    )
    assert not tree.xpath("//script[not(@src)][normalize-space(text())]"), f"{url}: an inline script"
    assert not re.search(r"\w'\w", words(tree.xpath("//body")[0])), (
        f"{url}: a straight apostrophe in the text"
    )
    assert not re.search(r"[\[{(]['\"]\w+['\"]\s*[:,]", words(tree.xpath("//body")[0])), (
        f"{url}: the insides of a program"
    )
    for canary in canaries:
        assert canary not in title and canary not in url, f"{url}: {canary} in title or address"


def look_at_fields(tree: Any, url: str) -> None:
    for field in tree.xpath("//main//input | //main//select | //main//textarea"):
        if field.get("type") in UNLABELLED:
            continue
        named = (
            tree.xpath("//label[@for=$id]", id=field.get("id") or "")
            or field.get("aria-label")
            or field.get("aria-labelledby")
        )
        assert named, f"{url}: the field {field.get('name')} has no label"


def look_at_marking(tree: Any, response: Any, url: str) -> None:
    """A page that shows a personal record, or is of the path of a case, is marked before anything that it says."""
    match = resolve(response.wsgi_request.path_info)
    door = getattr(match.func, "door", None)
    if match.namespace in MARKED or (door is not None and door.shows):
        assert tree.xpath("//header//*[@class='waymark-marking']"), f"{url} is not marked"


def look_at_reads(response: Any, url: str) -> None:
    """A page that shows a personal record writes one read entry; any other page none."""
    view = resolve(response.wsgi_request.path_info).func
    door = getattr(view, "door", None)
    expected = 1 if door is not None and door.shows else 0
    noted = getattr(response.wsgi_request, "reads_noted", 0)
    assert noted == expected, f"{url} wrote {noted} read entries, not {expected}"
