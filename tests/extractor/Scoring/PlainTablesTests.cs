using System.Text;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Tests.Seen;

namespace Pipeline.Extractor.Tests.Scoring;

/// <summary>Whose mistake a broken sum is, where a digit less would mend it.</summary>
public sealed class PlainTablesTests
{
    [Fact]
    public async Task On_plain_tables_a_slip_is_the_publishers() => Assert.All((await Read("10", "")).Violations, violation => Assert.Equal(ViolationCause.Publisher, violation.Cause));

    [Theory]
    [InlineData("<b>1</b>0", "")]
    [InlineData("<span style=\"letter-spacing:-1px\">10</span>", "")]
    [InlineData("<span style=\"-webkit-text-security:disc\">10</span>", "")]
    [InlineData("<span style=\"something-new:1\">10</span>", "")]
    [InlineData("<span class=x>10</span>", "<style>.x{text-transform:something}</style>")]
    public async Task Where_a_trick_has_room_it_is_not(string cell, string head) =>
        Assert.Contains((await Read(cell, head)).Violations, violation => violation.Cause != ViolationCause.Publisher);

    // The total of the granted applications reads 10 for 0: without its first digit the sums would hold.
    private static async Task<AnnualReport> Read(string cell, string head)
    {
        var page = Encoding.UTF8.GetString(SeenReport.Page("12", head));
        var row = page.IndexOf("（一）予以公开</th>", StringComparison.Ordinal);
        var last = page.LastIndexOf("<td>0</td>", page.IndexOf("</tr>", row, StringComparison.Ordinal), StringComparison.Ordinal);
        return await SeenReport.Read(Encoding.UTF8.GetBytes(string.Concat(page.AsSpan(0, last), $"<td>{cell}</td>", page.AsSpan(last + "<td>0</td>".Length))), "text/html");
    }
}
