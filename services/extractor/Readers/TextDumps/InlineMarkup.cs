using System.Net;
using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Readers.TextDumps;

/// <summary>Removes what is left of a page's markup within a cell of a dump: tags, entities, and what Markdown writes for bold type, spans, links and signs of its own.</summary>
internal static partial class InlineMarkup
{
    private const int DeepestSpans = 4;

    /// <summary>Whether tags or spans stand in a text, whose styles nobody follows there.</summary>
    public static bool HasTags(string text) => text.Contains("]{", StringComparison.Ordinal) || (text.Contains('<', StringComparison.Ordinal) && Tag().IsMatch(text));

    public static string Plain(string cell)
    {
        if (cell.AsSpan().IndexOfAny("<&*[\\") < 0)
            return cell;
        var text = Tag().Replace(cell, string.Empty);
        text = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        for (var depth = 0; depth < DeepestSpans && Span().IsMatch(text); depth++)
            text = Span().Replace(text, "$1");
        return Escape().Replace(Bold().Replace(text, "$1"), "$1").Trim();
    }

    [GeneratedRegex(@"</?[A-Za-z][A-Za-z0-9]{0,10}(?:\s[^<>]{0,200})?/?>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    // [规章]{style="font-size:12pt"} and [规章](http://…): the text alone is printed. Behind a figure it is the mark of a note: 3[1](#fn1).
    [GeneratedRegex(@"(?<!\d)\[([^\[\]]{0,400})\](?:\{[^{}]{0,400}\}|\((?:https?:|\.{0,2}/|#|javascript:)[^()\s]{0,400}\))", RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    [GeneratedRegex(@"\*\*(?=\S)([^*]+)(?<=\S)\*\*", RegexOptions.CultureInvariant)]
    private static partial Regex Bold();

    // Markdown sets a stroke before signs that it would take for its own: \-, 1\.
    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
