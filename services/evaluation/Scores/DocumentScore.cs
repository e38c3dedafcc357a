using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Pipeline.Contracts.Reports;
using Pipeline.Evaluation.Corpora;

namespace Pipeline.Evaluation.Scores;

/// <summary>One document against its truth.</summary>
public sealed record DocumentScore
{
    public required string Id { get; init; }

    public required string Layout { get; init; }

    public required Counts Counts { get; init; }

    public required ImmutableArray<WrongCell> Wrong { get; init; }

    /// <summary>Every cell of every report read.</summary>
    [JsonIgnore]
    public ImmutableArray<Judged> Cells { get; init; } = [];

    /// <summary>Every report read, right when it is exact.</summary>
    [JsonIgnore]
    public ImmutableArray<Judged> Records { get; init; } = [];

    public static DocumentScore Of(CorpusDocument document, ImmutableArray<AnnualReport> reports)
    {
        var pairing = Pairing.Of(document.Truth, reports);
        var pairs = pairing.Pairs.Select(pair => (Score: RecordScore.Of(pair.Truth, pair.Report), pair.Report)).ToList();
        var strays = pairing.Strays;
        return new DocumentScore
        {
            Id = document.Id,
            Layout = document.Layout,
            Counts = pairs.Select(pair => pair.Score.Counts).Append(StrayCounts(strays)).Aggregate(DocumentCounts(document, reports), Counts.Add),
            Wrong = [.. pairs.SelectMany((pair, i) => pair.Score.Wrong.Select(cell => pairs.Count == 1 ? cell : cell with { Cell = $"{i + 1}:{cell.Cell}" }))],
            Cells = [.. pairs.SelectMany(pair => pair.Score.Cells), .. strays.SelectMany(stray => stray.Cells).Select(cell => new Judged(cell.Confidence, IsRight: false))],
            Records =
            [
                .. pairs.Where(pair => pair.Report is not null).Select(pair => new Judged(pair.Report!.Confidence, pair.Score.IsExact)),
                .. strays.Select(stray => new Judged(stray.Confidence, IsRight: false)),
            ],
        };
    }

    private static Counts DocumentCounts(CorpusDocument document, ImmutableArray<AnnualReport> reports) => new()
    {
        Documents = 1,
        Found = !document.Truth.IsEmpty && !reports.IsEmpty ? 1 : 0,
        Mistaken = document.Truth.IsEmpty && !reports.IsEmpty ? 1 : 0,
        Missed = !document.Truth.IsEmpty && reports.IsEmpty ? 1 : 0,
    };

    private static Counts StrayCounts(ImmutableArray<AnnualReport> strays) => new()
    {
        NonzeroRead = strays.SelectMany(stray => stray.Cells).Count(cell => cell.Value is not (null or 0)),
        Accepted = strays.Count(stray => stray.Status == ReviewStatus.Accepted),
    };
}
