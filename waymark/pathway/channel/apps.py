from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChannelConfig(AppConfig):
    name = "waymark.pathway.channel"
    label = "channel"

    def ready(self) -> None:
        from waymark.foundation import outbox, tasks
        from waymark.foundation.access import glass, permissions
        from waymark.foundation.accounts.actions.disabling import when_disabled
        from waymark.foundation.interface import navigation
        from waymark.pathway.assessment import channel_desk
        from waymark.pathway.panel import attended, items

        from . import (
            agenda,
            beside,
            decided,
            measures,
            messages,
            own_data,
            retention,
            timeline,
            worklist,
        )
        from .actions import attending, leading, moving, opening
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        retention.declare_retention()
        measures.declare()
        own_data.declare()
        when_disabled(leading.when_lead_leaves)
        glass.before_interest(leading.before_interest)
        channel_desk.take(opening.DESK)
        self._hung()
        attended.keep(attending.KEEPER)
        outbox.declare(*messages.TEMPLATES)
        tasks.declare(*worklist.KINDS)
        tasks.declare_clock(*worklist.CLOCKS)
        moving.follow(worklist.follow)
        items.offer(agenda.OFFER)
        beside.offer(10, decided.section)
        timeline.offer("panel", _("The panel"), decided.events)
        navigation.add("channel", "channel:cases", _("Channel cases"), Permission.READ)

    def _hung(self) -> None:
        """What goes where its referral goes."""
        from waymark.pathway.referrals.actions import carrying

        from . import models
        from .actions import opening

        carrying.joined_by(opening.working_on)
        carrying.hang(models.Case, "referral")
        carrying.hang(models.CaseEvent, "case__referral")
        carrying.hang(models.PanelDecision, "case__referral")
        carrying.hang(models.Dissent, "decision__case__referral")
        carrying.hang(models.AttendanceCorrection, "decision__case__referral")
