-- What the application may do with tables, narrowed to what it does. Every new table begins with select, insert, update and
-- delete (default privileges); what is taken away stands here, and all of it in tests/gates/database_rights.csv.
DO $$
DECLARE
    thing text;
BEGIN
    -- Filled by migrations only.
    FOREACH thing IN ARRAY ARRAY['django_migrations', 'django_content_type', 'auth_permission', 'auth_group',
                                 'auth_group_permissions'] LOOP
        EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON public.%I FROM waymark_app', thing);
    END LOOP;
    -- Ended or closed with a date, never taken out by the service.
    FOR thing IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                    AND (relname LIKE 'places\_%' OR relname IN ('accounts_user', 'accounts_invitation', 'access_membership',
                         'access_promisedrole', 'retention_retentionsetting', 'tasks_clock')) LOOP
        EXECUTE format('REVOKE DELETE ON public.%I FROM waymark_app', thing);
    END LOOP;
    REVOKE UPDATE ON public.retention_disposal, public.access_promisedrole FROM waymark_app;
    -- Nothing is ever emptied, referred to or given triggers by the service.
    REVOKE TRUNCATE, REFERENCES, TRIGGER ON ALL TABLES IN SCHEMA public FROM waymark_app;
END $$;
