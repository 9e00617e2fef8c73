-- What the pages refuse, the database refuses too: consent of whoever may not give it, support without one that stands,
-- a refusal or withdrawal without a day on which the panel looks again, a change of what was signed.
CREATE SCHEMA consent;
GRANT USAGE ON SCHEMA consent TO waymark_app, waymark_guard;
GRANT SELECT ON consent_consent, consent_objection, consent_resolution, consent_withdrawal, consent_reassessment,
    consent_reassessed TO waymark_guard;

-- As Person.is_adult_on tells it: NULL when the record cannot tell. A test compares them.
CREATE FUNCTION consent.adult_on(person people_person, day date) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN person.born_on IS NULL THEN NULL
                WHEN triage.age_on(person, day) >= 18 THEN true
                WHEN date_part('year', age(day, person.born_on)) < 18 THEN false END
$$;

CREATE FUNCTION consent.person_of(about uuid) RETURNS people_person
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT person.* FROM channel_case c JOIN referrals_referral r ON r.id = c.referral_id
      JOIN people_person person ON person.id = r.person_id WHERE c.id = about
$$;

-- An entry and those it corrects: what was said against one, or took it back, holds for the newer one too.
CREATE FUNCTION consent.chain(entry uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH RECURSIVE back (id, corrects_id) AS (
        SELECT id, corrects_id FROM consent_consent WHERE id = entry
        UNION SELECT e.id, e.corrects_id FROM back JOIN consent_consent e ON e.id = back.corrects_id
    ) SELECT id FROM back
$$;

-- The newest answer in the adoption that is in force: given or not. Without a day: of all days.
CREATE FUNCTION consent.newest(about uuid, day date) RETURNS consent_consent
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT e.* FROM consent_consent e
     WHERE e.case_id = about AND (day IS NULL OR e.asked_on <= day)
       AND NOT EXISTS (SELECT FROM consent_consent newer WHERE newer.corrects_id = e.id)
       AND e.adoption_id = (SELECT id FROM channel_caseevent WHERE case_id = about AND kind = 'adopted'
                             ORDER BY entered_at DESC, recorded_at DESC LIMIT 1)
     ORDER BY e.asked_on DESC, e.signed_at DESC, e.recorded_at DESC LIMIT 1
$$;

-- A child’s consent ends with the 18th birthday. Where the record cannot tell the day, on the first day on which the
-- person may be 18; said to be a child with the record open already, until the day on which they surely are.
CREATE FUNCTION consent.of_age(entry consent_consent, person people_person, day date) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE consent.adult_on(person, day)
        WHEN true THEN NOT entry.child
        WHEN false THEN entry.child
        ELSE NOT entry.child OR consent.adult_on(person, entry.asked_on) IS NULL END
$$;

-- The consent that stands on a day: given, not taken back, nobody’s objection open, not over, and of whoever may give
-- it at the person’s age on that day. Without a day: whatever the day, so without expiry and age.
CREATE FUNCTION consent.standing(about uuid, day date) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT e.id FROM consent.newest(about, day) AS e, consent.person_of(about) AS person
     WHERE e.answer = 'given'
       AND NOT EXISTS (SELECT FROM consent_withdrawal w WHERE w.consent_id IN (SELECT consent.chain(e.id))
                          AND (day IS NULL OR w.withdrawn_on <= day))
       AND NOT EXISTS (SELECT FROM consent_objection o LEFT JOIN consent_resolution r ON r.objection_id = o.id
                        WHERE o.consent_id IN (SELECT consent.chain(e.id)) AND (day IS NULL OR o.said_on <= day)
                          AND NOT coalesce(r.stands, false))
       AND (day IS NULL OR (day < e.expires_on AND consent.of_age(e, person, day)))
$$;

-- For the rooms above, also in their triggers: does consent cover this kind of support on that day?
CREATE FUNCTION consent.covers("case" uuid, day date, kind text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM consent_consent e WHERE e.id = consent.standing("case", day) AND kind = ANY (e.scope))
$$;

-- The reassessment that waits for its day, if one does.
CREATE FUNCTION consent.reassessment(about uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT r.id FROM consent_reassessment r LEFT JOIN consent_reassessed o ON o.reassessment_id = r.id
     WHERE r.case_id = about AND o.id IS NULL ORDER BY r.signed_at DESC, r.recorded_at DESC LIMIT 1
$$;

CREATE FUNCTION consent.entry_fits() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    adult boolean := consent.adult_on(consent.person_of(NEW.case_id), NEW.asked_on);
    earlier consent_consent;
BEGIN
    IF NEW.asked_on > (NEW.signed_at AT TIME ZONE 'Europe/London')::date THEN
        PERFORM gate.refuse('consent is asked before it is written down');
    END IF;
    IF NEW.child IS NOT DISTINCT FROM adult THEN
        PERFORM gate.refuse('the giver does not fit the age of the person on that day');
    END IF;
    IF adult IS NULL AND octet_length(NEW.age_basis) = 0 THEN
        PERFORM gate.refuse('the record cannot tell the age of the person: say how it is known');
    END IF;
    IF NOT EXISTS (SELECT FROM channel_caseevent WHERE id = NEW.adoption_id AND case_id = NEW.case_id AND kind = 'adopted') THEN
        PERFORM gate.refuse('consent belongs to an adoption of its case');
    END IF;
    IF NEW.corrects_id IS NOT NULL THEN
        SELECT * INTO earlier FROM consent_consent WHERE id = NEW.corrects_id;
        IF (earlier.case_id, earlier.adoption_id) IS DISTINCT FROM (NEW.case_id, NEW.adoption_id) THEN
            PERFORM gate.refuse('a correction is of an entry of the same adoption');
        END IF;
    END IF;
    RETURN NEW;
END $$;

-- Only a child’s consent is objected to by a parent, and only one that was given; only what was given is taken back.
CREATE FUNCTION consent.of_one_given() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE of consent_consent;
BEGIN
    SELECT * INTO of FROM consent_consent WHERE id = NEW.consent_id;
    IF of.answer <> 'given' OR (TG_TABLE_NAME = 'consent_objection' AND NOT of.child) THEN
        PERFORM gate.refuse('this is said of a consent that was given, and an objection of a child’s');
    END IF;
    RETURN NEW;
END $$;

-- A case is supported only with a consent that stands; it is without only when none does, and looked at again then.
CREATE FUNCTION consent.case_may_move() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE stands boolean := consent.standing(NEW.id, NULL) IS NOT NULL;
BEGIN
    IF NEW.state = 'active' AND NOT stands THEN
        PERFORM gate.refuse('support goes on only with a consent that stands');
    END IF;
    -- Over is over: another answer, which stood on the day it was signed.
    IF NEW.state = 'active' AND OLD.state = 'consent_lapsed' AND NOT EXISTS (
        SELECT FROM consent.newest(NEW.id, NULL) AS e
         WHERE consent.standing(NEW.id, (e.signed_at AT TIME ZONE 'Europe/London')::date) = e.id
           AND e.signed_at >= (SELECT max(entered_at) FROM channel_caseevent WHERE case_id = NEW.id AND kind = 'lapsed')) THEN
        PERFORM gate.refuse('a consent that has ended is asked again before support goes on');
    END IF;
    IF NEW.state IN ('consent_refused', 'consent_withdrawn') THEN
        IF stands THEN
            PERFORM gate.refuse('a consent stands: it has to be withdrawn first');
        END IF;
        IF consent.reassessment(NEW.id) IS NULL THEN
            PERFORM gate.refuse('the panel sets a day on which it looks again');
        END IF;
    END IF;
    RETURN NEW;
END $$;

-- At the end of the transaction: what was withdrawn is not supported any more.
CREATE FUNCTION consent.withdrawal_stops() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM consent_consent e JOIN channel_case c ON c.id = e.case_id
                WHERE e.id = NEW.consent_id AND c.state IN ('active', 'paused', 'ending')
                  AND consent.standing(c.id, NULL) IS NULL) THEN
        PERFORM gate.refuse('support stops when consent is withdrawn');
    END IF;
    RETURN NULL;
END $$;

-- The same of a correction that says that consent was not given.
CREATE FUNCTION consent.answer_stops() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM channel_case c WHERE c.id = NEW.case_id AND c.state IN ('active', 'paused', 'ending')
                  AND (SELECT e.id FROM consent.newest(c.id, NULL) AS e) = NEW.id) THEN
        PERFORM gate.refuse('support stops when there is no consent');
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER consent_consent_fits BEFORE INSERT ON consent_consent
    FOR EACH ROW EXECUTE FUNCTION consent.entry_fits();
CREATE TRIGGER consent_objection_given BEFORE INSERT ON consent_objection
    FOR EACH ROW EXECUTE FUNCTION consent.of_one_given();
CREATE TRIGGER consent_withdrawal_given BEFORE INSERT ON consent_withdrawal
    FOR EACH ROW EXECUTE FUNCTION consent.of_one_given();
CREATE TRIGGER channel_case_consent BEFORE UPDATE OF state ON channel_case
    FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION consent.case_may_move();
CREATE CONSTRAINT TRIGGER consent_consent_stops AFTER INSERT ON consent_consent
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.answer <> 'given') EXECUTE FUNCTION consent.answer_stops();
CREATE CONSTRAINT TRIGGER consent_withdrawal_stops AFTER INSERT ON consent_withdrawal
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION consent.withdrawal_stops();
DO $$
DECLARE signed text;
BEGIN
    FOREACH signed IN ARRAY ARRAY['consent', 'objection', 'resolution', 'withdrawal', 'reassessment', 'reassessed'] LOOP
        EXECUTE format('CREATE TRIGGER consent_%s_signed BEFORE UPDATE OR DELETE ON consent_%s '
                       'FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants()', signed, signed);
        EXECUTE format('CREATE TRIGGER consent_%s_signer BEFORE INSERT ON consent_%s '
                       'FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor(''signed_by_id'')', signed, signed);
    END LOOP;
END $$;

GRANT CREATE ON SCHEMA consent TO waymark_guard;
DO $$
DECLARE made regprocedure;
BEGIN
    FOR made IN SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'consent'::regnamespace AND prosecdef LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO waymark_guard', made);
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA consent FROM waymark_guard;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA consent FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA consent TO waymark_guard;
GRANT EXECUTE ON FUNCTION consent.standing(uuid, date), consent.covers(uuid, date, text), consent.reassessment(uuid)
    TO waymark_app;
