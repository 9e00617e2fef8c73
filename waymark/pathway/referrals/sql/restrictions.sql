-- Who restricted a referral, to whom and why stays as it was written: it ends once, by whoever acts, and goes with it.
CREATE FUNCTION triage.restriction_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_user = 'waymark_guard' THEN
        RETURN OLD;
    END IF;
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - ARRAY['grants', 'version', 'ended_by_id', 'ended_at', 'ended_because']
       = to_jsonb(OLD) - ARRAY['grants', 'version', 'ended_by_id', 'ended_at', 'ended_because']
       AND (OLD.ended_at IS NULL OR (NEW.ended_at, NEW.ended_by_id, NEW.ended_because)
            IS NOT DISTINCT FROM (OLD.ended_at, OLD.ended_by_id, OLD.ended_because)) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% ends once, and is otherwise never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER referrals_restriction_stays BEFORE UPDATE OR DELETE ON referrals_restriction
    FOR EACH ROW EXECUTE FUNCTION triage.restriction_stays();
CREATE TRIGGER referrals_restriction_signer BEFORE INSERT ON referrals_restriction
    FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('restricted_by_id');
