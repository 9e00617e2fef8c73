from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ListsConfig(AppConfig):
    name = "waymark.foundation.lists"
    label = "lists"

    def ready(self) -> None:
        from waymark.foundation.access import permissions
        from waymark.foundation.interface import navigation

        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        navigation.add("people", "lists:list", _("Lists to choose from"), Permission.KEEP)
