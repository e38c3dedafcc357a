using Pipeline.Contracts.Ports;
using Pipeline.Store.Alarms;
using Pipeline.Store.Audit;
using Pipeline.Store.Dashboard;
using Pipeline.Store.Requests;
using Pipeline.Store.Reviews.Audits;
using Pipeline.Web.Answers;
using Pipeline.Web.Operations.Controls;

namespace Pipeline.Web.Operations;

/// <summary>How the pipeline stands.</summary>
/// <param name="Counted">With the instant when it was counted.</param>
/// <param name="Notices">What people outside were told last, newest first.</param>
/// <param name="Accepted">How right accepted records are, as drawn.</param>
/// <param name="Controls">When crawls are next, and which people asked for.</param>
/// <param name="Recognitions">Documents whose pages are being recognised.</param>
/// <param name="Request">The re-extraction that the person has just asked for, or looks at; null when there is none.</param>
/// <param name="Notice">What became of the person's last step; null when there is nothing to say.</param>
/// <param name="Now">When this was looked up.</param>
public sealed record OperationsModel(
    StageFigures Stages,
    QueueFigures Queues,
    Cached<Overview> Counted,
    IReadOnlyList<Reextraction> Requests,
    IReadOnlyList<AuditEntry> Audit,
    IReadOnlyList<Notice> Notices,
    AuditFigures Accepted,
    CrawlControls Controls,
    IReadOnlyList<Recognition> Recognitions,
    ReextractionBody? Request,
    OperationsNotice? Notice,
    DateTimeOffset Now)
{
    public Overview Overview => Counted.Answer;

    /// <summary>Alarms that a person knows of.</summary>
    public int Acknowledged => Overview.Sources.Count(source => source.IsAcknowledged(Overview.LastNight, Now));

    /// <summary>What is wrong with the pipeline as a whole.</summary>
    public IReadOnlyList<PipelineTrouble> Troubles { get; } = PipelineTrouble.Of(Stages, Queues, Controls.Times, Counted.Answer.LastNight, Now);

    /// <summary>Whether something is broken, and not only doubtful.</summary>
    public bool IsAlarming => Troubles.Count > 0 || Overview.Sources.Any(source => source.Alarm(Overview.LastNight) >= SourceAlarm.Empty && !source.IsAcknowledged(Overview.LastNight, Now));
}

/// <param name="Count">How many it concerned.</param>
/// <param name="Text">What the person typed and could not be taken, with the reason; null elsewhere.</param>
/// <param name="Step">The step that can be taken back; null where none can.</param>
public sealed record OperationsNotice(string Kind, long Count, string? Text = null, string? Step = null);
