"""Which place a row of a list means: by URN, or by its name where that says enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.importing import kinds
from waymark.foundation.importing.kinds import Fault, Field
from waymark.foundation.kernel.text import fold
from waymark.foundation.places.models import Institution, Organisation

PLACE_FIELDS = (
    Field("place", gettext_lazy("School or organisation"), ("school", "organisation", "institution", "name of school",
          "establishmentname", "setting", "place", "employer", "workplace"),
          hint=gettext_lazy("Its name, if the list has no URN.")),
    Field("urn", gettext_lazy("URN"), ("school urn", "establishment urn")),
)  # fmt: skip


@dataclass
class Placing:
    """A place is the column that holds it and its key. Names are those of the authority’s own places; a URN may be of
    any school."""

    by_urn: dict[str, tuple[str, int]] = field(default_factory=dict)
    by_name: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, authority_id: int, *, closed: bool) -> Self:
        """Three queries. `closed`: places that have closed, too, as for what happened in the past."""
        known = cls()
        institutions = Institution.objects.all()
        if not closed:
            institutions = institutions.exclude(status=Institution.Status.CLOSED)
        own = institutions.filter(authority_id=authority_id).values_list("pk", "name", "local_name")
        for pk, name, local in own:
            for one in {fold(name), fold(local)} - {""}:
                known.by_name[one].append(("institution_id", pk))
        organisations = Organisation.objects.filter(authority_id=authority_id)
        for pk, name, institution in organisations.values_list("pk", "name", "institution_id"):
            place = ("institution_id", institution) if institution else ("organisation_id", pk)
            if place not in known.by_name[fold(name)]:
                known.by_name[fold(name)].append(place)
        schools = institutions.exclude(kind=Institution.Kind.WELSH_SCHOOL)
        known.by_urn = {
            urn.lstrip("0"): ("institution_id", pk) for urn, pk in schools.values_list("urn", "pk")
        }
        return known

    def find(self, cells: Mapping[str, str]) -> tuple[str, int]:
        """Fault (at `urn` or `place`) when it is not known, or the name says too little."""
        urn, name = kinds.line(cells, "urn", 20), kinds.line(cells, "place")
        if urn:
            found = self.by_urn.get(urn.lstrip("0"))
            if found is None:
                raise Fault(_("No school has this URN, or it has closed"), "urn")
            return found
        if not name:
            raise Fault(_("Neither a URN nor a name"), "place")
        called = self.by_name.get(kinds.folded(name), [])
        if not called:
            raise Fault(_("No school or organisation of your authority has this name"), "place")
        if len(called) > 1:
            raise Fault(_("More than one place has this name. Give the URN"), "place")
        return called[0]
