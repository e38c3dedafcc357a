using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Pipeline.Crawler.Tests.Fetching;

/// <summary>A raw TCP server on a loopback port that answers each request with whatever bytes, pauses and breaks a script says.</summary>
public sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<FaultExchange, Task> _script;
    private readonly Func<Socket, Task<Stream>> _open;
    private readonly Task _accepting;
    private int _connections;

    public FaultServer(Func<FaultExchange, Task> script)
        : this(script, socket => Task.FromResult<Stream>(new NetworkStream(socket)))
    {
    }

    private FaultServer(Func<FaultExchange, Task> script, Func<Socket, Task<Stream>> open)
    {
        _script = script;
        _open = open;
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

    /// <summary>A server that speaks first, whatever the client says.</summary>
    public static FaultServer Greeting(string greeting) => new(exchange => Task.CompletedTask, async socket =>
    {
        await socket.SendAsync(Encoding.Latin1.GetBytes(greeting));
        return new NetworkStream(socket);
    });

    /// <summary>A server with a certificate that it signed itself.</summary>
    public static FaultServer Tls() => new(exchange => exchange.Send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), async socket =>
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        var secured = new SslStream(new NetworkStream(socket));
        await secured.AuthenticateAsServerAsync(certificate);
        return secured;
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
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
            await using var stream = await _open(socket);
            while (await ReadHead(stream) is { } head)
            {
                Requests.Enqueue(head);
                var exchange = new FaultExchange(socket, stream, head, _stop.Token);
                await _script(exchange);
                if (exchange.IsClosed)
                    return;
            }
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException or AuthenticationException)
        {
            // The client went away, or the test is over: both are what many of these tests are about.
        }
    }

    private async Task<string?> ReadHead(Stream stream)
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
