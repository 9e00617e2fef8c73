from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TasksConfig(AppConfig):
    name = "waymark.foundation.tasks"
    label = "tasks"

    def ready(self) -> None:
        from waymark.foundation.access import permissions
        from waymark.foundation.accounts.actions.disabling import when_disabled
        from waymark.foundation.interface import navigation

        from .actions import work
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        navigation.add("people", "tasks:times", _("How long steps may take"), Permission.SET_TIMES)
        when_disabled(work.when_somebody_leaves)
