using Microsoft.Extensions.Logging;

namespace Pipeline.Store.Reviews.Audits;

/// <summary>Draws cells of accepted records once a week. It looks every hour: the week begins for nobody at the minute.</summary>
internal sealed class AuditService(AcceptedAudit draws, TimeProvider clock, ILogger<AuditService> log) : RepeatedWork(TimeSpan.FromHours(1), clock, log)
{
    protected override string Told => "draw accepted cells to audit";

    protected override Task Turn(CancellationToken cancellation) => draws.Draw(cancellation);
}
