-- All of it is written by those who plan training. Only time deletes: the retention jobs, as the authority’s system.
SELECT training.written(place, 'training-plan')
  FROM unnest(ARRAY['library_resource', 'library_review', 'library_taughtwith', 'library_awaited']) AS place;

-- Who may see a resource follows from what it says: people with an account while it stands in the list; whoever comes by
-- while it is for everybody, too. So the page without account reads with a grant that no other row carries.
ALTER TABLE library_resource ADD CONSTRAINT resource_shows_to_readers
    CHECK ((('authority:' || authority_id || ':library') = ANY (grants)) = (taken_out_at IS NULL));
ALTER TABLE library_resource ADD CONSTRAINT resource_shows_to_everybody
    CHECK ((('authority:' || authority_id || ':library-public') = ANY (grants))
           = (taken_out_at IS NULL AND sharing = 'public'));

CREATE SCHEMA library;
GRANT USAGE ON SCHEMA library TO waymark_app;
CREATE FUNCTION library.stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE may text[] := ARRAY['grants', 'version'];
        was jsonb := to_jsonb(OLD);
        becomes jsonb := to_jsonb(NEW);
BEGIN
    IF was ->> 'reference' <> becomes ->> 'reference' THEN
        PERFORM gate.forbid('a reference stays');
    END IF;
    -- What became of it may go, with its own time.
    IF TG_TABLE_NAME = 'library_awaited' THEN may := may || ARRAY['resource_id']; END IF;
    IF coalesce(was ->> 'taken_out_at', was ->> 'ended_at') IS NOT NULL AND was - may <> becomes - may THEN
        PERFORM gate.forbid('what is over stays as it was');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER library_resource_stays BEFORE UPDATE ON library_resource FOR EACH ROW EXECUTE FUNCTION library.stays();
CREATE TRIGGER library_awaited_stays BEFORE UPDATE ON library_awaited FOR EACH ROW EXECUTE FUNCTION library.stays();

-- What a version is taught with stands in the list when it is chosen, and is of the same authority as the version. It
-- ends once, and is otherwise never changed.
CREATE FUNCTION library.taught_with() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE may CONSTANT text[] := ARRAY['until_on', 'grants', 'version'];
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.until_on IS NOT NULL OR to_jsonb(OLD) - may <> to_jsonb(NEW) - may THEN
            PERFORM gate.forbid('what was taught with it stays');
        END IF;
    ELSIF NOT EXISTS (
        SELECT FROM library_resource r JOIN training_courseversion v ON v.authority_id = r.authority_id
         WHERE r.id = NEW.resource_id AND v.id = NEW.taught_id AND r.authority_id = NEW.authority_id
           AND r.taken_out_at IS NULL) THEN
        PERFORM gate.refuse('a version is taught with what stands in the list');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER library_taughtwith_fits BEFORE INSERT OR UPDATE ON library_taughtwith
    FOR EACH ROW EXECUTE FUNCTION library.taught_with();
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA library FROM PUBLIC;
