using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Recognisers;

/// <summary>Recognises the numbers of a row written one after the other with a sign between: 3、0、0、0, 3/0/0, 3，无，无.</summary>
internal static partial class NumberList
{
    // 12、13 may be an enumeration, 3/12 a page, 1，234 one number.
    private const int Fewest = 3;

    /// <summary>Ranges of the numbers; null when the text is no such list.</summary>
    public static ImmutableArray<Range>? Of(string text)
    {
        var list = List().Match(text);
        return list.Success && list.Groups["item"].Captures.Count >= Fewest ? [.. list.Groups["item"].Captures.Select(item => item.Index..(item.Index + item.Length))] : null;
    }

    // The same sign between all; a slash may only stand for a blank where it does not part the numbers.
    [GeneratedRegex(@"^(?<item>[+-]?\d+(?:\.\d+)?件?|[-—－无]+)(?:(?<sign>[、，,；;/|])(?<item>[+-]?\d+(?:\.\d+)?件?|[-—－无]+))(?:\k<sign>(?<item>[+-]?\d+(?:\.\d+)?件?|[-—－无]+))*[。；;]?$", RegexOptions.CultureInvariant)]
    private static partial Regex List();
}
