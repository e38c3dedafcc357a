using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pipeline.Crawler.Tests.Fetching;

/// <summary>A raw TCP server on a loopback port that answers each request with whatever bytes, pauses and breaks a script says.</summary>
public sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<FaultExchange, Task> _script;
    private readonly Task _accepting;
    private int _connections;

    public FaultServer(Func<FaultExchange, Task> script)
    {
        _script = script;
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Url => new($"http://127.0.0.1:{Port}/page.html");

    /// <summary>Heads of the requests, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public int Connections => _connections;

    /// <summary>A server that gives the same bytes to each request and keeps the connection.</summary>
    public static FaultServer Answering(string answer) => new(exchange => exchange.Send(answer));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task Accept()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                serving.Add(Serve(socket));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task Serve(Socket socket)
    {
        using var owned = socket;
        try
        {
            await using var stream = new NetworkStream(socket);
            while (await ReadHead(stream) is { } head)
            {
                Requests.Enqueue(head);
                var exchange = new FaultExchange(socket, stream, head, _stop.Token);
                await _script(exchange);
                if (exchange.IsClosed)
                    return;
            }
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client went away, or the test is over: both are what many of these tests are about.
        }
    }

    private async Task<string?> ReadHead(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _stop.Token) > 0)
        {
            head.Add(one[0]);
            if (head.Count >= 4 && head[^4..] is [13, 10, 13, 10])
                return Encoding.Latin1.GetString([.. head]);
        }

        return null;
    }
}
