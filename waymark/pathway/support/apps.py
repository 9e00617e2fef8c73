from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SupportConfig(AppConfig):
    name = "waymark.pathway.support"
    label = "support"

    def ready(self) -> None:
        from waymark.foundation import tasks
        from waymark.foundation.access import permissions
        from waymark.foundation.interface import navigation
        from waymark.pathway.channel import beside, timeline
        from waymark.pathway.channel.actions import moving

        from . import (
            measures,
            messages,
            own_data,
            retention,
            risk_tasks,
            risks_shown,
            section,
            told,
            worklist,
        )
        from .actions import stopping
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        retention.declare_retention()
        measures.declare()
        own_data.declare()
        messages.declare_messages()
        tasks.declare(*worklist.KINDS, *risk_tasks.KINDS)
        tasks.declare_clock(*worklist.CLOCKS)
        moving.follow(stopping.when_case_moves)
        beside.offer(30, section.support)
        beside.offer(35, risks_shown.section)
        beside.tell_panel(section.for_panel)
        beside.tell_panel(risks_shown.for_panel)
        timeline.offer("support", _("Support"), told.events)
        self._hung()
        navigation.add("support", "support:mine", _("Support to give"), Permission.GIVE)
        navigation.hangs_on("channel:cases", "support")

    def _hung(self) -> None:
        """What goes where its referral goes, and what whoever was asked sees of it."""
        from waymark.pathway.referrals.actions import carrying

        from . import models
        from .actions.carrying import THEIRS

        for part in (models.Plan, models.PlanNeed):
            carrying.hang(part, "case__referral")
        carrying.hang(models.FundRequest, "action__plan__case__referral")
        carrying.hang_asked(models.SupportAction, "plan__case__referral", THEIRS)
        for given in (models.Update, models.Briefing, models.Session, models.Report):
            carrying.hang_asked(given, "action__plan__case__referral", THEIRS)
        carrying.hang_asked(models.Risk, "case__referral", THEIRS)
        carrying.hang_asked(models.RiskEntry, "risk__case__referral", THEIRS)
