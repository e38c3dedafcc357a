namespace Pipeline.Host.Settings;

/// <summary>What keeps the tables.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
