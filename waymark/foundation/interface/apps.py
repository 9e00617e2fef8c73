from django.apps import AppConfig


class InterfaceConfig(AppConfig):
    name = "waymark.foundation.interface"
    label = "interface"
