namespace Pipeline.Contracts.Ports;

/// <summary>How the message queues stand.</summary>
public interface IQueueFigures
{
    Task<QueueFigures> Read(CancellationToken cancellation);
}

/// <param name="Queues">Empty where messages travel in memory: what waits is then told by the database alone.</param>
/// <param name="Dashboard">Where the broker's own pages are; null when there are none.</param>
/// <param name="Problem">Why the broker does not answer, in one line; null when it does.</param>
public sealed record QueueFigures(IReadOnlyList<QueueFigure> Queues, Uri? Dashboard, string? Problem);

/// <param name="Depth">Messages that wait.</param>
/// <param name="InHand">Messages that a worker has taken and not yet settled.</param>
/// <param name="RateIn">Messages a second that arrive.</param>
/// <param name="RateOut">Messages a second that are settled.</param>
public sealed record QueueFigure(string Name, long Depth, long InHand, double RateIn, double RateOut, long Workers);
