"""The site, and the pages of the import behind a door of their own: `home` gives them the real one."""

from django.urls import include, path

from waymark.foundation.interface.doors import any_signed_in
from waymark.foundation.places.views import importing

urlpatterns = [
    path("test-register/", include(importing.urls(any_signed_in("A test signs in as the administrator")))),
    path("", include("waymark.home.urls")),
]
handler404 = "waymark.home.views.errors.not_found"
