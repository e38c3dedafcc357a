using Pipeline.EndToEnd.Tests.Spots;

namespace Pipeline.EndToEnd.Tests;

/// <summary>Given the snapshot alone, the locator of every number leads back to what is printed there. The spots are looked up without the readers that made them.</summary>
public sealed class LocatorTests(SampleCrawl crawl)
{
    public static TheoryData<string> Reports => [.. SampleTruth.Paths.Keys];

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Every_locator_leads_to_the_raw_text_in_the_snapshot(string path)
    {
        var record = Assert.Single(crawl.Records, record => new Uri(record.Current.SourceUrl).AbsolutePath == path);
        var spots = SnapshotSpots.Of(await crawl.Snapshot(record), record.Current.Reading);

        var astray = new List<string>();
        foreach (var cell in record.Current.Report.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell.Raw)))
            if (!Bare(await spots.TextAt(cell.Source!)).Contains(Bare(cell.Raw!), StringComparison.Ordinal))
                astray.Add($"{cell.Cell} '{cell.Raw}' at {cell.Source}: '{await spots.TextAt(cell.Source!)}'");

        Assert.Contains(record.Current.Report.Cells, cell => cell.Source is not null);
        Assert.Empty(astray);
    }

    /// <summary>Printed text without the white space that layouts add.</summary>
    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
