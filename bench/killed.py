"""After the kills: is everything that was answered there, once, and whole? Runs with the settings of the folder."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from django.db import connection

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.places.models import Authority
from waymark.pathway.concerns.models import Enquiry

# Of each enquiry: its deed, its entry by the trigger, its key, and its life, each exactly once.
WHOLE = """
SELECT e.reference FROM concerns_enquiry AS e
 WHERE (SELECT count(*) FROM ledger.deed AS d WHERE d.deed = 'concerns.ask-advice' AND d.about_id = e.id::text) <> 1
    OR (SELECT count(*) FROM ledger.change AS c WHERE c.relation = 'concerns_enquiry' AND c.row_id = e.id::text
         AND c.op = 'INSERT') <> 1
    OR (SELECT count(*) FROM vault_recordkey AS k WHERE k.about_id = e.id) <> 1
    OR (SELECT count(*) FROM retention_life AS l WHERE l.record_id = e.id) <> 1
"""
ORPHANS = """
SELECT d.about_id FROM ledger.deed AS d WHERE d.deed = 'concerns.ask-advice'
   AND NOT EXISTS (SELECT FROM concerns_enquiry AS e WHERE e.id::text = d.about_id)
"""


def check(answered: str) -> None:
    """Prints a line that begins with WRONG for each fault; the count when there is none."""
    said = dict(line.split("\t") for line in Path(answered).read_text(encoding="utf-8").splitlines())
    authorities = list(Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True))
    grants = Actor.job("bench", *authorities)
    readers = Actor(
        kind="job", id="bench", authority_ids=grants.authority_ids, purpose="bench",
        grants=(*grants.grants, *(f"authority:{pk}:ledger" for pk in authorities)),
    )  # fmt: skip
    with acting(readers), connection.cursor() as cursor:
        there = {enquiry.reference: enquiry.question for enquiry in Enquiry.objects.all()}
        for reference in said:
            if reference not in there:
                print(f"WRONG lost: {reference} was acknowledged and is not there")
            elif there[reference] != said[reference]:
                print(f"WRONG mixed up: {reference} holds other words")
        for words, times in Counter(there.values()).items():
            if times > 1:
                print(f"WRONG twice: {words}")
        for title, sql in (("half done", WHOLE), ("a deed without its record", ORPHANS)):
            cursor.execute(sql)
            for (which,) in cursor.fetchall():
                print(f"WRONG {title}: {which}")
    print(f"{len(said)} acknowledged, {len(there)} there")
