"""Planted faults: each wall of the vault taken away, and what then comes through. With the wall it does not."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from waymark.foundation.access.decisions import allow
from waymark.foundation.access.tests.test_glass_planted import without
from waymark.foundation.kernel import sealed_fields, sealing
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed
from waymark.foundation.kernel.sealing import Tampered
from waymark.foundation.vault import apart, clamd, keyring, policies, serving, store
from waymark.foundation.vault.actions import adding, checking
from waymark.foundation.vault.actions.destroying import destroy
from waymark.foundation.vault.models import Document
from waymark.foundation.vault.states import Checked

from . import files
from .conftest import Folder
from .test_documents import add, body
from .test_fields import note, raw

pytestmark = pytest.mark.usefixtures("data", "kind")


@pytest.mark.parametrize("wall", [True, False])
def test_the_look_into_the_file(cast, make, monkeypatch, wall):
    active = files.pdf(files.script)
    if not wall:
        monkeypatch.setattr(apart, "clean", lambda kind, content: content)
    with cast.here.acting("officer") as by:
        folder = make()
        if wall:
            with pytest.raises(Incomplete):
                add(by, folder, "pdf", active)
            assert not Document.objects.exists()
        else:
            assert body(serving.served(add(by, folder, "pdf", active))) == active


@pytest.mark.parametrize("wall", [True, False])
def test_the_answer_of_the_virus_checker(cast, make, monkeypatch, wall):
    said = clamd.Answer("Waymark.Test.EICAR", "ClamAV") if wall else clamd.Answer("", "ClamAV")
    monkeypatch.setattr(clamd, "is_there", lambda: True)
    monkeypatch.setattr(clamd, "look_at", lambda pieces: said)
    with cast.here.acting("officer") as by:
        document = add(by, make(), content=files.EICAR)
    checking.check(document.pk, document.authority_id)
    with cast.here.acting("officer") as by:
        document.refresh_from_db()
        assert bool(policies.open_document(by, document, checker_runs=True)) is not wall


@pytest.mark.parametrize("wall", [True, False])
def test_quarantine(cast, make, monkeypatch, pages, wall):
    if not wall:
        monkeypatch.setattr(policies, "open_document", lambda actor, document, checker_runs: allow())
    with cast.here.acting("officer") as by:
        folder = make()
        document = add(by, folder)
        assert document.checked == Checked.WAITING
    pages.sign_in(cast.here.officer)
    answer = pages.get(f"/documents/folder/{folder.pk}/{document.pk}/")
    assert answer.status_code == (403 if wall else 200)
    assert answer.has_header("Content-Disposition") is not wall


@pytest.mark.parametrize("wall", [True, False])
def test_the_end_of_a_key(cast, make, everything, wall):
    with cast.here.acting("officer") as by:
        folder = make("Words that go.")
    if not wall:
        without(everything, "vault.guard_key()", "NEW.wrapped := '';")
        with (
            cast.here.acting("officer") as by,
            pytest.raises(IntegrityError, match="whole_or_gone"),
            transaction.atomic(),
        ):
            destroy(by=by, record=folder)
        with everything():
            raw("SET CONSTRAINTS ALL IMMEDIATE")
            raw("ALTER TABLE vault_recordkey DROP CONSTRAINT recordkey_whole_or_gone")
    with cast.here.acting("officer") as by:
        destroy(by=by, record=folder)
    with everything():
        [(wrapped, version, key)] = raw(
            "SELECT wrapped, master, id FROM vault_recordkey WHERE about_id = %s", folder.pk
        )
        [(sealed,)] = raw("SELECT words FROM vault_tests_folder WHERE id = %s", folder.pk)
    if wall:
        assert bytes(wrapped) == b""
        return
    secret = keyring.unwrap(bytes(wrapped), key, version)
    about = Folder._meta.get_field("words")._about(folder.pk, key)
    assert sealing.unseal(secret, bytes(sealed)[sealed_fields.HEAD :], about) == b"Words that go."


@pytest.mark.parametrize("wall", [True, False])
def test_a_key_belongs_to_its_record(cast, make, monkeypatch, wall):
    """Somebody with the owner’s hands gives a record the wrapped key of another."""
    if not wall:
        monkeypatch.setattr(keyring, "_about", lambda key_id: b"anything")
    with cast.here.acting("officer"):
        mine, other = make("Mine."), make("Another’s.")
        raw("UPDATE vault_recordkey SET wrapped = (SELECT wrapped FROM vault_recordkey WHERE about_id = %s) "
            "WHERE about_id = %s", other.pk, mine.pk)  # fmt: skip
        keyring.forget()
        if wall:
            with pytest.raises(Tampered):
                keyring.key_of(mine)
        else:
            assert keyring.key_of(mine).secret == keyring.key_of(other).secret


@pytest.mark.parametrize("wall", [True, False])
def test_words_are_bound_to_their_place(cast, make, monkeypatch, wall):
    if not wall:
        monkeypatch.setattr(sealed_fields.Sealed, "_about", lambda self, pk, key_id: b"anywhere")
    with cast.here.acting("officer"):
        folder = make()
        one, two = note(folder, "It was the one."), note(folder, "It was the other.")
        raw("UPDATE vault_tests_note SET words = (SELECT words FROM vault_tests_note WHERE id = %s) WHERE id = %s",
            one.pk, two.pk)  # fmt: skip
        found = type(two).objects.get(pk=two.pk)
        if wall:
            with pytest.raises(Tampered):
                _ = found.words
        else:
            assert found.words == "It was the one."


@pytest.mark.parametrize("wall", [True, False])
def test_a_file_is_bound_to_its_document(cast, make, monkeypatch, wall):
    if not wall:
        monkeypatch.setattr(adding, "about", lambda document: b"any document")
        monkeypatch.setattr(serving, "about", lambda document: b"any document")
    with cast.here.acting("officer") as by:
        one, two = add(by, make(), content=b"the one"), add(by, make(), content=b"the other")
        store.place_of(two.stored_as).write_bytes(store.place_of(one.stored_as).read_bytes())
        two.wrapped, two.record_key, two.size = one.wrapped, one.record_key, one.size
        if wall:
            with pytest.raises((Tampered, NotAllowed)):
                serving.served(two)
        else:
            assert b"the one" in body(serving.served(two))
