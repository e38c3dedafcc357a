using System.Text;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>Addresses that carry their content: <c>data:text/css,…</c>, <c>data:image/png;base64,…</c>.</summary>
internal static class DataAddress
{
    /// <summary>Null for other addresses, and for one that is damaged.</summary>
    public static string? Text(string address) => Bytes(address) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>Null for other addresses, and for one that is damaged.</summary>
    public static byte[]? Bytes(string address)
    {
        if (!address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || address.IndexOf(',', StringComparison.Ordinal) is not (>= 0 and var comma))
        {
            return null;
        }

        var content = Uri.UnescapeDataString(address[(comma + 1)..]);
        if (!address[..comma].EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
        {
            return Encoding.UTF8.GetBytes(content);
        }

        var bytes = new byte[content.Length];
        return Convert.TryFromBase64String(content, bytes, out var count) ? bytes[..count] : null;
    }
}
