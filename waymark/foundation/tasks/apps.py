from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "waymark.foundation.tasks"
    label = "tasks"

    def ready(self) -> None:
        from waymark.foundation.accounts.actions.disabling import when_disabled

        from .actions import work

        when_disabled(work.when_somebody_leaves)
