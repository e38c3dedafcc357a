using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Frontier;

namespace Pipeline.Crawler.Crawling;

/// <summary>The frontier's names for what ended badly, and the ledger's.</summary>
internal static class VisitOutcomes
{
    public static VisitOutcome Of(NothingCame nothing) => nothing.Outcome switch
    {
        FetchOutcome.Gone => VisitOutcome.Gone,
        FetchOutcome.RefusedByRobots => VisitOutcome.RefusedByRobots,
        FetchOutcome.RobotsUnreachable => VisitOutcome.RobotsUnreachable,
        FetchOutcome.RefusedByPolicy => VisitOutcome.RefusedByPolicy,
        FetchOutcome.Blocked => VisitOutcome.Blocked,
        FetchOutcome.SoftNotFound => VisitOutcome.SoftNotFound,
        FetchOutcome.Login => VisitOutcome.Login,
        _ => nothing.IsLasting ? VisitOutcome.Unusable : VisitOutcome.Failed,
    };

    public static FetchOutcome ToFetch(VisitOutcome outcome) => outcome switch
    {
        VisitOutcome.Gone => FetchOutcome.Gone,
        VisitOutcome.RefusedByRobots => FetchOutcome.RefusedByRobots,
        VisitOutcome.RobotsUnreachable => FetchOutcome.RobotsUnreachable,
        VisitOutcome.RefusedByPolicy => FetchOutcome.RefusedByPolicy,
        VisitOutcome.Blocked => FetchOutcome.Blocked,
        VisitOutcome.SoftNotFound => FetchOutcome.SoftNotFound,
        VisitOutcome.Login => FetchOutcome.Login,
        _ => FetchOutcome.Failed,
    };
}
