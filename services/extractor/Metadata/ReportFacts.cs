using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Metadata.Divisions;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Sections;
using Pipeline.Text;

namespace Pipeline.Extractor.Metadata;

/// <summary>What a report says about itself beyond its tables.</summary>
internal sealed partial record ReportFacts(ReportTitle? Title, Authority? Authority, int? Year, DateOnly? Published, ReportSections Sections, ContactFacts Contact)
{
    // Titles stand in the head of a page; a text dump may have lost its title, so the search must end.
    private const int HeadBlocks = 40;

    private const int ContactBlocks = 30;

    private const int LongestTitleLine = 40;

    /// <summary>Whether nothing but the date of publication speaks for the year.</summary>
    public bool YearIsDerived { get; private init; }

    /// <summary>What speaks against the body, the year or the standing of the report.</summary>
    public ImmutableArray<Issue> Doubts { get; private init; } = [];

    /// <summary>Six-digit code (GB/T 2260) of the division that the body's name begins with; null when it tells none.</summary>
    public string? Region => Authority is null ? null : AdministrativeDivisions.CodeOf(Authority.Name);

    /// <summary>Level of the body. The name tells a township; the table of divisions tells a county-level city from a prefecture.</summary>
    public AdministrativeLevel? Level
    {
        get
        {
            var named = Authority is null ? null : PublicBody.LevelOf(Authority.Name);
            return named == AdministrativeLevel.Township || Region is not { } region ? named : AdministrativeDivisions.LevelOf(region);
        }
    }

    /// <param name="blocks">Blocks of the report.</param>
    public static ReportFacts Of(SourceDocument document, ImmutableArray<Block> blocks, DocumentHints hints, FormFamily family)
    {
        var titles = family.Genre.Titles;
        var headings = ReportSections.HeadingsOf(blocks, family);
        var firstHeading = headings.IsEmpty ? Math.Min(blocks.Length, HeadBlocks) : headings.Values.Min();
        var head = WithoutOtherYears([.. blocks.Take(firstHeading).OfType<TextBlock>()], titles);
        var ofFile = TitlesOfFile(document, titles);
        var title = TitleOf(head, blocks, ofFile.Concat(TitlesIn([hints.LinkText ?? string.Empty], titles)), titles);
        // The page's own title may stand above that of last year's report, a menu of other years above the title.
        var nearest = head.Where(block => !block.IsBoilerplate).Select(block => ReportTitle.Of(block.Text, titles)).OfType<ReportTitle>().TakeLast(1);
        var lines = HeadLines.Of(blocks.Take(firstHeading));
        var titleLine = lines.IndexOf(lines.FirstOrDefault(line => !line.IsBoilerplate && ReportTitle.Of(line.Text, titles) is not null)!);
        var byline = Byline.Of(document.Metadata, lines, titleLine, blocks, headings.IsEmpty ? firstHeading : headings.Values.Max() + 1);
        var sections = ReportSections.Of(blocks, byline.End, family);
        string[] prose = [.. head.Where(block => !block.IsBoilerplate).Select(block => block.Text), .. sections.Text.GetValueOrDefault(family.Headings.Sections.FirstOrDefault(string.Empty), string.Empty).Split('\n')];
        var year = ReportYear.Of(title, [.. prose, .. sections.Text.Values], byline.Published);
        var authority = AuthorityOf(document, title, byline, prose, titles);
        return new ReportFacts(
            title,
            authority,
            year.Value,
            byline.Published,
            sections,
            ContactFinder.Of(string.Concat(blocks.OfType<TextBlock>().Take(ContactBlocks).Select(block => block.Text))))
        {
            YearIsDerived = year.IsDerived,
            Doubts = [.. FactDoubts.Of(title, ofFile.Concat(nearest), titleLine < 0 ? Headings(head, titles) : [], authority, year, byline)],
        };
    }

    private static Authority? AuthorityOf(SourceDocument document, ReportTitle? title, Byline byline, IEnumerable<string> prose, GenreTitles titles)
    {
        var named = Authority.Of(title, byline, prose, titles) ?? (SiteOwner.Of(document) is { } owner ? new Authority(PublicBody.Complete(owner), AuthorityBasis.Site) : null);
        return named is null ? null : named with { Name = PrintedName.Of(named.Name, document) };
    }

    // The title as a heading or line of the page before the title of the file: file titles are shortened and carry the site's name.
    private static ReportTitle? TitleOf(ImmutableArray<TextBlock> head, ImmutableArray<Block> blocks, IEnumerable<ReportTitle> ofFile, GenreTitles titles)
    {
        var printed = head.Where(block => !block.IsBoilerplate).OrderBy(block => block.HeadingLevel ?? 9).Select(block => ReportTitle.Of(block.Text, titles))
            .Concat([WrappedTitle(head, titles)])
            .Concat(blocks.OfType<TextBlock>().Where(block => block.HeadingLevel is not null).Select(block => ReportTitle.Of(block.Text, titles)))
            .OfType<ReportTitle>().Concat(ofFile).ToList();
        return printed.Find(title => title is { Body: not null, Year: not null }) ?? printed.Find(title => title.Body is not null) ?? printed.FirstOrDefault();
    }

    // Titles of several years line under line are a menu of earlier reports where a later one stands alone.
    private static ImmutableArray<TextBlock> WithoutOtherYears(ImmutableArray<TextBlock> head, GenreTitles titles)
    {
        var years = head.Select(block => block.IsBoilerplate ? null : ReportTitle.Of(block.Text, titles)?.Year).ToArray();
        var listed = Enumerable.Range(0, years.Length).Where(i => IsOther(i, i - 1) || IsOther(i, i + 1)).ToHashSet();
        var alone = Enumerable.Range(0, years.Length).Where(i => years[i] is not null && !listed.Contains(i)).Select(i => years[i]).ToList();
        return alone.Count > 0 && alone.Min() > listed.Max(i => years[i]) ? [.. head.Where((_, i) => !listed.Contains(i))] : head;

        bool IsOther(int i, int beside) => years[i] is { } year && beside >= 0 && beside < years.Length && years[beside] is { } other && other != year
            && head[i].HeadingLevel is null && head[beside].HeadingLevel is null && !AreApart(head[i].Source, head[beside].Source);

        static bool AreApart(Locator one, Locator other) => one is not TextLocator line || other is not TextLocator next || Math.Abs(line.Line - next.Line) > 1;
    }

    private static IEnumerable<string> Headings(ImmutableArray<TextBlock> head, GenreTitles titles) =>
        head.Where(block => block.HeadingLevel is not null && titles.Subject.IsMatch(PlainText.Dense(block.Text))).Select(block => block.Text);

    private static ImmutableArray<ReportTitle> TitlesOfFile(SourceDocument document, GenreTitles titles) =>
    [
        .. TitlesIn(document.Metadata.Where(entry => entry.Name.Equals("ArticleTitle", StringComparison.OrdinalIgnoreCase)).Select(entry => entry.Value), titles),
        .. TitlesIn(WholeYear.Without(document.Title ?? string.Empty).Split(['_', '|', '-', '—', '–'], StringSplitOptions.RemoveEmptyEntries), titles),
    ];

    private static IEnumerable<ReportTitle> TitlesIn(IEnumerable<string> texts, GenreTitles titles) =>
        texts.Select(text => ReportTitle.Of(OfFile().Replace(text, string.Empty), titles)).OfType<ReportTitle>();

    // A long title is often set on two or three lines, also broken within its words: the body's name, then the rest, or 工作 | 年度报告.
    private static ReportTitle? WrappedTitle(ImmutableArray<TextBlock> head, GenreTitles titles)
    {
        var lines = head.Where(block => !block.IsBoilerplate).Select(block => PlainText.Dense(block.Text)).Where(line => line.Length is > 1 and <= LongestTitleLine).Take(8).ToList();
        var joined = (from count in Enumerable.Range(2, 2)
                      from start in Enumerable.Range(0, Math.Max(0, lines.Count - count + 1))
                      let parts = lines.Slice(start, count)
                      where PublicBody.IsName(parts[0]) || !parts.Exists(line => titles.Subject.IsMatch(line) && ReportTitle.Of(line, titles) is not null)
                      select ReportTitle.Of(string.Concat(parts), titles)).OfType<ReportTitle>().ToList();
        return joined.Find(title => title is { Body: not null, Year: not null }) ?? joined.FirstOrDefault();
    }

    // What programs and lists of files put around a title.
    [GeneratedRegex(@"^Microsoft Word - |\.(?:txt|pdf|docx?|wps|ofd|html?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfFile();
}
