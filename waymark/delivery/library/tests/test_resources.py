"""A resource: added, found, changed, looked at again, taken out; who sees it; what page and database refuse."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.http import Http404
from django.urls import reverse

from tests.pages import Pages
from waymark.delivery.library import queries, worklist
from waymark.delivery.library.actions import resources
from waymark.delivery.library.models import Resource, Review
from waymark.delivery.training.tests.test_pages import day, pages
from waymark.foundation.access.context import acting
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, Refusal, Stale
from waymark.foundation.tasks.models import Task
from waymark.foundation.vault import presenters as documents
from waymark.foundation.vault.actions import adding
from waymark.foundation.vault.tests.files import pdf

from .holding import LINK, Library, added, for_partners, said, taken_out

LIST, PUBLIC = reverse("library:resources"), reverse("library:public")


def of(resource: Resource, route: str = "resource") -> str:
    return reverse(f"library:{route}", args=[resource.reference])


def main(page) -> str:
    return " ".join(page.tree.xpath("string(//main)").split())


def test_from_an_empty_library_to_one_looked_at_again(cast):
    officer = pages(cast.here.officer)
    assert "Nothing stands here" in officer.open(LIST).text
    officer.fill(
        reverse("library:add"), title="Films that are invented", kind="film", about="For form tutors",
        for_whom="staff", phase="secondary", language="both", nation="wales", publisher="Invented Office", link=LINK,
        sharing="public", owner=str(cast.here.officer.pk), **day("review_on", 200),
    )  # fmt: skip
    with cast.here.acting("officer"):
        held = Resource.objects.get()
    page = main(officer.open(of(held)))
    assert "Not checked" in page and "Nobody has looked at it again yet" in page and "Wales" in page
    empty = officer.fill(of(held, "review"), status=200).errors
    assert empty == [
        "Say whether the link still leads to it", "Enter the day on which somebody looks at it again",
    ]  # fmt: skip
    officer.fill(of(held, "review"), link_works="no", **day("next_on", 300))
    page = main(officer.open(of(held)))
    assert "It did not answer on" in page and "officer of Hereshire" in page
    officer.fill(of(held, "change"), link=f"{LINK}/new", owner=str(cast.here.lead.pk))
    page = officer.open(of(held))
    assert "Not checked" in main(page) and f"{LINK}/new" in page.links()
    officer.fill(of(held, "take-out"), because="Replaced by a newer one")
    page = main(officer.open(of(held)))
    assert "Replaced by a newer one" in page and "Change this resource" not in page


def test_who_sees_which_of_them(cast):
    held = Library(cast.here)
    for who in ("teacher", "dsl", "trainer", "police", "councillor", "mentor", "chair"):
        client = pages(getattr(cast.here, who))
        page = main(client.open(LIST))
        assert "Guidance that is" in page and "Lesson that is" in page and "Leaflet that is" not in page
        assert "Take it out" not in main(client.open(of(held.partners)))
        assert client.get(of(held.out)).status_code == 404
        assert client.get(of(held.public, "change")).status_code == 404
    for user in (cast.there.officer, cast.there.teacher, cast.here.administrator):
        assert pages(user).get(of(held.public)).status_code == 404
    assert "Leaflet that is" in main(pages(cast.here.officer).open(LIST))


def test_somebody_without_an_account_sees_what_is_for_everybody_of_one_council(cast):
    Library(cast.here)
    added(cast.there, title="Poster that is theirs")
    somebody = Pages()
    page = somebody.open(PUBLIC)
    text = main(page)
    assert "Guidance that is" in text and "Lesson that is" not in text and "Leaflet that is" not in text
    assert "theirs" not in text and "officer of" not in page.text and LINK in page.links()
    assert "theirs" in main(somebody.open(f"{PUBLIC}?council={cast.there.authority.pk}"))
    assert "Guidance that is" in main(somebody.open(f"{PUBLIC}?council=none&kind=guidance"))
    assert "Guidance that is" not in main(somebody.open(f"{PUBLIC}?kind=film"))
    assert somebody.get(LIST).status_code == 302


def test_a_passer_by_reads_public_rows_and_writes_none(cast, everything):
    held = Library(cast.here)
    with acting(queries.passer_by(cast.here.authority.pk)):
        assert [one.pk for one in Resource.objects.all()] == [held.public.pk]
        assert not Task.objects.exists() and not Review.objects.exists()
        with pytest.raises((ProgrammingError, IntegrityError)), transaction.atomic():
            assert not Resource.objects.filter(pk=held.public.pk).update(title="Else")
            Resource.objects.create(**{f: getattr(held.public, f) for f in ("authority", "grants")})
    with everything():
        assert Resource.objects.get(pk=held.public.pk).title == "Guidance that is invented"


def test_filters_and_words_find_it(cast):
    Library(cast.here)
    client = pages(cast.here.teacher)
    for asked in ("kind=lesson", "q=lesson+office", "phase=all&kind=lesson&for_whom=staff"):
        page = main(client.open(f"{LIST}?{asked}"))
        assert "Lesson that is" in page and "Guidance that is" not in page
    assert "nothing that you ask for" in main(client.open(f"{LIST}?q=nothing+like+it"))
    assert client.open(f"{LIST}?q={'x' * 101}").errors
    officer = pages(cast.here.officer)
    assert "Guidance that is" not in main(officer.open(f"{LIST}?stands=out"))
    assert "Leaflet that is" not in main(officer.open(f"{LIST}?stands=listed"))


def test_what_is_past_its_review_waits_for_its_owner_until_somebody_looks(cast):
    with clock.travelled(clock.now() - timedelta(days=20)):
        held = added(cast.here, days=10)
        added(cast.here, title="Booklet that waits", days=40)
    assert worklist.ask_everywhere() == 1 and worklist.ask_everywhere() == 1
    with cast.here.acting("officer") as by:
        (task,) = Task.objects.filter(kind="library.look-again")
        assert (task.for_user_id, task.about_id) == (by.user_id, str(held.pk))
        assert clock.uk_date(task.due_at) == held.review_on
    officer = pages(cast.here.officer)
    assert "Look at a resource of the library again" in officer.open(reverse("home:my-day")).text
    late = main(officer.open(f"{LIST}?stands=late"))
    assert "Was to be looked at again by" in late and "Booklet that" not in late
    officer.fill(of(held, "review"), link_works="yes", **day("next_on", 90))
    assert worklist.ask_everywhere() == 0
    with cast.here.acting("officer"):
        assert not Task.objects.filter(kind="library.look-again", done_at=None).exists()


def test_where_the_owner_plans_no_more_it_waits_for_the_team(cast):
    with clock.travelled(clock.now() - timedelta(days=20)):
        added(cast.here, days=10, owner_id=cast.here.second_officer.pk)
    User.objects.filter(pk=cast.here.second_officer.pk).update(is_active=False, disabled_at=clock.now())
    worklist.ask_everywhere()
    with cast.here.acting("officer"):
        (task,) = Task.objects.filter(kind="library.look-again")
        assert task.for_user_id is None and task.for_grant.endswith(":training-plan")


def test_documents_are_opened_by_readers_and_added_by_keepers(cast, settings, tmp_path):
    settings.WAYMARK_DOCUMENTS, settings.WAYMARK_OPEN_UNCHECKED = tmp_path, True
    settings.WAYMARK_CLAMD = str(tmp_path / "nobody")
    held = for_partners(cast.here)
    with cast.here.acting("officer") as by:
        made = adding.add_document(by=by, record=held, name="lesson.pdf", content=pdf())
    with cast.here.acting("teacher") as by, pytest.raises(NotAllowed):
        adding.add_document(by=by, record=held, name="more.pdf", content=pdf())
    there = reverse("library:document", args=[held.pk, made.pk])
    for who in ("trainer", "police", "teacher", "officer"):
        client = pages(getattr(cast.here, who))
        page = client.open(of(held))
        assert "lesson.pdf" in main(page) and there in page.links()
        assert b"".join(client.get(there).streaming_content).startswith(b"%PDF")
    assert pages(cast.here.trainer).get(documents.url("open", held, made.pk)).status_code == 404
    other = added(cast.here)
    assert (
        pages(cast.here.trainer).get(reverse("library:document", args=[other.pk, made.pk])).status_code == 404
    )
    assert pages(cast.there.trainer).get(there).status_code == 404
    settings.WAYMARK_OPEN_UNCHECKED = False
    assert pages(cast.here.trainer).get(there).status_code == 403
    with cast.here.acting("officer") as by:
        resources.take_out(by=by, resource=held, version=held.version, because="Old")
    assert pages(cast.here.trainer).get(there).status_code == 404
    assert "lesson.pdf" in pages(cast.here.officer).open(documents.url("documents", held)).text


def test_what_may_not_be_done_is_refused(cast):
    held, gone = added(cast.here), taken_out(cast.here)
    later = clock.today() + timedelta(days=9)
    with cast.here.acting("officer") as by:
        for wrong, refusal in (
            ({"title": ""}, Incomplete), ({"publisher": ""}, Incomplete), ({"link": ""}, Incomplete),
            ({"owner_id": cast.here.trainer.pk}, Refusal),
        ):  # fmt: skip
            with pytest.raises(refusal):
                resources.change(by=by, resource=held, version=held.version, said=said(cast.here, **wrong))
        with pytest.raises(Refusal, match="later"):
            resources.review(
                by=by, resource=held, version=held.version, next_on=clock.today(), link_works=True
            )
        with pytest.raises(Incomplete):
            resources.review(by=by, resource=held, version=held.version, next_on=later)
        with pytest.raises(Incomplete):
            resources.take_out(by=by, resource=held, version=held.version, because="")
        with pytest.raises(NotAllowed, match="taken out"):
            resources.review(by=by, resource=gone, version=gone.version, next_on=later, link_works=True)
        with pytest.raises(Stale):
            resources.take_out(by=by, resource=held, version=held.version + 1, because="Old")
    with cast.here.acting("trainer") as by, pytest.raises(Http404):
        resources.take_out(by=by, resource=held, version=held.version, because="Old")


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""}, {"kind": "x"}, {"phase": "x"}, {"nation": "x"}, {"link": "javascript:alert(1)"},
        {"link": "https://a b"}, {"link": ""}, {"sharing": "partners"}, {"sharing": "x"}, {"link_state": "answered"},
        {"taken_out_because": "Old"}, {"taken_out_at": "2026-01-01T00:00Z"}, {"reference": "H-NEW"},
    ],
)  # fmt: skip
def test_the_database_refuses_what_the_page_refuses(cast, wrong):
    held, gone = added(cast.here), taken_out(cast.here)
    with cast.here.acting("officer"):
        for one in (held, gone):
            with pytest.raises((ProgrammingError, IntegrityError)), transaction.atomic():
                Resource.objects.filter(pk=one.pk).update(**wrong)


def test_a_public_grant_is_refused_to_what_is_for_partners_and_a_look_stays(cast):
    held = for_partners(cast.here)
    public = f"authority:{cast.here.authority.pk}:library-public"
    with cast.here.acting("officer") as by:
        with pytest.raises(IntegrityError), transaction.atomic():
            Resource.objects.filter(pk=held.pk).update(grants=[*held.grants, public])
        look = resources.review(
            by=by, resource=held, version=held.version, next_on=clock.today() + timedelta(days=9)
        )
        with pytest.raises(ProgrammingError), transaction.atomic():
            Review.objects.filter(pk=look.pk).update(link_works=True)
    with cast.here.acting("teacher"):
        assert not Review.objects.exists()
        with pytest.raises(ProgrammingError), transaction.atomic():
            Resource.objects.create(
                **{f: getattr(held, f) for f in ("authority", "grants", "title", "publisher", "owner")},
                reference="H-ELSE", review_on=held.review_on, added_at=held.added_at, added_by=held.added_by,
                kind="lesson", for_whom="all", phase="all", language="en", sharing="partners",
            )  # fmt: skip


@pytest.mark.parametrize(
    "wrong", [{"title": "A pupil called Tom likes it"}, {"link": "www.no.scheme"}, {"link": "javascript:x"},
              {"link": "", "sharing": "public"}, {"kind": "x"}, {"owner": "x"}, day("review_on", -1)]
)  # fmt: skip
def test_a_wrong_answer_is_said_at_its_field(cast, wrong):
    officer, there = pages(cast.here.officer), reverse("library:add")
    typed = {
        "title": "Good", "kind": "page", "for_whom": "all", "phase": "all", "language": "en", "publisher": "Office",
        "link": LINK, "sharing": "public", "owner": str(cast.here.officer.pk), **day("review_on", 9),
    }  # fmt: skip
    assert officer.send(there, officer.open(there).form() | typed | wrong, status=200).errors


@pytest.mark.parametrize(("who", "where"), [("officer", LIST), ("teacher", LIST), ("", PUBLIC)])
def test_as_many_queries_for_three_as_for_one(cast, django_assert_max_num_queries, who, where):
    added(cast.here)
    client = pages(getattr(cast.here, who)) if who else Pages()
    client.open(where)
    with django_assert_max_num_queries(25) as first:
        client.open(where)
    for title in ("Two", "Three"):
        added(cast.here, title=title)
    with django_assert_max_num_queries(len(first)):
        client.open(where)
