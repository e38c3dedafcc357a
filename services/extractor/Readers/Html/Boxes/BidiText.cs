namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>Text between the marks that force a direction, in the order in which it is shown.</summary>
internal static class BidiText
{
    private const char RightToLeftOverride = '\u202E';

    /// <summary>Whether forced directions lie within one another, or reach beyond the text.</summary>
    public static bool IsEntangled(string text)
    {
        var from = text.IndexOf(RightToLeftOverride, StringComparison.Ordinal);
        var end = from < 0 ? -1 : text.IndexOf('\u202C', from);
        return from >= 0 && (end < 0 || text.AsSpan(from + 1, end - from - 1).IndexOfAnyInRange('\u202A', '\u202E') >= 0);
    }

    public static string AsShown(string text)
    {
        var from = text.IndexOf(RightToLeftOverride, StringComparison.Ordinal);
        if (from < 0)
        {
            return text;
        }

        var end = text.IndexOf('\u202C', from);
        end = end < 0 ? text.Length : end;
        return text[..from] + Reversed(text[(from + 1)..end]) + AsShown(text[Math.Min(end + 1, text.Length)..]);
    }

    public static string Reversed(string text)
    {
        var characters = text.Where(c => c is not (>= '\u202A' and <= '\u202E')).ToArray();
        Array.Reverse(characters);
        return new string(characters);
    }
}
