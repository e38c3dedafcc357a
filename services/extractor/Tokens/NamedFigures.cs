using System.Text.RegularExpressions;
using Pipeline.Extractor.Forms;

namespace Pipeline.Extractor.Tokens;

/// <summary>
/// Takes sentences apart that list the figures of a row behind its name: 予以公开：自然人3，商业企业0，总计3。 or 予以公开 -> 自然人=3 / 商业企业=0. Gives up
/// where a name is no column of the form, where fewer than three stand there, and where other words do.
/// </summary>
internal sealed partial class NamedFigures(LabelLexicon lexicon)
{
    private const int Fewest = 3;

    /// <summary>Range of the row's name, empty where none stands before the figures, then those of the names and values of the figures; null for other texts.</summary>
    public (Range Row, (Range Name, Range Value)[] Figures)? Of(string text)
    {
        // Behind each name stands a sign or its figure.
        if (Begins().Count(text) < Fewest)
            return null;
        var list = List().Match(text);
        if (!list.Success)
            return null;
        var names = list.Groups["name"].Captures;
        var values = list.Groups["value"].Captures;
        if (names.Count < Fewest || !names.All(name => IsColumn(name.Value)))
            return null;
        var row = list.Groups["row"];
        if (row.Value.Trim().Length > 0 && lexicon.Match(row.Value).IsEmpty)
            return null;
        return (RangeOf(row), [.. names.Zip(values, (name, value) => (RangeOf(name), RangeOf(value)))]);
    }

    private bool IsColumn(string name) => lexicon.Match(name).Any(match => match.Label.Axis == Axis.Column);

    private static Range RangeOf(Capture part) => part.Index..(part.Index + part.Length);

    [GeneratedRegex(@"[：:=＝+\d—－/无-]", RegexOptions.CultureInvariant)]
    private static partial Regex Begins();

    // A figure needs a sign before it or digits of its own, else headers in a line would do.
    [GeneratedRegex(
        @"^\s*(?:(?<row>[^=＝]{2,80}?)\s*(?:[：:]|[-—=]+>|→|⇒|\s)\s*)?(?:(?<name>[\u4E00-\u9FFF]{2,12})\s*(?:[：:=＝]\s*(?<value>(?>[+-]?[\d０-９][\d０-９,]*(?:[.．][\d０-９]+)?(?:件|个|次|万元|元)?|[-—－/]+|无)?)|(?<value>(?>[+-]?[\d０-９][\d０-９,]*(?:[.．][\d０-９]+)?(?:件|个|次|万元|元)?|[-—－/]+|无)))\s*(?:[，,、；;|/。]\s*|\s|$))+$",
        RegexOptions.CultureInvariant)]
    private static partial Regex List();
}
