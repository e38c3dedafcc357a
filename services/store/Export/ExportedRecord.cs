using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Export;

/// <summary>A record with what people decided about it.</summary>
/// <param name="Reviews">Decisions about the bytes that the record was read from, by cell.</param>
internal sealed record ExportedRecord(StoredRecord Record, IReadOnlyDictionary<CellId, CellReview> Reviews)
{
    /// <summary>The value to use: what a person decided where one has, else what the machine read.</summary>
    public decimal? Best(CellReading cell) => Reviews.TryGetValue(cell.Cell, out var review) ? review.Value : cell.Value;

    public static ExportedRecord Of(StoredRecord record, IEnumerable<CellReview> reviews) =>
        new(record, reviews.Where(review => review.IsAbout(record.Current.Snapshot)).ToDictionary(review => review.Cell));
}
