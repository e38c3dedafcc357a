-- Documents whose pages are being recognised, as the process that reads them said last.
CREATE TABLE recognitions (
    fetch_key TEXT NOT NULL PRIMARY KEY,
    url TEXT NOT NULL,
    recognised INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    told_at TEXT NOT NULL
);
