"""Fields whose content is sealed: `SealedText`, and `SealedJSON` for answers. The column holds bytes.

They stand on the lowest floor, so that every room can have them. Where keys come from is a place that a room above
fills at start (`keys_from`): the vault. Until it is filled nothing can be written or read: nothing is ever kept plain.

The record whose key seals a row is the row itself, or, with `within="referral"` (a path of foreign keys with dots),
the record it hangs on. Opening happens when the attribute is first read, and needs an actor who may see the key.
The empty text is stored as no bytes, so that the database can still demand a reason. Nothing else can be looked for.

What two people took out (`waymark/oversight/purging`) leaves a stone in its place: bytes that no key opens, and that
say on which day it went. The stone is written by the database alone (`sql/stones.sql` has its form).
"""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import reduce
from typing import Any, Protocol
from uuid import UUID

from django.core.exceptions import FieldError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from . import clock, sealing
from .refusals import NotNow

FORM = b"\x01"
STONE = b"\x02"
HEAD = len(FORM) + 16
# What a sealed text is longer than its words: for constraints that ask for a sentence.
MORE = HEAD + sealing.NONCE_BYTES + sealing.TAG_BYTES
# As long as a short sentence would be, for the same constraints.
STONE_BYTES = 256


class Key(Protocol):
    """The key of one record. `secret` is empty once it is destroyed."""

    @property
    def id(self) -> UUID: ...
    @property
    def secret(self) -> bytes: ...
    @property
    def destroyed_at(self) -> datetime | None: ...


class Keys(Protocol):
    """What sealing and opening ask for: a row may need this key soon; the key of that id; the key of that record."""

    def expect(self, key_id: UUID) -> None: ...
    def data_key(self, key_id: UUID) -> Key: ...
    def key_of(self, record: models.Model) -> Key: ...


_PLACE: list[Keys] = []


def keys_from(keys: Keys) -> None:
    """From now on these are the keys. For AppConfig.ready."""
    _PLACE[:] = [keys]


def _keys() -> Keys:
    if not _PLACE:
        raise RuntimeError("nothing seals here: no room has said where keys come from")
    return _PLACE[0]


class Cipher:
    """Sealed bytes as they stand in the table. Says nothing of what is in them."""

    __slots__ = ("content",)

    def __init__(self, content: bytes) -> None:
        if len(content) < MORE or content[:1] != FORM:
            raise sealing.Tampered("these bytes were not sealed here")
        self.content = content

    @property
    def key_id(self) -> UUID:
        return UUID(bytes=self.content[1:HEAD])

    def __repr__(self) -> str:
        return "(sealed)"


class Stone(Cipher):
    """What stands where words were taken out: the day, and the key of what was decided. There is nothing to open."""

    def __init__(self, content: bytes) -> None:
        if not is_stone(content):
            raise sealing.Tampered("this is no stone")
        self.content = content

    @property
    def sentence(self) -> str:
        on = date.fromisoformat(self.content[17:27].decode("ascii"))
        return _("This was taken out on %(day)s.") % {"day": date_format(on, "j F Y")}


def is_stone(content: bytes) -> bool:
    return content[:1] == STONE and len(content) == STONE_BYTES


class Erased(str):
    """What stands where the key was destroyed, or a stone is. Saving the row leaves the bytes as they are."""

    cipher: Cipher

    @staticmethod
    def saying(words: str, cipher: Cipher) -> Erased:
        erased = Erased(words)
        erased.cipher = cipher
        return erased


class ErasedAnswers(dict[str, Any]):
    """The same for answers: there are none any more. `sentence` says when they were erased."""

    def __init__(self, words: str, cipher: Cipher) -> None:
        super().__init__()
        self.sentence, self.cipher = words, cipher


def sentence(moment: datetime) -> str:
    return _("This was erased on %(day)s.") % {"day": date_format(clock.uk_date(moment), "j F Y")}


class SealedAttribute(DeferredAttribute):
    """Opens what is sealed when it is read, once."""

    field: Sealed

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        if instance is None:
            return self
        if self.field.attname not in instance.__dict__:
            return super().__get__(instance, cls)
        held = instance.__dict__[self.field.attname]
        if isinstance(held, Cipher):
            held = self.field.opened(instance, held)
            instance.__dict__[self.field.attname] = held
        return held

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class Sealed(models.Field):
    """What both have in common. Subclasses say how a value becomes bytes, and what an erased one looks like."""

    descriptor_class = SealedAttribute
    # Said to the data dictionary, which stands beside the vault and does not import it.
    is_sealed = True
    nothing: Any = ""

    def __init__(self, *args: Any, within: str = "", **options: Any) -> None:
        self.within = within
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | ({"within": self.within} if self.within else {})

    def db_type(self, connection: Any) -> str:
        return "bytea"

    # Between the table and the row

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        content = b"" if value is None else bytes(value)
        if not content:
            return self.empty()
        if is_stone(content):
            stone = Stone(content)
            return self.erased(stone.sentence, stone)
        cipher = Cipher(content)
        _keys().expect(cipher.key_id)
        return cipher

    def opened(self, instance: Any, cipher: Cipher) -> Any:
        """The value. Raises Tampered, KeyOutOfReach; never for a destroyed key."""
        key = _keys().data_key(cipher.key_id)
        if key.destroyed_at is not None:
            return self.erased(sentence(key.destroyed_at), cipher)
        plain = sealing.unseal(key.secret, cipher.content[HEAD:], self._about(instance.pk, key.id))
        self._remember(instance, plain, cipher)
        return self.from_bytes(plain)

    def pre_save(self, model_instance: Any, add: bool) -> Any:
        held = model_instance.__dict__.get(self.attname, self.nothing)
        if isinstance(held, Cipher):
            return held
        if isinstance(held, (Erased, ErasedAnswers)):
            return held.cipher
        plain = self.to_bytes(held)
        if not plain:
            return self.nothing
        # The same words keep the same bytes, so that the ledger does not call untouched columns changed.
        known = model_instance.__dict__.get(self._memory)
        if known and known[:2] == (model_instance.pk, plain):
            return known[2]
        return self._sealed(model_instance, plain)

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, Cipher):
            return value.content
        if value is None or value == self.nothing:
            return b""
        raise FieldError(f"{self.name} is sealed: it is saved through its row, and cannot be looked for")

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        ready = value if prepared else self.get_prep_value(value)
        return connection.Database.Binary(ready)

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name not in ("exact", "isnull", LongerThan.lookup_name):
            raise FieldError(f"{self.name} is sealed: it cannot be looked for")
        return super().get_lookup(lookup_name)

    # Sealing

    def _sealed(self, instance: Any, plain: bytes) -> Cipher:
        record = reduce(getattr, self.within.split("."), instance) if self.within else instance
        key = _keys().key_of(record)
        if key.destroyed_at is not None:
            raise NotNow(sentence(key.destroyed_at))
        cipher = Cipher(self.content(instance.pk, key.id, key.secret, plain))
        self._remember(instance, plain, cipher)
        return cipher

    def content(self, pk: Any, key_id: UUID, secret: bytes, plain: bytes) -> bytes:
        """The bytes of this column in the row `pk`, under the key of its record: for whoever writes rows by COPY."""
        return FORM + key_id.bytes + sealing.seal(secret, plain, self._about(pk, key_id))

    def _about(self, pk: Any, key_id: UUID) -> bytes:
        place = f"waymark field 1|{self.model._meta.db_table}|{self.column}|{pk}|"
        return place.encode() + key_id.bytes

    @property
    def _memory(self) -> str:
        return f"_{self.attname}_as_sealed"

    def _remember(self, instance: Any, plain: bytes, cipher: Cipher) -> None:
        instance.__dict__[self._memory] = (instance.pk, plain, cipher)

    # What differs

    def empty(self) -> Any:
        return self.nothing

    def to_bytes(self, value: Any) -> bytes:
        raise NotImplementedError

    def from_bytes(self, plain: bytes) -> Any:
        raise NotImplementedError

    def erased(self, words: str, cipher: Cipher) -> Any:
        raise NotImplementedError


@Sealed.register_lookup
class LongerThan(models.Lookup):
    """For constraints: `Q(reason__longer_than=8)` demands more than so many bytes of words."""

    lookup_name = "longer_than"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        column, given = self.process_lhs(compiler, connection)
        return f"octet_length({column}) > %s", (*given, MORE + int(self.rhs))


class SealedText(Sealed):
    """Text as typed. An erased one reads “This was erased on …”."""

    def to_bytes(self, value: Any) -> bytes:
        return str(value or "").encode()

    def from_bytes(self, plain: bytes) -> str:
        return plain.decode()

    def erased(self, words: str, cipher: Cipher) -> Erased:
        return Erased.saying(words, cipher)


class SealedJSON(Sealed):
    """A dictionary of answers. No answers are stored as no bytes."""

    nothing: dict[str, Any] = {}

    def empty(self) -> dict[str, Any]:
        return {}

    def to_bytes(self, value: Any) -> bytes:
        return json.dumps(value, sort_keys=True, cls=DjangoJSONEncoder).encode() if value else b""

    def from_bytes(self, plain: bytes) -> dict[str, Any]:
        return dict(json.loads(plain))

    def erased(self, words: str, cipher: Cipher) -> ErasedAnswers:
        return ErasedAnswers(words, cipher)


def sealed_content(row: models.Model, name: str, words: str) -> bytes:
    """The bytes of one sealed field of `row`, for a function of the database that writes the row itself."""
    setattr(row, name, words)
    field: Any = row._meta.get_field(name)
    return bytes(field.get_prep_value(field.pre_save(row, add=False)))
