-- What the pages count most: current records by status, and the years that there are. Eight bytes a record each.
CREATE INDEX records_counted ON records (status) WHERE current_version_id IS NOT NULL AND copy_of IS NULL AND state <> 'withdrawn';

CREATE INDEX records_years ON records (year) WHERE current_version_id IS NOT NULL AND copy_of IS NULL AND state <> 'withdrawn';
