using System.Buffers.Text;
using System.Text;

namespace Pipeline.Web.Answers;

/// <summary>
/// Where a page of a list begins, as an opaque text: the key of the last item before it, so that a list which grows meanwhile neither repeats nor skips.
/// </summary>
internal static class Cursor
{
    private const int Longest = 4096;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="list">Name of the list: a cursor of one is no cursor of another.</param>
    public static string? Of(string list, string? key) => key is null ? null : Base64Url.EncodeToString(Strict.GetBytes($"{list}\n{key}"));

    /// <summary>False for what we never gave out.</summary>
    /// <param name="key">Null when there is no cursor: the first page.</param>
    public static bool TryRead(string list, string? cursor, out string? key)
    {
        key = null;
        if (string.IsNullOrEmpty(cursor))
            return true;
        if (cursor.Length > Longest || !Base64Url.IsValid(cursor))
            return false;
        try
        {
            var parts = Strict.GetString(Base64Url.DecodeFromChars(cursor)).Split('\n', 2);
            if (parts.Length != 2 || parts[0] != list || parts[1].Length == 0)
                return false;
            key = parts[1];
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
