"""Codes of areas, old and new, and where they lead."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

from waymark.foundation.places.models import Authority

DATA = Path(__file__).parent.parent / "data"


def rows(name: str) -> Iterator[dict[str, str]]:
    with gzip.open(DATA / f"{name}.csv.gz", "rt", encoding="utf-8-sig", newline="") as text:
        yield from csv.DictReader(text)


def authority_ids() -> dict[str, int]:
    """Keys of authorities by present and former code."""
    present = dict(Authority.objects.values_list("code", "pk"))
    former = {
        r["lad_code"]: present[r["lad_code_active"]]
        for r in rows("local_authorities_all_since_2011")
        if r["lad_code_active"] in present
    }
    renamed = {code: pk for code, pk in Authority.objects.values_list("predecessor_code", "pk") if code}
    return former | renamed | present


def dfe_ids() -> dict[str, int]:
    """Keys of authorities by the DfE’s three digits; of a county its council, not its districts."""
    ids = authority_ids()
    # A unitary that took over a county’s number stands after it, so that the living one wins.
    known = sorted(rows("dfe_local_authority_codes"), key=lambda r: r["status"] == "live")
    return {r["old_la_code"]: ids[r["new_la_code"]] for r in known if r["new_la_code"] in ids}


def welsh_letters() -> dict[str, str]:
    """Codes of authorities by the three letters that Wales writes."""
    return {r["local_authority_code"]: r["lad_code"] for r in rows("local_authorities_current")}
