using Microsoft.Extensions.Logging;

namespace Pipeline.Store.Alarms;

/// <summary>Looks at the sources and the pipeline, and delivers notices, so that somebody hears of an alarm within the minute. Looking at 14,000 sources takes a while.</summary>
internal sealed class AlarmService(SourceAlarms sources, PipelineAlarms pipeline, Notices notices, TimeProvider clock, ILogger<AlarmService> log) : RepeatedWork(TimeSpan.FromSeconds(15), clock, log, restPerWork: 20)
{
    protected override string Told => "look at the sources";

    protected override async Task Turn(CancellationToken cancellation)
    {
        await sources.Look(cancellation);
        await pipeline.Look(cancellation);
        await notices.Deliver(cancellation);
    }
}
