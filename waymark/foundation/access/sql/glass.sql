-- Break-glass. A row of access_glass lends the grant `record:<id>` to one person for 60 minutes, for reading.
-- Only the functions below write it; they ask who acts, where they work, what the record is, and the clock of the
-- database. See docs/decisions/0018-break-glass.md.

-- Kinds of record that may be opened so, and their tables. Filled by migrations (access.migrating.breakable).
CREATE TABLE gate.breakable (kind text PRIMARY KEY, relation text NOT NULL);
REVOKE ALL ON gate.breakable FROM PUBLIC, waymark_app;
GRANT SELECT ON gate.breakable TO waymark_guard;

ALTER TABLE access_glass ADD CONSTRAINT glass_is_an_hour CHECK (ends_at = opened_at + interval '60 minutes'),
    ADD CONSTRAINT glass_ends_within CHECK (ended_at IS NULL OR (ended_at >= opened_at AND ended_at <= ends_at)),
    ADD CONSTRAINT glass_says_why CHECK (gate.sealed_sentence(reason)),
    ADD CONSTRAINT glass_review_says_what CHECK (reviewed_at IS NULL OR gate.sealed_sentence(words));
REVOKE INSERT, UPDATE, TRUNCATE ON access_glass, access_interest FROM waymark_app;
GRANT SELECT, INSERT, UPDATE ON access_glass, access_interest TO waymark_guard;
GRANT SELECT (id, is_active) ON accounts_user TO waymark_guard;
GRANT SELECT ON access_membership TO waymark_guard;
-- Kept six years: until then not even the job that destroys may take one away.
CREATE POLICY access_glass_kept ON access_glass AS RESTRICTIVE FOR DELETE
    USING (opened_at < statement_timestamp() - interval '6 years');
CREATE POLICY access_interest_kept ON access_interest AS RESTRICTIVE FOR DELETE
    USING (declared_at < statement_timestamp() - interval '6 years');

-- What is lent can never be claimed: grants of single records do not count when they come from the context.
CREATE OR REPLACE FUNCTION gate.held() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(given), '{}')
      FROM unnest(coalesce(nullif(current_setting('waymark.grants', true), ''), '{}')::text[]) AS given
     WHERE given NOT LIKE 'record:%'
$$;

CREATE FUNCTION gate.works_in(who uuid, authority bigint) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM access_membership m JOIN accounts_user u ON u.id = m.user_id AND u.is_active
         WHERE m.user_id = who AND m.authority_id = authority AND m.ended_at IS NULL
           AND m.starts_on <= (statement_timestamp() AT TIME ZONE 'Europe/London')::date
           AND (m.ends_on IS NULL OR m.ends_on >= (statement_timestamp() AT TIME ZONE 'Europe/London')::date))
$$;

-- An interest that was declared and not withdrawn.
CREATE FUNCTION gate.has_interest(who uuid, kind_asked text, wanted uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM access_interest i WHERE i.user_id = who AND i.withdrawn_at IS NULL
                      AND i.about_kind = kind_asked AND i.about_id = wanted)
$$;

-- The grants of the records that a person must not see, whatever else they hold.
CREATE FUNCTION gate.kept_from(who uuid) RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg('record:' || i.about_id), '{}') FROM access_interest i
     WHERE i.user_id = who AND i.withdrawn_at IS NULL
$$;

-- The grants that are lent to a person at this instant. A clock that was put back lends nothing.
CREATE FUNCTION gate.opened_by(who uuid) RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg('record:' || g.about_id), '{}') FROM access_glass g
     WHERE g.opened_by_id = who AND g.ended_at IS NULL
       AND g.opened_at <= statement_timestamp() AND statement_timestamp() < g.ends_at
       AND gate.works_in(who, g.authority_id)
       AND NOT gate.has_interest(who, g.about_kind, g.about_id)
$$;

CREATE FUNCTION gate.acting_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT substring(current_setting('waymark.actor', true) FROM '^user:([0-9a-f-]{36})$')::uuid
$$;

CREATE FUNCTION gate.lent() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN gate.acting_user() IS NULL THEN '{}' ELSE gate.opened_by(gate.acting_user()) END
$$;

-- A job has no interest of its own, nor has somebody who was not signed in.
CREATE FUNCTION gate.kept_from() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN gate.acting_user() IS NULL THEN '{}' ELSE gate.kept_from(gate.acting_user()) END
$$;

-- A record of that kind: where it belongs and which grants it carries. For the functions here only.
CREATE FUNCTION gate.breakable_row(kind_asked text, wanted uuid, OUT authority bigint, OUT carried text[], OUT called text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
DECLARE place text;
BEGIN
    SELECT b.relation INTO place FROM gate.breakable b WHERE b.kind = kind_asked;
    IF place IS NOT NULL THEN
        EXECUTE format('SELECT authority_id, grants, reference FROM %I WHERE id = $1', place)
           INTO authority, carried, called USING wanted;
    END IF;
END $$;

-- The record of that reference, for somebody who may open records of its authority; nothing alike for all others.
CREATE FUNCTION gate.find_breakable(wanted text)
RETURNS TABLE (kind text, id uuid, authority bigint, seen boolean, opens boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
DECLARE one gate.breakable;
BEGIN
    FOR one IN SELECT * FROM gate.breakable LOOP
        RETURN QUERY EXECUTE format(
            'SELECT $2, r.id, r.authority_id, r.grants && gate.held() AND NOT r.grants && gate.kept_from(), (''record:'' || r.id) = ANY (r.grants) FROM %I r '
            'WHERE r.reference = $1 AND gate.holds(''authority:'' || r.authority_id || '':glass'') '
            'AND gate.works_in(gate.acting_user(), r.authority_id)', one.relation) USING wanted, one.kind;
    END LOOP;
END $$;

-- `made` is the key that the row will have: the reason is sealed for it before it is there.
CREATE FUNCTION gate.break_glass(kind_asked text, wanted uuid, made uuid, why bytea, named text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
DECLARE
    who uuid := gate.acting_user();
    record_found record;
    opening uuid;
BEGIN
    SELECT * INTO record_found FROM gate.breakable_row(kind_asked, wanted);
    IF who IS NULL OR record_found.authority IS NULL
       OR NOT gate.holds('authority:' || record_found.authority || ':glass')
       OR NOT gate.works_in(who, record_found.authority)
       OR NOT ('record:' || wanted) = ANY (record_found.carried) THEN
        RAISE EXCEPTION 'there is no such record to open' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF gate.has_interest(who, kind_asked, wanted) THEN
        RAISE EXCEPTION 'somebody with an interest in a record does not open it' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF record_found.carried && gate.held() THEN
        RAISE EXCEPTION 'this record is open to you without break-glass' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- Two clicks at once: the second waits, and finds the first one’s row.
    PERFORM pg_advisory_xact_lock(hashtextextended(who::text || wanted::text, 0));
    SELECT g.id INTO opening FROM access_glass g
     WHERE g.opened_by_id = who AND g.about_kind = kind_asked AND g.about_id = wanted
       AND g.ended_at IS NULL AND statement_timestamp() < g.ends_at;
    IF opening IS NOT NULL THEN
        RETURN opening;
    END IF;
    INSERT INTO access_glass (id, authority_id, grants, version, recorded_at, salt, reference, about_kind, about_id,
                              about_reference, opened_by_id, opened_as_lead, reason, opened_at, ends_at, verdict, words)
    VALUES (made, record_found.authority,
            ARRAY['user:' || who, 'authority:' || record_found.authority || ':glass-review',
                  'system:' || record_found.authority],
            1, statement_timestamp(), gen_random_uuid(), named, kind_asked, wanted, record_found.called, who,
            gate.holds('authority:' || record_found.authority || ':glass-review'), why,
            statement_timestamp(), statement_timestamp() + interval '60 minutes', '', '')
    RETURNING id INTO opening;
    RETURN opening;
END $$;

-- The opener ends it early. Nobody lengthens it.
CREATE FUNCTION gate.end_glass(opening uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
BEGIN
    UPDATE access_glass g SET ended_at = statement_timestamp(), version = g.version + 1
     WHERE g.id = opening AND g.opened_by_id = gate.acting_user() AND g.ended_at IS NULL
       AND statement_timestamp() < g.ends_at;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is nothing open to end' USING ERRCODE = 'insufficient_privilege';
    END IF;
END $$;

CREATE FUNCTION gate.review_glass(opening uuid, judged text, said bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
DECLARE
    who uuid := gate.acting_user();
    row_found access_glass;
BEGIN
    SELECT * INTO row_found FROM access_glass g WHERE g.id = opening FOR UPDATE;
    IF who IS NULL OR row_found.id IS NULL
       OR NOT gate.holds('authority:' || row_found.authority_id || ':glass-review')
       OR NOT gate.works_in(who, row_found.authority_id)
       OR row_found.opened_by_id = who
       OR gate.has_interest(who, row_found.about_kind, row_found.about_id) THEN
        RAISE EXCEPTION 'somebody else reviews this' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF row_found.reviewed_at IS NOT NULL THEN
        RAISE EXCEPTION 'this has been reviewed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF row_found.ended_at IS NULL AND statement_timestamp() < row_found.ends_at THEN
        RAISE EXCEPTION 'this is still open' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF judged NOT IN ('justified', 'not_justified', 'needs_action') OR gate.sealed_sentence(said) IS NOT TRUE THEN
        RAISE EXCEPTION 'a review says what was found, in words' USING ERRCODE = 'check_violation';
    END IF;
    UPDATE access_glass g SET verdict = judged, words = said, reviewed_by_id = who,
           reviewed_at = statement_timestamp(), version = g.version + 1
     WHERE g.id = opening;
END $$;

-- “I know this person”: kept, what was open to whoever says so ends, and they see the record no more.
CREATE FUNCTION gate.declare_interest(kind_asked text, wanted uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
DECLARE
    who uuid := gate.acting_user();
    record_found record;
    interest uuid;
BEGIN
    SELECT * INTO record_found FROM gate.breakable_row(kind_asked, wanted);
    IF who IS NULL OR record_found.authority IS NULL OR NOT gate.works_in(who, record_found.authority)
       OR NOT gate.holds('authority:' || record_found.authority || ':glass')
       OR NOT ('record:' || wanted) = ANY (record_found.carried) THEN
        RAISE EXCEPTION 'there is no such record' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO access_interest (id, authority_id, grants, version, recorded_at, salt, about_kind, about_id,
                                 about_reference, user_id, declared_at, withdrawn_because)
    VALUES (gen_random_uuid(), record_found.authority,
            ARRAY['user:' || who, 'authority:' || record_found.authority || ':glass-review',
                  'system:' || record_found.authority],
            1, statement_timestamp(), gen_random_uuid(), kind_asked, wanted, record_found.called, who,
            statement_timestamp(), '')
    ON CONFLICT DO NOTHING;
    UPDATE access_glass g SET ended_at = statement_timestamp(), version = g.version + 1
     WHERE g.opened_by_id = who AND g.about_kind = kind_asked AND g.about_id = wanted AND g.ended_at IS NULL
       AND statement_timestamp() < g.ends_at;
    SELECT i.id INTO interest FROM access_interest i
     WHERE i.user_id = who AND i.about_kind = kind_asked AND i.about_id = wanted AND i.withdrawn_at IS NULL;
    RETURN interest;
END $$;

-- What the page of a record says of its openings, to whoever sees the record by whatever right.
CREATE FUNCTION gate.glass_about(kind_asked text, wanted uuid)
RETURNS TABLE (reference text, opener text, opened_at timestamptz, over_at timestamptz, reviewed_at timestamptz, verdict text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
DECLARE record_found record;
BEGIN
    SELECT * INTO record_found FROM gate.breakable_row(kind_asked, wanted);
    IF NOT coalesce(record_found.carried && (gate.held() || gate.lent()), false)
       OR record_found.carried && gate.kept_from() THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT g.reference::text, u.full_name::text, g.opened_at, coalesce(g.ended_at, g.ends_at),
                        g.reviewed_at, g.verdict::text
      FROM access_glass g JOIN accounts_user u ON u.id = g.opened_by_id
     WHERE g.about_kind = kind_asked AND g.about_id = wanted ORDER BY g.opened_at;
END $$;

GRANT SELECT (full_name) ON accounts_user TO waymark_guard;
GRANT CREATE ON SCHEMA gate TO waymark_guard;
DO $$
DECLARE one regprocedure;
BEGIN
    FOREACH one IN ARRAY ARRAY[
        'gate.works_in(uuid, bigint)', 'gate.opened_by(uuid)', 'gate.breakable_row(text, uuid)',
        'gate.find_breakable(text)', 'gate.break_glass(text, uuid, uuid, bytea, text)', 'gate.end_glass(uuid)',
        'gate.review_glass(uuid, text, bytea)', 'gate.declare_interest(text, uuid)',
        'gate.has_interest(uuid, text, uuid)', 'gate.kept_from(uuid)', 'gate.glass_about(text, uuid)']::regprocedure[] LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO waymark_guard', one);
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', one);
        IF one NOT IN ('gate.breakable_row(text, uuid)'::regprocedure,
                       'gate.has_interest(uuid, text, uuid)'::regprocedure) THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO waymark_app', one);
        END IF;
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA gate FROM waymark_guard;
