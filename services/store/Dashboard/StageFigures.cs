namespace Pipeline.Store.Dashboard;

/// <summary>What waits and what moves, as the database knows it.</summary>
/// <param name="Waiting">Fetched documents that wait for their result.</param>
/// <param name="OldestWaiting">When the first of them was fetched; null when none waits.</param>
/// <param name="Fetched">Addresses visited in the span.</param>
/// <param name="Settled">Documents whose result came in the span.</param>
/// <param name="Failed">Those of them that failed.</param>
public sealed record StageFigures(long Waiting, DateTimeOffset? OldestWaiting, long Fetched, long Settled, long Failed);
