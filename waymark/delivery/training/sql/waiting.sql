-- For how long a place is offered is said by those who plan.
SELECT training.written('training_waitingrule', 'training-plan');

-- No session has more people with a place (given or offered) than it has places. The session is locked, so that two at once
-- are counted one after the other.
CREATE FUNCTION training.has_room() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE places int;
BEGIN
    SELECT s.capacity INTO places FROM training_session s WHERE s.id = NEW.session_id FOR UPDATE;
    -- Those that are given or offered, and those that are kept and not yet given to people for whom they are kept.
    IF (SELECT coalesce(sum(b.number), 0) FROM training_booking b
         WHERE b.session_id = NEW.session_id AND b.state IN ('offered', 'confirmed'))
       + (SELECT coalesce(sum(greatest(0, k.number - (SELECT coalesce(sum(b.number), 0) FROM training_booking b
                                                       WHERE b.kept_id = k.id AND b.state IN ('offered', 'confirmed')))), 0)
            FROM training_keptplaces k WHERE k.session_id = NEW.session_id AND k.released_at IS NULL) > coalesce(places, 0) THEN
        PERFORM gate.refuse('there are no more places than that in the session');
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER training_booking_room AFTER INSERT OR UPDATE OF state, number, session_id ON training_booking
    FOR EACH ROW WHEN (NEW.state IN ('offered', 'confirmed')) EXECUTE FUNCTION training.has_room();
-- At the end, as those who have booked already are counted among those for whom places are kept from now on.
CREATE CONSTRAINT TRIGGER training_kept_room AFTER INSERT ON training_keptplaces DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION training.has_room();

-- Kept places are planned; the system counts how many of them are given. They are had by those for whom they are kept.
SELECT training.written('training_keptplaces', 'training-plan');
CREATE FUNCTION training.kept_for() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM training_keptplaces k LEFT JOIN places_institution i ON i.id = NEW.institution_id
          LEFT JOIN places_organisation o ON o.id = NEW.organisation_id
         WHERE k.id = NEW.kept_id AND k.session_id = NEW.session_id
           AND (k.institution_id = i.id OR k.phase <> '' AND k.phase = i.phase
                OR k.organisation_id = o.id OR k.kind <> '' AND k.kind = o.kind)) THEN
        PERFORM gate.refuse('these places are kept for others');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER training_booking_kept BEFORE INSERT OR UPDATE OF kept_id, session_id, institution_id, organisation_id
    ON training_booking FOR EACH ROW WHEN (NEW.kept_id IS NOT NULL) EXECUTE FUNCTION training.kept_for();
CREATE FUNCTION training.booking_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Who had booked before places were kept for them is among their number from then on.
    IF OLD.kept_id IS NOT NULL OR NOT EXISTS (
        SELECT FROM training_keptplaces k WHERE k.id = NEW.kept_id AND k.recorded_at >= OLD.recorded_at) THEN
        PERFORM gate.forbid('a booking stays among the places that were kept for it');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER training_booking_kept_stays BEFORE UPDATE OF kept_id ON training_booking
    FOR EACH ROW WHEN (NEW.kept_id IS DISTINCT FROM OLD.kept_id) EXECUTE FUNCTION training.booking_keeps();
CREATE FUNCTION training.kept_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE may CONSTANT text[] := ARRAY['taken', 'released_at', 'grants', 'version'];
BEGIN
    IF to_jsonb(NEW) - may <> to_jsonb(OLD) - may
       OR OLD.released_at IS NOT NULL AND NEW.released_at IS DISTINCT FROM OLD.released_at THEN
        PERFORM gate.forbid('places are kept as they were, and let go once');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER training_keptplaces_stay BEFORE UPDATE ON training_keptplaces FOR EACH ROW EXECUTE FUNCTION training.kept_stays();

-- A colleague of the same place of work comes instead of somebody who has a place: before the session begins, and with a
-- record of it. (Rows of people who are erased lose their key, and nothing else of them changes.)
SELECT training.written('training_substitution', 'training');
CREATE FUNCTION training.instead() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE may CONSTANT text[] := ARRAY['before_id', 'after_id', 'visitor_id', 'grants', 'version'];
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.before_id = NEW.after_id OR NOT EXISTS (
            SELECT FROM training_booking b JOIN training_session s ON s.id = b.session_id
              JOIN training_trainee t ON t.id = NEW.after_id
             WHERE b.id = NEW.booking_id AND b.state = 'confirmed' AND b.trainee_id = NEW.before_id
               AND s.state = 'planned' AND NEW.changed_at < s.starts_at
               AND t.institution_id IS NOT DISTINCT FROM b.institution_id
               AND t.organisation_id IS NOT DISTINCT FROM b.organisation_id) THEN
            PERFORM gate.refuse('only a colleague comes instead of somebody who has a place, before the session begins');
        END IF;
    ELSIF to_jsonb(NEW) - may <> to_jsonb(OLD) - may OR NEW.before_id IS NOT NULL AND NEW.before_id IS DISTINCT FROM OLD.before_id
          OR NEW.after_id IS NOT NULL AND NEW.after_id IS DISTINCT FROM OLD.after_id
          OR NEW.visitor_id IS NOT NULL AND NEW.visitor_id IS DISTINCT FROM OLD.visitor_id THEN
        PERFORM gate.forbid('who came instead of whom stays what it was');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER training_substitution_true BEFORE INSERT OR UPDATE ON training_substitution
    FOR EACH ROW EXECUTE FUNCTION training.instead();

CREATE FUNCTION training.replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM (SELECT i.before_id, i.after_id FROM training_substitution i WHERE i.booking_id = NEW.id
                                 ORDER BY i.changed_at DESC LIMIT 1) last
                    WHERE last.before_id = OLD.trainee_id AND last.after_id = NEW.trainee_id) THEN
        PERFORM gate.refuse('somebody else comes only with a record of it');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER training_booking_replaced BEFORE UPDATE OF trainee_id ON training_booking FOR EACH ROW
    WHEN (NEW.trainee_id IS NOT NULL AND NEW.trainee_id IS DISTINCT FROM OLD.trainee_id) EXECUTE FUNCTION training.replaced();

-- Signing in by the code of a session: while it goes on (and half an hour around it), at most twice as many as there are
-- places. (room.py says the same.) The session is locked, so that two at once are counted one after the other.
SELECT training.written('training_signin', 'training');
CREATE FUNCTION training.in_the_room() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE there training_session;
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT * INTO there FROM training_session s WHERE s.id = NEW.session_id FOR UPDATE;
        IF there.id IS NULL OR there.state = 'cancelled'
           OR NEW.signed_at NOT BETWEEN there.starts_at - interval '30 minutes' AND there.ends_at + interval '30 minutes'
           OR (SELECT count(*) FROM training_signin i WHERE i.session_id = NEW.session_id) >= 2 * there.capacity
           OR NEW.booking_id IS NOT NULL AND NOT EXISTS (
                SELECT FROM training_booking b WHERE b.id = NEW.booking_id AND b.session_id = NEW.session_id
                   AND b.trainee_id IS NOT NULL AND b.state NOT IN ('cancelled', 'expired')) THEN
            PERFORM gate.refuse('the code works while the session goes on, and for so many people');
        END IF;
    ELSIF to_jsonb(NEW) - ARRAY['typed', 'settled_at', 'booking_id', 'grants', 'version']
          <> to_jsonb(OLD) - ARRAY['typed', 'settled_at', 'booking_id', 'grants', 'version']
          OR NEW.typed <> OLD.typed AND NEW.typed <> '' OR OLD.settled_at IS NOT NULL AND NEW.settled_at IS DISTINCT FROM OLD.settled_at
          OR NEW.booking_id IS NOT NULL AND NEW.booking_id IS DISTINCT FROM OLD.booking_id THEN
        PERFORM gate.forbid('who signed in stays who signed in');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER training_signin_room BEFORE INSERT OR UPDATE ON training_signin FOR EACH ROW EXECUTE FUNCTION training.in_the_room();

-- A certificate from elsewhere is declared by a step of the system’s (whoever declares has no grant of the team) and
-- answered by those who plan; not by whoever declared it. What it says stays. It counts as a course of the same authority;
-- when that course is erased, it counts as none.
SELECT training.written('training_declared', 'training-plan');
CREATE FUNCTION training.as_declared() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE later CONSTANT text[] := ARRAY['visitor_id', 'counts_as_id', 'grants', 'version'];
        may CONSTANT text[] := later || ARRAY['state', 'answered_at', 'answered_by_id', 'refused_because'];
BEGIN
    IF to_jsonb(NEW) - may <> to_jsonb(OLD) - may
       OR OLD.state <> 'declared' AND (to_jsonb(NEW) - later <> to_jsonb(OLD) - later
                                       OR NEW.counts_as_id IS NOT NULL AND NEW.counts_as_id IS DISTINCT FROM OLD.counts_as_id)
       OR NEW.answered_by_id = NEW.declared_by_id THEN
        PERFORM gate.forbid('a declared certificate is answered once, by somebody else, and otherwise never changed');
    END IF;
    IF NEW.counts_as_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM training_course c WHERE c.id = NEW.counts_as_id AND c.authority_id = NEW.authority_id) THEN
        PERFORM gate.refuse('a certificate counts as a course of its own authority');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER training_declared_stays BEFORE UPDATE ON training_declared FOR EACH ROW EXECUTE FUNCTION training.as_declared();
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA training FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.check_certificate(text, text) TO waymark_app;
