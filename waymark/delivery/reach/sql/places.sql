-- Who is in the area on the last day of a period, and what was counted with each. Read by counting.py, which puts what it
-- asks behind it. Nearly every place stands for itself; only those that do not are looked at one by one: what a school that
-- is closed was taught goes with those that followed it (each of them was reached; who came counts once, with the lowest
-- URN), and what an organisation was taught that is an institution of a register, with that institution.
WITH RECURSIVE stood AS MATERIALIZED (
    SELECT * FROM reach.stood(%(authority)s, %(from_on)s, %(until_on)s)
), aside AS MATERIALIZED (
    SELECT s.*, i.id, i.urn, i.kind, false AS is_open FROM places_institution i JOIN stood s ON s.place = i.id
    WHERE NOT reach.was_open(i, %(until_on)s)
    UNION ALL
    SELECT s.*, i.id, i.urn, i.kind, coalesce(reach.was_open(i, %(until_on)s), false)
    FROM places_organisation o JOIN stood s ON s.place = -o.id JOIN places_institution i ON i.id = o.institution_id
), reached(start, urn, key, is_open) AS (
    SELECT place, urn, id, is_open FROM aside WHERE is_open OR kind = 'school'
    UNION
    SELECT reached.start, after.next, n.id, coalesce(reach.was_open(n, %(until_on)s), false)
    FROM reached CROSS JOIN LATERAL ({after}) after
    LEFT JOIN places_institution n ON n.kind = 'school' AND n.urn = after.next
    WHERE NOT reached.is_open
), heir AS (
    SELECT start, key, row_number() OVER (PARTITION BY start ORDER BY urn) = 1 AS is_first FROM reached WHERE is_open
), brought AS (
    SELECT heir.key AS place, max(s.last_on) AS last_on, sum(s.came) FILTER (WHERE heir.is_first)::bigint AS came,
        sum(s.people) FILTER (WHERE heir.is_first)::bigint AS people
    FROM heir JOIN aside s ON s.place = heir.start GROUP BY 1
), there AS (
    SELECT i.id AS place, coalesce(nullif(i.local_name, ''), i.name) AS name, i.kind, i.phase, i.ward_id,
        i.trust_code, i.trust_name, true AS institution
    FROM places_institution i WHERE i.authority_id = %(authority)s AND reach.was_open(i, %(until_on)s)
    UNION ALL
    SELECT -o.id, o.name, CASE o.kind WHEN 'school' THEN 'unregistered' ELSE o.kind END, '', o.ward_id, '', '', false
    FROM places_organisation o
    WHERE o.authority_id = %(authority)s AND o.institution_id IS NULL
        AND (o.valid_from IS NULL OR o.valid_from <= %(until_on)s)
        AND (o.valid_until IS NULL OR o.valid_until >= %(until_on)s)
), area AS (
    SELECT there.*, coalesce(w.name, '') AS ward, greatest(s.last_on, b.last_on) AS last_on,
        coalesce(s.came, 0) + coalesce(b.came, 0) AS came, coalesce(s.people, 0) + coalesce(b.people, 0) AS people
    FROM there LEFT JOIN stood s USING (place) LEFT JOIN brought b USING (place)
    LEFT JOIN places_ward w ON w.id = there.ward_id
)
