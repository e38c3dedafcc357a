using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Text;

namespace Pipeline.Extractor.Metadata;

/// <summary>The year that a report is about: from its title, else the statistical period, else the year that its prose speaks of, else the year before it was published.</summary>
/// <param name="Value">Null when nothing tells it.</param>
/// <param name="IsDerived">Whether nothing but the date of publication speaks for it.</param>
/// <param name="Covered">Year of the statistical period; null when the text states none.</param>
/// <param name="Announced">Year of the report that its preamble publishes (现公布2024年…年度报告); null when it names none.</param>
internal sealed partial record ReportYear(int? Value, bool IsDerived, int? Covered, int? Announced)
{
    public static ReportYear Of(ReportTitle? title, IEnumerable<string> prose, DateOnly? published)
    {
        var texts = prose.Select(PlainText.Dense).ToImmutableArray();
        var covered = texts.Select(Period).FirstOrDefault(year => year is not null);
        var announced = texts.Select(text => Year(Announcement().Match(text))).FirstOrDefault(year => year is not null);
        var stated = title?.Year ?? covered ?? Commonest(texts, published);
        return new ReportYear(stated ?? published?.Year - 1, IsDerived: stated is null && published is not null, covered, announced);
    }

    private static int? Period(string text) => Year(StatisticalPeriod().Match(text));

    private static int? Commonest(ImmutableArray<string> texts, DateOnly? published) => texts
        .SelectMany(text => YearNumber().Matches(text))
        .Select(Year)
        .Where(year => published is null || year <= published.Value.Year)
        .GroupBy(year => year)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key == published?.Year)
        .FirstOrDefault()?.Key;

    private static int? Year(Match match) => match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(20\d{2})年1月1日起?[至到—-](?:20\d{2}年)?12月31日", RegexOptions.CultureInvariant)]
    private static partial Regex StatisticalPeriod();

    [GeneratedRegex(@"现(?:将|予以?公[布开]|公[布开]|发布|向社会公[布开])[^。；;]{0,30}?(?<!\d)(20\d{2})年[^。；;，,]{0,20}报告", RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();

    [GeneratedRegex(@"(?<!\d)(20(?:0[89]|[1-9]\d))年", RegexOptions.CultureInvariant)]
    private static partial Regex YearNumber();
}
