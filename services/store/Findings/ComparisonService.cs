using Microsoft.Extensions.Logging;
using Pipeline.Store.Sweeping;

namespace Pipeline.Store.Findings;

/// <summary>
/// Compares the records again when some have changed and no document waits: what a person decides is followed within minutes, and a crawl is compared
/// once, at its end. Every decision of a reviewer is a change: where comparing all takes long, it is done seldom.
/// </summary>
internal sealed class ComparisonService(Comparison comparison, PendingFetches pending, TimeProvider clock, ILogger<ComparisonService> log) : RepeatedWork(TimeSpan.FromMinutes(1), clock, log, restPerWork: 20)
{
    protected override string Told => "compare the records";

    protected override async Task Turn(CancellationToken cancellation)
    {
        if (await pending.Count(cancellation) == 0)
            await comparison.Run(always: false, cancellation);
    }
}
