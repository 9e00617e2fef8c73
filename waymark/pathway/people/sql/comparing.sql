-- How two names, and two birth dates, compare: a reason in code, and how many steps apart they are. The steps put
-- candidates in order (fewest differences first) and are not given to anybody.

-- One word against another, both as gate.read_name wrote them. Steps: 0 equal … 9 nothing alike.
CREATE FUNCTION gate.word_reason(one text, other text, OUT steps integer, OUT reason text)
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    a text := split_part(one, ':', 1); b text := split_part(other, ':', 1);
    fa text[]; fb text[]; shorter integer; apart integer;
BEGIN
    IF a = b THEN steps := 0; reason := 'same_name'; RETURN; END IF;
    fa := string_to_array(translate(split_part(one, ':', 3), '*', ''), ',');
    fb := string_to_array(translate(split_part(other, ':', 3), '*', ''), ',');
    IF fa && fb AND EXISTS (SELECT FROM unnest(fa) f WHERE f = ANY (fb) AND f NOT LIKE '~%') THEN
        steps := 1; reason := 'known_spelling'; RETURN;
    END IF;
    shorter := least(length(a), length(b));
    apart := levenshtein_less_equal(left(a, 60), left(b, 60), 3);
    IF apart = 1 AND shorter >= 3 THEN steps := CASE WHEN shorter > 3 THEN 1 ELSE 2 END; reason := 'one_letter'; RETURN; END IF;
    IF string_to_array(translate(split_part(one, ':', 3), '*~', ''), ',') && string_to_array(translate(split_part(other, ':', 3), '*~', ''), ',')
        THEN steps := 1; reason := 'short_form'; RETURN; END IF;
    IF apart = 2 AND shorter >= 5 THEN steps := 2; reason := 'two_letters'; RETURN; END IF;
    IF length(a) = length(b) AND shorter >= 4 AND translate(a, b, '') = '' AND translate(b, a, '') = '' THEN
        steps := 2; reason := 'letters_moved'; RETURN;
    END IF;
    IF shorter = 1 AND left(a, 1) = left(b, 1) THEN steps := 2; reason := 'initial'; RETURN; END IF;
    IF shorter >= 3 AND (starts_with(a, b) OR starts_with(b, a)) THEN steps := 2; reason := 'short_form'; RETURN; END IF;
    IF string_to_array(split_part(one, ':', 4) || ',' || split_part(one, ':', 5), ',')
       && string_to_array(split_part(other, ':', 4) || ',' || split_part(other, ':', 5), ',')
       AND (apart <= 3 OR length(split_part(one, ':', 4)) >= 3) AND shorter >= 2
        THEN steps := 2; reason := 'sounds_alike'; RETURN; END IF;
    IF apart <= 2 AND shorter >= 4 OR apart = 3 AND shorter >= 7 OR similarity(a, b) >= 0.4
        THEN steps := 3; reason := 'name_close'; RETURN; END IF;
    steps := 9;
END $$;

-- Two names as gate.read_name wrote them. Alike both ways. `reason` is NULL when they have nothing in common.
CREATE FUNCTION gate.name_compare(one text, other text, OUT steps integer, OUT reason text)
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    mine text[] := string_to_array(one, ' '); theirs text[] := string_to_array(other, ' ');
    a text[]; b text[]; held text[]; pair record; pairs integer[] := '{}'; whys text[] := '{}'; step integer; why text; found text;
    whole_a text; whole_b text; apart integer; matched integer := 0; sure integer := 0; unlike integer := 0;
    total integer := 0; worst integer := -1; where_ text := '';
    left_mine integer[] := '{}'; taken integer[] := '{}';
BEGIN
    steps := 9;
    IF one = '' OR other = '' THEN RETURN; END IF;
    IF cardinality(mine) > cardinality(theirs)
       OR (cardinality(mine) = cardinality(theirs) AND one COLLATE "C" > other COLLATE "C") THEN
        held := mine; mine := theirs; theirs := held;
    END IF;
    SELECT array_agg(split_part(w, ':', 1) ORDER BY n) INTO a FROM unnest(mine) WITH ORDINALITY AS t(w, n);
    SELECT array_agg(split_part(w, ':', 1) ORDER BY n) INTO b FROM unnest(theirs) WITH ORDINALITY AS t(w, n);
    IF a = b THEN steps := 0; reason := 'same_name'; RETURN; END IF;
    IF a <@ b AND b <@ a THEN steps := 0; reason := 'parts_swapped'; RETURN; END IF;
    whole_a := array_to_string(a, ''); whole_b := array_to_string(b, '');
    IF whole_a = whole_b THEN steps := 0; reason := 'spaces_differ'; RETURN; END IF;

    -- Each word of the shorter name takes its nearest in the longer one, the nearest pairs first.
    FOR i IN 1..cardinality(mine) LOOP
        FOR j IN 1..cardinality(theirs) LOOP
            pair := gate.word_reason(mine[i], theirs[j]);
            pairs := pairs || pair.steps; whys := whys || pair.reason;
        END LOOP;
    END LOOP;
    FOR round_ IN 0..3 LOOP
        CONTINUE WHEN round_ <> ALL (pairs);
        FOR i IN 1..cardinality(mine) LOOP
            CONTINUE WHEN i = ANY (left_mine);
            FOR j IN 1..cardinality(theirs) LOOP
                CONTINUE WHEN j = ANY (taken);
                step := pairs[(i - 1) * cardinality(theirs) + j]; why := whys[(i - 1) * cardinality(theirs) + j];
                IF step = round_ THEN
                    left_mine := left_mine || i; taken := taken || j;
                    total := total + step; matched := matched + 1;
                    IF step <= 2 AND why <> 'initial' AND length(a[i]) > 1 THEN sure := sure + 1; END IF;
                    IF step > 0 AND (step > worst) THEN
                        worst := step; found := why;
                        where_ := CASE WHEN split_part(mine[i], ':', 2) = split_part(theirs[j], ':', 2)
                                       THEN split_part(mine[i], ':', 2) ELSE '' END;
                    ELSIF step > 0 THEN where_ := '';
                    END IF;
                    EXIT;
                END IF;
            END LOOP;
        END LOOP;
        EXIT WHEN matched = cardinality(mine);
    END LOOP;
    unlike := cardinality(mine) - matched;

    IF unlike = 0 THEN
        IF cardinality(mine) < cardinality(theirs) THEN
            -- A single word of several says less than two.
            steps := least(total, 2) + CASE WHEN cardinality(mine) = 1 THEN 3 WHEN total = 0 THEN 1 ELSE 2 END;
            reason := CASE WHEN total = 0 THEN 'part_of_name' ELSE coalesce(found, 'part_of_name') END;
            IF total > 0 THEN reason := 'part_close'; END IF;
        ELSE
            steps := greatest(least(total, 4), 1);
            reason := CASE where_ WHEN 's' THEN 'surname_' WHEN 'f' THEN 'forename_' ELSE '' END || found;
            IF total > worst AND found NOT IN ('known_spelling', 'short_form', 'sounds_alike') THEN reason := 'name_close'; END IF;
        END IF;
    ELSIF sure > 0 THEN
        -- Somebody else’s forename, or a surname before marriage: the rest has nothing in common.
        steps := 4 + CASE WHEN unlike > 1 THEN 1 ELSE 0 END;
        reason := 'one_part_same';
        IF EXISTS (SELECT FROM unnest(left_mine) i WHERE split_part(mine[i], ':', 3) LIKE '%*%') AND sure = 1 THEN steps := 5; END IF;
    END IF;

    -- Written without the space, or with it in another place.
    apart := levenshtein_less_equal(left(whole_a, 120), left(whole_b, 120), 2);
    IF apart <= 2 AND length(whole_a) >= 6 AND apart < steps THEN
        IF reason IS NULL OR steps > 2 THEN reason := CASE apart WHEN 1 THEN 'one_letter' ELSE 'two_letters' END; END IF;
        steps := apart;
    ELSIF steps > 3 AND similarity(array_to_string(a, ' '), array_to_string(b, ' ')) >= 0.45 THEN
        steps := 3; reason := 'name_close';
    END IF;
END $$;

-- Whether two postcodes are written nearly alike: one letter, or two the other way round.
CREATE FUNCTION gate.postcodes_close(mine text[], theirs text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT EXISTS (SELECT FROM unnest(mine) AS a, unnest(theirs) AS b
                    WHERE levenshtein_less_equal(left(a, 10), left(b, 10), 2) <= 1
                       OR length(a) = length(b) AND translate(a, b, '') = '' AND translate(b, a, '') = ''
                          AND levenshtein_less_equal(left(a, 10), left(b, 10), 2) = 2)
$$;

-- The reason alone, for two folded names.
CREATE OR REPLACE FUNCTION gate.name_reason(one text, other text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT reason FROM gate.name_compare(gate.read_name('', '', one), gate.read_name('', '', other))
$$;

-- Two birth dates, each with its precision: the reason, and the steps.
CREATE FUNCTION gate.birth_compare(one date, how_one text, other date, how_other text, OUT steps integer, OUT reason text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE r WHEN 'same_birth_date' THEN 0 WHEN 'day_month_swapped' THEN 1 WHEN 'birth_one_digit' THEN 1
                  WHEN 'same_birth_year' THEN 1 WHEN 'same_birth_month' THEN CASE WHEN how_one = how_other THEN 2 ELSE 1 END
                  WHEN 'birth_month_differs' THEN 2 WHEN 'birth_year_differs' THEN 2 WHEN 'birth_missing' THEN 3
                  WHEN 'birth_near' THEN 3 WHEN 'birth_ten_years' THEN 4 ELSE 6 END, r
      FROM (SELECT CASE
        WHEN one IS NULL OR other IS NULL THEN 'birth_missing'
        WHEN how_one = 'day' AND how_other = 'day' THEN CASE
            WHEN one = other THEN 'same_birth_date'
            WHEN extract(year FROM one) = extract(year FROM other)
             AND extract(day FROM one) = extract(month FROM other)
             AND extract(month FROM one) = extract(day FROM other) THEN 'day_month_swapped'
            WHEN levenshtein_less_equal(to_char(one, 'DDMMYYYY'), to_char(other, 'DDMMYYYY'), 1) = 1 THEN 'birth_one_digit'
            WHEN date_trunc('month', one) = date_trunc('month', other) THEN 'same_birth_month'
            WHEN to_char(one, 'DDYYYY') = to_char(other, 'DDYYYY') THEN 'birth_month_differs'
            WHEN to_char(one, 'DDMM') = to_char(other, 'DDMM') THEN 'birth_year_differs'
            WHEN abs(one - other) <= 400 THEN 'birth_near'
            WHEN abs(one - other) <= 3700 THEN 'birth_ten_years'
            ELSE 'birth_differs' END
        WHEN abs(extract(year FROM one) - extract(year FROM other)) = 1 THEN 'birth_near'
        WHEN extract(year FROM one) <> extract(year FROM other) THEN
            CASE WHEN abs(one - other) <= 3700 THEN 'birth_ten_years' ELSE 'birth_differs' END
        WHEN 'year' IN (how_one, how_other) THEN 'same_birth_year'
        WHEN extract(month FROM one) = extract(month FROM other) THEN 'same_birth_month'
        ELSE 'birth_near'
    END AS r) AS compared
$$;
