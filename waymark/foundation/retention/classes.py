"""The retention classes the service ships with: one row for each of the sheet on rights, section 3.3.

A council can shorten each (a dated setting); nothing goes beyond a ceiling, here, in forms and in the database.
`source` is the sheet’s: P is this product’s own proposal, for the controller to confirm; B, D, S are its sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from .periods import Period, days, hours, months, years

# From which day these defaults hold.
IN_FORCE_FROM = date(2026, 11, 21)


@dataclass(frozen=True)
class RetentionClass:
    """`starts` says what the clock starts with. A period that is None is not there: never sealed, never reviewed, and,
    for `ceiling`, no longest period. `erased_after` None means: with the record it belongs to."""

    number: int
    code: str
    title: Any
    starts: Any
    sealed_after: Period | None
    erased_after: Period | None
    review_every: Period | None
    ceiling: Period | None
    source: str

    def __post_init__(self) -> None:
        if self.ceiling and self.erased_after and self.erased_after.measure > self.ceiling.measure:
            raise ValueError(f"{self.code}: the default is beyond the ceiling")


AT_ONCE = Period()
CLOSED, EDITED = _("The referral is closed"), _("The last change")

CLASSES: dict[str, RetentionClass] = {
    row.code: row
    for row in (
        RetentionClass(1, "draft-referral", _("Draft referral, never sent"), EDITED,
                       None, days(14), None, days(14), "P"),
        RetentionClass(2, "enquiry-unnamed", _("Advice enquiry, unnamed (statistics only after 6 months)"),
                       _("The day of the enquiry"), months(6), years(2), None, years(2), "P"),
        RetentionClass(3, "enquiry-named", _("Advice enquiry, named"), _("The day of the enquiry"),
                       None, months(6), None, months(12), "B3; P"),
        RetentionClass(4, "referral-unfounded", _("Referral that was mistaken, malicious or unfounded"), CLOSED,
                       AT_ONCE, days(90), None, months(6), "B10; P"),
        RetentionClass(5, "referral-child", _("Referral without a Prevent concern, or redirected: under 18"), CLOSED,
                       months(12), years(3), months(12), years(6), "B10; P"),
        RetentionClass(6, "referral-adult", _("Referral without a Prevent concern, or redirected: adult"), CLOSED,
                       months(12), years(3), months(12), years(6), "P; D1; B4"),
        RetentionClass(7, "channel-case", _("Channel case, considered or adopted"), _("The case ends"),
                       months(12), years(6), months(12), years(6), "D1"),
        RetentionClass(8, "case-papers", _("Consent, notices given, support plan, provider reports"),
                       _("The case ends"), months(12), years(6), None, years(6), "with the Channel case"),
        RetentionClass(9, "panel-minutes", _("Panel minutes, kept for each person; the agenda without names 6 years"),
                       _("The meeting"), None, years(6), None, years(6), "B11"),
        RetentionClass(10, "third-party", _("Information about others inside a case, unless marked necessary"),
                       _("The case or referral is closed"), None, months(12), months(12), years(6), "B3; P"),
        RetentionClass(11, "equality", _("Equality answers linked to a person (then unlinked; only counts stay)"),
                       _("The case or referral is closed"), None, months(12), None, months(12), "P"),
        RetentionClass(12, "disclosure-log", _("Log of disclosures: a year more than the case"),
                       _("The case ends"), None, years(7), None, years(7), "P"),
        RetentionClass(13, "rights-request", _("Complaint or rights request"),
                       _("The outcome; without one, the day it came"),
                       None, years(3), None, years(6), "P"),
        RetentionClass(14, "training-record", _("Training record (or 1 year after the person leaves)"),
                       _("The training is completed"), None, years(3), None, years(6), "P"),
        RetentionClass(15, "self-audit", _("Self-audit of a school or provider"), _("The audit"),
                       None, years(4), None, years(6), "P"),
        RetentionClass(16, "project-grant", _("Project and grant records: 6 years and the financial year"),
                       _("The project ends"), None, years(6), None, years(7), "finance rule"),
        RetentionClass(17, "board-papers", _("Board papers without personal data"), _("The meeting"),
                       None, years(20), years(5), None, "P"),
        RetentionClass(18, "ledger", _("Access and change log (opaque identifiers only)"), _("The entry"),
                       None, years(8), None, years(8), "P"),
        RetentionClass(19, "break-glass", _("Break-glass and override records"), _("The event"),
                       None, years(6), months(3), years(6), "P"),
        RetentionClass(20, "technical-log", _("Technical logs (no personal content)"), _("The entry"),
                       None, months(12), None, months(12), "P"),
        RetentionClass(21, "notification", _("Queue of messages, finished tasks"), _("It is sent, given up or done"),
                       None, days(30), None, days(30), "P"),
        RetentionClass(22, "export-file", _("Export file, single use"), _("The file is made"),
                       None, hours(24), None, days(7), "P"),
        RetentionClass(23, "rejected-upload", _("Rejected upload"), _("The scan"),
                       None, hours(24), None, hours(24), "P"),
        RetentionClass(24, "account", _("Account, unused: closed at 35 days, credentials removed at 90"),
                       _("The last sign-in"), days(35), days(90), None, days(90), "S3"),
        RetentionClass(25, "backup", _("Backups (point-in-time recovery: 35 days)"), _("The backup is made"),
                       None, days(90), None, days(90), "P"),
    )
}  # fmt: skip


def find(code: str) -> RetentionClass:
    """The class of that code. ValueError when there is none."""
    try:
        return CLASSES[code]
    except KeyError:
        raise ValueError(f"there is no retention class {code}") from None
