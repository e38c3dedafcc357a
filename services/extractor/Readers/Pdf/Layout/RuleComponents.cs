using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Groups joined rules that touch each other: each group may rule one table.</summary>
internal static class RuleComponents
{
    /// <summary>Rules beyond which a page is a drawing and no table; grids of the longest forms have below 400.</summary>
    private const int MostRules = 4000;

    public static ImmutableArray<ImmutableArray<PdfRule>> Of(ImmutableArray<PdfRule> rules)
    {
        if (rules.Length > MostRules)
            return [];
        var horizontal = Enumerable.Range(0, rules.Length).Where(i => rules[i].IsHorizontal).ToArray();
        var vertical = Enumerable.Range(0, rules.Length).Where(i => !rules[i].IsHorizontal).ToArray();
        var sets = new DisjointSets(rules.Length);
        foreach (var h in horizontal)
        {
            foreach (var v in vertical)
            {
                if (Touch(rules[h], rules[v]))
                    sets.Join(h, v);
            }
        }
        return [.. Enumerable.Range(0, rules.Length).GroupBy(sets.Find).Select(group => group.Select(i => rules[i]).ToImmutableArray())];
    }

    private static bool Touch(PdfRule horizontal, PdfRule vertical) =>
        vertical.Position >= horizontal.Start - JoinedRules.Tolerance && vertical.Position <= horizontal.End + JoinedRules.Tolerance
        && horizontal.Position >= vertical.Start - JoinedRules.Tolerance && horizontal.Position <= vertical.End + JoinedRules.Tolerance;
}
