"""Every page of the house as somebody meets it: in Chromium on a telephone, looked at by axe, and nothing sticks out.

The list of pages is that of the relation table: a route that is added there is looked at here by itself, as somebody
who may open it; where an empty form comes back with errors, the page with the errors too. And no page offers a way to
what its reader may not open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from django.db import connection, transaction
from django.urls import Resolver404, resolve
from playwright.sync_api import Error, Page

from tests.browser import Window
from tests.cast import Cast
from tests.gates import relations
from tests.gates.relations import PEOPLE, Visit
from tests.gates.subjects import Subjects
from tests.world import World
from waymark.home.permission_table import as_built

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PHONE = 375
FIELDS = "main form[method=post] :is(input:not([type=hidden]), select, textarea)"
Doors = dict[str, dict[str, str]]
# Sends the page’s own form (the last, if all lead elsewhere) with nothing in it but its tokens, as the relation table.
SEND_EMPTY = """() => {
  const forms = [...document.querySelectorAll("main form[method=post]")];
  const form = forms.filter((one) => !one.getAttribute("action")).pop() || forms.pop();
  for (const field of form.elements) if (!["csrfmiddlewaretoken", "once"].includes(field.name)) field.disabled = true;
  HTMLFormElement.prototype.submit.call(form);
}"""
# Is there a way of nesting elements on this page that this window has not seen yet? Kept in the window’s session.
SHAPES = """() => {
  const seen = new Set(JSON.parse(sessionStorage.getItem("shapes") || "[]")), before = seen.size;
  const name = (e) => e.tagName + "." + e.className;
  for (const e of document.querySelectorAll("main *")) seen.add(name(e.parentElement) + ">" + name(e));
  sessionStorage.setItem("shapes", JSON.stringify([...seen]));
  return seen.size > before;
}"""


def test_every_page_on_a_telephone(windows: Callable[..., Window]):
    visits, sessions = _arranged()
    doors, window = as_built(), windows(PHONE, allowed=("404",))
    wrong: list[str] = []
    for who, session in sessions.items():
        window.page.context.clear_cookies()
        if session:
            window.become(session)
        for visit in visits:
            if visit.who == who:
                wrong += _visited(window, visit, doors)
    assert not wrong, "\n".join(wrong)


def _arranged() -> tuple[list[Visit], dict[str, str]]:
    """What is visited, and the session of each who visits; all made before the browser opens."""
    with transaction.atomic(), connection.cursor() as cursor:
        world = World(Cast())
        cursor.execute("SET ROLE NONE")
        subjects = Subjects(world)
        cursor.execute("SET ROLE waymark_app")
    visits = list(relations.visits(subjects))
    sessions = dict.fromkeys(PEOPLE, "")
    for who in PEOPLE[1:]:
        client = relations.client_of(who, world, subjects)
        sessions[who] = client.cookies["sessionid"].value
    return visits, sessions


def _visited(window: Window, visit: Visit, doors: Doors) -> Iterator[str]:
    """What is wrong with the page, and with the page of its errors."""
    said, page = f"{visit.line.route} ({visit.line.record}) as {visit.who}", window.page
    try:
        answer = page.goto(visit.line.address)
    except Error as problem:
        if "Download is starting" not in str(problem):
            raise
        return
    if answer is None or answer.status != 200:
        yield f"{said}: answered {answer and answer.status}"
    elif "text/html" in answer.headers.get("content-type", ""):
        # The first page of each is nearly the same: it is looked at by axe while there is something new in it.
        new = page.evaluate(SHAPES)
        yield from _looked(window, said, axe=new or visit.line.route != "home:my-day")
        yield from _links_that_lead_nowhere(page, visit, doors)
        if visit.errors and page.locator(FIELDS).count():
            with page.expect_navigation():
                page.evaluate(SEND_EMPTY)
            yield from _looked(window, f"{said}, sent empty", axe=page.evaluate(SHAPES))
            yield from _errors_are_told(page, said)


def _looked(window: Window, said: str, *, axe: bool = True) -> Iterator[str]:
    try:
        window.look(axe=axe)
    except AssertionError as problem:
        yield f"{said}: {str(problem).splitlines()[0]}"


def _links_that_lead_nowhere(page: Page, visit: Visit, doors: Doors) -> Iterator[str]:
    """No page offers what its reader has no permission for."""
    column = "anybody" if visit.who == "nobody" else relations.ROLE_OF[visit.who]
    for href in page.locator("a[href^='/']").evaluate_all("all => all.map(a => a.getAttribute('href'))"):
        path = urlsplit(href).path
        try:
            route = resolve(path).view_name
        except Resolver404:
            yield f"{visit.line.route} as {visit.who}: {path} is no page"
            continue
        # Whoever is not signed in is asked to sign in.
        if visit.who not in ("nobody", "visitor") and doors[route][column] != "yes":
            yield f"{visit.line.route} as {visit.who}: links to {route}, which they may not open"


def _errors_are_told(page: Page, said: str) -> Iterator[str]:
    """The summary stands there, has the focus, the title says so, and each of its links leads to a field."""
    summary = page.locator(".govuk-error-summary")
    if not summary.count():
        yield f"{said}: sent empty, and no error is told"
        return
    if not page.title().startswith("Error: "):
        yield f"{said}: the title does not begin with Error"
    if not summary.evaluate("s => s === document.activeElement"):
        yield f"{said}: the error summary does not have the focus"
    for target in summary.locator("a").evaluate_all("links => links.map(a => a.getAttribute('href'))"):
        if not target.startswith("#") or not page.locator(f"[id='{target[1:]}']").count():
            yield f"{said}: the error leads to {target}, which is not on the page"
