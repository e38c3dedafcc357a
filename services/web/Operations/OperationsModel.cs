using Pipeline.Contracts.Ports;
using Pipeline.Store.Audit;
using Pipeline.Store.Operations;
using Pipeline.Store.Requests;
using Pipeline.Store.Status;

namespace Pipeline.Web.Operations;

/// <summary>How the pipeline stands.</summary>
/// <param name="Nights">The last crawls, the oldest first.</param>
/// <param name="Failures">How many stand, by reason.</param>
/// <param name="Request">The re-extraction that the person has just asked for, or looks at; null when there is none.</param>
/// <param name="Notice">What became of the person's last step; null when there is nothing to say.</param>
/// <param name="Now">When this was looked up.</param>
public sealed record OperationsModel(
    StageFigures Stages,
    QueueFigures Queues,
    IReadOnlyList<RunStatus> Nights,
    IReadOnlyDictionary<string, long> Records,
    IReadOnlyList<SourceFigures> Sources,
    IReadOnlyDictionary<string, long> Failures,
    IReadOnlyList<Reextraction> Requests,
    IReadOnlyList<AuditEntry> Audit,
    ReextractionBody? Request,
    OperationsNotice? Notice,
    DateTimeOffset Now)
{
    /// <summary>Start of the last crawl that has ended.</summary>
    public DateTimeOffset? LastNight => LastOf(Nights);

    /// <summary>Whether something is broken, and not only doubtful.</summary>
    public bool IsAlarming => Queues.Problem is not null || Sources.Any(source => source.Alarm(LastNight) is SourceAlarm.Down or SourceAlarm.Silent);

    /// <summary>How many addresses the last crawl visited that has ended: about as many as one that runs now will; null when none has.</summary>
    public long? UsualVisits => Nights.LastOrDefault(night => night.EndedAt is not null && night.Trigger != "manual")?.Fetches.Values.Sum() is > 0 and var visits ? visits : null;

    /// <summary>Crawls that run now; one that was killed looks the same until the next begins.</summary>
    public IReadOnlyList<RunStatus> Running => [.. Nights.Where(night => night.EndedAt is null && night.Fetches.Count > 0).TakeLast(3)];

    /// <summary>Start of the last crawl of all sources that has ended; null when none has.</summary>
    public static DateTimeOffset? LastOf(IEnumerable<RunStatus> runs) => runs.Where(run => run.EndedAt is not null && run.Trigger != "manual").Select(run => (DateTimeOffset?)run.StartedAt).Max();
}

/// <param name="Count">How many it concerned.</param>
/// <param name="Text">What the person typed and could not be taken, with the reason; null elsewhere.</param>
public sealed record OperationsNotice(string Kind, long Count, string? Text = null);
