from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import navigation


class HomeConfig(AppConfig):
    name = "waymark.home"
    label = "home"

    def ready(self) -> None:
        from waymark.foundation.access import roles

        from .roles import ROLES

        roles.declare(ROLES)
        navigation.add("work", "home:my-day", _("My day"), None)
        navigation.add("people", "home:members", _("People and roles"), "access.members-manage")
        navigation.add("people", "home:roles", _("Roles"), "access.roles-read")
        navigation.add("ledger", "home:ledger", _("Ledger"), "access.ledger-read")
