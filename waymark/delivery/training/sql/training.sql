-- Training is read and taught by the training team of an authority; courses and sessions are made by those who plan it.
-- Only time deletes: the retention jobs, which act as the authority’s system.
CREATE SCHEMA training;
GRANT USAGE ON SCHEMA training TO waymark_app;

CREATE FUNCTION training.written(place text, by_whom text) RETURNS void LANGUAGE plpgsql AS $$
-- In a sub-select, so that what is held is worked out once and not for each of a hundred thousand rows.
DECLARE writes text := format('(''authority:'' || authority_id || '':%s'') = ANY ((SELECT gate.held())::text[])', by_whom);
        works text := '(''system:'' || authority_id) = ANY ((SELECT gate.held())::text[])';
BEGIN
    EXECUTE format('CREATE POLICY %1$s_made ON %1$I AS RESTRICTIVE FOR INSERT WITH CHECK (%2$s OR %3$s)', place, writes, works);
    EXECUTE format('CREATE POLICY %1$s_changed ON %1$I AS RESTRICTIVE FOR UPDATE USING (%2$s OR %3$s)', place, writes, works);
    EXECUTE format('CREATE POLICY %1$s_kept ON %1$I AS RESTRICTIVE FOR DELETE USING (%2$s)', place, works);
END $$;
SELECT training.written(place, 'training-plan') FROM unnest(ARRAY[
    'training_audience', 'training_staffrole', 'training_course', 'training_courseversion', 'training_trainer']) AS place;
SELECT training.written(place, 'training') FROM unnest(ARRAY[
    'training_session', 'training_trainee', 'training_booking', 'training_attendance']) AS place;
-- A session is planned by those who plan; its state follows from attendance, which a trainer takes.
CREATE POLICY training_session_planned ON training_session AS RESTRICTIVE FOR INSERT
    WITH CHECK (gate.holds('authority:' || authority_id || ':training-plan') OR gate.holds('system:' || authority_id));

-- What was taught stays what was taught, and a cancelled or held session stays when and where it was.
CREATE FUNCTION training.stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'planned' AND to_jsonb(NEW) - ARRAY['grants', 'version'] <> to_jsonb(OLD) - ARRAY['grants', 'version'] THEN
        PERFORM gate.forbid('this session is over');
    END IF;
    IF NEW.taught_id <> OLD.taught_id AND EXISTS (SELECT FROM training_attendance a WHERE a.session_id = NEW.id) THEN
        PERFORM gate.forbid('what was taught stays what was taught');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER training_session_stays BEFORE UPDATE ON training_session FOR EACH ROW EXECUTE FUNCTION training.stays();

-- An attendance of a session is of the day of the session and of the version that was taught there.
CREATE FUNCTION training.as_taught() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM training_session s WHERE s.id = NEW.session_id AND s.taught_id = NEW.taught_id AND s.state <> 'cancelled'
           AND (s.starts_at AT TIME ZONE 'Europe/London')::date = NEW.held_on) THEN
        PERFORM gate.refuse('an attendance is of the session’s day and version');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER training_attendance_as_taught BEFORE INSERT OR UPDATE OF session_id, taught_id, held_on ON training_attendance
    FOR EACH ROW WHEN (NEW.session_id IS NOT NULL) EXECUTE FUNCTION training.as_taught();

-- A line of a list keeps its name and its first day, and ends once: old records name it, and mean what it said.
CREATE FUNCTION training.line_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE may text[] := ARRAY['grants', 'version', 'place'] || CASE WHEN OLD.ended_on IS NULL THEN ARRAY['ended_on'] ELSE '{}' END;
BEGIN
    IF to_jsonb(NEW) - may <> to_jsonb(OLD) - may THEN
        PERFORM gate.forbid('a line of a list stays as it was: end it, and add another');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER training_audience_stays BEFORE UPDATE ON training_audience FOR EACH ROW EXECUTE FUNCTION training.line_stays();
CREATE TRIGGER training_staffrole_stays BEFORE UPDATE ON training_staffrole FOR EACH ROW EXECUTE FUNCTION training.line_stays();

-- Whoever chooses a line chooses one that is offered on that day: TG_ARGV says the list, the column that names it, and the moment.
CREATE FUNCTION training.is_offered() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE said jsonb := to_jsonb(NEW);
        held boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT FROM %I l WHERE l.id = $1 AND l.from_on <= $2 AND (l.ended_on IS NULL OR l.ended_on > $2))', TG_ARGV[0])
       INTO held USING (said ->> TG_ARGV[1])::uuid, ((said ->> TG_ARGV[2])::timestamptz AT TIME ZONE 'Europe/London')::date;
    IF NOT held THEN
        PERFORM gate.refuse('this line of the list is not offered on that day');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER training_course_for_offered BEFORE INSERT ON training_course
    FOR EACH ROW EXECUTE FUNCTION training.is_offered('training_audience', 'audience_id', 'recorded_at');
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA training FROM PUBLIC;
