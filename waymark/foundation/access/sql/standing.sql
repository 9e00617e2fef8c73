-- Who helps somebody back in has had a role that may, in that authority, for 14 days. Otherwise an administrator could
-- invent a colleague today, and confirm with that account what they vouched for themselves. Since when is asked of the
-- ledger, which nobody can write by hand: the day that a role begins on is typed by whoever gives it.
CREATE TABLE gate.vouches (role text PRIMARY KEY);
REVOKE ALL ON gate.vouches FROM PUBLIC, waymark_app;
GRANT SELECT ON gate.vouches TO waymark_app, waymark_guard;

-- Since when each membership with such a role has been as it is; entries that old ones lost count as long ago.
CREATE FUNCTION gate.vouching_since(place bigint) RETURNS TABLE (who uuid, works boolean, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, gate, ledger, pg_temp AS $$
    SELECT m.user_id,
           m.ended_at IS NULL AND m.starts_on <= (statement_timestamp() AT TIME ZONE 'Europe/London')::date
           AND (m.ends_on IS NULL OR m.ends_on >= (statement_timestamp() AT TIME ZONE 'Europe/London')::date),
           coalesce((SELECT max(c.at) FROM ledger.change c
                      WHERE c.relation = 'access_membership' AND c.row_id = m.id::text
                        AND (c.op = 'INSERT' OR c.columns && ARRAY['role', 'user_id', 'authority_id'])), '-infinity')
      FROM access_membership m JOIN gate.vouches v ON v.role = m.role
     WHERE m.authority_id = place
$$;

-- Where nobody has ever had such a role for so long, the service itself is new there, and the two people are enough.
CREATE FUNCTION gate.has_standing(person uuid, place bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
    SELECT coalesce(bool_or(v.who = person AND v.works), false) OR count(*) = 0
      FROM gate.vouching_since(place) v WHERE v.since <= statement_timestamp() - interval '14 days'
$$;

CREATE FUNCTION gate.stands_in_recovery() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
BEGIN
    IF NOT gate.has_standing(NEW.vouched_by_id, NEW.authority_id)
       OR NEW.confirmed_by_id IS NOT NULL AND NOT gate.has_standing(NEW.confirmed_by_id, NEW.authority_id) THEN
        RAISE EXCEPTION 'somebody whose role is older helps' USING ERRCODE = 'invalid_authorization_specification';
    END IF;
    RETURN NEW;
END $$;

GRANT CREATE ON SCHEMA gate TO waymark_guard;
ALTER FUNCTION gate.vouching_since(bigint) OWNER TO waymark_guard;
ALTER FUNCTION gate.has_standing(uuid, bigint) OWNER TO waymark_guard;
ALTER FUNCTION gate.stands_in_recovery() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA gate FROM waymark_guard;
REVOKE EXECUTE ON FUNCTION gate.vouching_since(bigint), gate.has_standing(uuid, bigint), gate.stands_in_recovery() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.has_standing(uuid, bigint) TO waymark_app;
-- When it is vouched and when it is confirmed; what comes after (used, stopped) hangs on neither.
CREATE TRIGGER access_recovery_standing BEFORE INSERT OR UPDATE OF confirmed_by_id ON access_recovery
    FOR EACH ROW EXECUTE FUNCTION gate.stands_in_recovery();
