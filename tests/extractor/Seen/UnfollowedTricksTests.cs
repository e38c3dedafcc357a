using System.Globalization;
using System.Text;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Tests.Seen;

/// <summary>What is not followed is a doubt, whatever it shows: a new property of browsers is one without anybody having heard of it.</summary>
public sealed class UnfollowedTricksTests
{
    public static TheoryData<string> Styles => [.. UnfollowedTricks.Styles];

    public static TheoryData<string> Sheets => [.. UnfollowedTricks.Sheets];

    public static TheoryData<string, string, string> Cells => [.. UnfollowedTricks.Cells.Select(trick => new TheoryDataRow<string, string, string>(trick.Head, trick.Attributes, trick.Cell))];

    public static TheoryData<string, string> Pages => [.. UnfollowedTricks.Pages.Select(trick => new TheoryDataRow<string, string>(trick.Written, trick.Otherwise))];

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task A_style_on_a_piece_of_a_figure(string style)
    {
        await Waits(SeenReport.Page($"<span style=\"{style}\">9</span>12"));
        await Waits(SeenReport.Page("12<b><i class=x>9</i></b>", $"<style>.x{{{style}}}</style>"));
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public Task A_sheet_that_may_apply(string sheet) => Waits(SeenReport.Page("<span class=x>9</span>12", string.Format(CultureInfo.InvariantCulture, sheet, "display:none")));

    [Theory]
    [MemberData(nameof(Cells))]
    public Task A_cell(string head, string attributes, string cell) => Waits(SeenReport.Page(cell, head, attributes));

    [Theory]
    [MemberData(nameof(Pages))]
    public Task What_stands_around_the_cells(string written, string otherwise)
    {
        var page = Encoding.UTF8.GetString(SeenReport.Page("12"));
        Assert.Contains(written, page, StringComparison.Ordinal);
        return Waits(Encoding.UTF8.GetBytes(page.Replace(written, otherwise, StringComparison.Ordinal)));
    }

    private static async Task Waits(byte[] page) => Assert.Equal(ReviewStatus.Review, (await SeenReport.Read(page, "text/html")).Status);
}
