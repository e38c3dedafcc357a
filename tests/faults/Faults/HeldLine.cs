using System.Net;
using System.Net.Sockets;

namespace Pipeline.Faults.Tests.Faults;

/// <summary>The network between a worker and the broker, which can be held: connections stay open and nothing passes.</summary>
internal sealed class HeldLine : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private volatile TaskCompletionSource _open = Opened();

    public HeldLine(int port)
    {
        _listener.Start();
        _ = Accept(port);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async Task Hold(TimeSpan time)
    {
        _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Task.Delay(time);
        _open.SetResult();
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private async Task Accept(int port)
    {
        while (true)
            _ = Join(await _listener.AcceptTcpClientAsync(_end.Token), port);
    }

    private async Task Join(TcpClient worker, int port)
    {
        using var near = worker;
        using var far = new TcpClient();
        // While the broker restarts there is nobody to connect to: the worker finds its connection closed.
        await far.ConnectAsync(IPAddress.Loopback, port, _end.Token);
        await Task.WhenAny(Pass(near.GetStream(), far.GetStream()), Pass(far.GetStream(), near.GetStream()));
    }

    private async Task Pass(NetworkStream from, NetworkStream to)
    {
        var bytes = new byte[64 << 10];
        while (await from.ReadAsync(bytes, _end.Token) is var count and > 0)
        {
            await _open.Task;
            await to.WriteAsync(bytes.AsMemory(0, count), _end.Token);
        }
    }
}
