from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class RetentionConfig(AppConfig):
    name = "waymark.foundation.retention"
    label = "retention"

    def ready(self) -> None:
        from waymark.foundation.access import permissions

        from . import ground, reference
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        ground.declare()
        reference.declare_own()
        # What each part says of its fields. (The module of this part itself is among them, and harmless.)
        autodiscover_modules("privacy")
