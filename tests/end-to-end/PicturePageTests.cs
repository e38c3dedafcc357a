using System.Text.Json;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;
using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Sources;
using Pipeline.Extractor.Readers;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Crawling;
using Pipeline.Host.Display;
using Pipeline.Host.SampleSite;
using Pipeline.Host.Settings;
using Pipeline.Store.Records;
using Pipeline.Tests;

namespace Pipeline.EndToEnd.Tests;

/// <summary>A report whose tables are a picture (<c>tests/samples/scans/table.jpg</c>), from the site to the record and to what a reviewer sees.</summary>
public sealed class PicturePageTests : IDisposable
{
    private const string Title = "平川市水务局2022年政府信息公开工作年度报告";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-pictures-");

    private static string Scans => Path.Combine(RepositoryRoot.Path, "tests", "samples", "scans");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_page_of_pictures_is_crawled_read_and_shown()
    {
        var missing = InstalledPieces.All().Where(piece => piece.Found is null).Select(piece => piece.Name).ToList();
        Assert.SkipUnless(missing.Count == 0, "Not installed: " + string.Join(", ", missing));
        await using var site = await Site();
        var settings = new PipelineSettings { Crawl = new CrawlOptions { Delay = TimeSpan.Zero, AllowPrivate = [site.Address.Authority] } };
        await using var host = await PipelineHost.Start(settings, DataFolder.Create(Path.Combine(_folder.FullName, "data")), WorkerRole.All, TestContext.Current.CancellationToken);

        await host.Get<CrawlRunner>().Run(
            new CrawlPlan { Sources = [SourceReader.Seed(site.Address) with { Name = "pictures", Official = true }] },
            CrawlDisplays.For(new Terminal(Stream.Null, TextWriter.Null, outputIsTerminal: false, interactive: false)),
            TestContext.Current.CancellationToken);

        var record = Assert.Single(await host.Get<RecordQuery>().Find(new RecordFilter { Everything = true }, int.MaxValue, TestContext.Current.CancellationToken));
        var truth = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Scans, "table.json"), TestContext.Current.CancellationToken)).RootElement;
        Assert.All(truth.EnumerateObject(), cell => Assert.Equal(cell.Value.GetDecimal(), record.Current.Report.Cells.Single(read => read.Cell.ToString() == cell.Name).Value));
        var place = Assert.IsType<EntryLocator>(record.Current.Report.Cells.First(cell => cell.Value > 0).Source);
        Assert.Equal(new Uri(site.Address, "/gknb/images/table.jpg").AbsoluteUri, place.Entry);
        // A table alone is no whole report: its other tables wait for a person.
        Assert.Equal(ReviewStatus.Review, record.Current.Report.Status);
        var document = await host.Get<Pipeline.Store.Documents.DocumentLookup>().Latest(record.Current.SourceUrl, TestContext.Current.CancellationToken);
        var shown = await host.Get<ISnapshotViews>().Show(document!, place, 1, TestContext.Current.CancellationToken);
        Assert.Contains("id=\"spot\"", shown.Html, StringComparison.Ordinal);
    }

    private async Task<SampleSiteServer> Site()
    {
        var images = Directory.CreateDirectory(Path.Combine(_folder.FullName, "site", "pages", "gknb", "images"));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "site", "responses.json"), "{}");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "site", "pages", "index.html"), $"<!DOCTYPE html><meta charset=utf-8><title>平川市水务局</title><a href=\"gknb/2022.html\">{Title}</a>");
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "site", "pages", "gknb", "2022.html"),
            $"<!DOCTYPE html><meta charset=utf-8><title>{Title}</title><h1>{Title}</h1><p>一、总体情况</p><p>本年度公开情况如下，请予监督。</p><p><img src=\"images/table.jpg\"></p>");
        File.Copy(Path.Combine(Scans, "table.jpg"), Path.Combine(images.FullName, "table.jpg"));
        return await SampleSiteServer.Start(Path.Combine(_folder.FullName, "site"), port: 0, TestContext.Current.CancellationToken);
    }
}
