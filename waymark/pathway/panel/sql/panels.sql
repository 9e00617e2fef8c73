-- Who sits on a panel sees it: from the day their seat begins to the day it ends, while they work for the
-- organisation whose seat it is. What the pages refuse, the database refuses too.
CREATE SCHEMA panel;
GRANT USAGE ON SCHEMA panel TO waymark_app, waymark_guard;
GRANT SELECT ON panel_panel, panel_seat, panel_deputy TO waymark_guard;
GRANT SELECT (id, kind) ON places_organisation TO waymark_guard;

-- The grants that seats give somebody on a day, in one membership: asked for each request (access.actors.given_by).
CREATE FUNCTION panel.given(who uuid, organisation bigint, authority bigint, day date) RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT 'panel:' || s.panel_id), '{}') FROM panel_seat s
     WHERE s.authority_id = authority AND s.organisation_id = organisation
       AND s.from_on <= day AND (s.until_on IS NULL OR s.until_on >= day)
       AND (s.holder_id = who OR EXISTS (
            SELECT FROM panel_deputy d WHERE d.seat_id = s.id AND d.person_id = who AND d.ended_at IS NULL
               AND d.from_on <= day AND d.until_on >= day))
$$;

-- A seat speaks for areas of its panel; the authority’s is a council’s and the police’s a force’s; one chairs at a time.
CREATE FUNCTION panel.seat_fits() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    of_kind text := (SELECT kind FROM places_organisation WHERE id = NEW.organisation_id);
BEGIN
    IF NOT NEW.areas <@ (SELECT covers FROM panel_panel WHERE id = NEW.panel_id) THEN
        PERFORM gate.refuse('a seat speaks for areas of its panel');
    END IF;
    IF (NEW.sector = 'authority' AND of_kind <> 'council') OR (NEW.sector = 'police' AND of_kind <> 'police') THEN
        PERFORM gate.refuse('this organisation cannot hold this seat');
    END IF;
    IF NEW.chairs = 'chair' THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('chair of ' || NEW.panel_id, 0));
        IF EXISTS (SELECT FROM panel_seat s WHERE s.panel_id = NEW.panel_id AND s.chairs = 'chair' AND s.id <> NEW.id
                      AND daterange(s.from_on, s.until_on, '[]') && daterange(NEW.from_on, NEW.until_on, '[]')) THEN
            PERFORM gate.refuse('somebody chairs this panel already');
        END IF;
    END IF;
    RETURN NEW;
END $$;

-- A panel serves the authority that keeps its records.
CREATE FUNCTION panel.covers_home() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT NEW.authority_id = ANY (NEW.covers) THEN
        PERFORM gate.refuse('a panel serves the authority that keeps its records');
    END IF;
    RETURN NEW;
END $$;

-- All but the named columns stay as they were written.
CREATE FUNCTION panel.stays_but() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - TG_ARGV::text[] = to_jsonb(OLD) - TG_ARGV::text[] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is ended, and otherwise never changed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

-- Those who sit on a panel read it; whoever arranges panels for the authority writes; only time deletes.
CREATE FUNCTION panel.arranged(place text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE arranges text := 'gate.holds(''authority:'' || authority_id || '':panel'')';
        works text := 'gate.holds(''system:'' || authority_id)';
BEGIN
    EXECUTE format('CREATE POLICY %1$s_arranged ON %1$I AS RESTRICTIVE FOR INSERT WITH CHECK (%2$s OR %3$s)', place, arranges, works);
    EXECUTE format('CREATE POLICY %1$s_rearranged ON %1$I AS RESTRICTIVE FOR UPDATE USING (%2$s OR %3$s)', place, arranges, works);
    EXECUTE format('CREATE POLICY %1$s_kept ON %1$I AS RESTRICTIVE FOR DELETE USING (%2$s)', place, works);
END $$;
SELECT panel.arranged(place) FROM unnest(ARRAY['panel_panel', 'panel_terms', 'panel_seat', 'panel_deputy']) AS place;

CREATE TRIGGER panel_panel_home_covered BEFORE INSERT ON panel_panel FOR EACH ROW EXECUTE FUNCTION panel.covers_home();
CREATE TRIGGER panel_panel_stays BEFORE UPDATE ON panel_panel
    FOR EACH ROW EXECUTE FUNCTION panel.stays_but('ended_on', 'ended_because', 'grants', 'version');
CREATE TRIGGER panel_seat_fits BEFORE INSERT OR UPDATE ON panel_seat FOR EACH ROW EXECUTE FUNCTION panel.seat_fits();
CREATE TRIGGER panel_seat_stays BEFORE UPDATE ON panel_seat
    FOR EACH ROW EXECUTE FUNCTION panel.stays_but('until_on', 'ended_because', 'grants', 'version');
CREATE TRIGGER panel_deputy_stays BEFORE UPDATE ON panel_deputy
    FOR EACH ROW EXECUTE FUNCTION panel.stays_but('ended_at', 'grants', 'version');

GRANT CREATE ON SCHEMA panel TO waymark_guard;
ALTER FUNCTION panel.given(uuid, bigint, bigint, date) OWNER TO waymark_guard;
ALTER FUNCTION panel.seat_fits() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA panel FROM waymark_guard;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA panel FROM PUBLIC;
GRANT EXECUTE ON FUNCTION panel.given(uuid, bigint, bigint, date) TO waymark_app;
