-- The writers take who acts and for which authority from the context of the transaction, and refuse anything else.
CREATE FUNCTION ledger.may_write(authority integer, what text) RETURNS void LANGUAGE plpgsql STABLE AS $$
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

CREATE OR REPLACE FUNCTION ledger.note_deed(
    deed text, about_kind text, about_id text, authority integer, happened timestamptz)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

CREATE OR REPLACE FUNCTION ledger.note_read(page text, about_kind text, about_id text, authority integer)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

CREATE OR REPLACE FUNCTION ledger.note_disclosure(
    about_kind text, about_id text, authority integer, recipient text, what text, basis text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

REVOKE EXECUTE ON FUNCTION ledger.may_write(integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.may_write(integer, text) TO waymark_guard;
-- Only triggers run these.
REVOKE EXECUTE ON FUNCTION ledger.record_change(), ledger.record_rows(), ledger.refuse_change() FROM waymark_app;
