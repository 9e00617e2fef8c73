-- A request to see one’s own data, what was gathered for it, and its release by a second person. Only time deletes.
CREATE SCHEMA stewardship;
GRANT USAGE ON SCHEMA stewardship TO waymark_app, waymark_guard;

-- Rows go with their request, when its time is over: by the retention jobs, which act as the authority’s system.
DO $$
DECLARE place text;
BEGIN
    FOREACH place IN ARRAY ARRAY['request', 'gathering', 'item', 'disclosure'] LOOP
        EXECUTE format('CREATE POLICY stewardship_%1$s_kept ON stewardship_%1$s AS RESTRICTIVE FOR DELETE '
                       'USING (gate.holds(''system:'' || authority_id))', place);
    END LOOP;
END $$;

-- What somebody has gathered shows to those who gathered it, and to those who release; nobody else adds or changes it.
CREATE FUNCTION stewardship.item_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.decision <> '' OR NEW.gathered_by <> ARRAY[gate.acting_user()]
       OR NOT EXISTS (SELECT FROM stewardship_request r WHERE r.id = NEW.request_id AND r.state IN ('received', 'in_work')
                         AND r.authority_id = NEW.authority_id) THEN
        PERFORM gate.forbid('what is gathered begins undecided, in a request that is being prepared');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stewardship_item_begins BEFORE INSERT ON stewardship_item
    FOR EACH ROW EXECUTE FUNCTION stewardship.item_begins();

CREATE FUNCTION stewardship.item_decided() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    open_ones text[] := ARRAY['grants', 'gathered_by', 'decision', 'marked', 'exemption', 'reason', 'decided_by_id',
                              'decided_at', 'version'];
    decided text[] := ARRAY['decision', 'marked', 'exemption', 'reason', 'decided_by_id', 'decided_at'];
BEGIN
    IF to_jsonb(NEW) - open_ones IS DISTINCT FROM to_jsonb(OLD) - open_ones THEN
        PERFORM gate.forbid('what was gathered stays as it was gathered');
    END IF;
    IF NOT EXISTS (SELECT FROM stewardship_request r WHERE r.id = NEW.request_id AND r.state IN ('received', 'in_work')) THEN
        PERFORM gate.forbid('nothing is decided once the request waits for release');
    END IF;
    IF NOT gate.acting_user() = ANY (NEW.gathered_by) OR NOT OLD.gathered_by <@ NEW.gathered_by
       OR NOT NEW.gathered_by <@ (OLD.gathered_by || gate.acting_user()) THEN
        PERFORM gate.forbid('who gathers stands beside what was gathered');
    END IF;
    IF EXISTS (SELECT FROM unnest(decided) AS name WHERE to_jsonb(NEW) -> name IS DISTINCT FROM to_jsonb(OLD) -> name)
       AND (NEW.decided_by_id IS DISTINCT FROM gate.acting_user() OR NOT gate.acting_user() = ANY (OLD.gathered_by)) THEN
        PERFORM gate.forbid('whoever gathered it decides, in their own name');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stewardship_item_decided BEFORE UPDATE ON stewardship_item
    FOR EACH ROW EXECUTE FUNCTION stewardship.item_decided();

-- Every item is counted here, whoever acts: one that they may not see is undecided all the same.
CREATE FUNCTION stewardship.undecided(wanted uuid) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT count(*) FROM stewardship_item WHERE request_id = wanted AND decision = '' $$;

CREATE FUNCTION stewardship.in_the_making(wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM stewardship_gathering WHERE request_id = wanted AND made_at IS NULL AND failed_at IS NULL)
       OR NOT EXISTS (SELECT FROM stewardship_gathering WHERE request_id = wanted AND made_at IS NOT NULL) $$;

CREATE FUNCTION stewardship.prepared_by(wanted uuid, who uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM stewardship_item WHERE request_id = wanted AND (who = ANY (gathered_by) OR decided_by_id = who))
       OR EXISTS (SELECT FROM stewardship_gathering WHERE request_id = wanted AND asked_by_id = who)
       OR EXISTS (SELECT FROM stewardship_request WHERE id = wanted AND ready_by_id = who) $$;

-- Whoever declared an interest in a record of it cannot see the whole, and so cannot answer for it.
CREATE FUNCTION stewardship.kept_in_part(wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM stewardship_item WHERE request_id = wanted AND grants && gate.kept_from()) $$;

CREATE FUNCTION stewardship.request_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state IN ('ready', 'released') THEN
        IF stewardship.in_the_making(NEW.id) THEN
            PERFORM gate.forbid('what is held was not gathered yet');
        END IF;
        IF stewardship.undecided(NEW.id) > 0 THEN
            PERFORM gate.forbid('nothing goes out while an item is undecided');
        END IF;
    END IF;
    IF NEW.state = 'ready' AND NEW.ready_by_id IS DISTINCT FROM gate.acting_user() THEN
        PERFORM gate.forbid('whoever asks for release says so in their own name');
    END IF;
    IF NEW.state = 'released' AND (
        NEW.released_by_id IS DISTINCT FROM gate.acting_user()
        OR NOT gate.holds('authority:' || NEW.authority_id || ':subject-release')
        OR stewardship.prepared_by(NEW.id, NEW.released_by_id)) THEN
        PERFORM gate.forbid('it is released by a second person, who prepared nothing of it');
    END IF;
    IF NEW.state = 'released' AND stewardship.kept_in_part(NEW.id) THEN
        PERFORM gate.forbid('whoever has an interest in a record of it does not release it');
    END IF;
    IF NEW.state = 'closed' AND NEW.closed_by_id IS DISTINCT FROM gate.acting_user() THEN
        PERFORM gate.forbid('whoever closes it says so in their own name');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stewardship_request_moved BEFORE UPDATE ON stewardship_request FOR EACH ROW
    WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION stewardship.request_moves();
CREATE TRIGGER stewardship_request_stays BEFORE UPDATE ON stewardship_request FOR EACH ROW
    WHEN (OLD.state IN ('released', 'closed')) EXECUTE FUNCTION gate.stays();

-- A release once given is not taken back by writing other names beside it.
CREATE FUNCTION stewardship.signs_itself() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM gate.forbid('a release is signed by moving to it');
END $$;
CREATE TRIGGER stewardship_request_signed BEFORE UPDATE ON stewardship_request FOR EACH ROW
    WHEN (NEW.state <> 'released' AND NEW.released_by_id IS NOT NULL) EXECUTE FUNCTION stewardship.signs_itself();

CREATE FUNCTION stewardship.discloses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.taken_by_id IS DISTINCT FROM gate.acting_user()
       OR NOT gate.holds('authority:' || NEW.authority_id || ':subject-release')
       OR NOT EXISTS (SELECT FROM stewardship_request r WHERE r.id = NEW.request_key AND r.state = 'released'
                         AND r.authority_id = NEW.authority_id) THEN
        PERFORM gate.forbid('only what was released is handed over, by whoever releases');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stewardship_disclosure_released BEFORE INSERT ON stewardship_disclosure
    FOR EACH ROW EXECUTE FUNCTION stewardship.discloses();

GRANT SELECT ON stewardship_request, stewardship_gathering, stewardship_item TO waymark_guard;
GRANT CREATE ON SCHEMA stewardship TO waymark_guard;
DO $$
DECLARE signature text;
BEGIN
    FOR signature IN SELECT p.oid::regprocedure::text FROM pg_proc p
                      WHERE p.pronamespace = 'stewardship'::regnamespace AND p.prosecdef LOOP
        EXECUTE 'ALTER FUNCTION ' || signature || ' OWNER TO waymark_guard';
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA stewardship FROM waymark_guard;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA stewardship FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stewardship.undecided(uuid), stewardship.in_the_making(uuid),
    stewardship.prepared_by(uuid, uuid), stewardship.kept_in_part(uuid) TO waymark_app;
