using System.Text;
using MassTransit;
using Pipeline.Broker.Tests.Servers;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Consumers;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;
using Pipeline.Store.Failures;
using Pipeline.Store.Status;

namespace Pipeline.Broker.Tests;

public sealed class TopologyTests
{
    private static readonly byte[] Notice = Encoding.UTF8.GetBytes("<html><body><h1>通知公告</h1><p>关于召开会议的通知。</p></body></html>");

    [Fact]
    public async Task Every_lasting_queue_is_a_durable_quorum_queue_with_a_delivery_limit()
    {
        await using var deployment = await Deployment.Create();
        await using var host = await deployment.Start(WorkerRole.None);

        var queues = (await RabbitServer.Ask(HttpMethod.Get, $"queues/{deployment.VirtualHost}")).EnumerateArray().Where(queue => !queue.GetProperty("exclusive").GetBoolean()).ToList();

        // Ten that are worked off, with two each for what could not be handled, and the dead letters.
        Assert.Equal((10 * 3) + 1, queues.Count);
        Assert.All(queues, queue =>
        {
            Assert.Equal(("quorum", true), (queue.GetProperty("type").GetString(), queue.GetProperty("durable").GetBoolean()));
            Assert.True(queue.GetProperty("name").GetString() == "dead-letters" || queue.GetProperty("arguments").TryGetProperty("x-delivery-limit", out _));
        });
    }

    [Fact]
    public async Task A_document_announced_before_any_extractor_ever_ran_waits_for_the_first()
    {
        await using var deployment = await Deployment.Create();
        await using (var crawler = await deployment.Start(WorkerRole.None))
            await crawler.Get<IBus>().Publish(new DocumentFetched { Document = await Deployment.Fetch(crawler, "http://www.example.gov.cn/1.html", Notice) });
        Assert.Equal(1u, await deployment.Depth(ExtractorQueues.Fetched));

        await using var workers = await deployment.Start(WorkerRole.Extractor | WorkerRole.Store);

        await Eventually.Is(1, () => Results(workers, "not_a_report"));
    }

    [Fact]
    public async Task Garbage_is_set_aside_and_the_next_message_is_handled()
    {
        await using var deployment = await Deployment.Create();
        await using var host = await deployment.Start(WorkerRole.Extractor | WorkerRole.Store);
        await using (var broker = await Servers.Broker.Open(deployment))
        {
            await broker.Send(ExtractorQueues.Fetched, "no json {"u8.ToArray());
            await broker.Send(ExtractorQueues.Fetched, "text"u8.ToArray(), "text/plain");
            await broker.Send(ExtractorQueues.Fetched, """{"messageType":["urn:message:Pipeline.Contracts.Messages:DocumentFetched"],"message":{"document":{"url":"x"}}}"""u8.ToArray());
            await broker.Send(ExtractorQueues.Fetched, """{"messageType":["urn:message:Elsewhere:SomethingElse"],"message":{"a":1}}"""u8.ToArray());
        }

        await host.Get<IBus>().Publish(new DocumentFetched { Document = await Deployment.Fetch(host, "http://www.example.gov.cn/1.html", Notice) });

        await Eventually.Is(1, () => Results(host, "not_a_report"));
        await Eventually.Is<uint?>(3, () => deployment.Depth($"{ExtractorQueues.Fetched}_error"));
        await Eventually.Is<uint?>(1, () => deployment.Depth($"{ExtractorQueues.Fetched}_skipped"));
        Assert.Equal(0u, await deployment.Depth(ExtractorQueues.Fetched));
    }

    [Fact]
    public async Task A_document_that_ends_every_process_reaches_the_dead_letters_and_shows_as_a_failure()
    {
        await using var deployment = await Deployment.Create();
        await using var host = await deployment.Start(WorkerRole.None);
        await host.Get<IBus>().Publish(new DocumentFetched { Document = await Deployment.Fetch(host, "http://www.example.gov.cn/poison.html", Notice) });
        foreach (var queue in new[] { ExtractorQueues.Fetched, ExtractorQueues.Suspects })
            await DieOverAndOver(deployment, queue);

        Assert.Equal(1u, await deployment.Depth("dead-letters"));
        await using var store = await deployment.Start(WorkerRole.Store);
        await Eventually.Is(1, () => Results(store, "failed"));

        var failure = Assert.Single(await store.Get<FailureQuery>().List(new FailureFilter(), 10, default));
        Assert.Equal(FailureReasons.DeadLetter, failure.Reason);
        Assert.Contains("extract-fetched (delivery_limit)", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_was_only_near_passes_when_it_is_read_alone()
    {
        await using var deployment = await Deployment.Create();
        await using var host = await deployment.Start(WorkerRole.None);
        await host.Get<IBus>().Publish(new DocumentFetched { Document = await Deployment.Fetch(host, "http://www.example.gov.cn/neighbour.html", Notice) });
        await DieOverAndOver(deployment, ExtractorQueues.Fetched);
        Assert.Equal(1u, await deployment.Depth(ExtractorQueues.Suspects));

        await using var workers = await deployment.Start(WorkerRole.Extractor | WorkerRole.Store);

        await Eventually.Is(1, () => Results(workers, "not_a_report"));
    }

    private static async Task DieOverAndOver(Deployment deployment, string queue)
    {
        await using var broker = await Servers.Broker.Open(deployment);
        for (var deaths = 0; deaths < 50; deaths++)
        {
            await broker.TakeAndDie(queue);
            if (await broker.Depth(queue) == 0)
                await Task.Delay(100);
        }

        Assert.Equal(0u, await broker.Depth(queue));
    }

    private static async Task<int> Results(RunningHost host, string result) => (int)(await host.Get<StatusQuery>().Read(1, default)).Results.GetValueOrDefault(result);
}
