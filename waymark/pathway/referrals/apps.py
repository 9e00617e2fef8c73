from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReferralsConfig(AppConfig):
    name = "waymark.pathway.referrals"
    label = "referrals"

    def ready(self) -> None:
        from waymark.foundation.access import permissions
        from waymark.foundation.interface import navigation

        from . import form_measures, measures, messages, retention, triage_ready
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        navigation.add("referrals", "referrals:mine", _("Concerns and referrals"), Permission.FOLLOW)
        navigation.add("referrals", "referrals:waiting", _("Waiting for me"), Permission.APPROVE)
        navigation.add("triage", "referrals:enquiries", _("Requests for advice"), Permission.ANSWER_ENQUIRY)
        measures.declare()
        form_measures.declare()
        messages.declare_messages()
        retention.declare_retention()
        triage_ready.ready()
