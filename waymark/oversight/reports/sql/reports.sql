-- A report is written by those who write reports of its kind, signed by those who sign them, and never changed after
-- that. Only time deletes: the retention jobs, which act as the authority’s system. Channel figures are restricted: they
-- have grants of their own, and leave by a release that two people answer for.
CREATE SCHEMA reports;
GRANT USAGE ON SCHEMA reports TO waymark_app;

-- What the grants of a kind begin with (policies.PREFIXES).
CREATE FUNCTION reports.prefix(kind text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE kind WHEN 'training' THEN 'reports' WHEN 'channel' THEN 'channel-figures' END
$$;
CREATE FUNCTION reports.may(authority integer, kind text, what text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(gate.holds('authority:' || authority || ':' || reports.prefix(kind) || what), false)
$$;

CREATE FUNCTION reports.written(place text, writes text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE works text := 'gate.holds(''system:'' || authority_id)';
BEGIN
    EXECUTE format('CREATE POLICY %1$s_made ON %1$I AS RESTRICTIVE FOR INSERT WITH CHECK (%2$s OR %3$s)', place, writes, works);
    EXECUTE format('CREATE POLICY %1$s_changed ON %1$I AS RESTRICTIVE FOR UPDATE USING (%2$s OR %3$s)', place, writes, works);
    EXECUTE format('CREATE POLICY %1$s_kept ON %1$I AS RESTRICTIVE FOR DELETE USING (%2$s)', place, works);
END $$;
SELECT reports.written('reports_report', 'reports.may(authority_id::integer, kind, ''-write'')'),
       reports.written('reports_figure', 'reports.may(authority_id::integer, ''training'', ''-write'') OR '
                                         'reports.may(authority_id::integer, ''channel'', ''-write'')'),
       reports.written('reports_release', 'reports.may(authority_id::integer, ''channel'', ''-write'') OR '
                                          'reports.may(authority_id::integer, ''channel'', ''-release'')');
DROP FUNCTION reports.written(text, text);

-- It begins as a draft. A correction is the next version of a signed report of the same authority.
CREATE FUNCTION reports.begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.signed_at IS NOT NULL THEN
        PERFORM gate.forbid('a report begins as a draft');
    END IF;
    IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM reports_report r WHERE r.id = NEW.corrects_id AND r.signed_at IS NOT NULL AND r.kind = NEW.kind
           AND r.authority_id = NEW.authority_id AND r.number + 1 = NEW.number) THEN
        PERFORM gate.forbid('a correction is the next version of a signed report');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reports_report_begins BEFORE INSERT ON reports_report FOR EACH ROW EXECUTE FUNCTION reports.begins();

-- What a draft corrects stays what it corrects, and it stays of its kind.
CREATE FUNCTION reports.points_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM gate.forbid('a version keeps its kind, its number, and what it corrects');
END $$;
CREATE TRIGGER reports_report_points_back BEFORE UPDATE ON reports_report FOR EACH ROW
    WHEN ((OLD.kind, OLD.corrects_id, OLD.number) IS DISTINCT FROM (NEW.kind, NEW.corrects_id, NEW.number))
    EXECUTE FUNCTION reports.points_back();

-- Signed by whoever acts, who may sign, and with figures.
CREATE FUNCTION reports.signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF 'user:' || NEW.signed_by_id <> coalesce(current_setting('waymark.actor', true), '') THEN
        PERFORM gate.forbid('a signature is by whoever acts');
    END IF;
    IF NOT reports.may(NEW.authority_id::integer, NEW.kind, '-sign') THEN
        PERFORM gate.forbid('a report is signed by whoever may sign reports');
    END IF;
    IF NOT EXISTS (SELECT FROM reports_figure f WHERE f.report_id = NEW.id) THEN
        PERFORM gate.forbid('a report is signed with its figures');
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
        PERFORM gate.forbid('no figure is added to a signed report');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reports_figure_of_draft BEFORE INSERT ON reports_figure
    FOR EACH ROW EXECUTE FUNCTION reports.figure_of_draft();

-- What holds Channel figures shows to nobody who reads the other reports.
CREATE FUNCTION reports.restricted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM unnest(NEW.grants) AS held(grant_)
                WHERE held.grant_ LIKE 'authority:%' AND held.grant_ NOT LIKE 'authority:%:channel-figures%') THEN
        PERFORM gate.forbid('Channel figures show only to those who hold them');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reports_report_restricted BEFORE INSERT OR UPDATE ON reports_report FOR EACH ROW
    WHEN (NEW.kind = 'channel') EXECUTE FUNCTION reports.restricted();
CREATE TRIGGER reports_release_restricted BEFORE INSERT OR UPDATE ON reports_release FOR EACH ROW
    EXECUTE FUNCTION reports.restricted();
CREATE FUNCTION reports.figure_restricted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM reports_report r WHERE r.id = NEW.report_id AND r.kind = 'channel')
       AND EXISTS (SELECT FROM unnest(NEW.grants) AS held(grant_)
                    WHERE held.grant_ LIKE 'authority:%' AND held.grant_ NOT LIKE 'authority:%:channel-figures%') THEN
        PERFORM gate.forbid('Channel figures show only to those who hold them');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reports_figure_restricted BEFORE INSERT OR UPDATE ON reports_figure
    FOR EACH ROW EXECUTE FUNCTION reports.figure_restricted();

-- A release is asked by whoever acts, of a signed report, unanswered.
CREATE FUNCTION reports.release_asked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.approved IS NOT NULL OR 'user:' || NEW.asked_by_id <> coalesce(current_setting('waymark.actor', true), '')
       OR NOT reports.may(NEW.authority_id::integer, 'channel', '-write')
       OR NOT EXISTS (SELECT FROM reports_report r WHERE r.id = NEW.report_id AND r.signed_at IS NOT NULL
                         AND r.kind = 'channel' AND r.authority_id = NEW.authority_id) THEN
        PERFORM gate.forbid('a release is asked by whoever acts, of a signed report with Channel figures');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reports_release_asked BEFORE INSERT ON reports_release
    FOR EACH ROW EXECUTE FUNCTION reports.release_asked();

-- It is answered once, by another person than whoever asked, who may; only the answer is written. What leaves are chosen
-- counts, no small number of people among them, and no figures of days that overlap with days that left before.
CREATE FUNCTION reports.release_answered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.report_id, OLD.recipient, OLD.purpose, OLD.codes, OLD.asked_by_id, OLD.asked_at)
       IS DISTINCT FROM (NEW.report_id, NEW.recipient, NEW.purpose, NEW.codes, NEW.asked_by_id, NEW.asked_at)
       OR NEW.approved IS NULL
       OR 'user:' || NEW.answered_by_id <> coalesce(current_setting('waymark.actor', true), '')
       OR NEW.answered_by_id = NEW.asked_by_id
       OR NOT reports.may(NEW.authority_id::integer, 'channel', '-release') THEN
        PERFORM gate.forbid('a release is answered by another person, who may');
    END IF;
    IF jsonb_path_exists(NEW.copy, '$[*] ? (@.unit != "count")')
       OR jsonb_path_exists(NEW.copy, '$[*] ? (@.personal == true).rows[*].number ? (@ < 10)')
       OR EXISTS (SELECT FROM jsonb_array_elements(NEW.copy) AS kept(figure)
                   WHERE NOT kept.figure ->> 'code' = ANY (NEW.codes)
                      OR kept.figure ->> 'code' IN ('channel.at_start', 'channel.at_end')
                      OR NOT EXISTS (SELECT FROM reports_figure f WHERE f.report_id = NEW.report_id
                             AND f.code = kept.figure ->> 'code' AND f.split = kept.figure ->> 'split'
                             AND f.personal = (kept.figure ->> 'personal')::boolean)) THEN
        PERFORM gate.forbid('what leaves is chosen counts of the report, no small number of people among them');
    END IF;
    IF NEW.approved AND EXISTS (
        SELECT FROM reports_release o JOIN reports_report theirs ON theirs.id = o.report_id
          JOIN reports_report ours ON ours.id = NEW.report_id
         WHERE o.approved AND o.authority_id = NEW.authority_id
           AND theirs.from_on <= ours.until_on AND theirs.until_on >= ours.from_on
           AND (theirs.from_on, theirs.until_on) <> (ours.from_on, ours.until_on)) THEN
        PERFORM gate.forbid('figures of days that overlap left before');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reports_release_answered BEFORE UPDATE ON reports_release FOR EACH ROW
    WHEN (OLD.approved IS NULL) EXECUTE FUNCTION reports.release_answered();
CREATE TRIGGER reports_release_stays BEFORE UPDATE ON reports_release FOR EACH ROW
    WHEN (OLD.approved IS NOT NULL) EXECUTE FUNCTION gate.stays();
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA reports FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reports.prefix(text), reports.may(integer, text, text) TO waymark_app;
