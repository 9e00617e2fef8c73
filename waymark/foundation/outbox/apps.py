from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "waymark.foundation.outbox"
    label = "outbox"

    def ready(self) -> None:
        from waymark.foundation.access import permissions

        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
