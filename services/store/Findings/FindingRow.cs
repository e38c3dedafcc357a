using System.Text.Json;
using Pipeline.Bodies.Findings;
using Pipeline.Database;

namespace Pipeline.Store.Findings;

/// <summary>A finding as its row holds it: lists as JSON.</summary>
internal sealed record FindingRow
{
    private const string Columns = "finding_key, kind, outcome, body_id, year, check_name, cause, records, cells, suspects, missing";

    public const string Select =
        "SELECT finding_key AS Key, kind AS Kind, outcome AS Outcome, body_id AS Body, year AS Year, check_name AS CheckName, cause AS Cause, records AS Records, cells AS Cells, suspects AS Suspects, missing AS Missing FROM findings";

    /// <summary>The finding keeps its id; when it was found is when it last said something new.</summary>
    public const string Upsert =
        $"""
        INSERT INTO findings ({Columns}, found_at) VALUES (@Key, @Kind, @Outcome, @Body, @Year, @CheckName, @Cause, @Records, @Cells, @Suspects, @Missing, @FoundAt)
        ON CONFLICT (finding_key) DO UPDATE SET outcome = excluded.outcome, cause = excluded.cause, records = excluded.records, cells = excluded.cells,
            suspects = excluded.suspects, missing = excluded.missing, found_at = excluded.found_at
        """;

    public required string Key { get; init; }

    public required string Kind { get; init; }

    public required string Outcome { get; init; }

    public long Body { get; init; }

    public int Year { get; init; }

    public required string CheckName { get; init; }

    public string? Cause { get; init; }

    public required string Records { get; init; }

    public required string Cells { get; init; }

    public required string Suspects { get; init; }

    public required string Missing { get; init; }

    public string? FoundAt { get; init; }

    public static FindingRow Of(Finding finding) => new()
    {
        Key = finding.Key, Kind = StoredName.Of(finding.Kind), Outcome = StoredName.Of(finding.Outcome), Body = finding.Body, Year = finding.Year, CheckName = finding.Check,
        Cause = finding.Cause is { } cause ? StoredName.Of(cause) : null, Records = JsonSerializer.Serialize(finding.Records), Cells = JsonSerializer.Serialize(finding.Cells),
        Suspects = JsonSerializer.Serialize(finding.Suspects), Missing = JsonSerializer.Serialize(finding.Missing),
    };
}
