-- Lists of an authority: what is chosen has to be offered on the day, and entries are added and ended, never changed.
CREATE SCHEMA lists;
GRANT USAGE ON SCHEMA lists TO waymark_app, waymark_guard;
CREATE TABLE lists.national (list text NOT NULL, code text NOT NULL, fixed boolean NOT NULL, PRIMARY KEY (list, code));
REVOKE ALL ON lists.national FROM waymark_app;
GRANT SELECT ON lists.national TO waymark_app, waymark_guard;
GRANT SELECT ON lists_entry TO waymark_guard;

CREATE FUNCTION lists.is_offered(wanted text, asked text, authority bigint, day date) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT CASE WHEN asked LIKE 'own\_%'
        THEN EXISTS (SELECT FROM lists_entry e WHERE e.list = wanted AND e.code = asked AND e.authority_id = authority
                        AND e.from_on <= day AND (e.until_on IS NULL OR e.until_on >= day))
        ELSE EXISTS (SELECT FROM lists.national n WHERE n.list = wanted AND n.code = asked)
             AND NOT EXISTS (SELECT FROM lists_entry e WHERE e.list = wanted AND e.code = asked AND e.authority_id = authority
                                AND e.until_on < day) END
$$;

-- Arguments in threes: column, list, national codes that this place leaves out.
CREATE FUNCTION lists.offers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    place integer := 0;
    said text;
BEGIN
    WHILE place < TG_NARGS LOOP
        said := to_jsonb(NEW) ->> TG_ARGV[place];
        IF said <> '' AND (said = ANY (string_to_array(TG_ARGV[place + 2], ','))
           OR NOT lists.is_offered(TG_ARGV[place + 1], said, NEW.authority_id, (now() AT TIME ZONE 'Europe/London')::date)) THEN
            PERFORM gate.refuse(format('%s is not on the list of the authority today', TG_ARGV[place]));
        END IF;
        place := place + 3;
    END LOOP;
    RETURN NEW;
END $$;

CREATE FUNCTION lists.keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT gate.holds('authority:' || NEW.authority_id || ':lists') THEN
        PERFORM gate.forbid('the lists of an authority are kept by whoever leads there');
    END IF;
    IF TG_OP = 'UPDATE' AND (OLD.until_on IS NOT NULL OR to_jsonb(NEW) - 'until_on' IS DISTINCT FROM to_jsonb(OLD) - 'until_on') THEN
        PERFORM gate.forbid('an entry of a list gets its last day once, and is not changed');
    END IF;
    IF NEW.until_on < (now() AT TIME ZONE 'Europe/London')::date THEN
        PERFORM gate.refuse('the last day of an entry is not in the past');
    END IF;
    IF NEW.code NOT LIKE 'own\_%' AND NOT EXISTS (
        SELECT FROM lists.national n WHERE n.list = NEW.list AND n.code = NEW.code AND NOT n.fixed) THEN
        PERFORM gate.refuse('there is no such entry that could end');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER lists_entry_kept BEFORE INSERT OR UPDATE ON lists_entry FOR EACH ROW EXECUTE FUNCTION lists.keeps();
REVOKE DELETE ON lists_entry FROM waymark_app;
