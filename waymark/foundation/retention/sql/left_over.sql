-- What is kept only because something else needs it: a person, by a referral. It goes with the last of them
-- (erasing.sql). Two that end in the same moment each see the other, and leave it behind; so it is looked for, and goes.
CREATE TABLE retention.held_by (
    kind text NOT NULL REFERENCES retention.kind,
    by_relation text NOT NULL,
    by_column text NOT NULL,
    class_code text NOT NULL REFERENCES retention.class,
    PRIMARY KEY (kind, by_relation, by_column)
);
REVOKE ALL ON retention.held_by FROM waymark_app;
GRANT SELECT ON retention.held_by TO waymark_app, waymark_guard;

-- Rows that came before a day, and that nothing holds. Only the functions below call it.
CREATE FUNCTION retention.held_by_nothing(before date)
RETURNS TABLE (kind text, record_id uuid, authority bigint, class_code text, seen_by text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
END $$;

-- Erases what nothing holds since a day, of the authorities of whoever acts. What something unnamed still needs stays,
-- and is counted by the function after this one.
CREATE FUNCTION retention.erase_left_over()
RETURNS TABLE (kind text, record_id uuid, authority bigint, class_code text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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

-- How many nothing holds: until the next night it may be so. Tells nothing of any record.
CREATE FUNCTION retention.left_over() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT count(*) FROM retention.held_by_nothing(retention.today()) $$;

-- A refused proposal has erased nothing and proves nothing: it goes, with the reason that somebody wrote, when its time
-- is over. One that was agreed to is the proof of its erasures, and says no reason.
ALTER TABLE retention_proposal ADD CONSTRAINT proposal_reason_of_a_refusal
    CHECK (reason = '' OR approved IS FALSE);
CREATE FUNCTION retention.erase_refusals() RETURNS TABLE (authority bigint, count bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH gone AS (
        DELETE FROM retention_proposal p
         WHERE p.approved IS FALSE AND p.grants && gate.held()
           AND ((p.decided_at AT TIME ZONE 'Europe/London')::date
                + (SELECT f.erases FROM retention.in_force('break-glass', p.authority_id) f))::date <= retention.today()
        RETURNING p.authority_id)
    SELECT gone.authority_id, count(*) FROM gone GROUP BY gone.authority_id
$$;
GRANT DELETE ON retention_proposal TO waymark_guard;

GRANT CREATE ON SCHEMA retention TO waymark_guard;
ALTER FUNCTION retention.held_by_nothing(date) OWNER TO waymark_guard;
ALTER FUNCTION retention.erase_left_over() OWNER TO waymark_guard;
ALTER FUNCTION retention.left_over() OWNER TO waymark_guard;
ALTER FUNCTION retention.erase_refusals() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA retention FROM waymark_guard;
REVOKE EXECUTE ON FUNCTION retention.held_by_nothing(date), retention.erase_left_over(), retention.left_over(),
    retention.erase_refusals() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION retention.erase_left_over(), retention.left_over(), retention.erase_refusals() TO waymark_app;
