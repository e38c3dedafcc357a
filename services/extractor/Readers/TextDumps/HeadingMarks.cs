using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Readers.TextDumps;

/// <summary>Tells a heading by the signs that light markups set before it, and behind it: Markdown's <c>##</c>, AsciiDoc's and wikis' <c>==</c>, the <c>rubric</c> of reStructuredText.</summary>
internal static partial class HeadingMarks
{
    // No heading is as long, and a hostile line of a megabyte must not be searched.
    private const int LongestHeading = 400;

    /// <param name="line">Without white space around it.</param>
    /// <returns>The heading without its signs and its level from 1; the line as it is and null for what is none.</returns>
    public static (string Text, int? Level) Of(string line)
    {
        if (line.Length is 0 or > LongestHeading || line[0] is not ('#' or '=' or '.') || Marked().Match(line) is not { Success: true } marked)
            return (line, null);
        var signs = marked.Groups["signs"];
        return (marked.Groups["text"].Value, signs.Success ? signs.Length : 1);
    }

    [GeneratedRegex(@"^(?:(?<signs>#{1,6})\s*|(?<signs>={1,6})\s+|\.\.\s+rubric::\s+)(?<text>[^#=\s].*?)(?:\s+[#=]{1,6})?(?:\s*\{[#.][^{}]*\})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();
}
