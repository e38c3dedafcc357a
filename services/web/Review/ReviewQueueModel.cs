using Pipeline.Contracts.Ports;
using Pipeline.Store.Reviews;

namespace Pipeline.Web.Review;

/// <param name="Fitting">Records of the filter.</param>
/// <param name="Waiting">All records that wait.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
/// <param name="Finished">Record that the person has just finished with; null else.</param>
/// <param name="Skipped">Record that the person has just passed by; null else.</param>
/// <param name="Regions">Provinces to choose from.</param>
/// <param name="Wrong">Parameter that cannot be used; null when all can.</param>
public sealed record ReviewQueueModel(
    IReadOnlyList<QueuedRecord> Records, long Fitting, long Waiting, string? Next, long? Finished, long? Skipped, QueueParameters Filter, IReadOnlyList<Region> Regions, string? Wrong);
