using System.Text.Json.Serialization;

namespace Pipeline.Crawler.Fetching;

/// <summary>Why there is no usable answer. The names are stable: they are stored and counted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FetchFailure>))]
public enum FetchFailure
{
    /// <summary>Scheme, port or address is not allowed; nothing was sent there.</summary>
    [JsonStringEnumMemberName("address_refused")] AddressRefused,

    /// <summary>The name does not exist.</summary>
    [JsonStringEnumMemberName("name_unknown")] NameUnknown,

    /// <summary>The name could not be looked up just now.</summary>
    [JsonStringEnumMemberName("name_lookup_failed")] NameLookupFailed,

    /// <summary>No connection: refused, unreachable, or not made in time.</summary>
    [JsonStringEnumMemberName("connect_failed")] ConnectFailed,

    /// <summary>TLS handshake or certificate.</summary>
    [JsonStringEnumMemberName("tls_failed")] TlsFailed,

    /// <summary>Nothing came for as long as we wait: neither a header nor more of the body.</summary>
    [JsonStringEnumMemberName("timed_out")] TimedOut,

    /// <summary>The body was still coming when its time was up: endless, or slower than the least rate.</summary>
    [JsonStringEnumMemberName("too_slow")] TooSlow,

    /// <summary>The server dropped the connection.</summary>
    [JsonStringEnumMemberName("reset")] Reset,

    /// <summary>The body ended before its stated length, its last chunk or the end of its compression.</summary>
    [JsonStringEnumMemberName("truncated")] Truncated,

    /// <summary>What came is not HTTP, or its chunks or compression are broken.</summary>
    [JsonStringEnumMemberName("malformed")] Malformed,

    /// <summary>The header exceeds its bound.</summary>
    [JsonStringEnumMemberName("header_too_large")] HeaderTooLarge,

    /// <summary>The body exceeds its bound.</summary>
    [JsonStringEnumMemberName("too_large")] TooLarge,

    /// <summary>A little compressed data unpacks to very much.</summary>
    [JsonStringEnumMemberName("decompression_bomb")] DecompressionBomb,

    /// <summary>A content encoding that was not asked for and cannot be undone.</summary>
    [JsonStringEnumMemberName("encoding_unknown")] EncodingUnknown,

    /// <summary>A redirect without a target, or to something that is no address.</summary>
    [JsonStringEnumMemberName("bad_redirect")] BadRedirect,

    /// <summary>A media type that never holds a report, such as video: its body was not read.</summary>
    [JsonStringEnumMemberName("media_unwanted")] MediaUnwanted,
}
