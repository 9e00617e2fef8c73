-- Seals. Ranges of entries become leaves of a Merkle tree (RFC 6962); each seal holds the one before it. The exact bytes
-- are laid down in docs/operate/ledger.md, and `verifier/` reads them by that page, not by this file.
CREATE TABLE ledger.seal (
    number bigint PRIMARY KEY CHECK (number > 0),
    kind text NOT NULL CHECK (kind IN ('sealed', 'dropped')),
    entries text NOT NULL CHECK (entries IN ('deed', 'change', 'read', 'disclosure')),
    after_id bigint NOT NULL CHECK (after_id >= 0),
    last_id bigint NOT NULL CHECK (last_id > after_id),
    count bigint NOT NULL CHECK (count >= 0),
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    fenced_at timestamptz NOT NULL,
    sealed_at timestamptz NOT NULL,
    previous bytea NOT NULL CHECK (octet_length(previous) = 32),
    seal bytea NOT NULL UNIQUE CHECK (octet_length(seal) = 32),
    UNIQUE (kind, entries, last_id),
    UNIQUE (kind, entries, after_id)
);
-- At most one row: up to where the next seals will go, once every transaction that could still write before it is over.
CREATE TABLE ledger.fence (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    set_at timestamptz NOT NULL,
    txid bigint NOT NULL,
    up_to jsonb NOT NULL
);
-- For how many years entries are kept. Only the owner changes it: the application must not be able to shorten it.
CREATE TABLE ledger.keeping (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    years integer NOT NULL CHECK (years BETWEEN 2 AND 8)
);
INSERT INTO ledger.keeping (years) VALUES (8);

-- Each names its value as seldom as may be: what is inlined is worked out as often as it is named.
CREATE FUNCTION ledger.field(value text) RETURNS bytea LANGUAGE sql STABLE AS
$$ SELECT coalesce(pg_catalog.int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8'),
                   '\xffffffff'::bytea) $$;
CREATE FUNCTION ledger.field(value bytea) RETURNS bytea LANGUAGE sql STABLE AS
$$ SELECT coalesce(pg_catalog.int4send(octet_length(value)) || value, '\xffffffff'::bytea) $$;
CREATE FUNCTION ledger.field(value bigint) RETURNS bytea LANGUAGE sql STABLE AS
$$ SELECT ledger.field(value::text) $$;
CREATE FUNCTION ledger.field(value timestamptz) RETURNS bytea LANGUAGE sql STABLE AS
$$ SELECT ledger.field((extract(epoch FROM value) * 1000000)::bigint) $$;
CREATE FUNCTION ledger.field(value text[]) RETURNS bytea LANGUAGE sql STABLE AS
$$ SELECT pg_catalog.int4send(cardinality(value))
          || coalesce((SELECT string_agg(ledger.field(item), ''::bytea ORDER BY place)
                         FROM unnest(value) WITH ORDINALITY AS items (item, place)), ''::bytea) $$;

CREATE FUNCTION ledger.leaf(e ledger.deed) RETURNS bytea LANGUAGE sql STABLE AS
$$ SELECT sha256('\x00'::bytea || ledger.field('deed'::text) || ledger.field(e.id) || ledger.field(e.at)
    || ledger.field(e.txid) || ledger.field(e.request) || ledger.field(e.actor) || ledger.field(e.organisation)
    || ledger.field(e.purpose) || ledger.field(e.authority_id::bigint) || ledger.field(e.deed)
    || ledger.field(e.about_kind) || ledger.field(e.about_id) || ledger.field(e.happened_at)) $$;
CREATE FUNCTION ledger.leaf(e ledger.change, listed bytea) RETURNS bytea LANGUAGE sql STABLE AS
$$ SELECT sha256('\x00'::bytea || ledger.field('change'::text) || ledger.field(e.id) || ledger.field(e.at)
    || ledger.field(e.txid) || ledger.field(e.request) || ledger.field(e.actor) || ledger.field(e.login)
    || ledger.field(e.deed) || ledger.field(e.authority_id::bigint) || ledger.field(e.relation)
    || ledger.field(e.row_id) || ledger.field(e.op) || listed || ledger.field(e.plain::text)
    || ledger.field(e.digest)) $$;
CREATE FUNCTION ledger.leaf(e ledger.read) RETURNS bytea LANGUAGE sql STABLE AS
$$ SELECT sha256('\x00'::bytea || ledger.field('read'::text) || ledger.field(e.id) || ledger.field(e.at)
    || ledger.field(e.txid) || ledger.field(e.request) || ledger.field(e.actor) || ledger.field(e.organisation)
    || ledger.field(e.purpose) || ledger.field(e.authority_id::bigint) || ledger.field(e.page)
    || ledger.field(e.about_kind) || ledger.field(e.about_id)) $$;
CREATE FUNCTION ledger.leaf(e ledger.disclosure) RETURNS bytea LANGUAGE sql STABLE AS
$$ SELECT sha256('\x00'::bytea || ledger.field('disclosure'::text) || ledger.field(e.id) || ledger.field(e.at)
    || ledger.field(e.txid) || ledger.field(e.request) || ledger.field(e.actor) || ledger.field(e.organisation)
    || ledger.field(e.authority_id::bigint) || ledger.field(e.about_kind) || ledger.field(e.about_id)
    || ledger.field(e.recipient) || ledger.field(e.what) || ledger.field(e.basis)) $$;

-- Level by level: pairs are joined, a last one without a partner goes up as it is. The same tree as RFC 6962, 2.1.
CREATE FUNCTION ledger.tree(leaves bytea[]) RETURNS bytea LANGUAGE plpgsql STABLE AS $$
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

-- The tree over entries `after_id` < id <= `last_id` of one table, at most `most` of them: last id, how many, hash. Of
-- changes the lists of columns are put into bytes once for each list: there are few, and they cost the most.
CREATE FUNCTION ledger.hashed(entries text, after_id bigint, last_id bigint, most bigint,
                              OUT last bigint, OUT count bigint, OUT hash bytea) LANGUAGE plpgsql STABLE AS $$
DECLARE leaves bytea[];
BEGIN
    IF entries = 'change' THEN
        WITH part AS MATERIALIZED (
            SELECT e FROM ledger.change AS e WHERE e.id > after_id AND e.id <= last_id ORDER BY e.id LIMIT most
        ), lists AS MATERIALIZED (
            SELECT (p.e).columns, ledger.field((p.e).columns) AS listed FROM part AS p GROUP BY 1
        )
        SELECT max((p.e).id), count(*), array_agg(ledger.leaf(p.e, l.listed) ORDER BY (p.e).id)
          INTO last, count, leaves FROM part AS p JOIN lists AS l ON l.columns = (p.e).columns;
    ELSE
        EXECUTE format('SELECT max(id), count(*), array_agg(leaf ORDER BY id) FROM (SELECT e.id, ledger.leaf(e) AS leaf '
                       'FROM ledger.%I AS e WHERE e.id > $1 AND e.id <= $2 ORDER BY e.id LIMIT $3) AS part', entries)
           INTO last, count, leaves USING after_id, last_id, most;
    END IF;
    hash := ledger.tree(leaves);
END $$;

CREATE FUNCTION ledger.link(kind text, entries text, after_id bigint, last_id bigint, count bigint, hash bytea,
                            fenced_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
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

-- Says up to where the next seals go. False when an earlier fence still waits. Whoever has taken an entry’s number up to
-- here had a transaction number by then (the writers see to that): a smaller one than ours, which is taken last.
CREATE FUNCTION ledger.fence() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

-- Seals everything before the fence. How many entries; NULL while a transaction from before the fence is still running.
CREATE FUNCTION ledger.seal() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

-- Drops ranges whose time is over, leaving their seal and a link that says so. A range that no longer fits its seal stays,
-- so that dropping cannot hide what was done to it. How many entries went.
CREATE FUNCTION ledger.drop_old() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
END $$;

-- What a root signs: the newest link, and up to where each kind of entry is sealed. No row before the first seal.
CREATE FUNCTION ledger.head(OUT number bigint, OUT seal bytea, OUT sealed jsonb)
LANGUAGE sql STABLE AS $$
    SELECT s.number, s.seal,
           (SELECT jsonb_object_agg(t.entries, t.last_id)
              FROM (SELECT entries, max(last_id) AS last_id FROM ledger.seal WHERE kind = 'sealed' GROUP BY 1) AS t)
      FROM ledger.seal AS s ORDER BY s.number DESC LIMIT 1
$$;

-- As before; but a row goes when the guard drops a range that a link names.
CREATE OR REPLACE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_user = 'waymark_guard' THEN
        IF EXISTS (SELECT FROM ledger.seal AS d WHERE d.kind = 'dropped' AND d.entries = TG_TABLE_NAME
                      AND OLD.id > d.after_id AND OLD.id <= d.last_id) THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER seal_stays BEFORE UPDATE OR DELETE ON ledger.seal
    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER seal_kept BEFORE TRUNCATE ON ledger.seal
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

REVOKE ALL ON ledger.seal, ledger.fence, ledger.keeping FROM PUBLIC, waymark_app;
GRANT SELECT ON ledger.seal, ledger.keeping TO waymark_app, waymark_guard;
GRANT INSERT ON ledger.seal TO waymark_guard;
GRANT SELECT, INSERT, DELETE ON ledger.fence TO waymark_guard;
GRANT DELETE ON ledger.deed, ledger.change, ledger.read, ledger.disclosure TO waymark_guard;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA ledger FROM waymark_app;
GRANT SELECT ON SEQUENCE ledger.deed_id_seq, ledger.change_id_seq, ledger.read_id_seq, ledger.disclosure_id_seq
   TO waymark_guard;
GRANT CREATE ON SCHEMA ledger TO waymark_guard;
ALTER FUNCTION ledger.fence() OWNER TO waymark_guard;
ALTER FUNCTION ledger.seal() OWNER TO waymark_guard;
ALTER FUNCTION ledger.drop_old() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA ledger FROM waymark_guard;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ledger TO waymark_guard;
GRANT EXECUTE ON FUNCTION ledger.fence(), ledger.seal(), ledger.drop_old(), ledger.head() TO waymark_app;
