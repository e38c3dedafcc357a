-- A rebuild asks for each entry of the journal whether it stands.
CREATE INDEX audit_log_by_time ON audit_log (happened_at);
