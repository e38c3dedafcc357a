using Pipeline.Crawler.Frontier;

namespace Pipeline.Crawler.Crawling;

/// <summary>Writes the report of a crawl from what the frontier remembers: a crawl that was killed in between is told as a whole.</summary>
internal sealed class ReportWriter(CrawlFrontier frontier, string? browserMissing, TimeProvider clock)
{
    private const int MostTroubles = 100;

    // Of each kind; the first ones tell where to look.
    private const int MostFindings = 5;

    // Fewer reports than this in earlier crawls may vanish by chance.
    private const int FewestForAlarm = 3;

    public async Task<CrawlReport> Write(CrawlRunState run, CrawlPlan plan, CancellationToken cancellation)
    {
        var runs = frontier.Runs;
        var names = plan.Sources.Select(source => source.Name).ToList();
        var outcomes = (await runs.Outcomes(run.Number, cancellation)).ToLookup(row => row.Source, StringComparer.Ordinal);
        var tallies = (await runs.Tallies(run.Number, cancellation)).ToDictionary(row => row.Source, StringComparer.Ordinal);
        var troubles = (await runs.Troubles(run.Number, MostTroubles * names.Count, cancellation)).ToLookup(row => row.Source, StringComparer.Ordinal);
        var notDue = (await runs.NotDue(run.Number, cancellation)).ToDictionary(row => row.Source, row => row.Count, StringComparer.Ordinal);
        var resting = (await runs.DocumentsNotDue(run.Number, cancellation)).ToDictionary(row => row.Source, row => row.Count, StringComparer.Ordinal);
        var yields = (await runs.BestYields(run.Number, cancellation)).ToDictionary(row => row.Source, row => row.Count, StringComparer.Ordinal);
        var leads = (await runs.Leads(run.Number, cancellation)).ToLookup(row => row.Source, StringComparer.Ordinal);
        var unread = (await runs.ReadAs(run.Number, ContentClassification.NeedsBrowser, cancellation)).ToLookup(row => row.Source, StringComparer.Ordinal);
        var cut = (await runs.ReadAs(run.Number, ContentClassification.NeedsBrowserForMore, cancellation)).ToLookup(row => row.Source, StringComparer.Ordinal);
        var reports = names.Select(name => Of(name, [.. outcomes[name]], tallies.GetValueOrDefault(name), [.. troubles[name]], notDue.GetValueOrDefault(name), resting.GetValueOrDefault(name), yields.GetValueOrDefault(name)))
            .Select(report => report with { Alarms = [.. report.Alarms, .. Findings(report.Name, [.. leads[report.Name]], [.. unread[report.Name]], [.. cut[report.Name]])] })
            .ToList();
        for (var i = 0; i < reports.Count; i++)
            reports[i] = reports[i] with { Alarms = [.. reports[i].Alarms, .. Missing(reports[i].Name, SourceYears.Of(await frontier.Urls.Documents(reports[i].Name, cancellation), run.StartedAt, clock.GetUtcNow()))] };
        return new(run.RunId, run.StartedAt, clock.GetUtcNow(), run.Resumed, (int)tallies.Values.Sum(row => row.Requests), tallies.Values.Sum(row => row.Bytes), [.. reports]);
    }

    private IEnumerable<string> Findings(string name, IReadOnlyList<SourceLead> leads, IReadOnlyList<SourceAddress> unread, IReadOnlyList<SourceAddress> cut)
    {
        foreach (var lead in leads.Where(lead => lead.Followed == 0).Take(MostFindings))
            yield return $"{name} links {lead.Links} reports on {lead.Host}, which is no host of it, such as {lead.Sample}: add the host to its hosts if they are its own.";
        foreach (var page in unread.Take(MostFindings))
            yield return $"{name} has a column of reports whose rows only its scripts can show: {page.Url} needs a browser{Why(page.Reason, ContentClassification.NeedsBrowser)}.";
        foreach (var page in cut.Take(MostFindings))
            yield return $"{name} has a list of reports that shows fewer rows than it says: {page.Url} needs a browser{Why(page.Reason, ContentClassification.NeedsBrowserForMore)}.";
    }

    private static IEnumerable<string> Missing(string name, SourceYears found)
    {
        if (found is { HasColumn: true, Missing.Count: > 0 } && found.Years.Count >= FewestForAlarm)
            yield return $"{name} has reports of {found.Years[0]} to {found.Years[^1]} and none of {string.Join(", ", found.Missing)}: look whether the site shows them elsewhere.";
    }

    // No browser, or what it met.
    private string Why(string reason, string known) =>
        browserMissing is not null ? $", and {browserMissing}"
        : reason.Length > known.Length ? $" ({reason[known.Length..].Trim(' ', ',', ':')})"
        : "";

    private static SourceReport Of(string name, IReadOnlyList<OutcomeCount> outcomes, SourceTally? tally, IReadOnlyList<TroubledUrl> troubles, long notDue, long resting, long bestYield)
    {
        int Count(VisitOutcome outcome) => (int)outcomes.Where(row => row.Outcome == outcome).Sum(row => row.Count);
        var report = new SourceReport
        {
            Name = name,
            Requests = (int)(tally?.Requests ?? 0),
            New = Count(VisitOutcome.New),
            Changed = Count(VisitOutcome.Changed),
            Unchanged = Count(VisitOutcome.Unchanged),
            Gone = Count(VisitOutcome.Gone),
            DeadLinks = Count(VisitOutcome.DeadLink),
            RefusedByRobots = Count(VisitOutcome.RefusedByRobots),
            RobotsUnreachable = Count(VisitOutcome.RobotsUnreachable),
            RefusedByPolicy = Count(VisitOutcome.RefusedByPolicy),
            Blocked = Count(VisitOutcome.Blocked),
            SoftNotFound = Count(VisitOutcome.SoftNotFound),
            Login = Count(VisitOutcome.Login),
            Failed = Count(VisitOutcome.Failed) + Count(VisitOutcome.Unusable),
            NotDue = (int)notDue,
            Resting = (int)resting,
            Expected = (int)bestYield,
            LeftAlone = outcomes.Where(row => row.Outcome == VisitOutcome.LeftAlone).ToDictionary(row => row.Reason ?? "", row => (int)row.Count, StringComparer.Ordinal),
            Troubles = [.. troubles.Take(MostTroubles).Select(row => new TroubledAddress(row.Url, VisitOutcomes.ToFetch(row.Outcome), row.Reason ?? ""))],
        };
        return report with { Alarms = [.. Alarms(report, tally, resting, bestYield)], Notes = [.. Notes(report)] };
    }

    private static IEnumerable<string> Notes(SourceReport report)
    {
        foreach (var (reason, count) in report.LeftAlone.OrderByDescending(left => left.Value).Take(MostFindings))
            yield return reason.StartsWith(Exploring.Left, StringComparison.Ordinal)
                ? $"{report.Name}: {count} addresses {reason}. To look at them at once, run pipeline crawl --explore with the same sources."
                : $"{report.Name}: {count} addresses were left alone: {reason}.";
    }

    private static IEnumerable<string> Alarms(SourceReport report, SourceTally? tally, long resting, long bestYield)
    {
        if (report.Found == 0 && resting == 0 && bestYield >= FewestForAlarm)
            yield return $"{report.Name} used to yield {bestYield} documents and yields none: look at its start addresses.";
        else if (tally is { LostLists: > 0 } && tally.LostLists >= tally.Lists)
            yield return $"{report.Name} used to list reports, and {tally.LostLists} of its {tally.Lists + tally.LostLists} lists lead to none any more: it may have moved them.";
        if (report.Requests > 0 && report.Blocked > 0 && report.Found == 0 && bestYield < FewestForAlarm)
            yield return $"{report.Name} answers with a challenge: it declines programs, and that is respected.";
        if (report.LeftAlone.Keys.Any(reason => reason.StartsWith("beyond the limit", StringComparison.Ordinal)))
            yield return $"{report.Name} reached its limit of requests: raise maxPages if its reports are incomplete.";
    }
}
