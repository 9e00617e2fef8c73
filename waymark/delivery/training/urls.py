"""The pages of training."""

from django.urls import path

from .views import places

app_name = "training"
urlpatterns = [
    path("place/<str:token>/", places.place, name="place"),
    path("place/<str:token>/calendar/", places.calendar, name="place-calendar"),
]
