"""Registers as they are published (GIAS): establishments, children’s centres, links. Columns are found by name."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.kernel import unpacking
from waymark.foundation.kernel.text import Unclean, clean_line, fold
from waymark.foundation.places.models import Institution, Ward

from .codes import authority_ids, dfe_ids, welsh_letters
from .reports import Report, WrongFile
from .upsert import upsert

COLUMNS = (
    "kind", "urn", "name", "name_cy", "name_folded", "type_name", "phase", "status", "opened_on", "closed_on",
    "authority_id", "ward_id", "street", "locality", "town", "county", "postcode", "laestab", "trust_name",
    "trust_code", "pupils", "source", "source_on",
)  # fmt: skip
LOCAL = {"local_name": "''"}
STATUS = {"1": "open", "2": "closed", "3": "closing", "4": "proposed"}
STEP = 2_000
FOLDED = Institution._meta.get_field("name_folded").max_length
SOURCE = "Get Information about Schools"
CHILDRENS_CENTRE = re.compile("children.s centre", re.IGNORECASE)
NOT_CSV = gettext_lazy("This is not a CSV file that can be read. Save it as CSV in UTF-8.")
WRONG = {
    "damaged": gettext_lazy("The packed file is damaged. Download it again."),
    "not-one": gettext_lazy("The zip must hold one CSV file."),
    "too-long": gettext_lazy("The file is larger than any register of institutions."),
}
UNCLEAN = gettext_lazy("A character that cannot be kept")
BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")  # in the names of columns: a picture, or text in UTF-16
# Which columns of a register each fact comes from. A fact whose columns a file has not is left as it is known.
COMES_FROM = {
    "phase": ("PhaseOfEducation (name)",),
    "type_name": ("TypeOfEstablishment (name)",),
    "status": ("EstablishmentStatus (code)",),
    "opened_on": ("OpenDate",),
    "closed_on": ("CloseDate",),
    "authority_id": ("LA (code)", "GSSLACode (name)"),
    "ward_id": ("AdministrativeWard (code)",),
    "street": ("Street",),
    "locality": ("Locality",),
    "town": ("Town",),
    "county": ("County (name)",),
    "postcode": ("Postcode",),
    "laestab": ("EstablishmentNumber",),
    "trust_name": ("Trusts (name)",),
    "trust_code": ("Trusts (code)",),
    "pupils": ("NumberOfPupils",),
}
# A whole register has 140 columns and 50,000 rows: only what is used is held.
READ = {
    "URN",
    "EstablishmentName",
    "LastChangedDate",
    "LinkURN",
    "LinkName",
    "LinkType",
    "LinkEstablishedDate",
}
WELSH = {"school_number", "name", "name_cy", "type_name", "principal_local_authority_code"}
READ |= WELSH | {name for names in COMES_FROM.values() for name in names}
# What the register of Wales does not tell.
NOT_WELSH = frozenset(COMES_FROM) - {"type_name", "authority_id"}
EMPTY = {
    "opened_on": "NULL",
    "closed_on": "NULL",
    "authority_id": "NULL",
    "ward_id": "NULL",
    "pupils": "NULL",
}


@dataclass(frozen=True)
class Sheet:
    """A file as read: the names of its columns, and its rows."""

    columns: list[str]
    rows: list[dict[str, str]]


def read(content: bytes) -> Sheet:
    """A CSV in UTF-8 (with or without BOM) or Windows-1252, plain, gzipped or alone in a zip. WrongFile otherwise."""
    try:
        text = unpacking.text(content)
    except unpacking.Packed as fault:
        raise WrongFile(str(WRONG[fault.code])) from fault
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        columns = [(name or "").strip() for name in (reader.fieldnames or [])]
        if any(BINARY.search(name) for name in columns):
            raise WrongFile(str(NOT_CSV))
        reader.fieldnames = columns
        return Sheet(columns, [{k: v or "" for k, v in r.items() if k in READ} for r in reader])
    except csv.Error as fault:
        raise WrongFile(str(NOT_CSV)) from fault


def load(
    title: str,
    sheet: Sheet,
    *,
    apply: bool = True,
    source_on: date | None = None,
    told: Callable[[int], None] = lambda _done: None,
) -> Report:
    """Establishments or links, as the columns say. WrongFile without URN or EstablishmentName (or LinkURN).

    `told` hears after each few thousand rows how many are read."""
    report = Report(title)
    if "LinkURN" in sheet.columns:
        _take_links(report, sheet, apply)
        return report
    wanted(sheet.columns)
    if set(sheet.columns) >= WELSH:
        take(report, list(_of_wales(report, sheet, source_on)), apply=apply, absent=NOT_WELSH)
        return report
    there = set(sheet.columns)
    absent = {fact for fact, names in COMES_FROM.items() if not there & set(names)} | {"name_cy"}
    take(report, list(_establishments(report, sheet, source_on, told)), apply=apply, absent=absent)
    return report


def wanted(columns: Sequence[str]) -> None:
    """WrongFile when they are not those of a register."""
    if "LinkURN" in columns or set(columns) >= WELSH:
        return
    missing = [name for name in ("URN", "EstablishmentName") if name not in columns]
    if missing:
        found = ", ".join(name[:40] for name in columns[:8]) or _("none")
        words = {"missing": _(" and no column ").join(missing), "found": found}
        raise WrongFile(_("The file has no column %(missing)s. Its columns are: %(found)s.") % words)


def row(**given: Any) -> tuple[Any, ...]:
    """A row of COLUMNS from the facts that are known; the rest is empty."""
    empty: dict[str, Any] = dict.fromkeys(COLUMNS, "")
    empty |= dict.fromkeys(("opened_on", "closed_on", "authority_id", "ward_id", "pupils", "source_on"))
    facts = empty | given
    # One letter can fold to eighteen: what is beyond the room for it is not searched for.
    facts["name_folded"] = fold(f"{facts['name']} {facts['name_cy']}")[:FOLDED]
    return tuple(str(v) if k in ("kind", "status") else v for k, v in facts.items())


def take(
    report: Report,
    rows: Sequence[tuple[Any, ...]],
    *,
    apply: bool = True,
    only_missing: bool = False,
    absent: Set[str] = frozenset(),
) -> None:
    """Institutions into the table. `only_missing` adds the unknown ones and leaves what is known as it is.

    `absent` are facts that the source does not tell: of a known institution they stay.

    What is no longer open counts as closed; local facts stay.
    """
    known = {
        (kind, urn): day for kind, urn, day in Institution.objects.values_list("kind", "urn", "source_on")
    }
    closed_before = set(Institution.objects.filter(status="closed").values_list("kind", "urn"))
    if only_missing:
        fresh = [r for r in rows if (r[0], r[1]) not in known]
        report.unchanged += len(rows) - len(fresh)
    else:
        fresh = [r for r in rows if not _older(r, known.get((r[0], r[1])))]
        report.older += len(rows) - len(fresh)
    status = COLUMNS.index("status")
    report.closed = sum(1 for r in fresh if r[status] == "closed" and (r[0], r[1]) not in closed_before)
    kept = [column for column in COLUMNS if column not in absent]
    places = [COLUMNS.index(column) for column in kept]
    born = LOCAL | {
        column: EMPTY.get(column, "'unknown'" if column == "status" else "''") for column in sorted(absent)
    }
    told = [tuple(r[place] for place in places) for r in fresh]
    upsert(report, "places_institution", ["kind", "urn"], kept, told, born=born, apply=apply)


def _older(r: tuple[Any, ...], known_on: date | None) -> bool:
    """Whether the row is of a day before the one our facts are of. Without both days nobody can say."""
    told_on = r[COLUMNS.index("source_on")]
    return bool(told_on and known_on and told_on < known_on)


def _establishments(
    report: Report, sheet: Sheet, source_on: date | None, told: Callable[[int], None]
) -> Iterable[tuple[Any, ...]]:
    by_dfe, by_gss = dfe_ids(), authority_ids()
    wards = dict(Ward.objects.values_list("code", "pk"))
    seen: set[tuple[str, str]] = set()
    for number, found in enumerate(sheet.rows, start=2):
        if number % STEP == 0:
            told(number)
        try:
            made = _establishment(found, by_dfe, by_gss, wards, source_on)
            if (made[0], made[1]) in seen:
                raise ValueError(_("URN %(urn)s stands in the file twice") % {"urn": made[1]})
        except Unclean:
            report.faults.append((number, str(UNCLEAN)))
        except ValueError as fault:
            report.faults.append((number, str(fault)))
        else:
            seen.add((made[0], made[1]))
            yield made


def _establishment(
    r: dict[str, str],
    by_dfe: dict[str, int],
    by_gss: dict[str, int],
    wards: dict[str, int],
    source_on: date | None,
) -> tuple[Any, ...]:
    urn = _urn(r, "URN")
    name = _line(r, "EstablishmentName", 200)
    if not name:
        raise ValueError(_("The name is empty"))
    type_name = _line(r, "TypeOfEstablishment (name)", 100)
    dfe = _digits(r, "LA (code)", 3).lstrip("0").zfill(3)
    return row(
        kind=Institution.Kind.CHILDRENS_CENTRE
        if CHILDRENS_CENTRE.match(type_name)
        else Institution.Kind.SCHOOL,
        urn=urn,
        name=name,
        type_name=type_name,
        phase=_line(r, "PhaseOfEducation (name)", 50),
        status=STATUS.get(r.get("EstablishmentStatus (code)", "").strip().lstrip("0"), "unknown"),
        opened_on=day(r.get("OpenDate", "")),
        closed_on=day(r.get("CloseDate", "")),
        authority_id=by_dfe.get(dfe) or by_gss.get(r.get("GSSLACode (name)", "").strip()),
        ward_id=wards.get(r.get("AdministrativeWard (code)", "").strip()),
        street=_line(r, "Street", 200),
        locality=_line(r, "Locality", 200),
        town=_line(r, "Town", 100),
        county=_line(r, "County (name)", 100),
        postcode=_line(r | {"Postcode": r.get("Postcode", "").upper()}, "Postcode", 8),
        laestab=_laestab(dfe, _digits(r, "EstablishmentNumber", 4)),
        trust_name=_line(r, "Trusts (name)", 200),
        trust_code=_line(r, "Trusts (code)", 10),
        pupils=_number(_digits(r, "NumberOfPupils", 6)),
        source=SOURCE,
        source_on=day(r.get("LastChangedDate", "")) or source_on,
    )


def _of_wales(report: Report, sheet: Sheet, source_on: date | None) -> Iterable[tuple[Any, ...]]:
    """The register of the Welsh Government. It leaves the authority of a few schools empty: they come without one."""
    letters, ids = welsh_letters(), authority_ids()
    for number, r in enumerate(sheet.rows, start=2):
        try:
            yield row(
                kind=Institution.Kind.WELSH_SCHOOL,
                urn=_urn(r, "school_number"),
                name=_line(r, "name", 200),
                name_cy=_line(r, "name_cy", 200),
                type_name=_line(r, "type_name", 100),
                status="unknown",
                authority_id=ids.get(letters.get(r["principal_local_authority_code"].strip(), "")),
                source="Welsh Government school register",
                source_on=source_on,
            )
        except Unclean:
            report.faults.append((number, str(UNCLEAN)))
        except ValueError as fault:
            report.faults.append((number, str(fault)))


def _take_links(report: Report, sheet: Sheet, apply: bool) -> None:
    found: dict[tuple, tuple] = {}
    for number, r in enumerate(sheet.rows, start=2):
        try:
            urns = _urn(r, "URN"), _urn(r, "LinkURN")
            key = (*urns, _line(r, "LinkType", 80), day(r.get("LinkEstablishedDate", "")))
            found[key] = (*key, _line(r, "LinkName", 200))
        except Unclean:
            report.faults.append((number, str(UNCLEAN)))
        except ValueError as fault:
            report.faults.append((number, str(fault)))
    key_columns = ["urn", "linked_urn", "kind", "established_on"]
    upsert(
        report,
        "places_institutionlink",
        key_columns,
        [*key_columns, "linked_name"],
        found.values(),
        apply=apply,
    )


def day(text: str) -> date | None:
    """`dd-mm-yyyy` (also with slashes); None when empty. ValueError for anything else."""
    bare = text.strip().replace("/", "-")
    if not bare:
        return None
    try:
        return datetime.strptime(bare, "%d-%m-%Y").date()  # noqa: DTZ007  (a date has no zone)
    except ValueError as fault:
        raise ValueError(
            _("“%(text)s” is not a date like 31-12-2025") % {"text": text.strip()[:40]}
        ) from fault


def _line(r: dict[str, str], column: str, most: int) -> str:
    text = clean_line(r.get(column, ""))
    if len(text) > most:
        raise ValueError(
            _("%(column)s is longer than %(most)s characters") % {"column": column, "most": most}
        )
    return text


def _urn(r: dict[str, str], column: str) -> str:
    urn = r.get(column, "").strip().lstrip("0")
    if not _is_number(urn) or len(urn) > 10:
        raise ValueError(
            _("%(column)s “%(text)s” is not a number")
            % {"column": column, "text": r.get(column, "").strip()[:40]}
        )
    return urn


def _digits(r: dict[str, str], column: str, most: int) -> str:
    """A number as it stands there, or whatever stands in its place. ValueError for one that has no place with us."""
    text = r.get(column, "").strip()
    if _is_number(text) and len(text.lstrip("0")) > most:
        raise ValueError(_("%(column)s has more than %(most)s digits") % {"column": column, "most": most})
    return text


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _number(text: str) -> int | None:
    return int(text) if _is_number(text) else None


def _laestab(dfe: str, number: str) -> str:
    return f"{dfe}{number.lstrip('0').zfill(4)}" if _is_number(number) and _is_number(dfe) else ""
