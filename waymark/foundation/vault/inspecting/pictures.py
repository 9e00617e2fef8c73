"""Pictures: measured before they are unpacked, drawn anew, and saved without anything but the picture.

A place where it was taken, a camera’s number, a comment, a second file behind the picture: all are gone afterwards.
"""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from . import Unacceptable

MOST_PIXELS = 40_000_000
LONGEST_SIDE = 20_000


def png(content: bytes) -> bytes:
    return _anew(content, "PNG")


def jpeg(content: bytes) -> bytes:
    return _anew(content, "JPEG")


def _anew(content: bytes, form: str) -> bytes:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a picture that its reader has doubts about is not taken
            with Image.open(io.BytesIO(content), formats=[form]) as picture:
                _measure(picture)
                picture.load()
                upright = ImageOps.exif_transpose(picture)
                return _saved(upright, form)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as problem:
        raise Unacceptable("too-many-pixels") from problem
    except (Warning, UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as problem:
        raise Unacceptable("damaged") from problem


def _measure(picture: Image.Image) -> None:
    width, height = picture.size
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise Unacceptable("too-many-pixels")


def _saved(picture: Image.Image, form: str) -> bytes:
    modes = ("RGB", "L") if form == "JPEG" else ("RGB", "RGBA", "L", "LA", "1")
    plain = picture if picture.mode in modes else picture.convert("RGBA" if form == "PNG" else "RGB")
    bare = Image.frombytes(plain.mode, plain.size, plain.tobytes())
    out = io.BytesIO()
    bare.save(out, form, **({"quality": 90} if form == "JPEG" else {"optimize": False}))
    return out.getvalue()
