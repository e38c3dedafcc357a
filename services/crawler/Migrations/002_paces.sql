-- The pace of every host asked so far, shared by all crawler processes. Times and lengths are milliseconds, times since 1970, UTC.
CREATE TABLE crawl_paces (
    host TEXT NOT NULL PRIMARY KEY,
    -- Counts the changes: whoever writes must have read the last one.
    version BIGINT NOT NULL,
    -- Requests under way, one a line: id, end of the turn, process.
    turns TEXT NOT NULL,
    started_at BIGINT,
    seen_at BIGINT,
    paused_until BIGINT,
    pause_reason SMALLINT NOT NULL,
    crawl_delay BIGINT,
    latency BIGINT NOT NULL,
    strain SMALLINT NOT NULL,
    spread DOUBLE PRECISION NOT NULL
);
