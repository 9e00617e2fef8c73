from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PanelConfig(AppConfig):
    name = "waymark.pathway.panel"
    label = "panel"

    def ready(self) -> None:
        from waymark.foundation import tasks
        from waymark.foundation.access import actors, permissions
        from waymark.foundation.interface import navigation

        from . import measures, retention, worklist
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        actors.given_by("panel.given", Permission.SIT)
        retention.declare_retention()
        measures.declare()
        tasks.declare(worklist.SIGN)
        tasks.declare_clock(*worklist.CLOCKS)
        navigation.add("panel", "panel:panels", _("Panels"), Permission.SIT)
