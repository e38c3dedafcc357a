using Pipeline.Contracts.Ports;
using Pipeline.Store.Alarms;
using Pipeline.Store.Audit;
using Pipeline.Store.Dashboard;
using Pipeline.Store.Reviews.Audits;
using Pipeline.Web.Operations.Controls;

namespace Pipeline.Web.Operations;

/// <summary>Gathers how the pipeline stands.</summary>
internal sealed class OperationsView(
    OperationsQuery operations, CachedOverview overview, AuditedReextractions reextractions, AuditLog audit, Notices notices, AcceptedAudit accepted, ControlDesk controls, IQueueFigures queues, TimeProvider clock)
{
    private const int Lines = 10;

    /// <summary>How far back rates are counted.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(10);

    public async Task<OperationsModel> Look(Guid? request, OperationsNotice? notice, CancellationToken cancellation)
    {
        return new OperationsModel(
            await operations.Stages(Span, cancellation),
            await queues.Read(cancellation),
            await overview.Get(cancellation),
            await reextractions.Latest(Lines, cancellation),
            await audit.Latest(Lines, cancellation),
            await notices.Latest(Lines, cancellation),
            await accepted.Figures(cancellation),
            await controls.Look(cancellation),
            request is { } id ? await reextractions.Status(id, cancellation) : null,
            notice,
            clock.GetUtcNow());
    }
}
