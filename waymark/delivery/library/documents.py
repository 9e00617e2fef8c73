"""Documents that are added to a resource: whoever may see it opens them, whoever keeps it adds them."""

from __future__ import annotations

from django.urls import reverse

from waymark.foundation.vault import records

from . import policies
from .models import Resource

RESOURCE = records.Kind(
    "resource",
    Resource,
    policies.read,
    policies.change,
    lambda resource: resource.title,
    lambda actor, resource: reverse("library:resource", args=[resource.reference]),
)
