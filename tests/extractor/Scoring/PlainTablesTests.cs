using System.Globalization;
using System.Text;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Tests.Seen;

namespace Pipeline.Extractor.Tests.Scoring;

/// <summary>Whose mistake a broken sum is, where a digit less would mend it.</summary>
public sealed class PlainTablesTests
{
    [Fact]
    public async Task On_plain_tables_a_slip_is_the_publishers() => Assert.All((await Read("12", "")).Violations, violation => Assert.Equal(ViolationCause.Publisher, violation.Cause));

    [Theory]
    [InlineData("<b>1</b>2", "")]
    [InlineData("<span style=\"letter-spacing:-1px\">12</span>", "")]
    [InlineData("<span style=\"-webkit-text-security:disc\">12</span>", "")]
    [InlineData("<span style=\"something-new:1\">12</span>", "")]
    [InlineData("<span class=x>12</span>", "<style>.x{text-transform:something}</style>")]
    public async Task Where_a_trick_has_room_it_is_not(string cell, string head) =>
        Assert.Contains((await Read(cell, head)).Violations, violation => violation.Cause != ViolationCause.Publisher);

    // The total of the granted applications reads 12 for 2: without its first digit the sums would hold.
    private static async Task<AnnualReport> Read(string cell, string head)
    {
        var page = Encoding.UTF8.GetString(SeenReport.Page("12", head));
        const string Row = "（一）予以公开</td>";
        var start = page.IndexOf(Row, StringComparison.Ordinal);
        var end = page.IndexOf("</tr>", start, StringComparison.Ordinal);
        var last = page.LastIndexOf("<td>", end, StringComparison.Ordinal);
        var own = decimal.Parse(page[(last + 4)..page.IndexOf('<', last + 4)], CultureInfo.InvariantCulture);
        var written = cell.Replace("12", $"1{own}", StringComparison.Ordinal).Replace("</b>2", $"</b>{own}", StringComparison.Ordinal);
        return await SeenReport.Read(Encoding.UTF8.GetBytes(string.Concat(page.AsSpan(0, last + 4), written, page.AsSpan(page.IndexOf('<', last + 4) is var close && close > 0 ? close : end))), "text/html");
    }
}
