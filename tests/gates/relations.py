"""Opens and posts to every route as every kind of person about every record, and tells what came of it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.db import connection, transaction
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from tests.cast import WHERE
from tests.gates.routed import every_route
from tests.gates.subjects import Subjects
from tests.world import World
from waymark.foundation.access.middleware import VISITOR
from waymark.foundation.access.roles import VISITOR as VISITOR_ROLE
from waymark.home.permission_table import as_built

Table = dict[tuple[str, str], dict[str, str]]
TABLE = Path(__file__).parent / "relation_table.csv"
PEOPLE = (
    "nobody", "visitor", "teacher", "dsl", "nurse", "other_dsl", "officer", "second_officer", "lead", "police",
    "supervisor", "coordinator", "chair", "panel_health", "mentor", "front_door", "ig_lead", "councillor", "administrator",
)  # fmt: skip
ROLE_OF = {who: role for who, (role, _kind) in WHERE.items()} | {"visitor": VISITOR_ROLE}
# Reviewed: forms that say something when nothing is chosen in them.
NOTHING_IS_AN_ANSWER = {"library:taught-choose"}
GALLERY = "interface:gallery"  # for developers, and looked at by its own test
# Ways out for somebody who has not shown who they are.
SIGN_IN = {">account_login", ">concerns:visitor", ">mfa_authenticate", ">account_reauthenticate"}


@dataclass(frozen=True)
class Line:
    """A route and the record it is tried with."""

    route: str
    record: str
    address: str


@dataclass(frozen=True)
class Visit:
    """`who` opens `line`; `errors` if an empty form is answered with the page again."""

    who: str
    line: Line
    errors: bool


@dataclass(frozen=True)
class Cell:
    """What one person met: opening it, sending an empty form; the queries that opening took, and the page’s bytes."""

    opened: str
    posted: str
    queries: int
    size: int = 0

    def __str__(self) -> str:
        return f"{self.opened} {self.posted}"


def lines(subjects: Subjects) -> Iterator[Line]:
    for route, path in every_route():
        for label, values in subjects.of(route, path).items():
            yield Line(route, label, reverse(route, kwargs=values))


def visits(subjects: Subjects) -> Iterator[Visit]:
    """Each route once, with the first record that somebody may open, as one of those who may, in turn; and
    everybody’s first page."""
    rows, been = reviewed(), set[str]()
    for turn, line in enumerate(lines(subjects)):
        row = rows.get((line.route, line.record))
        # A line that is not there: the relation table says so.
        able = [who for who in PEOPLE if row and row[who].startswith("200 ")]
        if not able or line.route in been or line.route.startswith(GALLERY):
            continue
        been.add(line.route)
        # Rather somebody who is shown the errors.
        able = [who for who in able if row and row[who] == "200 200"] or able
        for who in able if line.route == "home:my-day" else [able[turn % len(able)]]:
            yield Visit(
                who, line, bool(row) and row[who] == "200 200" and line.route not in NOTHING_IS_AN_ANSWER
            )


def walk(who: str, world: World, subjects: Subjects) -> dict[Line, Cell]:
    """Every line as one person. A door that does not let the role in is tried once: it answers before any record."""
    client = client_of(who, world, subjects)
    doors, role, tried = as_built(), ROLE_OF.get(who, "signed in"), set()
    cells = {}
    for line in lines(subjects):
        lets_in = doors[line.route]["anybody" if who == "nobody" else role] == "yes"
        if lets_in or line.route not in tried:
            cells[line] = cell(client, line)
        else:
            cells[line] = SHUT
        tried.add(line.route)
    return cells


def client_of(who: str, world: World, subjects: Subjects) -> Client:
    """A browser in which that person is signed in. A fault of the server is an answer, not an error of the test."""
    client = Client(raise_request_exception=False)
    if who == "visitor":
        session = client.session
        session[VISITOR] = str(subjects.visitor.pk)
        session.save()
        client.cookies["sessionid" if not client.cookies else next(iter(client.cookies))] = (
            session.session_key
        )
    elif who != "nobody":
        user = getattr(world.cast.here, who)
        client.force_login(user, backend="waymark.foundation.accounts.backends.ByPassword")
    client.get("/help/")  # what is read once in a day or a process is not counted in a page
    return client


SHUT = Cell("door", "door", 0)


def opened(client: Client, line: Line) -> Cell:
    status, queries, size = _undone(client.get, line.address)
    return Cell(status, "", queries, size)


def cell(client: Client, line: Line) -> Cell:
    """Each request is undone afterwards (rows and cookies), so that no line changes what the next one meets."""
    kept = deepcopy(client.cookies)
    status, queries, size = _undone(client.get, line.address)
    client.cookies = deepcopy(kept)
    posted, _, _ = _undone(client.post, line.address)
    client.cookies = kept
    return Cell(status, posted, queries, size)


def _undone(ask: Any, address: str) -> tuple[str, int, int]:
    asked: list[str] = []

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with transaction.atomic():
        with connection.execute_wrapper(count):
            response = ask(address)
        transaction.set_rollback(True)
    return _said(response), len(asked), len(response.content)


def _said(response: Any) -> str:
    """The status; for a redirect the route that it leads to."""
    if response.status_code not in (301, 302, 303):
        return str(response.status_code)
    try:
        return f">{resolve(urlsplit(response['Location']).path).view_name}"
    except Resolver404:
        return f">{response['Location']}"


def table(found: dict[str, dict[Line, Cell]]) -> Table:
    """(route, record) → its row: a cell for each person, and the most queries that opening it took anybody."""
    rows = {}
    for line in found[PEOPLE[0]]:
        cells = {who: found[who][line] for who in PEOPLE}
        queries = max((c.queries for c in cells.values() if c.opened == "200"), default=0)
        row = {"route": line.route, "record": line.record, "queries": str(queries or "")}
        rows[line.route, line.record] = row | {who: str(c) for who, c in cells.items()}
    return rows


def reviewed() -> Table:
    with TABLE.open(encoding="utf-8") as file:
        return {(row["route"], row["record"]): row for row in csv.DictReader(file)}


def write(rows: Table) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, ["route", "record", "queries", *PEOPLE], lineterminator="\n")
        out.writeheader()
        out.writerows(rows.values())
