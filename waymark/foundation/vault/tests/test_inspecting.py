"""Files that mean harm are refused; whole ones come back without what they tell of whoever made them."""

from __future__ import annotations

import io
import stat
import zipfile

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from waymark.foundation.vault import apart, taking
from waymark.foundation.vault.inspecting import MOST_BYTES, Unacceptable, clean, office

from . import files
from .files import CANARY, EICAR, docx, field, packed, pdf, relation, word_parts, xlsx

CONTROL = "x\x00y"
LONG = "0" * 3_000_000
HTML = b"<html><script>alert(1)</script></html>"


@pytest.mark.parametrize("kind", sorted(files.WHOLE))
def test_a_whole_file_is_taken_and_can_be_read(kind):
    cleaned = clean(kind, files.WHOLE[kind])
    assert clean(kind, cleaned)
    readers = {
        "png": lambda: Image.open(io.BytesIO(cleaned)).load(),
        "jpg": lambda: Image.open(io.BytesIO(cleaned)).load(),
        "pdf": lambda: pikepdf.open(io.BytesIO(cleaned)).pages[0],
        "docx": lambda: zipfile.ZipFile(io.BytesIO(cleaned)).testzip(),
        "xlsx": lambda: zipfile.ZipFile(io.BytesIO(cleaned)).testzip(),
        "txt": cleaned.decode,
    }
    readers[kind]()


@pytest.mark.parametrize("kind", ["png", "jpg", "pdf"])
def test_what_a_file_tells_of_its_author_is_gone(kind):
    assert CANARY.encode() in files.WHOLE[kind] or kind == "pdf"
    cleaned = clean(kind, files.WHOLE[kind])
    assert CANARY.encode() not in cleaned and CANARY.encode("utf-16-be") not in cleaned
    if kind == "pdf":
        with pikepdf.open(io.BytesIO(cleaned)) as document:
            assert "/Info" not in document.trailer and "/Metadata" not in document.Root
    if kind == "jpg":
        picture = Image.open(io.BytesIO(cleaned))
        assert not picture.getexif() and picture.size == (8, 16), "turned upright, and nothing said beside it"


def test_properties_of_a_word_file_are_gone_and_its_words_are_not():
    with zipfile.ZipFile(io.BytesIO(clean("docx", files.WHOLE["docx"]))) as cleaned:
        assert CANARY.encode() not in cleaned.read("docProps/core.xml")
        assert CANARY.encode() in cleaned.read("word/document.xml")
        assert {entry.date_time for entry in cleaned.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_pictures_within_a_word_file_lose_what_they_tell():
    content = docx(**{"word/media/image1.jpg": files.jpeg(), "word/media/image2.png": files.png()})
    with zipfile.ZipFile(io.BytesIO(clean("docx", content))) as cleaned:
        for name in ("word/media/image1.jpg", "word/media/image2.png"):
            assert CANARY.encode() not in cleaned.read(name)


REFUSED = {
    "empty": ("pdf", b"", "empty"),
    "too long": ("txt", b"a" * (MOST_BYTES + 1), "too-long"),
    "a picture called a PDF": ("pdf", files.WHOLE["png"], "another-kind"),
    "a program called a picture": ("png", b"MZ\x90\x00", "another-kind"),
    "a page called a text": ("txt", b"  \n" + HTML, "another-kind"),
    "SVG called PNG": ("png", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "another-kind"),
    "GIF that is also a script": ("jpg", b"GIF89a/*" + b"\0" * 20 + b"*/=alert(1)", "another-kind"),
    "a page before the PDF": ("pdf", HTML + files.WHOLE["pdf"], "another-kind"),
    "text that is none": ("txt", CONTROL.encode(), "not-text"),
    "half a picture": ("png", files.WHOLE["png"][:60], "damaged"),
    "a picture of 50,000 pixels each way": ("png", files.flood(), "too-many-pixels"),
    "a picture with a long side": ("png", files.flood(20_001), "too-many-pixels"),
    "PDF that runs a script": ("pdf", pdf(files.script), "active"),
    "PDF that starts a program": ("pdf", pdf(files.launch), "active"),
    "PDF that acts when a page opens": ("pdf", pdf(files.on_opening_a_page), "active"),
    "PDF that sends what is typed": ("pdf", pdf(files.submits), "active"),
    "PDF with a script behind hidden names": ("pdf", files.hidden_names(), "active"),
    "PDF with a file within": ("pdf", pdf(files.file_within), "carries"),
    "PDF that leads to a script": ("pdf", pdf(files.script_link), "fetches"),
    "PDF whose content lies elsewhere": ("pdf", pdf(files.content_elsewhere), "fetches"),
    "PDF with a password": ("pdf", pdf(encryption=pikepdf.Encryption(owner="o", user="u")), "password"),
    "PDF cut short": ("pdf", files.WHOLE["pdf"][:-200], "damaged"),
    "Word with macros": ("docx", docx(**{"word/vbaProject.bin": b"\xd0\xcf"}), "active"),
    "Word with macros by its types": (
        "docx",
        docx(more_types='<Override PartName="/word/a.xml" ContentType="application/vnd.ms-word.x.macroEnabled"/>'),
        "active",
    ),
    "Word with a control": ("docx", docx(**{"word/activeX/activeX1.xml": "<a/>"}), "active"),
    "Word with another file": ("docx", docx(**{"word/embeddings/oleObject1.bin": b"x"}), "carries"),
    "Word with a page": ("docx", docx(**{"word/afchunk.html": HTML}), "carries"),
    "Word with a template elsewhere": (
        "docx", docx(relations=relation("attachedTemplate", "https://example.org/t.dotm")), "fetches",
    ),
    "Word with a picture elsewhere": (
        "docx", docx(relations=relation("image", "https://example.org/a.png")), "fetches",
    ),
    "Word with a share of a network": (
        "docx", docx(relations=relation("hyperlink", "file://server/share/a")), "fetches",
    ),
    "Word with a script for a link": ("docx", docx(relations=relation("hyperlink", "javascript:1")), "fetches"),
    "Word that asks another program": ("docx", docx(field('DDEAUTO c:\\\\windows "a"')), "fetches"),
    "the same in pieces": ("docx", docx(field("DD", "E", "AUTO x")), "fetches"),
    "Word with entities": (
        "docx",
        packed(word_parts() | {"word/document.xml": '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'}),
        "active",
    ),
    "Word with a billion laughs": (
        "docx",
        packed(
            word_parts()
            | {
                "word/document.xml": '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
                "<a>&c;</a>"
            }
        ),
        "active",
    ),
    "Word that leads out": ("docx", docx(**{"../../etc/passwd": b"x"}), "leads-out"),
    "Word with an absolute name": ("docx", docx(**{"/etc/passwd": b"x"}), "leads-out"),
    "Word with a name of Windows": ("docx", docx(**{"word\\..\\..\\a.xml": "<a/>"}), "leads-out"),
    "Word that unpacks without end": ("docx", docx(**{"word/a.xml": LONG}), "bomb"),
    "Word with a password": ("docx", files.encrypted(docx()), "password"),
    "a page before the zip": ("docx", b"PK\x03\x04" + HTML + docx(), "two-files"),
    "a program after the zip": ("docx", docx() + b"MZ\x90\x00", "two-files"),
    "a zip called Word": ("docx", packed({"a.xml": "<a/>"}), "carries"),
    "Excel called Word": ("docx", xlsx(), "another-kind"),
    "the test virus in a zip": ("docx", packed({"eicar.com": EICAR}), "carries"),
    "Excel with links elsewhere": ("xlsx", xlsx(**{"xl/externalLinks/externalLink1.xml": "<a/>"}), "carries"),
    "Excel with a spoilt picture": ("xlsx", xlsx(**{"xl/media/image1.png": b"\x89PNG"}), "damaged"),
    "Excel with a drawn script": ("xlsx", xlsx(**{"xl/media/image1.svg": b"<svg/>"}), "carries"),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "content", "code"), REFUSED.values(), ids=REFUSED)
def test_what_means_harm_is_refused_and_says_why(kind, content, code):
    with pytest.raises(Unacceptable) as refused:
        clean(kind, content)
    assert refused.value.code == code
    assert str(taking.WORDS[code])


def test_every_part_of_a_zip_is_counted(monkeypatch):
    monkeypatch.setattr(office, "MOST_UNPACKED", 3_000_000)
    with pytest.raises(Unacceptable, match="bomb"):
        clean("docx", docx(**{f"word/part{number}.xml": "0" * 900_000 for number in range(4)}))


def test_two_files_in_one_are_one_afterwards():
    """What a reader of another kind would find behind the picture or the PDF is not there any more."""
    for kind in ("png", "jpg"):
        cleaned = clean(kind, files.WHOLE[kind] + HTML + docx())
        assert b"script" not in cleaned and b"PK\x03\x04" not in cleaned
    commented = files.WHOLE["pdf"].replace(b"%PDF-1.", b"%PDF-1.", 1)
    head, _newline, rest = commented.partition(b"\n")
    spoken = head + b"\n%" + HTML + b"\n" + rest
    try:
        assert b"script" not in clean("pdf", spoken)
    except Unacceptable as refused:  # its table of places no longer fits
        assert refused.code == "damaged"


def test_the_planted_fault_of_a_looser_look_is_seen(monkeypatch):
    """With nobody looking at fields, the file that asks another program would be taken."""
    monkeypatch.setattr(office, "_fields", lambda root: None)
    assert clean("docx", docx(field("DDEAUTO x")))


def test_it_is_done_in_a_process_of_its_own(settings):
    assert apart.clean("png", files.WHOLE["png"])[:4] == b"\x89PNG"
    with pytest.raises(Unacceptable, match="active"):
        apart.clean("pdf", pdf(files.script))


def test_a_look_that_takes_too_long_is_a_refusal(monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 0.01)
    with pytest.raises(Unacceptable, match="too-much"):
        apart.clean("png", files.WHOLE["png"])


def test_a_look_that_breaks_is_a_refusal():
    with pytest.raises(Unacceptable, match="damaged"):
        apart.clean("no such kind", b"content")


@given(st.binary(max_size=300), st.sampled_from(sorted(files.WHOLE)), st.integers(0, 3000), st.booleans())
def test_whatever_comes_is_taken_or_refused_and_nothing_else(noise, kind, place, begins_right):
    whole = files.WHOLE[kind]
    content = whole[:place] + noise + whole[place + len(noise) :] if begins_right else noise
    try:
        assert clean(kind, content)
    except Unacceptable as refused:
        assert refused.code in taking.WORDS


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.pdf", "pdf"), ("A.JPEG", "jpg"), ("a.pdf.exe", ""), ("pdf", ""), (".pdf", "pdf"), ("a.svg", ""),
     ("a.docm", ""), ("a.html", ""), ("a.pdf ", "pdf"), ("a.PDF\x00.png", "png")],
)  # fmt: skip
def test_only_the_endings_of_the_list_are_taken(name, kind):
    assert taking.kind_of(name) == kind


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("../../etc/passwd.txt", "passwd.txt"), ("C:\\Users\\me\\note.TXT", "note.txt"), ("..txt", "document.txt"),
     ("a\u202efdp.txt", "afdp.txt"), ("a\r\nSet-Cookie: b.txt", "aSet-Cookie: b.txt"), ("x" * 300 + ".txt", "x" * 114 + ".txt")],
)  # fmt: skip
def test_names_lead_nowhere_and_mislead_nobody(sent, kept):
    assert taking.name_of(sent, "txt") == kept


@pytest.mark.parametrize("wall", [True, False])
def test_a_zip_with_a_link_in_it_is_refused(monkeypatch, wall):
    """A part that, unpacked onto a disk, would be a way to another file."""
    if not wall:
        monkeypatch.setattr(stat, "S_ISLNK", lambda mode: False)
    link = zipfile.ZipInfo("word/media/image1.png")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO(docx())
    with zipfile.ZipFile(out, "a") as written:
        written.writestr(link, "/etc/passwd")
    with pytest.raises(Unacceptable) as refused:
        clean("docx", out.getvalue())
    assert (str(refused.value) == "leads-out") is wall
