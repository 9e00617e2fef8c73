-- Who is in the area on the last day of a period, and what was counted with each. Read by counting.py, which puts what it
-- asks behind it. What a school that is closed was taught goes with the one that followed it, the lowest URN of several;
-- what an organisation was taught that is an institution of a register, with that institution.
WITH RECURSIVE tallied AS MATERIALIZED (
    SELECT place, max(held_on) AS last_on, coalesce(sum(came) FILTER (WHERE held_on >= %(from_on)s), 0) AS came,
        coalesce(sum(people) FILTER (WHERE held_on >= %(from_on)s AND (before_on IS NULL OR before_on < %(from_on)s)), 0)
            AS people
    FROM reach.counted(%(authority)s) WHERE held_on <= %(until_on)s GROUP BY place
), told AS (
    SELECT coalesce('i-' || o.institution_id, t.place) AS place, max(last_on) AS last_on, sum(came) AS came,
        sum(people) AS people
    FROM tallied t LEFT JOIN places_organisation o ON o.institution_id IS NOT NULL AND t.place = 'o-' || o.id GROUP BY 1
), reached(start, urn, key, is_open) AS (
    SELECT t.place, i.urn, i.id, false FROM told t JOIN places_institution i ON i.id = substr(t.place, 3)::bigint
    WHERE t.place LIKE 'i-%%' AND i.kind = 'school' AND NOT reach.was_open(i, %(until_on)s)
    UNION
    SELECT reached.start, after.next, n.id, coalesce(reach.was_open(n, %(until_on)s), false)
    FROM reached CROSS JOIN LATERAL ({after}) after
    LEFT JOIN places_institution n ON n.kind = 'school' AND n.urn = after.next
    WHERE NOT reached.is_open
), heir AS (
    SELECT DISTINCT ON (start) start, key FROM reached WHERE is_open ORDER BY start, urn
), summed AS (
    SELECT coalesce('i-' || heir.key, t.place) AS place, max(last_on) AS last_on, sum(came) AS came, sum(people) AS people
    FROM told t LEFT JOIN heir ON heir.start = t.place GROUP BY 1
), there AS (
    SELECT 'i-' || i.id AS place, coalesce(nullif(i.local_name, ''), i.name) AS name, i.kind, i.phase, i.ward_id,
        i.trust_code, i.trust_name, true AS institution
    FROM places_institution i WHERE i.authority_id = %(authority)s AND reach.was_open(i, %(until_on)s)
    UNION ALL
    SELECT 'o-' || o.id, o.name, o.kind, '', o.ward_id, '', '', false FROM places_organisation o
    WHERE o.authority_id = %(authority)s AND o.institution_id IS NULL
        AND (o.valid_from IS NULL OR o.valid_from <= %(until_on)s)
        AND (o.valid_until IS NULL OR o.valid_until >= %(until_on)s)
), area AS (
    SELECT there.*, coalesce(w.name, '') AS ward, s.last_on, coalesce(s.came, 0) AS came, coalesce(s.people, 0) AS people
    FROM there LEFT JOIN summed s USING (place) LEFT JOIN places_ward w ON w.id = there.ward_id
)
