using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Tests;

/// <summary>Reports for tests: valid, small, and different where a test asks for it.</summary>
internal static class SampleReport
{
    public static AnnualReport Of(string? authority = "清河县民政局", int? year = 2022, string form = "2021", params (string Cell, decimal? Value)[] changes)
    {
        var changed = changes.ToDictionary(change => change.Cell, change => change.Value);
        return new AnnualReport
        {
            Form = form,
            Year = year,
            Authority = authority,
            Level = AdministrativeLevel.County,
            RegionCode = "130534",
            Title = $"{authority}{year}年政府信息公开工作年度报告",
            Published = year is { } y ? new DateOnly(y + 1, 1, 20) : null,
            Contact = new ContactFacts(Telephone: "0319-1234567"),
            Sections = new Dictionary<string, string> { ["other"] = "无其他需要报告的事项。", ["overview"] = $"{year}年，{authority}认真贯彻落实条例。" },
            Cells = [.. FormCatalog.Current.Form(form).Cells.Select((cell, place) => Reading(cell.Id.ToString(), place, changed.TryGetValue(cell.Id.ToString(), out var value) ? value : place % 7))],
            ChecksPassed = 41,
            Violations = [],
            Issues = [new Issue("charset.declaration-wrong", IssueSeverity.Info, "Declared gb2312, is UTF-8.")],
            Confidence = 0.9876,
            Status = ReviewStatus.Accepted,
            Trust = SourceTrust.Official,
            Layout = "grid",
        };
    }

    private static CellReading Reading(string cell, int place, decimal? value) => new(
        new Contracts.CellId(cell), value, value is null ? "/" : StoredNumber(value.Value), 0.9991,
        new HtmlLocator($"html>body>div:nth-child(3)>table:nth-child(2)>tbody>tr:nth-child({place / 7 + 3})>td:nth-child({place % 7 + 2})", place / 7 + 2, place % 7 + 1),
        "grid.label-header", ["label:exact", "row_total:holds"]);

    private static string StoredNumber(decimal value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
