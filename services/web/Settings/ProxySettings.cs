using System.Net;

namespace Pipeline.Web.Settings;

/// <summary>A reverse proxy that signs people in and tells who they are in a header.</summary>
public sealed class ProxySettings
{
    /// <summary>Header with the person's name, such as "X-Forwarded-User"; unset when there is no such proxy.</summary>
    public string? UserHeader { get; set; }

    /// <summary>Header with the role (read, review, operate); without it everybody has <see cref="Role"/>.</summary>
    public string? RoleHeader { get; set; }

    /// <summary>Role of people whose request names none; read by default.</summary>
    public AccessRole Role { get; set; } = AccessRole.Read;

    /// <summary>Addresses of the proxy: the headers count only when they come from one of these; 127.0.0.1 and ::1 when none is named.</summary>
    public List<string> From { get; } = [];

    public bool IsUsed => !string.IsNullOrEmpty(UserHeader);

    /// <summary>Whether the proxy at this address says who asks.</summary>
    public bool Trusts(IPAddress? remote) => IsUsed && IsFrom(remote);

    /// <summary>Whether this is an address of the proxy.</summary>
    public bool IsFrom(IPAddress? remote) => remote is not null && (From.Count == 0
        ? IPAddress.IsLoopback(remote)
        : From.Any(address => IPAddress.Parse(address).Equals(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote)));

    internal IEnumerable<string> Problems() => From.Where(address => !IPAddress.TryParse(address, out _)).Select(address => $"proxy.from: '{address}' is no IP address");
}
