-- What everybody who is known by name and works there needs as at a day, and when they are due: the table `due`, a row
-- for each person and each line of what is needed. Read with the rights of whoever asks. `at` and `of` narrow it to the
-- people of one place (due.py), so that only what these attended is read.
WITH RECURSIVE meets (course_id, by_id) AS (
    -- A course is met by itself, and by each that wants it before: a refresher, a deeper one.
    SELECT id, id FROM training_course WHERE authority_id = %(authority)s
    UNION
    SELECT m.course_id, c.id FROM meets m JOIN training_course c ON c.needs_id = m.by_id
), standing AS (
    SELECT DISTINCT ON (role_id, place_kind, course_id) r.*,
           min(from_on) OVER (PARTITION BY role_id, place_kind, course_id) AS first_on
      FROM training_refreshrule r
     WHERE authority_id = %(authority)s AND from_on <= %(day)s
     ORDER BY role_id, place_kind, course_id, from_on DESC, recorded_at DESC
), needed AS (
    SELECT * FROM standing WHERE is_needed
), there AS (
    SELECT t.id, t.name, t.email, t.role_id, t.institution_id, t.organisation_id,
           coalesce(i.kind, o.kind, '') AS kind, (t.recorded_at AT TIME ZONE 'Europe/London')::date AS known_on
      FROM training_trainee t
      LEFT JOIN places_institution i ON i.id = t.institution_id
      LEFT JOIN places_organisation o ON o.id = t.organisation_id
     WHERE t.authority_id = %(authority)s AND (t.left_on IS NULL OR t.left_on > %(day)s) {at}
), touched AS MATERIALIZED (
    SELECT DISTINCT trainee_id FROM training.touched WHERE authority_id = %(authority)s {of}
), taken AS (
    -- From the tally; of whose attendances changed since, from these (tally.sql).
    SELECT trainee_id, course_id, held_on, NULL::date AS declared_on FROM training.tally
     WHERE authority_id = %(authority)s AND next_on > %(day)s AND held_on <= %(day)s {of}
       AND NOT EXISTS (SELECT FROM touched WHERE touched.trainee_id = tally.trainee_id)
    UNION ALL
    SELECT trainee_id, course_id, held_on, NULL
      FROM training.came_to(%(authority)s, ARRAY(SELECT trainee_id FROM touched))
     WHERE next_on > %(day)s AND held_on <= %(day)s
    UNION ALL
    -- A certificate from elsewhere that was confirmed, for the course it counts as.
    SELECT d.trainee_id, d.counts_as_id, NULL, max(d.held_on)
      FROM training_declared d
     WHERE d.authority_id = %(authority)s AND d.state = 'confirmed' AND d.held_on <= %(day)s {of}
     GROUP BY 1, 2
), met AS (
    -- A line without a course is met by any training.
    SELECT k.trainee_id, m.course_id, max(k.held_on) AS own_on, max(k.declared_on) AS declared_on
      FROM taken k JOIN meets m ON m.by_id = k.course_id GROUP BY 1, 2
    UNION ALL
    SELECT trainee_id, NULL, max(held_on), max(declared_on) FROM taken GROUP BY 1
), held AS (
    SELECT trainee_id, course_id, greatest(own_on, declared_on) AS held_on,
           coalesce(declared_on > own_on, declared_on IS NOT NULL) AS is_declared
      FROM met
), line AS (
    SELECT n.id AS rule_id, n.role_id, n.course_id, n.window_days, n.grace_days, n.reminds, t.id AS trainee_id,
           t.institution_id, t.organisation_id, h.held_on AS last_on, coalesce(h.is_declared, false) AS is_declared,
           CASE WHEN h.held_on IS NULL AND n.course_id IS NOT NULL THEN greatest(n.first_on, t.known_on)
                WHEN h.held_on IS NOT NULL AND n.months IS NOT NULL
                THEN (h.held_on + make_interval(months => n.months::int))::date END AS due_on
      FROM needed n
      JOIN there t ON (n.role_id IS NULL OR n.role_id = t.role_id) AND n.place_kind IN ('', t.kind)
      LEFT JOIN held h ON h.trainee_id = t.id AND h.course_id IS NOT DISTINCT FROM n.course_id
), due AS (
    SELECT line.*, coalesce(due_on + grace_days <= %(day)s, false) AS is_overdue,
           coalesce(due_on - window_days <= %(day)s AND due_on + grace_days > %(day)s, false) AS is_soon
      FROM line
)
