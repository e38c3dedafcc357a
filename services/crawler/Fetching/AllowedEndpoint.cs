using System.Diagnostics.CodeAnalysis;

namespace Pipeline.Crawler.Fetching;

/// <summary>One endpoint that the operator allows by name, as in <c>--allow-private HOST:PORT</c>.</summary>
/// <param name="Host">Name or address as an address's host part has it, in lower case; IPv6 in brackets.</param>
public sealed record AllowedEndpoint(string Host, int Port)
{
    /// <summary>Reads <c>127.0.0.1:8080</c>, <c>[::1]:8080</c> or <c>portal.test:8080</c>; the port must be stated.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out AllowedEndpoint? endpoint)
    {
        endpoint = null;
        // A default port would vanish from an http address; this scheme has none.
        if (text.AsSpan().ContainsAny("/?#@ ") || !Uri.TryCreate($"endpoint://{text}", UriKind.Absolute, out var bare) || bare.Port is < 1)
            return false;
        if (!Uri.TryCreate($"http://{text}", UriKind.Absolute, out var url))
            return false;
        endpoint = Of(url, bare.Port);
        return true;
    }

    internal static AllowedEndpoint Of(Uri url, int port) => new(url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost.ToLowerInvariant(), port);

    public override string ToString() => $"{Host}:{Port}";
}
