using System.Diagnostics;
using System.Globalization;
using Pipeline.Bodies.Findings;
using Pipeline.Bodies.Names;
using Pipeline.Bodies.Tests.Generated;
using Fault = Pipeline.Bodies.Tests.Generated.GeneratedReports.Fault;

namespace Pipeline.Bodies.Tests.Findings;

/// <summary>Findings over the generated country's reports against the faults that were put in. <c>scripts/bodies-truth</c> runs it with 100,000 reports.</summary>
public sealed class GeneratedFindingsTests(ITestOutputHelper output)
{
    private static readonly int Bodies = int.Parse(Environment.GetEnvironmentVariable("PIPELINE_BODIES") ?? "300", CultureInfo.InvariantCulture);

    [Fact]
    public void Every_fault_is_found_and_nothing_else()
    {
        var country = new GeneratedCountry(Bodies);
        var reports = new GeneratedReports(country);
        var watch = Stopwatch.StartNew();

        var found = FindingsOf(country, reports).ToLookup(finding => (finding.Body, finding.Year));

        var missed = Expected(country, reports).Where(expected => !found[(expected.Body, expected.Year)].Any(expected.IsIt)).ToList();
        var expectedCount = Expected(country, reports).Count();
        var wrong = found.SelectMany(group => group).Where(finding => finding.Outcome is FindingOutcome.Disagrees or FindingOutcome.Question && !IsExplained(finding, country, reports)).ToList();
        var undecided = found.SelectMany(group => group).Where(finding => finding.Outcome == FindingOutcome.Undecided && !IsExplained(finding, country, reports)).ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"found: {expectedCount - missed.Count} of {expectedCount} ({1 - (double)missed.Count / expectedCount:0.0000}), {wrong.Count} wrong, {undecided.Count} undecided without a cause, {found.Sum(group => group.Count())} findings over {reports.Count} reports in {watch.Elapsed.TotalSeconds:0.0} s; {string.Join(", ", found.SelectMany(group => group).CountBy(finding => (finding.Kind, finding.Outcome)).Select(pair => $"{pair.Key.Kind} {pair.Key.Outcome} {pair.Value}"))}"));
        foreach (var finding in wrong.Concat(undecided).Take(15))
            output.WriteLine($"wrong: {finding.Key} {finding.Outcome} {finding.Cause} {string.Join(' ', finding.Cells.Take(4))}");
        foreach (var expected in missed.Take(15))
            output.WriteLine($"missed: {expected.What} {expected.Body} {expected.Year}: {string.Join("; ", found[(expected.Body, expected.Year)].Select(finding => $"{finding.Key} {finding.Outcome} {finding.Cause}"))}");
        Assert.Empty(wrong);
        Assert.Empty(undecided);
        Assert.True(missed.Count <= expectedCount * 0.01);
    }

    internal static List<Finding> FindingsOf(GeneratedCountry country, GeneratedReports reports)
    {
        var (breaks, found) = (new Breaks(), new List<Finding>());
        foreach (var body in country.Bodies)
        {
            var own = reports.Of(body);
            breaks.Add(own);
            found.AddRange(CarriedFigures.Of(own));
            found.AddRange(RepostedFigures.Of(own));
            if (body.Kind == BodyKind.Government)
                found.AddRange(LevelSums.Of(own, [.. reports.Owned[body.Number].Select(reports.Of)]));
        }

        found.AddRange(breaks.Found());
        return found;
    }

    private static IEnumerable<(string What, int Body, int Year, Func<Finding, bool> IsIt)> Expected(GeneratedCountry country, GeneratedReports reports)
    {
        foreach (var ((number, year), fault) in reports.Faults)
        {
            var body = country.Bodies[number];
            if (fault == Fault.Reposted)
                yield return ("reposted", number, year, finding => finding.Kind == FindingKind.Reposted);
            if (fault == Fault.Carried && reports.Has(number, year - 1))
                yield return ("carried", number, year, finding => finding.Kind == FindingKind.Carried);
            if (fault is Fault.LeftOut)
                yield return ("left out", number, year, finding => finding.Kind == FindingKind.Sum && finding.Outcome is FindingOutcome.Disagrees or FindingOutcome.Undecided);
            if (body.Owner is not { } owner)
                continue;
            if (fault == Fault.Missing)
                yield return ("missing", owner, year, finding => finding.Kind == FindingKind.Sum && finding.Outcome != FindingOutcome.Agrees && finding.Missing.Contains(number));
            else if (fault != Fault.LeftOut)
                yield return ("sum", owner, year, finding => finding.Kind == FindingKind.Sum && finding.Outcome != FindingOutcome.Agrees);
            // Where nothing else is wrong in the family's year, the body itself is named.
            if (fault is Fault.Carried or Fault.Slip && reports.Owned[owner].Count(other => reports.Faults.ContainsKey((other.Number, year))) == 1 && !reports.Faults.ContainsKey((owner, year)))
                yield return ($"named for {fault}", owner, year, finding => finding.Kind == FindingKind.Sum && finding.Outcome == FindingOutcome.Disagrees && finding.Suspects.Contains(number));
        }
    }

    private static bool IsExplained(Finding finding, GeneratedCountry country, GeneratedReports reports)
    {
        var body = (int)finding.Body;
        return finding.Kind switch
        {
            FindingKind.Sum => reports.Faults.ContainsKey((body, finding.Year)) || reports.Owned[body].Any(owned => reports.Faults.ContainsKey((owned.Number, finding.Year))),
            FindingKind.Break or FindingKind.Reposted => reports.Faults.ContainsKey((body, finding.Year)),
            _ => reports.Faults.ContainsKey((body, finding.Year)) || reports.Faults.ContainsKey((body, finding.Year - 1)) || country.Bodies[body].Kind == BodyKind.Government && reports.Owned[body].Any(owned => owned.First == finding.Year || owned.Last == finding.Year - 1),
        };
    }
}
