"""The ledger of ten years: what the triggers would have written of each row, the deeds, and the looks."""

from __future__ import annotations

from waymark.demo.national.ground import Ground

LEDGER = ("deed", "change", "read", "disclosure")
# Of which rows a deed tells, and its name: as the actions call themselves.
DEEDS = {
    "concerns_submission": ("concerns.send", "concerns.submission"),
    "concerns_addedinformation": ("concerns.add-information", "concerns.addedinformation"),
    "people_person": ("people.add", "people.person"),
    "referrals_referral": ("referrals.receive", "referrals.referral"),
    "referrals_concern": ("referrals.mark-concern", "referrals.concern"),
    "referrals_told": ("referrals.answer-told", "referrals.told"),
    "referrals_duty": ("referrals.answer-duty", "referrals.duty"),
    "referrals_informationrequest": ("referrals.ask", "referrals.informationrequest"),
    "referrals_redirect": ("referrals.redirect", "referrals.redirect"),
    "referrals_decision": ("referrals.decide", "referrals.decision"),
    "referrals_approval": ("referrals.approve", "referrals.approval"),
}
BASIS = "Counter-Terrorism and Security Act 2015, section 38; task in the public interest"
OFFICERS = """
CREATE TEMPORARY TABLE national_officers ON COMMIT DROP AS
SELECT authority_id, array_agg('user:' || user_id ORDER BY user_id) AS who, min(organisation_id)::text AS place
  FROM access_membership WHERE role IN ('prevent_officer', 'prevent_lead') GROUP BY 1
"""
# The same expressions as in ledger.record_change: what is written of an inserted row. OFFSET 0 keeps PostgreSQL from
# writing the row as JSON again for each time that it is named.
CHANGE = """
SELECT least(x.recorded_at, {until}) AS at, o.who[1 + abs(hashtext(x.id::text) % cardinality(o.who))] AS actor,
       '{deed}' AS deed, x.authority_id::integer AS authority, '{table}' AS relation, x.id::text AS row_id,
       ARRAY[{columns}] AS columns, {plain} AS plain, sha256(convert_to(j.whole::text, 'UTF8')) AS digest
  FROM "{table}" AS x JOIN national_officers AS o USING (authority_id),
       LATERAL (SELECT to_jsonb(x) AS whole OFFSET 0) AS j
"""
DEED = """
SELECT least(x.recorded_at, {until}) AS at, o.who[1 + abs(hashtext(x.id::text) % cardinality(o.who))] AS actor,
       o.place, x.authority_id::integer AS authority, '{deed}' AS deed, '{kind}' AS kind, x.id::text AS about
  FROM "{table}" AS x JOIN national_officers AS o USING (authority_id)
"""
INTO_CHANGE = """
INSERT INTO ledger.change (at, actor, login, deed, authority_id, relation, row_id, op, columns, plain, digest)
SELECT at, actor, 'waymark_app', deed, authority, relation, row_id, 'INSERT', columns, plain, digest
"""
INTO_DEED = """
INSERT INTO ledger.deed
       (at, actor, organisation, purpose, authority_id, deed, about_kind, about_id, happened_at)
SELECT at, actor, place, 'Triage', authority, deed, kind, about, at
"""
READS = """
INSERT INTO ledger.read (at, request, actor, organisation, purpose, authority_id, page, about_kind, about_id)
SELECT at, request, actor, place, 'Triage', authority_id, page, kind, about FROM (
    SELECT least({until}, r.received_at + c.chance * c.chance * (
               coalesce(r.closed_at, {until}) - r.received_at + interval '40 days')) AS at,
           md5(r.id::text || n)::uuid::text AS request, o.who[1 + n % cardinality(o.who)] AS actor, o.place,
           r.authority_id::integer AS authority_id,
           CASE WHEN n % 3 = 0 THEN 'people:person' ELSE 'referrals:triage-record' END AS page,
           CASE WHEN n % 3 = 0 THEN 'people.person' ELSE 'referrals.referral' END AS kind,
           CASE WHEN n % 3 = 0 THEN r.person_id ELSE r.id END::text AS about
      FROM referrals_referral AS r JOIN national_officers AS o USING (authority_id),
           generate_series(1, {each}) AS n,
           LATERAL (SELECT (hashtextextended(r.id::text || n, {seed}) & 2147483647) / 2147483648.0 AS chance) AS c
     LIMIT {wanted}) AS looks ORDER BY at
"""
DISCLOSURES = """
INSERT INTO ledger.disclosure (at, actor, organisation, authority_id, about_kind, about_id, recipient, what, basis)
SELECT least(x.recorded_at, {until}), 'user:' || x.asked_by_id, o.place, x.authority_id::integer,
       'referrals.informationrequest', x.id::text, 'organisation:' || x.asked_id, 'a question about the person', %s
  FROM referrals_informationrequest AS x JOIN national_officers AS o USING (authority_id) ORDER BY x.recorded_at
"""


def load(ground: Ground) -> None:
    """As many entries as the plan says: all changes and deeds of the rows there are, the rest looks."""
    until = f"'{ground.plan.until.isoformat()}'::timestamptz"
    ground.ask("SET LOCAL work_mem = '1GB'")
    ground.ask(OFFICERS)
    _without_indexes(ground)
    with ground.bar.step("the ledger: changes of rows"):
        changes = _changes(ground, until)
    with ground.bar.step("the ledger: deeds and disclosures"):
        deeds = _deeds(ground, until)
        ground.connection.execute(DISCLOSURES.format(until=until), [BASIS])  # type: ignore[arg-type]
        (given,) = ground.ask("SELECT count(*) FROM ledger.disclosure")[0]
    with ground.bar.step("the ledger: looks at records"):
        wanted = max(0, ground.plan.entries - changes - deeds - given)
        each = -(-wanted // max(1, ground.plan.referrals))
        ground.ask(READS.format(until=until, each=each, wanted=wanted, seed=ground.plan.seed))


def _without_indexes(ground: Ground) -> None:
    for name, words in ground.ask(
        "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index AS i "
        "JOIN pg_class AS c ON c.oid = i.indrelid WHERE c.relnamespace = 'ledger'::regnamespace "
        "AND c.relname = ANY (%s) AND NOT i.indisprimary",
        list(LEDGER),
    ):
        ground.ask(f"DROP INDEX {name}")
        ground.put_back.insert(0, words)


def _changes(ground: Ground, until: str) -> int:
    """Of every table that is recorded and belongs to authorities, whichever part it is of."""
    parts = [
        CHANGE.format(
            until=until, table=table, deed=DEEDS.get(table, ("", ""))[0], **_columns(ground, table, kept)
        )
        for table, kept in _recorded(ground)
    ]
    ground.ask(
        f"{INTO_CHANGE} FROM ({' UNION ALL '.join(parts)}) AS rows ORDER BY at"
    )  # fmt: skip
    return int(ground.ask("SELECT count(*) FROM ledger.change")[0][0])


def _recorded(ground: Ground) -> list[tuple[str, list[str]]]:
    """Each such table that has rows, with the columns whose values may stand in the ledger."""
    found = ground.ask(
        "SELECT c.relname, t.tgargs FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid "
        "WHERE t.tgfoid = 'ledger.record_change()'::regprocedure AND c.relnamespace = 'public'::regnamespace AND "
        "(SELECT count(*) FROM pg_attribute AS a WHERE a.attrelid = c.oid "
        " AND a.attname IN ('authority_id', 'recorded_at', 'id')) = 3 ORDER BY 1"
    )
    return [
        (table, bytes(kept).decode().split("\0")[:-1])
        for table, kept in found
        if ground.ask(f'SELECT EXISTS (SELECT FROM "{table}")')[0][0]  # noqa: S608  (a name of the catalogue)
    ]


def _columns(ground: Ground, table: str, kept: list[str]) -> dict[str, str]:
    [(names,)] = ground.ask(
        "SELECT array_agg(attname::text ORDER BY attname::text) FROM pg_attribute WHERE attrelid = %s::regclass "
        "AND attnum > 0 AND NOT attisdropped",
        table,
    )
    plain = ", ".join(f"'{name}', jsonb_build_array(NULL, x.\"{name}\")" for name in kept)
    return {
        "columns": ", ".join(f"'{name}'" for name in names),
        "plain": f"jsonb_build_object({plain})",
    }


def _deeds(ground: Ground, until: str) -> int:
    parts = [
        DEED.format(until=until, table=table, deed=deed, kind=kind) for table, (deed, kind) in DEEDS.items()
    ]
    ground.ask(
        f"{INTO_DEED} FROM ({' UNION ALL '.join(parts)}) AS rows ORDER BY at"
    )  # fmt: skip
    return int(ground.ask("SELECT count(*) FROM ledger.deed")[0][0])
