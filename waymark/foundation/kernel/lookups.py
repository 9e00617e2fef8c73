"""Lookups that give a whole list to PostgreSQL as one parameter, so that the SQL is the same however long it is.

Django’s own `__overlap` and `__in` write each thing of the list into the SQL, and make an expression of each before.
"""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import ForeignKey, Lookup, UUIDField


class _Whole(Lookup):
    prepare_rhs = False
    shape = ""

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        left, values = self.process_lhs(compiler, connection)
        return self.shape % left, (*values, list(self.rhs))


@ArrayField.register_lookup
class Meets(_Whole):
    """`grants__meets=[…]`: the two arrays of text have something in common."""

    lookup_name = "meets"
    shape = "%s && %%s::text[]"


@ForeignKey.register_lookup
@UUIDField.register_lookup
class OneOf(_Whole):
    """`case_id__one_of=[…]`: keys that are UUIDs."""

    lookup_name = "one_of"
    shape = "%s = ANY(%%s::uuid[])"
