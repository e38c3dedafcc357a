namespace Pipeline.Extractor.Readers.Html.Text;

/// <summary>Whether a text shows figures, in any script.</summary>
internal static class Digits
{
    public static bool Any(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsDigit(c))
            {
                return true;
            }
        }

        return false;
    }
}
