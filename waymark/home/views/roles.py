"""The role table, as an administrator reads it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from waymark.foundation.access.doors import requires
from waymark.foundation.access.permissions import SENTENCES, Permission
from waymark.home.roles import ROLES


@requires(Permission.ROLES_READ)
def table(request: HttpRequest) -> HttpResponse:
    """Each role with the sentence that says what it is for and what it may do."""
    rows = [
        {
            "role": role,
            "may": [SENTENCES[p] for p in sorted(role.permissions)],
            "never_with": [other.name for other in ROLES if other.code in role.excludes],
        }
        for role in ROLES
    ]
    return render(request, "home/roles.html", {"rows": rows})
