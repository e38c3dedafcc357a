using System.Net;

namespace Pipeline.Crawler.Fetching;

/// <summary>
/// Decides which addresses may be visited: http and https, usual ports, public networks, and what the operator allows by name.
/// Asked twice: of the address as written, before it is queued, and of the network address really connected to, so that no name leads elsewhere.
/// </summary>
public sealed class AddressPolicy(AddressPolicyOptions options)
{
    private readonly HashSet<AllowedEndpoint> _allowed = [.. options.Allowed];

    /// <summary>
    /// Judges an address as written. Odd spellings of IPv4 (<c>0x7f.1</c>, <c>2130706433</c>, <c>0177.0.0.1</c>) mean what browsers take them for: <see cref="Uri"/> has
    /// already made plain addresses of them.
    /// </summary>
    public AddressVerdict Judge(Uri url)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
            return new($"'{Short(url)}' is not an http or https address.");
        if (url.Host.Length == 0)
            return new($"'{Short(url)}' names no host.");
        if (_allowed.Contains(AllowedEndpoint.Of(url, url.Port)))
            return AddressVerdict.Allowed;
        if (!options.Ports.Contains(url.Port))
            return new($"Port {url.Port} of {url.Host} is not one that web sites use; if it is one, allow it with --allow-private {url.Host}:{url.Port} or in the sources file.");
        // The IDN form turns full-width digits and dots into plain ones; a trailing dot does not make a name of an address.
        return IPAddress.TryParse(url.IdnHost.TrimEnd('.'), out var address) ? JudgeNetwork(address, url.Host, url.Port) : AddressVerdict.Allowed;
    }

    /// <summary>Whether the operator allows this very endpoint.</summary>
    public bool IsAllowedByName(Uri url) => _allowed.Contains(AllowedEndpoint.Of(url, url.Port));

    /// <summary>Judges the network address that the host of <paramref name="url"/> led to.</summary>
    public AddressVerdict Judge(Uri url, IPAddress address) =>
        _allowed.Contains(AllowedEndpoint.Of(url, url.Port)) ? AddressVerdict.Allowed : JudgeNetwork(address, url.Host, url.Port);

    private static AddressVerdict JudgeNetwork(IPAddress address, string host, int port) =>
        ReservedNetworks.KindOf(address) is { } kind
            ? new($"{host} is at {address}, which is not a public address ({kind}); if it is meant, allow it with --allow-private {host}:{port} or in the sources file.")
            : AddressVerdict.Allowed;

    private static string Short(Uri url) => url.OriginalString.Length <= 80 ? url.OriginalString : string.Concat(url.OriginalString.AsSpan(0, 80), "…");
}
