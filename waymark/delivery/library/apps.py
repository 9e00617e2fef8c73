from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "waymark.delivery.library"
    label = "library"

    def ready(self) -> None:
        from waymark.delivery.training import beside
        from waymark.foundation.access import permissions
        from waymark.foundation.interface import navigation
        from waymark.foundation.vault import records

        from . import beside_training, documents, retention, worklist
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        worklist.declare_tasks()
        retention.declare_retention()
        records.declare(documents.RESOURCE)
        beside.offer(beside_training.links)
        beside.offer_section(beside_training.section)
        navigation.add("training", "library:resources", _("Resource library"), Permission.READ)
