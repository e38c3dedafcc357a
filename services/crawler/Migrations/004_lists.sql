-- How rows of a list that name no address lead to one: templates, one a line.
ALTER TABLE crawl_urls ADD COLUMN row_templates TEXT;

-- How each list is asked for, for people: learned from a page's script, replayed as an address of crawl_urls. Times are milliseconds since 1970, UTC.
CREATE TABLE crawl_recipes (
    source TEXT NOT NULL,
    -- The request for the list's first part: method, address, and what is posted.
    request TEXT NOT NULL,
    -- The page whose script asks so.
    page TEXT,
    -- Name of the field that counts the parts; null when the list has but one.
    counter TEXT,
    row_templates TEXT,
    learned_at BIGINT NOT NULL,
    worked_at BIGINT NOT NULL,
    -- Rows that the first part held when it worked last.
    links BIGINT NOT NULL,
    PRIMARY KEY (source, request)
);

-- Links that announce reports and lead to hosts that no source names.
CREATE TABLE crawl_leads (
    run BIGINT NOT NULL,
    source TEXT NOT NULL,
    host TEXT NOT NULL,
    links BIGINT NOT NULL,
    followed SMALLINT NOT NULL,
    sample TEXT NOT NULL,
    PRIMARY KEY (run, source, host)
);
