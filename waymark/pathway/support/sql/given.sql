-- What the pages refuse, the database refuses too: support without a consent that covers it, an answer in another’s
-- name, a change of what somebody was asked, and a person who is asked and gives the record to others.
GRANT SELECT ON support_plan, support_supportaction TO waymark_guard;

-- Section 36(4)(b) and (5): an approved plan, a case that is supported, a consent that covers this kind on that day.
CREATE FUNCTION support.may_start() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    stands channel_case;
BEGIN
    SELECT c.* INTO stands FROM support_plan p JOIN channel_case c ON c.id = p.case_id
     WHERE p.id = NEW.plan_id AND p.approved_at IS NOT NULL;
    IF stands.id IS NULL THEN
        PERFORM gate.refuse('support begins when its plan is approved');
    END IF;
    IF stands.state <> 'active' THEN
        PERFORM gate.refuse('support begins in a case that is supported');
    END IF;
    IF NEW.started_on > (statement_timestamp() AT TIME ZONE 'Europe/London')::date
       OR NOT consent.covers(stands.id, NEW.started_on, NEW.kind) THEN
        PERFORM gate.refuse('no support without a consent that covers it');
    END IF;
    RETURN NEW;
END $$;

-- At the end of the deed that moves a case on: nothing is under way in it that may not be.
CREATE FUNCTION support.stops_with_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM channel_case c JOIN support_plan p ON p.case_id = c.id
                 JOIN support_supportaction a ON a.plan_id = p.id AND a.state = 'under_way'
                WHERE c.id = NEW.id AND c.state NOT IN ('active', 'ending')) THEN
        PERFORM gate.refuse('support stops with its case');
    END IF;
    RETURN NULL;
END $$;

-- Who sees a row is decided by the steps of the system, never by whoever was asked.
CREATE FUNCTION support.grants_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT gate.holds('system:' || NEW.authority_id) THEN
        PERFORM gate.refuse('who sees this is not theirs to change');
    END IF;
    RETURN NEW;
END $$;

-- What is written under an action carries what the action does.
CREATE FUNCTION support.under_action() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM support_supportaction a WHERE a.id = NEW.action_id AND a.authority_id = NEW.authority_id
                      AND a.grants @> NEW.grants AND a.grants <@ NEW.grants) THEN
        PERFORM gate.refuse('what is written of an action carries what the action does');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER support_supportaction_starts BEFORE UPDATE ON support_supportaction
    FOR EACH ROW WHEN (NEW.state = 'under_way' AND (OLD.state <> 'under_way' OR NEW.started_on <> OLD.started_on))
    EXECUTE FUNCTION support.may_start();
CREATE TRIGGER support_supportaction_answered BEFORE UPDATE ON support_supportaction
    FOR EACH ROW WHEN (OLD.state = 'asked' AND NEW.state IN ('accepted', 'declined'))
    EXECUTE FUNCTION triage.signs_as_actor('person_id');
CREATE TRIGGER support_supportaction_stays BEFORE UPDATE ON support_supportaction
    FOR EACH ROW EXECUTE FUNCTION panel.stays_but('grants', 'version', 'state', 'answered_at', 'started_on', 'stopped_by',
                                                  'stopped_at', 'because', 'ended_at');
CREATE TRIGGER support_supportaction_seen BEFORE UPDATE ON support_supportaction
    FOR EACH ROW WHEN (NEW.grants <> OLD.grants) EXECUTE FUNCTION support.grants_stay();
CREATE CONSTRAINT TRIGGER support_stops_with_case AFTER UPDATE ON channel_case DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION support.stops_with_case();
CREATE TRIGGER support_update_signer BEFORE INSERT ON support_update
    FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('written_by_id');
CREATE TRIGGER support_update_signed BEFORE UPDATE OR DELETE ON support_update
    FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();
CREATE TRIGGER support_update_under BEFORE INSERT ON support_update
    FOR EACH ROW EXECUTE FUNCTION support.under_action();
CREATE TRIGGER support_update_seen BEFORE UPDATE ON support_update
    FOR EACH ROW WHEN (NEW.grants <> OLD.grants) EXECUTE FUNCTION support.grants_stay();

GRANT CREATE ON SCHEMA support TO waymark_guard;
ALTER FUNCTION support.may_start() OWNER TO waymark_guard;
ALTER FUNCTION support.stops_with_case() OWNER TO waymark_guard;
ALTER FUNCTION support.under_action() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA support FROM waymark_guard;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA support FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA support TO waymark_guard;
