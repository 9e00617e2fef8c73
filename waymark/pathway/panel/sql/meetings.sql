-- Which of the authority and the police of an area are not marked present at a meeting, those left aside who may not see
-- what is spoken of: for triggers on decisions. Asked behind the walls, so that a wall cannot hide who was there.
GRANT SELECT ON panel_panelmeeting, meetings_meeting, meetings_attendance TO waymark_guard;

-- A seat opens its panel from its first day to its last; and already before, once the panel is called to a meeting on a
-- day of the seat: somebody who stands in for that day alone has to know when and where it is.
CREATE OR REPLACE FUNCTION panel.given(who uuid, organisation bigint, authority bigint, day date) RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH mine AS (
        SELECT s.panel_id, s.from_on, s.until_on FROM panel_seat s
         WHERE s.authority_id = authority AND s.organisation_id = organisation AND s.holder_id = who
        UNION ALL
        SELECT s.panel_id, greatest(s.from_on, d.from_on), least(s.until_on, d.until_on)
          FROM panel_seat s JOIN panel_deputy d ON d.seat_id = s.id AND d.person_id = who AND d.ended_at IS NULL
         WHERE s.authority_id = authority AND s.organisation_id = organisation
    )
    SELECT coalesce(array_agg(DISTINCT 'panel:' || mine.panel_id), '{}') FROM mine
     WHERE (mine.from_on <= day AND (mine.until_on IS NULL OR mine.until_on >= day))
        OR EXISTS (
            SELECT FROM panel_panelmeeting p JOIN meetings_meeting m ON m.id = p.meeting_id AND m.cancelled_at IS NULL
             WHERE p.panel_id = mine.panel_id AND (m.starts_at AT TIME ZONE 'Europe/London')::date >= day
               AND (m.starts_at AT TIME ZONE 'Europe/London')::date >= mine.from_on
               AND (mine.until_on IS NULL OR (m.starts_at AT TIME ZONE 'Europe/London')::date <= mine.until_on))
$$;

CREATE FUNCTION panel.missing(wanted uuid, area bigint, kept_out uuid[]) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(demanded ORDER BY demanded), '{}') FROM unnest(ARRAY['authority', 'police']) AS demanded
     WHERE NOT EXISTS (
        SELECT FROM panel_panelmeeting p
          JOIN meetings_meeting m ON m.id = p.meeting_id AND m.cancelled_at IS NULL
          JOIN meetings_attendance a ON a.meeting_id = m.id AND a.came = 'present' AND a.person_id <> ALL (kept_out)
          JOIN panel_seat s ON s.id = a.for_id AND s.panel_id = p.panel_id
         WHERE p.meeting_id = wanted AND s.sector = demanded AND area = ANY (s.areas)
           AND s.from_on <= (m.starts_at AT TIME ZONE 'Europe/London')::date
           AND (s.until_on IS NULL OR s.until_on >= (m.starts_at AT TIME ZONE 'Europe/London')::date))
$$;
GRANT CREATE ON SCHEMA panel TO waymark_guard;
ALTER FUNCTION panel.missing(uuid, bigint, uuid[]) OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA panel FROM waymark_guard;
REVOKE EXECUTE ON FUNCTION panel.missing(uuid, bigint, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION panel.missing(uuid, bigint, uuid[]) TO waymark_app, waymark_guard;

-- Whoever is marked present holds the seat on that day, or stands in for whoever does.
CREATE FUNCTION panel.came_for_seat() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    day date := (SELECT (m.starts_at AT TIME ZONE 'Europe/London')::date FROM meetings_meeting m WHERE m.id = NEW.meeting_id);
BEGIN
    IF NEW.came = 'present' AND EXISTS (SELECT FROM panel_panelmeeting p WHERE p.meeting_id = NEW.meeting_id)
       AND NOT EXISTS (
        SELECT FROM panel_seat s WHERE s.id = NEW.for_id AND s.organisation_id = NEW.organisation_id
           AND (s.holder_id = NEW.person_id OR EXISTS (
               SELECT FROM panel_deputy d WHERE d.seat_id = s.id AND d.person_id = NEW.person_id
                  AND d.from_on <= day AND d.until_on >= day))) THEN
        PERFORM gate.refuse('nobody but its holder or a deputy comes for a seat');
    END IF;
    RETURN NEW;
END $$;
GRANT CREATE ON SCHEMA panel TO waymark_guard;
ALTER FUNCTION panel.came_for_seat() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA panel FROM waymark_guard;
REVOKE EXECUTE ON FUNCTION panel.came_for_seat() FROM PUBLIC;
CREATE TRIGGER meetings_attendance_seat BEFORE INSERT OR UPDATE ON meetings_attendance
    FOR EACH ROW EXECUTE FUNCTION panel.came_for_seat();

SELECT panel.arranged('panel_panelmeeting');
CREATE TRIGGER panel_panelmeeting_stays BEFORE UPDATE ON panel_panelmeeting
    FOR EACH ROW EXECUTE FUNCTION panel.stays_but('grants', 'version');
