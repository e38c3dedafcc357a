using Pipeline.Contracts.Forms;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Text;

namespace Pipeline.Crawler.Discovery.Documents;

/// <summary>Whether a page may itself be a report, so that the extractor should read it. Cheap and generous: the extractor decides.</summary>
/// <param name="IsCandidate">Send it.</param>
/// <param name="NamesReports">Whether title, headings or the link's text announce reports: links of the page inherit it.</param>
/// <param name="Reason">The evidence, for people.</param>
internal sealed record DocumentEvidence(bool IsCandidate, bool NamesReports, string Reason)
{
    // The shortest real report in the field is a page of prose without tables.
    private const int ShortestReport = 300;

    private const int FewestMarks = 3;

    // One that is no emblem of the site may be as small as a page of text.
    private const int FewestImages = 3;

    // A list of reports repeats the title in its links and says little else.
    private const double ListShare = 0.6;

    // A report names those of other years in its text, not as lines of their own.
    private const int FewestRows = 4;

    // The name of a report, with a number and a day beside it.
    private const int LongestRow = 90;

    /// <param name="linkText">Text of the link that led here.</param>
    /// <param name="hasAttachment">Whether the page links a document that is named like a report.</param>
    /// <param name="pictures">Those of <see cref="ReportPictures"/>.</param>
    public static DocumentEvidence Of(PageView page, string linkText, bool hasAttachment, Lazy<IReadOnlyList<Uri>> pictures)
    {
        var elements = page.Elements;
        var text = PlainText.Dense(elements.Text);
        var title = PlainText.Dense($"{elements.Title} {elements.Meta("ArticleTitle")} {string.Join(' ', elements.Headings.Take(5))}");
        var named = ReportWords.NamesReport(title) || ReportWords.NamesAnnual(title);
        var announced = named || ReportWords.NamesReport(linkText) || ReportWords.NamesAnnual(linkText) || ReportWords.NamesReport(PlainText.Dense(elements.Meta("ColumnName") ?? ""));
        var marks = FormCatalog.Current.DefaultGenre.Crawl.Marks.Count(mark => text.Contains(mark, StringComparison.Ordinal));
        if (marks >= FewestMarks && (elements.TableCells >= 20 || text.Length >= ShortestReport))
            return new(true, announced, $"{marks} phrases of the report's sections");
        if (!announced)
            return new(false, false, "announces no report");
        if (text.Length > 0 && elements.LinkTextLength > ListShare * text.Length && elements.TableCells < 20)
            return new(false, true, "a list");
        if (Rows(elements) >= FewestRows)
            return new(false, true, "a list whose rows are no links");
        if (marks >= 1 && (named || text.Length >= ShortestReport))
            return new(true, true, "named like a report, and speaks like one");
        if (hasAttachment)
            return new(false, true, "the report is in its attachment");
        return elements.TableCells >= 20 || OwnText(elements) >= ShortestReport || named && (elements.Images.Count >= FewestImages || pictures.Value.Count > 0)
            ? new(true, true, "named like a report")
            : new(false, true, "named like a report, but holds next to nothing");
    }

    // Titles of reports outside links: a script opens them.
    private static int Rows(PageElements elements) => elements.OwnText.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line.Length is > 6 and <= LongestRow && line.Any(char.IsAsciiDigit) && ReportWords.NamesReport(line)).Distinct(StringComparer.Ordinal).Count();

    private static int OwnText(PageElements elements) => elements.TextLength - elements.LinkTextLength;
}
