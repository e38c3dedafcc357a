using Pipeline.Bodies.Regions;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Documents;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Export;

/// <summary>A record with what people decided about it.</summary>
/// <param name="Reviews">Decisions about the bytes that the record was read from, by cell.</param>
/// <param name="RegionName">Of its division, in Chinese; null where that is unknown.</param>
public sealed record ExportedRecord(StoredRecord Record, IReadOnlyDictionary<CellId, CellReview> Reviews, string? RegionName)
{
    /// <summary>Site of the document that it was read from.</summary>
    public string Site => SiteName.Of(Record.Current.SourceUrl);

    /// <summary>Its page, below the address where the pages are served.</summary>
    public string Page => RecordAddress.Of(Record.Key);

    /// <summary>The province that it lies in; null where its division is unknown or the whole country.</summary>
    public LocalizedText? Province => ProvinceNames.Of(Record.Current.Report.RegionCode);

    /// <summary>The value to use: what a person decided where one has, else what the machine read.</summary>
    public decimal? Best(CellReading cell) => Reviews.TryGetValue(cell.Cell, out var review) ? review.Value : cell.Value;

    internal static ExportedRecord Of(StoredRecord record, IEnumerable<CellReview> reviews, IRegionNames regions) => new(
        record, reviews.Where(review => review.IsAbout(record.Current.Snapshot)).ToDictionary(review => review.Cell), record.Current.Report.RegionCode is { } code ? regions.NameOf(code) : null);
}
