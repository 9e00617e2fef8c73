-- What the pages refuse, the database refuses too: money asked for or decided in another’s name, changed afterwards, for
-- what nobody does, or shown to others than those who work on the case.
CREATE FUNCTION support.fund_of_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM support_supportaction a JOIN support_plan p ON p.id = a.plan_id
                     JOIN channel_case c ON c.id = p.case_id
                    WHERE a.id = NEW.action_id AND c.authority_id = NEW.authority_id
                      AND a.state NOT IN ('declined', 'cancelled')
                      AND c.grants @> NEW.grants AND c.grants <@ NEW.grants) THEN
        PERFORM gate.refuse('money is asked for what somebody does, and the request carries what the case does');
    END IF;
    IF NEW.asked_on > (statement_timestamp() AT TIME ZONE 'Europe/London')::date OR NEW.decision <> '' THEN
        PERFORM gate.refuse('money is asked for before it is decided, and before it is written down');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER support_fundrequest_of_case BEFORE INSERT ON support_fundrequest
    FOR EACH ROW EXECUTE FUNCTION support.fund_of_case();
CREATE TRIGGER support_fundrequest_signer BEFORE INSERT ON support_fundrequest
    FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('asked_by_id');
CREATE TRIGGER support_fundrequest_decider BEFORE UPDATE ON support_fundrequest
    FOR EACH ROW WHEN (OLD.decision = '' AND NEW.decision <> '') EXECUTE FUNCTION triage.signs_as_actor('decision_by_id');
CREATE TRIGGER support_fundrequest_decided BEFORE UPDATE OR DELETE ON support_fundrequest
    FOR EACH ROW WHEN (OLD.decision <> '') EXECUTE FUNCTION triage.stays_but_grants();
CREATE TRIGGER support_fundrequest_stays BEFORE UPDATE ON support_fundrequest
    FOR EACH ROW EXECUTE FUNCTION panel.stays_but('grants', 'version', 'decision', 'decided_on', 'decided_by', 'granted',
                                                  'decision_by_id', 'decision_at');
CREATE TRIGGER support_fundrequest_carried BEFORE UPDATE ON support_fundrequest
    FOR EACH ROW WHEN (NEW.grants <> OLD.grants) EXECUTE FUNCTION support.grants_stay();

GRANT CREATE ON SCHEMA support TO waymark_guard;
ALTER FUNCTION support.fund_of_case() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA support FROM waymark_guard;
REVOKE EXECUTE ON FUNCTION support.fund_of_case() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION support.fund_of_case() TO waymark_guard;
