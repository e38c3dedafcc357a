-- Request headers that a list wants beside the usual ones, a line each, and the name of what counts its parts where no usual name tells: both learned from a browser.
ALTER TABLE crawl_urls ADD COLUMN ask_headers TEXT;
ALTER TABLE crawl_urls ADD COLUMN counter TEXT;

-- How it was learned: from the page's scripts, from a browser, or that only a browser shows it.
ALTER TABLE crawl_recipes ADD COLUMN learned_from TEXT NOT NULL DEFAULT 'script';
