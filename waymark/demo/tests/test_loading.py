"""The demonstration loads once, holds every state, and says how to sign in."""

from __future__ import annotations

import re
import stat

import pytest

from waymark.demo import loading
from waymark.demo.people import PLAYERS
from waymark.foundation.accounts.models import User
from waymark.foundation.places.models import Institution
from waymark.pathway.concerns.models import Draft, Enquiry
from waymark.pathway.concerns.states import DRAFTS
from waymark.pathway.people.models import Match
from waymark.pathway.referrals.models import InformationRequest, Redirect, Referral
from waymark.pathway.referrals.states import REFERRALS


@pytest.fixture
def folder(db, tmp_path):
    assert loading.load(tmp_path) is True
    return tmp_path


def test_every_state_of_a_referral_and_of_a_draft_occurs(folder, everything):
    with everything():
        assert set(Referral.objects.values_list("state", flat=True)) == {str(s) for s in REFERRALS.states}
        assert set(Draft.objects.values_list("state", flat=True)) == {str(s) for s in DRAFTS.states}
        assert Enquiry.objects.filter(answered_at=None).count() == 1
        assert Enquiry.objects.exclude(answered_at=None).count() == 1
        assert InformationRequest.objects.filter(state="open").exists()
        assert Redirect.objects.filter(state="waiting").exists()


def test_the_misspelt_name_is_asked_about(folder, everything):
    with everything():
        waiting = Match.objects.get(answer="")
        names = waiting.person.names.values_list("surname", flat=True)
        assert list(names) == ["Brakenshaw"]
        assert "one_letter" in waiting.reasons


def test_a_second_time_changes_nothing(folder, everything):
    before = (folder / "demo-signins.txt").read_text()
    with everything():
        held = sorted(Referral.objects.values_list("pk", "version"))
    assert loading.load(folder) is False
    with everything():
        assert sorted(Referral.objects.values_list("pk", "version")) == held
    assert (folder / "demo-signins.txt").read_text() == before


def test_the_file_of_sign_ins_is_private_and_true(folder):
    path = folder / "demo-signins.txt"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    password = re.search(r"Password of all of them: (\S+)", path.read_text()).group(1)
    for player in PLAYERS:
        assert player.email in path.read_text()
        assert User.objects.get(email=player.email).check_password(password)


def test_the_schools_came_through_the_importer(folder):
    schools = Institution.objects.filter(urn__startswith="9000")
    assert schools.count() == 6
    assert schools.get(urn="900006").status == "closed"
    assert {school.source for school in schools} == {"Get Information about Schools"}
