from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "waymark.foundation.meetings"
    label = "meetings"

    def ready(self) -> None:
        from . import messages, retention

        messages.declare_messages()
        retention.declare_retention()
