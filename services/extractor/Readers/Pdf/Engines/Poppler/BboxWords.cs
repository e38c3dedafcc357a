using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>
/// Words from the output of <c>pdftotext -bbox</c>. Read by pattern rather than as XML, because a font may map a glyph to a
/// control character, which no XML parser accepts.
/// </summary>
internal static partial class BboxWords
{
    /// <returns>Words of each page in the order of the content stream; turns are not known yet.</returns>
    public static ImmutableArray<ImmutableArray<PdfWord>> Parse(string html)
    {
        var pages = new List<ImmutableArray<PdfWord>.Builder>();
        foreach (Match match in Items().Matches(html))
        {
            if (match.Groups["page"].Success)
                pages.Add(ImmutableArray.CreateBuilder<PdfWord>());
            else if (pages.Count > 0 && Word(match) is { } word)
                pages[^1].Add(word);
        }
        return [.. pages.Select(page => page.ToImmutable())];
    }

    private static PdfWord? Word(Match match)
    {
        var box = new PdfBox(Number(match, "left"), Number(match, "top"), Number(match, "right"), Number(match, "bottom"));
        var text = WebUtility.HtmlDecode(match.Groups["text"].Value).Trim();
        return text.Length > 0 && double.IsFinite(box.Left + box.Top + box.Right + box.Bottom) ? new PdfWord(text, box) : null;
    }

    private static double Number(Match match, string group) =>
        double.TryParse(match.Groups[group].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    [GeneratedRegex("""(?<page><page )|<word xMin="(?<left>[^"]*)" yMin="(?<top>[^"]*)" xMax="(?<right>[^"]*)" yMax="(?<bottom>[^"]*)">(?<text>[^<]*)</word>""")]
    private static partial Regex Items();
}
