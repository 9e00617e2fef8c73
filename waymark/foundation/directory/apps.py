from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "waymark.foundation.directory"
    label = "directory"

    def ready(self) -> None:
        from waymark.foundation.access import permissions
        from waymark.foundation.interface import navigation

        from . import importing, retention
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        retention.declare_retention()
        importing.declare()
        navigation.add("places", "directory:listing", _("Directory"), None)
        navigation.add("places", "directory:register-upload", _("Load a register"), Permission.IMPORT)
