-- What a closing is judged by stays as it was received, and an age follows the person’s birth date: nobody makes a
-- child an adult, or an earlier referral a later one, to be rid of a rule.

-- As Person.age_on tells it: of all possible birth dates the latest counts.
CREATE FUNCTION triage.age_on(person people_person, day date) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
    SELECT date_part('year', age(day, CASE person.born_precision
            WHEN 'year' THEN make_date(date_part('year', person.born_on)::int, 12, 31)
            WHEN 'month' THEN (date_trunc('month', person.born_on) + interval '1 month - 1 day')::date
            ELSE person.born_on END))::int
     WHERE person.born_on IS NOT NULL
     UNION ALL
    SELECT person.approximate_age + date_part('year', day)::int - date_part('year', person.age_noted_on)::int
           - (to_char(day, 'MMDD') < to_char(person.age_noted_on, 'MMDD'))::int
     WHERE person.born_on IS NULL AND person.age_noted_on IS NOT NULL
$$;

CREATE FUNCTION triage.facts_stay() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE years integer;
BEGIN
    IF (NEW.reference, NEW.submission_id, NEW.person_id, NEW.received_at, NEW.concern_arose_on)
       IS DISTINCT FROM
       (OLD.reference, OLD.submission_id, OLD.person_id, OLD.received_at, OLD.concern_arose_on) THEN
        PERFORM gate.refuse('a referral stays as it was received');
    END IF;
    IF (NEW.age_on_receipt, NEW.under_18) IS DISTINCT FROM (OLD.age_on_receipt, OLD.under_18) THEN
        SELECT greatest(0, triage.age_on(person, (NEW.received_at AT TIME ZONE 'Europe/London')::date)) INTO years
          FROM people_person AS person WHERE person.id = NEW.person_id
               AND coalesce(person.born_on, person.age_noted_on) IS NOT NULL;
        IF (NEW.age_on_receipt, NEW.under_18) IS DISTINCT FROM (years, years < 18) THEN
            PERFORM gate.refuse('the age on receipt is that of the person');
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER referrals_referral_facts BEFORE UPDATE ON referrals_referral
    FOR EACH ROW EXECUTE FUNCTION triage.facts_stay();

-- Whoever writes an answer down, or marks a concern, is whoever acts.
CREATE TRIGGER referrals_informationrequest_signer BEFORE UPDATE OF state, replied_by_id ON referrals_informationrequest
    FOR EACH ROW WHEN (NEW.state <> 'open' AND (NEW.state, NEW.replied_by_id) IS DISTINCT FROM (OLD.state, OLD.replied_by_id))
    EXECUTE FUNCTION triage.signs_as_actor('replied_by_id');
CREATE TRIGGER referrals_redirect_signer BEFORE UPDATE OF state, answered_by_id ON referrals_redirect
    FOR EACH ROW WHEN (NEW.state <> 'waiting' AND (NEW.state, NEW.answered_by_id) IS DISTINCT FROM (OLD.state, OLD.answered_by_id))
    EXECUTE FUNCTION triage.signs_as_actor('answered_by_id');
CREATE TRIGGER referrals_concern_signer BEFORE UPDATE OF mark, violence, marked_by_id ON referrals_concern
    FOR EACH ROW WHEN (NEW.mark <> '' AND (NEW.mark, NEW.violence, NEW.marked_by_id)
                       IS DISTINCT FROM (OLD.mark, OLD.violence, OLD.marked_by_id))
    EXECUTE FUNCTION triage.signs_as_actor('marked_by_id');

GRANT SELECT ON people_person TO waymark_guard;
GRANT CREATE ON SCHEMA triage TO waymark_guard;
ALTER FUNCTION triage.facts_stay() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA triage FROM waymark_guard;
REVOKE EXECUTE ON FUNCTION triage.facts_stay(), triage.age_on(people_person, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION triage.facts_stay(), triage.age_on(people_person, date) TO waymark_guard;
