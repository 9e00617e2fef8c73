-- A report is written by those who write reports, signed by those who sign them, and never changed after that. Only
-- time deletes: the retention jobs, which act as the authority’s system.
CREATE SCHEMA reports;
GRANT USAGE ON SCHEMA reports TO waymark_app;

CREATE FUNCTION reports.written(place text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE writes text := 'gate.holds(''authority:'' || authority_id || '':reports-write'')';
        works text := 'gate.holds(''system:'' || authority_id)';
BEGIN
    EXECUTE format('CREATE POLICY %1$s_made ON %1$I AS RESTRICTIVE FOR INSERT WITH CHECK (%2$s OR %3$s)', place, writes, works);
    EXECUTE format('CREATE POLICY %1$s_changed ON %1$I AS RESTRICTIVE FOR UPDATE USING (%2$s OR %3$s)', place, writes, works);
    EXECUTE format('CREATE POLICY %1$s_kept ON %1$I AS RESTRICTIVE FOR DELETE USING (%2$s)', place, works);
END $$;
SELECT reports.written(place) FROM unnest(ARRAY['reports_report', 'reports_figure']) AS place;
DROP FUNCTION reports.written(text);

CREATE FUNCTION reports.refuse(why text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', why USING ERRCODE = 'insufficient_privilege';
END $$;

-- It begins as a draft. A correction is the next version of a signed report of the same authority.
CREATE FUNCTION reports.begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.signed_at IS NOT NULL THEN
        PERFORM reports.refuse('a report begins as a draft');
    END IF;
    IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM reports_report r WHERE r.id = NEW.corrects_id AND r.signed_at IS NOT NULL
           AND r.authority_id = NEW.authority_id AND r.number + 1 = NEW.number) THEN
        PERFORM reports.refuse('a correction is the next version of a signed report');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reports_report_begins BEFORE INSERT ON reports_report FOR EACH ROW EXECUTE FUNCTION reports.begins();

-- What a draft corrects stays what it corrects.
CREATE FUNCTION reports.points_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM reports.refuse('a version keeps its number, and what it corrects');
END $$;
CREATE TRIGGER reports_report_points_back BEFORE UPDATE ON reports_report FOR EACH ROW
    WHEN ((OLD.corrects_id, OLD.number) IS DISTINCT FROM (NEW.corrects_id, NEW.number))
    EXECUTE FUNCTION reports.points_back();

-- Signed by whoever acts, who may sign, and with figures.
CREATE FUNCTION reports.signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF 'user:' || NEW.signed_by_id <> coalesce(current_setting('waymark.actor', true), '') THEN
        PERFORM reports.refuse('a signature is by whoever acts');
    END IF;
    IF NOT gate.holds('authority:' || NEW.authority_id || ':reports-sign') THEN
        PERFORM reports.refuse('a report is signed by whoever may sign reports');
    END IF;
    IF NOT EXISTS (SELECT FROM reports_figure f WHERE f.report_id = NEW.id) THEN
        PERFORM reports.refuse('a report is signed with its figures');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reports_report_signed BEFORE UPDATE ON reports_report FOR EACH ROW
    WHEN (OLD.signed_at IS NULL AND NEW.signed_at IS NOT NULL) EXECUTE FUNCTION reports.signed();
CREATE TRIGGER reports_report_stays BEFORE UPDATE ON reports_report FOR EACH ROW
    WHEN (OLD.signed_at IS NOT NULL) EXECUTE FUNCTION gate.stays();

-- Figures come before the signature, and none after it.
CREATE FUNCTION reports.figure_of_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM reports_report r WHERE r.id = NEW.report_id AND r.signed_at IS NULL
                      AND r.authority_id = NEW.authority_id) THEN
        PERFORM reports.refuse('no figure is added to a signed report');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reports_figure_of_draft BEFORE INSERT ON reports_figure
    FOR EACH ROW EXECUTE FUNCTION reports.figure_of_draft();
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA reports FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reports.refuse(text) TO waymark_app;
