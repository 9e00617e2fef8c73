from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "waymark.foundation.tasks"
    label = "tasks"
