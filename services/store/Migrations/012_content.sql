-- in pieces
-- When the documents of an older version's crawls last brought new content.
UPDATE documents SET last_content_at = (SELECT MAX(f.fetched_at) FROM fetches f WHERE f.document_id = documents.id AND f.outcome = 'fetched')
WHERE id IN (SELECT d.id FROM documents d WHERE d.last_content_at IS NULL AND EXISTS (SELECT 1 FROM fetches f WHERE f.document_id = d.id AND f.outcome = 'fetched') LIMIT 50000);
