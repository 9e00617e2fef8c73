"""Two documents of the demonstration: a form tutor’s notes, and a timetable as somebody photographed it."""

from __future__ import annotations

import io

NOTES = """Notes of the form tutor

Monday: said the same words from the film four times, quietly, to herself. Stopped when I asked about her drawing.
Tuesday: nothing.
Wednesday: explained to two others what happens in the film. They laughed. She did not.

What helps: the quiet room, and knowing in the morning what comes next.
"""
LINES = (
    "Saturday club",
    "10.00  Arrive, coats",
    "10.15  Drawing",
    "11.00  Quiet time",
    "11.30  Cooking together",
)


def notes() -> bytes:
    return NOTES.encode()


def timetable() -> bytes:
    """A picture with a few lines on it."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (640, 360), "white")
    drawing = ImageDraw.Draw(picture)
    for number, line in enumerate(LINES):
        drawing.text((40, 40 + number * 56), line, fill="black", font_size=28)
    out = io.BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()
