from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SupportConfig(AppConfig):
    name = "waymark.pathway.support"
    label = "support"

    def ready(self) -> None:
        from waymark.pathway.channel import beside, timeline
        from waymark.pathway.referrals.actions import carrying

        from . import models, retention, section, told

        retention.declare_retention()
        beside.offer(30, section.support)
        timeline.offer("support", _("Support"), told.events)
        for part in (models.Plan, models.PlanNeed):
            carrying.hang(part, "case__referral")
