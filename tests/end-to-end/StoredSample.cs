using System.Text.Json;

[assembly: AssemblyFixture(typeof(Pipeline.EndToEnd.Tests.StoredSample))]

namespace Pipeline.EndToEnd.Tests;

/// <summary>A data folder with a whole crawl in it, whose site has gone since: to see that nothing that follows harms what is stored. Done once for all tests.</summary>
public sealed class StoredSample : IAsyncLifetime
{
    private SampleProcess _sample = null!;

    /// <summary>The records, a line each.</summary>
    public string Export { get; private set; } = "";

    public string Data => _sample.Data("stored");

    /// <summary>Where the site was.</summary>
    public Uri Site => _sample.Site;

    /// <summary>Address of one of the records.</summary>
    public string SourceUrl => JsonDocument.Parse(Export.Split('\n')[0]).RootElement.GetProperty("source_url").GetString()!;

    public async ValueTask InitializeAsync()
    {
        _sample = await SampleProcess.Start();
        await _sample.CrawlToEnd("stored");
        await _sample.EndSite();
        Export = await SampleProcess.Export(Data);
    }

    /// <summary>A data folder of a test's own with the same in it, below <paramref name="folder"/>.</summary>
    public string CopyTo(string folder) => SampleProcess.Copy(Data, Path.Combine(folder, "data"));

    public async Task AssertUntouched() => Assert.Equal(Export, await SampleProcess.Export(Data));

    public ValueTask DisposeAsync() => _sample.DisposeAsync();
}
