from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    name = "waymark.foundation.measures"
    label = "measures"

    def ready(self) -> None:
        from waymark.foundation.access import permissions

        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
