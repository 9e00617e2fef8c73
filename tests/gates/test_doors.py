"""Every route has a door, and the reviewed permission table says who may come through it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from waymark.foundation.access import checks
from waymark.foundation.access.permissions import SENTENCES
from waymark.foundation.access.roles import ROLES
from waymark.home.permission_table import as_built

TABLE = Path(__file__).parent / "permission_table.csv"
REVIEWED = {row["route"]: row for row in csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines())}


def test_the_start_up_check_passes():
    assert checks.every_route_has_a_door(None) == []
    assert checks.every_role_holds_declared_permissions(None) == []


def test_the_start_up_check_finds_a_view_without_a_door(monkeypatch):
    planted = [("planted", "planted/", lambda request: None)]
    monkeypatch.setattr(checks, "routes", lambda: iter(planted))
    assert [error.id for error in checks.every_route_has_a_door(None)] == ["access.E001"]


def test_every_permission_is_held_by_some_role_and_stands_on_some_door_or_policy():
    held = set().union(*(role.permissions for role in ROLES.values()))
    assert sorted(set(SENTENCES) - held) == []


@pytest.mark.parametrize("route", sorted(as_built()))
def test_each_route_is_as_the_reviewed_table_says(route: str):
    assert route in REVIEWED, (
        f"{route} is not in permission_table.csv. Decide who may come, then run "
        "`python -m launcher manage write_permission_table` and read the difference."
    )
    assert as_built()[route] == REVIEWED[route]


def test_the_reviewed_table_names_no_route_that_is_gone():
    assert sorted(set(REVIEWED) - set(as_built())) == []


def test_no_role_of_oversight_or_administration_opens_a_case():
    for code in ("ig_lead", "administrator"):
        assert not {
            p for p in ROLES[code].permissions if p.startswith(("people.", "concerns.", "referrals."))
        }
