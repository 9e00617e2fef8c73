-- What the pages refuse, the database refuses too: a section 36 referral without clear de-confliction and a written
-- assessment, a closure without a second person or with a question open, a change of what was signed.
CREATE SCHEMA police;
GRANT USAGE ON SCHEMA police TO waymark_app, waymark_guard;
GRANT SELECT ON assessment_policeassessment, assessment_deconfliction, assessment_writtenassessment,
    assessment_policedecision, assessment_closureapproval TO waymark_guard;

CREATE FUNCTION police.clear(assessment uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT coalesce((SELECT result = 'clear' FROM assessment_deconfliction WHERE assessment_id = assessment
                      ORDER BY signed_at DESC, recorded_at DESC LIMIT 1), false)
$$;

-- The outcome that leads to a state.
CREATE FUNCTION police.outcome(state text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE state WHEN 'referred' THEN 'refer' WHEN 'held' THEN 'hold' ELSE 'close' END $$;

CREATE FUNCTION police.may_move() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    decided assessment_policedecision;
    second assessment_closureapproval;
    about referrals_referral;
BEGIN
    IF NEW.state = OLD.state THEN
        RETURN NEW;
    END IF;
    IF OLD.state = 'deconfliction' AND NEW.state = 'assessing'
       AND NOT EXISTS (SELECT FROM assessment_deconfliction WHERE assessment_id = NEW.id) THEN
        PERFORM gate.refuse('no result of de-confliction is recorded');
    END IF;
    IF NEW.state NOT IN ('referred', 'closing', 'closed', 'held') THEN
        RETURN NEW;
    END IF;
    SELECT * INTO decided FROM assessment_policedecision WHERE id = NEW.decision_id AND assessment_id = NEW.id;
    IF decided.id IS NULL OR decided.outcome <> police.outcome(NEW.state) THEN
        PERFORM gate.refuse('an assessment moves on by a signed decision of that outcome');
    END IF;
    IF NEW.state = 'held' THEN
        RETURN NEW;
    END IF;
    SELECT * INTO about FROM referrals_referral WHERE id = NEW.referral_id;
    IF EXISTS (SELECT triage.earlier(about) EXCEPT
               SELECT unnest(covers) FROM referrals_takentogether WHERE referral_id = about.id) THEN
        PERFORM gate.refuse('nobody has said what the referrals tell, taken together');
    END IF;
    IF NEW.state = 'referred' THEN
        IF NOT police.clear(NEW.id) THEN
            PERFORM gate.refuse('the newest result of de-confliction is not clear');
        END IF;
        IF NOT EXISTS (SELECT FROM assessment_writtenassessment WHERE assessment_id = NEW.id) THEN
            PERFORM gate.refuse('no assessment is written');
        END IF;
        RETURN NEW;
    END IF;
    IF EXISTS (SELECT FROM referrals_concern WHERE referral_id = NEW.referral_id AND mark = '') THEN
        PERFORM gate.refuse('a concern is not marked');
    END IF;
    IF EXISTS (SELECT FROM referrals_informationrequest AS asked
                LEFT JOIN referrals_requestoverride AS let ON let.request_id = asked.id
               WHERE asked.referral_id = NEW.referral_id AND asked.state = 'open'
                 AND (let.id IS NULL OR let.overridden_by_id = decided.signed_by_id)) THEN
        PERFORM gate.refuse('a request for information is open');
    END IF;
    IF NEW.state = 'closed' THEN
        SELECT * INTO second FROM assessment_closureapproval WHERE decision_id = decided.id AND approved;
        IF second.id IS NULL OR second.signed_by_id = decided.signed_by_id THEN
            PERFORM gate.refuse('a second person has to approve this closure');
        END IF;
    END IF;
    RETURN NEW;
END $$;

-- The referral follows its assessment, and does not run ahead of it.
CREATE FUNCTION police.referral_follows() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE stands text;
BEGIN
    SELECT state INTO stands FROM assessment_policeassessment
     WHERE referral_id = NEW.id ORDER BY started_at DESC LIMIT 1;
    IF stands IS DISTINCT FROM
       (CASE NEW.state WHEN 'section_36' THEN 'referred' WHEN 'police_led' THEN 'held' ELSE 'closed' END) THEN
        PERFORM gate.refuse('a referral leaves police assessment by what the police signed');
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION police.approves_anothers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM assessment_policedecision WHERE id = NEW.decision_id AND signed_by_id = NEW.signed_by_id) THEN
        PERFORM gate.refuse('nobody approves their own proposal');
    END IF;
    RETURN NEW;
END $$;

-- The police sign what comes of their assessment. The council signs one thing there: that it refers to the panel itself.
CREATE FUNCTION police.signs_for_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT gate.held() @> ARRAY[format('authority:%s:police', NEW.authority_id)] AND NEW.referred_by <> 'authority' THEN
        PERFORM gate.refuse('the police sign what comes of their assessment');
    END IF;
    RETURN NEW;
END $$;

-- Nothing is written into an assessment that is over.
CREATE FUNCTION police.still_open() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM assessment_policeassessment WHERE id = NEW.assessment_id AND ended_at IS NOT NULL) THEN
        PERFORM gate.refuse('the assessment is over');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER assessment_evidence BEFORE UPDATE ON assessment_policeassessment
    FOR EACH ROW EXECUTE FUNCTION police.may_move();
CREATE TRIGGER referrals_referral_police BEFORE UPDATE ON referrals_referral
    FOR EACH ROW WHEN (NEW.state <> OLD.state AND NEW.state IN ('section_36', 'police_led', 'police_closed'))
    EXECUTE FUNCTION police.referral_follows();
CREATE TRIGGER assessment_policedecision_own BEFORE INSERT ON assessment_policedecision
    FOR EACH ROW EXECUTE FUNCTION police.signs_for_own();
CREATE TRIGGER assessment_closureapproval_another BEFORE INSERT ON assessment_closureapproval
    FOR EACH ROW EXECUTE FUNCTION police.approves_anothers();
DO $$
DECLARE signed text;
BEGIN
    FOREACH signed IN ARRAY ARRAY['deconfliction', 'writtenassessment', 'policedecision', 'closureapproval'] LOOP
        EXECUTE format('CREATE TRIGGER assessment_%s_signed BEFORE UPDATE OR DELETE ON assessment_%s '
                       'FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants()', signed, signed);
        EXECUTE format('CREATE TRIGGER assessment_%s_signer BEFORE INSERT ON assessment_%s '
                       'FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor(''signed_by_id'')', signed, signed);
    END LOOP;
    FOREACH signed IN ARRAY ARRAY['deconfliction', 'writtenassessment', 'policedecision'] LOOP
        EXECUTE format('CREATE TRIGGER assessment_%s_open BEFORE INSERT ON assessment_%s '
                       'FOR EACH ROW EXECUTE FUNCTION police.still_open()', signed, signed);
    END LOOP;
END $$;

-- A framework once loaded stays as it was: assessments were written in its words.
REVOKE UPDATE, DELETE ON assessment_framework FROM waymark_app;

GRANT CREATE ON SCHEMA police TO waymark_guard;
ALTER FUNCTION police.clear(uuid) OWNER TO waymark_guard;
ALTER FUNCTION police.may_move() OWNER TO waymark_guard;
ALTER FUNCTION police.referral_follows() OWNER TO waymark_guard;
ALTER FUNCTION police.approves_anothers() OWNER TO waymark_guard;
ALTER FUNCTION police.still_open() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA police FROM waymark_guard;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA police FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA police TO waymark_guard;
