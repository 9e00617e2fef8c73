from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class RetentionConfig(AppConfig):
    name = "waymark.foundation.retention"
    label = "retention"

    def ready(self) -> None:
        from waymark.foundation.access import permissions
        from waymark.foundation.interface import navigation

        from . import ground, papers, reference, replaying
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        navigation.add("retention", "retention:held", _("What we hold"), Permission.SEE_HELD)
        navigation.add("retention", "retention:proposals", _("Erasing"), Permission.APPROVE)
        ground.declare()
        replaying.declare()
        reference.declare_own()
        papers.declare()
        # What each part says of its fields. (The module of this part itself is among them, and harmless.)
        autodiscover_modules("privacy")
