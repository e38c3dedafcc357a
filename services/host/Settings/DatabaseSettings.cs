using System.ComponentModel.DataAnnotations;

namespace Pipeline.Host.Settings;

/// <summary>Where records, failures and the crawl's state are kept.</summary>
public sealed class DatabaseSettings : IValidatableObject
{
    /// <summary>SQLite by default: a file in the data folder.</summary>
    public DatabaseKind Kind { get; set; } = DatabaseKind.Sqlite;

    /// <summary>PostgreSQL only, as Npgsql reads it: <c>Host=…;Database=…;Username=…;Password=…</c>.</summary>
    public string? ConnectionString { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind == DatabaseKind.Postgres && string.IsNullOrWhiteSpace(ConnectionString))
            yield return new ValidationResult("is needed with PostgreSQL, such as Host=localhost;Database=pipeline;Username=pipeline;Password=…", [nameof(ConnectionString)]);
        if (Kind == DatabaseKind.Sqlite && ConnectionString is not null)
            yield return new ValidationResult("is for PostgreSQL only: set database.kind to postgres, or take it out", [nameof(ConnectionString)]);
    }
}
