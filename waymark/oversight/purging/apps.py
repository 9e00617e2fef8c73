from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PurgingConfig(AppConfig):
    name = "waymark.oversight.purging"
    label = "purging"

    def ready(self) -> None:
        from waymark.foundation import tasks
        from waymark.foundation.access import permissions
        from waymark.foundation.interface import navigation
        from waymark.foundation.kernel import restoring

        from . import replaying, retention, worklist
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        tasks.declare(worklist.DECIDE)
        tasks.declare_clock(worklist.SOON)
        retention.declare_retention()
        restoring.declare_erased("purging.items", listed=replaying.listed, again=replaying.again)
        navigation.add("rights", "purging:list", _("Taking out an item"), Permission.ASK)
