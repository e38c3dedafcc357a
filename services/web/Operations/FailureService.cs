using Pipeline.Contracts.Ports;
using Pipeline.Store.Audit;
using Pipeline.Store.Failures;

namespace Pipeline.Web.Operations;

/// <summary>Lists failures, tries them again and gives them up: the one way for the page and the API.</summary>
internal sealed class FailureService(FailureQuery failures, FailedFetches fetches, IFailureReplay replay, CachedOverview overview, AuditLog audit)
{
    private const int MostShown = 200;
    private const int MostGivenUp = 10_000;

    /// <param name="filter">By source, reason or both.</param>
    public async Task<FailuresModel> List(FailureFilter filter, CancellationToken cancellation)
    {
        var shown = await failures.List(filter, MostShown, cancellation);
        return new FailuresModel(filter, shown, shown.Count < MostShown ? shown.Count : await Count(filter, cancellation));
    }

    /// <returns>How many were sent off.</returns>
    public async Task<int> Replay(string? source, string? reason, string who, CancellationToken cancellation)
    {
        var sent = await replay.Replay(source, reason, cancellation);
        overview.Forget();
        await audit.Add(who, "failures.replayed", reason ?? "all", $"{sent} sent again", cancellation);
        return sent;
    }

    /// <returns>How many were given up, and the step, to take it back.</returns>
    public async Task<(int Count, GivenUp Step)> GiveUp(string? source, string? reason, string who, CancellationToken cancellation)
    {
        var standing = await failures.List(new FailureFilter { Source = source, Reason = reason }, MostGivenUp, cancellation);
        var step = await fetches.GiveUp([.. standing.Select(failure => failure.FetchId)], who, cancellation);
        overview.Forget();
        await audit.Add(who, "failures.given-up", reason ?? "all", $"{standing.Count} given up", cancellation);
        return (standing.Count, step);
    }

    /// <returns>How many stand again.</returns>
    public async Task<int> TakeBack(GivenUp step, string who, CancellationToken cancellation)
    {
        var count = await fetches.TakeBack(step, cancellation);
        overview.Forget();
        await audit.Add(who, "failures.taken-back", step.Who, $"{count} stand again", cancellation);
        return count;
    }

    private async Task<long> Count(FailureFilter filter, CancellationToken cancellation)
    {
        var counts = filter.Source is null ? (await overview.Get(cancellation)).Answer.Failures : await failures.CountByReason(filter, cancellation);
        return counts.Where(count => count.Key.StartsWith(filter.Reason ?? "", StringComparison.Ordinal)).Sum(count => count.Value);
    }
}
