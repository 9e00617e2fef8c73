from django.apps import AppConfig


class ReachConfig(AppConfig):
    name = "waymark.delivery.reach"
    label = "reach"

    def ready(self) -> None:
        from . import measures, periods

        periods.declare()
        measures.declare()
