using System.Text;

namespace Pipeline.Text;

/// <summary>Text that a page hides as base64.</summary>
public static class Base64Text
{
    /// <returns>Null when it is no base64 of UTF-8 text.</returns>
    public static string? Decode(string encoded)
    {
        var padded = encoded.Trim().Replace('-', '+').Replace('_', '/');
        padded += new string('=', (4 - padded.Length % 4) % 4);
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(padded));
            return text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? null : text;
        }
        catch (Exception exception) when (exception is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}
