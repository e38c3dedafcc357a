using Pipeline.Bodies.Names;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;

namespace Pipeline.Bodies.Findings;

/// <summary>
/// Finds figures that no history explains: how far a body's figure is from its other years, on a scale of ratios, beside how far those of its kind go in that cell. A year that
/// moved all bodies of a kind is no break. Reads each body once and holds only samples and candidates.
/// </summary>
public sealed class Breaks
{
    // Fewer years have no middle that one of them could be far from.
    private const int FewestYears = 4;

    // Bodies of a kind that are needed before a year's own middle and the kind's spread say anything.
    private const int FewestBodies = 30;

    // Spreads below it come of cells that are nearly always alike; five times it is a factor of six. A single case makes an amount of money six times another year's.
    private const double FloorOfCounts = 0.35;
    private const double FloorOfAmounts = 0.7;

    // Counts below it jump between nothing and several as they please.
    private const decimal Small = 20;

    private readonly Dictionary<(BodyKind, CellId), Sample> _kinds = [];
    private readonly Dictionary<(BodyKind, CellId, int), Sample> _years = [];
    private readonly List<Candidate> _candidates = [];

    public void Add(BodyReports body)
    {
        if (body.Reports.Length < FewestYears)
            return;
        // What one year hands to the next has a check of its own.
        foreach (var cell in body.Reports.Select(report => report.Form).Distinct().SelectMany(Free).Distinct())
        {
            var series = body.Reports.Select(report => (report.RecordId, report.Year, Value: report[cell])).Where(point => point.Value >= 0).ToList();
            if (series.Count >= FewestYears && series.Exists(point => point.Value >= Small))
                Add(body, cell, series);
        }
    }

    /// <summary>One question for each body and year, with all cells that are far off.</summary>
    public IEnumerable<Finding> Found()
    {
        var reaches = _kinds.ToDictionary(pair => pair.Key, pair => pair.Value.Count >= FewestBodies ? pair.Value.Reach(FloorOf(pair.Key.Item2)) : Sample.Far * FloorOf(pair.Key.Item2));
        var middles = _years.ToDictionary(pair => pair.Key, pair => pair.Value.Count >= FewestBodies ? pair.Value.Median() : 0);
        return from candidate in _candidates
               where Math.Abs(candidate.Distance - middles[(candidate.Kind, candidate.Cell, candidate.Year)]) > reaches[(candidate.Kind, candidate.Cell)]
               group candidate by (candidate.Body, candidate.Year, candidate.RecordId) into found
               select new Finding(FindingKind.Break, FindingOutcome.Question, found.Key.Body, found.Key.Year, "", [found.Key.RecordId],
                   [.. found.Select(one => new FindingCell(one.Cell, one.Usual, one.Value))], [], [], null);
    }

    private static double FloorOf(CellId cell) =>
        FormCatalog.Current.Forms.Select(form => form.Find(cell)).OfType<FormCell>().First().Domain == NumberDomain.Amount ? FloorOfAmounts : FloorOfCounts;

    private static IEnumerable<CellId> Free(OfficialForm form) =>
        form.Cells.Select(cell => cell.Id).Except(form.YearEquations.SelectMany(equation => equation.Left.Concat(equation.Right)).Select(cell => cell.Id));

    private void Add(BodyReports body, CellId cell, List<(long RecordId, int Year, decimal? Value)> series)
    {
        foreach (var (record, year, value) in series)
        {
            var usual = Sample.Middle([.. series.Where(point => point.Year != year).Select(point => (double)point.Value!.Value)]);
            var distance = Math.Log(1 + (double)value!.Value) - Math.Log(1 + usual);
            var mark = (uint)((ulong)(body.Body * 31 + year) * 0x9E3779B97F4A7C15UL >> 32);
            Of(_kinds, (body.Kind, cell)).Add(mark, distance);
            Of(_years, (body.Kind, cell, year)).Add(mark, distance);
            var change = Math.Abs((double)value.Value - usual);
            // Counts scatter by the root of their size, whatever the kind.
            if (Math.Abs(distance) > Sample.Far * FloorOf(cell) && change >= (double)Small && change > Sample.Far * Math.Sqrt(1 + Math.Max((double)value.Value, usual)))
                _candidates.Add(new Candidate(body.Body, body.Kind, year, record, cell, (decimal)usual, value.Value, distance));
        }
    }

    private static Sample Of<TKey>(Dictionary<TKey, Sample> samples, TKey key)
        where TKey : notnull
    {
        // So many tell a median to a twentieth of the spread.
        if (!samples.TryGetValue(key, out var sample))
            samples[key] = sample = new Sample(512);
        return sample;
    }

    private sealed record Candidate(long Body, BodyKind Kind, int Year, long RecordId, CellId Cell, decimal Usual, decimal Value, double Distance);
}
