from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "waymark.pathway.people"
    label = "people"

    def ready(self) -> None:
        from waymark.foundation.access import permissions

        from . import own_data, retention, worklist
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        worklist.declare()
        retention.declare_retention()
        own_data.declare()
