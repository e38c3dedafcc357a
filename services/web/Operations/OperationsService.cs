using Pipeline.Contracts.Ports;
using Pipeline.Store.Audit;
using Pipeline.Store.Failures;
using Pipeline.Store.Dashboard;
using Pipeline.Store.Requests;

namespace Pipeline.Web.Operations;

/// <summary>Gathers how the pipeline stands, and does what an operator asks for: the one way for the page and the API.</summary>
internal sealed class OperationsService(
    OperationsQuery operations, CachedOverview overview, FailureQuery failures, FailedFetches fetches, ReextractionRequests requests, AuditLog audit, IQueueFigures queues, IFailureReplay replay, AuditedReextractions rereading, TimeProvider clock)
{
    private const int Lines = 10;
    private const int MostShown = 200;
    private const int MostGivenUp = 10_000;

    /// <summary>How far back rates are counted.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(10);

    public async Task<OperationsModel> Look(Guid? request, OperationsNotice? notice, CancellationToken cancellation)
    {
        return new OperationsModel(
            await operations.Stages(Span, cancellation),
            await queues.Read(cancellation),
            await overview.Get(cancellation),
            await requests.Latest(Lines, cancellation),
            await audit.Latest(Lines, cancellation),
            request is { } id ? await rereading.Status(id, cancellation) : null,
            notice,
            clock.GetUtcNow());
    }

    /// <param name="filter">By source, reason or both.</param>
    public async Task<FailuresModel> Failures(FailureFilter filter, CancellationToken cancellation)
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

    /// <returns>How many were given up.</returns>
    public async Task<int> GiveUp(string? source, string? reason, string who, CancellationToken cancellation)
    {
        var standing = await failures.List(new FailureFilter { Source = source, Reason = reason }, MostGivenUp, cancellation);
        await fetches.GiveUp([.. standing.Select(failure => failure.FetchId)], who, cancellation);
        overview.Forget();
        await audit.Add(who, "failures.given-up", reason ?? "all", $"{standing.Count} given up", cancellation);
        return standing.Count;
    }

    private async Task<long> Count(FailureFilter filter, CancellationToken cancellation)
    {
        var counts = filter.Source is null ? (await overview.Get(cancellation)).Answer.Failures : await failures.CountByReason(filter, cancellation);
        return counts.Where(count => count.Key.StartsWith(filter.Reason ?? "", StringComparison.Ordinal)).Sum(count => count.Value);
    }
}
