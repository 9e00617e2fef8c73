from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EngagementConfig(AppConfig):
    name = "waymark.delivery.engagement"
    label = "engagement"

    def ready(self) -> None:
        from waymark.foundation.access import alongside, permissions
        from waymark.foundation.directory import beside
        from waymark.foundation.interface import navigation

        from . import measures, messages, retention, sections, worklist
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        worklist.declare_tasks()
        measures.declare()
        messages.declare_messages()
        retention.declare_retention()
        beside.offer(sections.of_place)
        alongside.offer(sections.of_request)
        navigation.add("training", "engagement:demands", _("What was asked for"), Permission.KEEP)
        navigation.add("training", "engagement:issues", _("Issues with institutions"), Permission.KEEP)
