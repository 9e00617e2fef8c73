-- How two names, and two birth dates, compare: a reason in code, and how many steps apart they are. The steps put
-- candidates in order (fewest differences first) and are not given to anybody.

-- One word against another, both as gate.read_name wrote them: the steps and the reason in one text, “1one_letter”; NULL
-- when they have nothing in common. The cheap rules first: this is asked of each two words of everybody who is compared.
CREATE FUNCTION gate.word_reason(one text, other text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    a text := split_part(one, ':', 1); b text := split_part(other, ':', 1); families_a text := split_part(one, ':', 3);
    families_b text := split_part(other, ':', 3); hard_a text; hard_b text; soft_a text; soft_b text; fa text[]; fb text[];
    family text; relatives boolean := false; shorter integer; apart integer;
BEGIN
    IF a = b THEN RETURN '0same_name'; END IF;
    IF families_a <> '' AND families_b <> '' THEN
        relatives := string_to_array(translate(families_a, '*~', ''), ',') && string_to_array(translate(families_b, '*~', ''), ',');
        IF relatives THEN
            -- A familiar form is marked ~: with that mark on both sides it is another familiar form, not a spelling.
            fa := string_to_array(translate(families_a, '*', ''), ','); fb := string_to_array(translate(families_b, '*', ''), ',');
            FOREACH family IN ARRAY fa LOOP
                IF family = ANY (fb) AND left(family, 1) <> '~' THEN RETURN '1known_spelling'; END IF;
            END LOOP;
        END IF;
    END IF;
    shorter := least(length(a), length(b)); apart := levenshtein_less_equal(left(a, 60), left(b, 60), 3);
    IF apart = 1 AND shorter >= 3 THEN RETURN CASE WHEN shorter > 3 THEN '1one_letter' ELSE '2one_letter' END; END IF;
    IF relatives THEN RETURN '1short_form'; END IF;
    IF apart = 2 AND shorter >= 5 THEN RETURN '2two_letters'; END IF;
    IF shorter >= 4 AND length(a) = length(b) AND translate(a, b, '') = '' AND translate(b, a, '') = '' THEN RETURN '2letters_moved'; END IF;
    IF left(a, 1) = left(b, 1) THEN
        IF shorter = 1 THEN RETURN '2initial'; END IF;
        IF shorter >= 3 AND (starts_with(a, b) OR starts_with(b, a)) THEN RETURN '2short_form'; END IF;
    END IF;
    hard_a := split_part(one, ':', 4); hard_b := split_part(other, ':', 4);
    soft_a := split_part(one, ':', 5); soft_b := split_part(other, ':', 5);
    IF shorter >= 2 AND (apart <= 3 OR length(hard_a) >= 3) AND (hard_a = hard_b OR soft_a = soft_b OR hard_a = soft_b OR soft_a = hard_b)
        THEN RETURN '2sounds_alike'; END IF;
    IF apart <= 2 AND shorter >= 4 OR apart = 3 AND shorter >= 7 OR similarity(a, b) >= 0.4 THEN RETURN '3name_close'; END IF;
    RETURN NULL;
END $$;

-- Two names as gate.read_name wrote them. Alike both ways. `reason` is NULL when they have nothing in common.
CREATE FUNCTION gate.name_compare(one text, other text, OUT steps integer, OUT reason text)
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    mine text[] := string_to_array(one, ' '); theirs text[] := string_to_array(other, ' ');
    a text[] := '{}'; b text[] := '{}'; held text[]; pairs text[] := '{}'; why text; found text; whole_a text; whole_b text; apart integer; matched integer := 0; sure integer := 0; unlike integer := 0;
    total integer := 0; worst integer := -1; where_ text := ''; common boolean := false;
    left_mine integer[] := '{}'; taken integer[] := '{}'; word text; m integer; n integer; nearest integer := 9;
BEGIN
    steps := 9;
    IF coalesce(one, '') = '' OR coalesce(other, '') = '' THEN RETURN; END IF;
    IF cardinality(mine) > cardinality(theirs)
       OR (cardinality(mine) = cardinality(theirs) AND one COLLATE "C" > other COLLATE "C") THEN
        held := mine; mine := theirs; theirs := held;
    END IF;
    FOREACH word IN ARRAY mine LOOP a := a || split_part(word, ':', 1); END LOOP;
    FOREACH word IN ARRAY theirs LOOP b := b || split_part(word, ':', 1); END LOOP;
    IF a = b THEN steps := 0; reason := 'same_name'; RETURN; END IF;
    IF a <@ b AND b <@ a THEN steps := 0; reason := 'parts_swapped'; RETURN; END IF;
    whole_a := array_to_string(a, ''); whole_b := array_to_string(b, '');
    IF whole_a = whole_b THEN steps := 0; reason := 'spaces_differ'; RETURN; END IF;

    -- Each word of the shorter name takes its nearest in the longer one, the nearest pairs first: equal ones at once.
    m := least(cardinality(mine), 12); n := least(cardinality(theirs), 12);
    FOR i IN 1..m LOOP
        FOR j IN 1..n LOOP
            IF a[i] = b[j] AND j <> ALL (taken) THEN
                left_mine := left_mine || i; taken := taken || j; matched := matched + 1;
                common := common OR strpos(split_part(mine[i], ':', 3), '*') > 0;
                IF length(a[i]) > 1 THEN sure := sure + 1; END IF;
                EXIT;
            END IF;
        END LOOP;
    END LOOP;
    IF matched < m THEN
        FOR i IN 1..m LOOP
            FOR j IN 1..n LOOP
                pairs[(i - 1) * n + j] := CASE WHEN i = ANY (left_mine) OR j = ANY (taken) THEN NULL
                                               ELSE gate.word_reason(mine[i], theirs[j]) END;
                nearest := least(nearest, left(pairs[(i - 1) * n + j], 1)::integer);
            END LOOP;
        END LOOP;
    END IF;
    FOR round_ IN nearest..3 LOOP
        FOR i IN 1..m LOOP
            CONTINUE WHEN i = ANY (left_mine);
            FOR j IN 1..n LOOP
                why := pairs[(i - 1) * n + j];
                CONTINUE WHEN why IS NULL OR left(why, 1)::integer <> round_ OR j = ANY (taken);
                why := substr(why, 2);
                left_mine := left_mine || i; taken := taken || j; common := common OR strpos(split_part(mine[i], ':', 3), '*') > 0;
                total := total + round_; matched := matched + 1;
                IF round_ <= 2 AND why <> 'initial' AND length(a[i]) > 1 THEN sure := sure + 1; END IF;
                IF round_ > worst THEN
                    worst := round_; found := why;
                    where_ := CASE WHEN split_part(mine[i], ':', 2) = split_part(theirs[j], ':', 2)
                                   THEN split_part(mine[i], ':', 2) ELSE '' END;
                ELSE where_ := '';
                END IF;
                EXIT;
            END LOOP;
        END LOOP;
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
        IF common AND sure = 1 THEN steps := 5; END IF;
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
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE a text; b text; years integer;
BEGIN
    IF one IS NULL OR other IS NULL THEN steps := 3; reason := 'birth_missing'; RETURN; END IF;
    IF how_one = 'day' AND how_other = 'day' THEN
        IF one = other THEN steps := 0; reason := 'same_birth_date'; RETURN; END IF;
        a := to_char(one, 'DDMMYYYY'); b := to_char(other, 'DDMMYYYY');
        IF right(a, 4) = right(b, 4) AND left(a, 2) = substr(b, 3, 2) AND left(b, 2) = substr(a, 3, 2) THEN
            steps := 1; reason := 'day_month_swapped';
        ELSIF levenshtein_less_equal(a, b, 1) = 1 THEN steps := 1; reason := 'birth_one_digit';
        ELSIF right(a, 6) = right(b, 6) THEN steps := 2; reason := 'same_birth_month';
        ELSIF right(a, 4) = right(b, 4) AND left(a, 2) = left(b, 2) THEN steps := 2; reason := 'birth_month_differs';
        ELSIF left(a, 4) = left(b, 4) THEN steps := 2; reason := 'birth_year_differs';
        ELSIF abs(one - other) <= 400 THEN steps := 3; reason := 'birth_near';
        ELSIF abs(one - other) <= 3700 THEN steps := 4; reason := 'birth_ten_years';
        ELSE steps := 6; reason := 'birth_differs';
        END IF;
        RETURN;
    END IF;
    years := abs(extract(year FROM one)::integer - extract(year FROM other)::integer);
    IF years = 1 THEN steps := 3; reason := 'birth_near';
    ELSIF years > 0 AND abs(one - other) <= 3700 THEN steps := 4; reason := 'birth_ten_years';
    ELSIF years > 0 THEN steps := 6; reason := 'birth_differs';
    ELSIF 'year' IN (how_one, how_other) THEN steps := 1; reason := 'same_birth_year';
    ELSIF extract(month FROM one) = extract(month FROM other) THEN
        steps := 1; reason := 'same_birth_month';
    ELSE steps := 3; reason := 'birth_near';
    END IF;
END $$;
