"""References of the national record, by file alone: taken away as a list, loaded from one."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from tests.pages import Pages
from waymark.foundation.importing.kinds import Fault
from waymark.foundation.importing.models import Import
from waymark.foundation.kernel.refusals import NotAllowed
from waymark.pathway.assessment import pcmt
from waymark.pathway.assessment.actions import checking
from waymark.pathway.assessment.tests.walks import PoliceWalk

CSV = "/police-assessment/pcmt.csv"


@pytest.fixture
def walks(cast) -> list[PoliceWalk]:
    return [PoliceWalk(cast.here).sent(surname=name).taken_by_police() for name in ("Trackone", "Tracktwo")]


def reference(walk: PoliceWalk) -> str:
    with walk.acting("police"):
        return walk.assessment.referral.reference


def held(walk: PoliceWalk) -> str:
    with walk.acting("police"):
        return walk.assessment.pcmt_reference


def loaded(cast: Any, rows: list[list[str]]) -> Import:
    out = io.StringIO()
    csv.writer(out).writerows([["Referral", "PCMT"], *rows])
    police = Pages().sign_in(cast.here.police)
    begin = reverse("importing:begin", args=["pcmt"])
    page = police.open(begin)
    assert "this service is not" in page.text
    sent = SimpleUploadedFile("pcmt.csv", out.getvalue().encode())
    police.send(begin, page.form() | {"list": sent})
    with cast.here.acting("police"):
        found = Import.objects.latest("recorded_at")
    police.fill(reverse("importing:match", args=[found.pk]))
    return found


def test_the_list_that_is_taken_away_holds_references_and_days_and_is_entered(cast, walks, everything):
    with walks[0].acting("police") as by:
        one = walks[0].assessment
        checking.keep_reference(by=by, assessment=one, version=one.version, pcmt_reference="T/2026/1")
    police = Pages().sign_in(cast.here.police)
    answer = police.get(CSV)
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0][:2] == ["Reference of the referral", "PCMT reference"]
    assert {row[0]: row[1] for row in rows[1:]} == {reference(walks[0]): "T/2026/1", reference(walks[1]): ""}
    assert "pcmt-references-official-sensitive.csv" in answer.headers["Content-Disposition"]
    assert "Track" not in answer.content.decode() and "no-store" in answer.headers["Cache-Control"]
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT about_id FROM ledger.read WHERE page = 'assessment:pcmt'")
        assert {row[0] for row in cursor.fetchall()} == {str(walk.pk) for walk in walks}
    for who in ("officer", "lead", "dsl"):
        assert Pages().sign_in(cast.here.user(who)).get(CSV).status_code == 404
    assert len(Pages().sign_in(cast.there.police).get(CSV).content.splitlines()) == 1


def test_the_list_costs_the_same_however_long_it_is(cast, walks):
    police = Pages().sign_in(cast.here.police)
    police.get(CSV)
    costs = [police.open(CSV).queries]
    PoliceWalk(cast.here).sent(surname="Trackthree").taken_by_police()
    costs.append(police.open(CSV).queries)
    assert costs[0] == costs[1] <= 12, costs


def test_references_are_loaded_from_a_file_as_the_list_says(cast, walks):
    found = loaded(cast, [[reference(walks[0]).lower(), "T/2026/7"], [reference(walks[1]), "two words"]])
    police = Pages().sign_in(cast.here.police)
    page = police.open(reverse("importing:import", args=[found.pk]))
    assert "no words about it" in page.text
    police.fill(reverse("importing:import", args=[found.pk]))
    assert (held(walks[0]), held(walks[1])) == ("T/2026/7", "")


def test_a_wrong_row_says_what_is_wrong_with_it(cast, walks):
    elsewhere = PoliceWalk(cast.there).sent(surname="Trackfar").taken_by_police()
    with walks[0].acting("police") as by:
        one = walks[0].assessment
        checking.keep_reference(by=by, assessment=one, version=one.version, pcmt_reference="T/2026/1")
    with walks[0].acting("police") as by:
        known = pcmt.begin(by, cast.here.authority.pk, "")
    rows = {
        "with the police": {"reference": reference(elsewhere), "pcmt": "T/1"},
        "with the police ": {"reference": "R-1", "pcmt": "T/1"},
        "no words": {"reference": reference(walks[1]), "pcmt": "the man from the club"},
        "Longer": {"reference": reference(walks[1]), "pcmt": "T" * 31},
        "another PCMT": {"reference": reference(walks[0]), "pcmt": "T/2"},
        "Another referral": {"reference": reference(walks[1]), "pcmt": "T/2026/1"},
    }
    for words, cells in rows.items():
        with pytest.raises(Fault, match=words.strip()):
            pcmt.check(known, cells)
    assert pcmt.check(known, {"reference": reference(walks[0]), "pcmt": "T/2026/1"}).there


def test_only_the_police_load(cast, walks):
    with walks[0].acting("police"):
        one = walks[0].assessment
    with walks[0].acting("officer") as by, pytest.raises(NotAllowed):
        checking.load_reference(by=by, assessment=one, pcmt_reference="T/1")
    Pages().sign_in(cast.here.officer).open(reverse("importing:begin", args=["pcmt"]), status=404)
