-- How each source that ever had an alarm stands, and since when; a person's word that it is known covers what is no worse, until it expires.
CREATE TABLE source_alarms (
    source TEXT NOT NULL PRIMARY KEY,
    -- As SourceAlarm has it; none once it is well again.
    alarm TEXT NOT NULL,
    since TEXT NOT NULL,
    acknowledged_alarm TEXT NULL,
    acknowledged_reason TEXT NULL,
    acknowledged_by TEXT NULL,
    acknowledged_at TEXT NULL,
    acknowledged_until TEXT NULL
);

-- What is to be told to people outside, one row for each channel; kept until it is delivered or given up, and a while longer to be looked at.
CREATE TABLE notices (
    id {identity},
    channel TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    -- The same for programs.
    json TEXT NOT NULL,
    created_at TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    -- Null once it is delivered or given up.
    next_attempt_at TEXT NULL,
    sent_at TEXT NULL,
    problem TEXT NULL
);

CREATE INDEX notices_due ON notices (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
