-- What the application role may do with the job queue (procrastinate): its rows, counters and functions, nothing of its
-- structure. Said outright, so that a server without our default privileges works too.
DO $$
DECLARE
    thing record;
BEGIN
    FOR thing IN SELECT relname, relkind FROM pg_class
                  WHERE relnamespace = 'public'::regnamespace AND relname LIKE 'procrastinate\_%' AND relkind IN ('r', 'S')
    LOOP
        IF thing.relkind = 'r' THEN
            EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO waymark_app', thing.relname);
            EXECUTE format('REVOKE TRUNCATE, REFERENCES, TRIGGER ON public.%I FROM waymark_app', thing.relname);
        ELSE
            EXECUTE format('GRANT USAGE, SELECT ON SEQUENCE public.%I TO waymark_app', thing.relname);
        END IF;
    END LOOP;
    FOR thing IN SELECT oid::regprocedure AS name FROM pg_proc
                  WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'procrastinate\_%'
    LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO waymark_app', thing.name);
    END LOOP;
END $$;
-- The worker’s own health check reads which migrations were run.
GRANT SELECT ON public.django_migrations TO waymark_app;
