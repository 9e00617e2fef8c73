from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingConfig(AppConfig):
    name = "waymark.delivery.training"
    label = "training"

    def ready(self) -> None:
        from waymark.foundation.access import permissions
        from waymark.foundation.directory import beside
        from waymark.foundation.interface import navigation

        from . import declared_paper, importing, measures, messages, retention, sections, worklist
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        worklist.declare_tasks()
        measures.declare()
        messages.declare_messages()
        retention.declare_retention()
        importing.declare()
        declared_paper.declare()
        beside.offer(sections.of_place)
        navigation.add("training", "training:sessions", _("Training"), Permission.SEE)
        navigation.add("mine", "training:mine", _("Book training"), Permission.BOOK)
