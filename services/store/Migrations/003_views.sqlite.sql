CREATE VIEW current_records AS
SELECT r.id AS record_id, r.authority, r.year, r.form, r.level, r.region_code, v.title, v.published, r.status, r.confidence, r.trust, r.state,
       d.url AS source_url, v.number AS version, v.checks_passed, v.violations, r.findings, v.cell_values
FROM records r
JOIN record_versions v ON v.id = r.current_version_id
JOIN documents d ON d.id = v.document_id
WHERE r.copy_of IS NULL AND r.state <> 'withdrawn';

CREATE VIEW cell_values AS
SELECT c.record_id, c.authority, c.year, c.form, c.region_code, c.status, f.cell_id, j.value AS value
FROM current_records c
JOIN json_each(c.cell_values) j
JOIN form_cells f ON f.form = c.form AND f.ordinal = j.key;
