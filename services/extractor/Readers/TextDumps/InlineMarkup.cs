using System.Net;
using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Readers.TextDumps;

/// <summary>Removes what is left of a page's markup within a cell of a dump: tags, entities and the stars of Markdown.</summary>
internal static partial class InlineMarkup
{
    public static string Plain(string cell)
    {
        if (cell.AsSpan().IndexOfAny('<', '&', '*') < 0)
            return cell;
        var text = Tag().Replace(cell, string.Empty);
        text = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        return Bold().Replace(text, "$1").Trim();
    }

    [GeneratedRegex(@"</?[A-Za-z][A-Za-z0-9]{0,10}(?:\s[^<>]{0,200})?/?>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\*\*(.+)\*\*$", RegexOptions.CultureInvariant)]
    private static partial Regex Bold();
}
