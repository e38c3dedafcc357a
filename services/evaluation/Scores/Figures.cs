using System.Collections.Immutable;

namespace Pipeline.Evaluation.Scores;

/// <summary>The figures of some documents, shares rounded to four places; null where nothing was there to be counted.</summary>
public sealed record Figures
{
    public required int Documents { get; init; }

    public required int Records { get; init; }

    public required double? IsReportPrecision { get; init; }

    public required double? IsReportRecall { get; init; }

    public required double? CellAccuracy { get; init; }

    public required double? NonzeroRecall { get; init; }

    public required double? NonzeroPrecision { get; init; }

    public required double? RecordExact { get; init; }

    public required double? FormAccuracy { get; init; }

    public required double? YearAccuracy { get; init; }

    public required double? AuthorityAccuracy { get; init; }

    public required double? AuthorityStrict { get; init; }

    public required double? AuthorityContains { get; init; }

    public required double? AcceptCoverage { get; init; }

    public required double? AcceptPrecision { get; init; }

    public required int Accepted { get; init; }

    public int AcceptedWrong { get; init; }

    public required double? CellBrier { get; init; }

    public required double? CellEce { get; init; }

    public required int CellsScoredForConfidence { get; init; }

    public required double? RecordBrier { get; init; }

    public required double? RecordEce { get; init; }

    public static Figures Of(IReadOnlyCollection<DocumentScore> documents)
    {
        var counts = documents.Select(document => document.Counts).Aggregate(new Counts(), Counts.Add);
        ImmutableArray<Judged> cells = [.. documents.SelectMany(document => document.Cells)];
        ImmutableArray<Judged> records = [.. documents.SelectMany(document => document.Records)];
        return new Figures
        {
            Documents = counts.Documents,
            Records = counts.Records,
            IsReportPrecision = Share(counts.Found, counts.Found + counts.Mistaken),
            IsReportRecall = Share(counts.Found, counts.Found + counts.Missed),
            CellAccuracy = Share(counts.CellsRight, counts.Cells),
            NonzeroRecall = Share(counts.NonzeroRight, counts.Nonzero),
            NonzeroPrecision = Share(counts.NonzeroReadRight, counts.NonzeroRead),
            RecordExact = Share(counts.Exact, counts.Records),
            FormAccuracy = Share(counts.Form, counts.Records),
            YearAccuracy = Share(counts.Year, counts.Records),
            AuthorityAccuracy = Share(counts.Authority, counts.Records),
            AuthorityStrict = Share(counts.AuthorityStrict, counts.Records),
            AuthorityContains = Share(counts.AuthorityContains, counts.Records),
            AcceptCoverage = Share(counts.AcceptedPaired, counts.Records),
            AcceptPrecision = Share(counts.AcceptedExact, counts.Accepted),
            Accepted = counts.Accepted,
            AcceptedWrong = counts.Accepted - counts.AcceptedExact,
            CellBrier = Rounded(Calibration.Brier(cells)),
            CellEce = Rounded(Calibration.Error(cells)),
            CellsScoredForConfidence = cells.Length,
            RecordBrier = Rounded(Calibration.Brier(records)),
            RecordEce = Rounded(Calibration.Error(records)),
        };
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : Rounded((double)part / whole);

    private static double? Rounded(double? figure) => figure is { } number ? Math.Round(number, 4) : null;
}
