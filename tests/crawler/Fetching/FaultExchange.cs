using System.Net.Sockets;
using System.Text;

namespace Pipeline.Crawler.Tests.Fetching;

/// <summary>One request at the fault server, and the means to answer it badly.</summary>
public sealed class FaultExchange(Socket socket, Stream stream, string head, CancellationToken stop)
{
    public string Head { get; } = head;

    /// <summary>Second word of the request line.</summary>
    public string Path { get; } = head.Split(' ')[1];

    public bool IsClosed { get; private set; }

    public CancellationToken Stop { get; } = stop;

    /// <summary>Sends text as Latin-1 bytes.</summary>
    public Task Send(string text) => Send(Encoding.Latin1.GetBytes(text));

    public Task Send(byte[] bytes) => stream.WriteAsync(bytes, Stop).AsTask();

    public Task Send(string head, byte[] body) => Send([.. Encoding.Latin1.GetBytes(head), .. body]);

    /// <summary>Ends the connection in order.</summary>
    public void Close()
    {
        IsClosed = true;
        socket.Shutdown(SocketShutdown.Both);
    }

    /// <summary>Ends the connection with a reset.</summary>
    public void Reset()
    {
        IsClosed = true;
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    /// <summary>Says nothing more until the test is over.</summary>
    public Task Hang() => Task.Delay(Timeout.Infinite, Stop);
}
