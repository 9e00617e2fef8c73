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
        from waymark.pathway.referrals.actions import carrying

        from . import messages, models, retention, section, told, worklist
        from .actions import stopping
        from .actions.carrying import THEIRS
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        retention.declare_retention()
        messages.declare_messages()
        tasks.declare(*worklist.KINDS)
        tasks.declare_clock(*worklist.CLOCKS)
        moving.follow(stopping.when_case_moves)
        beside.offer(30, section.support)
        beside.tell_panel(section.for_panel)
        timeline.offer("support", _("Support"), told.events)
        for part in (models.Plan, models.PlanNeed):
            carrying.hang(part, "case__referral")
        carrying.hang_asked(models.SupportAction, "plan__case__referral", THEIRS)
        for given in (models.Update, models.Briefing, models.Session, models.Report):
            carrying.hang_asked(given, "action__plan__case__referral", THEIRS)
        navigation.add("support", "support:mine", _("Support to give"), Permission.GIVE)
