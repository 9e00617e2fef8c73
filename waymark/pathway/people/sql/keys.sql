-- What a person can be found by. One row for each person, kept by triggers, read and written by waymark_guard alone:
-- the application has no right to it. The keys are short sums of pieces of name and birth date; two people with a key
-- in common are worth comparing.
CREATE TABLE gate.person_keys (
    person_id uuid PRIMARY KEY REFERENCES people_person ON DELETE CASCADE,
    authority_id bigint NOT NULL,
    names text[] NOT NULL,
    born_on date, born_precision text NOT NULL,
    postcodes text[] NOT NULL, places text[] NOT NULL,
    keys integer[] NOT NULL
);
CREATE INDEX person_keys_keys ON gate.person_keys USING gin (keys) WITH (fastupdate = off);

-- The keys of a person in an authority. `asking`: those to look for, otherwise those to be found by. Thirty-two bits of
-- each piece: a stranger with the same sum is compared, and found to be a stranger.
CREATE FUNCTION gate.keys_of(authority bigint, names text[], born date, exact text, postcodes text[], places text[], asking boolean)
RETURNS integer[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    pieces text[] := '{}'; codes text[] := '{}'; mine text[]; all_mine text[][]; name text; word text; words text[]; code text; other text;
    firsts text[]; year integer := extract(year FROM born); family text; glued text; i integer; j integer; n integer; place text;
    coded text[]; plain text := authority || ' ';
BEGIN
    FOREACH name IN ARRAY names LOOP
        words := (string_to_array(name, ' '))[1:6]; n := coalesce(cardinality(words), 0); glued := '';
        coded := '{}'; firsts := '{}';
        FOR i IN 1..n LOOP
            word := words[i]; glued := glued || split_part(word, ':', 1);
            mine := '{}';
            IF length(split_part(word, ':', 1)) > 1 THEN
                mine := ARRAY['k' || split_part(word, ':', 4)];
                codes := codes || mine || ('k' || split_part(word, ':', 5));
                FOREACH family IN ARRAY string_to_array(translate(split_part(word, ':', 3), '*~', ''), ',') LOOP
                    mine := mine || ('f' || family);
                END LOOP;
                codes := codes || mine;
            END IF;
            coded := coded || array_to_string(mine, ' ');
            firsts := firsts || left(split_part(word, ':', 4), 1);
        END LOOP;
        -- Two words of a name; and one, with how another begins.
        FOR i IN 1..least(n, 4) LOOP
            FOR j IN 1..least(n, 4) LOOP
                CONTINUE WHEN i = j;
                FOREACH code IN ARRAY string_to_array(coded[i], ' ') LOOP
                    IF i < j THEN
                        FOREACH other IN ARRAY string_to_array(coded[j], ' ') LOOP
                            pieces := pieces || (least(code COLLATE "C", other COLLATE "C") || '+' || greatest(code COLLATE "C", other COLLATE "C"));
                        END LOOP;
                    END IF;
                    other := code || '-' || firsts[j];
                    -- A birth date is missing, on either side.
                    IF NOT asking OR born IS NULL THEN pieces := pieces || other; END IF;
                    IF asking = (born IS NOT NULL) THEN pieces := pieces || (other || '?'); END IF;
                    -- A birth date some months, a year or ten years off, and the other word misspelt.
                    IF born IS NOT NULL THEN
                        pieces := pieces || (other || year);
                        IF asking THEN
                            pieces := pieces || ARRAY[other || (year - 1), other || (year + 1), other || (year - 10), other || (year + 10)];
                        END IF;
                    END IF;
                END LOOP;
            END LOOP;
        END LOOP;
        -- Written without the spaces.
        IF glued <> '' THEN pieces := pieces || ('c' || gate.sound(glued, false)); END IF;
    END LOOP;
    codes := ARRAY(SELECT DISTINCT unnest(codes));
    IF exact = 'day' THEN
        pieces := pieces || ('d' || to_char(born, 'YYYYMMDD'));
        IF asking THEN pieces := pieces || ('d' || to_char(born, 'YYYYDDMM')); END IF;
    END IF;
    FOREACH code IN ARRAY codes LOOP
        IF exact = 'day' THEN
            pieces := pieces || ARRAY[code || to_char(born, '"a"YYYYMM'), code || to_char(born, '"b"YYYYDD'), code || to_char(born, '"c"MMDD')];
        END IF;
        -- The year: for a date that is not whole, on either side.
        IF born IS NOT NULL AND (NOT asking OR exact <> 'day') THEN pieces := pieces || (code || 'y' || year); END IF;
        IF born IS NOT NULL AND asking = (exact = 'day') THEN pieces := pieces || (code || 'z' || year); END IF;
        FOREACH place IN ARRAY places LOOP pieces := pieces || (code || '@' || place); END LOOP;
    END LOOP;
    FOREACH place IN ARRAY postcodes LOOP pieces := pieces || ('p' || place); END LOOP;
    RETURN ARRAY(SELECT DISTINCT ('x' || left(md5(plain || piece), 8))::bit(32)::integer FROM unnest(pieces) AS piece);
END $$;

-- Which end of the folded whole is the surname: its last words.
CREATE FUNCTION gate.folded_part(folded text, forenames text, surname text, last boolean) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE parts text[]; words integer; of_surname integer;
BEGIN
    IF forenames = '' OR surname = '' THEN RETURN ''; END IF;
    parts := string_to_array(folded, ' '); words := cardinality(parts);
    of_surname := cardinality(regexp_split_to_array(trim(regexp_replace(surname, '[’''`ʻʼ]', '', 'g')), '[^[:alnum:]]+'));
    RETURN CASE WHEN words <= of_surname THEN ''
                WHEN last THEN array_to_string(parts[words - of_surname + 1:], ' ')
                ELSE array_to_string(parts[:words - of_surname], ' ') END;
END $$;

-- Reads these people anew, after anything that they can be found by has changed. How many.
CREATE FUNCTION gate.learn(wanted uuid[]) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
    WITH read AS (
        SELECT p.id, p.authority_id, p.born_on, p.born_precision,
               ARRAY(SELECT DISTINCT gate.read_name(gate.folded_part(n.folded, n.forenames, n.surname, false),
                                                    gate.folded_part(n.folded, n.forenames, n.surname, true), n.folded)
                       FROM people_personname n WHERE n.person_id = p.id AND n.kind <> 'handle') AS names,
               ARRAY(SELECT DISTINCT replace(a.postcode, ' ', '') FROM people_address a
                      WHERE a.person_id = p.id AND length(a.postcode) > 4) AS postcodes,
               ARRAY(SELECT DISTINCT coalesce(f.institution_id::text, lower(f.name)) FROM people_affiliation f
                      WHERE f.person_id = p.id) AS places
          FROM people_person p WHERE p.id = ANY (wanted)
    ), kept AS (
        INSERT INTO gate.person_keys
        SELECT id, authority_id, names, born_on, born_precision, postcodes, places,
               gate.keys_of(authority_id, names, born_on, born_precision, postcodes, places, false)
          FROM read
        ON CONFLICT (person_id) DO UPDATE SET names = excluded.names, born_on = excluded.born_on,
               born_precision = excluded.born_precision, postcodes = excluded.postcodes, places = excluded.places, keys = excluded.keys
        RETURNING 1
    )
    SELECT count(*) FROM kept
$$;

CREATE FUNCTION gate.keys_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, gate, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'people_person' THEN
        PERFORM gate.learn(ARRAY(SELECT DISTINCT id FROM changed));
    ELSE
        PERFORM gate.learn(ARRAY(SELECT DISTINCT person_id FROM changed));
    END IF;
    RETURN NULL;
END $$;
DO $$
DECLARE part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['people_personname', 'people_address', 'people_affiliation'] LOOP
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION gate.keys_follow()', part || '_keys_new', part);
        EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION gate.keys_follow()', part || '_keys_changed', part);
        EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION gate.keys_follow()', part || '_keys_gone', part);
    END LOOP;
END $$;
CREATE TRIGGER people_person_keys_changed AFTER UPDATE ON people_person REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION gate.keys_follow();
