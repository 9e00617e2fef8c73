from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "waymark.delivery.feedback"
    label = "feedback"

    def ready(self) -> None:
        from waymark.delivery.training import beside
        from waymark.foundation.access import permissions
        from waymark.foundation.measures import quotes

        from . import beside_training, clocks, measures, messages, quoting, retention
        from .permissions import SENTENCES, Permission

        permissions.declare(Permission, SENTENCES)
        messages.declare_messages()
        clocks.declare_clocks()
        measures.declare()
        retention.declare_retention()
        beside.offer(beside_training.links)
        quotes.offer(quoting.SOURCE)
