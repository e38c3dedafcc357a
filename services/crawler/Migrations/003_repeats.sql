-- Where a document's content stands already: the same document under another address.
CREATE INDEX crawl_urls_content ON crawl_urls (host, region) WHERE role = 1;

-- Lists of reports looked at, and those that led to reports once and no longer do.
ALTER TABLE crawl_tallies ADD COLUMN lists BIGINT NOT NULL DEFAULT 0;
ALTER TABLE crawl_tallies ADD COLUMN lost_lists BIGINT NOT NULL DEFAULT 0;
