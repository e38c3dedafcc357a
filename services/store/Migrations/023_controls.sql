-- Crawls that a person asked for on the page; a process that crawls by schedule takes them.
CREATE TABLE crawl_requests (
    id {identity},
    request_key TEXT NOT NULL UNIQUE,
    -- all; source; host.
    scope TEXT NOT NULL,
    -- Name of the source, or the host; null for all.
    subject TEXT NULL,
    requested_by TEXT NOT NULL,
    requested_at TEXT NOT NULL,
    taken_at TEXT NULL,
    ended_at TEXT NULL,
    run_key TEXT NULL,
    problem TEXT NULL
);

CREATE INDEX crawl_requests_waiting ON crawl_requests (id) WHERE taken_at IS NULL;

-- When the process that crawls by schedule will do so next, as it said last.
CREATE TABLE crawl_times (
    cron TEXT NOT NULL PRIMARY KEY,
    next_at TEXT NOT NULL,
    told_at TEXT NOT NULL
);

-- Sources that the sources file says are paused: they are not crawled, and no alarm stands for that.
CREATE TABLE paused_sources (
    source TEXT NOT NULL PRIMARY KEY
);

-- What moved and what waited, every five minutes, for the charts of the last days.
CREATE TABLE activity (
    at TEXT NOT NULL,
    -- answers NAME: answers of the five minutes, by kind; queue NAME: what waited at their end.
    kind TEXT NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (at, kind)
);
