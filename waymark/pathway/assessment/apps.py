from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentConfig(AppConfig):
    name = "waymark.pathway.assessment"
    label = "assessment"

    def ready(self) -> None:
        from waymark.foundation import lists, tasks
        from waymark.foundation.access import alongside
        from waymark.foundation.accounts.actions.disabling import when_disabled
        from waymark.foundation.interface import navigation
        from waymark.pathway.referrals import police_desk
        from waymark.pathway.referrals.actions import carrying
        from waymark.pathway.referrals.permissions import Permission

        from . import messages, models, own_data, pcmt, presenters, retention, worklist
        from .actions import arriving, leading

        title = _("Why a police assessment ends without a referral to the panel")
        hint = _("That an ideology is missing closes nothing.")
        lists.declare(lists.ListDefault(models.CAUSES, title, models.Cause, hint=hint))
        retention.declare_retention()
        messages.declare_messages()
        own_data.declare()
        pcmt.declare()
        tasks.declare(*worklist.KINDS)
        tasks.declare_clock(*worklist.CLOCKS)
        when_disabled(leading.when_lead_leaves)
        police_desk.take(arriving.DESK)
        alongside.offer(presenters.beside_referral)
        carrying.hang(models.PoliceAssessment, "referral")
        for part in (models.Deconfliction, models.WrittenAssessment, models.PoliceDecision):
            carrying.hang(part, "assessment__referral")
        carrying.hang(models.ClosureApproval, "decision__assessment__referral")
        navigation.add("police", "assessment:list", _("Police assessment"), Permission.POLICE_READ)
