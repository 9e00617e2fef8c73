"""Pages of places: the directory. The pages of the import are wrapped with their permission in `home`."""

from django.urls import path

from .views import directory

app_name = "places"
urlpatterns = [
    path("institutions/", directory.institutions, name="institutions"),
    path("institutions/<int:institution_id>/", directory.institution, name="institution"),
    path("authorities/<slug:code>/", directory.authority, name="authority"),
]
