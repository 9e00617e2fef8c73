"""Documents that are added to a resource by whoever keeps it. Its readers open them at a page of the library: so a role
that reads it needs no right to documents of anything else."""

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
    opens=lambda document: reverse("library:document", args=[document.about_id, document.pk]),
)
