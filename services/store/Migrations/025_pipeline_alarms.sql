-- What is wrong with the pipeline as a whole, since when it was seen, and whether people outside were told.
CREATE TABLE pipeline_alarms (
    -- As PipelineAlarm has it.
    alarm TEXT NOT NULL PRIMARY KEY,
    seen_at TEXT NOT NULL,
    is_told INTEGER NOT NULL
);
