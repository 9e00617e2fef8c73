"""Dangerous deeds want a fresh proof, the widest powers a strong one; what is new is judged before it is let in."""

from __future__ import annotations

import re
from typing import Any

from waymark.foundation.access import checks, doors
from waymark.foundation.access.doors import requires
from waymark.foundation.access.permissions import SENTENCES
from waymark.home.dangerous import DANGEROUS, WIDEST, WITHOUT_PROOF

# Day-to-day work on one record at a time, or reading of what a role is there to read. Whoever adds a permission judges it:
# into this list, or into waymark/home/dangerous.py.
ORDINARY = {
    "engagement.keep",
    "library.keep",
    "library.read",
    "feedback.quote",
    "reach.approach",
    "reach.see",
    "training.book",
    "training.plan",
    "training.see",
    "training.teach",
    "access.glass-list",
    "access.glass-review",
    "access.roles-read",
    "channel.consent",
    "channel.decide",
    "channel.exit",
    "channel.lead",
    "channel.read",
    "channel.review",
    "channel.support",
    "channel.transfer",
    "concerns.answer-enquiry",
    "concerns.approve",
    "concerns.enquire",
    "concerns.follow",
    "concerns.refer",
    "directory.keep",
    "directory.read",
    "home.review-looks",
    "complaints.keep",
    "importing.use",
    "lists.keep",
    "tasks.set-times",
    "home.see-looks",
    "measures.count",
    "measures.count-people",
    "outbox.see-queue",
    "panel.arrange",
    "panel.chair",
    "panel.sit",
    "people.answer-owner",
    "people.change",
    "people.equality-record",
    "people.match",
    "people.read",
    "referrals.answer-request",
    "support.give",
    "reports.read",
    "reports.sign",
    "reports.write",
    "stewardship.prepare",
    "stewardship.record",
    "stewardship.see",
    "referrals.approve-closure",
    "referrals.assign",
    "referrals.decide",
    "referrals.override-request",
    "referrals.police-approve",
    "referrals.police-decide",
    "referrals.police-read",
    "referrals.queue",
    "referrals.read",
    "referrals.restrict",
    "referrals.triage",
    "retention.review",
    "vault.add-documents",
    "vault.read-documents",
}
TAKES_AWAY = re.compile(r"csv|export|download|\.zip|\.xlsx|\.ods")
# Routes that look like taking something away, and take nothing about a person: why.
NOT_TAKEN_AWAY = {
    "reach:figures": "Counts by phase, ward, trust and kind.",
    "reach:places": "Schools and other places with their counts; no contact.",
}


def routes() -> list[tuple[str, str, Any]]:
    return [(name, path, view) for name, path, view in checks.routes() if not name.endswith(":")]


def faults(found: list[tuple[str, str, Any]]) -> list[str]:
    """Routes of a dangerous permission, or that take something away, without step-up and without a reason."""
    told = []
    for name, path, view in found:
        dangerous = getattr(getattr(view, "door", None), "permission", "") in {
            str(each) for each in DANGEROUS
        }
        takes = TAKES_AWAY.search(path) and name not in NOT_TAKEN_AWAY
        if (dangerous or takes) and not getattr(view, "steps_up", False) and name not in WITHOUT_PROOF:
            told.append(name)
    return told


def test_each_dangerous_deed_wants_a_fresh_proof():
    assert faults(routes()) == []


def test_planted_a_deed_without_proof_and_a_download_are_found():
    def view(request: Any) -> None: ...

    planted = [
        ("planted:give", "planted/", requires("access.members-manage")(view)),
        ("planted:take", "planted/all.csv", requires("outbox.see-queue")(view)),
        ("planted:read", "planted/", requires("outbox.see-queue")(view)),
    ]
    assert faults(planted) == ["planted:give", "planted:take"]


def test_each_reason_is_still_about_a_route_without_proof():
    without = {name for name, _path, view in routes() if not getattr(view, "steps_up", False)}
    assert sorted(set(WITHOUT_PROOF) - without) == []


def test_each_permission_has_been_judged():
    judged = ORDINARY | {str(each) for each in DANGEROUS}
    assert sorted(set(SENTENCES) - judged) == [], "new: dangerous or ordinary?"
    assert sorted(judged - set(SENTENCES)) == [], "gone"
    assert not ORDINARY & {str(each) for each in DANGEROUS}


def test_the_widest_powers_want_strong_proof():
    assert {str(each) for each in WIDEST} <= doors.WIDEST
