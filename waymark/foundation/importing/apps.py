from django.apps import AppConfig


class ImportingConfig(AppConfig):
    name = "waymark.foundation.importing"
    label = "importing"

    def ready(self) -> None:
        from waymark.foundation.access import permissions

        from . import retention
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        retention.declare_retention()
