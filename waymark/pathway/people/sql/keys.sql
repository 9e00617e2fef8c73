-- What a person can be found by. One row for each person, kept by triggers and gone with the person: read and written by
-- waymark_guard alone, the application has no right to it. The keys are short sums of pieces of name and birth date; two
-- people with a key in common are worth comparing. What its columns hold is declared in people/privacy.py.
CREATE TABLE gate.person_keys (
    person_id uuid PRIMARY KEY REFERENCES people_person ON DELETE CASCADE,
    authority_id bigint NOT NULL,
    names text[] NOT NULL,
    born_on date, born_precision text NOT NULL,
    postcodes text[] NOT NULL, places text[] NOT NULL,
    sounds integer[] NOT NULL,
    keys integer[] NOT NULL
);
CREATE INDEX person_keys_keys ON gate.person_keys USING gin (keys) WITH (fastupdate = off);

-- The codes of a word as gate.read_word wrote it: its two sounds and its families, without the marks. Empty for an initial.
CREATE FUNCTION gate.codes_of(word text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE hard text := split_part(word, ':', 4); soft text := split_part(word, ':', 5); families text := split_part(word, ':', 3);
BEGIN
    IF length(split_part(word, ':', 1)) < 2 THEN RETURN '{}'; END IF;
    IF families = '' THEN
        RETURN CASE WHEN hard = soft THEN ARRAY['k' || hard] ELSE ARRAY['k' || hard, 'k' || soft] END;
    END IF;
    RETURN CASE WHEN hard = soft THEN ARRAY['k' || hard] ELSE ARRAY['k' || hard, 'k' || soft] END
           || string_to_array('f' || replace(translate(families, '*~', ''), ',', ',f'), ',');
END $$;

-- The keys of a person in an authority. `asking`: those to look for, otherwise those to be found by. Thirty-two bits of
-- each piece: a stranger with the same sum is compared, and found to be a stranger.
--   firm    pieces of which few share one: a name with parts of the birth date, with a place; a date; a postcode
--   paired  two words of a name, however old
--   loose   a word and how another begins: for records without a birth date
--   lone    a single word
--   spelt   a single word, and what is left of it without one of its letters: for a slip of the pen anywhere in it; THIRTEEN
--           to a word when asking
--   sounds  the codes of each word, FOUR to a word, to see at a glance how many words two names have in common
CREATE FUNCTION gate.keys_of(authority bigint, names text[], born date, exact text, postcodes text[], places text[], asking boolean,
    OUT firm integer[], OUT paired integer[], OUT loose integer[], OUT lone integer[], OUT spelt integer[],
    OUT sounds integer[])
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    own text := authority || ' '; year integer := extract(year FROM born); day boolean := exact = 'day'; parts text[]; years text[] := '{}';
    name text; words text[]; codes text[]; other_codes text[]; all_codes text[] := '{}'; firsts text[]; first text; code text; other text;
    glued text; word text; piece text; sums integer[]; n integer;
BEGIN
    firm := '{}'; paired := '{}'; loose := '{}'; lone := '{}'; spelt := '{}'; sounds := '{}';
    IF day THEN parts := ARRAY[to_char(born, '"a"YYYYMM'), to_char(born, '"b"YYYYDD'), to_char(born, '"c"MMDD')]; END IF;
    IF born IS NOT NULL THEN
        years := CASE WHEN asking THEN ARRAY[year, year - 1, year + 1, year - 10, year + 10] ELSE ARRAY[year] END;
    END IF;
    FOREACH name IN ARRAY names[1:12] LOOP
        words := string_to_array(name, ' '); n := coalesce(cardinality(words), 0); glued := ''; firsts := '{}';
        CONTINUE WHEN n = 0;
        -- Of a very long name its first three words and its last two.
        IF n > 5 THEN words := words[1:3] || words[n - 1:n]; n := 5; END IF;
        FOR i IN 1..n LOOP
            word := split_part(words[i], ':', 1);
            glued := glued || word; firsts := firsts || left(split_part(words[i], ':', 4), 1);
        END LOOP;
        FOR i IN 1..n LOOP
            codes := gate.codes_of(words[i]);
            CONTINUE WHEN codes = '{}';
            sums := '{}';
            FOREACH code IN ARRAY codes LOOP
                sums := sums || hashtext(own || code);
                IF code <> ALL (all_codes) THEN all_codes := all_codes || code; END IF;
            END LOOP;
            sounds := sounds || (sums || sums[1] || sums[1] || sums[1])[1:4];
            word := split_part(words[i], ':', 1);
            IF length(word) >= 4 OR asking THEN
                sums := ARRAY[hashtext(own || 'x' || word)];
                FOR at IN 1..least(length(word), 12) LOOP
                    EXIT WHEN length(word) < 4;
                    sums := sums || hashtext(own || 'x' || left(word, at - 1) || substr(word, at + 1));
                END LOOP;
                -- Those to look for in equal lots, a lot for each word.
                IF asking THEN sums := sums || array_fill(sums[1], ARRAY[13 - cardinality(sums)]); END IF;
                spelt := spelt || sums;
            END IF;
            -- Two words of a name; and one, with how another begins.
            FOR j IN 1..n LOOP
                CONTINUE WHEN i = j;
                IF i < j THEN
                    other_codes := gate.codes_of(words[j]);
                    FOREACH code IN ARRAY codes LOOP
                        FOREACH other IN ARRAY other_codes LOOP
                            paired := paired || hashtext(own || least(code COLLATE "C", other COLLATE "C") || '+' || greatest(code COLLATE "C", other COLLATE "C"));
                        END LOOP;
                    END LOOP;
                END IF;
                first := '-' || firsts[j];
                FOREACH code IN ARRAY codes LOOP
                    -- A birth date is missing, on either side.
                    IF NOT asking OR born IS NULL THEN loose := loose || hashtext(own || code || first); END IF;
                    IF asking = (born IS NOT NULL) THEN loose := loose || hashtext(own || code || first || '?'); END IF;
                    -- A birth date some months, a year or ten years off, and the other word misspelt.
                    FOREACH piece IN ARRAY years LOOP firm := firm || hashtext(own || code || first || piece); END LOOP;
                END LOOP;
            END LOOP;
        END LOOP;
        -- Written without the spaces.
        IF glued <> '' THEN paired := paired || hashtext(own || 'c' || gate.sound(glued, false)); END IF;
    END LOOP;
    IF day THEN
        firm := firm || hashtext(own || to_char(born, '"d"YYYYMMDD'));
        IF asking THEN firm := firm || hashtext(own || to_char(born, '"d"YYYYDDMM')); END IF;
    END IF;
    FOREACH code IN ARRAY all_codes LOOP
        lone := lone || hashtext(own || 'w' || code);
        IF day THEN
            FOREACH piece IN ARRAY parts LOOP firm := firm || hashtext(own || code || piece); END LOOP;
        END IF;
        -- The year: for a date that is not whole, on either side.
        IF born IS NOT NULL AND (NOT asking OR NOT day) THEN firm := firm || hashtext(own || code || 'y' || year); END IF;
        IF born IS NOT NULL AND asking = day THEN firm := firm || hashtext(own || code || 'z' || year); END IF;
        FOREACH piece IN ARRAY places LOOP firm := firm || hashtext(own || code || '@' || piece); END LOOP;
    END LOOP;
    FOREACH piece IN ARRAY postcodes LOOP firm := firm || hashtext(own || 'p' || piece); END LOOP;
END $$;
CREATE FUNCTION gate.all_keys(authority bigint, names text[], born date, exact text, postcodes text[], places text[],
    OUT sounds integer[], OUT keys integer[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT k.sounds, ARRAY(SELECT DISTINCT unnest(k.firm || k.paired || k.loose || k.lone || k.spelt))
      FROM gate.keys_of(authority, names, born, exact, postcodes, places, false) AS k
$$;

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
        SELECT id, authority_id, names, born_on, born_precision, postcodes, places, k.sounds, k.keys
          FROM read, gate.all_keys(authority_id, names, born_on, born_precision, postcodes, places) AS k
        ON CONFLICT (person_id) DO UPDATE SET names = excluded.names, born_on = excluded.born_on,
               born_precision = excluded.born_precision, postcodes = excluded.postcodes, places = excluded.places,
               sounds = excluded.sounds, keys = excluded.keys
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
