"""What must be so of all referrals and cases whatever people did, asked of the database by statements that share nothing
with the rules of the product: each names the rows that are wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection

# What somebody signed, or what was written down as having happened: never changed.
SIGNED = (
    "referrals_decision", "referrals_approval", "referrals_requestoverride", "referrals_told", "referrals_duty",
    "referrals_takentogether", "referrals_resumption", "assessment_deconfliction", "assessment_writtenassessment",
    "assessment_policedecision", "assessment_closureapproval", "channel_paneldecision", "channel_caseevent",
    "consent_consent", "consent_withdrawal", "consent_reassessment", "consent_reassessed", "exits_closingreport",
    "exits_signoff", "exits_review", "exits_lookback", "exits_alarm", "exits_pause", "exits_goingon", "exits_transfer",
    "exits_transferanswer",
)  # fmt: skip

ADOPTED = """e.adoption_id = (SELECT v.id FROM channel_caseevent v WHERE v.case_id = c.id AND v.kind = 'adopted'
    ORDER BY v.entered_at DESC LIMIT 1) AND e.answer = 'given'
    AND NOT EXISTS (SELECT FROM consent_withdrawal w WHERE w.consent_id = e.id)
    AND NOT EXISTS (SELECT FROM consent_consent n WHERE n.corrects_id = e.id)"""

WRONG = {
    "support without a consent that covers it": f"""
        SELECT a.id FROM support_supportaction a JOIN support_plan p ON p.id = a.plan_id
          JOIN channel_case c ON c.id = p.case_id JOIN referrals_referral r ON r.id = c.referral_id
          JOIN people_person m ON m.id = r.person_id
         WHERE a.state = 'under_way' AND NOT (c.state IN ('active', 'ending') AND EXISTS (
             SELECT FROM consent_consent e WHERE e.case_id = c.id AND {ADOPTED}
                AND a.kind = ANY (e.scope) AND %(day)s < e.expires_on
                AND (NOT e.child OR %(day)s < (m.born_on + interval '18 years')::date)))""",
    "a case supported without a consent": f"""
        SELECT c.id FROM channel_case c WHERE c.state = 'active'
           AND NOT EXISTS (SELECT FROM consent_consent e WHERE e.case_id = c.id AND {ADOPTED})""",
    "closed with a request open that nobody else let go": """
        SELECT q.id FROM referrals_informationrequest q JOIN referrals_referral r ON r.id = q.referral_id
          LEFT JOIN referrals_requestoverride o ON o.request_id = q.id
         WHERE q.state = 'open' AND (
            (r.state IN ('redirected', 'advice', 'no_further_action', 'mistaken') AND (o.id IS NULL OR o.overridden_by_id
                = (SELECT d.signed_by_id FROM referrals_decision d WHERE d.id = r.decision_id)))
         OR (r.state = 'police_closed' AND (o.id IS NULL OR o.overridden_by_id = (
                SELECT d.signed_by_id FROM assessment_policedecision d JOIN assessment_policeassessment a
                    ON a.id = d.assessment_id WHERE a.referral_id = r.id AND d.outcome = 'close'
                 ORDER BY d.signed_at DESC LIMIT 1))))""",
    "closed with a concern that nobody marked": """
        SELECT n.id FROM referrals_concern n JOIN referrals_referral r ON r.id = n.referral_id WHERE n.mark = ''
           AND r.state IN ('redirected', 'advice', 'no_further_action', 'mistaken', 'police_closed')""",
    "closed without the second person": """
        SELECT r.id FROM referrals_referral r JOIN referrals_decision d ON d.id = r.decision_id
         WHERE r.state IN ('redirected', 'advice', 'no_further_action', 'mistaken') AND d.needs_second
           AND NOT EXISTS (SELECT FROM referrals_approval a WHERE a.decision_id = d.id AND a.approved
                              AND a.approved_by_id <> d.signed_by_id)""",
    "an end of support without its two reviews": """
        SELECT s.id FROM exits_signoff s WHERE s.signed AND (SELECT array_agg(v.kind ORDER BY v.kind)
            FROM exits_review v WHERE v.exit_id = s.id AND v.kind <> 'longer') IS DISTINCT FROM
            ARRAY['six', 'twelve']::varchar[]""",
    "a case after support that nobody signed the end of": """
        SELECT c.id FROM channel_case c WHERE c.state IN ('after_exit', 'after_six_months', 'looked_at_longer', 'closed')
           AND NOT EXISTS (SELECT FROM exits_signoff s JOIN exits_closingreport t ON t.id = s.report_id
                            WHERE t.case_id = c.id AND s.signed AND s.signed_by_id <> t.written_by_id)""",
    "a case without a lead who can lead it": """
        SELECT c.id FROM channel_case c LEFT JOIN accounts_user u ON u.id = c.lead_id WHERE u.id IS NULL
            OR (NOT u.is_active AND c.state NOT IN ('ended_before_panel', 'not_adopted', 'closed', 'transferred'))""",
    "an open referral whose lead cannot lead it": """
        SELECT r.id FROM referrals_referral r JOIN accounts_user u ON u.id = r.lead_id
         WHERE NOT u.is_active AND r.state NOT IN ('redirected', 'advice', 'no_further_action', 'mistaken',
                                                   'police_closed', 'channel_ended')""",
    "a referral that does not stand with its case": """
        SELECT r.id FROM referrals_referral r LEFT JOIN channel_case c ON c.referral_id = r.id
         WHERE (r.state IN ('section_36', 'taken_over')) <> coalesce(c.state NOT IN
               ('not_adopted', 'closed', 'police_led', 'ended_before_panel', 'transferred'), false)""",
    "an alarm given twice": """
        SELECT max(m.id::text)::uuid FROM exits_alarm m GROUP BY m.review_id, m.days HAVING count(*) > 1""",
}  # fmt: skip
ALL_WRONG = " UNION ALL ".join(
    f"SELECT '{what}' AS what, w.id::text AS key FROM ({sql}) AS w (id)" for what, sql in WRONG.items()
)
ALL_SIGNED = " UNION ALL ".join(
    f"SELECT '{table}' AS place, t.id, md5((to_jsonb(t) - 'grants' - 'version')::text) FROM {table} t"
    for table in SIGNED
)
STANDS = """
    SELECT r.id, r.state, c.id AS case_id, c.state AS case_state, c.reference, c.lead_id,
           a.id AS assessment_id, a.state AS assessment_state, s.id AS action_id, s.state AS action_state
      FROM referrals_referral r LEFT JOIN channel_case c ON c.referral_id = r.id
      LEFT JOIN LATERAL (SELECT id, state FROM assessment_policeassessment WHERE referral_id = r.id
                          ORDER BY started_at DESC LIMIT 1) a ON true
      LEFT JOIN LATERAL (SELECT x.id, x.state FROM support_supportaction x JOIN support_plan p ON p.id = x.plan_id
                          WHERE p.case_id = c.id ORDER BY x.asked_at DESC LIMIT 1) s ON true"""


@contextmanager
def as_owner() -> Iterator[Any]:
    """Behind the walls, inside the transaction of a test."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE waymark_migrate")
        yield cursor
        cursor.execute("SET LOCAL ROLE waymark_app")


def settled() -> None:
    """What the database looks at when a deed ends is looked at now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@dataclass
class Seen:
    """Everything as it stands: by the key of its referral each life, by place and key what is signed, all that is wrong,
    and how many entries of reading there are."""

    lives: dict[Any, dict[str, Any]] = field(default_factory=dict)
    signed: dict[tuple[str, Any], str] = field(default_factory=dict)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    reads: int = 0


def look(day: date) -> Seen:
    with as_owner() as cursor:
        cursor.execute(STANDS)
        names = [column.name for column in cursor.description]
        lives = {row[0]: dict(zip(names, row, strict=True)) for row in cursor.fetchall()}
        cursor.execute(ALL_SIGNED)
        signed = {(place, key): words for place, key, words in cursor.fetchall()}
        cursor.execute(ALL_WRONG, {"day": day})
        wrong = cursor.fetchall()
        cursor.execute("SELECT count(*) FROM ledger.read")
        return Seen(lives, signed, wrong, cursor.fetchone()[0])
