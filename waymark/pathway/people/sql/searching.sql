-- Seen before? Keys in common make a person worth comparing; a few ordered rules say who is shown, and why.
-- It returns keys of people and codes of reasons, never how near they are.

-- `names` as gate.read_name wrote them. `apart`: whoever is asked about, and no candidate of theirs own.
CREATE FUNCTION gate.look_for(authority bigint, names text[], born date, exact text, postcodes text[], places text[], apart uuid)
RETURNS TABLE (candidate uuid, reasons text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, gate, pg_temp SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    asked record := gate.keys_of(authority, names, born, exact, postcodes, places, true);
    one integer[] := asked.sounds[1:4]; two integer[] := asked.sounds[5:8]; three integer[] := asked.sounds[9:12];
    four integer[] := asked.sounds[13:16]; five integer[] := asked.sounds[17:20];
    one_spelt integer[] := asked.spelt[1:13]; two_spelt integer[] := asked.spelt[14:26]; three_spelt integer[] := asked.spelt[27:39];
BEGIN
    RETURN QUERY
    WITH firm AS MATERIALIZED (
        SELECT k.person_id, k.born_on, k.born_precision, k.sounds, k.postcodes && $5 AS home, k.places && $6 AS place
          FROM gate.person_keys k WHERE k.keys && asked.firm AND k.authority_id = authority LIMIT 4000
    ), paired AS MATERIALIZED (
        SELECT k.person_id, k.born_on, k.born_precision, k.sounds, k.postcodes && $5 AS home, k.places && $6 AS place
          FROM gate.person_keys k WHERE k.keys && asked.paired AND k.authority_id = authority LIMIT 500
    ), loose AS MATERIALIZED (
        SELECT k.person_id, k.born_on, k.born_precision, k.sounds, k.postcodes && $5 AS home, k.places && $6 AS place
          FROM gate.person_keys k WHERE k.keys && asked.loose AND k.authority_id = authority
           AND (SELECT count(*) FROM paired) < 300 LIMIT 500
    ), lone AS MATERIALIZED (
        SELECT k.person_id, k.born_on, k.born_precision, k.sounds, k.postcodes && $5 AS home, k.places && $6 AS place
          FROM gate.person_keys k WHERE k.keys && asked.lone AND k.authority_id = authority
           AND (SELECT count(*) FROM firm) + (SELECT count(*) FROM paired) < 60 LIMIT 300
    ), spelt AS MATERIALIZED (
        SELECT k.person_id, k.born_on, k.born_precision, k.sounds, k.postcodes && $5 AS home, k.places && $6 AS place,
               (NOT k.sounds && one AND k.keys && one_spelt)::integer + (NOT k.sounds && two AND k.keys && two_spelt)::integer
                   + (NOT k.sounds && three AND k.keys && three_spelt)::integer AS letters
          FROM gate.person_keys k WHERE k.keys && asked.spelt AND k.authority_id = authority
           AND (SELECT count(*) FROM paired) < 300 LIMIT 600
    ), met AS (
        SELECT m.person_id, m.born_on, m.born_precision, m.sounds, m.home, m.place, max(m.letters) AS letters
          FROM (SELECT *, 0 AS letters FROM firm UNION ALL SELECT *, 0 FROM paired UNION ALL SELECT *, 0 FROM loose
                UNION ALL SELECT *, 0 FROM lone UNION ALL SELECT * FROM spelt) AS m
         GROUP BY m.person_id, m.born_on, m.born_precision, m.sounds, m.home, m.place
    ), first AS (
        -- At a glance: how far the dates are apart, which words sound like one of theirs.
        SELECT m.person_id FROM met m WHERE m.person_id IS DISTINCT FROM apart
         ORDER BY CASE WHEN m.born_on IS NULL OR $3 IS NULL THEN 3 WHEN m.born_on = $3 THEN -1
                       WHEN (date_part('year', m.born_on) = date_part('year', $3))::integer + (date_part('month', m.born_on) = date_part('month', $3))::integer
                          + (date_part('day', m.born_on) = date_part('day', $3))::integer >= 2 THEN 1
                       WHEN date_part('month', m.born_on) = date_part('day', $3) AND date_part('day', m.born_on) = date_part('month', $3) THEN 1
                       WHEN abs(m.born_on - $3) <= 400 THEN 3 WHEN abs(m.born_on - $3) <= 3700 THEN 4 ELSE 6 END
                  - 2 * ((m.sounds && one)::integer + (m.sounds && two)::integer + (m.sounds && three)::integer
                         + (m.sounds && four)::integer + (m.sounds && five)::integer)
                  - 3 * m.home::integer - 2 * m.place::integer - m.letters, m.person_id
         LIMIT 80
    ), near AS MATERIALIZED (
        SELECT k.person_id, k.names, k.postcodes && $5 AS home, k.places && $6 AS place, k.postcodes, b.steps AS birth_steps, b.reason AS birth
          FROM first f JOIN gate.person_keys k ON k.person_id = f.person_id, gate.birth_compare($3, $4, k.born_on, k.born_precision) AS b
    ), said AS MATERIALIZED (
        -- The plainest reason among all the names of both. People of one name are compared once.
        SELECT n.names, s.steps, s.reason FROM (SELECT DISTINCT near.names FROM near) AS n CROSS JOIN LATERAL (
              SELECT c.steps, c.reason FROM unnest($2) AS mine, unnest(n.names) AS theirs, gate.name_compare(mine, theirs) AS c
              UNION ALL SELECT 4, 'name_missing' WHERE cardinality($2) = 0 OR cardinality(n.names) = 0
               ORDER BY 1, 2 LIMIT 1) AS s
    ), compared AS (
        SELECT n.person_id, n.birth_steps, n.birth, n.home, n.place, said.steps AS name_steps, said.reason AS name,
               NOT n.home AND gate.postcodes_close($5, n.postcodes) AS home_close
          FROM near n JOIN said ON said.names = n.names
    ), counted AS (
        -- Another name altogether counts only beside the same birth date and a home or a school in common.
        SELECT c.*, s.name_far, s.name_far + c.birth_steps - CASE WHEN c.home THEN 3 WHEN c.home_close THEN 1 ELSE 0 END
                    - CASE WHEN c.place THEN 2 ELSE 0 END AS apart_by
          FROM compared c, LATERAL (SELECT CASE WHEN c.name_steps = 9 AND c.birth_steps <= 1 AND (c.home OR c.home_close OR c.place)
                                                THEN 6 ELSE c.name_steps END) AS s(name_far)
    ), sorted AS (
        SELECT *, name_far = 0 OR apart_by <= CASE WHEN name_far >= 4 THEN 4 ELSE 5 END AS plain FROM counted
         WHERE name_far = 0 OR name_far < 9 AND apart_by <= 7
               AND (home OR place OR home_close OR birth_steps < 6 AND NOT (name_far >= 4 AND birth = 'birth_missing'))
    ), shown AS (
        SELECT *, row_number() OVER (ORDER BY plain DESC, apart_by, name_far, birth_steps, person_id) AS nth,
               bool_or(apart_by <= 2 AND birth_steps <= 3) OVER () AS settled FROM sorted
    )
    -- Five as a rule; never fewer than all with the same name and a birth date that fits. Where nobody is very near, those
    -- with some likeness too, until there are three.
    SELECT s.person_id, array_remove(ARRAY[coalesce(s.name, 'name_differs'), s.birth, CASE WHEN s.home THEN 'same_postcode' END,
               CASE WHEN s.home_close THEN 'postcode_close' END, CASE WHEN s.place THEN 'same_institution' END], NULL)
      FROM shown s
     WHERE s.plain AND (s.nth <= 5 OR s.name_steps = 0 AND s.birth_steps <= 1) OR NOT s.settled AND s.nth <= 3
     ORDER BY s.nth;
END $$;

CREATE FUNCTION gate.earlier_records(wanted uuid) RETURNS TABLE (candidate uuid, reasons text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
    SELECT found.candidate, found.reasons FROM gate.person_keys k,
           gate.look_for(k.authority_id, k.names, k.born_on, k.born_precision, k.postcodes, k.places, k.person_id) AS found
     WHERE k.person_id = wanted
$$;
