"""The answer as a paper: a cover in plain words, then every item that is given; and the documents beside it."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waymark.foundation import papers
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lent
from waymark.foundation.interface.moments import day
from waymark.foundation.kernel.privacy import FIELDS
from waymark.foundation.papers import Block, Facts, Heading, NewPage, Paper, Points, Words
from waymark.foundation.retention.classes import CLASSES
from waymark.foundation.vault import clamd, serving
from waymark.foundation.vault import policies as documents
from waymark.foundation.vault.models import Document

from . import presenters, taking_out
from .exemptions import EXEMPTIONS
from .models import Decision, Item, Request

REGULATOR = (
    "Information Commissioner’s Office, Wycliffe House, Water Lane, Wilmslow, SK9 5AF. 0303 123 1113. "
    "ico.org.uk"
)


def pdf(actor: Actor, request: Request) -> bytes:
    """Drawn from what was released, which never changes; only what was erased since is not there."""
    items = list(Item.objects.visible_to(actor).filter(request=request))
    given = [item for item in items if item.decision in (Decision.GIVE, Decision.PART)]
    blocks = [*_cover(request, items, given), *_rights(items)]
    for item in given:
        blocks += [Heading(f"{presenters.name(item.kind)}, {day(item.on)}", 2), Words(_words(item))]
    title = _("What we hold about you: our answer to request %(reference)s") % {
        "reference": request.reference
    }
    return papers.pdf(Paper(title=title, blocks=blocks))


def document(by: Actor, item: Item) -> HttpResponse:
    """The file of an item. It belongs to its record, which whoever releases may not see: its grant is lent for this."""
    with lent(item.authority_id):
        found = Document.objects.filter(pk=item.source_id).first()
        if found is None:
            raise Http404
        documents.open_document(by, found, checker_runs=clamd.is_there()).require()
        return serving.served(found)  # type: ignore[return-value]  # the same to the middleware


def _words(item: Item) -> str:
    if item.is_document:
        return _("This document is handed over beside this answer.")
    return taking_out.given(item.marked) if item.decision == Decision.PART else item.words


def _cover(request: Request, items: list[Item], given: list[Item]) -> Iterator[Block]:
    yield Facts([
        (_("Whose data"), request.about),
        (_("You asked on"), day(request.received_on)),
        (_("Answered by"), request.authority.name),
        (_("Released on"), day(request.ended_on) if request.ended_on else "–"),
    ])  # fmt: skip
    yield Words(
        ngettext(
            "You asked what we hold about you under Prevent. This answer has %(count)s entry from our records.",
            "You asked what we hold about you under Prevent. This answer has %(count)s entries from our records.",
            len(given),
        )
        % {"count": len(given)}
    )
    yield Heading(_("What we left out, and why"))
    yield from _withheld(items)
    yield Words(
        _("The law sometimes lets us withhold something without saying so, where saying so would do harm. What was "
          "erased when its time was over is not held any more. Answers about ethnic group, religion and the like are "
          "kept apart, where they can only be counted; ask us if you want to know about them.")
    )  # fmt: skip


def _withheld(items: list[Item]) -> Iterator[Block]:
    """What the answer may say of it: nothing of laws that work by silence."""
    laws = {item.exemption for item in items if item.exemption} & {
        code for code, law in EXEMPTIONS.items() if not law.silent
    }
    if not laws:
        yield Words(_("There is nothing that we have to tell you about here."))
        return
    yield Words(
        _("Where words are taken out of an entry, %(sign)s stands in their place.")
        % {"sign": taking_out.INSTEAD}
    )
    told = []
    for code in sorted(laws):
        law = EXEMPTIONS[code]
        parts = sum(item.exemption == code and item.decision == Decision.PART for item in items)
        whole = sum(item.exemption == code and item.decision == Decision.WHOLE for item in items)
        counts = _("%(whole)s left out whole, %(parts)s in part.") % {"whole": whole, "parts": parts}
        told.append((law.title, f"{law.plain} {counts} {law.source}."))
    yield Facts(told)


def _rights(items: list[Item]) -> Iterator[Block]:
    kept = {
        says.keep for item in items for says in FIELDS.get(item.kind, {}).values() if says.keep in CLASSES
    }
    yield Heading(_("What else you should know"))
    yield Points([
        _("Why we hold this: to keep people safe from being drawn into terrorism, as the Prevent duty asks of us."),
        _("Who has been given it: those who work on your referral or case, and those whom its entries name."),
        _("Where it comes from: those who referred you, organisations that were asked, and you."),
        _("No decision about you is made by a computer."),
        _("You can ask us to correct or erase something, to use less of it, or to stop."),
        *(
            _("How long we keep it: %(what)s, %(period)s after: %(starts)s")
            % {"what": row.title, "period": row.erased_after.words, "starts": row.starts}
            for row in (CLASSES[code] for code in sorted(kept))
            if row.erased_after
        ),
    ])  # fmt: skip
    yield Heading(_("If you are not content"))
    yield Words(
        _("Tell us first: write to us, and we look at it again. You can also complain to the regulator, or go to "
          "a court.")
    )  # fmt: skip
    yield Words(REGULATOR)
    yield NewPage()
    yield Heading(_("What we hold"))
