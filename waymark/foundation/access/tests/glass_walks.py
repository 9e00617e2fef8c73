"""For tests of break-glass: a sealed referral, and hands on the clock of a row that the application may not touch."""

from __future__ import annotations

import time
from typing import Any

from django.db import connection

from tests.cast import Side
from waymark.foundation.access import queries
from waymark.foundation.access.actions import breaking
from waymark.foundation.access.models import Glass
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.tests.walks import Walk

REASON = "A new referral of a sibling came in and I need to know what was found."
WORDS = "The sibling’s referral needed it, and only that was read."
# What the functions of the database take for sealed words: nothing opens it.
SEALED = b"\x01" + bytes(60)


def sealed(side: Side, surname: str = "Unfoundly", **answers: Any) -> tuple[Walk, str]:
    """A referral that was mistaken, and so sealed; and its reference."""
    walk = Walk(side).received(surname=surname, **answers).ready()
    with walk.acting():
        reference = walk.referral.reference
    walk.decided("unfounded")
    return walk, reference


def opened(side: Side, reference: str, who: str = "officer", reason: str = REASON) -> Glass:
    with side.acting(who) as by:
        found = queries.find_breakable(reference)
        assert found is not None, f"{who} finds no {reference}"
        return breaking.open_record(by=by, found=found, reason=reason)


def sees(side: Side, who: str, reference: str) -> bool:
    """By a fresh actor, as a new request would: in the ORM and in the database, which must agree."""
    with side.acting(who) as actor:
        said = Referral.objects.visible_to(actor).filter(reference=reference).exists()
        shown = Referral.objects.filter(reference=reference).exists()
    assert said == shown, "visible_to and row security differ"
    return shown


def shift(everything: Any, glass: Glass, minutes: int) -> None:
    """As if it had been opened so many minutes earlier. Behind the walls: the application may not."""
    with everything(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE access_glass SET opened_at = opened_at - make_interval(mins => %s), "
            "ends_at = ends_at - make_interval(mins => %s), ended_at = ended_at - make_interval(mins => %s) WHERE id = %s",
            [minutes, minutes, minutes, glass.pk],
        )


def signed_in(pages: Any, user: Any, seconds: int = 0) -> Any:
    """Signed in with a password so many seconds ago, as the session of a real sign-in says."""
    user.set_password("not a guess, not short")
    user.save(update_fields=["password"])
    pages.sign_in(user)
    session = pages.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time() - seconds}]
    session["account_authentication_methods_user"] = session["_auth_user_id"]
    session.save()
    return pages
