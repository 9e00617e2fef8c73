-- Recovery by two people: one vouches that they saw somebody who lost what they sign in with, another confirms it, and a
-- link that works once lets the person make a new second step. Only these functions write access_recovery; they ask who
-- acts, where everybody works, and the clock of the database. See docs/decisions/0020-strong-proof-and-recovery.md.
ALTER TABLE access_recovery
    ADD CONSTRAINT recovery_says_how CHECK (gate.sealed_sentence(words)),
    ADD CONSTRAINT recovery_waits CHECK (works_from = vouched_at + interval '15 minutes'),
    ADD CONSTRAINT recovery_is_short CHECK (ends_at <= CASE WHEN confirmed_at IS NULL THEN vouched_at + interval '24 hours'
                                            ELSE greatest(confirmed_at, works_from) + interval '2 hours' END),
    ADD CONSTRAINT recovery_keeps_no_link CHECK (link = '' OR link ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT recovery_in_order CHECK (confirmed_at >= vouched_at AND used_at >= works_from AND used_at <= ends_at);
REVOKE INSERT, UPDATE, TRUNCATE ON access_recovery FROM waymark_app;
GRANT SELECT, INSERT, UPDATE ON access_recovery TO waymark_guard;
-- Kept six years: until then not even the job that destroys may take one away.
CREATE POLICY access_recovery_kept ON access_recovery AS RESTRICTIVE FOR DELETE
    USING (vouched_at < statement_timestamp() - interval '6 years');

-- `made` is the key that the row will have: what is said is sealed for it before it is there.
CREATE FUNCTION gate.vouch(person uuid, place bigint, manner text, made uuid, said bytea) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
DECLARE
    who uuid := gate.acting_user();
BEGIN
    IF who IS NULL OR NOT gate.holds('authority:' || place || ':vouch') OR NOT gate.works_in(who, place)
       OR NOT gate.works_in(person, place) THEN
        RAISE EXCEPTION 'there is nobody here to vouch for' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF who = person THEN
        RAISE EXCEPTION 'nobody vouches for themselves' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- Two at once: the second waits, and finds the first one’s row.
    PERFORM pg_advisory_xact_lock(hashtextextended('recovery' || person::text, 0));
    IF EXISTS (SELECT FROM access_recovery r WHERE r.user_id = person AND r.used_at IS NULL AND r.stopped_at IS NULL
                  AND statement_timestamp() < r.ends_at) THEN
        RAISE EXCEPTION 'somebody vouches for this person already' USING ERRCODE = 'object_in_use';
    END IF;
    IF (SELECT count(*) FROM access_recovery r
         WHERE r.user_id = person AND r.vouched_at > statement_timestamp() - interval '30 days') >= 3
       OR (SELECT count(*) FROM access_recovery r
            WHERE r.vouched_by_id = who AND r.vouched_at > statement_timestamp() - interval '24 hours') >= 5 THEN
        RAISE EXCEPTION 'this was done too often' USING ERRCODE = 'too_many_rows';
    END IF;
    INSERT INTO access_recovery (id, authority_id, grants, version, recorded_at, salt, user_id, vouched_by_id, vouched_at,
                                 seen, words, link, works_from, ends_at)
    VALUES (made, place,
            ARRAY['user:' || person, 'authority:' || place || ':vouch', 'system:' || place], 1, statement_timestamp(),
            gen_random_uuid(), person, who, statement_timestamp(), manner, said, '',
            statement_timestamp() + interval '15 minutes', statement_timestamp() + interval '24 hours');
    RETURN made;
END $$;

CREATE FUNCTION gate.confirm_vouching(wanted uuid, hashed text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
DECLARE
    who uuid := gate.acting_user();
    row_found access_recovery;
BEGIN
    SELECT * INTO row_found FROM access_recovery r WHERE r.id = wanted FOR UPDATE;
    IF who IS NULL OR row_found.id IS NULL
       OR NOT gate.holds('authority:' || row_found.authority_id || ':vouch')
       OR NOT gate.works_in(who, row_found.authority_id)
       OR NOT gate.works_in(row_found.user_id, row_found.authority_id)
       OR NOT gate.works_in(row_found.vouched_by_id, row_found.authority_id) THEN
        RAISE EXCEPTION 'there is nothing here to confirm' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF row_found.vouched_by_id = who THEN
        RAISE EXCEPTION 'a second person confirms' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF row_found.user_id = who THEN
        RAISE EXCEPTION 'nobody vouches for themselves' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF row_found.confirmed_at IS NOT NULL OR row_found.stopped_at IS NOT NULL
       OR statement_timestamp() >= row_found.ends_at THEN
        RAISE EXCEPTION 'this is over' USING ERRCODE = 'object_in_use';
    END IF;
    UPDATE access_recovery r SET confirmed_by_id = who, confirmed_at = statement_timestamp(), link = hashed,
           ends_at = greatest(statement_timestamp(), r.works_from) + interval '2 hours', version = r.version + 1
     WHERE r.id = wanted;
END $$;

-- The person themselves, or anybody who could have confirmed.
CREATE FUNCTION gate.stop_vouching(wanted uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
DECLARE who uuid := gate.acting_user();
BEGIN
    UPDATE access_recovery r SET stopped_by_id = who, stopped_at = statement_timestamp(), version = r.version + 1
     WHERE r.id = wanted AND r.used_at IS NULL AND r.stopped_at IS NULL AND statement_timestamp() < r.ends_at
       AND (r.user_id = who
            OR (gate.holds('authority:' || r.authority_id || ':vouch') AND gate.works_in(who, r.authority_id)));
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is nothing to stop' USING ERRCODE = 'object_in_use';
    END IF;
END $$;

-- Whoever holds the link is not signed in: nothing but the row of that one link shows.
CREATE FUNCTION gate.vouched(hashed text)
RETURNS TABLE (id uuid, user_id uuid, works_from timestamptz, ends_at timestamptz, early boolean, works boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
    SELECT r.id, r.user_id, r.works_from, r.ends_at, statement_timestamp() < r.works_from,
           r.used_at IS NULL AND r.stopped_at IS NULL AND statement_timestamp() >= r.works_from
           AND statement_timestamp() < r.ends_at AND gate.works_in(r.user_id, r.authority_id)
      FROM access_recovery r WHERE r.link = hashed AND length(hashed) = 64
$$;

CREATE FUNCTION gate.use_vouching(hashed text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
DECLARE person uuid;
BEGIN
    UPDATE access_recovery r SET used_at = statement_timestamp(), version = r.version + 1
     WHERE r.id = (SELECT v.id FROM gate.vouched(hashed) v WHERE v.works) AND r.used_at IS NULL
    RETURNING r.user_id INTO person;
    IF person IS NULL THEN
        RAISE EXCEPTION 'this link does not work' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN person;
END $$;

GRANT CREATE ON SCHEMA gate TO waymark_guard;
DO $$
DECLARE one regprocedure;
BEGIN
    FOREACH one IN ARRAY ARRAY[
        'gate.vouch(uuid, bigint, text, uuid, bytea)', 'gate.confirm_vouching(uuid, text)', 'gate.stop_vouching(uuid)',
        'gate.vouched(text)', 'gate.use_vouching(text)']::regprocedure[] LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO waymark_guard', one);
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', one);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO waymark_app', one);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA gate FROM waymark_guard;
