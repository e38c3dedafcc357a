using System.Text.Json;

namespace Pipeline.EndToEnd.Tests;

/// <summary>A data folder with a whole crawl in it, whose site has gone since: to see that nothing that follows harms what is stored.</summary>
public sealed class StoredSample : IAsyncLifetime
{
    private SampleProcess _sample = null!;
    private string _export = "";

    public string Data => _sample.Data("stored");

    /// <summary>Address of one of the records.</summary>
    public string SourceUrl => JsonDocument.Parse(_export.Split('\n')[0]).RootElement.GetProperty("source_url").GetString()!;

    public async ValueTask InitializeAsync()
    {
        _sample = await SampleProcess.Start();
        await _sample.CrawlToEnd("stored");
        await _sample.EndSite();
        _export = await _sample.Export("stored");
    }

    public async Task AssertUntouched() => Assert.Equal(_export, await _sample.Export("stored"));

    public ValueTask DisposeAsync() => _sample.DisposeAsync();
}
