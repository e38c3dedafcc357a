using System.Globalization;

namespace Pipeline.Host.Display;

/// <summary>Counts in words: the nought ones left out.</summary>
internal static class CountLines
{
    /// <returns>Such as <c>15 new, 1 failed</c>; <c>none</c> when every count is nought.</returns>
    public static string Of(params IEnumerable<(string Name, long Count)> counts)
    {
        var parts = counts.Where(count => count.Count > 0).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Count} {count.Name}")).ToList();
        return parts.Count == 0 ? "none" : string.Join(", ", parts);
    }

    /// <param name="counts">By a stored name such as <c>refused_by_robots</c>.</param>
    public static string Of(IReadOnlyDictionary<string, long> counts) => Of(counts.Select(count => (count.Key.Replace('_', ' '), count.Value)));
}
