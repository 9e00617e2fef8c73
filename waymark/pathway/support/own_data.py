"""What the support holds about a person, for whoever answers their request to see it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import own_data

AT, OF = "case__referral__person", "case.referral"


def declare() -> None:
    """Called in AppConfig.ready."""
    own_data.offer(
        own_data.of_person("support.Plan", _("A support plan"), AT, record=OF, others={"responsible"}),
        own_data.of_person("support.PlanNeed", _("A need in the plan"), AT, record=OF),
        own_data.of_person("support.Risk", _("A risk that the panel weighs"), AT, record=OF, of_others=True),
        own_data.of_person(
            "support.RiskEntry", _("How a risk stands"), f"risk__{AT}", record=f"risk.{OF}", of_others=True
        ),
        own_data.of_person(
            "support.SupportAction", _("An action of the plan"), f"plan__{AT}", record=f"plan.{OF}"
        ),
    )
    for label, title in (
        ("Update", _("How an action goes")),
        ("Briefing", _("What a provider was told")),
        ("Session", _("A session of support")),
        ("Report", _("A report of a provider")),
    ):
        path, record = f"action__plan__{AT}", f"action.plan.{OF}"
        own_data.offer(own_data.of_person(f"support.{label}", title, path, record=record))
