from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "waymark.delivery.training"
    label = "training"

    def ready(self) -> None:
        from waymark.foundation.access import permissions

        from . import messages, retention
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        messages.declare_messages()
        retention.declare_retention()
