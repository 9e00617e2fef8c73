from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "waymark.foundation.places"
    label = "places"
