using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Documents;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Export;

/// <summary>A record with what people decided about it.</summary>
/// <param name="Key">Names the record for ever: site, body and year, or the document that it stands in.</param>
/// <param name="Reviews">Decisions about the bytes that the record was read from, by cell.</param>
public sealed record ExportedRecord(string Key, StoredRecord Record, IReadOnlyDictionary<CellId, CellReview> Reviews)
{
    /// <summary>Site of the document that it was read from.</summary>
    public string Site => SiteName.Of(Record.Current.SourceUrl);

    /// <summary>Its page, below the address where the pages are served.</summary>
    public string Page => FormattableString.Invariant($"/explore/{Record.Current.RecordId}");

    /// <summary>The value to use: what a person decided where one has, else what the machine read.</summary>
    public decimal? Best(CellReading cell) => Reviews.TryGetValue(cell.Cell, out var review) ? review.Value : cell.Value;

    internal static ExportedRecord Of(string key, StoredRecord record, IEnumerable<CellReview> reviews) =>
        new(key, record, reviews.Where(review => review.IsAbout(record.Current.Snapshot)).ToDictionary(review => review.Cell));
}
