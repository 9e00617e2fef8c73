-- What the present transaction may see. Empty context: nothing.
CREATE SCHEMA gate;
GRANT USAGE ON SCHEMA gate TO waymark_app, waymark_guard;

CREATE FUNCTION gate.held() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('waymark.grants', true), ''), '{}')::text[] $$;

CREATE FUNCTION gate.holds(token text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT token = ANY (gate.held()) $$;

-- Is it sealed (kernel.sealed_fields), and as long as the shortest sentence? Whoever gives a reason gives five words
-- (kernel.sentences counts them): nine letters, and 45 bytes around what is sealed. What they say is not read here.
CREATE FUNCTION gate.sealed_sentence(said bytea) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN octet_length(said) >= 54 THEN get_byte(said, 0) = 1 ELSE false END $$;

-- What a trigger says of a row that is wrong, and of a deed that is not theirs or not any more.
CREATE FUNCTION gate.refuse(sentence text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', sentence USING ERRCODE = 'check_violation';
END $$;
CREATE FUNCTION gate.forbid(sentence text, detail text DEFAULT '') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', sentence USING ERRCODE = 'insufficient_privilege', DETAIL = detail;
END $$;

-- The trigger of every state table: TG_ARGV[0] is the column, [1] the first state, then "from>to" pairs.
CREATE FUNCTION gate.legal_move() RETURNS trigger LANGUAGE plpgsql AS $$
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

-- Rows that nobody may change once written (signed decisions, answers, log rows).
CREATE FUNCTION gate.stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is never changed or deleted; write a correction', TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
