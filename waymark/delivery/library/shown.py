"""What the pages of the library show: plain rows, made once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waymark.delivery.training.models import CourseVersion
from waymark.delivery.training.presenters import day, row
from waymark.foundation.access.actors import Actor
from waymark.foundation.interface.moments import moment
from waymark.foundation.interface.tables import Column, Table, link, reference
from waymark.foundation.kernel import clock

from . import queries
from .models import Awaited, Resource, Review, TaughtWith
from .states import AWAITED_WORDS, AwaitedState


def stands(one: Resource) -> str:
    if not one.is_listed:
        return _("Taken out of the list")
    late = one.review_on < clock.today()
    words = _("Was to be looked at again by %(day)s") if late else _("To be looked at again by %(day)s")
    return words % {"day": day(one.review_on)}


def checked(one: Resource) -> str:
    """What is known of its link."""
    if not one.link_state:
        return _("Not checked")
    return one.get_link_state_display() % {"day": day(one.link_on)}


def site(one: Resource) -> str:
    return urlsplit(one.link).hostname or ""


def resource_table(rows: Iterable[Resource]) -> Table:
    def at(one: Resource) -> Any:
        return link(reverse("library:resource", args=[one.reference]), one.title)

    return Table(
        _("Resources"),
        (
            Column(_("Title"), at),
            Column(_("What it is"), lambda r: r.get_kind_display()),
            Column(_("Who uses it"), lambda r: r.get_for_whom_display()),
            Column(_("Phase"), lambda r: r.get_phase_display()),
            Column(_("Language"), lambda r: r.get_language_display()),
            Column(_("From whom"), "publisher"),
            Column(_("How it stands"), stands),
        ),
        rows,
        empty=_("Nothing stands here, or nothing that you ask for."),
    )


def public_table(rows: Iterable[Resource]) -> Table:
    return Table(
        _("Things to use"),
        (
            Column(_("Title"), lambda r: link(r.link, r.title)),
            Column(_("What it is about"), "about"),
            Column(_("What it is"), lambda r: r.get_kind_display()),
            Column(_("Who uses it"), lambda r: r.get_for_whom_display()),
            Column(_("Phase"), lambda r: r.get_phase_display()),
            Column(_("Language"), lambda r: r.get_language_display()),
            Column(_("From whom"), "publisher"),
        ),
        rows,
        empty=_("There is nothing here yet, or nothing that you ask for."),
    )


def taught_with(actor: Actor, taught: CourseVersion) -> tuple[Table, str]:
    """What a version is taught with, and a sentence on what was taken out of the list (empty where nothing was)."""
    held, gone = queries.taught_with(actor, taught)

    def at(one: Resource) -> Any:
        return link(reverse("library:resource", args=[one.reference]), one.title)

    table = Table(
        _("From the resource library"),
        (
            Column(_("Title"), at),
            Column(_("What it is"), lambda r: r.get_kind_display()),
            Column(_("From whom"), "publisher"),
            Column(_("How it stands"), stands),
            Column(_("The link"), lambda r: checked(r) if r.link else "–"),
        ),
        held,
        empty=_("This version is taught with nothing of the resource library."),
    )
    words = ngettext(
        "%(number)s resource that it was taught with was taken out of the library. Ask whoever plans training what to "
        "use instead.",
        "%(number)s resources that it was taught with were taken out of the library. Ask whoever plans training what "
        "to use instead.",
        gone,
    )  # fmt: skip
    return table, words % {"number": gone} if gone else ""


def offered(one: Resource) -> str:
    """One line to choose it by."""
    return f"{one.title} ({one.get_kind_display()}, {one.get_phase_display()})"


def taught_rows(held: Iterable[TaughtWith]) -> list[dict[str, Any]]:
    """Which versions of courses are taught with a resource; no row where none is."""
    words = [
        link(
            reverse("library:taught", args=[one.taught_id]),
            _("%(course)s, version %(number)s")
            % {"course": one.taught.course.name, "number": one.taught.number},
        )
        for one in held
    ]
    said = format_html_join("", "<div>{}</div>", ((one,) for one in words))
    return [row(_("Taught with it"), said)] if words else []


def resource_rows(one: Resource) -> list[dict[str, Any]]:
    rows = [
        row(_("What it is"), one.get_kind_display()),
        row(_("What it is about"), one.about or "–"),
        row(_("Who uses it"), one.get_for_whom_display()),
        row(_("Phase"), one.get_phase_display()),
        row(_("Language"), one.get_language_display()),
        row(_("Nation"), one.get_nation_display() or _("Each nation of the United Kingdom")),
        row(_("From whom"), one.publisher),
        row(_("Who may see it"), one.get_sharing_display()),
        row(_("Who looks after it"), one.owner.get_full_name()),
        row(_("How it stands"), stands(one)),
    ]
    rows += [row(_("The link"), checked(one))] if one.link else []
    if one.taken_out_at:
        rows += [row(_("Taken out"), moment(one.taken_out_at)), row(_("Why"), one.taken_out_because)]
    return rows


def review_table(rows: Iterable[Review]) -> Table:
    works = {True: _("Yes"), False: _("No"), None: "–"}
    return Table(
        _("Each time somebody looked at it again"),
        (
            Column(_("When"), lambda r: day(r.looked_on)),
            Column(_("Who"), lambda r: r.looked_by.get_full_name()),
            Column(_("Did the link lead to it?"), lambda r: works[r.link_works]),
            Column(_("Next time"), lambda r: day(r.next_on)),
        ),
        rows,
        empty=_("Nobody has looked at it again yet."),
    )


def awaited_stands(one: Awaited) -> str:
    words = str(AWAITED_WORDS[AwaitedState(one.state)])
    late = one.state == AwaitedState.AWAITED and one.expected_on < clock.today()
    return _("%(words)s: overdue") % {"words": words} if late else words


def awaited_table(rows: Iterable[Awaited]) -> Table:
    def at(one: Awaited) -> Any:
        return reference(reverse("library:awaited", args=[one.reference]), one.reference)

    return Table(
        _("Awaited from elsewhere"),
        (
            Column(_("Reference"), at),
            Column(_("What is awaited"), "what"),
            Column(_("From whom"), "from_whom"),
            Column(_("Expected by"), lambda a: day(a.expected_on)),
            Column(_("Who sees to it"), lambda a: a.owner.get_full_name()),
            Column(_("How it stands"), awaited_stands),
        ),
        rows,
        empty=_("Nothing is awaited. Note what others have promised, so that somebody asks after it."),
    )


def awaited_rows(one: Awaited) -> list[dict[str, Any]]:
    rows = [
        row(_("From whom"), one.from_whom),
        row(_("Expected by"), day(one.expected_on)),
        row(_("Who sees to it"), one.owner.get_full_name()),
        row(_("How it stands"), awaited_stands(one)),
        row(_("Notes"), one.notes or "–"),
    ]
    rows += [row(_("When"), moment(one.ended_at))] if one.ended_at else []
    return rows + ([row(_("Why"), one.because)] if one.because else [])
