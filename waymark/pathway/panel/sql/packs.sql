-- A pack is one person’s copy: nobody else sees the row, whatever they hold; only time and erasure take it away.
CREATE POLICY panel_pack_readers ON panel_pack AS RESTRICTIVE
    USING (gate.acting_user() = reader_id OR gate.holds('system:' || authority_id))
    WITH CHECK (gate.acting_user() = reader_id OR gate.holds('system:' || authority_id));
CREATE POLICY panel_pack_kept ON panel_pack AS RESTRICTIVE FOR DELETE USING (gate.holds('system:' || authority_id));
CREATE TRIGGER panel_pack_stays BEFORE UPDATE ON panel_pack
    FOR EACH ROW EXECUTE FUNCTION panel.stays_but('items', 'content', 'made_at', 'failed_at', 'grants', 'version');
