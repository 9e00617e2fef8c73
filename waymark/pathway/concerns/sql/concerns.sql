-- What was sent is never changed. Only who may see it may: a referral can be sealed, or go to police assessment.
CREATE FUNCTION gate.words_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - 'grants' - 'version' IS DISTINCT FROM to_jsonb(OLD) - 'grants' - 'version' THEN
        RAISE EXCEPTION '% is never changed; add to it instead', TG_TABLE_NAME
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;

-- To whom referrals go is a setting: rows are added, and stay.
REVOKE UPDATE, DELETE ON concerns_routing FROM waymark_app;

DO $$
DECLARE sent text;
BEGIN
    FOREACH sent IN ARRAY ARRAY['concerns_submission', 'concerns_concernraiser', 'concerns_addedinformation',
                                'concerns_progress'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION gate.words_stay()',
                       sent || '_signed', sent);
    END LOOP;
END $$;
