"""Contacts, notes and organisations: added, ended, carried over; seen by their own authority alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.directory.actions import contacts, places
from waymark.foundation.directory.models import Contact, Note
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, Refusal, Stale
from waymark.foundation.ledger.models import Deed
from waymark.foundation.places.importing import register
from waymark.foundation.places.importing.reports import Report
from waymark.foundation.places.models import Institution, InstitutionLink, Organisation, Ward


def school(authority, urn: str, name: str = "Two Trees School", **facts) -> Institution:
    given = {"kind": "school", "source": "A register", "status": "open", "authority_id": authority.pk} | facts
    register.take(Report("test"), [register.row(**given, urn=urn, name=name)])
    return Institution.objects.get(urn=urn)


@pytest.fixture
def one(cast) -> Institution:
    return school(cast.here.authority, "1001")


@pytest.fixture
def officer(cast, pages):
    return pages.sign_in(cast.here.officer)


def words(page) -> str:
    return " ".join(page.tree.text_content().split())


DAY = {"role": "dsl", "name": "Anna Contact", "email": "anna@school.example"}


def test_a_contact_is_added_corrected_and_leaves_and_stays_as_a_former_one(officer, cast, one):
    where = f"/directory/i-{one.pk}/"
    done = officer.fill(f"{where}add-contact/", **DAY, phone="")
    assert done.response.headers["Location"] == where
    page = officer.open(where)
    assert "Anna Contact" in words(page) and "Former contacts" not in words(page)
    [change, end] = page.tree.xpath("//main//table//td//a/@href")
    officer.fill(change, name="Anna Changed")
    yesterday = clock.today() - timedelta(days=1)
    given = {
        "until_on-day": yesterday.day,
        "until_on-month": yesterday.month,
        "until_on-year": yesterday.year,
    }
    officer.fill(end, **given)
    page = officer.open(where)
    assert "Anna Changed, Designated safeguarding lead, until" in words(page)
    assert page.tree.xpath("//main//table//td//a") == []
    assert "has an end already" in words(officer.open(end, status=403))


def test_a_contact_needs_a_way_to_reach_them_and_is_there_once(cast, one):
    with cast.here.acting("officer") as by:
        given = {"by": by, "place": one, "authority_id": cast.here.authority.pk, "role": "head"}
        with pytest.raises(Incomplete):
            contacts.add(**given, name="Anna Contact")
        first = contacts.add(**given, name="Anna Contact", email="anna@school.example")
        with pytest.raises(Refusal, match="there already"):
            contacts.add(**given, name="anna contact", email="ANNA@school.example")
        contacts.end(by=by, contact=first, version=first.version, until_on=clock.today() - timedelta(days=1))
        contacts.add(**given, name="Anna Contact", email="anna@school.example")
        with pytest.raises(Refusal, match="last day must not"):
            contacts.add(**given, name="B", phone="1", from_on=date(2026, 2, 1), until_on=date(2026, 1, 1))


def test_contacts_and_notes_are_of_their_authority_and_of_those_who_may_see_them(officer, pages, cast, one):
    with cast.here.acting("lead") as by:
        at = {"by": by, "place": one, "authority_id": cast.here.authority.pk}
        contacts.add(**at, **DAY)
        places.write_note(**at, version=0, words="Ring the bell twice.")
    where = f"/directory/i-{one.pk}/"
    assert "Anna Contact" in words(officer.open(where)) and "bell twice" in words(officer.open(where))
    for side, who in ((cast.here, "teacher"), (cast.there, "officer"), (cast.here, "police")):
        text = words(pages.sign_in(getattr(side, who)).open(where))
        assert "Two Trees" in text and "Anna" not in text and "bell" not in text
        with side.acting(who):
            assert not Contact.objects.exists() and not Note.objects.exists()
    assert pages.get(f"{where}add-contact/").status_code == 404


def test_who_may_not_keep_it_changes_nothing_even_past_the_page(cast, one):
    with cast.here.acting("teacher") as by, pytest.raises(NotAllowed):
        contacts.add(by=by, place=one, authority_id=cast.here.authority.pk, **DAY)
    with cast.there.acting("officer") as by:
        with pytest.raises(NotAllowed):
            contacts.add(by=by, place=one, authority_id=cast.here.authority.pk, **DAY)
        # The second wall, were the first not there.
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Contact.objects.create(
                authority=cast.here.authority,
                grants=Contact.granted(cast.here.authority.pk),
                institution=one,
                **DAY,
            )


def test_a_contact_is_at_one_place_and_ends_after_its_start(cast, one):
    wrong = (
        {},
        {"institution": one, "organisation": cast.here.organisation("school")},
        {"institution": one, "from_on": date(2026, 2, 1), "until_on": date(2026, 1, 1)},
    )
    pk = cast.here.authority.pk
    for given in wrong:
        with cast.here.acting("officer"), pytest.raises(IntegrityError), transaction.atomic():
            Contact.objects.create(authority_id=pk, grants=Contact.granted(pk), **DAY, **given)


def test_a_note_is_written_over_by_who_saw_it_and_by_nobody_else(cast, one):
    with cast.here.acting("officer") as by:
        at = {"by": by, "place": one, "authority_id": cast.here.authority.pk}
        note = places.write_note(**at, version=0, words="One")
        with pytest.raises(Stale):
            places.write_note(**at, version=0, words="Two")
        assert places.write_note(**at, version=note.version, words="Three").words == "Three"
        with connection.cursor() as cursor:
            cursor.execute("SELECT words FROM directory_note")
            assert b"Three" not in bytes(cursor.fetchone()[0])


def test_a_new_register_loses_nothing_that_an_authority_keeps(cast, one):
    with cast.here.acting("officer") as by:
        at = {"by": by, "place": one, "authority_id": cast.here.authority.pk}
        contacts.add(**at, **DAY)
        places.write_note(**at, version=0, words="Ring the bell twice.")
    Institution.objects.filter(pk=one.pk).update(local_name="The school by the park")
    school(cast.here.authority, "1001", "Two Trees Academy", phase="Primary")
    with cast.here.acting("officer"):
        one.refresh_from_db()
        assert (one.name, str(one), one.phase) == ("Two Trees Academy", "The school by the park", "Primary")
        assert Contact.objects.get().institution == one and Note.objects.get().words == "Ring the bell twice."


def test_an_academy_that_came_after_a_school_takes_its_contacts_over(officer, cast, one):
    new = school(cast.here.authority, "1002", "Two Trees Academy")
    Institution.objects.filter(pk=one.pk).update(status="closed")
    InstitutionLink.objects.create(urn="1002", linked_urn="1001", kind="Predecessor")
    with cast.here.acting("officer") as by:
        contacts.add(by=by, place=one, authority_id=cast.here.authority.pk, **DAY)
    page = officer.open(f"/directory/i-{new.pk}/")
    assert "still kept at what came before" in words(page)
    officer.fill(f"/directory/i-{new.pk}/take-over-contacts/")
    page = officer.open(f"/directory/i-{new.pk}/")
    assert "Anna Contact" in words(page)
    with cast.here.acting("officer"):
        Contact.objects.filter(institution=one).update(until_on=clock.today() - timedelta(days=1))
    assert "still kept" not in words(officer.open(f"/directory/i-{new.pk}/"))
    assert "Anna Contact, Designated safeguarding lead, until" in words(
        officer.open(f"/directory/i-{one.pk}/")
    )


def test_organisations_stand_in_the_same_list_each_once(officer, pages, cast, one):
    tied = cast.here.organisation("school")
    Organisation.objects.filter(pk=tied.pk).update(institution=one)
    ward = Ward.objects.create(code="E05999001", name="North Ward", authority=cast.here.authority)
    added = officer.fill(
        "/directory/add-organisation/",
        name="Twórcza Youth Club",
        kind="youth",
        ward=str(ward.pk),
    ).response.headers["Location"]
    page = officer.open("/directory/?ward=" + str(ward.pk))
    assert page.tree.xpath("//main//table//a/text()") == ["Twórcza Youth Club"]
    assert "North Ward" in words(officer.open(added)) and added.startswith("/directory/o-")
    names = officer.open("/directory/").tree.xpath("//main//table//a/text()")
    assert "Two Trees School" in names and tied.name not in names and names == sorted(names)
    assert officer.open("/directory/?q=tworcza").tree.xpath("//main//table//a/text()") == [
        "Twórcza Youth Club"
    ]
    assert words(officer.open(f"/directory/o-{tied.pk}/")).count("Two Trees School")
    page = officer.fill(
        "/directory/add-organisation/", status=200, name="twórcza youth club", kind="charity", ward=""
    )
    assert "there already" in words(page)
    officer.fill(f"{added}end/", **{"until_on-day": "1", "until_on-month": "1", "until_on-year": "2026"})
    assert officer.open("/directory/?status=closed").tree.xpath("//main//table//a/text()") == [
        "Twórcza Youth Club"
    ]
    other = pages.sign_in(cast.there.officer)
    assert other.open("/directory/?q=tworcza").tree.xpath("//main//table//a/text()") == []
    assert other.get(added).status_code == 404


def test_both_kinds_page_together_by_key_and_there_and_back(officer, cast):
    for n in range(40):
        if n % 2:
            school(cast.here.authority, str(2000 + n), f"Place {n:02}")
        else:
            Organisation.objects.create(authority=cast.here.authority, name=f"Place {n:02}", kind="charity")
    first = officer.open("/directory/?q=place")
    assert first.tree.xpath("//main//table//a/text()") == [f"Place {n:02}" for n in range(25)]
    second = officer.open("/directory/" + first.tree.xpath("//a[@rel='next']/@href")[0])
    assert second.tree.xpath("//main//table//a/text()") == [f"Place {n:02}" for n in range(25, 40)]
    back = officer.open("/directory/" + second.tree.xpath("//a[@rel='prev']/@href")[0])
    assert back.tree.xpath("//main//table//a/text()") == [f"Place {n:02}" for n in range(25)]


def test_names_that_are_spelt_alike_are_found_when_none_is_as_typed(officer, cast, one):
    page = officer.open("/directory/?q=two+treees+scool")
    assert page.tree.xpath("//main//table//a/text()") == ["Two Trees School"] and "spelt alike" in words(page)
    assert "spelt alike" not in words(officer.open("/directory/?q=zzzzzz"))


def test_two_schools_of_one_name_and_a_trust_over_two_authorities(officer, cast, one):
    trust = {"trust_name": "Wide Trust", "trust_code": "5001"}
    here = school(cast.here.authority, "3001", "Same Name School", **trust)
    there = school(cast.there.authority, "3002", "Same Name School", **trust)
    page = officer.open("/directory/?q=same+name")
    assert set(page.tree.xpath("//main//table//a/@href")) == {
        f"/directory/i-{one.pk}/" for one in (here, there)
    }
    assert "3001" in words(page) and "3002" in words(page)
    link = officer.open(f"/directory/i-{there.pk}/").tree.xpath("//main//a[contains(@href, 'trust=')]/@href")[
        0
    ]
    assert len(officer.open(link).tree.xpath("//main//table//a")) == 2


@pytest.mark.parametrize("key", ["i-0", "x-1", "o-abc", "i-", "i-" + "9" * 20, "organisation"])
def test_what_is_no_place_is_not_found(officer, key: str):
    assert officer.get(f"/directory/{key}/").status_code == 404


def test_every_deed_is_entered_once(cast, one, everything):
    with cast.here.acting("officer") as by:
        contacts.add(by=by, place=one, authority_id=cast.here.authority.pk, **DAY)
    with everything():
        assert list(Deed.objects.filter(deed__startswith="directory.").values_list("deed", flat=True)) == [
            "directory.add-contact"
        ]


def test_a_job_of_the_authority_sees_contacts_and_one_of_another_does_not(cast, one):
    with cast.here.acting("officer") as by:
        contacts.add(by=by, place=one, authority_id=cast.here.authority.pk, **DAY)
    with acting(Actor.job("test", cast.here.authority.pk)):
        assert Contact.objects.count() == 1
    with acting(Actor.job("test", cast.there.authority.pk)):
        assert Contact.objects.count() == 0
