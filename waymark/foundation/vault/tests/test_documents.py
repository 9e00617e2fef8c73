"""Documents: added, kept sealed, looked at by the real virus checker, opened; and whatever breaks leaves nothing."""

from __future__ import annotations

import errno
import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction

from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow
from waymark.foundation.vault import policies, presenters, serving, store
from waymark.foundation.vault.actions import adding, checking
from waymark.foundation.vault.actions.destroying import destroy
from waymark.foundation.vault.models import Document, RecordKey
from waymark.foundation.vault.states import Checked
from waymark.foundation.vault.taking import DOCUMENTS

from .conftest import TOLD
from .files import CANARY, EICAR, WHOLE, docx

pytestmark = pytest.mark.usefixtures("data", "kind")
ORPHAN = store.ORPHAN_SECONDS + 1


def add(by, folder, kind="txt", content=None, name=None):
    content = WHOLE[kind] if content is None else content
    return adding.add_document(by=by, record=folder, name=name or f"a note.{kind}", content=content)


def stored() -> list[Path]:
    return [place for _name, place in store.stored()]


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def test_a_document_lies_sealed_and_comes_back(cast, make):
    with cast.here.acting("officer") as by:
        document = add(by, make(), name=f"{CANARY}.txt")
        [place] = stored()
        assert CANARY.encode() not in place.read_bytes() and CANARY.split()[0] not in str(place)
        assert place.stat().st_mode & 0o777 == 0o600 and place.parent.stat().st_mode & 0o777 == 0o700
        with connection.cursor() as cursor:
            cursor.execute("SELECT d::text FROM vault_document d")
            assert CANARY.encode().hex() not in cursor.fetchone()[0]
        found = Document.objects.get(pk=document.pk)
        assert found.name == f"{CANARY}.txt"
        assert CANARY.encode() in body(serving.served(found))


def test_it_is_given_out_as_a_file_that_can_do_nothing(cast, make):
    with cast.here.acting("officer") as by:
        for kind in WHOLE:
            response = serving.served(add(by, make(), kind, name=f"{CANARY}.{kind}"))
            heads = response.headers
            assert heads["Content-Disposition"].startswith('attachment; filename="document-')
            assert CANARY not in str(heads)
            assert heads["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
            assert heads["X-Content-Type-Options"] == "nosniff"
            assert int(heads["Content-Length"]) == len(body(response))


def test_nobody_opens_it_before_it_is_found_clean(cast, make, clamd):
    with cast.here.acting("officer") as by:
        document = add(by, make())
        assert not policies.open_document(by, document, checker_runs=True)
        assert not policies.open_document(by, document, checker_runs=False)
    assert checking.check(document.pk, document.authority_id) == Checked.CLEAN
    with cast.here.acting("officer") as by:
        document.refresh_from_db()
        assert document.checked_with.startswith("ClamAV ")
        assert policies.open_document(by, document, checker_runs=True)


def test_a_harmful_one_is_never_opened_and_the_record_is_told(cast, make, clamd, settings):
    settings.WAYMARK_OPEN_UNCHECKED = True
    with cast.here.acting("officer") as by:
        folder = make()
        document = add(by, folder, content=EICAR)
    assert checking.check(document.pk, document.authority_id) == Checked.INFECTED
    assert [(folder.pk, document.pk)] == TOLD
    with cast.here.acting("officer") as by:
        document.refresh_from_db()
        for runs in (True, False):
            with pytest.raises(NotAllowed, match="harmful"):
                policies.open_document(by, document, checker_runs=runs).require()
        [shown] = presenters.of_record(by, folder)
        assert shown.harmful and shown.href == "" and "harmful" in str(shown.why)


def test_the_test_virus_within_a_word_file_is_found(cast, make, clamd):
    with cast.here.acting("officer") as by:
        document = add(by, make(), "docx", docx(f"<w:p><w:r><w:t>{EICAR.decode()}</w:t></w:r></w:p>"))
    assert checking.check(document.pk, document.authority_id) == Checked.INFECTED


def test_without_a_checker_it_waits_and_the_page_says_so(cast, make, settings, tmp_path):
    with cast.here.acting("officer") as by:
        folder = make()
        document = add(by, folder)
    for nobody in ("", str(tmp_path / "gone.ctl"), "127.0.0.1:1"):
        settings.WAYMARK_CLAMD = nobody
        assert checking.check(document.pk, document.authority_id) == Checked.WAITING
    settings.WAYMARK_CLAMD = ""
    with cast.here.acting("officer") as by:
        [shown] = presenters.of_record(by, folder)
        assert (
            "Not checked" in shown.checked and shown.href == "" and "no virus checker runs" in str(shown.why)
        )
        settings.WAYMARK_OPEN_UNCHECKED = True
        [shown] = presenters.of_record(by, folder)
        assert shown.href and "Not checked" in str(shown.why)
        # A checker that is there and has not answered yet is waited for, also in the demonstration.
        assert not policies.open_document(by, document, checker_runs=True)


def test_documents_that_waited_are_looked_at_later(cast, make, clamd):
    with cast.here.acting("officer") as by:
        add(by, make())
    assert checking.check_waiting() == 1


def test_another_authority_and_another_record_see_nothing(cast, make, everything):
    with cast.here.acting("officer") as by:
        folder = make()
        add(by, folder)
    with cast.there.acting("officer") as by:
        assert presenters.of_record(by, folder) == []
        assert Document.objects.count() == 0


def test_a_file_put_in_the_place_of_another_is_not_given_out(cast, make):
    with cast.here.acting("officer") as by:
        one, other = add(by, make()), add(by, make(), content=b"Other words.")
        store.place_of(one.stored_as).write_bytes(store.place_of(other.stored_as).read_bytes())
        with pytest.raises(NotNow, match="missing or was changed"):
            serving.served(one)
        store.place_of(one.stored_as).unlink()
        with pytest.raises(NotNow, match="missing or was changed"):
            serving.served(one)
        assert body(serving.served(other)) == b"Other words."


def test_destroying_the_key_of_the_record_ends_its_documents(cast, make):
    with cast.here.acting("officer") as by:
        folder = make()
        document = add(by, folder)
        destroy(by=by, record=folder)
        again = Document.objects.get(pk=document.pk)
        with pytest.raises(NotNow, match="erased on"):
            serving.served(again)
        [shown] = presenters.of_record(by, folder)
        assert shown.name.startswith("This was erased on")
        with pytest.raises(NotNow):
            add(by, folder)
    assert len(stored()) == 1
    _older(stored())
    assert checking.sweep() == 1 and stored() == []


def test_a_record_that_goes_takes_its_documents_along(cast, make):
    with cast.here.acting("officer") as by:
        folder, kept = make(), make()
        add(by, folder), add(by, kept)
        folder.delete()
        assert [document.about_id for document in Document.objects.all()] == [kept.pk]
    assert checking.sweep() == 0, "a deed may still be writing them"
    _older(stored())
    assert checking.sweep() == 1 and len(stored()) == 1


def _older(places: list[Path]) -> None:
    import os

    for place in places:
        moment = place.stat().st_mtime - ORPHAN
        os.utime(place, (moment, moment))


def test_documents_move_with_what_is_sent(cast, make):
    with cast.here.acting("officer") as by:
        draft, sent = make(), make()
        document = add(by, draft, name="letter.txt")
        assert adding.move_documents(by=by, record=draft, to=sent) == sent
        destroy(by=by, record=draft)
        found = Document.objects.get(pk=document.pk)
        assert found.about_id == sent.pk and found.name == "letter.txt"
        assert CANARY.encode() in body(serving.served(found))
        assert RecordKey.objects.filter(pk=found.record_key, about_id=sent.pk).exists()


def test_documents_follow_who_may_see_the_record(cast, make):
    with cast.here.acting("officer") as by:
        folder = make()
        add(by, folder)
        both = [f"authority:{folder.authority_id}:lead", *folder.grants]
        type(folder).objects.filter(pk=folder.pk).update(grants=both)
    with cast.here.acting("lead") as by:
        type(folder).objects.filter(pk=folder.pk).update(grants=both[:1])
        [document] = Document.objects.all()
        assert body(serving.served(document))
    with cast.here.acting("officer"):
        assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.exe", b"MZ", "must be a PDF"),
        ("a", b"x", "must be a PDF"),
        ("a.docm", docx(), "must be a PDF"),
        ("a.pdf", b"no PDF", "not what its name says"),
        ("a.txt", b"", "empty"),
        ("a.docx", docx(**{"word/vbaProject.bin": b"x"}), "macros"),
    ],
)
def test_what_is_not_taken_says_why_at_the_field_and_leaves_nothing(cast, make, name, content, sentence):
    with cast.here.acting("officer") as by:
        folder = make()
        with pytest.raises(Incomplete, match=sentence) as refused, transaction.atomic():
            adding.add_document(by=by, record=folder, name=name, content=content)
        assert refused.value.field == "document"
        assert not Document.objects.exists()
    assert stored() == []


def test_a_full_disk_leaves_nothing(cast, make, monkeypatch):
    class Full(io.BytesIO):
        def write(self, content):
            raise OSError(errno.ENOSPC, "No space left on device")

    def full(number, *_args):
        import os

        os.close(number)
        return Full()

    with cast.here.acting("officer") as by:
        folder = make()
        monkeypatch.setattr(store.os, "fdopen", full)
        with pytest.raises(NotNow, match="could not be stored"), transaction.atomic():
            add(by, folder)
        assert not Document.objects.exists()
    assert stored() == []


def test_a_database_that_fails_after_the_file_leaves_no_file(cast, make, monkeypatch):
    def broken(document):
        raise ZeroDivisionError

    monkeypatch.setattr(adding, "defer_check", broken)
    with cast.here.acting("officer") as by:
        folder = make()
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            add(by, folder)
        assert not Document.objects.exists()
    assert stored() == []


def test_a_closed_record_takes_none_and_a_full_one_neither(cast, make, monkeypatch):
    monkeypatch.setattr(adding, "MOST_DOCUMENTS", 1)
    with cast.here.acting("officer") as by:
        with pytest.raises(NotAllowed, match="closed"), transaction.atomic():
            add(by, make(plain="closed"))
        folder = make()
        add(by, folder)
        with pytest.raises(NotNow, match="no more"), transaction.atomic():
            add(by, folder)


def test_a_posted_file_is_held_in_memory_and_cut_off(rf, monkeypatch, settings):
    """Nothing of a document touches the disk unsealed, and one byte too many is one too many."""
    from waymark.foundation.vault import uploading
    from waymark.foundation.vault.forms import documents as forms

    monkeypatch.setattr(uploading, "MOST_BYTES", 200_000)
    monkeypatch.setattr(forms, "MOST_BYTES", 200_000)
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10
    for size, fits in ((200_000, True), (200_001, False), (0, False)):
        request = rf.post("/", {"document": SimpleUploadedFile("a.txt", b"a" * size)})
        form = forms.AddDocument(request.POST, request.FILES, taken=DOCUMENTS)
        assert form.is_valid() == fits
        if "document" in request.FILES:
            assert not hasattr(request.FILES["document"], "temporary_file_path")
    request = rf.post("/", {"register": SimpleUploadedFile("a.csv", b"a" * 200_001)})
    assert request.FILES["register"].size == 200_001
    assert hasattr(request.FILES["register"], "temporary_file_path")
    request.close()
    request.FILES["register"].close()
