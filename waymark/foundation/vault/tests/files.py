"""Files for the tests: whole ones of each kind, and ones that mean harm. Made here, of nothing anybody else made."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from PIL import Image
from PIL.PngImagePlugin import PngInfo

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
CANARY = "Ottoline Featherstonehaugh"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/{main}" ContentType="application/vnd.openxmlformats-officedocument.{kind}"/>{more}</Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "{}</Relationships>"
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def png(size: tuple[int, int] = (12, 8), text: str = CANARY) -> bytes:
    out, said = io.BytesIO(), PngInfo()
    said.add_text("Author", text)
    Image.new("RGB", size, (10, 90, 160)).save(out, "PNG", pnginfo=said)
    return out.getvalue()


def jpeg(size: tuple[int, int] = (16, 8)) -> bytes:
    """With a place and a name in its EXIF data."""
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x013B] = CANARY
    exif[0x0112] = 6  # lies on its side
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    Image.new("RGB", size, (200, 30, 30)).save(out, "JPEG", exif=exif, comment=CANARY.encode())
    return out.getvalue()


def flood(side: int = 50_000) -> bytes:
    """A PNG that says it is 50,000 pixels each way, in a few bytes."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack("!I", len(content)) + name + content + struct.pack("!I", zlib.crc32(name + content))
        )

    head = struct.pack("!IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def pdf(change: Callable[[pikepdf.Pdf], None] | None = None, **save: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(200, 200))
        document.docinfo["/Author"] = CANARY
        with document.open_metadata() as said:
            said["dc:creator"] = [CANARY]
        if change:
            change(document)
        document.save(out, **save)
    return out.getvalue()


def script(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def launch(document: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="calc.exe")
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
    document.pages[0].Annots = pikepdf.Array([document.make_indirect(link)])


def on_opening_a_page(document: pikepdf.Pdf) -> None:
    document.pages[0].AA = pikepdf.Dictionary(
        O=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.org")
    )


def file_within(document: pikepdf.Pdf) -> None:
    document.attachments["more.txt"] = b"Another file."


def submits(document: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.SubmitForm, F="https://example.org")
    document.Root.Names = pikepdf.Dictionary(Deep=pikepdf.Array([pikepdf.Dictionary(A=action)]))


def script_link(document: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="javascript:alert(1)")
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
    document.pages[0].Annots = pikepdf.Array([link])


def content_elsewhere(document: pikepdf.Pdf) -> None:
    stream = document.make_stream(b"")
    stream.F = "//server/share"
    document.pages[0].Contents = stream


def hidden_names() -> bytes:
    """A PDF, written by hand, with `/JavaScript` so spelt that a search for the word does not find it."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Names << /X 4 0 R >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        b"<< /S /J#61vaScript /#4aS (app.alert\\(1\\)) >>",
    ]
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Root 1 0 R /Size 5 >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 5\n" + table + end


def packed(parts: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as written:
        for name, part in parts.items():
            written.writestr(name, part)
    return out.getvalue()


def word_parts(body: str = "", relations: str = "", more_types: str = "") -> dict[str, bytes | str]:
    main = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    paragraph = f"<w:p><w:r><w:t>{CANARY} was there.</w:t></w:r></w:p>"
    return {
        "[Content_Types].xml": TYPES.format(
            main="word/document.xml", kind="wordprocessingml.document.main+xml", more=more_types
        ),
        "_rels/.rels": RELATIONS.format(main),
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{paragraph}{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": RELATIONS.format(relations),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="x"><a xmlns="y">{CANARY}</a></cp:coreProperties>',
    }


def docx(body: str = "", relations: str = "", more_types: str = "", **parts: bytes | str) -> bytes:
    return packed(word_parts(body, relations, more_types) | parts)


def xlsx(**parts: bytes | str) -> bytes:
    main = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    return packed(
        {
            "[Content_Types].xml": TYPES.format(
                main="xl/workbook.xml", kind="spreadsheetml.sheet.main+xml", more=""
            ),
            "_rels/.rels": RELATIONS.format(main),
            "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
        }
        | parts
    )


def relation(kind: str, target: str, mode: str = "External") -> str:
    return f'<Relationship Id="r9" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'


def field(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:instrText>{run}</w:instrText></w:r>" for run in runs) + "</w:p>"


def encrypted(content: bytes) -> bytes:
    """The same zip, saying that its parts are encrypted."""
    return content.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    )


WHOLE = {
    "txt": f"{CANARY} said so.\r\nTwice – “really”.\n".encode(),
    "png": png(),
    "jpg": jpeg(),
    "pdf": pdf(),
    "docx": docx(),
    "xlsx": xlsx(),
}
