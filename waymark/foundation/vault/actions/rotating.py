"""A new master key: every record key is wrapped anew, a batch at a time. Stopped, it goes on where it was."""

from __future__ import annotations

from django.db import connection, transaction

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock, sealing
from waymark.foundation.places.models import Authority
from waymark.foundation.vault import keyring, master, opening
from waymark.foundation.vault.models import MasterKey, RecordKey

BATCH = 500
JOB = "vault"
# One statement for a batch. What Django’s bulk_update writes asks of each row whether it is the first, the second, …
REWRAP = """UPDATE vault_recordkey SET master = %s, wrapped = anew.wrapped
FROM unnest(%s::uuid[], %s::bytea[]) AS anew (id, wrapped) WHERE vault_recordkey.id = anew.id"""


def add_master() -> str:
    """Puts a new master key into the file, as the current one. Its number. RuntimeError where keys come otherwise."""
    if master.is_in_environment():
        raise RuntimeError(
            "The master keys are in WAYMARK_MASTER_KEYS: put a new one in front of them there."
        )
    masters = master.held()
    known = {*masters.keys, *masters.retired, *MasterKey.objects.values_list("number", flat=True)}
    number = str(max(int(each) for each in known if each.isdigit()) + 1)
    keys = {**masters.keys, number: sealing.new_key()}
    master.write(master.Masters(number, keys, masters.retired), master.path())
    return number


def rewrap_everywhere() -> int:
    """Wraps every key that another master key wraps under the current one. How many; run again, it is 0."""
    found = opening.introduce()
    if found:
        raise master.NoMasterKey(found)
    done = 0
    for authority_id in Authority.objects.order_by("pk").values_list("pk", flat=True):
        while True:
            count = _rewrap(authority_id)
            done += count
            if not count:
                break
    return done


def retire() -> list[str]:
    """Retires master keys that wrap nothing any more, if every key is under the current one. Their numbers.

    They stay in the file as retired: an older backup may still need them.
    """
    masters = master.held()
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM vault.masters_in_use()")
        in_use = {number for (number,) in cursor.fetchall()}
    gone = [number for number in masters.keys if number not in in_use and number != masters.current]
    if not gone:
        return []
    with transaction.atomic():
        MasterKey.objects.filter(number__in=gone).update(retired_at=clock.now())
        if not master.is_in_environment():
            kept = {number: key for number, key in masters.keys.items() if number not in gone}
            retired = {**masters.retired, **{number: masters.keys[number] for number in gone}}
            master.write(master.Masters(masters.current, kept, retired), master.path())
    return gone


def _rewrap(authority_id: int) -> int:
    """One batch of one authority, in one transaction."""
    with acting(Actor.job(JOB, authority_id)):
        masters = master.held()
        rows = (
            RecordKey.objects.select_for_update(of=("self",))
            .filter(authority_id=authority_id, destroyed_at__isnull=True)
            .exclude(master=masters.current)
            .order_by("pk")
            .values_list("pk", "wrapped", "master")[:BATCH]
        )
        anew = {
            key_id: keyring.wrap(keyring.unwrap(bytes(wrapped), key_id, number, masters), key_id, masters)[1]
            for key_id, wrapped, number in rows
        }
        with connection.cursor() as cursor:
            cursor.execute(REWRAP, [masters.current, list(anew), list(anew.values())])
        return len(anew)
