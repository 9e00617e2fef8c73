"""What support tells the timeline of a case."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from waymark.foundation.interface.timeline import Event
from waymark.foundation.kernel import clock
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.timeline import event

from .models import Plan


def events(case: Case) -> Iterator[Event]:
    """One query for the plans."""
    for plan in Plan.objects.filter(case_id=case.pk).select_related("begun_by", "approved_by"):
        number = {"number": plan.number}
        begun = clock.uk_date(plan.begun_at)
        yield event(_("Support plan, version %(number)s begun") % number, begun, plan.begun_at,
                    plan.begun_by.get_full_name())  # fmt: skip
        if plan.approved_by and plan.approved_at and plan.panel_on:
            yield event(_("Support plan, version %(number)s approved") % number, plan.panel_on, plan.approved_at,
                        plan.approved_by.get_full_name())  # fmt: skip
