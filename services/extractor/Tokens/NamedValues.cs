using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Tokens;

/// <summary>Takes lines apart in which every figure is named: 予以公开　自然人：3，商业企业：0 or 予以公开 自然人=3;商业企业=.</summary>
internal static partial class NamedValues
{
    // A sentence may name a figure or two.
    private const int Fewest = 3;

    /// <summary>Ranges of the names and of the values behind them, empty where nothing follows; null when the text holds anything else.</summary>
    public static ImmutableArray<(Range Name, Range Value)>? Of(string text)
    {
        if (Signs().Count(text) < Fewest)
            return null;
        var pairs = Pair().Matches(text);
        if (pairs.Count < Fewest || pairs.Sum(pair => pair.Length) != text.Length)
            return null;
        return [.. pairs.Select(pair => (RangeOf(pair.Groups["name"]), RangeOf(pair.Groups["value"])))];
    }

    // What stands between a name and its value.
    [GeneratedRegex("[：:=＝]", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    private static Range RangeOf(Group group) => group.Index..(group.Index + group.Length);

    // A comma may stand within a name; behind a value it ends the pair.
    [GeneratedRegex(@"\G[\s，,；;|、/]*(?<name>[^：:=＝；;|]*?[^：:=＝，；;|\s])\s*[：:=＝]\s*(?<value>(?:[+-]?[\d０-９](?:[\d０-９,.]*[\d０-９])?(?:万元|[件元个项次])?|[-—－/无]*))。?(?:\s*$|(?=[\s，,；;|、/]))(?:[\s，,；;|、/]+$)?", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();
}
