-- What the pages refuse, the database refuses too: a session before the briefing was read or beyond what is authorised,
-- somebody who briefs themselves, a report or a session that somebody else says was read, held or seen.
GRANT SELECT ON support_briefing, support_session TO waymark_guard;

CREATE FUNCTION support.doer(wanted uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT person_id FROM support_supportaction WHERE id = wanted $$;

CREATE FUNCTION support.briefed_by_another() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.sent_by_id = support.doer(NEW.action_id) OR NEW.read_at IS NOT NULL THEN
        PERFORM gate.refuse('somebody else briefs whoever gives support, who then says that they read it');
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION support.read_by_doer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.read_at IS NOT NULL OR NEW.read_by_id IS DISTINCT FROM support.doer(NEW.action_id) THEN
        PERFORM gate.refuse('whoever gives the support says that they read the briefing');
    END IF;
    RETURN NEW;
END $$;

-- Planned: the newest briefing was read, and it authorises one more.
CREATE FUNCTION support.session_authorised() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    one support_briefing;
BEGIN
    SELECT * INTO one FROM support_briefing WHERE action_id = NEW.action_id ORDER BY sent_at DESC, recorded_at DESC LIMIT 1;
    IF one.read_at IS NULL THEN
        PERFORM gate.refuse('sessions are planned once the written briefing has been read');
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('sessions of ' || NEW.action_id, 0));
    IF (SELECT count(*) FROM support_session WHERE action_id = NEW.action_id AND state <> 'not_held') >= one.sessions THEN
        PERFORM gate.refuse('no more sessions are authorised');
    END IF;
    RETURN NEW;
END $$;

-- Reported: a fact is never refused. Whether consent covered that day is said by the database.
CREATE FUNCTION support.session_reported() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    NEW.covered := NULL;
    IF NEW.state = 'held' THEN
        IF NEW.held_on > (statement_timestamp() AT TIME ZONE 'Europe/London')::date THEN
            PERFORM gate.refuse('a session is held before it is reported');
        END IF;
        SELECT consent.covers(p.case_id, NEW.held_on, a.kind) INTO NEW.covered
          FROM support_supportaction a JOIN support_plan p ON p.id = a.plan_id WHERE a.id = NEW.action_id;
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION support.seen_by_another() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.seen_on IS NOT NULL OR NEW.seen_said_by_id = support.doer(NEW.action_id) THEN
        PERFORM gate.refuse('somebody else says that the panel saw a report');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER support_briefing_another BEFORE INSERT ON support_briefing
    FOR EACH ROW EXECUTE FUNCTION support.briefed_by_another();
CREATE TRIGGER support_briefing_signer BEFORE INSERT ON support_briefing
    FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('sent_by_id');
CREATE TRIGGER support_briefing_read BEFORE UPDATE ON support_briefing
    FOR EACH ROW WHEN (NEW.read_at IS DISTINCT FROM OLD.read_at) EXECUTE FUNCTION support.read_by_doer();
CREATE TRIGGER support_briefing_reader BEFORE UPDATE ON support_briefing
    FOR EACH ROW WHEN (NEW.read_at IS DISTINCT FROM OLD.read_at) EXECUTE FUNCTION triage.signs_as_actor('read_by_id');
CREATE TRIGGER support_briefing_stays BEFORE UPDATE ON support_briefing
    FOR EACH ROW EXECUTE FUNCTION panel.stays_but('grants', 'version', 'read_by_id', 'read_at');
CREATE TRIGGER support_session_authorised BEFORE INSERT ON support_session
    FOR EACH ROW EXECUTE FUNCTION support.session_authorised();
CREATE TRIGGER support_session_planner BEFORE INSERT ON support_session
    FOR EACH ROW EXECUTE FUNCTION triage.signs_as_actor('planned_by_id');
CREATE TRIGGER support_session_reported BEFORE UPDATE ON support_session
    FOR EACH ROW WHEN (OLD.state = 'planned' AND NEW.state <> 'planned') EXECUTE FUNCTION support.session_reported();
CREATE TRIGGER support_session_reporter BEFORE UPDATE ON support_session
    FOR EACH ROW WHEN (OLD.state = 'planned' AND NEW.state <> 'planned') EXECUTE FUNCTION triage.signs_as_actor('reported_by_id');
CREATE TRIGGER support_session_said BEFORE UPDATE OR DELETE ON support_session
    FOR EACH ROW WHEN (OLD.state <> 'planned') EXECUTE FUNCTION triage.stays_but_grants();
CREATE TRIGGER support_session_stays BEFORE UPDATE ON support_session
    FOR EACH ROW EXECUTE FUNCTION panel.stays_but('grants', 'version', 'state', 'held_on', 'minutes', 'mode', 'reason',
                                                  'reported_by_id', 'reported_at', 'covered');
CREATE TRIGGER support_report_writer BEFORE UPDATE ON support_report
    FOR EACH ROW WHEN (NEW.received_at IS DISTINCT FROM OLD.received_at) EXECUTE FUNCTION triage.signs_as_actor('written_by_id');
CREATE TRIGGER support_report_came BEFORE UPDATE ON support_report
    FOR EACH ROW WHEN (OLD.received_at IS NOT NULL)
    EXECUTE FUNCTION panel.stays_but('grants', 'version', 'seen_on', 'seen_said_by_id');
CREATE TRIGGER support_report_stays BEFORE UPDATE ON support_report
    FOR EACH ROW EXECUTE FUNCTION panel.stays_but('grants', 'version', 'words', 'written_by_id', 'received_at', 'seen_on',
                                                  'seen_said_by_id');
CREATE TRIGGER support_report_seen BEFORE UPDATE ON support_report
    FOR EACH ROW WHEN (NEW.seen_on IS DISTINCT FROM OLD.seen_on) EXECUTE FUNCTION support.seen_by_another();
CREATE TRIGGER support_report_seer BEFORE UPDATE ON support_report
    FOR EACH ROW WHEN (NEW.seen_on IS DISTINCT FROM OLD.seen_on) EXECUTE FUNCTION triage.signs_as_actor('seen_said_by_id');

DO $$
DECLARE place text;
        made text;
BEGIN
    FOREACH place IN ARRAY ARRAY['support_briefing', 'support_session', 'support_report'] LOOP
        EXECUTE format('CREATE TRIGGER %1$s_under BEFORE INSERT ON %1$s '
                       'FOR EACH ROW EXECUTE FUNCTION support.under_action()', place);
        EXECUTE format('CREATE TRIGGER %1$s_carried BEFORE UPDATE ON %1$s '
                       'FOR EACH ROW WHEN (NEW.grants <> OLD.grants) EXECUTE FUNCTION support.grants_stay()', place);
    END LOOP;
    GRANT CREATE ON SCHEMA support TO waymark_guard;
    FOREACH made IN ARRAY ARRAY['doer(uuid)', 'briefed_by_another()', 'read_by_doer()', 'session_authorised()',
                                'session_reported()', 'seen_by_another()'] LOOP
        EXECUTE format('ALTER FUNCTION support.%s OWNER TO waymark_guard', made);
    END LOOP;
    REVOKE CREATE ON SCHEMA support FROM waymark_guard;
END $$;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA support FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA support TO waymark_guard;
