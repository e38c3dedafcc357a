-- breaks older programs
-- The store keeps the only account of crawls; here stands whose addresses were queued. A crawl under way is begun anew: what it left is queued still.
DROP TABLE crawl_rounds;

CREATE TABLE crawl_openings (
    -- Number of the run: id of crawl_runs.
    run BIGINT NOT NULL PRIMARY KEY
);
