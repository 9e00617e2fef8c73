"""Takes a document as it arrives: into memory and never onto the disk unsealed, and no more of it than is taken."""

from __future__ import annotations

import io
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers

from .inspecting import MOST_BYTES

FIELD = "document"


class SealedUpload(FileUploadHandler):
    """Of the field `document` only: other files go the way of other files. What is beyond the limit is thrown away
    as it comes; the file is then as long as what came, so that the form can say that it is too long."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.held: io.BytesIO | None = None
        self.came = 0
        if self.field_name == FIELD:
            self.held = io.BytesIO()
            raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if self.held is None:
            return raw_data
        self.came += len(raw_data)
        if self.came <= MOST_BYTES:
            self.held.write(raw_data)
        else:
            self.held.truncate(0)
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        if self.held is None:
            return None
        self.held.seek(0)
        name, kind = self.file_name or "", self.content_type or ""
        return InMemoryUploadedFile(self.held, self.field_name, name, kind, self.came, self.charset)
