-- Requests of a crawl to what nothing names as a way to reports, so that a crawl that goes on after a kill keeps its budget.
ALTER TABLE crawl_tallies ADD COLUMN explored BIGINT NOT NULL DEFAULT 0;

-- What links are called that have led to reports, on whatever site: led counts pages on the way to one, tried the visits in vain to pages of that name.
CREATE TABLE crawl_ways (
    name TEXT NOT NULL PRIMARY KEY,
    led BIGINT NOT NULL DEFAULT 0,
    tried BIGINT NOT NULL DEFAULT 0
);
