from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ComplaintsConfig(AppConfig):
    name = "waymark.oversight.complaints"
    label = "complaints"

    def ready(self) -> None:
        from waymark.foundation import tasks
        from waymark.foundation.access import permissions
        from waymark.foundation.interface import navigation

        from . import retention, worklist
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        tasks.declare(worklist.ANSWER)
        tasks.declare_clock(worklist.ANSWER_IN)
        retention.declare_retention()
        navigation.add("rights", "complaints:list", _("Complaints"), Permission.KEEP)
