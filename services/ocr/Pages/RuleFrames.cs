using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Ocr.Pages;

/// <summary>
/// Which long runs of ink are rules: those that are longer than any stroke of print, and those that hang together with one. The strokes of a large title, and
/// the upright ones of all large print, are as long as the sides of a small cell and stand by themselves.
/// </summary>
internal static class RuleFrames
{
    /// <summary>Share of the short side: 20 mm on A4, where titles are 10 mm high at most and strokes of two neighbours may join.</summary>
    private const double Longest = 0.1;

    /// <summary>Share of the short side within which the ends of a rule and the one that it meets are.</summary>
    private const double Meeting = 0.007;

    /// <summary>A page of tables has some seventy; of a pattern nothing is judged, which would take time by the square.</summary>
    private const int Most = 4000;

    /// <param name="side">Short side of the page, in the unit of the rules.</param>
    public static HashSet<PdfRule> Held(IReadOnlyList<PdfRule> rules, double side)
    {
        if (rules.Count > Most)
            return [.. rules];
        var held = rules.Where(rule => rule.Length >= Longest * side).ToHashSet();
        var (waiting, reached) = (rules.Where(rule => !held.Contains(rule)).ToList(), new Queue<PdfRule>(held));
        while (reached.TryDequeue(out var rule))
        {
            foreach (var met in waiting.FindAll(other => Meets(rule, other, Meeting * side)))
            {
                waiting.Remove(met);
                held.Add(met);
                reached.Enqueue(met);
            }
        }
        return held;
    }

    private static bool Meets(PdfRule a, PdfRule b, double within) =>
        a.IsHorizontal != b.IsHorizontal && a.Position >= b.Start - within && a.Position <= b.End + within && b.Position >= a.Start - within && b.Position <= a.End + within;
}
