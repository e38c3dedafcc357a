using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Checks;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Comparison;

/// <summary>
/// Figures of a picture about which the passes of recognition differ: the form's sums may say which of the readings is printed. First what was read is
/// tried, then what looks like it; only where exactly one set of values satisfies every sum through them is anything inferred.
/// </summary>
internal static class CompetingReadings
{
    /// <summary>Sets of values that are tried: eight figures with two readings each have 256.</summary>
    private const int MostSets = 4096;

    /// <summary>Disputed figures that hang together; with more of them the picture is bad, and sums agree by chance.</summary>
    private const int MostTogether = 8;

    /// <param name="other">What the other pass led to.</param>
    /// <returns>By cell the value that replaces the first reading.</returns>
    public static ImmutableDictionary<CellId, decimal> Inferred(OfficialForm form, AnnualReport read, AnnualReport other)
    {
        var first = read.Cells.ToDictionary(cell => cell.Cell);
        var disputes = read.Issues.Where(issue => issue.Code == IssueReasons.OcrDisputed).Select(issue => issue.Where).OfType<OcrLocator>().ToList();
        var seconds = other.Cells.ToDictionary(cell => cell.Cell);
        var disputed = read.Cells.Where(cell => cell.Source is OcrLocator spot && disputes.Exists(spot.Holds) && seconds.TryGetValue(cell.Cell, out var its) && its.Value != cell.Value)
            .ToDictionary(cell => cell.Cell, cell => Readings(cell, seconds[cell.Cell]));
        if (disputed.Count == 0)
            return ImmutableDictionary<CellId, decimal>.Empty;
        var unknown = read.Cells.Where(cell => !disputed.ContainsKey(cell.Cell) && !IsUnderstood(cell)).Select(cell => cell.Cell).ToHashSet();
        var sums = form.Equations.Where(equation => equation is { Relation: EquationRelation.Equal, IsQuestion: false } && Cells(equation) is var cells && cells.Any(disputed.ContainsKey) && !cells.Any(unknown.Contains)).ToList();
        return Together(disputed.Keys, sums).SelectMany(group => Decided(group, sums, disputed, first)).ToImmutableDictionary();
    }

    private static IEnumerable<KeyValuePair<CellId, decimal>> Decided(
        List<CellId> group, List<Equation> sums, Dictionary<CellId, ImmutableArray<decimal?>> readings, Dictionary<CellId, CellReading> first)
    {
        var through = sums.Where(sum => Cells(sum).Any(group.Contains)).ToList();
        if (group.Count > MostTogether || group.Exists(cell => !through.Exists(sum => Cells(sum).Contains(cell))))
            return [];
        var fitting = Fitting(group, through, cell => readings[cell], first);
        if (fitting.Count == 0)
            fitting = Fitting(group, through, cell => [.. readings[cell].Concat(readings[cell].OfType<decimal>().SelectMany(LookAlikes.Of).Select(value => (decimal?)value)).Distinct()], first);
        return fitting is [var only] ? group.Zip(only).Where(pair => pair.Second is not null && pair.Second != first[pair.First].Value).Select(pair => KeyValuePair.Create(pair.First, pair.Second!.Value)) : [];
    }

    /// <returns>Every set of values, one a cell of the group, that satisfies all sums; empty also where there are too many to try.</returns>
    private static List<decimal?[]> Fitting(List<CellId> group, List<Equation> sums, Func<CellId, ImmutableArray<decimal?>> readings, Dictionary<CellId, CellReading> first)
    {
        var choices = group.ConvertAll(cell => readings(cell));
        var count = choices.Aggregate(1L, (product, values) => Math.Min(product * values.Length, MostSets + 1));
        var fitting = new List<decimal?[]>();
        for (var set = 0L; count <= MostSets && set < count; set++)
        {
            var values = new decimal?[group.Count];
            var rest = set;
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = choices[i][(int)(rest % choices[i].Length)];
                rest /= choices[i].Length;
            }
            decimal? Value(FormCell cell) => group.IndexOf(cell.Id) is >= 0 and var at ? values[at] : first.GetValueOrDefault(cell.Id)?.Value;
            if (sums.TrueForAll(sum => FormArithmetic.Evaluate(sum, Value) is { Holds: true }))
                fitting.Add(values);
        }
        return fitting;
    }

    /// <summary>Disputed cells that stand in a sum with each other, directly or by others.</summary>
    private static List<List<CellId>> Together(IEnumerable<CellId> disputed, List<Equation> sums)
    {
        var groups = disputed.Select(cell => new List<CellId> { cell }).ToList();
        foreach (var cells in sums.Select(Cells))
        {
            var touched = groups.FindAll(group => group.Exists(cells.Contains));
            groups.RemoveAll(touched.Contains);
            groups.Add([.. touched.SelectMany(group => group)]);
        }
        return groups;
    }

    private static ImmutableArray<decimal?> Readings(CellReading one, CellReading other) =>
        [.. new[] { one, other }.Where(IsUnderstood).Select(cell => cell.Value).Distinct()];

    private static bool IsUnderstood(CellReading cell) => cell.Value is not null || NumberText.Of(cell.Raw ?? "").IsBlank;

    private static ImmutableArray<CellId> Cells(Equation equation) => [.. equation.Left.Concat(equation.Right).Concat(equation.Less).Select(cell => cell.Id)];
}
