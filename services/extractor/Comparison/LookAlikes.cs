using System.Globalization;

namespace Pipeline.Extractor.Comparison;

/// <summary>Numbers that a bad picture may show for another: one digit taken for one like it, one too many or one doubled.</summary>
internal static class LookAlikes
{
    private static readonly ILookup<char, char> Alike =
        new[] { "08", "17", "38", "56", "68", "06" }.SelectMany(pair => new[] { (pair[0], pair[1]), (pair[1], pair[0]) }).ToLookup(pair => pair.Item1, pair => pair.Item2);

    /// <param name="number">A count; others have none.</param>
    public static IEnumerable<decimal> Of(decimal number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return digits.All(char.IsAsciiDigit) ? Written(digits).Where(IsPlain).Select(text => decimal.Parse(text, CultureInfo.InvariantCulture)).Distinct() : [];
    }

    private static IEnumerable<string> Written(string digits)
    {
        for (var i = 0; i < digits.Length; i++)
        {
            foreach (var other in Alike[digits[i]])
                yield return $"{digits[..i]}{other}{digits[(i + 1)..]}";
            yield return digits.Remove(i, 1);
            yield return digits.Insert(i, digits[i].ToString());
        }
    }

    private static bool IsPlain(string text) => text.Length == 1 || (text.Length > 1 && text[0] != '0');
}
