"""A pack is asked for, made in the background as its reader, and goes a day after the meeting."""

from __future__ import annotations

import base64
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app as queue

from waymark.foundation import papers
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.loading import lock
from waymark.foundation.interface import nations
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotNow
from waymark.foundation.ledger import reads
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Authority
from waymark.pathway.panel import packing, policies
from waymark.pathway.panel.models import Pack, PanelMeeting

MAKE = "panel.make-pack"
KEPT = timedelta(days=1)
NOTHING = _("Nothing that you may read is on the agenda.")


@deed("panel.ask-pack")
def ask(*, by: Actor, at: datetime, meeting: PanelMeeting) -> Pack:
    """Whoever accepted the statement asks for the papers; the queue makes them once this is written."""
    policies.read_papers(by, meeting).require()
    pack = Pack(
        authority_id=meeting.authority_id,
        meeting=meeting,
        reader_id=by.user_id,
        organisation_id=by.organisation_id,
        asked_at=at,
        until=max(at, meeting.meeting.ends_at) + KEPT,
    )
    papers_of = [f"papers:{meeting.pk}", f"authority:{meeting.authority_id}:panel"]
    pack.grants = [*papers_of, pack.system_grant()]
    pack.save(force_insert=True)
    queue.configure_task(MAKE).defer(
        pack_id=str(pack.pk), user_id=str(by.user_id), organisation_id=by.organisation_id
    )
    return pack


@deed("panel.make-pack")
def make(*, by: Actor, at: datetime, pack: Pack) -> Pack:
    """The PDF, as its reader sees the agenda at this moment. Each item is entered as read by them."""
    pack = lock(pack)
    if pack.made_at is not None:
        return pack
    policies.read_papers(by, pack.meeting).require()
    found = packing.seen(by, pack)
    if not found:
        raise NotNow(NOTHING)
    for item in found:
        reads.enter("panel:pack-file", item)
    pack.content = base64.b64encode(papers.pdf(packing.paper(by, pack, found))).decode()
    pack.items, pack.made_at = [item.pk for item in found], at
    pack.save_next("content", "items", "made_at")
    return pack


@deed("panel.fail-pack")
def fail(*, by: Actor, at: datetime, pack: Pack) -> Pack:
    """It could not be made: its page says so."""
    pack = lock(pack)
    pack.failed_at = at
    pack.save_next("failed_at")
    return pack


def make_as_reader(pack_id: UUID, user_id: UUID, organisation_id: int) -> None:
    """The job: does nothing for a pack that is gone or not open to its reader any more."""
    reader = Actor.of_user(user_id, organisation_id)
    try:
        with acting(reader) as by:
            pack = Pack.objects.visible_to(by).select_related("reader").filter(pk=pack_id).first()
            if pack is not None:
                with translation.override(nations.said_in(pack.reader.language, by.nation)):
                    make(by=by, pack=pack)
    except Exception:
        with acting(reader) as by:
            pack = Pack.objects.visible_to(by).filter(pk=pack_id).first()
            if pack is not None:
                fail(by=by, pack=pack)
        raise


def sweep() -> int:
    """Deletes the packs whose time is over, and so the key that seals each. How many."""
    authorities = Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True)
    with acting(Actor.job("panel.sweep-packs", *authorities)):
        deleted, _each = Pack.objects.filter(until__lte=clock.now()).delete()
    return deleted
