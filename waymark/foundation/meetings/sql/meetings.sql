-- Whoever sees a meeting reads it; only its keepers and the system’s steps write; only time deletes.
CREATE SCHEMA meetings;
GRANT USAGE ON SCHEMA meetings TO waymark_app, waymark_guard;

CREATE POLICY meetings_meeting_planned ON meetings_meeting AS RESTRICTIVE FOR INSERT
    WITH CHECK (keepers && (SELECT gate.held()) OR gate.holds('system:' || authority_id));
CREATE POLICY meetings_meeting_moved ON meetings_meeting AS RESTRICTIVE FOR UPDATE
    USING (keepers && (SELECT gate.held()) OR gate.holds('system:' || authority_id));
CREATE POLICY meetings_meeting_kept ON meetings_meeting AS RESTRICTIVE FOR DELETE
    USING (gate.holds('system:' || authority_id));
CREATE POLICY meetings_attendance_marked ON meetings_attendance AS RESTRICTIVE FOR INSERT
    WITH CHECK (gate.holds('system:' || authority_id) OR EXISTS (
        SELECT FROM meetings_meeting m WHERE m.id = meeting_id AND m.keepers && (SELECT gate.held())));
CREATE POLICY meetings_attendance_corrected ON meetings_attendance AS RESTRICTIVE FOR UPDATE
    USING (gate.holds('system:' || authority_id) OR EXISTS (
        SELECT FROM meetings_meeting m WHERE m.id = meeting_id AND m.keepers && (SELECT gate.held())));
CREATE POLICY meetings_attendance_kept ON meetings_attendance AS RESTRICTIVE FOR DELETE
    USING (gate.holds('system:' || authority_id));

-- What is cancelled stays cancelled; who keeps a meeting stays who keeps it.
CREATE FUNCTION meetings.stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.cancelled_at IS NOT NULL AND to_jsonb(NEW) - 'grants' - 'version' <> to_jsonb(OLD) - 'grants' - 'version' THEN
        RAISE EXCEPTION 'this meeting is cancelled' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.keepers, NEW.reference) IS DISTINCT FROM (OLD.keepers, OLD.reference) THEN
        RAISE EXCEPTION 'a meeting stays with those who keep it' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION meetings.stays() FROM PUBLIC;
CREATE TRIGGER meetings_meeting_stays BEFORE UPDATE ON meetings_meeting FOR EACH ROW EXECUTE FUNCTION meetings.stays();
