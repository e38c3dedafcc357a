using Pipeline.Contracts.Ports;
using Pipeline.Store.Controls;

namespace Pipeline.Store.Dashboard;

/// <summary>Something that is wrong with the pipeline as a whole.</summary>
/// <param name="Since">When what is missing was due, or what waits came; null where nothing tells.</param>
/// <param name="Why">Names of queues, or the broker's problem; null elsewhere.</param>
public sealed record PipelineTrouble(PipelineAlarm Alarm, DateTimeOffset? Since, string? Why)
{
    // A document is read within seconds; what waits so long is stuck, or the workers are too few.
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(30);

    // The process that crawls looks at its clock every minute; an hour is more than a restart takes.
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    // Without a schedule: a nightly crawl and a night's grace.
    private static readonly TimeSpan LongSilence = TimeSpan.FromHours(48);

    // Where the bus sets aside what failed: nobody works these off, and failures tell of them.
    private static readonly string[] SetAside = ["_error", "_skipped", "dead-letters"];

    /// <param name="times">When crawls are next, as the process that begins them said last.</param>
    /// <param name="lastNight">Start of the last crawl of all sources that has ended; null when none has.</param>
    public static IReadOnlyList<PipelineTrouble> Of(StageFigures stages, QueueFigures queues, IReadOnlyList<CrawlTime> times, DateTimeOffset? lastNight, DateTimeOffset now)
    {
        var unattended = queues.Queues.Where(queue => queue is { Depth: > 0, Workers: 0 } && !Array.Exists(SetAside, end => queue.Name.EndsWith(end, StringComparison.Ordinal))).Select(queue => queue.Name).ToList();
        var missed = times.Count > 0 ? times.Min(time => time.NextAt) is var due && now - due > Late ? due : (DateTimeOffset?)null : lastNight is { } last && now - last > LongSilence ? last.AddDays(1) : null;
        return
        [
            .. missed is null ? [] : (PipelineTrouble[])[new(PipelineAlarm.CrawlMissed, missed, null)],
            .. stages.OldestWaiting is { } oldest && now - oldest > LongWait ? [new(PipelineAlarm.DocumentsWait, oldest, null)] : (PipelineTrouble[])[],
            .. unattended.Count == 0 ? [] : (PipelineTrouble[])[new(PipelineAlarm.QueueUnattended, null, string.Join(", ", unattended))],
            .. queues.Problem is null ? [] : (PipelineTrouble[])[new(PipelineAlarm.BrokerSilent, null, queues.Problem)],
        ];
    }
}
