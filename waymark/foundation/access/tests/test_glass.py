"""Break-glass in the database: who, which record, until when, for what; and that nobody can forge it."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError, connection, transaction
from django.http import Http404

from tests.gates.test_ground import PROTECTED, rows
from waymark.foundation.access import policies, queries
from waymark.foundation.access.actions import breaking
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Glass, Interest
from waymark.foundation.accounts.actions.disabling import disable
from waymark.foundation.kernel.refusals import NotAllowed, Refusal
from waymark.foundation.tasks.models import Task
from waymark.pathway.referrals.actions import findings
from waymark.pathway.referrals.models import Referral

from .glass_walks import REASON, SEALED, WORDS, opened, sealed, sees, shift


def test_a_sealed_referral_shows_to_the_opener_and_to_nobody_else(cast):
    cast.here.second_officer
    _walk, reference = sealed(cast.here)
    _other, unopened = sealed(cast.here, "Anotherly")
    assert not sees(cast.here, "officer", reference)
    opened(cast.here, reference)
    assert sees(cast.here, "officer", reference)
    assert not sees(cast.here, "officer", unopened), "only that record"
    assert not sees(cast.here, "second_officer", reference), "only that person"
    assert not sees(cast.there, "officer", reference)


def test_everything_of_the_record_shows_with_it(cast):
    walk, reference = sealed(cast.here)
    opened(cast.here, reference)
    with walk.acting():
        referral = walk.referral
        assert referral.person.names.exists() and referral.concerns.exists() and referral.decisions.exists()
        assert referral.submission.answers


def test_list_and_row_security_agree_about_every_table_while_something_is_open(cast, everything):
    walk, reference = sealed(cast.here)
    opened(cast.here, reference)
    with walk.acting() as actor:
        assert actor.lent == (f"record:{walk.pk}",)
    differing, through = [], set()
    for model in PROTECTED:
        with everything():
            said = set(model.objects.visible_to(actor).values_list("pk", flat=True))
            through |= (
                {model._meta.label} if model.objects.filter(grants__meets=actor.lent).exists() else set()
            )
        with walk.acting():
            if said != set(model.objects.values_list("pk", flat=True)):
                differing.append(model._meta.label)
    assert differing == []
    assert {"referrals.Referral", "people.Person", "concerns.Submission", "vault.RecordKey"} <= through


def test_after_sixty_minutes_the_rows_are_gone_though_no_job_ran(cast, everything):
    _walk, reference = sealed(cast.here)
    glass = opened(cast.here, reference)
    shift(everything, glass, 59)
    assert sees(cast.here, "officer", reference)
    shift(everything, glass, 1)
    assert not sees(cast.here, "officer", reference)


def test_a_clock_that_was_put_back_lends_nothing(cast, everything):
    _walk, reference = sealed(cast.here)
    shift(everything, opened(cast.here, reference), -10)
    assert not sees(cast.here, "officer", reference)


def test_it_is_for_reading_only(cast):
    walk, reference = sealed(cast.here)
    opened(cast.here, reference)
    with walk.acting() as by:
        referral = walk.referral
        assert Referral.objects.filter(pk=referral.pk).update(lives_with_child="yes") == 0
        refuses("DELETE FROM referrals_concern WHERE referral_id = %s", referral.pk)
        with pytest.raises((Refusal, Http404)):
            findings.note_need(
                by=by, referral=referral, words="x", bearing="separate", why="x", source="x", noted_on=None
            )


@pytest.mark.parametrize("who", ["teacher", "dsl", "police", "front_door", "ig_lead", "administrator"])
def test_other_roles_find_nothing_to_open(cast, who):
    _walk, reference = sealed(cast.here)
    with cast.here.acting(who):
        assert queries.find_breakable(reference) is None


def test_another_authority_finds_nothing_and_cannot_open_by_key(cast):
    walk, reference = sealed(cast.here)
    with cast.there.acting("officer"):
        assert queries.find_breakable(reference) is None
        refuses(
            "SELECT gate.break_glass('referrals.referral', %s, gen_random_uuid(), %s, 'G-1')", walk.pk, SEALED
        )
    with cast.there.acting("officer"):
        # Not even with the other authority’s grant in the context: the memberships say where somebody works.
        rows("SELECT set_config('waymark.grants', %s, true)", f"{{authority:{cast.here.authority.pk}:glass}}")
        refuses(
            "SELECT gate.break_glass('referrals.referral', %s, gen_random_uuid(), %s, 'G-1')", walk.pk, SEALED
        )


def refuses(statement: str, *given: object) -> None:
    with pytest.raises(ProgrammingError) as refused, transaction.atomic():
        rows(statement, *given)
    assert refused.value.__cause__.sqlstate == "42501"


def test_the_application_role_cannot_forge_an_opening(cast):
    walk, reference = sealed(cast.here)
    glass = opened(cast.here, reference)
    with cast.here.acting("officer"):
        refuses("INSERT INTO access_glass SELECT * FROM access_glass")
        refuses("UPDATE access_glass SET ends_at = ends_at + interval '1 day'")
        refuses("UPDATE access_interest SET user_id = user_id")
        refuses("INSERT INTO gate.breakable VALUES ('accounts.user', 'accounts_user')")
        assert rows("WITH gone AS (DELETE FROM access_glass RETURNING 1) SELECT count(*) FROM gone") == [(0,)]
        assert Glass.objects.filter(pk=glass.pk).exists()
    with cast.here.acting("second_officer"):
        # The grant of one record does not count when it comes from the context.
        rows("SELECT set_config('waymark.grants', %s, true)", f"{{record:{walk.pk}}}")
        assert not Referral.objects.filter(pk=walk.pk).exists()


@pytest.mark.parametrize(
    "reason", ["", "because", "need to see it", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "a b c d"]
)
def test_a_reason_is_a_sentence(cast, reason):
    _walk, reference = sealed(cast.here)
    with pytest.raises(Refusal) as refused:
        opened(cast.here, reference, reason=reason)
    assert refused.value.field == "reason"
    assert not sees(cast.here, "officer", reference)


def test_opening_twice_goes_on_and_is_not_lengthened(cast, everything):
    _walk, reference = sealed(cast.here)
    first = opened(cast.here, reference)
    shift(everything, first, 30)
    again = opened(cast.here, reference, reason="I opened it before and forgot to write a note down.")
    assert again.pk == first.pk
    with cast.here.acting("officer"):
        assert Glass.objects.get().reason == REASON
    with cast.here.acting("lead"):
        assert Task.objects.filter(kind="access.review-glass").count() == 1


def test_two_people_have_two_openings(cast):
    cast.here.second_officer
    _walk, reference = sealed(cast.here)
    one, two = opened(cast.here, reference), opened(cast.here, reference, "second_officer")
    assert one.pk != two.pk
    with cast.here.acting("officer") as by:
        breaking.end(by=by, opening=one)
    assert not sees(cast.here, "officer", reference)
    assert sees(cast.here, "second_officer", reference)


def test_nobody_ends_another_s(cast):
    _walk, reference = sealed(cast.here)
    glass = opened(cast.here, reference)
    with cast.here.acting("lead") as by, pytest.raises(NotAllowed):
        breaking.end(by=by, opening=glass)
    assert sees(cast.here, "officer", reference)


def test_a_second_opening_after_the_first_is_a_new_one_with_its_own_reason(cast):
    _walk, reference = sealed(cast.here)
    first = opened(cast.here, reference)
    with cast.here.acting("officer") as by:
        breaking.end(by=by, opening=first)
    second = opened(cast.here, reference, reason="The school called and asked what had been decided then.")
    assert second.pk != first.pk
    with cast.here.acting("officer"):
        assert len({each.reason for each in Glass.objects.all()}) == 2


def test_a_disabled_opener_sees_nothing_at_once(cast):
    _walk, reference = sealed(cast.here)
    opened(cast.here, reference)
    with cast.here.acting("administrator") as by:
        disable(by=by, user=cast.here.officer, reason="Left the council today.")
    assert rows("SELECT gate.opened_by(%s)", cast.here.officer.pk) == [([],)]
    assert not sees(cast.here, "officer", reference)


def test_an_opener_whose_role_ended_sees_nothing_at_once(cast, everything):
    _walk, reference = sealed(cast.here)
    opened(cast.here, reference)
    cast.here.officer.memberships.update(ended_at="2026-01-01T00:00Z")
    assert rows("SELECT gate.opened_by(%s)", cast.here.officer.pk) == [([],)]
    assert not sees(cast.here, "officer", reference)


def test_somebody_with_an_interest_neither_opens_nor_goes_on_reading_nor_reviews(cast, everything):
    cast.here.second_officer
    walk, reference = sealed(cast.here)
    glass = opened(cast.here, reference)
    with cast.here.acting("officer") as by:
        breaking.declare_interest(by=by, found=queries.find_breakable(reference))
    assert not sees(cast.here, "officer", reference), "what was open ends"
    with pytest.raises(NotAllowed):
        opened(cast.here, reference)
    with cast.here.acting("officer"):
        refuses(
            "SELECT gate.break_glass('referrals.referral', %s, gen_random_uuid(), %s, 'G-1')", walk.pk, SEALED
        )
    with cast.here.acting("lead") as by:
        breaking.declare_interest(by=by, found=queries.find_breakable(reference))
        assert not policies.glass_review(by, glass)
        with pytest.raises(Glass.DoesNotExist):
            breaking.review(by=by, opening=glass, verdict="justified", words=WORDS)
        refuses("SELECT gate.review_glass(%s, 'justified', %s)", glass.pk, SEALED)
    with everything():
        assert Interest.objects.count() == 2
    assert not sees(cast.here, "lead", reference), "the record’s owner neither, once they said so"


def test_a_record_one_sees_is_not_opened(cast):
    walk, reference = sealed(cast.here)
    with cast.here.acting("lead"):
        assert queries.find_breakable(reference).seen
        refuses(
            "SELECT gate.break_glass('referrals.referral', %s, gen_random_uuid(), %s, 'G-1')", walk.pk, SEALED
        )


def test_a_lead_who_opens_what_they_do_not_see_is_reviewed_by_information_governance(cast, everything):
    walk, reference = sealed(cast.here)
    with everything(), connection.cursor() as cursor:
        # A record kept even from the lead: its rows carry the system’s grant and their own.
        cursor.execute(
            "UPDATE referrals_referral SET grants = ARRAY[%s, %s] WHERE id = %s",
            [f"system:{cast.here.authority.pk}", f"record:{walk.pk}", walk.pk],
        )
    cast.here.ig_lead
    glass = opened(cast.here, reference, "lead")
    with cast.here.acting("ig_lead"):
        assert Task.objects.get(kind="access.review-glass").for_grant.endswith(":ledger")
    with cast.here.acting("lead") as by:
        breaking.end(by=by, opening=glass)
        refuses("SELECT gate.review_glass(%s, 'justified', %s)", glass.pk, SEALED)
        with pytest.raises(NotAllowed):
            breaking.review(by=by, opening=glass, verdict="justified", words=WORDS)
    with cast.here.acting("ig_lead") as by:
        assert breaking.review(by=by, opening=glass, verdict="justified", words=WORDS).reviewed_at


def test_a_review_is_another_s_in_words_once_and_after_the_end(cast):
    _walk, reference = sealed(cast.here)
    glass = opened(cast.here, reference)
    with cast.here.acting("lead") as by:
        refuses("SELECT gate.review_glass(%s, 'justified', %s)", glass.pk, SEALED)
    with cast.here.acting("officer") as by:
        breaking.end(by=by, opening=glass)
        refuses("SELECT gate.review_glass(%s, 'justified', %s)", glass.pk, SEALED)
    with cast.here.acting("lead") as by:
        with pytest.raises(Refusal) as refused:
            breaking.review(by=by, opening=Glass.objects.get(), verdict="justified", words="fine")
        assert refused.value.field == "words"
        done = breaking.review(by=by, opening=Glass.objects.get(), verdict="needs_action", words=WORDS)
        assert (done.verdict, done.reviewed_by) == ("needs_action", cast.here.lead)
        refuses("SELECT gate.review_glass(%s, 'justified', %s)", glass.pk, SEALED)
    with cast.there.acting("lead"):
        refuses("SELECT gate.review_glass(%s, 'justified', %s)", glass.pk, SEALED)


def test_it_is_kept_six_years(cast, everything):
    _walk, reference = sealed(cast.here)
    glass = opened(cast.here, reference)
    with acting(Actor.job("retention", cast.here.authority.pk)):
        assert Glass.objects.filter(pk=glass.pk).delete()[0] == 0
    shift(everything, glass, 60 * 24 * (365 * 6 + 3))
    with acting(Actor.job("retention", cast.here.authority.pk)):
        assert Glass.objects.filter(pk=glass.pk).delete()[0] == 1
