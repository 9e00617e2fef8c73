-- Erasing, the walls around it, and what replays it after a restore.

-- Every row that goes with a record, by table: the rows themselves, then what points at any of them.
CREATE FUNCTION retention.goes_with(what text, it uuid, OUT relation text, OUT key text, OUT type text, OUT ids text[])
RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
END $$;

-- Deletes it all. How many rows of each table. Only the functions below call it.
CREATE FUNCTION retention.remove(what text, it uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
END $$;

-- The only way in which a record goes. Refuses what is not due, under hold, or not approved by a second person; at its
-- ceiling a record goes without them. The detail of a refusal is its code.
CREATE FUNCTION retention.erase(wanted uuid, proposal uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
        PERFORM gate.forbid('there is no such record', 'gone');
    END IF;
    IF retention.held(life.id) THEN
        PERFORM gate.forbid('the record is under a legal hold', 'held');
    END IF;
    SELECT * INTO own FROM retention.dates(life.id, life.class_code, life.authority_id, life.came_on, life.began_on);
    IF life.began_on IS NULL OR own.erase_on > retention.today() THEN
        PERFORM gate.forbid('the record is not due to be erased', 'not-due');
    END IF;
    SELECT needs_two INTO STRICT two FROM retention.kind k WHERE k.kind = life.kind;
    IF two AND own.ceiling_on <= retention.today() THEN
        ground := 'ceiling';
    ELSIF two THEN
        ground := 'two-people';
        IF NOT EXISTS (SELECT FROM retention_proposal p WHERE p.id = proposal AND p.approved
                          AND p.authority_id = life.authority_id AND p.decided_by_id <> p.proposed_by_id
                          AND life.id = ANY (p.lives)) THEN
            PERFORM gate.forbid('two people have not agreed to erase the record', 'not-approved');
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

-- After a restore from before an erasure. For the role that migrates and restores, never for the service.
CREATE FUNCTION retention.erase_again(
    what text, it uuid, authority bigint, code text, erased date, basis text, named uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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

-- The walls. A row goes by the guard’s functions, or, where the trigger has a condition, as its own part says.
CREATE FUNCTION retention.only_the_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_user <> 'waymark_guard' THEN
        PERFORM gate.forbid(format('rows of %s go when they are due, and not by hand', TG_TABLE_NAME), 'by-hand');
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;

-- What its own author may throw away (a draft) stays while it is under a hold. The argument is the kind.
CREATE FUNCTION retention.unless_held() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM retention_life l WHERE l.kind = TG_ARGV[0] AND l.record_id = OLD.id AND retention.held(l.id)) THEN
        PERFORM gate.forbid('the record is under a legal hold', 'held');
    END IF;
    RETURN OLD;
END $$;

-- A hold takes the record’s lock: it waits for an erasure under way, and an erasure waits for it.
CREATE FUNCTION retention.places_hold() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.ended_on IS NOT NULL OR to_jsonb(NEW) - ARRAY['ended_on', 'ended_by_id', 'ended_because', 'version']
           IS DISTINCT FROM to_jsonb(OLD) - ARRAY['ended_on', 'ended_by_id', 'ended_because', 'version']
           OR NOT retention.is_actor(NEW.ended_by_id) THEN
            PERFORM gate.forbid('a hold is ended once, by whoever acts, and otherwise stays as it is', 'signed');
        END IF;
        RETURN NEW;
    END IF;
    PERFORM 1 FROM retention_life WHERE id = NEW.life_key AND authority_id = NEW.authority_id FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM gate.forbid('there is no such record', 'gone');
    END IF;
    IF NOT retention.is_actor(NEW.placed_by_id) OR NEW.ended_on IS NOT NULL
       OR NEW.review_on > (retention.today() + interval '12 months')::date THEN
        PERFORM gate.forbid('a hold is placed by whoever acts, and looked at again within 12 months', 'signed');
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION retention.proposes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND (NOT retention.is_actor(NEW.proposed_by_id) OR NEW.decided_by_id IS NOT NULL) THEN
        PERFORM gate.forbid('a proposal is by whoever acts, and decided by another', 'signed');
    END IF;
    IF TG_OP = 'UPDATE' AND (OLD.decided_by_id IS NOT NULL OR NOT retention.is_actor(NEW.decided_by_id)
       OR NEW.decided_by_id = NEW.proposed_by_id
       OR to_jsonb(NEW) - ARRAY['approved', 'decided_by_id', 'decided_at', 'decided_as', 'reason', 'version']
          IS DISTINCT FROM to_jsonb(OLD) - ARRAY['approved', 'decided_by_id', 'decided_at', 'decided_as', 'reason', 'version']) THEN
        PERFORM gate.forbid('a proposal is decided once, by another person', 'signed');
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION retention.reviews() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (TG_OP = 'INSERT' AND NEW.decided_on IS NOT NULL) OR (TG_OP = 'UPDATE' AND (
        OLD.decided_on IS NOT NULL OR NOT retention.is_actor(NEW.decided_by_id) OR NEW.life_key <> OLD.life_key
        OR NEW.due_on <> OLD.due_on)) THEN
        PERFORM gate.forbid('a review is asked for first, and answered once, by whoever acts', 'signed');
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION retention.reviewed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM retention.recompute(NEW.life_key);
    RETURN NULL;
END $$;

CREATE TRIGGER retention_life_walled BEFORE INSERT OR UPDATE OR DELETE ON retention_life
    FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();
CREATE TRIGGER retention_erasure_walled BEFORE INSERT OR UPDATE OR DELETE ON retention_erasure
    FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();
CREATE TRIGGER retention_erasure_signed BEFORE UPDATE OR DELETE ON retention_erasure
    FOR EACH ROW EXECUTE FUNCTION gate.stays();
CREATE TRIGGER retention_hold_placed BEFORE INSERT OR UPDATE ON retention_hold
    FOR EACH ROW EXECUTE FUNCTION retention.places_hold();
CREATE TRIGGER retention_hold_walled BEFORE DELETE ON retention_hold
    FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();
CREATE TRIGGER retention_proposal_signed BEFORE INSERT OR UPDATE ON retention_proposal
    FOR EACH ROW EXECUTE FUNCTION retention.proposes();
CREATE TRIGGER retention_proposal_walled BEFORE DELETE ON retention_proposal
    FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();
CREATE TRIGGER retention_review_signed BEFORE INSERT OR UPDATE ON retention_review
    FOR EACH ROW EXECUTE FUNCTION retention.reviews();
CREATE TRIGGER retention_review_heard AFTER INSERT OR UPDATE ON retention_review
    FOR EACH ROW EXECUTE FUNCTION retention.reviewed();
CREATE TRIGGER retention_review_walled BEFORE DELETE ON retention_review
    FOR EACH ROW EXECUTE FUNCTION retention.only_the_guard();

REVOKE INSERT, UPDATE, DELETE ON retention_life, retention_erasure FROM waymark_app;
REVOKE DELETE ON retention_hold, retention_proposal, retention_review FROM waymark_app;
GRANT SELECT ON retention_retentionsetting, retention_proposal TO waymark_guard;
GRANT SELECT, DELETE ON retention_hold, retention_review TO waymark_guard;
GRANT SELECT, INSERT, UPDATE, DELETE ON retention_life TO waymark_guard;
GRANT SELECT, INSERT ON retention_erasure TO waymark_guard;
GRANT CREATE ON SCHEMA retention TO waymark_guard;
DO $$
DECLARE signature text;
BEGIN
    FOR signature IN SELECT p.oid::regprocedure::text FROM pg_proc p
                      WHERE p.pronamespace = 'retention'::regnamespace AND p.prosecdef LOOP
        EXECUTE 'ALTER FUNCTION ' || signature || ' OWNER TO waymark_guard';
    END LOOP;
END $$;
REVOKE CREATE ON SCHEMA retention FROM waymark_guard;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA retention FROM PUBLIC;
GRANT EXECUTE ON FUNCTION retention.today(), retention.is_actor(uuid),
    retention.in_force(text, bigint), retention.recompute(uuid), retention.held(uuid), retention.erase(uuid, uuid),
    retention.only_the_guard(), retention.proposes(), retention.reviews() TO waymark_app, waymark_guard;
