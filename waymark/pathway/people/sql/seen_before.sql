-- Seen before? as it is asked: possible earlier records of a person, in the same authority, with the reasons as codes.
-- Runs as waymark_guard, so that an earlier record the asker may not open is found too; it returns keys and codes only.
-- It answers only whoever holds the person asked about, and each search is in the ledger. The search itself: searching.sql.

-- The question as it is asked: held, and noted. By the clock of the database, unlike other deeds, whose instant the
-- application gives: here nothing comes from the application but the key, so whoever asks cannot say that it was earlier.
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
        PERFORM gate.forbid('this person is not yours');
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
ALTER FUNCTION gate.possible_matches(uuid) OWNER TO waymark_guard;
ALTER FUNCTION gate.held_person(uuid) OWNER TO waymark_guard;
ALTER FUNCTION gate.equality_answered_at(uuid) OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA gate FROM waymark_guard;
REVOKE EXECUTE ON FUNCTION gate.possible_matches(uuid), gate.held_person(uuid),
    gate.equality_answered_at(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.possible_matches(uuid), gate.equality_answered_at(uuid) TO waymark_app;
