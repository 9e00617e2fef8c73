"""Lists of an authority: national entries, one’s own, their days; and what was chosen keeps its words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import translation

from tests.pages import Pages
from waymark.foundation import lists
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, NotNow, Refusal
from waymark.foundation.lists.actions import keeping
from waymark.foundation.lists.declared import LISTS, OWN
from waymark.foundation.lists.models import Entry
from waymark.pathway.assessment.models import CAUSES, PoliceDecision
from waymark.pathway.channel.tests.walks import CaseWalk
from waymark.pathway.referrals.destinations import AFTER_A_CASE

LIST = "destinations"
WHY = "The board decided it."


def later(days: int) -> Any:
    return clock.today() + timedelta(days=days)


def added(side: Any, label: str = "The mentoring scheme of the town", **given: Any) -> Entry:
    with side.acting("lead") as by:
        said = {"list_code": LIST, "label": label, "from_on": clock.today(), "reason": WHY} | given
        return keeping.add(by=by, authority_id=side.authority.pk, **said)


def ended(side: Any, code: str, until_on: Any, **given: Any) -> Entry:
    with side.acting("lead") as by:
        said = {"list_code": LIST, "reason": WHY} | given
        return keeping.end(by=by, authority_id=side.authority.pk, code=code, until_on=until_on, **said)


def codes(side: Any, on: Any = None) -> list[str]:
    return [code for code, _words in lists.offered(LIST, side.authority.pk, on or clock.today())]


def on(name: str, day: Any) -> dict[str, int]:
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}


def closing(cast: Any) -> CaseWalk:
    """A police assessment that only lacks its closure."""
    return CaseWalk(cast.here).sent(surname="Listly").taken_by_police().checked().marked_by_police()


def test_an_entry_is_offered_from_its_first_day_to_its_last_and_keeps_its_words(cast):
    mine = added(cast.here, from_on=later(2))
    assert mine.code not in codes(cast.here) and mine.code in codes(cast.here, later(2))
    assert mine.code not in codes(cast.there, later(2))
    ended(cast.here, mine.code, later(5))
    ended(cast.here, "mappa", later(5))
    for code in (mine.code, "mappa"):
        assert code in codes(cast.here, later(5)) and code not in codes(cast.here, later(6))
    assert "mappa" in codes(cast.there, later(6))
    assert lists.words(LIST, mine.code) == "The mentoring scheme of the town"
    assert str(lists.words(LIST, "mappa")) == "Multi-agency public protection arrangements"


def test_wrong_entries_are_refused_at_their_field(cast):
    mine = added(cast.here)
    for given, field in (
        ({"label": "the MENTORING scheme of the town"}, "label"),
        ({"label": "Housing"}, "label"),
        ({"label": "Other", "from_on": later(-1)}, "from_on"),
    ):
        with pytest.raises(Refusal) as refused:
            added(cast.here, **given)
        assert refused.value.field == field
    for code, until_on in (("none", later(1)), ("housing", later(-1)), (mine.code, later(-1))):
        with pytest.raises(Refusal) as refused:
            ended(cast.here, code, until_on)
        assert refused.value.field == "until_on"
    for code in ("housing", mine.code):
        ended(cast.here, code, later(1))
        with pytest.raises(NotNow, match="already"):
            ended(cast.here, code, later(3))
    with cast.here.acting("officer") as by, pytest.raises(NotAllowed):
        keeping.add(
            by=by,
            authority_id=cast.here.authority.pk,
            list_code=LIST,
            label="X",
            from_on=later(0),
            reason=WHY,
        )


def test_the_database_keeps_the_lists_too(cast):
    mine = added(cast.here)
    given = {"authority_id": cast.here.authority.pk, "list": LIST, "from_on": clock.today(), "reason": WHY}
    with (
        cast.here.acting("officer"),
        pytest.raises(DatabaseError, match="whoever leads"),
        transaction.atomic(),
    ):
        Entry.objects.create(code=OWN + "x", label="X", **given)
    with cast.there.acting("lead"), pytest.raises(DatabaseError, match="whoever leads"), transaction.atomic():
        Entry.objects.filter(pk=mine.pk).update(until_on=later(1))
    with cast.here.acting("lead"):
        for wrong in (
            {"code": "none", "until_on": later(1)},
            {"code": "nowhere", "until_on": later(1)},
            {"code": OWN + "y", "label": ""},
            {"code": OWN + "z", "label": "Z", "until_on": later(-1)},
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                Entry.objects.create(**given | wrong)
        with pytest.raises(DatabaseError, match="is not changed"), transaction.atomic():
            Entry.objects.filter(pk=mine.pk).update(label="Another")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Entry.objects.filter(pk=mine.pk).delete()


def test_only_what_is_offered_can_be_chosen(cast):
    mine, others = added(cast.here), added(cast.there)
    walk = closing(cast)
    for wrong in ("nowhere", others.code, *AFTER_A_CASE):
        with pytest.raises(Refusal, match="not offered") as refused:
            walk.proposed(destination=wrong)
        assert refused.value.field == "destination"
    walk.proposed(destination=mine.code)
    with walk.acting("police"):
        page = (
            Pages()
            .sign_in(cast.here.police)
            .open(reverse("assessment:record", args=[walk.assessment.referral.reference]))
        )
        assert "The mentoring scheme of the town" in page.text
        made = PoliceDecision.objects.get(assessment__referral=walk.pk)
    for code in ("nowhere", others.code, "mappa"):
        with (
            walk.acting("police"),
            pytest.raises(DatabaseError, match="not on the list"),
            transaction.atomic(),
        ):
            made.pk, made.destination = None, code
            made._state.adding = True
            made.save(force_insert=True)


def test_why_a_police_assessment_ends_is_a_list_too(cast):
    mine = added(cast.here, "Known to the town’s own panel", list_code=CAUSES)
    ended(cast.here, "malicious", later(1), list_code=CAUSES)
    walk = closing(cast)
    for wrong in ("nowhere", added(cast.here).code, added(cast.there, list_code=CAUSES).code):
        with pytest.raises(Refusal, match="not offered") as refused:
            walk.proposed(cause=wrong)
        assert refused.value.field == "cause"
    with walk.acting("police"):
        reference = walk.assessment.referral.reference
    police = Pages().sign_in(cast.here.police)
    page = police.open(reverse("assessment:close", args=[reference]))
    assert {mine.code, "context", "malicious"} <= set(page.tree.xpath("//input[@name='cause']/@value"))
    walk.proposed(cause=mine.code)
    assert "Known to the town’s own panel" in police.open(reverse("assessment:record", args=[reference])).text
    with walk.acting("police"):
        made = PoliceDecision.objects.get(assessment__referral=walk.pk)
        with pytest.raises(DatabaseError, match="cause is not on the list"), transaction.atomic():
            made.pk, made.cause = None, "nowhere"
            made._state.adding = True
            made.save(force_insert=True)


def test_an_entry_may_have_welsh_words_which_welsh_pages_show(cast):
    both, one = added(cast.here, label_cy="Cynllun mentora’r dref"), added(cast.here, "Clwb y dref")
    for language, said in (("en", both.label), ("cy", "Cynllun mentora’r dref")):
        with translation.override(language):
            assert lists.words(LIST, both.code) == said
            assert lists.words(LIST, one.code) == "Clwb y dref"
            assert (both.code, said) in lists.offered(LIST, cast.here.authority.pk, clock.today())
    for given, field in (
        ({"label": "cynllun mentora’r dref"}, "label"),
        ({"label": "Other", "label_cy": both.label}, "label_cy"),
    ):
        with pytest.raises(Refusal) as refused:
            added(cast.here, **given)
        assert refused.value.field == field
    with cast.here.acting("lead"):
        with pytest.raises(DatabaseError, match="is not changed"), transaction.atomic():
            Entry.objects.filter(pk=one.pk).update(label_cy="Clwb")
        with pytest.raises(DatabaseError, match="has_words"), transaction.atomic():
            Entry.objects.create(
                authority=cast.here.authority, list=LIST, code="housing", label_cy="Tai", reason=WHY,
                from_on=clock.today(), until_on=later(1),
            )  # fmt: skip


def test_what_ended_is_not_taken_any_more_and_old_records_keep_it(cast):
    mine = added(cast.here)
    walk = closing(cast)
    walk.proposed(destination=mine.code)
    ended(cast.here, mine.code, clock.today())
    with clock.travelled(clock.now() + timedelta(days=2)):
        assert mine.code not in codes(cast.here)
        assert lists.words(LIST, mine.code) == mine.label


def test_the_lists_of_the_program_stand_in_the_database(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT list, code, fixed FROM lists.national ORDER BY list, code")
        known = cursor.fetchall()
    declared = [(one.code, code, code in one.fixed) for one in LISTS.values() for code in one.choices.values]
    assert known == sorted(declared)


def test_figures_put_entries_of_ones_own_together(cast):
    assert OWN in lists.counted(LIST) and "housing" in lists.counted(LIST)


def test_the_pages_keep_a_list(cast):
    lead = Pages().sign_in(cast.here.lead)
    lead.open(reverse("lists:list"))
    page = lead.open(reverse("lists:list"))
    assert "Housing" in page.text and "Always offered" in page.text
    at = reverse("lists:add", args=[LIST])
    assert len(lead.fill(at, status=200).errors) == 3
    said = {"label": "The mentoring scheme of the town", "label_cy": "Cynllun mentora’r dref", "reason": WHY}
    lead.fill(at, **said, **on("from_on", clock.today()))
    again = lead.open(reverse("lists:list"))
    assert (
        said["label"] in again.text and said["label_cy"] in again.text and again.queries == page.queries <= 12
    )
    last = later(3)
    lead.fill(reverse("lists:end", args=[LIST, "mappa"]), reason=WHY, **on("until_on", last))
    with cast.here.acting("lead"):
        assert Entry.objects.get(code="mappa").until_on == last
    assert "ideology is missing closes nothing" in lead.open(reverse("lists:add", args=[CAUSES])).text
    lead.open(reverse("lists:end", args=[LIST, "nowhere"]), status=404)
    lead.open(reverse("lists:add", args=["nothing"]), status=404)
    for who in ("officer", "administrator", "coordinator"):
        Pages().sign_in(cast.here.user(who)).open(reverse("lists:list"), status=404)


def test_an_entry_that_begins_later_is_not_added_again_before_it(cast):
    added(cast.here, "The chess club", from_on=later(30))
    with pytest.raises(Refusal, match="has this already") as refused:
        added(cast.here, "the CHESS club")
    assert refused.value.field == "label"


def test_the_buttons_say_the_deed_and_what_follows(cast):
    lead = Pages().sign_in(cast.here.lead)
    for url, button, follows in (
        (reverse("lists:add", args=[LIST]), "Add the entry", "from that day on"),
        (reverse("lists:end", args=[LIST, "children"]), "Set the last day", "keeps its words"),
    ):
        page = lead.open(url)
        assert [one.text_content().strip() for one in page.tree.xpath("//main//form//button")] == [button]
        assert follows in page.text
