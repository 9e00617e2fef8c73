"""What the page of a case shows of the end of support, and the words of the pages of this room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation import lists
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.roles import read_out
from waymark.foundation.interface.tables import Column, Table, reference
from waymark.foundation.kernel import clock
from waymark.foundation.tasks import clocks
from waymark.pathway.assessment.models import WrittenAssessment
from waymark.pathway.channel.beside import Section, once
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.states import ADOPTED, LOOKED_BACK_ON, CaseState
from waymark.pathway.referrals.destinations import LIST
from waymark.pathway.referrals.presenters import day
from waymark.pathway.referrals.record import pair
from waymark.pathway.support import queries as support
from waymark.pathway.support.section import listed

from . import policies, queries
from .actions import handing
from .models import REASONS, Arrival, ClosingReport, Review, ReviewKind

REPORT_INTRO = gettext_lazy(
    "Say what support has done, which needs are left and who goes on helping. The chair of the panel then signs "
    "that support has ended, or says why not."
)
SIGN_INTRO = gettext_lazy(
    "When you sign, support has ended. The panel looks back after 6 and after 12 months; both reviews are set now."
)
PAUSE_INTRO = gettext_lazy("Support stops for now. The panel keeps the case, and consent stays as it is.")
INVESTIGATION_INTRO = gettext_lazy(
    "Three facts that the panel weighs before it supports somebody who is openly investigated. Nothing follows from "
    "them by itself: the panel decides, and consent is asked all the same."
)
TRANSFER_INTRO = gettext_lazy(
    "The other authority sees what you write here and who the person is, and nothing else. You answer for the person "
    "until they accept. They ask for consent again."
)
NOT_YET = gettext_lazy("Support has not ended. When it does, the panel looks back after 6 and 12 months.")


def ending(actor: Actor, case: Case) -> Section | None:
    """The section of the case page."""
    reports = once(case, queries.reports)
    if not reports and case.state not in ADOPTED | LOOKED_BACK_ON:
        rows: list[dict[str, Any]] = list(_investigation(case))
        return Section(_("The end of support"), rows=rows, links=list(_links(actor, case))) if rows else None
    rows = [row for report in reports for row in _of_report(report, case)]
    rows += _investigation(case)
    pause = queries.open_pause(case) if case.state == CaseState.PAUSED else None
    if pause:
        since = _("%(kind)s, since %(day)s") % {"kind": pause.get_kind_display(), "day": day(pause.on)}
        rows += [pair(_("Support is paused"), since), pair(_("What has happened"), pause.reason)]
    sentence = "" if rows else NOT_YET
    return Section(_("The end of support"), rows=rows, sentence=sentence, links=list(_links(actor, case)))


def unmet(case: Case) -> dict[str, Any]:
    """What the assessments found, and no support answers: before whoever reports, and whoever signs."""
    found = support.of(case).unaddressed
    return listed(_("Needs that no support answers"), (need.words for need in found))


def report_rows(report: ClosingReport) -> list[dict[str, Any]]:
    """The whole report."""
    accepted = ""
    if report.accepted is not None:
        accepted = day(report.accepted_on) if report.accepted else _("Not yet")
    rows = [
        (_("Rests on"), assessment_named(report.assessment) if report.assessment else str(report.framework)),
        (_("What has changed"), report.changed),
        (_("Conclusion"), report.assessment.conclusion if report.assessment else report.conclusion),
        (_("Why support ends"), lists.words(REASONS, report.reason)),
        (_("What came of the support plan"), report.outcomes),
        (_("Needs that are left"), report.outstanding),
        (_("Who goes on helping"), lists.words(LIST, report.destination)),
        (_("Accepted"), accepted),
        (_("Written"), _signed(report.written_by, report.written_as, report.written_at)),
    ]
    return [pair(key, value) for key, value in rows if value]


def assessment_named(row: WrittenAssessment) -> str:
    said = {"framework": row.framework.title, "day": day(row.signed_at)}
    return _("%(framework)s, written %(day)s") % said


def review_intro(review: Review) -> str:
    """Until when, and why it is held."""
    said = {"day": day(review.due_on), "source": _source(review)}
    return _("Due on %(day)s (%(source)s). Ask the police and the agencies again before you meet.") % said


def _source(review: Review) -> str:
    if review.kind == ReviewKind.LONGER:
        return _("Decided by the panel on %(day)s") % {"day": day(date.fromisoformat(review.source))}
    return clocks.told_of(review.source)


def moving(actor: Actor, case: Case) -> Section | None:
    """The section about other authorities."""
    rows = []
    for arrived in queries.arrivals(case):
        rows += [pair(_("Taken over from"), f"{arrived.sender.name}, {day(arrived.accepted_at)}")]
        rows += handed_rows(arrived, person=False)
    sent = once(case, queries.transfers)
    for transfer in sent:
        answer = getattr(transfer, "answer", None)
        rows.append(pair(_("Handed over to"), f"{transfer.to.name}, {day(transfer.signed_at)}"))
        rows.append(pair(_("Why"), transfer.reason))
        rows.append(
            pair(
                _("Answer"),
                _answered(answer) if answer else _("It waits for their answer. You answer for it."),
            )
        )
    links = []
    if sent and getattr(sent[-1], "answer", None) is None and policies.take_back(actor, sent[-1]):
        links = [
            {"text": _("Take the transfer back"), "href": reverse("exits:take-back", args=[case.reference])}
        ]
    elif policies.transfer(actor, case):
        href = reverse("exits:transfer", args=[case.reference])
        links = [{"text": _("Hand over to another authority"), "href": href}]
    return Section(_("Other authorities"), rows=rows, links=links) if rows or links else None


def arrivals(rows: Iterable[Arrival]) -> Table:
    def opens(row: Arrival) -> Any:
        return reference(reverse("exits:arrival", args=[row.reference]), row.reference)

    columns = (
        Column(_("Reference"), opens),
        Column(_("From"), lambda row: row.sender.name),
        Column(_("Sent"), lambda row: day(row.sent_at)),
    )
    return Table(
        _("Cases that wait for your answer, oldest first"),
        columns,
        rows,
        empty=_(
            "Nothing waits for you. When another authority hands a case over, it stands here until you answer."
        ),
    )


def handed_rows(arrival: Arrival, *, person: bool) -> list[dict[str, Any]]:
    """What was handed over; with `person` also whom it is about."""
    said = arrival.handed
    whom = [(_("Name"), handing.name_of(said)), (_("Born"), said["person"]["born_on"] or _("Not known"))]
    rows = [
        *(whom if person else []),
        (_("Why"), said["reason"]),
        (_("Assessment"), said["assessment"]),
        (_("Support"), said["plan"]),
        (_("Risk, and who answers for it"), said["risk"]),
    ]
    return [pair(key, value) for key, value in rows]


def _answered(answer: Any) -> str:
    said = f"{answer.get_outcome_display()}, {day(answer.signed_at)}"
    return f"{said}\n{answer.reason}" if answer.reason else said


def _of_report(report: ClosingReport, case: Case) -> Iterator[dict[str, Any]]:
    yield from report_rows(report)
    answer = getattr(report, "sign_off", None)
    if answer is None:
        yield pair(_("Signature"), _("It waits for the chair."))
        return
    who = _signed(answer.signed_by, answer.signed_as, answer.signed_at)
    yield pair(_("Signed") if answer.signed else _("Not signed"), who)
    if answer.reason:
        yield pair(_("Reasons"), answer.reason)
    if answer.signed:
        yield pair(_("Support ended"), day(answer.ended_on))
    for review in answer.reviews.all():
        yield pair(review.get_kind_display(), _review(review, case))
        found = getattr(review, "look_back", None)
        if found is not None:
            yield pair(
                _("What was found"), "\n".join(said for said in (found.findings, found.reason) if said)
            )


def _review(review: Review, case: Case) -> str:
    found = getattr(review, "look_back", None)
    if found is not None:
        said = {"day": day(found.held_on), "decision": found.get_decision_display()}
        return _("Held on %(day)s: %(decision)s") % said
    if case.state not in LOOKED_BACK_ON:
        return _("Not held: the case has moved on.")
    said = {"day": day(review.due_on), "source": _source(review)}
    if review.due_on < clock.today():
        return _("Was due on %(day)s and is not held yet (%(source)s)") % said
    return _("Due on %(day)s (%(source)s)") % said


def _investigation(case: Case) -> Iterator[dict[str, Any]]:
    for newest in once(case, queries.investigations)[-1:]:
        for fact, on in newest.facts:
            yield pair(str(fact), day(on) or _("Not yet"))  # type: ignore[arg-type]
        yield pair(_("What the panel has to know"), newest.words)


def _links(actor: Actor, case: Case) -> Iterator[dict[str, Any]]:
    waiting = queries.report_waiting(case) if case.state == CaseState.ENDING else None
    turn = queries.review_now(case) if case.state in LOOKED_BACK_ON else None
    offered = (
        ("report", _("Write the closing report"), policies.report(actor, case)),
        ("sign", _("Sign the end of support"), waiting and policies.sign(actor, waiting)),
        ("review", _("Write down the review"), turn and policies.review(actor, turn)),
        ("pause", _("Pause the support"), policies.pause(actor, case)),
        ("go-on", _("Let support go on"), policies.go_on(actor, case)),
        ("investigation", _("Say what is known of an investigation"), policies.investigation(actor, case)),
    )
    for name, text, may in offered:
        if may:
            yield {"text": text, "href": reverse(f"exits:{name}", args=[case.reference])}


def _signed(who: Any, role: str, moment: Any) -> str:
    return f"{day(moment)}, {who.get_full_name()} ({read_out(role)})"
