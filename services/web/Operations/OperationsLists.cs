using Pipeline.Store.Alarms;
using Pipeline.Store.Audit;
using Pipeline.Store.Dashboard;
using Pipeline.Store.Reviews.Audits;
using Pipeline.Web.Operations.Controls;

namespace Pipeline.Web.Operations;

/// <summary>What the operators' page lists beside its counts: what people changed, who was told, how right accepted records are, when crawls are next, what is being recognised.</summary>
internal sealed class OperationsLists(AuditLog audit, Notices notices, AcceptedAudit accepted, ControlDesk controls, Recognitions recognitions)
{
    /// <param name="lines">Of each list at most so many.</param>
    public async Task<(IReadOnlyList<AuditEntry> Audit, IReadOnlyList<Notice> Notices, AuditFigures Accepted, CrawlControls Controls, IReadOnlyList<Recognition> Recognitions)> Read(int lines, CancellationToken cancellation) =>
        (await audit.Latest(lines, cancellation), await notices.Latest(lines, cancellation), await accepted.Figures(cancellation), await controls.Look(cancellation), await recognitions.InHand(cancellation));
}
