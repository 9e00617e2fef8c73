-- Requests and rules of refreshing are written by those who plan; certificates by those who teach. Asking itself is a
-- step of the system’s, as whoever asks has no grant of the team.
SELECT training.written(place, 'training-plan') FROM unnest(ARRAY['training_trainingrequest', 'training_refreshrule']) AS place;
SELECT training.written('training_certificate', 'training');

-- A certificate says what it said; it may be withdrawn, once.
CREATE FUNCTION training.says_the_same() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE may CONSTANT text[] := ARRAY['withdrawn_at', 'withdrawn_because', 'grants', 'version'];
BEGIN
    IF OLD.withdrawn_at IS NOT NULL OR to_jsonb(NEW) - may <> to_jsonb(OLD) - may THEN
        PERFORM gate.forbid('a certificate is withdrawn, and otherwise never changed');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER training_certificate_stays BEFORE UPDATE ON training_certificate
    FOR EACH ROW EXECUTE FUNCTION training.says_the_same();

-- It is of a named person who came.
CREATE FUNCTION training.who_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM training_attendance a
                    WHERE a.id = NEW.attendance_id AND a.trainee_id IS NOT NULL AND a.came = 'came') THEN
        PERFORM gate.refuse('a certificate is of a named person who came');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER training_certificate_came BEFORE INSERT ON training_certificate FOR EACH ROW EXECUTE FUNCTION training.who_came();

-- What anybody may learn of a code that is printed on a certificate: the course, the day, whether it still stands; and
-- whether a name that was typed is the one it was made out to. Nothing else, and nothing for a code that is none.
GRANT USAGE ON SCHEMA training TO waymark_guard;
GRANT SELECT (attendance_id, code, withdrawn_at) ON training_certificate TO waymark_guard;
GRANT SELECT (id, taught_id, held_on, trainee_id) ON training_attendance TO waymark_guard;
GRANT SELECT (id, course_id) ON training_courseversion TO waymark_guard;
GRANT SELECT (id, name) ON training_course TO waymark_guard;
GRANT SELECT (id, name) ON training_trainee TO waymark_guard;
CREATE FUNCTION training.check_certificate(typed text, who text)
RETURNS TABLE (course text, held_on date, stands boolean, name_fits boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.name, a.held_on, z.withdrawn_at IS NULL, btrim(lower(who)) <> '' AND btrim(lower(who)) = btrim(lower(t.name))
      FROM training_certificate z
      JOIN training_attendance a ON a.id = z.attendance_id
      JOIN training_courseversion v ON v.id = a.taught_id JOIN training_course c ON c.id = v.course_id
      LEFT JOIN training_trainee t ON t.id = a.trainee_id
     WHERE z.code = typed
$$;
GRANT CREATE ON SCHEMA training TO waymark_guard;
ALTER FUNCTION training.check_certificate(text, text) OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA training FROM waymark_guard;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA training FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.check_certificate(text, text) TO waymark_app;
