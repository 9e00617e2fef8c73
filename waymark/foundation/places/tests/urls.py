"""The site with the pages of the import behind a door that `home` gives them for real."""

from django.urls import include, path

from waymark.foundation.access.doors import requires
from waymark.foundation.places.views import importing
from waymark.home.urls import urlpatterns as site

# The administrator holds this permission; the import’s own is declared by `home`.
door = requires("access.members-manage")
urlpatterns = [*site, path("test-register/", include(importing.urls(door)))]
handler404 = "waymark.home.views.errors.not_found"
