using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Tells page numbers and the headers and footers that pages repeat from the text that flows.</summary>
internal static partial class RunningLines
{
    /// <summary>Share of the page's height at top and bottom in which a page number is looked for; A4 margins are about 9 %.</summary>
    private const double Margin = 0.1;

    /// <summary>Lines at each end of a page that may repeat on others.</summary>
    private const int Outermost = 2;

    /// <summary>Pages before the one that is numbered 1: a cover and what stands behind it.</summary>
    private const int MostUncounted = 2;

    public static ImmutableHashSet<FlowItem> Among(ImmutableArray<ImmutableArray<FlowItem>> pages)
    {
        var candidates = pages.SelectMany(Candidates).ToList();
        // Rows of figures are alike on many pages, and so are page numbers; neither is what pages repeat.
        var repeated = candidates.Where(item => !item.Line!.Segments.All(segment => CharacterClass.IsFigure(segment.Text))).GroupBy(Signature).Where(group => group.Select(item => item.Page.Number).Distinct().Count() > 1)
            .SelectMany(group => group.Where(item => IsInMargin(item.Box, item.Page, Margin * 1.5)));
        var numbers = PageNumbersAmong([.. candidates.Where(item => IsPageNumber(item.Line!, item.Page))]);
        return ImmutableHashSet.Create<FlowItem>(ReferenceEqualityComparer.Instance, [.. repeated, .. numbers]);
    }

    /// <summary>Whether the line is a page number by its place and wording. Its parts may be spread out, unless it is nothing but digits.</summary>
    public static bool IsPageNumber(TextLine line, UprightPage page) =>
        IsInMargin(line.Box, page, Margin) && PageNumbers().IsMatch(line.Text) && (line.Segments.Length == 1 || !CharacterClass.IsDigit(line.Text[0]));

    /// <summary>A figure alone counts pages as the others do, or those from the first, the second or the third on; another is somebody's.</summary>
    private static IEnumerable<FlowItem> PageNumbersAmong(ImmutableArray<FlowItem> items)
    {
        int? Before(FlowItem item) => int.TryParse(item.Line!.Text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? item.Page.Number - number : null;
        var counts = items.Select(Before).OfType<int>().CountBy(before => before).ToDictionary();
        return items.Where(item => Before(item) is not { } before || before is >= 0 and <= MostUncounted || counts[before] > 1);
    }

    private static IEnumerable<FlowItem> Candidates(ImmutableArray<FlowItem> page) =>
        page.TakeWhile(item => item.Line is not null).Take(Outermost)
            .Concat(page.Reverse().TakeWhile(item => item.Line is not null).Take(Outermost)).Distinct(ReferenceEqualityComparer.Instance).Cast<FlowItem>();

    private static (string, bool) Signature(FlowItem item) =>
        (Digits().Replace(item.Line!.Text, "0"), item.Box.MiddleY < item.Page.Height / 2);

    private static bool IsInMargin(PdfBox box, UprightPage page, double share) =>
        box.MiddleY < page.Height * share || box.MiddleY > page.Height * (1 - share);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\s*(第\s*\d{1,4}\s*页([,，/\s]*共\s*\d{1,4}\s*页)?|[-—–－·]*\s*[1-9]\d{0,3}\s*[-—–－·]*|\d{1,4}\s*/\s*\d{1,4}|[Pp]age\s+\d{1,4}.*)\s*$")]
    private static partial Regex PageNumbers();
}
