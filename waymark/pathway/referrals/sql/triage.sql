-- What the pages refuse, the database refuses too: closing without evidence, approving one’s own proposal,
-- changing what was said. The functions see every row (they belong to waymark_guard), so that a wall of row
-- security cannot hide an open request from them.
CREATE SCHEMA triage;
GRANT USAGE ON SCHEMA triage TO waymark_app, waymark_guard;

-- The tables a closing is judged by. UPDATE on one harmless column is what a shared row lock needs.
GRANT SELECT ON referrals_referral, referrals_concern, referrals_informationrequest, referrals_requestoverride,
    referrals_decision, referrals_approval, referrals_told, referrals_takentogether,
    referrals_redirect, referrals_duty,
    people_personlink, people_match TO waymark_guard;
GRANT UPDATE (version) ON referrals_referral TO waymark_guard;

CREATE FUNCTION triage.is_closed(state text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$ SELECT state IN ('redirected', 'advice', 'no_further_action', 'mistaken', 'police_closed', 'channel_ended') $$;

-- The state that a signed outcome leads to.
CREATE FUNCTION triage.leads_to(outcome text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE outcome WHEN 'to-police' THEN 'police_assessment' WHEN 'redirect' THEN 'redirected'
        WHEN 'advise' THEN 'advice' WHEN 'close' THEN 'no_further_action' WHEN 'unfounded' THEN 'mistaken' END
$$;

-- All records of the person a referral is about: those that somebody has linked, however many links away.
CREATE FUNCTION triage.same_people(somebody uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH RECURSIVE same (id) AS (
        SELECT somebody
        UNION
        SELECT CASE WHEN link.person_id = same.id THEN link.other_id ELSE link.person_id END
          FROM same JOIN people_personlink AS link ON same.id IN (link.person_id, link.other_id)
         WHERE link.undone_at IS NULL
    ) SELECT id FROM same
$$;

CREATE FUNCTION triage.earlier(referral referrals_referral) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT other.id FROM referrals_referral AS other
     WHERE other.person_id IN (SELECT triage.same_people(referral.person_id))
       AND other.id <> referral.id AND other.received_at <= referral.received_at AND other.sealed_at IS NULL
$$;

-- Is there an answer about the person (and a child’s parent), and has none of those in force run out?
CREATE FUNCTION triage.told(referral referrals_referral) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH newest AS (
        SELECT DISTINCT ON (hearer) hearer, told_on, answered_by_id, decide_again_on FROM referrals_told
         WHERE referral_id = referral.id ORDER BY hearer, recorded_at DESC
    ), answers AS (
        -- That they were told is a fact, whoever says so; “not yet” is the council’s to decide.
        SELECT * FROM newest WHERE told_on IS NOT NULL OR answered_by_id IS NOT NULL
    )
    SELECT EXISTS (SELECT FROM answers WHERE hearer = 'person')
       AND (referral.under_18 IS NOT TRUE OR EXISTS (SELECT FROM answers WHERE hearer = 'parent'))
       AND NOT EXISTS (SELECT FROM answers WHERE decide_again_on < (now() AT TIME ZONE 'Europe/London')::date)
$$;

CREATE FUNCTION triage.may_decide() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    decided referrals_decision;
    second referrals_approval;
BEGIN
    -- What came of police assessment is judged where the police sign it (police.may_move), the end of a Channel case by
    -- the case (exits.referral_ends).
    IF NEW.state = OLD.state OR NEW.state IN ('police_closed', 'channel_ended') OR OLD.state = 'police_led'
       OR NOT (triage.is_closed(NEW.state) OR NEW.state = 'police_assessment') THEN
        RETURN NEW;
    END IF;
    SELECT * INTO decided FROM referrals_decision WHERE id = NEW.decision_id AND referral_id = NEW.id;
    IF decided.id IS NULL OR triage.leads_to(decided.outcome) <> NEW.state
       OR decided.signed_at < coalesce(NEW.reopened_at, '-infinity') THEN
        PERFORM gate.refuse('a referral moves on by a signed decision of that outcome');
    END IF;
    IF EXISTS (SELECT FROM people_match WHERE person_id = NEW.person_id AND answer = '') THEN
        PERFORM gate.refuse('a possible match is not answered');
    END IF;
    IF EXISTS (SELECT triage.earlier(NEW) EXCEPT
               SELECT unnest(covers) FROM referrals_takentogether WHERE referral_id = NEW.id) THEN
        PERFORM gate.refuse('nobody has said what the referrals tell, taken together');
    END IF;
    IF NOT triage.told(NEW) THEN
        PERFORM gate.refuse('nobody has answered whether the person was told');
    END IF;
    IF NEW.state = 'police_assessment' THEN
        RETURN NEW;
    END IF;
    IF EXISTS (SELECT FROM referrals_concern WHERE referral_id = NEW.id AND mark = '') THEN
        PERFORM gate.refuse('a concern is not marked');
    END IF;
    IF EXISTS (SELECT FROM referrals_informationrequest AS asked
                LEFT JOIN referrals_requestoverride AS let ON let.request_id = asked.id
               WHERE asked.referral_id = NEW.id AND asked.state = 'open'
                 AND (let.id IS NULL OR let.overridden_by_id = decided.signed_by_id)) THEN
        PERFORM gate.refuse('a request for information is open');
    END IF;
    IF (NEW.under_18 IS TRUE OR NEW.lives_with_child = 'yes')
       AND NOT EXISTS (SELECT FROM referrals_duty WHERE referral_id = NEW.id AND service = 'children') THEN
        PERFORM gate.refuse('nobody has answered whether children’s social care was told');
    END IF;
    IF NEW.state = 'redirected'
       AND NOT EXISTS (SELECT FROM referrals_redirect WHERE referral_id = NEW.id AND state <> 'not_accepted') THEN
        PERFORM gate.refuse('no service was asked to take the matter on');
    END IF;
    IF triage.needs_second(NEW, decided) THEN
        SELECT * INTO second FROM referrals_approval WHERE decision_id = decided.id AND approved;
        IF second.id IS NULL OR second.approved_by_id = decided.signed_by_id THEN
            PERFORM gate.refuse('a second person has to approve this closure');
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION triage.needs_second(referral referrals_referral, decided referrals_decision) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT decided.needs_second
        OR (coalesce(referral.under_18, true)
            AND EXISTS (SELECT FROM referrals_concern WHERE referral_id = referral.id AND violence))
        OR EXISTS (SELECT triage.earlier(referral))
        OR EXISTS (SELECT FROM referrals_informationrequest AS asked
                     JOIN referrals_requestoverride AS let ON let.request_id = asked.id
                    WHERE asked.referral_id = referral.id AND asked.state = 'open')
$$;

-- Nothing unanswered is added to a closed referral behind its back. The shared lock waits for a closing under way.
CREATE FUNCTION triage.still_open() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE stands text;
BEGIN
    SELECT state INTO stands FROM referrals_referral WHERE id = NEW.referral_id FOR SHARE;
    IF triage.is_closed(stands) THEN
        PERFORM gate.refuse('the referral is closed');
    END IF;
    RETURN NEW;
END $$;

-- Whoever signs is whoever acts: nobody signs in another’s name.
CREATE FUNCTION triage.signs_as_actor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF 'user:' || (to_jsonb(NEW) ->> TG_ARGV[0]) <> coalesce(current_setting('waymark.actor', true), '') THEN
        PERFORM gate.refuse('a signature is by whoever acts');
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION triage.approves_anothers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM referrals_decision WHERE id = NEW.decision_id AND signed_by_id = NEW.approved_by_id) THEN
        PERFORM gate.refuse('nobody approves their own proposal');
    END IF;
    RETURN NEW;
END $$;

-- What is signed stays. Only who may see it can change: sealing cuts the grants.
CREATE FUNCTION triage.stays_but_grants() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'grants' - 'version' = to_jsonb(OLD) - 'grants' - 'version' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is never changed or deleted; write a correction', TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

-- Words as they were said stay as they were said.
CREATE FUNCTION triage.words_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.words, NEW.standing, NEW.source, NEW.referral_id, NEW.happened_on,
        NEW.happened_precision)
       IS DISTINCT FROM (OLD.words, OLD.standing, OLD.source, OLD.referral_id, OLD.happened_on,
        OLD.happened_precision) THEN
        PERFORM gate.refuse('a concern stays as it was worded');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER referrals_referral_evidence BEFORE UPDATE ON referrals_referral
    FOR EACH ROW EXECUTE FUNCTION triage.may_decide();
CREATE TRIGGER referrals_decision_signed BEFORE UPDATE OR DELETE ON referrals_decision
    FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();
CREATE TRIGGER referrals_approval_signed BEFORE UPDATE OR DELETE ON referrals_approval
    FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();
CREATE TRIGGER referrals_requestoverride_signed BEFORE UPDATE OR DELETE ON referrals_requestoverride
    FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();
CREATE TRIGGER referrals_told_signed BEFORE UPDATE OR DELETE ON referrals_told
    FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();
CREATE TRIGGER referrals_duty_signed BEFORE UPDATE OR DELETE ON referrals_duty
    FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();
CREATE TRIGGER referrals_takentogether_signed BEFORE UPDATE OR DELETE ON referrals_takentogether
    FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();
CREATE TRIGGER referrals_resumption_signed BEFORE UPDATE OR DELETE ON referrals_resumption
    FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();
CREATE TRIGGER referrals_resumption_signer BEFORE INSERT ON referrals_resumption
    FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');
CREATE TRIGGER referrals_concern_words BEFORE UPDATE ON referrals_concern
    FOR EACH ROW EXECUTE FUNCTION triage.words_stay();
CREATE TRIGGER referrals_concern_open BEFORE INSERT OR UPDATE OF mark, violence ON referrals_concern
    FOR EACH ROW EXECUTE FUNCTION triage.still_open();
CREATE TRIGGER referrals_informationrequest_open BEFORE INSERT ON referrals_informationrequest
    FOR EACH ROW EXECUTE FUNCTION triage.still_open();
CREATE TRIGGER referrals_informationrequest_reopened BEFORE UPDATE OF state ON referrals_informationrequest
    FOR EACH ROW WHEN (NEW.state = 'open') EXECUTE FUNCTION triage.still_open();
CREATE TRIGGER referrals_decision_open BEFORE INSERT ON referrals_decision
    FOR EACH ROW WHEN (NEW.corrects_id IS NULL) EXECUTE FUNCTION triage.still_open();
CREATE TRIGGER referrals_decision_signer BEFORE INSERT ON referrals_decision
    FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');
CREATE TRIGGER referrals_approval_signer BEFORE INSERT ON referrals_approval
    FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('approved_by_id');
CREATE TRIGGER referrals_approval_another BEFORE INSERT ON referrals_approval
    FOR EACH ROW EXECUTE FUNCTION triage.approves_anothers();
CREATE TRIGGER referrals_override_signer BEFORE INSERT ON referrals_requestoverride
    FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('overridden_by_id');
CREATE TRIGGER referrals_together_signer BEFORE INSERT ON referrals_takentogether
    FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('answered_by_id');

GRANT CREATE ON SCHEMA triage TO waymark_guard;
ALTER FUNCTION triage.same_people(uuid) OWNER TO waymark_guard;
ALTER FUNCTION triage.earlier(referrals_referral) OWNER TO waymark_guard;
ALTER FUNCTION triage.told(referrals_referral) OWNER TO waymark_guard;
ALTER FUNCTION triage.may_decide() OWNER TO waymark_guard;
ALTER FUNCTION triage.needs_second(referrals_referral, referrals_decision) OWNER TO waymark_guard;
ALTER FUNCTION triage.still_open() OWNER TO waymark_guard;
ALTER FUNCTION triage.approves_anothers() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA triage FROM waymark_guard;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA triage FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA triage TO waymark_guard;
-- Triggers run without this; what looks behind the walls is nobody’s to call.
GRANT EXECUTE ON FUNCTION triage.is_closed(text), triage.leads_to(text) TO waymark_app;
