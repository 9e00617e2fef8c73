-- ground of PostgreSQL 18, from 4605b71d70ac19ab6be371707edd9ca71d0c94e02abffb999a58d26b47f65076
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA channel;


ALTER SCHEMA channel OWNER TO waymark_owner;

CREATE SCHEMA consent;


ALTER SCHEMA consent OWNER TO waymark_owner;

CREATE SCHEMA exits;


ALTER SCHEMA exits OWNER TO waymark_owner;

CREATE SCHEMA feedback;


ALTER SCHEMA feedback OWNER TO waymark_owner;

CREATE SCHEMA gate;


ALTER SCHEMA gate OWNER TO waymark_owner;

CREATE SCHEMA ledger;


ALTER SCHEMA ledger OWNER TO waymark_owner;

CREATE SCHEMA meetings;


ALTER SCHEMA meetings OWNER TO waymark_owner;

CREATE SCHEMA panel;


ALTER SCHEMA panel OWNER TO waymark_owner;

CREATE SCHEMA police;


ALTER SCHEMA police OWNER TO waymark_owner;

-- *not* creating schema, since initdb creates it


ALTER SCHEMA public OWNER TO waymark_owner;

CREATE SCHEMA reach;


ALTER SCHEMA reach OWNER TO waymark_owner;

CREATE SCHEMA reports;


ALTER SCHEMA reports OWNER TO waymark_owner;

CREATE SCHEMA retention;


ALTER SCHEMA retention OWNER TO waymark_owner;

CREATE SCHEMA support;


ALTER SCHEMA support OWNER TO waymark_owner;

CREATE SCHEMA training;


ALTER SCHEMA training OWNER TO waymark_owner;

CREATE SCHEMA triage;


ALTER SCHEMA triage OWNER TO waymark_owner;

CREATE SCHEMA vault;


ALTER SCHEMA vault OWNER TO waymark_owner;

CREATE EXTENSION IF NOT EXISTS fuzzystrmatch WITH SCHEMA public;


COMMENT ON EXTENSION fuzzystrmatch IS 'determine similarities and distance between strings';


CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';


CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);


ALTER TYPE public.procrastinate_job_event_type OWNER TO waymark_owner;

CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);


ALTER TYPE public.procrastinate_job_status OWNER TO waymark_owner;

CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);


ALTER TYPE public.procrastinate_job_to_defer_v1 OWNER TO waymark_owner;

CREATE FUNCTION channel.attendance_stands() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM panel_panelmeeting p JOIN panel_item i ON i.meeting_id = p.id JOIN channel_paneldecision d ON d.item_id = i.id
         WHERE p.meeting_id = NEW.meeting_id AND NOT EXISTS (
            SELECT FROM channel_attendancecorrection c
             WHERE c.decision_id = d.id AND c.seat_id = NEW.for_id AND c.became = NEW.came
               AND c.became_person_id IS NOT DISTINCT FROM NEW.person_id
               AND (c.signed_by_id, c.signed_at) = (NEW.marked_by_id, NEW.marked_at))) THEN
        PERFORM triage.refuse('something was decided on the strength of who came: it is corrected with a reason');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION channel.attendance_stands() OWNER TO waymark_guard;

CREATE FUNCTION channel.case_has_referral() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM channel_case c JOIN referrals_referral r ON r.id = c.referral_id WHERE c.id = NEW.id
                  AND (r.state IN ('section_36', 'taken_over')) <> channel.with_panel(c.state)) THEN
        PERFORM triage.refuse('a case stands where its referral does');
    END IF;
    RETURN NULL;
END $$;


ALTER FUNCTION channel.case_has_referral() OWNER TO waymark_guard;

CREATE FUNCTION channel.decided_to(state text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog'
    AS $$
    SELECT CASE state WHEN 'consent_pending' THEN 'adopt' WHEN 'not_adopted' THEN 'not_adopt'
                      WHEN 'deferred' THEN 'defer' WHEN 'ending' THEN 'propose_exit' END
$$;


ALTER FUNCTION channel.decided_to(state text) OWNER TO waymark_owner;

CREATE FUNCTION channel.decides_lawfully() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    item panel_item;
    held meetings_meeting;
    before channel_paneldecision;
BEGIN
    SELECT * INTO item FROM panel_item WHERE id = NEW.item_id;
    SELECT m.* INTO held FROM panel_panelmeeting p JOIN meetings_meeting m ON m.id = p.meeting_id WHERE p.id = item.meeting_id;
    IF item.withdrawn_at IS NOT NULL OR item.authority_id <> NEW.authority_id
       OR item.about_id IS DISTINCT FROM (SELECT referral_id FROM channel_case WHERE id = NEW.case_id) THEN
        PERFORM triage.refuse('a decision is made at an item about this case');
    END IF;
    IF held.cancelled_at IS NOT NULL OR NEW.entered_at < held.starts_at
       OR NEW.decided_on <> (held.starts_at AT TIME ZONE 'Europe/London')::date THEN
        PERFORM triage.refuse('a decision is made on the day of its meeting');
    END IF;
    IF panel.missing(held.id, NEW.authority_id) <> '{}' THEN
        PERFORM triage.refuse('the authority and the police of the area are not both marked present');
    END IF;
    IF NEW.corrects_id IS NOT NULL THEN
        SELECT * INTO before FROM channel_paneldecision WHERE id = NEW.corrects_id;
        IF before.case_id IS DISTINCT FROM NEW.case_id OR before.item_id IS DISTINCT FROM NEW.item_id THEN
            PERFORM triage.refuse('a correction points back to a decision of the same item');
        END IF;
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION channel.decides_lawfully() OWNER TO waymark_guard;

CREATE FUNCTION channel.decision_is_whole() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    one channel_paneldecision;
BEGIN
    SELECT * INTO one FROM channel_paneldecision
     WHERE id = CASE TG_TABLE_NAME WHEN 'channel_dissent' THEN (to_jsonb(NEW) ->> 'decision_id')::uuid ELSE NEW.id END;
    IF (SELECT count(*) FROM channel_dissent WHERE decision_id = one.id) <> one.dissents_number THEN
        PERFORM triage.refuse('who did not agree is written down with the decision');
    END IF;
    IF TG_TABLE_NAME = 'channel_paneldecision' AND NOT EXISTS (
        SELECT FROM channel_case c JOIN channel_paneldecision d ON d.id = c.decision_id
         WHERE c.id = one.case_id AND (d.id = one.id OR d.entered_at >= one.entered_at)) THEN
        PERFORM triage.refuse('a case stands by the newest decision of the panel');
    END IF;
    RETURN NULL;
END $$;


ALTER FUNCTION channel.decision_is_whole() OWNER TO waymark_guard;

CREATE FUNCTION channel.dissents_there() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM channel_paneldecision d JOIN panel_item i ON i.id = d.item_id
          JOIN panel_panelmeeting p ON p.id = i.meeting_id
          JOIN meetings_attendance a ON a.meeting_id = p.meeting_id AND a.for_id = NEW.seat_id AND a.came = 'present'
          JOIN panel_seat s ON s.id = NEW.seat_id AND s.organisation_id = NEW.organisation_id
         WHERE d.id = NEW.decision_id) THEN
        PERFORM triage.refuse('only who was there can disagree');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION channel.dissents_there() OWNER TO waymark_guard;

CREATE FUNCTION channel.moves_by_decision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF NEW.decision_id IS NOT DISTINCT FROM OLD.decision_id OR NOT EXISTS (
        SELECT FROM channel_paneldecision WHERE id = NEW.decision_id AND case_id = NEW.id
           AND outcome = channel.decided_to(NEW.state)) THEN
        PERFORM triage.refuse('a case is moved on by what the panel decided');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION channel.moves_by_decision() OWNER TO waymark_guard;

CREATE FUNCTION channel.referral_has_case() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE stands text;
BEGIN
    SELECT state INTO stands FROM channel_case WHERE referral_id = NEW.id;
    IF (NEW.state IN ('section_36', 'taken_over')) <> coalesce(channel.with_panel(stands), false) THEN
        PERFORM triage.refuse('a referral under section 36 has an open Channel case, and no other has');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION channel.referral_has_case() OWNER TO waymark_guard;

CREATE FUNCTION channel.stands_on_section_36() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    -- One taken over from another authority stands on what was handed over (exits.is_taken_over).
    IF NEW.section_36_id IS NULL AND (TG_OP = 'INSERT' OR OLD.section_36_id IS NULL) THEN
        RETURN NEW;
    END IF;
    IF NOT EXISTS (SELECT FROM assessment_policedecision d JOIN assessment_policeassessment a ON a.id = d.assessment_id
                    WHERE d.id = NEW.section_36_id AND d.outcome = 'refer' AND a.referral_id = NEW.referral_id
                      AND (NOT channel.with_panel(NEW.state) OR (a.decision_id = d.id AND a.state = 'referred'))) THEN
        PERFORM triage.refuse('a case stands on a section 36 referral that is in force');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION channel.stands_on_section_36() OWNER TO waymark_guard;

CREATE FUNCTION channel.with_panel(state text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog'
    AS $$
    SELECT state NOT IN ('not_adopted', 'closed', 'police_led', 'ended_before_panel', 'transferred')
$$;


ALTER FUNCTION channel.with_panel(state text) OWNER TO waymark_owner;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.people_person (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reference character varying(20) NOT NULL,
    born_on date,
    born_precision character varying(10) NOT NULL,
    approximate_age smallint,
    age_noted_on date,
    gender character varying(60) NOT NULL,
    language character varying(60) NOT NULL,
    needs_interpreter boolean,
    authority_id bigint NOT NULL,
    CONSTRAINT people_person_approximate_age_check CHECK ((approximate_age >= 0)),
    CONSTRAINT people_person_version_check CHECK ((version >= 0)),
    CONSTRAINT person_age_has_date CHECK (((approximate_age IS NULL) OR ((age_noted_on IS NOT NULL) AND (approximate_age <= 120)))),
    CONSTRAINT person_birth_has_precision CHECK ((((born_on IS NULL) AND ((born_precision)::text = 'unknown'::text)) OR ((born_on IS NOT NULL) AND (NOT ((born_precision)::text = 'unknown'::text))))),
    CONSTRAINT person_born_since_1900 CHECK (((born_on IS NULL) OR (born_on >= '1900-01-01'::date)))
);

ALTER TABLE ONLY public.people_person FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_person OWNER TO waymark_owner;

CREATE FUNCTION consent.adult_on(person public.people_person, day date) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE WHEN person.born_on IS NULL THEN NULL
                WHEN triage.age_on(person, day) >= 18 THEN true
                WHEN date_part('year', age(day, person.born_on)) < 18 THEN false END
$$;


ALTER FUNCTION consent.adult_on(person public.people_person, day date) OWNER TO waymark_owner;

CREATE FUNCTION consent.answer_stops() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM channel_case c WHERE c.id = NEW.case_id AND c.state IN ('active', 'paused', 'ending')
                  AND (SELECT e.id FROM consent.newest(c.id, NULL) AS e) = NEW.id) THEN
        PERFORM triage.refuse('support stops when there is no consent');
    END IF;
    RETURN NULL;
END $$;


ALTER FUNCTION consent.answer_stops() OWNER TO waymark_guard;

CREATE FUNCTION consent.case_may_move() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE stands boolean := consent.standing(NEW.id, NULL) IS NOT NULL;
BEGIN
    IF NEW.state = 'active' AND NOT stands THEN
        PERFORM triage.refuse('support goes on only with a consent that stands');
    END IF;
    -- Over is over: another answer, which stood on the day it was signed.
    IF NEW.state = 'active' AND OLD.state = 'consent_lapsed' AND NOT EXISTS (
        SELECT FROM consent.newest(NEW.id, NULL) AS e
         WHERE consent.standing(NEW.id, (e.signed_at AT TIME ZONE 'Europe/London')::date) = e.id
           AND e.signed_at >= (SELECT max(entered_at) FROM channel_caseevent WHERE case_id = NEW.id AND kind = 'lapsed')) THEN
        PERFORM triage.refuse('a consent that has ended is asked again before support goes on');
    END IF;
    IF NEW.state IN ('consent_refused', 'consent_withdrawn') THEN
        IF stands THEN
            PERFORM triage.refuse('a consent stands: it has to be withdrawn first');
        END IF;
        IF consent.reassessment(NEW.id) IS NULL THEN
            PERFORM triage.refuse('the panel sets a day on which it looks again');
        END IF;
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION consent.case_may_move() OWNER TO waymark_guard;

CREATE FUNCTION consent.chain(entry uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    WITH RECURSIVE back (id, corrects_id) AS (
        SELECT id, corrects_id FROM consent_consent WHERE id = entry
        UNION SELECT e.id, e.corrects_id FROM back JOIN consent_consent e ON e.id = back.corrects_id
    ) SELECT id FROM back
$$;


ALTER FUNCTION consent.chain(entry uuid) OWNER TO waymark_guard;

CREATE FUNCTION consent.covers("case" uuid, day date, kind text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM consent_consent e WHERE e.id = consent.standing("case", day) AND kind = ANY (e.scope))
$$;


ALTER FUNCTION consent.covers("case" uuid, day date, kind text) OWNER TO waymark_guard;

CREATE FUNCTION consent.entry_fits() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    adult boolean := consent.adult_on(consent.person_of(NEW.case_id), NEW.asked_on);
    earlier consent_consent;
BEGIN
    IF NEW.asked_on > (NEW.signed_at AT TIME ZONE 'Europe/London')::date THEN
        PERFORM triage.refuse('consent is asked before it is written down');
    END IF;
    IF NEW.child IS NOT DISTINCT FROM adult THEN
        PERFORM triage.refuse('the giver does not fit the age of the person on that day');
    END IF;
    IF adult IS NULL AND octet_length(NEW.age_basis) = 0 THEN
        PERFORM triage.refuse('the record cannot tell the age of the person: say how it is known');
    END IF;
    IF NOT EXISTS (SELECT FROM channel_caseevent WHERE id = NEW.adoption_id AND case_id = NEW.case_id AND kind = 'adopted') THEN
        PERFORM triage.refuse('consent belongs to an adoption of its case');
    END IF;
    IF NEW.corrects_id IS NOT NULL THEN
        SELECT * INTO earlier FROM consent_consent WHERE id = NEW.corrects_id;
        IF (earlier.case_id, earlier.adoption_id) IS DISTINCT FROM (NEW.case_id, NEW.adoption_id) THEN
            PERFORM triage.refuse('a correction is of an entry of the same adoption');
        END IF;
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION consent.entry_fits() OWNER TO waymark_guard;

CREATE TABLE public.consent_consent (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    correction_because bytea NOT NULL,
    answer character varying(12) NOT NULL,
    because bytea NOT NULL,
    asked_on date NOT NULL,
    method character varying(10) NOT NULL,
    place bytea NOT NULL,
    asked_by bytea NOT NULL,
    language character varying(60) NOT NULL,
    interpreter bytea NOT NULL,
    child boolean NOT NULL,
    age_basis bytea NOT NULL,
    giver character varying(15) NOT NULL,
    giver_name bytea NOT NULL,
    responsibility bytea NOT NULL,
    child_view character varying(10) NOT NULL,
    child_words bytea NOT NULL,
    capacity character varying(10) NOT NULL,
    capacity_on date,
    capacity_by bytea NOT NULL,
    capacity_reference character varying(60) NOT NULL,
    told character varying(12)[] NOT NULL,
    explained_as bytea NOT NULL,
    notice_version character varying(40) NOT NULL,
    text_version character varying(40) NOT NULL,
    scope character varying(20)[] NOT NULL,
    manner character varying(10) NOT NULL,
    witness bytea NOT NULL,
    expires_on date,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    adoption_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    case_id uuid NOT NULL,
    corrects_id uuid,
    signed_by_id uuid NOT NULL,
    CONSTRAINT consent_answer_whole CHECK (((((answer)::text = 'given'::text) AND (because = '\x'::bytea) AND (expires_on > asked_on) AND (expires_on IS NOT NULL) AND (scope <@ ARRAY['ideology'::character varying(20), 'mentoring'::character varying(20), 'life_skills'::character varying(20), 'behaviour'::character varying(20), 'pursuits'::character varying(20), 'education'::character varying(20), 'work'::character varying(20), 'family'::character varying(20), 'online'::character varying(20), 'health'::character varying(20), 'mental_health'::character varying(20), 'substances'::character varying(20), 'housing'::character varying(20), 'other'::character varying(20)]) AND (
CASE
    WHEN (scope IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(scope, 1), 0)
END > 0) AND (told @> ARRAY['prevent'::character varying(12), 'voluntary'::character varying(12), 'withdraw'::character varying(12), 'who_sees'::character varying(12), 'disclosable'::character varying(12)]) AND (NOT (explained_as = '\x'::bytea)) AND (NOT ((notice_version)::text = ''::text)) AND (NOT ((text_version)::text = ''::text)) AND (NOT ((manner)::text = ''::text)) AND (NOT ((child_view)::text = 'not_asked'::text)) AND ((NOT child) OR (NOT (responsibility = '\x'::bytea)))) OR ((NOT ((answer)::text = 'given'::text)) AND (NOT (because = '\x'::bytea)) AND (expires_on IS NULL) AND ((manner)::text = ''::text) AND (
CASE
    WHEN (scope IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(scope, 1), 0)
END = 0)))),
    CONSTRAINT consent_capacity_assessed CHECK (((NOT ((capacity)::text = ANY ((ARRAY['assessed'::character varying, 'lacking'::character varying])::text[]))) OR ((capacity_on IS NOT NULL) AND (capacity_on <= asked_on) AND (NOT (capacity_by = '\x'::bytea)) AND (NOT ((capacity_reference)::text = ''::text))))),
    CONSTRAINT consent_child_has_view CHECK ((((NOT child) AND ((child_view)::text = ''::text) AND (child_words = '\x'::bytea)) OR (child AND (NOT ((child_view)::text = ''::text)) AND (NOT (child_words = '\x'::bytea))))),
    CONSTRAINT consent_consent_version_check CHECK ((version >= 0)),
    CONSTRAINT consent_correction_says_why CHECK ((((correction_because = '\x'::bytea) AND (corrects_id IS NULL)) OR ((corrects_id IS NOT NULL) AND (NOT (correction_because = '\x'::bytea))))),
    CONSTRAINT consent_giver_fits CHECK (((((capacity)::text = ''::text) AND child AND ((giver)::text = ANY ((ARRAY['parent'::character varying, 'guardian'::character varying, 'authority'::character varying])::text[]))) OR (((capacity)::text = ANY ((ARRAY['presumed'::character varying, 'assessed'::character varying])::text[])) AND (NOT child) AND ((giver)::text = 'person'::text)) OR (((capacity)::text = 'lacking'::text) AND (NOT child) AND ((giver)::text = 'best_interests'::text)))),
    CONSTRAINT consent_says_who CHECK (((((giver)::text = 'person'::text) OR (NOT (giver_name = '\x'::bytea))) AND (NOT (place = '\x'::bytea)) AND (NOT (asked_by = '\x'::bytea)) AND (NOT ((language)::text = ''::text)))),
    CONSTRAINT consent_verbal_has_witness CHECK (((NOT ((manner)::text = 'verbal'::text)) OR (NOT (witness = '\x'::bytea))))
);

ALTER TABLE ONLY public.consent_consent FORCE ROW LEVEL SECURITY;


ALTER TABLE public.consent_consent OWNER TO waymark_owner;

CREATE FUNCTION consent.newest(about uuid, day date) RETURNS public.consent_consent
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT e.* FROM consent_consent e
     WHERE e.case_id = about AND (day IS NULL OR e.asked_on <= day)
       AND NOT EXISTS (SELECT FROM consent_consent newer WHERE newer.corrects_id = e.id)
       AND e.adoption_id = (SELECT id FROM channel_caseevent WHERE case_id = about AND kind = 'adopted'
                             ORDER BY entered_at DESC, recorded_at DESC LIMIT 1)
     ORDER BY e.asked_on DESC, e.signed_at DESC, e.recorded_at DESC LIMIT 1
$$;


ALTER FUNCTION consent.newest(about uuid, day date) OWNER TO waymark_guard;

CREATE FUNCTION consent.of_age(entry public.consent_consent, person public.people_person, day date) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE consent.adult_on(person, day)
        WHEN true THEN NOT entry.child
        WHEN false THEN entry.child
        ELSE NOT entry.child OR consent.adult_on(person, entry.asked_on) IS NULL END
$$;


ALTER FUNCTION consent.of_age(entry public.consent_consent, person public.people_person, day date) OWNER TO waymark_owner;

CREATE FUNCTION consent.of_one_given() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE of consent_consent;
BEGIN
    SELECT * INTO of FROM consent_consent WHERE id = NEW.consent_id;
    IF of.answer <> 'given' OR (TG_TABLE_NAME = 'consent_objection' AND NOT of.child) THEN
        PERFORM triage.refuse('this is said of a consent that was given, and an objection of a child’s');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION consent.of_one_given() OWNER TO waymark_guard;

CREATE FUNCTION consent.person_of(about uuid) RETURNS public.people_person
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT person.* FROM channel_case c JOIN referrals_referral r ON r.id = c.referral_id
      JOIN people_person person ON person.id = r.person_id WHERE c.id = about
$$;


ALTER FUNCTION consent.person_of(about uuid) OWNER TO waymark_guard;

CREATE FUNCTION consent.reassessment(about uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT r.id FROM consent_reassessment r LEFT JOIN consent_reassessed o ON o.reassessment_id = r.id
     WHERE r.case_id = about AND o.id IS NULL ORDER BY r.signed_at DESC, r.recorded_at DESC LIMIT 1
$$;


ALTER FUNCTION consent.reassessment(about uuid) OWNER TO waymark_guard;

CREATE FUNCTION consent.standing(about uuid, day date) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT e.id FROM consent.newest(about, day) AS e, consent.person_of(about) AS person
     WHERE e.answer = 'given'
       AND NOT EXISTS (SELECT FROM consent_withdrawal w WHERE w.consent_id IN (SELECT consent.chain(e.id))
                          AND (day IS NULL OR w.withdrawn_on <= day))
       AND NOT EXISTS (SELECT FROM consent_objection o LEFT JOIN consent_resolution r ON r.objection_id = o.id
                        WHERE o.consent_id IN (SELECT consent.chain(e.id)) AND (day IS NULL OR o.said_on <= day)
                          AND NOT coalesce(r.stands, false))
       AND (day IS NULL OR (day < e.expires_on AND consent.of_age(e, person, day)))
$$;


ALTER FUNCTION consent.standing(about uuid, day date) OWNER TO waymark_guard;

CREATE FUNCTION consent.withdrawal_stops() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM consent_consent e JOIN channel_case c ON c.id = e.case_id
                WHERE e.id = NEW.consent_id AND c.state IN ('active', 'paused', 'ending')
                  AND consent.standing(c.id, NULL) IS NULL) THEN
        PERFORM triage.refuse('support stops when consent is withdrawn');
    END IF;
    RETURN NULL;
END $$;


ALTER FUNCTION consent.withdrawal_stops() OWNER TO waymark_guard;

CREATE FUNCTION exits.answers_rightly() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF NEW.outcome <> 'taken_back' AND NOT EXISTS (
        SELECT FROM exits_transfer t JOIN exits_arrival r ON r.id = t.arrival_key
         WHERE t.id = NEW.transfer_id AND gate.holds('authority:' || r.authority_id || ':channel')) THEN
        PERFORM triage.refuse('a transfer is answered by the authority that it was sent to');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION exits.answers_rightly() OWNER TO waymark_guard;

CREATE FUNCTION exits.arrival_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE kept text[] := ARRAY['grants', 'version', 'case_id', 'accepted_by_id', 'accepted_at'];
BEGIN
    IF OLD.case_id IS NOT NULL THEN
        kept := ARRAY['grants', 'version'];
    END IF;
    IF to_jsonb(NEW) - kept <> to_jsonb(OLD) - kept THEN
        PERFORM triage.refuse('what was handed over stays as it came');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION exits.arrival_stays() OWNER TO waymark_owner;

CREATE FUNCTION exits.case_ends() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM channel_case c JOIN referrals_referral r ON r.id = c.referral_id
                WHERE c.id = NEW.id AND exits.is_over(c.state) AND r.state IN ('section_36', 'taken_over')) THEN
        PERFORM triage.refuse('a Channel case that is over closes its referral');
    END IF;
    RETURN NULL;
END $$;


ALTER FUNCTION exits.case_ends() OWNER TO waymark_guard;

CREATE FUNCTION exits.has_both() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE wanted uuid := CASE TG_OP WHEN 'INSERT' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(OLD) ->> 'exit_id' END;
BEGIN
    IF EXISTS (SELECT FROM exits_signoff WHERE id = wanted AND signed)
       AND (SELECT count(*) FROM exits_review WHERE exit_id = wanted AND kind IN ('six', 'twelve')) <> 2 THEN
        PERFORM triage.refuse('support does not end without its two reviews');
    END IF;
    RETURN NULL;
END $$;


ALTER FUNCTION exits.has_both() OWNER TO waymark_guard;

CREATE FUNCTION exits.in_time() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE ended date;
BEGIN
    SELECT ended_on INTO ended FROM exits_signoff WHERE id = NEW.exit_id AND signed;
    IF ended IS NULL OR NEW.due_on <= ended OR NEW.due_on > (ended + interval '24 months')::date
       OR EXISTS (SELECT FROM exits_review v WHERE v.exit_id = NEW.exit_id AND v.due_on >= NEW.due_on) THEN
        PERFORM triage.refuse('a review is due after the one before, and within 24 months of the end of support');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION exits.in_time() OWNER TO waymark_guard;

CREATE FUNCTION exits.is_over(state text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT state IN ('not_adopted', 'closed', 'transferred') $$;


ALTER FUNCTION exits.is_over(state text) OWNER TO waymark_guard;

CREATE FUNCTION exits.is_taken_over() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM channel_case c WHERE c.id = NEW.id AND c.section_36_id IS NULL
                  AND NOT EXISTS (SELECT FROM exits_arrival r WHERE r.case_id = c.id)) THEN
        PERFORM triage.refuse('a case stands on a section 36 referral, or was handed over by another authority');
    END IF;
    RETURN NULL;
END $$;


ALTER FUNCTION exits.is_taken_over() OWNER TO waymark_guard;

CREATE FUNCTION exits.looked_back(wanted uuid, of_kind text, decided text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM exits_review v JOIN exits_lookback b ON b.review_id = v.id
                    WHERE v.exit_id = exits.newest(wanted) AND v.kind = of_kind AND b.decision = decided)
$$;


ALTER FUNCTION exits.looked_back(wanted uuid, of_kind text, decided text) OWNER TO waymark_guard;

CREATE FUNCTION exits.may_move() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE kind text := CASE OLD.state WHEN 'after_exit' THEN 'six' WHEN 'after_six_months' THEN 'twelve' ELSE 'longer' END;
BEGIN
    IF NEW.state = 'after_exit' AND NOT EXISTS (
        SELECT FROM exits_signoff s WHERE s.id = exits.newest(NEW.id) AND s.signed_at >= coalesce((
            SELECT max(e.entered_at) FROM channel_caseevent e WHERE e.case_id = NEW.id AND e.kind = 'ending'), '-infinity')) THEN
        PERFORM triage.refuse('support ends by a closing report that somebody else has signed');
    ELSIF OLD.state IN ('after_exit', 'after_six_months', 'looked_at_longer') AND NEW.state <> 'transferred'
          AND NOT exits.looked_back(NEW.id, kind, CASE NEW.state WHEN 'awaiting_first_panel' THEN 'reopen'
                                                                 WHEN 'looked_at_longer' THEN 'extend' ELSE 'nothing' END) THEN
        PERFORM triage.refuse('after the end of support a case moves by a signed review');
    ELSIF (NEW.state = 'paused') <> exits.paused(NEW.id) AND 'paused' IN (OLD.state, NEW.state)
          AND NEW.state IN ('paused', 'active') AND OLD.state IN ('paused', 'active') THEN
        PERFORM triage.refuse('support pauses and goes on by a signed reason');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION exits.may_move() OWNER TO waymark_guard;

CREATE FUNCTION exits.may_transfer() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM exits_transfer t JOIN exits_transferanswer a ON a.transfer_id = t.id
                    WHERE t.case_id = NEW.id AND a.outcome = 'accepted') THEN
        PERFORM triage.refuse('a case is transferred when the receiver has accepted it');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION exits.may_transfer() OWNER TO waymark_guard;

CREATE FUNCTION exits.newest(wanted uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT s.id FROM exits_signoff s JOIN exits_closingreport r ON r.id = s.report_id
     WHERE r.case_id = wanted AND s.signed ORDER BY s.signed_at DESC, s.recorded_at DESC LIMIT 1
$$;


ALTER FUNCTION exits.newest(wanted uuid) OWNER TO waymark_guard;

CREATE FUNCTION exits.paused(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM exits_pause p WHERE p.case_id = wanted
                      AND NOT EXISTS (SELECT FROM exits_goingon g WHERE g.pause_id = p.id))
$$;


ALTER FUNCTION exits.paused(wanted uuid) OWNER TO waymark_guard;

CREATE FUNCTION exits.referral_ends() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE stands text;
BEGIN
    SELECT state INTO stands FROM channel_case WHERE referral_id = NEW.id;
    IF NEW.state = 'channel_ended' AND NOT coalesce(exits.is_over(stands), false) THEN
        PERFORM triage.refuse('a referral ends so when its Channel case is over');
    ELSIF OLD.state = 'channel_ended' AND exits.is_over(stands) AND stands <> 'not_adopted' THEN
        PERFORM triage.refuse('the Channel case of this referral is over for good');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION exits.referral_ends() OWNER TO waymark_guard;

CREATE FUNCTION exits.report_fits() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM channel_case c WHERE c.id = NEW.case_id AND c.state = 'ending') THEN
        PERFORM triage.refuse('the end of this support is not proposed');
    END IF;
    IF NEW.assessment_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM assessment_writtenassessment w JOIN assessment_policeassessment a ON a.id = w.assessment_id
          JOIN channel_case c ON c.referral_id = a.referral_id
         WHERE w.id = NEW.assessment_id AND c.id = NEW.case_id AND w.signed_at > (
               SELECT max(e.entered_at) FROM channel_caseevent e WHERE e.case_id = c.id AND e.kind = 'adopted')) THEN
        PERFORM triage.refuse('a closing report rests on an assessment that is newer than the decision to adopt');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION exits.report_fits() OWNER TO waymark_guard;

CREATE FUNCTION exits.signs_anothers() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM exits_closingreport WHERE id = NEW.report_id AND written_by_id = NEW.signed_by_id) THEN
        PERFORM triage.refuse('nobody signs their own closing report');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION exits.signs_anothers() OWNER TO waymark_guard;

CREATE FUNCTION feedback.as_many_as_came() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE of_session uuid;
BEGIN
    SELECT r.session_id INTO of_session FROM feedback_round r WHERE r.id = NEW.round_id FOR UPDATE;
    IF (SELECT count(*) FROM feedback_reply y WHERE y.round_id = NEW.round_id)
       >= (SELECT coalesce(sum(a.number), 0) FROM training_attendance a WHERE a.session_id = of_session AND a.came <> 'no_show') THEN
        RAISE EXCEPTION 'as many have answered as came' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION feedback.as_many_as_came() OWNER TO waymark_owner;

CREATE FUNCTION feedback.not_asked_yet() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF EXISTS (SELECT FROM feedback_round r WHERE r.question_set_id = NEW.question_set_id) THEN
        RAISE EXCEPTION 'these questions were asked already' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION feedback.not_asked_yet() OWNER TO waymark_owner;

CREATE FUNCTION feedback.of_a_held_session() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (SELECT FROM training_session s WHERE s.id = NEW.session_id AND s.state = 'held'
                         AND s.authority_id = NEW.authority_id) THEN
            RAISE EXCEPTION 'only of a session that was held' USING ERRCODE = 'check_violation';
        END IF;
    ELSIF OLD.nudged_at IS NOT NULL OR to_jsonb(NEW) - ARRAY['nudged_at', 'version'] <> to_jsonb(OLD) - ARRAY['nudged_at', 'version'] THEN
        RAISE EXCEPTION 'a round is asked again once, and otherwise never changed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION feedback.of_a_held_session() OWNER TO waymark_owner;

CREATE FUNCTION feedback.of_its_round() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM feedback_reply y JOIN feedback_round r ON r.id = y.round_id
                     JOIN feedback_question q ON q.question_set_id = r.question_set_id AND q.occasion = r.occasion
                    WHERE y.id = NEW.reply_id AND q.id = NEW.question_id) THEN
        RAISE EXCEPTION 'this was not asked in that round' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION feedback.of_its_round() OWNER TO waymark_owner;

CREATE FUNCTION feedback.quotable() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE quotes CONSTANT text := 'authority:' || NEW.authority_id || ':feedback-quotes';
BEGIN
    NEW.grants := array_remove(NEW.grants, quotes);
    IF NEW.set_aside_at IS NULL AND EXISTS (
        SELECT FROM feedback_reply y WHERE y.id = NEW.reply_id AND y.may_quote AND y.withdrawn_on IS NULL) THEN
        NEW.grants := NEW.grants || quotes;
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION feedback.quotable() OWNER TO waymark_owner;

CREATE FUNCTION feedback.set_aside() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE may CONSTANT text[] := ARRAY['words', 'set_aside_at', 'set_aside_because', 'set_aside_by_id', 'grants', 'version'];
BEGIN
    IF to_jsonb(NEW) - may <> to_jsonb(OLD) - may OR OLD.set_aside_at IS NOT NULL AND to_jsonb(NEW) - ARRAY['grants', 'version'] <> to_jsonb(OLD) - ARRAY['grants', 'version']
       OR NEW.words <> OLD.words AND NEW.words <> '' THEN
        RAISE EXCEPTION 'words are set aside, and otherwise never changed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION feedback.set_aside() OWNER TO waymark_owner;

CREATE FUNCTION feedback.stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF OLD.withdrawn_on IS NOT NULL OR to_jsonb(NEW) - ARRAY['withdrawn_on', 'version'] <> to_jsonb(OLD) - ARRAY['withdrawn_on', 'version'] THEN
        RAISE EXCEPTION 'an answer is never changed; leave to quote may be taken back' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION feedback.stays() OWNER TO waymark_owner;

CREATE FUNCTION feedback.taken_back() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE feedback_remark SET version = version + 1 WHERE reply_id = NEW.id;
    RETURN NULL;
END $$;


ALTER FUNCTION feedback.taken_back() OWNER TO waymark_owner;

CREATE FUNCTION gate.acting_user() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$
    SELECT substring(current_setting('waymark.actor', true) FROM '^user:([0-9a-f-]{36})$')::uuid
$_$;


ALTER FUNCTION gate.acting_user() OWNER TO waymark_owner;

CREATE FUNCTION gate.all_keys(authority bigint, names text[], born date, exact text, postcodes text[], places text[], OUT sounds integer[], OUT keys integer[]) RETURNS record
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT k.sounds, ARRAY(SELECT DISTINCT unnest(k.firm || k.paired || k.loose || k.lone || k.spelt))
      FROM gate.keys_of(authority, names, born, exact, postcodes, places, false) AS k
$$;


ALTER FUNCTION gate.all_keys(authority bigint, names text[], born date, exact text, postcodes text[], places text[], OUT sounds integer[], OUT keys integer[]) OWNER TO waymark_owner;

CREATE FUNCTION gate.birth_compare(one date, how_one text, other date, how_other text, OUT steps integer, OUT reason text) RETURNS record
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
DECLARE a text; b text; years integer;
BEGIN
    IF one IS NULL OR other IS NULL THEN steps := 3; reason := 'birth_missing'; RETURN; END IF;
    IF how_one = 'day' AND how_other = 'day' THEN
        IF one = other THEN steps := 0; reason := 'same_birth_date'; RETURN; END IF;
        a := to_char(one, 'DDMMYYYY'); b := to_char(other, 'DDMMYYYY');
        IF right(a, 4) = right(b, 4) AND left(a, 2) = substr(b, 3, 2) AND left(b, 2) = substr(a, 3, 2) THEN
            steps := 1; reason := 'day_month_swapped';
        ELSIF levenshtein_less_equal(a, b, 1) = 1 THEN steps := 1; reason := 'birth_one_digit';
        ELSIF right(a, 6) = right(b, 6) THEN steps := 2; reason := 'same_birth_month';
        ELSIF right(a, 4) = right(b, 4) AND left(a, 2) = left(b, 2) THEN steps := 2; reason := 'birth_month_differs';
        ELSIF left(a, 4) = left(b, 4) THEN steps := 2; reason := 'birth_year_differs';
        ELSIF abs(one - other) <= 400 THEN steps := 3; reason := 'birth_near';
        ELSIF abs(one - other) <= 3700 THEN steps := 4; reason := 'birth_ten_years';
        ELSE steps := 6; reason := 'birth_differs';
        END IF;
        RETURN;
    END IF;
    years := abs(extract(year FROM one)::integer - extract(year FROM other)::integer);
    IF years = 1 THEN steps := 3; reason := 'birth_near';
    ELSIF years > 0 AND abs(one - other) <= 3700 THEN steps := 4; reason := 'birth_ten_years';
    ELSIF years > 0 THEN steps := 6; reason := 'birth_differs';
    ELSIF 'year' IN (how_one, how_other) THEN steps := 1; reason := 'same_birth_year';
    ELSIF extract(month FROM one) = extract(month FROM other) THEN
        steps := 1; reason := 'same_birth_month';
    ELSE steps := 3; reason := 'birth_near';
    END IF;
END $$;


ALTER FUNCTION gate.birth_compare(one date, how_one text, other date, how_other text, OUT steps integer, OUT reason text) OWNER TO waymark_owner;

CREATE FUNCTION gate.break_glass(kind_asked text, wanted uuid, why text, named text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
DECLARE
    who uuid := gate.acting_user();
    record_found record;
    opening uuid;
BEGIN
    SELECT * INTO record_found FROM gate.breakable_row(kind_asked, wanted);
    IF who IS NULL OR record_found.authority IS NULL
       OR NOT gate.holds('authority:' || record_found.authority || ':glass')
       OR NOT gate.works_in(who, record_found.authority)
       OR NOT ('record:' || wanted) = ANY (record_found.carried) THEN
        RAISE EXCEPTION 'there is no such record to open' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF gate.has_interest(who, kind_asked, wanted) THEN
        RAISE EXCEPTION 'somebody with an interest in a record does not open it' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF record_found.carried && gate.held() THEN
        RAISE EXCEPTION 'this record is open to you without break-glass' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- Two clicks at once: the second waits, and finds the first one’s row.
    PERFORM pg_advisory_xact_lock(hashtextextended(who::text || wanted::text, 0));
    SELECT g.id INTO opening FROM access_glass g
     WHERE g.opened_by_id = who AND g.about_kind = kind_asked AND g.about_id = wanted
       AND g.ended_at IS NULL AND statement_timestamp() < g.ends_at;
    IF opening IS NOT NULL THEN
        RETURN opening;
    END IF;
    INSERT INTO access_glass (id, authority_id, grants, version, recorded_at, salt, reference, about_kind, about_id,
                              about_reference, opened_by_id, opened_as_lead, reason, opened_at, ends_at, verdict, words)
    VALUES (gen_random_uuid(), record_found.authority,
            ARRAY['user:' || who, 'authority:' || record_found.authority || ':glass-review',
                  'system:' || record_found.authority],
            1, statement_timestamp(), gen_random_uuid(), named, kind_asked, wanted, record_found.called, who,
            gate.holds('authority:' || record_found.authority || ':glass-review'), btrim(why),
            statement_timestamp(), statement_timestamp() + interval '60 minutes', '', '')
    RETURNING id INTO opening;
    RETURN opening;
END $$;


ALTER FUNCTION gate.break_glass(kind_asked text, wanted uuid, why text, named text) OWNER TO waymark_guard;

CREATE FUNCTION gate.breakable_row(kind_asked text, wanted uuid, OUT authority bigint, OUT carried text[], OUT called text) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $_$
DECLARE place text;
BEGIN
    SELECT b.relation INTO place FROM gate.breakable b WHERE b.kind = kind_asked;
    IF place IS NOT NULL THEN
        EXECUTE format('SELECT authority_id, grants, reference FROM %I WHERE id = $1', place)
           INTO authority, carried, called USING wanted;
    END IF;
END $_$;


ALTER FUNCTION gate.breakable_row(kind_asked text, wanted uuid, OUT authority bigint, OUT carried text[], OUT called text) OWNER TO waymark_guard;

CREATE FUNCTION gate.codes_of(word text) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
DECLARE hard text := split_part(word, ':', 4); soft text := split_part(word, ':', 5); families text := split_part(word, ':', 3);
BEGIN
    IF length(split_part(word, ':', 1)) < 2 THEN RETURN '{}'; END IF;
    IF families = '' THEN
        RETURN CASE WHEN hard = soft THEN ARRAY['k' || hard] ELSE ARRAY['k' || hard, 'k' || soft] END;
    END IF;
    RETURN CASE WHEN hard = soft THEN ARRAY['k' || hard] ELSE ARRAY['k' || hard, 'k' || soft] END
           || string_to_array('f' || replace(translate(families, '*~', ''), ',', ',f'), ',');
END $$;


ALTER FUNCTION gate.codes_of(word text) OWNER TO waymark_owner;

CREATE FUNCTION gate.confirm_vouching(wanted uuid, hashed text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
DECLARE
    who uuid := gate.acting_user();
    row_found access_recovery;
BEGIN
    SELECT * INTO row_found FROM access_recovery r WHERE r.id = wanted FOR UPDATE;
    IF who IS NULL OR row_found.id IS NULL
       OR NOT gate.holds('authority:' || row_found.authority_id || ':vouch')
       OR NOT gate.works_in(who, row_found.authority_id)
       OR NOT gate.works_in(row_found.user_id, row_found.authority_id)
       OR NOT gate.works_in(row_found.vouched_by_id, row_found.authority_id) THEN
        RAISE EXCEPTION 'there is nothing here to confirm' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF row_found.vouched_by_id = who THEN
        RAISE EXCEPTION 'a second person confirms' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF row_found.user_id = who THEN
        RAISE EXCEPTION 'nobody vouches for themselves' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF row_found.confirmed_at IS NOT NULL OR row_found.stopped_at IS NOT NULL
       OR statement_timestamp() >= row_found.ends_at THEN
        RAISE EXCEPTION 'this is over' USING ERRCODE = 'object_in_use';
    END IF;
    UPDATE access_recovery r SET confirmed_by_id = who, confirmed_at = statement_timestamp(), link = hashed,
           ends_at = greatest(statement_timestamp(), r.works_from) + interval '2 hours', version = r.version + 1
     WHERE r.id = wanted;
END $$;


ALTER FUNCTION gate.confirm_vouching(wanted uuid, hashed text) OWNER TO waymark_guard;

CREATE FUNCTION gate.declare_interest(kind_asked text, wanted uuid) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
DECLARE
    who uuid := gate.acting_user();
    record_found record;
    interest uuid;
BEGIN
    SELECT * INTO record_found FROM gate.breakable_row(kind_asked, wanted);
    IF who IS NULL OR record_found.authority IS NULL OR NOT gate.works_in(who, record_found.authority)
       OR NOT gate.holds('authority:' || record_found.authority || ':glass')
       OR NOT ('record:' || wanted) = ANY (record_found.carried) THEN
        RAISE EXCEPTION 'there is no such record' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO access_interest (id, authority_id, grants, version, recorded_at, salt, about_kind, about_id,
                                 about_reference, user_id, declared_at, withdrawn_because)
    VALUES (gen_random_uuid(), record_found.authority,
            ARRAY['user:' || who, 'authority:' || record_found.authority || ':glass-review',
                  'system:' || record_found.authority],
            1, statement_timestamp(), gen_random_uuid(), kind_asked, wanted, record_found.called, who,
            statement_timestamp(), '')
    ON CONFLICT DO NOTHING;
    UPDATE access_glass g SET ended_at = statement_timestamp(), version = g.version + 1
     WHERE g.opened_by_id = who AND g.about_kind = kind_asked AND g.about_id = wanted AND g.ended_at IS NULL
       AND statement_timestamp() < g.ends_at;
    SELECT i.id INTO interest FROM access_interest i
     WHERE i.user_id = who AND i.about_kind = kind_asked AND i.about_id = wanted AND i.withdrawn_at IS NULL;
    RETURN interest;
END $$;


ALTER FUNCTION gate.declare_interest(kind_asked text, wanted uuid) OWNER TO waymark_guard;

CREATE FUNCTION gate.earlier_records(wanted uuid) RETURNS TABLE(candidate uuid, reasons text[])
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
    SELECT found.candidate, found.reasons FROM gate.person_keys k,
           gate.look_for(k.authority_id, k.names, k.born_on, k.born_precision, k.postcodes, k.places, k.person_id) AS found
     WHERE k.person_id = wanted
$$;


ALTER FUNCTION gate.earlier_records(wanted uuid) OWNER TO waymark_guard;

CREATE FUNCTION gate.end_glass(opening uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
BEGIN
    UPDATE access_glass g SET ended_at = statement_timestamp(), version = g.version + 1
     WHERE g.id = opening AND g.opened_by_id = gate.acting_user() AND g.ended_at IS NULL
       AND statement_timestamp() < g.ends_at;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is nothing open to end' USING ERRCODE = 'insufficient_privilege';
    END IF;
END $$;


ALTER FUNCTION gate.end_glass(opening uuid) OWNER TO waymark_guard;

CREATE FUNCTION gate.equality_answered_at(wanted uuid) RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
BEGIN
    PERFORM gate.held_person(wanted);
    RETURN (SELECT answered_at FROM people_equalityanswers WHERE person_key = wanted);
END $$;


ALTER FUNCTION gate.equality_answered_at(wanted uuid) OWNER TO waymark_guard;

CREATE FUNCTION gate.families(word text) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
DECLARE found text[];
BEGIN
    SELECT array_agg(CASE f.kind WHEN 'short' THEN '~' WHEN 'common' THEN '*' ELSE '' END || f.family ORDER BY f.family)
      INTO found FROM gate.name_form f WHERE f.word = families.word;
    IF word ~ '^ma?c\w{3}' THEN found := found || ('mc' || regexp_replace(word, '^ma?c', '')); END IF;
    IF word ~ '^c?abd\w{4}' THEN
        found := found || ('abd' || gate.sound(regexp_replace(word, '^c?abd[aeiou]*l*', ''), false));
    END IF;
    RETURN coalesce(array_to_string(found, ','), '');
END $$;


ALTER FUNCTION gate.families(word text) OWNER TO waymark_owner;

CREATE FUNCTION gate.find_breakable(wanted text) RETURNS TABLE(kind text, id uuid, authority bigint, seen boolean, opens boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $_$
DECLARE one gate.breakable;
BEGIN
    FOR one IN SELECT * FROM gate.breakable LOOP
        RETURN QUERY EXECUTE format(
            'SELECT $2, r.id, r.authority_id, r.grants && gate.held() AND NOT r.grants && gate.kept_from(), (''record:'' || r.id) = ANY (r.grants) FROM %I r '
            'WHERE r.reference = $1 AND gate.holds(''authority:'' || r.authority_id || '':glass'') '
            'AND gate.works_in(gate.acting_user(), r.authority_id)', one.relation) USING wanted, one.kind;
    END LOOP;
END $_$;


ALTER FUNCTION gate.find_breakable(wanted text) OWNER TO waymark_guard;

CREATE FUNCTION gate.folded_part(folded text, forenames text, surname text, last boolean) RETURNS text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
DECLARE parts text[]; words integer; of_surname integer;
BEGIN
    IF forenames = '' OR surname = '' THEN RETURN ''; END IF;
    parts := string_to_array(folded, ' '); words := cardinality(parts);
    of_surname := cardinality(regexp_split_to_array(trim(regexp_replace(surname, '[’''`ʻʼ]', '', 'g')), '[^[:alnum:]]+'));
    RETURN CASE WHEN words <= of_surname THEN ''
                WHEN last THEN array_to_string(parts[words - of_surname + 1:], ' ')
                ELSE array_to_string(parts[:words - of_surname], ' ') END;
END $$;


ALTER FUNCTION gate.folded_part(folded text, forenames text, surname text, last boolean) OWNER TO waymark_owner;

CREATE FUNCTION gate.glass_about(kind_asked text, wanted uuid) RETURNS TABLE(reference text, opener text, opened_at timestamp with time zone, over_at timestamp with time zone, reviewed_at timestamp with time zone, verdict text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
DECLARE record_found record;
BEGIN
    SELECT * INTO record_found FROM gate.breakable_row(kind_asked, wanted);
    IF NOT coalesce(record_found.carried && (gate.held() || gate.lent()), false)
       OR record_found.carried && gate.kept_from() THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT g.reference::text, u.full_name::text, g.opened_at, coalesce(g.ended_at, g.ends_at),
                        g.reviewed_at, g.verdict::text
      FROM access_glass g JOIN accounts_user u ON u.id = g.opened_by_id
     WHERE g.about_kind = kind_asked AND g.about_id = wanted ORDER BY g.opened_at;
END $$;


ALTER FUNCTION gate.glass_about(kind_asked text, wanted uuid) OWNER TO waymark_guard;

CREATE FUNCTION gate.glass_reads(opening uuid) RETURNS TABLE(at timestamp with time zone, page text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'ledger', 'pg_temp'
    AS $$
    SELECT r.at, r.page FROM ledger.read r
      JOIN access_glass g ON g.id = opening AND g.grants && gate.held() AND r.authority_id = g.authority_id
     WHERE r.purpose = 'break-glass ' || opening
       AND (g.opened_by_id = gate.acting_user() OR NOT gate.has_interest(gate.acting_user(), g.about_kind, g.about_id))
     ORDER BY r.id
$$;


ALTER FUNCTION gate.glass_reads(opening uuid) OWNER TO waymark_guard;

CREATE FUNCTION gate.has_interest(who uuid, kind_asked text, wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM access_interest i WHERE i.user_id = who AND i.withdrawn_at IS NULL
                      AND i.about_kind = kind_asked AND i.about_id = wanted)
$$;


ALTER FUNCTION gate.has_interest(who uuid, kind_asked text, wanted uuid) OWNER TO waymark_guard;

CREATE FUNCTION gate.has_standing(person uuid, place bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
    SELECT coalesce(bool_or(v.who = person AND v.works), false) OR count(*) = 0
      FROM gate.vouching_since(place) v WHERE v.since <= statement_timestamp() - interval '14 days'
$$;


ALTER FUNCTION gate.has_standing(person uuid, place bigint) OWNER TO waymark_guard;

CREATE FUNCTION gate.held() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    SELECT coalesce(array_agg(given), '{}')
      FROM unnest(coalesce(nullif(current_setting('waymark.grants', true), ''), '{}')::text[]) AS given
     WHERE given NOT LIKE 'record:%'
$$;


ALTER FUNCTION gate.held() OWNER TO waymark_owner;

CREATE FUNCTION gate.held_person(wanted uuid) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
DECLARE authority integer;
BEGIN
    SELECT authority_id INTO authority FROM people_person WHERE id = wanted AND grants && gate.held();
    IF authority IS NULL THEN
        RAISE EXCEPTION 'this person is not yours' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN authority;
END $$;


ALTER FUNCTION gate.held_person(wanted uuid) OWNER TO waymark_guard;

CREATE FUNCTION gate.holds(token text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT token = ANY (gate.held()) $$;


ALTER FUNCTION gate.holds(token text) OWNER TO waymark_owner;

CREATE FUNCTION gate.kept_from() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    SELECT CASE WHEN gate.acting_user() IS NULL THEN '{}' ELSE gate.kept_from(gate.acting_user()) END
$$;


ALTER FUNCTION gate.kept_from() OWNER TO waymark_owner;

CREATE FUNCTION gate.kept_from(who uuid) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce(array_agg('record:' || i.about_id), '{}') FROM access_interest i
     WHERE i.user_id = who AND i.withdrawn_at IS NULL
$$;


ALTER FUNCTION gate.kept_from(who uuid) OWNER TO waymark_guard;

CREATE FUNCTION gate.keys_follow() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
BEGIN
    IF TG_TABLE_NAME = 'people_person' THEN
        PERFORM gate.learn(ARRAY(SELECT DISTINCT id FROM changed));
    ELSE
        PERFORM gate.learn(ARRAY(SELECT DISTINCT person_id FROM changed));
    END IF;
    RETURN NULL;
END $$;


ALTER FUNCTION gate.keys_follow() OWNER TO waymark_guard;

CREATE FUNCTION gate.keys_of(authority bigint, names text[], born date, exact text, postcodes text[], places text[], asking boolean, OUT firm integer[], OUT paired integer[], OUT loose integer[], OUT lone integer[], OUT spelt integer[], OUT sounds integer[]) RETURNS record
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
DECLARE
    own text := authority || ' '; year integer := extract(year FROM born); day boolean := exact = 'day'; parts text[]; years text[] := '{}';
    name text; words text[]; codes text[]; other_codes text[]; all_codes text[] := '{}'; firsts text[]; first text; code text; other text;
    glued text; word text; piece text; sums integer[]; n integer;
BEGIN
    firm := '{}'; paired := '{}'; loose := '{}'; lone := '{}'; spelt := '{}'; sounds := '{}';
    IF day THEN parts := ARRAY[to_char(born, '"a"YYYYMM'), to_char(born, '"b"YYYYDD'), to_char(born, '"c"MMDD')]; END IF;
    IF born IS NOT NULL THEN
        years := CASE WHEN asking THEN ARRAY[year, year - 1, year + 1, year - 10, year + 10] ELSE ARRAY[year] END;
    END IF;
    FOREACH name IN ARRAY names[1:12] LOOP
        words := string_to_array(name, ' '); n := coalesce(cardinality(words), 0); glued := ''; firsts := '{}';
        CONTINUE WHEN n = 0;
        -- Of a very long name its first three words and its last two.
        IF n > 5 THEN words := words[1:3] || words[n - 1:n]; n := 5; END IF;
        FOR i IN 1..n LOOP
            word := split_part(words[i], ':', 1);
            glued := glued || word; firsts := firsts || left(split_part(words[i], ':', 4), 1);
        END LOOP;
        FOR i IN 1..n LOOP
            codes := gate.codes_of(words[i]);
            CONTINUE WHEN codes = '{}';
            sums := '{}';
            FOREACH code IN ARRAY codes LOOP
                sums := sums || hashtext(own || code);
                IF code <> ALL (all_codes) THEN all_codes := all_codes || code; END IF;
            END LOOP;
            sounds := sounds || (sums || sums[1] || sums[1] || sums[1])[1:4];
            word := split_part(words[i], ':', 1);
            IF length(word) >= 4 OR asking THEN
                sums := ARRAY[hashtext(own || 'x' || word)];
                FOR at IN 1..least(length(word), 12) LOOP
                    EXIT WHEN length(word) < 4;
                    sums := sums || hashtext(own || 'x' || left(word, at - 1) || substr(word, at + 1));
                END LOOP;
                -- Those to look for in equal lots, a lot for each word.
                IF asking THEN sums := sums || array_fill(sums[1], ARRAY[13 - cardinality(sums)]); END IF;
                spelt := spelt || sums;
            END IF;
            -- Two words of a name; and one, with how another begins.
            FOR j IN 1..n LOOP
                CONTINUE WHEN i = j;
                IF i < j THEN
                    other_codes := gate.codes_of(words[j]);
                    FOREACH code IN ARRAY codes LOOP
                        FOREACH other IN ARRAY other_codes LOOP
                            paired := paired || hashtext(own || least(code COLLATE "C", other COLLATE "C") || '+' || greatest(code COLLATE "C", other COLLATE "C"));
                        END LOOP;
                    END LOOP;
                END IF;
                first := '-' || firsts[j];
                FOREACH code IN ARRAY codes LOOP
                    -- A birth date is missing, on either side.
                    IF NOT asking OR born IS NULL THEN loose := loose || hashtext(own || code || first); END IF;
                    IF asking = (born IS NOT NULL) THEN loose := loose || hashtext(own || code || first || '?'); END IF;
                    -- A birth date some months, a year or ten years off, and the other word misspelt.
                    FOREACH piece IN ARRAY years LOOP firm := firm || hashtext(own || code || first || piece); END LOOP;
                END LOOP;
            END LOOP;
        END LOOP;
        -- Written without the spaces.
        IF glued <> '' THEN paired := paired || hashtext(own || 'c' || gate.sound(glued, false)); END IF;
    END LOOP;
    IF day THEN
        firm := firm || hashtext(own || to_char(born, '"d"YYYYMMDD'));
        IF asking THEN firm := firm || hashtext(own || to_char(born, '"d"YYYYDDMM')); END IF;
    END IF;
    FOREACH code IN ARRAY all_codes LOOP
        lone := lone || hashtext(own || 'w' || code);
        IF day THEN
            FOREACH piece IN ARRAY parts LOOP firm := firm || hashtext(own || code || piece); END LOOP;
        END IF;
        -- The year: for a date that is not whole, on either side.
        IF born IS NOT NULL AND (NOT asking OR NOT day) THEN firm := firm || hashtext(own || code || 'y' || year); END IF;
        IF born IS NOT NULL AND asking = day THEN firm := firm || hashtext(own || code || 'z' || year); END IF;
        FOREACH piece IN ARRAY places LOOP firm := firm || hashtext(own || code || '@' || piece); END LOOP;
    END LOOP;
    FOREACH piece IN ARRAY postcodes LOOP firm := firm || hashtext(own || 'p' || piece); END LOOP;
END $$;


ALTER FUNCTION gate.keys_of(authority bigint, names text[], born date, exact text, postcodes text[], places text[], asking boolean, OUT firm integer[], OUT paired integer[], OUT loose integer[], OUT lone integer[], OUT spelt integer[], OUT sounds integer[]) OWNER TO waymark_owner;

CREATE FUNCTION gate.learn(wanted uuid[]) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
    WITH read AS (
        SELECT p.id, p.authority_id, p.born_on, p.born_precision,
               ARRAY(SELECT DISTINCT gate.read_name(gate.folded_part(n.folded, n.forenames, n.surname, false),
                                                    gate.folded_part(n.folded, n.forenames, n.surname, true), n.folded)
                       FROM people_personname n WHERE n.person_id = p.id AND n.kind <> 'handle') AS names,
               ARRAY(SELECT DISTINCT replace(a.postcode, ' ', '') FROM people_address a
                      WHERE a.person_id = p.id AND length(a.postcode) > 4) AS postcodes,
               ARRAY(SELECT DISTINCT coalesce(f.institution_id::text, lower(f.name)) FROM people_affiliation f
                      WHERE f.person_id = p.id) AS places
          FROM people_person p WHERE p.id = ANY (wanted)
    ), kept AS (
        INSERT INTO gate.person_keys
        SELECT id, authority_id, names, born_on, born_precision, postcodes, places, k.sounds, k.keys
          FROM read, gate.all_keys(authority_id, names, born_on, born_precision, postcodes, places) AS k
        ON CONFLICT (person_id) DO UPDATE SET names = excluded.names, born_on = excluded.born_on,
               born_precision = excluded.born_precision, postcodes = excluded.postcodes, places = excluded.places,
               sounds = excluded.sounds, keys = excluded.keys
        RETURNING 1
    )
    SELECT count(*) FROM kept
$$;


ALTER FUNCTION gate.learn(wanted uuid[]) OWNER TO waymark_guard;

CREATE FUNCTION gate.legal_move() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    was text := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) ->> TG_ARGV[0] END;
    becomes text := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
    IF TG_OP = 'INSERT' AND becomes <> TG_ARGV[1] THEN
        RAISE EXCEPTION '% may not begin as %', TG_TABLE_NAME, becomes USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'UPDATE' AND was IS DISTINCT FROM becomes
       AND NOT (was || '>' || becomes) = ANY (TG_ARGV[2:]) THEN
        RAISE EXCEPTION '% may not go from % to %', TG_TABLE_NAME, was, becomes USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION gate.legal_move() OWNER TO waymark_owner;

CREATE FUNCTION gate.lent() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    SELECT CASE WHEN gate.acting_user() IS NULL THEN '{}' ELSE gate.opened_by(gate.acting_user()) END
$$;


ALTER FUNCTION gate.lent() OWNER TO waymark_owner;

CREATE FUNCTION gate.look_for(authority bigint, names text[], born date, exact text, postcodes text[], places text[], apart uuid) RETURNS TABLE(candidate uuid, reasons text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    SET enable_seqscan TO 'off'
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $_$
DECLARE
    asked record := gate.keys_of(authority, names, born, exact, postcodes, places, true);
    one integer[] := asked.sounds[1:4]; two integer[] := asked.sounds[5:8]; three integer[] := asked.sounds[9:12];
    four integer[] := asked.sounds[13:16]; five integer[] := asked.sounds[17:20];
    one_spelt integer[] := asked.spelt[1:13]; two_spelt integer[] := asked.spelt[14:26]; three_spelt integer[] := asked.spelt[27:39];
BEGIN
    RETURN QUERY
    WITH firm AS MATERIALIZED (
        SELECT k.person_id, k.born_on, k.born_precision, k.sounds, k.postcodes && $5 AS home, k.places && $6 AS place
          FROM gate.person_keys k WHERE k.keys && asked.firm AND k.authority_id = authority LIMIT 4000
    ), paired AS MATERIALIZED (
        SELECT k.person_id, k.born_on, k.born_precision, k.sounds, k.postcodes && $5 AS home, k.places && $6 AS place
          FROM gate.person_keys k WHERE k.keys && asked.paired AND k.authority_id = authority LIMIT 500
    ), loose AS MATERIALIZED (
        SELECT k.person_id, k.born_on, k.born_precision, k.sounds, k.postcodes && $5 AS home, k.places && $6 AS place
          FROM gate.person_keys k WHERE k.keys && asked.loose AND k.authority_id = authority
           AND (SELECT count(*) FROM paired) < 300 LIMIT 500
    ), lone AS MATERIALIZED (
        SELECT k.person_id, k.born_on, k.born_precision, k.sounds, k.postcodes && $5 AS home, k.places && $6 AS place
          FROM gate.person_keys k WHERE k.keys && asked.lone AND k.authority_id = authority
           AND (SELECT count(*) FROM firm) + (SELECT count(*) FROM paired) < 60 LIMIT 300
    ), spelt AS MATERIALIZED (
        SELECT k.person_id, k.born_on, k.born_precision, k.sounds, k.postcodes && $5 AS home, k.places && $6 AS place,
               (NOT k.sounds && one AND k.keys && one_spelt)::integer + (NOT k.sounds && two AND k.keys && two_spelt)::integer
                   + (NOT k.sounds && three AND k.keys && three_spelt)::integer AS letters
          FROM gate.person_keys k WHERE k.keys && asked.spelt AND k.authority_id = authority
           AND (SELECT count(*) FROM paired) < 300 LIMIT 600
    ), met AS (
        SELECT m.person_id, m.born_on, m.born_precision, m.sounds, m.home, m.place, max(m.letters) AS letters
          FROM (SELECT *, 0 AS letters FROM firm UNION ALL SELECT *, 0 FROM paired UNION ALL SELECT *, 0 FROM loose
                UNION ALL SELECT *, 0 FROM lone UNION ALL SELECT * FROM spelt) AS m
         GROUP BY m.person_id, m.born_on, m.born_precision, m.sounds, m.home, m.place
    ), first AS (
        -- At a glance: how far the dates are apart, which words sound like one of theirs.
        SELECT m.person_id FROM met m WHERE m.person_id IS DISTINCT FROM apart
         ORDER BY CASE WHEN m.born_on IS NULL OR $3 IS NULL THEN 3 WHEN m.born_on = $3 THEN -1
                       WHEN (date_part('year', m.born_on) = date_part('year', $3))::integer + (date_part('month', m.born_on) = date_part('month', $3))::integer
                          + (date_part('day', m.born_on) = date_part('day', $3))::integer >= 2 THEN 1
                       WHEN date_part('month', m.born_on) = date_part('day', $3) AND date_part('day', m.born_on) = date_part('month', $3) THEN 1
                       WHEN abs(m.born_on - $3) <= 400 THEN 3 WHEN abs(m.born_on - $3) <= 3700 THEN 4 ELSE 6 END
                  - 2 * ((m.sounds && one)::integer + (m.sounds && two)::integer + (m.sounds && three)::integer
                         + (m.sounds && four)::integer + (m.sounds && five)::integer)
                  - 3 * m.home::integer - 2 * m.place::integer - m.letters, m.person_id
         LIMIT 80
    ), near AS MATERIALIZED (
        SELECT k.person_id, k.names, k.postcodes && $5 AS home, k.places && $6 AS place, k.postcodes, b.steps AS birth_steps, b.reason AS birth
          FROM first f JOIN gate.person_keys k ON k.person_id = f.person_id, gate.birth_compare($3, $4, k.born_on, k.born_precision) AS b
    ), said AS MATERIALIZED (
        -- The plainest reason among all the names of both. People of one name are compared once.
        SELECT n.names, s.steps, s.reason FROM (SELECT DISTINCT near.names FROM near) AS n CROSS JOIN LATERAL (
              SELECT c.steps, c.reason FROM unnest($2) AS mine, unnest(n.names) AS theirs, gate.name_compare(mine, theirs) AS c
              UNION ALL SELECT 4, 'name_missing' WHERE cardinality($2) = 0 OR cardinality(n.names) = 0
               ORDER BY 1, 2 LIMIT 1) AS s
    ), compared AS (
        SELECT n.person_id, n.birth_steps, n.birth, n.home, n.place, said.steps AS name_steps, said.reason AS name,
               NOT n.home AND gate.postcodes_close($5, n.postcodes) AS home_close
          FROM near n JOIN said ON said.names = n.names
    ), counted AS (
        -- Another name altogether counts only beside the same birth date and a home or a school in common.
        SELECT c.*, s.name_far, s.name_far + c.birth_steps - CASE WHEN c.home THEN 3 WHEN c.home_close THEN 1 ELSE 0 END
                    - CASE WHEN c.place THEN 2 ELSE 0 END AS apart_by
          FROM compared c, LATERAL (SELECT CASE WHEN c.name_steps = 9 AND c.birth_steps <= 1 AND (c.home OR c.home_close OR c.place)
                                                THEN 6 ELSE c.name_steps END) AS s(name_far)
    ), sorted AS (
        SELECT *, name_far = 0 OR apart_by <= CASE WHEN name_far >= 4 THEN 4 ELSE 5 END AS plain FROM counted
         WHERE name_far = 0 OR name_far < 9 AND apart_by <= 7
               AND (home OR place OR home_close OR birth_steps < 6 AND NOT (name_far >= 4 AND birth = 'birth_missing'))
    ), shown AS (
        SELECT *, row_number() OVER (ORDER BY plain DESC, apart_by, name_far, birth_steps, person_id) AS nth,
               bool_or(apart_by <= 2 AND birth_steps <= 3) OVER () AS settled FROM sorted
    )
    -- Five as a rule; never fewer than all with the same name and a birth date that fits. Where nobody is very near, those
    -- with some likeness too, until there are three.
    SELECT s.person_id, array_remove(ARRAY[coalesce(s.name, 'name_differs'), s.birth, CASE WHEN s.home THEN 'same_postcode' END,
               CASE WHEN s.home_close THEN 'postcode_close' END, CASE WHEN s.place THEN 'same_institution' END], NULL)
      FROM shown s
     WHERE s.plain AND (s.nth <= 5 OR s.name_steps = 0 AND s.birth_steps <= 1) OR NOT s.settled AND s.nth <= 3
     ORDER BY s.nth;
END $_$;


ALTER FUNCTION gate.look_for(authority bigint, names text[], born date, exact text, postcodes text[], places text[], apart uuid) OWNER TO waymark_guard;

CREATE FUNCTION gate.name_compare(one text, other text, OUT steps integer, OUT reason text) RETURNS record
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
DECLARE
    mine text[] := string_to_array(one, ' '); theirs text[] := string_to_array(other, ' ');
    a text[] := '{}'; b text[] := '{}'; held text[]; pairs text[] := '{}'; why text; found text; whole_a text; whole_b text; apart integer; matched integer := 0; sure integer := 0; unlike integer := 0;
    total integer := 0; worst integer := -1; where_ text := ''; common boolean := false;
    left_mine integer[] := '{}'; taken integer[] := '{}'; word text; m integer; n integer; nearest integer := 9;
BEGIN
    steps := 9;
    IF coalesce(one, '') = '' OR coalesce(other, '') = '' THEN RETURN; END IF;
    IF cardinality(mine) > cardinality(theirs)
       OR (cardinality(mine) = cardinality(theirs) AND one COLLATE "C" > other COLLATE "C") THEN
        held := mine; mine := theirs; theirs := held;
    END IF;
    FOREACH word IN ARRAY mine LOOP a := a || split_part(word, ':', 1); END LOOP;
    FOREACH word IN ARRAY theirs LOOP b := b || split_part(word, ':', 1); END LOOP;
    IF a = b THEN steps := 0; reason := 'same_name'; RETURN; END IF;
    IF a <@ b AND b <@ a THEN steps := 0; reason := 'parts_swapped'; RETURN; END IF;
    whole_a := array_to_string(a, ''); whole_b := array_to_string(b, '');
    IF whole_a = whole_b THEN steps := 0; reason := 'spaces_differ'; RETURN; END IF;

    -- Each word of the shorter name takes its nearest in the longer one, the nearest pairs first: equal ones at once.
    m := least(cardinality(mine), 12); n := least(cardinality(theirs), 12);
    FOR i IN 1..m LOOP
        FOR j IN 1..n LOOP
            IF a[i] = b[j] AND j <> ALL (taken) THEN
                left_mine := left_mine || i; taken := taken || j; matched := matched + 1;
                common := common OR strpos(split_part(mine[i], ':', 3), '*') > 0;
                IF length(a[i]) > 1 THEN sure := sure + 1; END IF;
                EXIT;
            END IF;
        END LOOP;
    END LOOP;
    IF matched < m THEN
        FOR i IN 1..m LOOP
            FOR j IN 1..n LOOP
                pairs[(i - 1) * n + j] := CASE WHEN i = ANY (left_mine) OR j = ANY (taken) THEN NULL
                                               ELSE gate.word_reason(mine[i], theirs[j]) END;
                nearest := least(nearest, left(pairs[(i - 1) * n + j], 1)::integer);
            END LOOP;
        END LOOP;
    END IF;
    FOR round_ IN nearest..3 LOOP
        FOR i IN 1..m LOOP
            CONTINUE WHEN i = ANY (left_mine);
            FOR j IN 1..n LOOP
                why := pairs[(i - 1) * n + j];
                CONTINUE WHEN why IS NULL OR left(why, 1)::integer <> round_ OR j = ANY (taken);
                why := substr(why, 2);
                left_mine := left_mine || i; taken := taken || j; common := common OR strpos(split_part(mine[i], ':', 3), '*') > 0;
                total := total + round_; matched := matched + 1;
                IF round_ <= 2 AND why <> 'initial' AND length(a[i]) > 1 THEN sure := sure + 1; END IF;
                IF round_ > worst THEN
                    worst := round_; found := why;
                    where_ := CASE WHEN split_part(mine[i], ':', 2) = split_part(theirs[j], ':', 2)
                                   THEN split_part(mine[i], ':', 2) ELSE '' END;
                ELSE where_ := '';
                END IF;
                EXIT;
            END LOOP;
        END LOOP;
    END LOOP;
    unlike := cardinality(mine) - matched;

    IF unlike = 0 THEN
        IF cardinality(mine) < cardinality(theirs) THEN
            -- A single word of several says less than two.
            steps := least(total, 2) + CASE WHEN cardinality(mine) = 1 THEN 3 WHEN total = 0 THEN 1 ELSE 2 END;
            reason := CASE WHEN total = 0 THEN 'part_of_name' ELSE coalesce(found, 'part_of_name') END;
            IF total > 0 THEN reason := 'part_close'; END IF;
        ELSE
            steps := greatest(least(total, 4), 1);
            reason := CASE where_ WHEN 's' THEN 'surname_' WHEN 'f' THEN 'forename_' ELSE '' END || found;
            IF total > worst AND found NOT IN ('known_spelling', 'short_form', 'sounds_alike') THEN reason := 'name_close'; END IF;
        END IF;
    ELSIF sure > 0 THEN
        -- Somebody else’s forename, or a surname before marriage: the rest has nothing in common.
        steps := 4 + CASE WHEN unlike > 1 THEN 1 ELSE 0 END;
        reason := 'one_part_same';
        IF common AND sure = 1 THEN steps := 5; END IF;
    END IF;

    -- Written without the space, or with it in another place.
    apart := levenshtein_less_equal(left(whole_a, 120), left(whole_b, 120), 2);
    IF apart <= 2 AND length(whole_a) >= 6 AND apart < steps THEN
        IF reason IS NULL OR steps > 2 THEN reason := CASE apart WHEN 1 THEN 'one_letter' ELSE 'two_letters' END; END IF;
        steps := apart;
    ELSIF steps > 3 AND similarity(array_to_string(a, ' '), array_to_string(b, ' ')) >= 0.45 THEN
        steps := 3; reason := 'name_close';
    END IF;
END $$;


ALTER FUNCTION gate.name_compare(one text, other text, OUT steps integer, OUT reason text) OWNER TO waymark_owner;

CREATE FUNCTION gate.name_reason(one text, other text) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    SELECT reason FROM gate.name_compare(gate.read_name('', '', one), gate.read_name('', '', other))
$$;


ALTER FUNCTION gate.name_reason(one text, other text) OWNER TO waymark_owner;

CREATE FUNCTION gate.name_words(folded text) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
DECLARE
    name text := gate.plain_letters(folded); words text[]; kept text[] := '{}'; word text;
BEGIN
    IF strpos(name, ' ') = 0 THEN RETURN string_to_array(name, ' '); END IF;
    name := regexp_replace(name, '^((mr|mrs|ms|miss|mx|dr|prof|rev|sir|master|cllr) )+(?=\S)', '');
    IF strpos(name, ' ') > 0 THEN
        name := regexp_replace(name, '\m(o|mac|mc|fitz) (?=\w{3})', '\1', 'g');
        IF strpos(name, 'abd') > 0 THEN
            name := regexp_replace(name, '\m(c?abd(?:[aeiou]{0,2}[lrs]?|ul|el|al)) (?:(?:al|el|ul|ur|ar|us|as|ud|ad|ir|is) )?(?=\w{3})', '\1', 'g');
        END IF;
        name := regexp_replace(name, '\m(\w+) (?:ud|ad|al|el|ed) d[ie]{1,2}ne?\M', '\1uddin', 'g');
    END IF;
    words := string_to_array(name, ' ');
    FOREACH word IN ARRAY words LOOP
        IF word <> ALL ('{ap,ab,ferch,bin,ibn,bint,al,el,ul,de,da,di,du,van,von,der,den,la,le,of,the}') THEN kept := kept || word; END IF;
    END LOOP;
    RETURN CASE WHEN cardinality(kept) > 0 THEN kept ELSE words END;
END $$;


ALTER FUNCTION gate.name_words(folded text) OWNER TO waymark_owner;

CREATE FUNCTION gate.opened_by(who uuid) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce(array_agg('record:' || g.about_id), '{}') FROM access_glass g
     WHERE g.opened_by_id = who AND g.ended_at IS NULL
       AND g.opened_at <= statement_timestamp() AND statement_timestamp() < g.ends_at
       AND gate.works_in(who, g.authority_id)
       AND NOT gate.has_interest(who, g.about_kind, g.about_id)
$$;


ALTER FUNCTION gate.opened_by(who uuid) OWNER TO waymark_guard;

CREATE FUNCTION gate.plain_letters(written text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT replace(replace(replace(gate.romanised(written), 'غ', 'gh'), 'چ', 'ch'), 'ژ', 'zh')
$$;


ALTER FUNCTION gate.plain_letters(written text) OWNER TO waymark_owner;

CREATE FUNCTION gate.possible_matches(wanted uuid) RETURNS TABLE(candidate uuid, reasons text[])
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
DECLARE authority integer := gate.held_person(wanted);
BEGIN
    PERFORM ledger.note_deed('people.search', 'people.person', wanted::text, authority, clock_timestamp());
    RETURN QUERY SELECT * FROM gate.earlier_records(wanted);
END $$;


ALTER FUNCTION gate.possible_matches(wanted uuid) OWNER TO waymark_guard;

CREATE FUNCTION gate.postcodes_close(mine text[], theirs text[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT EXISTS (SELECT FROM unnest(mine) AS a, unnest(theirs) AS b
                    WHERE levenshtein_less_equal(left(a, 10), left(b, 10), 2) <= 1
                       OR length(a) = length(b) AND translate(a, b, '') = '' AND translate(b, a, '') = ''
                          AND levenshtein_less_equal(left(a, 10), left(b, 10), 2) = 2)
$$;


ALTER FUNCTION gate.postcodes_close(mine text[], theirs text[]) OWNER TO waymark_owner;

CREATE FUNCTION gate.read_name(forenames text, surname text, whole text) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $_$
BEGIN
    -- “Mrs Khan”: a title is no forename.
    IF forenames = '' OR surname = '' OR forenames ~ '^((mr|mrs|ms|miss|mx|dr|prof|rev|sir|master|cllr)( |$))+$' THEN
        RETURN ltrim(gate.read_words(whole, ''));
    END IF;
    RETURN ltrim(gate.read_words(forenames, 'f') || gate.read_words(surname, 's'));
END $_$;


ALTER FUNCTION gate.read_name(forenames text, surname text, whole text) OWNER TO waymark_owner;

CREATE FUNCTION gate.read_words(folded text, part text) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
DECLARE word text; read text := '';
BEGIN
    FOREACH word IN ARRAY gate.name_words(folded) LOOP
        CONTINUE WHEN word = '';
        read := read || ' ' || word || ':' || part || ':' || gate.families(word) || ':' || gate.sound(word, false) || ':' || gate.sound(word, true);
    END LOOP;
    RETURN read;
END $$;


ALTER FUNCTION gate.read_words(folded text, part text) OWNER TO waymark_owner;

CREATE FUNCTION gate.review_glass(opening uuid, judged text, said text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
DECLARE
    who uuid := gate.acting_user();
    row_found access_glass;
BEGIN
    SELECT * INTO row_found FROM access_glass g WHERE g.id = opening FOR UPDATE;
    IF who IS NULL OR row_found.id IS NULL
       OR NOT gate.holds('authority:' || row_found.authority_id || ':glass-review')
       OR NOT gate.works_in(who, row_found.authority_id)
       OR row_found.opened_by_id = who
       OR gate.has_interest(who, row_found.about_kind, row_found.about_id) THEN
        RAISE EXCEPTION 'somebody else reviews this' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF row_found.reviewed_at IS NOT NULL THEN
        RAISE EXCEPTION 'this has been reviewed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF row_found.ended_at IS NULL AND statement_timestamp() < row_found.ends_at THEN
        RAISE EXCEPTION 'this is still open' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF judged NOT IN ('justified', 'not_justified', 'needs_action') OR gate.words_in(said) < 5 THEN
        RAISE EXCEPTION 'a review says what was found, in words' USING ERRCODE = 'check_violation';
    END IF;
    UPDATE access_glass g SET verdict = judged, words = btrim(said), reviewed_by_id = who,
           reviewed_at = statement_timestamp(), version = g.version + 1
     WHERE g.id = opening;
END $$;


ALTER FUNCTION gate.review_glass(opening uuid, judged text, said text) OWNER TO waymark_guard;

CREATE FUNCTION gate.romanised(written text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT CASE WHEN written !~ '[а-яёѐ-џґء-يپچژکگیےںٹڈڑہھ]' THEN written ELSE
        replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        replace(replace(replace(
        translate(written, 'абвгґдеёзийіїклмнопрстуфыэјћђъьابتجحدرزسصضطظعفقكکلمنهہھويیىةگپٹڈڑےںءأإآؤئـ',
                           'abvggdeeziyiiklmnoprstufyejcdʺʺabtjhdrzssdtzafqkklmnhhhuiiaagptdrenʺaaauiʺ'),
        'ʺ', ''), 'ж', 'zh'), 'х', 'kh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'shch'), 'ю', 'yu'), 'я', 'ya'),
        'є', 'ye'), 'љ', 'lj'), 'њ', 'nj'), 'џ', 'dz'), 'ث', 'th'), 'خ', 'kh'), 'ذ', 'dh'),
        'ش', 'sh')
    END
$$;


ALTER FUNCTION gate.romanised(written text) OWNER TO waymark_owner;

CREATE FUNCTION gate.sealed_behind(wanted uuid) RETURNS TABLE(reference text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
    SELECT r.reference::text FROM people_match m
      JOIN referrals_referral r ON r.person_id = m.candidate_id AND r.authority_id = m.authority_id
     WHERE m.id = wanted AND m.grants && gate.held() AND NOT r.grants && gate.held()
       AND ('record:' || r.id) = ANY (r.grants)
       AND gate.holds('authority:' || r.authority_id || ':glass')
       AND gate.works_in(gate.acting_user(), r.authority_id)
     ORDER BY r.received_at
$$;


ALTER FUNCTION gate.sealed_behind(wanted uuid) OWNER TO waymark_guard;

CREATE FUNCTION gate.sound(word text, soft boolean) RETURNS text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
DECLARE w text := regexp_replace(word, '(.)\1+', '\1', 'g'); h text;
BEGIN
    IF soft THEN
        h := replace(replace(replace(replace(replace(replace(replace(regexp_replace(w, '^c(?=[aiu])', ''),
             'ch', 'k'), 'sh', 's'), 'ts', 's'), 'tz', 's'), 'kh', ''), 'gh', ''), 'ph', 'p');
        h := translate(h, 'vbdgqczxjwhaeiouy', 'pptkkks');
        RETURN CASE WHEN w ~ '^[chywj]?[aeiou]' THEN 'a' ELSE '' END || h;
    END IF;
    h := replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(w,
         'sch', 's'), 'tch', 'j'), 'zh', 'j'), 'ch', 'j'), 'cz', 'j'), 'dj', 'j'), 'sh', 's'), 'sz', 's'), 'ph', 'f'),
         'x', 'ks'), 'ce', 'se'), 'ci', 'si'), 'cy', 'sy');
    RETURN CASE WHEN w ~ '^h?[aeiouy]' THEN 'a' ELSE '' END || translate(h, 'bdgqczvwhaeiouy', 'ptkkksff');
END $$;


ALTER FUNCTION gate.sound(word text, soft boolean) OWNER TO waymark_owner;

CREATE FUNCTION gate.stands_in_recovery() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
BEGIN
    IF NOT gate.has_standing(NEW.vouched_by_id, NEW.authority_id)
       OR NEW.confirmed_by_id IS NOT NULL AND NOT gate.has_standing(NEW.confirmed_by_id, NEW.authority_id) THEN
        RAISE EXCEPTION 'somebody whose role is older helps' USING ERRCODE = 'invalid_authorization_specification';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION gate.stands_in_recovery() OWNER TO waymark_guard;

CREATE FUNCTION gate.stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% is never changed or deleted; write a correction', TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;


ALTER FUNCTION gate.stays() OWNER TO waymark_owner;

CREATE FUNCTION gate.stays_home() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.authority_id IS DISTINCT FROM OLD.authority_id THEN
        RAISE EXCEPTION 'a row of % stays in its authority', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF EXISTS (SELECT FROM unnest(NEW.grants) AS given
                WHERE given ~ '^(authority|system):[0-9]' AND split_part(given, ':', 2) <> NEW.authority_id::text) THEN
        RAISE EXCEPTION 'a row of % is not given to another authority', TG_TABLE_NAME
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION gate.stays_home() OWNER TO waymark_owner;

CREATE FUNCTION gate.stop_vouching(wanted uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
DECLARE who uuid := gate.acting_user();
BEGIN
    UPDATE access_recovery r SET stopped_by_id = who, stopped_at = statement_timestamp(), version = r.version + 1
     WHERE r.id = wanted AND r.used_at IS NULL AND r.stopped_at IS NULL AND statement_timestamp() < r.ends_at
       AND (r.user_id = who
            OR (gate.holds('authority:' || r.authority_id || ':vouch') AND gate.works_in(who, r.authority_id)));
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is nothing to stop' USING ERRCODE = 'object_in_use';
    END IF;
END $$;


ALTER FUNCTION gate.stop_vouching(wanted uuid) OWNER TO waymark_guard;

CREATE FUNCTION gate.take_name_forms(words text[], families text[], kinds text[]) RETURNS void
    LANGUAGE sql
    AS $$
    DELETE FROM gate.name_form;
    INSERT INTO gate.name_form SELECT DISTINCT ON (w, f) w, f, k FROM unnest(words, families, kinds) AS t(w, f, k) ORDER BY w, f, k DESC;
$$;


ALTER FUNCTION gate.take_name_forms(words text[], families text[], kinds text[]) OWNER TO waymark_owner;

CREATE FUNCTION gate.use_vouching(hashed text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
DECLARE person uuid;
BEGIN
    UPDATE access_recovery r SET used_at = statement_timestamp(), version = r.version + 1
     WHERE r.id = (SELECT v.id FROM gate.vouched(hashed) v WHERE v.works) AND r.used_at IS NULL
    RETURNING r.user_id INTO person;
    IF person IS NULL THEN
        RAISE EXCEPTION 'this link does not work' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN person;
END $$;


ALTER FUNCTION gate.use_vouching(hashed text) OWNER TO waymark_guard;

CREATE FUNCTION gate.vouch(person uuid, place bigint, manner text, said text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
DECLARE
    who uuid := gate.acting_user();
    made uuid;
BEGIN
    IF who IS NULL OR NOT gate.holds('authority:' || place || ':vouch') OR NOT gate.works_in(who, place)
       OR NOT gate.works_in(person, place) THEN
        RAISE EXCEPTION 'there is nobody here to vouch for' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF who = person THEN
        RAISE EXCEPTION 'nobody vouches for themselves' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- Two at once: the second waits, and finds the first one’s row.
    PERFORM pg_advisory_xact_lock(hashtextextended('recovery' || person::text, 0));
    IF EXISTS (SELECT FROM access_recovery r WHERE r.user_id = person AND r.used_at IS NULL AND r.stopped_at IS NULL
                  AND statement_timestamp() < r.ends_at) THEN
        RAISE EXCEPTION 'somebody vouches for this person already' USING ERRCODE = 'object_in_use';
    END IF;
    IF (SELECT count(*) FROM access_recovery r
         WHERE r.user_id = person AND r.vouched_at > statement_timestamp() - interval '30 days') >= 3
       OR (SELECT count(*) FROM access_recovery r
            WHERE r.vouched_by_id = who AND r.vouched_at > statement_timestamp() - interval '24 hours') >= 5 THEN
        RAISE EXCEPTION 'this was done too often' USING ERRCODE = 'too_many_rows';
    END IF;
    INSERT INTO access_recovery (id, authority_id, grants, version, recorded_at, salt, user_id, vouched_by_id, vouched_at,
                                 seen, words, link, works_from, ends_at)
    VALUES (gen_random_uuid(), place,
            ARRAY['user:' || person, 'authority:' || place || ':vouch', 'system:' || place], 1, statement_timestamp(),
            gen_random_uuid(), person, who, statement_timestamp(), manner, btrim(said), '',
            statement_timestamp() + interval '15 minutes', statement_timestamp() + interval '24 hours')
    RETURNING id INTO made;
    RETURN made;
END $$;


ALTER FUNCTION gate.vouch(person uuid, place bigint, manner text, said text) OWNER TO waymark_guard;

CREATE FUNCTION gate.vouched(hashed text) RETURNS TABLE(id uuid, user_id uuid, works_from timestamp with time zone, ends_at timestamp with time zone, early boolean, works boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
    SELECT r.id, r.user_id, r.works_from, r.ends_at, statement_timestamp() < r.works_from,
           r.used_at IS NULL AND r.stopped_at IS NULL AND statement_timestamp() >= r.works_from
           AND statement_timestamp() < r.ends_at AND gate.works_in(r.user_id, r.authority_id)
      FROM access_recovery r WHERE r.link = hashed AND length(hashed) = 64
$$;


ALTER FUNCTION gate.vouched(hashed text) OWNER TO waymark_guard;

CREATE FUNCTION gate.vouching_since(place bigint) RETURNS TABLE(who uuid, works boolean, since timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'ledger', 'pg_temp'
    AS $$
    SELECT m.user_id,
           m.ended_at IS NULL AND m.starts_on <= (statement_timestamp() AT TIME ZONE 'Europe/London')::date
           AND (m.ends_on IS NULL OR m.ends_on >= (statement_timestamp() AT TIME ZONE 'Europe/London')::date),
           coalesce((SELECT max(c.at) FROM ledger.change c
                      WHERE c.relation = 'access_membership' AND c.row_id = m.id::text
                        AND (c.op = 'INSERT' OR c.columns && ARRAY['role', 'user_id', 'authority_id'])), '-infinity')
      FROM access_membership m JOIN gate.vouches v ON v.role = m.role
     WHERE m.authority_id = place
$$;


ALTER FUNCTION gate.vouching_since(place bigint) OWNER TO waymark_guard;

CREATE FUNCTION gate.withdraw_interest(interest uuid, why text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
DECLARE
    who uuid := gate.acting_user();
    row_found access_interest;
BEGIN
    SELECT * INTO row_found FROM access_interest i WHERE i.id = interest FOR UPDATE;
    IF who IS NULL OR row_found.id IS NULL OR row_found.user_id = who OR row_found.withdrawn_at IS NOT NULL
       OR NOT gate.holds('authority:' || row_found.authority_id || ':glass-review')
       OR NOT gate.works_in(who, row_found.authority_id)
       OR gate.has_interest(who, row_found.about_kind, row_found.about_id) THEN
        RAISE EXCEPTION 'somebody else withdraws this' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF gate.words_in(why) < 5 THEN
        RAISE EXCEPTION 'a withdrawal says why, in words' USING ERRCODE = 'check_violation';
    END IF;
    UPDATE access_interest i SET withdrawn_at = statement_timestamp(), withdrawn_by_id = who,
           withdrawn_because = btrim(why), version = i.version + 1
     WHERE i.id = interest;
END $$;


ALTER FUNCTION gate.withdraw_interest(interest uuid, why text) OWNER TO waymark_guard;

CREATE FUNCTION gate.word_reason(one text, other text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
DECLARE
    a text := split_part(one, ':', 1); b text := split_part(other, ':', 1); families_a text := split_part(one, ':', 3);
    families_b text := split_part(other, ':', 3); hard_a text; hard_b text; soft_a text; soft_b text; fa text[]; fb text[];
    family text; relatives boolean := false; shorter integer; apart integer;
BEGIN
    IF a = b THEN RETURN '0same_name'; END IF;
    IF families_a <> '' AND families_b <> '' THEN
        relatives := string_to_array(translate(families_a, '*~', ''), ',') && string_to_array(translate(families_b, '*~', ''), ',');
        IF relatives THEN
            -- A familiar form is marked ~: with that mark on both sides it is another familiar form, not a spelling.
            fa := string_to_array(translate(families_a, '*', ''), ','); fb := string_to_array(translate(families_b, '*', ''), ',');
            FOREACH family IN ARRAY fa LOOP
                IF family = ANY (fb) AND left(family, 1) <> '~' THEN RETURN '1known_spelling'; END IF;
            END LOOP;
        END IF;
    END IF;
    shorter := least(length(a), length(b)); apart := levenshtein_less_equal(left(a, 60), left(b, 60), 3);
    IF apart = 1 AND shorter >= 3 THEN RETURN CASE WHEN shorter > 3 THEN '1one_letter' ELSE '2one_letter' END; END IF;
    IF relatives THEN RETURN '1short_form'; END IF;
    IF apart = 2 AND shorter >= 5 THEN RETURN '2two_letters'; END IF;
    IF shorter >= 4 AND length(a) = length(b) AND translate(a, b, '') = '' AND translate(b, a, '') = '' THEN RETURN '2letters_moved'; END IF;
    IF left(a, 1) = left(b, 1) THEN
        IF shorter = 1 THEN RETURN '2initial'; END IF;
        IF shorter >= 3 AND (starts_with(a, b) OR starts_with(b, a)) THEN RETURN '2short_form'; END IF;
    END IF;
    hard_a := split_part(one, ':', 4); hard_b := split_part(other, ':', 4);
    soft_a := split_part(one, ':', 5); soft_b := split_part(other, ':', 5);
    IF shorter >= 2 AND (apart <= 3 OR length(hard_a) >= 3) AND (hard_a = hard_b OR soft_a = soft_b OR hard_a = soft_b OR soft_a = hard_b)
        THEN RETURN '2sounds_alike'; END IF;
    IF apart <= 2 AND shorter >= 4 OR apart = 3 AND shorter >= 7 OR similarity(a, b) >= 0.4 THEN RETURN '3name_close'; END IF;
    RETURN NULL;
END $$;


ALTER FUNCTION gate.word_reason(one text, other text) OWNER TO waymark_owner;

CREATE FUNCTION gate.words_in(said text) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT count(*)::integer FROM regexp_split_to_table(coalesce(said, ''), E'[ \\t\\n\\r\\f\\v]+') AS word WHERE word <> '' $$;


ALTER FUNCTION gate.words_in(said text) OWNER TO waymark_owner;

CREATE FUNCTION gate.words_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF to_jsonb(NEW) - 'grants' - 'version' IS DISTINCT FROM to_jsonb(OLD) - 'grants' - 'version' THEN
        RAISE EXCEPTION '% is never changed; add to it instead', TG_TABLE_NAME
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION gate.words_stay() OWNER TO waymark_owner;

CREATE FUNCTION gate.works_in(who uuid, authority bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (
        SELECT FROM access_membership m JOIN accounts_user u ON u.id = m.user_id AND u.is_active
         WHERE m.user_id = who AND m.authority_id = authority AND m.ended_at IS NULL
           AND m.starts_on <= (statement_timestamp() AT TIME ZONE 'Europe/London')::date
           AND (m.ends_on IS NULL OR m.ends_on >= (statement_timestamp() AT TIME ZONE 'Europe/London')::date))
$$;


ALTER FUNCTION gate.works_in(who uuid, authority bigint) OWNER TO waymark_guard;

CREATE FUNCTION ledger.context(name text) RETURNS text
    LANGUAGE sql STABLE
    AS $$ SELECT coalesce(current_setting('waymark.' || name, true), '') $$;


ALTER FUNCTION ledger.context(name text) OWNER TO waymark_owner;

CREATE FUNCTION ledger.drop_old() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
    old record;
    found_now record;
    total bigint := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('ledger.seal'));
    FOR old IN
        SELECT s.* FROM ledger.seal AS s
         WHERE s.kind = 'sealed'
           AND s.sealed_at < clock_timestamp() - make_interval(years => (SELECT k.years FROM ledger.keeping AS k))
           AND NOT EXISTS (SELECT FROM ledger.seal AS d
                            WHERE d.kind = 'dropped' AND d.entries = s.entries AND d.last_id = s.last_id)
         ORDER BY s.number LIMIT 1000
    LOOP
        found_now := ledger.hashed(old.entries, old.after_id, old.last_id, old.count + 1);
        CONTINUE WHEN found_now.count <> old.count OR found_now.hash <> old.hash;
        PERFORM ledger.link('dropped', old.entries, old.after_id, old.last_id, old.count, old.hash, old.sealed_at);
        EXECUTE format('DELETE FROM ledger.%I WHERE id > $1 AND id <= $2', old.entries) USING old.after_id, old.last_id;
        total := total + old.count;
    END LOOP;
    RETURN total;
END $_$;


ALTER FUNCTION ledger.drop_old() OWNER TO waymark_guard;

CREATE FUNCTION ledger.fence() RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    moment timestamptz;
    places jsonb;
BEGIN
    IF pg_current_xact_id_if_assigned() IS NOT NULL THEN
        RAISE EXCEPTION 'the fence is set in a transaction of its own' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('ledger.seal'));
    IF EXISTS (SELECT FROM ledger.fence) THEN
        -- One that came with a dump from another server may wait for a transaction number that is far away.
        DELETE FROM ledger.fence WHERE txid > pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
        RETURN false;
    END IF;
    moment := clock_timestamp();
    places := jsonb_build_object(
        'deed', coalesce(pg_sequence_last_value('ledger.deed_id_seq'), 0),
        'change', coalesce(pg_sequence_last_value('ledger.change_id_seq'), 0),
        'read', coalesce(pg_sequence_last_value('ledger.read_id_seq'), 0),
        'disclosure', coalesce(pg_sequence_last_value('ledger.disclosure_id_seq'), 0));
    INSERT INTO ledger.fence (set_at, txid, up_to) VALUES (moment, txid_current(), places);
    RETURN true;
END $$;


ALTER FUNCTION ledger.fence() OWNER TO waymark_guard;

CREATE FUNCTION ledger.field(value text[]) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$ SELECT pg_catalog.int4send(cardinality(value))
          || coalesce((SELECT string_agg(ledger.field(item), ''::bytea ORDER BY place)
                         FROM unnest(value) WITH ORDINALITY AS items (item, place)), ''::bytea) $$;


ALTER FUNCTION ledger.field(value text[]) OWNER TO waymark_owner;

CREATE FUNCTION ledger.field(value bytea) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$ SELECT CASE WHEN value IS NULL THEN '\xffffffff'::bytea
               ELSE pg_catalog.int4send(octet_length(value)) || value END $$;


ALTER FUNCTION ledger.field(value bytea) OWNER TO waymark_owner;

CREATE FUNCTION ledger.field(value bigint) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$ SELECT ledger.field(value::text) $$;


ALTER FUNCTION ledger.field(value bigint) OWNER TO waymark_owner;

CREATE FUNCTION ledger.field(value text) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$ SELECT CASE WHEN value IS NULL THEN '\xffffffff'::bytea
               ELSE pg_catalog.int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8') END $$;


ALTER FUNCTION ledger.field(value text) OWNER TO waymark_owner;

CREATE FUNCTION ledger.field(value timestamp with time zone) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$ SELECT ledger.field((extract(epoch FROM value) * 1000000)::bigint::text) $$;


ALTER FUNCTION ledger.field(value timestamp with time zone) OWNER TO waymark_owner;

CREATE FUNCTION ledger.hashed(entries text, after_id bigint, last_id bigint, most bigint, OUT last bigint, OUT count bigint, OUT hash bytea) RETURNS record
    LANGUAGE plpgsql STABLE
    AS $_$
DECLARE leaves bytea[];
BEGIN
    EXECUTE format('SELECT max(id), count(*), array_agg(leaf ORDER BY id) FROM (SELECT e.id, ledger.leaf(e) AS leaf '
                   'FROM ledger.%I AS e WHERE e.id > $1 AND e.id <= $2 ORDER BY e.id LIMIT $3) AS part', entries)
       INTO last, count, leaves USING after_id, last_id, most;
    hash := ledger.tree(leaves);
END $_$;


ALTER FUNCTION ledger.hashed(entries text, after_id bigint, last_id bigint, most bigint, OUT last bigint, OUT count bigint, OUT hash bytea) OWNER TO waymark_owner;

CREATE FUNCTION ledger.head(OUT number bigint, OUT seal bytea, OUT sealed jsonb) RETURNS record
    LANGUAGE sql STABLE
    AS $$
    SELECT s.number, s.seal,
           (SELECT jsonb_object_agg(t.entries, t.last_id)
              FROM (SELECT entries, max(last_id) AS last_id FROM ledger.seal WHERE kind = 'sealed' GROUP BY 1) AS t)
      FROM ledger.seal AS s ORDER BY s.number DESC LIMIT 1
$$;


ALTER FUNCTION ledger.head(OUT number bigint, OUT seal bytea, OUT sealed jsonb) OWNER TO waymark_owner;

CREATE TABLE ledger.change (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    txid bigint DEFAULT txid_current() NOT NULL,
    request text DEFAULT ''::text NOT NULL,
    actor text NOT NULL,
    login text NOT NULL,
    deed text DEFAULT ''::text NOT NULL,
    authority_id integer,
    relation text NOT NULL,
    row_id text NOT NULL,
    op text NOT NULL,
    columns text[] NOT NULL,
    plain jsonb DEFAULT '{}'::jsonb NOT NULL,
    digest bytea NOT NULL,
    CONSTRAINT change_op_check CHECK ((op = ANY (ARRAY['INSERT'::text, 'UPDATE'::text, 'DELETE'::text])))
);


ALTER TABLE ledger.change OWNER TO waymark_owner;

CREATE FUNCTION ledger.leaf(e ledger.change) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$ SELECT sha256('\x00'::bytea || ledger.field('change'::text) || ledger.field(e.id) || ledger.field(e.at)
    || ledger.field(e.txid) || ledger.field(e.request) || ledger.field(e.actor) || ledger.field(e.login)
    || ledger.field(e.deed) || ledger.field(e.authority_id::bigint) || ledger.field(e.relation)
    || ledger.field(e.row_id) || ledger.field(e.op) || ledger.field(e.columns) || ledger.field(e.plain::text)
    || ledger.field(e.digest)) $$;


ALTER FUNCTION ledger.leaf(e ledger.change) OWNER TO waymark_owner;

CREATE TABLE ledger.deed (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    txid bigint DEFAULT txid_current() NOT NULL,
    request text DEFAULT ''::text NOT NULL,
    actor text NOT NULL,
    organisation text DEFAULT ''::text NOT NULL,
    purpose text DEFAULT ''::text NOT NULL,
    authority_id integer,
    deed text NOT NULL,
    about_kind text NOT NULL,
    about_id text NOT NULL,
    happened_at timestamp with time zone NOT NULL
);


ALTER TABLE ledger.deed OWNER TO waymark_owner;

CREATE FUNCTION ledger.leaf(e ledger.deed) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$ SELECT sha256('\x00'::bytea || ledger.field('deed'::text) || ledger.field(e.id) || ledger.field(e.at)
    || ledger.field(e.txid) || ledger.field(e.request) || ledger.field(e.actor) || ledger.field(e.organisation)
    || ledger.field(e.purpose) || ledger.field(e.authority_id::bigint) || ledger.field(e.deed)
    || ledger.field(e.about_kind) || ledger.field(e.about_id) || ledger.field(e.happened_at)) $$;


ALTER FUNCTION ledger.leaf(e ledger.deed) OWNER TO waymark_owner;

CREATE TABLE ledger.disclosure (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    txid bigint DEFAULT txid_current() NOT NULL,
    request text DEFAULT ''::text NOT NULL,
    actor text NOT NULL,
    organisation text DEFAULT ''::text NOT NULL,
    authority_id integer,
    about_kind text NOT NULL,
    about_id text NOT NULL,
    recipient text NOT NULL,
    what text NOT NULL,
    basis text NOT NULL,
    CONSTRAINT disclosure_basis_check CHECK ((basis <> ''::text)),
    CONSTRAINT disclosure_has_actor CHECK ((actor <> ''::text))
);


ALTER TABLE ledger.disclosure OWNER TO waymark_owner;

CREATE FUNCTION ledger.leaf(e ledger.disclosure) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$ SELECT sha256('\x00'::bytea || ledger.field('disclosure'::text) || ledger.field(e.id) || ledger.field(e.at)
    || ledger.field(e.txid) || ledger.field(e.request) || ledger.field(e.actor) || ledger.field(e.organisation)
    || ledger.field(e.authority_id::bigint) || ledger.field(e.about_kind) || ledger.field(e.about_id)
    || ledger.field(e.recipient) || ledger.field(e.what) || ledger.field(e.basis)) $$;


ALTER FUNCTION ledger.leaf(e ledger.disclosure) OWNER TO waymark_owner;

CREATE TABLE ledger.read (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    txid bigint DEFAULT txid_current() NOT NULL,
    request text DEFAULT ''::text NOT NULL,
    actor text NOT NULL,
    organisation text DEFAULT ''::text NOT NULL,
    purpose text NOT NULL,
    authority_id integer,
    page text NOT NULL,
    about_kind text NOT NULL,
    about_id text NOT NULL,
    CONSTRAINT read_purpose_check CHECK ((purpose <> ''::text))
);


ALTER TABLE ledger.read OWNER TO waymark_owner;

CREATE FUNCTION ledger.leaf(e ledger.read) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$ SELECT sha256('\x00'::bytea || ledger.field('read'::text) || ledger.field(e.id) || ledger.field(e.at)
    || ledger.field(e.txid) || ledger.field(e.request) || ledger.field(e.actor) || ledger.field(e.organisation)
    || ledger.field(e.purpose) || ledger.field(e.authority_id::bigint) || ledger.field(e.page)
    || ledger.field(e.about_kind) || ledger.field(e.about_id)) $$;


ALTER FUNCTION ledger.leaf(e ledger.read) OWNER TO waymark_owner;

CREATE FUNCTION ledger.link(kind text, entries text, after_id bigint, last_id bigint, count bigint, hash bytea, fenced_at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    before record;
    nr bigint;
    prev bytea;
    moment timestamptz := clock_timestamp();
BEGIN
    SELECT s.number, s.seal INTO before FROM ledger.seal AS s ORDER BY s.number DESC LIMIT 1;
    nr := coalesce(before.number, 0) + 1;
    prev := coalesce(before.seal, decode(repeat('00', 32), 'hex'));
    INSERT INTO ledger.seal VALUES (
        nr, kind, entries, after_id, last_id, count, hash, fenced_at, moment, prev,
        sha256(ledger.field('waymark-seal-1'::text) || ledger.field(nr) || ledger.field(kind) || ledger.field(entries)
               || ledger.field(after_id) || ledger.field(last_id) || ledger.field(count) || ledger.field(hash)
               || ledger.field(fenced_at) || ledger.field(moment) || ledger.field(prev)));
END $$;


ALTER FUNCTION ledger.link(kind text, entries text, after_id bigint, last_id bigint, count bigint, hash bytea, fenced_at timestamp with time zone) OWNER TO waymark_owner;

CREATE FUNCTION ledger.may_write(authority integer, what text) RETURNS void
    LANGUAGE plpgsql STABLE
    AS $$
BEGIN
    IF ledger.context('actor') = '' THEN
        RAISE EXCEPTION '% needs an actor', what USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF authority IS NOT NULL
       AND NOT authority::text = ANY (string_to_array(ledger.context('authorities'), ','))
       -- Or a grant there: a step that the system does on somebody’s behalf carries its own.
       AND NOT EXISTS (SELECT FROM unnest(coalesce(nullif(ledger.context('grants'), ''), '{}')::text[]) AS held
                        WHERE split_part(held, ':', 1) IN ('authority', 'system')
                          AND split_part(held, ':', 2) = authority::text) THEN
        RAISE EXCEPTION '% is of an authority that the context does not name', what
            USING ERRCODE = 'insufficient_privilege';
    END IF;
END $$;


ALTER FUNCTION ledger.may_write(authority integer, what text) OWNER TO waymark_owner;

CREATE FUNCTION ledger.note_deed(deed text, about_kind text, about_id text, authority integer, happened timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE entry bigint;
BEGIN
    PERFORM ledger.may_write(authority, 'a deed');
    -- A number of the transaction before one of the entry: the fence of the seals relies on it.
    PERFORM txid_current();
    INSERT INTO ledger.deed (request, actor, organisation, purpose, authority_id, deed, about_kind, about_id, happened_at)
    VALUES (ledger.context('request'), ledger.context('actor'), ledger.context('organisation'),
            ledger.context('purpose'), authority, deed, about_kind, about_id, happened)
    RETURNING id INTO entry;
    RETURN entry;
END $$;


ALTER FUNCTION ledger.note_deed(deed text, about_kind text, about_id text, authority integer, happened timestamp with time zone) OWNER TO waymark_guard;

CREATE FUNCTION ledger.note_disclosure(about_kind text, about_id text, authority integer, recipient text, what text, basis text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE entry bigint;
BEGIN
    PERFORM ledger.may_write(authority, 'a disclosure');
    PERFORM txid_current();
    INSERT INTO ledger.disclosure (request, actor, organisation, authority_id, about_kind, about_id, recipient, what, basis)
    VALUES (ledger.context('request'), ledger.context('actor'), ledger.context('organisation'),
            authority, about_kind, about_id, recipient, what, basis)
    RETURNING id INTO entry;
    RETURN entry;
END $$;


ALTER FUNCTION ledger.note_disclosure(about_kind text, about_id text, authority integer, recipient text, what text, basis text) OWNER TO waymark_guard;

CREATE FUNCTION ledger.note_read(page text, about_kind text, about_id text, authority integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE entry bigint;
BEGIN
    PERFORM ledger.may_write(authority, 'a read');
    PERFORM txid_current();
    INSERT INTO ledger.read (request, actor, organisation, purpose, authority_id, page, about_kind, about_id)
    VALUES (ledger.context('request'), ledger.context('actor'), ledger.context('organisation'),
            ledger.context('purpose'), authority, page, about_kind, about_id)
    RETURNING id INTO entry;
    RETURN entry;
END $$;


ALTER FUNCTION ledger.note_read(page text, about_kind text, about_id text, authority integer) OWNER TO waymark_guard;

CREATE FUNCTION ledger.record_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    was jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE to_jsonb(OLD) END;
    is_now jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE to_jsonb(NEW) END;
    whole jsonb := CASE WHEN TG_OP = 'DELETE' THEN was ELSE is_now END;
    touched text[];
    kept jsonb := '{}';
    named text;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        touched := ARRAY(SELECT key COLLATE "C" FROM jsonb_object_keys(is_now) AS key
                          WHERE was -> key IS DISTINCT FROM is_now -> key ORDER BY 1);
    ELSE
        touched := ARRAY(SELECT jsonb_object_keys(whole) COLLATE "C" ORDER BY 1);
    END IF;
    FOR place IN 0 .. TG_NARGS - 1 LOOP
        named := TG_ARGV[place];
        IF named = ANY (touched) THEN
            kept := kept || jsonb_build_object(named, jsonb_build_array(was -> named, is_now -> named));
        END IF;
    END LOOP;
    INSERT INTO ledger.change (request, actor, login, deed, authority_id, relation, row_id, op, columns, plain, digest)
    VALUES (ledger.context('request'), ledger.context('actor'), session_user, ledger.context('deed'),
            (whole ->> 'authority_id')::integer, TG_TABLE_NAME, coalesce(whole ->> 'id', whole ->> 'token', ''), TG_OP,
            touched, kept, sha256(convert_to(whole::text, 'UTF8')));
    RETURN NULL;
END $$;


ALTER FUNCTION ledger.record_change() OWNER TO waymark_guard;

CREATE FUNCTION ledger.record_rows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    of_request text := ledger.context('request');
    of_actor text := ledger.context('actor');
    of_deed text := ledger.context('deed');
    all_of_it text[];
BEGIN
    SELECT ARRAY(SELECT jsonb_object_keys(to_jsonb(one)) COLLATE "C" ORDER BY 1) INTO all_of_it FROM came one LIMIT 1;
    INSERT INTO ledger.change (request, actor, login, deed, authority_id, relation, row_id, op, columns, plain, digest)
    SELECT of_request, of_actor, session_user, of_deed, (whole ->> 'authority_id')::integer, TG_TABLE_NAME,
           coalesce(whole ->> 'id', whole ->> 'token', ''), 'INSERT', all_of_it,
           coalesce((SELECT jsonb_object_agg(named, jsonb_build_array(NULL, whole -> named))
                       FROM unnest(TG_ARGV) AS named WHERE named = ANY (all_of_it)), '{}'),
           sha256(convert_to(whole::text, 'UTF8'))
      FROM (SELECT to_jsonb(one) AS whole FROM came one OFFSET 0) AS added;
    RETURN NULL;
END $$;


ALTER FUNCTION ledger.record_rows() OWNER TO waymark_guard;

CREATE FUNCTION ledger.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_user = 'waymark_guard' THEN
        IF EXISTS (SELECT FROM ledger.seal AS d WHERE d.kind = 'dropped' AND d.entries = TG_TABLE_NAME
                      AND OLD.id > d.after_id AND OLD.id <= d.last_id) THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;


ALTER FUNCTION ledger.refuse_change() OWNER TO waymark_owner;

CREATE FUNCTION ledger.seal() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    fenced ledger.fence;
    which text;
    place bigint;
    goal bigint;
    part record;
    total bigint := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('ledger.seal'));
    SELECT * INTO fenced FROM ledger.fence;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    IF pg_snapshot_xmin(pg_current_snapshot())::text::bigint < fenced.txid THEN
        RETURN NULL;
    END IF;
    FOREACH which IN ARRAY ARRAY['deed', 'change', 'read', 'disclosure'] LOOP
        goal := (fenced.up_to ->> which)::bigint;
        SELECT coalesce(max(s.last_id), 0) INTO place FROM ledger.seal AS s
         WHERE s.kind = 'sealed' AND s.entries = which;
        WHILE place < goal LOOP
            part := ledger.hashed(which, place, goal, 10000);
            -- Numbers that were taken and given up (a transaction rolled back) belong to the last part.
            IF part.count < 10000 THEN
                part.last := goal;
            END IF;
            PERFORM ledger.link('sealed', which, place, part.last, part.count, part.hash, fenced.set_at);
            place := part.last;
            total := total + part.count;
        END LOOP;
    END LOOP;
    DELETE FROM ledger.fence;
    RETURN total;
END $$;


ALTER FUNCTION ledger.seal() OWNER TO waymark_guard;

CREATE FUNCTION ledger.tree(leaves bytea[]) RETURNS bytea
    LANGUAGE plpgsql STABLE
    AS $$
DECLARE level bytea[] := leaves;
BEGIN
    IF coalesce(cardinality(level), 0) = 0 THEN
        RETURN sha256(''::bytea);
    END IF;
    WHILE cardinality(level) > 1 LOOP
        SELECT array_agg(CASE WHEN octet_length(pair) = 64 THEN sha256('\x01'::bytea || pair) ELSE pair END ORDER BY k)
          INTO level
          FROM (SELECT (place - 1) / 2 AS k, string_agg(leaf, ''::bytea ORDER BY place) AS pair
                  FROM unnest(level) WITH ORDINALITY AS leaves (leaf, place) GROUP BY 1) AS pairs;
    END LOOP;
    RETURN level[1];
END $$;


ALTER FUNCTION ledger.tree(leaves bytea[]) OWNER TO waymark_owner;

CREATE FUNCTION meetings.stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF OLD.cancelled_at IS NOT NULL AND to_jsonb(NEW) - 'grants' - 'version' <> to_jsonb(OLD) - 'grants' - 'version' THEN
        RAISE EXCEPTION 'this meeting is cancelled' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.keepers, NEW.reference) IS DISTINCT FROM (OLD.keepers, OLD.reference) THEN
        RAISE EXCEPTION 'a meeting stays with those who keep it' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION meetings.stays() OWNER TO waymark_owner;

CREATE FUNCTION panel.arranged(place text) RETURNS void
    LANGUAGE plpgsql
    AS $_$
DECLARE arranges text := 'gate.holds(''authority:'' || authority_id || '':panel'')';
        works text := 'gate.holds(''system:'' || authority_id)';
BEGIN
    EXECUTE format('CREATE POLICY %1$s_arranged ON %1$I AS RESTRICTIVE FOR INSERT WITH CHECK (%2$s OR %3$s)', place, arranges, works);
    EXECUTE format('CREATE POLICY %1$s_rearranged ON %1$I AS RESTRICTIVE FOR UPDATE USING (%2$s OR %3$s)', place, arranges, works);
    EXECUTE format('CREATE POLICY %1$s_kept ON %1$I AS RESTRICTIVE FOR DELETE USING (%2$s)', place, works);
END $_$;


ALTER FUNCTION panel.arranged(place text) OWNER TO waymark_owner;

CREATE FUNCTION panel.came_for_seat() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    day date := (SELECT (m.starts_at AT TIME ZONE 'Europe/London')::date FROM meetings_meeting m WHERE m.id = NEW.meeting_id);
BEGIN
    IF NEW.came = 'present' AND EXISTS (SELECT FROM panel_panelmeeting p WHERE p.meeting_id = NEW.meeting_id)
       AND NOT EXISTS (
        SELECT FROM panel_seat s WHERE s.id = NEW.for_id AND s.organisation_id = NEW.organisation_id
           AND (s.holder_id = NEW.person_id OR EXISTS (
               SELECT FROM panel_deputy d WHERE d.seat_id = s.id AND d.person_id = NEW.person_id
                  AND d.from_on <= day AND d.until_on >= day))) THEN
        PERFORM panel.refuse('nobody but its holder or a deputy comes for a seat');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION panel.came_for_seat() OWNER TO waymark_guard;

CREATE FUNCTION panel.covers_home() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NOT NEW.authority_id = ANY (NEW.covers) THEN
        PERFORM panel.refuse('a panel serves the authority that keeps its records');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION panel.covers_home() OWNER TO waymark_owner;

CREATE FUNCTION panel.declare_interest(wanted uuid, who uuid, said text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
DECLARE
    one panel_item;
    written uuid;
BEGIN
    SELECT * INTO one FROM panel_item i WHERE i.id = wanted;
    IF one.id IS NULL OR one.about_id IS NULL OR gate.acting_user() IS NULL OR NOT one.grants && gate.held()
       OR NOT (gate.acting_user() = who OR gate.holds('authority:' || one.authority_id || ':panel')) THEN
        RAISE EXCEPTION 'there is no such item' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO panel_declaredinterest (id, authority_id, grants, version, recorded_at, salt, item_id, person_id, nature,
                                        declared_at)
    VALUES (gen_random_uuid(), one.authority_id,
            ARRAY['authority:' || one.authority_id || ':panel', 'papers:' || one.meeting_id, 'system:' || one.authority_id],
            1, statement_timestamp(), gen_random_uuid(), one.id, who, said, statement_timestamp())
    ON CONFLICT DO NOTHING RETURNING id INTO written;
    INSERT INTO access_interest (id, authority_id, grants, version, recorded_at, salt, about_kind, about_id,
                                 about_reference, user_id, declared_at, withdrawn_because)
    VALUES (gen_random_uuid(), one.authority_id,
            ARRAY['user:' || who, 'authority:' || one.authority_id || ':glass-review', 'system:' || one.authority_id],
            1, statement_timestamp(), gen_random_uuid(), one.about_kind, one.about_id, one.about_reference, who,
            statement_timestamp(), '')
    ON CONFLICT DO NOTHING;
    RETURN written;
END $$;


ALTER FUNCTION panel.declare_interest(wanted uuid, who uuid, said text) OWNER TO waymark_guard;

CREATE FUNCTION panel.given(who uuid, organisation bigint, authority bigint, day date) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH mine AS (
        SELECT s.panel_id, s.sector, s.from_on, s.until_on FROM panel_seat s
         WHERE s.authority_id = authority AND s.organisation_id = organisation AND s.holder_id = who
        UNION ALL
        SELECT s.panel_id, s.sector, greatest(s.from_on, d.from_on), least(s.until_on, d.until_on)
          FROM panel_seat s JOIN panel_deputy d ON d.seat_id = s.id AND d.person_id = who AND d.ended_at IS NULL
         WHERE s.authority_id = authority AND s.organisation_id = organisation
    ), called AS (
        SELECT mine.*, p.id AS meeting, (m.starts_at AT TIME ZONE 'Europe/London')::date AS meets
          FROM mine JOIN panel_panelmeeting p ON p.panel_id = mine.panel_id
          JOIN meetings_meeting m ON m.id = p.meeting_id AND m.cancelled_at IS NULL
         WHERE (m.starts_at AT TIME ZONE 'Europe/London')::date >= mine.from_on
           AND (mine.until_on IS NULL OR (m.starts_at AT TIME ZONE 'Europe/London')::date <= mine.until_on)
    ), invited AS (
        SELECT v.item_id, i.meeting_id, p.panel_id FROM panel_invitee v
          JOIN panel_item i ON i.id = v.item_id AND i.withdrawn_at IS NULL
          JOIN panel_panelmeeting p ON p.id = i.meeting_id
         WHERE v.authority_id = authority AND v.organisation_id = organisation AND v.person_id = who AND v.until_on >= day
    ), open_now (given) AS (
        SELECT 'panel:' || mine.panel_id FROM mine
         WHERE mine.from_on <= day AND (mine.until_on IS NULL OR mine.until_on >= day)
        UNION SELECT 'panel:' || called.panel_id FROM called WHERE called.meets >= day
        UNION SELECT 'panel:' || invited.panel_id FROM invited
        UNION SELECT unnest(ARRAY['papers:' || called.meeting, 'papers:' || called.meeting || ':' || called.sector])
          FROM called JOIN panel_acceptance a ON a.meeting_id = called.meeting AND a.person_id = who
           AND a.organisation_id = organisation
         WHERE called.meets >= day OR called.until_on IS NULL OR called.until_on >= day
        UNION SELECT 'item:' || invited.item_id
          FROM invited JOIN panel_acceptance a ON a.meeting_id = invited.meeting_id AND a.person_id = who
           AND a.organisation_id = organisation
    )
    SELECT coalesce(array_agg(given), '{}') FROM open_now
$$;


ALTER FUNCTION panel.given(who uuid, organisation bigint, authority bigint, day date) OWNER TO waymark_guard;

CREATE FUNCTION panel.invited(wanted uuid, who uuid, organisation bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'gate', 'pg_temp'
    AS $$
    SELECT gate.acting_user() = who AND EXISTS (
        SELECT FROM panel_invitee v JOIN panel_item i ON i.id = v.item_id AND i.withdrawn_at IS NULL
         WHERE i.meeting_id = wanted AND v.person_id = who AND v.organisation_id = organisation
           AND v.until_on >= (statement_timestamp() AT TIME ZONE 'Europe/London')::date)
$$;


ALTER FUNCTION panel.invited(wanted uuid, who uuid, organisation bigint) OWNER TO waymark_guard;

CREATE FUNCTION panel.item_fits() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM panel_panelmeeting p JOIN panel_panel n ON n.id = p.panel_id
                    WHERE p.id = NEW.meeting_id AND NEW.authority_id = ANY (n.covers)) THEN
        PERFORM panel.refuse('this panel does not serve the area of this item');
    END IF;
    IF NEW.about_id IS NOT NULL AND NOT ('record:' || NEW.about_id) = ANY (NEW.grants) THEN
        PERFORM panel.refuse('an item carries the grant of its record');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION panel.item_fits() OWNER TO waymark_guard;

CREATE FUNCTION panel.minute_fits() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM panel_item i JOIN panel_panelmeeting p ON p.id = i.meeting_id JOIN meetings_meeting m ON m.id = p.meeting_id
         WHERE i.id = NEW.item_id AND i.authority_id = NEW.authority_id AND m.cancelled_at IS NULL
           AND m.starts_at <= NEW.written_at)
       OR NEW.corrects_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM panel_minute b WHERE b.id = NEW.corrects_id AND b.item_id = NEW.item_id) THEN
        PERFORM panel.refuse('minutes are of an item of a meeting that was held');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION panel.minute_fits() OWNER TO waymark_guard;

CREATE FUNCTION panel.missing(wanted uuid, area bigint) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce(array_agg(demanded ORDER BY demanded), '{}') FROM unnest(ARRAY['authority', 'police']) AS demanded
     WHERE NOT EXISTS (
        SELECT FROM panel_panelmeeting p
          JOIN meetings_meeting m ON m.id = p.meeting_id AND m.cancelled_at IS NULL
          JOIN meetings_attendance a ON a.meeting_id = m.id AND a.came = 'present'
          JOIN panel_seat s ON s.id = a.for_id AND s.panel_id = p.panel_id
         WHERE p.meeting_id = wanted AND s.sector = demanded AND area = ANY (s.areas)
           AND s.from_on <= (m.starts_at AT TIME ZONE 'Europe/London')::date
           AND (s.until_on IS NULL OR s.until_on >= (m.starts_at AT TIME ZONE 'Europe/London')::date))
$$;


ALTER FUNCTION panel.missing(wanted uuid, area bigint) OWNER TO waymark_guard;

CREATE FUNCTION panel.refuse(sentence text) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '%', sentence USING ERRCODE = 'check_violation';
END $$;


ALTER FUNCTION panel.refuse(sentence text) OWNER TO waymark_owner;

CREATE FUNCTION panel.seat_fits() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    of_kind text := (SELECT kind FROM places_organisation WHERE id = NEW.organisation_id);
BEGIN
    IF NOT NEW.areas <@ (SELECT covers FROM panel_panel WHERE id = NEW.panel_id) THEN
        PERFORM panel.refuse('a seat speaks for areas of its panel');
    END IF;
    IF (NEW.sector = 'authority' AND of_kind <> 'council') OR (NEW.sector = 'police' AND of_kind <> 'police') THEN
        PERFORM panel.refuse('this organisation cannot hold this seat');
    END IF;
    IF NEW.chairs = 'chair' THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('chair of ' || NEW.panel_id, 0));
        IF EXISTS (SELECT FROM panel_seat s WHERE s.panel_id = NEW.panel_id AND s.chairs = 'chair' AND s.id <> NEW.id
                      AND daterange(s.from_on, s.until_on, '[]') && daterange(NEW.from_on, NEW.until_on, '[]')) THEN
            PERFORM panel.refuse('somebody chairs this panel already');
        END IF;
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION panel.seat_fits() OWNER TO waymark_guard;

CREATE FUNCTION panel.signs_in_chair() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM panel_minute n JOIN panel_item i ON i.id = n.item_id JOIN panel_panelmeeting p ON p.id = i.meeting_id
          JOIN meetings_meeting m ON m.id = p.meeting_id
          JOIN panel_seat s ON s.panel_id = p.panel_id AND s.chairs <> '' AND s.holder_id = NEW.signed_by_id
         WHERE n.id = NEW.minute_id AND s.from_on <= (m.starts_at AT TIME ZONE 'Europe/London')::date
           AND (s.until_on IS NULL OR s.until_on >= (m.starts_at AT TIME ZONE 'Europe/London')::date)) THEN
        PERFORM panel.refuse('minutes are signed by whoever chairs on the day of the meeting');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION panel.signs_in_chair() OWNER TO waymark_guard;

CREATE FUNCTION panel.stays_but() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF to_jsonb(NEW) - TG_ARGV::text[] = to_jsonb(OLD) - TG_ARGV::text[] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is ended, and otherwise never changed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;


ALTER FUNCTION panel.stays_but() OWNER TO waymark_owner;

CREATE FUNCTION police.approves_anothers() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM assessment_policedecision WHERE id = NEW.decision_id AND signed_by_id = NEW.signed_by_id) THEN
        PERFORM triage.refuse('nobody approves their own proposal');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION police.approves_anothers() OWNER TO waymark_guard;

CREATE FUNCTION police.clear(assessment uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT coalesce((SELECT result = 'clear' FROM assessment_deconfliction WHERE assessment_id = assessment
                      ORDER BY signed_at DESC, recorded_at DESC LIMIT 1), false)
$$;


ALTER FUNCTION police.clear(assessment uuid) OWNER TO waymark_guard;

CREATE FUNCTION police.may_move() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
        PERFORM triage.refuse('no result of de-confliction is recorded');
    END IF;
    IF NEW.state NOT IN ('referred', 'closing', 'closed', 'held') THEN
        RETURN NEW;
    END IF;
    SELECT * INTO decided FROM assessment_policedecision WHERE id = NEW.decision_id AND assessment_id = NEW.id;
    IF decided.id IS NULL OR decided.outcome <> police.outcome(NEW.state) THEN
        PERFORM triage.refuse('an assessment moves on by a signed decision of that outcome');
    END IF;
    IF NEW.state = 'held' THEN
        RETURN NEW;
    END IF;
    SELECT * INTO about FROM referrals_referral WHERE id = NEW.referral_id;
    IF EXISTS (SELECT triage.earlier(about) EXCEPT
               SELECT unnest(covers) FROM referrals_takentogether WHERE referral_id = about.id) THEN
        PERFORM triage.refuse('nobody has said what the referrals tell, taken together');
    END IF;
    IF NEW.state = 'referred' THEN
        IF NOT police.clear(NEW.id) THEN
            PERFORM triage.refuse('the newest result of de-confliction is not clear');
        END IF;
        IF NOT EXISTS (SELECT FROM assessment_writtenassessment WHERE assessment_id = NEW.id) THEN
            PERFORM triage.refuse('no assessment is written');
        END IF;
        RETURN NEW;
    END IF;
    IF EXISTS (SELECT FROM referrals_concern WHERE referral_id = NEW.referral_id AND mark = '') THEN
        PERFORM triage.refuse('a concern is not marked');
    END IF;
    IF EXISTS (SELECT FROM referrals_informationrequest AS asked
                LEFT JOIN referrals_requestoverride AS let ON let.request_id = asked.id
               WHERE asked.referral_id = NEW.referral_id AND asked.state = 'open'
                 AND (let.id IS NULL OR let.overridden_by_id = decided.signed_by_id)) THEN
        PERFORM triage.refuse('a request for information is open');
    END IF;
    IF NEW.state = 'closed' THEN
        SELECT * INTO second FROM assessment_closureapproval WHERE decision_id = decided.id AND approved;
        IF second.id IS NULL OR second.signed_by_id = decided.signed_by_id THEN
            PERFORM triage.refuse('a second person has to approve this closure');
        END IF;
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION police.may_move() OWNER TO waymark_guard;

CREATE FUNCTION police.outcome(state text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT CASE state WHEN 'referred' THEN 'refer' WHEN 'held' THEN 'hold' ELSE 'close' END $$;


ALTER FUNCTION police.outcome(state text) OWNER TO waymark_owner;

CREATE FUNCTION police.referral_follows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE stands text;
BEGIN
    SELECT state INTO stands FROM assessment_policeassessment
     WHERE referral_id = NEW.id ORDER BY started_at DESC LIMIT 1;
    IF stands IS DISTINCT FROM
       (CASE NEW.state WHEN 'section_36' THEN 'referred' WHEN 'police_led' THEN 'held' ELSE 'closed' END) THEN
        PERFORM triage.refuse('a referral leaves police assessment by what the police signed');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION police.referral_follows() OWNER TO waymark_guard;

CREATE FUNCTION police.still_open() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM assessment_policeassessment WHERE id = NEW.assessment_id AND ended_at IS NOT NULL) THEN
        PERFORM triage.refuse('the assessment is over');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION police.still_open() OWNER TO waymark_guard;

CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;


ALTER FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) OWNER TO waymark_owner;

CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;


ALTER FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) OWNER TO waymark_owner;

CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;


ALTER FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) OWNER TO waymark_owner;

CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);


ALTER TABLE public.procrastinate_jobs OWNER TO waymark_owner;

CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;


ALTER FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) OWNER TO waymark_owner;

CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;


ALTER FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) OWNER TO waymark_owner;

CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;


ALTER FUNCTION public.procrastinate_notify_queue_abort_job_v1() OWNER TO waymark_owner;

CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;


ALTER FUNCTION public.procrastinate_notify_queue_job_inserted_v1() OWNER TO waymark_owner;

CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;


ALTER FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) OWNER TO waymark_owner;

CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;


ALTER FUNCTION public.procrastinate_register_worker_v1() OWNER TO waymark_owner;

CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;


ALTER FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) OWNER TO waymark_owner;

CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;


ALTER FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) OWNER TO waymark_owner;

CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;


ALTER FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() OWNER TO waymark_owner;

CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;


ALTER FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() OWNER TO waymark_owner;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;


ALTER FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() OWNER TO waymark_owner;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;


ALTER FUNCTION public.procrastinate_trigger_function_status_events_update_v1() OWNER TO waymark_owner;

CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;


ALTER FUNCTION public.procrastinate_unlink_periodic_defers_v1() OWNER TO waymark_owner;

CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;


ALTER FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) OWNER TO waymark_owner;

CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;


ALTER FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) OWNER TO waymark_owner;

CREATE FUNCTION reach.counted(whose bigint) RETURNS TABLE(place text, held_on date, before_on date, came bigint, people bigint)
    LANGUAGE sql STABLE
    AS $$
    WITH touched AS MATERIALIZED (SELECT DISTINCT t.place FROM reach.touched t WHERE t.authority_id = whose)
    SELECT t.place, t.held_on, t.before_on, t.came, t.people FROM reach.tally t
    WHERE t.authority_id = whose AND NOT EXISTS (SELECT FROM touched WHERE touched.place = t.place)
    UNION ALL
    SELECT * FROM reach.fresh(whose, ARRAY(SELECT place FROM touched))
$$;


ALTER FUNCTION reach.counted(whose bigint) OWNER TO waymark_owner;

CREATE FUNCTION reach.counting() RETURNS bigint[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$
    SELECT coalesce(array_agg(substr(held, 8)::bigint), '{}') FROM unnest(gate.held()) held WHERE held ~ '^system:[0-9]+$'
$_$;


ALTER FUNCTION reach.counting() OWNER TO waymark_owner;

CREATE FUNCTION reach.fresh(whose bigint, places text[]) RETURNS TABLE(place text, held_on date, before_on date, came bigint, people bigint)
    LANGUAGE sql STABLE
    AS $$
    WITH at_place AS (
        SELECT a.* FROM training_attendance a WHERE a.authority_id = whose AND a.institution_id IN (
            SELECT substr(one, 3)::bigint FROM unnest(places) one WHERE one LIKE 'i-%')
        UNION ALL
        SELECT a.* FROM training_attendance a WHERE a.authority_id = whose AND a.institution_id IS NULL
            AND a.organisation_id IN (SELECT substr(one, 3)::bigint FROM unnest(places) one WHERE one LIKE 'o-%')
        UNION ALL
        SELECT a.* FROM training_attendance a WHERE a.authority_id = whose AND '' = ANY (places)
            AND a.institution_id IS NULL AND a.organisation_id IS NULL
    ), days AS (
        SELECT reach.place(a.institution_id, a.organisation_id) AS place, a.trainee_id, a.held_on, sum(a.number) AS came
        FROM at_place a LEFT JOIN training_session s ON s.id = a.session_id
        WHERE a.came <> 'no_show' AND (a.session_id IS NULL OR s.delivered_by IN ('own', 'joint'))
        GROUP BY 1, 2, 3
    ), after AS (
        SELECT d.*, CASE WHEN d.trainee_id IS NOT NULL THEN
            lag(d.held_on) OVER (PARTITION BY d.place, d.trainee_id ORDER BY d.held_on) END AS before_on
        FROM days d
    )
    SELECT a.place, a.held_on, a.before_on, sum(a.came)::bigint, count(a.trainee_id) FROM after a GROUP BY 1, 2, 3
$$;


ALTER FUNCTION reach.fresh(whose bigint, places text[]) OWNER TO waymark_owner;

CREATE FUNCTION reach.place(institution bigint, organisation bigint) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT CASE WHEN institution IS NOT NULL THEN 'i-' || institution WHEN organisation IS NOT NULL THEN 'o-' || organisation
        ELSE '' END
$$;


ALTER FUNCTION reach.place(institution bigint, organisation bigint) OWNER TO waymark_owner;

CREATE FUNCTION reach.refresh(whose bigint) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE again text[];
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('reach.refresh'), whose::integer);
    WITH gone AS (DELETE FROM reach.touched WHERE authority_id = whose RETURNING place)
    SELECT coalesce(array_agg(DISTINCT place), '{}') INTO again FROM gone;
    DELETE FROM reach.tally t WHERE t.authority_id = whose AND t.place = ANY (again);
    INSERT INTO reach.tally SELECT whose, f.* FROM reach.fresh(whose, again) f;
    RETURN cardinality(again);
END $$;


ALTER FUNCTION reach.refresh(whose bigint) OWNER TO waymark_owner;

CREATE FUNCTION reach.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO reach.touched (authority_id, place)
        SELECT DISTINCT authority_id, reach.place(institution_id, organisation_id) FROM now_rows;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO reach.touched (authority_id, place)
        SELECT DISTINCT authority_id, reach.place(institution_id, organisation_id) FROM old_rows;
    END IF;
    RETURN NULL;
END $$;


ALTER FUNCTION reach.touch() OWNER TO waymark_owner;

CREATE FUNCTION reach.touch_session() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO reach.touched (authority_id, place)
    SELECT DISTINCT a.authority_id, reach.place(a.institution_id, a.organisation_id)
    FROM training_attendance a WHERE a.session_id = NEW.id;
    RETURN NULL;
END $$;


ALTER FUNCTION reach.touch_session() OWNER TO waymark_owner;

CREATE TABLE public.places_institution (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    urn character varying(10) NOT NULL,
    name character varying(200) NOT NULL,
    name_cy character varying(200) NOT NULL,
    name_folded character varying(420) NOT NULL,
    type_name character varying(100) NOT NULL,
    phase character varying(50) NOT NULL,
    status character varying(10) NOT NULL,
    opened_on date,
    closed_on date,
    street character varying(200) NOT NULL,
    locality character varying(200) NOT NULL,
    town character varying(100) NOT NULL,
    county character varying(100) NOT NULL,
    postcode character varying(8) NOT NULL,
    laestab character varying(8) NOT NULL,
    trust_name character varying(200) NOT NULL,
    trust_code character varying(10) NOT NULL,
    pupils integer,
    source character varying(200) NOT NULL,
    source_on date,
    local_name character varying(200) NOT NULL,
    authority_id bigint,
    ward_id bigint,
    CONSTRAINT places_institution_pupils_check CHECK ((pupils >= 0))
);


ALTER TABLE public.places_institution OWNER TO waymark_owner;

CREATE FUNCTION reach.was_open(one public.places_institution, day date) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT (one.status IN ('open', 'closing', 'unknown') OR one.status = 'closed' AND one.closed_on IS NOT NULL)
        AND (one.opened_on IS NULL OR one.opened_on <= day) AND (one.closed_on IS NULL OR one.closed_on >= day)
$$;


ALTER FUNCTION reach.was_open(one public.places_institution, day date) OWNER TO waymark_owner;

CREATE FUNCTION reports.begins() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.signed_at IS NOT NULL THEN
        PERFORM reports.refuse('a report begins as a draft');
    END IF;
    IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM reports_report r WHERE r.id = NEW.corrects_id AND r.signed_at IS NOT NULL
           AND r.authority_id = NEW.authority_id AND r.number + 1 = NEW.number) THEN
        PERFORM reports.refuse('a correction is the next version of a signed report');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION reports.begins() OWNER TO waymark_owner;

CREATE FUNCTION reports.figure_of_draft() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM reports_report r WHERE r.id = NEW.report_id AND r.signed_at IS NULL
                      AND r.authority_id = NEW.authority_id) THEN
        PERFORM reports.refuse('no figure is added to a signed report');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION reports.figure_of_draft() OWNER TO waymark_owner;

CREATE FUNCTION reports.points_back() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM reports.refuse('a version keeps its number, and what it corrects');
END $$;


ALTER FUNCTION reports.points_back() OWNER TO waymark_owner;

CREATE FUNCTION reports.refuse(why text) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '%', why USING ERRCODE = 'insufficient_privilege';
END $$;


ALTER FUNCTION reports.refuse(why text) OWNER TO waymark_owner;

CREATE FUNCTION reports.signed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF 'user:' || NEW.signed_by_id <> coalesce(current_setting('waymark.actor', true), '') THEN
        PERFORM reports.refuse('a signature is by whoever acts');
    END IF;
    IF NOT gate.holds('authority:' || NEW.authority_id || ':reports-sign') THEN
        PERFORM reports.refuse('a report is signed by whoever may sign reports');
    END IF;
    IF NOT EXISTS (SELECT FROM reports_figure f WHERE f.report_id = NEW.id) THEN
        PERFORM reports.refuse('a report is signed with its figures');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION reports.signed() OWNER TO waymark_owner;

CREATE FUNCTION retention.dates(life uuid, code text, authority bigint, came date, began date, OUT seal_on date, OUT review_on date, OUT erase_on date, OUT ceiling_on date) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    own record;
    said retention_review;
    asked date;
BEGIN
    SELECT * INTO own FROM retention.in_force(code, authority);
    erase_on := coalesce(began, came) + own.erases;
    ceiling_on := coalesce(began, came) + own.ceiling;
    IF began IS NULL THEN
        erase_on := least(erase_on, ceiling_on);
        RETURN;
    END IF;
    seal_on := began + own.seals;
    SELECT * INTO said FROM retention_review r
     WHERE r.life_key = life AND r.decided_on IS NOT NULL AND r.due_on > began ORDER BY r.due_on DESC LIMIT 1;
    erase_on := CASE said.decision
        WHEN 'erase' THEN least(erase_on, said.decided_on) WHEN 'keep' THEN said.keep_until ELSE erase_on END;
    erase_on := least(erase_on, ceiling_on);
    SELECT max(due_on) INTO asked FROM retention_review r WHERE r.life_key = life AND r.due_on > began;
    review_on := coalesce(asked, began) + own.reviews;
    IF review_on >= erase_on THEN
        review_on := NULL;
    END IF;
END $$;


ALTER FUNCTION retention.dates(life uuid, code text, authority bigint, came date, began date, OUT seal_on date, OUT review_on date, OUT erase_on date, OUT ceiling_on date) OWNER TO waymark_guard;

CREATE FUNCTION retention.erase(wanted uuid, proposal uuid DEFAULT NULL::uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    life retention_life;
    own record;
    two boolean;
    ground text := 'expired';
    gone jsonb;
BEGIN
    -- The lock is the same that a hold takes: whoever has it first has gone first.
    SELECT * INTO life FROM retention_life WHERE id = wanted AND grants && gate.held() FOR UPDATE;
    IF life.id IS NULL THEN
        PERFORM retention.refuse('there is no such record', 'gone');
    END IF;
    IF retention.held(life.id) THEN
        PERFORM retention.refuse('the record is under a legal hold', 'held');
    END IF;
    SELECT * INTO own FROM retention.dates(life.id, life.class_code, life.authority_id, life.came_on, life.began_on);
    IF life.began_on IS NULL OR own.erase_on > retention.today() THEN
        PERFORM retention.refuse('the record is not due to be erased', 'not-due');
    END IF;
    SELECT needs_two INTO STRICT two FROM retention.kind k WHERE k.kind = life.kind;
    IF two AND own.ceiling_on <= retention.today() THEN
        ground := 'ceiling';
    ELSIF two THEN
        ground := 'two-people';
        IF NOT EXISTS (SELECT FROM retention_proposal p WHERE p.id = proposal AND p.approved
                          AND p.authority_id = life.authority_id AND p.decided_by_id <> p.proposed_by_id
                          AND life.id = ANY (p.lives)) THEN
            PERFORM retention.refuse('two people have not agreed to erase the record', 'not-approved');
        END IF;
    END IF;
    gone := retention.remove(life.kind, life.record_id);
    INSERT INTO retention_erasure (id, authority_id, grants, version, recorded_at, salt, kind, record_id, class_code,
                                   erased_on, ground, proposal_key, rows)
    VALUES (gen_random_uuid(), life.authority_id,
            ARRAY['authority:' || life.authority_id || ':retention', 'system:' || life.authority_id],
            1, now(), gen_random_uuid(), life.kind, life.record_id, life.class_code, retention.today(), ground,
            CASE WHEN ground = 'two-people' THEN proposal END, gone);
    RETURN gone;
END $$;


ALTER FUNCTION retention.erase(wanted uuid, proposal uuid) OWNER TO waymark_guard;

CREATE FUNCTION retention.erase_again(what text, it uuid, authority bigint, code text, erased date, basis text, named uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    was_there boolean;
    gone jsonb;
BEGIN
    SELECT EXISTS (SELECT FROM retention_life l WHERE l.kind = what AND l.record_id = it) INTO was_there;
    gone := retention.remove(what, it);
    IF NOT EXISTS (SELECT FROM retention_erasure e WHERE e.kind = what AND e.record_id = it) THEN
        INSERT INTO retention_erasure (id, authority_id, grants, version, recorded_at, salt, kind, record_id, class_code,
                                       erased_on, ground, proposal_key, rows)
        VALUES (gen_random_uuid(), authority, ARRAY['authority:' || authority || ':retention', 'system:' || authority],
                1, now(), gen_random_uuid(), what, it, code, erased, basis, named, gone);
    END IF;
    RETURN was_there;
END $$;


ALTER FUNCTION retention.erase_again(what text, it uuid, authority bigint, code text, erased date, basis text, named uuid) OWNER TO waymark_guard;

CREATE FUNCTION retention.erase_left_over() RETURNS TABLE(kind text, record_id uuid, authority bigint, class_code text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    each record;
    gone jsonb;
BEGIN
    FOR each IN SELECT n.* FROM retention.held_by_nothing(retention.today()) n WHERE n.seen_by && gate.held() LOOP
        BEGIN
            gone := retention.remove(each.kind, each.record_id);
        EXCEPTION WHEN foreign_key_violation THEN
            CONTINUE;
        END;
        INSERT INTO retention_erasure (id, authority_id, grants, version, recorded_at, salt, kind, record_id, class_code,
                                       erased_on, ground, rows)
        VALUES (gen_random_uuid(), each.authority,
                ARRAY['authority:' || each.authority || ':retention', 'system:' || each.authority],
                1, now(), gen_random_uuid(), each.kind, each.record_id, each.class_code, retention.today(), 'left-over', gone);
        kind := each.kind;
        record_id := each.record_id;
        authority := each.authority;
        class_code := each.class_code;
        RETURN NEXT;
    END LOOP;
END $$;


ALTER FUNCTION retention.erase_left_over() OWNER TO waymark_guard;

CREATE FUNCTION retention.erase_refusals() RETURNS TABLE(authority bigint, count bigint)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    WITH gone AS (
        DELETE FROM retention_proposal p
         WHERE p.approved IS FALSE AND p.grants && gate.held()
           AND ((p.decided_at AT TIME ZONE 'Europe/London')::date
                + (SELECT f.erases FROM retention.in_force('break-glass', p.authority_id) f))::date <= retention.today()
        RETURNING p.authority_id)
    SELECT gone.authority_id, count(*) FROM gone GROUP BY gone.authority_id
$$;


ALTER FUNCTION retention.erase_refusals() OWNER TO waymark_guard;

CREATE FUNCTION retention.follow(what text, it uuid, authority bigint, seen_by text[], code text, came date, began date, sealed date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    key uuid;
    own record;
    shown text[] := seen_by || ARRAY['authority:' || authority || ':retention', 'system:' || authority];
BEGIN
    SELECT id INTO key FROM retention_life WHERE kind = what AND record_id = it;
    key := coalesce(key, gen_random_uuid());
    SELECT array_agg(DISTINCT token ORDER BY token) INTO shown FROM unnest(shown) AS token;
    SELECT * INTO own FROM retention.dates(key, code, authority, came, began);
    INSERT INTO retention_life (id, authority_id, grants, version, recorded_at, salt, kind, record_id, class_code,
                                came_on, began_on, sealed_on, seal_on, review_on, erase_on, ceiling_on)
    VALUES (key, authority, shown, 1, now(), gen_random_uuid(), what, it, code,
            came, began, sealed, own.seal_on, own.review_on, own.erase_on, own.ceiling_on)
    ON CONFLICT (kind, record_id) DO UPDATE SET
        grants = excluded.grants, class_code = excluded.class_code, came_on = excluded.came_on,
        began_on = excluded.began_on, sealed_on = excluded.sealed_on, seal_on = excluded.seal_on,
        review_on = excluded.review_on, erase_on = excluded.erase_on, ceiling_on = excluded.ceiling_on,
        version = retention_life.version + 1
    WHERE (retention_life.grants, retention_life.class_code, retention_life.came_on, retention_life.began_on,
           retention_life.sealed_on, retention_life.seal_on, retention_life.review_on, retention_life.erase_on,
           retention_life.ceiling_on)
       IS DISTINCT FROM (excluded.grants, excluded.class_code, excluded.came_on, excluded.began_on,
           excluded.sealed_on, excluded.seal_on, excluded.review_on, excluded.erase_on, excluded.ceiling_on);
END $$;


ALTER FUNCTION retention.follow(what text, it uuid, authority bigint, seen_by text[], code text, came date, began date, sealed date) OWNER TO waymark_guard;

CREATE FUNCTION retention.follow_concerns_draft() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$ BEGIN 
                IF TG_OP = 'DELETE' THEN
                    DELETE FROM retention_life WHERE kind = 'concerns.draft' AND record_id = OLD.id;
                ELSE
                    PERFORM retention.follow('concerns.draft', new.id, new.authority_id, new.grants, CASE WHEN new.state = 'not_sent' THEN 'enquiry-named' ELSE 'draft-referral' END, ((new.started_at) AT TIME ZONE 'Europe/London')::date, ((CASE WHEN new.state = 'not_sent' THEN new.decided_at ELSE new.last_edited_at END) AT TIME ZONE 'Europe/London')::date, NULL);
                END IF;
                RETURN NULL; END $$;


ALTER FUNCTION retention.follow_concerns_draft() OWNER TO waymark_guard;

CREATE FUNCTION retention.follow_concerns_enquiry() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$ BEGIN 
                IF TG_OP = 'DELETE' THEN
                    DELETE FROM retention_life WHERE kind = 'concerns.enquiry' AND record_id = OLD.id;
                ELSE
                    PERFORM retention.follow('concerns.enquiry', new.id, new.authority_id, new.grants, CASE WHEN new.names_someone THEN 'enquiry-named' ELSE 'enquiry-unnamed' END, ((new.asked_at) AT TIME ZONE 'Europe/London')::date, ((new.asked_at) AT TIME ZONE 'Europe/London')::date, NULL);
                END IF;
                RETURN NULL; END $$;


ALTER FUNCTION retention.follow_concerns_enquiry() OWNER TO waymark_guard;

CREATE FUNCTION retention.follow_referrals_referral() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$ BEGIN 
                IF TG_OP = 'DELETE' THEN
                    DELETE FROM retention_life WHERE kind = 'referrals.referral' AND record_id = OLD.id;
                ELSE
                    PERFORM retention.follow('referrals.referral', new.id, new.authority_id, new.grants, CASE WHEN new.state = 'mistaken' THEN 'referral-unfounded' WHEN new.state IN ('section_36', 'taken_over', 'channel_ended') THEN 'channel-case' WHEN new.under_18 IS FALSE THEN 'referral-adult' ELSE 'referral-child' END, ((new.received_at) AT TIME ZONE 'Europe/London')::date, ((new.closed_at) AT TIME ZONE 'Europe/London')::date, ((new.sealed_at) AT TIME ZONE 'Europe/London')::date);
                END IF;
                RETURN NULL; END $$;


ALTER FUNCTION retention.follow_referrals_referral() OWNER TO waymark_guard;

CREATE FUNCTION retention.goes_with(what text, it uuid, OUT relation text, OUT key text, OUT type text, OUT ids text[]) RETURNS SETOF record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $_$
DECLARE
    step retention.part;
    known text[] := ARRAY[it::text];
BEGIN
    FOR step IN SELECT * FROM retention.part p WHERE p.kind = what ORDER BY p.finds LIKE '%$2%', p.relation LOOP
        EXECUTE format('SELECT coalesce(array_agg(found.key::text), ''{}'') FROM (%s) AS found (key)', step.finds)
           INTO ids USING it, known;
        known := known || ids;
        relation := step.relation;
        key := step.key;
        type := step.type;
        RETURN NEXT;
    END LOOP;
END $_$;


ALTER FUNCTION retention.goes_with(what text, it uuid, OUT relation text, OUT key text, OUT type text, OUT ids text[]) OWNER TO waymark_guard;

CREATE FUNCTION retention.held(life uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$ SELECT EXISTS (SELECT FROM retention_hold WHERE life_key = life AND ended_on IS NULL) $$;


ALTER FUNCTION retention.held(life uuid) OWNER TO waymark_guard;

CREATE FUNCTION retention.held_by_nothing(before date) RETURNS TABLE(kind text, record_id uuid, authority bigint, class_code text, seen_by text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $_$
DECLARE
    each record;
BEGIN
    FOR each IN
        SELECT k.kind, k.relation, min(h.class_code) AS code,
               string_agg(format('NOT EXISTS (SELECT FROM public.%I h WHERE h.%I = it.id)', h.by_relation, h.by_column), ' AND ') AS alone
          FROM retention.kind k JOIN retention.held_by h ON h.kind = k.kind GROUP BY k.kind, k.relation
    LOOP
        RETURN QUERY EXECUTE format(
            'SELECT %L::text, it.id, it.authority_id::bigint, %L::text, it.grants FROM public.%I it '
            'WHERE (it.recorded_at AT TIME ZONE ''Europe/London'')::date < $1 AND %s',
            each.kind, each.code, each.relation, each.alone) USING before;
    END LOOP;
END $_$;


ALTER FUNCTION retention.held_by_nothing(before date) OWNER TO waymark_guard;

CREATE FUNCTION retention.in_force(code text, authority bigint, OUT seals interval, OUT erases interval, OUT reviews interval, OUT ceiling interval) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE own retention_retentionsetting;
BEGIN
    SELECT c.seals, c.erases, c.reviews, c.ceiling INTO STRICT seals, erases, reviews, ceiling
      FROM retention.class c WHERE c.code = in_force.code;
    SELECT * INTO own FROM retention_retentionsetting s
     WHERE s.class_code = in_force.code AND s.from_date <= retention.today()
       AND (s.authority_id = authority OR s.authority_id IS NULL)
     ORDER BY s.authority_id NULLS LAST, s.from_date DESC LIMIT 1;
    IF own.id IS NOT NULL THEN
        erases := make_interval(months => own.months, days => own.days);
        IF own.seal_months IS NOT NULL AND seals IS NOT NULL THEN
            seals := make_interval(months => own.seal_months);
        END IF;
        IF own.review_months IS NOT NULL AND reviews IS NOT NULL THEN
            reviews := make_interval(months => own.review_months);
        END IF;
    END IF;
END $$;


ALTER FUNCTION retention.in_force(code text, authority bigint, OUT seals interval, OUT erases interval, OUT reviews interval, OUT ceiling interval) OWNER TO waymark_guard;

CREATE FUNCTION retention.is_actor(somebody uuid) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$ SELECT 'user:' || somebody = coalesce(current_setting('waymark.actor', true), '') $$;


ALTER FUNCTION retention.is_actor(somebody uuid) OWNER TO waymark_owner;

CREATE FUNCTION retention.left_over() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$ SELECT count(*) FROM retention.held_by_nothing(retention.today()) $$;


ALTER FUNCTION retention.left_over() OWNER TO waymark_guard;

CREATE FUNCTION retention.only_the_guard() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF current_user <> 'waymark_guard' THEN
        PERFORM retention.refuse(format('rows of %s go when they are due, and not by hand', TG_TABLE_NAME), 'by-hand');
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;


ALTER FUNCTION retention.only_the_guard() OWNER TO waymark_owner;

CREATE FUNCTION retention.places_hold() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.ended_on IS NOT NULL OR to_jsonb(NEW) - ARRAY['ended_on', 'ended_by_id', 'ended_because', 'version']
           IS DISTINCT FROM to_jsonb(OLD) - ARRAY['ended_on', 'ended_by_id', 'ended_because', 'version']
           OR NOT retention.is_actor(NEW.ended_by_id) THEN
            PERFORM retention.refuse('a hold is ended once, by whoever acts, and otherwise stays as it is', 'signed');
        END IF;
        RETURN NEW;
    END IF;
    PERFORM 1 FROM retention_life WHERE id = NEW.life_key AND authority_id = NEW.authority_id FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM retention.refuse('there is no such record', 'gone');
    END IF;
    IF NOT retention.is_actor(NEW.placed_by_id) OR NEW.ended_on IS NOT NULL
       OR NEW.review_on > (retention.today() + interval '12 months')::date THEN
        PERFORM retention.refuse('a hold is placed by whoever acts, and looked at again within 12 months', 'signed');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION retention.places_hold() OWNER TO waymark_guard;

CREATE FUNCTION retention.proposes() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' AND (NOT retention.is_actor(NEW.proposed_by_id) OR NEW.decided_by_id IS NOT NULL) THEN
        PERFORM retention.refuse('a proposal is by whoever acts, and decided by another', 'signed');
    END IF;
    IF TG_OP = 'UPDATE' AND (OLD.decided_by_id IS NOT NULL OR NOT retention.is_actor(NEW.decided_by_id)
       OR NEW.decided_by_id = NEW.proposed_by_id
       OR to_jsonb(NEW) - ARRAY['approved', 'decided_by_id', 'decided_at', 'decided_as', 'reason', 'version']
          IS DISTINCT FROM to_jsonb(OLD) - ARRAY['approved', 'decided_by_id', 'decided_at', 'decided_as', 'reason', 'version']) THEN
        PERFORM retention.refuse('a proposal is decided once, by another person', 'signed');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION retention.proposes() OWNER TO waymark_owner;

CREATE FUNCTION retention.recompute(only_life uuid DEFAULT NULL::uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE changed integer;
BEGIN
    WITH anew AS (
        SELECT l.id, d.* FROM retention_life l,
               LATERAL retention.dates(l.id, l.class_code, l.authority_id, l.came_on, l.began_on) d
         WHERE only_life IS NULL OR l.id = only_life
    )
    UPDATE retention_life l SET seal_on = anew.seal_on, review_on = anew.review_on, erase_on = anew.erase_on,
           ceiling_on = anew.ceiling_on, version = l.version + 1
      FROM anew WHERE anew.id = l.id AND (l.seal_on, l.review_on, l.erase_on, l.ceiling_on)
           IS DISTINCT FROM (anew.seal_on, anew.review_on, anew.erase_on, anew.ceiling_on);
    GET DIAGNOSTICS changed = ROW_COUNT;
    RETURN changed;
END $$;


ALTER FUNCTION retention.recompute(only_life uuid) OWNER TO waymark_guard;

CREATE FUNCTION retention.refuse(sentence text, detail text) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '%', sentence USING ERRCODE = 'insufficient_privilege', DETAIL = detail;
END $$;


ALTER FUNCTION retention.refuse(sentence text, detail text) OWNER TO waymark_owner;

CREATE FUNCTION retention.remove(what text, it uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $_$
DECLARE
    found jsonb;
    each record;
    gone jsonb := '{}';
    counted integer;
BEGIN
    -- All is found before anything goes: what finds a person reads the referral. Keys between the rows are checked
    -- at the end (they are deferred), and then at once, so that a record that something still needs stays whole.
    SELECT jsonb_agg(to_jsonb(g)) INTO found FROM retention.goes_with(what, it) g;
    FOR each IN SELECT * FROM jsonb_to_recordset(found) AS g (relation text, key text, type text, ids text[]) LOOP
        CONTINUE WHEN each.ids = '{}';
        EXECUTE format('DELETE FROM public.%I WHERE %I = ANY ($1::%s[])', each.relation, each.key, each.type) USING each.ids;
        GET DIAGNOSTICS counted = ROW_COUNT;
        gone := gone || jsonb_build_object(each.relation, counted);
    END LOOP;
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;
    RETURN gone;
END $_$;


ALTER FUNCTION retention.remove(what text, it uuid) OWNER TO waymark_guard;

CREATE FUNCTION retention.reviewed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM retention.recompute(NEW.life_key);
    RETURN NULL;
END $$;


ALTER FUNCTION retention.reviewed() OWNER TO waymark_guard;

CREATE FUNCTION retention.reviews() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF (TG_OP = 'INSERT' AND NEW.decided_on IS NOT NULL) OR (TG_OP = 'UPDATE' AND (
        OLD.decided_on IS NOT NULL OR NOT retention.is_actor(NEW.decided_by_id) OR NEW.life_key <> OLD.life_key
        OR NEW.due_on <> OLD.due_on)) THEN
        PERFORM retention.refuse('a review is asked for first, and answered once, by whoever acts', 'signed');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION retention.reviews() OWNER TO waymark_owner;

CREATE FUNCTION retention.today() RETURNS date
    LANGUAGE sql STABLE
    AS $$ SELECT (now() AT TIME ZONE 'Europe/London')::date $$;


ALTER FUNCTION retention.today() OWNER TO waymark_owner;

CREATE FUNCTION retention.unless_held() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM retention_life l WHERE l.kind = TG_ARGV[0] AND l.record_id = OLD.id AND retention.held(l.id)) THEN
        PERFORM retention.refuse('the record is under a legal hold', 'held');
    END IF;
    RETURN OLD;
END $$;


ALTER FUNCTION retention.unless_held() OWNER TO waymark_guard;

CREATE FUNCTION support.briefed_by_another() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF NEW.sent_by_id = support.doer(NEW.action_id) OR NEW.read_at IS NOT NULL THEN
        PERFORM triage.refuse('somebody else briefs whoever gives support, who then says that they read it');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION support.briefed_by_another() OWNER TO waymark_guard;

CREATE FUNCTION support.doer(wanted uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$ SELECT person_id FROM support_supportaction WHERE id = wanted $$;


ALTER FUNCTION support.doer(wanted uuid) OWNER TO waymark_guard;

CREATE FUNCTION support.grants_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NOT gate.holds('system:' || NEW.authority_id) THEN
        PERFORM triage.refuse('who sees this is not theirs to change');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION support.grants_stay() OWNER TO waymark_owner;

CREATE FUNCTION support.may_start() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    stands channel_case;
BEGIN
    SELECT c.* INTO stands FROM support_plan p JOIN channel_case c ON c.id = p.case_id
     WHERE p.id = NEW.plan_id AND p.approved_at IS NOT NULL;
    IF stands.id IS NULL THEN
        PERFORM triage.refuse('support begins when its plan is approved');
    END IF;
    IF stands.state <> 'active' THEN
        PERFORM triage.refuse('support begins in a case that is supported');
    END IF;
    IF NEW.started_on > (statement_timestamp() AT TIME ZONE 'Europe/London')::date
       OR NOT consent.covers(stands.id, NEW.started_on, NEW.kind) THEN
        PERFORM triage.refuse('no support without a consent that covers it');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION support.may_start() OWNER TO waymark_guard;

CREATE FUNCTION support.plan_signed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM channel_case c WHERE c.id = NEW.case_id AND c.lead_id = NEW.approved_by_id) THEN
        PERFORM triage.refuse('the lead professional signs the plan');
    END IF;
    IF NOT EXISTS (SELECT FROM channel_caseevent e WHERE e.case_id = NEW.case_id AND e.kind = 'adopted'
                      AND e.on <= NEW.panel_on) THEN
        PERFORM triage.refuse('a plan is agreed by the panel that adopted the case');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION support.plan_signed() OWNER TO waymark_guard;

CREATE FUNCTION support.read_by_doer() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF OLD.read_at IS NOT NULL OR NEW.read_by_id IS DISTINCT FROM support.doer(NEW.action_id) THEN
        PERFORM triage.refuse('whoever gives the support says that they read the briefing');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION support.read_by_doer() OWNER TO waymark_guard;

CREATE FUNCTION support.seen_by_another() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF OLD.seen_on IS NOT NULL OR NEW.seen_said_by_id = support.doer(NEW.action_id) THEN
        PERFORM triage.refuse('somebody else says that the panel saw a report');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION support.seen_by_another() OWNER TO waymark_guard;

CREATE FUNCTION support.session_authorised() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    one support_briefing;
BEGIN
    SELECT * INTO one FROM support_briefing WHERE action_id = NEW.action_id ORDER BY sent_at DESC, recorded_at DESC LIMIT 1;
    IF one.read_at IS NULL THEN
        PERFORM triage.refuse('sessions are planned once the written briefing has been read');
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('sessions of ' || NEW.action_id, 0));
    IF (SELECT count(*) FROM support_session WHERE action_id = NEW.action_id AND state <> 'not_held') >= one.sessions THEN
        PERFORM triage.refuse('no more sessions are authorised');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION support.session_authorised() OWNER TO waymark_guard;

CREATE FUNCTION support.session_reported() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    NEW.covered := NULL;
    IF NEW.state = 'held' THEN
        IF NEW.held_on > (statement_timestamp() AT TIME ZONE 'Europe/London')::date THEN
            PERFORM triage.refuse('a session is held before it is reported');
        END IF;
        SELECT consent.covers(p.case_id, NEW.held_on, a.kind) INTO NEW.covered
          FROM support_supportaction a JOIN support_plan p ON p.id = a.plan_id WHERE a.id = NEW.action_id;
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION support.session_reported() OWNER TO waymark_guard;

CREATE FUNCTION support.stops_with_case() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM channel_case c JOIN support_plan p ON p.case_id = c.id
                 JOIN support_supportaction a ON a.plan_id = p.id AND a.state = 'under_way'
                WHERE c.id = NEW.id AND c.state NOT IN ('active', 'ending')) THEN
        PERFORM triage.refuse('support stops with its case');
    END IF;
    RETURN NULL;
END $$;


ALTER FUNCTION support.stops_with_case() OWNER TO waymark_guard;

CREATE FUNCTION support.under_action() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM support_supportaction a WHERE a.id = NEW.action_id AND a.authority_id = NEW.authority_id
                      AND a.grants @> NEW.grants AND a.grants <@ NEW.grants) THEN
        PERFORM triage.refuse('what is written of an action carries what the action does');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION support.under_action() OWNER TO waymark_guard;

CREATE FUNCTION training.as_taught() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM training_session s WHERE s.id = NEW.session_id AND s.taught_id = NEW.taught_id AND s.state <> 'cancelled'
           AND (s.starts_at AT TIME ZONE 'Europe/London')::date = NEW.held_on) THEN
        RAISE EXCEPTION 'an attendance is of the session’s day and version' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION training.as_taught() OWNER TO waymark_owner;

CREATE FUNCTION training.check_certificate(typed text, who text) RETURNS TABLE(course text, held_on date, stands boolean, name_fits boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT c.name, a.held_on, z.withdrawn_at IS NULL, btrim(lower(who)) <> '' AND btrim(lower(who)) = btrim(lower(t.name))
      FROM training_certificate z
      JOIN training_attendance a ON a.id = z.attendance_id
      JOIN training_courseversion v ON v.id = a.taught_id JOIN training_course c ON c.id = v.course_id
      LEFT JOIN training_trainee t ON t.id = a.trainee_id
     WHERE z.code = typed
$$;


ALTER FUNCTION training.check_certificate(typed text, who text) OWNER TO waymark_guard;

CREATE FUNCTION training.says_the_same() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE may CONSTANT text[] := ARRAY['withdrawn_at', 'withdrawn_because', 'grants', 'version'];
BEGIN
    IF OLD.withdrawn_at IS NOT NULL OR to_jsonb(NEW) - may <> to_jsonb(OLD) - may THEN
        RAISE EXCEPTION 'a certificate is withdrawn, and otherwise never changed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION training.says_the_same() OWNER TO waymark_owner;

CREATE FUNCTION training.stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF OLD.state <> 'planned' AND to_jsonb(NEW) - ARRAY['grants', 'version'] <> to_jsonb(OLD) - ARRAY['grants', 'version'] THEN
        RAISE EXCEPTION 'this session is over' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.taught_id <> OLD.taught_id AND EXISTS (SELECT FROM training_attendance a WHERE a.session_id = NEW.id) THEN
        RAISE EXCEPTION 'what was taught stays what was taught' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION training.stays() OWNER TO waymark_owner;

CREATE FUNCTION training.who_came() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM training_attendance a
                    WHERE a.id = NEW.attendance_id AND a.trainee_id IS NOT NULL AND a.came = 'came') THEN
        RAISE EXCEPTION 'a certificate is of a named person who came' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION training.who_came() OWNER TO waymark_owner;

CREATE FUNCTION training.written(place text, by_whom text) RETURNS void
    LANGUAGE plpgsql
    AS $_$
-- In a sub-select, so that what is held is worked out once and not for each of a hundred thousand rows.
DECLARE writes text := format('(''authority:'' || authority_id || '':%s'') = ANY ((SELECT gate.held())::text[])', by_whom);
        works text := '(''system:'' || authority_id) = ANY ((SELECT gate.held())::text[])';
BEGIN
    EXECUTE format('CREATE POLICY %1$s_made ON %1$I AS RESTRICTIVE FOR INSERT WITH CHECK (%2$s OR %3$s)', place, writes, works);
    EXECUTE format('CREATE POLICY %1$s_changed ON %1$I AS RESTRICTIVE FOR UPDATE USING (%2$s OR %3$s)', place, writes, works);
    EXECUTE format('CREATE POLICY %1$s_kept ON %1$I AS RESTRICTIVE FOR DELETE USING (%2$s)', place, works);
END $_$;


ALTER FUNCTION training.written(place text, by_whom text) OWNER TO waymark_owner;

CREATE FUNCTION triage.age_on(person public.people_person, day date) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT date_part('year', age(day, CASE person.born_precision
            WHEN 'year' THEN make_date(date_part('year', person.born_on)::int, 12, 31)
            WHEN 'month' THEN (date_trunc('month', person.born_on) + interval '1 month - 1 day')::date
            ELSE person.born_on END))::int
     WHERE person.born_on IS NOT NULL
     UNION ALL
    SELECT person.approximate_age + date_part('year', day)::int - date_part('year', person.age_noted_on)::int
           - (to_char(day, 'MMDD') < to_char(person.age_noted_on, 'MMDD'))::int
     WHERE person.born_on IS NULL AND person.age_noted_on IS NOT NULL
$$;


ALTER FUNCTION triage.age_on(person public.people_person, day date) OWNER TO waymark_owner;

CREATE FUNCTION triage.approves_anothers() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM referrals_decision WHERE id = NEW.decision_id AND signed_by_id = NEW.approved_by_id) THEN
        PERFORM triage.refuse('nobody approves their own proposal');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION triage.approves_anothers() OWNER TO waymark_guard;

CREATE TABLE public.referrals_referral (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reference character varying(20) NOT NULL,
    state character varying(20) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    concern_arose_on date,
    age_on_receipt smallint,
    under_18 boolean,
    lives_with_child character varying(10) NOT NULL,
    due_at timestamp with time zone,
    sent_to_police_at timestamp with time zone,
    reopened_at timestamp with time zone,
    closed_at timestamp with time zone,
    sealed_at timestamp with time zone,
    authority_id bigint NOT NULL,
    decision_id uuid,
    lead_id uuid,
    person_id uuid NOT NULL,
    submission_id uuid NOT NULL,
    CONSTRAINT referral_closed_has_decision CHECK ((((closed_at IS NOT NULL) AND (decision_id IS NOT NULL) AND ((state)::text = ANY ((ARRAY['advice'::character varying, 'mistaken'::character varying, 'no_further_action'::character varying, 'police_closed'::character varying, 'redirected'::character varying])::text[]))) OR ((closed_at IS NOT NULL) AND ((state)::text = 'channel_ended'::text)) OR ((NOT ((state)::text = ANY ((ARRAY['advice'::character varying, 'channel_ended'::character varying, 'mistaken'::character varying, 'no_further_action'::character varying, 'police_closed'::character varying, 'redirected'::character varying])::text[]))) AND (closed_at IS NULL)))),
    CONSTRAINT referral_has_lead CHECK ((((state)::text = 'received'::text) OR (lead_id IS NOT NULL))),
    CONSTRAINT referrals_referral_age_on_receipt_check CHECK ((age_on_receipt >= 0)),
    CONSTRAINT referrals_referral_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.referrals_referral FORCE ROW LEVEL SECURITY;


ALTER TABLE public.referrals_referral OWNER TO waymark_owner;

CREATE FUNCTION triage.earlier(referral public.referrals_referral) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT other.id FROM referrals_referral AS other
     WHERE other.person_id IN (SELECT triage.same_people(referral.person_id))
       AND other.id <> referral.id AND other.received_at <= referral.received_at AND other.sealed_at IS NULL
$$;


ALTER FUNCTION triage.earlier(referral public.referrals_referral) OWNER TO waymark_guard;

CREATE FUNCTION triage.facts_stay() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE years integer;
BEGIN
    IF (NEW.reference, NEW.submission_id, NEW.person_id, NEW.received_at, NEW.concern_arose_on)
       IS DISTINCT FROM
       (OLD.reference, OLD.submission_id, OLD.person_id, OLD.received_at, OLD.concern_arose_on) THEN
        PERFORM triage.refuse('a referral stays as it was received');
    END IF;
    IF (NEW.age_on_receipt, NEW.under_18) IS DISTINCT FROM (OLD.age_on_receipt, OLD.under_18) THEN
        SELECT greatest(0, triage.age_on(person, (NEW.received_at AT TIME ZONE 'Europe/London')::date)) INTO years
          FROM people_person AS person WHERE person.id = NEW.person_id
               AND coalesce(person.born_on, person.age_noted_on) IS NOT NULL;
        IF (NEW.age_on_receipt, NEW.under_18) IS DISTINCT FROM (years, years < 18) THEN
            PERFORM triage.refuse('the age on receipt is that of the person');
        END IF;
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION triage.facts_stay() OWNER TO waymark_guard;

CREATE FUNCTION triage.is_closed(state text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT state IN ('redirected', 'advice', 'no_further_action', 'mistaken', 'police_closed', 'channel_ended') $$;


ALTER FUNCTION triage.is_closed(state text) OWNER TO waymark_owner;

CREATE FUNCTION triage.leads_to(outcome text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE outcome WHEN 'to-police' THEN 'police_assessment' WHEN 'redirect' THEN 'redirected'
        WHEN 'advise' THEN 'advice' WHEN 'close' THEN 'no_further_action' WHEN 'unfounded' THEN 'mistaken' END
$$;


ALTER FUNCTION triage.leads_to(outcome text) OWNER TO waymark_owner;

CREATE FUNCTION triage.may_decide() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
        PERFORM triage.refuse('a referral moves on by a signed decision of that outcome');
    END IF;
    IF EXISTS (SELECT FROM people_match WHERE person_id = NEW.person_id AND answer = '') THEN
        PERFORM triage.refuse('a possible match is not answered');
    END IF;
    IF EXISTS (SELECT triage.earlier(NEW) EXCEPT
               SELECT unnest(covers) FROM referrals_takentogether WHERE referral_id = NEW.id) THEN
        PERFORM triage.refuse('nobody has said what the referrals tell, taken together');
    END IF;
    IF NOT triage.told(NEW) THEN
        PERFORM triage.refuse('nobody has answered whether the person was told');
    END IF;
    IF NEW.state = 'police_assessment' THEN
        RETURN NEW;
    END IF;
    IF EXISTS (SELECT FROM referrals_concern WHERE referral_id = NEW.id AND mark = '') THEN
        PERFORM triage.refuse('a concern is not marked');
    END IF;
    IF EXISTS (SELECT FROM referrals_informationrequest AS asked
                LEFT JOIN referrals_requestoverride AS let ON let.request_id = asked.id
               WHERE asked.referral_id = NEW.id AND asked.state = 'open'
                 AND (let.id IS NULL OR let.overridden_by_id = decided.signed_by_id)) THEN
        PERFORM triage.refuse('a request for information is open');
    END IF;
    IF (NEW.under_18 IS TRUE OR NEW.lives_with_child = 'yes')
       AND NOT EXISTS (SELECT FROM referrals_duty WHERE referral_id = NEW.id AND service = 'children') THEN
        PERFORM triage.refuse('nobody has answered whether children’s social care was told');
    END IF;
    IF NEW.state = 'redirected'
       AND NOT EXISTS (SELECT FROM referrals_redirect WHERE referral_id = NEW.id AND state <> 'not_accepted') THEN
        PERFORM triage.refuse('no service was asked to take the matter on');
    END IF;
    IF triage.needs_second(NEW, decided) THEN
        SELECT * INTO second FROM referrals_approval WHERE decision_id = decided.id AND approved;
        IF second.id IS NULL OR second.approved_by_id = decided.signed_by_id THEN
            PERFORM triage.refuse('a second person has to approve this closure');
        END IF;
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION triage.may_decide() OWNER TO waymark_guard;

CREATE TABLE public.referrals_decision (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    outcome character varying(12) NOT NULL,
    options bytea NOT NULL,
    reason bytea NOT NULL,
    relied_on bytea NOT NULL,
    dissent bytea NOT NULL,
    note_code character varying(40) NOT NULL,
    note bytea NOT NULL,
    withheld_because bytea NOT NULL,
    needs_second boolean NOT NULL,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    corrects_id uuid,
    signed_by_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    CONSTRAINT decision_says_why CHECK (((octet_length(reason) > 53) AND (NOT (options = '\x'::bytea)) AND (NOT (relied_on = '\x'::bytea)))),
    CONSTRAINT decision_tells_referrer CHECK ((((NOT ((note_code)::text = ''::text)) AND (withheld_because = '\x'::bytea)) OR (((note_code)::text = ''::text) AND (NOT (withheld_because = '\x'::bytea))))),
    CONSTRAINT referrals_decision_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.referrals_decision FORCE ROW LEVEL SECURITY;


ALTER TABLE public.referrals_decision OWNER TO waymark_owner;

CREATE FUNCTION triage.needs_second(referral public.referrals_referral, decided public.referrals_decision) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT decided.needs_second
        OR (coalesce(referral.under_18, true)
            AND EXISTS (SELECT FROM referrals_concern WHERE referral_id = referral.id AND violence))
        OR EXISTS (SELECT triage.earlier(referral))
        OR EXISTS (SELECT FROM referrals_informationrequest AS asked
                     JOIN referrals_requestoverride AS let ON let.request_id = asked.id
                    WHERE asked.referral_id = referral.id AND asked.state = 'open')
$$;


ALTER FUNCTION triage.needs_second(referral public.referrals_referral, decided public.referrals_decision) OWNER TO waymark_guard;

CREATE FUNCTION triage.refuse(sentence text) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '%', sentence USING ERRCODE = 'check_violation';
END $$;


ALTER FUNCTION triage.refuse(sentence text) OWNER TO waymark_owner;

CREATE FUNCTION triage.restriction_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


ALTER FUNCTION triage.restriction_stays() OWNER TO waymark_owner;

CREATE FUNCTION triage.same_people(somebody uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    WITH RECURSIVE same (id) AS (
        SELECT somebody
        UNION
        SELECT CASE WHEN link.person_id = same.id THEN link.other_id ELSE link.person_id END
          FROM same JOIN people_personlink AS link ON same.id IN (link.person_id, link.other_id)
         WHERE link.undone_at IS NULL
    ) SELECT id FROM same
$$;


ALTER FUNCTION triage.same_people(somebody uuid) OWNER TO waymark_guard;

CREATE FUNCTION triage.signs_as_actor() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF 'user:' || (to_jsonb(NEW) ->> TG_ARGV[0]) <> coalesce(current_setting('waymark.actor', true), '') THEN
        PERFORM triage.refuse('a signature is by whoever acts');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION triage.signs_as_actor() OWNER TO waymark_owner;

CREATE FUNCTION triage.stays_but_grants() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'grants' - 'version' = to_jsonb(OLD) - 'grants' - 'version' THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' AND current_user = 'waymark_guard' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% is never changed or deleted; write a correction', TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;


ALTER FUNCTION triage.stays_but_grants() OWNER TO waymark_owner;

CREATE FUNCTION triage.still_open() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE stands text;
BEGIN
    SELECT state INTO stands FROM referrals_referral WHERE id = NEW.referral_id FOR SHARE;
    IF triage.is_closed(stands) THEN
        PERFORM triage.refuse('the referral is closed');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION triage.still_open() OWNER TO waymark_guard;

CREATE FUNCTION triage.told(referral public.referrals_referral) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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


ALTER FUNCTION triage.told(referral public.referrals_referral) OWNER TO waymark_guard;

CREATE FUNCTION triage.words_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF (NEW.words, NEW.standing, NEW.source, NEW.referral_id, NEW.happened_on,
        NEW.happened_precision)
       IS DISTINCT FROM (OLD.words, OLD.standing, OLD.source, OLD.referral_id, OLD.happened_on,
        OLD.happened_precision) THEN
        PERFORM triage.refuse('a concern stays as it was worded');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION triage.words_stay() OWNER TO waymark_owner;

CREATE FUNCTION vault.follow() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        UPDATE public.vault_recordkey SET destroyed_at = now()
         WHERE about_table = TG_TABLE_NAME AND about_id = OLD.id AND destroyed_at IS NULL;
        DELETE FROM public.vault_document WHERE about_table = TG_TABLE_NAME AND about_id = OLD.id;
        RETURN NULL;
    END IF;
    UPDATE public.vault_recordkey
       SET grants = ARRAY(SELECT DISTINCT unnest(NEW.grants || ('system:' || NEW.authority_id)))
     WHERE about_table = TG_TABLE_NAME AND about_id = NEW.id;
    UPDATE public.vault_document
       SET grants = ARRAY(SELECT DISTINCT unnest(NEW.grants || ('system:' || NEW.authority_id)))
     WHERE about_table = TG_TABLE_NAME AND about_id = NEW.id;
    RETURN NULL;
END $$;


ALTER FUNCTION vault.follow() OWNER TO waymark_owner;

CREATE FUNCTION vault.guard_key() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a key is destroyed, never deleted' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.id, NEW.about_table, NEW.about_id) IS DISTINCT FROM (OLD.id, OLD.about_table, OLD.about_id) THEN
        RAISE EXCEPTION 'a key stays with its record' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF OLD.destroyed_at IS NOT NULL
       AND (NEW.wrapped, NEW.master, NEW.destroyed_at) IS DISTINCT FROM (OLD.wrapped, OLD.master, OLD.destroyed_at) THEN
        RAISE EXCEPTION 'a destroyed key does not come back' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.destroyed_at IS NOT NULL AND OLD.destroyed_at IS NULL THEN
        NEW.wrapped := '';
        INSERT INTO public.vault_destroyed (id, authority_id, grants, version, recorded_at, salt,
                                            key_id, about_table, about_id, destroyed_at)
        VALUES (gen_random_uuid(), NEW.authority_id, NEW.grants, 1, now(), gen_random_uuid(),
                NEW.id, NEW.about_table, NEW.about_id, NEW.destroyed_at)
        ON CONFLICT (key_id) DO NOTHING;
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION vault.guard_key() OWNER TO waymark_owner;

CREATE FUNCTION vault.masters_in_use() RETURNS TABLE(number text, keys bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$ SELECT master::text, count(*) FROM public.vault_recordkey WHERE destroyed_at IS NULL GROUP BY master $$;


ALTER FUNCTION vault.masters_in_use() OWNER TO waymark_guard;

CREATE TABLE gate.breakable (
    kind text NOT NULL,
    relation text NOT NULL
);


ALTER TABLE gate.breakable OWNER TO waymark_owner;

CREATE TABLE gate.name_form (
    word text NOT NULL,
    family text NOT NULL,
    kind text NOT NULL,
    CONSTRAINT name_form_kind_check CHECK ((kind = ANY (ARRAY['spelling'::text, 'form'::text, 'short'::text, 'common'::text])))
);


ALTER TABLE gate.name_form OWNER TO waymark_owner;

CREATE TABLE gate.person_keys (
    person_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    names text[] NOT NULL,
    born_on date,
    born_precision text NOT NULL,
    postcodes text[] NOT NULL,
    places text[] NOT NULL,
    sounds integer[] NOT NULL,
    keys integer[] NOT NULL
);


ALTER TABLE gate.person_keys OWNER TO waymark_owner;

CREATE TABLE gate.vouches (
    role text NOT NULL
);


ALTER TABLE gate.vouches OWNER TO waymark_owner;

ALTER TABLE ledger.change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ledger.change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE ledger.deed ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ledger.deed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE ledger.disclosure ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ledger.disclosure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE ledger.fence (
    one boolean DEFAULT true NOT NULL,
    set_at timestamp with time zone NOT NULL,
    txid bigint NOT NULL,
    up_to jsonb NOT NULL,
    CONSTRAINT fence_one_check CHECK (one)
);


ALTER TABLE ledger.fence OWNER TO waymark_owner;

CREATE TABLE ledger.keeping (
    one boolean DEFAULT true NOT NULL,
    years integer NOT NULL,
    CONSTRAINT keeping_one_check CHECK (one),
    CONSTRAINT keeping_years_check CHECK (((years >= 2) AND (years <= 8)))
);


ALTER TABLE ledger.keeping OWNER TO waymark_owner;

ALTER TABLE ledger.read ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ledger.read_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE ledger.seal (
    number bigint NOT NULL,
    kind text NOT NULL,
    entries text NOT NULL,
    after_id bigint NOT NULL,
    last_id bigint NOT NULL,
    count bigint NOT NULL,
    hash bytea NOT NULL,
    fenced_at timestamp with time zone NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    previous bytea NOT NULL,
    seal bytea NOT NULL,
    CONSTRAINT seal_after_id_check CHECK ((after_id >= 0)),
    CONSTRAINT seal_check CHECK ((last_id > after_id)),
    CONSTRAINT seal_count_check CHECK ((count >= 0)),
    CONSTRAINT seal_entries_check CHECK ((entries = ANY (ARRAY['deed'::text, 'change'::text, 'read'::text, 'disclosure'::text]))),
    CONSTRAINT seal_hash_check CHECK ((octet_length(hash) = 32)),
    CONSTRAINT seal_kind_check CHECK ((kind = ANY (ARRAY['sealed'::text, 'dropped'::text]))),
    CONSTRAINT seal_number_check CHECK ((number > 0)),
    CONSTRAINT seal_previous_check CHECK ((octet_length(previous) = 32)),
    CONSTRAINT seal_seal_check CHECK ((octet_length(seal) = 32))
);


ALTER TABLE ledger.seal OWNER TO waymark_owner;

CREATE TABLE public.access_glass (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reference character varying(20) NOT NULL,
    about_kind character varying(80) NOT NULL,
    about_id uuid NOT NULL,
    about_reference character varying(20) NOT NULL,
    opened_as_lead boolean NOT NULL,
    reason text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    reviewed_at timestamp with time zone,
    verdict character varying(14) NOT NULL,
    words text NOT NULL,
    authority_id bigint NOT NULL,
    opened_by_id uuid NOT NULL,
    reviewed_by_id uuid,
    CONSTRAINT access_glass_version_check CHECK ((version >= 0)),
    CONSTRAINT glass_ends_within CHECK (((ended_at IS NULL) OR ((ended_at >= opened_at) AND (ended_at <= ends_at)))),
    CONSTRAINT glass_is_an_hour CHECK ((ends_at = (opened_at + '01:00:00'::interval))),
    CONSTRAINT glass_review_is_whole CHECK ((((reviewed_at IS NULL) AND (reviewed_by_id IS NULL) AND ((verdict)::text = ''::text) AND (words = ''::text)) OR ((reviewed_at IS NOT NULL) AND (reviewed_by_id IS NOT NULL) AND (NOT ((verdict)::text = ''::text)) AND (NOT (words = ''::text))))),
    CONSTRAINT glass_reviewed_by_another CHECK (((reviewed_by_id IS NULL) OR (NOT ((reviewed_by_id = opened_by_id) AND (reviewed_by_id IS NOT NULL))))),
    CONSTRAINT glass_says_why CHECK ((gate.words_in(reason) >= 5))
);

ALTER TABLE ONLY public.access_glass FORCE ROW LEVEL SECURITY;


ALTER TABLE public.access_glass OWNER TO waymark_owner;

CREATE TABLE public.access_interest (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    about_kind character varying(80) NOT NULL,
    about_id uuid NOT NULL,
    about_reference character varying(20) NOT NULL,
    declared_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_because text NOT NULL,
    authority_id bigint NOT NULL,
    user_id uuid NOT NULL,
    withdrawn_by_id uuid,
    CONSTRAINT access_interest_version_check CHECK ((version >= 0)),
    CONSTRAINT interest_withdrawn_by_another CHECK (((withdrawn_by_id IS NULL) OR (NOT ((withdrawn_by_id = user_id) AND (withdrawn_by_id IS NOT NULL))))),
    CONSTRAINT interest_withdrawn_whole CHECK ((((withdrawn_at IS NULL) AND (withdrawn_because = ''::text) AND (withdrawn_by_id IS NULL)) OR ((withdrawn_at IS NOT NULL) AND (withdrawn_by_id IS NOT NULL) AND (NOT (withdrawn_because = ''::text)))))
);

ALTER TABLE ONLY public.access_interest FORCE ROW LEVEL SECURITY;


ALTER TABLE public.access_interest OWNER TO waymark_owner;

CREATE TABLE public.access_membership (
    id uuid NOT NULL,
    role character varying(40) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    ended_at timestamp with time zone,
    authority_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    user_id uuid NOT NULL,
    CONSTRAINT membership_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);


ALTER TABLE public.access_membership OWNER TO waymark_owner;

CREATE TABLE public.access_oncetoken (
    token uuid NOT NULL,
    actor text NOT NULL,
    location text NOT NULL,
    spent_at timestamp with time zone NOT NULL
);


ALTER TABLE public.access_oncetoken OWNER TO waymark_owner;

CREATE TABLE public.access_promisedrole (
    id bigint NOT NULL,
    role character varying(40) NOT NULL,
    authority_id bigint NOT NULL,
    invitation_id uuid NOT NULL,
    organisation_id bigint NOT NULL
);


ALTER TABLE public.access_promisedrole OWNER TO waymark_owner;

ALTER TABLE public.access_promisedrole ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_promisedrole_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.access_recovery (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    vouched_at timestamp with time zone NOT NULL,
    seen character varying(10) NOT NULL,
    words text NOT NULL,
    confirmed_at timestamp with time zone,
    link character varying(64) NOT NULL,
    works_from timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    stopped_at timestamp with time zone,
    authority_id bigint NOT NULL,
    confirmed_by_id uuid,
    stopped_by_id uuid,
    user_id uuid NOT NULL,
    vouched_by_id uuid NOT NULL,
    CONSTRAINT access_recovery_version_check CHECK ((version >= 0)),
    CONSTRAINT recovery_confirmed_by_another CHECK (((confirmed_by_id IS NULL) OR ((NOT ((confirmed_by_id = vouched_by_id) AND (confirmed_by_id IS NOT NULL))) AND (NOT ((confirmed_by_id = user_id) AND (confirmed_by_id IS NOT NULL)))))),
    CONSTRAINT recovery_confirmed_whole CHECK ((((confirmed_at IS NULL) AND (confirmed_by_id IS NULL) AND ((link)::text = ''::text) AND (used_at IS NULL)) OR ((confirmed_at IS NOT NULL) AND (confirmed_by_id IS NOT NULL) AND (NOT ((link)::text = ''::text))))),
    CONSTRAINT recovery_in_order CHECK (((confirmed_at >= vouched_at) AND (used_at >= works_from) AND (used_at <= ends_at))),
    CONSTRAINT recovery_is_short CHECK ((ends_at <=
CASE
    WHEN (confirmed_at IS NULL) THEN (vouched_at + '24:00:00'::interval)
    ELSE (GREATEST(confirmed_at, works_from) + '02:00:00'::interval)
END)),
    CONSTRAINT recovery_keeps_no_link CHECK ((((link)::text = ''::text) OR ((link)::text ~ '^[0-9a-f]{64}$'::text))),
    CONSTRAINT recovery_not_for_oneself CHECK ((NOT (vouched_by_id = user_id))),
    CONSTRAINT recovery_says_how CHECK ((gate.words_in(words) >= 5)),
    CONSTRAINT recovery_stopped_by_somebody CHECK ((((stopped_at IS NULL) AND (stopped_by_id IS NULL)) OR ((stopped_at IS NOT NULL) AND (stopped_by_id IS NOT NULL)))),
    CONSTRAINT recovery_waits CHECK ((works_from = (vouched_at + '00:15:00'::interval)))
);

ALTER TABLE ONLY public.access_recovery FORCE ROW LEVEL SECURITY;


ALTER TABLE public.access_recovery OWNER TO waymark_owner;

CREATE TABLE public.access_visitor (
    id uuid NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(2) NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    verified_at timestamp with time zone,
    authority_id bigint NOT NULL
);


ALTER TABLE public.access_visitor OWNER TO waymark_owner;

CREATE TABLE public.access_visitorlink (
    token_hash character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    visitor_id uuid NOT NULL
);


ALTER TABLE public.access_visitorlink OWNER TO waymark_owner;

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id uuid NOT NULL
);


ALTER TABLE public.account_emailaddress OWNER TO waymark_owner;

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);


ALTER TABLE public.account_emailconfirmation OWNER TO waymark_owner;

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);


ALTER TABLE public.accounts_cache OWNER TO waymark_owner;

CREATE TABLE public.accounts_invitation (
    id uuid NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(2) NOT NULL,
    token_hash character varying(64) NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    accepted_by_id uuid,
    invited_by_id uuid,
    CONSTRAINT accounts_accepted_by_somebody CHECK ((((accepted_at IS NULL) AND (accepted_by_id IS NULL)) OR ((accepted_at IS NOT NULL) AND (accepted_by_id IS NOT NULL)))),
    CONSTRAINT accounts_invitation_email_lower CHECK (((email)::text = lower((email)::text)))
);


ALTER TABLE public.accounts_invitation OWNER TO waymark_owner;

CREATE TABLE public.accounts_signon (
    id uuid NOT NULL,
    identity character varying(64) NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    user_id uuid NOT NULL
);


ALTER TABLE public.accounts_signon OWNER TO waymark_owner;

CREATE TABLE public.accounts_typedtext (
    id uuid NOT NULL,
    path character varying(500) NOT NULL,
    why character varying(10) NOT NULL,
    sealed text NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    user_id uuid NOT NULL
);

ALTER TABLE ONLY public.accounts_typedtext FORCE ROW LEVEL SECURITY;


ALTER TABLE public.accounts_typedtext OWNER TO waymark_owner;

CREATE TABLE public.accounts_user (
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    id uuid NOT NULL,
    email character varying(254) NOT NULL,
    full_name character varying(200) NOT NULL,
    known_as character varying(100) NOT NULL,
    language character varying(2) NOT NULL,
    is_active boolean NOT NULL,
    disabled_at timestamp with time zone,
    disabled_reason character varying(500) NOT NULL,
    sessions_key uuid NOT NULL,
    last_seen_on date,
    joined_at timestamp with time zone NOT NULL,
    CONSTRAINT accounts_disabled_has_time CHECK ((((disabled_at IS NULL) AND is_active) OR ((disabled_at IS NOT NULL) AND (NOT is_active)))),
    CONSTRAINT accounts_email_lower CHECK (((email)::text = lower((email)::text)))
);


ALTER TABLE public.accounts_user OWNER TO waymark_owner;

CREATE TABLE public.assessment_closureapproval (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    approved boolean NOT NULL,
    reason bytea NOT NULL,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    signed_by_id uuid NOT NULL,
    decision_id uuid NOT NULL,
    CONSTRAINT assessment_closureapproval_version_check CHECK ((version >= 0)),
    CONSTRAINT closure_approval_has_reason CHECK ((NOT (reason = '\x'::bytea)))
);

ALTER TABLE ONLY public.assessment_closureapproval FORCE ROW LEVEL SECURITY;


ALTER TABLE public.assessment_closureapproval OWNER TO waymark_owner;

CREATE TABLE public.assessment_deconfliction (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    result character varying(15) NOT NULL,
    result_on date NOT NULL,
    result_reference character varying(30) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    signed_by_id uuid NOT NULL,
    assessment_id uuid NOT NULL,
    CONSTRAINT assessment_deconfliction_version_check CHECK ((version >= 0)),
    CONSTRAINT deconfliction_reference_only CHECK (((result_reference)::text ~ '^[A-Za-z0-9][A-Za-z0-9/._-]{0,29}$'::text))
);

ALTER TABLE ONLY public.assessment_deconfliction FORCE ROW LEVEL SECURITY;


ALTER TABLE public.assessment_deconfliction OWNER TO waymark_owner;

CREATE TABLE public.assessment_framework (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    edition character varying(40) NOT NULL,
    title character varying(200) NOT NULL,
    source character varying(300) NOT NULL,
    headings jsonb NOT NULL,
    is_example boolean NOT NULL,
    loaded_at timestamp with time zone NOT NULL
);


ALTER TABLE public.assessment_framework OWNER TO waymark_owner;

ALTER TABLE public.assessment_framework ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.assessment_framework_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.assessment_policeassessment (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    state character varying(20) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone,
    ended_at timestamp with time zone,
    authority_id bigint NOT NULL,
    lead_id uuid,
    referral_id uuid NOT NULL,
    decision_id uuid,
    CONSTRAINT assessment_policeassessment_version_check CHECK ((version >= 0)),
    CONSTRAINT police_assessment_ends_once CHECK ((((ended_at IS NOT NULL) AND ((state)::text = ANY ((ARRAY['closed'::character varying, 'given_back'::character varying])::text[]))) OR ((NOT ((state)::text = ANY ((ARRAY['closed'::character varying, 'given_back'::character varying])::text[]))) AND (ended_at IS NULL)))),
    CONSTRAINT police_assessment_has_lead CHECK ((((state)::text = ANY ((ARRAY['deconfliction'::character varying, 'given_back'::character varying])::text[])) OR (lead_id IS NOT NULL)))
);

ALTER TABLE ONLY public.assessment_policeassessment FORCE ROW LEVEL SECURITY;


ALTER TABLE public.assessment_policeassessment OWNER TO waymark_owner;

CREATE TABLE public.assessment_policedecision (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    outcome character varying(10) NOT NULL,
    grounds bytea NOT NULL,
    relied_on bytea NOT NULL,
    council_view bytea NOT NULL,
    referred_by character varying(10) NOT NULL,
    cause character varying(20) NOT NULL,
    destination character varying(20) NOT NULL,
    destination_words bytea NOT NULL,
    note bytea NOT NULL,
    withheld_because bytea NOT NULL,
    decided_on date NOT NULL,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    assessment_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    signed_by_id uuid NOT NULL,
    CONSTRAINT assessment_policedecision_version_check CHECK ((version >= 0)),
    CONSTRAINT police_decision_names_referrer CHECK (((((outcome)::text = 'refer'::text) AND (NOT ((referred_by)::text = ''::text))) OR ((NOT ((outcome)::text = 'refer'::text)) AND ((referred_by)::text = ''::text)))),
    CONSTRAINT police_decision_says_where_to CHECK (((((outcome)::text = 'close'::text) AND (NOT ((cause)::text = ''::text)) AND (NOT ((destination)::text = ''::text))) OR ((NOT ((outcome)::text = 'close'::text)) AND ((cause)::text = ''::text) AND ((destination)::text = ''::text)))),
    CONSTRAINT police_decision_says_why CHECK (((octet_length(grounds) > 53) AND (NOT (relied_on = '\x'::bytea)))),
    CONSTRAINT police_decision_tells_referrer CHECK (((NOT ((outcome)::text = 'close'::text)) OR ((NOT (note = '\x'::bytea)) AND (withheld_because = '\x'::bytea)) OR ((note = '\x'::bytea) AND (NOT (withheld_because = '\x'::bytea)))))
);

ALTER TABLE ONLY public.assessment_policedecision FORCE ROW LEVEL SECURITY;


ALTER TABLE public.assessment_policedecision OWNER TO waymark_owner;

CREATE TABLE public.assessment_writtenassessment (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    answers bytea NOT NULL,
    protective bytea NOT NULL,
    changed bytea NOT NULL,
    conclusion bytea NOT NULL,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    assessment_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    framework_id bigint NOT NULL,
    signed_by_id uuid NOT NULL,
    CONSTRAINT assessment_writtenassessment_version_check CHECK ((version >= 0)),
    CONSTRAINT written_assessment_concludes CHECK (((NOT (conclusion = '\x'::bytea)) AND (NOT (protective = '\x'::bytea))))
);

ALTER TABLE ONLY public.assessment_writtenassessment FORCE ROW LEVEL SECURITY;


ALTER TABLE public.assessment_writtenassessment OWNER TO waymark_owner;

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


ALTER TABLE public.auth_group OWNER TO waymark_owner;

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


ALTER TABLE public.auth_group_permissions OWNER TO waymark_owner;

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


ALTER TABLE public.auth_permission OWNER TO waymark_owner;

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.channel_attendancecorrection (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    sector character varying(20) NOT NULL,
    was character varying(10) NOT NULL,
    became character varying(10) NOT NULL,
    because bytea NOT NULL,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    became_person_id uuid,
    decision_id uuid NOT NULL,
    organisation_id bigint NOT NULL,
    seat_id uuid NOT NULL,
    signed_by_id uuid NOT NULL,
    was_person_id uuid,
    CONSTRAINT attendance_correction_says_why CHECK ((octet_length(because) > 53)),
    CONSTRAINT channel_attendancecorrection_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.channel_attendancecorrection FORCE ROW LEVEL SECURITY;


ALTER TABLE public.channel_attendancecorrection OWNER TO waymark_owner;

CREATE TABLE public.channel_case (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reference character varying(20) NOT NULL,
    state character varying(25) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    lead_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    section_36_id uuid,
    decision_id uuid,
    CONSTRAINT channel_case_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.channel_case FORCE ROW LEVEL SECURITY;


ALTER TABLE public.channel_case OWNER TO waymark_owner;

CREATE TABLE public.channel_caseevent (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    kind character varying(15) NOT NULL,
    "on" date NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    case_id uuid NOT NULL,
    entered_by_id uuid,
    lead_id uuid,
    CONSTRAINT channel_caseevent_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.channel_caseevent FORCE ROW LEVEL SECURITY;


ALTER TABLE public.channel_caseevent OWNER TO waymark_owner;

CREATE TABLE public.channel_dissent (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    sector character varying(20) NOT NULL,
    reason bytea NOT NULL,
    authority_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    seat_id uuid NOT NULL,
    decision_id uuid NOT NULL,
    CONSTRAINT channel_dissent_version_check CHECK ((version >= 0)),
    CONSTRAINT dissent_has_reason CHECK ((NOT (reason = '\x'::bytea)))
);

ALTER TABLE ONLY public.channel_dissent FORCE ROW LEVEL SECURITY;


ALTER TABLE public.channel_dissent OWNER TO waymark_owner;

CREATE TABLE public.channel_paneldecision (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    meeting_reference character varying(20) NOT NULL,
    referrer_there boolean NOT NULL,
    outcome character varying(12) NOT NULL,
    method character varying(10) NOT NULL,
    reason bytea NOT NULL,
    relied_on bytea NOT NULL,
    dissents_number smallint NOT NULL,
    care_considered bytea NOT NULL,
    care_with character varying(15) NOT NULL,
    care_result character varying(15) NOT NULL,
    missing bytea NOT NULL,
    missing_by date,
    corrected_because bytea NOT NULL,
    decided_on date NOT NULL,
    signed_as character varying(200) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    case_id uuid NOT NULL,
    corrects_id uuid,
    item_id uuid NOT NULL,
    missing_from_id uuid,
    signed_by_id uuid NOT NULL,
    CONSTRAINT channel_paneldecision_dissents_number_check CHECK ((dissents_number >= 0)),
    CONSTRAINT channel_paneldecision_version_check CHECK ((version >= 0)),
    CONSTRAINT panel_decision_considers_care CHECK (((((outcome)::text = 'not_adopt'::text) AND (octet_length(care_considered) > 53) AND ((((care_result)::text = 'not_referred'::text) AND ((care_with)::text = ''::text)) OR ((NOT ((care_result)::text = ANY ((ARRAY[''::character varying, 'not_referred'::character varying])::text[]))) AND (NOT ((care_with)::text = ''::text))))) OR ((NOT ((outcome)::text = 'not_adopt'::text)) AND (care_considered = '\x'::bytea) AND ((care_result)::text = ''::text) AND ((care_with)::text = ''::text)))),
    CONSTRAINT panel_decision_correction_says_why CHECK ((((corrects_id IS NULL) AND (corrected_because = '\x'::bytea)) OR ((corrects_id IS NOT NULL) AND (NOT (corrected_because = '\x'::bytea))))),
    CONSTRAINT panel_decision_names_dissent CHECK (((((method)::text = 'unanimous'::text) AND (dissents_number = 0)) OR ((NOT ((method)::text = 'unanimous'::text)) AND (dissents_number > 0)))),
    CONSTRAINT panel_decision_says_what_is_missing CHECK (((((outcome)::text = 'defer'::text) AND (NOT (missing = '\x'::bytea)) AND (missing_by >= decided_on) AND (missing_by IS NOT NULL) AND (missing_from_id IS NOT NULL)) OR ((NOT ((outcome)::text = 'defer'::text)) AND (missing = '\x'::bytea) AND (missing_by IS NULL) AND (missing_from_id IS NULL)))),
    CONSTRAINT panel_decision_says_why CHECK (((octet_length(reason) > 53) AND (NOT (relied_on = '\x'::bytea))))
);

ALTER TABLE ONLY public.channel_paneldecision FORCE ROW LEVEL SECURITY;


ALTER TABLE public.channel_paneldecision OWNER TO waymark_owner;

CREATE TABLE public.concerns_addedinformation (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    words bytea NOT NULL,
    added_at timestamp with time zone NOT NULL,
    author_user_id uuid,
    author_visitor_id uuid,
    authority_id bigint NOT NULL,
    organisation_id bigint,
    submission_id uuid NOT NULL,
    CONSTRAINT addedinformation_one_author CHECK ((((author_user_id IS NOT NULL) AND (author_visitor_id IS NULL)) OR ((author_user_id IS NULL) AND (author_visitor_id IS NOT NULL)))),
    CONSTRAINT addition_has_words CHECK ((NOT (words = '\x'::bytea))),
    CONSTRAINT concerns_addedinformation_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.concerns_addedinformation FORCE ROW LEVEL SECURITY;


ALTER TABLE public.concerns_addedinformation OWNER TO waymark_owner;

CREATE TABLE public.concerns_concernraiser (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    is_referrer boolean NOT NULL,
    wants_anonymity boolean NOT NULL,
    name bytea NOT NULL,
    job bytea NOT NULL,
    organisation_name bytea NOT NULL,
    relationship bytea NOT NULL,
    email bytea NOT NULL,
    phone bytea NOT NULL,
    authority_id bigint NOT NULL,
    submission_id uuid NOT NULL,
    CONSTRAINT concerns_concernraiser_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.concerns_concernraiser FORCE ROW LEVEL SECURITY;


ALTER TABLE public.concerns_concernraiser OWNER TO waymark_owner;

CREATE TABLE public.concerns_draft (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    form_version smallint NOT NULL,
    answers bytea NOT NULL,
    typed bytea NOT NULL,
    state character varying(10) NOT NULL,
    sent_to_dsl_at timestamp with time zone,
    dsl_note bytea NOT NULL,
    decided_at timestamp with time zone,
    started_at timestamp with time zone NOT NULL,
    last_edited_at timestamp with time zone NOT NULL,
    author_user_id uuid,
    author_visitor_id uuid,
    authority_id bigint NOT NULL,
    decided_by_id uuid,
    organisation_id bigint,
    CONSTRAINT concerns_draft_form_version_check CHECK ((form_version >= 0)),
    CONSTRAINT concerns_draft_version_check CHECK ((version >= 0)),
    CONSTRAINT draft_not_sent_has_reason CHECK (((NOT ((state)::text = 'not_sent'::text)) OR ((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL) AND (NOT (dsl_note = '\x'::bytea))))),
    CONSTRAINT draft_one_author CHECK ((((author_user_id IS NOT NULL) AND (author_visitor_id IS NULL)) OR ((author_user_id IS NULL) AND (author_visitor_id IS NOT NULL)))),
    CONSTRAINT draft_returned_has_note CHECK (((NOT ((state)::text = 'returned'::text)) OR (NOT (dsl_note = '\x'::bytea))))
);

ALTER TABLE ONLY public.concerns_draft FORCE ROW LEVEL SECURITY;


ALTER TABLE public.concerns_draft OWNER TO waymark_owner;

CREATE TABLE public.concerns_draftapart (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    answers bytea NOT NULL,
    typed bytea NOT NULL,
    authority_id bigint NOT NULL,
    draft_id uuid NOT NULL,
    CONSTRAINT concerns_draftapart_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.concerns_draftapart FORCE ROW LEVEL SECURITY;


ALTER TABLE public.concerns_draftapart OWNER TO waymark_owner;

CREATE TABLE public.concerns_enquiry (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reference character varying(20) NOT NULL,
    question bytea NOT NULL,
    names_someone boolean NOT NULL,
    name bytea NOT NULL,
    named_because bytea NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer bytea NOT NULL,
    answered_at timestamp with time zone,
    expires_on date NOT NULL,
    answered_by_id uuid,
    author_user_id uuid,
    author_visitor_id uuid,
    authority_id bigint NOT NULL,
    organisation_id bigint,
    CONSTRAINT concerns_enquiry_version_check CHECK ((version >= 0)),
    CONSTRAINT enquiry_answer_whole CHECK ((((answer = '\x'::bytea) AND (answered_at IS NULL) AND (answered_by_id IS NULL)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL) AND (NOT (answer = '\x'::bytea))))),
    CONSTRAINT enquiry_named_with_reason CHECK (((names_someone AND (NOT (name = '\x'::bytea)) AND (NOT (named_because = '\x'::bytea))) OR ((name = '\x'::bytea) AND (named_because = '\x'::bytea) AND (NOT names_someone)))),
    CONSTRAINT enquiry_one_author CHECK ((((author_user_id IS NOT NULL) AND (author_visitor_id IS NULL)) OR ((author_user_id IS NULL) AND (author_visitor_id IS NOT NULL))))
);

ALTER TABLE ONLY public.concerns_enquiry FORCE ROW LEVEL SECURITY;


ALTER TABLE public.concerns_enquiry OWNER TO waymark_owner;

CREATE TABLE public.concerns_progress (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    step character varying(10) NOT NULL,
    note bytea NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    submission_id uuid NOT NULL,
    CONSTRAINT concerns_progress_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.concerns_progress FORCE ROW LEVEL SECURITY;


ALTER TABLE public.concerns_progress OWNER TO waymark_owner;

CREATE TABLE public.concerns_submission (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reference character varying(20) NOT NULL,
    from_draft uuid NOT NULL,
    form_version smallint NOT NULL,
    answers bytea NOT NULL,
    concern_arose_on date,
    sent_to_dsl_at timestamp with time zone,
    sent_at timestamp with time zone NOT NULL,
    approved_by_id uuid,
    author_user_id uuid,
    author_visitor_id uuid,
    authority_id bigint NOT NULL,
    organisation_id bigint,
    CONSTRAINT concerns_submission_form_version_check CHECK ((form_version >= 0)),
    CONSTRAINT concerns_submission_version_check CHECK ((version >= 0)),
    CONSTRAINT submission_one_author CHECK ((((author_user_id IS NOT NULL) AND (author_visitor_id IS NULL)) OR ((author_user_id IS NULL) AND (author_visitor_id IS NOT NULL))))
);

ALTER TABLE ONLY public.concerns_submission FORCE ROW LEVEL SECURITY;


ALTER TABLE public.concerns_submission OWNER TO waymark_owner;

CREATE TABLE public.consent_objection (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    grounds character varying(15) NOT NULL,
    said_by bytea NOT NULL,
    said_on date NOT NULL,
    words bytea NOT NULL,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    consent_id uuid NOT NULL,
    signed_by_id uuid NOT NULL,
    CONSTRAINT consent_objection_version_check CHECK ((version >= 0)),
    CONSTRAINT objection_says_what CHECK (((NOT (words = '\x'::bytea)) AND (((grounds)::text = 'source_of_risk'::text) OR (NOT (said_by = '\x'::bytea)))))
);

ALTER TABLE ONLY public.consent_objection FORCE ROW LEVEL SECURITY;


ALTER TABLE public.consent_objection OWNER TO waymark_owner;

CREATE TABLE public.consent_reassessed (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    outcome character varying(10) NOT NULL,
    "on" date NOT NULL,
    reason bytea NOT NULL,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    signed_by_id uuid NOT NULL,
    reassessment_id uuid NOT NULL,
    CONSTRAINT consent_reassessed_version_check CHECK ((version >= 0)),
    CONSTRAINT reassessed_says_why CHECK ((((outcome)::text = 'overtaken'::text) OR (octet_length(reason) > 53)))
);

ALTER TABLE ONLY public.consent_reassessed FORCE ROW LEVEL SECURITY;


ALTER TABLE public.consent_reassessed OWNER TO waymark_owner;

CREATE TABLE public.consent_reassessment (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    cause character varying(10) NOT NULL,
    due_on date NOT NULL,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    case_id uuid NOT NULL,
    signed_by_id uuid NOT NULL,
    CONSTRAINT consent_reassessment_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.consent_reassessment FORCE ROW LEVEL SECURITY;


ALTER TABLE public.consent_reassessment OWNER TO waymark_owner;

CREATE TABLE public.consent_resolution (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    stands boolean NOT NULL,
    asked character varying(10)[] NOT NULL,
    asked_words bytea NOT NULL,
    reason bytea NOT NULL,
    decided_on date NOT NULL,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    objection_id uuid NOT NULL,
    signed_by_id uuid NOT NULL,
    CONSTRAINT consent_resolution_version_check CHECK ((version >= 0)),
    CONSTRAINT resolution_says_why CHECK (((octet_length(reason) > 53) AND (asked <@ ARRAY['children'::character varying(10), 'legal'::character varying(10), 'court'::character varying(10), 'other'::character varying(10)]) AND (
CASE
    WHEN (asked IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(asked, 1), 0)
END > 0) AND (NOT (asked_words = '\x'::bytea))))
);

ALTER TABLE ONLY public.consent_resolution FORCE ROW LEVEL SECURITY;


ALTER TABLE public.consent_resolution OWNER TO waymark_owner;

CREATE TABLE public.consent_withdrawal (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    withdrawn_on date NOT NULL,
    withdrawn_by character varying(10) NOT NULL,
    method character varying(10) NOT NULL,
    words bytea NOT NULL,
    safeguarding bytea NOT NULL,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    consent_id uuid NOT NULL,
    signed_by_id uuid NOT NULL,
    CONSTRAINT consent_withdrawal_version_check CHECK ((version >= 0)),
    CONSTRAINT withdrawal_says_safeguarding CHECK ((NOT (safeguarding = '\x'::bytea)))
);

ALTER TABLE ONLY public.consent_withdrawal FORCE ROW LEVEL SECURITY;


ALTER TABLE public.consent_withdrawal OWNER TO waymark_owner;

CREATE TABLE public.directory_contact (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    role character varying(20) NOT NULL,
    name character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(40) NOT NULL,
    from_on date,
    until_on date,
    authority_id bigint NOT NULL,
    institution_id bigint,
    organisation_id bigint,
    CONSTRAINT contact_at_one_place CHECK ((((institution_id IS NOT NULL) AND (organisation_id IS NULL)) OR ((institution_id IS NULL) AND (organisation_id IS NOT NULL)))),
    CONSTRAINT contact_ends_after_it_began CHECK (((from_on IS NULL) OR (until_on IS NULL) OR (until_on >= from_on))),
    CONSTRAINT directory_contact_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.directory_contact FORCE ROW LEVEL SECURITY;


ALTER TABLE public.directory_contact OWNER TO waymark_owner;

CREATE TABLE public.directory_note (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    words bytea NOT NULL,
    authority_id bigint NOT NULL,
    institution_id bigint,
    organisation_id bigint,
    CONSTRAINT directory_note_version_check CHECK ((version >= 0)),
    CONSTRAINT note_at_one_place CHECK ((((institution_id IS NOT NULL) AND (organisation_id IS NULL)) OR ((institution_id IS NULL) AND (organisation_id IS NOT NULL))))
);

ALTER TABLE ONLY public.directory_note FORCE ROW LEVEL SECURITY;


ALTER TABLE public.directory_note OWNER TO waymark_owner;

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


ALTER TABLE public.django_content_type OWNER TO waymark_owner;

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


ALTER TABLE public.django_migrations OWNER TO waymark_owner;

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


ALTER TABLE public.django_session OWNER TO waymark_owner;

CREATE TABLE public.exits_alarm (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    days smallint NOT NULL,
    given_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    review_id uuid NOT NULL,
    CONSTRAINT exits_alarm_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.exits_alarm FORCE ROW LEVEL SECURITY;


ALTER TABLE public.exits_alarm OWNER TO waymark_owner;

CREATE TABLE public.exits_arrival (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reference character varying(20) NOT NULL,
    transfer_key uuid NOT NULL,
    handed bytea NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    accepted_by_id uuid,
    authority_id bigint NOT NULL,
    case_id uuid,
    sender_id bigint NOT NULL,
    CONSTRAINT arrival_is_accepted_whole CHECK ((((accepted_at IS NULL) AND (accepted_by_id IS NULL) AND (case_id IS NULL)) OR ((accepted_at IS NOT NULL) AND (accepted_by_id IS NOT NULL) AND (case_id IS NOT NULL)))),
    CONSTRAINT exits_arrival_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.exits_arrival FORCE ROW LEVEL SECURITY;


ALTER TABLE public.exits_arrival OWNER TO waymark_owner;

CREATE TABLE public.exits_closingreport (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    changed bytea NOT NULL,
    conclusion bytea NOT NULL,
    reason character varying(20) NOT NULL,
    outcomes bytea NOT NULL,
    outstanding bytea NOT NULL,
    destination character varying(20) NOT NULL,
    accepted boolean,
    accepted_on date,
    written_as character varying(200) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    assessment_id uuid,
    authority_id bigint NOT NULL,
    case_id uuid NOT NULL,
    framework_id bigint,
    written_by_id uuid NOT NULL,
    CONSTRAINT closing_report_destination_answers CHECK ((((accepted IS NULL) AND (accepted_on IS NULL) AND ((destination)::text = 'none'::text)) OR ((NOT ((destination)::text = 'none'::text)) AND accepted AND (accepted_on IS NOT NULL)) OR ((NOT ((destination)::text = 'none'::text)) AND (NOT accepted) AND (accepted_on IS NULL)))),
    CONSTRAINT closing_report_is_whole CHECK (((NOT (outcomes = '\x'::bytea)) AND (NOT (outstanding = '\x'::bytea)))),
    CONSTRAINT closing_report_rests_on_assessment CHECK ((((assessment_id IS NOT NULL) AND (changed = '\x'::bytea) AND (conclusion = '\x'::bytea) AND (framework_id IS NULL)) OR ((assessment_id IS NULL) AND (framework_id IS NOT NULL) AND (NOT (changed = '\x'::bytea)) AND (NOT (conclusion = '\x'::bytea))))),
    CONSTRAINT exits_closingreport_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.exits_closingreport FORCE ROW LEVEL SECURITY;


ALTER TABLE public.exits_closingreport OWNER TO waymark_owner;

CREATE TABLE public.exits_goingon (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reason bytea NOT NULL,
    "on" date NOT NULL,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    signed_by_id uuid NOT NULL,
    pause_id uuid NOT NULL,
    CONSTRAINT exits_goingon_version_check CHECK ((version >= 0)),
    CONSTRAINT going_on_has_reason CHECK ((NOT (reason = '\x'::bytea)))
);

ALTER TABLE ONLY public.exits_goingon FORCE ROW LEVEL SECURITY;


ALTER TABLE public.exits_goingon OWNER TO waymark_owner;

CREATE TABLE public.exits_investigation (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    notified_on date,
    acted_on date,
    agreed_on date,
    words bytea NOT NULL,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    case_id uuid NOT NULL,
    signed_by_id uuid NOT NULL,
    CONSTRAINT exits_investigation_version_check CHECK ((version >= 0)),
    CONSTRAINT investigation_has_words CHECK ((NOT (words = '\x'::bytea)))
);

ALTER TABLE ONLY public.exits_investigation FORCE ROW LEVEL SECURITY;


ALTER TABLE public.exits_investigation OWNER TO waymark_owner;

CREATE TABLE public.exits_lookback (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    held_on date NOT NULL,
    attendees bytea NOT NULL,
    agencies character varying(20)[] NOT NULL,
    partners_checked_on date NOT NULL,
    police_checked_on date NOT NULL,
    findings bytea NOT NULL,
    decision character varying(7) NOT NULL,
    reason bytea NOT NULL,
    longer_until date,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    signed_by_id uuid NOT NULL,
    review_id uuid NOT NULL,
    CONSTRAINT exits_lookback_version_check CHECK ((version >= 0)),
    CONSTRAINT look_back_is_whole CHECK (((NOT (attendees = '\x'::bytea)) AND (NOT (findings = '\x'::bytea)) AND (NOT (agencies = '{}'::character varying(20)[])))),
    CONSTRAINT look_back_says_why CHECK (((((decision)::text = 'nothing'::text) AND (longer_until IS NULL)) OR (((decision)::text = 'reopen'::text) AND (longer_until IS NULL) AND (NOT (reason = '\x'::bytea))) OR (((decision)::text = 'extend'::text) AND (longer_until IS NOT NULL) AND (NOT (reason = '\x'::bytea)))))
);

ALTER TABLE ONLY public.exits_lookback FORCE ROW LEVEL SECURITY;


ALTER TABLE public.exits_lookback OWNER TO waymark_owner;

CREATE TABLE public.exits_pause (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    kind character varying(12) NOT NULL,
    reason bytea NOT NULL,
    "on" date NOT NULL,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    case_id uuid NOT NULL,
    signed_by_id uuid NOT NULL,
    CONSTRAINT exits_pause_version_check CHECK ((version >= 0)),
    CONSTRAINT pause_has_reason CHECK ((NOT (reason = '\x'::bytea)))
);

ALTER TABLE ONLY public.exits_pause FORCE ROW LEVEL SECURITY;


ALTER TABLE public.exits_pause OWNER TO waymark_owner;

CREATE TABLE public.exits_review (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    kind character varying(6) NOT NULL,
    due_on date NOT NULL,
    source character varying(400) NOT NULL,
    authority_id bigint NOT NULL,
    exit_id uuid NOT NULL,
    CONSTRAINT exits_review_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.exits_review FORCE ROW LEVEL SECURITY;


ALTER TABLE public.exits_review OWNER TO waymark_owner;

CREATE TABLE public.exits_signoff (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    signed boolean NOT NULL,
    reason bytea NOT NULL,
    ended_on date,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    report_id uuid NOT NULL,
    signed_by_id uuid NOT NULL,
    CONSTRAINT exits_signoff_version_check CHECK ((version >= 0)),
    CONSTRAINT sign_off_is_whole CHECK ((((ended_on IS NOT NULL) AND signed) OR ((ended_on IS NULL) AND (NOT signed) AND (NOT (reason = '\x'::bytea)))))
);

ALTER TABLE ONLY public.exits_signoff FORCE ROW LEVEL SECURITY;


ALTER TABLE public.exits_signoff OWNER TO waymark_owner;

CREATE TABLE public.exits_transfer (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    arrival_key uuid NOT NULL,
    reason bytea NOT NULL,
    assessment bytea NOT NULL,
    plan bytea NOT NULL,
    risk bytea NOT NULL,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    case_id uuid NOT NULL,
    signed_by_id uuid NOT NULL,
    to_id bigint NOT NULL,
    CONSTRAINT exits_transfer_version_check CHECK ((version >= 0)),
    CONSTRAINT transfer_is_whole CHECK (((NOT (reason = '\x'::bytea)) AND (NOT (assessment = '\x'::bytea)) AND (NOT (plan = '\x'::bytea)) AND (NOT (risk = '\x'::bytea))))
);

ALTER TABLE ONLY public.exits_transfer FORCE ROW LEVEL SECURITY;


ALTER TABLE public.exits_transfer OWNER TO waymark_owner;

CREATE TABLE public.exits_transferanswer (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    outcome character varying(10) NOT NULL,
    reason bytea NOT NULL,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    signed_by_id uuid NOT NULL,
    transfer_id uuid NOT NULL,
    CONSTRAINT exits_transferanswer_version_check CHECK ((version >= 0)),
    CONSTRAINT transfer_answer_says_why CHECK ((((outcome)::text = 'accepted'::text) OR (NOT (reason = '\x'::bytea))))
);

ALTER TABLE ONLY public.exits_transferanswer FORCE ROW LEVEL SECURITY;


ALTER TABLE public.exits_transferanswer OWNER TO waymark_owner;

CREATE TABLE public.feedback_mark (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    value smallint NOT NULL,
    before smallint,
    authority_id bigint NOT NULL,
    question_id uuid NOT NULL,
    reply_id uuid NOT NULL,
    CONSTRAINT feedback_mark_before_check CHECK ((before >= 0)),
    CONSTRAINT feedback_mark_one_to_five CHECK (((value >= 1) AND (value <= 5) AND ((before IS NULL) OR ((before >= 1) AND (before <= 5))))),
    CONSTRAINT feedback_mark_value_check CHECK ((value >= 0)),
    CONSTRAINT feedback_mark_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.feedback_mark FORCE ROW LEVEL SECURITY;


ALTER TABLE public.feedback_mark OWNER TO waymark_owner;

CREATE TABLE public.feedback_question (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    place smallint NOT NULL,
    occasion character varying(5) NOT NULL,
    kind character varying(5) NOT NULL,
    code character varying(20) NOT NULL,
    words character varying(200) NOT NULL,
    words_cy character varying(200) NOT NULL,
    authority_id bigint NOT NULL,
    question_set_id uuid NOT NULL,
    CONSTRAINT feedback_question_asks CHECK ((NOT ((words)::text = ''::text))),
    CONSTRAINT feedback_question_place_check CHECK ((place >= 0)),
    CONSTRAINT feedback_question_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.feedback_question FORCE ROW LEVEL SECURITY;


ALTER TABLE public.feedback_question OWNER TO waymark_owner;

CREATE TABLE public.feedback_questionset (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    number smallint NOT NULL,
    from_on date NOT NULL,
    because character varying(300) NOT NULL,
    authority_id bigint NOT NULL,
    recorded_by_id uuid,
    CONSTRAINT feedback_questionset_number_check CHECK ((number >= 0)),
    CONSTRAINT feedback_questionset_version_check CHECK ((version >= 0)),
    CONSTRAINT feedback_set_says_why CHECK ((NOT ((because)::text = ''::text)))
);

ALTER TABLE ONLY public.feedback_questionset FORCE ROW LEVEL SECURITY;


ALTER TABLE public.feedback_questionset OWNER TO waymark_owner;

CREATE TABLE public.feedback_remark (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    words text NOT NULL,
    set_aside_at timestamp with time zone,
    set_aside_because character varying(300) NOT NULL,
    authority_id bigint NOT NULL,
    question_id uuid NOT NULL,
    set_aside_by_id uuid,
    reply_id uuid NOT NULL,
    CONSTRAINT feedback_remark_version_check CHECK ((version >= 0)),
    CONSTRAINT feedback_remark_whole CHECK ((((set_aside_at IS NULL) AND ((set_aside_because)::text = ''::text) AND (set_aside_by_id IS NULL) AND (NOT (words = ''::text))) OR ((set_aside_at IS NOT NULL) AND (set_aside_by_id IS NOT NULL) AND (words = ''::text) AND (NOT ((set_aside_because)::text = ''::text)))))
);

ALTER TABLE ONLY public.feedback_remark FORCE ROW LEVEL SECURITY;


ALTER TABLE public.feedback_remark OWNER TO waymark_owner;

CREATE TABLE public.feedback_reply (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    link_key character varying(64) NOT NULL,
    answered_on date NOT NULL,
    may_quote boolean NOT NULL,
    wording smallint NOT NULL,
    withdrawn_on date,
    authority_id bigint NOT NULL,
    round_id uuid NOT NULL,
    CONSTRAINT feedback_reply_version_check CHECK ((version >= 0)),
    CONSTRAINT feedback_reply_wording_check CHECK ((wording >= 0)),
    CONSTRAINT feedback_withdrawn_was_given CHECK (((withdrawn_on IS NULL) OR may_quote))
);

ALTER TABLE ONLY public.feedback_reply FORCE ROW LEVEL SECURITY;


ALTER TABLE public.feedback_reply OWNER TO waymark_owner;

CREATE TABLE public.feedback_round (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    occasion character varying(5) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    nudged_at timestamp with time zone,
    authority_id bigint NOT NULL,
    question_set_id uuid NOT NULL,
    session_id uuid NOT NULL,
    CONSTRAINT feedback_round_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.feedback_round FORCE ROW LEVEL SECURITY;


ALTER TABLE public.feedback_round OWNER TO waymark_owner;

CREATE TABLE public.home_answer (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    answer character varying(10) NOT NULL,
    note text NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    answered_by_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    line_id uuid NOT NULL,
    CONSTRAINT home_answer_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.home_answer FORCE ROW LEVEL SECURITY;


ALTER TABLE public.home_answer OWNER TO waymark_owner;

CREATE TABLE public.home_homearea (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    district character varying(4) NOT NULL,
    noted_on date NOT NULL,
    authority_id bigint NOT NULL,
    user_id uuid NOT NULL,
    CONSTRAINT home_homearea_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.home_homearea FORCE ROW LEVEL SECURITY;


ALTER TABLE public.home_homearea OWNER TO waymark_owner;

CREATE TABLE public.home_inquiry (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reason text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    account_id uuid NOT NULL,
    asked_by_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    CONSTRAINT home_inquiry_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.home_inquiry FORCE ROW LEVEL SECURITY;


ALTER TABLE public.home_inquiry OWNER TO waymark_owner;

CREATE TABLE public.home_review (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    week_from date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    authority_id bigint NOT NULL,
    CONSTRAINT home_review_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.home_review FORCE ROW LEVEL SECURITY;


ALTER TABLE public.home_review OWNER TO waymark_owner;

CREATE TABLE public.home_reviewline (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    about_kind character varying(80) NOT NULL,
    about_id character varying(40) NOT NULL,
    reference character varying(20) NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    times integer NOT NULL,
    facts character varying(20)[] NOT NULL,
    odd_at timestamp with time zone,
    answer character varying(10) NOT NULL,
    authority_id bigint NOT NULL,
    reader_id uuid NOT NULL,
    review_id uuid NOT NULL,
    CONSTRAINT home_reviewline_times_check CHECK ((times >= 0)),
    CONSTRAINT home_reviewline_version_check CHECK ((version >= 0)),
    CONSTRAINT review_line_has_a_fact CHECK ((NOT (facts = '{}'::character varying(20)[])))
);

ALTER TABLE ONLY public.home_reviewline FORCE ROW LEVEL SECURITY;


ALTER TABLE public.home_reviewline OWNER TO waymark_owner;

CREATE TABLE public.importing_import (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    kind character varying(40) NOT NULL,
    about character varying(60) NOT NULL,
    name bytea NOT NULL,
    "table" bytea NOT NULL,
    faults bytea NOT NULL,
    matching jsonb NOT NULL,
    language character varying(5) NOT NULL,
    rows integer NOT NULL,
    done integer NOT NULL,
    good integer NOT NULL,
    there integer NOT NULL,
    bad integer NOT NULL,
    new integer NOT NULL,
    came_at timestamp with time zone NOT NULL,
    matched_at timestamp with time zone,
    checked_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    taken_at timestamp with time zone,
    problem character varying(500) NOT NULL,
    authority_id bigint NOT NULL,
    sent_by_id uuid NOT NULL,
    working_for_id bigint,
    CONSTRAINT importing_import_bad_check CHECK ((bad >= 0)),
    CONSTRAINT importing_import_done_check CHECK ((done >= 0)),
    CONSTRAINT importing_import_good_check CHECK ((good >= 0)),
    CONSTRAINT importing_import_new_check CHECK ((new >= 0)),
    CONSTRAINT importing_import_rows_check CHECK ((rows >= 0)),
    CONSTRAINT importing_import_there_check CHECK ((there >= 0)),
    CONSTRAINT importing_import_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.importing_import FORCE ROW LEVEL SECURITY;


ALTER TABLE public.importing_import OWNER TO waymark_owner;

CREATE TABLE public.importing_layout (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    kind character varying(40) NOT NULL,
    headings character varying(64) NOT NULL,
    matching jsonb NOT NULL,
    used_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    CONSTRAINT importing_layout_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.importing_layout FORCE ROW LEVEL SECURITY;


ALTER TABLE public.importing_layout OWNER TO waymark_owner;

CREATE TABLE public.meetings_attendance (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    for_id uuid NOT NULL,
    came character varying(10) NOT NULL,
    marked_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    marked_by_id uuid NOT NULL,
    organisation_id bigint NOT NULL,
    person_id uuid,
    meeting_id uuid NOT NULL,
    CONSTRAINT attendance_somebody_is_present CHECK (((((came)::text = 'present'::text) AND (person_id IS NOT NULL)) OR ((NOT ((came)::text = 'present'::text)) AND (person_id IS NULL)))),
    CONSTRAINT meetings_attendance_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.meetings_attendance FORCE ROW LEVEL SECURITY;


ALTER TABLE public.meetings_attendance OWNER TO waymark_owner;

CREATE TABLE public.meetings_meeting (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reference character varying(20) NOT NULL,
    keepers text[] NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    place character varying(200) NOT NULL,
    online_link character varying(500) NOT NULL,
    sequence integer NOT NULL,
    cancelled_at timestamp with time zone,
    cancelled_because character varying(500) NOT NULL,
    authority_id bigint NOT NULL,
    CONSTRAINT meeting_cancelled_whole CHECK ((((cancelled_at IS NULL) AND ((cancelled_because)::text = ''::text)) OR ((cancelled_at IS NOT NULL) AND (NOT ((cancelled_because)::text = ''::text))))),
    CONSTRAINT meeting_ends_after_start CHECK ((ends_at > starts_at)),
    CONSTRAINT meeting_is_somewhere CHECK ((NOT (((online_link)::text = ''::text) AND ((place)::text = ''::text)))),
    CONSTRAINT meetings_meeting_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT meetings_meeting_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.meetings_meeting FORCE ROW LEVEL SECURITY;


ALTER TABLE public.meetings_meeting OWNER TO waymark_owner;

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);


ALTER TABLE public.mfa_authenticator OWNER TO waymark_owner;

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.outbox_envelope (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    user_id uuid,
    address character varying(254) NOT NULL,
    link character varying(2000) NOT NULL,
    subject character varying(300) NOT NULL,
    body text NOT NULL,
    authority_id bigint,
    message_id uuid NOT NULL,
    CONSTRAINT envelope_one_recipient CHECK (((((address)::text = ''::text) AND (user_id IS NOT NULL)) OR ((user_id IS NULL) AND (NOT ((address)::text = ''::text))))),
    CONSTRAINT outbox_envelope_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.outbox_envelope FORCE ROW LEVEL SECURITY;


ALTER TABLE public.outbox_envelope OWNER TO waymark_owner;

CREATE TABLE public.outbox_mailhealth (
    id smallint NOT NULL,
    last_sent_at timestamp with time zone,
    last_failed_at timestamp with time zone,
    last_error character varying(80) NOT NULL,
    worker_seen_at timestamp with time zone,
    waiting integer NOT NULL,
    gave_up integer NOT NULL,
    oldest_queued_at timestamp with time zone,
    CONSTRAINT mail_health_one_row CHECK ((id = 1)),
    CONSTRAINT outbox_mailhealth_gave_up_check CHECK ((gave_up >= 0)),
    CONSTRAINT outbox_mailhealth_id_check CHECK ((id >= 0)),
    CONSTRAINT outbox_mailhealth_waiting_check CHECK ((waiting >= 0))
);


ALTER TABLE public.outbox_mailhealth OWNER TO waymark_owner;

CREATE TABLE public.outbox_message (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    code character varying(80) NOT NULL,
    language character varying(2) NOT NULL,
    reference character varying(20) NOT NULL,
    key character varying(200) NOT NULL,
    state character varying(10) NOT NULL,
    attempts integer NOT NULL,
    last_error character varying(80) NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    next_try_at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone,
    sent_at timestamp with time zone,
    gave_up_at timestamp with time zone,
    keep_until timestamp with time zone NOT NULL,
    authority_id bigint,
    CONSTRAINT message_goes CHECK (((sent_at IS NULL) OR (keep_until <= (sent_at + '30 days'::interval)))),
    CONSTRAINT message_sent_has_time CHECK ((((sent_at IS NOT NULL) AND ((state)::text = 'sent'::text)) OR ((NOT ((state)::text = 'sent'::text)) AND (sent_at IS NULL)))),
    CONSTRAINT outbox_message_attempts_check CHECK ((attempts >= 0))
);

ALTER TABLE ONLY public.outbox_message FORCE ROW LEVEL SECURITY;


ALTER TABLE public.outbox_message OWNER TO waymark_owner;

CREATE TABLE public.panel_acceptance (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    statement character varying(20) NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    meeting_id uuid NOT NULL,
    organisation_id bigint NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT panel_acceptance_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.panel_acceptance FORCE ROW LEVEL SECURITY;


ALTER TABLE public.panel_acceptance OWNER TO waymark_owner;

CREATE TABLE public.panel_declaredinterest (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    nature character varying(10) NOT NULL,
    declared_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    person_id uuid NOT NULL,
    item_id uuid NOT NULL,
    CONSTRAINT panel_declaredinterest_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.panel_declaredinterest FORCE ROW LEVEL SECURITY;


ALTER TABLE public.panel_declaredinterest OWNER TO waymark_owner;

CREATE TABLE public.panel_deputy (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    ended_at timestamp with time zone,
    authority_id bigint NOT NULL,
    person_id uuid NOT NULL,
    seat_id uuid NOT NULL,
    CONSTRAINT deputy_ends_after_start CHECK ((until_on >= from_on)),
    CONSTRAINT panel_deputy_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.panel_deputy FORCE ROW LEVEL SECURITY;


ALTER TABLE public.panel_deputy OWNER TO waymark_owner;

CREATE TABLE public.panel_invitee (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    capacity character varying(10) NOT NULL,
    until_on date NOT NULL,
    authority_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    person_id uuid NOT NULL,
    item_id uuid NOT NULL,
    CONSTRAINT panel_invitee_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.panel_invitee FORCE ROW LEVEL SECURITY;


ALTER TABLE public.panel_invitee OWNER TO waymark_owner;

CREATE TABLE public.panel_item (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    place smallint NOT NULL,
    purpose character varying(12) NOT NULL,
    heading character varying(200) NOT NULL,
    about_kind character varying(80) NOT NULL,
    about_id uuid,
    about_reference character varying(20) NOT NULL,
    withdrawn_at timestamp with time zone,
    authority_id bigint NOT NULL,
    meeting_id uuid NOT NULL,
    put_by_id uuid NOT NULL,
    CONSTRAINT item_is_about_something CHECK ((((about_id IS NULL) AND ((about_kind)::text = ''::text) AND ((purpose)::text = 'business'::text) AND (NOT ((heading)::text = ''::text))) OR ((NOT ((about_kind)::text = ''::text)) AND (about_id IS NOT NULL) AND (NOT ((purpose)::text = 'business'::text))))),
    CONSTRAINT panel_item_place_check CHECK ((place >= 0)),
    CONSTRAINT panel_item_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.panel_item FORCE ROW LEVEL SECURITY;


ALTER TABLE public.panel_item OWNER TO waymark_owner;

CREATE TABLE public.panel_minute (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    there bytea NOT NULL,
    shared bytea NOT NULL,
    nil_returns bigint[] NOT NULL,
    risk bytea NOT NULL,
    actions bytea NOT NULL,
    because bytea NOT NULL,
    written_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    corrects_id uuid,
    item_id uuid NOT NULL,
    written_by_id uuid NOT NULL,
    CONSTRAINT minute_correction_says_why CHECK ((((corrects_id IS NULL) AND (because = '\x'::bytea)) OR ((corrects_id IS NOT NULL) AND (NOT (because = '\x'::bytea))))),
    CONSTRAINT minute_says_what_was_weighed CHECK (((NOT (risk = '\x'::bytea)) AND (NOT (there = '\x'::bytea)))),
    CONSTRAINT panel_minute_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.panel_minute FORCE ROW LEVEL SECURITY;


ALTER TABLE public.panel_minute OWNER TO waymark_owner;

CREATE TABLE public.panel_minutesignature (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    minute_id uuid NOT NULL,
    signed_by_id uuid NOT NULL,
    CONSTRAINT panel_minutesignature_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.panel_minutesignature FORCE ROW LEVEL SECURITY;


ALTER TABLE public.panel_minutesignature OWNER TO waymark_owner;

CREATE TABLE public.panel_pack (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    items uuid[] NOT NULL,
    content bytea NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    made_at timestamp with time zone,
    failed_at timestamp with time zone,
    until timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    meeting_id uuid NOT NULL,
    organisation_id bigint NOT NULL,
    reader_id uuid NOT NULL,
    CONSTRAINT panel_pack_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.panel_pack FORCE ROW LEVEL SECURITY;


ALTER TABLE public.panel_pack OWNER TO waymark_owner;

CREATE TABLE public.panel_panel (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reference character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(20) NOT NULL,
    covers bigint[] NOT NULL,
    chairing_agreed_on date,
    begins_on date NOT NULL,
    ended_on date,
    ended_because character varying(500) NOT NULL,
    authority_id bigint NOT NULL,
    CONSTRAINT panel_combined_agreed CHECK (((
CASE
    WHEN (covers IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(covers, 1), 0)
END = 1) OR ((chairing_agreed_on IS NOT NULL) AND (
CASE
    WHEN (covers IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(covers, 1), 0)
END > 1)))),
    CONSTRAINT panel_ended_whole CHECK (((((ended_because)::text = ''::text) AND (ended_on IS NULL)) OR ((ended_on >= begins_on) AND (NOT ((ended_because)::text = ''::text))))),
    CONSTRAINT panel_panel_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.panel_panel FORCE ROW LEVEL SECURITY;


ALTER TABLE public.panel_panel OWNER TO waymark_owner;

CREATE TABLE public.panel_panelmeeting (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    authority_id bigint NOT NULL,
    meeting_id uuid NOT NULL,
    panel_id uuid NOT NULL,
    CONSTRAINT panel_panelmeeting_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.panel_panelmeeting FORCE ROW LEVEL SECURITY;


ALTER TABLE public.panel_panelmeeting OWNER TO waymark_owner;

CREATE TABLE public.panel_paper (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    title character varying(120) NOT NULL,
    words bytea NOT NULL,
    sectors character varying(20)[] NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    item_id uuid NOT NULL,
    CONSTRAINT panel_paper_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.panel_paper FORCE ROW LEVEL SECURITY;


ALTER TABLE public.panel_paper OWNER TO waymark_owner;

CREATE TABLE public.panel_seat (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    sector character varying(20) NOT NULL,
    areas bigint[] NOT NULL,
    chairs character varying(10) NOT NULL,
    from_on date NOT NULL,
    until_on date,
    ended_because character varying(500) NOT NULL,
    authority_id bigint NOT NULL,
    holder_id uuid,
    organisation_id bigint NOT NULL,
    panel_id uuid NOT NULL,
    CONSTRAINT panel_seat_version_check CHECK ((version >= 0)),
    CONSTRAINT seat_authority_chairs CHECK ((((chairs)::text = ''::text) OR ((holder_id IS NOT NULL) AND ((sector)::text = 'authority'::text)))),
    CONSTRAINT seat_ends_after_start CHECK (((until_on IS NULL) OR (until_on >= from_on))),
    CONSTRAINT seat_speaks_for_somewhere CHECK ((
CASE
    WHEN (areas IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(areas, 1), 0)
END > 0))
);

ALTER TABLE ONLY public.panel_seat FORCE ROW LEVEL SECURITY;


ALTER TABLE public.panel_seat OWNER TO waymark_owner;

CREATE TABLE public.panel_terms (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    in_force_from date NOT NULL,
    review_on date NOT NULL,
    words text NOT NULL,
    meets character varying(200) NOT NULL,
    quorum character varying(20)[] NOT NULL,
    quorum_number smallint NOT NULL,
    agreed_on date NOT NULL,
    authority_id bigint NOT NULL,
    panel_id uuid NOT NULL,
    recorded_by_id uuid NOT NULL,
    CONSTRAINT panel_terms_quorum_number_check CHECK ((quorum_number >= 0)),
    CONSTRAINT panel_terms_version_check CHECK ((version >= 0)),
    CONSTRAINT terms_reviewed_later CHECK ((review_on > in_force_from))
);

ALTER TABLE ONLY public.panel_terms FORCE ROW LEVEL SECURITY;


ALTER TABLE public.panel_terms OWNER TO waymark_owner;

CREATE TABLE public.people_address (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    kind character varying(10) NOT NULL,
    lines character varying(300) NOT NULL,
    postcode character varying(8) NOT NULL,
    from_on date,
    until_on date,
    source character varying(200) NOT NULL,
    authority_id bigint NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT address_ends_after_start CHECK (((from_on IS NULL) OR (until_on IS NULL) OR (until_on >= from_on))),
    CONSTRAINT address_says_where CHECK ((((kind)::text = 'no_fixed'::text) OR (NOT (((lines)::text = ''::text) AND ((postcode)::text = ''::text))))),
    CONSTRAINT people_address_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.people_address FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_address OWNER TO waymark_owner;

CREATE TABLE public.people_affiliation (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    name character varying(200) NOT NULL,
    role character varying(10) NOT NULL,
    from_on date,
    until_on date,
    source character varying(200) NOT NULL,
    authority_id bigint NOT NULL,
    institution_id bigint,
    person_id uuid NOT NULL,
    CONSTRAINT affiliation_ends_after_start CHECK (((from_on IS NULL) OR (until_on IS NULL) OR (until_on >= from_on))),
    CONSTRAINT affiliation_says_where CHECK (((institution_id IS NOT NULL) OR (NOT ((name)::text = ''::text)))),
    CONSTRAINT people_affiliation_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.people_affiliation FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_affiliation OWNER TO waymark_owner;

CREATE TABLE public.people_equalityanswers (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    person_key uuid NOT NULL,
    ethnicity character varying(40) NOT NULL,
    religion character varying(40) NOT NULL,
    sex character varying(40) NOT NULL,
    gender_identity character varying(40) NOT NULL,
    sexual_orientation character varying(40) NOT NULL,
    disability character varying(40) NOT NULL,
    why_not_asked character varying(300) NOT NULL,
    source character varying(10) NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    CONSTRAINT people_equalityanswers_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.people_equalityanswers FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_equalityanswers OWNER TO waymark_owner;

CREATE TABLE public.people_match (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    candidate_id uuid NOT NULL,
    reasons character varying(40)[] NOT NULL,
    found_at timestamp with time zone NOT NULL,
    answer character varying(12) NOT NULL,
    note bytea NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id uuid,
    authority_id bigint NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT match_answer_is_signed CHECK (((((answer)::text = ''::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL)) OR ((NOT ((answer)::text = ''::text)) AND (answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT match_is_another CHECK ((NOT (candidate_id = person_id))),
    CONSTRAINT people_match_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.people_match FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_match OWNER TO waymark_owner;

CREATE TABLE public.people_ownerquestion (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    why bytea NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer bytea NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id uuid,
    asked_by_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    match_id uuid NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT owner_question_answer_whole CHECK ((((answer = '\x'::bytea) AND (answered_at IS NULL) AND (answered_by_id IS NULL)) OR ((NOT (answer = '\x'::bytea)) AND (answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT owner_question_says_why CHECK ((NOT (why = '\x'::bytea))),
    CONSTRAINT people_ownerquestion_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.people_ownerquestion FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_ownerquestion OWNER TO waymark_owner;

CREATE TABLE public.people_personlink (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    authority_id bigint NOT NULL,
    linked_by_id uuid NOT NULL,
    other_id uuid NOT NULL,
    person_id uuid NOT NULL,
    undone_by_id uuid,
    CONSTRAINT link_is_to_another CHECK ((NOT (person_id = other_id))),
    CONSTRAINT people_personlink_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.people_personlink FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_personlink OWNER TO waymark_owner;

CREATE TABLE public.people_personname (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    kind character varying(10) NOT NULL,
    full_name character varying(200) NOT NULL,
    forenames character varying(120) NOT NULL,
    surname character varying(120) NOT NULL,
    folded character varying(420) NOT NULL,
    folded_parts character varying(420) NOT NULL,
    is_main boolean NOT NULL,
    source character varying(200) NOT NULL,
    authority_id bigint NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT name_has_letters CHECK (((NOT ((folded)::text = ''::text)) AND (NOT ((folded_parts)::text = ''::text)))),
    CONSTRAINT people_personname_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.people_personname FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_personname OWNER TO waymark_owner;

CREATE TABLE public.places_authority (
    id bigint NOT NULL,
    valid_from date,
    valid_until date,
    code character varying(9) NOT NULL,
    name character varying(100) NOT NULL,
    official_name character varying(150) NOT NULL,
    kind character varying(20) NOT NULL,
    nation character varying(20) NOT NULL,
    upper_code character varying(9) NOT NULL,
    county character varying(100) NOT NULL,
    dfe_code character varying(3) NOT NULL,
    slug character varying(100) NOT NULL,
    safety_partnerships text NOT NULL,
    predecessor_code character varying(9) NOT NULL,
    uses_waymark boolean NOT NULL,
    source character varying(200) NOT NULL,
    force_id bigint,
    region_id bigint,
    CONSTRAINT authority_ends_after_start CHECK (((valid_from IS NULL) OR (valid_until IS NULL) OR (valid_until >= valid_from)))
);


ALTER TABLE public.places_authority OWNER TO waymark_owner;

ALTER TABLE public.places_authority ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_authority_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.places_institution ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_institution_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.places_institutionlink (
    id bigint NOT NULL,
    urn character varying(10) NOT NULL,
    linked_urn character varying(10) NOT NULL,
    linked_name character varying(200) NOT NULL,
    kind character varying(80) NOT NULL,
    established_on date
);


ALTER TABLE public.places_institutionlink OWNER TO waymark_owner;

ALTER TABLE public.places_institutionlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_institutionlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.places_organisation (
    id bigint NOT NULL,
    valid_from date,
    valid_until date,
    kind character varying(20) NOT NULL,
    name character varying(200) NOT NULL,
    contact_email character varying(254) NOT NULL,
    contact_phone character varying(40) NOT NULL,
    authority_id bigint NOT NULL,
    institution_id bigint,
    name_folded character varying(420) NOT NULL,
    ward_id bigint,
    CONSTRAINT organisation_ends_after_start CHECK (((valid_from IS NULL) OR (valid_until IS NULL) OR (valid_until >= valid_from)))
);


ALTER TABLE public.places_organisation OWNER TO waymark_owner;

ALTER TABLE public.places_organisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.places_policeforce (
    id bigint NOT NULL,
    valid_from date,
    valid_until date,
    code character varying(9) NOT NULL,
    name character varying(100) NOT NULL,
    CONSTRAINT policeforce_ends_after_start CHECK (((valid_from IS NULL) OR (valid_until IS NULL) OR (valid_until >= valid_from)))
);


ALTER TABLE public.places_policeforce OWNER TO waymark_owner;

ALTER TABLE public.places_policeforce ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_policeforce_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.places_region (
    id bigint NOT NULL,
    valid_from date,
    valid_until date,
    code character varying(9) NOT NULL,
    name character varying(100) NOT NULL,
    CONSTRAINT region_ends_after_start CHECK (((valid_from IS NULL) OR (valid_until IS NULL) OR (valid_until >= valid_from)))
);


ALTER TABLE public.places_region OWNER TO waymark_owner;

ALTER TABLE public.places_region ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_region_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.places_registerupload (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    content bytea NOT NULL,
    shown jsonb NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    applied_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    done integer NOT NULL,
    looked_at timestamp with time zone,
    problem character varying(500) NOT NULL,
    CONSTRAINT places_registerupload_done_check CHECK ((done >= 0))
);


ALTER TABLE public.places_registerupload OWNER TO waymark_owner;

CREATE TABLE public.places_team (
    id bigint NOT NULL,
    valid_from date,
    valid_until date,
    kind character varying(20) NOT NULL,
    name character varying(200) NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT team_ends_after_start CHECK (((valid_from IS NULL) OR (valid_until IS NULL) OR (valid_until >= valid_from)))
);


ALTER TABLE public.places_team OWNER TO waymark_owner;

ALTER TABLE public.places_team ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_team_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.places_ward (
    id bigint NOT NULL,
    valid_from date,
    valid_until date,
    code character varying(9) NOT NULL,
    name character varying(100) NOT NULL,
    constituency character varying(100) NOT NULL,
    authority_id bigint NOT NULL,
    CONSTRAINT ward_ends_after_start CHECK (((valid_from IS NULL) OR (valid_until IS NULL) OR (valid_until >= valid_from)))
);


ALTER TABLE public.places_ward OWNER TO waymark_owner;

ALTER TABLE public.places_ward ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_ward_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);


ALTER TABLE public.procrastinate_events OWNER TO waymark_owner;

CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER SEQUENCE public.procrastinate_events_id_seq OWNER TO waymark_owner;

ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;


CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNER TO waymark_owner;

ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;


CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);


ALTER TABLE public.procrastinate_periodic_defers OWNER TO waymark_owner;

CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNER TO waymark_owner;

ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;


CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.procrastinate_workers OWNER TO waymark_owner;

ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.reach_approach (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    how character varying(8) NOT NULL,
    outcome character varying(10) NOT NULL,
    reason character varying(300) NOT NULL,
    batch uuid,
    made_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    institution_id bigint,
    made_by_id uuid NOT NULL,
    organisation_id bigint,
    CONSTRAINT approach_no_has_a_reason CHECK (((((outcome)::text = 'no'::text) AND (NOT ((reason)::text = ''::text))) OR (NOT ((outcome)::text = 'no'::text)))),
    CONSTRAINT approach_of_one_place CHECK ((((institution_id IS NOT NULL) AND (organisation_id IS NULL)) OR ((institution_id IS NULL) AND (organisation_id IS NOT NULL)))),
    CONSTRAINT approach_sent_is_written CHECK ((((batch IS NOT NULL) AND ((how)::text = ANY ((ARRAY['email'::character varying, 'letter'::character varying])::text[])) AND ((outcome)::text = 'sent'::text)) OR ((NOT ((how)::text = ANY ((ARRAY['email'::character varying, 'letter'::character varying])::text[]))) AND (NOT ((outcome)::text = 'sent'::text)) AND (batch IS NULL)))),
    CONSTRAINT reach_approach_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.reach_approach FORCE ROW LEVEL SECURITY;


ALTER TABLE public.reach_approach OWNER TO waymark_owner;

CREATE TABLE public.referrals_approval (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    approved boolean NOT NULL,
    reason bytea NOT NULL,
    approved_as character varying(200) NOT NULL,
    approved_at timestamp with time zone NOT NULL,
    approved_by_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    decision_id uuid NOT NULL,
    CONSTRAINT approval_has_reason CHECK ((NOT (reason = '\x'::bytea))),
    CONSTRAINT referrals_approval_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.referrals_approval FORCE ROW LEVEL SECURITY;


ALTER TABLE public.referrals_approval OWNER TO waymark_owner;

CREATE TABLE public.referrals_concern (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    place smallint NOT NULL,
    words bytea NOT NULL,
    kind character varying(60) NOT NULL,
    standing character varying(10) NOT NULL,
    source bytea NOT NULL,
    happened_on date,
    happened_precision character varying(5) NOT NULL,
    violence boolean,
    handling character varying(200) NOT NULL,
    mark character varying(20) NOT NULL,
    mark_note bytea NOT NULL,
    marked_at timestamp with time zone,
    authority_id bigint NOT NULL,
    marked_by_id uuid,
    recorded_by_id uuid,
    referral_id uuid NOT NULL,
    CONSTRAINT concern_marked_whole CHECK (((((mark)::text = ''::text) AND (marked_at IS NULL) AND (marked_by_id IS NULL)) OR ((NOT ((mark)::text = ''::text)) AND (NOT (mark_note = '\x'::bytea)) AND (marked_at IS NOT NULL) AND (marked_by_id IS NOT NULL) AND (violence IS NOT NULL)))),
    CONSTRAINT referrals_concern_place_check CHECK ((place >= 0)),
    CONSTRAINT referrals_concern_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.referrals_concern FORCE ROW LEVEL SECURITY;


ALTER TABLE public.referrals_concern OWNER TO waymark_owner;

CREATE TABLE public.referrals_duty (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    service character varying(10) NOT NULL,
    told_on date,
    told_by character varying(200) NOT NULL,
    their_reference character varying(80) NOT NULL,
    why_not bytea NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    answered_by_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    referral_id uuid NOT NULL,
    CONSTRAINT duty_told_or_why_not CHECK ((((told_on IS NOT NULL) AND (why_not = '\x'::bytea) AND (NOT ((told_by)::text = ''::text))) OR ((told_on IS NULL) AND (NOT (why_not = '\x'::bytea))))),
    CONSTRAINT referrals_duty_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.referrals_duty FORCE ROW LEVEL SECURITY;


ALTER TABLE public.referrals_duty OWNER TO waymark_owner;

CREATE TABLE public.referrals_handover (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    note bytea NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    accepted boolean,
    answer bytea NOT NULL,
    answered_at timestamp with time zone,
    authority_id bigint NOT NULL,
    giver_id uuid,
    offered_by_id uuid NOT NULL,
    receiver_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    CONSTRAINT handover_answer_whole CHECK ((((accepted IS NULL) AND (answered_at IS NULL)) OR ((accepted IS NOT NULL) AND (answered_at IS NOT NULL)))),
    CONSTRAINT referrals_handover_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.referrals_handover FORCE ROW LEVEL SECURITY;


ALTER TABLE public.referrals_handover OWNER TO waymark_owner;

CREATE TABLE public.referrals_informationrequest (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reference character varying(20) NOT NULL,
    question bytea NOT NULL,
    basis bytea NOT NULL,
    due_on date NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    reply bytea NOT NULL,
    handling character varying(200) NOT NULL,
    why bytea NOT NULL,
    answered_themselves boolean NOT NULL,
    replied_at timestamp with time zone,
    asked_id bigint NOT NULL,
    asked_by_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    replied_by_id uuid,
    referral_id uuid NOT NULL,
    mistake_told_on date,
    CONSTRAINT referrals_informationrequest_version_check CHECK ((version >= 0)),
    CONSTRAINT request_reply_whole CHECK ((((replied_at IS NULL) AND ((state)::text = 'open'::text)) OR ((replied_at IS NOT NULL) AND ((state)::text = 'answered'::text) AND (NOT (reply = '\x'::bytea))) OR ((replied_at IS NOT NULL) AND ((state)::text = 'declined'::text) AND (NOT (why = '\x'::bytea)))))
);

ALTER TABLE ONLY public.referrals_informationrequest FORCE ROW LEVEL SECURITY;


ALTER TABLE public.referrals_informationrequest OWNER TO waymark_owner;

CREATE TABLE public.referrals_need (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    words bytea NOT NULL,
    bearing character varying(10) NOT NULL,
    why bytea NOT NULL,
    source bytea NOT NULL,
    noted_on date NOT NULL,
    ended_on date,
    ended_because bytea NOT NULL,
    authority_id bigint NOT NULL,
    noted_by_id uuid,
    referral_id uuid NOT NULL,
    CONSTRAINT referrals_need_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.referrals_need FORCE ROW LEVEL SECURITY;


ALTER TABLE public.referrals_need OWNER TO waymark_owner;

CREATE TABLE public.referrals_redirect (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reference character varying(20) NOT NULL,
    service_name character varying(200) NOT NULL,
    message bytea NOT NULL,
    basis bytea NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    state character varying(15) NOT NULL,
    answer bytea NOT NULL,
    answered_on date,
    answered_themselves boolean NOT NULL,
    answered_by_id uuid,
    asked_by_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    service_id bigint,
    referral_id uuid NOT NULL,
    mistake_told_on date,
    CONSTRAINT redirect_answer_whole CHECK ((((answered_on IS NULL) AND ((state)::text = 'waiting'::text)) OR ((answered_by_id IS NOT NULL) AND (answered_on IS NOT NULL) AND ((state)::text = 'accepted'::text)) OR ((answered_by_id IS NOT NULL) AND (answered_on IS NOT NULL) AND ((state)::text = 'not_accepted'::text) AND (NOT (answer = '\x'::bytea))))),
    CONSTRAINT referrals_redirect_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.referrals_redirect FORCE ROW LEVEL SECURITY;


ALTER TABLE public.referrals_redirect OWNER TO waymark_owner;

CREATE TABLE public.referrals_requestoverride (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reason bytea NOT NULL,
    overridden_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    overridden_by_id uuid NOT NULL,
    request_id uuid NOT NULL,
    CONSTRAINT override_has_reason CHECK ((NOT (reason = '\x'::bytea))),
    CONSTRAINT referrals_requestoverride_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.referrals_requestoverride FORCE ROW LEVEL SECURITY;


ALTER TABLE public.referrals_requestoverride OWNER TO waymark_owner;

CREATE TABLE public.referrals_restriction (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    people uuid[] NOT NULL,
    reason bytea NOT NULL,
    restricted_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_because bytea NOT NULL,
    authority_id bigint NOT NULL,
    ended_by_id uuid,
    referral_id uuid NOT NULL,
    restricted_by_id uuid NOT NULL,
    CONSTRAINT referrals_restriction_version_check CHECK ((version >= 0)),
    CONSTRAINT restriction_ended_whole CHECK ((((ended_at IS NULL) AND (ended_by_id IS NULL)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL))))
);

ALTER TABLE ONLY public.referrals_restriction FORCE ROW LEVEL SECURITY;


ALTER TABLE public.referrals_restriction OWNER TO waymark_owner;

CREATE TABLE public.referrals_resumption (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    move character varying(12) NOT NULL,
    reason bytea NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    referral_id uuid NOT NULL,
    signed_by_id uuid NOT NULL,
    CONSTRAINT referrals_resumption_version_check CHECK ((version >= 0)),
    CONSTRAINT resumption_has_reason CHECK ((NOT (reason = '\x'::bytea)))
);

ALTER TABLE ONLY public.referrals_resumption FORCE ROW LEVEL SECURITY;


ALTER TABLE public.referrals_resumption OWNER TO waymark_owner;

CREATE TABLE public.referrals_takentogether (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    answer bytea NOT NULL,
    covers uuid[] NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    answered_by_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    referral_id uuid NOT NULL,
    CONSTRAINT referrals_takentogether_version_check CHECK ((version >= 0)),
    CONSTRAINT together_has_answer CHECK ((NOT (answer = '\x'::bytea)))
);

ALTER TABLE ONLY public.referrals_takentogether FORCE ROW LEVEL SECURITY;


ALTER TABLE public.referrals_takentogether OWNER TO waymark_owner;

CREATE TABLE public.referrals_told (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    hearer character varying(10) NOT NULL,
    told_on date,
    told_by character varying(200) NOT NULL,
    response bytea NOT NULL,
    not_yet_because bytea NOT NULL,
    decide_again_on date,
    answered_on date NOT NULL,
    answered_by_id uuid,
    authority_id bigint NOT NULL,
    referral_id uuid NOT NULL,
    CONSTRAINT referrals_told_version_check CHECK ((version >= 0)),
    CONSTRAINT told_or_not_yet CHECK ((((decide_again_on IS NULL) AND (not_yet_because = '\x'::bytea) AND (told_on IS NOT NULL) AND (NOT ((told_by)::text = ''::text))) OR ((decide_again_on IS NOT NULL) AND (told_on IS NULL) AND (NOT (not_yet_because = '\x'::bytea))))),
    CONSTRAINT told_silence_runs_out CHECK (((decide_again_on IS NULL) OR (decide_again_on <= (answered_on + '90 days'::interval))))
);

ALTER TABLE ONLY public.referrals_told FORCE ROW LEVEL SECURITY;


ALTER TABLE public.referrals_told OWNER TO waymark_owner;

CREATE TABLE public.reports_figure (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    code character varying(60) NOT NULL,
    split character varying(40) NOT NULL,
    definition_version smallint NOT NULL,
    title jsonb NOT NULL,
    definition jsonb NOT NULL,
    source jsonb NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    counted_at timestamp with time zone NOT NULL,
    rows jsonb NOT NULL,
    authority_id bigint NOT NULL,
    report_id uuid NOT NULL,
    CONSTRAINT reports_figure_definition_version_check CHECK ((definition_version >= 0)),
    CONSTRAINT reports_figure_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.reports_figure FORCE ROW LEVEL SECURITY;


ALTER TABLE public.reports_figure OWNER TO waymark_owner;

CREATE TABLE public.reports_report (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    title character varying(200) NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    passages jsonb NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    signed_as character varying(200) NOT NULL,
    signed_at timestamp with time zone,
    number smallint NOT NULL,
    because character varying(500) NOT NULL,
    authority_id bigint NOT NULL,
    begun_by_id uuid NOT NULL,
    corrects_id uuid,
    signed_by_id uuid,
    CONSTRAINT report_correction_whole CHECK (((((because)::text = ''::text) AND (corrects_id IS NULL) AND (number = 1)) OR ((corrects_id IS NOT NULL) AND (number > 1) AND (NOT ((because)::text = ''::text))))),
    CONSTRAINT report_ends_after_start CHECK ((until_on >= from_on)),
    CONSTRAINT report_signed_whole CHECK ((((signed_at IS NULL) AND (signed_by_id IS NULL)) OR ((signed_at IS NOT NULL) AND (signed_by_id IS NOT NULL)))),
    CONSTRAINT reports_report_number_check CHECK ((number >= 0)),
    CONSTRAINT reports_report_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.reports_report FORCE ROW LEVEL SECURITY;


ALTER TABLE public.reports_report OWNER TO waymark_owner;

CREATE TABLE public.retention_disposal (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    class_code character varying(40) NOT NULL,
    model character varying(80) NOT NULL,
    count integer NOT NULL,
    on_date date NOT NULL,
    authority_id bigint NOT NULL,
    ground character varying(12) NOT NULL,
    proposal_key uuid,
    CONSTRAINT disposal_of_something CHECK ((count >= 1)),
    CONSTRAINT retention_disposal_count_check CHECK ((count >= 0)),
    CONSTRAINT retention_disposal_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.retention_disposal FORCE ROW LEVEL SECURITY;


ALTER TABLE public.retention_disposal OWNER TO waymark_owner;

CREATE TABLE public.retention_erasure (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    kind character varying(80) NOT NULL,
    record_id uuid NOT NULL,
    class_code character varying(40) NOT NULL,
    erased_on date NOT NULL,
    ground character varying(12) NOT NULL,
    proposal_key uuid,
    rows jsonb NOT NULL,
    authority_id bigint NOT NULL,
    CONSTRAINT retention_erasure_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.retention_erasure FORCE ROW LEVEL SECURITY;


ALTER TABLE public.retention_erasure OWNER TO waymark_owner;

CREATE TABLE public.retention_hold (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    life_key uuid NOT NULL,
    kind character varying(80) NOT NULL,
    reference character varying(40) NOT NULL,
    reason text NOT NULL,
    placed_on date NOT NULL,
    review_on date NOT NULL,
    ended_on date,
    ended_because character varying(500) NOT NULL,
    authority_id bigint NOT NULL,
    ended_by_id uuid,
    placed_by_id uuid NOT NULL,
    CONSTRAINT hold_ended_whole CHECK (((((ended_because)::text = ''::text) AND (ended_by_id IS NULL) AND (ended_on IS NULL)) OR ((ended_by_id IS NOT NULL) AND (ended_on IS NOT NULL) AND (NOT ((ended_because)::text = ''::text))))),
    CONSTRAINT hold_has_reason CHECK ((NOT (reason = ''::text))),
    CONSTRAINT hold_review_is_later CHECK ((review_on > placed_on)),
    CONSTRAINT retention_hold_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.retention_hold FORCE ROW LEVEL SECURITY;


ALTER TABLE public.retention_hold OWNER TO waymark_owner;

CREATE TABLE public.retention_life (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    kind character varying(80) NOT NULL,
    record_id uuid NOT NULL,
    class_code character varying(40) NOT NULL,
    came_on date NOT NULL,
    began_on date,
    sealed_on date,
    seal_on date,
    review_on date,
    erase_on date NOT NULL,
    ceiling_on date,
    authority_id bigint NOT NULL,
    CONSTRAINT retention_life_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.retention_life FORCE ROW LEVEL SECURITY;


ALTER TABLE public.retention_life OWNER TO waymark_owner;

CREATE TABLE public.retention_proposal (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    lives uuid[] NOT NULL,
    counts jsonb NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    approved boolean,
    decided_at timestamp with time zone,
    proposed_as character varying(200) NOT NULL,
    decided_as character varying(200) NOT NULL,
    reason character varying(500) NOT NULL,
    authority_id bigint NOT NULL,
    decided_by_id uuid,
    proposed_by_id uuid NOT NULL,
    CONSTRAINT proposal_decided_whole CHECK ((((approved IS NULL) AND (decided_at IS NULL) AND (decided_by_id IS NULL)) OR ((approved IS NOT NULL) AND (decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL)))),
    CONSTRAINT proposal_reason_of_a_refusal CHECK ((((reason)::text = ''::text) OR (approved IS FALSE))),
    CONSTRAINT proposal_two_people CHECK (((decided_by_id IS NULL) OR (NOT ((decided_by_id = proposed_by_id) AND (decided_by_id IS NOT NULL))))),
    CONSTRAINT retention_proposal_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.retention_proposal FORCE ROW LEVEL SECURITY;


ALTER TABLE public.retention_proposal OWNER TO waymark_owner;

CREATE TABLE public.retention_retentionsetting (
    id bigint NOT NULL,
    class_code character varying(40) NOT NULL,
    months smallint NOT NULL,
    days smallint NOT NULL,
    length integer GENERATED ALWAYS AS (((months * 487) + (days * 16))) STORED,
    from_date date NOT NULL,
    reason character varying(300) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    authority_id bigint,
    review_months smallint,
    seal_months smallint,
    CONSTRAINT retention_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT retention_retentionsetting_days_check CHECK ((days >= 0)),
    CONSTRAINT retention_retentionsetting_months_check CHECK ((months >= 0)),
    CONSTRAINT retention_retentionsetting_review_months_check CHECK ((review_months >= 0)),
    CONSTRAINT retention_retentionsetting_seal_months_check CHECK ((seal_months >= 0)),
    CONSTRAINT retention_review_some_day CHECK (((review_months IS NULL) OR (review_months >= 1))),
    CONSTRAINT retention_within_ceiling CHECK (((((class_code)::text = 'draft-referral'::text) AND (length <= 224)) OR (((class_code)::text = 'enquiry-unnamed'::text) AND (length <= 11688)) OR (((class_code)::text = 'enquiry-named'::text) AND (length <= 5844)) OR (((class_code)::text = 'referral-unfounded'::text) AND (length <= 2922)) OR (((class_code)::text = 'referral-child'::text) AND (length <= 35064)) OR (((class_code)::text = 'referral-adult'::text) AND (length <= 35064)) OR (((class_code)::text = 'channel-case'::text) AND (length <= 35064)) OR (((class_code)::text = 'case-papers'::text) AND (length <= 35064)) OR (((class_code)::text = 'panel-minutes'::text) AND (length <= 35064)) OR (((class_code)::text = 'third-party'::text) AND (length <= 35064)) OR (((class_code)::text = 'equality'::text) AND (length <= 5844)) OR (((class_code)::text = 'disclosure-log'::text) AND (length <= 40908)) OR (((class_code)::text = 'rights-request'::text) AND (length <= 35064)) OR (((class_code)::text = 'training-record'::text) AND (length <= 35064)) OR (((class_code)::text = 'self-audit'::text) AND (length <= 35064)) OR (((class_code)::text = 'project-grant'::text) AND (length <= 40908)) OR ((class_code)::text = 'board-papers'::text) OR (((class_code)::text = 'ledger'::text) AND (length <= 46752)) OR (((class_code)::text = 'break-glass'::text) AND (length <= 35064)) OR (((class_code)::text = 'technical-log'::text) AND (length <= 5844)) OR (((class_code)::text = 'notification'::text) AND (length <= 480)) OR (((class_code)::text = 'export-file'::text) AND (length <= 112)) OR (((class_code)::text = 'rejected-upload'::text) AND (length <= 16)) OR (((class_code)::text = 'account'::text) AND (length <= 1440)) OR (((class_code)::text = 'backup'::text) AND (length <= 1440))))
);


ALTER TABLE public.retention_retentionsetting OWNER TO waymark_owner;

ALTER TABLE public.retention_retentionsetting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.retention_retentionsetting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.retention_review (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    life_key uuid NOT NULL,
    kind character varying(80) NOT NULL,
    record_id uuid NOT NULL,
    due_on date NOT NULL,
    asked_on date NOT NULL,
    decision character varying(5) NOT NULL,
    keep_until date,
    reason text NOT NULL,
    decided_on date,
    authority_id bigint NOT NULL,
    decided_by_id uuid,
    CONSTRAINT retention_review_version_check CHECK ((version >= 0)),
    CONSTRAINT review_answer_whole CHECK ((((decided_by_id IS NULL) AND (decided_on IS NULL) AND ((decision)::text = ''::text)) OR ((NOT ((decision)::text = ''::text)) AND (decided_by_id IS NOT NULL) AND (decided_on IS NOT NULL) AND (NOT (reason = ''::text))))),
    CONSTRAINT review_keeps_until CHECK (((((decision)::text = 'keep'::text) AND (keep_until IS NOT NULL)) OR ((NOT ((decision)::text = 'keep'::text)) AND (keep_until IS NULL)))),
    CONSTRAINT review_says_why CHECK ((((decision)::text = ''::text) OR (gate.words_in(reason) >= 5)))
);

ALTER TABLE ONLY public.retention_review FORCE ROW LEVEL SECURITY;


ALTER TABLE public.retention_review OWNER TO waymark_owner;

CREATE TABLE public.support_briefing (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    checked_on date NOT NULL,
    checked_by character varying(200) NOT NULL,
    words bytea NOT NULL,
    sessions smallint NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    action_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    read_by_id uuid,
    sent_by_id uuid NOT NULL,
    CONSTRAINT support_briefing_read_whole CHECK ((((read_at IS NULL) AND (read_by_id IS NULL)) OR ((read_at IS NOT NULL) AND (read_by_id IS NOT NULL)))),
    CONSTRAINT support_briefing_sessions_check CHECK ((sessions >= 0)),
    CONSTRAINT support_briefing_version_check CHECK ((version >= 0)),
    CONSTRAINT support_briefing_whole CHECK (((NOT (words = '\x'::bytea)) AND (NOT ((checked_by)::text = ''::text)) AND (sessions >= 1)))
);

ALTER TABLE ONLY public.support_briefing FORCE ROW LEVEL SECURITY;


ALTER TABLE public.support_briefing OWNER TO waymark_owner;

CREATE TABLE public.support_plan (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    number smallint NOT NULL,
    consent_arrangements bytea NOT NULL,
    nature bytea NOT NULL,
    responsible bytea NOT NULL,
    delivery bytea NOT NULL,
    changed bytea NOT NULL,
    why bytea NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    panel_on date,
    approved_as character varying(200) NOT NULL,
    approved_at timestamp with time zone,
    approved_by_id uuid,
    authority_id bigint NOT NULL,
    begun_by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT plan_approved_whole CHECK ((((approved_at IS NULL) AND (approved_by_id IS NULL)) OR ((approved_at IS NOT NULL) AND (approved_by_id IS NOT NULL) AND (panel_on IS NOT NULL) AND (NOT (consent_arrangements = '\x'::bytea)) AND (NOT (nature = '\x'::bytea)) AND (NOT (responsible = '\x'::bytea)) AND (NOT (delivery = '\x'::bytea))))),
    CONSTRAINT plan_says_something CHECK ((NOT ((consent_arrangements = '\x'::bytea) AND (delivery = '\x'::bytea) AND (nature = '\x'::bytea) AND (responsible = '\x'::bytea)))),
    CONSTRAINT plan_says_what_changed CHECK (((approved_at IS NULL) OR (number = 1) OR ((NOT (changed = '\x'::bytea)) AND (NOT (why = '\x'::bytea))))),
    CONSTRAINT support_plan_number_check CHECK ((number >= 0)),
    CONSTRAINT support_plan_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.support_plan FORCE ROW LEVEL SECURITY;


ALTER TABLE public.support_plan OWNER TO waymark_owner;

CREATE TABLE public.support_planneed (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    came_from character varying(10) NOT NULL,
    source_id uuid,
    place character varying(10) NOT NULL,
    question character varying(300) NOT NULL,
    words bytea NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    why_none bytea NOT NULL,
    explained_at timestamp with time zone,
    authority_id bigint NOT NULL,
    case_id uuid NOT NULL,
    explained_by_id uuid,
    noted_by_id uuid NOT NULL,
    CONSTRAINT plan_need_reason_whole CHECK ((((explained_at IS NULL) AND (explained_by_id IS NULL) AND (why_none = '\x'::bytea)) OR ((explained_at IS NOT NULL) AND (explained_by_id IS NOT NULL) AND (NOT (why_none = '\x'::bytea))))),
    CONSTRAINT plan_need_worded CHECK ((NOT (words = '\x'::bytea))),
    CONSTRAINT support_planneed_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.support_planneed FORCE ROW LEVEL SECURITY;


ALTER TABLE public.support_planneed OWNER TO waymark_owner;

CREATE TABLE public.support_report (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    due_on date NOT NULL,
    words bytea NOT NULL,
    received_at timestamp with time zone,
    seen_on date,
    action_id uuid NOT NULL,
    asked_by_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    seen_said_by_id uuid,
    written_by_id uuid,
    CONSTRAINT support_report_seen_whole CHECK ((((seen_on IS NULL) AND (seen_said_by_id IS NULL)) OR ((seen_on IS NOT NULL) AND (seen_said_by_id IS NOT NULL)))),
    CONSTRAINT support_report_version_check CHECK ((version >= 0)),
    CONSTRAINT support_report_whole CHECK ((((received_at IS NULL) AND (seen_on IS NULL) AND (words = '\x'::bytea) AND (written_by_id IS NULL)) OR ((received_at IS NOT NULL) AND (written_by_id IS NOT NULL) AND (NOT (words = '\x'::bytea)))))
);

ALTER TABLE ONLY public.support_report FORCE ROW LEVEL SECURITY;


ALTER TABLE public.support_report OWNER TO waymark_owner;

CREATE TABLE public.support_session (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    planned_on date NOT NULL,
    state character varying(10) NOT NULL,
    held_on date,
    minutes smallint,
    mode character varying(10) NOT NULL,
    reason bytea NOT NULL,
    reported_at timestamp with time zone,
    covered boolean,
    action_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    planned_by_id uuid NOT NULL,
    reported_by_id uuid,
    CONSTRAINT support_session_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT support_session_version_check CHECK ((version >= 0)),
    CONSTRAINT support_session_whole CHECK ((((reported_by_id IS NULL) AND ((state)::text = 'planned'::text)) OR ((held_on IS NOT NULL) AND (minutes >= 1) AND (reported_by_id IS NOT NULL) AND ((state)::text = 'held'::text) AND (NOT ((mode)::text = ''::text))) OR ((held_on IS NULL) AND (reported_by_id IS NOT NULL) AND ((state)::text = 'not_held'::text) AND (NOT (reason = '\x'::bytea)))))
);

ALTER TABLE ONLY public.support_session FORCE ROW LEVEL SECURITY;


ALTER TABLE public.support_session OWNER TO waymark_owner;

CREATE TABLE public.support_supportaction (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reference character varying(20) NOT NULL,
    kind character varying(20) NOT NULL,
    task bytea NOT NULL,
    needs uuid[] NOT NULL,
    due_on date NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer_due_at timestamp with time zone,
    state character varying(12) NOT NULL,
    answered_at timestamp with time zone,
    started_on date,
    stopped_by character varying(10) NOT NULL,
    stopped_at timestamp with time zone,
    because bytea NOT NULL,
    ended_at timestamp with time zone,
    asked_by_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    person_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    CONSTRAINT support_action_began CHECK (((NOT ((state)::text = 'under_way'::text)) OR (started_on IS NOT NULL))),
    CONSTRAINT support_action_says_what CHECK ((NOT (task = '\x'::bytea))),
    CONSTRAINT support_action_says_why_not CHECK (((NOT ((state)::text = ANY ((ARRAY['declined'::character varying, 'cancelled'::character varying])::text[]))) OR (NOT (because = '\x'::bytea)))),
    CONSTRAINT support_supportaction_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.support_supportaction FORCE ROW LEVEL SECURITY;


ALTER TABLE public.support_supportaction OWNER TO waymark_owner;

CREATE TABLE public.support_update (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    words bytea NOT NULL,
    written_at timestamp with time zone NOT NULL,
    action_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    written_by_id uuid NOT NULL,
    CONSTRAINT support_update_version_check CHECK ((version >= 0)),
    CONSTRAINT support_update_worded CHECK ((NOT (words = '\x'::bytea)))
);

ALTER TABLE ONLY public.support_update FORCE ROW LEVEL SECURITY;


ALTER TABLE public.support_update OWNER TO waymark_owner;

CREATE TABLE public.tasks_clock (
    id bigint NOT NULL,
    code character varying(80) NOT NULL,
    number smallint NOT NULL,
    unit character varying(12) NOT NULL,
    from_date date NOT NULL,
    source character varying(300) NOT NULL,
    confirmed boolean NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    authority_id bigint,
    CONSTRAINT clock_positive CHECK ((number >= 1)),
    CONSTRAINT clock_source CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT clock_unit CHECK (((unit)::text = ANY ((ARRAY['working_days'::character varying, 'days'::character varying, 'hours'::character varying, 'months'::character varying])::text[]))),
    CONSTRAINT tasks_clock_number_check CHECK ((number >= 0))
);


ALTER TABLE public.tasks_clock OWNER TO waymark_owner;

ALTER TABLE public.tasks_clock ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tasks_clock_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.tasks_reminder (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    task_id uuid NOT NULL
);


ALTER TABLE public.tasks_reminder OWNER TO waymark_owner;

ALTER TABLE public.tasks_reminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tasks_reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.tasks_task (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    kind character varying(80) NOT NULL,
    about_kind character varying(80) NOT NULL,
    about_id character varying(40) NOT NULL,
    reference character varying(20) NOT NULL,
    for_grant character varying(80) NOT NULL,
    escalate_to character varying(80) NOT NULL,
    escalated_at timestamp with time zone,
    asked_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    done_by character varying(80) NOT NULL,
    authority_id bigint NOT NULL,
    for_user_id uuid,
    CONSTRAINT task_done_by_somebody CHECK ((((done_at IS NULL) AND ((done_by)::text = ''::text)) OR ((done_at IS NOT NULL) AND (NOT ((done_by)::text = ''::text))))),
    CONSTRAINT task_for_somebody CHECK (((for_user_id IS NOT NULL) OR (NOT ((for_grant)::text = ''::text)))),
    CONSTRAINT tasks_task_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.tasks_task FORCE ROW LEVEL SECURITY;


ALTER TABLE public.tasks_task OWNER TO waymark_owner;

CREATE TABLE public.training_attendance (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    held_on date NOT NULL,
    number integer NOT NULL,
    came character varying(8) NOT NULL,
    source character varying(10) NOT NULL,
    source_key character varying(120) NOT NULL,
    marked_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    institution_id bigint,
    marked_by_id uuid,
    organisation_id bigint,
    booking_id uuid,
    taught_id uuid NOT NULL,
    session_id uuid,
    role_id uuid,
    trainee_id uuid,
    CONSTRAINT training_attendance_number_check CHECK ((number >= 0)),
    CONSTRAINT training_attendance_version_check CHECK ((version >= 0)),
    CONSTRAINT training_came_somebody CHECK (((number >= 1) AND ((trainee_id IS NULL) OR (number = 1)))),
    CONSTRAINT training_register_of_session CHECK (((session_id IS NOT NULL) OR (NOT ((source)::text = 'register'::text))))
);

ALTER TABLE ONLY public.training_attendance FORCE ROW LEVEL SECURITY;


ALTER TABLE public.training_attendance OWNER TO waymark_owner;

CREATE TABLE public.training_audience (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    name character varying(80) NOT NULL,
    place smallint NOT NULL,
    ended_on date,
    authority_id bigint NOT NULL,
    CONSTRAINT training_audience_place_check CHECK ((place >= 0)),
    CONSTRAINT training_audience_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.training_audience FORCE ROW LEVEL SECURITY;


ALTER TABLE public.training_audience OWNER TO waymark_owner;

CREATE TABLE public.training_booking (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reference character varying(20) NOT NULL,
    state character varying(10) NOT NULL,
    number smallint NOT NULL,
    needs character varying(500) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    cancelled_at timestamp with time zone,
    authority_id bigint NOT NULL,
    booked_by_id uuid,
    institution_id bigint,
    organisation_id bigint,
    visitor_id uuid,
    session_id uuid NOT NULL,
    role_id uuid,
    trainee_id uuid,
    CONSTRAINT booking_cancelled_whole CHECK ((((cancelled_at IS NOT NULL) AND ((state)::text = 'cancelled'::text)) OR ((NOT ((state)::text = 'cancelled'::text)) AND (cancelled_at IS NULL)))),
    CONSTRAINT booking_of_somebody CHECK (((number >= 1) AND ((trainee_id IS NULL) OR (number = 1)))),
    CONSTRAINT training_booking_number_check CHECK ((number >= 0)),
    CONSTRAINT training_booking_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.training_booking FORCE ROW LEVEL SECURITY;


ALTER TABLE public.training_booking OWNER TO waymark_owner;

CREATE TABLE public.training_certificate (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    code character varying(20) NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_because character varying(500) NOT NULL,
    attendance_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    issued_by_id uuid,
    CONSTRAINT certificate_withdrawn_whole CHECK ((((withdrawn_at IS NULL) AND ((withdrawn_because)::text = ''::text)) OR ((withdrawn_at IS NOT NULL) AND (NOT ((withdrawn_because)::text = ''::text))))),
    CONSTRAINT training_certificate_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.training_certificate FORCE ROW LEVEL SECURITY;


ALTER TABLE public.training_certificate OWNER TO waymark_owner;

CREATE TABLE public.training_course (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    name character varying(120) NOT NULL,
    level smallint NOT NULL,
    ended_on date,
    audience_id uuid NOT NULL,
    authority_id bigint NOT NULL,
    needs_id uuid,
    CONSTRAINT course_needs_another CHECK ((NOT ((needs_id = id) AND (needs_id IS NOT NULL)))),
    CONSTRAINT training_course_level_check CHECK ((level >= 0)),
    CONSTRAINT training_course_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.training_course FORCE ROW LEVEL SECURITY;


ALTER TABLE public.training_course OWNER TO waymark_owner;

CREATE TABLE public.training_courseversion (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    number smallint NOT NULL,
    from_on date NOT NULL,
    reason character varying(10) NOT NULL,
    because character varying(500) NOT NULL,
    aims text NOT NULL,
    minutes smallint NOT NULL,
    materials text NOT NULL,
    trainer_notes text NOT NULL,
    authority_id bigint NOT NULL,
    course_id uuid NOT NULL,
    recorded_by_id uuid NOT NULL,
    CONSTRAINT course_version_first_is_new CHECK ((((number = 1) AND ((reason)::text = 'first'::text)) OR ((number > 1) AND (NOT ((reason)::text = 'first'::text))))),
    CONSTRAINT course_version_says_why CHECK (((number = 1) OR (NOT ((because)::text = ''::text)))),
    CONSTRAINT training_courseversion_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT training_courseversion_number_check CHECK ((number >= 0)),
    CONSTRAINT training_courseversion_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.training_courseversion FORCE ROW LEVEL SECURITY;


ALTER TABLE public.training_courseversion OWNER TO waymark_owner;

CREATE TABLE public.training_headcount (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    number integer NOT NULL,
    counted_on date NOT NULL,
    source character varying(200) NOT NULL,
    authority_id bigint NOT NULL,
    institution_id bigint,
    organisation_id bigint,
    recorded_by_id uuid NOT NULL,
    role_id uuid,
    CONSTRAINT headcount_of_a_place CHECK ((((institution_id IS NULL) OR (organisation_id IS NULL)) AND (1 = (
CASE
    WHEN (institution_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (organisation_id IS NULL) THEN 1
    ELSE 0
END)))),
    CONSTRAINT headcount_says_whence CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT training_headcount_number_check CHECK ((number >= 0)),
    CONSTRAINT training_headcount_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.training_headcount FORCE ROW LEVEL SECURITY;


ALTER TABLE public.training_headcount OWNER TO waymark_owner;

CREATE TABLE public.training_refreshrule (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    months smallint NOT NULL,
    from_on date NOT NULL,
    because character varying(300) NOT NULL,
    authority_id bigint NOT NULL,
    recorded_by_id uuid NOT NULL,
    role_id uuid NOT NULL,
    CONSTRAINT refresh_rule_in_bounds CHECK (((months >= 1) AND (months <= 120))),
    CONSTRAINT training_refreshrule_months_check CHECK ((months >= 0)),
    CONSTRAINT training_refreshrule_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.training_refreshrule FORCE ROW LEVEL SECURITY;


ALTER TABLE public.training_refreshrule OWNER TO waymark_owner;

CREATE TABLE public.training_session (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reference character varying(20) NOT NULL,
    state character varying(10) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    place character varying(200) NOT NULL,
    online_link character varying(500) NOT NULL,
    sequence integer NOT NULL,
    capacity smallint NOT NULL,
    taken smallint NOT NULL,
    is_open boolean NOT NULL,
    delivered_by character varying(10) NOT NULL,
    joining character varying(500) NOT NULL,
    cancelled_at timestamp with time zone,
    cancelled_because character varying(500) NOT NULL,
    authority_id bigint NOT NULL,
    institution_id bigint,
    organisation_id bigint,
    taught_id uuid NOT NULL,
    CONSTRAINT session_cancelled_whole CHECK ((((cancelled_at IS NOT NULL) AND ((state)::text = 'cancelled'::text) AND (NOT ((cancelled_because)::text = ''::text))) OR ((NOT ((state)::text = 'cancelled'::text)) AND (cancelled_at IS NULL) AND ((cancelled_because)::text = ''::text)))),
    CONSTRAINT session_ends_after_start CHECK ((ends_at > starts_at)),
    CONSTRAINT session_has_room CHECK (((capacity >= 1) AND (taken <= capacity))),
    CONSTRAINT session_is_somewhere CHECK ((NOT (((online_link)::text = ''::text) AND ((place)::text = ''::text)))),
    CONSTRAINT training_session_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT training_session_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT training_session_taken_check CHECK ((taken >= 0)),
    CONSTRAINT training_session_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.training_session FORCE ROW LEVEL SECURITY;


ALTER TABLE public.training_session OWNER TO waymark_owner;

CREATE TABLE public.training_staffrole (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    name character varying(80) NOT NULL,
    place smallint NOT NULL,
    ended_on date,
    authority_id bigint NOT NULL,
    CONSTRAINT training_staffrole_place_check CHECK ((place >= 0)),
    CONSTRAINT training_staffrole_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.training_staffrole FORCE ROW LEVEL SECURITY;


ALTER TABLE public.training_staffrole OWNER TO waymark_owner;

CREATE TABLE public.training_trainee (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    name character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    last_on date NOT NULL,
    left_on date,
    authority_id bigint NOT NULL,
    institution_id bigint,
    organisation_id bigint,
    role_id uuid,
    CONSTRAINT training_trainee_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.training_trainee FORCE ROW LEVEL SECURITY;


ALTER TABLE public.training_trainee OWNER TO waymark_owner;

CREATE TABLE public.training_trainer (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    authority_id bigint NOT NULL,
    person_id uuid NOT NULL,
    session_id uuid NOT NULL,
    CONSTRAINT training_trainer_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.training_trainer FORCE ROW LEVEL SECURITY;


ALTER TABLE public.training_trainer OWNER TO waymark_owner;

CREATE TABLE public.training_trainingrequest (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    reference character varying(20) NOT NULL,
    state character varying(10) NOT NULL,
    elsewhere character varying(200) NOT NULL,
    number smallint NOT NULL,
    wished character varying(300) NOT NULL,
    words text NOT NULL,
    name character varying(200) NOT NULL,
    phone character varying(40) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    declined_because character varying(500) NOT NULL,
    asked_by_id uuid,
    audience_id uuid,
    authority_id bigint NOT NULL,
    institution_id bigint,
    organisation_id bigint,
    owner_id uuid,
    session_id uuid,
    visitor_id uuid,
    CONSTRAINT request_answered_whole CHECK ((((answered_at IS NULL) AND ((state)::text = 'asked'::text)) OR ((NOT ((state)::text = 'asked'::text)) AND (answered_at IS NOT NULL)))),
    CONSTRAINT request_declined_with_reason CHECK (((((state)::text = 'declined'::text) AND (NOT ((declined_because)::text = ''::text))) OR ((NOT ((state)::text = 'declined'::text)) AND ((declined_because)::text = ''::text)))),
    CONSTRAINT training_trainingrequest_number_check CHECK ((number >= 0)),
    CONSTRAINT training_trainingrequest_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.training_trainingrequest FORCE ROW LEVEL SECURITY;


ALTER TABLE public.training_trainingrequest OWNER TO waymark_owner;

CREATE TABLE public.usersessions_usersession (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ip inet NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    session_key character varying(40) NOT NULL,
    user_agent character varying(200) NOT NULL,
    data jsonb NOT NULL,
    user_id uuid NOT NULL
);


ALTER TABLE public.usersessions_usersession OWNER TO waymark_owner;

ALTER TABLE public.usersessions_usersession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.usersessions_usersession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.vault_destroyed (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    key_id uuid NOT NULL,
    about_table character varying(63) NOT NULL,
    about_id uuid NOT NULL,
    destroyed_at timestamp with time zone NOT NULL,
    authority_id bigint NOT NULL,
    CONSTRAINT vault_destroyed_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.vault_destroyed FORCE ROW LEVEL SECURITY;


ALTER TABLE public.vault_destroyed OWNER TO waymark_owner;

CREATE TABLE public.vault_document (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    about_table character varying(63) NOT NULL,
    about_id uuid NOT NULL,
    name bytea NOT NULL,
    kind character varying(10) NOT NULL,
    size integer NOT NULL,
    stored_as uuid NOT NULL,
    record_key uuid NOT NULL,
    wrapped bytea NOT NULL,
    checked character varying(10) NOT NULL,
    checked_at timestamp with time zone,
    checked_with character varying(120) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_user_id uuid,
    added_by_visitor_id uuid,
    authority_id bigint NOT NULL,
    CONSTRAINT document_checked_when CHECK ((((checked)::text = 'waiting'::text) OR (checked_at IS NOT NULL))),
    CONSTRAINT document_one_adder CHECK (((added_by_user_id IS NULL) OR (added_by_visitor_id IS NULL))),
    CONSTRAINT document_system CHECK ((('system:'::text || authority_id) = ANY (grants))),
    CONSTRAINT vault_document_size_check CHECK ((size >= 0)),
    CONSTRAINT vault_document_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.vault_document FORCE ROW LEVEL SECURITY;


ALTER TABLE public.vault_document OWNER TO waymark_owner;

CREATE TABLE public.vault_masterkey (
    number character varying(20) NOT NULL,
    known_by bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    retired_at timestamp with time zone
);


ALTER TABLE public.vault_masterkey OWNER TO waymark_owner;

CREATE TABLE public.vault_recordkey (
    id uuid NOT NULL,
    grants text[] NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    about_table character varying(63) NOT NULL,
    about_id uuid NOT NULL,
    wrapped bytea NOT NULL,
    master character varying(20) NOT NULL,
    destroyed_at timestamp with time zone,
    authority_id bigint NOT NULL,
    CONSTRAINT recordkey_system CHECK ((('system:'::text || authority_id) = ANY (grants))),
    CONSTRAINT recordkey_whole_or_gone CHECK ((((destroyed_at IS NULL) AND (NOT (wrapped = '\x'::bytea))) OR ((destroyed_at IS NOT NULL) AND (wrapped = '\x'::bytea)))),
    CONSTRAINT vault_recordkey_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.vault_recordkey FORCE ROW LEVEL SECURITY;


ALTER TABLE public.vault_recordkey OWNER TO waymark_owner;

CREATE TABLE reach.tally (
    authority_id bigint NOT NULL,
    place text NOT NULL,
    held_on date NOT NULL,
    before_on date,
    came integer NOT NULL,
    people integer NOT NULL
);

ALTER TABLE ONLY reach.tally FORCE ROW LEVEL SECURITY;


ALTER TABLE reach.tally OWNER TO waymark_owner;

CREATE TABLE reach.touched (
    id bigint NOT NULL,
    authority_id bigint NOT NULL,
    place text NOT NULL
);

ALTER TABLE ONLY reach.touched FORCE ROW LEVEL SECURITY;


ALTER TABLE reach.touched OWNER TO waymark_owner;

ALTER TABLE reach.touched ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME reach.touched_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE retention.class (
    code text NOT NULL,
    seals interval,
    erases interval NOT NULL,
    reviews interval,
    ceiling interval
);


ALTER TABLE retention.class OWNER TO waymark_owner;

CREATE TABLE retention.held_by (
    kind text NOT NULL,
    by_relation text NOT NULL,
    by_column text NOT NULL,
    class_code text NOT NULL
);


ALTER TABLE retention.held_by OWNER TO waymark_owner;

CREATE TABLE retention.kind (
    kind text NOT NULL,
    relation text NOT NULL,
    needs_two boolean NOT NULL
);


ALTER TABLE retention.kind OWNER TO waymark_owner;

CREATE TABLE retention.part (
    kind text NOT NULL,
    relation text NOT NULL,
    key text DEFAULT 'id'::text NOT NULL,
    type text DEFAULT 'uuid'::text NOT NULL,
    finds text NOT NULL,
    CONSTRAINT part_type_check CHECK ((type = ANY (ARRAY['uuid'::text, 'bigint'::text, 'text'::text])))
);


ALTER TABLE retention.part OWNER TO waymark_owner;

ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);


ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);


ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);


COPY gate.breakable (kind, relation) FROM stdin;
referrals.referral	referrals_referral
\.


COPY gate.name_form (word, family, kind) FROM stdin;
aadam	adam	spelling
aadan	adam	spelling
aali	ali	spelling
aamer	amir	spelling
aamina	amina	spelling
aamino	amina	spelling
aamir	amir	spelling
aaron	harun	spelling
aayesha	aisha	spelling
abbie	abigail	short
abby	abigail	short
abdalla	abdullah	spelling
abdallah	abdullah	spelling
abdela	abdullah	spelling
abdi	abdi	spelling
abdi	abdullah	short
abdilahi	abdullah	spelling
abdillahi	abdullah	spelling
abdoulaye	abdullah	spelling
abdul	abdi	short
abdul	abdullah	short
abdulhamid	hamid	spelling
abdulla	abdullah	spelling
abdullah	abdullah	spelling
abdullahi	abdullah	spelling
abdy	abdi	spelling
abena	abena	spelling
abenaa	abena	spelling
abevan	bevan	spelling
abigail	abigail	short
aboo	abu	spelling
abou	abu	spelling
abowen	bowen	spelling
abraham	ibrahim	form
abshiir	abshir	spelling
abshir	abshir	spelling
absir	abshir	spelling
abu	abu	spelling
achmed	ahmad	spelling
adam	adam	spelling
adan	adam	spelling
adem	adam	spelling
aden	adam	spelling
adewale	adewale	spelling
adeyeme	adeyemi	spelling
adeyemi	adeyemi	spelling
adham	adam	spelling
aesha	aisha	spelling
agarwal	agarwal	spelling
aggarwal	agarwal	spelling
aggrawal	agarwal	spelling
agnes	agnieszka	spelling
agnieszka	agnieszka	spelling
agrawal	agarwal	spelling
ahamed	ahmad	spelling
ahmad	ahmad	spelling
ahmed	ahmad	spelling
ahmet	ahmad	spelling
ahmmed	ahmad	spelling
aicha	aisha	spelling
aidan	aidan	spelling
aiden	aidan	spelling
aine	aine	spelling
aisa	isa	spelling
aischa	aisha	spelling
aisha	aisha	spelling
aishah	aisha	spelling
aishi	aisha	short
aiyar	iyer	spelling
akbar	akbar	spelling
akber	akbar	spelling
akhmad	ahmad	spelling
akhmed	ahmad	spelling
akhtar	akhtar	common
akhter	akhtar	spelling
akosua	akosua	spelling
akosuah	akosua	spelling
aksana	oksana	spelling
aktar	akhtar	spelling
akter	akhtar	spelling
akter	akter	common
aktor	akhtar	spelling
akwasi	kwasi	spelling
al	albert	short
al	alexander	short
alam	alam	spelling
alan	allen	spelling
alasdair	alistair	spelling
alastair	alistair	spelling
albert	albert	short
alec	alexander	short
alek	aleksander	short
aleksandar	aleksander	spelling
aleksander	aleksander	spelling
aleksandr	aleksander	spelling
aleksandra	aleksandra	spelling
aleksei	aleksey	spelling
aleksey	aleksey	spelling
alena	elena	spelling
alex	alexander	short
alex	alexandra	short
alexander	aleksander	spelling
alexander	alexander	short
alexandr	aleksander	spelling
alexandra	aleksandra	spelling
alexandra	alexandra	short
alexandre	aleksander	spelling
alexandru	aleksander	spelling
alexei	aleksey	spelling
alexey	aleksey	spelling
alexi	aleksey	spelling
alf	alfred	short
alfie	alfred	short
alfred	alfred	short
ali	alexandra	short
ali	ali	spelling
alice	alys	spelling
alis	alys	spelling
alisander	aleksander	spelling
alistair	alistair	spelling
alister	alistair	spelling
allam	alam	spelling
allan	allen	spelling
allen	allen	spelling
alli	ali	spelling
allyn	allen	spelling
alom	alam	spelling
alun	allen	spelling
aly	ali	spelling
alyaksandr	aleksander	spelling
alys	alys	spelling
amanda	amanda	short
amardeep	amardip	spelling
amardip	amardip	spelling
amarjeet	amarjit	spelling
amarjit	amarjit	spelling
ameen	amin	spelling
ameena	amina	spelling
ameer	amir	spelling
ameet	amit	spelling
amelia	amelia	short
amer	amir	spelling
amiin	amin	spelling
amiina	amina	spelling
amin	amin	spelling
amina	amina	spelling
aminah	amina	spelling
aminata	amina	spelling
amine	amin	spelling
amino	amina	spelling
amir	amir	spelling
amit	amit	spelling
amy	amelia	short
anastasia	anastasia	spelling
anastasiia	anastasia	spelling
anastasiya	anastasia	spelling
anastazja	anastasia	spelling
andre	andrei	form
andreas	andrei	form
andrei	andrei	spelling
andrej	andrei	spelling
andrew	andrei	form
andrew	andrew	short
andrey	andrei	spelling
andrii	andrei	spelling
andriusha	andrei	short
andriy	andrei	spelling
andrzej	andrei	spelling
andy	andrew	short
aneel	anil	spelling
angharad	angharad	spelling
anghared	angharad	spelling
angus	angus	short
anil	anil	spelling
ankaret	angharad	spelling
ann	anne	spelling
anna	anne	spelling
anne	aine	spelling
anne	anne	spelling
annie	anne	spelling
anouar	anwar	spelling
ant	anthony	short
ant	antony	short
anthony	anthony	short
antony	antony	short
anwar	anwar	spelling
anwer	anwar	spelling
anya	aine	spelling
aoife	aoife	spelling
apharry	parry	spelling
aphowell	powell	spelling
aphugh	pugh	spelling
aprhys	price	spelling
aprichard	pritchard	spelling
aprobert	probert	spelling
archibald	archibald	short
archie	archibald	short
art	arthur	short
arthur	arthur	short
artie	arthur	short
asaad	asad	spelling
asad	asad	spelling
asat	asad	spelling
asha	aisha	spelling
asis	aziz	spelling
asma	asma	spelling
asmaa	asma	spelling
asmah	asma	spelling
assad	asad	spelling
augustus	augustus	short
aujla	aujla	spelling
ava	aoife	spelling
avraham	ibrahim	form
awale	awale	spelling
axmed	ahmad	spelling
ayaan	ayan	spelling
ayan	ayan	spelling
ayden	aidan	spelling
ayesha	aisha	spelling
ayisha	aisha	spelling
ayo	ayodele	spelling
ayodele	ayodele	spelling
ayoob	ayub	spelling
ayoub	ayub	spelling
ayse	aisha	spelling
aysha	aisha	spelling
ayub	ayub	spelling
ayuub	ayub	spelling
ayyar	iyer	spelling
ayyub	ayub	spelling
azeez	aziz	spelling
aziz	aziz	spelling
ba	barry	spelling
babatunde	babatunde	spelling
babs	barbara	short
backer	baker	spelling
bah	barry	spelling
bai	bai	spelling
baker	baker	spelling
baljeet	baljit	spelling
baljit	baljit	spelling
balvinder	balwinder	spelling
balwinder	balwinder	spelling
bandyopadhyay	banerjee	spelling
banerjee	banerjee	spelling
banerji	banerjee	spelling
bangora	bangura	spelling
bangura	bangura	spelling
bannerjee	banerjee	spelling
banu	banu	common
barb	barbara	short
barbara	barbara	short
barbie	barbara	short
bare	barre	spelling
bari	barre	spelling
bari	barry	spelling
barre	barre	spelling
barry	barry	spelling
basheer	bashir	spelling
bashiir	bashir	spelling
bashir	bashir	spelling
basu	bose	spelling
beavan	bevan	spelling
bebe	bibi	spelling
becca	rebecca	short
beck	rebecca	short
becky	rebecca	short
beebi	bibi	spelling
begam	begam	common
begam	begum	spelling
beghum	begum	spelling
begom	begum	spelling
begum	begum	common
beirne	byrne	spelling
belal	bilal	spelling
bella	isabella	short
ben	benjamin	short
benjamin	benjamin	short
benji	benjamin	short
benny	benjamin	short
bernard	bernard	short
bernie	bernard	short
bert	albert	short
bert	robert	short
bertie	albert	short
bess	elizabeth	short
beth	elizabeth	short
bethan	bethan	spelling
bethany	bethan	spelling
betsy	elizabeth	short
betty	elizabeth	short
bevan	bevan	spelling
bex	rebecca	short
bhati	bhatti	spelling
bhatti	bhatti	spelling
bi	bi	common
bi	bibi	spelling
bibek	vivek	spelling
bibi	bibi	common
bijay	vijay	spelling
bikram	vikram	spelling
bilaal	bilal	spelling
bilal	bilal	spelling
bill	william	short
billal	bilal	spelling
billy	william	short
binod	vinod	spelling
bishnu	vishnu	spelling
boatang	boateng	spelling
boaten	boateng	spelling
boateng	boateng	spelling
bob	robert	short
bobby	robert	short
bose	bose	spelling
bowen	bowen	spelling
brahim	ibrahim	spelling
breandan	brendan	spelling
brendan	brendan	spelling
briain	obrien	spelling
brian	bryan	spelling
brid	brid	spelling
bridget	brid	spelling
bridie	brid	spelling
brien	obrien	spelling
brigid	brid	spelling
broun	brown	spelling
brown	brown	spelling
browne	brown	spelling
bryan	bryan	spelling
burn	byrne	spelling
burns	byrne	spelling
byrne	byrne	spelling
caasha	aisha	spelling
cabdi	abdi	spelling
cabdilaahi	abdullah	spelling
cabdulaahi	abdullah	spelling
cabdullaahi	abdullah	spelling
cafer	jafar	spelling
cahal	cathal	spelling
cai	cai	spelling
caitlin	caitlin	spelling
caitlyn	caitlin	spelling
cali	ali	spelling
callum	callum	spelling
calum	callum	spelling
camara	kamara	spelling
cao	cao	spelling
caoimhe	caoimhe	spelling
caris	carys	spelling
carl	carl	spelling
carol	caroline	short
caroline	caroline	short
carr	carr	spelling
carrie	caroline	short
carys	carys	spelling
carys	cerys	spelling
casim	qasim	spelling
cathal	cathal	spelling
catharine	catherine	spelling
catherine	catherine	spelling
catherine	catrin	spelling
catherine	ekaterina	form
cathleen	caitlin	spelling
cathryn	catherine	spelling
cathy	katherine	short
catrin	catrin	spelling
cavanagh	kavanagh	spelling
cawaale	awale	spelling
caz	caroline	short
caziz	aziz	spelling
ceesay	ceesay	spelling
cemal	jamal	spelling
cemil	jamil	spelling
ceris	cerys	spelling
cerys	cerys	spelling
chai	cai	spelling
chakir	shakir	spelling
chan	chen	spelling
chan	zeng	spelling
chang	zeng	spelling
chang	zhang	spelling
chang	zheng	spelling
chao	zhao	spelling
char	charlotte	short
charles	cathal	spelling
charles	charles	short
charlie	charles	short
charlie	charlotte	short
charlotte	charlotte	short
chas	charles	short
chasan	hasan	spelling
chatterjee	chatterjee	spelling
chatterji	chatterjee	spelling
chattopadhyay	chatterjee	spelling
chau	zhou	spelling
chaudhari	chowdhury	spelling
chaudhary	chowdhury	spelling
chaudhry	chowdhury	spelling
chaudhuri	chowdhury	spelling
chaudry	chowdhury	spelling
chaz	charles	short
che	xie	spelling
cheikh	shaykh	spelling
chen	chen	spelling
cheng	cheng	spelling
cheng	zheng	spelling
cheong	zhang	spelling
cherif	sharif	spelling
chern	chen	spelling
cheung	jiang	spelling
cheung	zhang	spelling
chevonne	siobhan	spelling
chew	qiu	spelling
chew	zhao	spelling
chew	zhou	spelling
chi	zhi	spelling
chia	xie	spelling
chiang	jiang	spelling
chieh	jie	spelling
chien	jian	spelling
chien	qian	spelling
chih	zhi	spelling
chin	chen	spelling
chin	jin	spelling
chin	qian	spelling
ching	cheng	spelling
chinwe	chinwe	spelling
chinwendu	chinwe	spelling
chiu	qiu	spelling
chiu	zhao	spelling
chloe	chloe	spelling
cho	cao	spelling
choi	cai	spelling
choo	zhu	spelling
choong	zhong	spelling
chou	zhou	spelling
choudhry	chowdhury	spelling
choudhury	chowdhury	spelling
choudry	chowdhury	spelling
chow	cao	spelling
chow	zhou	spelling
chowdhary	chowdhury	spelling
chowdhry	chowdhury	spelling
chowdhury	chowdhury	spelling
choy	cai	spelling
chris	christina	short
chris	christine	short
chris	christopher	short
chrissie	christine	short
chrissy	christina	short
christina	christina	short
christine	christine	short
christopher	christopher	short
christopher	krzysztof	spelling
chu	zhu	spelling
chua	cai	spelling
chuck	charles	short
chudi	chukwudi	spelling
chui	xu	spelling
chukwudi	chukwudi	spelling
chukwuemeka	chukwuemeka	spelling
chukwuma	chukwudi	spelling
chun	jun	spelling
chung	zhong	spelling
ciaran	ciaran	spelling
ciaron	ciaran	spelling
cigaal	egal	spelling
ciise	isa	spelling
cimraan	imran	spelling
cismaan	uthman	spelling
cissay	ceesay	spelling
cisse	ceesay	spelling
clark	clark	spelling
clarke	clark	spelling
clerk	clark	spelling
cliff	clifford	short
clifford	clifford	short
cloe	chloe	spelling
coffie	kofi	spelling
colm	callum	spelling
conneh	kone	spelling
conner	conor	spelling
connor	conor	spelling
connor	oconnor	spelling
conor	conor	spelling
conor	oconnor	spelling
conte	conteh	spelling
conteh	conteh	spelling
cook	cook	spelling
cooke	cook	spelling
cour	cour	common
cumar	umar	spelling
cuneyt	junaid	spelling
cusmaan	uthman	spelling
daahir	dahir	spelling
daahir	tahir	spelling
daauud	dawud	spelling
daawuud	dawud	spelling
dafis	davies	spelling
dafyd	dafydd	spelling
dafydd	dafydd	spelling
dahir	dahir	spelling
dahir	tahir	spelling
dai	dafydd	short
daisy	margaret	short
daljeet	daljit	spelling
daljit	daljit	spelling
dan	daniel	short
daniel	daniel	short
danny	daniel	short
daoud	dawud	spelling
datta	dutta	spelling
daud	dawud	spelling
dauud	dawud	spelling
dave	david	short
davey	david	short
david	dafydd	form
david	david	short
david	dawud	form
davies	davies	spelling
davis	davies	spelling
davood	dawud	spelling
davud	dawud	spelling
davy	david	short
davyd	dafydd	form
davydd	dafydd	spelling
dawood	dawud	spelling
dawoud	dawud	spelling
dawud	dawud	spelling
deb	deborah	short
debbie	deborah	short
deborah	deborah	short
debra	deborah	short
deepak	deepak	spelling
deepika	deepika	spelling
deeqa	deqa	spelling
deio	dafydd	short
dele	ayodele	spelling
deng	deng	spelling
deqa	deqa	spelling
deqo	deqa	spelling
dermot	diarmuid	spelling
dermott	diarmuid	spelling
desai	desai	spelling
desay	desai	spelling
dewi	dafydd	short
dhillon	dhillon	spelling
dhilon	dhillon	spelling
diallo	diallo	spelling
dialo	diallo	spelling
diarmaid	diarmuid	spelling
diarmuid	diarmuid	spelling
dick	richard	short
dickie	richard	short
dillon	dhillon	spelling
dima	dmitri	short
dimitar	dmitri	spelling
dimitri	dmitri	spelling
dimitry	dmitri	spelling
ding	ding	spelling
diop	jobe	spelling
diouf	jobe	spelling
dipak	deepak	spelling
dipika	deepika	spelling
djama	jama	spelling
djamel	jamal	spelling
djamil	jamil	spelling
djibril	jibril	spelling
dmitri	dmitri	spelling
dmitrij	dmitri	spelling
dmitriy	dmitri	spelling
dmitry	dmitri	spelling
dmytro	dmitri	spelling
docherty	odoherty	spelling
doherty	odoherty	spelling
dolly	dorothy	short
dom	dominic	short
dominic	dominic	spelling
dominick	dominic	spelling
don	donald	short
donald	donald	short
dong	dong	spelling
donnell	odonnell	spelling
donny	donald	short
dorothy	dorothy	short
dot	dorothy	short
dottie	dorothy	short
doug	douglas	short
dougherty	odoherty	spelling
douglas	douglas	short
drew	andrew	short
driss	idris	spelling
du	du	spelling
dutt	dutta	spelling
dutta	dutta	spelling
dwyer	odwyer	spelling
dzmitry	dmitri	spelling
eamon	eamon	spelling
eamonn	eamon	spelling
ebrahem	ibrahim	spelling
ebrahim	ibrahim	spelling
ed	edmund	short
ed	edward	short
ed	edwin	short
eddie	edward	short
edmund	eamon	spelling
edmund	edmund	short
edward	edward	short
edward	iorwerth	form
edwin	edwin	short
eefa	aoife	spelling
egal	egal	spelling
eisa	isa	spelling
ekaterina	ekaterina	spelling
ekber	akbar	spelling
eleanor	eleanor	short
elen	elin	spelling
elena	elena	spelling
elias	ilyas	spelling
elin	elin	spelling
elisabeth	elizabeth	spelling
eliyas	ilyas	spelling
eliza	elizabeth	short
elizabeth	elizabeth	spelling
ella	eleanor	short
ellen	elin	spelling
ellen	ellen	short
ellie	eleanor	short
ellie	helen	short
elsie	elizabeth	short
elspeth	elizabeth	short
em	emily	short
em	emma	short
eman	iman	spelling
emeka	chukwuemeka	spelling
emily	emily	short
emin	amin	spelling
emine	amina	spelling
emir	amir	spelling
emma	emma	short
emmy	emily	short
emran	imran	spelling
eng	wu	spelling
enver	anwar	spelling
eoghan	eoin	spelling
eoin	eoin	spelling
eqbal	iqbal	spelling
eric	eric	spelling
erik	eric	spelling
ernest	ernest	short
ernie	ernest	short
esad	asad	spelling
esi	akosua	spelling
eslam	islam	spelling
esma	asma	spelling
esmaeel	ismail	spelling
esmail	ismail	spelling
essa	isa	spelling
euan	ieuan	spelling
eugene	evgeny	form
eugeniusz	evgeny	spelling
eva	aoife	spelling
evan	ieuan	spelling
evans	evans	spelling
evens	evans	spelling
evgeni	evgeny	spelling
evgenii	evgeny	spelling
evgeniy	evgeny	spelling
evgeny	evgeny	spelling
ewan	ieuan	spelling
ewan	owain	spelling
fa	hua	spelling
faadumo	fatima	spelling
faan	fan	spelling
faarax	farah	spelling
faaruuq	faruq	spelling
faatimah	fatima	spelling
faatuma	fatima	spelling
fadima	fatima	spelling
faduma	fatima	spelling
fadumo	fatima	spelling
faisal	faisal	spelling
faizal	faisal	spelling
fan	fan	spelling
fang	fang	spelling
fann	fan	spelling
fanny	frances	short
farah	farah	spelling
farax	farah	spelling
fareed	farid	spelling
farid	farid	spelling
farooq	faruq	spelling
faroque	faruq	spelling
farouk	faruq	spelling
farouq	faruq	spelling
faruk	faruq	spelling
faruq	faruq	spelling
fatema	fatima	spelling
fathima	fatima	spelling
fati	fatima	short
fatima	fatima	spelling
fatimah	fatima	spelling
fatimata	fatima	spelling
fatma	fatima	spelling
fatou	fatima	spelling
fatoumata	fatima	spelling
fatuma	fatima	spelling
faycal	faisal	spelling
faysal	faisal	spelling
feisal	faisal	spelling
femi	oluwafemi	spelling
feng	feng	spelling
ferid	farid	spelling
feysal	faisal	spelling
ffion	ffion	spelling
fin	fionn	spelling
finn	fionn	spelling
fion	ffion	spelling
fionn	fionn	spelling
flo	florence	short
florence	florence	short
florrie	florence	short
flossie	florence	short
floyd	lloyd	spelling
folasade	folasade	spelling
fong	fang	spelling
foong	feng	spelling
fran	frances	short
fran	francis	short
frances	frances	short
francesca	frances	short
francis	francis	short
frank	francis	short
frankie	frances	short
frankie	francis	short
fred	alfred	short
fred	frederick	short
freddie	frederick	short
freddy	frederick	short
frederic	frederick	spelling
frederick	frederick	spelling
fredrick	frederick	spelling
fung	feng	spelling
fychan	vaughan	spelling
gabe	gabriel	short
gabriel	gabriel	short
gabriel	jibril	spelling
gafar	jafar	spelling
gail	abigail	short
gallacher	gallagher	spelling
gallagher	gallagher	spelling
gallaher	gallagher	spelling
gam	jin	spelling
gamal	jamal	spelling
gamil	jamil	spelling
gao	gao	spelling
garath	gareth	spelling
gareth	gareth	spelling
garewal	grewal	spelling
gee	zhu	spelling
geeta	geeta	spelling
geetha	geeta	spelling
geoffery	geoffrey	spelling
geoffrey	geoffrey	spelling
george	george	short
george	yuri	form
georgia	georgia	short
georgie	george	short
georgie	georgia	short
georgie	georgina	short
georgina	georgina	short
geraint	geraint	spelling
gerald	gerald	short
gerraint	geraint	spelling
gerry	gerald	short
geung	jiang	spelling
ghose	ghosh	spelling
ghosh	ghosh	spelling
ghulam	ghulam	spelling
gibril	jibril	spelling
gil	gill	spelling
gill	gill	spelling
gillian	gillian	spelling
gina	georgina	short
gita	geeta	spelling
giuseppe	yusuf	form
goh	gao	spelling
goh	wu	spelling
golam	ghulam	spelling
gosia	malgorzata	short
gouled	guled	spelling
grady	ogrady	spelling
graeme	graham	spelling
graham	graham	spelling
grainne	grainne	spelling
grania	grainne	spelling
granya	grainne	spelling
gray	grey	spelling
green	green	spelling
greene	green	spelling
greg	gregory	short
gregory	gregory	short
gregory	grzegorz	spelling
greta	margaret	short
grewal	grewal	spelling
grey	grey	spelling
griffith	gruffydd	spelling
griffiths	gruffydd	spelling
grigori	grzegorz	spelling
grigory	grzegorz	spelling
gruffudd	gruffydd	spelling
gruffyd	gruffydd	spelling
gruffydd	gruffydd	spelling
grzegorz	grzegorz	spelling
guang	guang	spelling
guinness	guinness	spelling
gulam	ghulam	spelling
guled	guled	spelling
guleed	guled	spelling
guo	guo	spelling
gurdeep	gurdip	spelling
gurdip	gurdip	spelling
gurjeet	gurjit	spelling
gurjit	gurjit	spelling
gus	angus	short
gus	augustus	short
guuleed	guled	spelling
gwen	gwendoline	short
gwendoline	gwendoline	short
gwillim	gwilym	spelling
gwilym	gwilym	spelling
gwok	guo	spelling
gwyn	gwyn	spelling
gwynn	gwyn	spelling
gwynne	gwyn	spelling
ha	xia	spelling
haaruun	harun	spelling
haashi	hashim	spelling
haashim	hashim	spelling
habeeb	habib	spelling
habib	habib	spelling
habiib	habib	spelling
hachim	hashim	spelling
hadija	khadija	spelling
hadji	hajji	spelling
hafsa	hafsa	spelling
hafsah	hafsa	spelling
hafza	hafsa	spelling
hagan	ohagan	spelling
hahn	han	spelling
haidar	haydar	spelling
haider	haydar	spelling
haidhar	haydar	spelling
haji	hajji	spelling
hajj	hajji	spelling
hajji	hajji	spelling
hak	haq	spelling
hal	henry	short
haled	khalid	spelling
haleema	halima	spelling
haleemah	halima	spelling
halid	khalid	spelling
halil	khalil	spelling
halima	halima	spelling
halimah	halima	spelling
halimat	halima	spelling
halime	halima	spelling
halimo	halima	spelling
hamed	hamid	spelling
hameed	hamid	spelling
hamid	hamid	spelling
hamiid	hamid	spelling
hamo	muhammad	short
hamsa	hamza	spelling
hamza	hamza	spelling
hamzah	hamza	spelling
hamze	hamza	spelling
han	han	spelling
hank	henry	short
hanna	hannah	spelling
hannah	hannah	spelling
hansen	hansen	spelling
hanson	hansen	spelling
haq	haq	spelling
haqq	haq	spelling
haque	haq	spelling
har	xia	spelling
hara	ohara	spelling
hardeep	hardip	spelling
hardip	hardip	spelling
harjeet	harjit	spelling
harjit	harjit	spelling
harold	harold	short
haroon	harun	spelling
haroun	harun	spelling
harron	harun	spelling
harry	harold	short
harry	henry	short
harun	harun	spelling
has	hasan	short
hasan	hasan	spelling
hashem	hashim	spelling
hashim	hashim	spelling
hassan	hasan	spelling
hassane	hasan	spelling
hassen	hasan	spelling
hasson	hasan	spelling
hatice	khadija	spelling
hauwa	hawa	spelling
hava	hawa	spelling
hawa	hawa	spelling
hawo	hawa	spelling
hawwa	hawa	spelling
haydar	haydar	spelling
hayder	haydar	spelling
he	he	spelling
heider	haydar	spelling
helen	elena	form
helen	elin	spelling
helen	helen	short
henry	henry	short
hersi	hirsi	spelling
hesham	hisham	spelling
hew	huw	spelling
hiba	hibo	spelling
hibo	hibo	spelling
hicham	hisham	spelling
hirsi	hirsi	spelling
hisham	hisham	spelling
hiu	qiu	spelling
ho	he	spelling
hoda	huda	spelling
hodan	hodan	spelling
hoh	he	spelling
hon	han	spelling
hong	hong	spelling
hoo	hu	spelling
hoodan	hodan	spelling
hoque	haq	spelling
hor	he	spelling
hosain	husayn	spelling
hosein	husayn	spelling
hossain	husayn	spelling
hossein	husayn	spelling
hossen	husayn	spelling
housein	husayn	spelling
houssein	husayn	spelling
howel	hywel	spelling
howell	hywel	spelling
howells	hywel	spelling
hryhoriy	grzegorz	spelling
hsia	xia	spelling
hsiao	xiao	spelling
hsiaoming	xiaoming	spelling
hsieh	xie	spelling
hsin	xin	spelling
hsiung	xiong	spelling
hsu	xu	spelling
hsui	xu	spelling
hu	hu	spelling
hua	hua	spelling
huang	huang	spelling
huda	huda	spelling
hudaa	huda	spelling
huey	hui	spelling
hugh	hugh	short
hugh	huw	spelling
hughie	hugh	short
hughie	huw	spelling
hui	hui	spelling
hui	xu	spelling
hung	hong	spelling
hung	xiong	spelling
huq	haq	spelling
hus	husayn	short
husain	husayn	spelling
husayn	husayn	spelling
husein	husayn	spelling
husen	husayn	spelling
huseyin	husayn	spelling
hussain	husayn	spelling
hussein	husayn	spelling
husseini	husayn	spelling
hussien	husayn	spelling
hussin	husayn	spelling
huw	huw	spelling
hwang	huang	spelling
hyder	haydar	spelling
hywel	hywel	spelling
hywell	hywel	spelling
iain	ian	spelling
iakov	yaqub	form
ian	ian	spelling
iana	yana	spelling
ibby	ibrahim	short
ibra	ibrahim	short
ibraahim	ibrahim	spelling
ibraheem	ibrahim	spelling
ibrahim	ibrahim	spelling
ibrahima	ibrahim	spelling
ibrahin	ibrahim	spelling
ibrohim	ibrahim	spelling
idrees	idris	spelling
idris	idris	spelling
idriss	idris	spelling
ieong	yang	spelling
iestyn	iestyn	spelling
ieuan	ieuan	spelling
ifan	ieuan	spelling
ifans	evans	spelling
ifeoma	ifeoma	spelling
ifraah	ifrah	spelling
ifraax	ifrah	spelling
ifrah	ifrah	spelling
ify	ifeoma	spelling
igal	egal	spelling
iidris	idris	spelling
iisa	isa	spelling
ikbal	iqbal	spelling
iliyas	ilyas	spelling
ilyaas	ilyas	spelling
ilyas	ilyas	spelling
imaan	iman	spelling
iman	iman	spelling
imran	imran	spelling
ioan	ivan	spelling
iorwerth	iorwerth	spelling
iosif	yusuf	form
ip	ye	spelling
iqbal	iqbal	spelling
irena	irina	spelling
irina	irina	spelling
iryana	irina	spelling
iryna	irina	spelling
isa	isa	spelling
isaac	ishaq	spelling
isaaq	ishaq	spelling
isabel	isobel	spelling
isabell	isobel	spelling
isabella	isabella	short
isabella	isobel	spelling
isabelle	isobel	spelling
ishaaq	ishaq	spelling
ishac	ishaq	spelling
ishak	ishaq	spelling
ishaq	ishaq	spelling
ishmael	ismail	form
islam	islam	spelling
ismaaciil	ismail	spelling
ismaciil	ismail	spelling
ismaeel	ismail	spelling
ismael	ismail	spelling
ismail	ismail	spelling
ismayil	ismail	spelling
isobel	isobel	spelling
issa	isa	spelling
isxaaq	ishaq	spelling
iulia	yulia	spelling
iuliia	yulia	spelling
iurii	yuri	spelling
ivan	ivan	spelling
ivanoff	ivanov	spelling
ivanov	ivanov	spelling
ivanova	ivanov	spelling
iwan	ieuan	spelling
iwan	ivan	spelling
iwanow	ivanov	spelling
iwanowa	ivanov	spelling
iyer	iyer	spelling
izzy	isabella	short
jaafar	jafar	spelling
jaama	jama	spelling
jaamac	jama	spelling
jack	john	short
jacob	jacob	short
jacob	yaqub	form
jacqueline	jacqueline	spelling
jaden	jayden	spelling
jafar	jafar	spelling
jafer	jafar	spelling
jaffar	jafar	spelling
jaffer	jafar	spelling
jagjeet	jagjit	spelling
jagjit	jagjit	spelling
jaiden	jayden	spelling
jake	jacob	short
jakub	yaqub	form
jalloh	diallo	spelling
jallow	diallo	spelling
jama	jama	spelling
jamaal	jamal	spelling
jamac	jama	spelling
jamal	jamal	spelling
jameel	jamil	spelling
jamel	jamal	spelling
james	james	short
james	seamus	form
james	yaqub	form
jamie	james	short
jamil	jamil	spelling
jan	ivan	form
jana	yana	spelling
jane	jane	short
jane	sian	spelling
janet	sioned	spelling
jang	zhang	spelling
janie	jane	short
jaqueline	jacqueline	spelling
jasmeen	yasmin	spelling
jasmin	yasmin	spelling
jasmine	yasmin	spelling
jasmyn	yasmin	spelling
jasvinder	jaswinder	spelling
jaswinder	jaswinder	spelling
javaid	javed	spelling
javed	javed	spelling
javid	javed	spelling
jawaid	javed	spelling
jawed	javed	spelling
jayden	jayden	spelling
jeffery	geoffrey	spelling
jeffrey	geoffrey	spelling
jekaterina	ekaterina	spelling
jelena	elena	spelling
jem	james	short
jen	jennifer	short
jen	ren	spelling
jenn	jennifer	short
jennie	jane	short
jennifer	jennifer	short
jenny	jane	short
jenny	jennifer	short
jerry	gerald	short
jess	jessica	short
jessica	jessica	short
jessie	jessica	short
jesus	isa	form
jeuan	ieuan	spelling
jevgeni	evgeny	spelling
jevgenij	evgeny	spelling
jheng	zheng	spelling
jhon	sion	spelling
jian	jian	spelling
jiang	jiang	spelling
jibreel	jibril	spelling
jibriil	jibril	spelling
jibril	jibril	spelling
jide	olajide	spelling
jie	jie	spelling
jillian	gillian	spelling
jim	james	short
jimmy	james	short
jin	jin	spelling
jineen	sinead	spelling
jiri	yuri	spelling
jiu	zhao	spelling
jo	joanna	short
jo	joanne	short
jo	joseph	short
jo	josephine	short
joanna	joanna	short
joanne	joanna	short
joanne	joanne	short
jobe	jobe	spelling
jock	john	short
joe	joseph	short
joey	joseph	short
john	eoin	form
john	ieuan	form
john	ivan	form
john	john	spelling
john	jonathan	short
john	sean	form
john	sion	spelling
john	yahya	form
johnny	john	short
johns	jones	spelling
johnson	johnson	spelling
johnston	johnson	spelling
johnstone	johnson	spelling
jon	john	spelling
jon	jonathan	short
jonathan	jonathan	short
jones	jones	spelling
jonny	john	short
jonny	jonathan	short
jonson	johnson	spelling
joof	jobe	spelling
jose	yusuf	form
josef	yusuf	form
joseph	joseph	short
joseph	yusuf	form
josephine	josephine	short
josh	joshua	short
joshee	joshi	spelling
joshi	joshi	spelling
joshua	joshua	short
josie	josephine	short
jow	zhou	spelling
jozef	yusuf	form
jude	judith	short
judith	judith	short
judy	judith	short
julia	yulia	spelling
julija	yulia	spelling
jun	jun	spelling
junaed	junaid	spelling
junaid	junaid	spelling
junayd	junaid	spelling
juri	yuri	spelling
jurij	yuri	spelling
jury	yuri	spelling
justin	iestyn	spelling
kadidja	khadija	spelling
kadija	khadija	spelling
kahn	khan	spelling
kai	cai	spelling
kaitlyn	caitlin	spelling
kam	jin	spelling
kamara	kamara	spelling
kaminska	kaminski	spelling
kaminski	kaminski	spelling
kaminsky	kaminski	spelling
kang	kang	spelling
kao	gao	spelling
karam	karam	spelling
kareem	karim	spelling
kariim	karim	spelling
karim	karim	spelling
karis	carys	spelling
karl	carl	spelling
kasia	ekaterina	short
kasim	qasim	spelling
kassem	qasim	spelling
kassim	qasim	spelling
kat	katherine	short
katarzyna	ekaterina	spelling
kate	ekaterina	short
kate	katherine	short
katelyn	caitlin	spelling
katerina	ekaterina	spelling
kateryna	ekaterina	spelling
kath	katherine	short
katharine	catherine	spelling
katherine	catherine	spelling
katherine	catrin	spelling
katherine	ekaterina	form
katherine	katherine	short
kathleen	caitlin	spelling
kathrine	catherine	spelling
kathryn	catherine	spelling
kathryn	ekaterina	form
kathy	katherine	short
katie	katherine	short
katrin	catrin	spelling
katun	khatun	spelling
katya	ekaterina	short
kaur	kaur	common
kavanagh	kavanagh	spelling
kavanaugh	kavanagh	spelling
kay	katherine	short
keefe	okeefe	spelling
keeffe	okeefe	spelling
keeva	caoimhe	spelling
keiran	ciaran	spelling
kelley	kelly	spelling
kelly	kelly	spelling
ken	kenneth	short
kenneth	kenneth	short
kenny	kenneth	short
kerim	karim	spelling
kerr	carr	spelling
kerys	cerys	spelling
keung	jiang	spelling
khaalid	khalid	spelling
khaan	khan	spelling
khadeeja	khadija	spelling
khadi	khadija	short
khadidja	khadija	spelling
khadiija	khadija	spelling
khadija	khadija	spelling
khadijah	khadija	spelling
khalad	khalid	spelling
khaled	khalid	spelling
khaleed	khalid	spelling
khaleel	khalil	spelling
khalid	khalid	spelling
khalil	khalil	spelling
khan	khan	spelling
kharam	karam	spelling
khasan	hasan	spelling
khatoon	khatoon	common
khatoon	khatun	spelling
khatton	khatun	spelling
khatun	khatun	common
khelil	khalil	spelling
khloe	chloe	spelling
khoo	qiu	spelling
khor	xu	spelling
kiaran	ciaran	spelling
kieran	ciaran	spelling
kieron	ciaran	spelling
kin	jian	spelling
king	jin	spelling
kishan	krishna	spelling
kit	christopher	short
kit	jie	spelling
kitty	katherine	short
kiva	caoimhe	spelling
ko	gao	spelling
kobena	kwabena	spelling
kobina	kwabena	spelling
koffi	kofi	spelling
kofi	kofi	spelling
koh	xu	spelling
kok	guo	spelling
kolya	nikolai	short
kone	kone	spelling
kong	jiang	spelling
kong	kang	spelling
konte	conteh	spelling
konteh	conteh	spelling
kor	kaur	spelling
kor	kor	common
koreshi	qureshi	spelling
kour	kaur	spelling
kour	kour	common
kovalski	kowalski	spelling
kovalsky	kowalski	spelling
kowalska	kowalski	spelling
kowalski	kowalski	spelling
kowalsky	kowalski	spelling
krishna	krishna	spelling
krishnan	krishna	spelling
kristof	krzysztof	spelling
krystof	krzysztof	spelling
krzys	krzysztof	short
krzysztof	krzysztof	spelling
ksenia	ksenia	spelling
kseniya	ksenia	spelling
kuang	guang	spelling
kuldeep	kuldip	spelling
kuldip	kuldip	spelling
kulvinder	kulwinder	spelling
kulwinder	kulwinder	spelling
kuo	guo	spelling
kureshi	qureshi	spelling
kusnezow	kuznetsov	spelling
kuznecov	kuznetsov	spelling
kuznetsov	kuznetsov	spelling
kuznetsova	kuznetsov	spelling
kwabena	kwabena	spelling
kwame	kwame	spelling
kwami	kwame	spelling
kwan	jun	spelling
kwasi	kwasi	spelling
kwesi	kwasi	spelling
kwok	guo	spelling
kwong	guang	spelling
laila	layla	spelling
lakshmee	lakshmi	spelling
lakshmi	lakshmi	spelling
lam	lin	spelling
lao	liu	spelling
larry	lawrence	short
lateef	latif	spelling
latif	latif	spelling
latiif	latif	spelling
lau	liu	spelling
laura	lowri	spelling
laurence	lawrence	spelling
laurie	lawrence	short
law	luo	spelling
lawrence	lawrence	spelling
laxmi	lakshmi	spelling
layla	layla	spelling
laylah	layla	spelling
lea	lee	spelling
leary	oleary	spelling
lee	lee	spelling
lee	li	spelling
leeban	liban	spelling
lei	li	spelling
leigh	lee	spelling
leila	layla	spelling
len	leonard	short
lena	elena	short
lena	helen	short
lenny	leonard	short
lenora	eleanor	short
leo	leonard	short
leonard	leonard	short
leong	liang	spelling
leoung	liang	spelling
les	leslie	short
leslie	leslie	short
letif	latif	spelling
leung	liang	spelling
levandovsky	lewandowski	spelling
lew	liu	spelling
lewandowska	lewandowski	spelling
lewandowski	lewandowski	spelling
lewellyn	llewelyn	spelling
lewis	lewis	spelling
lex	alexander	short
lexi	alexandra	short
leyla	layla	spelling
leylaa	layla	spelling
li	li	spelling
liam	liam	spelling
liam	william	short
liang	liang	spelling
libaan	liban	spelling
liban	liban	spelling
libby	elizabeth	short
lie	li	spelling
liew	liu	spelling
liiban	liban	spelling
lilibet	elizabeth	short
lily	elizabeth	short
lim	lin	spelling
lin	lin	spelling
lisa	elizabeth	short
liu	liu	spelling
liv	olivia	short
livvy	olivia	short
liz	elizabeth	short
liza	elizabeth	short
lizzie	elizabeth	short
llewelin	llewelyn	spelling
llewellyn	llewelyn	spelling
llewelyn	llewelyn	spelling
lloyd	lloyd	spelling
llwyd	lloyd	spelling
llywelyn	llewelyn	spelling
lo	luo	spelling
loh	luo	spelling
lok	luo	spelling
loo	liu	spelling
lottie	charlotte	short
lou	louis	short
lou	louise	short
louis	lewis	spelling
louis	louis	short
louise	louise	short
low	liu	spelling
lowri	lowri	spelling
lowry	lowri	spelling
loyd	lloyd	spelling
lu	lucy	short
lucas	lukasz	spelling
lucy	lucy	short
lukas	lukasz	spelling
lukasz	lukasz	spelling
luke	lukasz	spelling
lum	lin	spelling
luo	luo	spelling
luxmi	lakshmi	spelling
lyam	liam	spelling
lyn	lynn	spelling
lynn	lynn	spelling
lynne	lynn	spelling
ma	ma	spelling
maajid	majid	spelling
maalik	malik	spelling
macgrath	mcgrath	spelling
machmud	mahmud	spelling
macmahon	macmahon	spelling
maddie	madeleine	short
maddy	madeleine	short
madeleine	madeleine	short
madge	margaret	short
magennis	guinness	spelling
maggie	margaret	short
maginnis	guinness	spelling
magomed	muhammad	spelling
magrath	mcgrath	spelling
mah	ma	spelling
mahamad	muhammad	spelling
mahamed	muhammad	spelling
mahammad	muhammad	spelling
mahamoud	mahmud	spelling
mahamud	mahmud	spelling
mahboob	mahbub	spelling
mahbub	mahbub	spelling
mahmood	mahmud	spelling
mahmoud	mahmud	spelling
mahmud	mahmud	spelling
mahmut	mahmud	spelling
mahomed	muhammad	spelling
mahon	macmahon	spelling
mahoney	omahony	spelling
mahony	omahony	spelling
mair	mair	spelling
maire	maire	spelling
majeed	majid	spelling
majid	majid	spelling
mal	malcolm	short
malcolm	malcolm	short
malek	malik	spelling
malgorzata	malgorzata	spelling
malik	malik	spelling
malley	omalley	spelling
mamadou	mamadou	spelling
mamadou	muhammad	spelling
mamadu	mamadou	spelling
mamadu	muhammad	spelling
mamie	mary	short
mandeep	mandip	spelling
mandip	mandip	spelling
mandy	amanda	short
manjeet	manjit	spelling
manjit	manjit	spelling
mansoor	mansur	spelling
mansour	mansur	spelling
mansur	mansur	spelling
mansuur	mansur	spelling
mar	ma	spelling
marc	marc	spelling
margaret	malgorzata	spelling
margaret	margaret	short
margaret	marged	spelling
margarita	malgorzata	spelling
marge	margaret	short
marged	marged	spelling
marget	marged	spelling
margot	margaret	short
mari	mair	spelling
maria	maria	short
maria	maryam	form
mariam	maryam	spelling
marium	maryam	spelling
mariyam	maryam	spelling
mark	marc	spelling
marouane	marwan	spelling
martha	martha	short
marwan	marwan	spelling
mary	mair	spelling
mary	maire	spelling
mary	mary	short
mary	maryam	form
maryam	maryam	spelling
maryan	maryam	spelling
maryum	maryam	spelling
masha	maria	short
mat	matthew	short
mathews	matthews	spelling
matt	matthew	short
matthew	matthew	short
matthews	matthews	spelling
matty	martha	short
matty	matthew	short
maura	maire	spelling
max	maximilian	short
maxamed	muhammad	spelling
maxamuud	mahmud	spelling
maxamuud	muhammad	spelling
maximilian	maximilian	short
maxmuud	mahmud	spelling
may	mary	short
may	mei	spelling
mcginnis	guinness	spelling
mcgrath	mcgrath	spelling
mcguinness	guinness	spelling
mcmahon	macmahon	spelling
md	muhammad	spelling
meah	miah	spelling
meena	meena	spelling
meg	margaret	short
mehboob	mahbub	spelling
mehmed	muhammad	spelling
mehmet	muhammad	spelling
mehmood	mahmud	spelling
mei	mei	spelling
mejid	majid	spelling
melik	malik	spelling
meng	ming	spelling
mensa	mensah	spelling
mensah	mensah	spelling
merwan	marwan	spelling
meryem	maryam	spelling
mhd	muhammad	spelling
mia	miah	spelling
miah	miah	spelling
mian	miah	spelling
michael	michael	short
michael	micheal	spelling
michael	mihangel	spelling
michael	mikhail	form
michail	mikhail	spelling
michal	mikhail	form
micheal	micheal	spelling
michele	michelle	spelling
michelle	michelle	spelling
mick	michael	short
mickey	michael	short
micky	michael	short
mide	olumide	spelling
mifanwy	myfanwy	spelling
mihai	mikhail	spelling
mihail	mikhail	spelling
mihangel	mihangel	spelling
mikalai	nikolai	spelling
mike	michael	short
mikey	michael	short
mikhael	mikhail	spelling
mikhail	mikhail	spelling
millie	amelia	short
millie	emily	short
mina	meena	spelling
ming	ming	spelling
miriam	maryam	spelling
mirza	mirza	spelling
mirzah	mirza	spelling
misha	mikhail	short
mishra	mishra	spelling
misra	mishra	spelling
mitya	dmitri	short
miya	miah	spelling
miyah	miah	spelling
mo	mo	spelling
mo	muhammad	short
moh	muhammad	short
mohamad	muhammad	spelling
mohamed	muhammad	spelling
mohamet	muhammad	spelling
mohammad	muhammad	spelling
mohammed	muhammad	spelling
mohammod	muhammad	spelling
mohamud	muhammad	spelling
mohd	muhammad	spelling
mohummad	muhammad	spelling
moira	maire	spelling
moise	musa	form
mok	mo	spelling
mokhtar	mukhtar	spelling
molly	mary	short
moneer	monir	spelling
moneer	munir	spelling
monir	monir	spelling
moor	moore	spelling
moore	moore	spelling
moosa	musa	spelling
more	moore	spelling
mortaza	murtaza	spelling
moses	musa	form
moshe	musa	form
mostafa	mustafa	spelling
mouhamed	muhammad	spelling
moukhtar	mukhtar	spelling
mounir	munir	spelling
mousa	musa	spelling
moussa	musa	spelling
moustafa	mustafa	spelling
muhamad	muhammad	spelling
muhamed	muhammad	spelling
muhammad	muhammad	spelling
muhammed	muhammad	spelling
muhd	muhammad	spelling
mui	mei	spelling
muir	moore	spelling
mukerjee	mukherjee	spelling
mukerji	mukherjee	spelling
mukhammad	muhammad	spelling
mukherjee	mukherjee	spelling
mukhopadhyay	mukherjee	spelling
mukhtaar	mukhtar	spelling
mukhtar	mukhtar	spelling
muktar	mukhtar	spelling
muneer	munir	spelling
munir	monir	spelling
munir	munir	spelling
muqtar	mukhtar	spelling
murphey	murphy	spelling
murphie	murphy	spelling
murphy	murphy	spelling
murtada	murtaza	spelling
murtadha	murtaza	spelling
murtaza	murtaza	spelling
mus	mustafa	short
musa	musa	spelling
muse	musa	spelling
mustaf	mustafa	spelling
mustafa	mustafa	spelling
mustafe	mustafa	spelling
mustapha	mustafa	spelling
mustofa	mustafa	spelling
muuse	musa	spelling
muxamed	muhammad	spelling
myfannwy	myfanwy	spelling
myfanwy	myfanwy	spelling
mykhailo	mikhail	spelling
mykhaylo	mikhail	spelling
mykola	nikolai	spelling
myriam	maryam	spelling
naadiya	nadia	spelling
naasir	nasir	spelling
nadeem	nadim	spelling
nadia	nadia	spelling
nadiem	nadim	spelling
nadim	nadim	spelling
nadiya	nadia	spelling
nadiyah	nadia	spelling
nahar	nahar	spelling
naher	nahar	spelling
nair	nair	spelling
namdi	nnamdi	spelling
nan	anne	short
nan	hannah	short
nancy	anne	short
nasar	nasr	spelling
naseer	nasir	spelling
naser	nasir	spelling
nasir	nasir	spelling
nasr	nasr	spelling
nasra	nasra	spelling
nasrah	nasra	spelling
nasreen	nasreen	spelling
nasri	nasr	spelling
nasrin	nasreen	spelling
nasrine	nasreen	spelling
nasro	nasra	spelling
nasser	nasir	spelling
nastasia	anastasia	spelling
nastya	anastasia	short
nat	natalie	short
nat	nathan	short
nat	nathaniel	short
nata	natalia	short
natalia	natalia	spelling
natalie	natalie	short
nataliia	natalia	spelling
natalija	natalia	spelling
nataliya	natalia	spelling
natalya	natalia	spelling
natasha	natalia	short
nate	nathan	short
nate	nathaniel	short
nathan	nathan	short
nathan	nathaniel	short
nathaniel	nathaniel	short
navaz	nawaz	spelling
naved	naveed	spelling
naveed	naveed	spelling
navid	naveed	spelling
nawaz	nawaz	spelling
nayar	nair	spelling
nazeer	nazir	spelling
nazeir	nazir	spelling
nazir	nazir	spelling
ndiaye	njie	spelling
ndjai	njie	spelling
neal	oneill	spelling
neave	niamh	spelling
ned	edmund	short
ned	edward	short
ned	edwin	short
neha	neha	spelling
nehaa	neha	spelling
neil	oneill	spelling
neill	oneill	spelling
nell	eleanor	short
nell	ellen	short
nell	helen	short
nellie	eleanor	short
nellie	ellen	short
nellie	helen	short
neo	liang	spelling
neve	niamh	spelling
newaz	nawaz	spelling
ng	wu	spelling
ngai	wei	spelling
ngo	wu	spelling
ngosi	ngozi	spelling
ngozi	ngozi	spelling
nguyen	nguyen	spelling
nguyen	ruan	spelling
nguyenn	nguyen	spelling
niamh	niamh	spelling
niav	niamh	spelling
nicholas	nicholas	spelling
nicholas	nikolai	form
nicholson	nicholson	spelling
nick	nicholas	short
nicky	nicholas	short
nicky	nicola	short
nico	nicholas	short
nicola	nicola	short
nicolae	nikolai	spelling
nicolai	nikolai	spelling
nicolas	nicholas	spelling
nicolson	nicholson	spelling
nieve	niamh	spelling
nikki	nicola	short
nikola	nikolai	spelling
nikolai	nikolai	spelling
nikolay	nikolai	spelling
njai	njie	spelling
njie	njie	spelling
nnamdi	nnamdi	spelling
noor	nur	spelling
noor	nuur	spelling
noore	nur	spelling
nor	nur	spelling
nora	eleanor	short
norm	norman	short
norman	norman	short
nour	nur	spelling
novak	nowak	spelling
nowack	nowak	spelling
nowak	nowak	spelling
nur	nur	spelling
nur	nuur	spelling
nuur	nur	spelling
nuur	nuur	spelling
nuyen	nguyen	spelling
obi	obinna	spelling
obinna	obinna	spelling
obriain	obrien	spelling
obrian	obrien	spelling
obrien	obrien	spelling
obryan	obrien	spelling
obyrne	byrne	spelling
oconnor	oconnor	spelling
oconor	oconnor	spelling
odoherty	odoherty	spelling
odonnel	odonnell	spelling
odonnell	odonnell	spelling
odwyer	odwyer	spelling
ogrady	ogrady	spelling
oh	hu	spelling
ohagan	ohagan	spelling
ohara	ohara	spelling
oisin	oisin	spelling
ojla	aujla	spelling
okeefe	okeefe	spelling
okeeffe	okeefe	spelling
okelly	kelly	spelling
okonkwo	okonkwo	spelling
okonquo	okonkwo	spelling
oksana	oksana	spelling
oksenia	ksenia	spelling
ola	aleksandra	short
olajide	olajide	spelling
olayinka	olayinka	spelling
oleary	oleary	spelling
olek	aleksander	short
oleksandr	aleksander	spelling
oleksandra	aleksandra	spelling
oleksii	aleksey	spelling
oleksiy	aleksey	spelling
olena	elena	spelling
olga	olga	spelling
olha	olga	spelling
oliver	oliver	short
olivia	olivia	short
ollie	oliver	short
olly	oliver	short
olu	olumide	spelling
olufemi	oluwafemi	spelling
olumide	olumide	spelling
oluwafemi	oluwafemi	spelling
oluwaseun	oluwaseun	spelling
oluwatobi	oluwatobi	spelling
omahony	omahony	spelling
omair	umar	spelling
omalley	omalley	spelling
omally	omalley	spelling
omar	umar	spelling
omer	umar	spelling
omran	imran	spelling
ondrej	andrei	spelling
oneal	oneill	spelling
oneil	oneill	spelling
oneill	oneill	spelling
ong	wang	spelling
oreilly	oreilly	spelling
oreily	oreilly	spelling
orla	orla	spelling
orlagh	orla	spelling
orlaith	orla	spelling
oshay	oshea	spelling
oshea	oshea	spelling
osheen	oisin	spelling
osip	yusuf	form
osmaan	uthman	spelling
osman	uthman	spelling
ossian	oisin	spelling
osullivan	osullivan	spelling
othman	uthman	spelling
ottman	uthman	spelling
ouahid	wahid	spelling
oualid	walid	spelling
oumar	umar	spelling
ousmane	uthman	spelling
owain	owain	spelling
owein	owain	spelling
owen	eoin	spelling
owen	owain	spelling
owosu	owusu	spelling
owusu	owusu	spelling
oxana	oksana	spelling
paddy	patrick	short
padhraig	padraig	spelling
padraic	padraig	spelling
padraig	padraig	spelling
pai	bai	spelling
pak	bai	spelling
pam	pamela	short
pamela	pamela	short
pan	pan	spelling
pang	peng	spelling
paramjeet	paramjit	spelling
paramjit	paramjit	spelling
parmjit	paramjit	spelling
parry	parry	spelling
parsons	parsons	spelling
parvaiz	pervez	spelling
parveen	parveen	spelling
parvez	pervez	spelling
parvin	parveen	spelling
pasha	pavel	short
pat	patricia	short
pat	patrick	short
patel	patel	spelling
patell	patel	spelling
patricia	patricia	short
patrick	padraig	spelling
patrick	patrick	short
patsy	patricia	short
pattel	patel	spelling
patty	martha	short
patty	patricia	short
paul	pavel	form
pavel	pavel	spelling
pavlo	pavel	spelling
pawel	pavel	spelling
pearce	pearce	spelling
pedr	pedr	spelling
peg	margaret	short
peggy	margaret	short
peirce	pearce	spelling
penelope	penelope	short
peng	peng	spelling
penny	penelope	short
persons	parsons	spelling
pervaiz	pervez	spelling
perveen	parveen	spelling
pervez	pervez	spelling
pete	peter	short
peter	pedr	spelling
peter	peter	short
peter	piotr	form
petr	piotr	spelling
petro	piotr	spelling
petrov	petrov	spelling
petrova	petrov	spelling
petrow	petrov	spelling
petru	piotr	spelling
petya	piotr	short
phang	peng	spelling
phil	philip	short
philip	philip	spelling
philipps	philips	spelling
philips	philips	spelling
phillip	philip	spelling
phillips	philips	spelling
phua	pan	spelling
pierce	pearce	spelling
pillai	pillai	spelling
pillay	pillai	spelling
piotr	piotr	spelling
piotrek	piotr	short
pip	philip	short
pjotr	piotr	spelling
podraig	padraig	spelling
polly	mary	short
pooja	pooja	spelling
poon	pan	spelling
popov	popov	spelling
popova	popov	spelling
popow	popov	spelling
powel	powell	spelling
powell	powell	spelling
preece	price	spelling
pria	priya	spelling
price	price	spelling
prichard	pritchard	spelling
pritchard	pritchard	spelling
priya	priya	spelling
probert	probert	spelling
pryce	price	spelling
prys	price	spelling
pugh	pugh	spelling
pughe	pugh	spelling
puja	pooja	spelling
pun	pan	spelling
pyotr	piotr	spelling
qaasim	qasim	spelling
qalid	khalid	spelling
qasem	qasim	spelling
qasim	qasim	spelling
qassim	qasim	spelling
qian	qian	spelling
qiu	qiu	spelling
quek	guo	spelling
quraishi	qureshi	spelling
qurayshi	qureshi	spelling
qureshi	qureshi	spelling
rach	rachel	short
rachel	rachel	short
rachid	rashid	spelling
radwan	ridwan	spelling
rae	rachel	short
rafee	rafi	spelling
rafeeq	rafiq	spelling
rafi	rafi	spelling
rafik	rafiq	spelling
rafiq	rafiq	spelling
rafique	rafiq	spelling
raheem	rahim	spelling
raheman	rahman	spelling
rahiim	rahim	spelling
rahim	rahim	spelling
rahma	rahma	spelling
rahmaan	rahman	spelling
rahmah	rahma	spelling
rahman	rahman	spelling
rahmo	rahma	spelling
rahmon	rahman	spelling
rajeesh	rajesh	spelling
rajesh	rajesh	spelling
rakhman	rahman	spelling
ranjeet	ranjit	spelling
ranjit	ranjit	spelling
raschid	rashid	spelling
rashed	rashid	spelling
rasheed	rashid	spelling
rashid	rashid	spelling
rashiid	rashid	spelling
raxiim	rahim	spelling
raxmaan	rahman	spelling
raxmo	rahma	spelling
ray	raymond	short
raymond	raymond	short
read	read	spelling
reade	read	spelling
rebecca	rebecca	spelling
rebeka	rebecca	spelling
rebekah	rebecca	spelling
reddi	reddy	spelling
reddy	reddy	spelling
redwan	ridwan	spelling
reece	rhys	spelling
reed	read	spelling
reena	reena	spelling
rees	rhys	spelling
reese	rhys	spelling
reg	reginald	short
reggie	reginald	short
reginald	reginald	short
rehim	rahim	spelling
rehman	rahman	spelling
reid	read	spelling
reilly	oreilly	spelling
ren	ren	spelling
reshid	rashid	spelling
rezwan	ridwan	spelling
rhees	rhys	spelling
rhys	rhys	spelling
riad	riyad	spelling
riaz	riyad	spelling
rice	rhys	spelling
rich	richard	short
richard	richard	short
richie	richard	short
rick	richard	short
ricky	richard	short
ridhwan	ridwan	spelling
ridvan	ridwan	spelling
ridwan	ridwan	spelling
riley	oreilly	spelling
rina	reena	spelling
rita	margaret	short
riyad	riyad	spelling
riyadh	riyad	spelling
riyaz	riyad	spelling
rizwan	ridwan	spelling
rob	robert	short
robbie	robert	short
robert	robert	short
robin	robert	short
roble	roble	spelling
rodgers	rogers	spelling
rogers	rogers	spelling
roheet	rohit	spelling
rohit	rohit	spelling
rohman	rahman	spelling
roisin	roisin	spelling
ron	ronald	short
ronald	ronald	short
ronnie	ronald	short
rooble	roble	spelling
roqaya	ruqayya	spelling
rose	roseanne	short
rose	rosemary	short
roseanne	roseanne	short
rosemary	rosemary	short
rosheen	roisin	spelling
rosie	roseanne	short
rosie	rosemary	short
roxana	rukhsana	spelling
ruan	ruan	spelling
rukaya	ruqayya	spelling
rukhsana	rukhsana	spelling
rukia	ruqayya	spelling
rukiya	ruqayya	spelling
ruksana	rukhsana	spelling
ruqaya	ruqayya	spelling
ruqayya	ruqayya	spelling
ruqayyah	ruqayya	spelling
ruqiya	ruqayya	spelling
ruxana	rukhsana	spelling
saadiq	sadiq	spelling
saafi	safiya	spelling
saalax	salah	spelling
saalih	salah	spelling
saalim	salim	spelling
saara	sara	spelling
saarah	sara	spelling
sabeer	sabir	spelling
saber	sabir	spelling
sabir	sabir	spelling
sacha	aleksander	short
sade	folasade	spelling
sadeq	sadiq	spelling
sadie	sarah	short
sadik	sadiq	spelling
sadiq	sadiq	spelling
sadique	sadiq	spelling
saeed	said	spelling
safia	safiya	spelling
safiya	safiya	spelling
safiyah	safiya	spelling
safiyyah	safiya	spelling
sahra	sahra	spelling
sahro	sahra	spelling
said	said	spelling
saied	said	spelling
saiid	said	spelling
saiyed	sayyid	spelling
salaah	salah	spelling
saladin	salahuddin	spelling
salah	salah	spelling
salahaddin	salahuddin	spelling
salaheddine	salahuddin	spelling
salahuddin	salahuddin	spelling
salahudin	salahuddin	spelling
saleban	sulayman	spelling
saleebaan	sulayman	spelling
saleem	salim	spelling
saleh	salah	spelling
salem	salim	spelling
salih	salah	spelling
saliim	salim	spelling
salim	salim	spelling
sally	sarah	short
salma	salma	spelling
salmaa	salma	spelling
salmaan	salman	spelling
salmah	salma	spelling
salman	salman	spelling
saluhuddin	salahuddin	spelling
sam	samantha	short
sam	samuel	short
samantha	samantha	short
sameer	samir	spelling
sameera	samira	spelling
samiir	samir	spelling
samiira	samira	spelling
samir	samir	spelling
samira	samira	spelling
sammy	samantha	short
sammy	samuel	short
samuel	samuel	short
sandeep	sandip	spelling
sandhoo	sandhu	spelling
sandhu	sandhu	spelling
sandip	sandip	spelling
sandra	alexandra	short
sandro	aleksander	spelling
sandy	alexander	short
sanjai	sanjay	spelling
sanjay	sanjay	spelling
sanya	aleksander	short
saoirse	saoirse	spelling
sara	sara	spelling
sarah	sara	spelling
sarah	sarah	short
sarma	sharma	spelling
sarra	sara	spelling
sasha	aleksander	short
sasha	aleksandra	short
sasha	alexander	short
sasha	alexandra	short
saxra	sahra	spelling
sayed	sayyid	spelling
sayeed	said	spelling
sayid	said	spelling
saynab	zaynab	spelling
sayyed	sayyid	spelling
sayyid	sayyid	spelling
schewtschenko	shevchenko	spelling
seaghan	sean	spelling
seamus	seamus	spelling
sean	sean	spelling
see	shi	spelling
seersha	saoirse	spelling
seeta	seeta	spelling
seetha	seeta	spelling
selim	salim	spelling
selma	salma	spelling
selman	salman	spelling
sergei	sergey	spelling
sergej	sergey	spelling
sergey	sergey	spelling
sergii	sergey	spelling
sergiy	sergey	spelling
serhii	sergey	spelling
serhiy	sergey	spelling
serif	sharif	spelling
sersha	saoirse	spelling
seryozha	sergey	short
sesay	ceesay	spelling
seumas	seamus	spelling
seun	oluwaseun	spelling
sevcenko	shevchenko	spelling
seyed	sayyid	spelling
seynab	zaynab	spelling
shabbir	shabir	spelling
shabeer	shabir	spelling
shabir	shabir	spelling
shafeeq	shafiq	spelling
shafiq	shafiq	spelling
shafique	shafiq	spelling
shahed	shahid	spelling
shaheed	shahid	spelling
shaheen	shaheen	spelling
shahid	shahid	spelling
shahin	shaheen	spelling
shaikh	shaykh	spelling
shaker	shakir	spelling
shakir	shakir	spelling
shamus	seamus	spelling
shan	sian	spelling
shane	sean	spelling
shareef	sharif	spelling
sharif	sharif	spelling
shariif	sharif	spelling
sharma	sharma	spelling
shaun	sean	spelling
shawn	sean	spelling
shaykh	shaykh	spelling
shea	oshea	spelling
shee	oshea	spelling
sheekh	shaykh	spelling
sheela	sheela	spelling
sheik	shaykh	spelling
sheikh	shaykh	spelling
shekh	shaykh	spelling
sheriff	sharif	spelling
sherin	shireen	spelling
shevaun	siobhan	spelling
shevchenko	shevchenko	spelling
shi	shi	spelling
shiekh	shaykh	spelling
shih	shi	spelling
shila	sheela	spelling
shinade	sinead	spelling
shireen	shireen	spelling
shirin	shireen	spelling
shiu	xiao	spelling
shivaughn	siobhan	spelling
shivaun	siobhan	spelling
shon	sion	spelling
shu	xu	spelling
shun	sun	spelling
si	simon	short
sian	sian	spelling
siarhei	sergey	spelling
siciid	said	spelling
sid	sidney	short
siddhu	sidhu	spelling
siddiq	sadiq	spelling
siddique	sadiq	spelling
siddiqui	sadiq	spelling
sidhoo	sidhu	spelling
sidhu	sidhu	spelling
sidiq	sadiq	spelling
sidney	sidney	short
sied	sayyid	spelling
sieh	xie	spelling
siew	xiao	spelling
simon	simon	short
sinead	sinead	spelling
sing	sing	common
sing	singh	spelling
singh	singh	common
singhe	singh	spelling
sinh	singh	spelling
sinh	sinh	common
siobhan	siobhan	spelling
sion	sion	spelling
sioned	sioned	spelling
sions	jones	spelling
sissay	ceesay	spelling
sita	seeta	spelling
siu	xiao	spelling
siuming	xiaoming	spelling
siwan	sian	spelling
slimane	sulayman	spelling
smail	ismail	spelling
smith	smith	spelling
smyth	smith	spelling
smythe	smith	spelling
so	sow	spelling
sofia	sophia	spelling
sofie	sophie	spelling
sofiya	safiya	spelling
soliman	sulayman	spelling
solomon	sulayman	form
soltana	sultana	spelling
somaya	sumaya	spelling
song	song	spelling
soon	sun	spelling
soong	song	spelling
sophia	sophia	spelling
sophie	sophie	spelling
souleymane	sulayman	spelling
soumaya	sumaya	spelling
sow	sow	spelling
stan	stanley	short
stanislav	stanislaw	spelling
stanislaw	stanislaw	spelling
stanley	stanley	short
stas	stanislaw	short
staszek	stanislaw	short
stefan	steffan	spelling
stefan	stephen	spelling
steffan	steffan	spelling
steffen	steffan	spelling
stephan	stephen	spelling
stephen	steffan	spelling
stephen	stephen	spelling
stephens	stephens	spelling
stephenson	stephenson	spelling
steve	stephen	short
steven	steffan	spelling
steven	stephen	spelling
stevens	stephens	spelling
stevenson	stephenson	spelling
stevie	stephen	short
subeer	zubair	spelling
sue	susan	short
sue	susannah	short
suen	sun	spelling
sukhvinder	sukhwinder	spelling
sukhwinder	sukhwinder	spelling
sulaiman	sulayman	spelling
sulaymaan	sulayman	spelling
sulayman	sulayman	spelling
suleiman	sulayman	spelling
suleman	sulayman	spelling
suleyman	sulayman	spelling
suli	sulayman	short
sulieman	sulayman	spelling
suliman	sulayman	spelling
sullivan	osullivan	spelling
sultana	sultana	spelling
sum	xin	spelling
sumaiya	sumaya	spelling
sumaiyah	sumaya	spelling
sumaya	sumaya	spelling
sumayah	sumaya	spelling
sumayyah	sumaya	spelling
sumeet	sumit	spelling
sumeya	sumaya	spelling
sumit	sumit	spelling
sun	sun	spelling
suneel	sunil	spelling
sung	song	spelling
sunil	sunil	spelling
surjeet	surjit	spelling
surjit	surjit	spelling
susan	susan	short
susanna	zuzanna	spelling
susannah	susannah	short
susie	susan	short
susie	susannah	short
suzanna	zuzanna	spelling
suzie	susan	short
sveta	svetlana	short
svetlana	svetlana	spelling
svitlana	svetlana	spelling
swetlana	svetlana	spelling
syed	sayyid	spelling
sze	shi	spelling
szewczenko	shevchenko	spelling
taaha	taha	spelling
taarik	tariq	spelling
tadgh	tadhg	spelling
tadhg	tadhg	spelling
tagore	thakur	spelling
taha	taha	spelling
tahaa	taha	spelling
tahar	tahir	spelling
taher	tahir	spelling
tahir	dahir	spelling
tahir	tahir	spelling
tailor	taylor	spelling
tan	chen	spelling
tang	deng	spelling
tang	tang	spelling
tania	tatiana	short
tanya	tatiana	short
tarek	tariq	spelling
tareq	tariq	spelling
tarik	tariq	spelling
tariq	tariq	spelling
tarique	tariq	spelling
tasneem	tasneem	spelling
tasnim	tasneem	spelling
tatiana	tatiana	spelling
tatjana	tatiana	spelling
tatyana	tatiana	spelling
tay	zheng	spelling
tayler	taylor	spelling
taylor	taylor	spelling
ted	edmund	short
ted	edward	short
ted	theodore	short
teddy	edward	short
teddy	theodore	short
teh	zheng	spelling
teige	tadhg	spelling
tel	terence	short
temi	temitope	spelling
temitope	temitope	spelling
teng	deng	spelling
teo	zhang	spelling
terence	terence	short
teresa	theresa	spelling
terry	terence	short
terry	theresa	short
tess	theresa	short
tessa	theresa	short
tetiana	tatiana	spelling
tetyana	tatiana	spelling
thakker	thakur	spelling
thakor	thakur	spelling
thakur	thakur	spelling
theo	theodore	short
theodore	theodore	short
theresa	theresa	spelling
thom	thomas	short
thomas	thomas	short
thomas	tomas	spelling
thomas	tomasz	spelling
thomas	tomos	spelling
thompson	thompson	spelling
thomson	thompson	spelling
tian	tian	spelling
tien	tian	spelling
tim	timothy	short
timmy	timothy	short
timothy	tadhg	spelling
timothy	timothy	short
tin	tian	spelling
tina	christina	short
tina	christine	short
ting	ding	spelling
tio	zhao	spelling
tjan	chen	spelling
tjong	zhang	spelling
to	du	spelling
tobi	oluwatobi	spelling
tom	thomas	short
toma	tomasz	spelling
tomas	tomas	spelling
tomas	tomasz	spelling
tomasz	tomasz	spelling
tomek	tomasz	short
tommy	thomas	short
tomos	tomos	spelling
tompson	thompson	spelling
tong	tang	spelling
tony	anthony	short
tony	antony	short
toong	dong	spelling
tope	temitope	spelling
topher	christopher	short
tori	victoria	short
touray	traore	spelling
touray	turay	spelling
toure	turay	spelling
traore	traore	spelling
trawally	traore	spelling
tribedi	trivedi	spelling
tricia	patricia	short
trish	patricia	short
trivedi	trivedi	spelling
tsai	cai	spelling
tsang	zeng	spelling
tsao	cao	spelling
tse	xie	spelling
tseng	zeng	spelling
tsien	qian	spelling
tso	cao	spelling
tsoi	cai	spelling
tsui	xu	spelling
tu	du	spelling
tunde	babatunde	spelling
tung	dong	spelling
tung	tang	spelling
turay	turay	spelling
tyler	tyler	spelling
tylor	tyler	spelling
uddeen	uddin	spelling
uddin	uddin	spelling
udin	uddin	spelling
uladzimir	vladimir	spelling
umar	umar	spelling
umer	umar	spelling
usmaan	uthman	spelling
usman	uthman	spelling
uthmaan	uthman	spelling
uthman	uthman	spelling
vahid	wahid	spelling
val	valerie	short
valerie	valerie	short
vanya	ivan	short
vaqar	waqar	spelling
vasile	vasily	spelling
vasili	vasily	spelling
vasiliy	vasily	spelling
vasily	vasily	spelling
vasim	wasim	spelling
vasyl	vasily	spelling
vaughan	vaughan	spelling
vaughn	vaughan	spelling
velid	walid	spelling
vias	vyas	spelling
vicki	victoria	short
vicky	victoria	short
victoria	victoria	short
vijai	vijay	spelling
vijay	vijay	spelling
vikki	victoria	short
vikram	vikram	spelling
vince	vincent	short
vincent	vincent	short
vinnie	vincent	short
vinod	vinod	spelling
vishnevski	wisniewski	spelling
vishnevsky	wisniewski	spelling
vishnu	vishnu	spelling
viveck	vivek	spelling
vivek	vivek	spelling
vlad	vladimir	short
vladimer	vladimir	spelling
vladimir	vladimir	spelling
vojciech	wojciech	spelling
vojcik	wojcik	spelling
vojtech	wojciech	spelling
volkov	volkov	spelling
volkova	volkov	spelling
volodya	vladimir	short
volodymyr	vladimir	spelling
vong	wang	spelling
vova	vladimir	short
vyas	vyas	spelling
wa	hua	spelling
wah	hua	spelling
waheed	wahid	spelling
wahid	wahid	spelling
wai	hui	spelling
wai	wei	spelling
wakar	waqar	spelling
wale	adewale	spelling
waleed	walid	spelling
walid	walid	spelling
walied	walid	spelling
wallis	willis	spelling
wally	walter	short
walt	walter	short
walter	walter	short
wang	wang	spelling
waqaar	waqar	spelling
waqar	waqar	spelling
warsame	warsame	spelling
warsamme	warsame	spelling
waseem	wasim	spelling
wasim	wasim	spelling
wasyl	vasily	spelling
way	wei	spelling
wei	wei	spelling
white	white	spelling
whyte	white	spelling
wight	white	spelling
wijay	vijay	spelling
wikram	vikram	spelling
wil	william	short
will	william	short
william	gwilym	form
william	william	short
willie	william	short
willis	willis	spelling
willy	william	short
winod	vinod	spelling
wisniewska	wisniewski	spelling
wisniewski	wisniewski	spelling
wladimir	vladimir	spelling
wlodzimierz	vladimir	spelling
wojciech	wojciech	spelling
wojcik	wojcik	spelling
wolkow	volkov	spelling
wong	huang	spelling
wong	wang	spelling
woo	hu	spelling
woo	wu	spelling
wooh	hu	spelling
wu	hu	spelling
wu	wu	spelling
wyn	gwyn	spelling
wynn	gwyn	spelling
wynne	gwyn	spelling
xaaji	hajji	spelling
xaawo	hawa	spelling
xabiib	habib	spelling
xadiija	khadija	spelling
xafsa	hafsa	spelling
xaliimo	halima	spelling
xamid	hamid	spelling
xamse	hamza	spelling
xander	alexander	short
xasan	hasan	spelling
xenia	ksenia	spelling
xia	xia	spelling
xiao	xiao	spelling
xiaoming	xiaoming	spelling
xie	xie	spelling
xin	xin	spelling
xiong	xiong	spelling
xirsi	hirsi	spelling
xodan	hodan	spelling
xu	xu	spelling
xuseen	husayn	spelling
yaacoub	yaqub	spelling
yacoub	yaqub	spelling
yacquub	yaqub	spelling
yahia	yahya	spelling
yahya	yahya	spelling
yahye	yahya	spelling
yakoub	yaqub	spelling
yakov	yaqub	form
yakub	yaqub	spelling
yam	ren	spelling
yan	ivan	form
yan	ren	spelling
yana	yana	spelling
yang	yang	spelling
yao	yaw	spelling
yap	ye	spelling
yaqoob	yaqub	spelling
yaqoub	yaqub	spelling
yaqub	yaqub	spelling
yaseen	yasin	spelling
yasemin	yasmin	spelling
yaser	yasir	spelling
yasiin	yasin	spelling
yasin	yasin	spelling
yasir	yasir	spelling
yasmeen	yasmin	spelling
yasmin	yasmin	spelling
yasmine	yasmin	spelling
yasser	yasir	spelling
yassin	yasin	spelling
yassine	yasin	spelling
yau	qiu	spelling
yau	yaw	spelling
yaw	yaw	spelling
yaxya	yahya	spelling
yaxye	yahya	spelling
ye	ye	spelling
yee	yu	spelling
yeh	ye	spelling
yehia	yahya	spelling
yekaterina	ekaterina	spelling
yelena	elena	spelling
yeo	yang	spelling
yeung	yang	spelling
yevgeniy	evgeny	spelling
yevgeny	evgeny	spelling
yevhen	evgeny	spelling
yin	ying	spelling
ying	ying	spelling
yinka	olayinka	spelling
yip	ye	spelling
yong	yang	spelling
yorwerth	iorwerth	spelling
youcef	yusuf	spelling
young	yang	spelling
yousaf	yusuf	spelling
yousef	yusuf	spelling
yousif	yusuf	spelling
youssef	yusuf	spelling
yousuf	yusuf	spelling
yu	yu	spelling
yuan	yuan	spelling
yue	yu	spelling
yuen	ruan	spelling
yuen	yuan	spelling
yulia	yulia	spelling
yuliia	yulia	spelling
yuliya	yulia	spelling
yun	yuan	spelling
yuri	yuri	spelling
yurii	yuri	spelling
yuriy	yuri	spelling
yus	yusuf	short
yusef	yusuf	spelling
yusof	yusuf	spelling
yusuf	yusuf	spelling
yusuff	yusuf	spelling
yusup	yusuf	spelling
yuusuf	yusuf	spelling
ywain	owain	spelling
zac	zachary	short
zach	zachary	short
zachariah	zakariya	spelling
zachary	zachary	short
zack	zachary	short
zafar	zafar	spelling
zafer	zafar	spelling
zaffar	zafar	spelling
zahra	sahra	spelling
zahraa	sahra	spelling
zaid	zayd	spelling
zainab	zaynab	spelling
zaineb	zaynab	spelling
zainub	zaynab	spelling
zak	zachary	short
zakaria	zakariya	spelling
zakariya	zakariya	spelling
zakariye	zakariya	spelling
zakariyya	zakariya	spelling
zakarya	zakariya	spelling
zara	sahra	spelling
zayd	zayd	spelling
zayed	zayd	spelling
zaynab	zaynab	spelling
zee	zaynab	short
zehra	sahra	spelling
zeid	zayd	spelling
zeinab	zaynab	spelling
zekeriya	zakariya	spelling
zelinsky	zielinski	spelling
zen	chen	spelling
zenab	zaynab	spelling
zeng	zeng	spelling
zeynab	zaynab	spelling
zeynep	zaynab	spelling
zhang	zhang	spelling
zhao	zhao	spelling
zheng	zheng	spelling
zhenya	evgeny	short
zhi	zhi	spelling
zhong	zhong	spelling
zhou	zhou	spelling
zhu	zhu	spelling
zielinska	zielinski	spelling
zielinski	zielinski	spelling
zobair	zubair	spelling
zoe	zoe	spelling
zoey	zoe	spelling
zoubir	zubair	spelling
zubair	zubair	spelling
zubayr	zubair	spelling
zubeir	zubair	spelling
zuber	zubair	spelling
zue	zhu	spelling
zuzanna	zuzanna	spelling
\.


COPY gate.person_keys (person_id, authority_id, names, born_on, born_precision, postcodes, places, sounds, keys) FROM stdin;
\.


COPY gate.vouches (role) FROM stdin;
administrator
prevent_lead
ig_lead
\.


COPY ledger.change (id, at, txid, request, actor, login, deed, authority_id, relation, row_id, op, columns, plain, digest) FROM stdin;
\.


COPY ledger.deed (id, at, txid, request, actor, organisation, purpose, authority_id, deed, about_kind, about_id, happened_at) FROM stdin;
\.


COPY ledger.disclosure (id, at, txid, request, actor, organisation, authority_id, about_kind, about_id, recipient, what, basis) FROM stdin;
\.


COPY ledger.fence (one, set_at, txid, up_to) FROM stdin;
\.


COPY ledger.keeping (one, years) FROM stdin;
t	8
\.


COPY ledger.read (id, at, txid, request, actor, organisation, purpose, authority_id, page, about_kind, about_id) FROM stdin;
\.


COPY ledger.seal (number, kind, entries, after_id, last_id, count, hash, fenced_at, sealed_at, previous, seal) FROM stdin;
\.


COPY public.access_glass (id, grants, version, recorded_at, salt, reference, about_kind, about_id, about_reference, opened_as_lead, reason, opened_at, ends_at, ended_at, reviewed_at, verdict, words, authority_id, opened_by_id, reviewed_by_id) FROM stdin;
\.


COPY public.access_interest (id, grants, version, recorded_at, salt, about_kind, about_id, about_reference, declared_at, withdrawn_at, withdrawn_because, authority_id, user_id, withdrawn_by_id) FROM stdin;
\.


COPY public.access_membership (id, role, starts_on, ends_on, ended_at, authority_id, organisation_id, user_id) FROM stdin;
\.


COPY public.access_oncetoken (token, actor, location, spent_at) FROM stdin;
\.


COPY public.access_promisedrole (id, role, authority_id, invitation_id, organisation_id) FROM stdin;
\.


COPY public.access_recovery (id, grants, version, recorded_at, salt, vouched_at, seen, words, confirmed_at, link, works_from, ends_at, used_at, stopped_at, authority_id, confirmed_by_id, stopped_by_id, user_id, vouched_by_id) FROM stdin;
\.


COPY public.access_visitor (id, email, language, first_seen_at, verified_at, authority_id) FROM stdin;
\.


COPY public.access_visitorlink (token_hash, made_at, expires_at, used_at, visitor_id) FROM stdin;
\.


COPY public.account_emailaddress (id, email, verified, "primary", user_id) FROM stdin;
\.


COPY public.account_emailconfirmation (id, created, sent, key, email_address_id) FROM stdin;
\.


COPY public.accounts_cache (cache_key, value, expires) FROM stdin;
\.


COPY public.accounts_invitation (id, email, language, token_hash, invited_at, expires_at, accepted_at, withdrawn_at, accepted_by_id, invited_by_id) FROM stdin;
\.


COPY public.accounts_signon (id, identity, linked_at, user_id) FROM stdin;
\.


COPY public.accounts_typedtext (id, path, why, sealed, kept_at, expires_at, user_id) FROM stdin;
\.


COPY public.accounts_user (password, last_login, id, email, full_name, known_as, language, is_active, disabled_at, disabled_reason, sessions_key, last_seen_on, joined_at) FROM stdin;
\.


COPY public.assessment_closureapproval (id, grants, version, recorded_at, salt, approved, reason, signed_as, signed_at, authority_id, signed_by_id, decision_id) FROM stdin;
\.


COPY public.assessment_deconfliction (id, grants, version, recorded_at, salt, result, result_on, result_reference, signed_at, authority_id, signed_by_id, assessment_id) FROM stdin;
\.


COPY public.assessment_framework (id, code, edition, title, source, headings, is_example, loaded_at) FROM stdin;
\.


COPY public.assessment_policeassessment (id, grants, version, recorded_at, salt, state, started_at, due_at, ended_at, authority_id, lead_id, referral_id, decision_id) FROM stdin;
\.


COPY public.assessment_policedecision (id, grants, version, recorded_at, salt, outcome, grounds, relied_on, council_view, referred_by, cause, destination, destination_words, note, withheld_because, decided_on, signed_as, signed_at, assessment_id, authority_id, signed_by_id) FROM stdin;
\.


COPY public.assessment_writtenassessment (id, grants, version, recorded_at, salt, answers, protective, changed, conclusion, signed_as, signed_at, assessment_id, authority_id, framework_id, signed_by_id) FROM stdin;
\.


COPY public.auth_group (id, name) FROM stdin;
\.


COPY public.auth_group_permissions (id, group_id, permission_id) FROM stdin;
\.


COPY public.auth_permission (id, name, content_type_id, codename) FROM stdin;
1	Can add deed	1	add_deed
2	Can change deed	1	change_deed
3	Can delete deed	1	delete_deed
4	Can view deed	1	view_deed
5	Can add change	2	add_change
6	Can change change	2	change_change
7	Can delete change	2	delete_change
8	Can view change	2	view_change
9	Can add read	3	add_read
10	Can change read	3	change_read
11	Can delete read	3	delete_read
12	Can view read	3	view_read
13	Can add disclosure	4	add_disclosure
14	Can change disclosure	4	change_disclosure
15	Can delete disclosure	4	delete_disclosure
16	Can view disclosure	4	view_disclosure
17	Can add account	5	add_user
18	Can change account	5	change_user
19	Can delete account	5	delete_user
20	Can view account	5	view_user
21	Can add invitation	6	add_invitation
22	Can change invitation	6	change_invitation
23	Can delete invitation	6	delete_invitation
24	Can view invitation	6	view_invitation
25	Can add typed text	7	add_typedtext
26	Can change typed text	7	change_typedtext
27	Can delete typed text	7	delete_typedtext
28	Can view typed text	7	view_typedtext
29	Can add sign on	8	add_signon
30	Can change sign on	8	change_signon
31	Can delete sign on	8	delete_signon
32	Can view sign on	8	view_signon
33	Can add authority	9	add_authority
34	Can change authority	9	change_authority
35	Can delete authority	9	delete_authority
36	Can view authority	9	view_authority
37	Can add institution	10	add_institution
38	Can change institution	10	change_institution
39	Can delete institution	10	delete_institution
40	Can view institution	10	view_institution
41	Can add institution link	11	add_institutionlink
42	Can change institution link	11	change_institutionlink
43	Can delete institution link	11	delete_institutionlink
44	Can view institution link	11	view_institutionlink
45	Can add organisation	12	add_organisation
46	Can change organisation	12	change_organisation
47	Can delete organisation	12	delete_organisation
48	Can view organisation	12	view_organisation
49	Can add police force	13	add_policeforce
50	Can change police force	13	change_policeforce
51	Can delete police force	13	delete_policeforce
52	Can view police force	13	view_policeforce
53	Can add region	14	add_region
54	Can change region	14	change_region
55	Can delete region	14	delete_region
56	Can view region	14	view_region
57	Can add team	15	add_team
58	Can change team	15	change_team
59	Can delete team	15	delete_team
60	Can view team	15	view_team
61	Can add ward	16	add_ward
62	Can change ward	16	change_ward
63	Can delete ward	16	delete_ward
64	Can view ward	16	view_ward
65	Can add register upload	17	add_registerupload
66	Can change register upload	17	change_registerupload
67	Can delete register upload	17	delete_registerupload
68	Can view register upload	17	view_registerupload
69	Can add once token	18	add_oncetoken
70	Can change once token	18	change_oncetoken
71	Can delete once token	18	delete_oncetoken
72	Can view once token	18	view_oncetoken
73	Can add visitor	19	add_visitor
74	Can change visitor	19	change_visitor
75	Can delete visitor	19	delete_visitor
76	Can view visitor	19	view_visitor
77	Can add visitor link	20	add_visitorlink
78	Can change visitor link	20	change_visitorlink
79	Can delete visitor link	20	delete_visitorlink
80	Can view visitor link	20	view_visitorlink
81	Can add membership	21	add_membership
82	Can change membership	21	change_membership
83	Can delete membership	21	delete_membership
84	Can view membership	21	view_membership
85	Can add promised role	22	add_promisedrole
86	Can change promised role	22	change_promisedrole
87	Can delete promised role	22	delete_promisedrole
88	Can view promised role	22	view_promisedrole
89	Can add glass	23	add_glass
90	Can change glass	23	change_glass
91	Can delete glass	23	delete_glass
92	Can view glass	23	view_glass
93	Can add interest	24	add_interest
94	Can change interest	24	change_interest
95	Can delete interest	24	delete_interest
96	Can view interest	24	view_interest
97	Can add recovery	25	add_recovery
98	Can change recovery	25	change_recovery
99	Can delete recovery	25	delete_recovery
100	Can view recovery	25	view_recovery
101	Can add master key	26	add_masterkey
102	Can change master key	26	change_masterkey
103	Can delete master key	26	delete_masterkey
104	Can view master key	26	view_masterkey
105	Can add destroyed key	27	add_destroyedkey
106	Can change destroyed key	27	change_destroyedkey
107	Can delete destroyed key	27	delete_destroyedkey
108	Can view destroyed key	27	view_destroyedkey
109	Can add document	28	add_document
110	Can change document	28	change_document
111	Can delete document	28	delete_document
112	Can view document	28	view_document
113	Can add record key	29	add_recordkey
114	Can change record key	29	change_recordkey
115	Can delete record key	29	delete_recordkey
116	Can view record key	29	view_recordkey
117	Can add mail health	30	add_mailhealth
118	Can change mail health	30	change_mailhealth
119	Can delete mail health	30	delete_mailhealth
120	Can view mail health	30	view_mailhealth
121	Can add message	31	add_message
122	Can change message	31	change_message
123	Can delete message	31	delete_message
124	Can view message	31	view_message
125	Can add envelope	32	add_envelope
126	Can change envelope	32	change_envelope
127	Can delete envelope	32	delete_envelope
128	Can view envelope	32	view_envelope
129	Can add task	33	add_task
130	Can change task	33	change_task
131	Can delete task	33	delete_task
132	Can view task	33	view_task
133	Can add reminder	34	add_reminder
134	Can change reminder	34	change_reminder
135	Can delete reminder	34	delete_reminder
136	Can view reminder	34	view_reminder
137	Can add clock	35	add_clock
138	Can change clock	35	change_clock
139	Can delete clock	35	delete_clock
140	Can view clock	35	view_clock
141	Can add disposal	36	add_disposal
142	Can change disposal	36	change_disposal
143	Can delete disposal	36	delete_disposal
144	Can view disposal	36	view_disposal
145	Can add retention setting	37	add_retentionsetting
146	Can change retention setting	37	change_retentionsetting
147	Can delete retention setting	37	delete_retentionsetting
148	Can view retention setting	37	view_retentionsetting
149	Can add erasure	38	add_erasure
150	Can change erasure	38	change_erasure
151	Can delete erasure	38	delete_erasure
152	Can view erasure	38	view_erasure
153	Can add hold	39	add_hold
154	Can change hold	39	change_hold
155	Can delete hold	39	delete_hold
156	Can view hold	39	view_hold
157	Can add life	40	add_life
158	Can change life	40	change_life
159	Can delete life	40	delete_life
160	Can view life	40	view_life
161	Can add proposal	41	add_proposal
162	Can change proposal	41	change_proposal
163	Can delete proposal	41	delete_proposal
164	Can view proposal	41	view_proposal
165	Can add review	42	add_review
166	Can change review	42	change_review
167	Can delete review	42	delete_review
168	Can view review	42	view_review
169	Can add meeting	43	add_meeting
170	Can change meeting	43	change_meeting
171	Can delete meeting	43	delete_meeting
172	Can view meeting	43	view_meeting
173	Can add attendance	44	add_attendance
174	Can change attendance	44	change_attendance
175	Can delete attendance	44	delete_attendance
176	Can view attendance	44	view_attendance
177	Can add import	45	add_import
178	Can change import	45	change_import
179	Can delete import	45	delete_import
180	Can view import	45	view_import
181	Can add layout	46	add_layout
182	Can change layout	46	change_layout
183	Can delete layout	46	delete_layout
184	Can view layout	46	view_layout
185	Can add contact	47	add_contact
186	Can change contact	47	change_contact
187	Can delete contact	47	delete_contact
188	Can view contact	47	view_contact
189	Can add note	48	add_note
190	Can change note	48	change_note
191	Can delete note	48	delete_note
192	Can view note	48	view_note
193	Can add equality answers	49	add_equalityanswers
194	Can change equality answers	49	change_equalityanswers
195	Can delete equality answers	49	delete_equalityanswers
196	Can view equality answers	49	view_equalityanswers
197	Can add person	50	add_person
198	Can change person	50	change_person
199	Can delete person	50	delete_person
200	Can view person	50	view_person
201	Can add match	51	add_match
202	Can change match	51	change_match
203	Can delete match	51	delete_match
204	Can view match	51	view_match
205	Can add affiliation	52	add_affiliation
206	Can change affiliation	52	change_affiliation
207	Can delete affiliation	52	delete_affiliation
208	Can view affiliation	52	view_affiliation
209	Can add address	53	add_address
210	Can change address	53	change_address
211	Can delete address	53	delete_address
212	Can view address	53	view_address
213	Can add person link	54	add_personlink
214	Can change person link	54	change_personlink
215	Can delete person link	54	delete_personlink
216	Can view person link	54	view_personlink
217	Can add person name	55	add_personname
218	Can change person name	55	change_personname
219	Can delete person name	55	delete_personname
220	Can view person name	55	view_personname
221	Can add owner question	56	add_ownerquestion
222	Can change owner question	56	change_ownerquestion
223	Can delete owner question	56	delete_ownerquestion
224	Can view owner question	56	view_ownerquestion
225	Can add draft	57	add_draft
226	Can change draft	57	change_draft
227	Can delete draft	57	delete_draft
228	Can view draft	57	view_draft
229	Can add draft apart	58	add_draftapart
230	Can change draft apart	58	change_draftapart
231	Can delete draft apart	58	delete_draftapart
232	Can view draft apart	58	view_draftapart
233	Can add enquiry	59	add_enquiry
234	Can change enquiry	59	change_enquiry
235	Can delete enquiry	59	delete_enquiry
236	Can view enquiry	59	view_enquiry
237	Can add submission	60	add_submission
238	Can change submission	60	change_submission
239	Can delete submission	60	delete_submission
240	Can view submission	60	view_submission
241	Can add progress	61	add_progress
242	Can change progress	61	change_progress
243	Can delete progress	61	delete_progress
244	Can view progress	61	view_progress
245	Can add concern raiser	62	add_concernraiser
246	Can change concern raiser	62	change_concernraiser
247	Can delete concern raiser	62	delete_concernraiser
248	Can view concern raiser	62	view_concernraiser
249	Can add added information	63	add_addedinformation
250	Can change added information	63	change_addedinformation
251	Can delete added information	63	delete_addedinformation
252	Can view added information	63	view_addedinformation
253	Can add decision	64	add_decision
254	Can change decision	64	change_decision
255	Can delete decision	64	delete_decision
256	Can view decision	64	view_decision
257	Can add referral	65	add_referral
258	Can change referral	65	change_referral
259	Can delete referral	65	delete_referral
260	Can view referral	65	view_referral
261	Can add redirect	66	add_redirect
262	Can change redirect	66	change_redirect
263	Can delete redirect	66	delete_redirect
264	Can view redirect	66	view_redirect
265	Can add need	67	add_need
266	Can change need	67	change_need
267	Can delete need	67	delete_need
268	Can view need	67	view_need
269	Can add information request	68	add_informationrequest
270	Can change information request	68	change_informationrequest
271	Can delete information request	68	delete_informationrequest
272	Can view information request	68	view_informationrequest
273	Can add handover	69	add_handover
274	Can change handover	69	change_handover
275	Can delete handover	69	delete_handover
276	Can view handover	69	view_handover
277	Can add duty	70	add_duty
278	Can change duty	70	change_duty
279	Can delete duty	70	delete_duty
280	Can view duty	70	view_duty
281	Can add concern	71	add_concern
282	Can change concern	71	change_concern
283	Can delete concern	71	delete_concern
284	Can view concern	71	view_concern
285	Can add request override	72	add_requestoverride
286	Can change request override	72	change_requestoverride
287	Can delete request override	72	delete_requestoverride
288	Can view request override	72	view_requestoverride
289	Can add resumption	73	add_resumption
290	Can change resumption	73	change_resumption
291	Can delete resumption	73	delete_resumption
292	Can view resumption	73	view_resumption
293	Can add taken together	74	add_takentogether
294	Can change taken together	74	change_takentogether
295	Can delete taken together	74	delete_takentogether
296	Can view taken together	74	view_takentogether
297	Can add told	75	add_told
298	Can change told	75	change_told
299	Can delete told	75	delete_told
300	Can view told	75	view_told
301	Can add approval	76	add_approval
302	Can change approval	76	change_approval
303	Can delete approval	76	delete_approval
304	Can view approval	76	view_approval
305	Can add restriction	77	add_restriction
306	Can change restriction	77	change_restriction
307	Can delete restriction	77	delete_restriction
308	Can view restriction	77	view_restriction
309	Can add framework	78	add_framework
310	Can change framework	78	change_framework
311	Can delete framework	78	delete_framework
312	Can view framework	78	view_framework
313	Can add police assessment	79	add_policeassessment
314	Can change police assessment	79	change_policeassessment
315	Can delete police assessment	79	delete_policeassessment
316	Can view police assessment	79	view_policeassessment
317	Can add police decision	80	add_policedecision
318	Can change police decision	80	change_policedecision
319	Can delete police decision	80	delete_policedecision
320	Can view police decision	80	view_policedecision
321	Can add closure approval	81	add_closureapproval
322	Can change closure approval	81	change_closureapproval
323	Can delete closure approval	81	delete_closureapproval
324	Can view closure approval	81	view_closureapproval
325	Can add written assessment	82	add_writtenassessment
326	Can change written assessment	82	change_writtenassessment
327	Can delete written assessment	82	delete_writtenassessment
328	Can view written assessment	82	view_writtenassessment
329	Can add deconfliction	83	add_deconfliction
330	Can change deconfliction	83	change_deconfliction
331	Can delete deconfliction	83	delete_deconfliction
332	Can view deconfliction	83	view_deconfliction
333	Can add panel	84	add_panel
334	Can change panel	84	change_panel
335	Can delete panel	84	delete_panel
336	Can view panel	84	view_panel
337	Can add seat	85	add_seat
338	Can change seat	85	change_seat
339	Can delete seat	85	delete_seat
340	Can view seat	85	view_seat
341	Can add deputy	86	add_deputy
342	Can change deputy	86	change_deputy
343	Can delete deputy	86	delete_deputy
344	Can view deputy	86	view_deputy
345	Can add terms	87	add_terms
346	Can change terms	87	change_terms
347	Can delete terms	87	delete_terms
348	Can view terms	87	view_terms
349	Can add panel meeting	88	add_panelmeeting
350	Can change panel meeting	88	change_panelmeeting
351	Can delete panel meeting	88	delete_panelmeeting
352	Can view panel meeting	88	view_panelmeeting
353	Can add item	89	add_item
354	Can change item	89	change_item
355	Can delete item	89	delete_item
356	Can view item	89	view_item
357	Can add invitee	90	add_invitee
358	Can change invitee	90	change_invitee
359	Can delete invitee	90	delete_invitee
360	Can view invitee	90	view_invitee
361	Can add declared interest	91	add_declaredinterest
362	Can change declared interest	91	change_declaredinterest
363	Can delete declared interest	91	delete_declaredinterest
364	Can view declared interest	91	view_declaredinterest
365	Can add paper	92	add_paper
366	Can change paper	92	change_paper
367	Can delete paper	92	delete_paper
368	Can view paper	92	view_paper
369	Can add acceptance	93	add_acceptance
370	Can change acceptance	93	change_acceptance
371	Can delete acceptance	93	delete_acceptance
372	Can view acceptance	93	view_acceptance
373	Can add minute	94	add_minute
374	Can change minute	94	change_minute
375	Can delete minute	94	delete_minute
376	Can view minute	94	view_minute
377	Can add minute signature	95	add_minutesignature
378	Can change minute signature	95	change_minutesignature
379	Can delete minute signature	95	delete_minutesignature
380	Can view minute signature	95	view_minutesignature
381	Can add pack	96	add_pack
382	Can change pack	96	change_pack
383	Can delete pack	96	delete_pack
384	Can view pack	96	view_pack
385	Can add case	97	add_case
386	Can change case	97	change_case
387	Can delete case	97	delete_case
388	Can view case	97	view_case
389	Can add case event	98	add_caseevent
390	Can change case event	98	change_caseevent
391	Can delete case event	98	delete_caseevent
392	Can view case event	98	view_caseevent
393	Can add panel decision	99	add_paneldecision
394	Can change panel decision	99	change_paneldecision
395	Can delete panel decision	99	delete_paneldecision
396	Can view panel decision	99	view_paneldecision
397	Can add dissent	100	add_dissent
398	Can change dissent	100	change_dissent
399	Can delete dissent	100	delete_dissent
400	Can view dissent	100	view_dissent
401	Can add attendance correction	101	add_attendancecorrection
402	Can change attendance correction	101	change_attendancecorrection
403	Can delete attendance correction	101	delete_attendancecorrection
404	Can view attendance correction	101	view_attendancecorrection
405	Can add consent	102	add_consent
406	Can change consent	102	change_consent
407	Can delete consent	102	delete_consent
408	Can view consent	102	view_consent
409	Can add objection	103	add_objection
410	Can change objection	103	change_objection
411	Can delete objection	103	delete_objection
412	Can view objection	103	view_objection
413	Can add reassessment	104	add_reassessment
414	Can change reassessment	104	change_reassessment
415	Can delete reassessment	104	delete_reassessment
416	Can view reassessment	104	view_reassessment
417	Can add reassessed	105	add_reassessed
418	Can change reassessed	105	change_reassessed
419	Can delete reassessed	105	delete_reassessed
420	Can view reassessed	105	view_reassessed
421	Can add resolution	106	add_resolution
422	Can change resolution	106	change_resolution
423	Can delete resolution	106	delete_resolution
424	Can view resolution	106	view_resolution
425	Can add withdrawal	107	add_withdrawal
426	Can change withdrawal	107	change_withdrawal
427	Can delete withdrawal	107	delete_withdrawal
428	Can view withdrawal	107	view_withdrawal
429	Can add plan	108	add_plan
430	Can change plan	108	change_plan
431	Can delete plan	108	delete_plan
432	Can view plan	108	view_plan
433	Can add plan need	109	add_planneed
434	Can change plan need	109	change_planneed
435	Can delete plan need	109	delete_planneed
436	Can view plan need	109	view_planneed
437	Can add support action	110	add_supportaction
438	Can change support action	110	change_supportaction
439	Can delete support action	110	delete_supportaction
440	Can view support action	110	view_supportaction
441	Can add update	111	add_update
442	Can change update	111	change_update
443	Can delete update	111	delete_update
444	Can view update	111	view_update
445	Can add briefing	112	add_briefing
446	Can change briefing	112	change_briefing
447	Can delete briefing	112	delete_briefing
448	Can view briefing	112	view_briefing
449	Can add report	113	add_report
450	Can change report	113	change_report
451	Can delete report	113	delete_report
452	Can view report	113	view_report
453	Can add session	114	add_session
454	Can change session	114	change_session
455	Can delete session	114	delete_session
456	Can view session	114	view_session
457	Can add closing report	115	add_closingreport
458	Can change closing report	115	change_closingreport
459	Can delete closing report	115	delete_closingreport
460	Can view closing report	115	view_closingreport
461	Can add investigation	116	add_investigation
462	Can change investigation	116	change_investigation
463	Can delete investigation	116	delete_investigation
464	Can view investigation	116	view_investigation
465	Can add pause	117	add_pause
466	Can change pause	117	change_pause
467	Can delete pause	117	delete_pause
468	Can view pause	117	view_pause
469	Can add going on	118	add_goingon
470	Can change going on	118	change_goingon
471	Can delete going on	118	delete_goingon
472	Can view going on	118	view_goingon
473	Can add review	119	add_review
474	Can change review	119	change_review
475	Can delete review	119	delete_review
476	Can view review	119	view_review
477	Can add look back	120	add_lookback
478	Can change look back	120	change_lookback
479	Can delete look back	120	delete_lookback
480	Can view look back	120	view_lookback
481	Can add alarm	121	add_alarm
482	Can change alarm	121	change_alarm
483	Can delete alarm	121	delete_alarm
484	Can view alarm	121	view_alarm
485	Can add sign off	122	add_signoff
486	Can change sign off	122	change_signoff
487	Can delete sign off	122	delete_signoff
488	Can view sign off	122	view_signoff
489	Can add transfer	123	add_transfer
490	Can change transfer	123	change_transfer
491	Can delete transfer	123	delete_transfer
492	Can view transfer	123	view_transfer
493	Can add transfer answer	124	add_transferanswer
494	Can change transfer answer	124	change_transferanswer
495	Can delete transfer answer	124	delete_transferanswer
496	Can view transfer answer	124	view_transferanswer
497	Can add arrival	125	add_arrival
498	Can change arrival	125	change_arrival
499	Can delete arrival	125	delete_arrival
500	Can view arrival	125	view_arrival
501	Can add audience	126	add_audience
502	Can change audience	126	change_audience
503	Can delete audience	126	delete_audience
504	Can view audience	126	view_audience
505	Can add course	127	add_course
506	Can change course	127	change_course
507	Can delete course	127	delete_course
508	Can view course	127	view_course
509	Can add course version	128	add_courseversion
510	Can change course version	128	change_courseversion
511	Can delete course version	128	delete_courseversion
512	Can view course version	128	view_courseversion
513	Can add session	129	add_session
514	Can change session	129	change_session
515	Can delete session	129	delete_session
516	Can view session	129	view_session
517	Can add staff role	130	add_staffrole
518	Can change staff role	130	change_staffrole
519	Can delete staff role	130	delete_staffrole
520	Can view staff role	130	view_staffrole
521	Can add trainee	131	add_trainee
522	Can change trainee	131	change_trainee
523	Can delete trainee	131	delete_trainee
524	Can view trainee	131	view_trainee
525	Can add booking	132	add_booking
526	Can change booking	132	change_booking
527	Can delete booking	132	delete_booking
528	Can view booking	132	view_booking
529	Can add attendance	133	add_attendance
530	Can change attendance	133	change_attendance
531	Can delete attendance	133	delete_attendance
532	Can view attendance	133	view_attendance
533	Can add trainer	134	add_trainer
534	Can change trainer	134	change_trainer
535	Can delete trainer	134	delete_trainer
536	Can view trainer	134	view_trainer
537	Can add certificate	135	add_certificate
538	Can change certificate	135	change_certificate
539	Can delete certificate	135	delete_certificate
540	Can view certificate	135	view_certificate
541	Can add refresh rule	136	add_refreshrule
542	Can change refresh rule	136	change_refreshrule
543	Can delete refresh rule	136	delete_refreshrule
544	Can view refresh rule	136	view_refreshrule
545	Can add training request	137	add_trainingrequest
546	Can change training request	137	change_trainingrequest
547	Can delete training request	137	delete_trainingrequest
548	Can view training request	137	view_trainingrequest
549	Can add headcount	138	add_headcount
550	Can change headcount	138	change_headcount
551	Can delete headcount	138	delete_headcount
552	Can view headcount	138	view_headcount
553	Can add approach	139	add_approach
554	Can change approach	139	change_approach
555	Can delete approach	139	delete_approach
556	Can view approach	139	view_approach
557	Can add report	140	add_report
558	Can change report	140	change_report
559	Can delete report	140	delete_report
560	Can view report	140	view_report
561	Can add figure	141	add_figure
562	Can change figure	141	change_figure
563	Can delete figure	141	delete_figure
564	Can view figure	141	view_figure
565	Can add question set	142	add_questionset
566	Can change question set	142	change_questionset
567	Can delete question set	142	delete_questionset
568	Can view question set	142	view_questionset
569	Can add question	143	add_question
570	Can change question	143	change_question
571	Can delete question	143	delete_question
572	Can view question	143	view_question
573	Can add reply	144	add_reply
574	Can change reply	144	change_reply
575	Can delete reply	144	delete_reply
576	Can view reply	144	view_reply
577	Can add remark	145	add_remark
578	Can change remark	145	change_remark
579	Can delete remark	145	delete_remark
580	Can view remark	145	view_remark
581	Can add mark	146	add_mark
582	Can change mark	146	change_mark
583	Can delete mark	146	delete_mark
584	Can view mark	146	view_mark
585	Can add round	147	add_round
586	Can change round	147	change_round
587	Can delete round	147	delete_round
588	Can view round	147	view_round
589	Can add home area	148	add_homearea
590	Can change home area	148	change_homearea
591	Can delete home area	148	delete_homearea
592	Can view home area	148	view_homearea
593	Can add inquiry	149	add_inquiry
594	Can change inquiry	149	change_inquiry
595	Can delete inquiry	149	delete_inquiry
596	Can view inquiry	149	view_inquiry
597	Can add review	150	add_review
598	Can change review	150	change_review
599	Can delete review	150	delete_review
600	Can view review	150	view_review
601	Can add review line	151	add_reviewline
602	Can change review line	151	change_reviewline
603	Can delete review line	151	delete_reviewline
604	Can view review line	151	view_reviewline
605	Can add answer	152	add_answer
606	Can change answer	152	change_answer
607	Can delete answer	152	delete_answer
608	Can view answer	152	view_answer
609	Can add email address	153	add_emailaddress
610	Can change email address	153	change_emailaddress
611	Can delete email address	153	delete_emailaddress
612	Can view email address	153	view_emailaddress
613	Can add email confirmation	154	add_emailconfirmation
614	Can change email confirmation	154	change_emailconfirmation
615	Can delete email confirmation	154	delete_emailconfirmation
616	Can view email confirmation	154	view_emailconfirmation
617	Can add authenticator	155	add_authenticator
618	Can change authenticator	155	change_authenticator
619	Can delete authenticator	155	delete_authenticator
620	Can view authenticator	155	view_authenticator
621	Can add user session	156	add_usersession
622	Can change user session	156	change_usersession
623	Can delete user session	156	delete_usersession
624	Can view user session	156	view_usersession
625	Can add procrastinate event	157	add_procrastinateevent
626	Can change procrastinate event	157	change_procrastinateevent
627	Can delete procrastinate event	157	delete_procrastinateevent
628	Can view procrastinate event	157	view_procrastinateevent
629	Can add procrastinate job	158	add_procrastinatejob
630	Can change procrastinate job	158	change_procrastinatejob
631	Can delete procrastinate job	158	delete_procrastinatejob
632	Can view procrastinate job	158	view_procrastinatejob
633	Can add procrastinate periodic defer	159	add_procrastinateperiodicdefer
634	Can change procrastinate periodic defer	159	change_procrastinateperiodicdefer
635	Can delete procrastinate periodic defer	159	delete_procrastinateperiodicdefer
636	Can view procrastinate periodic defer	159	view_procrastinateperiodicdefer
637	Can add procrastinate worker	160	add_procrastinateworker
638	Can change procrastinate worker	160	change_procrastinateworker
639	Can delete procrastinate worker	160	delete_procrastinateworker
640	Can view procrastinate worker	160	view_procrastinateworker
641	Can add permission	161	add_permission
642	Can change permission	161	change_permission
643	Can delete permission	161	delete_permission
644	Can view permission	161	view_permission
645	Can add group	162	add_group
646	Can change group	162	change_group
647	Can delete group	162	delete_group
648	Can view group	162	view_group
649	Can add content type	163	add_contenttype
650	Can change content type	163	change_contenttype
651	Can delete content type	163	delete_contenttype
652	Can view content type	163	view_contenttype
653	Can add session	164	add_session
654	Can change session	164	change_session
655	Can delete session	164	delete_session
656	Can view session	164	view_session
\.


COPY public.channel_attendancecorrection (id, grants, version, recorded_at, salt, sector, was, became, because, signed_as, signed_at, authority_id, became_person_id, decision_id, organisation_id, seat_id, signed_by_id, was_person_id) FROM stdin;
\.


COPY public.channel_case (id, grants, version, recorded_at, salt, reference, state, opened_at, authority_id, lead_id, referral_id, section_36_id, decision_id) FROM stdin;
\.


COPY public.channel_caseevent (id, grants, version, recorded_at, salt, kind, "on", entered_at, authority_id, case_id, entered_by_id, lead_id) FROM stdin;
\.


COPY public.channel_dissent (id, grants, version, recorded_at, salt, sector, reason, authority_id, organisation_id, seat_id, decision_id) FROM stdin;
\.


COPY public.channel_paneldecision (id, grants, version, recorded_at, salt, meeting_reference, referrer_there, outcome, method, reason, relied_on, dissents_number, care_considered, care_with, care_result, missing, missing_by, corrected_because, decided_on, signed_as, entered_at, authority_id, case_id, corrects_id, item_id, missing_from_id, signed_by_id) FROM stdin;
\.


COPY public.concerns_addedinformation (id, grants, version, recorded_at, salt, words, added_at, author_user_id, author_visitor_id, authority_id, organisation_id, submission_id) FROM stdin;
\.


COPY public.concerns_concernraiser (id, grants, version, recorded_at, salt, is_referrer, wants_anonymity, name, job, organisation_name, relationship, email, phone, authority_id, submission_id) FROM stdin;
\.


COPY public.concerns_draft (id, grants, version, recorded_at, salt, form_version, answers, typed, state, sent_to_dsl_at, dsl_note, decided_at, started_at, last_edited_at, author_user_id, author_visitor_id, authority_id, decided_by_id, organisation_id) FROM stdin;
\.


COPY public.concerns_draftapart (id, grants, version, recorded_at, salt, answers, typed, authority_id, draft_id) FROM stdin;
\.


COPY public.concerns_enquiry (id, grants, version, recorded_at, salt, reference, question, names_someone, name, named_because, asked_at, answer, answered_at, expires_on, answered_by_id, author_user_id, author_visitor_id, authority_id, organisation_id) FROM stdin;
\.


COPY public.concerns_progress (id, grants, version, recorded_at, salt, step, note, happened_at, authority_id, submission_id) FROM stdin;
\.


COPY public.concerns_submission (id, grants, version, recorded_at, salt, reference, from_draft, form_version, answers, concern_arose_on, sent_to_dsl_at, sent_at, approved_by_id, author_user_id, author_visitor_id, authority_id, organisation_id) FROM stdin;
\.


COPY public.consent_consent (id, grants, version, recorded_at, salt, correction_because, answer, because, asked_on, method, place, asked_by, language, interpreter, child, age_basis, giver, giver_name, responsibility, child_view, child_words, capacity, capacity_on, capacity_by, capacity_reference, told, explained_as, notice_version, text_version, scope, manner, witness, expires_on, signed_as, signed_at, adoption_id, authority_id, case_id, corrects_id, signed_by_id) FROM stdin;
\.


COPY public.consent_objection (id, grants, version, recorded_at, salt, grounds, said_by, said_on, words, signed_as, signed_at, authority_id, consent_id, signed_by_id) FROM stdin;
\.


COPY public.consent_reassessed (id, grants, version, recorded_at, salt, outcome, "on", reason, signed_as, signed_at, authority_id, signed_by_id, reassessment_id) FROM stdin;
\.


COPY public.consent_reassessment (id, grants, version, recorded_at, salt, cause, due_on, signed_as, signed_at, authority_id, case_id, signed_by_id) FROM stdin;
\.


COPY public.consent_resolution (id, grants, version, recorded_at, salt, stands, asked, asked_words, reason, decided_on, signed_as, signed_at, authority_id, objection_id, signed_by_id) FROM stdin;
\.


COPY public.consent_withdrawal (id, grants, version, recorded_at, salt, withdrawn_on, withdrawn_by, method, words, safeguarding, signed_as, signed_at, authority_id, consent_id, signed_by_id) FROM stdin;
\.


COPY public.directory_contact (id, grants, version, recorded_at, salt, role, name, email, phone, from_on, until_on, authority_id, institution_id, organisation_id) FROM stdin;
\.


COPY public.directory_note (id, grants, version, recorded_at, salt, words, authority_id, institution_id, organisation_id) FROM stdin;
\.


COPY public.django_content_type (id, app_label, model) FROM stdin;
1	ledger	deed
2	ledger	change
3	ledger	read
4	ledger	disclosure
5	accounts	user
6	accounts	invitation
7	accounts	typedtext
8	accounts	signon
9	places	authority
10	places	institution
11	places	institutionlink
12	places	organisation
13	places	policeforce
14	places	region
15	places	team
16	places	ward
17	places	registerupload
18	access	oncetoken
19	access	visitor
20	access	visitorlink
21	access	membership
22	access	promisedrole
23	access	glass
24	access	interest
25	access	recovery
26	vault	masterkey
27	vault	destroyedkey
28	vault	document
29	vault	recordkey
30	outbox	mailhealth
31	outbox	message
32	outbox	envelope
33	tasks	task
34	tasks	reminder
35	tasks	clock
36	retention	disposal
37	retention	retentionsetting
38	retention	erasure
39	retention	hold
40	retention	life
41	retention	proposal
42	retention	review
43	meetings	meeting
44	meetings	attendance
45	importing	import
46	importing	layout
47	directory	contact
48	directory	note
49	people	equalityanswers
50	people	person
51	people	match
52	people	affiliation
53	people	address
54	people	personlink
55	people	personname
56	people	ownerquestion
57	concerns	draft
58	concerns	draftapart
59	concerns	enquiry
60	concerns	submission
61	concerns	progress
62	concerns	concernraiser
63	concerns	addedinformation
64	referrals	decision
65	referrals	referral
66	referrals	redirect
67	referrals	need
68	referrals	informationrequest
69	referrals	handover
70	referrals	duty
71	referrals	concern
72	referrals	requestoverride
73	referrals	resumption
74	referrals	takentogether
75	referrals	told
76	referrals	approval
77	referrals	restriction
78	assessment	framework
79	assessment	policeassessment
80	assessment	policedecision
81	assessment	closureapproval
82	assessment	writtenassessment
83	assessment	deconfliction
84	panel	panel
85	panel	seat
86	panel	deputy
87	panel	terms
88	panel	panelmeeting
89	panel	item
90	panel	invitee
91	panel	declaredinterest
92	panel	paper
93	panel	acceptance
94	panel	minute
95	panel	minutesignature
96	panel	pack
97	channel	case
98	channel	caseevent
99	channel	paneldecision
100	channel	dissent
101	channel	attendancecorrection
102	consent	consent
103	consent	objection
104	consent	reassessment
105	consent	reassessed
106	consent	resolution
107	consent	withdrawal
108	support	plan
109	support	planneed
110	support	supportaction
111	support	update
112	support	briefing
113	support	report
114	support	session
115	exits	closingreport
116	exits	investigation
117	exits	pause
118	exits	goingon
119	exits	review
120	exits	lookback
121	exits	alarm
122	exits	signoff
123	exits	transfer
124	exits	transferanswer
125	exits	arrival
126	training	audience
127	training	course
128	training	courseversion
129	training	session
130	training	staffrole
131	training	trainee
132	training	booking
133	training	attendance
134	training	trainer
135	training	certificate
136	training	refreshrule
137	training	trainingrequest
138	training	headcount
139	reach	approach
140	reports	report
141	reports	figure
142	feedback	questionset
143	feedback	question
144	feedback	reply
145	feedback	remark
146	feedback	mark
147	feedback	round
148	home	homearea
149	home	inquiry
150	home	review
151	home	reviewline
152	home	answer
153	account	emailaddress
154	account	emailconfirmation
155	mfa	authenticator
156	usersessions	usersession
157	procrastinate	procrastinateevent
158	procrastinate	procrastinatejob
159	procrastinate	procrastinateperiodicdefer
160	procrastinate	procrastinateworker
161	auth	permission
162	auth	group
163	contenttypes	contenttype
164	sessions	session
\.


COPY public.django_migrations (id, app, name, applied) FROM stdin;
1	places	0001_places	2000-01-01 00:00:00+00
2	ledger	0001_ledger	2000-01-01 00:00:00+00
3	places	0002_directory	2000-01-01 00:00:00+00
4	places	0003_link_kinds_in_full	2000-01-01 00:00:00+00
5	accounts	0001_accounts	2000-01-01 00:00:00+00
6	mfa	0001_initial	2000-01-01 00:00:00+00
7	mfa	0002_authenticator_timestamps	2000-01-01 00:00:00+00
8	mfa	0003_authenticator_type_uniq	2000-01-01 00:00:00+00
9	accounts	0002_recorded	2000-01-01 00:00:00+00
10	access	0001_access	2000-01-01 00:00:00+00
11	access	0002_promised_role	2000-01-01 00:00:00+00
12	access	0003_rows_stay_home	2000-01-01 00:00:00+00
13	access	0004_glass	2000-01-01 00:00:00+00
14	access	0005_recovery	2000-01-01 00:00:00+00
15	access	0006_interest	2000-01-01 00:00:00+00
16	access	0007_standing	2000-01-01 00:00:00+00
17	account	0001_initial	2000-01-01 00:00:00+00
18	account	0002_email_max_length	2000-01-01 00:00:00+00
19	account	0003_alter_emailaddress_create_unique_verified_email	2000-01-01 00:00:00+00
20	account	0004_alter_emailaddress_drop_unique_email	2000-01-01 00:00:00+00
21	account	0005_emailaddress_idx_upper_email	2000-01-01 00:00:00+00
22	account	0006_emailaddress_lower	2000-01-01 00:00:00+00
23	account	0007_emailaddress_idx_email	2000-01-01 00:00:00+00
24	account	0008_emailaddress_unique_primary_email_fixup	2000-01-01 00:00:00+00
25	account	0009_emailaddress_unique_primary_email	2000-01-01 00:00:00+00
26	accounts	0003_typed_text	2000-01-01 00:00:00+00
27	accounts	0004_sign_on	2000-01-01 00:00:00+00
28	vault	0001_vault	2000-01-01 00:00:00+00
29	retention	0001_retention	2000-01-01 00:00:00+00
30	retention	0002_lives	2000-01-01 00:00:00+00
31	tasks	0001_tasks	2000-01-01 00:00:00+00
32	people	0001_people	2000-01-01 00:00:00+00
33	concerns	0001_concerns	2000-01-01 00:00:00+00
34	referrals	0001_referrals	2000-01-01 00:00:00+00
35	referrals	0002_break_glass	2000-01-01 00:00:00+00
36	referrals	0003_told_by_referrer	2000-01-01 00:00:00+00
37	people	0002_owner_questions	2000-01-01 00:00:00+00
38	procrastinate	0001_initial	2000-01-01 00:00:00+00
39	procrastinate	0002_drop_started_at_column	2000-01-01 00:00:00+00
40	procrastinate	0003_drop_started_at_column	2000-01-01 00:00:00+00
41	procrastinate	0004_drop_procrastinate_version_table	2000-01-01 00:00:00+00
42	procrastinate	0005_fix_procrastinate_fetch_job	2000-01-01 00:00:00+00
43	procrastinate	0006_fix_trigger_status_events_insert	2000-01-01 00:00:00+00
44	procrastinate	0007_add_queueing_lock_column	2000-01-01 00:00:00+00
45	procrastinate	0008_close_fetch_job_race_condition	2000-01-01 00:00:00+00
46	procrastinate	0009_add_defer_job_function	2000-01-01 00:00:00+00
47	procrastinate	0010_add_procrastinate_periodic_defers	2000-01-01 00:00:00+00
48	procrastinate	0011_add_foreign_key_index	2000-01-01 00:00:00+00
49	procrastinate	0012_add_locks_to_periodic_defer	2000-01-01 00:00:00+00
50	procrastinate	0013_fix_procrastinate_defer_periodic_job	2000-01-01 00:00:00+00
51	procrastinate	0014_add_finish_job_and_retry_job_functions	2000-01-01 00:00:00+00
52	procrastinate	0015_add_trigger_on_job_deletion	2000-01-01 00:00:00+00
53	procrastinate	0016_delete_finished_jobs	2000-01-01 00:00:00+00
54	procrastinate	0017_add_checks_to_finish_job	2000-01-01 00:00:00+00
55	procrastinate	0018_add_checks_to_retry_job	2000-01-01 00:00:00+00
56	procrastinate	0019_fix_finish_job_compat_issue	2000-01-01 00:00:00+00
57	procrastinate	0020_add_index_on_procrastinate_jobs	2000-01-01 00:00:00+00
58	procrastinate	0021_add_kwargs_to_defer_periodic_job	2000-01-01 00:00:00+00
59	procrastinate	0022_null_locks_excluded	2000-01-01 00:00:00+00
60	procrastinate	0023_remove_old_finish_job_function	2000-01-01 00:00:00+00
61	procrastinate	0024_job_id_bigint	2000-01-01 00:00:00+00
62	procrastinate	0025_add_models	2000-01-01 00:00:00+00
63	procrastinate	0026_add_job_priority	2000-01-01 00:00:00+00
64	procrastinate	0027_add_periodic_job_priority	2000-01-01 00:00:00+00
65	procrastinate	0028_add_cancel_states	2000-01-01 00:00:00+00
66	procrastinate	0029_add_additional_params_to_retry_job	2000-01-01 00:00:00+00
67	procrastinate	0030_alter_procrastinateevent_options	2000-01-01 00:00:00+00
68	procrastinate	0031_add_indexes_for_fetch_job	2000-01-01 00:00:00+00
69	procrastinate	0032_pre_cancel_notification	2000-01-01 00:00:00+00
70	procrastinate	0033_post_cancel_notification	2000-01-01 00:00:00+00
71	procrastinate	0034_pre_add_heartbeat	2000-01-01 00:00:00+00
72	procrastinate	0035_post_add_heartbeat	2000-01-01 00:00:00+00
73	procrastinate	0036_add_worker_model	2000-01-01 00:00:00+00
74	procrastinate	0037_pre_batch_defer_jobs	2000-01-01 00:00:00+00
75	procrastinate	0038_post_batch_defer_jobs	2000-01-01 00:00:00+00
76	procrastinate	0039_pre_priority_lock_fetch_job	2000-01-01 00:00:00+00
77	procrastinate	0040_pre_retry_failed_job	2000-01-01 00:00:00+00
78	procrastinate	0041_post_retry_failed_job	2000-01-01 00:00:00+00
79	outbox	0001_outbox	2000-01-01 00:00:00+00
80	referrals	0004_lives	2000-01-01 00:00:00+00
81	referrals	0005_restrictions	2000-01-01 00:00:00+00
82	assessment	0001_assessment	2000-01-01 00:00:00+00
83	contenttypes	0001_initial	2000-01-01 00:00:00+00
84	contenttypes	0002_remove_content_type_name	2000-01-01 00:00:00+00
85	auth	0001_initial	2000-01-01 00:00:00+00
86	auth	0002_alter_permission_name_max_length	2000-01-01 00:00:00+00
87	auth	0003_alter_user_email_max_length	2000-01-01 00:00:00+00
88	auth	0004_alter_user_username_opts	2000-01-01 00:00:00+00
89	auth	0005_alter_user_last_login_null	2000-01-01 00:00:00+00
90	auth	0006_require_contenttypes_0002	2000-01-01 00:00:00+00
91	auth	0007_alter_validators_add_error_messages	2000-01-01 00:00:00+00
92	auth	0008_alter_user_username_max_length	2000-01-01 00:00:00+00
93	auth	0009_alter_user_last_name_max_length	2000-01-01 00:00:00+00
94	auth	0010_alter_group_name_max_length	2000-01-01 00:00:00+00
95	auth	0011_update_proxy_permissions	2000-01-01 00:00:00+00
96	auth	0012_alter_user_first_name_max_length	2000-01-01 00:00:00+00
97	places	0004_one_directory	2000-01-01 00:00:00+00
98	places	0005_register_in_background	2000-01-01 00:00:00+00
99	panel	0001_panels	2000-01-01 00:00:00+00
100	meetings	0001_meetings	2000-01-01 00:00:00+00
101	panel	0002_meetings	2000-01-01 00:00:00+00
102	panel	0003_agenda	2000-01-01 00:00:00+00
103	panel	0004_minutes	2000-01-01 00:00:00+00
104	panel	0005_packs	2000-01-01 00:00:00+00
105	retention	0003_left_over	2000-01-01 00:00:00+00
106	people	0003_seen_before	2000-01-01 00:00:00+00
107	referrals	0006_held_by	2000-01-01 00:00:00+00
108	channel	0001_cases	2000-01-01 00:00:00+00
109	channel	0002_decisions	2000-01-01 00:00:00+00
110	channel	0003_minutes_go	2000-01-01 00:00:00+00
111	channel	0004_packs_go	2000-01-01 00:00:00+00
112	channel	0005_attendance	2000-01-01 00:00:00+00
113	referrals	0007_mistake_told	2000-01-01 00:00:00+00
114	referrals	0008_facts	2000-01-01 00:00:00+00
115	consent	0001_consent	2000-01-01 00:00:00+00
116	directory	0001_directory	2000-01-01 00:00:00+00
117	exits	0001_exits	2000-01-01 00:00:00+00
118	exits	0002_transfers	2000-01-01 00:00:00+00
119	training	0001_training	2000-01-01 00:00:00+00
120	training	0002_asking	2000-01-01 00:00:00+00
121	feedback	0001_feedback	2000-01-01 00:00:00+00
122	home	0001_rights	2000-01-01 00:00:00+00
123	home	0002_looks	2000-01-01 00:00:00+00
124	home	0003_who_vouches	2000-01-01 00:00:00+00
125	importing	0001_importing	2000-01-01 00:00:00+00
126	ledger	0002_disclosure_has_actor	2000-01-01 00:00:00+00
127	ledger	0003_seals	2000-01-01 00:00:00+00
128	ledger	0004_writers	2000-01-01 00:00:00+00
129	ledger	0005_reading	2000-01-01 00:00:00+00
130	reach	0001_tally	2000-01-01 00:00:00+00
131	reach	0002_approaches	2000-01-01 00:00:00+00
132	reports	0001_reports	2000-01-01 00:00:00+00
133	sessions	0001_initial	2000-01-01 00:00:00+00
134	support	0001_plans	2000-01-01 00:00:00+00
135	support	0002_given	2000-01-01 00:00:00+00
136	support	0003_providers	2000-01-01 00:00:00+00
137	training	0003_headcounts	2000-01-01 00:00:00+00
138	usersessions	0001_initial	2000-01-01 00:00:00+00
\.


COPY public.django_session (session_key, session_data, expire_date) FROM stdin;
\.


COPY public.exits_alarm (id, grants, version, recorded_at, salt, days, given_at, authority_id, review_id) FROM stdin;
\.


COPY public.exits_arrival (id, grants, version, recorded_at, salt, reference, transfer_key, handed, sent_at, accepted_at, accepted_by_id, authority_id, case_id, sender_id) FROM stdin;
\.


COPY public.exits_closingreport (id, grants, version, recorded_at, salt, changed, conclusion, reason, outcomes, outstanding, destination, accepted, accepted_on, written_as, written_at, assessment_id, authority_id, case_id, framework_id, written_by_id) FROM stdin;
\.


COPY public.exits_goingon (id, grants, version, recorded_at, salt, reason, "on", signed_as, signed_at, authority_id, signed_by_id, pause_id) FROM stdin;
\.


COPY public.exits_investigation (id, grants, version, recorded_at, salt, notified_on, acted_on, agreed_on, words, signed_as, signed_at, authority_id, case_id, signed_by_id) FROM stdin;
\.


COPY public.exits_lookback (id, grants, version, recorded_at, salt, held_on, attendees, agencies, partners_checked_on, police_checked_on, findings, decision, reason, longer_until, signed_as, signed_at, authority_id, signed_by_id, review_id) FROM stdin;
\.


COPY public.exits_pause (id, grants, version, recorded_at, salt, kind, reason, "on", signed_as, signed_at, authority_id, case_id, signed_by_id) FROM stdin;
\.


COPY public.exits_review (id, grants, version, recorded_at, salt, kind, due_on, source, authority_id, exit_id) FROM stdin;
\.


COPY public.exits_signoff (id, grants, version, recorded_at, salt, signed, reason, ended_on, signed_as, signed_at, authority_id, report_id, signed_by_id) FROM stdin;
\.


COPY public.exits_transfer (id, grants, version, recorded_at, salt, arrival_key, reason, assessment, plan, risk, signed_as, signed_at, authority_id, case_id, signed_by_id, to_id) FROM stdin;
\.


COPY public.exits_transferanswer (id, grants, version, recorded_at, salt, outcome, reason, signed_as, signed_at, authority_id, signed_by_id, transfer_id) FROM stdin;
\.


COPY public.feedback_mark (id, grants, version, recorded_at, salt, value, before, authority_id, question_id, reply_id) FROM stdin;
\.


COPY public.feedback_question (id, grants, version, recorded_at, salt, place, occasion, kind, code, words, words_cy, authority_id, question_set_id) FROM stdin;
\.


COPY public.feedback_questionset (id, grants, version, recorded_at, salt, number, from_on, because, authority_id, recorded_by_id) FROM stdin;
\.


COPY public.feedback_remark (id, grants, version, recorded_at, salt, words, set_aside_at, set_aside_because, authority_id, question_id, set_aside_by_id, reply_id) FROM stdin;
\.


COPY public.feedback_reply (id, grants, version, recorded_at, salt, link_key, answered_on, may_quote, wording, withdrawn_on, authority_id, round_id) FROM stdin;
\.


COPY public.feedback_round (id, grants, version, recorded_at, salt, occasion, asked_at, nudged_at, authority_id, question_set_id, session_id) FROM stdin;
\.


COPY public.home_answer (id, grants, version, recorded_at, salt, answer, note, answered_at, answered_by_id, authority_id, line_id) FROM stdin;
\.


COPY public.home_homearea (id, grants, version, recorded_at, salt, district, noted_on, authority_id, user_id) FROM stdin;
\.


COPY public.home_inquiry (id, grants, version, recorded_at, salt, reason, asked_at, account_id, asked_by_id, authority_id) FROM stdin;
\.


COPY public.home_review (id, grants, version, recorded_at, salt, week_from, made_at, answered_at, authority_id) FROM stdin;
\.


COPY public.home_reviewline (id, grants, version, recorded_at, salt, about_kind, about_id, reference, first_at, last_at, times, facts, odd_at, answer, authority_id, reader_id, review_id) FROM stdin;
\.


COPY public.importing_import (id, grants, version, recorded_at, salt, kind, about, name, "table", faults, matching, language, rows, done, good, there, bad, new, came_at, matched_at, checked_at, confirmed_at, taken_at, problem, authority_id, sent_by_id, working_for_id) FROM stdin;
\.


COPY public.importing_layout (id, grants, version, recorded_at, salt, kind, headings, matching, used_at, authority_id) FROM stdin;
\.


COPY public.meetings_attendance (id, grants, version, recorded_at, salt, for_id, came, marked_at, authority_id, marked_by_id, organisation_id, person_id, meeting_id) FROM stdin;
\.


COPY public.meetings_meeting (id, grants, version, recorded_at, salt, reference, keepers, starts_at, ends_at, place, online_link, sequence, cancelled_at, cancelled_because, authority_id) FROM stdin;
\.


COPY public.mfa_authenticator (id, type, data, user_id, created_at, last_used_at) FROM stdin;
\.


COPY public.outbox_envelope (id, grants, version, recorded_at, salt, user_id, address, link, subject, body, authority_id, message_id) FROM stdin;
\.


COPY public.outbox_mailhealth (id, last_sent_at, last_failed_at, last_error, worker_seen_at, waiting, gave_up, oldest_queued_at) FROM stdin;
\.


COPY public.outbox_message (id, grants, code, language, reference, key, state, attempts, last_error, queued_at, next_try_at, taken_at, sent_at, gave_up_at, keep_until, authority_id) FROM stdin;
\.


COPY public.panel_acceptance (id, grants, version, recorded_at, salt, statement, accepted_at, authority_id, meeting_id, organisation_id, person_id) FROM stdin;
\.


COPY public.panel_declaredinterest (id, grants, version, recorded_at, salt, nature, declared_at, authority_id, person_id, item_id) FROM stdin;
\.


COPY public.panel_deputy (id, grants, version, recorded_at, salt, from_on, until_on, ended_at, authority_id, person_id, seat_id) FROM stdin;
\.


COPY public.panel_invitee (id, grants, version, recorded_at, salt, capacity, until_on, authority_id, organisation_id, person_id, item_id) FROM stdin;
\.


COPY public.panel_item (id, grants, version, recorded_at, salt, place, purpose, heading, about_kind, about_id, about_reference, withdrawn_at, authority_id, meeting_id, put_by_id) FROM stdin;
\.


COPY public.panel_minute (id, grants, version, recorded_at, salt, there, shared, nil_returns, risk, actions, because, written_at, authority_id, corrects_id, item_id, written_by_id) FROM stdin;
\.


COPY public.panel_minutesignature (id, grants, version, recorded_at, salt, signed_as, signed_at, authority_id, minute_id, signed_by_id) FROM stdin;
\.


COPY public.panel_pack (id, grants, version, recorded_at, salt, items, content, asked_at, made_at, failed_at, until, authority_id, meeting_id, organisation_id, reader_id) FROM stdin;
\.


COPY public.panel_panel (id, grants, version, recorded_at, salt, reference, name, kind, covers, chairing_agreed_on, begins_on, ended_on, ended_because, authority_id) FROM stdin;
\.


COPY public.panel_panelmeeting (id, grants, version, recorded_at, salt, authority_id, meeting_id, panel_id) FROM stdin;
\.


COPY public.panel_paper (id, grants, version, recorded_at, salt, title, words, sectors, added_at, added_by_id, authority_id, item_id) FROM stdin;
\.


COPY public.panel_seat (id, grants, version, recorded_at, salt, sector, areas, chairs, from_on, until_on, ended_because, authority_id, holder_id, organisation_id, panel_id) FROM stdin;
\.


COPY public.panel_terms (id, grants, version, recorded_at, salt, in_force_from, review_on, words, meets, quorum, quorum_number, agreed_on, authority_id, panel_id, recorded_by_id) FROM stdin;
\.


COPY public.people_address (id, grants, version, recorded_at, salt, kind, lines, postcode, from_on, until_on, source, authority_id, person_id) FROM stdin;
\.


COPY public.people_affiliation (id, grants, version, recorded_at, salt, name, role, from_on, until_on, source, authority_id, institution_id, person_id) FROM stdin;
\.


COPY public.people_equalityanswers (id, grants, version, recorded_at, salt, person_key, ethnicity, religion, sex, gender_identity, sexual_orientation, disability, why_not_asked, source, answered_at, authority_id) FROM stdin;
\.


COPY public.people_match (id, grants, version, recorded_at, salt, candidate_id, reasons, found_at, answer, note, answered_at, answered_by_id, authority_id, person_id) FROM stdin;
\.


COPY public.people_ownerquestion (id, grants, version, recorded_at, salt, why, asked_at, answer, answered_at, answered_by_id, asked_by_id, authority_id, match_id, person_id) FROM stdin;
\.


COPY public.people_person (id, grants, version, recorded_at, salt, reference, born_on, born_precision, approximate_age, age_noted_on, gender, language, needs_interpreter, authority_id) FROM stdin;
\.


COPY public.people_personlink (id, grants, version, recorded_at, salt, linked_at, undone_at, authority_id, linked_by_id, other_id, person_id, undone_by_id) FROM stdin;
\.


COPY public.people_personname (id, grants, version, recorded_at, salt, kind, full_name, forenames, surname, folded, folded_parts, is_main, source, authority_id, person_id) FROM stdin;
\.


COPY public.places_authority (id, valid_from, valid_until, code, name, official_name, kind, nation, upper_code, county, dfe_code, slug, safety_partnerships, predecessor_code, uses_waymark, source, force_id, region_id) FROM stdin;
\.


COPY public.places_institution (id, kind, urn, name, name_cy, name_folded, type_name, phase, status, opened_on, closed_on, street, locality, town, county, postcode, laestab, trust_name, trust_code, pupils, source, source_on, local_name, authority_id, ward_id) FROM stdin;
\.


COPY public.places_institutionlink (id, urn, linked_urn, linked_name, kind, established_on) FROM stdin;
\.


COPY public.places_organisation (id, valid_from, valid_until, kind, name, contact_email, contact_phone, authority_id, institution_id, name_folded, ward_id) FROM stdin;
\.


COPY public.places_policeforce (id, valid_from, valid_until, code, name) FROM stdin;
\.


COPY public.places_region (id, valid_from, valid_until, code, name) FROM stdin;
\.


COPY public.places_registerupload (id, name, content, shown, recorded_at, applied_at, confirmed_at, done, looked_at, problem) FROM stdin;
\.


COPY public.places_team (id, valid_from, valid_until, kind, name, organisation_id) FROM stdin;
\.


COPY public.places_ward (id, valid_from, valid_until, code, name, constituency, authority_id) FROM stdin;
\.


COPY public.procrastinate_events (id, job_id, type, at) FROM stdin;
\.


COPY public.procrastinate_jobs (id, queue_name, task_name, lock, args, status, scheduled_at, attempts, queueing_lock, priority, abort_requested, worker_id) FROM stdin;
\.


COPY public.procrastinate_periodic_defers (id, task_name, defer_timestamp, job_id, periodic_id) FROM stdin;
\.


COPY public.procrastinate_workers (id, last_heartbeat) FROM stdin;
\.


COPY public.reach_approach (id, grants, version, recorded_at, salt, how, outcome, reason, batch, made_at, authority_id, institution_id, made_by_id, organisation_id) FROM stdin;
\.


COPY public.referrals_approval (id, grants, version, recorded_at, salt, approved, reason, approved_as, approved_at, approved_by_id, authority_id, decision_id) FROM stdin;
\.


COPY public.referrals_concern (id, grants, version, recorded_at, salt, place, words, kind, standing, source, happened_on, happened_precision, violence, handling, mark, mark_note, marked_at, authority_id, marked_by_id, recorded_by_id, referral_id) FROM stdin;
\.


COPY public.referrals_decision (id, grants, version, recorded_at, salt, outcome, options, reason, relied_on, dissent, note_code, note, withheld_because, needs_second, signed_as, signed_at, authority_id, corrects_id, signed_by_id, referral_id) FROM stdin;
\.


COPY public.referrals_duty (id, grants, version, recorded_at, salt, service, told_on, told_by, their_reference, why_not, answered_at, answered_by_id, authority_id, referral_id) FROM stdin;
\.


COPY public.referrals_handover (id, grants, version, recorded_at, salt, note, offered_at, accepted, answer, answered_at, authority_id, giver_id, offered_by_id, receiver_id, referral_id) FROM stdin;
\.


COPY public.referrals_informationrequest (id, grants, version, recorded_at, salt, reference, question, basis, due_on, asked_at, state, reply, handling, why, answered_themselves, replied_at, asked_id, asked_by_id, authority_id, replied_by_id, referral_id, mistake_told_on) FROM stdin;
\.


COPY public.referrals_need (id, grants, version, recorded_at, salt, words, bearing, why, source, noted_on, ended_on, ended_because, authority_id, noted_by_id, referral_id) FROM stdin;
\.


COPY public.referrals_redirect (id, grants, version, recorded_at, salt, reference, service_name, message, basis, asked_at, state, answer, answered_on, answered_themselves, answered_by_id, asked_by_id, authority_id, service_id, referral_id, mistake_told_on) FROM stdin;
\.


COPY public.referrals_referral (id, grants, version, recorded_at, salt, reference, state, received_at, concern_arose_on, age_on_receipt, under_18, lives_with_child, due_at, sent_to_police_at, reopened_at, closed_at, sealed_at, authority_id, decision_id, lead_id, person_id, submission_id) FROM stdin;
\.


COPY public.referrals_requestoverride (id, grants, version, recorded_at, salt, reason, overridden_at, authority_id, overridden_by_id, request_id) FROM stdin;
\.


COPY public.referrals_restriction (id, grants, version, recorded_at, salt, people, reason, restricted_at, ended_at, ended_because, authority_id, ended_by_id, referral_id, restricted_by_id) FROM stdin;
\.


COPY public.referrals_resumption (id, grants, version, recorded_at, salt, move, reason, signed_at, authority_id, referral_id, signed_by_id) FROM stdin;
\.


COPY public.referrals_takentogether (id, grants, version, recorded_at, salt, answer, covers, answered_at, answered_by_id, authority_id, referral_id) FROM stdin;
\.


COPY public.referrals_told (id, grants, version, recorded_at, salt, hearer, told_on, told_by, response, not_yet_because, decide_again_on, answered_on, answered_by_id, authority_id, referral_id) FROM stdin;
\.


COPY public.reports_figure (id, grants, version, recorded_at, salt, code, split, definition_version, title, definition, source, from_on, until_on, counted_at, rows, authority_id, report_id) FROM stdin;
\.


COPY public.reports_report (id, grants, version, recorded_at, salt, title, from_on, until_on, passages, begun_at, signed_as, signed_at, number, because, authority_id, begun_by_id, corrects_id, signed_by_id) FROM stdin;
\.


COPY public.retention_disposal (id, grants, version, recorded_at, salt, class_code, model, count, on_date, authority_id, ground, proposal_key) FROM stdin;
\.


COPY public.retention_erasure (id, grants, version, recorded_at, salt, kind, record_id, class_code, erased_on, ground, proposal_key, rows, authority_id) FROM stdin;
\.


COPY public.retention_hold (id, grants, version, recorded_at, salt, life_key, kind, reference, reason, placed_on, review_on, ended_on, ended_because, authority_id, ended_by_id, placed_by_id) FROM stdin;
\.


COPY public.retention_life (id, grants, version, recorded_at, salt, kind, record_id, class_code, came_on, began_on, sealed_on, seal_on, review_on, erase_on, ceiling_on, authority_id) FROM stdin;
\.


COPY public.retention_proposal (id, grants, version, recorded_at, salt, lives, counts, proposed_at, approved, decided_at, proposed_as, decided_as, reason, authority_id, decided_by_id, proposed_by_id) FROM stdin;
\.


COPY public.retention_retentionsetting (id, class_code, months, days, from_date, reason, recorded_at, authority_id, review_months, seal_months) FROM stdin;
\.


COPY public.retention_review (id, grants, version, recorded_at, salt, life_key, kind, record_id, due_on, asked_on, decision, keep_until, reason, decided_on, authority_id, decided_by_id) FROM stdin;
\.


COPY public.support_briefing (id, grants, version, recorded_at, salt, checked_on, checked_by, words, sessions, sent_at, read_at, action_id, authority_id, read_by_id, sent_by_id) FROM stdin;
\.


COPY public.support_plan (id, grants, version, recorded_at, salt, number, consent_arrangements, nature, responsible, delivery, changed, why, begun_at, panel_on, approved_as, approved_at, approved_by_id, authority_id, begun_by_id, case_id) FROM stdin;
\.


COPY public.support_planneed (id, grants, version, recorded_at, salt, came_from, source_id, place, question, words, noted_at, why_none, explained_at, authority_id, case_id, explained_by_id, noted_by_id) FROM stdin;
\.


COPY public.support_report (id, grants, version, recorded_at, salt, due_on, words, received_at, seen_on, action_id, asked_by_id, authority_id, seen_said_by_id, written_by_id) FROM stdin;
\.


COPY public.support_session (id, grants, version, recorded_at, salt, planned_on, state, held_on, minutes, mode, reason, reported_at, covered, action_id, authority_id, planned_by_id, reported_by_id) FROM stdin;
\.


COPY public.support_supportaction (id, grants, version, recorded_at, salt, reference, kind, task, needs, due_on, asked_at, answer_due_at, state, answered_at, started_on, stopped_by, stopped_at, because, ended_at, asked_by_id, authority_id, organisation_id, person_id, plan_id) FROM stdin;
\.


COPY public.support_update (id, grants, version, recorded_at, salt, words, written_at, action_id, authority_id, written_by_id) FROM stdin;
\.


COPY public.tasks_clock (id, code, number, unit, from_date, source, confirmed, recorded_at, authority_id) FROM stdin;
\.


COPY public.tasks_reminder (id, kind, given_at, task_id) FROM stdin;
\.


COPY public.tasks_task (id, grants, version, recorded_at, salt, kind, about_kind, about_id, reference, for_grant, escalate_to, escalated_at, asked_at, due_at, done_at, done_by, authority_id, for_user_id) FROM stdin;
\.


COPY public.training_attendance (id, grants, version, recorded_at, salt, held_on, number, came, source, source_key, marked_at, authority_id, institution_id, marked_by_id, organisation_id, booking_id, taught_id, session_id, role_id, trainee_id) FROM stdin;
\.


COPY public.training_audience (id, grants, version, recorded_at, salt, name, place, ended_on, authority_id) FROM stdin;
\.


COPY public.training_booking (id, grants, version, recorded_at, salt, reference, state, number, needs, asked_at, cancelled_at, authority_id, booked_by_id, institution_id, organisation_id, visitor_id, session_id, role_id, trainee_id) FROM stdin;
\.


COPY public.training_certificate (id, grants, version, recorded_at, salt, code, issued_at, withdrawn_at, withdrawn_because, attendance_id, authority_id, issued_by_id) FROM stdin;
\.


COPY public.training_course (id, grants, version, recorded_at, salt, name, level, ended_on, audience_id, authority_id, needs_id) FROM stdin;
\.


COPY public.training_courseversion (id, grants, version, recorded_at, salt, number, from_on, reason, because, aims, minutes, materials, trainer_notes, authority_id, course_id, recorded_by_id) FROM stdin;
\.


COPY public.training_headcount (id, grants, version, recorded_at, salt, number, counted_on, source, authority_id, institution_id, organisation_id, recorded_by_id, role_id) FROM stdin;
\.


COPY public.training_refreshrule (id, grants, version, recorded_at, salt, months, from_on, because, authority_id, recorded_by_id, role_id) FROM stdin;
\.


COPY public.training_session (id, grants, version, recorded_at, salt, reference, state, starts_at, ends_at, place, online_link, sequence, capacity, taken, is_open, delivered_by, joining, cancelled_at, cancelled_because, authority_id, institution_id, organisation_id, taught_id) FROM stdin;
\.


COPY public.training_staffrole (id, grants, version, recorded_at, salt, name, place, ended_on, authority_id) FROM stdin;
\.


COPY public.training_trainee (id, grants, version, recorded_at, salt, name, email, last_on, left_on, authority_id, institution_id, organisation_id, role_id) FROM stdin;
\.


COPY public.training_trainer (id, grants, version, recorded_at, salt, authority_id, person_id, session_id) FROM stdin;
\.


COPY public.training_trainingrequest (id, grants, version, recorded_at, salt, reference, state, elsewhere, number, wished, words, name, phone, asked_at, answered_at, declined_because, asked_by_id, audience_id, authority_id, institution_id, organisation_id, owner_id, session_id, visitor_id) FROM stdin;
\.


COPY public.usersessions_usersession (id, created_at, ip, last_seen_at, session_key, user_agent, data, user_id) FROM stdin;
\.


COPY public.vault_destroyed (id, grants, version, recorded_at, salt, key_id, about_table, about_id, destroyed_at, authority_id) FROM stdin;
\.


COPY public.vault_document (id, grants, version, recorded_at, salt, about_table, about_id, name, kind, size, stored_as, record_key, wrapped, checked, checked_at, checked_with, added_at, added_by_user_id, added_by_visitor_id, authority_id) FROM stdin;
\.


COPY public.vault_masterkey (number, known_by, made_at, retired_at) FROM stdin;
\.


COPY public.vault_recordkey (id, grants, version, recorded_at, salt, about_table, about_id, wrapped, master, destroyed_at, authority_id) FROM stdin;
\.


COPY reach.tally (authority_id, place, held_on, before_on, came, people) FROM stdin;
\.


COPY reach.touched (id, authority_id, place) FROM stdin;
\.


COPY retention.class (code, seals, erases, reviews, ceiling) FROM stdin;
draft-referral	\N	14 days	\N	14 days
enquiry-unnamed	6 mons	2 years	\N	2 years
enquiry-named	\N	6 mons	\N	1 year
referral-unfounded	00:00:00	90 days	\N	6 mons
referral-child	1 year	3 years	1 year	6 years
referral-adult	1 year	3 years	1 year	6 years
channel-case	1 year	6 years	1 year	6 years
case-papers	1 year	6 years	\N	6 years
panel-minutes	\N	6 years	\N	6 years
third-party	\N	1 year	1 year	6 years
equality	\N	1 year	\N	1 year
disclosure-log	\N	7 years	\N	7 years
rights-request	\N	3 years	\N	6 years
training-record	\N	3 years	\N	6 years
self-audit	\N	4 years	\N	6 years
project-grant	\N	6 years	\N	7 years
board-papers	\N	20 years	5 years	\N
ledger	\N	8 years	\N	8 years
break-glass	\N	6 years	3 mons	6 years
technical-log	\N	1 year	\N	1 year
notification	\N	30 days	\N	30 days
export-file	\N	1 day	\N	7 days
rejected-upload	\N	1 day	\N	1 day
account	35 days	90 days	\N	90 days
backup	\N	90 days	\N	90 days
\.


COPY retention.held_by (kind, by_relation, by_column, class_code) FROM stdin;
people.person	referrals_referral	person_id	referral-child
concerns.submission	referrals_referral	submission_id	referral-child
\.


COPY retention.kind (kind, relation, needs_two) FROM stdin;
referrals.referral	referrals_referral	t
concerns.draft	concerns_draft	f
concerns.enquiry	concerns_enquiry	f
people.person	people_person	f
concerns.submission	concerns_submission	f
\.


COPY retention.part (kind, relation, key, type, finds) FROM stdin;
referrals.referral	retention_review	id	uuid	SELECT id FROM retention_review WHERE kind = 'referrals.referral' AND record_id = $1
referrals.referral	retention_hold	id	uuid	SELECT h.id FROM retention_hold h JOIN retention_life l ON l.id = h.life_key WHERE l.kind = 'referrals.referral' AND l.record_id = $1
concerns.draft	retention_review	id	uuid	SELECT id FROM retention_review WHERE kind = 'concerns.draft' AND record_id = $1
concerns.draft	retention_hold	id	uuid	SELECT h.id FROM retention_hold h JOIN retention_life l ON l.id = h.life_key WHERE l.kind = 'concerns.draft' AND l.record_id = $1
concerns.enquiry	retention_review	id	uuid	SELECT id FROM retention_review WHERE kind = 'concerns.enquiry' AND record_id = $1
concerns.enquiry	retention_hold	id	uuid	SELECT h.id FROM retention_hold h JOIN retention_life l ON l.id = h.life_key WHERE l.kind = 'concerns.enquiry' AND l.record_id = $1
referrals.referral	referrals_referral	id	uuid	SELECT $1
referrals.referral	referrals_concern	id	uuid	SELECT id FROM referrals_concern WHERE referral_id = $1
referrals.referral	referrals_need	id	uuid	SELECT id FROM referrals_need WHERE referral_id = $1
referrals.referral	referrals_duty	id	uuid	SELECT id FROM referrals_duty WHERE referral_id = $1
referrals.referral	referrals_told	id	uuid	SELECT id FROM referrals_told WHERE referral_id = $1
referrals.referral	referrals_informationrequest	id	uuid	SELECT id FROM referrals_informationrequest WHERE referral_id = $1
referrals.referral	referrals_redirect	id	uuid	SELECT id FROM referrals_redirect WHERE referral_id = $1
referrals.referral	referrals_takentogether	id	uuid	SELECT id FROM referrals_takentogether WHERE referral_id = $1
referrals.referral	referrals_decision	id	uuid	SELECT id FROM referrals_decision WHERE referral_id = $1
referrals.referral	referrals_resumption	id	uuid	SELECT id FROM referrals_resumption WHERE referral_id = $1
referrals.referral	referrals_handover	id	uuid	SELECT id FROM referrals_handover WHERE referral_id = $1
referrals.referral	referrals_approval	id	uuid	SELECT a.id FROM referrals_approval a JOIN referrals_decision d ON d.id = a.decision_id WHERE d.referral_id = $1
referrals.referral	referrals_requestoverride	id	uuid	SELECT o.id FROM referrals_requestoverride o JOIN referrals_informationrequest q ON q.id = o.request_id WHERE q.referral_id = $1
referrals.referral	concerns_submission	id	uuid	SELECT (SELECT submission_id FROM referrals_referral WHERE id = $1)
referrals.referral	concerns_concernraiser	id	uuid	SELECT id FROM concerns_concernraiser WHERE submission_id = (SELECT submission_id FROM referrals_referral WHERE id = $1)
referrals.referral	concerns_addedinformation	id	uuid	SELECT id FROM concerns_addedinformation WHERE submission_id = (SELECT submission_id FROM referrals_referral WHERE id = $1)
referrals.referral	concerns_progress	id	uuid	SELECT id FROM concerns_progress WHERE submission_id = (SELECT submission_id FROM referrals_referral WHERE id = $1)
referrals.referral	concerns_draft	id	uuid	SELECT id FROM concerns_draft WHERE id = (SELECT from_draft FROM concerns_submission WHERE id = (SELECT submission_id FROM referrals_referral WHERE id = $1))
referrals.referral	concerns_draftapart	id	uuid	SELECT id FROM concerns_draftapart WHERE draft_id = (SELECT from_draft FROM concerns_submission WHERE id = (SELECT submission_id FROM referrals_referral WHERE id = $1))
referrals.referral	people_person	id	uuid	SELECT id FROM people_person WHERE id = (SELECT r.person_id FROM referrals_referral r WHERE r.id = $1 AND NOT EXISTS (SELECT FROM referrals_referral o WHERE o.person_id = r.person_id AND o.id <> r.id))
referrals.referral	people_personname	id	uuid	SELECT id FROM people_personname WHERE person_id = (SELECT r.person_id FROM referrals_referral r WHERE r.id = $1 AND NOT EXISTS (SELECT FROM referrals_referral o WHERE o.person_id = r.person_id AND o.id <> r.id))
referrals.referral	people_address	id	uuid	SELECT id FROM people_address WHERE person_id = (SELECT r.person_id FROM referrals_referral r WHERE r.id = $1 AND NOT EXISTS (SELECT FROM referrals_referral o WHERE o.person_id = r.person_id AND o.id <> r.id))
referrals.referral	people_affiliation	id	uuid	SELECT id FROM people_affiliation WHERE person_id = (SELECT r.person_id FROM referrals_referral r WHERE r.id = $1 AND NOT EXISTS (SELECT FROM referrals_referral o WHERE o.person_id = r.person_id AND o.id <> r.id))
referrals.referral	people_ownerquestion	id	uuid	SELECT id FROM people_ownerquestion WHERE person_id = (SELECT r.person_id FROM referrals_referral r WHERE r.id = $1 AND NOT EXISTS (SELECT FROM referrals_referral o WHERE o.person_id = r.person_id AND o.id <> r.id))
referrals.referral	people_match	id	uuid	SELECT id FROM people_match WHERE (SELECT r.person_id FROM referrals_referral r WHERE r.id = $1 AND NOT EXISTS (SELECT FROM referrals_referral o WHERE o.person_id = r.person_id AND o.id <> r.id)) IN (person_id, candidate_id)
referrals.referral	people_personlink	id	uuid	SELECT id FROM people_personlink WHERE (SELECT r.person_id FROM referrals_referral r WHERE r.id = $1 AND NOT EXISTS (SELECT FROM referrals_referral o WHERE o.person_id = r.person_id AND o.id <> r.id)) IN (person_id, other_id)
referrals.referral	people_equalityanswers	id	uuid	SELECT id FROM people_equalityanswers WHERE person_key = (SELECT r.person_id FROM referrals_referral r WHERE r.id = $1 AND NOT EXISTS (SELECT FROM referrals_referral o WHERE o.person_id = r.person_id AND o.id <> r.id))
referrals.referral	access_visitor	id	uuid	SELECT v.id FROM access_visitor v WHERE v.id IN (SELECT author_visitor_id FROM concerns_submission WHERE id = (SELECT submission_id FROM referrals_referral WHERE id = $1) UNION SELECT author_visitor_id FROM concerns_addedinformation WHERE submission_id = (SELECT submission_id FROM referrals_referral WHERE id = $1)) AND NOT EXISTS (SELECT FROM concerns_submission x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_draft x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_enquiry x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_addedinformation x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2))
people.person	tasks_reminder	id	bigint	SELECT m.id FROM tasks_reminder m JOIN tasks_task t ON t.id = m.task_id WHERE t.about_id = ANY ($2)
concerns.submission	concerns_submission	id	uuid	SELECT $1
concerns.submission	concerns_concernraiser	id	uuid	SELECT id FROM concerns_concernraiser WHERE submission_id = $1
concerns.submission	concerns_addedinformation	id	uuid	SELECT id FROM concerns_addedinformation WHERE submission_id = $1
concerns.submission	concerns_progress	id	uuid	SELECT id FROM concerns_progress WHERE submission_id = $1
referrals.referral	access_visitorlink	token_hash	text	SELECT token_hash FROM access_visitorlink WHERE visitor_id IN (SELECT v.id FROM access_visitor v WHERE v.id IN (SELECT author_visitor_id FROM concerns_submission WHERE id = (SELECT submission_id FROM referrals_referral WHERE id = $1) UNION SELECT author_visitor_id FROM concerns_addedinformation WHERE submission_id = (SELECT submission_id FROM referrals_referral WHERE id = $1)) AND NOT EXISTS (SELECT FROM concerns_submission x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_draft x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_enquiry x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_addedinformation x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)))
referrals.referral	tasks_task	id	uuid	SELECT id FROM tasks_task WHERE about_id = ANY ($2)
referrals.referral	tasks_reminder	id	bigint	SELECT m.id FROM tasks_reminder m JOIN tasks_task t ON t.id = m.task_id WHERE t.about_id = ANY ($2)
referrals.referral	outbox_message	id	uuid	SELECT id FROM outbox_message WHERE reference <> '' AND reference = (SELECT reference FROM referrals_referral WHERE id = $1)
referrals.referral	outbox_envelope	id	uuid	SELECT id FROM outbox_envelope WHERE message_id IN (SELECT id FROM outbox_message WHERE reference <> '' AND reference = (SELECT reference FROM referrals_referral WHERE id = $1))
referrals.referral	access_interest	id	uuid	SELECT id FROM access_interest WHERE about_id = $1
concerns.draft	concerns_draft	id	uuid	SELECT $1
concerns.draft	concerns_draftapart	id	uuid	SELECT id FROM concerns_draftapart WHERE draft_id = $1
concerns.draft	access_visitor	id	uuid	SELECT v.id FROM access_visitor v WHERE v.id IN (SELECT author_visitor_id FROM concerns_draft WHERE id = $1) AND NOT EXISTS (SELECT FROM concerns_submission x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_draft x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_enquiry x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_addedinformation x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2))
concerns.draft	access_visitorlink	token_hash	text	SELECT token_hash FROM access_visitorlink WHERE visitor_id IN (SELECT v.id FROM access_visitor v WHERE v.id IN (SELECT author_visitor_id FROM concerns_draft WHERE id = $1) AND NOT EXISTS (SELECT FROM concerns_submission x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_draft x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_enquiry x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_addedinformation x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)))
concerns.draft	tasks_task	id	uuid	SELECT id FROM tasks_task WHERE about_id = ANY ($2)
concerns.draft	tasks_reminder	id	bigint	SELECT m.id FROM tasks_reminder m JOIN tasks_task t ON t.id = m.task_id WHERE t.about_id = ANY ($2)
concerns.enquiry	concerns_enquiry	id	uuid	SELECT $1
concerns.enquiry	access_visitor	id	uuid	SELECT v.id FROM access_visitor v WHERE v.id IN (SELECT author_visitor_id FROM concerns_enquiry WHERE id = $1) AND NOT EXISTS (SELECT FROM concerns_submission x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_draft x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_enquiry x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_addedinformation x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2))
concerns.enquiry	access_visitorlink	token_hash	text	SELECT token_hash FROM access_visitorlink WHERE visitor_id IN (SELECT v.id FROM access_visitor v WHERE v.id IN (SELECT author_visitor_id FROM concerns_enquiry WHERE id = $1) AND NOT EXISTS (SELECT FROM concerns_submission x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_draft x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_enquiry x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_addedinformation x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)))
concerns.enquiry	tasks_task	id	uuid	SELECT id FROM tasks_task WHERE about_id = ANY ($2)
concerns.enquiry	tasks_reminder	id	bigint	SELECT m.id FROM tasks_reminder m JOIN tasks_task t ON t.id = m.task_id WHERE t.about_id = ANY ($2)
concerns.enquiry	outbox_message	id	uuid	SELECT id FROM outbox_message WHERE reference <> '' AND reference = (SELECT reference FROM concerns_enquiry WHERE id = $1)
concerns.enquiry	outbox_envelope	id	uuid	SELECT id FROM outbox_envelope WHERE message_id IN (SELECT id FROM outbox_message WHERE reference <> '' AND reference = (SELECT reference FROM concerns_enquiry WHERE id = $1))
referrals.referral	referrals_restriction	id	uuid	SELECT id FROM referrals_restriction WHERE referral_id = $1
referrals.referral	assessment_policeassessment	id	uuid	SELECT id FROM assessment_policeassessment WHERE referral_id = $1
referrals.referral	assessment_deconfliction	id	uuid	SELECT id FROM assessment_deconfliction WHERE assessment_id IN (SELECT id FROM assessment_policeassessment WHERE referral_id = $1)
referrals.referral	assessment_writtenassessment	id	uuid	SELECT id FROM assessment_writtenassessment WHERE assessment_id IN (SELECT id FROM assessment_policeassessment WHERE referral_id = $1)
referrals.referral	assessment_policedecision	id	uuid	SELECT id FROM assessment_policedecision WHERE assessment_id IN (SELECT id FROM assessment_policeassessment WHERE referral_id = $1)
referrals.referral	assessment_closureapproval	id	uuid	SELECT a.id FROM assessment_closureapproval a JOIN assessment_policedecision d ON d.id = a.decision_id WHERE d.assessment_id IN (SELECT id FROM assessment_policeassessment WHERE referral_id = $1)
people.person	people_person	id	uuid	SELECT $1
people.person	people_personname	id	uuid	SELECT id FROM people_personname WHERE person_id = $1
people.person	people_address	id	uuid	SELECT id FROM people_address WHERE person_id = $1
people.person	people_affiliation	id	uuid	SELECT id FROM people_affiliation WHERE person_id = $1
people.person	people_ownerquestion	id	uuid	SELECT id FROM people_ownerquestion WHERE person_id = $1
people.person	people_match	id	uuid	SELECT id FROM people_match WHERE $1 IN (person_id, candidate_id)
people.person	people_personlink	id	uuid	SELECT id FROM people_personlink WHERE $1 IN (person_id, other_id)
people.person	people_equalityanswers	id	uuid	SELECT id FROM people_equalityanswers WHERE person_key = $1
people.person	tasks_task	id	uuid	SELECT id FROM tasks_task WHERE about_id = ANY ($2)
concerns.submission	concerns_draft	id	uuid	SELECT id FROM concerns_draft WHERE id = (SELECT from_draft FROM concerns_submission WHERE id = $1)
concerns.submission	concerns_draftapart	id	uuid	SELECT id FROM concerns_draftapart WHERE draft_id = (SELECT from_draft FROM concerns_submission WHERE id = $1)
concerns.submission	access_visitor	id	uuid	SELECT v.id FROM access_visitor v WHERE v.id IN (SELECT author_visitor_id FROM concerns_submission WHERE id = $1 UNION SELECT author_visitor_id FROM concerns_addedinformation WHERE submission_id = $1) AND NOT EXISTS (SELECT FROM concerns_submission x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_draft x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_enquiry x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_addedinformation x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2))
concerns.submission	access_visitorlink	token_hash	text	SELECT token_hash FROM access_visitorlink WHERE visitor_id IN (SELECT v.id FROM access_visitor v WHERE v.id IN (SELECT author_visitor_id FROM concerns_submission WHERE id = $1 UNION SELECT author_visitor_id FROM concerns_addedinformation WHERE submission_id = $1) AND NOT EXISTS (SELECT FROM concerns_submission x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_draft x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_enquiry x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)) AND NOT EXISTS (SELECT FROM concerns_addedinformation x WHERE x.author_visitor_id = v.id AND x.id::text <> ALL ($2)))
concerns.submission	tasks_task	id	uuid	SELECT id FROM tasks_task WHERE about_id = ANY ($2)
concerns.submission	tasks_reminder	id	bigint	SELECT m.id FROM tasks_reminder m JOIN tasks_task t ON t.id = m.task_id WHERE t.about_id = ANY ($2)
concerns.submission	outbox_message	id	uuid	SELECT id FROM outbox_message WHERE reference <> '' AND reference = (SELECT reference FROM concerns_submission WHERE id = $1)
concerns.submission	outbox_envelope	id	uuid	SELECT id FROM outbox_envelope WHERE message_id IN (SELECT id FROM outbox_message WHERE reference <> '' AND reference = (SELECT reference FROM concerns_submission WHERE id = $1))
referrals.referral	channel_case	id	uuid	SELECT id FROM channel_case WHERE referral_id = $1
referrals.referral	channel_caseevent	id	uuid	SELECT e.id FROM channel_caseevent e JOIN channel_case c ON c.id = e.case_id WHERE c.referral_id = $1
referrals.referral	channel_paneldecision	id	uuid	SELECT d.id FROM channel_paneldecision d JOIN channel_case c ON c.id = d.case_id WHERE c.referral_id = $1
referrals.referral	channel_dissent	id	uuid	SELECT x.id FROM channel_dissent x JOIN channel_paneldecision d ON d.id = x.decision_id JOIN channel_case c ON c.id = d.case_id WHERE c.referral_id = $1
referrals.referral	panel_item	id	uuid	SELECT id FROM panel_item WHERE about_id = $1
referrals.referral	panel_paper	id	uuid	SELECT x.id FROM panel_paper x JOIN panel_item i ON i.id = x.item_id WHERE i.about_id = $1
referrals.referral	panel_declaredinterest	id	uuid	SELECT x.id FROM panel_declaredinterest x JOIN panel_item i ON i.id = x.item_id WHERE i.about_id = $1
referrals.referral	panel_invitee	id	uuid	SELECT x.id FROM panel_invitee x JOIN panel_item i ON i.id = x.item_id WHERE i.about_id = $1
referrals.referral	panel_minute	id	uuid	SELECT m.id FROM panel_minute m JOIN panel_item i ON i.id = m.item_id WHERE i.about_id = $1
referrals.referral	panel_minutesignature	id	uuid	SELECT s.id FROM panel_minutesignature s JOIN panel_minute m ON m.id = s.minute_id JOIN panel_item i ON i.id = m.item_id WHERE i.about_id = $1
referrals.referral	panel_pack	id	uuid	SELECT p.id FROM panel_pack p JOIN panel_item i ON i.id = ANY (p.items) WHERE i.about_id = $1
referrals.referral	channel_attendancecorrection	id	uuid	SELECT x.id FROM channel_attendancecorrection x JOIN channel_paneldecision d ON d.id = x.decision_id JOIN channel_case c ON c.id = d.case_id WHERE c.referral_id = $1
referrals.referral	consent_consent	id	uuid	SELECT e.id FROM consent_consent e JOIN channel_case c ON c.id = e.case_id WHERE c.referral_id = $1
referrals.referral	consent_objection	id	uuid	SELECT o.id FROM consent_objection o JOIN consent_consent e ON e.id = o.consent_id JOIN channel_case c ON c.id = e.case_id WHERE c.referral_id = $1
referrals.referral	consent_resolution	id	uuid	SELECT r.id FROM consent_resolution r JOIN consent_objection o ON o.id = r.objection_id JOIN consent_consent e ON e.id = o.consent_id JOIN channel_case c ON c.id = e.case_id WHERE c.referral_id = $1
referrals.referral	consent_withdrawal	id	uuid	SELECT w.id FROM consent_withdrawal w JOIN consent_consent e ON e.id = w.consent_id JOIN channel_case c ON c.id = e.case_id WHERE c.referral_id = $1
referrals.referral	consent_reassessment	id	uuid	SELECT r.id FROM consent_reassessment r JOIN channel_case c ON c.id = r.case_id WHERE c.referral_id = $1
referrals.referral	consent_reassessed	id	uuid	SELECT d.id FROM consent_reassessed d JOIN consent_reassessment r ON r.id = d.reassessment_id JOIN channel_case c ON c.id = r.case_id WHERE c.referral_id = $1
referrals.referral	exits_closingreport	id	uuid	SELECT id FROM exits_closingreport WHERE case_id IN (SELECT id FROM channel_case WHERE referral_id = $1)
referrals.referral	exits_signoff	id	uuid	SELECT id FROM exits_signoff WHERE report_id IN (SELECT id FROM exits_closingreport WHERE case_id IN (SELECT id FROM channel_case WHERE referral_id = $1))
referrals.referral	exits_review	id	uuid	SELECT id FROM exits_review WHERE exit_id IN (SELECT id FROM exits_signoff WHERE report_id IN (SELECT id FROM exits_closingreport WHERE case_id IN (SELECT id FROM channel_case WHERE referral_id = $1)))
referrals.referral	exits_lookback	id	uuid	SELECT id FROM exits_lookback WHERE review_id IN (SELECT id FROM exits_review WHERE exit_id IN (SELECT id FROM exits_signoff WHERE report_id IN (SELECT id FROM exits_closingreport WHERE case_id IN (SELECT id FROM channel_case WHERE referral_id = $1))))
referrals.referral	exits_alarm	id	uuid	SELECT id FROM exits_alarm WHERE review_id IN (SELECT id FROM exits_review WHERE exit_id IN (SELECT id FROM exits_signoff WHERE report_id IN (SELECT id FROM exits_closingreport WHERE case_id IN (SELECT id FROM channel_case WHERE referral_id = $1))))
referrals.referral	exits_pause	id	uuid	SELECT id FROM exits_pause WHERE case_id IN (SELECT id FROM channel_case WHERE referral_id = $1)
referrals.referral	exits_goingon	id	uuid	SELECT g.id FROM exits_goingon g JOIN exits_pause p ON p.id = g.pause_id WHERE p.case_id IN (SELECT id FROM channel_case WHERE referral_id = $1)
referrals.referral	exits_investigation	id	uuid	SELECT id FROM exits_investigation WHERE case_id IN (SELECT id FROM channel_case WHERE referral_id = $1)
referrals.referral	exits_transfer	id	uuid	SELECT id FROM exits_transfer WHERE case_id IN (SELECT id FROM channel_case WHERE referral_id = $1)
referrals.referral	exits_transferanswer	id	uuid	SELECT id FROM exits_transferanswer WHERE transfer_id IN (SELECT id FROM exits_transfer WHERE case_id IN (SELECT id FROM channel_case WHERE referral_id = $1))
referrals.referral	exits_arrival	id	uuid	SELECT id FROM exits_arrival WHERE case_id IN (SELECT id FROM channel_case WHERE referral_id = $1) OR case_id IS NULL AND transfer_key IN (SELECT id FROM exits_transfer WHERE case_id IN (SELECT id FROM channel_case WHERE referral_id = $1))
referrals.referral	support_plan	id	uuid	SELECT s.id FROM support_plan s JOIN channel_case c ON c.id = s.case_id WHERE c.referral_id = $1
referrals.referral	support_planneed	id	uuid	SELECT s.id FROM support_planneed s JOIN channel_case c ON c.id = s.case_id WHERE c.referral_id = $1
referrals.referral	support_supportaction	id	uuid	SELECT a.id FROM support_supportaction a JOIN support_plan p ON p.id = a.plan_id JOIN channel_case c ON c.id = p.case_id WHERE c.referral_id = $1
referrals.referral	support_update	id	uuid	SELECT u.id FROM support_update u JOIN support_supportaction a ON a.id = u.action_id JOIN support_plan p ON p.id = a.plan_id JOIN channel_case c ON c.id = p.case_id WHERE c.referral_id = $1
referrals.referral	support_briefing	id	uuid	SELECT u.id FROM support_briefing u JOIN support_supportaction a ON a.id = u.action_id JOIN support_plan p ON p.id = a.plan_id JOIN channel_case c ON c.id = p.case_id WHERE c.referral_id = $1
referrals.referral	support_session	id	uuid	SELECT u.id FROM support_session u JOIN support_supportaction a ON a.id = u.action_id JOIN support_plan p ON p.id = a.plan_id JOIN channel_case c ON c.id = p.case_id WHERE c.referral_id = $1
referrals.referral	support_report	id	uuid	SELECT u.id FROM support_report u JOIN support_supportaction a ON a.id = u.action_id JOIN support_plan p ON p.id = a.plan_id JOIN channel_case c ON c.id = p.case_id WHERE c.referral_id = $1
\.


SELECT pg_catalog.setval('ledger.change_id_seq', 1, false);


SELECT pg_catalog.setval('ledger.deed_id_seq', 1, false);


SELECT pg_catalog.setval('ledger.disclosure_id_seq', 1, false);


SELECT pg_catalog.setval('ledger.read_id_seq', 1, false);


SELECT pg_catalog.setval('public.access_promisedrole_id_seq', 1, false);


SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);


SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);


SELECT pg_catalog.setval('public.assessment_framework_id_seq', 1, false);


SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);


SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);


SELECT pg_catalog.setval('public.auth_permission_id_seq', 656, true);


SELECT pg_catalog.setval('public.django_content_type_id_seq', 164, true);


SELECT pg_catalog.setval('public.django_migrations_id_seq', 138, true);


SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);


SELECT pg_catalog.setval('public.places_authority_id_seq', 1, false);


SELECT pg_catalog.setval('public.places_institution_id_seq', 1, false);


SELECT pg_catalog.setval('public.places_institutionlink_id_seq', 1, false);


SELECT pg_catalog.setval('public.places_organisation_id_seq', 1, false);


SELECT pg_catalog.setval('public.places_policeforce_id_seq', 1, false);


SELECT pg_catalog.setval('public.places_region_id_seq', 1, false);


SELECT pg_catalog.setval('public.places_team_id_seq', 1, false);


SELECT pg_catalog.setval('public.places_ward_id_seq', 1, false);


SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);


SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);


SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);


SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);


SELECT pg_catalog.setval('public.retention_retentionsetting_id_seq', 1, false);


SELECT pg_catalog.setval('public.tasks_clock_id_seq', 1, false);


SELECT pg_catalog.setval('public.tasks_reminder_id_seq', 1, false);


SELECT pg_catalog.setval('public.usersessions_usersession_id_seq', 1, false);


SELECT pg_catalog.setval('reach.touched_id_seq', 1, false);


ALTER TABLE ONLY gate.breakable
    ADD CONSTRAINT breakable_pkey PRIMARY KEY (kind);


ALTER TABLE ONLY gate.name_form
    ADD CONSTRAINT name_form_pkey PRIMARY KEY (word, family);


ALTER TABLE ONLY gate.person_keys
    ADD CONSTRAINT person_keys_pkey PRIMARY KEY (person_id);


ALTER TABLE ONLY gate.vouches
    ADD CONSTRAINT vouches_pkey PRIMARY KEY (role);


ALTER TABLE ONLY ledger.change
    ADD CONSTRAINT change_pkey PRIMARY KEY (id);


ALTER TABLE ONLY ledger.deed
    ADD CONSTRAINT deed_pkey PRIMARY KEY (id);


ALTER TABLE ONLY ledger.disclosure
    ADD CONSTRAINT disclosure_pkey PRIMARY KEY (id);


ALTER TABLE ONLY ledger.fence
    ADD CONSTRAINT fence_pkey PRIMARY KEY (one);


ALTER TABLE ONLY ledger.keeping
    ADD CONSTRAINT keeping_pkey PRIMARY KEY (one);


ALTER TABLE ONLY ledger.read
    ADD CONSTRAINT read_pkey PRIMARY KEY (id);


ALTER TABLE ONLY ledger.seal
    ADD CONSTRAINT seal_kind_entries_after_id_key UNIQUE (kind, entries, after_id);


ALTER TABLE ONLY ledger.seal
    ADD CONSTRAINT seal_kind_entries_last_id_key UNIQUE (kind, entries, last_id);


ALTER TABLE ONLY ledger.seal
    ADD CONSTRAINT seal_pkey PRIMARY KEY (number);


ALTER TABLE ONLY ledger.seal
    ADD CONSTRAINT seal_seal_key UNIQUE (seal);


ALTER TABLE ONLY public.panel_acceptance
    ADD CONSTRAINT acceptance_once UNIQUE (meeting_id, person_id, organisation_id);


ALTER TABLE ONLY public.access_glass
    ADD CONSTRAINT access_glass_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.access_glass
    ADD CONSTRAINT access_glass_reference_key UNIQUE (reference);


ALTER TABLE ONLY public.access_interest
    ADD CONSTRAINT access_interest_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.access_membership
    ADD CONSTRAINT access_membership_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.access_oncetoken
    ADD CONSTRAINT access_oncetoken_pkey PRIMARY KEY (token);


ALTER TABLE ONLY public.access_promisedrole
    ADD CONSTRAINT access_promisedrole_invitation_id_key UNIQUE (invitation_id);


ALTER TABLE ONLY public.access_promisedrole
    ADD CONSTRAINT access_promisedrole_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.access_recovery
    ADD CONSTRAINT access_recovery_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.access_visitor
    ADD CONSTRAINT access_visitor_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.access_visitorlink
    ADD CONSTRAINT access_visitorlink_pkey PRIMARY KEY (token_hash);


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_cache
    ADD CONSTRAINT accounts_cache_pkey PRIMARY KEY (cache_key);


ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_accepted_by_id_key UNIQUE (accepted_by_id);


ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_token_hash_key UNIQUE (token_hash);


ALTER TABLE ONLY public.accounts_signon
    ADD CONSTRAINT accounts_signon_identity_key UNIQUE (identity);


ALTER TABLE ONLY public.accounts_signon
    ADD CONSTRAINT accounts_signon_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_signon
    ADD CONSTRAINT accounts_signon_user_id_key UNIQUE (user_id);


ALTER TABLE ONLY public.accounts_typedtext
    ADD CONSTRAINT accounts_typed_once UNIQUE (user_id, path, why);


ALTER TABLE ONLY public.accounts_typedtext
    ADD CONSTRAINT accounts_typedtext_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_email_key UNIQUE (email);


ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.assessment_closureapproval
    ADD CONSTRAINT assessment_closureapproval_decision_id_key UNIQUE (decision_id);


ALTER TABLE ONLY public.assessment_closureapproval
    ADD CONSTRAINT assessment_closureapproval_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.assessment_deconfliction
    ADD CONSTRAINT assessment_deconfliction_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.assessment_framework
    ADD CONSTRAINT assessment_framework_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.assessment_policeassessment
    ADD CONSTRAINT assessment_policeassessment_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.assessment_policedecision
    ADD CONSTRAINT assessment_policedecision_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.assessment_writtenassessment
    ADD CONSTRAINT assessment_writtenassessment_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.meetings_attendance
    ADD CONSTRAINT attendance_one_a_place UNIQUE (meeting_id, for_id);


ALTER TABLE ONLY public.training_audience
    ADD CONSTRAINT audience_once UNIQUE (authority_id, name);


ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.channel_attendancecorrection
    ADD CONSTRAINT channel_attendancecorrection_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.channel_case
    ADD CONSTRAINT channel_case_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.channel_case
    ADD CONSTRAINT channel_case_reference_key UNIQUE (reference);


ALTER TABLE ONLY public.channel_case
    ADD CONSTRAINT channel_case_referral_id_key UNIQUE (referral_id);


ALTER TABLE ONLY public.channel_caseevent
    ADD CONSTRAINT channel_caseevent_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.channel_dissent
    ADD CONSTRAINT channel_dissent_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.channel_paneldecision
    ADD CONSTRAINT channel_paneldecision_corrects_id_key UNIQUE (corrects_id);


ALTER TABLE ONLY public.channel_paneldecision
    ADD CONSTRAINT channel_paneldecision_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.tasks_clock
    ADD CONSTRAINT clock_once UNIQUE NULLS NOT DISTINCT (authority_id, code, from_date);


ALTER TABLE ONLY public.referrals_concern
    ADD CONSTRAINT concern_place_once UNIQUE (referral_id, place);


ALTER TABLE ONLY public.concerns_addedinformation
    ADD CONSTRAINT concerns_addedinformation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.concerns_concernraiser
    ADD CONSTRAINT concerns_concernraiser_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.concerns_concernraiser
    ADD CONSTRAINT concerns_concernraiser_submission_id_key UNIQUE (submission_id);


ALTER TABLE ONLY public.concerns_draft
    ADD CONSTRAINT concerns_draft_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.concerns_draftapart
    ADD CONSTRAINT concerns_draftapart_draft_id_key UNIQUE (draft_id);


ALTER TABLE ONLY public.concerns_draftapart
    ADD CONSTRAINT concerns_draftapart_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.concerns_enquiry
    ADD CONSTRAINT concerns_enquiry_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.concerns_enquiry
    ADD CONSTRAINT concerns_enquiry_reference_key UNIQUE (reference);


ALTER TABLE ONLY public.concerns_progress
    ADD CONSTRAINT concerns_progress_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.concerns_submission
    ADD CONSTRAINT concerns_submission_from_draft_key UNIQUE (from_draft);


ALTER TABLE ONLY public.concerns_submission
    ADD CONSTRAINT concerns_submission_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.concerns_submission
    ADD CONSTRAINT concerns_submission_reference_key UNIQUE (reference);


ALTER TABLE ONLY public.consent_consent
    ADD CONSTRAINT consent_consent_corrects_id_key UNIQUE (corrects_id);


ALTER TABLE ONLY public.consent_consent
    ADD CONSTRAINT consent_consent_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.consent_objection
    ADD CONSTRAINT consent_objection_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.consent_reassessed
    ADD CONSTRAINT consent_reassessed_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.consent_reassessed
    ADD CONSTRAINT consent_reassessed_reassessment_id_key UNIQUE (reassessment_id);


ALTER TABLE ONLY public.consent_reassessment
    ADD CONSTRAINT consent_reassessment_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.consent_resolution
    ADD CONSTRAINT consent_resolution_objection_id_key UNIQUE (objection_id);


ALTER TABLE ONLY public.consent_resolution
    ADD CONSTRAINT consent_resolution_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.consent_withdrawal
    ADD CONSTRAINT consent_withdrawal_consent_id_key UNIQUE (consent_id);


ALTER TABLE ONLY public.consent_withdrawal
    ADD CONSTRAINT consent_withdrawal_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.training_course
    ADD CONSTRAINT course_once UNIQUE (authority_id, name, audience_id);


ALTER TABLE ONLY public.training_courseversion
    ADD CONSTRAINT course_version_once UNIQUE (course_id, number);


ALTER TABLE ONLY public.directory_contact
    ADD CONSTRAINT directory_contact_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.directory_note
    ADD CONSTRAINT directory_note_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.channel_dissent
    ADD CONSTRAINT dissent_once UNIQUE (decision_id, seat_id);


ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);


ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);


ALTER TABLE ONLY public.retention_erasure
    ADD CONSTRAINT erasure_once UNIQUE (kind, record_id);


ALTER TABLE ONLY public.exits_alarm
    ADD CONSTRAINT exit_alarm_once UNIQUE (review_id, days);


ALTER TABLE ONLY public.exits_review
    ADD CONSTRAINT exit_review_once UNIQUE (exit_id, kind);


ALTER TABLE ONLY public.exits_alarm
    ADD CONSTRAINT exits_alarm_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.exits_arrival
    ADD CONSTRAINT exits_arrival_case_id_key UNIQUE (case_id);


ALTER TABLE ONLY public.exits_arrival
    ADD CONSTRAINT exits_arrival_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.exits_arrival
    ADD CONSTRAINT exits_arrival_reference_key UNIQUE (reference);


ALTER TABLE ONLY public.exits_arrival
    ADD CONSTRAINT exits_arrival_transfer_key_key UNIQUE (transfer_key);


ALTER TABLE ONLY public.exits_closingreport
    ADD CONSTRAINT exits_closingreport_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.exits_goingon
    ADD CONSTRAINT exits_goingon_pause_id_key UNIQUE (pause_id);


ALTER TABLE ONLY public.exits_goingon
    ADD CONSTRAINT exits_goingon_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.exits_investigation
    ADD CONSTRAINT exits_investigation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.exits_lookback
    ADD CONSTRAINT exits_lookback_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.exits_lookback
    ADD CONSTRAINT exits_lookback_review_id_key UNIQUE (review_id);


ALTER TABLE ONLY public.exits_pause
    ADD CONSTRAINT exits_pause_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.exits_review
    ADD CONSTRAINT exits_review_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.exits_signoff
    ADD CONSTRAINT exits_signoff_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.exits_signoff
    ADD CONSTRAINT exits_signoff_report_id_key UNIQUE (report_id);


ALTER TABLE ONLY public.exits_transfer
    ADD CONSTRAINT exits_transfer_arrival_key_key UNIQUE (arrival_key);


ALTER TABLE ONLY public.exits_transfer
    ADD CONSTRAINT exits_transfer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.exits_transferanswer
    ADD CONSTRAINT exits_transferanswer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.exits_transferanswer
    ADD CONSTRAINT exits_transferanswer_transfer_id_key UNIQUE (transfer_id);


ALTER TABLE ONLY public.feedback_mark
    ADD CONSTRAINT feedback_mark_once UNIQUE (reply_id, question_id);


ALTER TABLE ONLY public.feedback_mark
    ADD CONSTRAINT feedback_mark_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.feedback_question
    ADD CONSTRAINT feedback_question_once UNIQUE (question_set_id, place);


ALTER TABLE ONLY public.feedback_question
    ADD CONSTRAINT feedback_question_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.feedback_questionset
    ADD CONSTRAINT feedback_questionset_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.feedback_remark
    ADD CONSTRAINT feedback_remark_once UNIQUE (reply_id, question_id);


ALTER TABLE ONLY public.feedback_remark
    ADD CONSTRAINT feedback_remark_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.feedback_reply
    ADD CONSTRAINT feedback_reply_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.feedback_round
    ADD CONSTRAINT feedback_round_once UNIQUE (session_id, occasion);


ALTER TABLE ONLY public.feedback_round
    ADD CONSTRAINT feedback_round_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.feedback_questionset
    ADD CONSTRAINT feedback_set_once UNIQUE (authority_id, number);


ALTER TABLE ONLY public.reports_figure
    ADD CONSTRAINT figure_once UNIQUE (report_id, code, split);


ALTER TABLE ONLY public.assessment_framework
    ADD CONSTRAINT framework_edition_once UNIQUE (code, edition);


ALTER TABLE ONLY public.home_answer
    ADD CONSTRAINT home_answer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.home_homearea
    ADD CONSTRAINT home_homearea_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.home_homearea
    ADD CONSTRAINT home_homearea_user_id_key UNIQUE (user_id);


ALTER TABLE ONLY public.home_inquiry
    ADD CONSTRAINT home_inquiry_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.home_review
    ADD CONSTRAINT home_review_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.home_reviewline
    ADD CONSTRAINT home_reviewline_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.importing_layout
    ADD CONSTRAINT import_layout_once UNIQUE (authority_id, kind, headings);


ALTER TABLE ONLY public.importing_import
    ADD CONSTRAINT importing_import_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.importing_layout
    ADD CONSTRAINT importing_layout_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.places_institution
    ADD CONSTRAINT institution_urn_once UNIQUE (kind, urn);


ALTER TABLE ONLY public.panel_invitee
    ADD CONSTRAINT invitee_once UNIQUE (item_id, person_id);


ALTER TABLE ONLY public.panel_declaredinterest
    ADD CONSTRAINT item_interest_once UNIQUE (item_id, person_id);


ALTER TABLE ONLY public.retention_life
    ADD CONSTRAINT life_once UNIQUE (kind, record_id);


ALTER TABLE ONLY public.places_institutionlink
    ADD CONSTRAINT link_once UNIQUE NULLS NOT DISTINCT (urn, linked_urn, kind, established_on);


ALTER TABLE ONLY public.people_match
    ADD CONSTRAINT match_once UNIQUE (person_id, candidate_id);


ALTER TABLE ONLY public.meetings_attendance
    ADD CONSTRAINT meetings_attendance_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.meetings_meeting
    ADD CONSTRAINT meetings_meeting_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.meetings_meeting
    ADD CONSTRAINT meetings_meeting_reference_key UNIQUE (reference);


ALTER TABLE ONLY public.access_membership
    ADD CONSTRAINT membership_once UNIQUE (user_id, organisation_id, authority_id, role, starts_on);


ALTER TABLE ONLY public.outbox_message
    ADD CONSTRAINT message_once UNIQUE NULLS NOT DISTINCT (authority_id, key);


ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.directory_note
    ADD CONSTRAINT note_once_an_institution UNIQUE (authority_id, institution_id);


ALTER TABLE ONLY public.directory_note
    ADD CONSTRAINT note_once_an_organisation UNIQUE (authority_id, organisation_id);


ALTER TABLE ONLY public.places_organisation
    ADD CONSTRAINT organisation_once UNIQUE (authority_id, name);


ALTER TABLE ONLY public.outbox_envelope
    ADD CONSTRAINT outbox_envelope_message_id_key UNIQUE (message_id);


ALTER TABLE ONLY public.outbox_envelope
    ADD CONSTRAINT outbox_envelope_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.outbox_mailhealth
    ADD CONSTRAINT outbox_mailhealth_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.outbox_message
    ADD CONSTRAINT outbox_message_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.panel_acceptance
    ADD CONSTRAINT panel_acceptance_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.panel_declaredinterest
    ADD CONSTRAINT panel_declaredinterest_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.panel_deputy
    ADD CONSTRAINT panel_deputy_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.panel_invitee
    ADD CONSTRAINT panel_invitee_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.panel_item
    ADD CONSTRAINT panel_item_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.panel_minute
    ADD CONSTRAINT panel_minute_corrects_id_key UNIQUE (corrects_id);


ALTER TABLE ONLY public.panel_minute
    ADD CONSTRAINT panel_minute_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.panel_minutesignature
    ADD CONSTRAINT panel_minutesignature_minute_id_key UNIQUE (minute_id);


ALTER TABLE ONLY public.panel_minutesignature
    ADD CONSTRAINT panel_minutesignature_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.panel_pack
    ADD CONSTRAINT panel_pack_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.panel_panel
    ADD CONSTRAINT panel_panel_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.panel_panel
    ADD CONSTRAINT panel_panel_reference_key UNIQUE (reference);


ALTER TABLE ONLY public.panel_panelmeeting
    ADD CONSTRAINT panel_panelmeeting_meeting_id_key UNIQUE (meeting_id);


ALTER TABLE ONLY public.panel_panelmeeting
    ADD CONSTRAINT panel_panelmeeting_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.panel_paper
    ADD CONSTRAINT panel_paper_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.panel_seat
    ADD CONSTRAINT panel_seat_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.panel_terms
    ADD CONSTRAINT panel_terms_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_address
    ADD CONSTRAINT people_address_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_affiliation
    ADD CONSTRAINT people_affiliation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_equalityanswers
    ADD CONSTRAINT people_equalityanswers_person_key_key UNIQUE (person_key);


ALTER TABLE ONLY public.people_equalityanswers
    ADD CONSTRAINT people_equalityanswers_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_match
    ADD CONSTRAINT people_match_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_ownerquestion
    ADD CONSTRAINT people_ownerquestion_match_id_key UNIQUE (match_id);


ALTER TABLE ONLY public.people_ownerquestion
    ADD CONSTRAINT people_ownerquestion_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_reference_key UNIQUE (reference);


ALTER TABLE ONLY public.people_personlink
    ADD CONSTRAINT people_personlink_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_personname
    ADD CONSTRAINT people_personname_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.places_authority
    ADD CONSTRAINT places_authority_code_key UNIQUE (code);


ALTER TABLE ONLY public.places_authority
    ADD CONSTRAINT places_authority_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.places_institution
    ADD CONSTRAINT places_institution_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.places_institutionlink
    ADD CONSTRAINT places_institutionlink_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.places_organisation
    ADD CONSTRAINT places_organisation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.places_policeforce
    ADD CONSTRAINT places_policeforce_code_key UNIQUE (code);


ALTER TABLE ONLY public.places_policeforce
    ADD CONSTRAINT places_policeforce_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.places_region
    ADD CONSTRAINT places_region_code_key UNIQUE (code);


ALTER TABLE ONLY public.places_region
    ADD CONSTRAINT places_region_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.places_registerupload
    ADD CONSTRAINT places_registerupload_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.places_team
    ADD CONSTRAINT places_team_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.places_ward
    ADD CONSTRAINT places_ward_code_key UNIQUE (code);


ALTER TABLE ONLY public.places_ward
    ADD CONSTRAINT places_ward_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.support_plan
    ADD CONSTRAINT plan_number_once UNIQUE (case_id, number);


ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);


ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.reach_approach
    ADD CONSTRAINT reach_approach_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.vault_recordkey
    ADD CONSTRAINT recordkey_once UNIQUE (about_table, about_id);


ALTER TABLE ONLY public.referrals_approval
    ADD CONSTRAINT referrals_approval_decision_id_key UNIQUE (decision_id);


ALTER TABLE ONLY public.referrals_approval
    ADD CONSTRAINT referrals_approval_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.referrals_concern
    ADD CONSTRAINT referrals_concern_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.referrals_decision
    ADD CONSTRAINT referrals_decision_corrects_id_key UNIQUE (corrects_id);


ALTER TABLE ONLY public.referrals_decision
    ADD CONSTRAINT referrals_decision_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.referrals_duty
    ADD CONSTRAINT referrals_duty_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.referrals_handover
    ADD CONSTRAINT referrals_handover_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.referrals_informationrequest
    ADD CONSTRAINT referrals_informationrequest_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.referrals_informationrequest
    ADD CONSTRAINT referrals_informationrequest_reference_key UNIQUE (reference);


ALTER TABLE ONLY public.referrals_need
    ADD CONSTRAINT referrals_need_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.referrals_redirect
    ADD CONSTRAINT referrals_redirect_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.referrals_redirect
    ADD CONSTRAINT referrals_redirect_reference_key UNIQUE (reference);


ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_reference_key UNIQUE (reference);


ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_submission_id_key UNIQUE (submission_id);


ALTER TABLE ONLY public.referrals_requestoverride
    ADD CONSTRAINT referrals_requestoverride_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.referrals_requestoverride
    ADD CONSTRAINT referrals_requestoverride_request_id_key UNIQUE (request_id);


ALTER TABLE ONLY public.referrals_restriction
    ADD CONSTRAINT referrals_restriction_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.referrals_resumption
    ADD CONSTRAINT referrals_resumption_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.referrals_takentogether
    ADD CONSTRAINT referrals_takentogether_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.referrals_told
    ADD CONSTRAINT referrals_told_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.training_refreshrule
    ADD CONSTRAINT refresh_rule_one_a_day UNIQUE (role_id, from_on);


ALTER TABLE ONLY public.tasks_reminder
    ADD CONSTRAINT reminder_once UNIQUE (task_id, kind);


ALTER TABLE ONLY public.reports_figure
    ADD CONSTRAINT reports_figure_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_corrects_id_key UNIQUE (corrects_id);


ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.retention_disposal
    ADD CONSTRAINT retention_disposal_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.retention_erasure
    ADD CONSTRAINT retention_erasure_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.retention_hold
    ADD CONSTRAINT retention_hold_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.retention_life
    ADD CONSTRAINT retention_life_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.retention_retentionsetting
    ADD CONSTRAINT retention_once UNIQUE NULLS NOT DISTINCT (authority_id, class_code, from_date);


ALTER TABLE ONLY public.retention_proposal
    ADD CONSTRAINT retention_proposal_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.retention_retentionsetting
    ADD CONSTRAINT retention_retentionsetting_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.retention_review
    ADD CONSTRAINT retention_review_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.home_reviewline
    ADD CONSTRAINT review_line_once UNIQUE (review_id, reader_id, about_kind, about_id);


ALTER TABLE ONLY public.retention_review
    ADD CONSTRAINT review_once UNIQUE (life_key, due_on);


ALTER TABLE ONLY public.home_review
    ADD CONSTRAINT review_once_a_week UNIQUE (authority_id, week_from);


ALTER TABLE ONLY public.training_staffrole
    ADD CONSTRAINT staff_role_once UNIQUE (authority_id, name);


ALTER TABLE ONLY public.support_briefing
    ADD CONSTRAINT support_briefing_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.support_plan
    ADD CONSTRAINT support_plan_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.support_planneed
    ADD CONSTRAINT support_planneed_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.support_report
    ADD CONSTRAINT support_report_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.support_session
    ADD CONSTRAINT support_session_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.support_supportaction
    ADD CONSTRAINT support_supportaction_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.support_supportaction
    ADD CONSTRAINT support_supportaction_reference_key UNIQUE (reference);


ALTER TABLE ONLY public.support_update
    ADD CONSTRAINT support_update_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.tasks_clock
    ADD CONSTRAINT tasks_clock_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.tasks_reminder
    ADD CONSTRAINT tasks_reminder_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.tasks_task
    ADD CONSTRAINT tasks_task_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.panel_terms
    ADD CONSTRAINT terms_one_a_day UNIQUE (panel_id, in_force_from);


ALTER TABLE ONLY public.training_trainer
    ADD CONSTRAINT trainer_once UNIQUE (session_id, person_id);


ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_booking_id_key UNIQUE (booking_id);


ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.training_audience
    ADD CONSTRAINT training_audience_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.training_booking
    ADD CONSTRAINT training_booking_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.training_booking
    ADD CONSTRAINT training_booking_reference_key UNIQUE (reference);


ALTER TABLE ONLY public.training_certificate
    ADD CONSTRAINT training_certificate_attendance_id_key UNIQUE (attendance_id);


ALTER TABLE ONLY public.training_certificate
    ADD CONSTRAINT training_certificate_code_key UNIQUE (code);


ALTER TABLE ONLY public.training_certificate
    ADD CONSTRAINT training_certificate_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.training_course
    ADD CONSTRAINT training_course_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.training_courseversion
    ADD CONSTRAINT training_courseversion_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.training_headcount
    ADD CONSTRAINT training_headcount_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.training_refreshrule
    ADD CONSTRAINT training_refreshrule_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.training_session
    ADD CONSTRAINT training_session_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.training_session
    ADD CONSTRAINT training_session_reference_key UNIQUE (reference);


ALTER TABLE ONLY public.training_staffrole
    ADD CONSTRAINT training_staffrole_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.training_trainee
    ADD CONSTRAINT training_trainee_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.training_trainer
    ADD CONSTRAINT training_trainer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.training_trainingrequest
    ADD CONSTRAINT training_trainingrequest_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.training_trainingrequest
    ADD CONSTRAINT training_trainingrequest_reference_key UNIQUE (reference);


ALTER TABLE ONLY public.training_trainingrequest
    ADD CONSTRAINT training_trainingrequest_session_id_key UNIQUE (session_id);


ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_session_key_key UNIQUE (session_key);


ALTER TABLE ONLY public.vault_destroyed
    ADD CONSTRAINT vault_destroyed_key_id_key UNIQUE (key_id);


ALTER TABLE ONLY public.vault_destroyed
    ADD CONSTRAINT vault_destroyed_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.vault_document
    ADD CONSTRAINT vault_document_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.vault_document
    ADD CONSTRAINT vault_document_stored_as_key UNIQUE (stored_as);


ALTER TABLE ONLY public.vault_masterkey
    ADD CONSTRAINT vault_masterkey_pkey PRIMARY KEY (number);


ALTER TABLE ONLY public.vault_recordkey
    ADD CONSTRAINT vault_recordkey_pkey PRIMARY KEY (id);


ALTER TABLE ONLY reach.touched
    ADD CONSTRAINT touched_pkey PRIMARY KEY (id);


ALTER TABLE ONLY retention.class
    ADD CONSTRAINT class_pkey PRIMARY KEY (code);


ALTER TABLE ONLY retention.held_by
    ADD CONSTRAINT held_by_pkey PRIMARY KEY (kind, by_relation, by_column);


ALTER TABLE ONLY retention.kind
    ADD CONSTRAINT kind_pkey PRIMARY KEY (kind);


ALTER TABLE ONLY retention.kind
    ADD CONSTRAINT kind_relation_key UNIQUE (relation);


ALTER TABLE ONLY retention.part
    ADD CONSTRAINT part_pkey PRIMARY KEY (kind, relation);


CREATE INDEX person_keys_keys ON gate.person_keys USING gin (keys) WITH (fastupdate=off);


CREATE INDEX change_at ON ledger.change USING brin (at);


CREATE INDEX change_row ON ledger.change USING btree (relation, row_id);


CREATE INDEX deed_about ON ledger.deed USING btree (about_kind, about_id);


CREATE INDEX deed_at ON ledger.deed USING brin (at);


CREATE INDEX deed_newest ON ledger.deed USING btree (authority_id, happened_at, id);


CREATE INDEX disclosure_at ON ledger.disclosure USING brin (at);


CREATE INDEX read_about ON ledger.read USING btree (about_kind, about_id);


CREATE INDEX read_at ON ledger.read USING brin (at);


CREATE INDEX read_newest ON ledger.read USING btree (authority_id, at, id);


CREATE INDEX access_glass_authority_id_5dcf89b9 ON public.access_glass USING btree (authority_id);


CREATE INDEX access_glass_grants ON public.access_glass USING gin (grants);


CREATE INDEX access_glass_opened_by_id_75393ea6 ON public.access_glass USING btree (opened_by_id);


CREATE INDEX access_glass_reference_856221e9_like ON public.access_glass USING btree (reference varchar_pattern_ops);


CREATE INDEX access_glass_reviewed_by_id_e791f3d7 ON public.access_glass USING btree (reviewed_by_id);


CREATE INDEX access_interest_authority_id_abc9d560 ON public.access_interest USING btree (authority_id);


CREATE INDEX access_interest_grants ON public.access_interest USING gin (grants);


CREATE INDEX access_interest_user_id_6440cea5 ON public.access_interest USING btree (user_id);


CREATE INDEX access_interest_withdrawn_by_id_6c58568d ON public.access_interest USING btree (withdrawn_by_id);


CREATE INDEX access_membership_authority_id_353dc533 ON public.access_membership USING btree (authority_id);


CREATE INDEX access_membership_organisation_id_f4c4f883 ON public.access_membership USING btree (organisation_id);


CREATE INDEX access_membership_role_80dd872a ON public.access_membership USING btree (role);


CREATE INDEX access_membership_role_80dd872a_like ON public.access_membership USING btree (role varchar_pattern_ops);


CREATE INDEX access_membership_user_id_5bf62e16 ON public.access_membership USING btree (user_id);


CREATE INDEX access_promisedrole_authority_id_90bf0fa1 ON public.access_promisedrole USING btree (authority_id);


CREATE INDEX access_promisedrole_organisation_id_f8c16d64 ON public.access_promisedrole USING btree (organisation_id);


CREATE INDEX access_promisedrole_role_dc00c734 ON public.access_promisedrole USING btree (role);


CREATE INDEX access_promisedrole_role_dc00c734_like ON public.access_promisedrole USING btree (role varchar_pattern_ops);


CREATE INDEX access_recovery_authority_id_416013a9 ON public.access_recovery USING btree (authority_id);


CREATE INDEX access_recovery_confirmed_by_id_e251cfd7 ON public.access_recovery USING btree (confirmed_by_id);


CREATE INDEX access_recovery_grants ON public.access_recovery USING gin (grants);


CREATE INDEX access_recovery_stopped_by_id_73a90163 ON public.access_recovery USING btree (stopped_by_id);


CREATE INDEX access_recovery_user_id_efb51cf8 ON public.access_recovery USING btree (user_id);


CREATE INDEX access_recovery_vouched_by_id_c9087cd0 ON public.access_recovery USING btree (vouched_by_id);


CREATE INDEX access_visitor_authority_id_028205e9 ON public.access_visitor USING btree (authority_id);


CREATE INDEX access_visitorlink_token_hash_0c464ce4_like ON public.access_visitorlink USING btree (token_hash varchar_pattern_ops);


CREATE INDEX access_visitorlink_visitor_id_a8ca26d8 ON public.access_visitorlink USING btree (visitor_id);


CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);


CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);


CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);


CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);


CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);


CREATE INDEX accounts_cache_expires ON public.accounts_cache USING btree (expires);


CREATE INDEX accounts_invitation_invited_by_id_94a21efc ON public.accounts_invitation USING btree (invited_by_id);


CREATE INDEX accounts_invitation_token_hash_3d59d75c_like ON public.accounts_invitation USING btree (token_hash varchar_pattern_ops);


CREATE UNIQUE INDEX accounts_one_open_invitation ON public.accounts_invitation USING btree (email) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));


CREATE INDEX accounts_signon_identity_1438d0a5_like ON public.accounts_signon USING btree (identity varchar_pattern_ops);


CREATE INDEX accounts_typedtext_expires_at_b1f89534 ON public.accounts_typedtext USING btree (expires_at);


CREATE INDEX accounts_typedtext_user_id_2ab3b805 ON public.accounts_typedtext USING btree (user_id);


CREATE INDEX accounts_user_email_b2644a56_like ON public.accounts_user USING btree (email varchar_pattern_ops);


CREATE INDEX approach_institution ON public.reach_approach USING btree (institution_id, made_at DESC);


CREATE INDEX approach_organisation ON public.reach_approach USING btree (organisation_id, made_at DESC);


CREATE INDEX assessment_closureapproval_authority_id_4092b251 ON public.assessment_closureapproval USING btree (authority_id);


CREATE INDEX assessment_closureapproval_grants ON public.assessment_closureapproval USING gin (grants);


CREATE INDEX assessment_closureapproval_signed_by_id_3d93c147 ON public.assessment_closureapproval USING btree (signed_by_id);


CREATE INDEX assessment_deconfliction_assessment_id_93d28ea2 ON public.assessment_deconfliction USING btree (assessment_id);


CREATE INDEX assessment_deconfliction_authority_id_4b3a0341 ON public.assessment_deconfliction USING btree (authority_id);


CREATE INDEX assessment_deconfliction_grants ON public.assessment_deconfliction USING gin (grants);


CREATE INDEX assessment_deconfliction_signed_by_id_a2ab0a33 ON public.assessment_deconfliction USING btree (signed_by_id);


CREATE INDEX assessment_framework_code_4f22dd4d ON public.assessment_framework USING btree (code);


CREATE INDEX assessment_framework_code_4f22dd4d_like ON public.assessment_framework USING btree (code varchar_pattern_ops);


CREATE INDEX assessment_policeassessment_authority_id_a7a00c60 ON public.assessment_policeassessment USING btree (authority_id);


CREATE INDEX assessment_policeassessment_decision_id_99fd1053 ON public.assessment_policeassessment USING btree (decision_id);


CREATE INDEX assessment_policeassessment_grants ON public.assessment_policeassessment USING gin (grants);


CREATE INDEX assessment_policeassessment_lead_id_b8edce2c ON public.assessment_policeassessment USING btree (lead_id);


CREATE INDEX assessment_policeassessment_referral_id_cb60222e ON public.assessment_policeassessment USING btree (referral_id);


CREATE INDEX assessment_policedecision_assessment_id_e06a9420 ON public.assessment_policedecision USING btree (assessment_id);


CREATE INDEX assessment_policedecision_authority_id_f240b0e4 ON public.assessment_policedecision USING btree (authority_id);


CREATE INDEX assessment_policedecision_grants ON public.assessment_policedecision USING gin (grants);


CREATE INDEX assessment_policedecision_signed_by_id_27b133fc ON public.assessment_policedecision USING btree (signed_by_id);


CREATE INDEX assessment_writtenassessment_assessment_id_bf6abc2b ON public.assessment_writtenassessment USING btree (assessment_id);


CREATE INDEX assessment_writtenassessment_authority_id_8dfd4dea ON public.assessment_writtenassessment USING btree (authority_id);


CREATE INDEX assessment_writtenassessment_framework_id_62e7d1e3 ON public.assessment_writtenassessment USING btree (framework_id);


CREATE INDEX assessment_writtenassessment_grants ON public.assessment_writtenassessment USING gin (grants);


CREATE INDEX assessment_writtenassessment_signed_by_id_ff799de3 ON public.assessment_writtenassessment USING btree (signed_by_id);


CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);


CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);


CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);


CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);


CREATE UNIQUE INDEX booking_once ON public.training_booking USING btree (session_id, trainee_id) WHERE ((trainee_id IS NOT NULL) AND (NOT ((state)::text = 'cancelled'::text)));


CREATE INDEX channel_attendancecorrection_authority_id_6ee701d2 ON public.channel_attendancecorrection USING btree (authority_id);


CREATE INDEX channel_attendancecorrection_became_person_id_668ffa4d ON public.channel_attendancecorrection USING btree (became_person_id);


CREATE INDEX channel_attendancecorrection_decision_id_594fef68 ON public.channel_attendancecorrection USING btree (decision_id);


CREATE INDEX channel_attendancecorrection_grants ON public.channel_attendancecorrection USING gin (grants);


CREATE INDEX channel_attendancecorrection_organisation_id_f88fe563 ON public.channel_attendancecorrection USING btree (organisation_id);


CREATE INDEX channel_attendancecorrection_seat_id_971f6471 ON public.channel_attendancecorrection USING btree (seat_id);


CREATE INDEX channel_attendancecorrection_signed_by_id_159ec726 ON public.channel_attendancecorrection USING btree (signed_by_id);


CREATE INDEX channel_attendancecorrection_was_person_id_d4b42703 ON public.channel_attendancecorrection USING btree (was_person_id);


CREATE INDEX channel_case_authority_id_31241c3f ON public.channel_case USING btree (authority_id);


CREATE INDEX channel_case_decision_id_46e82921 ON public.channel_case USING btree (decision_id);


CREATE INDEX channel_case_grants ON public.channel_case USING gin (grants);


CREATE INDEX channel_case_lead_id_bdfcedf0 ON public.channel_case USING btree (lead_id);


CREATE INDEX channel_case_reference_2b685ccf_like ON public.channel_case USING btree (reference varchar_pattern_ops);


CREATE INDEX channel_case_section_36_id_a3d28726 ON public.channel_case USING btree (section_36_id);


CREATE INDEX channel_caseevent_authority_id_003bffcc ON public.channel_caseevent USING btree (authority_id);


CREATE INDEX channel_caseevent_case_id_624ac879 ON public.channel_caseevent USING btree (case_id);


CREATE INDEX channel_caseevent_entered_by_id_8ff8d100 ON public.channel_caseevent USING btree (entered_by_id);


CREATE INDEX channel_caseevent_grants ON public.channel_caseevent USING gin (grants);


CREATE INDEX channel_caseevent_lead_id_610918b9 ON public.channel_caseevent USING btree (lead_id);


CREATE INDEX channel_dissent_authority_id_cec5440e ON public.channel_dissent USING btree (authority_id);


CREATE INDEX channel_dissent_decision_id_8c0264bd ON public.channel_dissent USING btree (decision_id);


CREATE INDEX channel_dissent_grants ON public.channel_dissent USING gin (grants);


CREATE INDEX channel_dissent_organisation_id_0f150b10 ON public.channel_dissent USING btree (organisation_id);


CREATE INDEX channel_dissent_seat_id_070bed2b ON public.channel_dissent USING btree (seat_id);


CREATE INDEX channel_paneldecision_authority_id_6f7c24cd ON public.channel_paneldecision USING btree (authority_id);


CREATE INDEX channel_paneldecision_case_id_793ef1c9 ON public.channel_paneldecision USING btree (case_id);


CREATE INDEX channel_paneldecision_grants ON public.channel_paneldecision USING gin (grants);


CREATE INDEX channel_paneldecision_item_id_cd480e22 ON public.channel_paneldecision USING btree (item_id);


CREATE INDEX channel_paneldecision_missing_from_id_aecfc97d ON public.channel_paneldecision USING btree (missing_from_id);


CREATE INDEX channel_paneldecision_signed_by_id_51b7f01c ON public.channel_paneldecision USING btree (signed_by_id);


CREATE INDEX concerns_addedinformation_author_user_id_bcd3e54c ON public.concerns_addedinformation USING btree (author_user_id);


CREATE INDEX concerns_addedinformation_author_visitor_id_ea3818f5 ON public.concerns_addedinformation USING btree (author_visitor_id);


CREATE INDEX concerns_addedinformation_authority_id_e9781121 ON public.concerns_addedinformation USING btree (authority_id);


CREATE INDEX concerns_addedinformation_grants ON public.concerns_addedinformation USING gin (grants);


CREATE INDEX concerns_addedinformation_organisation_id_54272c82 ON public.concerns_addedinformation USING btree (organisation_id);


CREATE INDEX concerns_addedinformation_submission_id_7d3555b9 ON public.concerns_addedinformation USING btree (submission_id);


CREATE INDEX concerns_concernraiser_authority_id_612e4535 ON public.concerns_concernraiser USING btree (authority_id);


CREATE INDEX concerns_concernraiser_grants ON public.concerns_concernraiser USING gin (grants);


CREATE INDEX concerns_draft_author_user_id_f2e280eb ON public.concerns_draft USING btree (author_user_id);


CREATE INDEX concerns_draft_author_visitor_id_bc3ffaf8 ON public.concerns_draft USING btree (author_visitor_id);


CREATE INDEX concerns_draft_authority_id_f327d1ee ON public.concerns_draft USING btree (authority_id);


CREATE INDEX concerns_draft_decided_by_id_53d3ca1e ON public.concerns_draft USING btree (decided_by_id);


CREATE INDEX concerns_draft_grants ON public.concerns_draft USING gin (grants);


CREATE INDEX concerns_draft_organisation_id_04d4854b ON public.concerns_draft USING btree (organisation_id);


CREATE INDEX concerns_draftapart_authority_id_13e447d8 ON public.concerns_draftapart USING btree (authority_id);


CREATE INDEX concerns_draftapart_grants ON public.concerns_draftapart USING gin (grants);


CREATE INDEX concerns_enquiry_answered_by_id_bad9d17f ON public.concerns_enquiry USING btree (answered_by_id);


CREATE INDEX concerns_enquiry_author_user_id_1377dc1b ON public.concerns_enquiry USING btree (author_user_id);


CREATE INDEX concerns_enquiry_author_visitor_id_0076386b ON public.concerns_enquiry USING btree (author_visitor_id);


CREATE INDEX concerns_enquiry_authority_id_927800a5 ON public.concerns_enquiry USING btree (authority_id);


CREATE INDEX concerns_enquiry_grants ON public.concerns_enquiry USING gin (grants);


CREATE INDEX concerns_enquiry_organisation_id_cd02bcb4 ON public.concerns_enquiry USING btree (organisation_id);


CREATE INDEX concerns_enquiry_reference_d1cc4011_like ON public.concerns_enquiry USING btree (reference varchar_pattern_ops);


CREATE INDEX concerns_progress_authority_id_be5f9619 ON public.concerns_progress USING btree (authority_id);


CREATE INDEX concerns_progress_grants ON public.concerns_progress USING gin (grants);


CREATE INDEX concerns_progress_submission_id_6fd0b158 ON public.concerns_progress USING btree (submission_id);


CREATE INDEX concerns_submission_approved_by_id_ddcdf1ad ON public.concerns_submission USING btree (approved_by_id);


CREATE INDEX concerns_submission_author_user_id_153a88bd ON public.concerns_submission USING btree (author_user_id);


CREATE INDEX concerns_submission_author_visitor_id_0649ccfd ON public.concerns_submission USING btree (author_visitor_id);


CREATE INDEX concerns_submission_authority_id_2070fc0a ON public.concerns_submission USING btree (authority_id);


CREATE INDEX concerns_submission_grants ON public.concerns_submission USING gin (grants);


CREATE INDEX concerns_submission_organisation_id_c38ac43c ON public.concerns_submission USING btree (organisation_id);


CREATE INDEX concerns_submission_reference_45da002b_like ON public.concerns_submission USING btree (reference varchar_pattern_ops);


CREATE INDEX consent_consent_adoption_id_de648bd1 ON public.consent_consent USING btree (adoption_id);


CREATE INDEX consent_consent_authority_id_8990decf ON public.consent_consent USING btree (authority_id);


CREATE INDEX consent_consent_case_id_2ade7ae6 ON public.consent_consent USING btree (case_id);


CREATE INDEX consent_consent_grants ON public.consent_consent USING gin (grants);


CREATE INDEX consent_consent_signed_by_id_2f8de785 ON public.consent_consent USING btree (signed_by_id);


CREATE INDEX consent_objection_authority_id_7e40aba7 ON public.consent_objection USING btree (authority_id);


CREATE INDEX consent_objection_consent_id_aa499ba1 ON public.consent_objection USING btree (consent_id);


CREATE INDEX consent_objection_grants ON public.consent_objection USING gin (grants);


CREATE INDEX consent_objection_signed_by_id_653941bb ON public.consent_objection USING btree (signed_by_id);


CREATE INDEX consent_of_case ON public.consent_consent USING btree (case_id, asked_on);


CREATE INDEX consent_reassessed_authority_id_45bca575 ON public.consent_reassessed USING btree (authority_id);


CREATE INDEX consent_reassessed_grants ON public.consent_reassessed USING gin (grants);


CREATE INDEX consent_reassessed_signed_by_id_7b50be61 ON public.consent_reassessed USING btree (signed_by_id);


CREATE INDEX consent_reassessment_authority_id_be6df111 ON public.consent_reassessment USING btree (authority_id);


CREATE INDEX consent_reassessment_case_id_c4f746eb ON public.consent_reassessment USING btree (case_id);


CREATE INDEX consent_reassessment_grants ON public.consent_reassessment USING gin (grants);


CREATE INDEX consent_reassessment_signed_by_id_99a1fadc ON public.consent_reassessment USING btree (signed_by_id);


CREATE INDEX consent_resolution_authority_id_f1587217 ON public.consent_resolution USING btree (authority_id);


CREATE INDEX consent_resolution_grants ON public.consent_resolution USING gin (grants);


CREATE INDEX consent_resolution_signed_by_id_78ab5cd7 ON public.consent_resolution USING btree (signed_by_id);


CREATE INDEX consent_withdrawal_authority_id_8ec340df ON public.consent_withdrawal USING btree (authority_id);


CREATE INDEX consent_withdrawal_grants ON public.consent_withdrawal USING gin (grants);


CREATE INDEX consent_withdrawal_signed_by_id_3f0d6a80 ON public.consent_withdrawal USING btree (signed_by_id);


CREATE INDEX deputy_of ON public.panel_deputy USING btree (person_id);


CREATE INDEX directory_contact_authority_id_7106fb2f ON public.directory_contact USING btree (authority_id);


CREATE INDEX directory_contact_grants ON public.directory_contact USING gin (grants);


CREATE INDEX directory_contact_institution_id_1f226966 ON public.directory_contact USING btree (institution_id);


CREATE INDEX directory_contact_organisation_id_b4e3626f ON public.directory_contact USING btree (organisation_id);


CREATE INDEX directory_note_authority_id_8971ad08 ON public.directory_note USING btree (authority_id);


CREATE INDEX directory_note_grants ON public.directory_note USING gin (grants);


CREATE INDEX directory_note_institution_id_04518eb1 ON public.directory_note USING btree (institution_id);


CREATE INDEX directory_note_organisation_id_90e32039 ON public.directory_note USING btree (organisation_id);


CREATE INDEX disposal_when ON public.retention_disposal USING btree (authority_id, on_date);


CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);


CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);


CREATE INDEX document_about ON public.vault_document USING btree (about_table, about_id);


CREATE INDEX document_waits ON public.vault_document USING btree (authority_id, added_at) WHERE ((checked)::text = 'waiting'::text);


CREATE INDEX enquiry_waiting ON public.concerns_enquiry USING btree (authority_id, answered_at, asked_at, id);


CREATE INDEX exits_alarm_authority_id_9dfcc386 ON public.exits_alarm USING btree (authority_id);


CREATE INDEX exits_alarm_grants ON public.exits_alarm USING gin (grants);


CREATE INDEX exits_alarm_review_id_d0973e6b ON public.exits_alarm USING btree (review_id);


CREATE INDEX exits_arrival_accepted_by_id_7beb4df4 ON public.exits_arrival USING btree (accepted_by_id);


CREATE INDEX exits_arrival_authority_id_92cf6235 ON public.exits_arrival USING btree (authority_id);


CREATE INDEX exits_arrival_grants ON public.exits_arrival USING gin (grants);


CREATE INDEX exits_arrival_reference_48a5ccdb_like ON public.exits_arrival USING btree (reference varchar_pattern_ops);


CREATE INDEX exits_arrival_sender_id_72902912 ON public.exits_arrival USING btree (sender_id);


CREATE INDEX exits_closingreport_assessment_id_c2faff1b ON public.exits_closingreport USING btree (assessment_id);


CREATE INDEX exits_closingreport_authority_id_0be8c200 ON public.exits_closingreport USING btree (authority_id);


CREATE INDEX exits_closingreport_case_id_a7f58802 ON public.exits_closingreport USING btree (case_id);


CREATE INDEX exits_closingreport_framework_id_1643bd45 ON public.exits_closingreport USING btree (framework_id);


CREATE INDEX exits_closingreport_grants ON public.exits_closingreport USING gin (grants);


CREATE INDEX exits_closingreport_written_by_id_5f2a2ace ON public.exits_closingreport USING btree (written_by_id);


CREATE INDEX exits_goingon_authority_id_cbbc60d4 ON public.exits_goingon USING btree (authority_id);


CREATE INDEX exits_goingon_grants ON public.exits_goingon USING gin (grants);


CREATE INDEX exits_goingon_signed_by_id_f0aee19b ON public.exits_goingon USING btree (signed_by_id);


CREATE INDEX exits_investigation_authority_id_aaaf2615 ON public.exits_investigation USING btree (authority_id);


CREATE INDEX exits_investigation_case_id_c7fd5c4e ON public.exits_investigation USING btree (case_id);


CREATE INDEX exits_investigation_grants ON public.exits_investigation USING gin (grants);


CREATE INDEX exits_investigation_signed_by_id_b7d7426a ON public.exits_investigation USING btree (signed_by_id);


CREATE INDEX exits_lookback_authority_id_e70ead7d ON public.exits_lookback USING btree (authority_id);


CREATE INDEX exits_lookback_grants ON public.exits_lookback USING gin (grants);


CREATE INDEX exits_lookback_signed_by_id_c158c571 ON public.exits_lookback USING btree (signed_by_id);


CREATE INDEX exits_pause_authority_id_53850d8f ON public.exits_pause USING btree (authority_id);


CREATE INDEX exits_pause_case_id_02ad3740 ON public.exits_pause USING btree (case_id);


CREATE INDEX exits_pause_grants ON public.exits_pause USING gin (grants);


CREATE INDEX exits_pause_signed_by_id_dadbdb2b ON public.exits_pause USING btree (signed_by_id);


CREATE INDEX exits_review_authority_id_8efb73aa ON public.exits_review USING btree (authority_id);


CREATE INDEX exits_review_exit_id_17cfab98 ON public.exits_review USING btree (exit_id);


CREATE INDEX exits_review_grants ON public.exits_review USING gin (grants);


CREATE INDEX exits_signoff_authority_id_3fe7768a ON public.exits_signoff USING btree (authority_id);


CREATE INDEX exits_signoff_grants ON public.exits_signoff USING gin (grants);


CREATE INDEX exits_signoff_signed_by_id_c8369ef9 ON public.exits_signoff USING btree (signed_by_id);


CREATE INDEX exits_transfer_authority_id_7b73e37c ON public.exits_transfer USING btree (authority_id);


CREATE INDEX exits_transfer_case_id_efcce11b ON public.exits_transfer USING btree (case_id);


CREATE INDEX exits_transfer_grants ON public.exits_transfer USING gin (grants);


CREATE INDEX exits_transfer_signed_by_id_c5a71b40 ON public.exits_transfer USING btree (signed_by_id);


CREATE INDEX exits_transfer_to_id_cef8be53 ON public.exits_transfer USING btree (to_id);


CREATE INDEX exits_transferanswer_authority_id_71388667 ON public.exits_transferanswer USING btree (authority_id);


CREATE INDEX exits_transferanswer_grants ON public.exits_transferanswer USING gin (grants);


CREATE INDEX exits_transferanswer_signed_by_id_7009a157 ON public.exits_transferanswer USING btree (signed_by_id);


CREATE INDEX feedback_mark_authority_id_d6889b78 ON public.feedback_mark USING btree (authority_id);


CREATE INDEX feedback_mark_grants ON public.feedback_mark USING gin (grants);


CREATE INDEX feedback_mark_question_id_a78dfff3 ON public.feedback_mark USING btree (question_id);


CREATE INDEX feedback_mark_reply_id_04f29a7a ON public.feedback_mark USING btree (reply_id);


CREATE INDEX feedback_question_authority_id_ac7c02fe ON public.feedback_question USING btree (authority_id);


CREATE INDEX feedback_question_grants ON public.feedback_question USING gin (grants);


CREATE INDEX feedback_question_question_set_id_1e05b611 ON public.feedback_question USING btree (question_set_id);


CREATE INDEX feedback_questionset_authority_id_dff23912 ON public.feedback_questionset USING btree (authority_id);


CREATE INDEX feedback_questionset_grants ON public.feedback_questionset USING gin (grants);


CREATE INDEX feedback_questionset_recorded_by_id_5bdaa433 ON public.feedback_questionset USING btree (recorded_by_id);


CREATE INDEX feedback_remark_authority_id_62b901d1 ON public.feedback_remark USING btree (authority_id);


CREATE INDEX feedback_remark_grants ON public.feedback_remark USING gin (grants);


CREATE INDEX feedback_remark_question_id_d4810ca9 ON public.feedback_remark USING btree (question_id);


CREATE INDEX feedback_remark_reply_id_d9eaff20 ON public.feedback_remark USING btree (reply_id);


CREATE INDEX feedback_remark_set_aside_by_id_5ca6f516 ON public.feedback_remark USING btree (set_aside_by_id);


CREATE INDEX feedback_reply_authority_id_48af3b2d ON public.feedback_reply USING btree (authority_id);


CREATE INDEX feedback_reply_grants ON public.feedback_reply USING gin (grants);


CREATE INDEX feedback_reply_round_id_881f13c1 ON public.feedback_reply USING btree (round_id);


CREATE INDEX feedback_reply_when ON public.feedback_reply USING btree (authority_id, answered_on);


CREATE INDEX feedback_round_authority_id_e2ec35fd ON public.feedback_round USING btree (authority_id);


CREATE INDEX feedback_round_grants ON public.feedback_round USING gin (grants);


CREATE INDEX feedback_round_question_set_id_586354e7 ON public.feedback_round USING btree (question_set_id);


CREATE INDEX feedback_round_session_id_8859e821 ON public.feedback_round USING btree (session_id);


CREATE INDEX feedback_round_when ON public.feedback_round USING btree (authority_id, asked_at);


CREATE INDEX glass_about ON public.access_glass USING btree (about_kind, about_id);


CREATE INDEX glass_of ON public.access_glass USING btree (opened_by_id, ends_at);


CREATE UNIQUE INDEX handover_one_open ON public.referrals_handover USING btree (referral_id) WHERE (answered_at IS NULL);


CREATE UNIQUE INDEX hold_in_force_once ON public.retention_hold USING btree (life_key) WHERE (ended_on IS NULL);


CREATE INDEX home_answer_answered_by_id_e43dd755 ON public.home_answer USING btree (answered_by_id);


CREATE INDEX home_answer_authority_id_6a3c9b43 ON public.home_answer USING btree (authority_id);


CREATE INDEX home_answer_grants ON public.home_answer USING gin (grants);


CREATE INDEX home_answer_line_id_d4cffa65 ON public.home_answer USING btree (line_id);


CREATE INDEX home_homearea_authority_id_960a622d ON public.home_homearea USING btree (authority_id);


CREATE INDEX home_homearea_grants ON public.home_homearea USING gin (grants);


CREATE INDEX home_inquiry_account_id_990320a6 ON public.home_inquiry USING btree (account_id);


CREATE INDEX home_inquiry_asked_by_id_bb7675c6 ON public.home_inquiry USING btree (asked_by_id);


CREATE INDEX home_inquiry_authority_id_ddfc1ad1 ON public.home_inquiry USING btree (authority_id);


CREATE INDEX home_inquiry_grants ON public.home_inquiry USING gin (grants);


CREATE INDEX home_review_authority_id_4b012655 ON public.home_review USING btree (authority_id);


CREATE INDEX home_review_grants ON public.home_review USING gin (grants);


CREATE INDEX home_reviewline_authority_id_a5a012c3 ON public.home_reviewline USING btree (authority_id);


CREATE INDEX home_reviewline_grants ON public.home_reviewline USING gin (grants);


CREATE INDEX home_reviewline_reader_id_faa63cea ON public.home_reviewline USING btree (reader_id);


CREATE INDEX home_reviewline_review_id_ec99b1ab ON public.home_reviewline USING btree (review_id);


CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));


CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);


CREATE INDEX importing_import_authority_id_884d0c17 ON public.importing_import USING btree (authority_id);


CREATE INDEX importing_import_grants ON public.importing_import USING gin (grants);


CREATE INDEX importing_import_sent_by_id_559a8341 ON public.importing_import USING btree (sent_by_id);


CREATE INDEX importing_import_working_for_id_76d75a36 ON public.importing_import USING btree (working_for_id);


CREATE INDEX importing_layout_authority_id_a5faca77 ON public.importing_layout USING btree (authority_id);


CREATE INDEX importing_layout_grants ON public.importing_layout USING gin (grants);


CREATE INDEX institution_by_authority ON public.places_institution USING btree (authority_id, name, id);


CREATE INDEX institution_by_name ON public.places_institution USING btree (name, id);


CREATE INDEX institution_folded ON public.places_institution USING gin (name_folded public.gin_trgm_ops);


CREATE INDEX institution_postcode ON public.places_institution USING btree (postcode);


CREATE INDEX institution_trust ON public.places_institution USING btree (trust_code) WHERE (NOT ((trust_code)::text = ''::text));


CREATE UNIQUE INDEX interest_once ON public.access_interest USING btree (user_id, about_kind, about_id) WHERE (withdrawn_at IS NULL);


CREATE UNIQUE INDEX item_once ON public.panel_item USING btree (meeting_id, about_id) WHERE ((about_id IS NOT NULL) AND (withdrawn_at IS NULL));


CREATE INDEX life_ends ON public.retention_life USING btree (authority_id, class_code, erase_on);


CREATE UNIQUE INDEX link_in_force_once ON public.people_personlink USING btree (person_id, other_id) WHERE (undone_at IS NULL);


CREATE INDEX link_other_end ON public.places_institutionlink USING btree (linked_urn);


CREATE INDEX meetings_attendance_authority_id_7cd104ac ON public.meetings_attendance USING btree (authority_id);


CREATE INDEX meetings_attendance_grants ON public.meetings_attendance USING gin (grants);


CREATE INDEX meetings_attendance_marked_by_id_908e7d06 ON public.meetings_attendance USING btree (marked_by_id);


CREATE INDEX meetings_attendance_meeting_id_296f48af ON public.meetings_attendance USING btree (meeting_id);


CREATE INDEX meetings_attendance_organisation_id_f1c6bde6 ON public.meetings_attendance USING btree (organisation_id);


CREATE INDEX meetings_attendance_person_id_eb3a8462 ON public.meetings_attendance USING btree (person_id);


CREATE INDEX meetings_meeting_authority_id_9352260f ON public.meetings_meeting USING btree (authority_id);


CREATE INDEX meetings_meeting_grants ON public.meetings_meeting USING gin (grants);


CREATE INDEX meetings_meeting_reference_73766689_like ON public.meetings_meeting USING btree (reference varchar_pattern_ops);


CREATE INDEX message_due ON public.outbox_message USING btree (state, next_try_at);


CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);


CREATE UNIQUE INDEX minute_first_once ON public.panel_minute USING btree (item_id) WHERE (corrects_id IS NULL);


CREATE INDEX name_folded_trigrams ON public.people_personname USING gin (folded public.gin_trgm_ops);


CREATE INDEX organisation_by_name ON public.places_organisation USING btree (name, id);


CREATE INDEX outbox_envelope_authority_id_3cc11f8a ON public.outbox_envelope USING btree (authority_id);


CREATE INDEX outbox_envelope_grants ON public.outbox_envelope USING gin (grants);


CREATE INDEX outbox_message_authority_id_7a0fc2ac ON public.outbox_message USING btree (authority_id);


CREATE INDEX outbox_message_grants ON public.outbox_message USING gin (grants);


CREATE INDEX panel_acceptance_authority_id_f17d581b ON public.panel_acceptance USING btree (authority_id);


CREATE INDEX panel_acceptance_grants ON public.panel_acceptance USING gin (grants);


CREATE INDEX panel_acceptance_meeting_id_e5e2b795 ON public.panel_acceptance USING btree (meeting_id);


CREATE INDEX panel_acceptance_organisation_id_7fbbc58e ON public.panel_acceptance USING btree (organisation_id);


CREATE INDEX panel_acceptance_person_id_b7a5c155 ON public.panel_acceptance USING btree (person_id);


CREATE UNIQUE INDEX panel_decision_once ON public.channel_paneldecision USING btree (item_id) WHERE (corrects_id IS NULL);


CREATE INDEX panel_declaredinterest_authority_id_84d04bf4 ON public.panel_declaredinterest USING btree (authority_id);


CREATE INDEX panel_declaredinterest_grants ON public.panel_declaredinterest USING gin (grants);


CREATE INDEX panel_declaredinterest_item_id_681c967d ON public.panel_declaredinterest USING btree (item_id);


CREATE INDEX panel_declaredinterest_person_id_0953fc81 ON public.panel_declaredinterest USING btree (person_id);


CREATE INDEX panel_deputy_authority_id_4aafd237 ON public.panel_deputy USING btree (authority_id);


CREATE INDEX panel_deputy_grants ON public.panel_deputy USING gin (grants);


CREATE INDEX panel_deputy_person_id_464ef128 ON public.panel_deputy USING btree (person_id);


CREATE INDEX panel_deputy_seat_id_e86e3224 ON public.panel_deputy USING btree (seat_id);


CREATE INDEX panel_invitee_authority_id_5bce4ab8 ON public.panel_invitee USING btree (authority_id);


CREATE INDEX panel_invitee_grants ON public.panel_invitee USING gin (grants);


CREATE INDEX panel_invitee_item_id_a0f5571f ON public.panel_invitee USING btree (item_id);


CREATE INDEX panel_invitee_organisation_id_9541d861 ON public.panel_invitee USING btree (organisation_id);


CREATE INDEX panel_invitee_person_id_9a21d3c0 ON public.panel_invitee USING btree (person_id);


CREATE INDEX panel_item_authority_id_2cfc0439 ON public.panel_item USING btree (authority_id);


CREATE INDEX panel_item_grants ON public.panel_item USING gin (grants);


CREATE INDEX panel_item_meeting_id_89f7282b ON public.panel_item USING btree (meeting_id);


CREATE INDEX panel_item_put_by_id_0478f94a ON public.panel_item USING btree (put_by_id);


CREATE INDEX panel_minute_authority_id_a7ee1ab5 ON public.panel_minute USING btree (authority_id);


CREATE INDEX panel_minute_grants ON public.panel_minute USING gin (grants);


CREATE INDEX panel_minute_item_id_c4cc76a2 ON public.panel_minute USING btree (item_id);


CREATE INDEX panel_minute_written_by_id_eb714864 ON public.panel_minute USING btree (written_by_id);


CREATE INDEX panel_minutesignature_authority_id_5072af4b ON public.panel_minutesignature USING btree (authority_id);


CREATE INDEX panel_minutesignature_grants ON public.panel_minutesignature USING gin (grants);


CREATE INDEX panel_minutesignature_signed_by_id_e400605f ON public.panel_minutesignature USING btree (signed_by_id);


CREATE INDEX panel_pack_authority_id_9dc4c369 ON public.panel_pack USING btree (authority_id);


CREATE INDEX panel_pack_grants ON public.panel_pack USING gin (grants);


CREATE INDEX panel_pack_meeting_id_70b507c7 ON public.panel_pack USING btree (meeting_id);


CREATE INDEX panel_pack_organisation_id_eba0c34f ON public.panel_pack USING btree (organisation_id);


CREATE INDEX panel_pack_reader_id_6b2fe621 ON public.panel_pack USING btree (reader_id);


CREATE INDEX panel_panel_authority_id_935d614d ON public.panel_panel USING btree (authority_id);


CREATE INDEX panel_panel_grants ON public.panel_panel USING gin (grants);


CREATE INDEX panel_panel_reference_af0ca313_like ON public.panel_panel USING btree (reference varchar_pattern_ops);


CREATE INDEX panel_panelmeeting_authority_id_83389212 ON public.panel_panelmeeting USING btree (authority_id);


CREATE INDEX panel_panelmeeting_grants ON public.panel_panelmeeting USING gin (grants);


CREATE INDEX panel_panelmeeting_panel_id_370cff94 ON public.panel_panelmeeting USING btree (panel_id);


CREATE INDEX panel_paper_added_by_id_3b41461f ON public.panel_paper USING btree (added_by_id);


CREATE INDEX panel_paper_authority_id_7aa28761 ON public.panel_paper USING btree (authority_id);


CREATE INDEX panel_paper_grants ON public.panel_paper USING gin (grants);


CREATE INDEX panel_paper_item_id_2f64b043 ON public.panel_paper USING btree (item_id);


CREATE INDEX panel_seat_authority_id_72cb42ea ON public.panel_seat USING btree (authority_id);


CREATE INDEX panel_seat_grants ON public.panel_seat USING gin (grants);


CREATE INDEX panel_seat_holder_id_1cf35c2d ON public.panel_seat USING btree (holder_id);


CREATE INDEX panel_seat_organisation_id_744d93af ON public.panel_seat USING btree (organisation_id);


CREATE INDEX panel_seat_panel_id_332643d6 ON public.panel_seat USING btree (panel_id);


CREATE INDEX panel_terms_authority_id_b3f0a381 ON public.panel_terms USING btree (authority_id);


CREATE INDEX panel_terms_grants ON public.panel_terms USING gin (grants);


CREATE INDEX panel_terms_panel_id_e3a56d6d ON public.panel_terms USING btree (panel_id);


CREATE INDEX panel_terms_recorded_by_id_e6c4c9c8 ON public.panel_terms USING btree (recorded_by_id);


CREATE INDEX people_address_authority_id_5564955d ON public.people_address USING btree (authority_id);


CREATE INDEX people_address_grants ON public.people_address USING gin (grants);


CREATE INDEX people_address_person_id_00997e7a ON public.people_address USING btree (person_id);


CREATE INDEX people_affiliation_authority_id_9b6b19aa ON public.people_affiliation USING btree (authority_id);


CREATE INDEX people_affiliation_grants ON public.people_affiliation USING gin (grants);


CREATE INDEX people_affiliation_institution_id_acfc8487 ON public.people_affiliation USING btree (institution_id);


CREATE INDEX people_affiliation_person_id_8c379ef7 ON public.people_affiliation USING btree (person_id);


CREATE INDEX people_equalityanswers_authority_id_3adcf9ab ON public.people_equalityanswers USING btree (authority_id);


CREATE INDEX people_equalityanswers_grants ON public.people_equalityanswers USING gin (grants);


CREATE INDEX people_match_answered_by_id_18be188c ON public.people_match USING btree (answered_by_id);


CREATE INDEX people_match_authority_id_84f6a75f ON public.people_match USING btree (authority_id);


CREATE INDEX people_match_grants ON public.people_match USING gin (grants);


CREATE INDEX people_match_person_id_41796e0d ON public.people_match USING btree (person_id);


CREATE INDEX people_ownerquestion_answered_by_id_1d17b9ad ON public.people_ownerquestion USING btree (answered_by_id);


CREATE INDEX people_ownerquestion_asked_by_id_3cf4a4cf ON public.people_ownerquestion USING btree (asked_by_id);


CREATE INDEX people_ownerquestion_authority_id_49e32213 ON public.people_ownerquestion USING btree (authority_id);


CREATE INDEX people_ownerquestion_grants ON public.people_ownerquestion USING gin (grants);


CREATE INDEX people_ownerquestion_person_id_985fdeab ON public.people_ownerquestion USING btree (person_id);


CREATE INDEX people_person_authority_id_3d6989d2 ON public.people_person USING btree (authority_id);


CREATE INDEX people_person_grants ON public.people_person USING gin (grants);


CREATE INDEX people_person_reference_1327dcc0_like ON public.people_person USING btree (reference varchar_pattern_ops);


CREATE INDEX people_personlink_authority_id_53583d0d ON public.people_personlink USING btree (authority_id);


CREATE INDEX people_personlink_grants ON public.people_personlink USING gin (grants);


CREATE INDEX people_personlink_linked_by_id_c1387fab ON public.people_personlink USING btree (linked_by_id);


CREATE INDEX people_personlink_other_id_e303cad5 ON public.people_personlink USING btree (other_id);


CREATE INDEX people_personlink_person_id_33e72a10 ON public.people_personlink USING btree (person_id);


CREATE INDEX people_personlink_undone_by_id_04cf7b95 ON public.people_personlink USING btree (undone_by_id);


CREATE INDEX people_personname_authority_id_9bc2e9c4 ON public.people_personname USING btree (authority_id);


CREATE INDEX people_personname_grants ON public.people_personname USING gin (grants);


CREATE INDEX people_personname_person_id_8e86eb89 ON public.people_personname USING btree (person_id);


CREATE UNIQUE INDEX person_one_main_name ON public.people_personname USING btree (person_id) WHERE is_main;


CREATE INDEX places_authority_code_d823cc39_like ON public.places_authority USING btree (code varchar_pattern_ops);


CREATE INDEX places_authority_force_id_313b98e5 ON public.places_authority USING btree (force_id);


CREATE INDEX places_authority_region_id_ef6500f4 ON public.places_authority USING btree (region_id);


CREATE INDEX places_institution_authority_id_d61a7708 ON public.places_institution USING btree (authority_id);


CREATE INDEX places_institution_ward_id_47917520 ON public.places_institution USING btree (ward_id);


CREATE INDEX places_organisation_authority_id_3ff98b67 ON public.places_organisation USING btree (authority_id);


CREATE INDEX places_organisation_institution_id_40ccf4d6 ON public.places_organisation USING btree (institution_id);


CREATE INDEX places_organisation_ward_id_e785e4ab ON public.places_organisation USING btree (ward_id);


CREATE INDEX places_policeforce_code_ef2e7ced_like ON public.places_policeforce USING btree (code varchar_pattern_ops);


CREATE INDEX places_region_code_c6cbaa1a_like ON public.places_region USING btree (code varchar_pattern_ops);


CREATE INDEX places_team_organisation_id_a6301148 ON public.places_team USING btree (organisation_id);


CREATE INDEX places_ward_authority_id_209c1675 ON public.places_ward USING btree (authority_id);


CREATE INDEX places_ward_code_0b4f8d85_like ON public.places_ward USING btree (code varchar_pattern_ops);


CREATE UNIQUE INDEX plan_need_once ON public.support_planneed USING btree (case_id, source_id, place) WHERE (source_id IS NOT NULL);


CREATE UNIQUE INDEX plan_one_draft ON public.support_plan USING btree (case_id) WHERE (approved_at IS NULL);


CREATE UNIQUE INDEX police_assessment_one_open ON public.assessment_policeassessment USING btree (referral_id) WHERE (ended_at IS NULL);


CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);


CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));


CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);


CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);


CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);


CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);


CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);


CREATE UNIQUE INDEX progress_received_once ON public.concerns_progress USING btree (submission_id) WHERE ((step)::text = 'received'::text);


CREATE UNIQUE INDEX proposal_one_open ON public.retention_proposal USING btree (authority_id) WHERE (approved IS NULL);


CREATE INDEX reach_approach_authority_id_3f38e52f ON public.reach_approach USING btree (authority_id);


CREATE INDEX reach_approach_batch_9c43b5d3 ON public.reach_approach USING btree (batch);


CREATE INDEX reach_approach_grants ON public.reach_approach USING gin (grants);


CREATE INDEX reach_approach_institution_id_2e2b0e81 ON public.reach_approach USING btree (institution_id);


CREATE INDEX reach_approach_made_by_id_f615073a ON public.reach_approach USING btree (made_by_id);


CREATE INDEX reach_approach_organisation_id_5c7099a6 ON public.reach_approach USING btree (organisation_id);


CREATE INDEX recordkey_master ON public.vault_recordkey USING btree (master, id);


CREATE UNIQUE INDEX recovery_link_once ON public.access_recovery USING btree (link) WHERE (NOT ((link)::text = ''::text));


CREATE INDEX recovery_of ON public.access_recovery USING btree (user_id, vouched_at);


CREATE INDEX referral_queue ON public.referrals_referral USING btree (authority_id, state, received_at, id);


CREATE INDEX referrals_approval_approved_by_id_4e99dfeb ON public.referrals_approval USING btree (approved_by_id);


CREATE INDEX referrals_approval_authority_id_702d08b0 ON public.referrals_approval USING btree (authority_id);


CREATE INDEX referrals_approval_grants ON public.referrals_approval USING gin (grants);


CREATE INDEX referrals_concern_authority_id_bdc474dd ON public.referrals_concern USING btree (authority_id);


CREATE INDEX referrals_concern_grants ON public.referrals_concern USING gin (grants);


CREATE INDEX referrals_concern_marked_by_id_57407754 ON public.referrals_concern USING btree (marked_by_id);


CREATE INDEX referrals_concern_recorded_by_id_b1acd4a5 ON public.referrals_concern USING btree (recorded_by_id);


CREATE INDEX referrals_concern_referral_id_37f1c6a3 ON public.referrals_concern USING btree (referral_id);


CREATE INDEX referrals_decision_authority_id_af6e0d36 ON public.referrals_decision USING btree (authority_id);


CREATE INDEX referrals_decision_grants ON public.referrals_decision USING gin (grants);


CREATE INDEX referrals_decision_referral_id_9fd3a163 ON public.referrals_decision USING btree (referral_id);


CREATE INDEX referrals_decision_signed_by_id_616c1942 ON public.referrals_decision USING btree (signed_by_id);


CREATE INDEX referrals_duty_answered_by_id_5ae64991 ON public.referrals_duty USING btree (answered_by_id);


CREATE INDEX referrals_duty_authority_id_17953b5f ON public.referrals_duty USING btree (authority_id);


CREATE INDEX referrals_duty_grants ON public.referrals_duty USING gin (grants);


CREATE INDEX referrals_duty_referral_id_cdccb640 ON public.referrals_duty USING btree (referral_id);


CREATE INDEX referrals_handover_authority_id_a0042378 ON public.referrals_handover USING btree (authority_id);


CREATE INDEX referrals_handover_giver_id_95ff5079 ON public.referrals_handover USING btree (giver_id);


CREATE INDEX referrals_handover_grants ON public.referrals_handover USING gin (grants);


CREATE INDEX referrals_handover_offered_by_id_97f21682 ON public.referrals_handover USING btree (offered_by_id);


CREATE INDEX referrals_handover_receiver_id_70eb5eec ON public.referrals_handover USING btree (receiver_id);


CREATE INDEX referrals_handover_referral_id_599c357a ON public.referrals_handover USING btree (referral_id);


CREATE INDEX referrals_informationrequest_asked_by_id_46c196c4 ON public.referrals_informationrequest USING btree (asked_by_id);


CREATE INDEX referrals_informationrequest_asked_id_bb33a762 ON public.referrals_informationrequest USING btree (asked_id);


CREATE INDEX referrals_informationrequest_authority_id_4e9bdec2 ON public.referrals_informationrequest USING btree (authority_id);


CREATE INDEX referrals_informationrequest_grants ON public.referrals_informationrequest USING gin (grants);


CREATE INDEX referrals_informationrequest_reference_a580a9fe_like ON public.referrals_informationrequest USING btree (reference varchar_pattern_ops);


CREATE INDEX referrals_informationrequest_referral_id_c0573b8d ON public.referrals_informationrequest USING btree (referral_id);


CREATE INDEX referrals_informationrequest_replied_by_id_56aaf1a4 ON public.referrals_informationrequest USING btree (replied_by_id);


CREATE INDEX referrals_need_authority_id_5dcae25d ON public.referrals_need USING btree (authority_id);


CREATE INDEX referrals_need_grants ON public.referrals_need USING gin (grants);


CREATE INDEX referrals_need_noted_by_id_dfc53384 ON public.referrals_need USING btree (noted_by_id);


CREATE INDEX referrals_need_referral_id_7c068014 ON public.referrals_need USING btree (referral_id);


CREATE INDEX referrals_redirect_answered_by_id_744097f9 ON public.referrals_redirect USING btree (answered_by_id);


CREATE INDEX referrals_redirect_asked_by_id_b0ffa8b0 ON public.referrals_redirect USING btree (asked_by_id);


CREATE INDEX referrals_redirect_authority_id_5f5522d0 ON public.referrals_redirect USING btree (authority_id);


CREATE INDEX referrals_redirect_grants ON public.referrals_redirect USING gin (grants);


CREATE INDEX referrals_redirect_reference_42795a64_like ON public.referrals_redirect USING btree (reference varchar_pattern_ops);


CREATE INDEX referrals_redirect_referral_id_d80ea9f2 ON public.referrals_redirect USING btree (referral_id);


CREATE INDEX referrals_redirect_service_id_73935194 ON public.referrals_redirect USING btree (service_id);


CREATE INDEX referrals_referral_authority_id_1fe1aa5c ON public.referrals_referral USING btree (authority_id);


CREATE INDEX referrals_referral_decision_id_1142e62e ON public.referrals_referral USING btree (decision_id);


CREATE INDEX referrals_referral_grants ON public.referrals_referral USING gin (grants);


CREATE INDEX referrals_referral_lead_id_206567da ON public.referrals_referral USING btree (lead_id);


CREATE INDEX referrals_referral_person_id_179a7a6c ON public.referrals_referral USING btree (person_id);


CREATE INDEX referrals_referral_reference_4ecf22d5_like ON public.referrals_referral USING btree (reference varchar_pattern_ops);


CREATE INDEX referrals_requestoverride_authority_id_8f81f6b6 ON public.referrals_requestoverride USING btree (authority_id);


CREATE INDEX referrals_requestoverride_grants ON public.referrals_requestoverride USING gin (grants);


CREATE INDEX referrals_requestoverride_overridden_by_id_aac54d63 ON public.referrals_requestoverride USING btree (overridden_by_id);


CREATE INDEX referrals_restriction_authority_id_d899eaf7 ON public.referrals_restriction USING btree (authority_id);


CREATE INDEX referrals_restriction_ended_by_id_6fa87cf7 ON public.referrals_restriction USING btree (ended_by_id);


CREATE INDEX referrals_restriction_grants ON public.referrals_restriction USING gin (grants);


CREATE INDEX referrals_restriction_referral_id_69d18aa5 ON public.referrals_restriction USING btree (referral_id);


CREATE INDEX referrals_restriction_restricted_by_id_f5e77bee ON public.referrals_restriction USING btree (restricted_by_id);


CREATE INDEX referrals_resumption_authority_id_05c16183 ON public.referrals_resumption USING btree (authority_id);


CREATE INDEX referrals_resumption_grants ON public.referrals_resumption USING gin (grants);


CREATE INDEX referrals_resumption_referral_id_c45c3191 ON public.referrals_resumption USING btree (referral_id);


CREATE INDEX referrals_resumption_signed_by_id_3a400575 ON public.referrals_resumption USING btree (signed_by_id);


CREATE INDEX referrals_takentogether_answered_by_id_fbb476de ON public.referrals_takentogether USING btree (answered_by_id);


CREATE INDEX referrals_takentogether_authority_id_04c34eab ON public.referrals_takentogether USING btree (authority_id);


CREATE INDEX referrals_takentogether_grants ON public.referrals_takentogether USING gin (grants);


CREATE INDEX referrals_takentogether_referral_id_8e90d407 ON public.referrals_takentogether USING btree (referral_id);


CREATE INDEX referrals_told_answered_by_id_0840aca1 ON public.referrals_told USING btree (answered_by_id);


CREATE INDEX referrals_told_authority_id_63de7027 ON public.referrals_told USING btree (authority_id);


CREATE INDEX referrals_told_grants ON public.referrals_told USING gin (grants);


CREATE INDEX referrals_told_referral_id_8f2afa7f ON public.referrals_told USING btree (referral_id);


CREATE INDEX reports_figure_authority_id_dfffd866 ON public.reports_figure USING btree (authority_id);


CREATE INDEX reports_figure_grants ON public.reports_figure USING gin (grants);


CREATE INDEX reports_figure_report_id_18701283 ON public.reports_figure USING btree (report_id);


CREATE INDEX reports_report_authority_id_038550f9 ON public.reports_report USING btree (authority_id);


CREATE INDEX reports_report_begun_by_id_492e017c ON public.reports_report USING btree (begun_by_id);


CREATE INDEX reports_report_grants ON public.reports_report USING gin (grants);


CREATE INDEX reports_report_signed_by_id_d29db227 ON public.reports_report USING btree (signed_by_id);


CREATE UNIQUE INDEX restriction_one_in_force ON public.referrals_restriction USING btree (referral_id) WHERE (ended_at IS NULL);


CREATE INDEX retention_disposal_authority_id_8e91020d ON public.retention_disposal USING btree (authority_id);


CREATE INDEX retention_disposal_grants ON public.retention_disposal USING gin (grants);


CREATE INDEX retention_erasure_authority_id_ce021a59 ON public.retention_erasure USING btree (authority_id);


CREATE INDEX retention_erasure_grants ON public.retention_erasure USING gin (grants);


CREATE INDEX retention_hold_authority_id_6ecec60e ON public.retention_hold USING btree (authority_id);


CREATE INDEX retention_hold_ended_by_id_7441cddb ON public.retention_hold USING btree (ended_by_id);


CREATE INDEX retention_hold_grants ON public.retention_hold USING gin (grants);


CREATE INDEX retention_hold_placed_by_id_4302d10a ON public.retention_hold USING btree (placed_by_id);


CREATE INDEX retention_life_authority_id_6ab4e363 ON public.retention_life USING btree (authority_id);


CREATE INDEX retention_life_grants ON public.retention_life USING gin (grants);


CREATE INDEX retention_proposal_authority_id_995410b2 ON public.retention_proposal USING btree (authority_id);


CREATE INDEX retention_proposal_decided_by_id_4932d1e8 ON public.retention_proposal USING btree (decided_by_id);


CREATE INDEX retention_proposal_grants ON public.retention_proposal USING gin (grants);


CREATE INDEX retention_proposal_proposed_by_id_bcc55cd5 ON public.retention_proposal USING btree (proposed_by_id);


CREATE INDEX retention_retentionsetting_authority_id_7054cc37 ON public.retention_retentionsetting USING btree (authority_id);


CREATE INDEX retention_review_authority_id_9d64bad3 ON public.retention_review USING btree (authority_id);


CREATE INDEX retention_review_decided_by_id_334cc6c6 ON public.retention_review USING btree (decided_by_id);


CREATE INDEX retention_review_grants ON public.retention_review USING gin (grants);


CREATE INDEX seat_of ON public.panel_seat USING btree (holder_id, organisation_id);


CREATE INDEX session_when ON public.training_session USING btree (authority_id, starts_at);


CREATE INDEX support_briefing_action_id_4905fac9 ON public.support_briefing USING btree (action_id);


CREATE INDEX support_briefing_authority_id_3d19e140 ON public.support_briefing USING btree (authority_id);


CREATE INDEX support_briefing_grants ON public.support_briefing USING gin (grants);


CREATE INDEX support_briefing_read_by_id_1ecf49a2 ON public.support_briefing USING btree (read_by_id);


CREATE INDEX support_briefing_sent_by_id_fecb2098 ON public.support_briefing USING btree (sent_by_id);


CREATE INDEX support_plan_approved_by_id_24d790ea ON public.support_plan USING btree (approved_by_id);


CREATE INDEX support_plan_authority_id_8df73db0 ON public.support_plan USING btree (authority_id);


CREATE INDEX support_plan_begun_by_id_2da81497 ON public.support_plan USING btree (begun_by_id);


CREATE INDEX support_plan_case_id_c0a897e1 ON public.support_plan USING btree (case_id);


CREATE INDEX support_plan_grants ON public.support_plan USING gin (grants);


CREATE INDEX support_planneed_authority_id_30bc60bf ON public.support_planneed USING btree (authority_id);


CREATE INDEX support_planneed_case_id_cf0de2a0 ON public.support_planneed USING btree (case_id);


CREATE INDEX support_planneed_explained_by_id_1cdf98e7 ON public.support_planneed USING btree (explained_by_id);


CREATE INDEX support_planneed_grants ON public.support_planneed USING gin (grants);


CREATE INDEX support_planneed_noted_by_id_fe0b4b4b ON public.support_planneed USING btree (noted_by_id);


CREATE INDEX support_report_action_id_2b6b6340 ON public.support_report USING btree (action_id);


CREATE INDEX support_report_asked_by_id_67f25989 ON public.support_report USING btree (asked_by_id);


CREATE INDEX support_report_authority_id_0e28a864 ON public.support_report USING btree (authority_id);


CREATE INDEX support_report_grants ON public.support_report USING gin (grants);


CREATE INDEX support_report_seen_said_by_id_22f5c6f0 ON public.support_report USING btree (seen_said_by_id);


CREATE INDEX support_report_written_by_id_5d2ad5e2 ON public.support_report USING btree (written_by_id);


CREATE INDEX support_session_action_id_7878f5db ON public.support_session USING btree (action_id);


CREATE INDEX support_session_authority_id_7b16b1e1 ON public.support_session USING btree (authority_id);


CREATE INDEX support_session_grants ON public.support_session USING gin (grants);


CREATE INDEX support_session_planned_by_id_5d7cfaf3 ON public.support_session USING btree (planned_by_id);


CREATE INDEX support_session_reported_by_id_fc75a34e ON public.support_session USING btree (reported_by_id);


CREATE INDEX support_supportaction_asked_by_id_03807373 ON public.support_supportaction USING btree (asked_by_id);


CREATE INDEX support_supportaction_authority_id_ebdfbcd9 ON public.support_supportaction USING btree (authority_id);


CREATE INDEX support_supportaction_grants ON public.support_supportaction USING gin (grants);


CREATE INDEX support_supportaction_organisation_id_b73437b7 ON public.support_supportaction USING btree (organisation_id);


CREATE INDEX support_supportaction_person_id_aca701a0 ON public.support_supportaction USING btree (person_id);


CREATE INDEX support_supportaction_plan_id_c8de6b68 ON public.support_supportaction USING btree (plan_id);


CREATE INDEX support_supportaction_reference_902755ba_like ON public.support_supportaction USING btree (reference varchar_pattern_ops);


CREATE INDEX support_update_action_id_808fc523 ON public.support_update USING btree (action_id);


CREATE INDEX support_update_authority_id_f47081a2 ON public.support_update USING btree (authority_id);


CREATE INDEX support_update_grants ON public.support_update USING gin (grants);


CREATE INDEX support_update_written_by_id_3b254046 ON public.support_update USING btree (written_by_id);


CREATE INDEX task_about ON public.tasks_task USING btree (about_kind, about_id);


CREATE INDEX task_open_grant ON public.tasks_task USING btree (for_grant, due_at) WHERE (done_at IS NULL);


CREATE UNIQUE INDEX task_open_once ON public.tasks_task USING btree (kind, about_kind, about_id, for_user_id, for_grant) NULLS NOT DISTINCT WHERE (done_at IS NULL);


CREATE INDEX task_open_user ON public.tasks_task USING btree (for_user_id, due_at) WHERE (done_at IS NULL);


CREATE INDEX tasks_clock_authority_id_87781a49 ON public.tasks_clock USING btree (authority_id);


CREATE INDEX tasks_reminder_task_id_656117fb ON public.tasks_reminder USING btree (task_id);


CREATE INDEX tasks_task_authority_id_64419ac7 ON public.tasks_task USING btree (authority_id);


CREATE INDEX tasks_task_for_user_id_86a97a43 ON public.tasks_task USING btree (for_user_id);


CREATE INDEX tasks_task_grants ON public.tasks_task USING gin (grants);


CREATE UNIQUE INDEX trainee_once_by_email ON public.training_trainee USING btree (authority_id, lower((email)::text)) WHERE (NOT ((email)::text = ''::text));


CREATE UNIQUE INDEX trainee_once_by_name ON public.training_trainee USING btree (authority_id, lower((name)::text), institution_id, organisation_id) NULLS NOT DISTINCT WHERE ((email)::text = ''::text);


CREATE INDEX training_attendance_authority_id_3ee91fcb ON public.training_attendance USING btree (authority_id);


CREATE INDEX training_attendance_grants ON public.training_attendance USING gin (grants);


CREATE INDEX training_attendance_institution_id_74e95fdf ON public.training_attendance USING btree (institution_id);


CREATE INDEX training_attendance_marked_by_id_5e68aa10 ON public.training_attendance USING btree (marked_by_id);


CREATE INDEX training_attendance_organisation_id_e2a73d9d ON public.training_attendance USING btree (organisation_id);


CREATE INDEX training_attendance_role_id_a2b6ef25 ON public.training_attendance USING btree (role_id);


CREATE INDEX training_attendance_session_id_b12de9a0 ON public.training_attendance USING btree (session_id);


CREATE INDEX training_attendance_taught_id_ba7f448e ON public.training_attendance USING btree (taught_id);


CREATE INDEX training_attendance_trainee_id_a89ccf56 ON public.training_attendance USING btree (trainee_id);


CREATE INDEX training_audience_authority_id_c4e762a2 ON public.training_audience USING btree (authority_id);


CREATE INDEX training_audience_grants ON public.training_audience USING gin (grants);


CREATE INDEX training_booking_authority_id_16421050 ON public.training_booking USING btree (authority_id);


CREATE INDEX training_booking_booked_by_id_de774d71 ON public.training_booking USING btree (booked_by_id);


CREATE INDEX training_booking_grants ON public.training_booking USING gin (grants);


CREATE INDEX training_booking_institution_id_78d50ce8 ON public.training_booking USING btree (institution_id);


CREATE INDEX training_booking_organisation_id_00c5d5af ON public.training_booking USING btree (organisation_id);


CREATE INDEX training_booking_reference_a1e92c22_like ON public.training_booking USING btree (reference varchar_pattern_ops);


CREATE INDEX training_booking_role_id_2f6cfbec ON public.training_booking USING btree (role_id);


CREATE INDEX training_booking_session_id_c324e6e5 ON public.training_booking USING btree (session_id);


CREATE INDEX training_booking_trainee_id_2bfc3033 ON public.training_booking USING btree (trainee_id);


CREATE INDEX training_booking_visitor_id_612cbf59 ON public.training_booking USING btree (visitor_id);


CREATE INDEX training_came_from ON public.training_attendance USING btree (institution_id, held_on);


CREATE UNIQUE INDEX training_came_once ON public.training_attendance USING btree (session_id, trainee_id) WHERE ((session_id IS NOT NULL) AND (trainee_id IS NOT NULL));


CREATE INDEX training_came_when ON public.training_attendance USING btree (authority_id, held_on);


CREATE INDEX training_certificate_authority_id_5e0d03cf ON public.training_certificate USING btree (authority_id);


CREATE INDEX training_certificate_code_3ca7669b_like ON public.training_certificate USING btree (code varchar_pattern_ops);


CREATE INDEX training_certificate_grants ON public.training_certificate USING gin (grants);


CREATE INDEX training_certificate_issued_by_id_f428d89c ON public.training_certificate USING btree (issued_by_id);


CREATE INDEX training_course_audience_id_289fef78 ON public.training_course USING btree (audience_id);


CREATE INDEX training_course_authority_id_8ce5b480 ON public.training_course USING btree (authority_id);


CREATE INDEX training_course_grants ON public.training_course USING gin (grants);


CREATE INDEX training_course_needs_id_c0dda582 ON public.training_course USING btree (needs_id);


CREATE INDEX training_courseversion_authority_id_c0c3d576 ON public.training_courseversion USING btree (authority_id);


CREATE INDEX training_courseversion_course_id_2d2164f7 ON public.training_courseversion USING btree (course_id);


CREATE INDEX training_courseversion_grants ON public.training_courseversion USING gin (grants);


CREATE INDEX training_courseversion_recorded_by_id_93a85bf1 ON public.training_courseversion USING btree (recorded_by_id);


CREATE INDEX training_headcount_authority_id_7f2f7fdd ON public.training_headcount USING btree (authority_id);


CREATE INDEX training_headcount_grants ON public.training_headcount USING gin (grants);


CREATE INDEX training_headcount_institution_id_24c0d85e ON public.training_headcount USING btree (institution_id);


CREATE INDEX training_headcount_organisation_id_f7505be5 ON public.training_headcount USING btree (organisation_id);


CREATE INDEX training_headcount_recorded_by_id_f3654bd2 ON public.training_headcount USING btree (recorded_by_id);


CREATE INDEX training_headcount_role_id_0fb33260 ON public.training_headcount USING btree (role_id);


CREATE INDEX training_refreshrule_authority_id_bea1877c ON public.training_refreshrule USING btree (authority_id);


CREATE INDEX training_refreshrule_grants ON public.training_refreshrule USING gin (grants);


CREATE INDEX training_refreshrule_recorded_by_id_a2895f59 ON public.training_refreshrule USING btree (recorded_by_id);


CREATE INDEX training_refreshrule_role_id_6cd0bedc ON public.training_refreshrule USING btree (role_id);


CREATE INDEX training_session_authority_id_3e23d578 ON public.training_session USING btree (authority_id);


CREATE INDEX training_session_grants ON public.training_session USING gin (grants);


CREATE INDEX training_session_institution_id_3ac3d455 ON public.training_session USING btree (institution_id);


CREATE INDEX training_session_organisation_id_b43c1e62 ON public.training_session USING btree (organisation_id);


CREATE INDEX training_session_reference_daecc086_like ON public.training_session USING btree (reference varchar_pattern_ops);


CREATE INDEX training_session_taught_id_cbb05b80 ON public.training_session USING btree (taught_id);


CREATE UNIQUE INDEX training_source_key_once ON public.training_attendance USING btree (authority_id, source_key) WHERE (NOT ((source_key)::text = ''::text));


CREATE INDEX training_staffrole_authority_id_2b97614c ON public.training_staffrole USING btree (authority_id);


CREATE INDEX training_staffrole_grants ON public.training_staffrole USING gin (grants);


CREATE INDEX training_trainee_authority_id_4a91176d ON public.training_trainee USING btree (authority_id);


CREATE INDEX training_trainee_grants ON public.training_trainee USING gin (grants);


CREATE INDEX training_trainee_institution_id_8857d3f7 ON public.training_trainee USING btree (institution_id);


CREATE INDEX training_trainee_organisation_id_ca25f12e ON public.training_trainee USING btree (organisation_id);


CREATE INDEX training_trainee_role_id_38f13953 ON public.training_trainee USING btree (role_id);


CREATE INDEX training_trainer_authority_id_0547a90b ON public.training_trainer USING btree (authority_id);


CREATE INDEX training_trainer_grants ON public.training_trainer USING gin (grants);


CREATE INDEX training_trainer_person_id_61748f90 ON public.training_trainer USING btree (person_id);


CREATE INDEX training_trainer_session_id_bf86e641 ON public.training_trainer USING btree (session_id);


CREATE INDEX training_trainingrequest_asked_by_id_57c5d2c2 ON public.training_trainingrequest USING btree (asked_by_id);


CREATE INDEX training_trainingrequest_audience_id_fa91acc7 ON public.training_trainingrequest USING btree (audience_id);


CREATE INDEX training_trainingrequest_authority_id_ea0da9e2 ON public.training_trainingrequest USING btree (authority_id);


CREATE INDEX training_trainingrequest_grants ON public.training_trainingrequest USING gin (grants);


CREATE INDEX training_trainingrequest_institution_id_495e1382 ON public.training_trainingrequest USING btree (institution_id);


CREATE INDEX training_trainingrequest_organisation_id_74b15840 ON public.training_trainingrequest USING btree (organisation_id);


CREATE INDEX training_trainingrequest_owner_id_57c51a56 ON public.training_trainingrequest USING btree (owner_id);


CREATE INDEX training_trainingrequest_reference_55069c14_like ON public.training_trainingrequest USING btree (reference varchar_pattern_ops);


CREATE INDEX training_trainingrequest_visitor_id_bead9027 ON public.training_trainingrequest USING btree (visitor_id);


CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));


CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";


CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;


CREATE INDEX usersessions_usersession_session_key_fd35de43_like ON public.usersessions_usersession USING btree (session_key varchar_pattern_ops);


CREATE INDEX usersessions_usersession_user_id_af5e0a6d ON public.usersessions_usersession USING btree (user_id);


CREATE INDEX vault_destroyed_authority_id_bb920dd7 ON public.vault_destroyed USING btree (authority_id);


CREATE INDEX vault_destroyed_grants ON public.vault_destroyed USING gin (grants);


CREATE INDEX vault_document_added_by_user_id_6d216786 ON public.vault_document USING btree (added_by_user_id);


CREATE INDEX vault_document_added_by_visitor_id_b95a90e8 ON public.vault_document USING btree (added_by_visitor_id);


CREATE INDEX vault_document_authority_id_21486902 ON public.vault_document USING btree (authority_id);


CREATE INDEX vault_document_grants ON public.vault_document USING gin (grants);


CREATE INDEX vault_masterkey_number_f54d95ca_like ON public.vault_masterkey USING btree (number varchar_pattern_ops);


CREATE INDEX vault_recordkey_authority_id_59c7c38f ON public.vault_recordkey USING btree (authority_id);


CREATE INDEX vault_recordkey_grants ON public.vault_recordkey USING gin (grants);


CREATE UNIQUE INDEX visitor_once ON public.access_visitor USING btree (lower((email)::text), authority_id);


CREATE INDEX tally_place ON reach.tally USING btree (authority_id, place);


CREATE INDEX touched_place ON reach.touched USING btree (authority_id, place);


CREATE TRIGGER change_kept BEFORE TRUNCATE ON ledger.change FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


CREATE TRIGGER change_stays BEFORE DELETE OR UPDATE ON ledger.change FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


CREATE TRIGGER deed_kept BEFORE TRUNCATE ON ledger.deed FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


CREATE TRIGGER deed_stays BEFORE DELETE OR UPDATE ON ledger.deed FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


CREATE TRIGGER disclosure_kept BEFORE TRUNCATE ON ledger.disclosure FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


CREATE TRIGGER disclosure_stays BEFORE DELETE OR UPDATE ON ledger.disclosure FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


CREATE TRIGGER read_kept BEFORE TRUNCATE ON ledger.read FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


CREATE TRIGGER read_stays BEFORE DELETE OR UPDATE ON ledger.read FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


CREATE TRIGGER seal_kept BEFORE TRUNCATE ON ledger.seal FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


CREATE TRIGGER seal_stays BEFORE DELETE OR UPDATE ON ledger.seal FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


CREATE TRIGGER access_glass_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.access_glass FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER access_glass_recorded AFTER INSERT OR DELETE OR UPDATE ON public.access_glass FOR EACH ROW EXECUTE FUNCTION ledger.record_change('reference', 'about_kind', 'about_reference', 'opened_at', 'ended_at', 'reviewed_at', 'verdict');


CREATE TRIGGER access_interest_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.access_interest FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER access_interest_recorded AFTER INSERT OR DELETE OR UPDATE ON public.access_interest FOR EACH ROW EXECUTE FUNCTION ledger.record_change('about_kind', 'about_reference', 'declared_at', 'withdrawn_at');


CREATE TRIGGER access_membership_recorded AFTER INSERT OR DELETE OR UPDATE ON public.access_membership FOR EACH ROW EXECUTE FUNCTION ledger.record_change('role', 'starts_on', 'ends_on', 'ended_at');


CREATE TRIGGER access_recovery_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.access_recovery FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER access_recovery_recorded AFTER INSERT OR DELETE OR UPDATE ON public.access_recovery FOR EACH ROW EXECUTE FUNCTION ledger.record_change('seen', 'vouched_at', 'confirmed_at', 'works_from', 'ends_at', 'used_at', 'stopped_at');


CREATE TRIGGER access_recovery_standing BEFORE INSERT OR UPDATE OF confirmed_by_id ON public.access_recovery FOR EACH ROW EXECUTE FUNCTION gate.stands_in_recovery();


CREATE TRIGGER accounts_invitation_recorded AFTER INSERT OR DELETE OR UPDATE ON public.accounts_invitation FOR EACH ROW EXECUTE FUNCTION ledger.record_change('invited_at', 'expires_at', 'accepted_at', 'withdrawn_at');


CREATE TRIGGER accounts_signon_recorded AFTER INSERT OR DELETE OR UPDATE ON public.accounts_signon FOR EACH ROW EXECUTE FUNCTION ledger.record_change('linked_at');


CREATE TRIGGER accounts_user_recorded AFTER INSERT OR DELETE OR UPDATE ON public.accounts_user FOR EACH ROW EXECUTE FUNCTION ledger.record_change('is_active', 'disabled_at', 'language');


CREATE TRIGGER assessment_closureapproval_another BEFORE INSERT ON public.assessment_closureapproval FOR EACH ROW EXECUTE FUNCTION police.approves_anothers();


CREATE TRIGGER assessment_closureapproval_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.assessment_closureapproval FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER assessment_closureapproval_recorded AFTER INSERT OR DELETE OR UPDATE ON public.assessment_closureapproval FOR EACH ROW EXECUTE FUNCTION ledger.record_change('approved', 'signed_at');


CREATE TRIGGER assessment_closureapproval_signed BEFORE DELETE OR UPDATE ON public.assessment_closureapproval FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER assessment_closureapproval_signer BEFORE INSERT ON public.assessment_closureapproval FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER assessment_closureapproval_walled BEFORE DELETE ON public.assessment_closureapproval FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER assessment_deconfliction_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.assessment_deconfliction FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER assessment_deconfliction_open BEFORE INSERT ON public.assessment_deconfliction FOR EACH ROW EXECUTE FUNCTION police.still_open();


CREATE TRIGGER assessment_deconfliction_recorded AFTER INSERT OR DELETE OR UPDATE ON public.assessment_deconfliction FOR EACH ROW EXECUTE FUNCTION ledger.record_change('result_on', 'signed_at');


CREATE TRIGGER assessment_deconfliction_signed BEFORE DELETE OR UPDATE ON public.assessment_deconfliction FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER assessment_deconfliction_signer BEFORE INSERT ON public.assessment_deconfliction FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER assessment_deconfliction_walled BEFORE DELETE ON public.assessment_deconfliction FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER assessment_evidence BEFORE UPDATE ON public.assessment_policeassessment FOR EACH ROW EXECUTE FUNCTION police.may_move();


CREATE TRIGGER assessment_policeassessment_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.assessment_policeassessment FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER assessment_policeassessment_moves BEFORE INSERT OR UPDATE ON public.assessment_policeassessment FOR EACH ROW EXECUTE FUNCTION gate.legal_move('state', 'deconfliction', 'assessing>closing', 'assessing>given_back', 'assessing>held', 'assessing>referred', 'closing>assessing', 'closing>closed', 'deconfliction>assessing', 'deconfliction>given_back', 'held>assessing', 'held>given_back', 'referred>held');


CREATE TRIGGER assessment_policeassessment_recorded AFTER INSERT OR DELETE OR UPDATE ON public.assessment_policeassessment FOR EACH ROW EXECUTE FUNCTION ledger.record_change('state', 'started_at', 'due_at', 'ended_at');


CREATE TRIGGER assessment_policeassessment_walled BEFORE DELETE ON public.assessment_policeassessment FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER assessment_policedecision_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.assessment_policedecision FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER assessment_policedecision_open BEFORE INSERT ON public.assessment_policedecision FOR EACH ROW EXECUTE FUNCTION police.still_open();


CREATE TRIGGER assessment_policedecision_recorded AFTER INSERT OR DELETE OR UPDATE ON public.assessment_policedecision FOR EACH ROW EXECUTE FUNCTION ledger.record_change('decided_on', 'signed_at');


CREATE TRIGGER assessment_policedecision_signed BEFORE DELETE OR UPDATE ON public.assessment_policedecision FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER assessment_policedecision_signer BEFORE INSERT ON public.assessment_policedecision FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER assessment_policedecision_walled BEFORE DELETE ON public.assessment_policedecision FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER assessment_writtenassessment_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.assessment_writtenassessment FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER assessment_writtenassessment_open BEFORE INSERT ON public.assessment_writtenassessment FOR EACH ROW EXECUTE FUNCTION police.still_open();


CREATE TRIGGER assessment_writtenassessment_recorded AFTER INSERT OR DELETE OR UPDATE ON public.assessment_writtenassessment FOR EACH ROW EXECUTE FUNCTION ledger.record_change('framework_id', 'signed_at');


CREATE TRIGGER assessment_writtenassessment_signed BEFORE DELETE OR UPDATE ON public.assessment_writtenassessment FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER assessment_writtenassessment_signer BEFORE INSERT ON public.assessment_writtenassessment FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER assessment_writtenassessment_walled BEFORE DELETE ON public.assessment_writtenassessment FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER channel_attendancecorrection_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.channel_attendancecorrection FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER channel_attendancecorrection_recorded AFTER INSERT OR DELETE OR UPDATE ON public.channel_attendancecorrection FOR EACH ROW EXECUTE FUNCTION ledger.record_change('sector', 'was', 'became', 'signed_at');


CREATE TRIGGER channel_attendancecorrection_signed BEFORE DELETE OR UPDATE ON public.channel_attendancecorrection FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER channel_attendancecorrection_signer BEFORE INSERT ON public.channel_attendancecorrection FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER channel_attendancecorrection_walled BEFORE DELETE ON public.channel_attendancecorrection FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER channel_case_consent BEFORE UPDATE OF state ON public.channel_case FOR EACH ROW WHEN (((new.state)::text <> (old.state)::text)) EXECUTE FUNCTION consent.case_may_move();


CREATE TRIGGER channel_case_decided BEFORE UPDATE ON public.channel_case FOR EACH ROW WHEN ((((new.state)::text <> (old.state)::text) AND (channel.decided_to((new.state)::text) IS NOT NULL))) EXECUTE FUNCTION channel.moves_by_decision();


CREATE CONSTRAINT TRIGGER channel_case_ends AFTER UPDATE OF state ON public.channel_case DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (exits.is_over((new.state)::text)) EXECUTE FUNCTION exits.case_ends();


CREATE TRIGGER channel_case_exits BEFORE UPDATE OF state ON public.channel_case FOR EACH ROW WHEN (((new.state)::text <> (old.state)::text)) EXECUTE FUNCTION exits.may_move();


CREATE TRIGGER channel_case_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.channel_case FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER channel_case_moves BEFORE INSERT OR UPDATE ON public.channel_case FOR EACH ROW EXECUTE FUNCTION gate.legal_move('state', 'awaiting_first_panel', 'active>consent_lapsed', 'active>consent_refused', 'active>consent_withdrawn', 'active>ending', 'active>paused', 'active>police_led', 'active>transferred', 'after_exit>after_six_months', 'after_exit>awaiting_first_panel', 'after_exit>transferred', 'after_six_months>awaiting_first_panel', 'after_six_months>closed', 'after_six_months>looked_at_longer', 'after_six_months>transferred', 'awaiting_first_panel>consent_pending', 'awaiting_first_panel>deferred', 'awaiting_first_panel>not_adopted', 'awaiting_first_panel>police_led', 'awaiting_first_panel>transferred', 'consent_lapsed>active', 'consent_lapsed>consent_refused', 'consent_lapsed>consent_withdrawn', 'consent_lapsed>ending', 'consent_lapsed>police_led', 'consent_lapsed>transferred', 'consent_pending>active', 'consent_pending>awaiting_first_panel', 'consent_pending>consent_refused', 'consent_pending>police_led', 'consent_pending>transferred', 'consent_refused>active', 'consent_refused>ending', 'consent_refused>police_led', 'consent_refused>transferred', 'consent_withdrawn>active', 'consent_withdrawn>ending', 'consent_withdrawn>police_led', 'consent_withdrawn>transferred', 'deferred>awaiting_first_panel', 'deferred>consent_pending', 'deferred>not_adopted', 'deferred>police_led', 'deferred>transferred', 'ended_before_panel>awaiting_first_panel', 'ending>active', 'ending>after_exit', 'ending>consent_lapsed', 'ending>consent_refused', 'ending>consent_withdrawn', 'ending>paused', 'ending>police_led', 'ending>transferred', 'looked_at_longer>awaiting_first_panel', 'looked_at_longer>closed', 'looked_at_longer>transferred', 'not_adopted>awaiting_first_panel', 'paused>active', 'paused>consent_refused', 'paused>consent_withdrawn', 'paused>ending', 'paused>police_led', 'paused>transferred', 'police_led>awaiting_first_panel', 'police_led>ended_before_panel');


CREATE TRIGGER channel_case_recorded AFTER INSERT OR DELETE OR UPDATE ON public.channel_case FOR EACH ROW EXECUTE FUNCTION ledger.record_change('state', 'opened_at');


CREATE TRIGGER channel_case_section_36 BEFORE INSERT OR UPDATE OF state, section_36_id, referral_id ON public.channel_case FOR EACH ROW EXECUTE FUNCTION channel.stands_on_section_36();


CREATE CONSTRAINT TRIGGER channel_case_taken_over AFTER INSERT OR UPDATE OF section_36_id ON public.channel_case DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.section_36_id IS NULL)) EXECUTE FUNCTION exits.is_taken_over();


CREATE TRIGGER channel_case_transfer BEFORE UPDATE OF state ON public.channel_case FOR EACH ROW WHEN ((((new.state)::text <> (old.state)::text) AND ((new.state)::text = 'transferred'::text))) EXECUTE FUNCTION exits.may_transfer();


CREATE TRIGGER channel_case_walled BEFORE DELETE ON public.channel_case FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE CONSTRAINT TRIGGER channel_case_with_referral AFTER INSERT OR UPDATE OF state ON public.channel_case DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION channel.case_has_referral();


CREATE TRIGGER channel_caseevent_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.channel_caseevent FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER channel_caseevent_recorded AFTER INSERT OR DELETE OR UPDATE ON public.channel_caseevent FOR EACH ROW EXECUTE FUNCTION ledger.record_change('kind', 'on', 'entered_at');


CREATE TRIGGER channel_caseevent_signed BEFORE DELETE OR UPDATE ON public.channel_caseevent FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER channel_caseevent_signer BEFORE INSERT ON public.channel_caseevent FOR EACH ROW WHEN ((new.entered_by_id IS NOT NULL)) EXECUTE FUNCTION triage.signs_as_actor('entered_by_id');


CREATE TRIGGER channel_caseevent_walled BEFORE DELETE ON public.channel_caseevent FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER channel_dissent_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.channel_dissent FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER channel_dissent_recorded AFTER INSERT OR DELETE OR UPDATE ON public.channel_dissent FOR EACH ROW EXECUTE FUNCTION ledger.record_change('organisation_id');


CREATE TRIGGER channel_dissent_signed BEFORE DELETE OR UPDATE ON public.channel_dissent FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER channel_dissent_there BEFORE INSERT ON public.channel_dissent FOR EACH ROW EXECUTE FUNCTION channel.dissents_there();


CREATE TRIGGER channel_dissent_walled BEFORE DELETE ON public.channel_dissent FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE CONSTRAINT TRIGGER channel_dissent_whole AFTER INSERT ON public.channel_dissent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION channel.decision_is_whole();


CREATE TRIGGER channel_paneldecision_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.channel_paneldecision FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER channel_paneldecision_lawful BEFORE INSERT ON public.channel_paneldecision FOR EACH ROW EXECUTE FUNCTION channel.decides_lawfully();


CREATE TRIGGER channel_paneldecision_recorded AFTER INSERT OR DELETE OR UPDATE ON public.channel_paneldecision FOR EACH ROW EXECUTE FUNCTION ledger.record_change('outcome', 'method', 'decided_on', 'entered_at', 'dissents_number');


CREATE TRIGGER channel_paneldecision_signed BEFORE DELETE OR UPDATE ON public.channel_paneldecision FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER channel_paneldecision_signer BEFORE INSERT ON public.channel_paneldecision FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER channel_paneldecision_walled BEFORE DELETE ON public.channel_paneldecision FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE CONSTRAINT TRIGGER channel_paneldecision_whole AFTER INSERT ON public.channel_paneldecision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION channel.decision_is_whole();


CREATE TRIGGER concerns_addedinformation_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.concerns_addedinformation FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER concerns_addedinformation_recorded AFTER INSERT OR DELETE OR UPDATE ON public.concerns_addedinformation FOR EACH ROW EXECUTE FUNCTION ledger.record_change('added_at');


CREATE TRIGGER concerns_addedinformation_signed BEFORE UPDATE ON public.concerns_addedinformation FOR EACH ROW EXECUTE FUNCTION gate.words_stay();


CREATE TRIGGER concerns_addedinformation_walled BEFORE DELETE ON public.concerns_addedinformation FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER concerns_concernraiser_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.concerns_concernraiser FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER concerns_concernraiser_recorded AFTER INSERT OR DELETE OR UPDATE ON public.concerns_concernraiser FOR EACH ROW EXECUTE FUNCTION ledger.record_change();


CREATE TRIGGER concerns_concernraiser_signed BEFORE UPDATE ON public.concerns_concernraiser FOR EACH ROW EXECUTE FUNCTION gate.words_stay();


CREATE TRIGGER concerns_concernraiser_walled BEFORE DELETE ON public.concerns_concernraiser FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER concerns_draft_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.concerns_draft FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER concerns_draft_keyed AFTER DELETE OR UPDATE OF grants ON public.concerns_draft FOR EACH ROW EXECUTE FUNCTION vault.follow();


CREATE TRIGGER concerns_draft_life AFTER INSERT OR DELETE OR UPDATE ON public.concerns_draft FOR EACH ROW EXECUTE FUNCTION retention.follow_concerns_draft();


CREATE TRIGGER concerns_draft_moves BEFORE INSERT OR UPDATE ON public.concerns_draft FOR EACH ROW EXECUTE FUNCTION gate.legal_move('state', 'writing', 'returned>sent', 'returned>with_dsl', 'with_dsl>not_sent', 'with_dsl>returned', 'with_dsl>sent', 'writing>sent', 'writing>with_dsl');


CREATE TRIGGER concerns_draft_recorded AFTER INSERT OR DELETE OR UPDATE ON public.concerns_draft FOR EACH ROW EXECUTE FUNCTION ledger.record_change('state', 'form_version', 'sent_to_dsl_at', 'decided_at');


CREATE TRIGGER concerns_draft_unheld BEFORE DELETE ON public.concerns_draft FOR EACH ROW EXECUTE FUNCTION retention.unless_held('concerns.draft');


CREATE TRIGGER concerns_draft_walled BEFORE DELETE ON public.concerns_draft FOR EACH ROW WHEN ((NOT ((old.state)::text = ANY ((ARRAY['writing'::character varying, 'returned'::character varying])::text[])))) EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER concerns_draftapart_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.concerns_draftapart FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER concerns_draftapart_recorded AFTER INSERT OR DELETE OR UPDATE ON public.concerns_draftapart FOR EACH ROW EXECUTE FUNCTION ledger.record_change();


CREATE TRIGGER concerns_enquiry_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.concerns_enquiry FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER concerns_enquiry_keyed AFTER DELETE OR UPDATE OF grants ON public.concerns_enquiry FOR EACH ROW EXECUTE FUNCTION vault.follow();


CREATE TRIGGER concerns_enquiry_life AFTER INSERT OR DELETE OR UPDATE ON public.concerns_enquiry FOR EACH ROW EXECUTE FUNCTION retention.follow_concerns_enquiry();


CREATE TRIGGER concerns_enquiry_recorded AFTER INSERT OR DELETE OR UPDATE ON public.concerns_enquiry FOR EACH ROW EXECUTE FUNCTION ledger.record_change('reference', 'names_someone', 'asked_at', 'answered_at', 'expires_on');


CREATE TRIGGER concerns_enquiry_walled BEFORE DELETE ON public.concerns_enquiry FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER concerns_progress_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.concerns_progress FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER concerns_progress_recorded AFTER INSERT OR DELETE OR UPDATE ON public.concerns_progress FOR EACH ROW EXECUTE FUNCTION ledger.record_change('step', 'happened_at');


CREATE TRIGGER concerns_progress_signed BEFORE UPDATE ON public.concerns_progress FOR EACH ROW EXECUTE FUNCTION gate.words_stay();


CREATE TRIGGER concerns_progress_walled BEFORE DELETE ON public.concerns_progress FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER concerns_submission_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.concerns_submission FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER concerns_submission_keyed AFTER DELETE OR UPDATE OF grants ON public.concerns_submission FOR EACH ROW EXECUTE FUNCTION vault.follow();


CREATE TRIGGER concerns_submission_recorded AFTER INSERT OR DELETE OR UPDATE ON public.concerns_submission FOR EACH ROW EXECUTE FUNCTION ledger.record_change('reference', 'form_version', 'sent_at');


CREATE TRIGGER concerns_submission_signed BEFORE UPDATE ON public.concerns_submission FOR EACH ROW EXECUTE FUNCTION gate.words_stay();


CREATE TRIGGER concerns_submission_walled BEFORE DELETE ON public.concerns_submission FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER consent_consent_fits BEFORE INSERT ON public.consent_consent FOR EACH ROW EXECUTE FUNCTION consent.entry_fits();


CREATE TRIGGER consent_consent_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.consent_consent FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER consent_consent_recorded AFTER INSERT OR DELETE OR UPDATE ON public.consent_consent FOR EACH ROW EXECUTE FUNCTION ledger.record_change('asked_on', 'expires_on', 'signed_at');


CREATE TRIGGER consent_consent_signed BEFORE DELETE OR UPDATE ON public.consent_consent FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER consent_consent_signer BEFORE INSERT ON public.consent_consent FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE CONSTRAINT TRIGGER consent_consent_stops AFTER INSERT ON public.consent_consent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.answer)::text <> 'given'::text)) EXECUTE FUNCTION consent.answer_stops();


CREATE TRIGGER consent_consent_walled BEFORE DELETE ON public.consent_consent FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER consent_objection_given BEFORE INSERT ON public.consent_objection FOR EACH ROW EXECUTE FUNCTION consent.of_one_given();


CREATE TRIGGER consent_objection_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.consent_objection FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER consent_objection_recorded AFTER INSERT OR DELETE OR UPDATE ON public.consent_objection FOR EACH ROW EXECUTE FUNCTION ledger.record_change('said_on', 'signed_at');


CREATE TRIGGER consent_objection_signed BEFORE DELETE OR UPDATE ON public.consent_objection FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER consent_objection_signer BEFORE INSERT ON public.consent_objection FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER consent_objection_walled BEFORE DELETE ON public.consent_objection FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER consent_reassessed_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.consent_reassessed FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER consent_reassessed_recorded AFTER INSERT OR DELETE OR UPDATE ON public.consent_reassessed FOR EACH ROW EXECUTE FUNCTION ledger.record_change('on', 'signed_at');


CREATE TRIGGER consent_reassessed_signed BEFORE DELETE OR UPDATE ON public.consent_reassessed FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER consent_reassessed_signer BEFORE INSERT ON public.consent_reassessed FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER consent_reassessed_walled BEFORE DELETE ON public.consent_reassessed FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER consent_reassessment_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.consent_reassessment FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER consent_reassessment_recorded AFTER INSERT OR DELETE OR UPDATE ON public.consent_reassessment FOR EACH ROW EXECUTE FUNCTION ledger.record_change('due_on', 'signed_at');


CREATE TRIGGER consent_reassessment_signed BEFORE DELETE OR UPDATE ON public.consent_reassessment FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER consent_reassessment_signer BEFORE INSERT ON public.consent_reassessment FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER consent_reassessment_walled BEFORE DELETE ON public.consent_reassessment FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER consent_resolution_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.consent_resolution FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER consent_resolution_recorded AFTER INSERT OR DELETE OR UPDATE ON public.consent_resolution FOR EACH ROW EXECUTE FUNCTION ledger.record_change('decided_on', 'signed_at');


CREATE TRIGGER consent_resolution_signed BEFORE DELETE OR UPDATE ON public.consent_resolution FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER consent_resolution_signer BEFORE INSERT ON public.consent_resolution FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER consent_resolution_walled BEFORE DELETE ON public.consent_resolution FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER consent_withdrawal_given BEFORE INSERT ON public.consent_withdrawal FOR EACH ROW EXECUTE FUNCTION consent.of_one_given();


CREATE TRIGGER consent_withdrawal_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.consent_withdrawal FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER consent_withdrawal_recorded AFTER INSERT OR DELETE OR UPDATE ON public.consent_withdrawal FOR EACH ROW EXECUTE FUNCTION ledger.record_change('withdrawn_on', 'signed_at');


CREATE TRIGGER consent_withdrawal_signed BEFORE DELETE OR UPDATE ON public.consent_withdrawal FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER consent_withdrawal_signer BEFORE INSERT ON public.consent_withdrawal FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE CONSTRAINT TRIGGER consent_withdrawal_stops AFTER INSERT ON public.consent_withdrawal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION consent.withdrawal_stops();


CREATE TRIGGER consent_withdrawal_walled BEFORE DELETE ON public.consent_withdrawal FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER directory_contact_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.directory_contact FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER directory_contact_recorded AFTER INSERT OR DELETE OR UPDATE ON public.directory_contact FOR EACH ROW EXECUTE FUNCTION ledger.record_change('institution_id', 'organisation_id', 'role', 'from_on', 'until_on');


CREATE TRIGGER directory_note_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.directory_note FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER directory_note_keyed AFTER DELETE OR UPDATE OF grants ON public.directory_note FOR EACH ROW EXECUTE FUNCTION vault.follow();


CREATE TRIGGER directory_note_recorded AFTER INSERT OR DELETE OR UPDATE ON public.directory_note FOR EACH ROW EXECUTE FUNCTION ledger.record_change('institution_id', 'organisation_id');


CREATE TRIGGER exits_alarm_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.exits_alarm FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER exits_alarm_recorded AFTER INSERT OR DELETE OR UPDATE ON public.exits_alarm FOR EACH ROW EXECUTE FUNCTION ledger.record_change('days', 'given_at');


CREATE TRIGGER exits_alarm_signed BEFORE DELETE OR UPDATE ON public.exits_alarm FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER exits_alarm_walled BEFORE DELETE ON public.exits_alarm FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER exits_arrival_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.exits_arrival FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER exits_arrival_keyed AFTER DELETE OR UPDATE OF grants ON public.exits_arrival FOR EACH ROW EXECUTE FUNCTION vault.follow();


CREATE TRIGGER exits_arrival_recorded AFTER INSERT OR DELETE OR UPDATE ON public.exits_arrival FOR EACH ROW EXECUTE FUNCTION ledger.record_change('sender_id', 'sent_at', 'accepted_at');


CREATE TRIGGER exits_arrival_stays BEFORE UPDATE ON public.exits_arrival FOR EACH ROW EXECUTE FUNCTION exits.arrival_stays();


CREATE TRIGGER exits_arrival_walled BEFORE DELETE ON public.exits_arrival FOR EACH ROW WHEN ((NOT (old.case_id IS NULL))) EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER exits_closingreport_fits BEFORE INSERT ON public.exits_closingreport FOR EACH ROW EXECUTE FUNCTION exits.report_fits();


CREATE TRIGGER exits_closingreport_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.exits_closingreport FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER exits_closingreport_recorded AFTER INSERT OR DELETE OR UPDATE ON public.exits_closingreport FOR EACH ROW EXECUTE FUNCTION ledger.record_change('assessment_id', 'framework_id', 'accepted', 'accepted_on', 'written_at');


CREATE TRIGGER exits_closingreport_signed BEFORE DELETE OR UPDATE ON public.exits_closingreport FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER exits_closingreport_signer BEFORE INSERT ON public.exits_closingreport FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('written_by_id');


CREATE TRIGGER exits_closingreport_walled BEFORE DELETE ON public.exits_closingreport FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER exits_goingon_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.exits_goingon FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER exits_goingon_recorded AFTER INSERT OR DELETE OR UPDATE ON public.exits_goingon FOR EACH ROW EXECUTE FUNCTION ledger.record_change('on', 'signed_at');


CREATE TRIGGER exits_goingon_signed BEFORE DELETE OR UPDATE ON public.exits_goingon FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER exits_goingon_signer BEFORE INSERT ON public.exits_goingon FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER exits_goingon_walled BEFORE DELETE ON public.exits_goingon FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER exits_investigation_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.exits_investigation FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER exits_investigation_recorded AFTER INSERT OR DELETE OR UPDATE ON public.exits_investigation FOR EACH ROW EXECUTE FUNCTION ledger.record_change('notified_on', 'acted_on', 'agreed_on', 'signed_at');


CREATE TRIGGER exits_investigation_signed BEFORE DELETE OR UPDATE ON public.exits_investigation FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER exits_investigation_signer BEFORE INSERT ON public.exits_investigation FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER exits_investigation_walled BEFORE DELETE ON public.exits_investigation FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER exits_lookback_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.exits_lookback FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER exits_lookback_recorded AFTER INSERT OR DELETE OR UPDATE ON public.exits_lookback FOR EACH ROW EXECUTE FUNCTION ledger.record_change('held_on', 'decision', 'longer_until', 'signed_at');


CREATE TRIGGER exits_lookback_signed BEFORE DELETE OR UPDATE ON public.exits_lookback FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER exits_lookback_signer BEFORE INSERT ON public.exits_lookback FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER exits_lookback_walled BEFORE DELETE ON public.exits_lookback FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER exits_pause_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.exits_pause FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER exits_pause_recorded AFTER INSERT OR DELETE OR UPDATE ON public.exits_pause FOR EACH ROW EXECUTE FUNCTION ledger.record_change('on', 'signed_at');


CREATE TRIGGER exits_pause_signed BEFORE DELETE OR UPDATE ON public.exits_pause FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER exits_pause_signer BEFORE INSERT ON public.exits_pause FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER exits_pause_walled BEFORE DELETE ON public.exits_pause FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER exits_review_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.exits_review FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER exits_review_in_time BEFORE INSERT ON public.exits_review FOR EACH ROW EXECUTE FUNCTION exits.in_time();


CREATE TRIGGER exits_review_recorded AFTER INSERT OR DELETE OR UPDATE ON public.exits_review FOR EACH ROW EXECUTE FUNCTION ledger.record_change('kind', 'due_on');


CREATE TRIGGER exits_review_signed BEFORE DELETE OR UPDATE ON public.exits_review FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE CONSTRAINT TRIGGER exits_review_stays AFTER DELETE ON public.exits_review DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION exits.has_both();


CREATE TRIGGER exits_review_walled BEFORE DELETE ON public.exits_review FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER exits_signoff_another BEFORE INSERT ON public.exits_signoff FOR EACH ROW EXECUTE FUNCTION exits.signs_anothers();


CREATE TRIGGER exits_signoff_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.exits_signoff FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER exits_signoff_recorded AFTER INSERT OR DELETE OR UPDATE ON public.exits_signoff FOR EACH ROW EXECUTE FUNCTION ledger.record_change('signed', 'ended_on', 'signed_at');


CREATE CONSTRAINT TRIGGER exits_signoff_reviews AFTER INSERT ON public.exits_signoff DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (new.signed) EXECUTE FUNCTION exits.has_both();


CREATE TRIGGER exits_signoff_signed BEFORE DELETE OR UPDATE ON public.exits_signoff FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER exits_signoff_signer BEFORE INSERT ON public.exits_signoff FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER exits_signoff_walled BEFORE DELETE ON public.exits_signoff FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER exits_transfer_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.exits_transfer FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER exits_transfer_recorded AFTER INSERT OR DELETE OR UPDATE ON public.exits_transfer FOR EACH ROW EXECUTE FUNCTION ledger.record_change('to_id', 'signed_at');


CREATE TRIGGER exits_transfer_signed BEFORE DELETE OR UPDATE ON public.exits_transfer FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER exits_transfer_signer BEFORE INSERT ON public.exits_transfer FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER exits_transfer_walled BEFORE DELETE ON public.exits_transfer FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER exits_transferanswer_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.exits_transferanswer FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER exits_transferanswer_recorded AFTER INSERT OR DELETE OR UPDATE ON public.exits_transferanswer FOR EACH ROW EXECUTE FUNCTION ledger.record_change('outcome', 'signed_at');


CREATE TRIGGER exits_transferanswer_rightly BEFORE INSERT ON public.exits_transferanswer FOR EACH ROW EXECUTE FUNCTION exits.answers_rightly();


CREATE TRIGGER exits_transferanswer_signed BEFORE DELETE OR UPDATE ON public.exits_transferanswer FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER exits_transferanswer_signer BEFORE INSERT ON public.exits_transferanswer FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER exits_transferanswer_walled BEFORE DELETE ON public.exits_transferanswer FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER feedback_mark_asked BEFORE INSERT ON public.feedback_mark FOR EACH ROW EXECUTE FUNCTION feedback.of_its_round();


CREATE TRIGGER feedback_mark_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.feedback_mark FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER feedback_mark_recorded AFTER INSERT OR DELETE OR UPDATE ON public.feedback_mark FOR EACH ROW EXECUTE FUNCTION ledger.record_change();


CREATE TRIGGER feedback_mark_signed BEFORE UPDATE ON public.feedback_mark FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER feedback_question_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.feedback_question FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER feedback_question_new BEFORE INSERT ON public.feedback_question FOR EACH ROW EXECUTE FUNCTION feedback.not_asked_yet();


CREATE TRIGGER feedback_question_recorded AFTER INSERT OR DELETE OR UPDATE ON public.feedback_question FOR EACH ROW EXECUTE FUNCTION ledger.record_change('place', 'occasion', 'kind', 'code');


CREATE TRIGGER feedback_question_signed BEFORE UPDATE ON public.feedback_question FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER feedback_questionset_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.feedback_questionset FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER feedback_questionset_recorded AFTER INSERT OR DELETE OR UPDATE ON public.feedback_questionset FOR EACH ROW EXECUTE FUNCTION ledger.record_change('number', 'from_on');


CREATE TRIGGER feedback_questionset_signed BEFORE UPDATE ON public.feedback_questionset FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER feedback_remark_asked BEFORE INSERT ON public.feedback_remark FOR EACH ROW EXECUTE FUNCTION feedback.of_its_round();


CREATE TRIGGER feedback_remark_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.feedback_remark FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER feedback_remark_recorded AFTER INSERT OR DELETE OR UPDATE ON public.feedback_remark FOR EACH ROW EXECUTE FUNCTION ledger.record_change('set_aside_at');


CREATE TRIGGER feedback_remark_stays BEFORE UPDATE ON public.feedback_remark FOR EACH ROW EXECUTE FUNCTION feedback.set_aside();


CREATE TRIGGER feedback_remark_tells BEFORE INSERT OR UPDATE ON public.feedback_remark FOR EACH ROW EXECUTE FUNCTION feedback.quotable();


CREATE TRIGGER feedback_reply_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.feedback_reply FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER feedback_reply_number BEFORE INSERT ON public.feedback_reply FOR EACH ROW EXECUTE FUNCTION feedback.as_many_as_came();


CREATE TRIGGER feedback_reply_recorded AFTER INSERT OR DELETE OR UPDATE ON public.feedback_reply FOR EACH ROW EXECUTE FUNCTION ledger.record_change('answered_on', 'may_quote', 'wording', 'withdrawn_on');


CREATE TRIGGER feedback_reply_stays BEFORE UPDATE ON public.feedback_reply FOR EACH ROW EXECUTE FUNCTION feedback.stays();


CREATE TRIGGER feedback_reply_taken_back AFTER UPDATE OF withdrawn_on ON public.feedback_reply FOR EACH ROW EXECUTE FUNCTION feedback.taken_back();


CREATE TRIGGER feedback_round_held BEFORE INSERT OR UPDATE ON public.feedback_round FOR EACH ROW EXECUTE FUNCTION feedback.of_a_held_session();


CREATE TRIGGER feedback_round_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.feedback_round FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER feedback_round_recorded AFTER INSERT OR DELETE OR UPDATE ON public.feedback_round FOR EACH ROW EXECUTE FUNCTION ledger.record_change('occasion', 'asked_at', 'nudged_at');


CREATE TRIGGER home_answer_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.home_answer FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER home_answer_recorded AFTER INSERT OR DELETE OR UPDATE ON public.home_answer FOR EACH ROW EXECUTE FUNCTION ledger.record_change();


CREATE TRIGGER home_answer_signed BEFORE UPDATE ON public.home_answer FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER home_homearea_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.home_homearea FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER home_homearea_recorded AFTER INSERT OR DELETE OR UPDATE ON public.home_homearea FOR EACH ROW EXECUTE FUNCTION ledger.record_change();


CREATE TRIGGER home_inquiry_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.home_inquiry FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER home_inquiry_recorded AFTER INSERT OR DELETE OR UPDATE ON public.home_inquiry FOR EACH ROW EXECUTE FUNCTION ledger.record_change();


CREATE TRIGGER home_inquiry_signed BEFORE UPDATE ON public.home_inquiry FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER home_review_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.home_review FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER home_review_recorded AFTER INSERT OR DELETE OR UPDATE ON public.home_review FOR EACH ROW EXECUTE FUNCTION ledger.record_change('week_from', 'answered_at');


CREATE TRIGGER home_reviewline_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.home_reviewline FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER home_reviewline_recorded AFTER INSERT OR DELETE OR UPDATE ON public.home_reviewline FOR EACH ROW EXECUTE FUNCTION ledger.record_change('answer');


CREATE TRIGGER importing_import_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.importing_import FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER importing_import_keyed AFTER DELETE OR UPDATE OF grants ON public.importing_import FOR EACH ROW EXECUTE FUNCTION vault.follow();


CREATE TRIGGER importing_import_recorded AFTER INSERT OR DELETE OR UPDATE ON public.importing_import FOR EACH ROW EXECUTE FUNCTION ledger.record_change('kind', 'rows', 'good', 'there', 'bad', 'new', 'confirmed_at', 'taken_at');


CREATE TRIGGER importing_layout_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.importing_layout FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER importing_layout_recorded AFTER INSERT OR DELETE OR UPDATE ON public.importing_layout FOR EACH ROW EXECUTE FUNCTION ledger.record_change('kind', 'matching');


CREATE TRIGGER meetings_attendance_decided BEFORE INSERT ON public.meetings_attendance FOR EACH ROW EXECUTE FUNCTION channel.attendance_stands();


CREATE TRIGGER meetings_attendance_decided_on BEFORE UPDATE ON public.meetings_attendance FOR EACH ROW WHEN ((((((new.came)::text IS DISTINCT FROM (old.came)::text) OR (new.person_id IS DISTINCT FROM old.person_id)) OR (new.for_id IS DISTINCT FROM old.for_id)) OR (new.meeting_id IS DISTINCT FROM old.meeting_id))) EXECUTE FUNCTION channel.attendance_stands();


CREATE TRIGGER meetings_attendance_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.meetings_attendance FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER meetings_attendance_recorded AFTER INSERT OR DELETE OR UPDATE ON public.meetings_attendance FOR EACH ROW EXECUTE FUNCTION ledger.record_change('organisation_id', 'came', 'marked_at');


CREATE TRIGGER meetings_attendance_seat BEFORE INSERT OR UPDATE ON public.meetings_attendance FOR EACH ROW EXECUTE FUNCTION panel.came_for_seat();


CREATE TRIGGER meetings_meeting_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.meetings_meeting FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER meetings_meeting_recorded AFTER INSERT OR DELETE OR UPDATE ON public.meetings_meeting FOR EACH ROW EXECUTE FUNCTION ledger.record_change('starts_at', 'ends_at', 'sequence', 'cancelled_at');


CREATE TRIGGER meetings_meeting_stays BEFORE UPDATE ON public.meetings_meeting FOR EACH ROW EXECUTE FUNCTION meetings.stays();


CREATE TRIGGER mfa_authenticator_recorded AFTER INSERT OR DELETE OR UPDATE ON public.mfa_authenticator FOR EACH ROW EXECUTE FUNCTION ledger.record_change('type', 'user_id');


CREATE TRIGGER outbox_envelope_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.outbox_envelope FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER outbox_envelope_recorded AFTER INSERT OR DELETE OR UPDATE ON public.outbox_envelope FOR EACH ROW EXECUTE FUNCTION ledger.record_change();


CREATE TRIGGER outbox_message_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.outbox_message FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER outbox_message_moves BEFORE INSERT OR UPDATE ON public.outbox_message FOR EACH ROW EXECUTE FUNCTION gate.legal_move('state', 'queued', 'failed>sending', 'queued>sending', 'sending>failed', 'sending>gave_up', 'sending>sent');


CREATE TRIGGER panel_acceptance_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.panel_acceptance FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER panel_acceptance_recorded AFTER INSERT OR DELETE OR UPDATE ON public.panel_acceptance FOR EACH ROW EXECUTE FUNCTION ledger.record_change('organisation_id', 'statement', 'accepted_at');


CREATE TRIGGER panel_acceptance_signed BEFORE UPDATE ON public.panel_acceptance FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER panel_acceptance_signer BEFORE INSERT ON public.panel_acceptance FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('person_id');


CREATE TRIGGER panel_declaredinterest_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.panel_declaredinterest FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER panel_declaredinterest_recorded AFTER INSERT OR DELETE OR UPDATE ON public.panel_declaredinterest FOR EACH ROW EXECUTE FUNCTION ledger.record_change('declared_at');


CREATE TRIGGER panel_declaredinterest_signed BEFORE UPDATE ON public.panel_declaredinterest FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER panel_deputy_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.panel_deputy FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER panel_deputy_recorded AFTER INSERT OR DELETE OR UPDATE ON public.panel_deputy FOR EACH ROW EXECUTE FUNCTION ledger.record_change('from_on', 'until_on', 'ended_at');


CREATE TRIGGER panel_deputy_stays BEFORE UPDATE ON public.panel_deputy FOR EACH ROW EXECUTE FUNCTION panel.stays_but('ended_at', 'grants', 'version');


CREATE TRIGGER panel_invitee_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.panel_invitee FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER panel_invitee_recorded AFTER INSERT OR DELETE OR UPDATE ON public.panel_invitee FOR EACH ROW EXECUTE FUNCTION ledger.record_change('organisation_id', 'capacity', 'until_on');


CREATE TRIGGER panel_invitee_stays BEFORE UPDATE ON public.panel_invitee FOR EACH ROW EXECUTE FUNCTION panel.stays_but('until_on', 'grants', 'version');


CREATE TRIGGER panel_item_fits BEFORE INSERT ON public.panel_item FOR EACH ROW EXECUTE FUNCTION panel.item_fits();


CREATE TRIGGER panel_item_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.panel_item FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER panel_item_keyed AFTER DELETE OR UPDATE OF grants ON public.panel_item FOR EACH ROW EXECUTE FUNCTION vault.follow();


CREATE TRIGGER panel_item_recorded AFTER INSERT OR DELETE OR UPDATE ON public.panel_item FOR EACH ROW EXECUTE FUNCTION ledger.record_change('place', 'withdrawn_at');


CREATE TRIGGER panel_item_stays BEFORE UPDATE ON public.panel_item FOR EACH ROW EXECUTE FUNCTION panel.stays_but('place', 'withdrawn_at', 'grants', 'version');


CREATE TRIGGER panel_minute_fits BEFORE INSERT ON public.panel_minute FOR EACH ROW EXECUTE FUNCTION panel.minute_fits();


CREATE TRIGGER panel_minute_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.panel_minute FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER panel_minute_recorded AFTER INSERT OR DELETE OR UPDATE ON public.panel_minute FOR EACH ROW EXECUTE FUNCTION ledger.record_change('nil_returns', 'written_at');


CREATE TRIGGER panel_minute_signed BEFORE UPDATE ON public.panel_minute FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER panel_minute_writer BEFORE INSERT ON public.panel_minute FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('written_by_id');


CREATE TRIGGER panel_minutesignature_chair BEFORE INSERT ON public.panel_minutesignature FOR EACH ROW EXECUTE FUNCTION panel.signs_in_chair();


CREATE TRIGGER panel_minutesignature_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.panel_minutesignature FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER panel_minutesignature_recorded AFTER INSERT OR DELETE OR UPDATE ON public.panel_minutesignature FOR EACH ROW EXECUTE FUNCTION ledger.record_change('signed_at');


CREATE TRIGGER panel_minutesignature_signed BEFORE UPDATE ON public.panel_minutesignature FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER panel_minutesignature_signer BEFORE INSERT ON public.panel_minutesignature FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER panel_pack_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.panel_pack FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER panel_pack_keyed AFTER DELETE OR UPDATE OF grants ON public.panel_pack FOR EACH ROW EXECUTE FUNCTION vault.follow();


CREATE TRIGGER panel_pack_recorded AFTER INSERT OR DELETE OR UPDATE ON public.panel_pack FOR EACH ROW EXECUTE FUNCTION ledger.record_change('asked_at', 'made_at', 'failed_at', 'until');


CREATE TRIGGER panel_pack_stays BEFORE UPDATE ON public.panel_pack FOR EACH ROW EXECUTE FUNCTION panel.stays_but('items', 'content', 'made_at', 'failed_at', 'grants', 'version');


CREATE TRIGGER panel_panel_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.panel_panel FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER panel_panel_home_covered BEFORE INSERT ON public.panel_panel FOR EACH ROW EXECUTE FUNCTION panel.covers_home();


CREATE TRIGGER panel_panel_recorded AFTER INSERT OR DELETE OR UPDATE ON public.panel_panel FOR EACH ROW EXECUTE FUNCTION ledger.record_change('kind', 'covers', 'begins_on', 'ended_on');


CREATE TRIGGER panel_panel_stays BEFORE UPDATE ON public.panel_panel FOR EACH ROW EXECUTE FUNCTION panel.stays_but('ended_on', 'ended_because', 'grants', 'version');


CREATE TRIGGER panel_panelmeeting_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.panel_panelmeeting FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER panel_panelmeeting_recorded AFTER INSERT OR DELETE OR UPDATE ON public.panel_panelmeeting FOR EACH ROW EXECUTE FUNCTION ledger.record_change();


CREATE TRIGGER panel_panelmeeting_stays BEFORE UPDATE ON public.panel_panelmeeting FOR EACH ROW EXECUTE FUNCTION panel.stays_but('grants', 'version');


CREATE TRIGGER panel_paper_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.panel_paper FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER panel_paper_recorded AFTER INSERT OR DELETE OR UPDATE ON public.panel_paper FOR EACH ROW EXECUTE FUNCTION ledger.record_change('sectors', 'added_at');


CREATE TRIGGER panel_paper_signed BEFORE UPDATE ON public.panel_paper FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER panel_seat_fits BEFORE INSERT OR UPDATE ON public.panel_seat FOR EACH ROW EXECUTE FUNCTION panel.seat_fits();


CREATE TRIGGER panel_seat_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.panel_seat FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER panel_seat_recorded AFTER INSERT OR DELETE OR UPDATE ON public.panel_seat FOR EACH ROW EXECUTE FUNCTION ledger.record_change('sector', 'organisation_id', 'areas', 'chairs', 'from_on', 'until_on');


CREATE TRIGGER panel_seat_stays BEFORE UPDATE ON public.panel_seat FOR EACH ROW EXECUTE FUNCTION panel.stays_but('until_on', 'ended_because', 'grants', 'version');


CREATE TRIGGER panel_terms_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.panel_terms FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER panel_terms_recorded AFTER INSERT OR DELETE OR UPDATE ON public.panel_terms FOR EACH ROW EXECUTE FUNCTION ledger.record_change('in_force_from', 'review_on');


CREATE TRIGGER panel_terms_signed BEFORE UPDATE ON public.panel_terms FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER people_address_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.people_address FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER people_address_keys_changed AFTER UPDATE ON public.people_address REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION gate.keys_follow();


CREATE TRIGGER people_address_keys_gone AFTER DELETE ON public.people_address REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION gate.keys_follow();


CREATE TRIGGER people_address_keys_new AFTER INSERT ON public.people_address REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION gate.keys_follow();


CREATE TRIGGER people_address_recorded AFTER INSERT OR DELETE OR UPDATE ON public.people_address FOR EACH ROW EXECUTE FUNCTION ledger.record_change('kind', 'until_on');


CREATE TRIGGER people_address_walled BEFORE DELETE ON public.people_address FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER people_affiliation_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.people_affiliation FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER people_affiliation_keys_changed AFTER UPDATE ON public.people_affiliation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION gate.keys_follow();


CREATE TRIGGER people_affiliation_keys_gone AFTER DELETE ON public.people_affiliation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION gate.keys_follow();


CREATE TRIGGER people_affiliation_keys_new AFTER INSERT ON public.people_affiliation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION gate.keys_follow();


CREATE TRIGGER people_affiliation_recorded AFTER INSERT OR DELETE OR UPDATE ON public.people_affiliation FOR EACH ROW EXECUTE FUNCTION ledger.record_change('role', 'until_on');


CREATE TRIGGER people_affiliation_walled BEFORE DELETE ON public.people_affiliation FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER people_equalityanswers_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.people_equalityanswers FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER people_equalityanswers_recorded AFTER INSERT OR DELETE OR UPDATE ON public.people_equalityanswers FOR EACH ROW EXECUTE FUNCTION ledger.record_change();


CREATE TRIGGER people_equalityanswers_walled BEFORE DELETE ON public.people_equalityanswers FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER people_match_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.people_match FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER people_match_recorded AFTER INSERT OR DELETE OR UPDATE ON public.people_match FOR EACH ROW EXECUTE FUNCTION ledger.record_change('answer', 'candidate_id', 'answered_at');


CREATE TRIGGER people_match_walled BEFORE DELETE ON public.people_match FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER people_ownerquestion_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.people_ownerquestion FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER people_ownerquestion_keyed AFTER DELETE OR UPDATE OF grants ON public.people_ownerquestion FOR EACH ROW EXECUTE FUNCTION vault.follow();


CREATE TRIGGER people_ownerquestion_recorded AFTER INSERT OR DELETE OR UPDATE ON public.people_ownerquestion FOR EACH ROW EXECUTE FUNCTION ledger.record_change('asked_at', 'answered_at');


CREATE TRIGGER people_ownerquestion_walled BEFORE DELETE ON public.people_ownerquestion FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER people_person_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.people_person FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER people_person_keyed AFTER DELETE OR UPDATE OF grants ON public.people_person FOR EACH ROW EXECUTE FUNCTION vault.follow();


CREATE TRIGGER people_person_keys_changed AFTER UPDATE ON public.people_person REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION gate.keys_follow();


CREATE TRIGGER people_person_recorded AFTER INSERT OR DELETE OR UPDATE ON public.people_person FOR EACH ROW EXECUTE FUNCTION ledger.record_change('reference');


CREATE TRIGGER people_person_walled BEFORE DELETE ON public.people_person FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER people_personlink_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.people_personlink FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER people_personlink_recorded AFTER INSERT OR DELETE OR UPDATE ON public.people_personlink FOR EACH ROW EXECUTE FUNCTION ledger.record_change('undone_at');


CREATE TRIGGER people_personlink_walled BEFORE DELETE ON public.people_personlink FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER people_personname_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.people_personname FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER people_personname_keys_changed AFTER UPDATE ON public.people_personname REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION gate.keys_follow();


CREATE TRIGGER people_personname_keys_gone AFTER DELETE ON public.people_personname REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION gate.keys_follow();


CREATE TRIGGER people_personname_keys_new AFTER INSERT ON public.people_personname REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION gate.keys_follow();


CREATE TRIGGER people_personname_recorded AFTER INSERT OR DELETE OR UPDATE ON public.people_personname FOR EACH ROW EXECUTE FUNCTION ledger.record_change('kind', 'is_main');


CREATE TRIGGER people_personname_walled BEFORE DELETE ON public.people_personname FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();


CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();


CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();


CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();


CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();


CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();


CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();


CREATE TRIGGER reach_added AFTER INSERT ON public.training_attendance REFERENCING NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION reach.touch();


CREATE TRIGGER reach_approach_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.reach_approach FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER reach_approach_recorded AFTER INSERT OR DELETE OR UPDATE ON public.reach_approach FOR EACH ROW EXECUTE FUNCTION ledger.record_change('institution_id', 'organisation_id', 'how', 'outcome', 'made_at');


CREATE TRIGGER reach_approach_signed BEFORE UPDATE ON public.reach_approach FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER reach_changed AFTER UPDATE ON public.training_attendance REFERENCING OLD TABLE AS old_rows NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION reach.touch();


CREATE TRIGGER reach_gone AFTER DELETE ON public.training_attendance REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION reach.touch();


CREATE TRIGGER reach_taught_by AFTER UPDATE ON public.training_session FOR EACH ROW WHEN (((old.delivered_by)::text IS DISTINCT FROM (new.delivered_by)::text)) EXECUTE FUNCTION reach.touch_session();


CREATE TRIGGER referrals_approval_another BEFORE INSERT ON public.referrals_approval FOR EACH ROW EXECUTE FUNCTION triage.approves_anothers();


CREATE TRIGGER referrals_approval_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.referrals_approval FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER referrals_approval_recorded AFTER INSERT OR DELETE OR UPDATE ON public.referrals_approval FOR EACH ROW EXECUTE FUNCTION ledger.record_change('approved', 'approved_at');


CREATE TRIGGER referrals_approval_signed BEFORE DELETE OR UPDATE ON public.referrals_approval FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER referrals_approval_signer BEFORE INSERT ON public.referrals_approval FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('approved_by_id');


CREATE TRIGGER referrals_approval_walled BEFORE DELETE ON public.referrals_approval FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER referrals_concern_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.referrals_concern FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER referrals_concern_open BEFORE INSERT OR UPDATE OF mark, violence ON public.referrals_concern FOR EACH ROW EXECUTE FUNCTION triage.still_open();


CREATE TRIGGER referrals_concern_recorded AFTER INSERT OR DELETE OR UPDATE ON public.referrals_concern FOR EACH ROW EXECUTE FUNCTION ledger.record_change('place', 'mark', 'marked_at');


CREATE TRIGGER referrals_concern_signer BEFORE UPDATE OF mark, violence, marked_by_id ON public.referrals_concern FOR EACH ROW WHEN ((((new.mark)::text <> ''::text) AND ((((new.mark)::text IS DISTINCT FROM (old.mark)::text) OR (new.violence IS DISTINCT FROM old.violence)) OR (new.marked_by_id IS DISTINCT FROM old.marked_by_id)))) EXECUTE FUNCTION triage.signs_as_actor('marked_by_id');


CREATE TRIGGER referrals_concern_walled BEFORE DELETE ON public.referrals_concern FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER referrals_concern_words BEFORE UPDATE ON public.referrals_concern FOR EACH ROW EXECUTE FUNCTION triage.words_stay();


CREATE TRIGGER referrals_decision_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.referrals_decision FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER referrals_decision_open BEFORE INSERT ON public.referrals_decision FOR EACH ROW WHEN ((new.corrects_id IS NULL)) EXECUTE FUNCTION triage.still_open();


CREATE TRIGGER referrals_decision_recorded AFTER INSERT OR DELETE OR UPDATE ON public.referrals_decision FOR EACH ROW EXECUTE FUNCTION ledger.record_change('needs_second', 'signed_at');


CREATE TRIGGER referrals_decision_signed BEFORE DELETE OR UPDATE ON public.referrals_decision FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER referrals_decision_signer BEFORE INSERT ON public.referrals_decision FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER referrals_decision_walled BEFORE DELETE ON public.referrals_decision FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER referrals_duty_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.referrals_duty FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER referrals_duty_recorded AFTER INSERT OR DELETE OR UPDATE ON public.referrals_duty FOR EACH ROW EXECUTE FUNCTION ledger.record_change('service');


CREATE TRIGGER referrals_duty_signed BEFORE DELETE OR UPDATE ON public.referrals_duty FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER referrals_duty_walled BEFORE DELETE ON public.referrals_duty FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER referrals_handover_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.referrals_handover FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER referrals_handover_recorded AFTER INSERT OR DELETE OR UPDATE ON public.referrals_handover FOR EACH ROW EXECUTE FUNCTION ledger.record_change('accepted', 'answered_at');


CREATE TRIGGER referrals_handover_walled BEFORE DELETE ON public.referrals_handover FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER referrals_informationrequest_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.referrals_informationrequest FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER referrals_informationrequest_keyed AFTER DELETE OR UPDATE OF grants ON public.referrals_informationrequest FOR EACH ROW EXECUTE FUNCTION vault.follow();


CREATE TRIGGER referrals_informationrequest_open BEFORE INSERT ON public.referrals_informationrequest FOR EACH ROW EXECUTE FUNCTION triage.still_open();


CREATE TRIGGER referrals_informationrequest_recorded AFTER INSERT OR DELETE OR UPDATE ON public.referrals_informationrequest FOR EACH ROW EXECUTE FUNCTION ledger.record_change('asked_id', 'due_on', 'state', 'replied_at');


CREATE TRIGGER referrals_informationrequest_reopened BEFORE UPDATE OF state ON public.referrals_informationrequest FOR EACH ROW WHEN (((new.state)::text = 'open'::text)) EXECUTE FUNCTION triage.still_open();


CREATE TRIGGER referrals_informationrequest_signer BEFORE UPDATE OF state, replied_by_id ON public.referrals_informationrequest FOR EACH ROW WHEN ((((new.state)::text <> 'open'::text) AND (((new.state)::text IS DISTINCT FROM (old.state)::text) OR (new.replied_by_id IS DISTINCT FROM old.replied_by_id)))) EXECUTE FUNCTION triage.signs_as_actor('replied_by_id');


CREATE TRIGGER referrals_informationrequest_walled BEFORE DELETE ON public.referrals_informationrequest FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER referrals_need_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.referrals_need FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER referrals_need_recorded AFTER INSERT OR DELETE OR UPDATE ON public.referrals_need FOR EACH ROW EXECUTE FUNCTION ledger.record_change('bearing', 'ended_on');


CREATE TRIGGER referrals_need_walled BEFORE DELETE ON public.referrals_need FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER referrals_override_signer BEFORE INSERT ON public.referrals_requestoverride FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('overridden_by_id');


CREATE TRIGGER referrals_redirect_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.referrals_redirect FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER referrals_redirect_keyed AFTER DELETE OR UPDATE OF grants ON public.referrals_redirect FOR EACH ROW EXECUTE FUNCTION vault.follow();


CREATE TRIGGER referrals_redirect_recorded AFTER INSERT OR DELETE OR UPDATE ON public.referrals_redirect FOR EACH ROW EXECUTE FUNCTION ledger.record_change('service_id', 'state', 'answered_on');


CREATE TRIGGER referrals_redirect_signer BEFORE UPDATE OF state, answered_by_id ON public.referrals_redirect FOR EACH ROW WHEN ((((new.state)::text <> 'waiting'::text) AND (((new.state)::text IS DISTINCT FROM (old.state)::text) OR (new.answered_by_id IS DISTINCT FROM old.answered_by_id)))) EXECUTE FUNCTION triage.signs_as_actor('answered_by_id');


CREATE TRIGGER referrals_redirect_walled BEFORE DELETE ON public.referrals_redirect FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER referrals_referral_evidence BEFORE UPDATE ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION triage.may_decide();


CREATE TRIGGER referrals_referral_facts BEFORE UPDATE ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION triage.facts_stay();


CREATE TRIGGER referrals_referral_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER referrals_referral_keyed AFTER DELETE OR UPDATE OF grants ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION vault.follow();


CREATE TRIGGER referrals_referral_life AFTER INSERT OR DELETE OR UPDATE ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION retention.follow_referrals_referral();


CREATE TRIGGER referrals_referral_moves BEFORE INSERT OR UPDATE ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION gate.legal_move('state', 'received', 'advice>triage', 'channel_ended>police_led', 'channel_ended>section_36', 'channel_ended>taken_over', 'closing>advice', 'closing>mistaken', 'closing>no_further_action', 'closing>redirected', 'closing>triage', 'no_further_action>triage', 'police_assessment>police_closed', 'police_assessment>police_led', 'police_assessment>section_36', 'police_assessment>triage', 'police_closed>triage', 'police_led>police_assessment', 'police_led>triage', 'received>taken_over', 'received>triage', 'redirected>triage', 'section_36>channel_ended', 'section_36>police_led', 'taken_over>channel_ended', 'triage>advice', 'triage>closing', 'triage>mistaken', 'triage>no_further_action', 'triage>police_assessment', 'triage>redirected');


CREATE TRIGGER referrals_referral_over BEFORE UPDATE OF state ON public.referrals_referral FOR EACH ROW WHEN ((((new.state)::text <> (old.state)::text) AND (('channel_ended'::text = (old.state)::text) OR ('channel_ended'::text = (new.state)::text)))) EXECUTE FUNCTION exits.referral_ends();


CREATE TRIGGER referrals_referral_police BEFORE UPDATE ON public.referrals_referral FOR EACH ROW WHEN ((((new.state)::text <> (old.state)::text) AND ((new.state)::text = ANY ((ARRAY['section_36'::character varying, 'police_led'::character varying, 'police_closed'::character varying])::text[])))) EXECUTE FUNCTION police.referral_follows();


CREATE TRIGGER referrals_referral_recorded AFTER INSERT OR DELETE OR UPDATE ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION ledger.record_change('state', 'received_at', 'due_at', 'sent_to_police_at', 'closed_at', 'sealed_at');


CREATE TRIGGER referrals_referral_walled BEFORE DELETE ON public.referrals_referral FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER referrals_referral_with_case BEFORE UPDATE ON public.referrals_referral FOR EACH ROW WHEN (((new.state)::text <> (old.state)::text)) EXECUTE FUNCTION channel.referral_has_case();


CREATE TRIGGER referrals_requestoverride_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.referrals_requestoverride FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER referrals_requestoverride_recorded AFTER INSERT OR DELETE OR UPDATE ON public.referrals_requestoverride FOR EACH ROW EXECUTE FUNCTION ledger.record_change();


CREATE TRIGGER referrals_requestoverride_signed BEFORE DELETE OR UPDATE ON public.referrals_requestoverride FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER referrals_requestoverride_walled BEFORE DELETE ON public.referrals_requestoverride FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER referrals_restriction_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.referrals_restriction FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER referrals_restriction_recorded AFTER INSERT OR DELETE OR UPDATE ON public.referrals_restriction FOR EACH ROW EXECUTE FUNCTION ledger.record_change('restricted_at', 'ended_at');


CREATE TRIGGER referrals_restriction_signer BEFORE INSERT ON public.referrals_restriction FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('restricted_by_id');


CREATE TRIGGER referrals_restriction_stays BEFORE DELETE OR UPDATE ON public.referrals_restriction FOR EACH ROW EXECUTE FUNCTION triage.restriction_stays();


CREATE TRIGGER referrals_restriction_walled BEFORE DELETE ON public.referrals_restriction FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER referrals_resumption_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.referrals_resumption FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER referrals_resumption_recorded AFTER INSERT OR DELETE OR UPDATE ON public.referrals_resumption FOR EACH ROW EXECUTE FUNCTION ledger.record_change('move', 'signed_at');


CREATE TRIGGER referrals_resumption_signed BEFORE DELETE OR UPDATE ON public.referrals_resumption FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER referrals_resumption_signer BEFORE INSERT ON public.referrals_resumption FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('signed_by_id');


CREATE TRIGGER referrals_resumption_walled BEFORE DELETE ON public.referrals_resumption FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER referrals_takentogether_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.referrals_takentogether FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER referrals_takentogether_recorded AFTER INSERT OR DELETE OR UPDATE ON public.referrals_takentogether FOR EACH ROW EXECUTE FUNCTION ledger.record_change();


CREATE TRIGGER referrals_takentogether_signed BEFORE DELETE OR UPDATE ON public.referrals_takentogether FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER referrals_takentogether_walled BEFORE DELETE ON public.referrals_takentogether FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER referrals_together_signer BEFORE INSERT ON public.referrals_takentogether FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('answered_by_id');


CREATE TRIGGER referrals_told_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.referrals_told FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER referrals_told_recorded AFTER INSERT OR DELETE OR UPDATE ON public.referrals_told FOR EACH ROW EXECUTE FUNCTION ledger.record_change('hearer', 'decide_again_on');


CREATE TRIGGER referrals_told_signed BEFORE DELETE OR UPDATE ON public.referrals_told FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER referrals_told_walled BEFORE DELETE ON public.referrals_told FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER reports_figure_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.reports_figure FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER reports_figure_of_draft BEFORE INSERT ON public.reports_figure FOR EACH ROW EXECUTE FUNCTION reports.figure_of_draft();


CREATE TRIGGER reports_figure_recorded AFTER INSERT OR DELETE OR UPDATE ON public.reports_figure FOR EACH ROW EXECUTE FUNCTION ledger.record_change('code', 'split', 'definition_version', 'counted_at');


CREATE TRIGGER reports_figure_signed BEFORE UPDATE ON public.reports_figure FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER reports_report_begins BEFORE INSERT ON public.reports_report FOR EACH ROW EXECUTE FUNCTION reports.begins();


CREATE TRIGGER reports_report_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.reports_report FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER reports_report_points_back BEFORE UPDATE ON public.reports_report FOR EACH ROW WHEN (((old.corrects_id IS DISTINCT FROM new.corrects_id) OR (old.number IS DISTINCT FROM new.number))) EXECUTE FUNCTION reports.points_back();


CREATE TRIGGER reports_report_recorded AFTER INSERT OR DELETE OR UPDATE ON public.reports_report FOR EACH ROW EXECUTE FUNCTION ledger.record_change('from_on', 'until_on', 'number', 'begun_at', 'signed_at');


CREATE TRIGGER reports_report_signed BEFORE UPDATE ON public.reports_report FOR EACH ROW WHEN (((old.signed_at IS NULL) AND (new.signed_at IS NOT NULL))) EXECUTE FUNCTION reports.signed();


CREATE TRIGGER reports_report_stays BEFORE UPDATE ON public.reports_report FOR EACH ROW WHEN ((old.signed_at IS NOT NULL)) EXECUTE FUNCTION gate.stays();


CREATE TRIGGER retention_disposal_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.retention_disposal FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER retention_disposal_recorded AFTER INSERT OR DELETE OR UPDATE ON public.retention_disposal FOR EACH ROW EXECUTE FUNCTION ledger.record_change('class_code', 'model', 'count', 'on_date');


CREATE TRIGGER retention_disposal_signed BEFORE UPDATE ON public.retention_disposal FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER retention_erasure_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.retention_erasure FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER retention_erasure_recorded AFTER INSERT OR DELETE OR UPDATE ON public.retention_erasure FOR EACH ROW EXECUTE FUNCTION ledger.record_change('kind', 'class_code', 'erased_on', 'ground');


CREATE TRIGGER retention_erasure_signed BEFORE DELETE OR UPDATE ON public.retention_erasure FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER retention_erasure_walled BEFORE INSERT OR DELETE OR UPDATE ON public.retention_erasure FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER retention_hold_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.retention_hold FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER retention_hold_placed BEFORE INSERT OR UPDATE ON public.retention_hold FOR EACH ROW EXECUTE FUNCTION retention.places_hold();


CREATE TRIGGER retention_hold_recorded AFTER INSERT OR DELETE OR UPDATE ON public.retention_hold FOR EACH ROW EXECUTE FUNCTION ledger.record_change('review_on', 'ended_on');


CREATE TRIGGER retention_hold_walled BEFORE DELETE ON public.retention_hold FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER retention_life_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.retention_life FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER retention_life_recorded AFTER INSERT OR DELETE OR UPDATE ON public.retention_life FOR EACH ROW EXECUTE FUNCTION ledger.record_change('kind', 'class_code', 'came_on', 'began_on', 'sealed_on', 'seal_on', 'review_on', 'erase_on', 'ceiling_on');


CREATE TRIGGER retention_life_walled BEFORE INSERT OR DELETE OR UPDATE ON public.retention_life FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER retention_proposal_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.retention_proposal FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER retention_proposal_recorded AFTER INSERT OR DELETE OR UPDATE ON public.retention_proposal FOR EACH ROW EXECUTE FUNCTION ledger.record_change('counts', 'approved');


CREATE TRIGGER retention_proposal_signed BEFORE INSERT OR UPDATE ON public.retention_proposal FOR EACH ROW EXECUTE FUNCTION retention.proposes();


CREATE TRIGGER retention_proposal_walled BEFORE DELETE ON public.retention_proposal FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER retention_retentionsetting_recorded AFTER INSERT OR DELETE OR UPDATE ON public.retention_retentionsetting FOR EACH ROW EXECUTE FUNCTION ledger.record_change('class_code', 'months', 'days', 'from_date');


CREATE TRIGGER retention_review_heard AFTER INSERT OR UPDATE ON public.retention_review FOR EACH ROW EXECUTE FUNCTION retention.reviewed();


CREATE TRIGGER retention_review_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.retention_review FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER retention_review_recorded AFTER INSERT OR DELETE OR UPDATE ON public.retention_review FOR EACH ROW EXECUTE FUNCTION ledger.record_change('due_on', 'decision', 'keep_until');


CREATE TRIGGER retention_review_signed BEFORE INSERT OR UPDATE ON public.retention_review FOR EACH ROW EXECUTE FUNCTION retention.reviews();


CREATE TRIGGER retention_review_walled BEFORE DELETE ON public.retention_review FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER support_briefing_another BEFORE INSERT ON public.support_briefing FOR EACH ROW EXECUTE FUNCTION support.briefed_by_another();


CREATE TRIGGER support_briefing_carried BEFORE UPDATE ON public.support_briefing FOR EACH ROW WHEN ((new.grants <> old.grants)) EXECUTE FUNCTION support.grants_stay();


CREATE TRIGGER support_briefing_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.support_briefing FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER support_briefing_read BEFORE UPDATE ON public.support_briefing FOR EACH ROW WHEN ((new.read_at IS DISTINCT FROM old.read_at)) EXECUTE FUNCTION support.read_by_doer();


CREATE TRIGGER support_briefing_reader BEFORE UPDATE ON public.support_briefing FOR EACH ROW WHEN ((new.read_at IS DISTINCT FROM old.read_at)) EXECUTE FUNCTION triage.signs_as_actor('read_by_id');


CREATE TRIGGER support_briefing_recorded AFTER INSERT OR DELETE OR UPDATE ON public.support_briefing FOR EACH ROW EXECUTE FUNCTION ledger.record_change('checked_on', 'sessions', 'sent_at', 'read_at');


CREATE TRIGGER support_briefing_signer BEFORE INSERT ON public.support_briefing FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('sent_by_id');


CREATE TRIGGER support_briefing_stays BEFORE UPDATE ON public.support_briefing FOR EACH ROW EXECUTE FUNCTION panel.stays_but('grants', 'version', 'read_by_id', 'read_at');


CREATE TRIGGER support_briefing_under BEFORE INSERT ON public.support_briefing FOR EACH ROW EXECUTE FUNCTION support.under_action();


CREATE TRIGGER support_briefing_walled BEFORE DELETE ON public.support_briefing FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER support_need_explainer BEFORE UPDATE ON public.support_planneed FOR EACH ROW WHEN ((new.explained_at IS DISTINCT FROM old.explained_at)) EXECUTE FUNCTION triage.signs_as_actor('explained_by_id');


CREATE TRIGGER support_plan_draft BEFORE INSERT ON public.support_plan FOR EACH ROW WHEN ((new.approved_at IS NOT NULL)) EXECUTE FUNCTION support.plan_signed();


CREATE TRIGGER support_plan_draft_signer BEFORE INSERT ON public.support_plan FOR EACH ROW WHEN ((new.approved_at IS NOT NULL)) EXECUTE FUNCTION triage.signs_as_actor('approved_by_id');


CREATE TRIGGER support_plan_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.support_plan FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER support_plan_recorded AFTER INSERT OR DELETE OR UPDATE ON public.support_plan FOR EACH ROW EXECUTE FUNCTION ledger.record_change('number', 'panel_on', 'begun_at', 'approved_at');


CREATE TRIGGER support_plan_signed BEFORE DELETE OR UPDATE ON public.support_plan FOR EACH ROW WHEN ((old.approved_at IS NOT NULL)) EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER support_plan_signer BEFORE UPDATE ON public.support_plan FOR EACH ROW WHEN (((old.approved_at IS NULL) AND (new.approved_at IS NOT NULL))) EXECUTE FUNCTION triage.signs_as_actor('approved_by_id');


CREATE TRIGGER support_plan_walled BEFORE DELETE ON public.support_plan FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER support_plan_whose BEFORE UPDATE ON public.support_plan FOR EACH ROW WHEN (((old.approved_at IS NULL) AND (new.approved_at IS NOT NULL))) EXECUTE FUNCTION support.plan_signed();


CREATE TRIGGER support_planneed_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.support_planneed FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER support_planneed_recorded AFTER INSERT OR DELETE OR UPDATE ON public.support_planneed FOR EACH ROW EXECUTE FUNCTION ledger.record_change('came_from', 'noted_at', 'explained_at');


CREATE TRIGGER support_planneed_walled BEFORE DELETE ON public.support_planneed FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER support_report_came BEFORE UPDATE ON public.support_report FOR EACH ROW WHEN ((old.received_at IS NOT NULL)) EXECUTE FUNCTION panel.stays_but('grants', 'version', 'seen_on', 'seen_said_by_id');


CREATE TRIGGER support_report_carried BEFORE UPDATE ON public.support_report FOR EACH ROW WHEN ((new.grants <> old.grants)) EXECUTE FUNCTION support.grants_stay();


CREATE TRIGGER support_report_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.support_report FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER support_report_recorded AFTER INSERT OR DELETE OR UPDATE ON public.support_report FOR EACH ROW EXECUTE FUNCTION ledger.record_change('due_on', 'received_at', 'seen_on');


CREATE TRIGGER support_report_seen BEFORE UPDATE ON public.support_report FOR EACH ROW WHEN ((new.seen_on IS DISTINCT FROM old.seen_on)) EXECUTE FUNCTION support.seen_by_another();


CREATE TRIGGER support_report_seer BEFORE UPDATE ON public.support_report FOR EACH ROW WHEN ((new.seen_on IS DISTINCT FROM old.seen_on)) EXECUTE FUNCTION triage.signs_as_actor('seen_said_by_id');


CREATE TRIGGER support_report_stays BEFORE UPDATE ON public.support_report FOR EACH ROW EXECUTE FUNCTION panel.stays_but('grants', 'version', 'words', 'written_by_id', 'received_at', 'seen_on', 'seen_said_by_id');


CREATE TRIGGER support_report_under BEFORE INSERT ON public.support_report FOR EACH ROW EXECUTE FUNCTION support.under_action();


CREATE TRIGGER support_report_walled BEFORE DELETE ON public.support_report FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER support_report_writer BEFORE UPDATE ON public.support_report FOR EACH ROW WHEN ((new.received_at IS DISTINCT FROM old.received_at)) EXECUTE FUNCTION triage.signs_as_actor('written_by_id');


CREATE TRIGGER support_session_authorised BEFORE INSERT ON public.support_session FOR EACH ROW EXECUTE FUNCTION support.session_authorised();


CREATE TRIGGER support_session_carried BEFORE UPDATE ON public.support_session FOR EACH ROW WHEN ((new.grants <> old.grants)) EXECUTE FUNCTION support.grants_stay();


CREATE TRIGGER support_session_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.support_session FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER support_session_moves BEFORE INSERT OR UPDATE ON public.support_session FOR EACH ROW EXECUTE FUNCTION gate.legal_move('state', 'planned', 'planned>held', 'planned>not_held');


CREATE TRIGGER support_session_planner BEFORE INSERT ON public.support_session FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('planned_by_id');


CREATE TRIGGER support_session_recorded AFTER INSERT OR DELETE OR UPDATE ON public.support_session FOR EACH ROW EXECUTE FUNCTION ledger.record_change('planned_on', 'state', 'held_on', 'minutes', 'mode', 'reported_at', 'covered');


CREATE TRIGGER support_session_reported BEFORE UPDATE ON public.support_session FOR EACH ROW WHEN ((((old.state)::text = 'planned'::text) AND ((new.state)::text <> 'planned'::text))) EXECUTE FUNCTION support.session_reported();


CREATE TRIGGER support_session_reporter BEFORE UPDATE ON public.support_session FOR EACH ROW WHEN ((((old.state)::text = 'planned'::text) AND ((new.state)::text <> 'planned'::text))) EXECUTE FUNCTION triage.signs_as_actor('reported_by_id');


CREATE TRIGGER support_session_said BEFORE DELETE OR UPDATE ON public.support_session FOR EACH ROW WHEN (((old.state)::text <> 'planned'::text)) EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER support_session_stays BEFORE UPDATE ON public.support_session FOR EACH ROW EXECUTE FUNCTION panel.stays_but('grants', 'version', 'state', 'held_on', 'minutes', 'mode', 'reason', 'reported_by_id', 'reported_at', 'covered');


CREATE TRIGGER support_session_under BEFORE INSERT ON public.support_session FOR EACH ROW EXECUTE FUNCTION support.under_action();


CREATE TRIGGER support_session_walled BEFORE DELETE ON public.support_session FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE CONSTRAINT TRIGGER support_stops_with_case AFTER UPDATE ON public.channel_case DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.state)::text <> (old.state)::text)) EXECUTE FUNCTION support.stops_with_case();


CREATE TRIGGER support_supportaction_answered BEFORE UPDATE ON public.support_supportaction FOR EACH ROW WHEN ((((old.state)::text = 'asked'::text) AND ((new.state)::text = ANY ((ARRAY['accepted'::character varying, 'declined'::character varying])::text[])))) EXECUTE FUNCTION triage.signs_as_actor('person_id');


CREATE TRIGGER support_supportaction_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.support_supportaction FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER support_supportaction_keyed AFTER DELETE OR UPDATE OF grants ON public.support_supportaction FOR EACH ROW EXECUTE FUNCTION vault.follow();


CREATE TRIGGER support_supportaction_moves BEFORE INSERT OR UPDATE ON public.support_supportaction FOR EACH ROW EXECUTE FUNCTION gate.legal_move('state', 'asked', 'accepted>cancelled', 'accepted>declined', 'accepted>under_way', 'asked>accepted', 'asked>cancelled', 'asked>declined', 'stopped>cancelled', 'stopped>done', 'stopped>under_way', 'under_way>cancelled', 'under_way>done', 'under_way>stopped');


CREATE TRIGGER support_supportaction_recorded AFTER INSERT OR DELETE OR UPDATE ON public.support_supportaction FOR EACH ROW EXECUTE FUNCTION ledger.record_change('kind', 'state', 'organisation_id', 'due_on', 'started_on', 'stopped_by', 'asked_at');


CREATE TRIGGER support_supportaction_seen BEFORE UPDATE ON public.support_supportaction FOR EACH ROW WHEN ((new.grants <> old.grants)) EXECUTE FUNCTION support.grants_stay();


CREATE TRIGGER support_supportaction_starts BEFORE UPDATE ON public.support_supportaction FOR EACH ROW WHEN ((((new.state)::text = 'under_way'::text) AND (((old.state)::text <> 'under_way'::text) OR (new.started_on <> old.started_on)))) EXECUTE FUNCTION support.may_start();


CREATE TRIGGER support_supportaction_stays BEFORE UPDATE ON public.support_supportaction FOR EACH ROW EXECUTE FUNCTION panel.stays_but('grants', 'version', 'state', 'answered_at', 'started_on', 'stopped_by', 'stopped_at', 'because', 'ended_at');


CREATE TRIGGER support_supportaction_walled BEFORE DELETE ON public.support_supportaction FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER support_update_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.support_update FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER support_update_recorded AFTER INSERT OR DELETE OR UPDATE ON public.support_update FOR EACH ROW EXECUTE FUNCTION ledger.record_change('written_at');


CREATE TRIGGER support_update_seen BEFORE UPDATE ON public.support_update FOR EACH ROW WHEN ((new.grants <> old.grants)) EXECUTE FUNCTION support.grants_stay();


CREATE TRIGGER support_update_signed BEFORE DELETE OR UPDATE ON public.support_update FOR EACH ROW EXECUTE FUNCTION triage.stays_but_grants();


CREATE TRIGGER support_update_signer BEFORE INSERT ON public.support_update FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('written_by_id');


CREATE TRIGGER support_update_under BEFORE INSERT ON public.support_update FOR EACH ROW EXECUTE FUNCTION support.under_action();


CREATE TRIGGER support_update_walled BEFORE DELETE ON public.support_update FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();


CREATE TRIGGER tasks_clock_recorded AFTER INSERT OR DELETE OR UPDATE ON public.tasks_clock FOR EACH ROW EXECUTE FUNCTION ledger.record_change('code', 'number', 'unit', 'from_date', 'confirmed');


CREATE TRIGGER tasks_task_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.tasks_task FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER tasks_task_recorded AFTER INSERT OR DELETE OR UPDATE ON public.tasks_task FOR EACH ROW EXECUTE FUNCTION ledger.record_change('kind', 'reference', 'due_at', 'escalated_at', 'done_at');


CREATE TRIGGER training_attendance_added AFTER INSERT ON public.training_attendance REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION ledger.record_rows('held_on', 'number', 'came', 'source', 'marked_at');


CREATE TRIGGER training_attendance_as_taught BEFORE INSERT OR UPDATE OF session_id, taught_id, held_on ON public.training_attendance FOR EACH ROW WHEN ((new.session_id IS NOT NULL)) EXECUTE FUNCTION training.as_taught();


CREATE TRIGGER training_attendance_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.training_attendance FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER training_attendance_recorded AFTER DELETE OR UPDATE ON public.training_attendance FOR EACH ROW EXECUTE FUNCTION ledger.record_change('held_on', 'number', 'came', 'source', 'marked_at');


CREATE TRIGGER training_audience_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.training_audience FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER training_audience_recorded AFTER INSERT OR DELETE OR UPDATE ON public.training_audience FOR EACH ROW EXECUTE FUNCTION ledger.record_change('name', 'place', 'ended_on');


CREATE TRIGGER training_booking_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.training_booking FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER training_booking_moves BEFORE INSERT OR UPDATE ON public.training_booking FOR EACH ROW EXECUTE FUNCTION gate.legal_move('state', 'waiting', 'confirmed>cancelled', 'waiting>cancelled', 'waiting>confirmed');


CREATE TRIGGER training_booking_recorded AFTER INSERT OR DELETE OR UPDATE ON public.training_booking FOR EACH ROW EXECUTE FUNCTION ledger.record_change('state', 'number', 'asked_at', 'cancelled_at');


CREATE TRIGGER training_certificate_came BEFORE INSERT ON public.training_certificate FOR EACH ROW EXECUTE FUNCTION training.who_came();


CREATE TRIGGER training_certificate_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.training_certificate FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER training_certificate_recorded AFTER INSERT OR DELETE OR UPDATE ON public.training_certificate FOR EACH ROW EXECUTE FUNCTION ledger.record_change('issued_at', 'withdrawn_at');


CREATE TRIGGER training_certificate_stays BEFORE UPDATE ON public.training_certificate FOR EACH ROW EXECUTE FUNCTION training.says_the_same();


CREATE TRIGGER training_course_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.training_course FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER training_course_recorded AFTER INSERT OR DELETE OR UPDATE ON public.training_course FOR EACH ROW EXECUTE FUNCTION ledger.record_change('name', 'level', 'ended_on');


CREATE TRIGGER training_courseversion_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.training_courseversion FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER training_courseversion_recorded AFTER INSERT OR DELETE OR UPDATE ON public.training_courseversion FOR EACH ROW EXECUTE FUNCTION ledger.record_change('number', 'from_on', 'reason', 'minutes');


CREATE TRIGGER training_courseversion_signed BEFORE UPDATE ON public.training_courseversion FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER training_headcount_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.training_headcount FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER training_headcount_recorded AFTER INSERT OR DELETE OR UPDATE ON public.training_headcount FOR EACH ROW EXECUTE FUNCTION ledger.record_change('number', 'counted_on');


CREATE TRIGGER training_headcount_signed BEFORE UPDATE ON public.training_headcount FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER training_refreshrule_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.training_refreshrule FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER training_refreshrule_recorded AFTER INSERT OR DELETE OR UPDATE ON public.training_refreshrule FOR EACH ROW EXECUTE FUNCTION ledger.record_change('months', 'from_on');


CREATE TRIGGER training_refreshrule_signed BEFORE UPDATE ON public.training_refreshrule FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER training_session_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.training_session FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER training_session_moves BEFORE INSERT OR UPDATE ON public.training_session FOR EACH ROW EXECUTE FUNCTION gate.legal_move('state', 'planned', 'planned>cancelled', 'planned>held');


CREATE TRIGGER training_session_recorded AFTER INSERT OR DELETE OR UPDATE ON public.training_session FOR EACH ROW EXECUTE FUNCTION ledger.record_change('state', 'starts_at', 'ends_at', 'sequence', 'capacity', 'taken', 'delivered_by', 'cancelled_at');


CREATE TRIGGER training_session_stays BEFORE UPDATE ON public.training_session FOR EACH ROW EXECUTE FUNCTION training.stays();


CREATE TRIGGER training_staffrole_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.training_staffrole FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER training_staffrole_recorded AFTER INSERT OR DELETE OR UPDATE ON public.training_staffrole FOR EACH ROW EXECUTE FUNCTION ledger.record_change('name', 'place', 'ended_on');


CREATE TRIGGER training_trainee_added AFTER INSERT ON public.training_trainee REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION ledger.record_rows('last_on', 'left_on');


CREATE TRIGGER training_trainee_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.training_trainee FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER training_trainee_recorded AFTER DELETE OR UPDATE ON public.training_trainee FOR EACH ROW EXECUTE FUNCTION ledger.record_change('last_on', 'left_on');


CREATE TRIGGER training_trainer_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.training_trainer FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER training_trainer_recorded AFTER INSERT OR DELETE OR UPDATE ON public.training_trainer FOR EACH ROW EXECUTE FUNCTION ledger.record_change();


CREATE TRIGGER training_trainingrequest_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.training_trainingrequest FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER training_trainingrequest_moves BEFORE INSERT OR UPDATE ON public.training_trainingrequest FOR EACH ROW EXECUTE FUNCTION gate.legal_move('state', 'asked', 'asked>declined', 'asked>planned');


CREATE TRIGGER training_trainingrequest_recorded AFTER INSERT OR DELETE OR UPDATE ON public.training_trainingrequest FOR EACH ROW EXECUTE FUNCTION ledger.record_change('state', 'number', 'asked_at', 'answered_at');


CREATE TRIGGER vault_destroyed_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.vault_destroyed FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER vault_destroyed_recorded AFTER INSERT OR DELETE OR UPDATE ON public.vault_destroyed FOR EACH ROW EXECUTE FUNCTION ledger.record_change('about_table', 'destroyed_at');


CREATE TRIGGER vault_destroyed_signed BEFORE DELETE OR UPDATE ON public.vault_destroyed FOR EACH ROW EXECUTE FUNCTION gate.stays();


CREATE TRIGGER vault_document_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.vault_document FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER vault_document_recorded AFTER INSERT OR DELETE OR UPDATE ON public.vault_document FOR EACH ROW EXECUTE FUNCTION ledger.record_change('about_table', 'kind', 'size', 'checked', 'checked_at');


CREATE TRIGGER vault_recordkey_guarded BEFORE DELETE OR UPDATE ON public.vault_recordkey FOR EACH ROW EXECUTE FUNCTION vault.guard_key();


CREATE TRIGGER vault_recordkey_home BEFORE INSERT OR UPDATE OF authority_id, grants ON public.vault_recordkey FOR EACH ROW EXECUTE FUNCTION gate.stays_home();


CREATE TRIGGER vault_recordkey_recorded AFTER INSERT OR DELETE OR UPDATE ON public.vault_recordkey FOR EACH ROW EXECUTE FUNCTION ledger.record_change('about_table', 'master', 'destroyed_at');


ALTER TABLE ONLY gate.person_keys
    ADD CONSTRAINT person_keys_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people_person(id) ON DELETE CASCADE;


ALTER TABLE ONLY public.access_glass
    ADD CONSTRAINT access_glass_authority_id_5dcf89b9_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_glass
    ADD CONSTRAINT access_glass_opened_by_id_75393ea6_fk_accounts_user_id FOREIGN KEY (opened_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_glass
    ADD CONSTRAINT access_glass_reviewed_by_id_e791f3d7_fk_accounts_user_id FOREIGN KEY (reviewed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_interest
    ADD CONSTRAINT access_interest_authority_id_abc9d560_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_interest
    ADD CONSTRAINT access_interest_user_id_6440cea5_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_interest
    ADD CONSTRAINT access_interest_withdrawn_by_id_6c58568d_fk_accounts_user_id FOREIGN KEY (withdrawn_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_membership
    ADD CONSTRAINT access_membership_authority_id_353dc533_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_membership
    ADD CONSTRAINT access_membership_organisation_id_f4c4f883_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_membership
    ADD CONSTRAINT access_membership_user_id_5bf62e16_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_promisedrole
    ADD CONSTRAINT access_promisedrole_authority_id_90bf0fa1_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_promisedrole
    ADD CONSTRAINT access_promisedrole_invitation_id_18d516b3_fk_accounts_ FOREIGN KEY (invitation_id) REFERENCES public.accounts_invitation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_promisedrole
    ADD CONSTRAINT access_promisedrole_organisation_id_f8c16d64_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_recovery
    ADD CONSTRAINT access_recovery_authority_id_416013a9_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_recovery
    ADD CONSTRAINT access_recovery_confirmed_by_id_e251cfd7_fk_accounts_user_id FOREIGN KEY (confirmed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_recovery
    ADD CONSTRAINT access_recovery_stopped_by_id_73a90163_fk_accounts_user_id FOREIGN KEY (stopped_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_recovery
    ADD CONSTRAINT access_recovery_user_id_efb51cf8_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_recovery
    ADD CONSTRAINT access_recovery_vouched_by_id_c9087cd0_fk_accounts_user_id FOREIGN KEY (vouched_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_visitor
    ADD CONSTRAINT access_visitor_authority_id_028205e9_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.access_visitorlink
    ADD CONSTRAINT access_visitorlink_visitor_id_a8ca26d8_fk_access_visitor_id FOREIGN KEY (visitor_id) REFERENCES public.access_visitor(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_accepted_by_id_ba632539_fk_accounts_user_id FOREIGN KEY (accepted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_invited_by_id_94a21efc_fk_accounts_user_id FOREIGN KEY (invited_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_signon
    ADD CONSTRAINT accounts_signon_user_id_fa3264ea_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_typedtext
    ADD CONSTRAINT accounts_typedtext_user_id_2ab3b805_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.assessment_closureapproval
    ADD CONSTRAINT assessment_closureap_authority_id_4092b251_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.assessment_closureapproval
    ADD CONSTRAINT assessment_closureap_decision_id_bf6cad5d_fk_assessmen FOREIGN KEY (decision_id) REFERENCES public.assessment_policedecision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.assessment_closureapproval
    ADD CONSTRAINT assessment_closureap_signed_by_id_3d93c147_fk_accounts_ FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.assessment_deconfliction
    ADD CONSTRAINT assessment_deconflic_assessment_id_93d28ea2_fk_assessmen FOREIGN KEY (assessment_id) REFERENCES public.assessment_policeassessment(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.assessment_deconfliction
    ADD CONSTRAINT assessment_deconflic_authority_id_4b3a0341_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.assessment_deconfliction
    ADD CONSTRAINT assessment_deconflic_signed_by_id_a2ab0a33_fk_accounts_ FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.assessment_policeassessment
    ADD CONSTRAINT assessment_policeass_authority_id_a7a00c60_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.assessment_policeassessment
    ADD CONSTRAINT assessment_policeass_decision_id_99fd1053_fk_assessmen FOREIGN KEY (decision_id) REFERENCES public.assessment_policedecision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.assessment_policeassessment
    ADD CONSTRAINT assessment_policeass_lead_id_b8edce2c_fk_accounts_ FOREIGN KEY (lead_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.assessment_policeassessment
    ADD CONSTRAINT assessment_policeass_referral_id_cb60222e_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.assessment_policedecision
    ADD CONSTRAINT assessment_policedec_assessment_id_e06a9420_fk_assessmen FOREIGN KEY (assessment_id) REFERENCES public.assessment_policeassessment(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.assessment_policedecision
    ADD CONSTRAINT assessment_policedec_authority_id_f240b0e4_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.assessment_policedecision
    ADD CONSTRAINT assessment_policedec_signed_by_id_27b133fc_fk_accounts_ FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.assessment_writtenassessment
    ADD CONSTRAINT assessment_writtenas_assessment_id_bf6abc2b_fk_assessmen FOREIGN KEY (assessment_id) REFERENCES public.assessment_policeassessment(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.assessment_writtenassessment
    ADD CONSTRAINT assessment_writtenas_authority_id_8dfd4dea_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.assessment_writtenassessment
    ADD CONSTRAINT assessment_writtenas_framework_id_62e7d1e3_fk_assessmen FOREIGN KEY (framework_id) REFERENCES public.assessment_framework(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.assessment_writtenassessment
    ADD CONSTRAINT assessment_writtenas_signed_by_id_ff799de3_fk_accounts_ FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_attendancecorrection
    ADD CONSTRAINT channel_attendanceco_authority_id_6ee701d2_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_attendancecorrection
    ADD CONSTRAINT channel_attendanceco_became_person_id_668ffa4d_fk_accounts_ FOREIGN KEY (became_person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_attendancecorrection
    ADD CONSTRAINT channel_attendanceco_decision_id_594fef68_fk_channel_p FOREIGN KEY (decision_id) REFERENCES public.channel_paneldecision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_attendancecorrection
    ADD CONSTRAINT channel_attendanceco_organisation_id_f88fe563_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_attendancecorrection
    ADD CONSTRAINT channel_attendanceco_signed_by_id_159ec726_fk_accounts_ FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_attendancecorrection
    ADD CONSTRAINT channel_attendanceco_was_person_id_d4b42703_fk_accounts_ FOREIGN KEY (was_person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_attendancecorrection
    ADD CONSTRAINT channel_attendancecorrection_seat_id_971f6471_fk_panel_seat_id FOREIGN KEY (seat_id) REFERENCES public.panel_seat(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_case
    ADD CONSTRAINT channel_case_authority_id_31241c3f_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_case
    ADD CONSTRAINT channel_case_decision_id_46e82921_fk_channel_paneldecision_id FOREIGN KEY (decision_id) REFERENCES public.channel_paneldecision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_case
    ADD CONSTRAINT channel_case_lead_id_bdfcedf0_fk_accounts_user_id FOREIGN KEY (lead_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_case
    ADD CONSTRAINT channel_case_referral_id_42ebef3c_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_case
    ADD CONSTRAINT channel_case_section_36_id_a3d28726_fk_assessmen FOREIGN KEY (section_36_id) REFERENCES public.assessment_policedecision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_caseevent
    ADD CONSTRAINT channel_caseevent_authority_id_003bffcc_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_caseevent
    ADD CONSTRAINT channel_caseevent_case_id_624ac879_fk_channel_case_id FOREIGN KEY (case_id) REFERENCES public.channel_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_caseevent
    ADD CONSTRAINT channel_caseevent_entered_by_id_8ff8d100_fk_accounts_user_id FOREIGN KEY (entered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_caseevent
    ADD CONSTRAINT channel_caseevent_lead_id_610918b9_fk_accounts_user_id FOREIGN KEY (lead_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_dissent
    ADD CONSTRAINT channel_dissent_authority_id_cec5440e_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_dissent
    ADD CONSTRAINT channel_dissent_decision_id_8c0264bd_fk_channel_p FOREIGN KEY (decision_id) REFERENCES public.channel_paneldecision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_dissent
    ADD CONSTRAINT channel_dissent_organisation_id_0f150b10_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_dissent
    ADD CONSTRAINT channel_dissent_seat_id_070bed2b_fk_panel_seat_id FOREIGN KEY (seat_id) REFERENCES public.panel_seat(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_paneldecision
    ADD CONSTRAINT channel_paneldecisio_authority_id_6f7c24cd_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_paneldecision
    ADD CONSTRAINT channel_paneldecisio_corrects_id_eee10377_fk_channel_p FOREIGN KEY (corrects_id) REFERENCES public.channel_paneldecision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_paneldecision
    ADD CONSTRAINT channel_paneldecisio_missing_from_id_aecfc97d_fk_accounts_ FOREIGN KEY (missing_from_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_paneldecision
    ADD CONSTRAINT channel_paneldecision_case_id_793ef1c9_fk_channel_case_id FOREIGN KEY (case_id) REFERENCES public.channel_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_paneldecision
    ADD CONSTRAINT channel_paneldecision_item_id_cd480e22_fk_panel_item_id FOREIGN KEY (item_id) REFERENCES public.panel_item(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.channel_paneldecision
    ADD CONSTRAINT channel_paneldecision_signed_by_id_51b7f01c_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_addedinformation
    ADD CONSTRAINT concerns_addedinform_author_user_id_bcd3e54c_fk_accounts_ FOREIGN KEY (author_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_addedinformation
    ADD CONSTRAINT concerns_addedinform_author_visitor_id_ea3818f5_fk_access_vi FOREIGN KEY (author_visitor_id) REFERENCES public.access_visitor(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_addedinformation
    ADD CONSTRAINT concerns_addedinform_authority_id_e9781121_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_addedinformation
    ADD CONSTRAINT concerns_addedinform_organisation_id_54272c82_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_addedinformation
    ADD CONSTRAINT concerns_addedinform_submission_id_7d3555b9_fk_concerns_ FOREIGN KEY (submission_id) REFERENCES public.concerns_submission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_concernraiser
    ADD CONSTRAINT concerns_concernrais_authority_id_612e4535_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_concernraiser
    ADD CONSTRAINT concerns_concernrais_submission_id_be6890cc_fk_concerns_ FOREIGN KEY (submission_id) REFERENCES public.concerns_submission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_draft
    ADD CONSTRAINT concerns_draft_author_user_id_f2e280eb_fk_accounts_user_id FOREIGN KEY (author_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_draft
    ADD CONSTRAINT concerns_draft_author_visitor_id_bc3ffaf8_fk_access_visitor_id FOREIGN KEY (author_visitor_id) REFERENCES public.access_visitor(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_draft
    ADD CONSTRAINT concerns_draft_authority_id_f327d1ee_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_draft
    ADD CONSTRAINT concerns_draft_decided_by_id_53d3ca1e_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_draft
    ADD CONSTRAINT concerns_draft_organisation_id_04d4854b_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_draftapart
    ADD CONSTRAINT concerns_draftapart_authority_id_13e447d8_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_draftapart
    ADD CONSTRAINT concerns_draftapart_draft_id_65f454f3_fk_concerns_draft_id FOREIGN KEY (draft_id) REFERENCES public.concerns_draft(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_enquiry
    ADD CONSTRAINT concerns_enquiry_answered_by_id_bad9d17f_fk_accounts_user_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_enquiry
    ADD CONSTRAINT concerns_enquiry_author_user_id_1377dc1b_fk_accounts_user_id FOREIGN KEY (author_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_enquiry
    ADD CONSTRAINT concerns_enquiry_author_visitor_id_0076386b_fk_access_vi FOREIGN KEY (author_visitor_id) REFERENCES public.access_visitor(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_enquiry
    ADD CONSTRAINT concerns_enquiry_authority_id_927800a5_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_enquiry
    ADD CONSTRAINT concerns_enquiry_organisation_id_cd02bcb4_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_progress
    ADD CONSTRAINT concerns_progress_authority_id_be5f9619_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_progress
    ADD CONSTRAINT concerns_progress_submission_id_6fd0b158_fk_concerns_ FOREIGN KEY (submission_id) REFERENCES public.concerns_submission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_submission
    ADD CONSTRAINT concerns_submission_approved_by_id_ddcdf1ad_fk_accounts_user_id FOREIGN KEY (approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_submission
    ADD CONSTRAINT concerns_submission_author_user_id_153a88bd_fk_accounts_user_id FOREIGN KEY (author_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_submission
    ADD CONSTRAINT concerns_submission_author_visitor_id_0649ccfd_fk_access_vi FOREIGN KEY (author_visitor_id) REFERENCES public.access_visitor(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_submission
    ADD CONSTRAINT concerns_submission_authority_id_2070fc0a_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.concerns_submission
    ADD CONSTRAINT concerns_submission_organisation_id_c38ac43c_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_consent
    ADD CONSTRAINT consent_consent_adoption_id_de648bd1_fk_channel_caseevent_id FOREIGN KEY (adoption_id) REFERENCES public.channel_caseevent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_consent
    ADD CONSTRAINT consent_consent_authority_id_8990decf_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_consent
    ADD CONSTRAINT consent_consent_case_id_2ade7ae6_fk_channel_case_id FOREIGN KEY (case_id) REFERENCES public.channel_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_consent
    ADD CONSTRAINT consent_consent_corrects_id_7302ac9a_fk_consent_consent_id FOREIGN KEY (corrects_id) REFERENCES public.consent_consent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_consent
    ADD CONSTRAINT consent_consent_signed_by_id_2f8de785_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_objection
    ADD CONSTRAINT consent_objection_authority_id_7e40aba7_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_objection
    ADD CONSTRAINT consent_objection_consent_id_aa499ba1_fk_consent_consent_id FOREIGN KEY (consent_id) REFERENCES public.consent_consent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_objection
    ADD CONSTRAINT consent_objection_signed_by_id_653941bb_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_reassessed
    ADD CONSTRAINT consent_reassessed_authority_id_45bca575_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_reassessed
    ADD CONSTRAINT consent_reassessed_reassessment_id_031ba515_fk_consent_r FOREIGN KEY (reassessment_id) REFERENCES public.consent_reassessment(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_reassessed
    ADD CONSTRAINT consent_reassessed_signed_by_id_7b50be61_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_reassessment
    ADD CONSTRAINT consent_reassessment_authority_id_be6df111_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_reassessment
    ADD CONSTRAINT consent_reassessment_case_id_c4f746eb_fk_channel_case_id FOREIGN KEY (case_id) REFERENCES public.channel_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_reassessment
    ADD CONSTRAINT consent_reassessment_signed_by_id_99a1fadc_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_resolution
    ADD CONSTRAINT consent_resolution_authority_id_f1587217_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_resolution
    ADD CONSTRAINT consent_resolution_objection_id_35ce94b7_fk_consent_o FOREIGN KEY (objection_id) REFERENCES public.consent_objection(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_resolution
    ADD CONSTRAINT consent_resolution_signed_by_id_78ab5cd7_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_withdrawal
    ADD CONSTRAINT consent_withdrawal_authority_id_8ec340df_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_withdrawal
    ADD CONSTRAINT consent_withdrawal_consent_id_cc8b9f2b_fk_consent_consent_id FOREIGN KEY (consent_id) REFERENCES public.consent_consent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.consent_withdrawal
    ADD CONSTRAINT consent_withdrawal_signed_by_id_3f0d6a80_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.directory_contact
    ADD CONSTRAINT directory_contact_authority_id_7106fb2f_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.directory_contact
    ADD CONSTRAINT directory_contact_institution_id_1f226966_fk_places_in FOREIGN KEY (institution_id) REFERENCES public.places_institution(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.directory_contact
    ADD CONSTRAINT directory_contact_organisation_id_b4e3626f_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.directory_note
    ADD CONSTRAINT directory_note_authority_id_8971ad08_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.directory_note
    ADD CONSTRAINT directory_note_institution_id_04518eb1_fk_places_institution_id FOREIGN KEY (institution_id) REFERENCES public.places_institution(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.directory_note
    ADD CONSTRAINT directory_note_organisation_id_90e32039_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_alarm
    ADD CONSTRAINT exits_alarm_authority_id_9dfcc386_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_alarm
    ADD CONSTRAINT exits_alarm_review_id_d0973e6b_fk_exits_review_id FOREIGN KEY (review_id) REFERENCES public.exits_review(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_arrival
    ADD CONSTRAINT exits_arrival_accepted_by_id_7beb4df4_fk_accounts_user_id FOREIGN KEY (accepted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_arrival
    ADD CONSTRAINT exits_arrival_authority_id_92cf6235_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_arrival
    ADD CONSTRAINT exits_arrival_case_id_aae649c8_fk_channel_case_id FOREIGN KEY (case_id) REFERENCES public.channel_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_arrival
    ADD CONSTRAINT exits_arrival_sender_id_72902912_fk_places_authority_id FOREIGN KEY (sender_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_closingreport
    ADD CONSTRAINT exits_closingreport_assessment_id_c2faff1b_fk_assessmen FOREIGN KEY (assessment_id) REFERENCES public.assessment_writtenassessment(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_closingreport
    ADD CONSTRAINT exits_closingreport_authority_id_0be8c200_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_closingreport
    ADD CONSTRAINT exits_closingreport_case_id_a7f58802_fk_channel_case_id FOREIGN KEY (case_id) REFERENCES public.channel_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_closingreport
    ADD CONSTRAINT exits_closingreport_framework_id_1643bd45_fk_assessmen FOREIGN KEY (framework_id) REFERENCES public.assessment_framework(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_closingreport
    ADD CONSTRAINT exits_closingreport_written_by_id_5f2a2ace_fk_accounts_user_id FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_goingon
    ADD CONSTRAINT exits_goingon_authority_id_cbbc60d4_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_goingon
    ADD CONSTRAINT exits_goingon_pause_id_9a9b1067_fk_exits_pause_id FOREIGN KEY (pause_id) REFERENCES public.exits_pause(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_goingon
    ADD CONSTRAINT exits_goingon_signed_by_id_f0aee19b_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_investigation
    ADD CONSTRAINT exits_investigation_authority_id_aaaf2615_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_investigation
    ADD CONSTRAINT exits_investigation_case_id_c7fd5c4e_fk_channel_case_id FOREIGN KEY (case_id) REFERENCES public.channel_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_investigation
    ADD CONSTRAINT exits_investigation_signed_by_id_b7d7426a_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_lookback
    ADD CONSTRAINT exits_lookback_authority_id_e70ead7d_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_lookback
    ADD CONSTRAINT exits_lookback_review_id_5f9ff79d_fk_exits_review_id FOREIGN KEY (review_id) REFERENCES public.exits_review(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_lookback
    ADD CONSTRAINT exits_lookback_signed_by_id_c158c571_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_pause
    ADD CONSTRAINT exits_pause_authority_id_53850d8f_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_pause
    ADD CONSTRAINT exits_pause_case_id_02ad3740_fk_channel_case_id FOREIGN KEY (case_id) REFERENCES public.channel_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_pause
    ADD CONSTRAINT exits_pause_signed_by_id_dadbdb2b_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_review
    ADD CONSTRAINT exits_review_authority_id_8efb73aa_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_review
    ADD CONSTRAINT exits_review_exit_id_17cfab98_fk_exits_signoff_id FOREIGN KEY (exit_id) REFERENCES public.exits_signoff(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_signoff
    ADD CONSTRAINT exits_signoff_authority_id_3fe7768a_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_signoff
    ADD CONSTRAINT exits_signoff_report_id_7729704b_fk_exits_closingreport_id FOREIGN KEY (report_id) REFERENCES public.exits_closingreport(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_signoff
    ADD CONSTRAINT exits_signoff_signed_by_id_c8369ef9_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_transfer
    ADD CONSTRAINT exits_transfer_authority_id_7b73e37c_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_transfer
    ADD CONSTRAINT exits_transfer_case_id_efcce11b_fk_channel_case_id FOREIGN KEY (case_id) REFERENCES public.channel_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_transfer
    ADD CONSTRAINT exits_transfer_signed_by_id_c5a71b40_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_transfer
    ADD CONSTRAINT exits_transfer_to_id_cef8be53_fk_places_authority_id FOREIGN KEY (to_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_transferanswer
    ADD CONSTRAINT exits_transferanswer_authority_id_71388667_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_transferanswer
    ADD CONSTRAINT exits_transferanswer_signed_by_id_7009a157_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exits_transferanswer
    ADD CONSTRAINT exits_transferanswer_transfer_id_0a36fec9_fk_exits_transfer_id FOREIGN KEY (transfer_id) REFERENCES public.exits_transfer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.feedback_mark
    ADD CONSTRAINT feedback_mark_authority_id_d6889b78_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.feedback_mark
    ADD CONSTRAINT feedback_mark_question_id_a78dfff3_fk_feedback_question_id FOREIGN KEY (question_id) REFERENCES public.feedback_question(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.feedback_mark
    ADD CONSTRAINT feedback_mark_reply_id_04f29a7a_fk_feedback_reply_id FOREIGN KEY (reply_id) REFERENCES public.feedback_reply(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.feedback_question
    ADD CONSTRAINT feedback_question_authority_id_ac7c02fe_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.feedback_question
    ADD CONSTRAINT feedback_question_question_set_id_1e05b611_fk_feedback_ FOREIGN KEY (question_set_id) REFERENCES public.feedback_questionset(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.feedback_questionset
    ADD CONSTRAINT feedback_questionset_authority_id_dff23912_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.feedback_questionset
    ADD CONSTRAINT feedback_questionset_recorded_by_id_5bdaa433_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.feedback_remark
    ADD CONSTRAINT feedback_remark_authority_id_62b901d1_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.feedback_remark
    ADD CONSTRAINT feedback_remark_question_id_d4810ca9_fk_feedback_question_id FOREIGN KEY (question_id) REFERENCES public.feedback_question(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.feedback_remark
    ADD CONSTRAINT feedback_remark_reply_id_d9eaff20_fk_feedback_reply_id FOREIGN KEY (reply_id) REFERENCES public.feedback_reply(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.feedback_remark
    ADD CONSTRAINT feedback_remark_set_aside_by_id_5ca6f516_fk_accounts_user_id FOREIGN KEY (set_aside_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.feedback_reply
    ADD CONSTRAINT feedback_reply_authority_id_48af3b2d_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.feedback_reply
    ADD CONSTRAINT feedback_reply_round_id_881f13c1_fk_feedback_round_id FOREIGN KEY (round_id) REFERENCES public.feedback_round(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.feedback_round
    ADD CONSTRAINT feedback_round_authority_id_e2ec35fd_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.feedback_round
    ADD CONSTRAINT feedback_round_question_set_id_586354e7_fk_feedback_ FOREIGN KEY (question_set_id) REFERENCES public.feedback_questionset(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.feedback_round
    ADD CONSTRAINT feedback_round_session_id_8859e821_fk_training_session_id FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.home_answer
    ADD CONSTRAINT home_answer_answered_by_id_e43dd755_fk_accounts_user_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.home_answer
    ADD CONSTRAINT home_answer_authority_id_6a3c9b43_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.home_answer
    ADD CONSTRAINT home_answer_line_id_d4cffa65_fk_home_reviewline_id FOREIGN KEY (line_id) REFERENCES public.home_reviewline(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.home_homearea
    ADD CONSTRAINT home_homearea_authority_id_960a622d_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.home_homearea
    ADD CONSTRAINT home_homearea_user_id_1d77f090_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.home_inquiry
    ADD CONSTRAINT home_inquiry_account_id_990320a6_fk_accounts_user_id FOREIGN KEY (account_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.home_inquiry
    ADD CONSTRAINT home_inquiry_asked_by_id_bb7675c6_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.home_inquiry
    ADD CONSTRAINT home_inquiry_authority_id_ddfc1ad1_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.home_review
    ADD CONSTRAINT home_review_authority_id_4b012655_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.home_reviewline
    ADD CONSTRAINT home_reviewline_authority_id_a5a012c3_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.home_reviewline
    ADD CONSTRAINT home_reviewline_reader_id_faa63cea_fk_accounts_user_id FOREIGN KEY (reader_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.home_reviewline
    ADD CONSTRAINT home_reviewline_review_id_ec99b1ab_fk_home_review_id FOREIGN KEY (review_id) REFERENCES public.home_review(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.importing_import
    ADD CONSTRAINT importing_import_authority_id_884d0c17_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.importing_import
    ADD CONSTRAINT importing_import_sent_by_id_559a8341_fk_accounts_user_id FOREIGN KEY (sent_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.importing_import
    ADD CONSTRAINT importing_import_working_for_id_76d75a36_fk_places_or FOREIGN KEY (working_for_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.importing_layout
    ADD CONSTRAINT importing_layout_authority_id_a5faca77_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.meetings_attendance
    ADD CONSTRAINT meetings_attendance_authority_id_7cd104ac_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.meetings_attendance
    ADD CONSTRAINT meetings_attendance_marked_by_id_908e7d06_fk_accounts_user_id FOREIGN KEY (marked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.meetings_attendance
    ADD CONSTRAINT meetings_attendance_meeting_id_296f48af_fk_meetings_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.meetings_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.meetings_attendance
    ADD CONSTRAINT meetings_attendance_organisation_id_f1c6bde6_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.meetings_attendance
    ADD CONSTRAINT meetings_attendance_person_id_eb3a8462_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.meetings_meeting
    ADD CONSTRAINT meetings_meeting_authority_id_9352260f_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.outbox_envelope
    ADD CONSTRAINT outbox_envelope_authority_id_3cc11f8a_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.outbox_envelope
    ADD CONSTRAINT outbox_envelope_message_id_90024faa_fk_outbox_message_id FOREIGN KEY (message_id) REFERENCES public.outbox_message(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.outbox_message
    ADD CONSTRAINT outbox_message_authority_id_7a0fc2ac_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_acceptance
    ADD CONSTRAINT panel_acceptance_authority_id_f17d581b_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_acceptance
    ADD CONSTRAINT panel_acceptance_meeting_id_e5e2b795_fk_panel_panelmeeting_id FOREIGN KEY (meeting_id) REFERENCES public.panel_panelmeeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_acceptance
    ADD CONSTRAINT panel_acceptance_organisation_id_7fbbc58e_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_acceptance
    ADD CONSTRAINT panel_acceptance_person_id_b7a5c155_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_declaredinterest
    ADD CONSTRAINT panel_declaredintere_authority_id_84d04bf4_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_declaredinterest
    ADD CONSTRAINT panel_declaredinterest_item_id_681c967d_fk_panel_item_id FOREIGN KEY (item_id) REFERENCES public.panel_item(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_declaredinterest
    ADD CONSTRAINT panel_declaredinterest_person_id_0953fc81_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_deputy
    ADD CONSTRAINT panel_deputy_authority_id_4aafd237_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_deputy
    ADD CONSTRAINT panel_deputy_person_id_464ef128_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_deputy
    ADD CONSTRAINT panel_deputy_seat_id_e86e3224_fk_panel_seat_id FOREIGN KEY (seat_id) REFERENCES public.panel_seat(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_invitee
    ADD CONSTRAINT panel_invitee_authority_id_5bce4ab8_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_invitee
    ADD CONSTRAINT panel_invitee_item_id_a0f5571f_fk_panel_item_id FOREIGN KEY (item_id) REFERENCES public.panel_item(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_invitee
    ADD CONSTRAINT panel_invitee_organisation_id_9541d861_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_invitee
    ADD CONSTRAINT panel_invitee_person_id_9a21d3c0_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_item
    ADD CONSTRAINT panel_item_authority_id_2cfc0439_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_item
    ADD CONSTRAINT panel_item_meeting_id_89f7282b_fk_panel_panelmeeting_id FOREIGN KEY (meeting_id) REFERENCES public.panel_panelmeeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_item
    ADD CONSTRAINT panel_item_put_by_id_0478f94a_fk_accounts_user_id FOREIGN KEY (put_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_minute
    ADD CONSTRAINT panel_minute_authority_id_a7ee1ab5_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_minute
    ADD CONSTRAINT panel_minute_corrects_id_49d350f8_fk_panel_minute_id FOREIGN KEY (corrects_id) REFERENCES public.panel_minute(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_minute
    ADD CONSTRAINT panel_minute_item_id_c4cc76a2_fk_panel_item_id FOREIGN KEY (item_id) REFERENCES public.panel_item(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_minute
    ADD CONSTRAINT panel_minute_written_by_id_eb714864_fk_accounts_user_id FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_minutesignature
    ADD CONSTRAINT panel_minutesignatur_authority_id_5072af4b_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_minutesignature
    ADD CONSTRAINT panel_minutesignature_minute_id_bb8a53cd_fk_panel_minute_id FOREIGN KEY (minute_id) REFERENCES public.panel_minute(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_minutesignature
    ADD CONSTRAINT panel_minutesignature_signed_by_id_e400605f_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_pack
    ADD CONSTRAINT panel_pack_authority_id_9dc4c369_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_pack
    ADD CONSTRAINT panel_pack_meeting_id_70b507c7_fk_panel_panelmeeting_id FOREIGN KEY (meeting_id) REFERENCES public.panel_panelmeeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_pack
    ADD CONSTRAINT panel_pack_organisation_id_eba0c34f_fk_places_organisation_id FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_pack
    ADD CONSTRAINT panel_pack_reader_id_6b2fe621_fk_accounts_user_id FOREIGN KEY (reader_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_panel
    ADD CONSTRAINT panel_panel_authority_id_935d614d_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_panelmeeting
    ADD CONSTRAINT panel_panelmeeting_authority_id_83389212_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_panelmeeting
    ADD CONSTRAINT panel_panelmeeting_meeting_id_5644e5ca_fk_meetings_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.meetings_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_panelmeeting
    ADD CONSTRAINT panel_panelmeeting_panel_id_370cff94_fk_panel_panel_id FOREIGN KEY (panel_id) REFERENCES public.panel_panel(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_paper
    ADD CONSTRAINT panel_paper_added_by_id_3b41461f_fk_accounts_user_id FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_paper
    ADD CONSTRAINT panel_paper_authority_id_7aa28761_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_paper
    ADD CONSTRAINT panel_paper_item_id_2f64b043_fk_panel_item_id FOREIGN KEY (item_id) REFERENCES public.panel_item(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_seat
    ADD CONSTRAINT panel_seat_authority_id_72cb42ea_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_seat
    ADD CONSTRAINT panel_seat_holder_id_1cf35c2d_fk_accounts_user_id FOREIGN KEY (holder_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_seat
    ADD CONSTRAINT panel_seat_organisation_id_744d93af_fk_places_organisation_id FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_seat
    ADD CONSTRAINT panel_seat_panel_id_332643d6_fk_panel_panel_id FOREIGN KEY (panel_id) REFERENCES public.panel_panel(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_terms
    ADD CONSTRAINT panel_terms_authority_id_b3f0a381_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_terms
    ADD CONSTRAINT panel_terms_panel_id_e3a56d6d_fk_panel_panel_id FOREIGN KEY (panel_id) REFERENCES public.panel_panel(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.panel_terms
    ADD CONSTRAINT panel_terms_recorded_by_id_e6c4c9c8_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_address
    ADD CONSTRAINT people_address_authority_id_5564955d_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_address
    ADD CONSTRAINT people_address_person_id_00997e7a_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_affiliation
    ADD CONSTRAINT people_affiliation_authority_id_9b6b19aa_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_affiliation
    ADD CONSTRAINT people_affiliation_institution_id_acfc8487_fk_places_in FOREIGN KEY (institution_id) REFERENCES public.places_institution(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_affiliation
    ADD CONSTRAINT people_affiliation_person_id_8c379ef7_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_equalityanswers
    ADD CONSTRAINT people_equalityanswe_authority_id_3adcf9ab_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_match
    ADD CONSTRAINT people_match_answered_by_id_18be188c_fk_accounts_user_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_match
    ADD CONSTRAINT people_match_authority_id_84f6a75f_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_match
    ADD CONSTRAINT people_match_person_id_41796e0d_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_ownerquestion
    ADD CONSTRAINT people_ownerquestion_answered_by_id_1d17b9ad_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_ownerquestion
    ADD CONSTRAINT people_ownerquestion_asked_by_id_3cf4a4cf_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_ownerquestion
    ADD CONSTRAINT people_ownerquestion_authority_id_49e32213_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_ownerquestion
    ADD CONSTRAINT people_ownerquestion_match_id_a03d2a38_fk_people_match_id FOREIGN KEY (match_id) REFERENCES public.people_match(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_ownerquestion
    ADD CONSTRAINT people_ownerquestion_person_id_985fdeab_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_authority_id_3d6989d2_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_personlink
    ADD CONSTRAINT people_personlink_authority_id_53583d0d_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_personlink
    ADD CONSTRAINT people_personlink_linked_by_id_c1387fab_fk_accounts_user_id FOREIGN KEY (linked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_personlink
    ADD CONSTRAINT people_personlink_other_id_e303cad5_fk_people_person_id FOREIGN KEY (other_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_personlink
    ADD CONSTRAINT people_personlink_person_id_33e72a10_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_personlink
    ADD CONSTRAINT people_personlink_undone_by_id_04cf7b95_fk_accounts_user_id FOREIGN KEY (undone_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_personname
    ADD CONSTRAINT people_personname_authority_id_9bc2e9c4_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_personname
    ADD CONSTRAINT people_personname_person_id_8e86eb89_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.places_authority
    ADD CONSTRAINT places_authority_force_id_313b98e5_fk_places_policeforce_id FOREIGN KEY (force_id) REFERENCES public.places_policeforce(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.places_authority
    ADD CONSTRAINT places_authority_region_id_ef6500f4_fk_places_region_id FOREIGN KEY (region_id) REFERENCES public.places_region(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.places_institution
    ADD CONSTRAINT places_institution_authority_id_d61a7708_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.places_institution
    ADD CONSTRAINT places_institution_ward_id_47917520_fk_places_ward_id FOREIGN KEY (ward_id) REFERENCES public.places_ward(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.places_organisation
    ADD CONSTRAINT places_organisation_authority_id_3ff98b67_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.places_organisation
    ADD CONSTRAINT places_organisation_institution_id_40ccf4d6_fk_places_in FOREIGN KEY (institution_id) REFERENCES public.places_institution(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.places_organisation
    ADD CONSTRAINT places_organisation_ward_id_e785e4ab_fk_places_ward_id FOREIGN KEY (ward_id) REFERENCES public.places_ward(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.places_team
    ADD CONSTRAINT places_team_organisation_id_a6301148_fk_places_organisation_id FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.places_ward
    ADD CONSTRAINT places_ward_authority_id_209c1675_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;


ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;


ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);


ALTER TABLE ONLY public.reach_approach
    ADD CONSTRAINT reach_approach_authority_id_3f38e52f_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reach_approach
    ADD CONSTRAINT reach_approach_institution_id_2e2b0e81_fk_places_institution_id FOREIGN KEY (institution_id) REFERENCES public.places_institution(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reach_approach
    ADD CONSTRAINT reach_approach_made_by_id_f615073a_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reach_approach
    ADD CONSTRAINT reach_approach_organisation_id_5c7099a6_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_approval
    ADD CONSTRAINT referrals_approval_approved_by_id_4e99dfeb_fk_accounts_user_id FOREIGN KEY (approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_approval
    ADD CONSTRAINT referrals_approval_authority_id_702d08b0_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_approval
    ADD CONSTRAINT referrals_approval_decision_id_d0e07d03_fk_referrals FOREIGN KEY (decision_id) REFERENCES public.referrals_decision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_concern
    ADD CONSTRAINT referrals_concern_authority_id_bdc474dd_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_concern
    ADD CONSTRAINT referrals_concern_marked_by_id_57407754_fk_accounts_user_id FOREIGN KEY (marked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_concern
    ADD CONSTRAINT referrals_concern_recorded_by_id_b1acd4a5_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_concern
    ADD CONSTRAINT referrals_concern_referral_id_37f1c6a3_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_decision
    ADD CONSTRAINT referrals_decision_authority_id_af6e0d36_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_decision
    ADD CONSTRAINT referrals_decision_corrects_id_c3c7cbc1_fk_referrals FOREIGN KEY (corrects_id) REFERENCES public.referrals_decision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_decision
    ADD CONSTRAINT referrals_decision_referral_id_9fd3a163_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_decision
    ADD CONSTRAINT referrals_decision_signed_by_id_616c1942_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_duty
    ADD CONSTRAINT referrals_duty_answered_by_id_5ae64991_fk_accounts_user_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_duty
    ADD CONSTRAINT referrals_duty_authority_id_17953b5f_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_duty
    ADD CONSTRAINT referrals_duty_referral_id_cdccb640_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_handover
    ADD CONSTRAINT referrals_handover_authority_id_a0042378_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_handover
    ADD CONSTRAINT referrals_handover_giver_id_95ff5079_fk_accounts_user_id FOREIGN KEY (giver_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_handover
    ADD CONSTRAINT referrals_handover_offered_by_id_97f21682_fk_accounts_user_id FOREIGN KEY (offered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_handover
    ADD CONSTRAINT referrals_handover_receiver_id_70eb5eec_fk_accounts_user_id FOREIGN KEY (receiver_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_handover
    ADD CONSTRAINT referrals_handover_referral_id_599c357a_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_informationrequest
    ADD CONSTRAINT referrals_informatio_asked_by_id_46c196c4_fk_accounts_ FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_informationrequest
    ADD CONSTRAINT referrals_informatio_asked_id_bb33a762_fk_places_or FOREIGN KEY (asked_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_informationrequest
    ADD CONSTRAINT referrals_informatio_authority_id_4e9bdec2_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_informationrequest
    ADD CONSTRAINT referrals_informatio_referral_id_c0573b8d_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_informationrequest
    ADD CONSTRAINT referrals_informatio_replied_by_id_56aaf1a4_fk_accounts_ FOREIGN KEY (replied_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_need
    ADD CONSTRAINT referrals_need_authority_id_5dcae25d_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_need
    ADD CONSTRAINT referrals_need_noted_by_id_dfc53384_fk_accounts_user_id FOREIGN KEY (noted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_need
    ADD CONSTRAINT referrals_need_referral_id_7c068014_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_redirect
    ADD CONSTRAINT referrals_redirect_answered_by_id_744097f9_fk_accounts_user_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_redirect
    ADD CONSTRAINT referrals_redirect_asked_by_id_b0ffa8b0_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_redirect
    ADD CONSTRAINT referrals_redirect_authority_id_5f5522d0_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_redirect
    ADD CONSTRAINT referrals_redirect_referral_id_d80ea9f2_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_redirect
    ADD CONSTRAINT referrals_redirect_service_id_73935194_fk_places_or FOREIGN KEY (service_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_authority_id_1fe1aa5c_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_decision_id_1142e62e_fk_referrals FOREIGN KEY (decision_id) REFERENCES public.referrals_decision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_lead_id_206567da_fk_accounts_user_id FOREIGN KEY (lead_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_person_id_179a7a6c_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_referral
    ADD CONSTRAINT referrals_referral_submission_id_00e93cf3_fk_concerns_ FOREIGN KEY (submission_id) REFERENCES public.concerns_submission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_requestoverride
    ADD CONSTRAINT referrals_requestove_authority_id_8f81f6b6_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_requestoverride
    ADD CONSTRAINT referrals_requestove_overridden_by_id_aac54d63_fk_accounts_ FOREIGN KEY (overridden_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_requestoverride
    ADD CONSTRAINT referrals_requestove_request_id_670fd2d3_fk_referrals FOREIGN KEY (request_id) REFERENCES public.referrals_informationrequest(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_restriction
    ADD CONSTRAINT referrals_restrictio_authority_id_d899eaf7_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_restriction
    ADD CONSTRAINT referrals_restrictio_referral_id_69d18aa5_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_restriction
    ADD CONSTRAINT referrals_restrictio_restricted_by_id_f5e77bee_fk_accounts_ FOREIGN KEY (restricted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_restriction
    ADD CONSTRAINT referrals_restriction_ended_by_id_6fa87cf7_fk_accounts_user_id FOREIGN KEY (ended_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_resumption
    ADD CONSTRAINT referrals_resumption_authority_id_05c16183_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_resumption
    ADD CONSTRAINT referrals_resumption_referral_id_c45c3191_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_resumption
    ADD CONSTRAINT referrals_resumption_signed_by_id_3a400575_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_takentogether
    ADD CONSTRAINT referrals_takentoget_answered_by_id_fbb476de_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_takentogether
    ADD CONSTRAINT referrals_takentoget_authority_id_04c34eab_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_takentogether
    ADD CONSTRAINT referrals_takentoget_referral_id_8e90d407_fk_referrals FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_told
    ADD CONSTRAINT referrals_told_answered_by_id_0840aca1_fk_accounts_user_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_told
    ADD CONSTRAINT referrals_told_authority_id_63de7027_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.referrals_told
    ADD CONSTRAINT referrals_told_referral_id_8f2afa7f_fk_referrals_referral_id FOREIGN KEY (referral_id) REFERENCES public.referrals_referral(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_figure
    ADD CONSTRAINT reports_figure_authority_id_dfffd866_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_figure
    ADD CONSTRAINT reports_figure_report_id_18701283_fk_reports_report_id FOREIGN KEY (report_id) REFERENCES public.reports_report(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_authority_id_038550f9_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_begun_by_id_492e017c_fk_accounts_user_id FOREIGN KEY (begun_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_corrects_id_de568ad0_fk_reports_report_id FOREIGN KEY (corrects_id) REFERENCES public.reports_report(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_signed_by_id_d29db227_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.retention_disposal
    ADD CONSTRAINT retention_disposal_authority_id_8e91020d_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.retention_erasure
    ADD CONSTRAINT retention_erasure_authority_id_ce021a59_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.retention_hold
    ADD CONSTRAINT retention_hold_authority_id_6ecec60e_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.retention_hold
    ADD CONSTRAINT retention_hold_ended_by_id_7441cddb_fk_accounts_user_id FOREIGN KEY (ended_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.retention_hold
    ADD CONSTRAINT retention_hold_placed_by_id_4302d10a_fk_accounts_user_id FOREIGN KEY (placed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.retention_life
    ADD CONSTRAINT retention_life_authority_id_6ab4e363_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.retention_proposal
    ADD CONSTRAINT retention_proposal_authority_id_995410b2_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.retention_proposal
    ADD CONSTRAINT retention_proposal_decided_by_id_4932d1e8_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.retention_proposal
    ADD CONSTRAINT retention_proposal_proposed_by_id_bcc55cd5_fk_accounts_user_id FOREIGN KEY (proposed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.retention_retentionsetting
    ADD CONSTRAINT retention_retentions_authority_id_7054cc37_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.retention_review
    ADD CONSTRAINT retention_review_authority_id_9d64bad3_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.retention_review
    ADD CONSTRAINT retention_review_decided_by_id_334cc6c6_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_briefing
    ADD CONSTRAINT support_briefing_action_id_4905fac9_fk_support_supportaction_id FOREIGN KEY (action_id) REFERENCES public.support_supportaction(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_briefing
    ADD CONSTRAINT support_briefing_authority_id_3d19e140_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_briefing
    ADD CONSTRAINT support_briefing_read_by_id_1ecf49a2_fk_accounts_user_id FOREIGN KEY (read_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_briefing
    ADD CONSTRAINT support_briefing_sent_by_id_fecb2098_fk_accounts_user_id FOREIGN KEY (sent_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_plan
    ADD CONSTRAINT support_plan_approved_by_id_24d790ea_fk_accounts_user_id FOREIGN KEY (approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_plan
    ADD CONSTRAINT support_plan_authority_id_8df73db0_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_plan
    ADD CONSTRAINT support_plan_begun_by_id_2da81497_fk_accounts_user_id FOREIGN KEY (begun_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_plan
    ADD CONSTRAINT support_plan_case_id_c0a897e1_fk_channel_case_id FOREIGN KEY (case_id) REFERENCES public.channel_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_planneed
    ADD CONSTRAINT support_planneed_authority_id_30bc60bf_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_planneed
    ADD CONSTRAINT support_planneed_case_id_cf0de2a0_fk_channel_case_id FOREIGN KEY (case_id) REFERENCES public.channel_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_planneed
    ADD CONSTRAINT support_planneed_explained_by_id_1cdf98e7_fk_accounts_user_id FOREIGN KEY (explained_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_planneed
    ADD CONSTRAINT support_planneed_noted_by_id_fe0b4b4b_fk_accounts_user_id FOREIGN KEY (noted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_report
    ADD CONSTRAINT support_report_action_id_2b6b6340_fk_support_supportaction_id FOREIGN KEY (action_id) REFERENCES public.support_supportaction(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_report
    ADD CONSTRAINT support_report_asked_by_id_67f25989_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_report
    ADD CONSTRAINT support_report_authority_id_0e28a864_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_report
    ADD CONSTRAINT support_report_seen_said_by_id_22f5c6f0_fk_accounts_user_id FOREIGN KEY (seen_said_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_report
    ADD CONSTRAINT support_report_written_by_id_5d2ad5e2_fk_accounts_user_id FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_session
    ADD CONSTRAINT support_session_action_id_7878f5db_fk_support_supportaction_id FOREIGN KEY (action_id) REFERENCES public.support_supportaction(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_session
    ADD CONSTRAINT support_session_authority_id_7b16b1e1_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_session
    ADD CONSTRAINT support_session_planned_by_id_5d7cfaf3_fk_accounts_user_id FOREIGN KEY (planned_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_session
    ADD CONSTRAINT support_session_reported_by_id_fc75a34e_fk_accounts_user_id FOREIGN KEY (reported_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_supportaction
    ADD CONSTRAINT support_supportactio_authority_id_ebdfbcd9_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_supportaction
    ADD CONSTRAINT support_supportactio_organisation_id_b73437b7_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_supportaction
    ADD CONSTRAINT support_supportaction_asked_by_id_03807373_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_supportaction
    ADD CONSTRAINT support_supportaction_person_id_aca701a0_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_supportaction
    ADD CONSTRAINT support_supportaction_plan_id_c8de6b68_fk_support_plan_id FOREIGN KEY (plan_id) REFERENCES public.support_plan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_update
    ADD CONSTRAINT support_update_action_id_808fc523_fk_support_supportaction_id FOREIGN KEY (action_id) REFERENCES public.support_supportaction(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_update
    ADD CONSTRAINT support_update_authority_id_f47081a2_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.support_update
    ADD CONSTRAINT support_update_written_by_id_3b254046_fk_accounts_user_id FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.tasks_clock
    ADD CONSTRAINT tasks_clock_authority_id_87781a49_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.tasks_reminder
    ADD CONSTRAINT tasks_reminder_task_id_656117fb_fk_tasks_task_id FOREIGN KEY (task_id) REFERENCES public.tasks_task(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.tasks_task
    ADD CONSTRAINT tasks_task_authority_id_64419ac7_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.tasks_task
    ADD CONSTRAINT tasks_task_for_user_id_86a97a43_fk_accounts_user_id FOREIGN KEY (for_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_authority_id_3ee91fcb_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_booking_id_0ef9ca13_fk_training_booking_id FOREIGN KEY (booking_id) REFERENCES public.training_booking(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_institution_id_74e95fdf_fk_places_in FOREIGN KEY (institution_id) REFERENCES public.places_institution(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_marked_by_id_5e68aa10_fk_accounts_user_id FOREIGN KEY (marked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_organisation_id_e2a73d9d_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_role_id_a2b6ef25_fk_training_staffrole_id FOREIGN KEY (role_id) REFERENCES public.training_staffrole(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_session_id_b12de9a0_fk_training_session_id FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_taught_id_ba7f448e_fk_training_ FOREIGN KEY (taught_id) REFERENCES public.training_courseversion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_attendance
    ADD CONSTRAINT training_attendance_trainee_id_a89ccf56_fk_training_trainee_id FOREIGN KEY (trainee_id) REFERENCES public.training_trainee(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_audience
    ADD CONSTRAINT training_audience_authority_id_c4e762a2_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_booking
    ADD CONSTRAINT training_booking_authority_id_16421050_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_booking
    ADD CONSTRAINT training_booking_booked_by_id_de774d71_fk_accounts_user_id FOREIGN KEY (booked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_booking
    ADD CONSTRAINT training_booking_institution_id_78d50ce8_fk_places_in FOREIGN KEY (institution_id) REFERENCES public.places_institution(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_booking
    ADD CONSTRAINT training_booking_organisation_id_00c5d5af_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_booking
    ADD CONSTRAINT training_booking_role_id_2f6cfbec_fk_training_staffrole_id FOREIGN KEY (role_id) REFERENCES public.training_staffrole(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_booking
    ADD CONSTRAINT training_booking_session_id_c324e6e5_fk_training_session_id FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_booking
    ADD CONSTRAINT training_booking_trainee_id_2bfc3033_fk_training_trainee_id FOREIGN KEY (trainee_id) REFERENCES public.training_trainee(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_booking
    ADD CONSTRAINT training_booking_visitor_id_612cbf59_fk_access_visitor_id FOREIGN KEY (visitor_id) REFERENCES public.access_visitor(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_certificate
    ADD CONSTRAINT training_certificate_attendance_id_b755a87a_fk_training_ FOREIGN KEY (attendance_id) REFERENCES public.training_attendance(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_certificate
    ADD CONSTRAINT training_certificate_authority_id_5e0d03cf_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_certificate
    ADD CONSTRAINT training_certificate_issued_by_id_f428d89c_fk_accounts_user_id FOREIGN KEY (issued_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_course
    ADD CONSTRAINT training_course_audience_id_289fef78_fk_training_audience_id FOREIGN KEY (audience_id) REFERENCES public.training_audience(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_course
    ADD CONSTRAINT training_course_authority_id_8ce5b480_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_course
    ADD CONSTRAINT training_course_needs_id_c0dda582_fk_training_course_id FOREIGN KEY (needs_id) REFERENCES public.training_course(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_courseversion
    ADD CONSTRAINT training_courseversi_authority_id_c0c3d576_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_courseversion
    ADD CONSTRAINT training_courseversi_recorded_by_id_93a85bf1_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_courseversion
    ADD CONSTRAINT training_courseversion_course_id_2d2164f7_fk_training_course_id FOREIGN KEY (course_id) REFERENCES public.training_course(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_headcount
    ADD CONSTRAINT training_headcount_authority_id_7f2f7fdd_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_headcount
    ADD CONSTRAINT training_headcount_institution_id_24c0d85e_fk_places_in FOREIGN KEY (institution_id) REFERENCES public.places_institution(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_headcount
    ADD CONSTRAINT training_headcount_organisation_id_f7505be5_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_headcount
    ADD CONSTRAINT training_headcount_recorded_by_id_f3654bd2_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_headcount
    ADD CONSTRAINT training_headcount_role_id_0fb33260_fk_training_staffrole_id FOREIGN KEY (role_id) REFERENCES public.training_staffrole(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_refreshrule
    ADD CONSTRAINT training_refreshrule_authority_id_bea1877c_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_refreshrule
    ADD CONSTRAINT training_refreshrule_recorded_by_id_a2895f59_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_refreshrule
    ADD CONSTRAINT training_refreshrule_role_id_6cd0bedc_fk_training_staffrole_id FOREIGN KEY (role_id) REFERENCES public.training_staffrole(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_session
    ADD CONSTRAINT training_session_authority_id_3e23d578_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_session
    ADD CONSTRAINT training_session_institution_id_3ac3d455_fk_places_in FOREIGN KEY (institution_id) REFERENCES public.places_institution(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_session
    ADD CONSTRAINT training_session_organisation_id_b43c1e62_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_session
    ADD CONSTRAINT training_session_taught_id_cbb05b80_fk_training_ FOREIGN KEY (taught_id) REFERENCES public.training_courseversion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_staffrole
    ADD CONSTRAINT training_staffrole_authority_id_2b97614c_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_trainee
    ADD CONSTRAINT training_trainee_authority_id_4a91176d_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_trainee
    ADD CONSTRAINT training_trainee_institution_id_8857d3f7_fk_places_in FOREIGN KEY (institution_id) REFERENCES public.places_institution(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_trainee
    ADD CONSTRAINT training_trainee_organisation_id_ca25f12e_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_trainee
    ADD CONSTRAINT training_trainee_role_id_38f13953_fk_training_staffrole_id FOREIGN KEY (role_id) REFERENCES public.training_staffrole(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_trainer
    ADD CONSTRAINT training_trainer_authority_id_0547a90b_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_trainer
    ADD CONSTRAINT training_trainer_person_id_61748f90_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_trainer
    ADD CONSTRAINT training_trainer_session_id_bf86e641_fk_training_session_id FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_trainingrequest
    ADD CONSTRAINT training_trainingreq_asked_by_id_57c5d2c2_fk_accounts_ FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_trainingrequest
    ADD CONSTRAINT training_trainingreq_audience_id_fa91acc7_fk_training_ FOREIGN KEY (audience_id) REFERENCES public.training_audience(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_trainingrequest
    ADD CONSTRAINT training_trainingreq_authority_id_ea0da9e2_fk_places_au FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_trainingrequest
    ADD CONSTRAINT training_trainingreq_institution_id_495e1382_fk_places_in FOREIGN KEY (institution_id) REFERENCES public.places_institution(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_trainingrequest
    ADD CONSTRAINT training_trainingreq_organisation_id_74b15840_fk_places_or FOREIGN KEY (organisation_id) REFERENCES public.places_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_trainingrequest
    ADD CONSTRAINT training_trainingreq_session_id_0880b57c_fk_training_ FOREIGN KEY (session_id) REFERENCES public.training_session(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_trainingrequest
    ADD CONSTRAINT training_trainingreq_visitor_id_bead9027_fk_access_vi FOREIGN KEY (visitor_id) REFERENCES public.access_visitor(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.training_trainingrequest
    ADD CONSTRAINT training_trainingrequest_owner_id_57c51a56_fk_accounts_user_id FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_user_id_af5e0a6d_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.vault_destroyed
    ADD CONSTRAINT vault_destroyed_authority_id_bb920dd7_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.vault_document
    ADD CONSTRAINT vault_document_added_by_user_id_6d216786_fk_accounts_user_id FOREIGN KEY (added_by_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.vault_document
    ADD CONSTRAINT vault_document_added_by_visitor_id_b95a90e8_fk_access_vi FOREIGN KEY (added_by_visitor_id) REFERENCES public.access_visitor(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.vault_document
    ADD CONSTRAINT vault_document_authority_id_21486902_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.vault_recordkey
    ADD CONSTRAINT vault_recordkey_authority_id_59c7c38f_fk_places_authority_id FOREIGN KEY (authority_id) REFERENCES public.places_authority(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY reach.tally
    ADD CONSTRAINT tally_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES public.places_authority(id);


ALTER TABLE ONLY reach.touched
    ADD CONSTRAINT touched_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES public.places_authority(id);


ALTER TABLE ONLY retention.held_by
    ADD CONSTRAINT held_by_class_code_fkey FOREIGN KEY (class_code) REFERENCES retention.class(code);


ALTER TABLE ONLY retention.held_by
    ADD CONSTRAINT held_by_kind_fkey FOREIGN KEY (kind) REFERENCES retention.kind(kind);


ALTER TABLE ONLY retention.part
    ADD CONSTRAINT part_kind_fkey FOREIGN KEY (kind) REFERENCES retention.kind(kind);


ALTER TABLE ledger.change ENABLE ROW LEVEL SECURITY;

CREATE POLICY change_readers ON ledger.change FOR SELECT TO waymark_app USING ((authority_id = ANY (ARRAY( SELECT (split_part(given.given, ':'::text, 2))::integer AS split_part
   FROM unnest((COALESCE(NULLIF(current_setting('waymark.grants'::text, true), ''::text), '{}'::text))::text[]) given(given)
  WHERE (given.given ~ '^authority:[0-9]{1,9}:ledger$'::text)))));


ALTER TABLE ledger.deed ENABLE ROW LEVEL SECURITY;

CREATE POLICY deed_readers ON ledger.deed FOR SELECT TO waymark_app USING ((authority_id = ANY (ARRAY( SELECT (split_part(given.given, ':'::text, 2))::integer AS split_part
   FROM unnest((COALESCE(NULLIF(current_setting('waymark.grants'::text, true), ''::text), '{}'::text))::text[]) given(given)
  WHERE (given.given ~ '^authority:[0-9]{1,9}:ledger$'::text)))));


ALTER TABLE ledger.disclosure ENABLE ROW LEVEL SECURITY;

CREATE POLICY disclosure_readers ON ledger.disclosure FOR SELECT TO waymark_app USING ((authority_id = ANY (ARRAY( SELECT (split_part(given.given, ':'::text, 2))::integer AS split_part
   FROM unnest((COALESCE(NULLIF(current_setting('waymark.grants'::text, true), ''::text), '{}'::text))::text[]) given(given)
  WHERE (given.given ~ '^authority:[0-9]{1,9}:ledger$'::text)))));


ALTER TABLE ledger.read ENABLE ROW LEVEL SECURITY;

CREATE POLICY read_readers ON ledger.read FOR SELECT TO waymark_app USING ((authority_id = ANY (ARRAY( SELECT (split_part(given.given, ':'::text, 2))::integer AS split_part
   FROM unnest((COALESCE(NULLIF(current_setting('waymark.grants'::text, true), ''::text), '{}'::text))::text[]) given(given)
  WHERE (given.given ~ '^authority:[0-9]{1,9}:ledger$'::text)))));


ALTER TABLE public.access_glass ENABLE ROW LEVEL SECURITY;

CREATE POLICY access_glass_held ON public.access_glass USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY access_glass_interest ON public.access_glass AS RESTRICTIVE FOR SELECT USING (((opened_by_id = ( SELECT gate.acting_user() AS acting_user)) OR (NOT (ARRAY[('record:'::text || about_id)] && ( SELECT gate.kept_from() AS kept_from)))));


CREATE POLICY access_glass_kept ON public.access_glass AS RESTRICTIVE FOR DELETE USING ((opened_at < (statement_timestamp() - '6 years'::interval)));


CREATE POLICY access_glass_kept_from ON public.access_glass AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY access_glass_lent ON public.access_glass FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.access_interest ENABLE ROW LEVEL SECURITY;

CREATE POLICY access_interest_held ON public.access_interest USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY access_interest_interest ON public.access_interest AS RESTRICTIVE FOR SELECT USING (((user_id = ( SELECT gate.acting_user() AS acting_user)) OR (NOT (ARRAY[('record:'::text || about_id)] && ( SELECT gate.kept_from() AS kept_from)))));


CREATE POLICY access_interest_kept ON public.access_interest AS RESTRICTIVE FOR DELETE USING ((declared_at < (statement_timestamp() - '6 years'::interval)));


CREATE POLICY access_interest_kept_from ON public.access_interest AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY access_interest_lent ON public.access_interest FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.access_recovery ENABLE ROW LEVEL SECURITY;

CREATE POLICY access_recovery_held ON public.access_recovery USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY access_recovery_kept ON public.access_recovery AS RESTRICTIVE FOR DELETE USING ((vouched_at < (statement_timestamp() - '6 years'::interval)));


CREATE POLICY access_recovery_kept_from ON public.access_recovery AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY access_recovery_lent ON public.access_recovery FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.accounts_typedtext ENABLE ROW LEVEL SECURITY;

CREATE POLICY accounts_typedtext_old ON public.accounts_typedtext FOR DELETE USING ((expires_at <= now()));


CREATE POLICY accounts_typedtext_own ON public.accounts_typedtext USING ((('user:'::text || (user_id)::text) = current_setting('waymark.actor'::text, true))) WITH CHECK ((('user:'::text || (user_id)::text) = current_setting('waymark.actor'::text, true)));


CREATE POLICY accounts_typedtext_seen_to_go ON public.accounts_typedtext FOR SELECT USING ((expires_at <= now()));


ALTER TABLE public.assessment_closureapproval ENABLE ROW LEVEL SECURITY;

CREATE POLICY assessment_closureapproval_held ON public.assessment_closureapproval USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY assessment_closureapproval_kept_from ON public.assessment_closureapproval AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY assessment_closureapproval_lent ON public.assessment_closureapproval FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.assessment_deconfliction ENABLE ROW LEVEL SECURITY;

CREATE POLICY assessment_deconfliction_held ON public.assessment_deconfliction USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY assessment_deconfliction_kept_from ON public.assessment_deconfliction AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY assessment_deconfliction_lent ON public.assessment_deconfliction FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.assessment_policeassessment ENABLE ROW LEVEL SECURITY;

CREATE POLICY assessment_policeassessment_held ON public.assessment_policeassessment USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY assessment_policeassessment_kept_from ON public.assessment_policeassessment AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY assessment_policeassessment_lent ON public.assessment_policeassessment FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.assessment_policedecision ENABLE ROW LEVEL SECURITY;

CREATE POLICY assessment_policedecision_held ON public.assessment_policedecision USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY assessment_policedecision_kept_from ON public.assessment_policedecision AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY assessment_policedecision_lent ON public.assessment_policedecision FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.assessment_writtenassessment ENABLE ROW LEVEL SECURITY;

CREATE POLICY assessment_writtenassessment_held ON public.assessment_writtenassessment USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY assessment_writtenassessment_kept_from ON public.assessment_writtenassessment AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY assessment_writtenassessment_lent ON public.assessment_writtenassessment FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.channel_attendancecorrection ENABLE ROW LEVEL SECURITY;

CREATE POLICY channel_attendancecorrection_by_panel ON public.channel_attendancecorrection AS RESTRICTIVE FOR INSERT WITH CHECK ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


CREATE POLICY channel_attendancecorrection_held ON public.channel_attendancecorrection USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY channel_attendancecorrection_kept_from ON public.channel_attendancecorrection AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY channel_attendancecorrection_lent ON public.channel_attendancecorrection FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.channel_case ENABLE ROW LEVEL SECURITY;

CREATE POLICY channel_case_held ON public.channel_case USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY channel_case_kept_from ON public.channel_case AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY channel_case_lent ON public.channel_case FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.channel_caseevent ENABLE ROW LEVEL SECURITY;

CREATE POLICY channel_caseevent_held ON public.channel_caseevent USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY channel_caseevent_kept_from ON public.channel_caseevent AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY channel_caseevent_lent ON public.channel_caseevent FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.channel_dissent ENABLE ROW LEVEL SECURITY;

CREATE POLICY channel_dissent_by_panel ON public.channel_dissent AS RESTRICTIVE FOR INSERT WITH CHECK ((gate.holds((('authority:'::text || authority_id) || ':channel'::text)) OR gate.holds(('system:'::text || authority_id))));


CREATE POLICY channel_dissent_held ON public.channel_dissent USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY channel_dissent_kept_from ON public.channel_dissent AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY channel_dissent_lent ON public.channel_dissent FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.channel_paneldecision ENABLE ROW LEVEL SECURITY;

CREATE POLICY channel_paneldecision_by_panel ON public.channel_paneldecision AS RESTRICTIVE FOR INSERT WITH CHECK ((gate.holds((('authority:'::text || authority_id) || ':channel'::text)) OR gate.holds(('system:'::text || authority_id))));


CREATE POLICY channel_paneldecision_held ON public.channel_paneldecision USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY channel_paneldecision_kept_from ON public.channel_paneldecision AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY channel_paneldecision_lent ON public.channel_paneldecision FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.concerns_addedinformation ENABLE ROW LEVEL SECURITY;

CREATE POLICY concerns_addedinformation_held ON public.concerns_addedinformation USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY concerns_addedinformation_kept_from ON public.concerns_addedinformation AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY concerns_addedinformation_lent ON public.concerns_addedinformation FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.concerns_concernraiser ENABLE ROW LEVEL SECURITY;

CREATE POLICY concerns_concernraiser_held ON public.concerns_concernraiser USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY concerns_concernraiser_kept_from ON public.concerns_concernraiser AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY concerns_concernraiser_lent ON public.concerns_concernraiser FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.concerns_draft ENABLE ROW LEVEL SECURITY;

CREATE POLICY concerns_draft_held ON public.concerns_draft USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY concerns_draft_kept_from ON public.concerns_draft AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY concerns_draft_lent ON public.concerns_draft FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.concerns_draftapart ENABLE ROW LEVEL SECURITY;

CREATE POLICY concerns_draftapart_held ON public.concerns_draftapart USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY concerns_draftapart_kept_from ON public.concerns_draftapart AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY concerns_draftapart_lent ON public.concerns_draftapart FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.concerns_enquiry ENABLE ROW LEVEL SECURITY;

CREATE POLICY concerns_enquiry_held ON public.concerns_enquiry USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY concerns_enquiry_kept_from ON public.concerns_enquiry AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY concerns_enquiry_lent ON public.concerns_enquiry FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.concerns_progress ENABLE ROW LEVEL SECURITY;

CREATE POLICY concerns_progress_held ON public.concerns_progress USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY concerns_progress_kept_from ON public.concerns_progress AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY concerns_progress_lent ON public.concerns_progress FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.concerns_submission ENABLE ROW LEVEL SECURITY;

CREATE POLICY concerns_submission_held ON public.concerns_submission USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY concerns_submission_kept_from ON public.concerns_submission AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY concerns_submission_lent ON public.concerns_submission FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.consent_consent ENABLE ROW LEVEL SECURITY;

CREATE POLICY consent_consent_held ON public.consent_consent USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY consent_consent_kept_from ON public.consent_consent AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY consent_consent_lent ON public.consent_consent FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.consent_objection ENABLE ROW LEVEL SECURITY;

CREATE POLICY consent_objection_held ON public.consent_objection USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY consent_objection_kept_from ON public.consent_objection AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY consent_objection_lent ON public.consent_objection FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.consent_reassessed ENABLE ROW LEVEL SECURITY;

CREATE POLICY consent_reassessed_held ON public.consent_reassessed USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY consent_reassessed_kept_from ON public.consent_reassessed AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY consent_reassessed_lent ON public.consent_reassessed FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.consent_reassessment ENABLE ROW LEVEL SECURITY;

CREATE POLICY consent_reassessment_held ON public.consent_reassessment USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY consent_reassessment_kept_from ON public.consent_reassessment AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY consent_reassessment_lent ON public.consent_reassessment FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.consent_resolution ENABLE ROW LEVEL SECURITY;

CREATE POLICY consent_resolution_held ON public.consent_resolution USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY consent_resolution_kept_from ON public.consent_resolution AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY consent_resolution_lent ON public.consent_resolution FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.consent_withdrawal ENABLE ROW LEVEL SECURITY;

CREATE POLICY consent_withdrawal_held ON public.consent_withdrawal USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY consent_withdrawal_kept_from ON public.consent_withdrawal AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY consent_withdrawal_lent ON public.consent_withdrawal FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.directory_contact ENABLE ROW LEVEL SECURITY;

CREATE POLICY directory_contact_held ON public.directory_contact USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY directory_contact_kept_from ON public.directory_contact AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY directory_contact_lent ON public.directory_contact FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.directory_note ENABLE ROW LEVEL SECURITY;

CREATE POLICY directory_note_held ON public.directory_note USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY directory_note_kept_from ON public.directory_note AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY directory_note_lent ON public.directory_note FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.exits_alarm ENABLE ROW LEVEL SECURITY;

CREATE POLICY exits_alarm_held ON public.exits_alarm USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY exits_alarm_kept_from ON public.exits_alarm AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY exits_alarm_lent ON public.exits_alarm FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.exits_arrival ENABLE ROW LEVEL SECURITY;

CREATE POLICY exits_arrival_held ON public.exits_arrival USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY exits_arrival_kept_from ON public.exits_arrival AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY exits_arrival_lent ON public.exits_arrival FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.exits_closingreport ENABLE ROW LEVEL SECURITY;

CREATE POLICY exits_closingreport_held ON public.exits_closingreport USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY exits_closingreport_kept_from ON public.exits_closingreport AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY exits_closingreport_lent ON public.exits_closingreport FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.exits_goingon ENABLE ROW LEVEL SECURITY;

CREATE POLICY exits_goingon_held ON public.exits_goingon USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY exits_goingon_kept_from ON public.exits_goingon AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY exits_goingon_lent ON public.exits_goingon FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.exits_investigation ENABLE ROW LEVEL SECURITY;

CREATE POLICY exits_investigation_held ON public.exits_investigation USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY exits_investigation_kept_from ON public.exits_investigation AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY exits_investigation_lent ON public.exits_investigation FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.exits_lookback ENABLE ROW LEVEL SECURITY;

CREATE POLICY exits_lookback_held ON public.exits_lookback USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY exits_lookback_kept_from ON public.exits_lookback AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY exits_lookback_lent ON public.exits_lookback FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.exits_pause ENABLE ROW LEVEL SECURITY;

CREATE POLICY exits_pause_held ON public.exits_pause USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY exits_pause_kept_from ON public.exits_pause AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY exits_pause_lent ON public.exits_pause FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.exits_review ENABLE ROW LEVEL SECURITY;

CREATE POLICY exits_review_held ON public.exits_review USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY exits_review_kept_from ON public.exits_review AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY exits_review_lent ON public.exits_review FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.exits_signoff ENABLE ROW LEVEL SECURITY;

CREATE POLICY exits_signoff_held ON public.exits_signoff USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY exits_signoff_kept_from ON public.exits_signoff AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY exits_signoff_lent ON public.exits_signoff FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.exits_transfer ENABLE ROW LEVEL SECURITY;

CREATE POLICY exits_transfer_held ON public.exits_transfer USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY exits_transfer_kept_from ON public.exits_transfer AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY exits_transfer_lent ON public.exits_transfer FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.exits_transferanswer ENABLE ROW LEVEL SECURITY;

CREATE POLICY exits_transferanswer_held ON public.exits_transferanswer USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY exits_transferanswer_kept_from ON public.exits_transferanswer AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY exits_transferanswer_lent ON public.exits_transferanswer FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.feedback_mark ENABLE ROW LEVEL SECURITY;

CREATE POLICY feedback_mark_changed ON public.feedback_mark AS RESTRICTIVE FOR UPDATE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY feedback_mark_held ON public.feedback_mark USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY feedback_mark_kept ON public.feedback_mark AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY feedback_mark_kept_from ON public.feedback_mark AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY feedback_mark_lent ON public.feedback_mark FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY feedback_mark_made ON public.feedback_mark AS RESTRICTIVE FOR INSERT WITH CHECK (gate.holds(('system:'::text || authority_id)));


ALTER TABLE public.feedback_question ENABLE ROW LEVEL SECURITY;

CREATE POLICY feedback_question_changed ON public.feedback_question AS RESTRICTIVE FOR UPDATE USING ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


CREATE POLICY feedback_question_held ON public.feedback_question USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY feedback_question_kept ON public.feedback_question AS RESTRICTIVE FOR DELETE USING ((('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[])));


CREATE POLICY feedback_question_kept_from ON public.feedback_question AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY feedback_question_lent ON public.feedback_question FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY feedback_question_made ON public.feedback_question AS RESTRICTIVE FOR INSERT WITH CHECK ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


ALTER TABLE public.feedback_questionset ENABLE ROW LEVEL SECURITY;

CREATE POLICY feedback_questionset_changed ON public.feedback_questionset AS RESTRICTIVE FOR UPDATE USING ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


CREATE POLICY feedback_questionset_held ON public.feedback_questionset USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY feedback_questionset_kept ON public.feedback_questionset AS RESTRICTIVE FOR DELETE USING ((('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[])));


CREATE POLICY feedback_questionset_kept_from ON public.feedback_questionset AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY feedback_questionset_lent ON public.feedback_questionset FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY feedback_questionset_made ON public.feedback_questionset AS RESTRICTIVE FOR INSERT WITH CHECK ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


ALTER TABLE public.feedback_remark ENABLE ROW LEVEL SECURITY;

CREATE POLICY feedback_remark_changed ON public.feedback_remark AS RESTRICTIVE FOR UPDATE USING ((gate.holds(('system:'::text || authority_id)) OR gate.holds((('authority:'::text || authority_id) || ':training'::text))));


CREATE POLICY feedback_remark_held ON public.feedback_remark USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY feedback_remark_kept ON public.feedback_remark AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY feedback_remark_kept_from ON public.feedback_remark AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY feedback_remark_lent ON public.feedback_remark FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY feedback_remark_made ON public.feedback_remark AS RESTRICTIVE FOR INSERT WITH CHECK (gate.holds(('system:'::text || authority_id)));


ALTER TABLE public.feedback_reply ENABLE ROW LEVEL SECURITY;

CREATE POLICY feedback_reply_changed ON public.feedback_reply AS RESTRICTIVE FOR UPDATE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY feedback_reply_held ON public.feedback_reply USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY feedback_reply_kept ON public.feedback_reply AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY feedback_reply_kept_from ON public.feedback_reply AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY feedback_reply_lent ON public.feedback_reply FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY feedback_reply_made ON public.feedback_reply AS RESTRICTIVE FOR INSERT WITH CHECK (gate.holds(('system:'::text || authority_id)));


ALTER TABLE public.feedback_round ENABLE ROW LEVEL SECURITY;

CREATE POLICY feedback_round_changed ON public.feedback_round AS RESTRICTIVE FOR UPDATE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY feedback_round_held ON public.feedback_round USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY feedback_round_kept ON public.feedback_round AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY feedback_round_kept_from ON public.feedback_round AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY feedback_round_lent ON public.feedback_round FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY feedback_round_made ON public.feedback_round AS RESTRICTIVE FOR INSERT WITH CHECK (gate.holds(('system:'::text || authority_id)));


ALTER TABLE public.home_answer ENABLE ROW LEVEL SECURITY;

CREATE POLICY home_answer_held ON public.home_answer USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY home_answer_kept_from ON public.home_answer AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY home_answer_lent ON public.home_answer FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.home_homearea ENABLE ROW LEVEL SECURITY;

CREATE POLICY home_homearea_held ON public.home_homearea USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY home_homearea_kept_from ON public.home_homearea AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY home_homearea_lent ON public.home_homearea FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.home_inquiry ENABLE ROW LEVEL SECURITY;

CREATE POLICY home_inquiry_held ON public.home_inquiry USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY home_inquiry_kept_from ON public.home_inquiry AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY home_inquiry_lent ON public.home_inquiry FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.home_review ENABLE ROW LEVEL SECURITY;

CREATE POLICY home_review_held ON public.home_review USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY home_review_kept_from ON public.home_review AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY home_review_lent ON public.home_review FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.home_reviewline ENABLE ROW LEVEL SECURITY;

CREATE POLICY home_reviewline_held ON public.home_reviewline USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY home_reviewline_kept_from ON public.home_reviewline AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY home_reviewline_lent ON public.home_reviewline FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.importing_import ENABLE ROW LEVEL SECURITY;

CREATE POLICY importing_import_held ON public.importing_import USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY importing_import_kept_from ON public.importing_import AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY importing_import_lent ON public.importing_import FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.importing_layout ENABLE ROW LEVEL SECURITY;

CREATE POLICY importing_layout_held ON public.importing_layout USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY importing_layout_kept_from ON public.importing_layout AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY importing_layout_lent ON public.importing_layout FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.meetings_attendance ENABLE ROW LEVEL SECURITY;

CREATE POLICY meetings_attendance_corrected ON public.meetings_attendance AS RESTRICTIVE FOR UPDATE USING ((gate.holds(('system:'::text || authority_id)) OR (EXISTS ( SELECT
   FROM public.meetings_meeting m
  WHERE ((m.id = meetings_attendance.meeting_id) AND (m.keepers && ( SELECT gate.held() AS held)))))));


CREATE POLICY meetings_attendance_held ON public.meetings_attendance USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY meetings_attendance_kept ON public.meetings_attendance AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY meetings_attendance_kept_from ON public.meetings_attendance AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY meetings_attendance_lent ON public.meetings_attendance FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY meetings_attendance_marked ON public.meetings_attendance AS RESTRICTIVE FOR INSERT WITH CHECK ((gate.holds(('system:'::text || authority_id)) OR (EXISTS ( SELECT
   FROM public.meetings_meeting m
  WHERE ((m.id = meetings_attendance.meeting_id) AND (m.keepers && ( SELECT gate.held() AS held)))))));


ALTER TABLE public.meetings_meeting ENABLE ROW LEVEL SECURITY;

CREATE POLICY meetings_meeting_held ON public.meetings_meeting USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY meetings_meeting_kept ON public.meetings_meeting AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY meetings_meeting_kept_from ON public.meetings_meeting AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY meetings_meeting_lent ON public.meetings_meeting FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY meetings_meeting_moved ON public.meetings_meeting AS RESTRICTIVE FOR UPDATE USING (((keepers && ( SELECT gate.held() AS held)) OR gate.holds(('system:'::text || authority_id))));


CREATE POLICY meetings_meeting_planned ON public.meetings_meeting AS RESTRICTIVE FOR INSERT WITH CHECK (((keepers && ( SELECT gate.held() AS held)) OR gate.holds(('system:'::text || authority_id))));


ALTER TABLE public.outbox_envelope ENABLE ROW LEVEL SECURITY;

CREATE POLICY outbox_envelope_held ON public.outbox_envelope USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY outbox_envelope_kept_from ON public.outbox_envelope AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY outbox_envelope_lent ON public.outbox_envelope FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.outbox_message ENABLE ROW LEVEL SECURITY;

CREATE POLICY outbox_message_held ON public.outbox_message USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY outbox_message_kept_from ON public.outbox_message AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY outbox_message_lent ON public.outbox_message FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.panel_acceptance ENABLE ROW LEVEL SECURITY;

CREATE POLICY panel_acceptance_held ON public.panel_acceptance USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY panel_acceptance_kept ON public.panel_acceptance AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY panel_acceptance_kept_from ON public.panel_acceptance AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY panel_acceptance_lent ON public.panel_acceptance FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.panel_declaredinterest ENABLE ROW LEVEL SECURITY;

CREATE POLICY panel_declaredinterest_held ON public.panel_declaredinterest USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY panel_declaredinterest_kept ON public.panel_declaredinterest AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY panel_declaredinterest_kept_from ON public.panel_declaredinterest AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY panel_declaredinterest_lent ON public.panel_declaredinterest FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.panel_deputy ENABLE ROW LEVEL SECURITY;

CREATE POLICY panel_deputy_arranged ON public.panel_deputy AS RESTRICTIVE FOR INSERT WITH CHECK ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


CREATE POLICY panel_deputy_held ON public.panel_deputy USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY panel_deputy_kept ON public.panel_deputy AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY panel_deputy_kept_from ON public.panel_deputy AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY panel_deputy_lent ON public.panel_deputy FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY panel_deputy_rearranged ON public.panel_deputy AS RESTRICTIVE FOR UPDATE USING ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


ALTER TABLE public.panel_invitee ENABLE ROW LEVEL SECURITY;

CREATE POLICY panel_invitee_arranged ON public.panel_invitee AS RESTRICTIVE FOR INSERT WITH CHECK ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


CREATE POLICY panel_invitee_held ON public.panel_invitee USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY panel_invitee_kept ON public.panel_invitee AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY panel_invitee_kept_from ON public.panel_invitee AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY panel_invitee_lent ON public.panel_invitee FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY panel_invitee_rearranged ON public.panel_invitee AS RESTRICTIVE FOR UPDATE USING ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


ALTER TABLE public.panel_item ENABLE ROW LEVEL SECURITY;

CREATE POLICY panel_item_arranged ON public.panel_item AS RESTRICTIVE FOR INSERT WITH CHECK ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


CREATE POLICY panel_item_held ON public.panel_item USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY panel_item_kept ON public.panel_item AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY panel_item_kept_from ON public.panel_item AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY panel_item_lent ON public.panel_item FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY panel_item_rearranged ON public.panel_item AS RESTRICTIVE FOR UPDATE USING ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


ALTER TABLE public.panel_minute ENABLE ROW LEVEL SECURITY;

CREATE POLICY panel_minute_held ON public.panel_minute USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY panel_minute_kept ON public.panel_minute AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY panel_minute_kept_from ON public.panel_minute AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY panel_minute_lent ON public.panel_minute FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY panel_minute_written ON public.panel_minute AS RESTRICTIVE FOR INSERT WITH CHECK ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


ALTER TABLE public.panel_minutesignature ENABLE ROW LEVEL SECURITY;

CREATE POLICY panel_minutesignature_held ON public.panel_minutesignature USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY panel_minutesignature_kept ON public.panel_minutesignature AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY panel_minutesignature_kept_from ON public.panel_minutesignature AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY panel_minutesignature_lent ON public.panel_minutesignature FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.panel_pack ENABLE ROW LEVEL SECURITY;

CREATE POLICY panel_pack_held ON public.panel_pack USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY panel_pack_kept ON public.panel_pack AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY panel_pack_kept_from ON public.panel_pack AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY panel_pack_lent ON public.panel_pack FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY panel_pack_readers ON public.panel_pack AS RESTRICTIVE USING (((gate.acting_user() = reader_id) OR gate.holds(('system:'::text || authority_id)))) WITH CHECK (((gate.acting_user() = reader_id) OR gate.holds(('system:'::text || authority_id))));


ALTER TABLE public.panel_panel ENABLE ROW LEVEL SECURITY;

CREATE POLICY panel_panel_arranged ON public.panel_panel AS RESTRICTIVE FOR INSERT WITH CHECK ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


CREATE POLICY panel_panel_held ON public.panel_panel USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY panel_panel_kept ON public.panel_panel AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY panel_panel_kept_from ON public.panel_panel AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY panel_panel_lent ON public.panel_panel FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY panel_panel_rearranged ON public.panel_panel AS RESTRICTIVE FOR UPDATE USING ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


ALTER TABLE public.panel_panelmeeting ENABLE ROW LEVEL SECURITY;

CREATE POLICY panel_panelmeeting_arranged ON public.panel_panelmeeting AS RESTRICTIVE FOR INSERT WITH CHECK ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


CREATE POLICY panel_panelmeeting_held ON public.panel_panelmeeting USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY panel_panelmeeting_kept ON public.panel_panelmeeting AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY panel_panelmeeting_kept_from ON public.panel_panelmeeting AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY panel_panelmeeting_lent ON public.panel_panelmeeting FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY panel_panelmeeting_rearranged ON public.panel_panelmeeting AS RESTRICTIVE FOR UPDATE USING ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


ALTER TABLE public.panel_paper ENABLE ROW LEVEL SECURITY;

CREATE POLICY panel_paper_arranged ON public.panel_paper AS RESTRICTIVE FOR INSERT WITH CHECK ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


CREATE POLICY panel_paper_held ON public.panel_paper USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY panel_paper_kept ON public.panel_paper AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY panel_paper_kept_from ON public.panel_paper AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY panel_paper_lent ON public.panel_paper FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY panel_paper_rearranged ON public.panel_paper AS RESTRICTIVE FOR UPDATE USING ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


ALTER TABLE public.panel_seat ENABLE ROW LEVEL SECURITY;

CREATE POLICY panel_seat_arranged ON public.panel_seat AS RESTRICTIVE FOR INSERT WITH CHECK ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


CREATE POLICY panel_seat_held ON public.panel_seat USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY panel_seat_kept ON public.panel_seat AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY panel_seat_kept_from ON public.panel_seat AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY panel_seat_lent ON public.panel_seat FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY panel_seat_rearranged ON public.panel_seat AS RESTRICTIVE FOR UPDATE USING ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


ALTER TABLE public.panel_terms ENABLE ROW LEVEL SECURITY;

CREATE POLICY panel_terms_arranged ON public.panel_terms AS RESTRICTIVE FOR INSERT WITH CHECK ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


CREATE POLICY panel_terms_held ON public.panel_terms USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY panel_terms_kept ON public.panel_terms AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY panel_terms_kept_from ON public.panel_terms AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY panel_terms_lent ON public.panel_terms FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY panel_terms_rearranged ON public.panel_terms AS RESTRICTIVE FOR UPDATE USING ((gate.holds((('authority:'::text || authority_id) || ':panel'::text)) OR gate.holds(('system:'::text || authority_id))));


ALTER TABLE public.people_address ENABLE ROW LEVEL SECURITY;

CREATE POLICY people_address_held ON public.people_address USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY people_address_kept_from ON public.people_address AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY people_address_lent ON public.people_address FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.people_affiliation ENABLE ROW LEVEL SECURITY;

CREATE POLICY people_affiliation_held ON public.people_affiliation USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY people_affiliation_kept_from ON public.people_affiliation AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY people_affiliation_lent ON public.people_affiliation FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.people_equalityanswers ENABLE ROW LEVEL SECURITY;

CREATE POLICY people_equalityanswers_held ON public.people_equalityanswers USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY people_equalityanswers_kept_from ON public.people_equalityanswers AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY people_equalityanswers_lent ON public.people_equalityanswers FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.people_match ENABLE ROW LEVEL SECURITY;

CREATE POLICY people_match_held ON public.people_match USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY people_match_kept_from ON public.people_match AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY people_match_lent ON public.people_match FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.people_ownerquestion ENABLE ROW LEVEL SECURITY;

CREATE POLICY people_ownerquestion_held ON public.people_ownerquestion USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY people_ownerquestion_kept_from ON public.people_ownerquestion AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY people_ownerquestion_lent ON public.people_ownerquestion FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.people_person ENABLE ROW LEVEL SECURITY;

CREATE POLICY people_person_held ON public.people_person USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY people_person_kept_from ON public.people_person AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY people_person_lent ON public.people_person FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.people_personlink ENABLE ROW LEVEL SECURITY;

CREATE POLICY people_personlink_held ON public.people_personlink USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY people_personlink_kept_from ON public.people_personlink AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY people_personlink_lent ON public.people_personlink FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.people_personname ENABLE ROW LEVEL SECURITY;

CREATE POLICY people_personname_held ON public.people_personname USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY people_personname_kept_from ON public.people_personname AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY people_personname_lent ON public.people_personname FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.reach_approach ENABLE ROW LEVEL SECURITY;

CREATE POLICY reach_approach_held ON public.reach_approach USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY reach_approach_kept ON public.reach_approach AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY reach_approach_kept_from ON public.reach_approach AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY reach_approach_lent ON public.reach_approach FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY reach_approach_made ON public.reach_approach AS RESTRICTIVE FOR INSERT WITH CHECK (gate.holds((('authority:'::text || authority_id) || ':training-plan'::text)));


ALTER TABLE public.referrals_approval ENABLE ROW LEVEL SECURITY;

CREATE POLICY referrals_approval_held ON public.referrals_approval USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY referrals_approval_kept_from ON public.referrals_approval AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY referrals_approval_lent ON public.referrals_approval FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.referrals_concern ENABLE ROW LEVEL SECURITY;

CREATE POLICY referrals_concern_held ON public.referrals_concern USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY referrals_concern_kept_from ON public.referrals_concern AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY referrals_concern_lent ON public.referrals_concern FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.referrals_decision ENABLE ROW LEVEL SECURITY;

CREATE POLICY referrals_decision_held ON public.referrals_decision USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY referrals_decision_kept_from ON public.referrals_decision AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY referrals_decision_lent ON public.referrals_decision FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.referrals_duty ENABLE ROW LEVEL SECURITY;

CREATE POLICY referrals_duty_held ON public.referrals_duty USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY referrals_duty_kept_from ON public.referrals_duty AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY referrals_duty_lent ON public.referrals_duty FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.referrals_handover ENABLE ROW LEVEL SECURITY;

CREATE POLICY referrals_handover_held ON public.referrals_handover USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY referrals_handover_kept_from ON public.referrals_handover AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY referrals_handover_lent ON public.referrals_handover FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.referrals_informationrequest ENABLE ROW LEVEL SECURITY;

CREATE POLICY referrals_informationrequest_held ON public.referrals_informationrequest USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY referrals_informationrequest_kept_from ON public.referrals_informationrequest AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY referrals_informationrequest_lent ON public.referrals_informationrequest FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.referrals_need ENABLE ROW LEVEL SECURITY;

CREATE POLICY referrals_need_held ON public.referrals_need USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY referrals_need_kept_from ON public.referrals_need AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY referrals_need_lent ON public.referrals_need FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.referrals_redirect ENABLE ROW LEVEL SECURITY;

CREATE POLICY referrals_redirect_held ON public.referrals_redirect USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY referrals_redirect_kept_from ON public.referrals_redirect AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY referrals_redirect_lent ON public.referrals_redirect FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.referrals_referral ENABLE ROW LEVEL SECURITY;

CREATE POLICY referrals_referral_held ON public.referrals_referral USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY referrals_referral_kept_from ON public.referrals_referral AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY referrals_referral_lent ON public.referrals_referral FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.referrals_requestoverride ENABLE ROW LEVEL SECURITY;

CREATE POLICY referrals_requestoverride_held ON public.referrals_requestoverride USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY referrals_requestoverride_kept_from ON public.referrals_requestoverride AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY referrals_requestoverride_lent ON public.referrals_requestoverride FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.referrals_restriction ENABLE ROW LEVEL SECURITY;

CREATE POLICY referrals_restriction_held ON public.referrals_restriction USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY referrals_restriction_kept_from ON public.referrals_restriction AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY referrals_restriction_lent ON public.referrals_restriction FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.referrals_resumption ENABLE ROW LEVEL SECURITY;

CREATE POLICY referrals_resumption_held ON public.referrals_resumption USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY referrals_resumption_kept_from ON public.referrals_resumption AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY referrals_resumption_lent ON public.referrals_resumption FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.referrals_takentogether ENABLE ROW LEVEL SECURITY;

CREATE POLICY referrals_takentogether_held ON public.referrals_takentogether USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY referrals_takentogether_kept_from ON public.referrals_takentogether AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY referrals_takentogether_lent ON public.referrals_takentogether FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.referrals_told ENABLE ROW LEVEL SECURITY;

CREATE POLICY referrals_told_held ON public.referrals_told USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY referrals_told_kept_from ON public.referrals_told AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY referrals_told_lent ON public.referrals_told FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.reports_figure ENABLE ROW LEVEL SECURITY;

CREATE POLICY reports_figure_changed ON public.reports_figure AS RESTRICTIVE FOR UPDATE USING ((gate.holds((('authority:'::text || authority_id) || ':reports-write'::text)) OR gate.holds(('system:'::text || authority_id))));


CREATE POLICY reports_figure_held ON public.reports_figure USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY reports_figure_kept ON public.reports_figure AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY reports_figure_kept_from ON public.reports_figure AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY reports_figure_lent ON public.reports_figure FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY reports_figure_made ON public.reports_figure AS RESTRICTIVE FOR INSERT WITH CHECK ((gate.holds((('authority:'::text || authority_id) || ':reports-write'::text)) OR gate.holds(('system:'::text || authority_id))));


ALTER TABLE public.reports_report ENABLE ROW LEVEL SECURITY;

CREATE POLICY reports_report_changed ON public.reports_report AS RESTRICTIVE FOR UPDATE USING ((gate.holds((('authority:'::text || authority_id) || ':reports-write'::text)) OR gate.holds(('system:'::text || authority_id))));


CREATE POLICY reports_report_held ON public.reports_report USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY reports_report_kept ON public.reports_report AS RESTRICTIVE FOR DELETE USING (gate.holds(('system:'::text || authority_id)));


CREATE POLICY reports_report_kept_from ON public.reports_report AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY reports_report_lent ON public.reports_report FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY reports_report_made ON public.reports_report AS RESTRICTIVE FOR INSERT WITH CHECK ((gate.holds((('authority:'::text || authority_id) || ':reports-write'::text)) OR gate.holds(('system:'::text || authority_id))));


ALTER TABLE public.retention_disposal ENABLE ROW LEVEL SECURITY;

CREATE POLICY retention_disposal_held ON public.retention_disposal USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY retention_disposal_kept_from ON public.retention_disposal AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY retention_disposal_lent ON public.retention_disposal FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.retention_erasure ENABLE ROW LEVEL SECURITY;

CREATE POLICY retention_erasure_held ON public.retention_erasure USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY retention_erasure_kept_from ON public.retention_erasure AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY retention_erasure_lent ON public.retention_erasure FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.retention_hold ENABLE ROW LEVEL SECURITY;

CREATE POLICY retention_hold_held ON public.retention_hold USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY retention_hold_kept_from ON public.retention_hold AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY retention_hold_lent ON public.retention_hold FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.retention_life ENABLE ROW LEVEL SECURITY;

CREATE POLICY retention_life_held ON public.retention_life USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY retention_life_kept_from ON public.retention_life AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY retention_life_lent ON public.retention_life FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.retention_proposal ENABLE ROW LEVEL SECURITY;

CREATE POLICY retention_proposal_held ON public.retention_proposal USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY retention_proposal_kept_from ON public.retention_proposal AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY retention_proposal_lent ON public.retention_proposal FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.retention_review ENABLE ROW LEVEL SECURITY;

CREATE POLICY retention_review_held ON public.retention_review USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY retention_review_kept_from ON public.retention_review AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY retention_review_lent ON public.retention_review FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.support_briefing ENABLE ROW LEVEL SECURITY;

CREATE POLICY support_briefing_held ON public.support_briefing USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY support_briefing_kept_from ON public.support_briefing AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY support_briefing_lent ON public.support_briefing FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.support_plan ENABLE ROW LEVEL SECURITY;

CREATE POLICY support_plan_held ON public.support_plan USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY support_plan_kept_from ON public.support_plan AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY support_plan_lent ON public.support_plan FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.support_planneed ENABLE ROW LEVEL SECURITY;

CREATE POLICY support_planneed_held ON public.support_planneed USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY support_planneed_kept_from ON public.support_planneed AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY support_planneed_lent ON public.support_planneed FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.support_report ENABLE ROW LEVEL SECURITY;

CREATE POLICY support_report_held ON public.support_report USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY support_report_kept_from ON public.support_report AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY support_report_lent ON public.support_report FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.support_session ENABLE ROW LEVEL SECURITY;

CREATE POLICY support_session_held ON public.support_session USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY support_session_kept_from ON public.support_session AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY support_session_lent ON public.support_session FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.support_supportaction ENABLE ROW LEVEL SECURITY;

CREATE POLICY support_supportaction_held ON public.support_supportaction USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY support_supportaction_kept_from ON public.support_supportaction AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY support_supportaction_lent ON public.support_supportaction FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.support_update ENABLE ROW LEVEL SECURITY;

CREATE POLICY support_update_held ON public.support_update USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY support_update_kept_from ON public.support_update AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY support_update_lent ON public.support_update FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.tasks_task ENABLE ROW LEVEL SECURITY;

CREATE POLICY tasks_task_held ON public.tasks_task USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY tasks_task_kept_from ON public.tasks_task AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY tasks_task_lent ON public.tasks_task FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.training_attendance ENABLE ROW LEVEL SECURITY;

CREATE POLICY training_attendance_changed ON public.training_attendance AS RESTRICTIVE FOR UPDATE USING ((((('authority:'::text || authority_id) || ':training'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


CREATE POLICY training_attendance_held ON public.training_attendance USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY training_attendance_kept ON public.training_attendance AS RESTRICTIVE FOR DELETE USING ((('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[])));


CREATE POLICY training_attendance_kept_from ON public.training_attendance AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY training_attendance_lent ON public.training_attendance FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY training_attendance_made ON public.training_attendance AS RESTRICTIVE FOR INSERT WITH CHECK ((((('authority:'::text || authority_id) || ':training'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


ALTER TABLE public.training_audience ENABLE ROW LEVEL SECURITY;

CREATE POLICY training_audience_changed ON public.training_audience AS RESTRICTIVE FOR UPDATE USING ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


CREATE POLICY training_audience_held ON public.training_audience USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY training_audience_kept ON public.training_audience AS RESTRICTIVE FOR DELETE USING ((('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[])));


CREATE POLICY training_audience_kept_from ON public.training_audience AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY training_audience_lent ON public.training_audience FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY training_audience_made ON public.training_audience AS RESTRICTIVE FOR INSERT WITH CHECK ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


ALTER TABLE public.training_booking ENABLE ROW LEVEL SECURITY;

CREATE POLICY training_booking_changed ON public.training_booking AS RESTRICTIVE FOR UPDATE USING ((((('authority:'::text || authority_id) || ':training'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


CREATE POLICY training_booking_held ON public.training_booking USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY training_booking_kept ON public.training_booking AS RESTRICTIVE FOR DELETE USING ((('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[])));


CREATE POLICY training_booking_kept_from ON public.training_booking AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY training_booking_lent ON public.training_booking FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY training_booking_made ON public.training_booking AS RESTRICTIVE FOR INSERT WITH CHECK ((((('authority:'::text || authority_id) || ':training'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


ALTER TABLE public.training_certificate ENABLE ROW LEVEL SECURITY;

CREATE POLICY training_certificate_changed ON public.training_certificate AS RESTRICTIVE FOR UPDATE USING ((((('authority:'::text || authority_id) || ':training'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


CREATE POLICY training_certificate_held ON public.training_certificate USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY training_certificate_kept ON public.training_certificate AS RESTRICTIVE FOR DELETE USING ((('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[])));


CREATE POLICY training_certificate_kept_from ON public.training_certificate AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY training_certificate_lent ON public.training_certificate FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY training_certificate_made ON public.training_certificate AS RESTRICTIVE FOR INSERT WITH CHECK ((((('authority:'::text || authority_id) || ':training'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


ALTER TABLE public.training_course ENABLE ROW LEVEL SECURITY;

CREATE POLICY training_course_changed ON public.training_course AS RESTRICTIVE FOR UPDATE USING ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


CREATE POLICY training_course_held ON public.training_course USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY training_course_kept ON public.training_course AS RESTRICTIVE FOR DELETE USING ((('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[])));


CREATE POLICY training_course_kept_from ON public.training_course AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY training_course_lent ON public.training_course FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY training_course_made ON public.training_course AS RESTRICTIVE FOR INSERT WITH CHECK ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


ALTER TABLE public.training_courseversion ENABLE ROW LEVEL SECURITY;

CREATE POLICY training_courseversion_changed ON public.training_courseversion AS RESTRICTIVE FOR UPDATE USING ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


CREATE POLICY training_courseversion_held ON public.training_courseversion USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY training_courseversion_kept ON public.training_courseversion AS RESTRICTIVE FOR DELETE USING ((('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[])));


CREATE POLICY training_courseversion_kept_from ON public.training_courseversion AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY training_courseversion_lent ON public.training_courseversion FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY training_courseversion_made ON public.training_courseversion AS RESTRICTIVE FOR INSERT WITH CHECK ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


ALTER TABLE public.training_headcount ENABLE ROW LEVEL SECURITY;

CREATE POLICY training_headcount_changed ON public.training_headcount AS RESTRICTIVE FOR UPDATE USING ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


CREATE POLICY training_headcount_held ON public.training_headcount USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY training_headcount_kept ON public.training_headcount AS RESTRICTIVE FOR DELETE USING ((('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[])));


CREATE POLICY training_headcount_kept_from ON public.training_headcount AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY training_headcount_lent ON public.training_headcount FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY training_headcount_made ON public.training_headcount AS RESTRICTIVE FOR INSERT WITH CHECK ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


ALTER TABLE public.training_refreshrule ENABLE ROW LEVEL SECURITY;

CREATE POLICY training_refreshrule_changed ON public.training_refreshrule AS RESTRICTIVE FOR UPDATE USING ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


CREATE POLICY training_refreshrule_held ON public.training_refreshrule USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY training_refreshrule_kept ON public.training_refreshrule AS RESTRICTIVE FOR DELETE USING ((('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[])));


CREATE POLICY training_refreshrule_kept_from ON public.training_refreshrule AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY training_refreshrule_lent ON public.training_refreshrule FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY training_refreshrule_made ON public.training_refreshrule AS RESTRICTIVE FOR INSERT WITH CHECK ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


ALTER TABLE public.training_session ENABLE ROW LEVEL SECURITY;

CREATE POLICY training_session_changed ON public.training_session AS RESTRICTIVE FOR UPDATE USING ((((('authority:'::text || authority_id) || ':training'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


CREATE POLICY training_session_held ON public.training_session USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY training_session_kept ON public.training_session AS RESTRICTIVE FOR DELETE USING ((('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[])));


CREATE POLICY training_session_kept_from ON public.training_session AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY training_session_lent ON public.training_session FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY training_session_made ON public.training_session AS RESTRICTIVE FOR INSERT WITH CHECK ((((('authority:'::text || authority_id) || ':training'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


CREATE POLICY training_session_planned ON public.training_session AS RESTRICTIVE FOR INSERT WITH CHECK ((gate.holds((('authority:'::text || authority_id) || ':training-plan'::text)) OR gate.holds(('system:'::text || authority_id))));


ALTER TABLE public.training_staffrole ENABLE ROW LEVEL SECURITY;

CREATE POLICY training_staffrole_changed ON public.training_staffrole AS RESTRICTIVE FOR UPDATE USING ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


CREATE POLICY training_staffrole_held ON public.training_staffrole USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY training_staffrole_kept ON public.training_staffrole AS RESTRICTIVE FOR DELETE USING ((('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[])));


CREATE POLICY training_staffrole_kept_from ON public.training_staffrole AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY training_staffrole_lent ON public.training_staffrole FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY training_staffrole_made ON public.training_staffrole AS RESTRICTIVE FOR INSERT WITH CHECK ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


ALTER TABLE public.training_trainee ENABLE ROW LEVEL SECURITY;

CREATE POLICY training_trainee_changed ON public.training_trainee AS RESTRICTIVE FOR UPDATE USING ((((('authority:'::text || authority_id) || ':training'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


CREATE POLICY training_trainee_held ON public.training_trainee USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY training_trainee_kept ON public.training_trainee AS RESTRICTIVE FOR DELETE USING ((('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[])));


CREATE POLICY training_trainee_kept_from ON public.training_trainee AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY training_trainee_lent ON public.training_trainee FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY training_trainee_made ON public.training_trainee AS RESTRICTIVE FOR INSERT WITH CHECK ((((('authority:'::text || authority_id) || ':training'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


ALTER TABLE public.training_trainer ENABLE ROW LEVEL SECURITY;

CREATE POLICY training_trainer_changed ON public.training_trainer AS RESTRICTIVE FOR UPDATE USING ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


CREATE POLICY training_trainer_held ON public.training_trainer USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY training_trainer_kept ON public.training_trainer AS RESTRICTIVE FOR DELETE USING ((('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[])));


CREATE POLICY training_trainer_kept_from ON public.training_trainer AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY training_trainer_lent ON public.training_trainer FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY training_trainer_made ON public.training_trainer AS RESTRICTIVE FOR INSERT WITH CHECK ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


ALTER TABLE public.training_trainingrequest ENABLE ROW LEVEL SECURITY;

CREATE POLICY training_trainingrequest_changed ON public.training_trainingrequest AS RESTRICTIVE FOR UPDATE USING ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


CREATE POLICY training_trainingrequest_held ON public.training_trainingrequest USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY training_trainingrequest_kept ON public.training_trainingrequest AS RESTRICTIVE FOR DELETE USING ((('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[])));


CREATE POLICY training_trainingrequest_kept_from ON public.training_trainingrequest AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY training_trainingrequest_lent ON public.training_trainingrequest FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


CREATE POLICY training_trainingrequest_made ON public.training_trainingrequest AS RESTRICTIVE FOR INSERT WITH CHECK ((((('authority:'::text || authority_id) || ':training-plan'::text) = ANY (( SELECT gate.held() AS held)::text[])) OR (('system:'::text || authority_id) = ANY (( SELECT gate.held() AS held)::text[]))));


ALTER TABLE public.vault_destroyed ENABLE ROW LEVEL SECURITY;

CREATE POLICY vault_destroyed_held ON public.vault_destroyed USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY vault_destroyed_kept_from ON public.vault_destroyed AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY vault_destroyed_lent ON public.vault_destroyed FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.vault_document ENABLE ROW LEVEL SECURITY;

CREATE POLICY vault_document_held ON public.vault_document USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY vault_document_kept_from ON public.vault_document AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY vault_document_lent ON public.vault_document FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE public.vault_recordkey ENABLE ROW LEVEL SECURITY;

CREATE POLICY vault_recordkey_held ON public.vault_recordkey USING ((grants && ( SELECT gate.held() AS held))) WITH CHECK ((grants && ( SELECT gate.held() AS held)));


CREATE POLICY vault_recordkey_kept_from ON public.vault_recordkey AS RESTRICTIVE USING ((NOT (grants && ( SELECT gate.kept_from() AS kept_from))));


CREATE POLICY vault_recordkey_lent ON public.vault_recordkey FOR SELECT USING ((grants && ( SELECT gate.lent() AS lent)));


ALTER TABLE reach.tally ENABLE ROW LEVEL SECURITY;

CREATE POLICY tally_counted ON reach.tally USING ((authority_id = ANY (( SELECT reach.counting() AS counting)::bigint[])));


ALTER TABLE reach.touched ENABLE ROW LEVEL SECURITY;

CREATE POLICY touched_by_training ON reach.touched FOR INSERT WITH CHECK (gate.holds((('authority:'::text || authority_id) || ':training'::text)));


CREATE POLICY touched_counted ON reach.touched USING ((authority_id = ANY (( SELECT reach.counting() AS counting)::bigint[])));


GRANT USAGE ON SCHEMA channel TO waymark_app;
GRANT USAGE ON SCHEMA channel TO waymark_guard;


GRANT USAGE ON SCHEMA consent TO waymark_app;
GRANT USAGE ON SCHEMA consent TO waymark_guard;


GRANT USAGE ON SCHEMA exits TO waymark_app;
GRANT USAGE ON SCHEMA exits TO waymark_guard;


GRANT USAGE ON SCHEMA feedback TO waymark_app;


GRANT USAGE ON SCHEMA gate TO waymark_app;
GRANT USAGE ON SCHEMA gate TO waymark_guard;


GRANT USAGE ON SCHEMA ledger TO waymark_app;
GRANT USAGE ON SCHEMA ledger TO waymark_guard;


GRANT USAGE ON SCHEMA meetings TO waymark_app;
GRANT USAGE ON SCHEMA meetings TO waymark_guard;


GRANT USAGE ON SCHEMA panel TO waymark_app;
GRANT USAGE ON SCHEMA panel TO waymark_guard;


GRANT USAGE ON SCHEMA police TO waymark_app;
GRANT USAGE ON SCHEMA police TO waymark_guard;


REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO waymark_app;
GRANT USAGE ON SCHEMA public TO waymark_guard;


GRANT USAGE ON SCHEMA reach TO waymark_app;


GRANT USAGE ON SCHEMA reports TO waymark_app;


GRANT USAGE ON SCHEMA retention TO waymark_app;
GRANT USAGE ON SCHEMA retention TO waymark_guard;


GRANT USAGE ON SCHEMA support TO waymark_app;
GRANT USAGE ON SCHEMA support TO waymark_guard;


GRANT USAGE ON SCHEMA training TO waymark_app;
GRANT USAGE ON SCHEMA training TO waymark_guard;


GRANT USAGE ON SCHEMA triage TO waymark_app;
GRANT USAGE ON SCHEMA triage TO waymark_guard;


GRANT USAGE ON SCHEMA vault TO waymark_app;
GRANT USAGE ON SCHEMA vault TO waymark_guard;


REVOKE ALL ON FUNCTION channel.attendance_stands() FROM PUBLIC;


REVOKE ALL ON FUNCTION channel.case_has_referral() FROM PUBLIC;


REVOKE ALL ON FUNCTION channel.decided_to(state text) FROM PUBLIC;
GRANT ALL ON FUNCTION channel.decided_to(state text) TO waymark_app;
GRANT ALL ON FUNCTION channel.decided_to(state text) TO waymark_guard;


REVOKE ALL ON FUNCTION channel.decides_lawfully() FROM PUBLIC;


REVOKE ALL ON FUNCTION channel.decision_is_whole() FROM PUBLIC;


REVOKE ALL ON FUNCTION channel.dissents_there() FROM PUBLIC;


REVOKE ALL ON FUNCTION channel.moves_by_decision() FROM PUBLIC;


REVOKE ALL ON FUNCTION channel.referral_has_case() FROM PUBLIC;


REVOKE ALL ON FUNCTION channel.stands_on_section_36() FROM PUBLIC;


REVOKE ALL ON FUNCTION channel.with_panel(state text) FROM PUBLIC;
GRANT ALL ON FUNCTION channel.with_panel(state text) TO waymark_app;
GRANT ALL ON FUNCTION channel.with_panel(state text) TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.people_person TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.people_person TO waymark_guard;


REVOKE ALL ON FUNCTION consent.adult_on(person public.people_person, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION consent.adult_on(person public.people_person, day date) TO waymark_guard;


REVOKE ALL ON FUNCTION consent.answer_stops() FROM PUBLIC;


REVOKE ALL ON FUNCTION consent.case_may_move() FROM PUBLIC;


REVOKE ALL ON FUNCTION consent.chain(entry uuid) FROM PUBLIC;


REVOKE ALL ON FUNCTION consent.covers("case" uuid, day date, kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION consent.covers("case" uuid, day date, kind text) TO waymark_app;


REVOKE ALL ON FUNCTION consent.entry_fits() FROM PUBLIC;


GRANT SELECT,INSERT,UPDATE ON TABLE public.consent_consent TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.consent_consent TO waymark_guard;


REVOKE ALL ON FUNCTION consent.newest(about uuid, day date) FROM PUBLIC;


REVOKE ALL ON FUNCTION consent.of_age(entry public.consent_consent, person public.people_person, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION consent.of_age(entry public.consent_consent, person public.people_person, day date) TO waymark_guard;


REVOKE ALL ON FUNCTION consent.of_one_given() FROM PUBLIC;


REVOKE ALL ON FUNCTION consent.person_of(about uuid) FROM PUBLIC;


REVOKE ALL ON FUNCTION consent.reassessment(about uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION consent.reassessment(about uuid) TO waymark_app;


REVOKE ALL ON FUNCTION consent.standing(about uuid, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION consent.standing(about uuid, day date) TO waymark_app;


REVOKE ALL ON FUNCTION consent.withdrawal_stops() FROM PUBLIC;


REVOKE ALL ON FUNCTION exits.answers_rightly() FROM PUBLIC;


REVOKE ALL ON FUNCTION exits.arrival_stays() FROM PUBLIC;


REVOKE ALL ON FUNCTION exits.case_ends() FROM PUBLIC;


REVOKE ALL ON FUNCTION exits.has_both() FROM PUBLIC;


REVOKE ALL ON FUNCTION exits.in_time() FROM PUBLIC;


REVOKE ALL ON FUNCTION exits.is_over(state text) FROM PUBLIC;
GRANT ALL ON FUNCTION exits.is_over(state text) TO waymark_app;


REVOKE ALL ON FUNCTION exits.is_taken_over() FROM PUBLIC;


REVOKE ALL ON FUNCTION exits.looked_back(wanted uuid, of_kind text, decided text) FROM PUBLIC;


REVOKE ALL ON FUNCTION exits.may_move() FROM PUBLIC;


REVOKE ALL ON FUNCTION exits.may_transfer() FROM PUBLIC;


REVOKE ALL ON FUNCTION exits.newest(wanted uuid) FROM PUBLIC;


REVOKE ALL ON FUNCTION exits.paused(wanted uuid) FROM PUBLIC;


REVOKE ALL ON FUNCTION exits.referral_ends() FROM PUBLIC;


REVOKE ALL ON FUNCTION exits.report_fits() FROM PUBLIC;


REVOKE ALL ON FUNCTION exits.signs_anothers() FROM PUBLIC;


REVOKE ALL ON FUNCTION feedback.as_many_as_came() FROM PUBLIC;


REVOKE ALL ON FUNCTION feedback.not_asked_yet() FROM PUBLIC;


REVOKE ALL ON FUNCTION feedback.of_a_held_session() FROM PUBLIC;


REVOKE ALL ON FUNCTION feedback.of_its_round() FROM PUBLIC;


REVOKE ALL ON FUNCTION feedback.quotable() FROM PUBLIC;


REVOKE ALL ON FUNCTION feedback.set_aside() FROM PUBLIC;


REVOKE ALL ON FUNCTION feedback.stays() FROM PUBLIC;


REVOKE ALL ON FUNCTION feedback.taken_back() FROM PUBLIC;


REVOKE ALL ON FUNCTION gate.break_glass(kind_asked text, wanted uuid, why text, named text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.break_glass(kind_asked text, wanted uuid, why text, named text) TO waymark_app;


REVOKE ALL ON FUNCTION gate.breakable_row(kind_asked text, wanted uuid, OUT authority bigint, OUT carried text[], OUT called text) FROM PUBLIC;


REVOKE ALL ON FUNCTION gate.confirm_vouching(wanted uuid, hashed text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.confirm_vouching(wanted uuid, hashed text) TO waymark_app;


REVOKE ALL ON FUNCTION gate.declare_interest(kind_asked text, wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.declare_interest(kind_asked text, wanted uuid) TO waymark_app;


REVOKE ALL ON FUNCTION gate.earlier_records(wanted uuid) FROM PUBLIC;


REVOKE ALL ON FUNCTION gate.end_glass(opening uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.end_glass(opening uuid) TO waymark_app;


REVOKE ALL ON FUNCTION gate.equality_answered_at(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.equality_answered_at(wanted uuid) TO waymark_app;


REVOKE ALL ON FUNCTION gate.find_breakable(wanted text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.find_breakable(wanted text) TO waymark_app;


REVOKE ALL ON FUNCTION gate.glass_about(kind_asked text, wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.glass_about(kind_asked text, wanted uuid) TO waymark_app;


REVOKE ALL ON FUNCTION gate.glass_reads(opening uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.glass_reads(opening uuid) TO waymark_app;


REVOKE ALL ON FUNCTION gate.has_interest(who uuid, kind_asked text, wanted uuid) FROM PUBLIC;


REVOKE ALL ON FUNCTION gate.has_standing(person uuid, place bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.has_standing(person uuid, place bigint) TO waymark_app;


REVOKE ALL ON FUNCTION gate.held_person(wanted uuid) FROM PUBLIC;


REVOKE ALL ON FUNCTION gate.kept_from(who uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.kept_from(who uuid) TO waymark_app;


REVOKE ALL ON FUNCTION gate.keys_follow() FROM PUBLIC;


REVOKE ALL ON FUNCTION gate.learn(wanted uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.learn(wanted uuid[]) TO waymark_owner;


REVOKE ALL ON FUNCTION gate.look_for(authority bigint, names text[], born date, exact text, postcodes text[], places text[], apart uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.look_for(authority bigint, names text[], born date, exact text, postcodes text[], places text[], apart uuid) TO waymark_owner;


REVOKE ALL ON FUNCTION gate.opened_by(who uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.opened_by(who uuid) TO waymark_app;


REVOKE ALL ON FUNCTION gate.possible_matches(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.possible_matches(wanted uuid) TO waymark_app;


REVOKE ALL ON FUNCTION gate.review_glass(opening uuid, judged text, said text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.review_glass(opening uuid, judged text, said text) TO waymark_app;


REVOKE ALL ON FUNCTION gate.sealed_behind(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.sealed_behind(wanted uuid) TO waymark_app;


REVOKE ALL ON FUNCTION gate.stands_in_recovery() FROM PUBLIC;


REVOKE ALL ON FUNCTION gate.stop_vouching(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.stop_vouching(wanted uuid) TO waymark_app;


REVOKE ALL ON FUNCTION gate.take_name_forms(words text[], families text[], kinds text[]) FROM PUBLIC;


REVOKE ALL ON FUNCTION gate.use_vouching(hashed text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.use_vouching(hashed text) TO waymark_app;


REVOKE ALL ON FUNCTION gate.vouch(person uuid, place bigint, manner text, said text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.vouch(person uuid, place bigint, manner text, said text) TO waymark_app;


REVOKE ALL ON FUNCTION gate.vouched(hashed text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.vouched(hashed text) TO waymark_app;


REVOKE ALL ON FUNCTION gate.vouching_since(place bigint) FROM PUBLIC;


REVOKE ALL ON FUNCTION gate.withdraw_interest(interest uuid, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.withdraw_interest(interest uuid, why text) TO waymark_app;


REVOKE ALL ON FUNCTION gate.works_in(who uuid, authority bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.works_in(who uuid, authority bigint) TO waymark_app;


REVOKE ALL ON FUNCTION ledger.context(name text) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.context(name text) TO waymark_app;
GRANT ALL ON FUNCTION ledger.context(name text) TO waymark_guard;


REVOKE ALL ON FUNCTION ledger.drop_old() FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.drop_old() TO waymark_app;


REVOKE ALL ON FUNCTION ledger.fence() FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.fence() TO waymark_app;


REVOKE ALL ON FUNCTION ledger.field(value text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.field(value text[]) TO waymark_guard;


REVOKE ALL ON FUNCTION ledger.field(value bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.field(value bytea) TO waymark_guard;


REVOKE ALL ON FUNCTION ledger.field(value bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.field(value bigint) TO waymark_guard;


REVOKE ALL ON FUNCTION ledger.field(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.field(value text) TO waymark_guard;


REVOKE ALL ON FUNCTION ledger.field(value timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.field(value timestamp with time zone) TO waymark_guard;


REVOKE ALL ON FUNCTION ledger.hashed(entries text, after_id bigint, last_id bigint, most bigint, OUT last bigint, OUT count bigint, OUT hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.hashed(entries text, after_id bigint, last_id bigint, most bigint, OUT last bigint, OUT count bigint, OUT hash bytea) TO waymark_guard;


REVOKE ALL ON FUNCTION ledger.head(OUT number bigint, OUT seal bytea, OUT sealed jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.head(OUT number bigint, OUT seal bytea, OUT sealed jsonb) TO waymark_guard;
GRANT ALL ON FUNCTION ledger.head(OUT number bigint, OUT seal bytea, OUT sealed jsonb) TO waymark_app;


GRANT SELECT ON TABLE ledger.change TO waymark_app;
GRANT SELECT,INSERT,DELETE ON TABLE ledger.change TO waymark_guard;


REVOKE ALL ON FUNCTION ledger.leaf(e ledger.change) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.leaf(e ledger.change) TO waymark_guard;


GRANT SELECT ON TABLE ledger.deed TO waymark_app;
GRANT SELECT,INSERT,DELETE ON TABLE ledger.deed TO waymark_guard;


REVOKE ALL ON FUNCTION ledger.leaf(e ledger.deed) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.leaf(e ledger.deed) TO waymark_guard;


GRANT SELECT ON TABLE ledger.disclosure TO waymark_app;
GRANT SELECT,INSERT,DELETE ON TABLE ledger.disclosure TO waymark_guard;


REVOKE ALL ON FUNCTION ledger.leaf(e ledger.disclosure) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.leaf(e ledger.disclosure) TO waymark_guard;


GRANT SELECT ON TABLE ledger.read TO waymark_app;
GRANT SELECT,INSERT,DELETE ON TABLE ledger.read TO waymark_guard;


REVOKE ALL ON FUNCTION ledger.leaf(e ledger.read) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.leaf(e ledger.read) TO waymark_guard;


REVOKE ALL ON FUNCTION ledger.link(kind text, entries text, after_id bigint, last_id bigint, count bigint, hash bytea, fenced_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.link(kind text, entries text, after_id bigint, last_id bigint, count bigint, hash bytea, fenced_at timestamp with time zone) TO waymark_guard;


REVOKE ALL ON FUNCTION ledger.may_write(authority integer, what text) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.may_write(authority integer, what text) TO waymark_guard;


REVOKE ALL ON FUNCTION ledger.note_deed(deed text, about_kind text, about_id text, authority integer, happened timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.note_deed(deed text, about_kind text, about_id text, authority integer, happened timestamp with time zone) TO waymark_app;


REVOKE ALL ON FUNCTION ledger.note_disclosure(about_kind text, about_id text, authority integer, recipient text, what text, basis text) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.note_disclosure(about_kind text, about_id text, authority integer, recipient text, what text, basis text) TO waymark_app;


REVOKE ALL ON FUNCTION ledger.note_read(page text, about_kind text, about_id text, authority integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.note_read(page text, about_kind text, about_id text, authority integer) TO waymark_app;


REVOKE ALL ON FUNCTION ledger.record_change() FROM PUBLIC;


REVOKE ALL ON FUNCTION ledger.record_rows() FROM PUBLIC;


REVOKE ALL ON FUNCTION ledger.refuse_change() FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.refuse_change() TO waymark_guard;


REVOKE ALL ON FUNCTION ledger.seal() FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.seal() TO waymark_app;


REVOKE ALL ON FUNCTION ledger.tree(leaves bytea[]) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.tree(leaves bytea[]) TO waymark_guard;


REVOKE ALL ON FUNCTION meetings.stays() FROM PUBLIC;


REVOKE ALL ON FUNCTION panel.arranged(place text) FROM PUBLIC;


REVOKE ALL ON FUNCTION panel.came_for_seat() FROM PUBLIC;


REVOKE ALL ON FUNCTION panel.covers_home() FROM PUBLIC;


REVOKE ALL ON FUNCTION panel.declare_interest(wanted uuid, who uuid, said text) FROM PUBLIC;
GRANT ALL ON FUNCTION panel.declare_interest(wanted uuid, who uuid, said text) TO waymark_app;


REVOKE ALL ON FUNCTION panel.given(who uuid, organisation bigint, authority bigint, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION panel.given(who uuid, organisation bigint, authority bigint, day date) TO waymark_app;


REVOKE ALL ON FUNCTION panel.invited(wanted uuid, who uuid, organisation bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION panel.invited(wanted uuid, who uuid, organisation bigint) TO waymark_app;


REVOKE ALL ON FUNCTION panel.item_fits() FROM PUBLIC;


REVOKE ALL ON FUNCTION panel.minute_fits() FROM PUBLIC;


REVOKE ALL ON FUNCTION panel.missing(wanted uuid, area bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION panel.missing(wanted uuid, area bigint) TO waymark_app;


REVOKE ALL ON FUNCTION panel.refuse(sentence text) FROM PUBLIC;
GRANT ALL ON FUNCTION panel.refuse(sentence text) TO waymark_app;
GRANT ALL ON FUNCTION panel.refuse(sentence text) TO waymark_guard;


REVOKE ALL ON FUNCTION panel.seat_fits() FROM PUBLIC;


REVOKE ALL ON FUNCTION panel.signs_in_chair() FROM PUBLIC;


REVOKE ALL ON FUNCTION panel.stays_but() FROM PUBLIC;


REVOKE ALL ON FUNCTION police.approves_anothers() FROM PUBLIC;


REVOKE ALL ON FUNCTION police.clear(assessment uuid) FROM PUBLIC;


REVOKE ALL ON FUNCTION police.may_move() FROM PUBLIC;


REVOKE ALL ON FUNCTION police.outcome(state text) FROM PUBLIC;
GRANT ALL ON FUNCTION police.outcome(state text) TO waymark_guard;


REVOKE ALL ON FUNCTION police.referral_follows() FROM PUBLIC;


REVOKE ALL ON FUNCTION police.still_open() FROM PUBLIC;


GRANT ALL ON FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) TO waymark_app;


GRANT ALL ON FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) TO waymark_app;


GRANT ALL ON FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_jobs TO waymark_app;


GRANT ALL ON FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) TO waymark_app;


GRANT ALL ON FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) TO waymark_app;


GRANT ALL ON FUNCTION public.procrastinate_notify_queue_abort_job_v1() TO waymark_app;


GRANT ALL ON FUNCTION public.procrastinate_notify_queue_job_inserted_v1() TO waymark_app;


GRANT ALL ON FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) TO waymark_app;


GRANT ALL ON FUNCTION public.procrastinate_register_worker_v1() TO waymark_app;


GRANT ALL ON FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) TO waymark_app;


GRANT ALL ON FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) TO waymark_app;


GRANT ALL ON FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() TO waymark_app;


GRANT ALL ON FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() TO waymark_app;


GRANT ALL ON FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() TO waymark_app;


GRANT ALL ON FUNCTION public.procrastinate_trigger_function_status_events_update_v1() TO waymark_app;


GRANT ALL ON FUNCTION public.procrastinate_unlink_periodic_defers_v1() TO waymark_app;


GRANT ALL ON FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) TO waymark_app;


GRANT ALL ON FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) TO waymark_app;


REVOKE ALL ON FUNCTION reach.counted(whose bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION reach.counted(whose bigint) TO waymark_app;
GRANT ALL ON FUNCTION reach.counted(whose bigint) TO waymark_migrate;


REVOKE ALL ON FUNCTION reach.counting() FROM PUBLIC;
GRANT ALL ON FUNCTION reach.counting() TO waymark_app;
GRANT ALL ON FUNCTION reach.counting() TO waymark_migrate;


REVOKE ALL ON FUNCTION reach.fresh(whose bigint, places text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION reach.fresh(whose bigint, places text[]) TO waymark_app;
GRANT ALL ON FUNCTION reach.fresh(whose bigint, places text[]) TO waymark_migrate;


REVOKE ALL ON FUNCTION reach.place(institution bigint, organisation bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION reach.place(institution bigint, organisation bigint) TO waymark_app;
GRANT ALL ON FUNCTION reach.place(institution bigint, organisation bigint) TO waymark_migrate;


REVOKE ALL ON FUNCTION reach.refresh(whose bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION reach.refresh(whose bigint) TO waymark_app;
GRANT ALL ON FUNCTION reach.refresh(whose bigint) TO waymark_migrate;


REVOKE ALL ON FUNCTION reach.touch() FROM PUBLIC;
GRANT ALL ON FUNCTION reach.touch() TO waymark_app;
GRANT ALL ON FUNCTION reach.touch() TO waymark_migrate;


REVOKE ALL ON FUNCTION reach.touch_session() FROM PUBLIC;
GRANT ALL ON FUNCTION reach.touch_session() TO waymark_app;
GRANT ALL ON FUNCTION reach.touch_session() TO waymark_migrate;


GRANT SELECT,INSERT,UPDATE ON TABLE public.places_institution TO waymark_app;


REVOKE ALL ON FUNCTION reach.was_open(one public.places_institution, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION reach.was_open(one public.places_institution, day date) TO waymark_app;
GRANT ALL ON FUNCTION reach.was_open(one public.places_institution, day date) TO waymark_migrate;


REVOKE ALL ON FUNCTION reports.begins() FROM PUBLIC;


REVOKE ALL ON FUNCTION reports.figure_of_draft() FROM PUBLIC;


REVOKE ALL ON FUNCTION reports.points_back() FROM PUBLIC;


REVOKE ALL ON FUNCTION reports.refuse(why text) FROM PUBLIC;
GRANT ALL ON FUNCTION reports.refuse(why text) TO waymark_app;


REVOKE ALL ON FUNCTION reports.signed() FROM PUBLIC;


REVOKE ALL ON FUNCTION retention.dates(life uuid, code text, authority bigint, came date, began date, OUT seal_on date, OUT review_on date, OUT erase_on date, OUT ceiling_on date) FROM PUBLIC;


REVOKE ALL ON FUNCTION retention.erase(wanted uuid, proposal uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION retention.erase(wanted uuid, proposal uuid) TO waymark_app;


REVOKE ALL ON FUNCTION retention.erase_again(what text, it uuid, authority bigint, code text, erased date, basis text, named uuid) FROM PUBLIC;


REVOKE ALL ON FUNCTION retention.erase_left_over() FROM PUBLIC;
GRANT ALL ON FUNCTION retention.erase_left_over() TO waymark_app;


REVOKE ALL ON FUNCTION retention.erase_refusals() FROM PUBLIC;
GRANT ALL ON FUNCTION retention.erase_refusals() TO waymark_app;


REVOKE ALL ON FUNCTION retention.follow(what text, it uuid, authority bigint, seen_by text[], code text, came date, began date, sealed date) FROM PUBLIC;


REVOKE ALL ON FUNCTION retention.follow_concerns_draft() FROM PUBLIC;


REVOKE ALL ON FUNCTION retention.follow_concerns_enquiry() FROM PUBLIC;


REVOKE ALL ON FUNCTION retention.follow_referrals_referral() FROM PUBLIC;


REVOKE ALL ON FUNCTION retention.goes_with(what text, it uuid, OUT relation text, OUT key text, OUT type text, OUT ids text[]) FROM PUBLIC;


REVOKE ALL ON FUNCTION retention.held(life uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION retention.held(life uuid) TO waymark_app;


REVOKE ALL ON FUNCTION retention.held_by_nothing(before date) FROM PUBLIC;


REVOKE ALL ON FUNCTION retention.in_force(code text, authority bigint, OUT seals interval, OUT erases interval, OUT reviews interval, OUT ceiling interval) FROM PUBLIC;
GRANT ALL ON FUNCTION retention.in_force(code text, authority bigint, OUT seals interval, OUT erases interval, OUT reviews interval, OUT ceiling interval) TO waymark_app;


REVOKE ALL ON FUNCTION retention.is_actor(somebody uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION retention.is_actor(somebody uuid) TO waymark_app;
GRANT ALL ON FUNCTION retention.is_actor(somebody uuid) TO waymark_guard;


REVOKE ALL ON FUNCTION retention.left_over() FROM PUBLIC;
GRANT ALL ON FUNCTION retention.left_over() TO waymark_app;


REVOKE ALL ON FUNCTION retention.only_the_guard() FROM PUBLIC;
GRANT ALL ON FUNCTION retention.only_the_guard() TO waymark_app;
GRANT ALL ON FUNCTION retention.only_the_guard() TO waymark_guard;


REVOKE ALL ON FUNCTION retention.places_hold() FROM PUBLIC;


REVOKE ALL ON FUNCTION retention.proposes() FROM PUBLIC;
GRANT ALL ON FUNCTION retention.proposes() TO waymark_app;
GRANT ALL ON FUNCTION retention.proposes() TO waymark_guard;


REVOKE ALL ON FUNCTION retention.recompute(only_life uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION retention.recompute(only_life uuid) TO waymark_app;


REVOKE ALL ON FUNCTION retention.refuse(sentence text, detail text) FROM PUBLIC;
GRANT ALL ON FUNCTION retention.refuse(sentence text, detail text) TO waymark_app;
GRANT ALL ON FUNCTION retention.refuse(sentence text, detail text) TO waymark_guard;


REVOKE ALL ON FUNCTION retention.remove(what text, it uuid) FROM PUBLIC;


REVOKE ALL ON FUNCTION retention.reviewed() FROM PUBLIC;


REVOKE ALL ON FUNCTION retention.reviews() FROM PUBLIC;
GRANT ALL ON FUNCTION retention.reviews() TO waymark_app;
GRANT ALL ON FUNCTION retention.reviews() TO waymark_guard;


REVOKE ALL ON FUNCTION retention.today() FROM PUBLIC;
GRANT ALL ON FUNCTION retention.today() TO waymark_app;
GRANT ALL ON FUNCTION retention.today() TO waymark_guard;


REVOKE ALL ON FUNCTION retention.unless_held() FROM PUBLIC;


REVOKE ALL ON FUNCTION support.briefed_by_another() FROM PUBLIC;


REVOKE ALL ON FUNCTION support.doer(wanted uuid) FROM PUBLIC;


REVOKE ALL ON FUNCTION support.grants_stay() FROM PUBLIC;
GRANT ALL ON FUNCTION support.grants_stay() TO waymark_guard;


REVOKE ALL ON FUNCTION support.may_start() FROM PUBLIC;


REVOKE ALL ON FUNCTION support.plan_signed() FROM PUBLIC;


REVOKE ALL ON FUNCTION support.read_by_doer() FROM PUBLIC;


REVOKE ALL ON FUNCTION support.seen_by_another() FROM PUBLIC;


REVOKE ALL ON FUNCTION support.session_authorised() FROM PUBLIC;


REVOKE ALL ON FUNCTION support.session_reported() FROM PUBLIC;


REVOKE ALL ON FUNCTION support.stops_with_case() FROM PUBLIC;


REVOKE ALL ON FUNCTION support.under_action() FROM PUBLIC;


REVOKE ALL ON FUNCTION training.as_taught() FROM PUBLIC;


REVOKE ALL ON FUNCTION training.check_certificate(typed text, who text) FROM PUBLIC;
GRANT ALL ON FUNCTION training.check_certificate(typed text, who text) TO waymark_app;


REVOKE ALL ON FUNCTION training.says_the_same() FROM PUBLIC;


REVOKE ALL ON FUNCTION training.stays() FROM PUBLIC;


REVOKE ALL ON FUNCTION training.who_came() FROM PUBLIC;


REVOKE ALL ON FUNCTION training.written(place text, by_whom text) FROM PUBLIC;


REVOKE ALL ON FUNCTION triage.age_on(person public.people_person, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION triage.age_on(person public.people_person, day date) TO waymark_guard;


REVOKE ALL ON FUNCTION triage.approves_anothers() FROM PUBLIC;


GRANT SELECT,INSERT,UPDATE ON TABLE public.referrals_referral TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.referrals_referral TO waymark_guard;


GRANT SELECT(id) ON TABLE public.referrals_referral TO waymark_guard;


GRANT SELECT(grants) ON TABLE public.referrals_referral TO waymark_guard;


GRANT UPDATE(version) ON TABLE public.referrals_referral TO waymark_guard;


GRANT SELECT(reference) ON TABLE public.referrals_referral TO waymark_guard;


GRANT SELECT(received_at) ON TABLE public.referrals_referral TO waymark_guard;


GRANT SELECT(authority_id) ON TABLE public.referrals_referral TO waymark_guard;


GRANT SELECT(person_id) ON TABLE public.referrals_referral TO waymark_guard;


REVOKE ALL ON FUNCTION triage.earlier(referral public.referrals_referral) FROM PUBLIC;


REVOKE ALL ON FUNCTION triage.facts_stay() FROM PUBLIC;


REVOKE ALL ON FUNCTION triage.is_closed(state text) FROM PUBLIC;
GRANT ALL ON FUNCTION triage.is_closed(state text) TO waymark_guard;
GRANT ALL ON FUNCTION triage.is_closed(state text) TO waymark_app;


REVOKE ALL ON FUNCTION triage.leads_to(outcome text) FROM PUBLIC;
GRANT ALL ON FUNCTION triage.leads_to(outcome text) TO waymark_guard;
GRANT ALL ON FUNCTION triage.leads_to(outcome text) TO waymark_app;


REVOKE ALL ON FUNCTION triage.may_decide() FROM PUBLIC;


GRANT SELECT,INSERT,UPDATE ON TABLE public.referrals_decision TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.referrals_decision TO waymark_guard;


REVOKE ALL ON FUNCTION triage.needs_second(referral public.referrals_referral, decided public.referrals_decision) FROM PUBLIC;


REVOKE ALL ON FUNCTION triage.refuse(sentence text) FROM PUBLIC;
GRANT ALL ON FUNCTION triage.refuse(sentence text) TO waymark_guard;
GRANT ALL ON FUNCTION triage.refuse(sentence text) TO waymark_app;


REVOKE ALL ON FUNCTION triage.same_people(somebody uuid) FROM PUBLIC;


REVOKE ALL ON FUNCTION triage.signs_as_actor() FROM PUBLIC;
GRANT ALL ON FUNCTION triage.signs_as_actor() TO waymark_guard;


REVOKE ALL ON FUNCTION triage.stays_but_grants() FROM PUBLIC;
GRANT ALL ON FUNCTION triage.stays_but_grants() TO waymark_guard;


REVOKE ALL ON FUNCTION triage.still_open() FROM PUBLIC;


REVOKE ALL ON FUNCTION triage.told(referral public.referrals_referral) FROM PUBLIC;


REVOKE ALL ON FUNCTION triage.words_stay() FROM PUBLIC;
GRANT ALL ON FUNCTION triage.words_stay() TO waymark_guard;


REVOKE ALL ON FUNCTION vault.masters_in_use() FROM PUBLIC;
GRANT ALL ON FUNCTION vault.masters_in_use() TO waymark_app;


GRANT SELECT ON TABLE gate.breakable TO waymark_guard;


GRANT SELECT ON TABLE gate.name_form TO waymark_guard;
GRANT SELECT ON TABLE gate.name_form TO waymark_app;


GRANT SELECT,INSERT,UPDATE ON TABLE gate.person_keys TO waymark_guard;


GRANT SELECT ON TABLE gate.vouches TO waymark_app;
GRANT SELECT ON TABLE gate.vouches TO waymark_guard;


GRANT SELECT ON SEQUENCE ledger.change_id_seq TO waymark_guard;


GRANT SELECT ON SEQUENCE ledger.deed_id_seq TO waymark_guard;


GRANT SELECT ON SEQUENCE ledger.disclosure_id_seq TO waymark_guard;


GRANT SELECT,INSERT,DELETE ON TABLE ledger.fence TO waymark_guard;


GRANT SELECT ON TABLE ledger.keeping TO waymark_app;
GRANT SELECT ON TABLE ledger.keeping TO waymark_guard;


GRANT SELECT ON SEQUENCE ledger.read_id_seq TO waymark_guard;


GRANT SELECT ON TABLE ledger.seal TO waymark_app;
GRANT SELECT,INSERT ON TABLE ledger.seal TO waymark_guard;


GRANT SELECT,DELETE ON TABLE public.access_glass TO waymark_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.access_glass TO waymark_guard;


GRANT SELECT,DELETE ON TABLE public.access_interest TO waymark_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.access_interest TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.access_membership TO waymark_app;
GRANT SELECT ON TABLE public.access_membership TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.access_oncetoken TO waymark_app;


GRANT SELECT,INSERT ON TABLE public.access_promisedrole TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.access_promisedrole_id_seq TO waymark_app;


GRANT SELECT,DELETE ON TABLE public.access_recovery TO waymark_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.access_recovery TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.access_visitor TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.access_visitor TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.access_visitorlink TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.access_visitorlink TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailaddress TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.account_emailaddress_id_seq TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailconfirmation TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.account_emailconfirmation_id_seq TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_cache TO waymark_app;


GRANT SELECT,INSERT,UPDATE ON TABLE public.accounts_invitation TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_signon TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_typedtext TO waymark_app;


GRANT SELECT,INSERT,UPDATE ON TABLE public.accounts_user TO waymark_app;


GRANT SELECT(id) ON TABLE public.accounts_user TO waymark_guard;


GRANT SELECT(full_name) ON TABLE public.accounts_user TO waymark_guard;


GRANT SELECT(is_active) ON TABLE public.accounts_user TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.assessment_closureapproval TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.assessment_closureapproval TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.assessment_deconfliction TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.assessment_deconfliction TO waymark_guard;


GRANT SELECT,INSERT ON TABLE public.assessment_framework TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.assessment_framework_id_seq TO waymark_app;


GRANT SELECT,INSERT,UPDATE ON TABLE public.assessment_policeassessment TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.assessment_policeassessment TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.assessment_policedecision TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.assessment_policedecision TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.assessment_writtenassessment TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.assessment_writtenassessment TO waymark_guard;


GRANT SELECT ON TABLE public.auth_group TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.auth_group_id_seq TO waymark_app;


GRANT SELECT ON TABLE public.auth_group_permissions TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.auth_group_permissions_id_seq TO waymark_app;


GRANT SELECT ON TABLE public.auth_permission TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.auth_permission_id_seq TO waymark_app;


GRANT SELECT,INSERT,UPDATE ON TABLE public.channel_attendancecorrection TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.channel_attendancecorrection TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.channel_case TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.channel_case TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.channel_caseevent TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.channel_caseevent TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.channel_dissent TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.channel_dissent TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.channel_paneldecision TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.channel_paneldecision TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.concerns_addedinformation TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.concerns_addedinformation TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.concerns_concernraiser TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.concerns_concernraiser TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.concerns_draft TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.concerns_draft TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.concerns_draftapart TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.concerns_draftapart TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.concerns_enquiry TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.concerns_enquiry TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.concerns_progress TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.concerns_progress TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.concerns_submission TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.concerns_submission TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.consent_objection TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.consent_objection TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.consent_reassessed TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.consent_reassessed TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.consent_reassessment TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.consent_reassessment TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.consent_resolution TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.consent_resolution TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.consent_withdrawal TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.consent_withdrawal TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_contact TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.directory_note TO waymark_app;


GRANT SELECT ON TABLE public.django_content_type TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.django_content_type_id_seq TO waymark_app;


GRANT SELECT ON TABLE public.django_migrations TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.django_migrations_id_seq TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO waymark_app;


GRANT SELECT,INSERT,UPDATE ON TABLE public.exits_alarm TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.exits_alarm TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.exits_arrival TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.exits_arrival TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.exits_closingreport TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.exits_closingreport TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.exits_goingon TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.exits_goingon TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.exits_investigation TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.exits_investigation TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.exits_lookback TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.exits_lookback TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.exits_pause TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.exits_pause TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.exits_review TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.exits_review TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.exits_signoff TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.exits_signoff TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.exits_transfer TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.exits_transfer TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.exits_transferanswer TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.exits_transferanswer TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.feedback_mark TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.feedback_question TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.feedback_questionset TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.feedback_remark TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.feedback_reply TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.feedback_round TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.home_answer TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.home_homearea TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.home_inquiry TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.home_review TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.home_reviewline TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.importing_import TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.importing_layout TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meetings_attendance TO waymark_app;
GRANT SELECT ON TABLE public.meetings_attendance TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meetings_meeting TO waymark_app;
GRANT SELECT ON TABLE public.meetings_meeting TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.mfa_authenticator_id_seq TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outbox_envelope TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.outbox_envelope TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outbox_mailhealth TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outbox_message TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.outbox_message TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.panel_acceptance TO waymark_app;
GRANT SELECT ON TABLE public.panel_acceptance TO waymark_guard;


GRANT SELECT,DELETE ON TABLE public.panel_declaredinterest TO waymark_app;
GRANT SELECT,INSERT,DELETE ON TABLE public.panel_declaredinterest TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.panel_deputy TO waymark_app;
GRANT SELECT ON TABLE public.panel_deputy TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.panel_invitee TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.panel_invitee TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.panel_item TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.panel_item TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.panel_minute TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.panel_minute TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.panel_minutesignature TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.panel_minutesignature TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.panel_pack TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.panel_pack TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.panel_panel TO waymark_app;
GRANT SELECT ON TABLE public.panel_panel TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.panel_panelmeeting TO waymark_app;
GRANT SELECT ON TABLE public.panel_panelmeeting TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.panel_paper TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.panel_paper TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.panel_seat TO waymark_app;
GRANT SELECT ON TABLE public.panel_seat TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.panel_terms TO waymark_app;


GRANT SELECT,INSERT,UPDATE ON TABLE public.people_address TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.people_address TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.people_affiliation TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.people_affiliation TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.people_equalityanswers TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.people_equalityanswers TO waymark_guard;


GRANT SELECT(person_key) ON TABLE public.people_equalityanswers TO waymark_guard;


GRANT SELECT(answered_at) ON TABLE public.people_equalityanswers TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.people_match TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.people_match TO waymark_guard;


GRANT SELECT(id) ON TABLE public.people_match TO waymark_guard;


GRANT SELECT(grants) ON TABLE public.people_match TO waymark_guard;


GRANT SELECT(candidate_id) ON TABLE public.people_match TO waymark_guard;


GRANT SELECT(authority_id) ON TABLE public.people_match TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.people_ownerquestion TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.people_ownerquestion TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.people_personlink TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.people_personlink TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.people_personname TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.people_personname TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.places_authority TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.places_authority_id_seq TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.places_institution_id_seq TO waymark_app;


GRANT SELECT,INSERT,UPDATE ON TABLE public.places_institutionlink TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.places_institutionlink_id_seq TO waymark_app;


GRANT SELECT,INSERT,UPDATE ON TABLE public.places_organisation TO waymark_app;


GRANT SELECT(id) ON TABLE public.places_organisation TO waymark_guard;


GRANT SELECT(kind) ON TABLE public.places_organisation TO waymark_guard;


GRANT SELECT,USAGE ON SEQUENCE public.places_organisation_id_seq TO waymark_app;


GRANT SELECT,INSERT,UPDATE ON TABLE public.places_policeforce TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.places_policeforce_id_seq TO waymark_app;


GRANT SELECT,INSERT,UPDATE ON TABLE public.places_region TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.places_region_id_seq TO waymark_app;


GRANT SELECT,INSERT,UPDATE ON TABLE public.places_registerupload TO waymark_app;


GRANT SELECT,INSERT,UPDATE ON TABLE public.places_team TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.places_team_id_seq TO waymark_app;


GRANT SELECT,INSERT,UPDATE ON TABLE public.places_ward TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.places_ward_id_seq TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_events TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_events_id_seq TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_jobs_id_seq TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_periodic_defers TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_periodic_defers_id_seq TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_workers TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_workers_id_seq TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reach_approach TO waymark_app;


GRANT SELECT,INSERT,UPDATE ON TABLE public.referrals_approval TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.referrals_approval TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.referrals_concern TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.referrals_concern TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.referrals_duty TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.referrals_duty TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.referrals_handover TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.referrals_handover TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.referrals_informationrequest TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.referrals_informationrequest TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.referrals_need TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.referrals_need TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.referrals_redirect TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.referrals_redirect TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.referrals_requestoverride TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.referrals_requestoverride TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.referrals_restriction TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.referrals_restriction TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.referrals_resumption TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.referrals_resumption TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.referrals_takentogether TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.referrals_takentogether TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.referrals_told TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.referrals_told TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reports_figure TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reports_report TO waymark_app;


GRANT SELECT,INSERT,DELETE ON TABLE public.retention_disposal TO waymark_app;


GRANT SELECT ON TABLE public.retention_erasure TO waymark_app;
GRANT SELECT,INSERT ON TABLE public.retention_erasure TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.retention_hold TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.retention_hold TO waymark_guard;


GRANT SELECT ON TABLE public.retention_life TO waymark_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.retention_life TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.retention_proposal TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.retention_proposal TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.retention_retentionsetting TO waymark_app;
GRANT SELECT ON TABLE public.retention_retentionsetting TO waymark_guard;


GRANT SELECT,USAGE ON SEQUENCE public.retention_retentionsetting_id_seq TO waymark_app;


GRANT SELECT,INSERT,UPDATE ON TABLE public.retention_review TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.retention_review TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.support_briefing TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.support_briefing TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.support_plan TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.support_plan TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.support_planneed TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.support_planneed TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.support_report TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.support_report TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.support_session TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.support_session TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.support_supportaction TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.support_supportaction TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.support_update TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.support_update TO waymark_guard;


GRANT SELECT,INSERT,UPDATE ON TABLE public.tasks_clock TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.tasks_clock_id_seq TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.tasks_reminder TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.tasks_reminder TO waymark_guard;


GRANT SELECT,USAGE ON SEQUENCE public.tasks_reminder_id_seq TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.tasks_task TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.tasks_task TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.training_attendance TO waymark_app;


GRANT SELECT(id) ON TABLE public.training_attendance TO waymark_guard;


GRANT SELECT(held_on) ON TABLE public.training_attendance TO waymark_guard;


GRANT SELECT(taught_id) ON TABLE public.training_attendance TO waymark_guard;


GRANT SELECT(trainee_id) ON TABLE public.training_attendance TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.training_audience TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.training_booking TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.training_certificate TO waymark_app;


GRANT SELECT(code) ON TABLE public.training_certificate TO waymark_guard;


GRANT SELECT(withdrawn_at) ON TABLE public.training_certificate TO waymark_guard;


GRANT SELECT(attendance_id) ON TABLE public.training_certificate TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.training_course TO waymark_app;


GRANT SELECT(id) ON TABLE public.training_course TO waymark_guard;


GRANT SELECT(name) ON TABLE public.training_course TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.training_courseversion TO waymark_app;


GRANT SELECT(id) ON TABLE public.training_courseversion TO waymark_guard;


GRANT SELECT(course_id) ON TABLE public.training_courseversion TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.training_headcount TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.training_refreshrule TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.training_session TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.training_staffrole TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.training_trainee TO waymark_app;


GRANT SELECT(id) ON TABLE public.training_trainee TO waymark_guard;


GRANT SELECT(name) ON TABLE public.training_trainee TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.training_trainer TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.training_trainingrequest TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.usersessions_usersession TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE public.usersessions_usersession_id_seq TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vault_destroyed TO waymark_app;
GRANT SELECT,INSERT ON TABLE public.vault_destroyed TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vault_document TO waymark_app;
GRANT SELECT,DELETE ON TABLE public.vault_document TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vault_masterkey TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vault_recordkey TO waymark_app;
GRANT SELECT,UPDATE ON TABLE public.vault_recordkey TO waymark_guard;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE reach.tally TO waymark_app;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE reach.touched TO waymark_app;


GRANT SELECT,USAGE ON SEQUENCE reach.touched_id_seq TO waymark_app;


GRANT SELECT ON TABLE retention.class TO waymark_app;
GRANT SELECT ON TABLE retention.class TO waymark_guard;


GRANT SELECT ON TABLE retention.held_by TO waymark_app;
GRANT SELECT ON TABLE retention.held_by TO waymark_guard;


GRANT SELECT ON TABLE retention.kind TO waymark_app;
GRANT SELECT ON TABLE retention.kind TO waymark_guard;


GRANT SELECT ON TABLE retention.part TO waymark_app;
GRANT SELECT ON TABLE retention.part TO waymark_guard;


ALTER DEFAULT PRIVILEGES FOR ROLE waymark_owner GRANT SELECT,USAGE ON SEQUENCES TO waymark_app;


ALTER DEFAULT PRIVILEGES FOR ROLE waymark_owner GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES TO waymark_app;


