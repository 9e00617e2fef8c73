"""The reference papers that are written from the declarations, and the registry other parts add their own to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from datetime import date
from pathlib import Path

from django.db.models import F, Q
from django.utils import translation

from .classes import CLASSES, IN_FORCE_FROM, RetentionClass
from .kept import KEPT
from .models import RetentionSetting
from .periods import Period
from .privacy import declared

Writer = Callable[[], str]
InForce = tuple[Period | None, Period]
_IN_FORCE: ContextVar[Mapping[str, InForce]] = ContextVar("periods in force", default={})  # noqa: B039  (only read)
SECTIONS: dict[str, Writer] = {}
HEAD = "<!-- Written by `python -m django write_reference`. Do not edit: change the declarations instead. -->\n\n"


def add(name: str, writer: Writer) -> None:
    """Adds a paper, `docs/reference/<name>`. ValueError when another writer has that name."""
    if SECTIONS.get(name, writer) is not writer or not name.endswith(".md") or "/" in name:
        raise ValueError(f"{name} is taken, or is no name of a paper")
    SECTIONS[name] = writer


def declare_own() -> None:
    add("retention.md", retention)
    add("fields.md", fields)


def written(in_force: Mapping[str, InForce] | None = None) -> dict[str, str]:
    """Every paper with its text, in English whatever the reader’s language is.

    With `in_force` (see `settings_of`) the periods are those of one authority, else those the service comes with.
    """
    token = _IN_FORCE.set(in_force or {})
    try:
        with translation.override("en"):
            return {name: HEAD + writer().strip() + "\n" for name, writer in sorted(SECTIONS.items())}
    finally:
        _IN_FORCE.reset(token)


def settings_of(authority_id: int | None, on: date) -> dict[str, InForce]:
    """The periods that are set for an authority (or the whole service) and in force on a day, by class."""
    found: dict[str, InForce] = {}
    mine = RetentionSetting.objects.filter(
        Q(authority_id=authority_id) | Q(authority=None), from_date__lte=on
    )
    for row in mine.order_by(F("authority_id").asc(nulls_first=True), "from_date"):
        found[row.class_code] = (
            Period(months=row.seal_months) if row.seal_months is not None else None,
            row.period,
        )
    return found


def seals(row: RetentionClass) -> Period | None:
    """When records of a class are sealed, by what is in force for these papers."""
    own = _IN_FORCE.get().get(row.code)
    return own[0] if own and own[0] is not None and row.sealed_after is not None else row.sealed_after


def erases(row: RetentionClass) -> Period | None:
    own = _IN_FORCE.get().get(row.code)
    return own[1] if own else row.erased_after


def stale(folder: Path) -> list[str]:
    """Names of the papers in the folder that are missing or not what the declarations say."""
    return [
        name
        for name, text in written().items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    ]


def table(heads: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    """A Markdown table; bars and line ends inside cells are made harmless."""
    lines = [heads, tuple("---" for _head in heads), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def retention() -> str:
    """The classes with their periods, and which records fall under each."""
    rows: list[tuple[object, ...]] = [
        (c.number, c.title, c.starts, words(seals(c)), words(erases(c)), words(c.review_every),
         words(c.ceiling), c.source, f"`{c.code}`")
        for c in CLASSES.values()
    ]  # fmt: skip
    heads = (
        "No",
        "Records",
        "Clock starts",
        "Sealed after",
        "Erased after",
        "Reviewed every",
        "Ceiling",
        "Source",
        "Code",
    )
    kept: list[tuple[object, ...]] = [
        (f"`{k.model}`", f"`{k.class_code}`", f"`{k.starts}`", k.otherwise or "By the job `retention.expire`")
        for k in sorted(KEPT, key=lambda k: (k.model, k.class_code))
    ]
    return "\n\n".join(
        (
            "# How long records are kept",
            f"Defaults in force from {IN_FORCE_FROM:%-d %B %Y}. A council can shorten each period. Nothing goes "
            "beyond a ceiling: forms and the database refuse it. “P” marks a proposal for the controller to confirm.",
            table(heads, rows),
            "## Which records fall under which class",
            table(("Record", "Class", "Clock starts with", "Erased"), kept),
        )
    )


def fields() -> str:
    """Every field: personal or not, why, on what basis, from which stage, how long, shown on a subject request."""
    rows: list[tuple[object, ...]] = [
        (f"`{model}`", f"`{name}`", "yes" if f.personal else "no", f.why, f.basis, f.stage, f.keep,
         "yes" if f.subject_access else "no", "yes" if f.encrypted else "no", f.risk)
        for model, name, f in declared()
    ]  # fmt: skip
    heads = (
        "Record",
        "Field",
        "Personal",
        "Why",
        "Basis",
        "From",
        "Class",
        "Subject access",
        "Encrypted",
        "Risk",
    )
    return "\n\n".join(
        (
            "# Data dictionary: what is recorded, field by field",
            "Every protected record also has a key, an authority, grants, a version, the time it was written, and a "
            "random salt; none of these is personal.",
            "What each risk means, and what stands against it, is in `dpia.md`.",
            table(heads, rows),
        )
    )


def words(period: Period | None) -> str:
    return period.words if period is not None else "–"


def _cell(value: object) -> str:
    return " ".join(str(value).split()).replace("|", "\\|") or "–"
