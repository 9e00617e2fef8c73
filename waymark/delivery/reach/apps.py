from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReachConfig(AppConfig):
    name = "waymark.delivery.reach"
    label = "reach"

    def ready(self) -> None:
        from waymark.foundation.access import permissions
        from waymark.foundation.directory import beside
        from waymark.foundation.interface import navigation

        from . import measures, messages, periods, retention, sections
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        periods.declare()
        measures.declare()
        messages.declare_messages()
        retention.declare_retention()
        beside.offer(sections.of_place)
        navigation.add("training", "reach:overview", _("Who has been reached"), Permission.SEE)
