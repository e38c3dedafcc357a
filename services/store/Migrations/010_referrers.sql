-- Compared with addresses, which have the order of their bytes: under another collation PostgreSQL reads every document instead of this index.
DROP INDEX IF EXISTS documents_by_referrer;

CREATE INDEX documents_by_referrer ON documents (referrer {ordinal}) WHERE referrer IS NOT NULL;
