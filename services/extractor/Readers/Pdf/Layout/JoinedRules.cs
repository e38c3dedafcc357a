using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Ruling lines as a person sees them: parts joined, doubles made one, each with the position that it shares with its neighbours.</summary>
internal static class JoinedRules
{
    /// <summary>
    /// Points within which ends and crossings of lines meet: covers double borders and cells drawn as separate rectangles (up to 2 px
    /// apart), and stays below the height of any row of text.
    /// </summary>
    public const double Tolerance = 4;

    /// <summary>Points between one line and the next within which they are one: parts of a double line are closer than rows of text ever are.</summary>
    private const double Spacing = 4;

    /// <summary>Points that such lines may take up together: two double borders with a gap between their cells.</summary>
    private const double Thickest = 8;

    /// <summary>Points by which the dashes of one line may be off it.</summary>
    private const double DashSpacing = 0.5;

    /// <summary>Shorter lines, in points, are underlines of a character, ticks or arrows.</summary>
    private const double Shortest = 6;

    public static ImmutableArray<PdfRule> Of(IEnumerable<PdfRule> rules)
    {
        // Dashes lie exactly in line, so they are joined first; what is short then is a stroke of a letter that is drawn bold.
        var lines = Join(rules, DashSpacing, DashSpacing).Where(rule => rule.Length >= Shortest);
        return [.. Bands(lines).SelectMany(band => Join(band, Spacing, Thickest))];
    }

    /// <summary>Rules that lie the same way in parts, with nothing of any between two of them: columns of one table have nothing to do with those of the next.</summary>
    private static IEnumerable<List<PdfRule>> Bands(IEnumerable<PdfRule> rules)
    {
        var (band, end) = (new List<PdfRule>(), double.MinValue);
        foreach (var rule in rules.OrderBy(rule => rule.IsHorizontal).ThenBy(rule => rule.Start))
        {
            if (band.Count > 0 && (rule.IsHorizontal != band[0].IsHorizontal || rule.Start > end + Tolerance))
            {
                yield return band;
                (band, end) = ([], double.MinValue);
            }
            band.Add(rule);
            end = Math.Max(end, rule.End);
        }
        if (band.Count > 0)
            yield return band;
    }

    private static IEnumerable<PdfRule> Join(IEnumerable<PdfRule> rules, double spacing, double thickest) =>
        rules.GroupBy(rule => rule.IsHorizontal).SelectMany(group => Positions(group, spacing, thickest).SelectMany(JoinAlong));

    private static IEnumerable<List<PdfRule>> Positions(IEnumerable<PdfRule> rules, double spacing, double thickest)
    {
        var cluster = new List<PdfRule>();
        foreach (var rule in rules.OrderBy(rule => rule.Position))
        {
            if (cluster.Count > 0 && (rule.Position - cluster[^1].Position > spacing || rule.Position - cluster[0].Position > thickest))
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
