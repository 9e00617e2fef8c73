"""What the pages of an agenda and of one item show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.interface.moments import day

from . import items, minuting, policies, queries, quorum
from .models import Item, PanelMeeting, Paper, Sector
from .permissions import Permission


@dataclass(frozen=True)
class Line:
    """One item as the agenda lists it: no name of a person."""

    href: str
    text: str
    up: str


@dataclass(frozen=True)
class Agenda:
    """`may_accept`: the statement waits for whoever looks; `lines` are the items that they see. `kept_out`: they have
    an interest in some record. It does not say in which, nor whether that is on this agenda."""

    lines: list[Line]
    accepted: bool
    may_accept: bool
    may_put: bool
    kept_out: bool

    @staticmethod
    def of(actor: Actor, meeting: PanelMeeting) -> Agenda:
        accepted = queries.accepted(meeting, actor) is not None
        seen = list(queries.agenda(actor, meeting))
        return Agenda(
            lines=[_line(actor, one, first=place == 0) for place, one in enumerate(seen)],
            accepted=accepted,
            may_accept=not accepted and bool(policies.accept(actor, meeting)),
            may_put=any(policies.put(actor, meeting, area) for area in meeting.panel.covers),
            kept_out=bool(actor.kept_from),
        )


def _line(actor: Actor, item: Item, *, first: bool) -> Line:
    up = "" if first or not policies.change_item(actor, item) else reverse("panel:item-up", args=[item.pk])
    return Line(reverse("panel:item", args=[item.pk]), title_of(item), up)


def title_of(item: Item) -> str:
    return ": ".join(
        str(part) for part in (item.about_reference, item.get_purpose_display(), item.heading) if part
    )


@dataclass(frozen=True)
class ItemPage:
    title: str
    summary: list[dict[str, Any]]
    record: list[dict[str, Any]]
    papers: list[dict[str, Any]]
    invited: list[str]
    out: list[str]
    decided: list[dict[str, Any]]
    reminds: list[str]
    minutes: minuting.Shown
    links: list[dict[str, str]]

    @staticmethod
    def of(actor: Actor, item: Item) -> ItemPage:
        offered = items.OFFERS.get(item.about_kind)
        papers = Paper.objects.visible_to(actor).filter(item=item).select_related("item")
        out = queries.kept_out(item)
        return ItemPage(
            title=title_of(item),
            summary=_summary(item),
            record=offered.shown(actor, item.about_id) if offered and offered.shown and item.about_id else [],
            papers=[_paper(paper) for paper in papers],
            invited=[_invited(one) for one in queries.invitees(item)],
            out=[f"{who}: {why}" for who, why in minuting.took_no_part(item, out)],
            decided=offered.decided(actor, item) if offered else [],
            reminds=_silenced(actor, item, out) + (offered.reminds(actor, item) if offered else []),
            minutes=minuting.Shown.of(actor, item),
            links=_links(actor, item),
        )


def _row(key: str, value: str) -> dict[str, Any]:
    return {"key": {"text": key}, "value": {"text": value}}


def _summary(item: Item) -> list[dict[str, Any]]:
    chair = queries.chairs_item(item)
    return [
        _row(_("Area"), item.authority.name),
        _row(_("Why it is on the agenda"), item.get_purpose_display()),
        _row(
            _("Who chairs it"),
            chair.get_full_name() if chair else _("Nobody can: the chair has an interest in it"),
        ),
    ]


def _paper(paper: Paper) -> dict[str, Any]:
    seen = ", ".join(str(Sector(one).label) for one in paper.sectors) or _("everybody who comes")
    return {"title": paper.title, "words": paper.words, "seen": _("Seen by: %(who)s") % {"who": seen}}


def _invited(one: Any) -> str:
    words = _("%(who)s, %(organisation)s: %(how)s, until %(day)s")
    return words % {
        "who": one.person.get_full_name(), "organisation": one.organisation.name,
        "how": one.get_capacity_display(), "day": day(one.until_on),
    }  # fmt: skip


def _silenced(actor: Actor, item: Item, out: set[UUID]) -> list[str]:
    """To whoever arranges or chairs: who cannot speak for their agency at this item, and what to do."""
    if not (policies.change_item(actor, item) or actor.may(Permission.CHAIR)):
        return []
    return [
        quorum.HAS_AN_INTEREST % {"seat": Sector(one).label, "area": item.authority.name}
        for one in quorum.silenced(item, out)
    ]


def _links(actor: Actor, item: Item) -> list[dict[str, str]]:
    links = []
    if policies.change_item(actor, item):
        links += [
            ("panel:item-add-paper", _("Add a paper")),
            ("panel:item-invite", _("Invite somebody for this item")),
            ("panel:item-withdraw", _("Take it off the agenda")),
        ]
    if policies.declare_interest(actor, item):
        links.append(("panel:item-interest", _("I have an interest in this item")))
    return [{"href": reverse(name, args=[item.pk]), "text": text} for name, text in links]
