-- The sealed referrals behind a possible earlier record: references only, for somebody who holds the match and may
-- open records of its authority.
CREATE FUNCTION gate.sealed_behind(wanted uuid) RETURNS TABLE (reference text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
    SELECT r.reference::text FROM people_match m
      JOIN referrals_referral r ON r.person_id = m.candidate_id AND r.authority_id = m.authority_id
     WHERE m.id = wanted AND m.grants && gate.held() AND NOT r.grants && gate.held()
       AND ('record:' || r.id) = ANY (r.grants)
       AND gate.holds('authority:' || r.authority_id || ':glass')
       AND gate.works_in(gate.acting_user(), r.authority_id)
     ORDER BY r.received_at
$$;

GRANT SELECT (person_id, received_at) ON referrals_referral TO waymark_guard;
GRANT SELECT (id, candidate_id, authority_id, grants) ON people_match TO waymark_guard;
GRANT CREATE ON SCHEMA gate TO waymark_guard;
ALTER FUNCTION gate.sealed_behind(uuid) OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA gate FROM waymark_guard;
REVOKE EXECUTE ON FUNCTION gate.sealed_behind(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.sealed_behind(uuid) TO waymark_app;
