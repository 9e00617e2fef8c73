"""What keeps ten years of records lawfully: a yearly review that kept each, and a hold where the longest time is over.

The lives themselves are made by the trigger of the referrals, as always.
"""

from __future__ import annotations

from waymark.demo.national.ground import Ground
from waymark.demo.national.plan import SOURCE

# The last anniversary of the day its clock started; the next review comes a year after it.
REVIEWS = """
INSERT INTO retention_review (id, authority_id, grants, version, recorded_at, salt, life_key, kind, record_id, due_on,
                              asked_on, decision, keep_until, reason, decided_by_id, decided_on)
SELECT md5('review' || l.record_id)::uuid, l.authority_id,
       ARRAY['authority:' || l.authority_id || ':lead', 'authority:' || l.authority_id || ':retention',
             'system:' || l.authority_id],
       2, d.due, md5('salt of review' || l.record_id)::uuid, l.id, l.kind, l.record_id, d.due, d.due, 'keep',
       l.ceiling_on, %(reason)s, m.user_id, d.due
  FROM retention_life AS l
  JOIN access_membership AS m ON m.authority_id = l.authority_id AND m.role = 'prevent_lead',
       LATERAL (SELECT extract(year FROM age(%(until)s::date, l.began_on))::int AS over) AS y,
       LATERAL (SELECT (l.began_on + make_interval(years => y.over))::date AS due) AS d
 WHERE l.kind = 'referrals.referral' AND l.ceiling_on IS NOT NULL AND l.class_code <> 'referral-unfounded'
   AND l.began_on < %(until)s::date - 366 AND d.due > l.began_on
"""
HOLDS = """
INSERT INTO retention_hold (id, authority_id, grants, version, recorded_at, salt, life_key, kind, reference, reason,
                            placed_by_id, placed_on, review_on, ended_because)
SELECT md5('hold' || l.record_id)::uuid, l.authority_id,
       ARRAY['authority:' || l.authority_id || ':retention', 'system:' || l.authority_id], 1, l.erase_on,
       md5('salt of hold' || l.record_id)::uuid, l.id, l.kind, r.reference, %(reason)s, m.user_id, l.erase_on - 1,
       %(until)s::date + 300, ''
  FROM retention_life AS l JOIN referrals_referral AS r ON r.id = l.record_id
  JOIN access_membership AS m ON m.authority_id = l.authority_id AND m.role = 'ig_lead'
 WHERE l.kind = 'referrals.referral' AND l.erase_on <= %(until)s::date + 60
"""


def load(ground: Ground) -> None:
    """Without these the jobs of the first night would erase seven years of the ten."""
    given = {"until": ground.plan.until.date()}
    with ground.bar.step("reviews and holds of what is kept long"):
        ground.connection.execute(
            REVIEWS, given | {"reason": f"{SOURCE}: still necessary, as it is invented."}
        )
        ground.ask("SELECT retention.recompute()")
        ground.connection.execute(
            HOLDS, given | {"reason": f"{SOURCE}: an invented inquiry asks for all records."}
        )
