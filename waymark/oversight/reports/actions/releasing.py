"""Restricted figures leave the council: one person asks, to whom, for what and which; another says yes or no."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.access.roles import signed_as
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal
from waymark.foundation.ledger.deeds import deed, disclosed
from waymark.oversight.reports import disclosure, figures, policies
from waymark.oversight.reports.models import Release, Report
from waymark.oversight.reports.worklist import RELEASE

BASIS = "Approved by a second person; small numbers held back"
OVERLAPS = _(
    "Figures of other days that overlap with these were released before. Two such papers can be subtracted from one "
    "another, and so nothing more leaves of this report."
)


@deed("reports.ask-release")
def ask(
    *, by: Actor, at: datetime, report: Report, recipient: str, purpose: str, codes: list[str]
) -> Release:
    """Nothing leaves yet."""
    report = lock(report)
    policies.ask_release(by, report).require()
    for field, said in (("recipient", recipient), ("purpose", purpose), ("codes", codes)):
        if not said:
            raise Incomplete(_("Say to whom, for what, and which figures."), field=field)
    offered = {one.code for one in disclosure.releasable(figures.kept(report))}
    if not set(codes) <= offered:
        raise Refusal(_("Choose from the figures of this report."), field="codes")
    if overlaps(report):
        raise NotNow(OVERLAPS)
    who = f"authority:{report.authority_id}:"
    release = Release.objects.create(
        authority_id=report.authority_id,
        grants=[report.system_grant(), who + "channel-figures", who + "channel-figures-write"],
        report=report, recipient=recipient, purpose=purpose, codes=codes, asked_by_id=by.user_id, asked_at=at,
    )  # fmt: skip
    tasks.ask(RELEASE, about=release, to=who + "channel-figures-release", by=by, at=at)
    return release


@deed("reports.answer-release")
def answer(
    *, by: Actor, at: datetime, release: Release, version: int, approved: bool, because: str = ""
) -> Release:
    """Approved, the copy is made and stays, and the ledger says what went to whom. Refused, nothing leaves."""
    release = lock(release, version)
    policies.answer_release(by, release).require()
    if not approved and not because:
        raise Incomplete(_("Say why not."), field="because")
    if approved and overlaps(release.report):
        raise NotNow(OVERLAPS)
    if approved:
        release.copy = disclosure.copy(figures.kept(release.report), release.codes)
    release.approved, release.because = approved, because
    release.answered_by_id, release.answered_at, release.answered_as = by.user_id, at, signed_as(by.roles)
    release.save_next("approved", "because", "answered_by", "answered_at", "answered_as", "copy")
    if approved:
        what = f"Channel figures, {release.report.from_on} to {release.report.until_on}: {', '.join(release.codes)}"
        disclosed(release, recipient=release.recipient, what=what, basis=BASIS)
    tasks.done(RELEASE, about=release, by=by, at=at)
    return release


def overlaps(report: Report) -> bool:
    """Did figures of days that overlap, and are not the same, leave before?"""
    others = Release.objects.filter(
        approved=True, authority_id=report.authority_id, report__from_on__lte=report.until_on,
        report__until_on__gte=report.from_on,
    )  # fmt: skip
    return others.exclude(report__from_on=report.from_on, report__until_on=report.until_on).exists()
