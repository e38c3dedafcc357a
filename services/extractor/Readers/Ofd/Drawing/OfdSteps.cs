using System.Globalization;

namespace Pipeline.Extractor.Readers.Ofd.Drawing;

/// <summary>The steps from each character to the next: numbers, or <c>g n d</c> for n times the step d.</summary>
internal static class OfdSteps
{
    /// <param name="most">Steps that can be of use: a count in a file may be any number.</param>
    public static IReadOnlyList<double> Of(string? text, int most)
    {
        var steps = new List<double>();
        var tokens = (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < tokens.Length && steps.Count < most; i++)
        {
            if (tokens[i] is "g" or "G" && i + 2 < tokens.Length && Number(tokens[i + 1]) is { } count && Number(tokens[i + 2]) is { } step)
            {
                steps.AddRange(Enumerable.Repeat(step, (int)Math.Clamp(count, 0, most - steps.Count)));
                i += 2;
            }
            else if (Number(tokens[i]) is { } single)
            {
                steps.Add(single);
            }
        }
        return steps;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && Math.Abs(number) < 1e6 ? number : null;
}
