-- Seen before? Possible earlier records of a person, in the same authority, with the reasons as codes.
-- Runs as waymark_guard, so that an earlier record the asker may not open is found too; it returns keys and codes only.

-- How two written names compare; NULL when they do not.
CREATE FUNCTION gate.name_reason(one text, other text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN one = other THEN 'same_name'
        WHEN string_to_array(one, ' ') <@ string_to_array(other, ' ')
         AND string_to_array(other, ' ') <@ string_to_array(one, ' ') THEN 'parts_swapped'
        WHEN replace(one, ' ', '') = replace(other, ' ', '') THEN 'spaces_differ'
        WHEN length(one) > 4 AND levenshtein_less_equal(left(one, 200), left(other, 200), 1) = 1 THEN 'one_letter'
        WHEN length(one) > 6 AND levenshtein_less_equal(left(one, 200), left(other, 200), 2) = 2 THEN 'two_letters'
        WHEN string_to_array(one, ' ') <@ string_to_array(other, ' ')
          OR string_to_array(other, ' ') <@ string_to_array(one, ' ') THEN 'part_of_name'
        WHEN similarity(one, other) >= 0.45 THEN 'name_close'
    END
$$;

-- How two birth dates compare, each with its precision.
CREATE FUNCTION gate.birth_reason(one date, how_one text, other date, how_other text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN one IS NULL OR other IS NULL THEN 'birth_missing'
        WHEN how_one = 'day' AND how_other = 'day' THEN CASE
            WHEN one = other THEN 'same_birth_date'
            WHEN extract(year FROM one) = extract(year FROM other)
             AND extract(day FROM one) = extract(month FROM other)
             AND extract(month FROM one) = extract(day FROM other) THEN 'day_month_swapped'
            WHEN (SELECT count(*) FROM generate_series(1, 8) AS place
                   WHERE substr(to_char(one, 'DDMMYYYY'), place, 1) <> substr(to_char(other, 'DDMMYYYY'), place, 1)) = 1
                THEN 'birth_one_digit'
            ELSE 'birth_differs' END
        WHEN extract(year FROM one) <> extract(year FROM other) THEN 'birth_differs'
        WHEN 'year' IN (how_one, how_other) THEN 'same_birth_year'
        WHEN extract(month FROM one) = extract(month FROM other) THEN 'same_birth_month'
        ELSE 'birth_differs'
    END
$$;

CREATE FUNCTION gate.possible_matches(wanted uuid) RETURNS TABLE (candidate uuid, reasons text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
    WITH me AS (SELECT id, authority_id, born_on, born_precision FROM people_person WHERE id = wanted),
    named AS (
        SELECT theirs.person_id, gate.name_reason(mine.folded, theirs.folded) AS reason
          FROM me
          JOIN people_personname mine ON mine.person_id = me.id AND mine.kind <> 'handle'
          JOIN people_personname theirs ON theirs.authority_id = me.authority_id
               AND theirs.person_id <> me.id AND theirs.kind <> 'handle'
               AND (theirs.folded % mine.folded OR theirs.folded_parts = mine.folded_parts
                    OR replace(theirs.folded, ' ', '') = replace(mine.folded, ' ', '')
                    OR string_to_array(theirs.folded, ' ') <@ string_to_array(mine.folded, ' ')
                    OR string_to_array(mine.folded, ' ') <@ string_to_array(theirs.folded, ' '))
    ),
    best AS (
        -- One name reason for each candidate: the plainest of them.
        SELECT DISTINCT ON (person_id) person_id, reason,
               array_position(ARRAY['same_name', 'parts_swapped', 'spaces_differ', 'one_letter', 'two_letters',
                                    'part_of_name', 'name_close'], reason) AS plain
          FROM named WHERE reason IS NOT NULL ORDER BY person_id, plain
    ),
    weighed AS (
        SELECT best.person_id, best.reason AS name_reason, best.plain,
               gate.birth_reason(me.born_on, me.born_precision, them.born_on, them.born_precision) AS birth,
               EXISTS (SELECT FROM people_address mine JOIN people_address theirs ON theirs.person_id = best.person_id
                        WHERE mine.person_id = me.id AND mine.postcode <> '' AND mine.postcode = theirs.postcode) AS home,
               EXISTS (SELECT FROM people_affiliation mine JOIN people_affiliation theirs ON theirs.person_id = best.person_id
                        WHERE mine.person_id = me.id AND (mine.institution_id = theirs.institution_id
                              OR (mine.name <> '' AND lower(mine.name) = lower(theirs.name)))) AS school,
               them.recorded_at
          FROM best, me, people_person them WHERE them.id = best.person_id
    )
    SELECT person_id, array_remove(ARRAY[name_reason, birth, CASE WHEN home THEN 'same_postcode' END,
                                         CASE WHEN school THEN 'same_institution' END], NULL)
      FROM weighed
     WHERE plain <= 3
        OR birth IN ('same_birth_date', 'day_month_swapped', 'birth_one_digit', 'same_birth_month', 'same_birth_year')
        OR (birth = 'birth_missing' AND (plain <= 5 OR home OR school))
        OR (plain <= 5 AND (home OR school))
     ORDER BY birth = 'birth_differs', plain, recorded_at DESC
     LIMIT 5
$$;

GRANT SELECT ON people_person, people_personname, people_address, people_affiliation TO waymark_guard;
GRANT CREATE ON SCHEMA gate TO waymark_guard;
ALTER FUNCTION gate.possible_matches(uuid) OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA gate FROM waymark_guard;
REVOKE EXECUTE ON FUNCTION gate.possible_matches(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.possible_matches(uuid) TO waymark_app;
