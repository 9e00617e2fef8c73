-- What the pages refuse, the database refuses too: a plan signed by another than the lead professional, before the
-- panel adopted the case, or changed after it was signed.
CREATE SCHEMA support;
GRANT USAGE ON SCHEMA support TO waymark_app, waymark_guard;

CREATE FUNCTION support.plan_signed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM channel_case c WHERE c.id = NEW.case_id AND c.lead_id = NEW.approved_by_id) THEN
        PERFORM gate.refuse('the lead professional signs the plan');
    END IF;
    IF NOT EXISTS (SELECT FROM channel_caseevent e WHERE e.case_id = NEW.case_id AND e.kind = 'adopted'
                      AND e.on <= NEW.panel_on) THEN
        PERFORM gate.refuse('a plan is agreed by the panel that adopted the case');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER support_plan_signed BEFORE UPDATE OR DELETE ON support_plan
    FOR EACH ROW WHEN (OLD.approved_at IS NOT NULL) EXECUTE FUNCTION triage.stays_but_grants();
CREATE TRIGGER support_plan_signer BEFORE UPDATE ON support_plan
    FOR EACH ROW WHEN (OLD.approved_at IS NULL AND NEW.approved_at IS NOT NULL)
    EXECUTE FUNCTION triage.signs_as_actor('approved_by_id');
CREATE TRIGGER support_plan_whose BEFORE UPDATE ON support_plan
    FOR EACH ROW WHEN (OLD.approved_at IS NULL AND NEW.approved_at IS NOT NULL) EXECUTE FUNCTION support.plan_signed();
CREATE TRIGGER support_plan_draft BEFORE INSERT ON support_plan
    FOR EACH ROW WHEN (NEW.approved_at IS NOT NULL) EXECUTE FUNCTION support.plan_signed();
CREATE TRIGGER support_plan_draft_signer BEFORE INSERT ON support_plan
    FOR EACH ROW WHEN (NEW.approved_at IS NOT NULL) EXECUTE FUNCTION triage.signs_as_actor('approved_by_id');
CREATE TRIGGER support_need_explainer BEFORE UPDATE ON support_planneed
    FOR EACH ROW WHEN (NEW.explained_at IS DISTINCT FROM OLD.explained_at)
    EXECUTE FUNCTION triage.signs_as_actor('explained_by_id');

GRANT CREATE ON SCHEMA support TO waymark_guard;
ALTER FUNCTION support.plan_signed() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA support FROM waymark_guard;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA support FROM PUBLIC;
