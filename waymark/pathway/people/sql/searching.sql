-- Seen before? Keys in common make a person worth comparing; a few ordered rules say who is shown, and why.
-- It returns keys of people and codes of reasons, never how near they are.

-- `names` as gate.read_name wrote them. `apart`: whoever is asked about, and no candidate of theirs own.
CREATE FUNCTION gate.look_for(authority bigint, names text[], born date, exact text, postcodes text[], places text[], apart uuid)
RETURNS TABLE (candidate uuid, reasons text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, gate, pg_temp SET enable_seqscan = off SET jit = off AS $$
DECLARE sought integer[] := gate.keys_of(authority, names, born, exact, postcodes, places, true);
BEGIN
    RETURN QUERY
    WITH met AS MATERIALIZED (
        SELECT k.person_id, k.names, k.born_on, k.born_precision, k.postcodes && $5 AS home, k.places && $6 AS place, k.postcodes, k.keys
          FROM gate.person_keys k WHERE k.keys && sought AND k.authority_id = authority AND k.person_id IS DISTINCT FROM apart
    ), most AS (SELECT count(*) > 400 AS many FROM met),
    near AS (
        SELECT m.*, b.steps AS birth_steps, b.reason AS birth
          FROM met m, gate.birth_compare($3, $4, m.born_on, m.born_precision) AS b
         ORDER BY CASE WHEN (SELECT many FROM most) THEN
                      b.steps - CASE WHEN m.home THEN 2 ELSE 0 END - (SELECT count(*) FROM unnest(m.keys) k WHERE k = ANY (sought)) END
         LIMIT 400
    ), compared AS (
        SELECT n.person_id, n.birth_steps, n.birth, n.home, n.place, said.steps AS name_steps, said.reason AS name,
               NOT n.home AND gate.postcodes_close($5, n.postcodes) AS home_close
          FROM near n CROSS JOIN LATERAL (
              -- The plainest reason among all the names of both.
              SELECT c.steps, c.reason FROM unnest($2) AS mine, unnest(n.names) AS theirs, gate.name_compare(mine, theirs) AS c
              UNION ALL SELECT 4, 'name_missing' WHERE cardinality($2) = 0 OR cardinality(n.names) = 0
               ORDER BY 1, 2 LIMIT 1) AS said
    ), counted AS (
        SELECT *, name_steps + birth_steps - CASE WHEN home THEN 2 WHEN home_close THEN 1 ELSE 0 END
                  - CASE WHEN place THEN 1 ELSE 0 END AS apart_by FROM compared
    ), sorted AS (
        SELECT *, name_steps = 0 OR apart_by <= CASE WHEN name_steps >= 4 THEN 4 ELSE 5 END AND name_steps < 9
                  OR name_steps = 9 AND birth_steps = 0 AND home AS plain FROM counted
         WHERE name_steps = 0 OR apart_by <= 6 OR home AND name_steps <= 5 OR name_steps = 9 AND birth_steps = 0 AND (home OR place)
    ), shown AS (
        SELECT *, row_number() OVER (ORDER BY plain DESC, apart_by, name_steps, birth_steps, person_id) AS nth,
               bool_or(plain) OVER () AS any_plain FROM sorted
    )
    -- Five as a rule; never fewer than all with the same name and a birth date that fits. Where nothing is plain, the
    -- two nearest.
    SELECT s.person_id, array_remove(ARRAY[coalesce(s.name, 'name_differs'), s.birth, CASE WHEN s.home THEN 'same_postcode' END,
               CASE WHEN s.home_close THEN 'postcode_close' END, CASE WHEN s.place THEN 'same_institution' END], NULL)
      FROM shown s
     WHERE s.plain AND (s.nth <= 5 OR s.name_steps = 0 AND s.birth_steps <= 1) OR NOT s.any_plain AND s.nth <= 2
     ORDER BY s.nth;
END $$;

CREATE FUNCTION gate.earlier_records(wanted uuid) RETURNS TABLE (candidate uuid, reasons text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
    SELECT found.candidate, found.reasons FROM gate.person_keys k,
           gate.look_for(k.authority_id, k.names, k.born_on, k.born_precision, k.postcodes, k.places, k.person_id) AS found
     WHERE k.person_id = wanted
$$;
