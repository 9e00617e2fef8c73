"""Requests to see one’s own data, as pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from waymark.foundation.access import own_data
from waymark.foundation.access.actors import Actor
from waymark.foundation.interface.moments import day, moment
from waymark.foundation.interface.tables import Column, Table, link
from waymark.foundation.tasks import clocks

from . import policies
from .exemptions import EXEMPTIONS
from .models import Asker, Decision, Disclosure, Gathering, Item, Request
from .states import STATE_WORDS, RequestState

NEXT = {
    RequestState.RECEIVED: gettext_lazy(
        "The Prevent lead gathers what is held; for minutes, the panel coordinator does."
    ),
    RequestState.IN_WORK: gettext_lazy(
        "Each item is looked at and decided. Then somebody else is asked to release the answer."
    ),
    RequestState.READY: gettext_lazy(
        "The information governance lead looks at it, and releases it or sends it back."
    ),
    RequestState.RELEASED: gettext_lazy("Download the answer, hand it over, and write down how."),
    RequestState.CLOSED: gettext_lazy("Nothing more happens here."),
}


def name(kind: str) -> str:
    """What a person calls such a row."""
    part = own_data.PARTS.get(kind)
    return str(part.title) if part else kind


def row(key: Any, value: Any) -> dict[str, Any]:
    return {"key": {"text": key}, "value": {"text": value}}


def table(rows: Iterable[Request]) -> Table:
    return Table(
        _("Requests for own data"),
        (
            Column(_("Reference"), lambda r: link(reverse("stewardship:request", args=[r.reference]), r.reference)),
            Column(_("Received"), lambda r: day(r.received_on)),
            Column(_("Answer due"), lambda r: day(r.due_on)),
            Column(_("How it stands"), lambda r: STATE_WORDS[RequestState(r.state)]),
        ),
        rows,
        empty=_("Nobody has asked yet. When somebody does, by letter, by email or in person, record it here."),
    )  # fmt: skip


def facts(request: Request) -> list[dict[str, Any]]:
    said = [
        (_("How it stands"), STATE_WORDS[RequestState(request.state)]),
        (_("Whose data"), request.about),
        (_("Who asks"), ": ".join(filter(None, (request.get_asker_display(), request.asked_by)))),
        (_("Where the answer goes"), request.answer_to),
        (_("Received"), day(request.received_on)),
        (_("Answer due"), f"{day(request.due_on)} ({clocks.told_of(request.due_by)})"),
        (_("Proof of identity"), _identity(request)),
    ]
    if request.asker == Asker.PARENT:
        said.append((_("What the child says"), f"{request.get_child_view_display()}. {request.child_words}"))
    if request.disputed or request.dispute_settled:
        said.append((_("Who does not agree"), request.disputed or "–"))
        said.append(
            (_("What was decided about that"), request.dispute_settled or _("Nothing yet: nothing is given."))
        )
    if request.extended_told_on:
        told = _("They were told on %(day)s: %(why)s") % {
            "day": day(request.extended_told_on), "why": request.extended_because,
        }  # fmt: skip
        said.append((_("More time"), told))
    if request.sent_back_because:
        said.append((_("Sent back"), request.sent_back_because))
    if request.released_by and request.released_at:
        said.append((_("Released"), f"{request.released_by.get_full_name()}, {moment(request.released_at)}"))
    if request.closed_because:
        said.append((_("Closed"), request.closed_because))
    return [row(*one) for one in said]


def _identity(request: Request) -> str:
    if request.identity_seen_on is None:
        return _("Not seen yet")
    return f"{day(request.identity_seen_on)}: {request.identity_how}"


def items(actor: Actor, request: Request) -> Table:
    found = Item.objects.visible_to(actor).filter(request=request).defer("words", "marked", "reason")

    def linked(one: Item) -> Any:
        return link(reverse("stewardship:item", args=[request.reference, one.pk]), name(one.kind))

    def decided(one: Item) -> str:
        words = one.get_decision_display() or _("Not decided")
        law = EXEMPTIONS.get(one.exemption)
        return f"{words}: {law.title}" if law else words

    return Table(
        _("What was gathered"),
        (
            Column(_("What it is"), linked),
            Column(_("Written down"), lambda one: day(one.on)),
            Column(_("Other people"), lambda one: _("May tell of others (third party)") if one.others else _("No")),
            Column(_("Decision"), decided),
        ),
        found,
        empty=_("Nothing that you may see was gathered."),
    )  # fmt: skip


def gatherings(rows: Iterable[Gathering]) -> list[str]:
    return [_gathering(one) for one in rows]


def _gathering(one: Gathering) -> str:
    given = {"who": one.asked_by.get_full_name(), "reference": one.looked_for, "when": moment(one.asked_at)}
    if one.failed_at:
        return _("%(who)s, by %(reference)s, %(when)s: this failed. Gather again.") % given
    if one.made_at is None:
        return _("%(who)s, by %(reference)s, %(when)s: under way. Open this page again in a minute.") % given
    given["found"] = ngettext("%(count)s new item", "%(count)s new items", one.found) % {"count": one.found}
    return _("%(who)s, by %(reference)s, %(when)s: %(found)s") % given


def disclosures(rows: Iterable[Disclosure]) -> list[str]:
    return [f"{day(one.taken_on)}: {one.what}, {one.taken_by.get_full_name()}" for one in rows]


def links(actor: Actor, request: Request) -> list[dict[str, str]]:
    """What whoever looks may do now."""
    offered = (
        ("identity", _("Write down proof of identity"), policies.change),
        ("child", _("Write down what the child says"), _of_parent),
        ("dispute", _("Write down that somebody does not agree, or what was decided"), policies.change),
        ("extend", _("Take more time"), _once),
        ("gather", _("Gather what is held"), policies.gather),
        ("ask", _("Ask for release"), policies.ask),
        ("release", _("Release the answer"), policies.release),
        ("send-back", _("Send it back"), policies.send_back),
        ("answer", _("Download the answer (PDF)"), policies.hand_over),
        ("hand-over", _("Write down that it was handed over"), policies.hand_over),
        ("close", _("Close the request without an answer"), policies.close),
    )
    return [
        {"href": reverse(f"stewardship:{name}", args=[request.reference]), "text": text}
        for name, text, may in offered
        if may(actor, request)
    ]


def files(actor: Actor, request: Request) -> list[dict[str, str]]:
    """Documents that are given, to hand over beside the answer."""
    if not policies.hand_over(actor, request):
        return []
    given = Item.objects.visible_to(actor).filter(request=request, is_document=True, decision=Decision.GIVE)
    text = _("Download a document of %(day)s")
    return [
        {
            "href": reverse("stewardship:file", args=[request.reference, one.pk]),
            "text": text % {"day": day(one.on)},
        }
        for one in given
    ]


def _of_parent(actor: Actor, request: Request) -> bool:
    return request.asker == Asker.PARENT and bool(policies.change(actor, request))


def _once(actor: Actor, request: Request) -> bool:
    return request.extended_on is None and bool(policies.change(actor, request))


def decision(item: Item) -> list[dict[str, Any]]:
    """The item and how it stands, for whoever reads it."""
    law = EXEMPTIONS.get(item.exemption)
    said = [
        (_("Written down"), day(item.on)),
        (_("Other people"), _("May tell of others (third party)") if item.others else _("No")),
        (_("Decision"), item.get_decision_display() or _("Not decided")),
    ]
    if law:
        said.append((_("By what law"), f"{law.title} ({law.source})"))
    if item.reason:
        said.append((_("Why"), item.reason))
    return [row(*one) for one in said]
