-- What the pages refuse, the database refuses too: a decision without the authority and the police of the area, at an
-- item about somebody else, not moved by a decision; a dissent written later; a change of what was signed.
GRANT SELECT ON channel_paneldecision, channel_dissent TO waymark_guard;
GRANT SELECT ON panel_panel, panel_panelmeeting, panel_item, panel_seat, meetings_meeting, meetings_attendance TO waymark_guard;

-- The outcome that leads to a state; null where no panel leads there. As `deciding.MOVES` has it; a test compares them.
CREATE FUNCTION channel.decided_to(state text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
    SELECT CASE state WHEN 'consent_pending' THEN 'adopt' WHEN 'not_adopted' THEN 'not_adopt'
                      WHEN 'deferred' THEN 'defer' WHEN 'ending' THEN 'propose_exit' END
$$;

-- Who takes no part in an item for an interest: as it stood when the first entry of its decision was signed.
CREATE FUNCTION channel.took_no_part(item uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT panel.kept_out(item, (SELECT min(d.entered_at) FROM channel_paneldecision d WHERE d.item_id = item))
$$;

CREATE FUNCTION channel.decides_lawfully() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    item panel_item;
    held meetings_meeting;
    before channel_paneldecision;
BEGIN
    SELECT * INTO item FROM panel_item WHERE id = NEW.item_id;
    SELECT m.* INTO held FROM panel_panelmeeting p JOIN meetings_meeting m ON m.id = p.meeting_id WHERE p.id = item.meeting_id;
    IF item.withdrawn_at IS NOT NULL OR item.authority_id <> NEW.authority_id
       OR item.about_id IS DISTINCT FROM (SELECT referral_id FROM channel_case WHERE id = NEW.case_id) THEN
        PERFORM gate.refuse('a decision is made at an item about this case');
    END IF;
    -- As `panel.models.panels.BESIDE` has them; a test asks every kind.
    IF EXISTS (SELECT FROM panel_panelmeeting p JOIN panel_panel a ON a.id = p.panel_id
               WHERE p.id = item.meeting_id AND a.kind IN ('below_threshold', 'police_led')) THEN
        PERFORM gate.refuse('a case is decided at a panel of section 36');
    END IF;
    IF held.cancelled_at IS NOT NULL OR NEW.entered_at < held.starts_at
       OR NEW.decided_on <> (held.starts_at AT TIME ZONE 'Europe/London')::date THEN
        PERFORM gate.refuse('a decision is made on the day of its meeting');
    END IF;
    IF panel.missing(held.id, NEW.authority_id, channel.took_no_part(item.id)) <> '{}' THEN
        PERFORM gate.refuse('the authority and the police of the area are not both marked present for this item');
    END IF;
    IF NEW.corrects_id IS NOT NULL THEN
        SELECT * INTO before FROM channel_paneldecision WHERE id = NEW.corrects_id;
        IF before.case_id IS DISTINCT FROM NEW.case_id OR before.item_id IS DISTINCT FROM NEW.item_id THEN
            PERFORM gate.refuse('a correction points back to a decision of the same item');
        END IF;
    END IF;
    RETURN NEW;
END $$;

-- Who did not agree was there, for a seat of the panel that met, without an interest in the item, and is written down
-- with the decision.
CREATE FUNCTION channel.dissents_there() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM channel_paneldecision d JOIN panel_item i ON i.id = d.item_id
          JOIN panel_panelmeeting p ON p.id = i.meeting_id
          JOIN meetings_attendance a ON a.meeting_id = p.meeting_id AND a.for_id = NEW.seat_id AND a.came = 'present'
          JOIN panel_seat s ON s.id = NEW.seat_id AND s.organisation_id = NEW.organisation_id
         WHERE d.id = NEW.decision_id
           AND a.person_id <> ALL (channel.took_no_part(i.id))) THEN
        PERFORM gate.refuse('only who was there can disagree');
    END IF;
    RETURN NEW;
END $$;

-- At the end of the deed: as many dissents as the decision says, and the case stands by its newest decision.
CREATE FUNCTION channel.decision_is_whole() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    one channel_paneldecision;
BEGIN
    SELECT * INTO one FROM channel_paneldecision
     WHERE id = CASE TG_TABLE_NAME WHEN 'channel_dissent' THEN (to_jsonb(NEW) ->> 'decision_id')::uuid ELSE NEW.id END;
    IF (SELECT count(*) FROM channel_dissent WHERE decision_id = one.id) <> one.dissents_number THEN
        PERFORM gate.refuse('who did not agree is written down with the decision');
    END IF;
    IF TG_TABLE_NAME = 'channel_paneldecision' AND NOT EXISTS (
        SELECT FROM channel_case c JOIN channel_paneldecision d ON d.id = c.decision_id
         WHERE c.id = one.case_id AND (d.id = one.id OR d.entered_at >= one.entered_at)) THEN
        PERFORM gate.refuse('a case stands by the newest decision of the panel');
    END IF;
    RETURN NULL;
END $$;

-- A state that a panel leads to is reached by a decision of that outcome, made for it.
CREATE FUNCTION channel.moves_by_decision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.decision_id IS NOT DISTINCT FROM OLD.decision_id OR NOT EXISTS (
        SELECT FROM channel_paneldecision WHERE id = NEW.decision_id AND case_id = NEW.id
           AND outcome = channel.decided_to(NEW.state)) THEN
        PERFORM gate.refuse('a case is moved on by what the panel decided');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER channel_case_decided BEFORE UPDATE ON channel_case FOR EACH ROW
    WHEN (NEW.state <> OLD.state AND channel.decided_to(NEW.state) IS NOT NULL)
    EXECUTE FUNCTION channel.moves_by_decision();
CREATE TRIGGER channel_paneldecision_lawful BEFORE INSERT ON channel_paneldecision
    FOR EACH ROW EXECUTE FUNCTION channel.decides_lawfully();
CREATE TRIGGER channel_dissent_there BEFORE INSERT ON channel_dissent
    FOR EACH ROW EXECUTE FUNCTION channel.dissents_there();
CREATE CONSTRAINT TRIGGER channel_paneldecision_whole AFTER INSERT ON channel_paneldecision DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION channel.decision_is_whole();
CREATE CONSTRAINT TRIGGER channel_dissent_whole AFTER INSERT ON channel_dissent DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION channel.decision_is_whole();
CREATE TRIGGER channel_paneldecision_signer BEFORE INSERT ON channel_paneldecision
    FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');
DO $$
DECLARE
    place text;
    decides text := 'gate.holds(''authority:'' || authority_id || '':channel'') OR gate.holds(''system:'' || authority_id)';
BEGIN
    FOREACH place IN ARRAY ARRAY['channel_paneldecision', 'channel_dissent'] LOOP
        EXECUTE format('CREATE TRIGGER %1$s_signed BEFORE UPDATE OR DELETE ON %1$s '
                       'FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants()', place);
        -- Only those who arrange or chair a panel write them, whoever else may read the case.
        EXECUTE format('CREATE POLICY %1$s_by_panel ON %1$s AS RESTRICTIVE FOR INSERT WITH CHECK (%2$s)', place, decides);
    END LOOP;
END $$;

GRANT CREATE ON SCHEMA channel TO waymark_guard;
ALTER FUNCTION channel.took_no_part(uuid) OWNER TO waymark_guard;
ALTER FUNCTION channel.decides_lawfully() OWNER TO waymark_guard;
ALTER FUNCTION channel.dissents_there() OWNER TO waymark_guard;
ALTER FUNCTION channel.decision_is_whole() OWNER TO waymark_guard;
ALTER FUNCTION channel.moves_by_decision() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA channel FROM waymark_guard;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA channel FROM PUBLIC;
GRANT EXECUTE ON FUNCTION channel.decided_to(text) TO waymark_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA channel TO waymark_guard;
