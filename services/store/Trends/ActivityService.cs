using Microsoft.Extensions.Logging;

namespace Pipeline.Store.Trends;

/// <summary>Notes what moves, more often than a slot is long, so that none is missed.</summary>
internal sealed class ActivityService(ActivityLog activity, TimeProvider clock, ILogger<ActivityService> log) : RepeatedWork(TimeSpan.FromMinutes(1), clock, log)
{
    protected override string Told => "note what moves";

    protected override Task Turn(CancellationToken cancellation) => activity.Note(cancellation);
}
