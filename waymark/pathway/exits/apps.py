from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExitsConfig(AppConfig):
    name = "waymark.pathway.exits"
    label = "exits"

    def ready(self) -> None:
        from waymark.foundation import lists, outbox, tasks
        from waymark.foundation.interface import navigation
        from waymark.pathway.channel import agenda, beside, deciding_rules, timeline
        from waymark.pathway.channel.actions import moving
        from waymark.pathway.channel.permissions import Permission
        from waymark.pathway.referrals.actions import carrying

        from . import measures, messages, models, own_data, presenters, queries, retention, telling, worklist
        from .actions import closing, pausing

        lists.declare(lists.ListDefault(models.REASONS, _("Why support ends"), models.Reason))
        retention.declare_retention()
        measures.declare()
        own_data.declare()
        outbox.declare(*messages.TEMPLATES)
        tasks.declare_clock(*worklist.CLOCKS)
        tasks.declare(*worklist.KINDS)
        moving.follow(worklist.follow)
        moving.follow(closing.follow)
        deciding_rules.before_adopting(pausing.three_tests)
        agenda.also_waits(queries.near_reviews)
        beside.offer(40, presenters.ending)
        timeline.offer("exits", _("The end of support and after"), telling.events)
        beside.offer(50, presenters.moving)
        navigation.add("channel", "exits:arrivals", _("Cases handed over to us"), Permission.TRANSFER)
        carrying.hang(models.ClosingReport, "case__referral")
        carrying.hang(models.SignOff, "report__case__referral")
        carrying.hang(models.Review, "exit__report__case__referral")
        carrying.hang(models.LookBack, "review__exit__report__case__referral")
        carrying.hang(models.Alarm, "review__exit__report__case__referral")
        carrying.hang(models.Pause, "case__referral")
        carrying.hang(models.GoingOn, "pause__case__referral")
        carrying.hang(models.Investigation, "case__referral")
        carrying.hang(models.Transfer, "case__referral")
        carrying.hang(models.TransferAnswer, "transfer__case__referral")
        carrying.hang(models.Arrival, "case__referral")
