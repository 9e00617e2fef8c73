from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChannelConfig(AppConfig):
    name = "waymark.pathway.channel"
    label = "channel"

    def ready(self) -> None:
        from waymark.foundation.access import permissions
        from waymark.foundation.accounts.actions.disabling import when_disabled
        from waymark.foundation.interface import navigation
        from waymark.pathway.assessment import channel_desk
        from waymark.pathway.referrals.actions import carrying

        from . import models, retention
        from .actions import leading, opening
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        retention.declare_retention()
        when_disabled(leading.when_lead_leaves)
        channel_desk.take(opening.DESK)
        carrying.joined_by(opening.working_on)
        carrying.hang(models.Case, "referral")
        carrying.hang(models.CaseEvent, "case__referral")
        navigation.add("channel", "channel:cases", _("Channel cases"), Permission.READ)
