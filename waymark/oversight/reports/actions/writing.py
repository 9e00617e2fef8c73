"""A report is begun, written, signed; and corrected by a new version that points back."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.access.roles import signed_as
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.oversight.reports import figures, policies, quoting, sections
from waymark.oversight.reports.models import Figure, Kind, Report

ENDS_EARLY = _("The last day must not be before the first day.")


def _granted(authority_id: int, kind: str, *, signed: bool) -> list[str]:
    """A draft shows to those who write; what is signed to those who read, too."""
    prefix = policies.PREFIXES[Kind(kind)]
    held = (f"{prefix}-write", prefix) if signed else (f"{prefix}-write",)
    return [f"system:{authority_id}", *(f"authority:{authority_id}:{one}" for one in held)]


@deed("reports.begin")
def begin(
    *, by: Actor, at: datetime, authority_id: int, title: str, from_on: date, until_on: date,
    kind: str = Kind.TRAINING,
) -> Report:  # fmt: skip
    policies.writes(by, authority_id, kind).require()
    _check(title, from_on, until_on)
    return Report.objects.create(
        authority_id=authority_id, grants=_granted(authority_id, kind, signed=False), kind=kind, title=title,
        from_on=from_on, until_on=until_on, begun_by_id=by.user_id, begun_at=at,
    )  # fmt: skip


@deed("reports.change")
def change(
    *, by: Actor, at: datetime, report: Report, version: int, title: str, from_on: date, until_on: date
) -> Report:
    """Its title and period."""
    report = lock(report, version)
    policies.change(by, report).require()
    _check(title, from_on, until_on)
    report.title, report.from_on, report.until_on = title, from_on, until_on
    report.save_next("title", "from_on", "until_on")
    return report


@deed("reports.write")
def write(
    *, by: Actor, at: datetime, report: Report, version: int, place: str, headline: str, words: str
) -> Report:
    """What the writer says at one place. Nothing at all takes out what stood there."""
    if place not in sections.places(report.kind):
        raise ValueError(f"a report says nothing at {place}")
    report = lock(report, version)
    policies.change(by, report).require()
    stood = report.passages.get(place)
    if not words and (headline or not stood):
        raise Incomplete(_("Write what you want to say."), field="words")
    if words and not headline:
        raise Incomplete(_("Give it a heading."), field="headline")
    others = {name: said for name, said in report.passages.items() if name != place}
    report.passages = others | ({place: {"heading": headline, "words": words}} if words else {})
    report.save_next("passages")
    return report


@deed("reports.quote")
def quote(*, by: Actor, at: datetime, report: Report, version: int, keys: list[str]) -> Report:
    """Which words of people the draft uses. Only what the writer may quote today can be chosen."""
    report = lock(report, version)
    policies.quote(by, report).require()
    offered = {one.key for one in quoting.offered(report, by)}
    report.chosen_quotes = [key for key in keys if key in offered]
    report.save_next("chosen_quotes")
    return report


@deed("reports.sign")
def sign(*, by: Actor, at: datetime, report: Report, version: int) -> Report:
    """The figures are counted, kept with their definitions, and stay as they are from now on."""
    report = lock(report, version)
    policies.sign(by, report).require()
    found = figures.counted(report, by)
    if found.withheld:
        raise NotAllowed(_("You may not have every figure of this report, and so cannot sign it."))
    grants = _granted(report.authority_id, report.kind, signed=True)
    Figure.objects.bulk_create(
        Figure(authority_id=report.authority_id, grants=grants, report=report, **one)
        for one in figures.to_keep(found)
    )
    report.quotes = [one.kept() for one in quoting.chosen(report, by)]
    report.signed_by_id, report.signed_at, report.grants = by.user_id, at, grants
    report.signed_as = signed_as(by.roles)
    report.save_next("quotes", "signed_by", "signed_at", "signed_as", "grants")
    return report


@deed("reports.correct")
def correct(*, by: Actor, at: datetime, report: Report, because: str) -> Report:
    """A new draft that begins as the signed one was, and says why it is there. Its figures are counted anew."""
    report = lock(report)
    policies.correct(by, report).require()
    if not because:
        raise Incomplete(_("Say what has to be corrected, and why."), field="because")
    try:
        with transaction.atomic():
            return Report.objects.create(
                authority_id=report.authority_id, grants=_granted(report.authority_id, report.kind, signed=False),
                kind=report.kind, title=report.title, from_on=report.from_on, until_on=report.until_on,
                passages=report.passages, chosen_quotes=report.chosen_quotes, begun_by_id=by.user_id, begun_at=at,
                corrects=report, number=report.number + 1, because=because,
            )  # fmt: skip
    except IntegrityError as twice:
        raise NotNow(policies.CORRECTED) from twice


def _check(title: str, from_on: date, until_on: date) -> None:
    if not title:
        raise Incomplete(_("Give the report a title."), field="title")
    if until_on < from_on:
        raise Refusal(ENDS_EARLY, field="until_on")
