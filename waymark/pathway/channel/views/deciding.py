"""What the panel decided of a case: written down at an item, read, corrected by a new entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods

from waymark.foundation.access import filling
from waymark.foundation.access.decisions import Decision
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown, version_of
from waymark.foundation.access.loading import load
from waymark.pathway.channel import decided, entry, forms, policies
from waymark.pathway.channel import deciding_rules as rules
from waymark.pathway.channel.actions import deciding
from waymark.pathway.channel.models import Case, Outcome, PanelDecision
from waymark.pathway.channel.permissions import Permission
from waymark.pathway.panel import queries as panels
from waymark.pathway.panel.models import Item
from waymark.pathway.referrals.models import Referral

BOTH = require_http_methods(["GET", "POST"])


@requires(Permission.DECIDE, shows=Referral)
@BOTH
def decide(request: HttpRequest, reference: str, item_id: UUID, outcome: str) -> HttpResponse:
    """One outcome of one item."""
    case, actor = _case(request, reference), request.actor  # type: ignore[attr-defined]
    item = load(panels.one_item(actor), actor, pk=item_id, about_id=case.referral_id)
    return _fill(
        request,
        case,
        item,
        _outcome(outcome),
        policies.decide(actor, case, item),
        lambda form: deciding.decide(
            by=actor, case=case, item=item, version=version_of(request), outcome=outcome, said=form.said()
        ),
    )


@requires(Permission.DECIDE, shows=Referral)
@BOTH
def correct(request: HttpRequest, reference: str, decision_id: UUID, outcome: str) -> HttpResponse:
    """A new entry that points back. What stands in the old one is there to be changed."""
    case, actor = _case(request, reference), request.actor  # type: ignore[attr-defined]
    found = load(_entries(), actor, pk=decision_id, case=case)
    item = load(panels.one_item(actor), actor, pk=found.item_id)
    before = {name: getattr(found, name) for name in deciding.Said.__dataclass_fields__ if name != "dissents"}
    before |= {"missing_from": str(found.missing_from_id or "")}
    before |= {f"{forms.AGAINST}{one.seat_id}": one.reason for one in found.dissents.all()}
    return _fill(
        request,
        case,
        item,
        _outcome(outcome),
        policies.correct(actor, found),
        lambda form: deciding.correct(
            by=actor, decision=found, version=version_of(request), outcome=outcome, said=form.said(),
            because=form.cleaned_data["because"],
        ),
        initial=before,
    )  # fmt: skip


@requires(Permission.READ, shows=Referral)
@require_GET
def decision(request: HttpRequest, reference: str, decision_id: UUID) -> HttpResponse:
    """One entry in full, what it corrects, and by what it was corrected."""
    case, actor = _case(request, reference), request.actor  # type: ignore[attr-defined]
    found = load(_entries(), actor, pk=decision_id, case=case)
    given = {
        "case": case,
        "decision": found,
        "rows": entry.rows(found),
        "warnings": decided.referrer_warning(case, found.referrer_there),
        "newer": getattr(found, "corrected_by", None),
        "outcomes": Outcome if policies.correct(actor, found) else (),
    }
    return shown(request, case.referral, "channel/decision.html", given)


def _fill(
    request: HttpRequest,
    case: Case,
    item: Item,
    outcome: Outcome,
    may: Decision,
    act: Callable[[forms.Decide], Any],
    initial: dict[str, Any] | None = None,
) -> HttpResponse:
    people = [(str(one.pk), one.get_full_name()) for one in rules.who_gets_it(case)]
    form = forms.Decide(
        request.POST or None,
        version=case.version,
        initial=initial,
        outcome=outcome,
        seats=rules.seats_present(item),
        people=people,
        corrects=initial is not None,
    )
    return filling.fill(
        request,
        form=form,
        may=may,
        act=lambda said: act(form),
        record=case.referral,
        template="channel/decide.html",
        given={
            "case": case,
            "item": item,
            "outcome": outcome.label,
            "warnings": decided.meeting_warnings(case, item),
        },
        back=("channel:case", case.reference),
    )


def _case(request: HttpRequest, reference: str) -> Case:
    found = Case.objects.select_related("referral__person", "section_36__signed_by")
    return load(found, request.actor, reference=reference)  # type: ignore[attr-defined]


def _entries() -> Any:
    return PanelDecision.objects.select_related("case__referral", "signed_by", "missing_from", "corrected_by")


def _outcome(said: str) -> Outcome:
    try:
        return Outcome(said)
    except ValueError as unknown:
        raise Http404 from unknown
