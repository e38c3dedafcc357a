using System.Text.Json;
using Pipeline.Contracts.Reports;
using Pipeline.Database;

namespace Pipeline.Store.Records;

internal class SummaryRow
{
    public const string Columns =
        """
        r.id AS RecordId, v.authority AS Authority, v.year AS Year, v.form AS Form, v.title AS Title, v.cell_values AS CellValues, v.checks_passed AS ChecksPassed,
        v.violations AS Violations, v.confidence AS Confidence, r.status AS Status, v.trust AS Trust, r.state AS State, d.url AS Url, v.layout AS Layout, e.reader AS Reader, v.number AS Number,
        v.region_code AS RegionCode, v.published AS Published
        """;

    public long RecordId { get; init; }

    public string? Authority { get; init; }

    public int? Year { get; init; }

    public required string Form { get; init; }

    public string? Title { get; init; }

    public required string CellValues { get; init; }

    public int ChecksPassed { get; init; }

    public required string Violations { get; init; }

    public double Confidence { get; init; }

    public required string Status { get; init; }

    public required string Trust { get; init; }

    public required string State { get; init; }

    public required string Url { get; init; }

    public required string Layout { get; init; }

    public required string Reader { get; init; }

    public int Number { get; init; }

    public string? RegionCode { get; init; }

    public string? Published { get; init; }

    public RecordSummary ToSummary()
    {
        var values = StoredValues.Read(CellValues);
        return new RecordSummary(
            RecordId, Authority, Year, Form, Title, values.Count(value => value is not null), values.Length, ChecksPassed,
            JsonSerializer.Deserialize<string[]>(Violations)!.Length, Confidence, StoredName.Read<ReviewStatus>(Status), StoredName.Read<SourceTrust>(Trust),
            State, Url, Layout, Reader, Number, RegionCode, StoredDate.Read(Published));
    }
}
