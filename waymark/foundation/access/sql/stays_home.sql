-- A protected row never changes its authority, and is never given to the people of another one. The policies cannot
-- say so: they ask only whether whoever writes still sees the row.
CREATE OR REPLACE FUNCTION gate.stays_home() RETURNS trigger LANGUAGE plpgsql AS $$
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
