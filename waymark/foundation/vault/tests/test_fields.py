"""Sealed fields: nothing to read in the table, everything to read for those who may, nothing where it does not belong."""

from __future__ import annotations

import pytest
from django.core.exceptions import FieldError
from django.db import IntegrityError, ProgrammingError, connection, transaction

from waymark.foundation.access.context import lent
from waymark.foundation.kernel.refusals import NotNow
from waymark.foundation.kernel.sealing import Tampered
from waymark.foundation.vault import keyring
from waymark.foundation.vault.fields import Cipher, Erased
from waymark.foundation.vault.models import DestroyedKey, RecordKey

from .conftest import Folder, Note

WORDS = "She said “Siân’s brother talked about it” — ddrwg."


def raw(sql: str, *given: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchall() if cursor.description else []


def note(folder: Folder, words: str) -> Note:
    return Note.objects.create(
        authority_id=folder.authority_id, grants=folder.grants, folder=folder, words=words
    )


def test_what_is_typed_comes_back_and_is_not_in_the_table(cast, make, everything):
    with cast.here.acting("officer"):
        folder = make(WORDS, answers={"who": {"name": "Canary Planted"}})
        again = Folder.objects.get(pk=folder.pk)
        assert again.words == WORDS
        assert again.answers == {"who": {"name": "Canary Planted"}}
    with everything():
        [(text,)] = raw("SELECT string_agg(f::text, '') FROM vault_tests_folder f")
    assert "brother" not in text and "Canary" not in text
    assert WORDS.encode().hex() not in text and b"Canary".hex() not in text


def test_the_same_words_twice_are_not_the_same_bytes(cast, make):
    with cast.here.acting("officer"):
        one, two = make(WORDS), make(WORDS)
        sealed = raw("SELECT words FROM vault_tests_folder WHERE id IN (%s, %s)", one.pk, two.pk)
    assert bytes(sealed[0][0])[-20:] != bytes(sealed[1][0])[-20:]


def test_words_of_another_row_are_found(cast, make):
    """Planted fault: somebody with the owner’s hands swaps what two people said."""
    with cast.here.acting("officer"):
        folder = make()
        one, two = note(folder, "It was the one."), note(folder, "It was the other.")
        raw("UPDATE vault_tests_note SET words = (SELECT words FROM vault_tests_note WHERE id = %s) WHERE id = %s",
            one.pk, two.pk)  # fmt: skip
        with pytest.raises(Tampered):
            _ = Note.objects.get(pk=two.pk).words
        assert Note.objects.get(pk=one.pk).words == "It was the one."


def test_words_of_another_column_and_changed_bytes_are_found(cast, make):
    with cast.here.acting("officer"):
        folder = make(WORDS)
        raw("UPDATE vault_tests_folder SET answers = words WHERE id = %s", folder.pk)
        with pytest.raises(Tampered):
            _ = Folder.objects.get(pk=folder.pk).answers
        raw("UPDATE vault_tests_folder SET words = set_byte(words, 40, get_byte(words, 40) # 1) WHERE id = %s",
            folder.pk)  # fmt: skip
        with pytest.raises(Tampered):
            _ = Folder.objects.get(pk=folder.pk).words
        raw("UPDATE vault_tests_folder SET words = 'typed by hand' WHERE id = %s", folder.pk)
        with pytest.raises(Tampered):
            Folder.objects.get(pk=folder.pk)


def test_the_key_of_another_record_does_not_open_it(cast, make):
    with cast.here.acting("officer"):
        one, two = make(WORDS), make("Other words.")
        other = keyring.key_of(two).id.bytes.hex()
        raw("UPDATE vault_tests_folder SET words = overlay(words PLACING decode(%s, 'hex') FROM 2) WHERE id = %s",
            other, one.pk)  # fmt: skip
        with pytest.raises(Tampered):
            _ = Folder.objects.get(pk=one.pk).words


def test_without_an_actor_it_stays_sealed(cast, make):
    with cast.here.acting("officer"):
        folder = Folder.objects.get(pk=make(WORDS).pk)
    with pytest.raises(keyring.KeyOutOfReach):
        _ = folder.words


def test_a_borrowed_key_is_given_back(cast, make):
    with cast.here.acting("officer"):
        folder = make(WORDS)
    with cast.here.acting("teacher"):
        with lent(folder.authority_id):
            seen = Folder.objects.get(pk=folder.pk)
            assert seen.words == WORDS
            unread = Folder.objects.get(pk=folder.pk)
        with pytest.raises(keyring.KeyOutOfReach):
            _ = unread.words


def test_a_key_lost_in_an_error_is_given_back_too(cast, make):
    with cast.here.acting("officer"):
        folder = make(WORDS)
    with pytest.raises(ZeroDivisionError), cast.here.acting("teacher"), lent(folder.authority_id):
        unread = Folder.objects.get(pk=folder.pk)
        assert Folder.objects.get(pk=folder.pk).words == WORDS
        raise ZeroDivisionError
    with cast.here.acting("teacher"), pytest.raises(keyring.KeyOutOfReach):
        _ = unread.words


def test_another_authority_sees_no_key(cast, make):
    with cast.here.acting("officer"):
        make(WORDS)
        assert RecordKey.objects.count() == 1
    with cast.there.acting("officer"):
        assert RecordKey.objects.count() == 0


def test_a_list_fetches_its_keys_at_once(cast, make, django_assert_num_queries):
    with cast.here.acting("officer"):
        for number in range(12):
            note(make(), f"Words of note {number}.")
        keyring.forget()
        with django_assert_num_queries(2):
            assert len({found.words for found in Note.objects.all()}) == 12


def test_the_database_still_demands_a_reason(cast, make):
    with cast.here.acting("officer"):
        folder = make()
        with pytest.raises(IntegrityError, match="tests_note_says"), transaction.atomic():
            note(folder, "")
        assert Folder.objects.filter(words="").count() == 1
        make("Some words.")
        assert Folder.objects.exclude(words="").count() == 1


def test_it_cannot_be_looked_for_nor_changed_past_its_row(cast, make):
    with cast.here.acting("officer"):
        make(WORDS)
        for lookup in ({"words": WORDS}, {"words__icontains": "brother"}, {"words__regex": "."}):
            with pytest.raises(FieldError), transaction.atomic():
                Folder.objects.filter(**lookup).exists()
        with pytest.raises(FieldError), transaction.atomic():
            Folder.objects.update(words="Put there.")
        [value] = Folder.objects.values_list("words", flat=True)
        assert isinstance(value, Cipher) and "brother" not in repr(value)


def test_saving_unchanged_words_touches_nothing(cast, make):
    with cast.here.acting("officer"):
        folder = Folder.objects.get(pk=make(WORDS).pk)
        before = raw("SELECT words FROM vault_tests_folder WHERE id = %s", folder.pk)
        assert folder.words == WORDS
        folder.plain = "changed"
        folder.save()
        assert raw("SELECT words FROM vault_tests_folder WHERE id = %s", folder.pk) == before
        folder.words = "Other words."
        folder.save_next("words")
        assert Folder.objects.get(pk=folder.pk).words == "Other words."


def test_who_sees_the_record_sees_its_key(cast, make):
    """The key follows the record’s grants; without the trigger the lead could read nothing after it is sealed."""
    with cast.here.acting("officer"):
        folder = make(WORDS)
        lead = [f"authority:{folder.authority_id}:lead", f"authority:{folder.authority_id}:triage"]
        Folder.objects.filter(pk=folder.pk).update(grants=lead)
    with lent_to_lead(cast):
        Folder.objects.filter(pk=folder.pk).update(grants=lead[:1])
        assert Folder.objects.get(pk=folder.pk).words == WORDS
    with cast.here.acting("officer"):
        assert RecordKey.objects.count() == 0


def lent_to_lead(cast):
    return cast.here.acting("lead")


def test_a_destroyed_key_says_so_and_never_comes_back(cast, make):
    with cast.here.acting("officer"):
        folder = make(WORDS, answers={"a": 1})
        text = note(folder, "Words.")
        old = raw("SELECT wrapped FROM vault_recordkey")
        RecordKey.objects.update(destroyed_at=folder.recorded_at)
        keyring.forget()
        seen = Folder.objects.get(pk=folder.pk)
        assert isinstance(seen.words, Erased) and seen.words.startswith("This was erased on ")
        assert seen.answers == {} and seen.answers.sentence == seen.words
        assert Note.objects.get(pk=text.pk).words == seen.words
        seen.plain = "still saved"
        seen.save()
        assert Folder.objects.get(pk=folder.pk).words == seen.words
        seen.words = "New words."
        with pytest.raises(NotNow, match="erased on"), transaction.atomic():
            seen.save()
        assert raw("SELECT wrapped FROM vault_recordkey") == [(b"",)]
        with pytest.raises(ProgrammingError, match="does not come back"), transaction.atomic():
            raw("UPDATE vault_recordkey SET wrapped = %s, destroyed_at = NULL", old[0][0])
        with pytest.raises(ProgrammingError, match="never deleted"), transaction.atomic():
            raw("DELETE FROM vault_recordkey")
        assert DestroyedKey.objects.count() == 1
        with pytest.raises(ProgrammingError, match="never changed"), transaction.atomic():
            raw("DELETE FROM vault_destroyed")


def test_a_row_that_goes_takes_its_key_with_it(cast, make):
    with cast.here.acting("officer"):
        folder = make(WORDS)
        key = RecordKey.objects.get()
        folder.delete()
        key.refresh_from_db()
        assert key.destroyed_at is not None and bytes(key.wrapped) == b""
        assert DestroyedKey.objects.get().key_id == key.pk


def test_the_application_role_reads_of_others_keys_only_how_many(cast, make):
    with cast.here.acting("officer"):
        make(WORDS)
    with cast.there.acting("officer"):
        assert raw("SELECT * FROM vault.masters_in_use()") == [("1", 1)]
