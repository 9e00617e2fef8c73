"""The pack: made as its reader, cut by the walls, one person’s copy, gone a day after the meeting."""

from __future__ import annotations

import base64
from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from tests.pages import Pages
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed
from waymark.pathway.panel.actions import agenda, packs
from waymark.pathway.panel.models import Item, Pack, PanelMeeting, Sector

from .sitting import Table


@pytest.fixture
def table(cast) -> Table:
    table = Table(cast.here)
    table.seat(Sector.HEALTH, cast.here.organisation("clinic"), cast.here.panel_health)
    return table


@pytest.fixture
def held(table) -> PanelMeeting:
    return table.call(clock.now() + timedelta(days=6))


@pytest.fixture
def item(table, held, cast) -> Item:
    with cast.here.acting("coordinator") as by:
        put = table.put(by, held)
        agenda.add_paper(by=by, item=put, title="What is known", words="Wordsforall")
        agenda.add_paper(by=by, item=put, title="From the clinic", words="Wordsforhealth", sectors=["health"])
    for who in ("panel_police", "panel_health"):
        with cast.here.acting(who) as by:
            agenda.accept(by=by, meeting=held)
    return put


def made(cast, held, who: str) -> str:
    """What a reader’s pack says, its words without the spaces and line ends of a page."""
    with cast.here.acting(who) as by:
        pack = packs.ask(by=by, meeting=held)
        user, organisation = by.user_id, by.organisation_id
    packs.make_as_reader(pack.pk, user, organisation)
    with cast.here.acting(who):
        content = base64.b64decode(Pack.objects.get(pk=pack.pk).content)
    pages = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
    assert all(cast.here.user(who).full_name.split()[0] in page for page in pages)
    return "".join(pages)


def test_each_reads_what_their_agency_may_and_their_name_stands_on_each_page(held, item, cast):
    police, health = made(cast, held, "panel_police"), made(cast, held, "panel_health")
    assert "Wordsforall" in police and "Wordsforhealth" not in police
    assert "Wordsforall" in health and "Wordsforhealth" in health


def test_nobody_has_a_pack_before_the_statement_and_none_of_what_they_have_an_interest_in(
    table, held, item, cast
):
    with cast.here.acting("chair") as by, pytest.raises(NotAllowed):
        packs.ask(by=by, meeting=held)
    with cast.here.acting("coordinator") as by:
        other = table.put(by, held)
    with cast.here.acting("panel_police") as by:
        agenda.declare_interest(by=by, item=item, nature="knows")
    assert "Wordsforall" not in made(cast, held, "panel_police")
    with cast.here.acting("panel_police"):
        assert Pack.objects.get().items == [other.pk]


def test_a_pack_is_its_readers_alone_and_goes_a_day_after_the_meeting(held, item, cast):
    made(cast, held, "panel_police")
    for who in ("coordinator", "panel_health", "chair"):
        with cast.here.acting(who):
            assert not Pack.objects.exists()
    assert packs.sweep() == 0
    with clock.travelled(held.meeting.ends_at + timedelta(days=1, minutes=1)):
        assert packs.sweep() == 1


def test_the_pages_make_it_and_give_it_until_the_agenda_changes_for_the_reader(held, item, cast):
    client = Pages().sign_in(cast.here.panel_police)
    meeting = client.open(reverse("panel:meeting", args=[held.reference]))
    form = meeting.form()
    status = client.send(form["_action"], form).response["Location"]
    assert "being made" in client.open(status).text
    with cast.here.acting("panel_police") as by:
        pack, organisation = Pack.objects.get(), by.organisation_id
    packs.make_as_reader(pack.pk, cast.here.panel_police.pk, organisation)
    file = reverse("panel:pack-file", args=[pack.pk])
    assert file in client.open(status).links()
    answer = client.get(file)
    assert answer["Content-Disposition"].startswith("attachment;") and answer.content.startswith(b"%PDF")
    Pages().sign_in(cast.here.panel_health).open(file, status=404)
    with cast.here.acting("panel_police") as by:
        agenda.declare_interest(by=by, item=item, nature="knows")
    client.open(file, status=404)
    assert "Make them again" in client.open(status).text
