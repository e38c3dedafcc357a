using Pipeline.Crawler.Frontier;

namespace Pipeline.Crawler.Incremental;

/// <summary>
/// When an address is worth another visit, learned from how it behaved. Counted in nights: one night means the next crawl, whenever that is.
/// </summary>
public static class Revisit
{
    private const int LongestPause = 30;

    /// <param name="unchanged">Visits in a row that found it unchanged.</param>
    public static DateTimeOffset After(DateTimeOffset visited, VisitOutcome outcome, PageRole role, int unchanged, bool isStart) =>
        visited + TimeSpan.FromDays(Nights(outcome, role, unchanged, isStart) - 1);

    /// <summary>Nights until the next visit, 1..30.</summary>
    public static int Nights(VisitOutcome outcome, PageRole role, int unchanged, bool isStart)
    {
        if (isStart)
            return 1;
        return outcome switch
        {
            // A report is corrected within days or not at all: after three calm nights it is asked less and less, at least weekly.
            VisitOutcome.New or VisitOutcome.Changed or VisitOutcome.Unchanged => unchanged < 3 ? 1 : Math.Min(1 << Math.Min(unchanged - 2, 3), 7),
            VisitOutcome.Failed or VisitOutcome.RefusedByRobots or VisitOutcome.RobotsUnreachable => 1,
            // What gave content on another night is wanted back.
            VisitOutcome.Unusable => role == PageRole.Nothing ? Math.Min(3 << Math.Min(unchanged, 3), LongestPause) : 1,
            VisitOutcome.Blocked => 3,
            VisitOutcome.Redirected => 7,
            VisitOutcome.Gone or VisitOutcome.DeadLink or VisitOutcome.SoftNotFound => role == PageRole.Document ? 1 : Math.Min(3 << Math.Min(unchanged, 3), LongestPause),
            VisitOutcome.RefusedByPolicy or VisitOutcome.LeftAlone or VisitOutcome.Login => 14,
            _ => OfPage(role, unchanged),
        };
    }

    private static int OfPage(PageRole role, int unchanged) => role switch
    {
        // New reports appear here first.
        PageRole.ReportList => unchanged < 7 ? 1 : 2,
        PageRole.Navigation => Math.Min(2 << Math.Min(unchanged, 3), 14),
        _ => Math.Min(7 << Math.Min(unchanged, 3), LongestPause),
    };
}
