using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Pipeline.Broker.Tests.Servers;
using Pipeline.Contracts.Messages;
using Pipeline.Crawler.Crawling;
using Pipeline.EndToEnd.Tests;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;
using Pipeline.Store.Status;

namespace Pipeline.Broker.Tests;

public sealed class OperationsTests
{
    private static readonly byte[] Notice = Encoding.UTF8.GetBytes("<html><body><h1>通知公告</h1><p>关于召开会议的通知。</p></body></html>");

    [Fact]
    public async Task A_process_tells_how_it_is_and_what_it_counted()
    {
        await using var deployment = await Deployment.Create();
        var settings = deployment.Settings();
        settings.Operations.Listen = $"127.0.0.1:{FreePort.Find()}";
        await using var host = await PipelineHost.Start(settings, DataFolder.Create(settings.Data), WorkerRole.Extractor | WorkerRole.Store, default);
        await host.Get<MassTransit.IBus>().Publish(new DocumentFetched { Document = await Deployment.Fetch(host, "http://www.example.gov.cn/1.html", Notice) });
        await Eventually.Is(1, async () => (int)(await host.Get<StatusQuery>().Read(1, default)).Results.GetValueOrDefault("not_a_report"));
        using var client = new HttpClient { BaseAddress = new Uri($"http://{settings.Operations.Listen}") };

        Assert.Equal("alive\n", await client.GetStringAsync("/health/live"));
        Assert.Equal("""{"status":"ready","checks":{"database":"ok","broker":"ok","snapshots":"ok","tools":"ok"}}""", await client.GetStringAsync("/health/ready"));
        var metrics = await client.GetStringAsync("/metrics");
        Assert.Contains("pipeline_results{result=\"not_a_report\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("pipeline_set_aside_messages{queue=\"dead-letters\"} 0\n", metrics, StringComparison.Ordinal);
        Assert.Contains("pipeline_message_seconds_count{message=\"DocumentFetched\",outcome=\"done\"}", metrics, StringComparison.Ordinal);

        Directory.Delete(DataFolder.Create(settings.Data).Snapshots, recursive: true);
        using var degraded = await client.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, degraded.StatusCode);
        Assert.Contains("\"status\":\"degraded\"", await degraded.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_trace_follows_a_document_over_the_queues_from_its_delivery_to_its_record()
    {
        var seen = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "MassTransit" or DocumentDelivery.ActivityName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = seen.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await using var deployment = await Deployment.Create();
        // Two hosts with connections of their own: what one knows reaches the other only in the messages.
        await using var extractor = await deployment.Start(WorkerRole.Extractor);
        await using var store = await deployment.Start(WorkerRole.Store);
        var document = await Deployment.Fetch(store, "http://www.example.gov.cn/traced.html", Notice);
        using (var delivery = new ActivitySource(DocumentDelivery.ActivityName).StartActivity("deliver document"))
        {
            await store.Get<MassTransit.IBus>().Publish(new DocumentFetched { Document = document });
        }

        await Eventually.Is(1, async () => (int)(await store.Get<StatusQuery>().Read(1, default)).Results.GetValueOrDefault("not_a_report"));
        await Eventually.Is(true, () => Task.FromResult(seen.Any(activity => Handles(activity, document, "DocumentExtracted"))));

        var root = Assert.Single(seen, activity => activity.OperationName == "deliver document");
        Assert.Contains(seen, activity => activity.TraceId == root.TraceId && Handles(activity, document, "DocumentFetched"));
        Assert.Contains(seen, activity => activity.TraceId == root.TraceId && Handles(activity, document, "DocumentExtracted"));
    }

    private static bool Handles(Activity activity, DocumentReference document, string message) =>
        Equals(activity.GetTagItem("document.url"), document.Url) && activity.Tags.Concat([new("name", activity.DisplayName)]).Any(tag => tag.Value?.Contains(message, StringComparison.Ordinal) == true);
}
