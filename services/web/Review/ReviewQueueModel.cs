using Pipeline.Store.Reviews;

namespace Pipeline.Web.Review;

/// <param name="Next">Cursor of the next page; null on the last.</param>
/// <param name="Finished">Record that the person has just finished with; null else.</param>
public sealed record ReviewQueueModel(IReadOnlyList<QueuedRecord> Records, long Waiting, string? Next, long? Finished);
