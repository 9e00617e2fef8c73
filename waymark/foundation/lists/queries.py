"""What a list offers on a day, and what was chosen from it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Case, CharField, F, Value, When
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.refusals import Refusal

from .declared import LISTS, OWN
from .models import Entry


def offered(
    list_code: str, authority_id: int, on: date, without: Collection[str] = ()
) -> list[tuple[str, Any]]:
    """Code and words of what may be chosen on a day: national entries in their order, then one’s own. One query."""
    own = entries(list_code, authority_id)
    ended = {entry.code for entry in own if entry.until_on is not None and entry.until_on < on}
    national = [
        (code, label)
        for code, label in LISTS[list_code].choices.choices
        if code not in ended and code not in without
    ]
    mine = [
        (e.code, e.words) for e in own if e.code.startswith(OWN) and e.from_on <= on and e.code not in ended
    ]
    return national + mine


def known(list_code: str, authority_id: int, on: date) -> set[str]:
    """The words of all that is offered on a day, in every language, without regard to capitals. A query for
    each, and one."""
    found: set[str] = set()
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found |= {str(words).casefold() for _code, words in offered(list_code, authority_id, on)}
    # Also one that begins later: from then on there would be two.
    for entry in entries(list_code, authority_id):
        if entry.until_on is None or entry.until_on >= on:
            found |= {words.casefold() for words in (entry.label, entry.label_cy) if words}
    return found


def check(
    list_code: str, authority_id: int, code: str, on: date, *, field: str, without: Collection[str] = ()
) -> None:
    """Refusal, at the field, unless it is offered on that day: it may have ended while a page stood open."""
    if code not in dict(offered(list_code, authority_id, on, without)):
        raise Refusal(_("This is not offered any more. Choose another."), field=field)


def words(list_code: str, code: str) -> Any:
    """What was chosen, in words, whether it is still offered or not. A query only for an authority’s own."""
    if not code.startswith(OWN):
        return dict(LISTS[list_code].choices.choices).get(code, code)
    found = Entry.objects.filter(list=list_code, code=code).first()
    return found.words if found else code


def counted(list_code: str) -> dict[str, Any]:
    """The groups that a figure knows: the national entries, and those of an authority’s own in one."""
    return dict(LISTS[list_code].choices.choices) | {OWN: _("An entry of the authority’s own")}


def grouped(path: str) -> Case:
    """The group of a column of chosen codes, for figures."""
    return Case(
        When(**{f"{path}__startswith": OWN}, then=Value(OWN)), default=F(path), output_field=CharField()
    )


def entries(list_code: str, authority_id: int) -> list[Entry]:
    return list(Entry.objects.filter(authority_id=authority_id, list=list_code))
