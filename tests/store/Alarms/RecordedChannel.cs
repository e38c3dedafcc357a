using Pipeline.Contracts.Ports;

namespace Pipeline.Store.Tests.Alarms;

/// <summary>A way to tell people that keeps what it is given, and fails or hangs where a test wants it.</summary>
internal sealed class RecordedChannel : INoticeChannel
{
    public List<(string Subject, string Text, string Json)> Sent { get; } = [];

    public int Attempts { get; private set; }

    public string? Problem { get; set; }

    public bool Hangs { get; set; }

    public string Name => "webhook";

    public async Task Send(string subject, string text, string json, CancellationToken cancellation)
    {
        Attempts++;
        if (Hangs)
            await new TaskCompletionSource().Task;
        if (Problem is not null)
            throw new IOException(Problem);
        Sent.Add((subject, text, json));
    }
}
