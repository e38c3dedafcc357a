using MassTransit;
using Pipeline.Broker.Tests.Servers;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.EndToEnd.Tests;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;

namespace Pipeline.Broker.Tests;

public sealed class QueueFiguresTests
{
    [Fact]
    public async Task The_management_plugin_tells_what_waits_and_where_its_own_pages_are()
    {
        await using var deployment = await Deployment.Create();
        var settings = deployment.Settings(transport => transport.Management = RabbitServer.Management.ToString());
        // Nobody reads: what is published waits.
        await using (var host = await PipelineHost.Start(settings, DataFolder.Create(settings.Data), WorkerRole.Extractor, default))
        {
            Assert.NotEmpty((await host.Get<IQueueFigures>().Read(default)).Queues);
        }

        await using var pages = await PipelineHost.Start(Quiet(settings), DataFolder.Create(settings.Data), WorkerRole.Web, default);
        for (var i = 0; i < 3; i++)
            await pages.Get<IBus>().Publish(new DocumentFetched { Document = await Deployment.Fetch(pages, $"http://www.example.gov.cn/{i}.html", [1]) });

        await Eventually.Is(3, async () => (int)(await pages.Get<IQueueFigures>().Read(default)).Queues.Sum(queue => queue.Name.StartsWith("answers-", StringComparison.Ordinal) ? 0 : queue.Depth));
        var figures = await pages.Get<IQueueFigures>().Read(default);
        Assert.Null(figures.Problem);
        Assert.Equal(RabbitServer.Management, figures.Dashboard);
        var waiting = Assert.Single(figures.Queues, queue => queue.Depth == 3);
        Assert.Equal((0, 0), (waiting.InHand, waiting.Workers));
        Assert.Equal(figures.Queues.Select(queue => queue.Name).Order(StringComparer.Ordinal), figures.Queues.Select(queue => queue.Name));
    }

    [Fact]
    public async Task A_user_without_the_tag_is_told_which_it_needs()
    {
        await using var deployment = await Deployment.Create();
        var user = $"plain-{deployment.VirtualHost}";
        await RabbitServer.Ask(HttpMethod.Put, $"users/{user}", """{"password":"plain","tags":""}""");
        await RabbitServer.Ask(HttpMethod.Put, $"permissions/{deployment.VirtualHost}/{user}", """{"configure":".*","write":".*","read":".*"}""");
        var settings = Quiet(deployment.Settings(transport => (transport.Management, transport.Username, transport.Password) = (RabbitServer.Management.ToString(), user, "plain")));
        await using var pages = await PipelineHost.Start(settings, DataFolder.Create(settings.Data), WorkerRole.Web, default);

        var figures = await pages.Get<IQueueFigures>().Read(default);
        await RabbitServer.Ask(HttpMethod.Delete, $"users/{user}");

        Assert.Empty(figures.Queues);
        Assert.Contains("give the user the tag 'monitoring'", figures.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_that_does_not_answer_is_a_line_on_the_page_and_no_error()
    {
        await using var deployment = await Deployment.Create();
        var settings = Quiet(deployment.Settings(transport => transport.Management = $"http://127.0.0.1:{FreePort.Find()}/"));
        await using var pages = await PipelineHost.Start(settings, DataFolder.Create(settings.Data), WorkerRole.Web, default);

        var figures = await pages.Get<IQueueFigures>().Read(default);

        Assert.Empty(figures.Queues);
        Assert.Contains("rabbitmq-plugins enable rabbitmq_management", figures.Problem, StringComparison.Ordinal);
    }

    private static PipelineSettings Quiet(PipelineSettings settings)
    {
        settings.Web.Listen = "127.0.0.1:0";
        return settings;
    }
}
