"""The pack of a meeting as a paper: what its reader sees of the agenda, no more, in the order of the agenda."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.interface.moments import moment
from waymark.foundation.papers import Block, Facts, Heading, NewPage, Paper, Points, Words

from . import items, queries, statement
from .agenda_page import title_of
from .models import Item, Pack
from .models import Paper as ItemPaper


def seen(actor: Actor, pack: Pack) -> list[Item]:
    """The items that the actor may read now, in their order. What the walls keep from them is not there."""
    return list(queries.agenda(actor, pack.meeting).select_related("authority"))


def paper(actor: Actor, pack: Pack, found: list[Item]) -> Paper:
    """Read as the reader: row security cuts items and papers, also by agency and by interest."""
    held = pack.meeting.meeting
    words = _("%(who)s, %(organisation)s, %(when)s")
    reader = {
        "who": pack.reader.get_full_name(), "organisation": pack.organisation.name, "when": moment(pack.asked_at),
    }  # fmt: skip
    blocks: list[Block] = [
        Facts([(_("Panel"), pack.meeting.panel.name), (_("Begins"), moment(held.starts_at))]),
        Heading(_("Confidentiality")),
        *(Words(line) for line in statement.WORDS),
        Heading(_("Agenda")),
        Points([title_of(item) for item in found]),
    ]
    for item in found:
        blocks += [NewPage(), *_item(actor, item)]
    title = _("Papers of meeting %(reference)s") % {"reference": held.reference}
    return Paper(title=title, blocks=blocks, reader=words % reader)


def _item(actor: Actor, item: Item) -> Iterator[Block]:
    yield Heading(title_of(item))
    offered = items.OFFERS.get(item.about_kind)
    rows = offered.shown(actor, item.about_id) if offered and offered.shown and item.about_id else []
    yield Facts([(_("Area"), item.authority.name), *((r["key"]["text"], r["value"]["text"]) for r in rows)])
    for one in ItemPaper.objects.visible_to(actor).filter(item=item).select_related("item"):
        yield Heading(one.title, 2)
        yield Words(one.words)
