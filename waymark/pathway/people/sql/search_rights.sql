-- Whose the search is: waymark_guard’s. The application asks through gate.possible_matches, and through nothing else.
-- A new table is given to the application by default: taken back first.
REVOKE ALL ON gate.name_form, gate.person_keys FROM waymark_app;
GRANT SELECT ON gate.name_form TO waymark_guard, waymark_app;
GRANT SELECT, INSERT, UPDATE ON gate.person_keys TO waymark_guard;
GRANT CREATE ON SCHEMA gate TO waymark_guard;
ALTER FUNCTION gate.look_for(bigint, text[], date, text, text[], text[], uuid) OWNER TO waymark_guard;
ALTER FUNCTION gate.earlier_records(uuid) OWNER TO waymark_guard;
ALTER FUNCTION gate.learn(uuid[]) OWNER TO waymark_guard;
ALTER FUNCTION gate.keys_follow() OWNER TO waymark_guard;
REVOKE CREATE ON SCHEMA gate FROM waymark_guard;
REVOKE EXECUTE ON FUNCTION gate.look_for(bigint, text[], date, text, text[], text[], uuid), gate.earlier_records(uuid),
    gate.learn(uuid[]), gate.keys_follow(), gate.take_name_forms(text[], text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gate.learn(uuid[]) TO waymark_owner;
GRANT EXECUTE ON FUNCTION gate.look_for(bigint, text[], date, text, text[], text[], uuid) TO waymark_owner;
