namespace Pipeline.Extractor.Tests.Robustness;

internal static class RandomChoice
{
    /// <returns>One of the items; null when there is none.</returns>
    public static T? Pick<T>(this Random random, IReadOnlyList<T> items) where T : class => items.Count == 0 ? null : items[random.Next(items.Count)];

    /// <summary>Another number of as many digits, so that columns set with spaces stay where they are.</summary>
    public static string OtherNumber(this Random random, string number)
    {
        var digits = number.ToCharArray();
        do
        {
            for (var i = 0; i < digits.Length; i++)
                digits[i] = (char)('0' + random.Next(i == 0 && digits.Length > 1 ? 1 : 0, 10));
        }
        while (new string(digits) == number);
        return new string(digits);
    }
}
