"""Keys of records, keys destroyed, master keys known; documents."""

from .documents import Document
from .keys import DestroyedKey, MasterKey, RecordKey

__all__ = ["DestroyedKey", "Document", "MasterKey", "RecordKey"]
