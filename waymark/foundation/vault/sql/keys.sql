-- The keys of records. What a key is of never changes; a destroyed one never comes back; none is deleted.
CREATE SCHEMA vault;
GRANT USAGE ON SCHEMA vault TO waymark_app, waymark_guard;

-- The keys of what was typed about a record by those who opened it, or withdrew an interest in it: they end with its own.
CREATE FUNCTION vault.reasons_about(record uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT k.id FROM public.vault_recordkey k JOIN public.access_glass g ON g.id = k.about_id
     WHERE k.about_table = 'access_glass' AND g.about_id = record AND k.destroyed_at IS NULL
    UNION ALL
    SELECT k.id FROM public.vault_recordkey k JOIN public.access_interest i ON i.id = k.about_id
     WHERE k.about_table = 'access_interest' AND i.about_id = record AND k.destroyed_at IS NULL
$$;

CREATE FUNCTION vault.guard_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a key is destroyed, never deleted' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (NEW.id, NEW.about_table, NEW.about_id) IS DISTINCT FROM (OLD.id, OLD.about_table, OLD.about_id) THEN
        RAISE EXCEPTION 'a key stays with its record' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF OLD.destroyed_at IS NOT NULL
       AND (NEW.wrapped, NEW.master, NEW.destroyed_at) IS DISTINCT FROM (OLD.wrapped, OLD.master, OLD.destroyed_at) THEN
        RAISE EXCEPTION 'a destroyed key does not come back' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.destroyed_at IS NOT NULL AND OLD.destroyed_at IS NULL THEN
        NEW.wrapped := '';
        INSERT INTO public.vault_destroyed (id, authority_id, grants, version, recorded_at, salt,
                                            key_id, about_table, about_id, destroyed_at)
        VALUES (gen_random_uuid(), NEW.authority_id, NEW.grants, 1, now(), gen_random_uuid(),
                NEW.id, NEW.about_table, NEW.about_id, NEW.destroyed_at)
        ON CONFLICT (key_id) DO NOTHING;
        UPDATE public.vault_recordkey SET destroyed_at = NEW.destroyed_at
         WHERE id IN (SELECT vault.reasons_about(NEW.about_id));
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER vault_recordkey_guarded BEFORE UPDATE OR DELETE ON vault_recordkey
    FOR EACH ROW EXECUTE FUNCTION vault.guard_key();
-- Every key shows to the system’s own steps in its authority: new master keys must reach them all.
ALTER TABLE vault_recordkey ADD CONSTRAINT recordkey_system
    CHECK (('system:' || authority_id) = ANY (grants));

ALTER TABLE vault_document ADD CONSTRAINT document_system
    CHECK (('system:' || authority_id) = ANY (grants));

-- Of the tables given to migrating.keyed: whoever may change who sees the record may do so for its key.
CREATE FUNCTION vault.follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        UPDATE public.vault_recordkey SET destroyed_at = now()
         WHERE about_table = TG_TABLE_NAME AND about_id = OLD.id AND destroyed_at IS NULL;
        UPDATE public.vault_recordkey SET destroyed_at = now() WHERE id IN (SELECT vault.reasons_about(OLD.id));
        DELETE FROM public.vault_document WHERE about_table = TG_TABLE_NAME AND about_id = OLD.id;
        RETURN NULL;
    END IF;
    UPDATE public.vault_recordkey
       SET grants = ARRAY(SELECT DISTINCT unnest(NEW.grants || ('system:' || NEW.authority_id)))
     WHERE about_table = TG_TABLE_NAME AND about_id = NEW.id;
    UPDATE public.vault_document
       SET grants = ARRAY(SELECT DISTINCT unnest(NEW.grants || ('system:' || NEW.authority_id)))
     WHERE about_table = TG_TABLE_NAME AND about_id = NEW.id;
    RETURN NULL;
END $$;

-- Which master keys are in use, and by how many keys: for whoever retires one. Tells nothing of any record.
CREATE FUNCTION vault.masters_in_use() RETURNS TABLE (number text, keys bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ SELECT master::text, count(*) FROM public.vault_recordkey WHERE destroyed_at IS NULL GROUP BY master $$;
GRANT SELECT ON vault_recordkey TO waymark_guard;
GRANT CREATE ON SCHEMA vault TO waymark_guard;
ALTER FUNCTION vault.masters_in_use() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA vault FROM waymark_guard;
REVOKE EXECUTE ON FUNCTION vault.masters_in_use() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault.masters_in_use() TO waymark_app;
