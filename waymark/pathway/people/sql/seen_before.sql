-- Seen before? Possible earlier records of a person, in the same authority, with the reasons as codes.
-- Runs as waymark_guard, so that an earlier record the asker may not open is found too; it returns keys and codes only.
-- It answers only whoever holds the person asked about, and each search is in the ledger.

-- How two written names compare; NULL when they do not.
CREATE FUNCTION gate.name_reason(one text, other text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN one = other THEN 'same_name'
        WHEN string_to_array(one, ' ') <@ string_to_array(other, ' ')
         AND string_to_array(other, ' ') <@ string_to_array(one, ' ') THEN 'parts_swapped'
        WHEN replace(one, ' ', '') = replace(other, ' ', '') THEN 'spaces_differ'
        WHEN least(length(one), length(other)) > 3 AND greatest(length(one), length(other)) > 4
         AND levenshtein_less_equal(left(one, 200), left(other, 200), 1) = 1 THEN 'one_letter'
        WHEN least(length(one), length(other)) > 5 AND greatest(length(one), length(other)) > 6
         AND levenshtein_less_equal(left(one, 200), left(other, 200), 2) = 2 THEN 'two_letters'
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

-- Names compare alike both ways, and many of one name do not push out the same birth date.
CREATE FUNCTION gate.earlier_records(wanted uuid) RETURNS TABLE (candidate uuid, reasons text[])
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
    compared AS (
        SELECT best.person_id, best.reason AS name_reason, best.plain,
               gate.birth_reason(me.born_on, me.born_precision, them.born_on, them.born_precision) AS birth,
               EXISTS (SELECT FROM people_address mine JOIN people_address theirs ON theirs.person_id = best.person_id
                        WHERE mine.person_id = me.id AND mine.postcode <> '' AND mine.postcode = theirs.postcode) AS home,
               EXISTS (SELECT FROM people_affiliation mine JOIN people_affiliation theirs ON theirs.person_id = best.person_id
                        WHERE mine.person_id = me.id AND (mine.institution_id = theirs.institution_id
                              OR (mine.name <> '' AND lower(mine.name) = lower(theirs.name)))) AS school,
               them.recorded_at
          FROM best, me, people_person them WHERE them.id = best.person_id
    ),
    shown AS (
        SELECT *, plain <= 3 AND birth IN ('same_birth_date', 'day_month_swapped', 'birth_one_digit') AS must,
               row_number() OVER (ORDER BY birth = 'birth_differs', birth = 'birth_missing', plain, recorded_at DESC) AS place
          FROM compared
         WHERE plain <= 3
            OR birth IN ('same_birth_date', 'day_month_swapped', 'birth_one_digit', 'same_birth_month', 'same_birth_year')
            OR (birth = 'birth_missing' AND (plain <= 5 OR home OR school))
            OR (plain <= 5 AND (home OR school))
    )
    -- Five as a rule; never fewer than all with the same name and a birth date that fits.
    SELECT person_id, array_remove(ARRAY[name_reason, birth, CASE WHEN home THEN 'same_postcode' END,
                                         CASE WHEN school THEN 'same_institution' END], NULL)
      FROM shown WHERE must OR place <= 5 ORDER BY place
$$;

-- The question as it is asked: held, and noted.
CREATE FUNCTION gate.possible_matches(wanted uuid) RETURNS TABLE (candidate uuid, reasons text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
DECLARE authority integer := gate.held_person(wanted);
BEGIN
    PERFORM ledger.note_deed('people.search', 'people.person', wanted::text, authority, clock_timestamp());
    RETURN QUERY SELECT * FROM gate.earlier_records(wanted);
END $$;

-- The authority of a person whom the present context holds. An error alike for one that is not there.
CREATE FUNCTION gate.held_person(wanted uuid) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
DECLARE authority integer;
BEGIN
    SELECT authority_id INTO authority FROM people_person WHERE id = wanted AND grants && gate.held();
    IF authority IS NULL THEN
        RAISE EXCEPTION 'this person is not yours' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN authority;
END $$;

-- When the equality questions were last answered: all that those who answer them may see of the answers.
CREATE FUNCTION gate.equality_answered_at(wanted uuid) RETURNS timestamptz
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
BEGIN
    PERFORM gate.held_person(wanted);
    RETURN (SELECT answered_at FROM people_equalityanswers WHERE person_key = wanted);
END $$;

GRANT SELECT ON people_person, people_personname, people_address, people_affiliation TO waymark_guard;
GRANT SELECT (person_key, answered_at) ON people_equalityanswers TO waymark_guard;
GRANT CREATE ON SCHEMA gate TO waymark_guard;
ALTER FUNCTION gate.earlier_records(uuid) OWNER TO waymark_guard;
ALTER FUNCTION gate.possible_matches(uuid) OWNER TO waymark_guard;
ALTER FUNCTION gate.held_person(uuid) OWNER TO waymark_guard;
ALTER FUNCTION gate.equality_answered_at(uuid) OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA gate FROM waymark_guard;
REVOKE EXECUTE ON FUNCTION gate.earlier_records(uuid), gate.possible_matches(uuid), gate.held_person(uuid),
    gate.equality_answered_at(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.possible_matches(uuid), gate.equality_answered_at(uuid) TO waymark_app;
