"""Headers of every page: kept by nobody, framed by nobody, telling nobody where the reader came from. And which
methods there are at all."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.loader import render_to_string

# Powers of the browser that no page uses.
FEATURES = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "fullscreen", "geolocation",
    "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment", "picture-in-picture",
    "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
PASSKEYS = ("publickey-credentials-get=(self)", "publickey-credentials-create=(self)")
HEADERS = {
    "Permissions-Policy": ", ".join([f"{feature}=()" for feature in FEATURES] + list(PASSKEYS)),
    # Not `no-referrer`: browsers then send `Origin: null` with our own forms, and Django refuses them.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class PageHeaders:
    """Sets the headers. `Cache-Control: no-store` unless the view said otherwise; files under /static/ keep theirs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not request.path.startswith(settings.STATIC_URL) and not getattr(
            response, "kept_by_browsers", False
        ):
            response.headers["Cache-Control"] = "no-store, private"
        return response


METHODS = ("GET", "HEAD", "POST")


class PlainRequests:
    """Pages are read and forms are posted: everything else is refused before any view, wherever it is sent.
    And no address has a NUL, which no database would look for. Whoever reads where one can only post gets a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if "\x00" in request.path:
            raise Http404
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and request.method == "GET":
            # A page that was refused stands at the address of its button: changing the language there reads it.
            response.content = render_to_string("405.html")
        return response
