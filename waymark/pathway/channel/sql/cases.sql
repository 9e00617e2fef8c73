-- What the pages refuse, the database refuses too: a case without a section 36 referral, a section 36 referral without
-- a case, a change of what has happened.
CREATE SCHEMA channel;
GRANT USAGE ON SCHEMA channel TO waymark_app, waymark_guard;
GRANT SELECT ON channel_case, channel_caseevent TO waymark_guard;

-- Does the panel have a case in this state? As `states.WITH_PANEL` has it; a test compares them.
CREATE FUNCTION channel.with_panel(state text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
    SELECT state NOT IN ('not_adopted', 'closed', 'police_led', 'ended_before_panel', 'transferred')
$$;

-- A case stands on a signed section 36 referral of its own referral, which no other decision has replaced.
CREATE FUNCTION channel.stands_on_section_36() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- One taken over from another authority stands on what was handed over (exits.is_taken_over).
    IF NEW.section_36_id IS NULL AND (TG_OP = 'INSERT' OR OLD.section_36_id IS NULL) THEN
        RETURN NEW;
    END IF;
    IF NOT EXISTS (SELECT FROM assessment_policedecision d JOIN assessment_policeassessment a ON a.id = d.assessment_id
                    WHERE d.id = NEW.section_36_id AND d.outcome = 'refer' AND a.referral_id = NEW.referral_id
                      AND (NOT channel.with_panel(NEW.state) OR (a.decision_id = d.id AND a.state = 'referred'))) THEN
        PERFORM gate.refuse('a case stands on a section 36 referral that is in force');
    END IF;
    RETURN NEW;
END $$;

-- Nobody is referred under section 36 without a case, and what the police keep is not before the panel.
CREATE FUNCTION channel.referral_has_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE stands text;
BEGIN
    SELECT state INTO stands FROM channel_case WHERE referral_id = NEW.id;
    IF (NEW.state IN ('section_36', 'taken_over')) <> coalesce(channel.with_panel(stands), false) THEN
        PERFORM gate.refuse('a referral under section 36 has an open Channel case, and no other has');
    END IF;
    RETURN NEW;
END $$;

-- The same from the side of the case, at the end of the deed: none is kept with the police, ended or given to the panel
-- while its referral stands elsewhere.
CREATE FUNCTION channel.case_has_referral() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM channel_case c JOIN referrals_referral r ON r.id = c.referral_id WHERE c.id = NEW.id
                  AND (r.state IN ('section_36', 'taken_over')) <> channel.with_panel(c.state)) THEN
        PERFORM gate.refuse('a case stands where its referral does');
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER channel_case_section_36 BEFORE INSERT OR UPDATE OF state, section_36_id, referral_id ON channel_case
    FOR EACH ROW EXECUTE FUNCTION channel.stands_on_section_36();
CREATE TRIGGER referrals_referral_with_case BEFORE UPDATE ON referrals_referral
    FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION channel.referral_has_case();
CREATE CONSTRAINT TRIGGER channel_case_with_referral AFTER INSERT OR UPDATE OF state ON channel_case
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION channel.case_has_referral();
CREATE TRIGGER channel_caseevent_signed BEFORE UPDATE OR DELETE ON channel_caseevent
    FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();
CREATE TRIGGER channel_caseevent_signer BEFORE INSERT ON channel_caseevent
    FOR EACH ROW WHEN (NEW.entered_by_id IS NOT NULL) EXECUTE FUNCTION triage.signs_as_actor('entered_by_id');

GRANT CREATE ON SCHEMA channel TO waymark_guard;
ALTER FUNCTION channel.stands_on_section_36() OWNER TO waymark_guard;
ALTER FUNCTION channel.referral_has_case() OWNER TO waymark_guard;
ALTER FUNCTION channel.case_has_referral() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA channel FROM waymark_guard;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA channel FROM PUBLIC;
GRANT EXECUTE ON FUNCTION channel.with_panel(text) TO waymark_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA channel TO waymark_guard;
