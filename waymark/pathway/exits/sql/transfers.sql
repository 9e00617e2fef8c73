-- A case is transferred by an answer of the receiver, and one that stands on no section 36 referral of ours was handed over.
GRANT SELECT ON exits_transfer, exits_transferanswer, exits_arrival TO waymark_guard;

CREATE FUNCTION exits.may_transfer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM exits_transfer t JOIN exits_transferanswer a ON a.transfer_id = t.id
                    WHERE t.case_id = NEW.id AND a.outcome = 'accepted') THEN
        PERFORM gate.refuse('a case is transferred when the receiver has accepted it');
    END IF;
    RETURN NEW;
END $$;

-- Accepted or returned by whoever may see what arrived; taken back by whoever sees the case. The last word is one.
CREATE FUNCTION exits.answers_rightly() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.outcome <> 'taken_back' AND NOT EXISTS (
        SELECT FROM exits_transfer t JOIN exits_arrival r ON r.id = t.arrival_key
         WHERE t.id = NEW.transfer_id AND gate.holds('authority:' || r.authority_id || ':channel')) THEN
        PERFORM gate.refuse('a transfer is answered by the authority that it was sent to');
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION exits.is_taken_over() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM channel_case c WHERE c.id = NEW.id AND c.section_36_id IS NULL
                  AND NOT EXISTS (SELECT FROM exits_arrival r WHERE r.case_id = c.id)) THEN
        PERFORM gate.refuse('a case stands on a section 36 referral, or was handed over by another authority');
    END IF;
    RETURN NULL;
END $$;

-- What arrived stays as it came: it is accepted, once, and otherwise goes.
CREATE FUNCTION exits.arrival_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE kept text[] := ARRAY['grants', 'version', 'case_id', 'accepted_by_id', 'accepted_at'];
BEGIN
    IF OLD.case_id IS NOT NULL THEN
        kept := ARRAY['grants', 'version'];
    END IF;
    IF to_jsonb(NEW) - kept <> to_jsonb(OLD) - kept THEN
        PERFORM gate.refuse('what was handed over stays as it came');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER channel_case_transfer BEFORE UPDATE OF state ON channel_case
    FOR EACH ROW WHEN (NEW.state <> OLD.state AND NEW.state = 'transferred') EXECUTE FUNCTION exits.may_transfer();
CREATE CONSTRAINT TRIGGER channel_case_taken_over AFTER INSERT OR UPDATE OF section_36_id ON channel_case
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.section_36_id IS NULL) EXECUTE FUNCTION exits.is_taken_over();
CREATE TRIGGER exits_arrival_stays BEFORE UPDATE ON exits_arrival
    FOR EACH ROW EXECUTE FUNCTION exits.arrival_stays();
CREATE TRIGGER exits_transferanswer_rightly BEFORE INSERT ON exits_transferanswer
    FOR EACH ROW EXECUTE FUNCTION exits.answers_rightly();
DO $$
DECLARE part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['transfer', 'transferanswer'] LOOP
        EXECUTE format('CREATE TRIGGER exits_%s_signed BEFORE UPDATE OR DELETE ON exits_%s '
                       'FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants()', part, part);
        EXECUTE format('CREATE TRIGGER exits_%s_signer BEFORE INSERT ON exits_%s '
                       'FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor(''signed_by_id'')', part, part);
    END LOOP;
END $$;

GRANT CREATE ON SCHEMA exits TO waymark_guard;
ALTER FUNCTION exits.may_transfer() OWNER TO waymark_guard;
ALTER FUNCTION exits.answers_rightly() OWNER TO waymark_guard;
ALTER FUNCTION exits.is_taken_over() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA exits FROM waymark_guard;
REVOKE EXECUTE ON FUNCTION exits.may_transfer(), exits.answers_rightly(), exits.is_taken_over(), exits.arrival_stays()
    FROM PUBLIC;
