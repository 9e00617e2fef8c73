"""What keeps ten years of records lawfully: a yearly review that kept each, and a hold where the longest time is over.

The lives themselves are made by the trigger of the referrals, as always. Why is sealed, each with a key of its own.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from waymark.demo.national.ground import Ground
from waymark.demo.national.plan import SOURCE
from waymark.demo.national.rows import Pile, sheet
from waymark.foundation.retention.models import Hold, Review
from waymark.foundation.vault.models import RecordKey

REFERRALS = "referrals.referral"
# The last anniversary of the day its clock started; the next review comes a year after it.
REVIEWS = """
SELECT md5('review' || l.record_id)::uuid, l.id, l.record_id, l.authority_id, m.user_id, d.due, l.ceiling_on
  FROM retention_life AS l
  JOIN access_membership AS m ON m.authority_id = l.authority_id AND m.role = 'prevent_lead',
       LATERAL (SELECT extract(year FROM age(%(until)s::date, l.began_on))::int AS over) AS y,
       LATERAL (SELECT (l.began_on + make_interval(years => y.over))::date AS due) AS d
 WHERE l.kind = 'referrals.referral' AND l.ceiling_on IS NOT NULL AND l.class_code <> 'referral-unfounded'
   AND l.began_on < %(until)s::date - 366 AND d.due > l.began_on
 ORDER BY 1
"""
HOLDS = """
SELECT md5('hold' || l.record_id)::uuid, l.id, r.reference, l.authority_id, m.user_id, l.erase_on
  FROM retention_life AS l JOIN referrals_referral AS r ON r.id = l.record_id
  JOIN access_membership AS m ON m.authority_id = l.authority_id AND m.role = 'ig_lead'
 WHERE l.kind = 'referrals.referral' AND l.erase_on <= %(until)s::date + 60
 ORDER BY 1
"""


def load(ground: Ground) -> None:
    """Without these the jobs of the first night would erase seven years of the ten."""
    until, dice = ground.plan.until.date(), ground.plan.random("keeping")
    with ground.bar.step("reviews and holds of what is kept long"):
        _copy(ground, _reviews(_found(ground, REVIEWS, until), Pile(dice)))
        ground.ask("SELECT retention.recompute()")
        _copy(ground, _holds(_found(ground, HOLDS, until), Pile(dice), until))


def _found(ground: Ground, statement: str, until: date) -> list[tuple[Any, ...]]:
    return ground.connection.execute(statement, {"until": until}).fetchall()


def _copy(ground: Ground, pile: Pile) -> None:
    for table, lines in pile.blobs().items():
        model = next(one for one in (Review, Hold, RecordKey) if one._meta.db_table == table)
        ground.copy(table, sheet(model).columns, lines)


def _reviews(rows: list[tuple[Any, ...]], pile: Pile) -> Pile:
    for pk, life, record, authority, lead, due, ceiling in rows:
        grants = [f"authority:{authority}:lead", f"authority:{authority}:retention", f"system:{authority}"]
        pile.add(
            Review, pile.key(Review, str(pk), due, authority, grants), id=pk, authority_id=authority, grants=grants,
            version=2, recorded_at=due, life_key=life, kind=REFERRALS, record_id=record, due_on=due, asked_on=due,
            decision="keep", keep_until=ceiling, decided_by_id=lead, decided_on=due,
            reason=f"{SOURCE}: still necessary, as it is invented.",
        )  # fmt: skip
    return pile


def _holds(rows: list[tuple[Any, ...]], pile: Pile, until: date) -> Pile:
    for pk, life, reference, authority, governs, erase_on in rows:
        grants = [f"authority:{authority}:retention", f"system:{authority}"]
        pile.add(
            Hold, pile.key(Hold, str(pk), erase_on, authority, grants), id=pk, authority_id=authority, grants=grants,
            version=1, recorded_at=erase_on, life_key=life, kind=REFERRALS, reference=reference, placed_by_id=governs,
            placed_on=erase_on - timedelta(days=1), review_on=until + timedelta(days=300), ended_because="",
            reason=f"{SOURCE}: an invented inquiry asks for all records.",
        )  # fmt: skip
    return pile
