-- What the pages refuse, the database refuses too: a risk that others see than those of its case and the one who answers
-- for it, taken on in another’s name, changed in what it says, or closed without a reason.
GRANT SELECT ON support_risk, support_riskentry TO waymark_guard;

CREATE FUNCTION support.risk_of_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM channel_case c WHERE c.id = NEW.case_id AND c.authority_id = NEW.authority_id
                      AND channel.with_panel(c.state) AND NEW.grants @> c.grants AND NEW.grants <@ (c.grants ||
                          format('organisation:%s:support:%s', NEW.organisation_id, NEW.person_id))) THEN
        PERFORM gate.refuse('a risk carries what its case does, and a grant of the one who answers for it');
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION support.under_risk() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM support_risk k WHERE k.id = NEW.risk_id AND k.authority_id = NEW.authority_id
                      AND k.grants @> NEW.grants AND k.grants <@ NEW.grants) THEN
        PERFORM gate.refuse('what is written of a risk carries what the risk does');
    END IF;
    RETURN NEW;
END $$;

-- At the end of the deed: a risk is closed as often as it was closed with a reason, less the times it was opened again.
CREATE FUNCTION support.risk_tells() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (SELECT count(*) FILTER (WHERE e.kind = 'closed') - count(*) FILTER (WHERE e.kind = 'reopened')
          FROM support_riskentry e WHERE e.risk_id = NEW.id)
       <> (SELECT count(*) FROM support_risk k WHERE k.id = NEW.id AND k.state = 'closed') THEN
        PERFORM gate.refuse('a risk is closed, and opened again, with a reason');
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER support_risk_of_case BEFORE INSERT ON support_risk
    FOR EACH ROW EXECUTE FUNCTION support.risk_of_case();
CREATE TRIGGER support_risk_signer BEFORE INSERT ON support_risk
    FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('raised_by_id');
CREATE TRIGGER support_risk_taken_on BEFORE UPDATE ON support_risk
    FOR EACH ROW WHEN (OLD.state = 'asked' AND NEW.state = 'owned') EXECUTE FUNCTION triage.signs_as_actor('person_id');
CREATE TRIGGER support_risk_stays BEFORE UPDATE ON support_risk
    FOR EACH ROW EXECUTE FUNCTION panel.stays_but('grants', 'version', 'state', 'done_about', 'person_id',
                                                  'organisation_id', 'review_on');
CREATE TRIGGER support_risk_seen BEFORE UPDATE ON support_risk
    FOR EACH ROW WHEN (NEW.grants <> OLD.grants) EXECUTE FUNCTION support.grants_stay();
CREATE CONSTRAINT TRIGGER support_risk_tells AFTER UPDATE ON support_risk DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION support.risk_tells();
CREATE TRIGGER support_riskentry_under BEFORE INSERT ON support_riskentry
    FOR EACH ROW EXECUTE FUNCTION support.under_risk();
CREATE TRIGGER support_riskentry_signer BEFORE INSERT ON support_riskentry
    FOR EACH ROW WHEN (NEW.kind <> 'let_go') EXECUTE FUNCTION triage.signs_as_actor('written_by_id');
CREATE TRIGGER support_riskentry_signed BEFORE UPDATE OR DELETE ON support_riskentry
    FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();
CREATE TRIGGER support_riskentry_seen BEFORE UPDATE ON support_riskentry
    FOR EACH ROW WHEN (NEW.grants <> OLD.grants) EXECUTE FUNCTION support.grants_stay();

GRANT CREATE ON SCHEMA support TO waymark_guard;
ALTER FUNCTION support.risk_of_case() OWNER TO waymark_guard;
ALTER FUNCTION support.under_risk() OWNER TO waymark_guard;
ALTER FUNCTION support.risk_tells() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA support FROM waymark_guard;
REVOKE EXECUTE ON FUNCTION support.risk_of_case(), support.under_risk(), support.risk_tells() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION support.risk_of_case(), support.under_risk(), support.risk_tells() TO waymark_guard;
