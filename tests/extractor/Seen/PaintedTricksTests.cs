using System.Globalization;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Tests.Seen;

/// <summary>Tricks of painting, combined: none gets a wrong number accepted, and what a person reads without hesitation is read.</summary>
public sealed class PaintedTricksTests
{
    private const decimal Seen = 12;

    public static TheoryData<string> Hiding => [.. PaintedTricks.Hiding];

    public static TheoryData<string> Sheets => [.. PaintedTricks.Sheets];

    public static TheoryData<string> Raising => [.. PaintedTricks.Raising];

    public static TheoryData<string, string, string> Shown => [.. PaintedTricks.Shown.Select(trick => new TheoryDataRow<string, string, string>(trick.Head, trick.Attributes, trick.Cell))];

    public static TheoryData<string, string, string> Doubtful => [.. PaintedTricks.Doubtful.Select(trick => new TheoryDataRow<string, string, string>(trick.Head, trick.Attributes, trick.Cell))];

    [Theory]
    [MemberData(nameof(Hiding))]
    public async Task Hidden_digits_are_no_digits(string style)
    {
        var hidden = $"<span style=\"{style}\">9</span>";
        await IsRead($"{hidden}12");
        await IsRead($"12{hidden}");
        await IsRead($"1{hidden}2");
        await IsRead($"<p><b>{hidden}</b>12</p>");
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task Every_way_to_reach_an_element_counts(string sheet)
    {
        foreach (var style in new[] { "display:none", "color:#fff", "opacity:0", "font-size:1px" })
            await IsRead("<span class=x>9</span>12", string.Format(CultureInfo.InvariantCulture, sheet, style));
        await IsRead("<span class=x>9</span>12", "<style>:root{--c:none}</style>" + string.Format(CultureInfo.InvariantCulture, sheet, "display:var(--c)"));
    }

    [Theory]
    [MemberData(nameof(Raising))]
    public async Task Marks_beside_a_number_are_no_digits(string style)
    {
        await IsRead($"12<span style=\"{style}\">1</span>");
        await IsRead($"12<span class=x>1</span>", $"<style>.x{{{style}}}</style>");
        await IsRead($"12<span style=\"{style}\">[1]</span>");
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public Task What_is_shown_is_read(string head, string attributes, string cell) => IsRead(cell, head, attributes);

    [Theory]
    [MemberData(nameof(Doubtful))]
    public async Task What_nobody_here_can_know_is_left_to_a_person(string head, string attributes, string cell) =>
        Assert.Equal(ReviewStatus.Review, (await SeenReport.Read(SeenReport.Page(cell, head, attributes), "text/html")).Status);

    public static TheoryData<string, string> TwoNumbers => [.. PaintedTricks.TwoNumbers.Select(trick => new TheoryDataRow<string, string>(trick.Head, trick.Cell))];

    public static TheoryData<string, string> PiecesApart => [.. PaintedTricks.PiecesApart.Select(trick => new TheoryDataRow<string, string>(trick.Head, trick.Cell))];

    [Theory]
    [MemberData(nameof(TwoNumbers))]
    public async Task Two_numbers_of_a_cell_are_never_joined(string head, string cell)
    {
        var report = await SeenReport.Read(SeenReport.Page(cell, head), "text/html");

        Assert.Equal(ReviewStatus.Review, report.Status);
        Assert.Null(SeenReport.Value(report));
    }

    [Theory]
    [MemberData(nameof(PiecesApart))]
    public async Task Pieces_that_may_be_two_numbers_are_left_to_a_person(string head, string cell) =>
        Assert.Equal(ReviewStatus.Review, (await SeenReport.Read(SeenReport.Page(cell, head), "text/html")).Status);

    private static async Task IsRead(string cell, string head = "", string attributes = "") =>
        Assert.True(SeenReport.Value(await SeenReport.Read(SeenReport.Page(cell, head, attributes), "text/html")) == Seen, cell + head);
}
