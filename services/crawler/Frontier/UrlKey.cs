using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Crawler.Discovery.Addresses;

namespace Pipeline.Crawler.Frontier;

/// <summary>
/// The number under which an address is known: 64 bits of the hash of its canonical key. Among ten million addresses two share a number with a
/// probability of about three in a million.
/// </summary>
internal static class UrlKey
{
    /// <param name="form">What is posted; null for GET. The state that ASP.NET pages carry along does not count.</param>
    public static long Of(Uri url, string? form = null)
    {
        var key = CanonicalUrl.KeyOf(url);
        if (form is not null)
            key = $"{key} {WithoutState(form)}";
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    private static string WithoutState(string form) => form.Contains("__VIEWSTATE", StringComparison.Ordinal)
        ? string.Join('&', form.Split('&').Where(field => !field.StartsWith("__VIEWSTATE", StringComparison.Ordinal) && !field.StartsWith("__EVENTVALIDATION", StringComparison.Ordinal) && !field.StartsWith("__PREVIOUSPAGE", StringComparison.Ordinal)))
        : form;
}
