-- Who last came to what, beside the attendances: so that who is due is read from people, and not from all that they ever
-- attended. A row: of somebody known by name, a course, a day on which they came to it, and the next such day. As at a day
-- their last is the row with held_on <= day < next_on; today’s are those without a next one.
CREATE TABLE training.tally (
    authority_id bigint NOT NULL REFERENCES places_authority,
    trainee_id uuid NOT NULL REFERENCES training_trainee ON DELETE CASCADE,
    course_id uuid NOT NULL,
    held_on date NOT NULL,
    next_on date NOT NULL DEFAULT 'infinity'
);
CREATE INDEX tally_next ON training.tally (authority_id, next_on) INCLUDE (trainee_id, course_id, held_on);
CREATE INDEX tally_trainee ON training.tally (trainee_id, next_on);
-- Whose attendances changed since they were tallied: of these the attendances themselves are read, until the job has
-- tallied them anew. Rows are only added here, so that nobody waits for anybody.
CREATE TABLE training.touched (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    authority_id bigint NOT NULL REFERENCES places_authority,
    trainee_id uuid NOT NULL
);
CREATE INDEX touched_trainee ON training.touched (authority_id, trainee_id);

-- The authorities of whose training somebody sees the attendances, and those whose system’s own steps are being taken:
-- each worked out once for a statement. Attendances carry these two grants (actions/granting.py: planned_by).
CREATE FUNCTION training.seeing() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(split_part(held, ':', 2)::bigint), '{}') FROM unnest(gate.held()) held
     WHERE held ~ '^(system:[0-9]+|authority:[0-9]+:training)$'
$$;
CREATE FUNCTION training.tallying() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(substr(held, 8)::bigint), '{}') FROM unnest(gate.held()) held WHERE held ~ '^system:[0-9]+$'
$$;
DO $$
DECLARE one text;
BEGIN
    FOREACH one IN ARRAY ARRAY['tally', 'touched'] LOOP
        EXECUTE format('ALTER TABLE training.%I ENABLE ROW LEVEL SECURITY', one);
        EXECUTE format('ALTER TABLE training.%I FORCE ROW LEVEL SECURITY', one);
        EXECUTE format('CREATE POLICY %I ON training.%I FOR SELECT '
                       'USING (authority_id = ANY ((SELECT training.seeing())::bigint[]))', one || '_seen', one);
        EXECUTE format('CREATE POLICY %I ON training.%I FOR INSERT '
                       'WITH CHECK (authority_id = ANY ((SELECT training.%s())::bigint[]))',
                       one || '_made', one, CASE one WHEN 'tally' THEN 'tallying' ELSE 'seeing' END);
        EXECUTE format('CREATE POLICY %I ON training.%I FOR DELETE '
                       'USING (authority_id = ANY ((SELECT training.tallying())::bigint[]))', one || '_kept', one);
    END LOOP;
END $$;
GRANT SELECT, INSERT, DELETE ON training.tally, training.touched TO waymark_app;
REVOKE UPDATE ON training.tally, training.touched FROM waymark_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA training TO waymark_app;

-- What the tally has to say of some people, from the attendances.
CREATE FUNCTION training.came_to(whose bigint, people uuid[])
RETURNS TABLE (trainee_id uuid, course_id uuid, held_on date, next_on date) LANGUAGE sql STABLE AS $$
    SELECT d.*, coalesce(lead(d.held_on) OVER (PARTITION BY d.trainee_id, d.course_id ORDER BY d.held_on), 'infinity')
      FROM (SELECT DISTINCT a.trainee_id, v.course_id, a.held_on
              FROM training_attendance a JOIN training_courseversion v ON v.id = a.taught_id
             WHERE a.authority_id = whose AND a.trainee_id = ANY (people) AND a.came <> 'no_show') d
$$;

-- Tallies anew who was touched; answers how many people. Each statement sees what was committed before it, so whom a
-- transaction touched that ends in the meantime stays touched.
CREATE FUNCTION training.refresh(whose bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE again uuid[];
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('training.refresh'), whose::integer);
    WITH gone AS (DELETE FROM training.touched WHERE authority_id = whose RETURNING trainee_id)
    SELECT coalesce(array_agg(DISTINCT g.trainee_id), '{}') INTO again FROM gone g;
    DELETE FROM training.tally t WHERE t.trainee_id = ANY (again) AND t.authority_id = whose;
    INSERT INTO training.tally SELECT whose, c.* FROM training.came_to(whose, again) c;
    RETURN cardinality(again);
END $$;

CREATE FUNCTION training.touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO training.touched (authority_id, trainee_id)
        SELECT DISTINCT authority_id, trainee_id FROM now_rows WHERE trainee_id IS NOT NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO training.touched (authority_id, trainee_id)
        SELECT DISTINCT authority_id, trainee_id FROM old_rows WHERE trainee_id IS NOT NULL;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER training_came_added AFTER INSERT ON training_attendance REFERENCING NEW TABLE AS now_rows
    FOR EACH STATEMENT EXECUTE FUNCTION training.touch();
CREATE TRIGGER training_came_changed AFTER UPDATE ON training_attendance
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION training.touch();
CREATE TRIGGER training_came_gone AFTER DELETE ON training_attendance REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION training.touch();
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA training FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.seeing(), training.tallying(), training.came_to(bigint, uuid[]), training.refresh(bigint)
    TO waymark_app, waymark_migrate;
