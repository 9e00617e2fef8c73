"""A school in Westmarch that training has not reached: a letter, then a call, and why they said no."""

from __future__ import annotations

from waymark.delivery.reach.actions import approaching
from waymark.foundation.places.models import Institution

from .telling import Teller

URN = "900004"


def tell(teller: Teller) -> None:
    school = Institution.objects.get(kind=Institution.Kind.SCHOOL, urn=URN)
    authority_id = teller.places.authority.pk
    with teller.acting("officer", 30) as by:
        approaching.write(
            by=by, authority_id=authority_id, keys=[f"i-{school.pk}"], how="letter", again=False
        )
    with teller.acting("officer", 12) as by:
        approaching.note(
            by=by, authority_id=authority_id, place=school, how="call", outcome="no",
            reason="Their trust trains them; it will tell us when.",
        )  # fmt: skip
