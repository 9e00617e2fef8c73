-- Minutes are written by whoever arranges the panel, after the meeting began; signed by whoever chairs on its day.
GRANT SELECT ON panel_minute, panel_minutesignature TO waymark_guard;

CREATE FUNCTION panel.minute_fits() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM panel_item i JOIN panel_panelmeeting p ON p.id = i.meeting_id JOIN meetings_meeting m ON m.id = p.meeting_id
         WHERE i.id = NEW.item_id AND i.authority_id = NEW.authority_id AND m.cancelled_at IS NULL
           AND m.starts_at <= NEW.written_at)
       OR NEW.corrects_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM panel_minute b WHERE b.id = NEW.corrects_id AND b.item_id = NEW.item_id) THEN
        PERFORM gate.refuse('minutes are of an item of a meeting that was held');
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION panel.signs_in_chair() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM panel_minute n JOIN panel_item i ON i.id = n.item_id JOIN panel_panelmeeting p ON p.id = i.meeting_id
          JOIN meetings_meeting m ON m.id = p.meeting_id
          JOIN panel_seat s ON s.panel_id = p.panel_id AND s.chairs <> '' AND s.holder_id = NEW.signed_by_id
         WHERE n.id = NEW.minute_id AND s.from_on <= (m.starts_at AT TIME ZONE 'Europe/London')::date
           AND (s.until_on IS NULL OR s.until_on >= (m.starts_at AT TIME ZONE 'Europe/London')::date)) THEN
        PERFORM gate.refuse('minutes are signed by whoever chairs on the day of the meeting');
    END IF;
    RETURN NEW;
END $$;

CREATE POLICY panel_minute_written ON panel_minute AS RESTRICTIVE FOR INSERT
    WITH CHECK (gate.holds('authority:' || authority_id || ':panel') OR gate.holds('system:' || authority_id));
CREATE POLICY panel_minute_kept ON panel_minute AS RESTRICTIVE FOR DELETE USING (gate.holds('system:' || authority_id));
CREATE POLICY panel_minutesignature_kept ON panel_minutesignature AS RESTRICTIVE FOR DELETE
    USING (gate.holds('system:' || authority_id));
CREATE TRIGGER panel_minute_fits BEFORE INSERT ON panel_minute FOR EACH ROW EXECUTE FUNCTION panel.minute_fits();
CREATE TRIGGER panel_minute_writer BEFORE INSERT ON panel_minute
    FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('written_by_id');
CREATE TRIGGER panel_minutesignature_chair BEFORE INSERT ON panel_minutesignature
    FOR EACH ROW EXECUTE FUNCTION panel.signs_in_chair();
CREATE TRIGGER panel_minutesignature_signer BEFORE INSERT ON panel_minutesignature
    FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');

GRANT CREATE ON SCHEMA panel TO waymark_guard;
ALTER FUNCTION panel.minute_fits() OWNER TO waymark_guard;
ALTER FUNCTION panel.signs_in_chair() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA panel FROM waymark_guard;
REVOKE EXECUTE ON FUNCTION panel.minute_fits(), panel.signs_in_chair() FROM PUBLIC;
