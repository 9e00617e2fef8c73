"""`python -m waymark.web`, with granian’s own words after it: the pages are loaded once, before the server divides into
processes. One that ends is replaced in a moment, by one that shares the memory of the others and need not load anew."""

from __future__ import annotations

import gc

from django.db import connections
from granian.cli import entrypoint

from waymark import wsgi


def ready() -> object:
    """What is served. Nothing that two processes must not share is left open, and what is loaded is not moved again."""
    connections.close_all()
    gc.collect()
    gc.freeze()
    return wsgi.application


if __name__ == "__main__":
    ready()
    entrypoint()
