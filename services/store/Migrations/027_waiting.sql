-- What the review queue is filtered, ordered and counted by, of the records that wait alone: they are spread over the whole table, and reading each there took a second.
CREATE INDEX records_waiting ON records (confidence, id, current_version_id, form, region_code, year, authority)
WHERE status = 'review' AND copy_of IS NULL AND state <> 'withdrawn' AND current_version_id IS NOT NULL;
