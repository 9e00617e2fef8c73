-- The life of each record: open, sealed, erased. The dates are worked out here from what the record itself says, so
-- that no page and no job can bring an end nearer or put it off. Functions belong to waymark_guard; nobody else deletes.
CREATE SCHEMA retention;
GRANT USAGE ON SCHEMA retention TO waymark_app, waymark_guard;

-- The classes of classes.py; a gate compares. NULL: never sealed, never reviewed, no ceiling.
CREATE TABLE retention.class (
    code text PRIMARY KEY,
    seals interval,
    erases interval NOT NULL,
    reviews interval,
    ceiling interval
);
-- What has a life, and which rows go with it: `finds` selects their keys by $1, the key of the record, or by $2, the
-- keys (as text) of all that was found.
CREATE TABLE retention.kind (kind text PRIMARY KEY, relation text NOT NULL UNIQUE, needs_two boolean NOT NULL);
CREATE TABLE retention.part (
    kind text NOT NULL REFERENCES retention.kind,
    relation text NOT NULL,
    key text NOT NULL DEFAULT 'id',
    type text NOT NULL DEFAULT 'uuid' CHECK (type IN ('uuid', 'bigint', 'text')),
    finds text NOT NULL,
    PRIMARY KEY (kind, relation)
);
REVOKE ALL ON retention.class, retention.kind, retention.part FROM waymark_app;
GRANT SELECT ON retention.class, retention.kind, retention.part TO waymark_app, waymark_guard;

-- The database’s own day: a web server whose clock is wrong erases nothing early.
CREATE FUNCTION retention.today() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT (now() AT TIME ZONE 'Europe/London')::date $$;

-- Whoever signs is whoever acts: nobody signs in another’s name.
CREATE FUNCTION retention.is_actor(somebody uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT 'user:' || somebody = coalesce(current_setting('waymark.actor', true), '') $$;

-- The periods of a class that hold in an authority today: its own, else the service’s, else those it came with.
CREATE FUNCTION retention.in_force(
    code text, authority bigint, OUT seals interval, OUT erases interval, OUT reviews interval, OUT ceiling interval)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE own retention_retentionsetting;
BEGIN
    SELECT c.seals, c.erases, c.reviews, c.ceiling INTO STRICT seals, erases, reviews, ceiling
      FROM retention.class c WHERE c.code = in_force.code;
    SELECT * INTO own FROM retention_retentionsetting s
     WHERE s.class_code = in_force.code AND s.from_date <= retention.today()
       AND (s.authority_id = authority OR s.authority_id IS NULL)
     ORDER BY s.authority_id NULLS LAST, s.from_date DESC LIMIT 1;
    IF own.id IS NOT NULL THEN
        erases := make_interval(months => own.months, days => own.days);
        IF own.seal_months IS NOT NULL AND seals IS NOT NULL THEN
            seals := make_interval(months => own.seal_months);
        END IF;
        IF own.review_months IS NOT NULL AND reviews IS NOT NULL THEN
            reviews := make_interval(months => own.review_months);
        END IF;
    END IF;
END $$;

-- The dates of one life. Before its clock has started they are those it would have had, had it ended as it came.
CREATE FUNCTION retention.dates(
    life uuid, code text, authority bigint, came date, began date,
    OUT seal_on date, OUT review_on date, OUT erase_on date, OUT ceiling_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    own record;
    said retention_review;
    asked date;
BEGIN
    SELECT * INTO own FROM retention.in_force(code, authority);
    erase_on := coalesce(began, came) + own.erases;
    ceiling_on := coalesce(began, came) + own.ceiling;
    IF began IS NULL THEN
        erase_on := least(erase_on, ceiling_on);
        RETURN;
    END IF;
    seal_on := began + own.seals;
    SELECT * INTO said FROM retention_review r
     WHERE r.life_key = life AND r.decided_on IS NOT NULL AND r.due_on > began ORDER BY r.due_on DESC LIMIT 1;
    erase_on := CASE said.decision
        WHEN 'erase' THEN least(erase_on, said.decided_on) WHEN 'keep' THEN said.keep_until ELSE erase_on END;
    erase_on := least(erase_on, ceiling_on);
    SELECT max(due_on) INTO asked FROM retention_review r WHERE r.life_key = life AND r.due_on > began;
    review_on := coalesce(asked, began) + own.reviews;
    IF review_on >= erase_on THEN
        review_on := NULL;
    END IF;
END $$;

-- Called by the trigger of every record that has a life. Nobody else may call it.
CREATE FUNCTION retention.follow(
    what text, it uuid, authority bigint, seen_by text[], code text, came date, began date, sealed date)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    key uuid;
    own record;
    shown text[] := seen_by || ARRAY['authority:' || authority || ':retention', 'system:' || authority];
BEGIN
    SELECT id INTO key FROM retention_life WHERE kind = what AND record_id = it;
    key := coalesce(key, gen_random_uuid());
    SELECT array_agg(DISTINCT token ORDER BY token) INTO shown FROM unnest(shown) AS token;
    SELECT * INTO own FROM retention.dates(key, code, authority, came, began);
    INSERT INTO retention_life (id, authority_id, grants, version, recorded_at, salt, kind, record_id, class_code,
                                came_on, began_on, sealed_on, seal_on, review_on, erase_on, ceiling_on)
    VALUES (key, authority, shown, 1, now(), gen_random_uuid(), what, it, code,
            came, began, sealed, own.seal_on, own.review_on, own.erase_on, own.ceiling_on)
    ON CONFLICT (kind, record_id) DO UPDATE SET
        grants = excluded.grants, class_code = excluded.class_code, came_on = excluded.came_on,
        began_on = excluded.began_on, sealed_on = excluded.sealed_on, seal_on = excluded.seal_on,
        review_on = excluded.review_on, erase_on = excluded.erase_on, ceiling_on = excluded.ceiling_on,
        version = retention_life.version + 1
    WHERE (retention_life.grants, retention_life.class_code, retention_life.came_on, retention_life.began_on,
           retention_life.sealed_on, retention_life.seal_on, retention_life.review_on, retention_life.erase_on,
           retention_life.ceiling_on)
       IS DISTINCT FROM (excluded.grants, excluded.class_code, excluded.came_on, excluded.began_on,
           excluded.sealed_on, excluded.seal_on, excluded.review_on, excluded.erase_on, excluded.ceiling_on);
END $$;

-- Works the dates out anew, after a change of periods or a review, and each day. How many lives changed.
CREATE FUNCTION retention.recompute(only_life uuid DEFAULT NULL) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE changed integer;
BEGIN
    WITH anew AS (
        SELECT l.id, d.* FROM retention_life l,
               LATERAL retention.dates(l.id, l.class_code, l.authority_id, l.came_on, l.began_on) d
         WHERE only_life IS NULL OR l.id = only_life
    )
    UPDATE retention_life l SET seal_on = anew.seal_on, review_on = anew.review_on, erase_on = anew.erase_on,
           ceiling_on = anew.ceiling_on, version = l.version + 1
      FROM anew WHERE anew.id = l.id AND (l.seal_on, l.review_on, l.erase_on, l.ceiling_on)
           IS DISTINCT FROM (anew.seal_on, anew.review_on, anew.erase_on, anew.ceiling_on);
    GET DIAGNOSTICS changed = ROW_COUNT;
    RETURN changed;
END $$;

CREATE FUNCTION retention.held(life uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM retention_hold WHERE life_key = life AND ended_on IS NULL) $$;

-- A review says why in a sentence, on the page and here.
ALTER TABLE retention_review ADD CONSTRAINT review_says_why CHECK (decision = '' OR gate.sealed_sentence(reason));
