-- The papers of a meeting open to whoever has a seat on its day, once they accepted the confidentiality statement for that
-- meeting; to somebody invited for one item, that item alone; to somebody with an interest in it, nothing of it.
GRANT SELECT ON panel_acceptance, panel_invitee, panel_item TO waymark_guard;
GRANT SELECT, INSERT ON panel_declaredinterest TO waymark_guard;

CREATE OR REPLACE FUNCTION panel.given(who uuid, organisation bigint, authority bigint, day date) RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH mine AS (
        SELECT s.panel_id, s.sector, s.from_on, s.until_on FROM panel_seat s
         WHERE s.authority_id = authority AND s.organisation_id = organisation AND s.holder_id = who
        UNION ALL
        SELECT s.panel_id, s.sector, greatest(s.from_on, d.from_on), least(s.until_on, d.until_on)
          FROM panel_seat s JOIN panel_deputy d ON d.seat_id = s.id AND d.person_id = who AND d.ended_at IS NULL
         WHERE s.authority_id = authority AND s.organisation_id = organisation
    ), called AS (
        SELECT mine.*, p.id AS meeting, (m.starts_at AT TIME ZONE 'Europe/London')::date AS meets
          FROM mine JOIN panel_panelmeeting p ON p.panel_id = mine.panel_id
          JOIN meetings_meeting m ON m.id = p.meeting_id AND m.cancelled_at IS NULL
         WHERE (m.starts_at AT TIME ZONE 'Europe/London')::date >= mine.from_on
           AND (mine.until_on IS NULL OR (m.starts_at AT TIME ZONE 'Europe/London')::date <= mine.until_on)
    ), invited AS (
        SELECT v.item_id, i.meeting_id, p.panel_id FROM panel_invitee v
          JOIN panel_item i ON i.id = v.item_id AND i.withdrawn_at IS NULL
          JOIN panel_panelmeeting p ON p.id = i.meeting_id
         WHERE v.authority_id = authority AND v.organisation_id = organisation AND v.person_id = who AND v.until_on >= day
    ), open_now (given) AS (
        SELECT 'panel:' || mine.panel_id FROM mine
         WHERE mine.from_on <= day AND (mine.until_on IS NULL OR mine.until_on >= day)
        UNION SELECT 'panel:' || called.panel_id FROM called WHERE called.meets >= day
        UNION SELECT 'panel:' || invited.panel_id FROM invited
        UNION SELECT unnest(ARRAY['papers:' || called.meeting, 'papers:' || called.meeting || ':' || called.sector])
          FROM called JOIN panel_acceptance a ON a.meeting_id = called.meeting AND a.person_id = who
           AND a.organisation_id = organisation
         WHERE called.meets >= day OR called.until_on IS NULL OR called.until_on >= day
        UNION SELECT 'item:' || invited.item_id
          FROM invited JOIN panel_acceptance a ON a.meeting_id = invited.meeting_id AND a.person_id = who
           AND a.organisation_id = organisation
    )
    SELECT coalesce(array_agg(given), '{}') FROM open_now
$$;

-- “I have an interest in this”: the item, its papers and whatever else carries the record’s own grant are kept from them.
-- Said by the person, or by whoever arranges the panels of the item’s authority for somebody who told them.
CREATE FUNCTION panel.declare_interest(wanted uuid, who uuid, said text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
DECLARE
    one panel_item;
    written uuid;
BEGIN
    SELECT * INTO one FROM panel_item i WHERE i.id = wanted;
    IF one.id IS NULL OR one.about_id IS NULL OR gate.acting_user() IS NULL OR NOT one.grants && gate.held()
       OR NOT (gate.acting_user() = who OR gate.holds('authority:' || one.authority_id || ':panel')) THEN
        PERFORM gate.forbid('there is no such item');
    END IF;
    INSERT INTO panel_declaredinterest (id, authority_id, grants, version, recorded_at, salt, item_id, person_id, nature,
                                        declared_at)
    VALUES (gen_random_uuid(), one.authority_id,
            ARRAY['authority:' || one.authority_id || ':panel', 'papers:' || one.meeting_id, 'system:' || one.authority_id],
            1, statement_timestamp(), gen_random_uuid(), one.id, who, said, statement_timestamp())
    ON CONFLICT DO NOTHING RETURNING id INTO written;
    INSERT INTO access_interest (id, authority_id, grants, version, recorded_at, salt, about_kind, about_id,
                                 about_reference, user_id, declared_at, withdrawn_because)
    VALUES (gen_random_uuid(), one.authority_id,
            ARRAY['user:' || who, 'authority:' || one.authority_id || ':glass-review', 'system:' || one.authority_id],
            1, statement_timestamp(), gen_random_uuid(), one.about_kind, one.about_id, one.about_reference, who,
            statement_timestamp(), '')
    ON CONFLICT DO NOTHING;
    RETURN written;
END $$;

-- Those with a seat on the panel who may see nothing of an item, for an interest in what it is about that was declared here
-- or at an earlier meeting. Not withdrawn; or, once something was decided at it, as it stood then. For triggers.
CREATE FUNCTION panel.kept_out(wanted uuid, decided timestamptz) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT x.user_id), '{}') FROM panel_item i
      JOIN access_interest x ON x.about_kind = i.about_kind AND x.about_id = i.about_id
      JOIN panel_panelmeeting p ON p.id = i.meeting_id
     WHERE i.id = wanted AND x.declared_at <= coalesce(decided, 'infinity')
       AND (x.withdrawn_at IS NULL OR x.withdrawn_at > decided)
       AND EXISTS (SELECT FROM panel_seat s LEFT JOIN panel_deputy d ON d.seat_id = s.id
                    WHERE s.panel_id = p.panel_id AND x.user_id IN (s.holder_id, d.person_id))
$$;

-- The same for whoever sees the item.
CREATE FUNCTION panel.out_of(wanted uuid, decided timestamptz) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
    SELECT CASE WHEN EXISTS (SELECT FROM panel_item i WHERE i.id = wanted AND i.grants && gate.held())
                THEN panel.kept_out(wanted, decided) ELSE '{}' END
$$;

-- Is somebody invited to an item of this meeting? Only that, and only of whoever acts.
CREATE FUNCTION panel.invited(wanted uuid, who uuid, organisation bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
    SELECT gate.acting_user() = who AND EXISTS (
        SELECT FROM panel_invitee v JOIN panel_item i ON i.id = v.item_id AND i.withdrawn_at IS NULL
         WHERE i.meeting_id = wanted AND v.person_id = who AND v.organisation_id = organisation
           AND v.until_on >= (statement_timestamp() AT TIME ZONE 'Europe/London')::date)
$$;

-- An item of a shared panel belongs to one of the authorities that the panel serves. It comes before the meeting is over.
CREATE FUNCTION panel.item_fits() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM panel_panelmeeting p JOIN panel_panel n ON n.id = p.panel_id
                    WHERE p.id = NEW.meeting_id AND NEW.authority_id = ANY (n.covers)) THEN
        PERFORM gate.refuse('this panel does not serve the area of this item');
    END IF;
    IF NOT EXISTS (SELECT FROM panel_panelmeeting p JOIN meetings_meeting m ON m.id = p.meeting_id
                    WHERE p.id = NEW.meeting_id AND m.cancelled_at IS NULL AND m.ends_at > NEW.recorded_at) THEN
        PERFORM gate.refuse('this meeting is over or cancelled');
    END IF;
    IF NEW.about_id IS NOT NULL AND NOT ('record:' || NEW.about_id) = ANY (NEW.grants) THEN
        PERFORM gate.refuse('an item carries the grant of its record');
    END IF;
    RETURN NEW;
END $$;

SELECT panel.arranged(place) FROM unnest(ARRAY['panel_item', 'panel_paper', 'panel_invitee']) AS place;
REVOKE INSERT, UPDATE ON panel_declaredinterest FROM waymark_app;
CREATE POLICY panel_declaredinterest_kept ON panel_declaredinterest AS RESTRICTIVE FOR DELETE
    USING (gate.holds('system:' || authority_id));
CREATE POLICY panel_acceptance_kept ON panel_acceptance AS RESTRICTIVE FOR DELETE
    USING (gate.holds('system:' || authority_id));
CREATE TRIGGER panel_acceptance_signer BEFORE INSERT ON panel_acceptance
    FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('person_id');
CREATE TRIGGER panel_item_fits BEFORE INSERT ON panel_item FOR EACH ROW EXECUTE FUNCTION panel.item_fits();
CREATE TRIGGER panel_item_stays BEFORE UPDATE ON panel_item
    FOR EACH ROW EXECUTE FUNCTION panel.stays_but('place', 'withdrawn_at', 'grants', 'version');
CREATE TRIGGER panel_invitee_stays BEFORE UPDATE ON panel_invitee
    FOR EACH ROW EXECUTE FUNCTION panel.stays_but('until_on', 'grants', 'version');

GRANT CREATE ON SCHEMA panel TO waymark_guard;
ALTER FUNCTION panel.declare_interest(uuid, uuid, text) OWNER TO waymark_guard;
ALTER FUNCTION panel.invited(uuid, uuid, bigint) OWNER TO waymark_guard;
ALTER FUNCTION panel.item_fits() OWNER TO waymark_guard;
ALTER FUNCTION panel.kept_out(uuid, timestamptz) OWNER TO waymark_guard;
ALTER FUNCTION panel.out_of(uuid, timestamptz) OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA panel FROM waymark_guard;
REVOKE EXECUTE ON FUNCTION panel.declare_interest(uuid, uuid, text), panel.item_fits(), panel.invited(uuid, uuid, bigint),
    panel.kept_out(uuid, timestamptz), panel.out_of(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION panel.declare_interest(uuid, uuid, text), panel.invited(uuid, uuid, bigint),
    panel.out_of(uuid, timestamptz) TO waymark_app;
GRANT EXECUTE ON FUNCTION panel.kept_out(uuid, timestamptz) TO waymark_guard;
