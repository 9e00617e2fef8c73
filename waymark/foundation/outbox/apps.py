from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OutboxConfig(AppConfig):
    name = "waymark.foundation.outbox"
    label = "outbox"

    def ready(self) -> None:
        from waymark.foundation.access import permissions
        from waymark.foundation.interface import navigation

        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        navigation.add("people", "outbox:waiting", _("Messages waiting"), Permission.SEE_QUEUE)
