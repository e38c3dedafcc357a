using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Tests.Robustness;

/// <summary>Where the cells of a report stand in the source text of its page.</summary>
internal static partial class MarkupPlaces
{
    /// <param name="Element">Source of the cell's element, tags included.</param>
    /// <param name="Number">Source of the number in it.</param>
    /// <param name="Row">Source of the table row; null where the cell is in none or the row holds a table.</param>
    public sealed record Place(CellReading Cell, Range Element, Range Number, Range? Row);

    /// <returns>Places of cells that print plain digits in an element of their own.</returns>
    public static IReadOnlyList<Place> Of(Original original)
    {
        if (original.Report is not { } report)
            return [];
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = true, IsKeepingSourceReferences = true }).ParseDocument(original.Text!);
        var alone = report.Cells.Where(cell => cell.Source is HtmlLocator).GroupBy(cell => ((HtmlLocator)cell.Source!).Path, StringComparer.Ordinal).Where(group => group.Count() == 1).SelectMany(group => group);
        return [.. alone.Where(cell => cell.Raw is { Length: > 0 } raw && raw.All(char.IsAsciiDigit)).Select(cell => Find(document, original.Text!, cell)).OfType<Place>()];
    }

    private static Place? Find(IDocument document, string text, CellReading cell)
    {
        if (document.QuerySelector(((HtmlLocator)cell.Source!).Path) is not { SourceReference.Position.Index: var start } element || start < 0)
            return null;
        var inner = new Regex($@"\G<{element.LocalName}\b[^>]*>(?:\s|<[a-z][^<>]*>)*(?<number>{cell.Raw})(?:\s|&nbsp;|</[a-z][^<>]*>)*?(?:</{element.LocalName}\s*>|(?=<t[dhr]\b))", RegexOptions.IgnoreCase);
        var match = inner.Match(text, start);
        if (!match.Success)
            return null;
        var number = match.Groups["number"];
        return new Place(cell, match.Index..(match.Index + match.Length), number.Index..(number.Index + number.Length), RowOf(element, text));
    }

    private static Range? RowOf(IElement element, string text)
    {
        if (element.Closest("tr") is not { SourceReference.Position.Index: var start } row || start < 0 || row.QuerySelector("table") is not null)
            return null;
        var end = RowEnd().Match(text, start + 3);
        return end.Success ? start..(end.Index + (end.Value.StartsWith("</tr", StringComparison.OrdinalIgnoreCase) ? end.Length : 0)) : null;
    }

    [GeneratedRegex(@"</tr\s*>|<tr\b|</t(?:body|able)", RegexOptions.IgnoreCase)]
    private static partial Regex RowEnd();
}
