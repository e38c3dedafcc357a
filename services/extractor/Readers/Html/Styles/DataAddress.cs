using System.Text;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>Addresses that carry their content: <c>data:text/css,…</c>.</summary>
internal static class DataAddress
{
    /// <summary>Null for other addresses, and for one that is damaged.</summary>
    public static string? Text(string address)
    {
        if (!address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || address.IndexOf(',', StringComparison.Ordinal) is not (>= 0 and var comma))
        {
            return null;
        }

        var content = Uri.UnescapeDataString(address[(comma + 1)..]);
        if (!address[..comma].EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
        {
            return content;
        }

        var bytes = new byte[content.Length];
        return Convert.TryFromBase64String(content, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : null;
    }
}
