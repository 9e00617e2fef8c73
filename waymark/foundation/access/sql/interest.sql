-- Whoever declared an interest in a record sees nothing of it (sql/glass.sql): nor why somebody else opened it, what they
-- read, what the review found, nor who else has an interest in it. What they did themselves they see.
CREATE POLICY access_glass_interest ON access_glass AS RESTRICTIVE FOR SELECT
    USING (opened_by_id = (SELECT gate.acting_user()) OR NOT ARRAY['record:' || about_id] && (SELECT gate.kept_from()));
CREATE POLICY access_interest_interest ON access_interest AS RESTRICTIVE FOR SELECT
    USING (user_id = (SELECT gate.acting_user()) OR NOT ARRAY['record:' || about_id] && (SELECT gate.kept_from()));

-- It was a mistake, or it is over. Somebody else says so, with a reason: never whoever declared it, nor anybody else with
-- an interest in the same record.
CREATE OR REPLACE FUNCTION gate.withdraw_interest(interest uuid, why bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
DECLARE
    who uuid := gate.acting_user();
    row_found access_interest;
BEGIN
    SELECT * INTO row_found FROM access_interest i WHERE i.id = interest FOR UPDATE;
    IF who IS NULL OR row_found.id IS NULL OR row_found.user_id = who OR row_found.withdrawn_at IS NOT NULL
       OR NOT gate.holds('authority:' || row_found.authority_id || ':glass-review')
       OR NOT gate.works_in(who, row_found.authority_id)
       OR gate.has_interest(who, row_found.about_kind, row_found.about_id) THEN
        RAISE EXCEPTION 'somebody else withdraws this' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF gate.sealed_sentence(why) IS NOT TRUE THEN
        RAISE EXCEPTION 'a withdrawal says why, in words' USING ERRCODE = 'check_violation';
    END IF;
    UPDATE access_interest i SET withdrawn_at = statement_timestamp(), withdrawn_by_id = who,
           withdrawn_because = why, version = i.version + 1
     WHERE i.id = interest;
END $$;

-- What was looked at under one opening, for whoever sees the opening.
CREATE OR REPLACE FUNCTION gate.glass_reads(opening uuid) RETURNS TABLE (at timestamptz, page text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, gate, ledger, pg_temp AS $$
    SELECT r.at, r.page FROM ledger.read r
      JOIN access_glass g ON g.id = opening AND g.grants && gate.held() AND r.authority_id = g.authority_id
     WHERE r.purpose = 'break-glass ' || opening
       AND (g.opened_by_id = gate.acting_user() OR NOT gate.has_interest(gate.acting_user(), g.about_kind, g.about_id))
     ORDER BY r.id
$$;

DO $$
DECLARE one regprocedure;
BEGIN
    GRANT CREATE ON SCHEMA gate TO waymark_guard;
    FOREACH one IN ARRAY ARRAY['gate.withdraw_interest(uuid, bytea)', 'gate.glass_reads(uuid)']::regprocedure[] LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO waymark_guard', one);
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', one);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO waymark_app', one);
    END LOOP;
    REVOKE CREATE ON SCHEMA gate FROM waymark_guard;
END $$;
