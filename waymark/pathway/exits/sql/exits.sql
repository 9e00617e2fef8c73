-- What the pages refuse, the database refuses too: an end of support that nobody else signed or that rests on nothing new,
-- an end without its two reviews, a review that goes or moves, a case that closes without having been looked back on.
CREATE SCHEMA exits;
GRANT USAGE ON SCHEMA exits TO waymark_app, waymark_guard;
GRANT SELECT ON exits_closingreport, exits_signoff, exits_review, exits_lookback, exits_pause, exits_goingon,
    exits_investigation, places_authority TO waymark_guard;

-- The newest end of support of a case.
CREATE FUNCTION exits.newest(wanted uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.id FROM exits_signoff s JOIN exits_closingreport r ON r.id = s.report_id
     WHERE r.case_id = wanted AND s.signed ORDER BY s.signed_at DESC, s.recorded_at DESC LIMIT 1
$$;

-- Was a review of that kind signed with that decision, after the newest end of support?
CREATE FUNCTION exits.looked_back(wanted uuid, of_kind text, decided text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM exits_review v JOIN exits_lookback b ON b.review_id = v.id
                    WHERE v.exit_id = exits.newest(wanted) AND v.kind = of_kind AND b.decision = decided)
$$;

CREATE FUNCTION exits.paused(wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM exits_pause p WHERE p.case_id = wanted
                      AND NOT EXISTS (SELECT FROM exits_goingon g WHERE g.pause_id = p.id))
$$;

-- In Scotland a panel adopts beside an investigation only when all three is so: the person knows of it, there was
-- executive action or an arrest, and panel and senior investigating officer agree (PMAP duty guidance, October 2025).
CREATE FUNCTION exits.lacks_a_test(wanted uuid, authority bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM places_authority a WHERE a.id = authority AND a.nation = 'scotland')
       AND coalesce((SELECT num_nulls(i.notified_on, i.acted_on, i.agreed_on) > 0 FROM exits_investigation i
                      WHERE i.case_id = wanted ORDER BY i.signed_at DESC, i.recorded_at DESC LIMIT 1), false)
$$;

CREATE FUNCTION exits.may_move() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE kind text := CASE OLD.state WHEN 'after_exit' THEN 'six' WHEN 'after_six_months' THEN 'twelve' ELSE 'longer' END;
BEGIN
    IF NEW.state = 'consent_pending' AND exits.lacks_a_test(NEW.id, NEW.authority_id) THEN
        PERFORM gate.refuse('in Scotland a panel adopts beside an investigation only when the three tests are met');
    ELSIF NEW.state = 'after_exit' AND NOT EXISTS (
        SELECT FROM exits_signoff s WHERE s.id = exits.newest(NEW.id) AND s.signed_at >= coalesce((
            SELECT max(e.entered_at) FROM channel_caseevent e WHERE e.case_id = NEW.id AND e.kind = 'ending'), '-infinity')) THEN
        PERFORM gate.refuse('support ends by a closing report that somebody else has signed');
    ELSIF OLD.state IN ('after_exit', 'after_six_months', 'looked_at_longer') AND NEW.state <> 'transferred'
          AND NOT exits.looked_back(NEW.id, kind, CASE NEW.state WHEN 'awaiting_first_panel' THEN 'reopen'
                                                                 WHEN 'looked_at_longer' THEN 'extend' ELSE 'nothing' END) THEN
        PERFORM gate.refuse('after the end of support a case moves by a signed review');
    ELSIF (NEW.state = 'paused') <> exits.paused(NEW.id) AND 'paused' IN (OLD.state, NEW.state)
          AND NEW.state IN ('paused', 'active') AND OLD.state IN ('paused', 'active') THEN
        PERFORM gate.refuse('support pauses and goes on by a signed reason');
    END IF;
    RETURN NEW;
END $$;

-- The report is of a case whose end was proposed, and rests on something newer than the decision to adopt.
CREATE FUNCTION exits.report_fits() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM channel_case c WHERE c.id = NEW.case_id AND c.state = 'ending') THEN
        PERFORM gate.refuse('the end of this support is not proposed');
    END IF;
    IF NEW.assessment_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM assessment_writtenassessment w JOIN assessment_policeassessment a ON a.id = w.assessment_id
          JOIN channel_case c ON c.referral_id = a.referral_id
         WHERE w.id = NEW.assessment_id AND c.id = NEW.case_id AND w.signed_at > (
               SELECT max(e.entered_at) FROM channel_caseevent e WHERE e.case_id = c.id AND e.kind = 'adopted')) THEN
        PERFORM gate.refuse('a closing report rests on an assessment that is newer than the decision to adopt');
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION exits.signs_anothers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM exits_closingreport WHERE id = NEW.report_id AND written_by_id = NEW.signed_by_id) THEN
        PERFORM gate.refuse('nobody signs their own closing report');
    END IF;
    RETURN NEW;
END $$;

-- At the end of the transaction: an end of support has its first and its second review, and both are in time.
CREATE FUNCTION exits.has_both() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE wanted uuid := CASE TG_OP WHEN 'INSERT' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(OLD) ->> 'exit_id' END;
BEGIN
    IF EXISTS (SELECT FROM exits_signoff WHERE id = wanted AND signed)
       AND (SELECT count(*) FROM exits_review WHERE exit_id = wanted AND kind IN ('six', 'twelve')) <> 2 THEN
        PERFORM gate.refuse('support does not end without its two reviews');
    END IF;
    RETURN NULL;
END $$;

-- The panel may look for 24 months after the end of support at most; the reviews follow one another.
CREATE FUNCTION exits.in_time() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE ended date;
BEGIN
    SELECT ended_on INTO ended FROM exits_signoff WHERE id = NEW.exit_id AND signed;
    IF ended IS NULL OR NEW.due_on <= ended OR NEW.due_on > (ended + interval '24 months')::date
       OR EXISTS (SELECT FROM exits_review v WHERE v.exit_id = NEW.exit_id AND v.due_on >= NEW.due_on) THEN
        PERFORM gate.refuse('a review is due after the one before, and within 24 months of the end of support');
    END IF;
    RETURN NEW;
END $$;

-- A case that is over closes its referral, in the same transaction: from that day its time to be kept runs. Only that
-- closes it so; and what is over for good is not taken up again.
CREATE FUNCTION exits.is_over(state text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$ SELECT state IN ('not_adopted', 'closed', 'transferred') $$;

CREATE FUNCTION exits.referral_ends() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE stands text;
BEGIN
    SELECT state INTO stands FROM channel_case WHERE referral_id = NEW.id;
    IF NEW.state = 'channel_ended' AND NOT coalesce(exits.is_over(stands), false) THEN
        PERFORM gate.refuse('a referral ends so when its Channel case is over');
    ELSIF OLD.state = 'channel_ended' AND exits.is_over(stands) AND stands <> 'not_adopted' THEN
        PERFORM gate.refuse('the Channel case of this referral is over for good');
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION exits.case_ends() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM channel_case c JOIN referrals_referral r ON r.id = c.referral_id
                WHERE c.id = NEW.id AND exits.is_over(c.state) AND r.state IN ('section_36', 'taken_over')) THEN
        PERFORM gate.refuse('a Channel case that is over closes its referral');
    END IF;
    RETURN NULL;
END $$;

-- By name between the triggers of the moves and of the case, so that an illegal move says so first.
CREATE TRIGGER referrals_referral_over BEFORE UPDATE OF state ON referrals_referral
    FOR EACH ROW WHEN (NEW.state <> OLD.state AND 'channel_ended' IN (OLD.state, NEW.state))
    EXECUTE FUNCTION exits.referral_ends();
CREATE CONSTRAINT TRIGGER channel_case_ends AFTER UPDATE OF state ON channel_case DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (exits.is_over(NEW.state)) EXECUTE FUNCTION exits.case_ends();
CREATE TRIGGER channel_case_exits BEFORE UPDATE OF state ON channel_case
    FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION exits.may_move();
CREATE TRIGGER exits_closingreport_fits BEFORE INSERT ON exits_closingreport
    FOR EACH ROW EXECUTE FUNCTION exits.report_fits();
CREATE TRIGGER exits_signoff_another BEFORE INSERT ON exits_signoff
    FOR EACH ROW EXECUTE FUNCTION exits.signs_anothers();
CREATE CONSTRAINT TRIGGER exits_signoff_reviews AFTER INSERT ON exits_signoff DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.signed) EXECUTE FUNCTION exits.has_both();
CREATE CONSTRAINT TRIGGER exits_review_stays AFTER DELETE ON exits_review DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION exits.has_both();
CREATE TRIGGER exits_review_in_time BEFORE INSERT ON exits_review FOR EACH ROW EXECUTE FUNCTION exits.in_time();
DO $$
DECLARE part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['closingreport', 'signoff', 'review', 'lookback', 'alarm', 'pause', 'goingon',
                                'investigation'] LOOP
        EXECUTE format('CREATE TRIGGER exits_%s_signed BEFORE UPDATE OR DELETE ON exits_%s '
                       'FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants()', part, part);
    END LOOP;
    FOREACH part IN ARRAY ARRAY['signoff', 'lookback', 'pause', 'goingon', 'investigation'] LOOP
        EXECUTE format('CREATE TRIGGER exits_%s_signer BEFORE INSERT ON exits_%s '
                       'FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor(''signed_by_id'')', part, part);
    END LOOP;
END $$;
CREATE TRIGGER exits_closingreport_signer BEFORE INSERT ON exits_closingreport
    FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('written_by_id');

GRANT CREATE ON SCHEMA exits TO waymark_guard;
DO $$
DECLARE named regprocedure;
BEGIN
    FOR named IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'exits'::regnamespace LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO waymark_guard', named);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA exits FROM waymark_guard;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA exits FROM PUBLIC;
GRANT EXECUTE ON FUNCTION exits.is_over(text) TO waymark_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA exits TO waymark_guard;
