-- Questions are made by those who plan training. Rounds and answers are written by the system: whoever answers has no
-- account. Only time deletes.
CREATE SCHEMA feedback;
GRANT USAGE ON SCHEMA feedback TO waymark_app;

SELECT training.written(place, 'training-plan') FROM unnest(ARRAY['feedback_questionset', 'feedback_question']) AS place;
DO $$
DECLARE place text;
        works CONSTANT text := 'gate.holds(''system:'' || authority_id)';
        teaches CONSTANT text := 'gate.holds(''authority:'' || authority_id || '':training'')';
        changes text;
BEGIN
    FOREACH place IN ARRAY ARRAY['feedback_round', 'feedback_reply', 'feedback_mark', 'feedback_remark'] LOOP
        changes := CASE place WHEN 'feedback_remark' THEN works || ' OR ' || teaches ELSE works END;
        EXECUTE format('CREATE POLICY %1$s_made ON %1$I AS RESTRICTIVE FOR INSERT WITH CHECK (%2$s)', place, works);
        EXECUTE format('CREATE POLICY %1$s_changed ON %1$I AS RESTRICTIVE FOR UPDATE USING (%2$s)', place, changes);
        EXECUTE format('CREATE POLICY %1$s_kept ON %1$I AS RESTRICTIVE FOR DELETE USING (%2$s)', place, works);
    END LOOP;
END $$;

-- A version of the questions that was asked gets no other questions. (None is ever changed: sign.)
CREATE FUNCTION feedback.not_asked_yet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM feedback_round r WHERE r.question_set_id = NEW.question_set_id) THEN
        PERFORM gate.forbid('these questions were asked already');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER feedback_question_new BEFORE INSERT ON feedback_question FOR EACH ROW EXECUTE FUNCTION feedback.not_asked_yet();

-- A round is of a session that was held, and stays of it; it is asked again once.
CREATE FUNCTION feedback.of_a_held_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (SELECT FROM training_session s WHERE s.id = NEW.session_id AND s.state = 'held'
                         AND s.authority_id = NEW.authority_id) THEN
            PERFORM gate.refuse('only of a session that was held');
        END IF;
    ELSIF OLD.nudged_at IS NOT NULL OR to_jsonb(NEW) - ARRAY['nudged_at', 'version'] <> to_jsonb(OLD) - ARRAY['nudged_at', 'version'] THEN
        PERFORM gate.forbid('a round is asked again once, and otherwise never changed');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER feedback_round_held BEFORE INSERT OR UPDATE ON feedback_round FOR EACH ROW EXECUTE FUNCTION feedback.of_a_held_session();

-- There are no more answers than people came. The round is locked, so that two at once are counted one after the other.
CREATE FUNCTION feedback.as_many_as_came() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_session uuid;
BEGIN
    SELECT r.session_id INTO of_session FROM feedback_round r WHERE r.id = NEW.round_id FOR UPDATE;
    IF (SELECT count(*) FROM feedback_reply y WHERE y.round_id = NEW.round_id)
       >= (SELECT coalesce(sum(a.number), 0) FROM training_attendance a WHERE a.session_id = of_session AND a.came <> 'no_show') THEN
        PERFORM gate.refuse('as many have answered as came');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER feedback_reply_number BEFORE INSERT ON feedback_reply FOR EACH ROW EXECUTE FUNCTION feedback.as_many_as_came();

-- An answer stays what it was; leave to quote may be taken back, once.
CREATE FUNCTION feedback.stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.withdrawn_on IS NOT NULL OR to_jsonb(NEW) - ARRAY['withdrawn_on', 'version'] <> to_jsonb(OLD) - ARRAY['withdrawn_on', 'version'] THEN
        PERFORM gate.forbid('an answer is never changed; leave to quote may be taken back');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER feedback_reply_stays BEFORE UPDATE ON feedback_reply FOR EACH ROW EXECUTE FUNCTION feedback.stays();

-- An answer is to a question of its own round.
CREATE FUNCTION feedback.of_its_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM feedback_reply y JOIN feedback_round r ON r.id = y.round_id
                     JOIN feedback_question q ON q.question_set_id = r.question_set_id AND q.occasion = r.occasion
                    WHERE y.id = NEW.reply_id AND q.id = NEW.question_id) THEN
        PERFORM gate.refuse('this was not asked in that round');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER feedback_mark_asked BEFORE INSERT ON feedback_mark FOR EACH ROW EXECUTE FUNCTION feedback.of_its_round();
CREATE TRIGGER feedback_remark_asked BEFORE INSERT ON feedback_remark FOR EACH ROW EXECUTE FUNCTION feedback.of_its_round();

-- Words are only ever set aside, and are empty from then on.
CREATE FUNCTION feedback.set_aside() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE may CONSTANT text[] := ARRAY['words', 'set_aside_at', 'set_aside_because', 'set_aside_by_id', 'grants', 'version'];
BEGIN
    IF to_jsonb(NEW) - may <> to_jsonb(OLD) - may OR OLD.set_aside_at IS NOT NULL AND to_jsonb(NEW) - ARRAY['grants', 'version'] <> to_jsonb(OLD) - ARRAY['grants', 'version']
       OR NEW.words <> OLD.words AND NEW.words <> '' THEN
        PERFORM gate.forbid('words are set aside, and otherwise never changed');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER feedback_remark_stays BEFORE UPDATE ON feedback_remark FOR EACH ROW EXECUTE FUNCTION feedback.set_aside();

-- Who may quote sees, by row security, the words that their giver allows to be quoted, and no others. The database itself
-- gives and takes that grant: no code can give it to words without leave. (After the others: triggers go by name.)
CREATE FUNCTION feedback.quotable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE quotes CONSTANT text := 'authority:' || NEW.authority_id || ':feedback-quotes';
BEGIN
    NEW.grants := array_remove(NEW.grants, quotes);
    IF NEW.set_aside_at IS NULL AND EXISTS (
        SELECT FROM feedback_reply y WHERE y.id = NEW.reply_id AND y.may_quote AND y.withdrawn_on IS NULL) THEN
        NEW.grants := NEW.grants || quotes;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER feedback_remark_tells BEFORE INSERT OR UPDATE ON feedback_remark FOR EACH ROW EXECUTE FUNCTION feedback.quotable();

CREATE FUNCTION feedback.taken_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE feedback_remark SET version = version + 1 WHERE reply_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER feedback_reply_taken_back AFTER UPDATE OF withdrawn_on ON feedback_reply FOR EACH ROW EXECUTE FUNCTION feedback.taken_back();
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA feedback FROM PUBLIC;
