using Pipeline.Contracts.Ports;
using Pipeline.Store.Dashboard;

namespace Pipeline.Web.Operations;

/// <summary>Gathers how the pipeline stands.</summary>
internal sealed class OperationsView(
    OperationsQuery operations, CachedOverview overview, AuditedReextractions reextractions, OperationsLists lists, IQueueFigures queues, TimeProvider clock)
{
    private const int Lines = 10;

    /// <summary>How far back rates are counted.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(10);

    public async Task<OperationsModel> Look(Guid? request, OperationsNotice? notice, CancellationToken cancellation)
    {
        var listed = await lists.Read(Lines, cancellation);
        return new OperationsModel(
            await operations.Stages(Span, cancellation),
            await queues.Read(cancellation),
            await overview.Get(cancellation),
            await reextractions.Latest(Lines, cancellation),
            listed.Audit,
            listed.Notices,
            listed.Accepted,
            listed.Controls,
            listed.Recognitions,
            request is { } id ? await reextractions.Status(id, cancellation) : null,
            notice,
            clock.GetUtcNow());
    }
}
