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
    OperationsNotice? Notice)
{
    /// <summary>Start of the last crawl that has ended.</summary>
    public DateTimeOffset? LastNight => Nights.Where(night => night.EndedAt is not null && night.Trigger != "manual").Select(night => (DateTimeOffset?)night.StartedAt).Max();

    /// <summary>Crawls that run now; one that was killed looks the same until the next begins.</summary>
    public IReadOnlyList<RunStatus> Running => [.. Nights.Where(night => night.EndedAt is null && night.Fetches.Count > 0).TakeLast(3)];
}

/// <param name="Count">How many it concerned.</param>
/// <param name="Text">What the person typed and could not be taken, with the reason; null elsewhere.</param>
public sealed record OperationsNotice(string Kind, long Count, string? Text = null);
