-- All of it is written by those who plan training. Only time deletes: the retention jobs, as the authority’s system.
SELECT training.written(place, 'training-plan')
  FROM unnest(ARRAY['engagement_issue', 'engagement_theme', 'engagement_demand']) AS place;

-- What was raised, and what was asked for, stays as it was said; a reply and an answer stay, once they are there.
CREATE SCHEMA engagement;
GRANT USAGE ON SCHEMA engagement TO waymark_app;
CREATE FUNCTION engagement.stays_said() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE may text[] := ARRAY['grants', 'version'];
BEGIN
    IF TG_TABLE_NAME = 'engagement_issue' THEN
        IF OLD.state <> 'closed' THEN may := may || ARRAY['state', 'closed_at', 'closed_because']; END IF;
        IF OLD.state = 'asked' THEN may := may || ARRAY['reply', 'replied_at', 'replied_by_id']; END IF;
    ELSIF OLD.answered_at IS NULL THEN
        may := may || ARRAY['request_id', 'answered_at', 'course_id', 'answer'];
    ELSE
        may := may || ARRAY['request_id'];
    END IF;
    IF to_jsonb(NEW) - may <> to_jsonb(OLD) - may THEN
        PERFORM gate.forbid('what was said stays as it was said');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER engagement_issue_stays BEFORE UPDATE ON engagement_issue FOR EACH ROW EXECUTE FUNCTION engagement.stays_said();
CREATE TRIGGER engagement_demand_stays BEFORE UPDATE ON engagement_demand FOR EACH ROW EXECUTE FUNCTION engagement.stays_said();
CREATE TRIGGER engagement_theme_stays BEFORE UPDATE ON engagement_theme FOR EACH ROW EXECUTE FUNCTION training.line_stays();
CREATE TRIGGER engagement_demand_of_offered BEFORE INSERT ON engagement_demand
    FOR EACH ROW EXECUTE FUNCTION training.is_offered('engagement_theme', 'theme_id', 'noted_at');
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA engagement FROM PUBLIC;
