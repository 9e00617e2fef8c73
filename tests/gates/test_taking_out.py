"""Every sealed word about a person can be taken out, or it stands here why not; and the walls stand again."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection
from django.urls import get_resolver

from waymark.foundation.interface.forms import Form
from waymark.foundation.vault.fields import Sealed
from waymark.home import spillage
from waymark.oversight.purging import called

pytestmark = pytest.mark.django_db

# Who somebody is, and what other rooms seal: no place for what comes from an intelligence service.
NOT_TAKEN = {
    "consent_consent": {"asked_by", "giver_name", "witness"},
    "concerns_enquiry": {"name"},
    "concerns_concernraiser": {"name", "job", "organisation_name", "relationship", "email", "phone"},
    "concerns_draftapart": {"answers", "typed"},
    "panel_pack": {"content"},  # deleted whole: it is made again
    "consent_objection": {"said_by"},
    "importing_import": {"name", "table", "faults"},
    "directory_note": {"words"},
    "complaints_complaint": {"words", "complainant", "answer", "learnt", "stacu_outcome"},
    "purging_purge": {"why", "refused_because"},
    # Why somebody looked, vouched, held or kept: of their own deed, and gone with its record.
    "access_glass": {"reason", "words"},
    "access_interest": {"withdrawn_because"},
    "access_recovery": {"words"},
    "retention_hold": {"reason", "ended_because"},
    "retention_review": {"reason"},
    "retention_proposal": {"reason"},
    "stewardship_request": {
        "about", "asked_by", "answer_to", "identity_how", "child_words", "disputed", "dispute_settled",
        "extended_because", "sent_back_because", "closed_because",
    },
}  # fmt: skip
# What may follow an update of a row: the ledger, its life, its key, who sees what hangs on it. None refuses a stone.
AFTER = ("_recorded", "_life", "_keyed", "support_risk_tells")


def listed() -> dict[str, set[str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relation, array_agg(field) FROM purging.place GROUP BY relation")
        return {relation: set(fields) for relation, fields in cursor.fetchall()}


def test_every_sealed_column_can_be_taken_out_or_is_reviewed():
    may = listed()
    for model in apps.get_models():
        table = model._meta.db_table
        sealed = {field.column for field in model._meta.concrete_fields if isinstance(field, Sealed)}
        left = sealed - may.get(table, set())
        assert left == NOT_TAKEN.get(table, set()) & sealed, f"{table}: {sorted(left)}"


def test_every_listed_column_is_there():
    tables = {model._meta.db_table: model for model in apps.get_models()}
    for table, fields in listed().items():
        assert fields <= {field.column for field in tables[table]._meta.concrete_fields}, table


def test_every_item_is_called_by_words_and_not_by_the_name_of_its_column():
    beside = {"wrapped"}  # goes with the name of its file
    assert {column for columns in listed().values() for column in columns} - beside == set(called.WORDS)


def test_nothing_that_follows_an_update_can_refuse_a_stone():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE NOT t.tgisinternal AND t.tgtype & 2 = 0 AND t.tgtype & 16 = 16 AND t.tgtype & 1 = 1 "
            "AND c.relname IN (SELECT relation FROM purging.place)"
        )
        found = [f"{table}: {name}" for table, name in cursor.fetchall() if not name.endswith(AFTER)]
    assert found == []


def written_on(form: type[Form]) -> bool:
    return any(getattr(field, "is_free", False) for field in form.base_fields.values())  # type: ignore[attr-defined]


def test_every_form_of_these_rooms_in_which_somebody_writes_warns():
    assert get_resolver().url_patterns  # every room’s pages, and so their forms, are there
    forms = [
        form
        for form in _all(Form)
        if form.__module__.startswith(tuple(f"waymark.pathway.{room}." for room in spillage.ROOMS))
        and ".tests." not in form.__module__
    ]
    assert len([form for form in forms if written_on(form)]) > 40
    for form in forms:
        bare = form.__new__(form)
        bare.fields = form.base_fields  # type: ignore[attr-defined]
        assert bool(bare.warning) == written_on(form), form


def _all(form: type) -> list[type]:
    return [each for below in form.__subclasses__() for each in (below, *_all(below))]
