-- Reports without statutory tables, as those on the years before 2019: what their latest reading says of body and year, for coverage.
CREATE TABLE prose_reports (
    document_id BIGINT NOT NULL PRIMARY KEY REFERENCES documents (id),
    title TEXT NOT NULL,
    authority TEXT NULL,
    authority_key TEXT NULL,
    region_code TEXT NULL,
    year INTEGER NULL,
    -- JSON object: text by section id.
    sections TEXT NOT NULL
);

CREATE INDEX prose_reports_by_region ON prose_reports (region_code, year);
