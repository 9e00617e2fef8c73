"""Every field of every record is declared: personal or not, why it is needed, how long it is kept."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection

from waymark.foundation.kernel.privacy import FIELDS, TABLES, personal
from waymark.foundation.retention.classes import CLASSES
from waymark.foundation.retention.privacy import (
    declared,
    of_models,
    undeclared_columns,
    undeclared_fields,
    wrong_declarations,
)
from waymark.foundation.vault.fields import Sealed, SealedText

# Tables of other people’s packages that hold something of a person: field, why it is there, retention class.
# Reviewed by hand. They stand here because their models are not ours to declare.
FOREIGN = {
    "account.EmailAddress": {"email": ("Signing in, and letters", "account")},
    "usersessions.UserSession": {
        "ip": ("The person can see a session that is not theirs", "account"),
        "user_agent": ("The person can see a session that is not theirs", "account"),
    },
    "mfa.Authenticator": {"data": ("The second proof of who signs in", "account")},
}


def test_every_field_is_declared():
    assert undeclared_fields() == []


def columns_without_a_model() -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relnamespace::regnamespace || '.' || c.relname, a.attname FROM pg_class c "
            "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
            "WHERE c.relkind IN ('r', 'm', 'p') AND c.relnamespace::regnamespace::text = ANY (%s)",
            [["gate", "reach", "retention", "training"]],
        )
        return cursor.fetchall()


@pytest.mark.django_db
def test_every_column_that_the_database_keeps_for_itself_is_declared(monkeypatch):
    assert undeclared_columns(columns_without_a_model()) == []
    monkeypatch.setitem(TABLES, "gate.person_keys", {})
    assert "gate.person_keys.postcodes" in undeclared_columns(columns_without_a_model())


def test_no_declaration_is_wrong():
    assert wrong_declarations() == []


def test_every_personal_field_has_a_reason_and_an_end():
    without = [
        f"{model}.{name}"
        for model, name, says in declared()
        if says.personal and not (says.why.strip() and says.keep in CLASSES)
    ]
    assert without == []


def test_an_undeclared_field_is_found(monkeypatch):
    fields = {name: says for name, says in FIELDS["access.Visitor"].items() if name != "email"}
    monkeypatch.setitem(FIELDS, "access.Visitor", fields)
    assert undeclared_fields() == ["access.Visitor.email"]


def test_a_declaration_of_no_field_and_of_no_class_is_found(monkeypatch):
    planted = personal(why="Planted", basis="contract", stage="any", keep="for-ever", risk="found-out")
    monkeypatch.setitem(FIELDS, "access.Visitor", FIELDS["access.Visitor"] | {"shoe_size": planted})
    assert wrong_declarations() == [
        "access.Visitor.shoe_size does not exist",
        "access.Visitor.shoe_size: no class for-ever",
    ]


def test_a_personal_field_without_a_risk_is_found(monkeypatch):
    """Half declared is not declared: the impact assessment would lack it."""
    careless = personal(why="Planted", basis="contract", stage="any", keep="account")
    monkeypatch.setitem(FIELDS, "access.Visitor", FIELDS["access.Visitor"] | {"email": careless})
    assert wrong_declarations() == ["access.Visitor.email: no risk is named"]
    with pytest.raises(ValueError, match="no risk"):
        personal(why="Planted", basis="contract", stage="any", keep="account", risk="none at all")


# Sealed with the session’s key, not with a record’s: its own tests open it.
SEALED_OTHERWISE = {"accounts.TypedText.sealed"}


def wrongly_sealed(fields: list[tuple[str, object, bool]]) -> list[str]:
    """Fields that are declared encrypted and are not, or the other way about."""
    return sorted(name for name, field, encrypted in fields if isinstance(field, Sealed) is not encrypted)


def test_what_is_declared_encrypted_is_sealed_and_nothing_else_is():
    fields = [
        (f"{model}.{name}", apps.get_model(model)._meta.get_field(name), says.encrypted)
        for model, name, says in of_models()
        if f"{model}.{name}" not in SEALED_OTHERWISE
    ]
    assert wrongly_sealed(fields) == []


def test_a_wrong_word_about_encryption_is_found():
    plain_field = apps.get_model("access.Visitor")._meta.get_field("email")
    assert wrongly_sealed(
        [("a", plain_field, True), ("b", SealedText(), False), ("c", plain_field, False)]
    ) == [
        "a",
        "b",
    ]


@pytest.mark.parametrize("label", sorted(FOREIGN))
def test_tables_of_other_packages_are_as_reviewed(label: str):
    names = {field.name for field in apps.get_model(label)._meta.local_fields}
    for name, (why, keep) in FOREIGN[label].items():
        assert name in names and why and keep in CLASSES
