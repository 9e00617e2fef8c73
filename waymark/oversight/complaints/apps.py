from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ComplaintsConfig(AppConfig):
    name = "waymark.oversight.complaints"
    label = "complaints"

    def ready(self) -> None:
        from waymark.foundation import tasks
        from waymark.foundation.access import permissions
        from waymark.foundation.interface import navigation
        from waymark.foundation.retention import declare_kept

        from . import worklist
        from .permissions import SENTENCES, Permission
        from .privacy import KEEP

        permissions.declare(Permission, SENTENCES)
        tasks.declare(worklist.ANSWER)
        tasks.declare_clock(worklist.ANSWER_IN)
        declare_kept("complaints.Complaint", KEEP, starts="answered_on")
        navigation.add("rights", "complaints:list", _("Complaints"), Permission.KEEP)
