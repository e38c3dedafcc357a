using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Ruling lines as a person sees them: parts joined, doubles made one, each with the position that it shares with its neighbours.</summary>
internal static class JoinedRules
{
    /// <summary>
    /// Points within which lines are the same line: covers double borders and cells drawn as separate rectangles (up to 2 px apart),
    /// and stays below the height of any row of text.
    /// </summary>
    public const double Tolerance = 4;

    /// <summary>Shorter lines, in points, are underlines of a character, ticks or arrows.</summary>
    private const double Shortest = 6;

    public static ImmutableArray<PdfRule> Of(IEnumerable<PdfRule> rules) =>
        [.. rules.GroupBy(rule => rule.IsHorizontal).SelectMany(group => Positions(group).SelectMany(JoinAlong)).Where(rule => rule.Length >= Shortest)];

    private static IEnumerable<List<PdfRule>> Positions(IEnumerable<PdfRule> rules)
    {
        var cluster = new List<PdfRule>();
        foreach (var rule in rules.OrderBy(rule => rule.Position))
        {
            if (cluster.Count > 0 && rule.Position - cluster[0].Position > Tolerance)
            {
                yield return cluster;
                cluster = [];
            }
            cluster.Add(rule);
        }
        if (cluster.Count > 0)
            yield return cluster;
    }

    private static IEnumerable<PdfRule> JoinAlong(List<PdfRule> cluster)
    {
        var length = cluster.Sum(rule => rule.Length);
        var position = cluster.Sum(rule => rule.Position * rule.Length) / length;
        PdfRule? open = null;
        foreach (var rule in cluster.OrderBy(rule => rule.Start))
        {
            if (open is { } joined && rule.Start <= joined.End + Tolerance)
            {
                open = joined with { End = Math.Max(joined.End, rule.End) };
                continue;
            }
            if (open is { } finished)
                yield return finished;
            open = rule with { Position = position };
        }
        if (open is { } last)
            yield return last;
    }
}
