"""The pages of lists."""

from django.urls import path

from .views import keeping

app_name = "lists"
urlpatterns = [
    path("", keeping.listing, name="list"),
    path("<slug:list_code>/add/", keeping.add, name="add"),
    path("<slug:list_code>/<slug:code>/end/", keeping.end, name="end"),
]
