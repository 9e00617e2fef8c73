"""The commands that run between a restored database and its first page."""

from __future__ import annotations

import io
import json

import pytest
from django.core.management import CommandError, call_command

from launcher import archiving
from waymark.foundation.kernel import restoring
from waymark.foundation.kernel.restoring import Opened
from waymark.home import jobs
from waymark.pathway.concerns.tests import form_walks
from waymark.pathway.referrals.models import Referral

pytestmark = pytest.mark.django_db


def said(*words: object) -> str:
    out = io.StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


@pytest.fixture
def register(monkeypatch):
    """One register: `a` and `b` were erased once, the database knows of `b` only, and `a` has come back."""
    monkeypatch.setattr(restoring, "REGISTERS", {})
    for module in ("list_erasures", "replay_erasures"):
        monkeypatch.setattr(f"waymark.home.management.commands.{module}.REGISTERS", restoring.REGISTERS)
    there = {"a", "c"}

    def again(keys):
        back = there & set(keys)
        there.difference_update(back)
        return len(back)

    restoring.declare_erased("vault.keys", listed=lambda: ["b"], again=again)
    return there


def test_what_was_erased_is_listed(register):
    assert json.loads(said("list_erasures")) == {"vault.keys": ["b"]}


def test_what_came_back_is_erased_again_and_only_that(register, tmp_path):
    kept = tmp_path / "erasures.json"
    kept.write_text('{"vault.keys": ["a"]}')
    assert "1 of 2 erased again" in said("replay_erasures", str(kept))
    assert register == {"c"}
    assert "0 of 2 erased again" in said("replay_erasures", str(kept))


@pytest.mark.parametrize("text", ['{"nobody.knows": ["a"]}', "[]", '{"vault.keys": "a"}', "{"])
def test_a_list_that_cannot_be_repeated_keeps_the_doors_shut(register, tmp_path, text):
    (tmp_path / "erasures.json").write_text(text)
    with pytest.raises(CommandError):
        said("replay_erasures", str(tmp_path / "erasures.json"))


def test_every_row_the_system_may_see_is_opened(cast):
    cast.here.user("lead")
    with cast.here.acting("nurse") as by:
        form_walks.sent(by)
    told = said("open_samples", "--count", "200")
    opened, of = [int(word) for word in told.replace(",", "").split() if word.isdigit()]
    assert opened == of > 5


def test_a_row_that_cannot_be_read_is_found(cast, monkeypatch):
    """The planted fault: a field whose value no longer opens."""
    cast.here.user("lead")
    with cast.here.acting("nurse") as by:
        form_walks.sent(by)

    def broken(*args: object) -> None:
        raise ValueError("altered")

    monkeypatch.setattr(Referral._meta.get_field("reference"), "from_db_value", broken, raising=False)
    with pytest.raises(CommandError, match=r"referrals.Referral cannot be read: ValueError"):
        said("open_samples")


def test_two_things_of_one_name_are_refused(register):
    with pytest.raises(ValueError, match="declared twice"):
        restoring.declare_erased("vault.keys", listed=list, again=len)
    with pytest.raises(ValueError, match="declared twice"):
        restoring.declare_sample("access.rows", lambda count: Opened(0, 0))


def test_the_list_of_erasures_lies_where_the_backups_find_it(register, tmp_path):
    jobs.write_erasures(tmp_path)
    path = tmp_path / jobs.FILE
    assert json.loads(path.read_text()) == {"vault.keys": ["b"]}
    written = path.stat().st_mtime_ns
    jobs.write_erasures(tmp_path)
    assert path.stat().st_mtime_ns == written
    assert jobs.FILE == archiving.ERASURES
