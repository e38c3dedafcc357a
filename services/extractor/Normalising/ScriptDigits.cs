using System.Globalization;
using System.Text;

namespace Pipeline.Extractor.Normalising;

/// <summary>Decimal digits of any script, such as ١٢ or 𝟏𝟐, as those of ASCII. Full-width digits are left to <see cref="Pipeline.Text.PlainText"/>.</summary>
internal static class ScriptDigits
{
    public static string Fold(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u05FF') < 0)
            return text;
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is < 0x600 or (>= 0xFF10 and <= 0xFF19) || Rune.GetUnicodeCategory(rune) != UnicodeCategory.DecimalDigitNumber)
                folded.Append(rune.ToString());
            else
                folded.Append((int)Rune.GetNumericValue(rune));
        }

        return folded.ToString();
    }
}
