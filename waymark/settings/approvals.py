"""The three papers that must be approved before real records are entered: when, and by the holder of which office.

A file of the operator’s (`WAYMARK_APPROVALS`, TOML), one table for each paper:

    [data-protection-impact-assessment]
    approved = 2026-03-02
    by = "Senior Information Risk Owner"
    review = 2027-03-02

Why: the Gangs Matrix had neither retention period nor either assessment (rights.md C-12).
"""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

PAPERS = {
    "data-protection-impact-assessment": "the data protection impact assessment",
    "retention-schedule": "the retention schedule",
    "equality-impact-assessment": "the equality impact assessment",
}


def faults(place: str, today: date) -> list[str]:
    """A sentence for each paper that is not approved; none when all three are."""
    if not place:
        return ["WAYMARK_APPROVALS must name the file that says when the three assessments were approved."]
    try:
        said = tomllib.loads(Path(place).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        return [f"WAYMARK_APPROVALS names {place}, which cannot be read ({type(problem).__name__})."]
    return [fault for code, name in PAPERS.items() for fault in _faults_of(name, said.get(code), today)]


def overdue(place: str, today: date) -> dict[str, date]:
    """The code of each paper whose review is due, and since when. It is said; the service is not shut for it."""
    try:
        said = tomllib.loads(Path(place).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}
    papers = {code: paper for code in PAPERS if isinstance(paper := said.get(code), dict)}
    return {
        code: paper["review"]
        for code, paper in papers.items()
        if _is_day(paper.get("review")) and paper["review"] < today
    }


def _faults_of(name: str, paper: Any, today: date) -> list[str]:
    if not isinstance(paper, dict) or not _is_day(paper.get("approved")):
        return [f"There is no date on which {name} was approved."]
    if paper["approved"] > today:
        return [f"The approval of {name} lies in the future."]
    if not isinstance(paper.get("by"), str) or not paper["by"].strip():
        return [f"It is not said which office approved {name}."]
    return []


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)
