using System.Text.Json;

namespace Pipeline.EndToEnd.Tests;

public sealed class KilledCrawlTests(StoredSample whole)
{
    [Fact]
    public async Task A_crawl_killed_three_times_ends_with_the_same_records_as_one_left_alone()
    {
        await using var sample = await SampleProcess.Start();
        foreach (var stored in new[] { 1, 6, 12 })
            await CrawlAndKill(sample, stored);
        await sample.CrawlToEnd("killed");

        // The same pages at another port of this machine.
        var export = (await SampleProcess.Export(sample.Data("killed"))).Replace(sample.Site.Authority, whole.Site.Authority, StringComparison.Ordinal);
        var records = Records(export);
        Assert.Equal(SampleTruth.Paths.Count, records.Count);
        Assert.Equal(Records(whole.Export), records);
        Assert.Equal(Snapshots(whole.Data), Snapshots(sample.Data("killed")));
    }

    private static async Task CrawlAndKill(SampleProcess sample, int stored)
    {
        using var process = sample.Crawl("killed");
        while (Snapshots(sample.Data("killed")).Count < stored)
        {
            Assert.False(process.HasEnded, "The crawl ended before it could be killed.");
            await Task.Delay(5);
        }

        await process.Kill();
    }

    private static List<string> Snapshots(string data) => Directory.Exists(Path.Combine(data, "snapshots"))
        ? [.. Directory.EnumerateFiles(Path.Combine(data, "snapshots"), "*.br", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>What each record says, without the times at which it was made.</summary>
    private static List<string> Records(string export) => [.. export.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Timeless(JsonDocument.Parse(line).RootElement)).Order(StringComparer.Ordinal)];

    private static string Timeless(JsonElement record) => string.Join('\n', new[] { "authority", "year", "form", "status", "confidence", "source_url", "snapshot", "extractor", "cells", "violations" }
        .Select(name => $"{name} {record.GetProperty(name).GetRawText()}"));
}
