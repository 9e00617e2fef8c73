"""Whoever declared an interest in a record sees nothing of its openings: not why, not what was read, not the verdict."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.db import ProgrammingError, connection, transaction
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.access import queries
from waymark.foundation.access.actions import breaking
from waymark.foundation.access.models import Glass, Interest
from waymark.foundation.access.models.protected import ProtectedQuerySet
from waymark.foundation.kernel.refusals import NotAllowed
from waymark.foundation.outbox.models import Envelope
from waymark.foundation.tasks.models import Task

from .glass_walks import REASON, SEALED, WORDS, opened, sealed, shift
from .test_glass_planted import without

Look = Callable[[], AbstractContextManager[None]]


def knows(cast: Cast, reference: str, who: str = "lead") -> Interest:
    with cast.here.acting(who) as by:
        return breaking.declare_interest(by=by, found=queries.find_breakable(reference))


def shown(cast: Cast, who: str) -> set[str]:
    """References of the openings that somebody sees, in the ORM and in the database, which must agree."""
    with cast.here.acting(who) as actor:
        said = set(Glass.objects.visible_to(actor).values_list("reference", flat=True))
        there = set(Glass.objects.values_list("reference", flat=True))
    assert said == there, "visible_to and row security differ"
    return there


@pytest.fixture
def opening(cast: Cast) -> tuple[Glass, Glass, str]:
    """Two openings of two sealed referrals, by an officer; and the reference of the first referral."""
    for who in ("lead", "ig_lead", "second_officer"):
        cast.here.user(who)
    reference, other = sealed(cast.here)[1], sealed(cast.here, "Anotherly")[1]
    return opened(cast.here, reference), opened(cast.here, other), reference


def test_a_lead_who_knows_the_person_sees_no_opening_of_the_record(cast: Cast, opening) -> None:
    made, other, reference = opening
    assert shown(cast, "lead") == {made.reference, other.reference}
    knows(cast, reference)
    assert shown(cast, "lead") == {other.reference}
    assert shown(cast, "ig_lead") == shown(cast, "officer") == {made.reference, other.reference}
    with cast.here.acting("lead"):
        assert queries.reads_under(made) == []


def test_its_pages_are_not_there_for_them(cast: Cast, pages: Pages, opening) -> None:
    made, other, reference = opening
    knows(cast, reference)
    pages.sign_in(cast.here.lead)
    listed = pages.open(reverse("glass:listing"))
    assert made.reference not in listed.text and other.reference in listed.text
    for name, status in (("glass:opening", 200), ("glass:review", 403)):
        assert pages.get(reverse(name, args=[made.reference])).status_code == 404
        pages.open(reverse(name, args=[other.reference]), status=status)
    pages.sign_in(cast.here.ig_lead)
    assert REASON in pages.open(reverse("glass:opening", args=[made.reference])).text


def test_whoever_opened_it_and_then_knew_the_person_sees_their_own_opening(cast: Cast, opening) -> None:
    made, _other, reference = opening
    knows(cast, reference, "officer")
    assert made.reference in shown(cast, "officer")


def test_of_other_people_s_interest_they_see_nothing_and_withdraw_none(
    cast: Cast, everything: Look, opening
) -> None:
    reference = opening[2]
    theirs = knows(cast, reference, "officer")
    mine = knows(cast, reference)
    with cast.here.acting("lead") as by:
        assert set(Interest.objects.visible_to(by)) == set(Interest.objects.all()) == {mine}
        with pytest.raises(NotAllowed):
            breaking.withdraw_interest(by=by, interest=theirs, reason="It is another person of that name.")
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT gate.withdraw_interest(%s, %s)", [theirs.pk, SEALED])
    without(
        everything, "gate.withdraw_interest(uuid,bytea)",
        "OR gate.has_interest(who, row_found.about_kind, row_found.about_id)",
    )  # fmt: skip
    with cast.here.acting("lead"), connection.cursor() as cursor:
        cursor.execute("SELECT gate.withdraw_interest(%s, %s)", [theirs.pk, SEALED])


def test_planted_without_the_policy_the_database_shows_what_the_list_does_not(
    cast: Cast, everything: Look, opening
) -> None:
    knows(cast, opening[2])
    with everything(), connection.cursor() as cursor:
        cursor.execute("DROP POLICY access_glass_interest ON access_glass")
    with pytest.raises(AssertionError, match="differ"):
        shown(cast, "lead")


def test_planted_without_the_list_the_database_still_shows_nothing(
    cast: Cast, opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    knows(cast, opening[2])
    monkeypatch.setattr(type(Glass.objects.all()), "visible_to", ProtectedQuerySet.visible_to)
    assert shown(cast, "lead") == {opening[1].reference}


def test_planted_without_the_condition_what_was_read_shows(cast: Cast, everything: Look, opening) -> None:
    made, _other, reference = opening
    with everything(), connection.cursor() as cursor:
        cursor.execute("SET ROLE waymark_guard")
        cursor.execute(
            "INSERT INTO ledger.read (actor, purpose, authority_id, page, about_kind, about_id) "
            "VALUES ('user:x', %s, %s, '/page/', 'k', 'i')",
            [f"break-glass {made.pk}", cast.here.authority.pk],
        )
        cursor.execute("SET ROLE NONE")
    with cast.here.acting("ig_lead"):
        assert len(queries.reads_under(made)) == 1
    knows(cast, reference)
    with cast.here.acting("lead"):
        assert queries.reads_under(made) == []
    without(
        everything, "gate.glass_reads(uuid)",
        "AND (g.opened_by_id = gate.acting_user() OR NOT gate.has_interest(gate.acting_user(), g.about_kind, g.about_id))",
    )  # fmt: skip
    with cast.here.acting("lead"):
        assert len(queries.reads_under(made)) == 1


@pytest.mark.parametrize("interest", [True, False])
def test_where_every_lead_knows_the_person_governance_is_asked_and_told_at_once(
    cast: Cast, everything: Look, interest: bool
) -> None:
    for who in ("lead", "ig_lead"):
        cast.here.user(who)
    reference = sealed(cast.here)[1]
    if interest:
        knows(cast, reference)
    made, pk = opened(cast.here, reference), cast.here.authority.pk
    with everything():
        task = Task.objects.get(kind="access.review-glass")
        told = set(
            Envelope.objects.filter(message__reference=made.reference).values_list("user_id", flat=True)
        )
    leads, governance = f"authority:{pk}:lead", f"authority:{pk}:ledger"
    lead, ig_lead = cast.here.lead.pk, cast.here.ig_lead.pk
    assert (task.for_grant, task.escalate_to) == ((governance, leads) if interest else (leads, governance))
    assert told == ({ig_lead} if interest else {lead, ig_lead})
    shift(everything, made, 61)
    with cast.here.acting("ig_lead") as by:
        breaking.review(by=by, opening=made, verdict="justified", words=WORDS)
