"""What the pages of consent show: plain rows, made once, with no query left in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.roles import read_out
from waymark.foundation.kernel import clock
from waymark.pathway.channel import beside
from waymark.pathway.channel.beside import Section
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.states import ADOPTED
from waymark.pathway.panel.permissions import Permission as Arranging
from waymark.pathway.referrals.presenters import day
from waymark.pathway.referrals.record import pair

from . import policies, queries, standing
from .kinds import SupportKind
from .models import Asked, Consent, Objection, Reassessment, Withdrawal
from .queries import Said, Status
from .states import SUPPORTED, WITHOUT
from .texts import Told

STANDS = {
    Status.NOT_ASKED: gettext_lazy("Not asked yet. Nothing starts before consent is given."),
    Status.NOT_GIVEN: gettext_lazy("There is no consent, and so no support."),
    Status.DISPUTED: gettext_lazy("Given, and disputed: nothing is covered until the objection is resolved."),
    Status.OVERRULED: gettext_lazy("Given, and it does not stand after an objection."),
    Status.WITHDRAWN: gettext_lazy("Taken back. Support has stopped."),
}
Rows = list[dict[str, Any]]


@dataclass
class Whole:
    """Plain rows for the page: where it stands, what may be done, each answer as a card with what became of it."""

    rows: Rows
    steps: list[dict[str, Any]]
    cards: list[dict[str, Any]] = field(default_factory=list)
    days: list[dict[str, Any]] = field(default_factory=list)


def section(actor: Actor, case: Case) -> Section | None:
    """On the page of the case, from its adoption on."""
    said = beside.once(case, queries.said)
    if case.state not in ADOPTED and not said.entries:
        return None
    links = list(steps(actor, case, said))
    if said.entries or said.days:
        links.append(
            {"text": _("What was said of consent"), "href": reverse("consent:said", args=[case.reference])}
        )
    return Section(_("Consent to support"), rows=where_it_stands(case, said), links=links)


def whole(actor: Actor, case: Case) -> Whole:
    said = queries.said(case)
    cards = [card(entry, said) for entry in reversed(said.entries)]
    days = [{"rows": reassessment(row)} for row in reversed(said.days)]
    return Whole(where_it_stands(case, said), list(steps(actor, case, said)), cards, days)


def steps(actor: Actor, case: Case, said: Said) -> Iterator[dict[str, Any]]:
    """What whoever looks may do now."""
    may_record, may_correct = policies.record(actor, case), policies.correct(actor, case, said)
    offered = (
        ("resolve", _("Resolve the objection"), policies.resolve(actor, case, said)),
        ("given", _("Record that consent was given"), may_record),
        ("not-given", _("Record that consent was refused or not obtained"), may_record),
        ("withdraw", _("Record that consent was taken back"), policies.withdraw(actor, case, said)),
        ("object", _("Say that somebody objects"), policies.object_to(actor, case, said)),
        ("reassess", _("Record that the panel looked again"), policies.reassess(actor, case, said)),
        ("correct", _("Correct the last answer"), may_correct),
        ("correct-answer", _other_way(said), may_correct),
    )
    for page, text, may in offered:
        if may:
            yield {"text": text, "href": reverse(f"consent:{page}", args=[case.reference])}
    if case.state in WITHOUT and actor.may(Arranging.ARRANGE):
        yield {"text": _("Put the case on an agenda"), "href": reverse("panel:panels")}


def _other_way(said: Said) -> str:
    if said.newest is not None and said.newest.is_given:
        return _("Consent was not given: correct the last answer")
    return _("Consent was given: correct the last answer")


def where_it_stands(case: Case, said: Said) -> Rows:
    newest = said.newest
    rows = [pair(_("Where it stands"), _state(case, said))]
    if newest is not None:
        rows.append(pair(_("Answer"), _answer(newest)))
    if newest is not None and said.status == Status.GIVEN:
        rows.append(pair(_("Covers"), _kinds(newest)))
    if newest is not None and newest.child_view:
        rows.append(pair(_("The child’s own view"), newest.get_child_view_display()))
    if said.open_objection is not None:
        rows.append(pair(_("Objection"), said.open_objection.get_grounds_display()))
    if case.state in WITHOUT and said.waiting is not None:
        rows.append(pair(_("The panel looks again"), day(said.waiting.due_on)))
    return rows


def _state(case: Case, said: Said) -> str:
    if said.status != Status.GIVEN or said.newest is None:
        return str(STANDS[said.status])
    ends = standing.ends_on(said.newest)
    if standing.of(case, clock.today()) is None:
        return _(
            "Given, and over since %(day)s: it covers nothing now, and support has stopped. Ask again."
        ) % {"day": day(ends)}
    if case.state not in SUPPORTED:
        return _("Given.")
    return _("Given. It ends on %(day)s.") % {"day": day(ends)}


def _answer(entry: Consent) -> str:
    words = {
        "answer": entry.get_answer_display(),
        "giver": entry.get_giver_display(),
        "day": day(entry.asked_on),
    }
    return _("%(answer)s: %(giver)s, %(day)s") % words


def _kinds(entry: Consent) -> str:
    return ", ".join(str(SupportKind(kind).label) for kind in entry.scope)


def card(entry: Consent, said: Said) -> dict[str, Any]:
    """One answer whole. `was_corrected`: a newer entry stands in its place."""
    corrected = any(row.corrects_id == entry.pk for row in said.entries)
    title = _("%(answer)s, %(day)s") % {"answer": entry.get_answer_display(), "day": day(entry.asked_on)}
    if corrected:
        title = _("%(title)s (corrected since)") % {"title": title}
    parts = [{"title": "", "rows": answer_rows(entry)}]
    parts += [{"title": _("Objection"), "rows": objection(row)} for row in entry.objections.all()]
    if hasattr(entry, "withdrawal"):
        parts.append({"title": _("Taken back"), "rows": withdrawal(entry.withdrawal)})
    return {"title": title, "parts": parts}


def answer_rows(entry: Consent) -> Rows:
    told = "\n".join(str(Told(one).label) for one in entry.told)
    assessed = ", ".join(
        [day(entry.capacity_on), entry.capacity_by, entry.capacity_reference] if entry.capacity_on else []
    )
    return _filled(
        (_("Why this corrects the earlier entry"), entry.correction_because),
        (_("Why there is none"), entry.because),
        (_("Of whom"), ": ".join(filter(None, [str(entry.get_giver_display()), entry.giver_name]))),
        (_("Under 18 on that day"), _("Yes") if entry.child else _("No")),
        (_("How that is known"), entry.age_basis),
        (_("Parental responsibility"), entry.responsibility),
        (_("The child’s own view"), entry.get_child_view_display() if entry.child_view else ""),
        (_("In the child’s own words"), entry.child_words),
        (_("Whether the person can decide this"), entry.get_capacity_display() if entry.capacity else ""),
        (_("Assessed"), assessed),
        (_("How it was asked"), f"{entry.get_method_display()}: {entry.place}"),
        (_("Who asked"), entry.asked_by),
        (_("Language"), entry.language),
        (_("Interpreter"), entry.interpreter),
        (_("Told before"), told),
        (_("Explained as"), entry.explained_as),
        (_("Privacy notice"), entry.notice_version),
        (_("Wording"), entry.text_version),
        (_("Covers"), _kinds(entry)),
        (_("How it was given"), entry.get_manner_display() if entry.manner else ""),
        (_("Witness"), entry.witness),
        (_("Ends on"), day(standing.ends_on(entry)) if entry.expires_on else ""),
        (_("Signed"), _signed(entry)),
    )


def objection(row: Objection) -> Rows:
    found = _filled(
        (_("What is said"), row.get_grounds_display()),
        (_("By whom"), row.said_by),
        (_("In their words"), row.words),
        (_("Signed"), _signed(row)),
    )
    if hasattr(row, "resolution"):
        after = row.resolution
        asked = ", ".join(str(Asked(one).label) for one in after.asked)
        found += _filled(
            (_("Resolved"), _("The consent stands.") if after.stands else _("The consent does not stand.")),
            (_("Who was asked"), f"{asked}. {after.asked_words}"),
            (_("Why"), after.reason),
            (_("Signed"), _signed(after)),
        )
    return found


def withdrawal(row: Withdrawal) -> Rows:
    return _filled(
        (_("On"), day(row.withdrawn_on)),
        (_("By whom"), row.get_withdrawn_by_display()),
        (_("How they told"), row.get_method_display()),
        (_("In their words"), row.words),
        (_("What else keeps the person safe"), row.safeguarding),
        (_("Signed"), _signed(row)),
    )


def reassessment(row: Reassessment) -> Rows:
    found = _filled(
        (_("Day"), day(row.due_on)), (_("Because"), row.get_cause_display()), (_("Signed"), _signed(row))
    )
    if hasattr(row, "outcome"):
        found += _filled(
            (_("What came of it"), row.outcome.get_outcome_display()),
            (_("Why"), row.outcome.reason),
            (_("Signed"), _signed(row.outcome)),
        )
    return found


def _filled(*rows: tuple[str, Any]) -> Rows:
    return [pair(key, str(value)) for key, value in rows if value]


def _signed(row: Any) -> str:
    return f"{row.signed_by.get_full_name()} ({read_out(row.signed_as)}), {day(row.signed_at)}"
