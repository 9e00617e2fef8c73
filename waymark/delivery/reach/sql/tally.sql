-- A tally beside the attendances, so that millions of them are counted in a moment. A place is a number: of an institution
-- its key, of an organisation its key below nought, 0 where an attendance names none.
-- One row: how many came from a place on a day (`came`), and of those known by name how many different ones (`people`)
-- whose day before that, at the same place, was `before_on`. Different people of any days a..b are then the sum of
-- `people` over those days where `before_on` is none or before a.
CREATE SCHEMA reach;
GRANT USAGE ON SCHEMA reach TO waymark_app;

CREATE TABLE reach.tally (
    authority_id bigint NOT NULL REFERENCES places_authority,
    place bigint NOT NULL,
    held_on date NOT NULL,
    before_on date,
    came integer NOT NULL,
    people integer NOT NULL
);
CREATE INDEX tally_place ON reach.tally (authority_id, place, held_on);
CREATE INDEX tally_days ON reach.tally (authority_id, held_on) INCLUDE (place, before_on, came, people);
-- Of each place the first and the last day in the tally: so a period reads its own days and no others.
CREATE TABLE reach.ends (
    authority_id bigint NOT NULL REFERENCES places_authority,
    place bigint NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    PRIMARY KEY (authority_id, place)
);
-- Places whose attendances changed since they were tallied: these are counted from the attendances themselves, until the
-- job has tallied them anew. Rows are only added here, so that nobody waits for anybody.
CREATE TABLE reach.touched (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    authority_id bigint NOT NULL REFERENCES places_authority,
    place bigint NOT NULL
);
CREATE INDEX touched_place ON reach.touched (authority_id, place);

ALTER TABLE reach.tally ENABLE ROW LEVEL SECURITY;
ALTER TABLE reach.tally FORCE ROW LEVEL SECURITY;
CREATE POLICY tally_counted ON reach.tally USING (authority_id = ANY ((SELECT training.tallying())::bigint[]));
ALTER TABLE reach.ends ENABLE ROW LEVEL SECURITY;
ALTER TABLE reach.ends FORCE ROW LEVEL SECURITY;
CREATE POLICY ends_counted ON reach.ends USING (authority_id = ANY ((SELECT training.tallying())::bigint[]));
ALTER TABLE reach.touched ENABLE ROW LEVEL SECURITY;
ALTER TABLE reach.touched FORCE ROW LEVEL SECURITY;
CREATE POLICY touched_counted ON reach.touched FOR ALL USING (authority_id = ANY ((SELECT training.tallying())::bigint[]));
-- Whoever takes attendance says by it which place is to be tallied anew.
CREATE POLICY touched_by_training ON reach.touched FOR INSERT
    WITH CHECK (gate.holds('authority:' || authority_id || ':training'));
GRANT SELECT, INSERT, DELETE ON reach.tally, reach.ends TO waymark_app;
GRANT SELECT, INSERT, DELETE ON reach.touched TO waymark_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA reach TO waymark_app;

CREATE FUNCTION reach.place(institution bigint, organisation bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(institution, -organisation, 0)
$$;

-- What the tally has to say of some places, from the attendances: who came, to what the council taught, or e-learning.
CREATE FUNCTION reach.fresh(whose bigint, places bigint[])
RETURNS TABLE (place bigint, held_on date, before_on date, came integer, people integer) LANGUAGE sql STABLE AS $$
    WITH at_place AS (
        SELECT a.* FROM training_attendance a WHERE a.authority_id = whose AND a.institution_id IN (
            SELECT one FROM unnest(places) one WHERE one > 0)
        UNION ALL
        SELECT a.* FROM training_attendance a WHERE a.authority_id = whose AND a.institution_id IS NULL
            AND a.organisation_id IN (SELECT -one FROM unnest(places) one WHERE one < 0)
        UNION ALL
        SELECT a.* FROM training_attendance a WHERE a.authority_id = whose AND 0 = ANY (places)
            AND a.institution_id IS NULL AND a.organisation_id IS NULL
    ), days AS (
        SELECT reach.place(a.institution_id, a.organisation_id) AS place, a.trainee_id, a.held_on, sum(a.number) AS came
        FROM at_place a LEFT JOIN training_session s ON s.id = a.session_id
        WHERE a.came <> 'no_show' AND (a.session_id IS NULL OR s.delivered_by IN ('own', 'joint'))
        GROUP BY 1, 2, 3
    ), after AS (
        SELECT d.*, CASE WHEN d.trainee_id IS NOT NULL THEN
            lag(d.held_on) OVER (PARTITION BY d.place, d.trainee_id ORDER BY d.held_on) END AS before_on
        FROM days d
    )
    SELECT a.place, a.held_on, a.before_on, sum(a.came)::integer, count(a.trainee_id)::integer FROM after a GROUP BY 1, 2, 3
$$;

-- Was a school or centre there on a day? Registers without dates count as they stand: not known is open.
CREATE FUNCTION reach.was_open(one places_institution, day date) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (one.status IN ('open', 'closing', 'unknown') OR one.status = 'closed' AND one.closed_on IS NOT NULL)
        AND (one.opened_on IS NULL OR one.opened_on <= day) AND (one.closed_on IS NULL OR one.closed_on >= day)
$$;

-- Of each place that was reached up to the last of some days: its last day until then, and who came in those days. Whoever was
-- reached in them needs no other day looked for; of the rest most have none after, and only the others look for theirs.
CREATE FUNCTION reach.stood(whose bigint, from_on date, until_on date)
RETURNS TABLE (place bigint, last_on date, came bigint, people bigint) LANGUAGE sql STABLE AS $$
    WITH touched AS MATERIALIZED (SELECT DISTINCT t.place FROM reach.touched t WHERE t.authority_id = whose
    ), summed AS (
        SELECT t.place, max(t.held_on) AS last_on, sum(t.came) AS came,
               sum(t.people) FILTER (WHERE t.before_on IS NULL OR t.before_on < from_on) AS people
          FROM reach.tally t WHERE t.authority_id = whose AND t.held_on BETWEEN from_on AND until_on GROUP BY t.place
    )
    SELECT e.place, CASE WHEN s.last_on IS NOT NULL THEN s.last_on WHEN e.last_on <= until_on THEN e.last_on ELSE (
               SELECT max(t.held_on) FROM reach.tally t
                WHERE t.authority_id = whose AND t.place = e.place AND t.held_on < from_on) END,
           coalesce(s.came, 0), coalesce(s.people, 0)
      FROM reach.ends e LEFT JOIN summed s ON s.place = e.place
     WHERE e.authority_id = whose AND e.first_on <= until_on
       AND NOT EXISTS (SELECT FROM touched WHERE touched.place = e.place)
    UNION ALL
    SELECT f.place, max(f.held_on), coalesce(sum(f.came) FILTER (WHERE f.held_on >= from_on), 0),
           coalesce(sum(f.people) FILTER (WHERE f.held_on >= from_on AND (f.before_on IS NULL OR f.before_on < from_on)), 0)
      FROM reach.fresh(whose, ARRAY(SELECT place FROM touched)) f WHERE f.held_on <= until_on GROUP BY f.place
$$;

-- Tallies anew what was touched; answers how many places. Each statement sees what was committed before it, so what a
-- transaction touched that ends in the meantime stays touched.
CREATE FUNCTION reach.refresh(whose bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE again bigint[];
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('reach.refresh'), whose::integer);
    WITH gone AS (DELETE FROM reach.touched WHERE authority_id = whose RETURNING place)
    SELECT coalesce(array_agg(DISTINCT place), '{}') INTO again FROM gone;
    DELETE FROM reach.tally t WHERE t.authority_id = whose AND t.place = ANY (again);
    DELETE FROM reach.ends e WHERE e.authority_id = whose AND e.place = ANY (again);
    INSERT INTO reach.tally SELECT whose, f.* FROM reach.fresh(whose, again) f;
    INSERT INTO reach.ends SELECT whose, t.place, min(t.held_on), max(t.held_on) FROM reach.tally t
    WHERE t.authority_id = whose AND t.place = ANY (again) GROUP BY t.place;
    RETURN cardinality(again);
END $$;

CREATE FUNCTION reach.touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO reach.touched (authority_id, place)
        SELECT DISTINCT authority_id, reach.place(institution_id, organisation_id) FROM now_rows;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO reach.touched (authority_id, place)
        SELECT DISTINCT authority_id, reach.place(institution_id, organisation_id) FROM old_rows;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER reach_added AFTER INSERT ON training_attendance REFERENCING NEW TABLE AS now_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reach.touch();
CREATE TRIGGER reach_changed AFTER UPDATE ON training_attendance REFERENCING OLD TABLE AS old_rows NEW TABLE AS now_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reach.touch();
CREATE TRIGGER reach_gone AFTER DELETE ON training_attendance REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reach.touch();

-- Who taught decides whether a session counts.
CREATE FUNCTION reach.touch_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reach.touched (authority_id, place)
    SELECT DISTINCT a.authority_id, reach.place(a.institution_id, a.organisation_id)
    FROM training_attendance a WHERE a.session_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER reach_taught_by AFTER UPDATE ON training_session FOR EACH ROW
    WHEN (OLD.delivered_by IS DISTINCT FROM NEW.delivered_by) EXECUTE FUNCTION reach.touch_session();
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA reach FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA reach TO waymark_app, waymark_migrate;
