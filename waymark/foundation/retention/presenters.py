"""What the pages of retention show: counts, classes and dates in plain words. Nothing here names a person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.roles import ROLES
from waymark.foundation.interface.moments import moment
from waymark.foundation.interface.tables import Column, Table, link

from . import lives, queries
from .classes import CLASSES, RetentionClass
from .effects import Effect
from .models import Disposal, Erasure, Hold, Life, Proposal, RetentionSetting, Review
from .periods import Period

GROUNDS = dict(Erasure.Ground.choices)


def day(when: date | None) -> str:
    return date_format(when, "j F Y") if when else ""


def title(class_code: str) -> str:
    row = CLASSES.get(class_code)
    return str(row.title) if row else class_code


def held(actor: Actor, today: date) -> dict[str, Any]:
    """The page “What we hold and until when”. Eight queries, however much is held."""
    mine = queries.lives(actor)
    over = Q(began_on__isnull=False, erase_on__lte=today)
    rows: list[Any] = list(
        mine.values("class_code")
        .annotate(
            open=Count("pk", filter=Q(sealed_on=None)),
            sealed=Count("pk", filter=Q(sealed_on__isnull=False)),
            due=Count("pk", filter=over),
            next=Min("erase_on", filter=Q(began_on__isnull=False)),
        )
        .order_by("class_code")
    )
    due, by_two = queries.due(mine, today), queries.kinds(needs_two=True)
    rows.sort(key=lambda row: CLASSES[row["class_code"]].number if row["class_code"] in CLASSES else 99)
    return {
        "table": _held_table(rows),
        "due": due.filter(kind__in=by_two).count(),
        "go_alone": due.exclude(kind__in=by_two).count(),
        "lingering": mine.filter(began_on=None, erase_on__lte=today).count(),
        "reviews": Review.objects.visible_to(actor).filter(decided_on=None).count(),
        "waiting": Proposal.objects.visible_to(actor).filter(approved=None).count(),
        "holds": Hold.objects.visible_to(actor).filter(ended_on=None).count(),
        "holds_late": Hold.objects.visible_to(actor).filter(ended_on=None, review_on__lte=today).count(),
        "recent": disposal_table(queries.disposals(actor)[:5]),
    }


def _held_table(rows: list[Any]) -> Table:
    return Table(
        _("Records held, by class"),
        (
            Column(_("Class"), lambda row: title(row["class_code"])),
            Column(_("Open"), "open", number=True),
            Column(_("Sealed"), "sealed", number=True),
            Column(_("Due to be erased"), "due", number=True),
            Column(_("The next one goes on"), lambda row: day(row["next"]) or "–"),
        ),
        rows,
        empty=_(
            "Nothing is held yet. As soon as somebody writes a referral or asks for advice, it is counted here."
        ),
    )


def due_table(due: QuerySet[Life]) -> Table:
    rows = due.order_by().values("class_code").annotate(count=Count("pk"), first=Min("erase_on"))
    return Table(
        _("Due to be erased"),
        (
            Column(_("Class"), lambda row: title(row["class_code"])),
            Column(_("Records"), "count", number=True),
            Column(_("The first was due on"), lambda row: day(row["first"])),
        ),
        list(rows.order_by("class_code")),
        empty=_("Nothing is due to be erased. What is held, and until when, stands under “What we hold”."),
    )


def proposed_table(rows: Iterable[Life]) -> Table:
    """Each record of a proposal by what is kept of its life: never by what it says, or of whom."""
    return Table(
        _("Each record of this proposal that is still there, the longest due first"),
        (
            Column(_("Class"), lambda row: title(row.class_code)),
            Column(_("Came on"), lambda row: day(row.came_on)),
            Column(_("Closed on"), lambda row: day(row.began_on)),
            Column(_("Due to be erased on"), lambda row: day(row.erase_on)),
        ),
        rows,
        empty=_("None of them is there any more."),
    )


def disposal_table(rows: Iterable[Disposal]) -> Table:
    return Table(
        _("What was erased"),
        (
            Column(_("Day"), lambda row: day(row.on_date)),
            Column(_("Class"), lambda row: title(row.class_code)),
            Column(_("Records"), "count", number=True),
            Column(_("Why"), lambda row: GROUNDS.get(row.ground, row.ground)),
            Column(_("Approval"), _approval),
        ),
        rows,
        empty=_(
            "Nothing has been erased yet. Each erasure leaves a line here: class, number and day, never content."
        ),
    )


def _approval(row: Disposal) -> Any:
    if row.proposal_key is None:
        return "–"
    return link(reverse("retention:proposal", args=[row.proposal_key]), _("See who agreed"))


def disposals_taken(rows: Iterable[Disposal]) -> tuple[list[str], list[list[Any]]]:
    """Headings and rows to take away: no name, no key of a person."""
    headings = [_("Day"), _("Class"), _("Records"), _("Why"), _("Proposal")]
    taken = [
        [row.on_date, title(row.class_code), row.count, GROUNDS.get(row.ground, row.ground), row.proposal_key]
        for row in rows
    ]
    return headings, taken


def proposal_table(rows: Iterable[Proposal]) -> Table:
    def records(row: Proposal) -> int:
        return len(row.lives)

    def stands(row: Proposal) -> str:
        if row.approved is None:
            return _("Waits for a second person")
        return _("Agreed and erased") if row.approved else _("Not agreed")

    return Table(
        _("Proposals to erase"),
        (
            Column(
                _("Proposed on"),
                lambda row: link(reverse("retention:proposal", args=[row.pk]), moment(row.proposed_at)),
            ),
            Column(_("By"), lambda row: row.proposed_by.get_full_name()),
            Column(_("Records"), records, number=True),
            Column(_("How it stands"), stands),
        ),
        rows,
        empty=_("Nobody has proposed to erase anything yet."),
    )


def proposal(found: Proposal) -> dict[str, Any]:
    """Class and number, who proposed and who decided."""
    rows = [{"title": title(code), "count": count} for code, count in sorted(found.counts.items())]
    table = Table(
        _("What would be erased"),
        (Column(_("Class"), "title"), Column(_("Records"), "count", number=True)),
        rows,
    )
    said = [
        (_("Proposed by"), _signed(found.proposed_by.get_full_name(), found.proposed_as)),
        (_("Proposed on"), moment(found.proposed_at)),
    ]
    if found.decided_by and found.decided_at:
        said += [
            (
                _("Agreed by") if found.approved else _("Not agreed by"),
                _signed(found.decided_by.get_full_name(), found.decided_as),
            ),
            (_("Decided on"), moment(found.decided_at)),
            (_("Reason"), found.reason),
        ]
    return {"table": table, "rows": _summary(said)}


def _signed(name: str, codes: str) -> str:
    """A name with the roles held then, in the reader’s language; a role that is no more by its code."""
    held = ", ".join(str(ROLES[code].name) if code in ROLES else code for code in codes.split())
    return f"{name} ({held})" if held else name


def hold_table(rows: Iterable[Hold], today: date) -> Table:
    def stands(row: Hold) -> str:
        if row.ended_on:
            return _("Ended on %(day)s") % {"day": day(row.ended_on)}
        if row.review_on <= today:
            return _("In force; look at it again now")
        return _("In force; look at it again on %(day)s") % {"day": day(row.review_on)}

    def action(row: Hold) -> Any:
        if row.ended_on:
            return "–"
        return link(reverse("retention:end-hold", args=[row.pk]), _("End the hold"))

    return Table(
        _("Legal holds"),
        (
            Column(_("Record"), "reference"),
            Column(_("Since"), lambda row: day(row.placed_on)),
            Column(_("Placed by"), lambda row: row.placed_by.get_full_name()),
            Column(_("Why"), "reason"),
            Column(_("How it stands"), stands),
            Column(_("What you can do"), action),
        ),
        rows,
        empty=_(
            "No record is under a hold. Place one when a court, an inquiry or a complaint needs a record."
        ),
    )


def periods_table(authority_id: int, today: date) -> Table:
    """Each class with what is in force and what comes. One query."""
    found = list(
        RetentionSetting.objects.filter(Q(authority_id=authority_id) | Q(authority=None)).order_by(
            "from_date"
        )
    )
    return Table(
        _("How long records are kept"),
        (
            Column(
                _("Class"),
                lambda row: link(reverse("retention:set-period", args=[row.code]), row.title),
            ),
            Column(_("The clock starts"), "starts"),
            Column(
                _("Sealed after"), lambda row: _words(_sealed(row, _now(row, found, authority_id, today)))
            ),
            Column(_("Erased after"), lambda row: _erased(row, _now(row, found, authority_id, today)).words),
            Column(_("Longest"), lambda row: _words(row.ceiling)),
            Column(_("A change comes"), lambda row: _coming(row, found, today)),
        ),
        [row for row in CLASSES.values() if row.erased_after is not None],
    )


def _now(
    row: RetentionClass, found: list[RetentionSetting], authority_id: int, today: date
) -> RetentionSetting | None:
    mine = [s for s in found if s.class_code == row.code and s.from_date <= today]
    own = [s for s in mine if s.authority_id == authority_id]
    return next(reversed(own or mine), None)


def _sealed(row: RetentionClass, setting: RetentionSetting | None) -> Period | None:
    if row.sealed_after is not None and setting and setting.seal_months is not None:
        return Period(months=setting.seal_months)
    return row.sealed_after


def _erased(row: RetentionClass, setting: RetentionSetting | None) -> Period:
    return setting.period if setting else row.erased_after or Period()


def _coming(row: RetentionClass, found: list[RetentionSetting], today: date) -> str:
    coming = next((s for s in found if s.class_code == row.code and s.from_date > today), None)
    if coming is None:
        return "–"
    return _("%(period)s from %(day)s") % {"period": coming.period.words, "day": day(coming.from_date)}


def period_initial(row: RetentionClass, authority_id: int, today: date) -> dict[str, Any]:
    """What the form begins with: the period in force."""
    period = queries.erased_after(row.code, on=today, authority_id=authority_id) or Period()
    if period.months and period.months % 12 == 0 and not period.days:
        return {"number": period.months // 12, "unit": "years"}
    if period.months and not period.days:
        return {"number": period.months, "unit": "months"}
    return {"number": max(1, period.days), "unit": "days"}


def effect(found: Effect) -> dict[str, Any]:
    """What a change would do, in sentences."""
    n = found.held
    lines = [
        ngettext("%(n)s record of this class is held now.", "%(n)s records of this class are held now.", n)
        % {"n": n},
        _("Erased earlier than now: %(n)s") % {"n": found.earlier},
        _("Erased later than now: %(n)s") % {"n": found.later},
        _("Due to be erased on %(day)s because of it: %(n)s")
        % {"n": found.due_at_once, "day": day(found.from_date)},
        _("Sealed on %(day)s because of it: %(n)s")
        % {"n": found.sealed_at_once, "day": day(found.from_date)},
    ]
    button = {"text": _("Set this period"), "name": "confirm", "value": "yes", "preventDoubleClick": True}
    return {"lines": lines, "day": day(found.from_date), "button": button}


FACTORS = (
    gettext_lazy(
        "How old was the person when the referral was made? A child’s record needs a stronger reason."
    ),
    gettext_lazy("How serious was the concern, and was it borne out?"),
    gettext_lazy("Has there been any further concern since?"),
    gettext_lazy("What harm could keeping it do to the person?"),
    gettext_lazy("Would something less than keeping all of it be enough?"),
)


def review(found: Review) -> dict[str, Any]:
    """What to weigh, the record’s class and dates, and the way to it."""
    lived = lives.find(found.kind)
    reference = lived.name_of(found.record_id)
    life = Life.objects.filter(pk=found.life_key).first()
    return {
        "review": found,
        "reference": reference,
        "address": lived.address(reference) if lived.address and reference else "",
        "rows": life_rows(life) if life else [],
        "factors": FACTORS,
    }


def life_rows(life: Life | None) -> list[dict[str, Any]]:
    """How long a record is kept, in plain words, for its own page. Rows of a summary list; none when not known."""
    if life is None:
        return []
    row = life.retention_class
    said = [(_("Kept as"), str(row.title))]
    if life.began_on is None:
        said.append((_("Its time starts"), str(row.starts)))
        said.append((_("After that"), after_words(row)))
    else:
        said += [
            (_("Its time started on"), day(life.began_on)),
            (_("Sealed since") if life.sealed_on else _("Sealed on"), day(life.sealed_on or life.seal_on)),
            (_("Looked at again on"), day(life.review_on)),
            (_("Erased on"), day(life.erase_on)),
        ]
    return _summary(said)


def after_words(row: RetentionClass) -> str:
    """“Sealed after 1 year, erased after 3 years.”"""
    erased = (row.erased_after or Period()).words
    if row.sealed_after is None:
        return _("Erased after %(erased)s.") % {"erased": erased}
    if row.sealed_after == Period():
        return _("Sealed at once, erased after %(erased)s.") % {"erased": erased}
    return _("Sealed after %(sealed)s, erased after %(erased)s.") % {
        "sealed": row.sealed_after.words,
        "erased": erased,
    }


def _summary(said: list[tuple[str, str]]) -> list[dict[str, Any]]:
    return [{"key": {"text": key}, "value": {"text": value}} for key, value in said if value]


def _words(period: Period | None) -> str:
    return period.words if period is not None else "–"
