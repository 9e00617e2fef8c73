"""Planted faults: with one condition taken out of the functions of break-glass, the walls no longer hold."""

from __future__ import annotations

from django.db import connection

from waymark.foundation.access.models import Glass

from .glass_walks import SEALED, opened, sealed, sees, shift


def without(everything, function: str, condition: str, instead: str = "") -> None:
    """The function of the database as it would be without one condition; the transaction of the test undoes it."""
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_functiondef(%s::regprocedure)", [function])
        [text] = cursor.fetchone()
        assert text.count(condition) == 1, f"{function} does not say {condition}"
        cursor.execute(text.replace(condition, instead))


def test_planted_without_the_end_the_record_stays_open(cast, everything):
    _walk, reference = sealed(cast.here)
    shift(everything, opened(cast.here, reference), 61)
    assert not sees(cast.here, "officer", reference)
    without(everything, "gate.opened_by(uuid)", "AND statement_timestamp() < g.ends_at")
    assert sees(cast.here, "officer", reference)


def test_planted_without_the_authority_another_council_opens_it(cast, everything):
    walk, _reference = sealed(cast.here)
    function = "gate.break_glass(text, uuid, uuid, bytea, text)"
    without(everything, function, "OR NOT gate.holds('authority:' || record_found.authority || ':glass')")
    without(everything, function, "OR NOT gate.works_in(who, record_found.authority)")
    with cast.there.acting("officer"), connection.cursor() as cursor:
        say = "SELECT gate.break_glass('referrals.referral', %s, gen_random_uuid(), %s, 'G-1')"
        cursor.execute(say, [walk.pk, SEALED])
        assert Glass.objects.filter(about_id=walk.pk).exists()
