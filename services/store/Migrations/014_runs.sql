-- The plan of a crawl, by which a process goes on with one that stopped; null for a run that is no crawl.
ALTER TABLE crawl_runs ADD COLUMN plan TEXT NULL;

CREATE UNIQUE INDEX crawl_runs_open ON crawl_runs (plan) WHERE ended_at IS NULL;
