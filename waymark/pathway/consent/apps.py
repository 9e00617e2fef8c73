from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConsentConfig(AppConfig):
    name = "waymark.pathway.consent"
    label = "consent"

    def ready(self) -> None:
        from waymark.foundation import tasks
        from waymark.foundation.interface import navigation
        from waymark.pathway.channel import beside, timeline
        from waymark.pathway.channel.actions import moving
        from waymark.pathway.referrals.actions import carrying

        from . import measures, models, own_data, presenters, retention, told, worklist

        retention.declare_retention()
        measures.declare()
        own_data.declare()
        tasks.declare(*worklist.KINDS)
        tasks.declare_clock(*worklist.CLOCKS)
        moving.follow(worklist.follow)
        beside.offer(20, presenters.section)
        timeline.offer("consent", _("Consent"), told.events)
        carrying.hang(models.Consent, "case__referral")
        carrying.hang(models.Objection, "consent__case__referral")
        carrying.hang(models.Resolution, "objection__consent__case__referral")
        carrying.hang(models.Withdrawal, "consent__case__referral")
        carrying.hang(models.Reassessment, "case__referral")
        carrying.hang(models.Reassessed, "reassessment__case__referral")
        navigation.hangs_on("channel:cases", "consent")
