using Microsoft.Extensions.Logging;

namespace Pipeline.Store.Reviews.Groups;

/// <summary>Works out the doubts of new versions, so that no page has to: a reviewer who opens the groups meanwhile has the missing ones worked out then.</summary>
internal sealed class DoubtService(DoubtRefresh refresh, TimeProvider clock, ILogger<DoubtService> log) : RepeatedWork(TimeSpan.FromSeconds(30), clock, log)
{
    // Leaves the database to others in between.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    protected override string Told => "work out what is in doubt";

    protected override Task Turn(CancellationToken cancellation) => refresh.Run(Longest, cancellation);
}
