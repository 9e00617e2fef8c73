"""The urls of the whole site: each part’s own list under its own word."""

from waymark.home.urls import urlpatterns

handler400 = "waymark.home.views.errors.bad_request"
handler403 = "waymark.home.views.errors.forbidden"
handler404 = "waymark.home.views.errors.not_found"
handler500 = "waymark.home.views.errors.broken"

__all__ = ["urlpatterns"]
