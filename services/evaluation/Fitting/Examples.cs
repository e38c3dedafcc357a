using System.Collections.Immutable;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Scoring;
using Pipeline.Evaluation.Corpora;
using Pipeline.Evaluation.Scores;

namespace Pipeline.Evaluation.Fitting;

/// <summary>What documents with truth teach: evidence, and whether the reading was right.</summary>
internal static class Examples
{
    /// <summary>Of every cell that was read, or rightly or wrongly taken for blank.</summary>
    public static ImmutableArray<Example> OfCells(IEnumerable<ReadDocument> documents) =>
        Counted(documents.SelectMany(read => Judge(read).SelectMany(judged => Cells(judged).Select(cell => (read.Document.Layout, Values(CellEvidence.Features, cell.Evidence), cell.IsRight)))));

    /// <summary>Of every record, with the confidences that this model gives its cells; right when the record is exact.</summary>
    public static ImmutableArray<Example> OfRecords(IEnumerable<ReadDocument> documents, LogisticModel<CellEvidence> model) =>
        Counted(documents.SelectMany(read => Judge(read).Select(judged => (read.Document.Layout, Values(RecordEvidence.Features, Evidence(judged, model)), judged.IsExact))));

    private static IEnumerable<JudgedReport> Judge(ReadDocument read)
    {
        var pairs = Pairing.Of(read.Document.Truth, read.Reports).Pairs;
        return read.Reports.Zip(read.Evidence, (report, evidence) => new JudgedReport(report, evidence, pairs.FirstOrDefault(pair => ReferenceEquals(pair.Report, report)).Truth));
    }

    // A blank that the truth's form does not even have is neither right nor wrong.
    private static IEnumerable<(CellEvidence Evidence, bool IsRight)> Cells(JudgedReport judged) => judged.Report.Cells.Zip(judged.Evidence)
        .Where(cell => judged.Truth is null || cell.First.Value is not null || judged.Truth.Cells.ContainsKey(cell.First.Cell.ToString()))
        .Select(cell => (cell.Second, judged.Truth?.Cells.TryGetValue(cell.First.Cell.ToString(), out var value) == true && value == cell.First.Value));

    private static RecordEvidence Evidence(JudgedReport judged, LogisticModel<CellEvidence> model) =>
        RecordEvidence.Of([.. judged.Evidence.Select(model.Probability)], judged.Evidence, judged.Report.Violations);

    private static double[] Values<T>(ImmutableArray<EvidenceFeature<T>> features, T evidence) => [.. features.Select(feature => Math.Round(feature.Value(evidence), 4))];

    private static ImmutableArray<Example> Counted(IEnumerable<(string Layout, double[] Values, bool IsRight)> readings) =>
    [
        .. readings.GroupBy(reading => (reading.Layout, Key: string.Join(' ', reading.Values)))
            .OrderBy(same => same.Key.Layout, StringComparer.Ordinal).ThenBy(same => same.Key.Key, StringComparer.Ordinal)
            .Select(same => new Example(same.Key.Layout, same.First().Values, same.Count(reading => reading.IsRight), same.Count(reading => !reading.IsRight))),
    ];

    private sealed record JudgedReport(AnnualReport Report, ImmutableArray<CellEvidence> Evidence, TruthRecord? Truth)
    {
        public bool IsExact => Truth is not null && RecordScore.Of(Truth, Report).IsExact;
    }
}
