using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.Contracts;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Reports;

namespace Pipeline.Host.Tests.Composition;

/// <summary>What the bus does to a record: nothing. Locators of every kind, blanks and decimals arrive as they were sent.</summary>
public sealed class MessageRoundTripTests
{
    [Fact]
    public async Task A_record_arrives_as_it_was_sent()
    {
        var arrived = new TaskCompletionSource<DocumentExtracted>();
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddMassTransit(bus => bus.UsingInMemory((_, memory) => memory.ReceiveEndpoint("capture", endpoint =>
            endpoint.Handler<DocumentExtracted>(context => Task.FromResult(arrived.TrySetResult(context.Message))))));
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        using var host = builder.Build();
        await host.StartAsync();
        var sent = Message();

        await host.Services.GetRequiredService<IBus>().Publish(sent);

        Assert.Equal(JsonSerializer.Serialize(sent), JsonSerializer.Serialize(await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30))));
        await host.StopAsync();
    }

    private static DocumentExtracted Message() => new()
    {
        RequestId = Guid.NewGuid(),
        Document = new DocumentReference
        {
            Url = "http://www.example.gov.cn/a?x=1",
            Source = "县",
            RunId = Guid.NewGuid(),
            FetchId = Guid.NewGuid(),
            Snapshot = SnapshotHash.Of("x"u8),
            Facts = new FetchFacts
            {
                RequestedUrl = new Uri("http://www.example.gov.cn/a"),
                FinalUrl = new Uri("http://www.example.gov.cn/年报"),
                FetchedAt = new DateTimeOffset(2025, 1, 2, 3, 4, 5, 678, TimeSpan.Zero),
                Status = 200,
                Headers = [new("Set-Cookie", "a=1"), new("Set-Cookie", "b=2")],
                RedirectChain = [new Uri("http://www.example.gov.cn/b")],
            },
        },
        Result = new ExtractionResult { Outcome = ExtractionOutcome.Reports, Reading = new ReadingFacts("1", "html/1", "text/html", "magic", "gb18030", "meta"), Reports = [Report()] },
    };

    private static AnnualReport Report() => new()
    {
        Form = "2021",
        Year = 2024,
        Authority = "青岚县人民政府",
        Level = AdministrativeLevel.County,
        Title = null,
        Published = new DateOnly(2025, 1, 2),
        Sections = new Dictionary<string, string> { ["overview"] = "一、总体情况" },
        Cells =
        [
            Cell("a.html", 1.50m, new HtmlLocator("html>body>table", 1, 2)),
            Cell("a.pdf", 2, new PdfLocator(1, 2.5, 3, 4, 5)),
            Cell("a.text", -3, new TextLocator(1, 2, 3)),
            Cell("a.docx", 4, new DocxLocator(5, 6, 7)),
            Cell("a.ocr", 5, new OcrLocator(1, 2, 3, 4, 5, 0.5)),
            Cell("a.xlsx", 6, new SheetLocator("表 一", 7, 8)),
            Cell("a.zip", 7, new EntryLocator("年报 2024/100%.docx", new DocxLocator(5, 6, 7))),
            new CellReading(new CellId("a.absent"), null, null, 0.9, null, "none", []),
        ],
        ChecksPassed = 3,
        Violations = [new Violation("row_total:granted", 1, 2.5m, [new CellId("a.html")], ViolationCause.Publisher)],
        Issues = [new Issue("charset", IssueSeverity.Warning, "两种", new TextLocator(1, 1, 0))],
        Confidence = 0.987654321,
        Status = ReviewStatus.Review,
        Trust = SourceTrust.Official,
        Layout = "grid",
    };

    private static CellReading Cell(string id, decimal value, Locator source) => new(new CellId(id), value, " １ ", 0.99, source, "grid.label-header", ["row_total:holds"]);
}
