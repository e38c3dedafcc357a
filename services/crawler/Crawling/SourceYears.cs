using System.Text.RegularExpressions;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Frontier;

namespace Pipeline.Crawler.Crawling;

/// <summary>Which years the reports of a source are of, and whether they stand in a column. Pure.</summary>
/// <param name="Documents">Documents found, tonight and before.</param>
/// <param name="New">Those found since the crawl began.</param>
/// <param name="InColumn">Years, and documents that name none, of the list that holds most.</param>
/// <param name="Years">Years that links to documents name, in order.</param>
/// <param name="Missing">Years between the first and the last that is due of which nothing was found.</param>
public sealed partial record SourceYears(int Documents, int New, int InColumn, IReadOnlyList<int> Years, IReadOnlyList<int> Missing)
{
    // Two may stand anywhere, among the news of a home page too.
    private const int FewestOfColumn = 3;

    // Reports are due on 31 March of the year after.
    private const int MonthAfterDue = 4;

    /// <summary>Whether reports stand in a list, and not here and there.</summary>
    public bool HasColumn => InColumn >= FewestOfColumn;

    /// <summary>Whether they do, and no year is missing.</summary>
    public bool IsWhole => HasColumn && Years.Count >= FewestOfColumn && Missing.Count == 0;

    /// <param name="documents">Addresses of the source that hold documents.</param>
    /// <param name="since">When the crawl began.</param>
    public static SourceYears Of(IReadOnlyCollection<FoundDocument> documents, DateTimeOffset since, DateTimeOffset now)
    {
        var years = documents.Select(document => YearOf(document.LinkText)).OfType<int>().Distinct().Order().ToList();
        var due = now.Month >= MonthAfterDue ? now.Year - 1 : now.Year - 2;
        List<int> missing = years.Count == 0 ? [] : [.. Enumerable.Range(years[0], Math.Max(0, due - years[0] + 1)).Except(years)];
        var column = documents.GroupBy(document => Column(document.Referrer), StringComparer.Ordinal)
            .Select(list => list.Select(document => YearOf(document.LinkText)).OfType<int>().Distinct().Count() + list.Count(document => YearOf(document.LinkText) is null)).DefaultIfEmpty().Max();
        return new(documents.Count, documents.Count(document => document.FoundAt >= since), column, years, missing);
    }

    /// <summary>The year that a text names; null when it names none that a report may be of.</summary>
    public static int? YearOf(string text) => Year().Match(text) is { Success: true } match ? int.Parse(match.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null;

    // The parts of one list, and the lists of bodies and years, have addresses of one shape below one folder.
    private static string Column(Uri? list)
    {
        if (list is null)
            return "";
        var shape = UrlShape.Of(list).Shape;
        return list.Authority + shape[..(shape.LastIndexOf('/') + 1)];
    }

    [GeneratedRegex(@"(?<!\d)20[0-4]\d(?!\d)")]
    private static partial Regex Year();
}
