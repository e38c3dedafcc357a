using System.Net;
using System.Net.Sockets;

namespace Pipeline.Crawler.Fetching;

/// <summary>
/// Connects to a host after judging the very network addresses that it connects to: a name that changes its address between a check and the
/// connection gains nothing.
/// </summary>
internal sealed class GuardedConnection(AddressPolicy policy)
{
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var url = context.InitialRequestMessage.RequestUri!;
        // The system's resolver cannot be called off; waiting for it can.
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation).WaitAsync(cancellation);
        var allowed = Array.FindAll(found, address => policy.Judge(url, address).IsAllowed);
        if (allowed.Length == 0)
            throw found.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new AddressRefusedException(policy.Judge(url, found[0]).Refusal!);
        // IPv4 first: the sites are there, and a broken IPv6 route would cost the whole time to connect.
        Array.Sort(allowed, (one, other) => one.AddressFamily.CompareTo(other.AddressFamily));
        return await ConnectFirst(allowed, context.DnsEndPoint.Port, cancellation);
    }

    private static async ValueTask<Stream> ConnectFirst(IPAddress[] addresses, int port, CancellationToken cancellation)
    {
        for (var i = 0; ; i++)
        {
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(addresses[i], port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (i < addresses.Length - 1)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
