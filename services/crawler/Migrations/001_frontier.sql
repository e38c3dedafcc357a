-- Every address known, what is to be done with it, and what was learned from it. Times are milliseconds since 1970, UTC.
CREATE TABLE crawl_urls (
    url_key BIGINT NOT NULL PRIMARY KEY,
    host TEXT NOT NULL,
    source TEXT NOT NULL,
    url TEXT NOT NULL,
    form TEXT,
    kind SMALLINT NOT NULL,
    score SMALLINT NOT NULL,
    traits SMALLINT NOT NULL,
    depth SMALLINT NOT NULL,
    barren SMALLINT NOT NULL,
    referrer TEXT,
    link_text TEXT,
    redirects TEXT,
    queued BIGINT NOT NULL,
    found_at BIGINT NOT NULL,
    not_before BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    attempts SMALLINT NOT NULL DEFAULT 0,
    run BIGINT NOT NULL DEFAULT 0,
    outcome SMALLINT NOT NULL DEFAULT 0,
    reason TEXT,
    role SMALLINT NOT NULL DEFAULT 0,
    checked_at BIGINT NOT NULL DEFAULT 0,
    unchanged SMALLINT NOT NULL DEFAULT 0,
    etag TEXT,
    modified TEXT,
    snapshot TEXT,
    region TEXT
);

-- The queue: only addresses to visit stand in it, the best of each host first.
CREATE INDEX crawl_urls_queue ON crawl_urls (queued, host, score DESC, found_at) WHERE queued > 0;

CREATE INDEX crawl_urls_run ON crawl_urls (run, source, outcome) WHERE run > 0;

CREATE INDEX crawl_urls_due ON crawl_urls (source, due_at);

CREATE TABLE crawl_hosts (
    host TEXT NOT NULL PRIMARY KEY,
    lease_owner TEXT,
    lease_until BIGINT NOT NULL DEFAULT 0,
    not_before BIGINT NOT NULL DEFAULT 0,
    served_at BIGINT NOT NULL DEFAULT 0,
    opened_run BIGINT NOT NULL DEFAULT 0
);

-- How long addresses of one shape have brought nothing: traps end here.
CREATE TABLE crawl_shapes (
    host TEXT NOT NULL,
    shape TEXT NOT NULL,
    barren INTEGER NOT NULL,
    PRIMARY KEY (host, shape)
);

CREATE TABLE crawl_runs (
    run {identity},
    run_id TEXT NOT NULL UNIQUE,
    plan TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE crawl_tallies (
    run BIGINT NOT NULL,
    source TEXT NOT NULL,
    requests BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    documents BIGINT NOT NULL,
    PRIMARY KEY (run, source)
);
