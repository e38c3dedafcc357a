using System.Globalization;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Bodies;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;

namespace Pipeline.Web.Api;

/// <summary>Everything that another person needs to find a number again.</summary>
/// <param name="Value">The value to use; null where the page leaves the cell blank.</param>
/// <param name="Printed">As the page prints it.</param>
/// <param name="PageUrl">Address of the publisher's page.</param>
/// <param name="Snapshot">SHA-256 of the page's bytes as they were fetched.</param>
/// <param name="Where">The spot in them; null where the page has no such cell.</param>
/// <param name="Confidence">Probability that the value is what the page says; of a reviewed cell that of the machine's reading.</param>
/// <param name="ReviewedBy">Who decided about the cell; null where nobody has.</param>
/// <param name="RecordPage">Address of the citation, below that of the pages; it stays when the database is made anew, which the number may not.</param>
/// <param name="Text">The citation in words.</param>
public sealed record Citation(
    BodyName? Body, string? Authority, int? Year, CellId Cell, LocalizedText Label, decimal? Value, string? Unit, string? Printed, string PageUrl, SnapshotHash Snapshot, DateTimeOffset FetchedAt, Locator? Where,
    double Confidence, string? ReviewedBy, long RecordId, string RecordPage, int Version, DateOnly CitedOn, LocalizedText Text)
{
    /// <param name="standing">The decision about these bytes; null where there is none.</param>
    public static Citation Of(StoredRecord record, FormCell cell, CellReview? standing, BodyName? body, DateOnly today)
    {
        var (version, report) = (record.Current, record.Current.Report);
        var reading = report.Cells[cell.Index];
        var value = standing is null ? reading.Value : standing.Value;
        return new Citation(
            body, report.Authority, report.Year, cell.Id, cell.Name, value, cell.Unit, reading.Raw, version.SourceUrl, version.Snapshot, version.FetchedAt, reading.Source, reading.Confidence, standing?.Reviewer,
            version.RecordId, RecordAddress.Of(record.Key, cell.Id), version.Number, today, new LocalizedText(English(version, report, cell, reading, value, standing, today), Chinese(version, report, cell, reading, value, standing, today)));
    }

    private static string English(RecordVersion version, AnnualReport report, FormCell cell, CellReading reading, decimal? value, CellReview? standing, DateOnly today) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Authority}, {FormCatalog.Current.GenreOf(report.Form).Name.English}, {report.Year}, {cell.Name.English} ({cell.Name.Chinese}): {Number(value, "blank")}{(cell.Unit is null ? "" : $" {cell.Unit}")}. {version.SourceUrl}, fetched {Day(version.FetchedAt)}, SHA-256 {version.Snapshot}{SpotOf(reading.Source, " at ")}. Confidence {Certain(reading)}{(standing is null ? "" : $", reviewed by {standing.Reviewer}")}. Cited {today:yyyy-MM-dd}.");

    private static string Chinese(RecordVersion version, AnnualReport report, FormCell cell, CellReading reading, decimal? value, CellReview? standing, DateOnly today) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Authority}：{report.Year}年{FormCatalog.Current.GenreOf(report.Form).Name.Chinese}，{cell.Name.Chinese}：{Number(value, "空白")}{(cell.Unit is null ? "" : $"（{cell.Unit}）")}。{version.SourceUrl}，{Day(version.FetchedAt)}采集，SHA-256 {version.Snapshot}{SpotOf(reading.Source, "，位置 ")}。置信度{Certain(reading)}{(standing is null ? "" : $"，{standing.Reviewer}已复核")}。引用日期{today:yyyy-MM-dd}。");

    private static string Number(decimal? value, string blank) => value is { } number ? number.ToString("0.######", CultureInfo.InvariantCulture) : blank;

    // Rounded down: what is not certain is never cited as 1.
    private static string Certain(CellReading reading) => (Math.Floor(reading.Confidence * 1000) / 1000).ToString("0.000", CultureInfo.InvariantCulture);

    // Days in China, where the sites are.
    private static string Day(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string SpotOf(Locator? locator, string before) => locator is null ? "" : before + Spot(locator);

    /// <summary>The spot in symbols that read in both languages, counted from 1.</summary>
    private static string Spot(Locator locator) => locator switch
    {
        HtmlLocator { Row: { } row, Column: { } column } html => Plain($"{html.Path} [{row + 1}, {column + 1}]"),
        HtmlLocator html => html.Path,
        PdfLocator pdf => Plain($"p. {pdf.Page} ({pdf.Left:0}, {pdf.Top:0}, {pdf.Right:0}, {pdf.Bottom:0})"),
        OcrLocator ocr => Plain($"p. {ocr.Page} ({ocr.Left:0}, {ocr.Top:0}, {ocr.Right:0}, {ocr.Bottom:0})"),
        TextLocator text => Plain($"{text.Line}:{text.Column}"),
        DocxLocator docx => Plain($"#{docx.Block + 1} [{docx.Row + 1}, {docx.Column + 1}]"),
        SheetLocator sheet => Plain($"{sheet.Sheet} [{sheet.Row + 1}, {sheet.Column + 1}]"),
        EntryLocator entry => $"{entry.Entry} {Spot(entry.Inner)}",
        _ => locator.ToString(),
    };

    private static string Plain(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
