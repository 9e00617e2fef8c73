"""What others made is as it was built, and carries nothing that only GOV.UK may show."""

from __future__ import annotations

import gzip
import hashlib
import re
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[1]
SUMS = [line.split("  ") for line in (HERE / "vendor/SHA256SUMS").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("checksum", "path"), SUMS)
def test_the_file_is_the_one_that_was_built(checksum, path):
    assert hashlib.sha256((HERE / path).read_bytes()).hexdigest() == checksum


def test_no_vendored_file_is_without_a_checksum():
    kept = {
        str(f.relative_to(HERE))
        for d in ("govuk", "accessible-autocomplete")
        for f in (HERE / "static/interface" / d).rglob("*.*")
    }
    assert kept and kept <= {path for _checksum, path in SUMS}


def test_no_crown_crest_font_or_outside_address():
    css = (HERE / "static/interface/govuk/govuk-frontend.min.css").read_text(encoding="utf-8")
    assert not re.search(
        r"crest|@font-face|GDS Transport|url\(|sourceMappingURL|\(\s*[\"']?https?:|@import",
        css,
        re.IGNORECASE,
    )
    assert "font-family:arial" in css.replace(" ", "")
    for script in (HERE / "static/interface").rglob("*.js"):
        assert "sourceMappingURL" not in script.read_text(encoding="utf-8"), script


def test_the_first_view_is_under_150_kilobytes():
    first = [
        "govuk/govuk-frontend.min.css",
        "govuk/govuk-frontend.min.js",
        "waymark.css",
        "boot.js",
        "cover.js",
        "pick.js",
        "favicon.svg",
    ]
    weight = sum(len(gzip.compress((HERE / "static/interface" / one).read_bytes())) for one in first)
    assert weight < 100_000
