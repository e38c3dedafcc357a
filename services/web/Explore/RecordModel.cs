using Pipeline.Store.Bodies;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;
using Pipeline.Web.Api;

namespace Pipeline.Web.Explore;

/// <param name="Region">Name of the region; null when unknown.</param>
/// <param name="Versions">All versions with what each changed, newest first.</param>
/// <param name="Reviews">What people decided, by cell.</param>
/// <param name="Years">The same body's records, by year.</param>
/// <param name="Body">The body that it is about; null where it tells none.</param>
public sealed record RecordModel(
    StoredRecord Record, string? Region, IReadOnlyList<VersionBody> Versions, IReadOnlyDictionary<Contracts.CellId, CellReview> Reviews, IReadOnlyList<StoredRecord> Years, BodyName? Body);
