-- Taking out single items. Two people agree; the database puts a stone in the place of the words, also in rows that nobody
-- else may ever change, and writes down where. A restore does it again.
CREATE SCHEMA purging;
GRANT USAGE ON SCHEMA purging TO waymark_app, waymark_guard;

-- What may be taken out, and what is a copy of something: written by migrations (migrating.py).
CREATE TABLE purging.place (relation text NOT NULL, field text NOT NULL, PRIMARY KEY (relation, field));
CREATE TABLE purging.copy (of_relation text NOT NULL, relation text NOT NULL, fields text[] NOT NULL, finds text NOT NULL);
REVOKE ALL ON purging.place, purging.copy FROM waymark_app;
GRANT SELECT ON purging.place TO waymark_app, waymark_guard;
GRANT SELECT ON purging.copy TO waymark_guard;

-- The bytes of a stone: its form (2), the key of what was decided, the day, and nothing (kernel/sealed_fields.py reads them).
CREATE FUNCTION purging.stone(purge uuid, day date) RETURNS bytea LANGUAGE sql IMMUTABLE AS
$$ SELECT '\x02'::bytea || uuid_send(purge) || convert_to(to_char(day, 'YYYY-MM-DD'), 'UTF8') || decode(repeat('00', 229), 'hex') $$;

-- The walls that keep a signed row as it is stand before every update of it. They are let down for one update by the guard
-- and stand again in the same transaction; nobody else can work on the table meanwhile. What comes after an update (the
-- ledger, above all) sees this one as any other. These two belong to the owner of the tables, and only the guard calls them.
CREATE FUNCTION purging.let_down(place text) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    wall text;
    walls text[] := '{}';
BEGIN
    -- What waits to be checked at the end is checked now: a wall is not moved while something waits at it.
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;
    FOR wall IN
        SELECT t.tgname FROM pg_trigger t
         WHERE t.tgrelid = format('public.%I', place)::regclass AND NOT t.tgisinternal AND t.tgenabled = 'O'
           AND t.tgtype & 2 = 2 AND t.tgtype & 16 = 16
           AND EXISTS (SELECT FROM purging.place p WHERE p.relation = place)
    LOOP
        EXECUTE format('ALTER TABLE public.%I DISABLE TRIGGER %I', place, wall);
        walls := walls || wall;
    END LOOP;
    RETURN walls;
END $$;
CREATE FUNCTION purging.put_up(place text, walls text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE wall text;
BEGIN
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;
    FOREACH wall IN ARRAY walls LOOP
        EXECUTE format('ALTER TABLE public.%I ENABLE TRIGGER %I', place, wall);
    END LOOP;
END $$;

-- Puts stones into fields of one row. How many; a field that is empty or has its stone already is left alone.
CREATE FUNCTION purging.put_stones(place text, it uuid, fields text[], of_record uuid, authority bigint, purge uuid, day date)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    one text;
    walls text[];
    full_ones text[] := '{}';
    is_full boolean;
BEGIN
    FOREACH one IN ARRAY fields LOOP
        IF NOT EXISTS (SELECT FROM purging.place p WHERE p.relation = place AND p.field = one) THEN
            PERFORM gate.forbid(format('%s of %s is not taken out this way', one, place), 'place');
        END IF;
        EXECUTE format('SELECT octet_length(%1$I) > 0 AND substr(%1$I, 1, 1) <> ''\x02''::bytea FROM public.%2$I '
                       'WHERE id = $1 AND authority_id = $2', one, place) INTO is_full USING it, authority;
        IF is_full THEN
            full_ones := full_ones || one;
        END IF;
        IF is_full IS NOT NULL THEN
            INSERT INTO purging_stone (id, authority_id, grants, version, recorded_at, salt, relation, row_id, field,
                                       record_id, purge_key, taken_on)
            VALUES (gen_random_uuid(), authority, ARRAY['authority:' || authority || ':purge', 'system:' || authority], 1, now(),
                    gen_random_uuid(), place, it, one, of_record, purge, day)
            ON CONFLICT (relation, row_id, field) DO NOTHING;
        END IF;
    END LOOP;
    IF full_ones = '{}' THEN
        RETURN 0;
    END IF;
    walls := purging.let_down(place);
    EXECUTE format('UPDATE public.%I SET %s WHERE id = $1', place,
                   (SELECT string_agg(format('%I = $2', f), ', ') FROM unnest(full_ones) AS f))
      USING it, purging.stone(purge, day);
    PERFORM purging.put_up(place, walls);
    RETURN cardinality(full_ones);
END $$;

-- The same for every copy of what stood there.
CREATE FUNCTION purging.put_stones_in_copies(place text, it uuid, of_record uuid, authority bigint, purge uuid, day date)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    known purging.copy;
    found uuid;
    all_found uuid[];
BEGIN
    -- All are found before any is changed: a table that is being read keeps its walls.
    FOR known IN SELECT * FROM purging.copy c WHERE c.of_relation IN ('', place) LOOP
        EXECUTE format('SELECT coalesce(array_agg(f.key), ''{}'') FROM (%s) AS f (key) '
                       'WHERE f.key IS NOT NULL AND $1 IS NOT NULL AND $2 IS NOT NULL', known.finds)
           INTO all_found USING it, of_record;
        FOREACH found IN ARRAY all_found LOOP
            IF known.fields = '{}' THEN
                EXECUTE format('DELETE FROM public.%I WHERE id = $1', known.relation) USING found;
            ELSE
                PERFORM purging.put_stones(known.relation, found, known.fields, of_record, authority, purge, day);
            END IF;
        END LOOP;
    END LOOP;
END $$;

-- The only way for the service. Refuses what two people have not agreed to. What colleagues typed and did not send goes too:
-- it is sealed with their own keys, so nobody can look whether the words stand in it.
CREATE FUNCTION purging.take_out(wanted uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    asked purging_purge;
    each record;
    day date := (now() AT TIME ZONE 'Europe/London')::date;
    gone integer := 0;
BEGIN
    SELECT * INTO asked FROM purging_purge p WHERE p.id = wanted AND p.grants && gate.held() FOR UPDATE;
    IF asked.id IS NULL OR asked.agreed IS NOT TRUE OR asked.decided_by_id = asked.asked_by_id
       OR asked.decided_by_id IS DISTINCT FROM gate.acting_user() OR asked.done_at IS NOT NULL THEN
        PERFORM gate.forbid('two people have not agreed to take this out', 'not-agreed');
    END IF;
    FOR each IN SELECT * FROM jsonb_to_recordset(asked.items) AS x (relation text, id uuid, columns text[], record uuid) LOOP
        gone := gone + purging.put_stones(each.relation, each.id, each.columns, each.record, asked.authority_id, asked.id, day);
        PERFORM purging.put_stones_in_copies(each.relation, each.id, each.record, asked.authority_id, asked.id, day);
    END LOOP;
    DELETE FROM accounts_typedtext t USING access_membership m
     WHERE m.user_id = t.user_id AND m.authority_id = asked.authority_id;
    UPDATE purging_purge SET done_at = now() WHERE id = wanted;
    RETURN gone;
END $$;

-- After a restore from before it: for the role that migrates and restores, never for the service. Was it there again?
CREATE FUNCTION purging.take_out_again(place text, it uuid, one text, of_record uuid, authority bigint, purge uuid, day date)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE gone integer;
BEGIN
    gone := purging.put_stones(place, it, ARRAY[one], of_record, authority, purge, day);
    PERFORM purging.put_stones_in_copies(place, it, of_record, authority, purge, day);
    RETURN gone > 0;
END $$;

CREATE FUNCTION purging.decides() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    open_ones text[] := ARRAY['agreed', 'decided_by_id', 'decided_at', 'refused_because', 'version'];
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.asked_by_id IS DISTINCT FROM gate.acting_user() OR NEW.decided_by_id IS NOT NULL OR NEW.done_at IS NOT NULL THEN
            PERFORM gate.forbid('whoever acts asks, and another decides', 'signed');
        END IF;
        IF jsonb_typeof(NEW.items) <> 'array' OR jsonb_array_length(NEW.items) = 0 OR EXISTS (
            SELECT FROM jsonb_to_recordset(NEW.items) AS x (relation text, columns text[]), unnest(x.columns) AS c
             WHERE NOT EXISTS (SELECT FROM purging.place p WHERE p.relation = x.relation AND p.field = c)) THEN
            PERFORM gate.refuse('what is asked names items that may be taken out');
        END IF;
    ELSIF current_user <> 'waymark_guard' AND (
        OLD.decided_by_id IS NOT NULL OR NEW.decided_by_id IS DISTINCT FROM gate.acting_user()
        OR NEW.decided_by_id = OLD.asked_by_id OR NOT gate.holds('authority:' || NEW.authority_id || ':purge')
        OR to_jsonb(NEW) - open_ones IS DISTINCT FROM to_jsonb(OLD) - open_ones) THEN
        PERFORM gate.forbid('it is decided once, by a second person, and otherwise stays as it was asked', 'signed');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER purging_purge_decided BEFORE INSERT OR UPDATE ON purging_purge
    FOR EACH ROW EXECUTE FUNCTION purging.decides();
-- Rows go when their time is over: by the retention jobs, which act as the authority’s system.
CREATE POLICY purging_purge_kept ON purging_purge AS RESTRICTIVE FOR DELETE USING (gate.holds('system:' || authority_id));
CREATE POLICY purging_stone_kept ON purging_stone AS RESTRICTIVE FOR DELETE USING (gate.holds('system:' || authority_id));
REVOKE INSERT, UPDATE ON purging_stone FROM waymark_app;

GRANT SELECT, UPDATE ON purging_purge TO waymark_guard;
GRANT SELECT, INSERT ON purging_stone TO waymark_guard;
GRANT SELECT, DELETE ON accounts_typedtext TO waymark_guard;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA purging FROM PUBLIC;
GRANT EXECUTE ON FUNCTION purging.let_down(text), purging.put_up(text, text[]), purging.stone(uuid, date) TO waymark_guard;
GRANT CREATE ON SCHEMA purging TO waymark_guard;
ALTER FUNCTION purging.put_stones(text, uuid, text[], uuid, bigint, uuid, date) OWNER TO waymark_guard;
ALTER FUNCTION purging.put_stones_in_copies(text, uuid, uuid, bigint, uuid, date) OWNER TO waymark_guard;
ALTER FUNCTION purging.take_out(uuid) OWNER TO waymark_guard;
ALTER FUNCTION purging.take_out_again(text, uuid, text, uuid, bigint, uuid, date) OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA purging FROM waymark_guard;
GRANT EXECUTE ON FUNCTION purging.take_out(uuid), purging.decides() TO waymark_app;
GRANT EXECUTE ON FUNCTION purging.decides() TO waymark_guard;
