-- Whoever plans training writes to places. Only time deletes.
CREATE POLICY reach_approach_made ON reach_approach AS RESTRICTIVE FOR INSERT
    WITH CHECK (gate.holds('authority:' || authority_id || ':training-plan'));
CREATE POLICY reach_approach_kept ON reach_approach AS RESTRICTIVE FOR DELETE
    USING (gate.holds('system:' || authority_id));
