using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Forms;

namespace Pipeline.Extractor.Tokens;

/// <summary>Recognises the numbers of a row written one after the other with a sign between: 3、0、0、0, 3/0/0, 3，无，无.</summary>
internal sealed partial class NumberList(LabelLexicon lexicon)
{
    // 12、13 may be an enumeration, 3/12 a page, 1，234 one number.
    private const int Fewest = 3;

    /// <summary>Name and numbers where one sign parts them all: 规章、0、0、2; null for other texts and for names that are no official label.</summary>
    public (Range Name, Range Numbers)? Behind(string text)
    {
        var row = Row().Match(text);
        if (!row.Success || lexicon.Match(row.Groups["name"].Value).IsEmpty)
            return null;
        var numbers = row.Groups["numbers"];
        return (0..row.Groups["name"].Length, numbers.Index..(numbers.Index + numbers.Length));
    }

    /// <summary>Ranges of the numbers; null when the text is no such list.</summary>
    public static ImmutableArray<Range>? Of(string text)
    {
        var list = List().Match(text);
        return list.Success && list.Groups["item"].Captures.Count >= Fewest ? [.. list.Groups["item"].Captures.Select(item => item.Index..(item.Index + item.Length))] : null;
    }

    [GeneratedRegex(@"^(?<name>[^\d、，,；;/]+)[、，,；;/](?<numbers>[-—－无\d].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    // The same sign between all; a slash may only stand for a blank where it does not part the numbers.
    [GeneratedRegex(@"^(?<item>[+-]?\d+(?:\.\d+)?件?|[-—－无]+)(?:(?<sign>[、，,；;/|])(?<item>[+-]?\d+(?:\.\d+)?件?|[-—－无]+))(?:\k<sign>(?<item>[+-]?\d+(?:\.\d+)?件?|[-—－无]+))*[。；;]?$", RegexOptions.CultureInvariant)]
    private static partial Regex List();
}
