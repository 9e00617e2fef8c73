"""The pages of times."""

from django.urls import path

from .views import times

app_name = "tasks"
urlpatterns = [
    path("", times.listing, name="times"),
    path("<str:code>/", times.set_time, name="set-time"),
]
