using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Alignment;

/// <summary>
/// The order of the applicant columns where only the order of words is left: as one line of headers prints it, else the official one, or
/// the total first where the rows add up that way.
/// </summary>
internal static class ApplicantOrder
{
    private static ImmutableArray<string> Applicants => ["natural_person", "commercial", "research", "social", "legal_service", "other"];

    /// <summary>As in the official forms.</summary>
    public static ImmutableArray<string> Official { get; } = [.. Applicants, "total"];

    private static readonly ImmutableArray<string> TotalFirst = ["total", .. Applicants];

    // 自然人 | 法人或其他组织 | 总计 over 商业企业 … 其他: the official header in reading order.
    private static readonly ImmutableArray<string> OfficialInTwoLines = ["natural_person", "total", .. Applicants[1..]];

    /// <returns>The order; null when the headers stand in an order of their own that reading order does not tell.</returns>
    public static ImmutableArray<string>? Of(ImmutableArray<TokenRun> runs)
    {
        if (runs.Select(run => HeaderInOneLine(run.Labels)).FirstOrDefault(order => order is not null) is { } printed)
            return printed;
        if (Headers(runs) is { Length: 7 } headers && !headers.SequenceEqual(OfficialInTwoLines) && !headers.SequenceEqual(Official) && !headers.SequenceEqual(TotalFirst))
            return null;
        var rows = runs.Where(run => run.Nearest?.As(TableName.Applications, Axis.Row) is not null)
            .Select(run => Windows.Cut(run, Window.First, Official.Length)).OfType<ImmutableArray<PageToken>>()
            .Select(cells => cells.Select(cell => cell.Number.Value ?? 0).ToArray())
            .Where(row => row.Any(number => number != 0))
            .ToList();
        return rows.Count(row => row[0] == row[1..].Sum()) > rows.Count(row => row[^1] == row[..^1].Sum()) ? TotalFirst : Official;
    }

    private static ImmutableArray<string> Headers(ImmutableArray<TokenRun> runs) =>
        runs.FirstOrDefault(run => run.Nearest?.As(TableName.Applications, Axis.Row)?.Label.Key == "new") is { } first
            ? [.. first.Labels.Where(IsTableCell).Select(token => token.As(TableName.Applications, Axis.Column)?.Label.Key).OfType<string>().Distinct()] : [];

    // Lines of a text dump break headers up; only cells of a table keep their order.
    private static bool IsTableCell(PageToken token) => token.Source is HtmlLocator { Row: not null } or DocxLocator { Row: not null };

    // Two-line headers put 总计 before 商业企业 in reading order: only a header that stands in one line tells.
    private static ImmutableArray<string>? HeaderInOneLine(ImmutableArray<PageToken> labels) => labels
        .Select(token => (token.Line, token.As(TableName.Applications, Axis.Column)?.Label.Key))
        .Where(header => header.Key is not null)
        .GroupBy(header => header.Line, header => header.Key!)
        .Select(line => (ImmutableArray<string>?)[.. line])
        .FirstOrDefault(line => line!.Value.Length >= 5 && line.Value.Contains("total") && line.Value.Contains("natural_person") && line.Value.Distinct().Count() == line.Value.Length);
}
