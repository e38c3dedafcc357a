using Pipeline.Contracts;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Export;

/// <summary>A record with what people decided about it.</summary>
/// <param name="Reviews">Decisions about the bytes that the record was read from, by cell.</param>
internal sealed record ExportedRecord(StoredRecord Record, IReadOnlyDictionary<CellId, CellReview> Reviews)
{
    public static ExportedRecord Of(StoredRecord record, IEnumerable<CellReview> reviews) =>
        new(record, reviews.Where(review => review.IsAbout(record.Current.Snapshot)).ToDictionary(review => review.Cell));
}
