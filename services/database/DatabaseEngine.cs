namespace Pipeline.Database;

/// <summary>The engines that the pipeline runs on: SQLite embedded, PostgreSQL for many machines.</summary>
public enum DatabaseEngine
{
    Sqlite,
    Postgres,
}
