from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConcernsConfig(AppConfig):
    name = "waymark.pathway.concerns"
    label = "concerns"

    def ready(self) -> None:
        from waymark.foundation.access import permissions
        from waymark.foundation.interface import navigation, shell
        from waymark.foundation.tasks import beside
        from waymark.foundation.vault import records

        from . import documents, measures, messages, retention, worklist
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        navigation.add("referrals", "concerns:mine", _("Concerns and referrals"), Permission.FOLLOW)
        navigation.add("referrals", "concerns:waiting", _("Waiting for me"), Permission.APPROVE)
        navigation.add("people", "concerns:routing", _("To whom referrals go"), Permission.ROUTE)
        navigation.add("triage", "concerns:enquiries", _("Requests for advice"), Permission.ANSWER_ENQUIRY)
        shell.exit_on("concerns")
        beside.offer(worklist.drafts_left)
        measures.declare()
        messages.declare_messages()
        retention.declare_retention()
        records.declare(documents.DRAFT)
        records.declare(documents.SUBMISSION)
