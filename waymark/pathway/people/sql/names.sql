-- How a name is read before it is compared. Everything here is plain text in, plain text out; no person is looked at.

-- Which words are ways of writing or saying one name: data/name_families.csv, loaded by `gate.take_name_forms`.
-- kind: `spelling` (one name in other letters), `form` (its sister in another language), `short` (a familiar form),
-- `common` (so frequent that it says little by itself).
CREATE TABLE gate.name_form (
    word text NOT NULL, family text NOT NULL, kind text NOT NULL CHECK (kind IN ('spelling', 'form', 'short', 'common')),
    PRIMARY KEY (word, family)
);

-- Cyrillic and Arabic letters in plain Latin ones, letter by letter. What is in another script stays as it is.
CREATE FUNCTION gate.romanised(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN written !~ '[а-яёѐ-џґء-يپچژکگیےںٹڈڑہھ]' THEN written ELSE
        replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        replace(replace(replace(
        translate(written, 'абвгґдеёзийіїклмнопрстуфыэјћђъьابتجحدرزسصضطظعفقكکلمنهہھويیىةگپٹڈڑےںءأإآؤئـ',
                           'abvggdeeziyiiklmnoprstufyejcdʺʺabtjhdrzssdtzafqkklmnhhhuiiaagptdrenʺaaauiʺ'),
        'ʺ', ''), 'ж', 'zh'), 'х', 'kh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'shch'), 'ю', 'yu'), 'я', 'ya'),
        'є', 'ye'), 'љ', 'lj'), 'њ', 'nj'), 'џ', 'dz'), 'ث', 'th'), 'خ', 'kh'), 'ذ', 'dh'),
        'ش', 'sh')
    END
$$;
CREATE FUNCTION gate.plain_letters(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT replace(replace(replace(gate.romanised(written), 'غ', 'gh'), 'چ', 'ch'), 'ژ', 'zh')
$$;

-- The words of a folded name: titles and particles are left out, what belongs together is joined.
-- “o brien” and “obrien”, “mac donald” and “macdonald”, “abd al rahman” and “abdulrahman” become one word each.
-- plpgsql here and below, as its plans are kept from call to call.
CREATE FUNCTION gate.name_words(folded text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    name text := gate.plain_letters(folded); words text[]; kept text[] := '{}'; word text;
BEGIN
    IF strpos(name, ' ') = 0 THEN RETURN string_to_array(name, ' '); END IF;
    name := regexp_replace(name, '^((mr|mrs|ms|miss|mx|dr|prof|rev|sir|master|cllr) )+(?=\S)', '');
    IF strpos(name, ' ') > 0 THEN
        name := regexp_replace(name, '\m(o|mac|mc|fitz) (?=\w{3})', '\1', 'g');
        IF strpos(name, 'abd') > 0 THEN
            name := regexp_replace(name, '\m(c?abd(?:[aeiou]{0,2}[lrs]?|ul|el|al)) (?:(?:al|el|ul|ur|ar|us|as|ud|ad|ir|is) )?(?=\w{3})', '\1', 'g');
        END IF;
        name := regexp_replace(name, '\m(\w+) (?:ud|ad|al|el|ed) d[ie]{1,2}ne?\M', '\1uddin', 'g');
    END IF;
    words := string_to_array(name, ' ');
    FOREACH word IN ARRAY words LOOP
        IF word <> ALL ('{ap,ab,ferch,bin,ibn,bint,al,el,ul,de,da,di,du,van,von,der,den,la,le,of,the}') THEN kept := kept || word; END IF;
    END LOOP;
    RETURN CASE WHEN cardinality(kept) > 0 THEN kept ELSE words END;
END $$;

-- The consonants of a word as an ear far away would hear them. Two readings, for letters that are said in two ways:
-- kh, gh, j, w, x and ch sound (hard) or fall silent or turn (soft). Only ever a key or a hint, never shown.
CREATE FUNCTION gate.sound(word text, soft boolean) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE w text := regexp_replace(word, '(.)\1+', '\1', 'g'); h text;
BEGIN
    IF soft THEN
        h := replace(replace(replace(replace(replace(replace(replace(regexp_replace(w, '^c(?=[aiu])', ''),
             'ch', 'k'), 'sh', 's'), 'ts', 's'), 'tz', 's'), 'kh', ''), 'gh', ''), 'ph', 'p');
        h := translate(h, 'vbdgqczxjwhaeiouy', 'pptkkks');
        RETURN CASE WHEN w ~ '^[chywj]?[aeiou]' THEN 'a' ELSE '' END || h;
    END IF;
    h := replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(w,
         'sch', 's'), 'tch', 'j'), 'zh', 'j'), 'ch', 'j'), 'cz', 'j'), 'dj', 'j'), 'sh', 's'), 'sz', 's'), 'ph', 'f'),
         'x', 'ks'), 'ce', 'se'), 'ci', 'si'), 'cy', 'sy');
    RETURN CASE WHEN w ~ '^h?[aeiouy]' THEN 'a' ELSE '' END || translate(h, 'bdgqczvwhaeiouy', 'ptkkksff');
END $$;

-- The families of a word: from the table, and by rule for Mac/Mc and for names made with Abd.
CREATE FUNCTION gate.families(word text) RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE found text[];
BEGIN
    SELECT array_agg(CASE f.kind WHEN 'short' THEN '~' WHEN 'common' THEN '*' ELSE '' END || f.family ORDER BY f.family)
      INTO found FROM gate.name_form f WHERE f.word = families.word;
    IF word ~ '^ma?c\w{3}' THEN found := found || ('mc' || regexp_replace(word, '^ma?c', '')); END IF;
    IF word ~ '^c?abd\w{4}' THEN
        found := found || ('abd' || gate.sound(regexp_replace(word, '^c?abd[aeiou]*l*', ''), false));
    END IF;
    RETURN coalesce(array_to_string(found, ','), '');
END $$;

-- A name ready to compare: its words parted by spaces, each as `word:part:families:hard:soft`.
-- part: f (a forename), s (a surname), empty when the name was written in one line.
CREATE FUNCTION gate.read_words(folded text, part text) RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE word text; read text := '';
BEGIN
    FOREACH word IN ARRAY gate.name_words(folded) LOOP
        CONTINUE WHEN word = '';
        read := read || ' ' || word || ':' || part || ':' || gate.families(word) || ':' || gate.sound(word, false) || ':' || gate.sound(word, true);
    END LOOP;
    RETURN read;
END $$;
CREATE FUNCTION gate.read_name(forenames text, surname text, whole text) RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    -- “Mrs Khan”: a title is no forename.
    IF forenames = '' OR surname = '' OR forenames ~ '^((mr|mrs|ms|miss|mx|dr|prof|rev|sir|master|cllr)( |$))+$' THEN
        RETURN ltrim(gate.read_words(whole, ''));
    END IF;
    RETURN ltrim(gate.read_words(forenames, 'f') || gate.read_words(surname, 's'));
END $$;

-- The name forms anew, from the lines of the package’s file. Whoever changes them lets `gate.learn` run for everybody.
CREATE FUNCTION gate.take_name_forms(words text[], families text[], kinds text[]) RETURNS void LANGUAGE sql AS $$
    DELETE FROM gate.name_form;
    INSERT INTO gate.name_form SELECT DISTINCT ON (w, f) w, f, k FROM unnest(words, families, kinds) AS t(w, f, k) ORDER BY w, f, k DESC;
$$;
