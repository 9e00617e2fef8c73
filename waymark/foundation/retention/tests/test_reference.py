"""Every field is declared; the papers are written from the declarations and go stale with them."""

from __future__ import annotations

import time
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.cast import Cast
from waymark.foundation.kernel import clock
from waymark.foundation.kernel import privacy as kernel_privacy
from waymark.foundation.retention import privacy, reference
from waymark.foundation.retention.models import RetentionSetting

MINE = ("outbox.", "tasks.", "measures.", "retention.")


def test_every_field_of_these_parts_is_declared() -> None:
    assert [name for name in privacy.undeclared_fields() if name.startswith(MINE)] == []
    assert [name for name in privacy.wrong_declarations() if name.startswith(MINE)] == []


def test_a_field_that_nobody_declares_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    fewer = {k: v for k, v in kernel_privacy.FIELDS["outbox.Envelope"].items() if k != "address"}
    monkeypatch.setitem(kernel_privacy.FIELDS, "outbox.Envelope", fewer)
    assert "outbox.Envelope.address" in privacy.undeclared_fields()


def test_a_field_that_is_gone_or_kept_by_no_class_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    more = kernel_privacy.FIELDS["outbox.Envelope"] | {
        "shoe_size": privacy.plain(),
        "address": privacy.personal(why="w", basis="contract", stage="s", keep="for-ever", risk="found-out"),
    }
    monkeypatch.setitem(kernel_privacy.FIELDS, "outbox.Envelope", more)
    found = privacy.wrong_declarations()
    assert "outbox.Envelope.shoe_size does not exist" in found
    assert "outbox.Envelope.address: no class for-ever" in found


def test_the_gate_is_fast() -> None:
    began = time.perf_counter()
    privacy.undeclared_fields()
    assert time.perf_counter() - began < 0.5


@pytest.mark.parametrize("missing", ["why", "stage", "keep", "basis"])
def test_a_personal_field_says_everything(missing: str) -> None:
    said = {"why": "w", "basis": "contract", "stage": "s", "keep": "account"} | {missing: " "}
    with pytest.raises(ValueError, match=r"basis|says why"):
        privacy.personal(**said)


def test_a_field_is_declared_once() -> None:
    with pytest.raises(ValueError, match="declared twice"):
        privacy.declare_fields("outbox.Envelope", {"address": privacy.plain()})


def test_the_papers_are_written_and_checked(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"retention\.md"):
        call_command("write_reference", check=True, into=tmp_path)
    assert not list(tmp_path.iterdir()), "a check writes nothing"
    call_command("write_reference", into=tmp_path, stdout=StringIO())
    call_command("write_reference", check=True, into=tmp_path, stdout=StringIO())
    retention = (tmp_path / "retention.md").read_text()
    assert (
        "| 5 | Referral without a Prevent concern, or redirected: under 18 |" in retention
        and "6 years" in retention
    )
    assert "| `outbox.Envelope` | `address` | yes |" in (tmp_path / "fields.md").read_text()
    (tmp_path / "fields.md").write_text("changed by hand")
    with pytest.raises(CommandError, match=r"fields\.md"):
        call_command("write_reference", check=True, into=tmp_path)


def test_other_parts_add_papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference, "SECTIONS", dict(reference.SECTIONS))
    reference.add("planted.md", lambda: reference.table(("A", "B"), [("x|y", "two\nlines")]))
    call_command("write_reference", into=tmp_path, stdout=StringIO())
    assert "| x\\|y | two lines |" in (tmp_path / "planted.md").read_text()
    for wrong in ("retention.md", "../up.md", "no-ending"):
        with pytest.raises(ValueError, match="is taken, or"):
            reference.add(wrong, str)


def test_a_changed_period_changes_both_papers_of_data_protection(cast: Cast, tmp_path: Path) -> None:
    """The golden test: what is set stands in the record of processing and in the policy document, to the letter."""
    here = cast.here.authority
    before = reference.written(reference.settings_of(here.pk, clock.today()))
    line = "Referral without a Prevent concern, or redirected: under 18 | 1 year | 3 years | 6 years |"
    assert line in before["processing.md"] and line in before["policy.md"]
    RetentionSetting.objects.create(
        authority=here,
        class_code="referral-child",
        months=24,
        seal_months=6,
        from_date=clock.today(),
        reason="Our board decided so.",
    )
    after = reference.written(reference.settings_of(here.pk, clock.today()))
    line = "Referral without a Prevent concern, or redirected: under 18 | 6 months | 2 years | 6 years |"
    assert (
        line in after["processing.md"]
        and line in after["policy.md"]
        and "| 6 months | 2 years |" in after["retention.md"]
    )
    assert reference.written()["policy.md"] == before["policy.md"], "only in their own authority"
    call_command("write_reference", authority=here.code, into=tmp_path, stdout=StringIO())
    assert line in (tmp_path / "processing.md").read_text()
    with pytest.raises(CommandError, match="No authority"):
        call_command("write_reference", authority="X", into=tmp_path)


def test_the_pack_names_every_personal_field_with_its_risk() -> None:
    pack = reference.written()["dpia.md"]
    for model, name, says in privacy.declared():
        assert not says.personal or f"`{model}.{name}`" in pack
    assert "### found-out" in pack and "### unequal" in pack
