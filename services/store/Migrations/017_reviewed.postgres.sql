-- breaks older programs: they know no status "reviewed".
-- A record that a person has finished with says so, as long as its bytes are the ones that were looked at.
UPDATE records SET status = 'reviewed' WHERE id IN (
    SELECT z.record_id FROM record_reviews z JOIN record_versions w ON w.id = z.version_id JOIN extractions x ON x.id = w.extraction_id
    JOIN records r ON r.id = z.record_id JOIN record_versions v ON v.id = r.current_version_id JOIN extractions e ON e.id = v.extraction_id
    WHERE x.snapshot_id = e.snapshot_id);

-- The decisions that stand: the latest of each cell, about the bytes that the record is read from today.
CREATE VIEW standing_reviews AS
SELECT q.record_id, q.cell_id, q.verdict, q.value::numeric AS value, q.reason, q.reviewer, q.reviewed_at
FROM cell_reviews q
JOIN record_versions w ON w.id = q.version_id JOIN extractions x ON x.id = w.extraction_id
JOIN records r ON r.id = q.record_id JOIN record_versions v ON v.id = r.current_version_id JOIN extractions e ON e.id = v.extraction_id
WHERE q.verdict <> 'reopened' AND x.snapshot_id = e.snapshot_id
  AND q.number = (SELECT MAX(l.number) FROM cell_reviews l WHERE l.record_id = q.record_id AND l.cell_id = q.cell_id);

CREATE OR REPLACE VIEW cell_values AS
SELECT c.record_id, c.authority, c.year, c.form, c.region_code, c.status, f.cell_id, j.value::numeric AS value,
       CASE WHEN s.verdict IS NULL THEN j.value::numeric ELSE s.value END AS best_value, s.verdict, s.reviewer, s.reviewed_at, s.reason
FROM current_records c
CROSS JOIN LATERAL jsonb_array_elements_text(c.cell_values::jsonb) WITH ORDINALITY AS j (value, place)
JOIN form_cells f ON f.form = c.form AND f.ordinal = j.place - 1
LEFT JOIN standing_reviews s ON s.record_id = c.record_id AND s.cell_id = f.cell_id;
