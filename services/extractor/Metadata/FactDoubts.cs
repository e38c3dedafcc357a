using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Text;

namespace Pipeline.Extractor.Metadata;

/// <summary>What speaks against the body, the year or the standing of a report though its figures may all be right: the page names two of them, or calls itself a draft.</summary>
internal static partial class FactDoubts
{
    // Some bodies publish on the last days of the year that they report on.
    private const int EarliestMonth = 12;

    // 人民政府, 民政局: names of one kind end alike, so that an office which signs for its government is none of two governments.
    private const int Ending = 2;

    /// <param name="title">The title that the report is filed under.</param>
    /// <param name="others">Titles that the file itself has, and the one nearest to the report's text.</param>
    /// <param name="headings">Headings of its subject on a page that shows no title.</param>
    /// <param name="authority">The body that the report is filed under; null for none.</param>
    public static IEnumerable<Issue> Of(ReportTitle? title, IEnumerable<ReportTitle> others, IEnumerable<string> headings, Authority? authority, ReportYear year, Byline byline)
    {
        ReportTitle[] titles = title is null ? [.. others] : [title, .. others];
        if (headings.Append(title?.Text ?? string.Empty).Select(text => Unfinished().Match(PlainText.Dense(text))).FirstOrDefault(match => match.Success) is { } word)
            yield return new(IssueReasons.Unfinished, IssueSeverity.Warning, $"Its title says {word.Value}: see whether it is a body's own, final report.");
        if (titles.Any(one => Periods().IsMatch(WholeYear.Without(PlainText.Dense(one.Text)))))
            yield return new(IssueReasons.YearContested, IssueSeverity.Warning, "Its title names another period than one year: see what its figures cover.");
        var years = titles.Select(one => one.Year).Append(year.Covered).Append(year.Announced).OfType<int>().Distinct().ToList();
        if (years.Count > 1)
            yield return new(IssueReasons.YearContested, IssueSeverity.Warning, $"It names the years {string.Join(" and ", years)}: see which its figures are of.");
        else if (byline.Published is { } day && year.Value is { } reported && (day.Year < reported || (day.Year == reported && day.Month < EarliestMonth)))
            yield return new(IssueReasons.YearContested, IssueSeverity.Warning, $"It reports on {reported} and was published on {day:yyyy-MM-dd}: see which year its figures are of.");
        if (authority is not null && Strange().IsMatch(authority.Name))
            yield return new(IssueReasons.AuthorityContested, IssueSeverity.Warning, $"{authority.Name} holds signs that names of bodies do not have: see whose report it is.");
        var bodies = titles.Select(one => one.Body).Append(Signature(title, byline)).OfType<string>().Select(PublicBody.Complete).Distinct().ToImmutableArray();
        if (bodies.Any(body => body.Split('、') is [_, _, ..] parts && parts.All(PublicBody.IsName)) || bodies.Any(one => bodies.Any(other => AreTwo(one, other))))
            yield return new(IssueReasons.AuthorityContested, IssueSeverity.Warning, $"It names {string.Join(" and ", bodies)}: see whose report it is.");
    }

    // The foot of a county's page under the report of a township is no signature.
    private static string? Signature(ReportTitle? title, Byline byline) =>
        byline.Signature is { } signed && title?.Body is { } body && PublicBody.LevelOf(signed) == PublicBody.LevelOf(PublicBody.Complete(body)) ? signed : null;

    private static bool AreTwo(string one, string other) =>
        one.Length > Ending && other.Length > Ending && one[^Ending..] == other[^Ending..] && !Abridges(one, other) && !Abridges(other, one);

    // 县政府办 of 石桥县人民政府办公室.
    private static bool Abridges(string brief, string full)
    {
        var at = 0;
        foreach (var sign in full)
            at += at < brief.Length && brief[at] == sign ? 1 : 0;
        return at == brief.Length;
    }

    [GeneratedRegex(@"模[板版]|样[表本例]|范[例本]|示例|参考文本|征求意见稿|送审稿|讨论稿|[草初]稿|汇总|汇编", RegexOptions.CultureInvariant)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"[^\p{L}\p{Cs}·、()（）]|[A-Za-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Strange();

    [GeneratedRegex(@"20\d{2}年?度?[-—–~至到、和与及]+20\d{2}年|[上下]半年|季度|\d月份?(?!\d*日)", RegexOptions.CultureInvariant)]
    private static partial Regex Periods();
}
