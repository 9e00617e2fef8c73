-- A complaint is answered once, by its owner, in their own name. What StaCU says may be written beside it later.
CREATE SCHEMA complaints;
GRANT USAGE ON SCHEMA complaints TO waymark_app, waymark_guard;
CREATE POLICY complaints_complaint_kept ON complaints_complaint AS RESTRICTIVE FOR DELETE
    USING (gate.holds('system:' || authority_id));

CREATE FUNCTION complaints.keeps() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    later text[] := ARRAY['stacu_reference', 'stacu_outcome', 'version'];
    open_ones text[] := later || ARRAY['owner_id', 'outcome', 'answer', 'learnt', 'answered_on', 'answered_by_id'];
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.recorded_by_id IS DISTINCT FROM gate.acting_user() OR NEW.answered_on IS NOT NULL THEN
            PERFORM gate.forbid('a complaint is recorded by whoever acts, and answered afterwards');
        END IF;
    ELSIF OLD.answered_on IS NOT NULL AND to_jsonb(NEW) - later IS DISTINCT FROM to_jsonb(OLD) - later THEN
        PERFORM gate.forbid('a complaint that has its answer stays as it is');
    ELSIF to_jsonb(NEW) - open_ones IS DISTINCT FROM to_jsonb(OLD) - open_ones THEN
        PERFORM gate.forbid('what was complained of, and when, stays as it was recorded');
    ELSIF OLD.answered_on IS NULL AND NEW.answered_on IS NOT NULL
        AND (NEW.answered_by_id IS DISTINCT FROM gate.acting_user() OR NEW.owner_id <> NEW.answered_by_id) THEN
        PERFORM gate.forbid('its owner answers a complaint, in their own name');
    ELSIF NEW.owner_id <> OLD.owner_id AND NEW.owner_id IS DISTINCT FROM gate.acting_user() THEN
        PERFORM gate.forbid('whoever answers a complaint takes it themselves');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER complaints_complaint_keeps BEFORE INSERT OR UPDATE ON complaints_complaint
    FOR EACH ROW EXECUTE FUNCTION complaints.keeps();
