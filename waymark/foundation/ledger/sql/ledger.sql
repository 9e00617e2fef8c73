-- The ledger. Tables belong to waymark_owner; only functions of waymark_guard may insert; nobody may change or delete.
CREATE SCHEMA ledger;
GRANT USAGE ON SCHEMA ledger TO waymark_app, waymark_guard;

CREATE TABLE ledger.deed (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    txid bigint NOT NULL DEFAULT txid_current(),
    request text NOT NULL DEFAULT '',
    actor text NOT NULL,
    organisation text NOT NULL DEFAULT '',
    purpose text NOT NULL DEFAULT '',
    authority_id integer,
    deed text NOT NULL,
    about_kind text NOT NULL,
    about_id text NOT NULL,
    happened_at timestamptz NOT NULL
);
CREATE TABLE ledger.change (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    txid bigint NOT NULL DEFAULT txid_current(),
    request text NOT NULL DEFAULT '',
    actor text NOT NULL,
    login text NOT NULL,
    deed text NOT NULL DEFAULT '',
    authority_id integer,
    relation text NOT NULL,
    row_id text NOT NULL,
    op text NOT NULL CHECK (op IN ('INSERT', 'UPDATE', 'DELETE')),
    columns text[] NOT NULL,
    plain jsonb NOT NULL DEFAULT '{}',
    -- Of the whole row with its own random salt: proves the row later, tells nothing once the row is erased.
    digest bytea NOT NULL
);
CREATE TABLE ledger.read (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    txid bigint NOT NULL DEFAULT txid_current(),
    request text NOT NULL DEFAULT '',
    actor text NOT NULL,
    organisation text NOT NULL DEFAULT '',
    purpose text NOT NULL CHECK (purpose <> ''),
    authority_id integer,
    page text NOT NULL,
    about_kind text NOT NULL,
    about_id text NOT NULL
);
CREATE TABLE ledger.disclosure (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    txid bigint NOT NULL DEFAULT txid_current(),
    request text NOT NULL DEFAULT '',
    actor text NOT NULL,
    organisation text NOT NULL DEFAULT '',
    authority_id integer,
    about_kind text NOT NULL,
    about_id text NOT NULL,
    recipient text NOT NULL,
    what text NOT NULL,
    basis text NOT NULL CHECK (basis <> '')
);

CREATE FUNCTION ledger.context(name text) RETURNS text LANGUAGE sql STABLE AS
$$ SELECT coalesce(current_setting('waymark.' || name, true), '') $$;

CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;

-- Triggered for each row of a recorded table. Arguments: the columns whose values may be kept in plain. It is run for every
-- row that is written, so it takes the short way: what came or went is all of its columns; only a change is compared.
CREATE FUNCTION ledger.record_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

-- The same entries for the rows that one statement adds, for tables that lists fill: `came` holds them. What is alike in all
-- of them is worked out once.
CREATE FUNCTION ledger.record_rows() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

CREATE FUNCTION ledger.note_deed(deed text, about_kind text, about_id text, authority integer, happened timestamptz)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE entry bigint;
BEGIN
    IF ledger.context('actor') = '' THEN
        RAISE EXCEPTION 'a deed needs an actor' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO ledger.deed (request, actor, organisation, purpose, authority_id, deed, about_kind, about_id, happened_at)
    VALUES (ledger.context('request'), ledger.context('actor'), ledger.context('organisation'),
            ledger.context('purpose'), authority, deed, about_kind, about_id, happened)
    RETURNING id INTO entry;
    RETURN entry;
END $$;

CREATE FUNCTION ledger.note_read(page text, about_kind text, about_id text, authority integer)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE entry bigint;
BEGIN
    IF ledger.context('actor') = '' THEN
        RAISE EXCEPTION 'a read needs an actor' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO ledger.read (request, actor, organisation, purpose, authority_id, page, about_kind, about_id)
    VALUES (ledger.context('request'), ledger.context('actor'), ledger.context('organisation'),
            ledger.context('purpose'), authority, page, about_kind, about_id)
    RETURNING id INTO entry;
    RETURN entry;
END $$;

CREATE FUNCTION ledger.note_disclosure(
    about_kind text, about_id text, authority integer, recipient text, what text, basis text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE entry bigint;
BEGIN
    INSERT INTO ledger.disclosure (request, actor, organisation, authority_id, about_kind, about_id, recipient, what, basis)
    VALUES (ledger.context('request'), ledger.context('actor'), ledger.context('organisation'),
            authority, about_kind, about_id, recipient, what, basis)
    RETURNING id INTO entry;
    RETURN entry;
END $$;

DO $$
DECLARE entries text;
BEGIN
    FOREACH entries IN ARRAY ARRAY['deed', 'change', 'read', 'disclosure'] LOOP
        EXECUTE format('CREATE TRIGGER %I_stays BEFORE UPDATE OR DELETE ON ledger.%I '
                       'FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change()', entries, entries);
        EXECUTE format('CREATE TRIGGER %I_kept BEFORE TRUNCATE ON ledger.%I '
                       'FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', entries, entries);
        EXECUTE format('REVOKE ALL ON ledger.%I FROM PUBLIC, waymark_app', entries);
        EXECUTE format('GRANT SELECT ON ledger.%I TO waymark_app', entries);
        EXECUTE format('GRANT INSERT, SELECT ON ledger.%I TO waymark_guard', entries);
        EXECUTE format('ALTER TABLE ledger.%I ENABLE ROW LEVEL SECURITY', entries);
        -- Readers of one authority’s ledger hold a grant for it; entries about no authority show to nobody.
        EXECUTE format(
            'CREATE POLICY %I_readers ON ledger.%I FOR SELECT TO waymark_app USING (('
            '''authority:'' || authority_id || '':ledger'') = ANY ('
            'coalesce(nullif(current_setting(''waymark.grants'', true), ''''), ''{}'')::text[]))', entries, entries);
        EXECUTE format('CREATE INDEX %I_at ON ledger.%I USING brin (at)', entries, entries);
    END LOOP;
END $$;
CREATE INDEX read_about ON ledger.read (about_kind, about_id);
CREATE INDEX deed_about ON ledger.deed (about_kind, about_id);
CREATE INDEX change_row ON ledger.change (relation, row_id);

GRANT CREATE ON SCHEMA ledger TO waymark_guard;
ALTER FUNCTION ledger.record_change() OWNER TO waymark_guard;
ALTER FUNCTION ledger.record_rows() OWNER TO waymark_guard;
ALTER FUNCTION ledger.note_deed(text, text, text, integer, timestamptz) OWNER TO waymark_guard;
ALTER FUNCTION ledger.note_read(text, text, text, integer) OWNER TO waymark_guard;
ALTER FUNCTION ledger.note_disclosure(text, text, integer, text, text, text) OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA ledger FROM waymark_guard;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ledger TO waymark_app, waymark_guard;
