using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Evaluation.Corpora;

namespace Pipeline.Evaluation.Tests;

/// <summary>Reports of two or three cells.</summary>
internal static class TinyReports
{
    public const string New = "applications.new.total";
    public const string Granted = "applications.granted.total";
    public const string Fees = "disclosure.fees.amount_10k_cny";

    public static TruthRecord Truth(string authority, params (string Cell, decimal? Value)[] cells) => new(
        "2021", 2023, authority, [], cells.ToImmutableSortedDictionary(cell => cell.Cell, cell => cell.Value, StringComparer.Ordinal));

    public static CorpusDocument Document(params ImmutableArray<TruthRecord> truth) => new("d1", "d1.html", "grid", truth);

    public static AnnualReport Report(string? authority, params (string Cell, decimal? Value, double Confidence)[] cells) => new()
    {
        Form = "2021",
        Year = 2023,
        Authority = authority,
        Title = null,
        Published = null,
        Sections = ImmutableDictionary<string, string>.Empty,
        Cells = [.. cells.Select(cell => new CellReading(new CellId(cell.Cell), cell.Value, cell.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture), cell.Confidence, null, "test", []))],
        ChecksPassed = 0,
        Violations = [],
        Confidence = 0.9,
        Status = ReviewStatus.Accepted,
        Trust = SourceTrust.Unknown,
        Layout = "test",
    };
}
