"""An address as a picture that the camera of a phone can read."""

from __future__ import annotations

from dataclasses import dataclass

import qrcode


@dataclass(frozen=True)
class Picture:
    """A square of `size`, and the path of its dark parts in the words of SVG."""

    size: int
    path: str

    @staticmethod
    def of(address: str) -> Picture:
        code = qrcode.QRCode()
        code.add_data(address)
        rows = code.get_matrix()
        dark = [f"M{x},{y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark]
        return Picture(len(rows), "".join(dark))
