"""No entry of a change holds words that somebody wrote: what is erased from a row is not left in the ledger.

Which values an entry keeps is said by the arguments of each table’s trigger. They are read from the database itself.
(An entry of a disclosure says where the lawful basis stands: see `referrals.actions.asking`.)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, models

from waymark.foundation.kernel.privacy import FIELDS
from waymark.foundation.vault.fields import Sealed

# Short codes and the like fit; a sentence does not.
LONGEST = 40
# Columns that are kept in the ledger though they are longer, or are JSON: what stands in them.
KIND = "The label of a kind of record, of a measure or of a task: written in the program."
NAME = (
    "What a council calls a course, an audience, a kind of work, a theme or a term; of nobody in particular."
)
REVIEWED: dict[str, str] = {
    **dict.fromkeys(
        (
            "access_glass.about_kind", "access_interest.about_kind", "purging_stone.field", "purging_stone.relation",
            "reports_figure.code",
            "retention_disposal.model", "retention_erasure.kind", "retention_life.kind", "stewardship_item.kind",
            "tasks_clock.code", "tasks_task.kind", "vault_destroyed.about_table", "vault_document.about_table",
            "vault_recordkey.about_table",
        ),
        KIND,
    ),
    **dict.fromkeys(
        (
            "engagement_theme.name", "training_audience.name", "training_course.name", "training_staffrole.name",
            "training_term.name",
        ),
        NAME,
    ),
    "importing_layout.matching": "Which column of a list is which field: numbers and names of fields.",
    "retention_proposal.counts": "Retention class, and how many.",
    "stewardship_disclosure.counts": "Decision or exemption, and how many.",
}  # fmt: skip
BY_TABLE = {model._meta.db_table: model for model in apps.get_models()}


def kept() -> Iterator[tuple[str, str]]:
    """Table and column of every value that a ledger entry keeps."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, t.tgargs FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_namespace n ON n.oid = p.pronamespace "
            "WHERE n.nspname = 'ledger' AND p.proname IN ('record_change', 'record_rows')"
        )
        for table, arguments in cursor.fetchall():
            for column in bytes(arguments).decode().split("\0"):
                if column:
                    yield table, column


def field_of(table: str, column: str) -> models.Field[Any, Any]:
    found = [f for f in BY_TABLE[table]._meta.concrete_fields if f.column == column]
    assert found, f"{table} has no column {column}: its trigger names one that is gone"
    return found[0]


def holds_words(table: str, column: str) -> bool:
    """May somebody’s words stand in that column?"""
    field = field_of(table, column)
    if isinstance(field, Sealed):
        return True
    if f"{table}.{column}" in REVIEWED or field.choices or field.is_relation:
        return False
    if isinstance(field, models.CharField):
        return (field.max_length or LONGEST + 1) > LONGEST
    return isinstance(field, (models.TextField, models.JSONField))


def test_no_entry_keeps_what_somebody_wrote(db):
    found = sorted(set(kept()))
    assert len(found) > 100, "the gate reads no triggers"
    wordy = [f"{table}.{column}" for table, column in found if holds_words(table, column)]
    assert wordy == [], " ".join(wordy)


def test_what_was_reviewed_is_still_kept(db):
    assert REVIEWED.keys() <= {f"{table}.{column}" for table, column in kept()}


def test_planted_words_in_an_entry_are_found(db):
    assert holds_words("referrals_concern", "words")
    assert holds_words("retention_hold", "reason")
    assert not holds_words("referrals_referral", "state")


def test_what_is_personal_and_kept_in_an_entry_is_a_code_or_a_date(db):
    """Of somebody’s data only what cannot be a sentence: which people, and when."""
    for table, column in set(kept()):
        model, field = BY_TABLE[table], field_of(table, column)
        says = FIELDS.get(model._meta.label, {}).get(field.name)
        if says is not None and says.personal:
            assert not holds_words(table, column), f"{table}.{column}"
