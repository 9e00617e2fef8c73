-- Who came is what a decision stands on. Once one is signed, a mark changes only with a correction beside each decision of
-- that meeting: of this seat, to this mark, signed by whoever marks, in the same moment.
GRANT SELECT ON channel_attendancecorrection TO waymark_guard;

CREATE FUNCTION channel.attendance_stands() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM panel_panelmeeting p JOIN panel_item i ON i.meeting_id = p.id JOIN channel_paneldecision d ON d.item_id = i.id
         WHERE p.meeting_id = NEW.meeting_id AND NOT EXISTS (
            SELECT FROM channel_attendancecorrection c
             WHERE c.decision_id = d.id AND c.seat_id = NEW.for_id AND c.became = NEW.came
               AND c.became_person_id IS NOT DISTINCT FROM NEW.person_id
               AND (c.signed_by_id, c.signed_at) = (NEW.marked_by_id, NEW.marked_at))) THEN
        PERFORM gate.refuse('something was decided on the strength of who came: it is corrected with a reason');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER meetings_attendance_decided BEFORE INSERT ON meetings_attendance
    FOR EACH ROW EXECUTE FUNCTION channel.attendance_stands();
CREATE TRIGGER meetings_attendance_decided_on BEFORE UPDATE ON meetings_attendance
    FOR EACH ROW WHEN ((NEW.came, NEW.person_id, NEW.for_id, NEW.meeting_id) IS DISTINCT FROM
                       (OLD.came, OLD.person_id, OLD.for_id, OLD.meeting_id))
    EXECUTE FUNCTION channel.attendance_stands();
CREATE TRIGGER channel_attendancecorrection_signer BEFORE INSERT ON channel_attendancecorrection
    FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');
CREATE TRIGGER channel_attendancecorrection_signed BEFORE UPDATE OR DELETE ON channel_attendancecorrection
    FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();
CREATE POLICY channel_attendancecorrection_by_panel ON channel_attendancecorrection AS RESTRICTIVE FOR INSERT
    WITH CHECK (gate.holds('authority:' || authority_id || ':panel') OR gate.holds('system:' || authority_id));

GRANT CREATE ON SCHEMA channel TO waymark_guard;
ALTER FUNCTION channel.attendance_stands() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA channel FROM waymark_guard;
REVOKE EXECUTE ON FUNCTION channel.attendance_stands() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION channel.attendance_stands() TO waymark_guard;
