using System.Text;
using MassTransit;
using Pipeline.Broker.Tests.Servers;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.EndToEnd.Tests;
using Pipeline.Extractor.Consumers;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;
using Pipeline.Store.Failures;
using Pipeline.Store.Status;

namespace Pipeline.Broker.Tests;

public sealed class ReplayTests
{
    private static readonly byte[] Notice = Encoding.UTF8.GetBytes("<html><body><h1>通知公告</h1><p>关于召开会议的通知。</p></body></html>");

    [Fact]
    public async Task Failures_of_a_reason_are_read_again_when_their_cause_is_gone()
    {
        await using var deployment = await Deployment.Create();
        await using var host = await deployment.Start(WorkerRole.Extractor | WorkerRole.Store);
        var document = await Deployment.Fetch(host, "http://www.example.gov.cn/1.html", Notice);
        File.Delete(SnapshotFile(deployment, document));
        await host.Get<IBus>().Publish(new DocumentFetched { Document = document });
        await Eventually.Is(1, () => Results(host, "failed"));
        await host.Get<ISnapshotStore>().Write(Notice, default);

        var others = await Replay(deployment, "--reason", "failed.encrypted");
        var younger = await Replay(deployment, "--older-than", "1h");
        Assert.Contains("sent again: none", others.Error, StringComparison.Ordinal);
        Assert.Contains("sent again: none", younger.Error, StringComparison.Ordinal);
        var replay = await Replay(deployment, "--reason", "failed.snapshot-missing", "--source", "test");

        Assert.Contains("sent again: 1 to be read", replay.Error, StringComparison.Ordinal);
        await Eventually.Is(1, () => Results(host, "not_a_report"));
        Assert.Empty(await host.Get<FailureQuery>().List(new FailureFilter(), 10, default));
    }

    [Fact]
    public async Task Messages_that_were_set_aside_go_back_to_the_queue_they_came_from()
    {
        await using var deployment = await Deployment.Create();
        await using var host = await deployment.Start(WorkerRole.Extractor | WorkerRole.Store);
        var document = await Deployment.Fetch(host, "http://www.example.gov.cn/1.html", Notice);
        var file = SnapshotFile(deployment, document);
        File.Delete(file);
        // What cannot be read for the disk's sake is no property of the document: the message is set aside, the document waits.
        Directory.CreateDirectory(file);
        await host.Get<IBus>().Publish(new DocumentFetched { Document = document });
        await Eventually.Is<uint?>(1, () => deployment.Depth($"{ExtractorQueues.Fetched}_error"));
        Directory.Delete(file);
        await host.Get<ISnapshotStore>().Write(Notice, default);

        var other = await Replay(deployment, "--queues", "--source", "another");
        Assert.Equal("extract-fetched_error: 0 sent again, 1 kept", other.Output.Trim());
        var replay = await Replay(deployment, "--queues", "--reason", "denied", "--source", "test");

        Assert.Equal("extract-fetched_error: 1 sent again, 0 kept", replay.Output.Trim());
        await Eventually.Is(1, () => Results(host, "not_a_report"));
        Assert.Equal(0u, await deployment.Depth($"{ExtractorQueues.Fetched}_error"));
    }

    private static Task<(int ExitCode, string Output, string Error)> Replay(Deployment deployment, params string[] options) =>
        PipelineProcess.Run(["failures", "replay", "--config", deployment.SettingsFile, .. options]);

    private static string SnapshotFile(Deployment deployment, DocumentReference document)
    {
        var name = document.Snapshot.ToString();
        return Path.Combine(deployment.Folder, "data", "snapshots", name[..2], name[2..4], name + ".br");
    }

    private static async Task<int> Results(RunningHost host, string result) => (int)(await host.Get<StatusQuery>().Read(1, default)).Results.GetValueOrDefault(result);
}
