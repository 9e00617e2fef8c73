"""What the panel decided of a case, for the pages: plain rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.interface import timeline as drawn
from waymark.foundation.interface.tables import link
from waymark.foundation.kernel.kept_sql import Belonging, KeptSQL
from waymark.pathway.panel import quorum
from waymark.pathway.referrals.presenters import day

from . import agenda, policies
from . import deciding_rules as rules
from .beside import Section, once
from .models import AttendanceCorrection, Case, Outcome, PanelDecision
from .permissions import Permission
from .states import BEFORE_PANEL
from .timeline import event

# Every entry of a case, the newest first, with what corrects it. One query.
decisions = Belonging(
    PanelDecision, "case", "signed_by", "corrected_by", order=("-entered_at", "-recorded_at")
)
_corrections = KeptSQL(
    lambda case: AttendanceCorrection.objects.filter(decision__case_id=case).select_related(
        "decision", "signed_by"
    ),
    UUID,
)


def section(actor: Actor, case: Case) -> Section | None:
    """On the page of the case: what was decided when, where the case stands on an agenda, what can be written down."""
    entries, placed = once(case, decisions), agenda.items_of(actor, case)
    rows = [_line(case, one) for one in entries]
    rows += [_on_agenda(item) for item in placed[:3]]
    waits = case.state in BEFORE_PANEL and not placed and actor.may(Permission.DECIDE)
    return Section(
        _("Panel"),
        rows,
        "" if rows else _waits() if waits else _("The panel has not spoken about this case yet."),
        [one for item in placed for one in links(actor, case, item)],
    )


def _waits() -> str:
    return _(
        "This case waits to be put on an agenda. Open a meeting of the panel, choose “Put on the agenda”, and give the "
        "reference of the case."
    )


def links(actor: Actor, case: Case, item: Any) -> list[dict[str, str]]:
    """What can be written down of this item now."""
    if not policies.decide(actor, case, item):
        return []
    return [
        {
            "text": _("Write down: %(outcome)s (%(meeting)s)")
            % {"outcome": Outcome(one).label, "meeting": item.meeting.reference},
            "href": reverse("channel:decide", args=[case.reference, item.pk, one]),
        }
        for one in rules.open_to(case.state)
    ]


def _line(case: Case, one: PanelDecision) -> dict[str, Any]:
    way = link(reverse("channel:decision", args=[case.reference, one.pk]), one.get_outcome_display())
    said = [day(one.decided_on), *([_("(corrected since)")] if hasattr(one, "corrected_by") else [])]
    return {"key": {"text": " ".join(said)}, "value": {"html": way}}


def _on_agenda(item: Any) -> dict[str, Any]:
    words = _("%(purpose)s, meeting of %(day)s")
    said = words % {"purpose": item.get_purpose_display(), "day": day(item.meeting.meeting.on)}
    way = link(reverse("panel:item", args=[item.pk]), said)
    return {"key": {"text": _("On the agenda")}, "value": {"html": way}}


def referrer_warning(case: Case, there: bool) -> list[str]:
    """Whoever referred under section 36 takes part in the decision: it is said wherever the decision stands."""
    words = _("%(name)s made the referral under section 36 and takes part in this decision.")
    ground = case.section_36
    return [words % {"name": ground.signed_by.get_full_name()}] if there and ground else []


def meeting_warnings(case: Case, item: Any) -> list[str]:
    """What whoever writes a decision down has to know: who is missing by law forbids it; the panel’s quorum warns."""
    found = referrer_warning(case, rules.referrer_there(case, item))
    lack = rules.not_lawful(item)
    if lack:
        return [lack, *found]
    if quorum.present(item.meeting, item.authority_id, rules.took_no_part(item)).warns:
        found.append(_("The panel’s own quorum is not met. The law allows a decision; say why it was made."))
    return found


def events(case: Case) -> Iterable[drawn.Event]:
    """For the timeline: entries that moved nothing, and corrections. The others stand there as moves of the case."""
    for one in once(case, decisions):
        by = one.signed_by.get_full_name()
        if one.corrects_id:
            yield event(_("A decision of the panel was corrected"), one.decided_on, one.entered_at, by)
        elif one.outcome not in rules.LED_TO:
            yield event(one.get_outcome_display(), one.decided_on, one.entered_at, by)
    for row in _corrections(case.pk):
        what = _("Who came to a meeting was corrected after it decided")
        yield event(what, row.decision.decided_on, row.signed_at, row.signed_by.get_full_name())
