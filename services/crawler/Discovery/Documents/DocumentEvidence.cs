using Pipeline.Crawler.Discovery.Scoring;

namespace Pipeline.Crawler.Discovery.Documents;

/// <summary>Whether a page may itself be a report, so that the extractor should read it. Cheap and generous: the extractor decides.</summary>
/// <param name="IsCandidate">Send it.</param>
/// <param name="NamesReports">Whether title, headings or the link's text announce reports: links of the page inherit it.</param>
/// <param name="Reason">The evidence, for people.</param>
public sealed record DocumentEvidence(bool IsCandidate, bool NamesReports, string Reason)
{
    // Phrases of the report's six sections and of its form; two different ones are no coincidence.
    private static readonly string[] Marks =
    [
        "总体情况", "主动公开政府信息", "收到和处理政府信息公开申请", "行政复议", "行政诉讼", "存在的主要问题", "改进情况", "其他需要报告的事项", "依申请公开", "本年新收政府信息公开申请",
        "结转下年度", "勾稽关系", "第二十条第", "信息公开条例", "统计期限", "行政规范性文件", "处理决定数量", "现行有效件数", "自然人",
    ];

    // The shortest real report in the field is a page of prose without tables.
    private const int ShortestReport = 300;

    private const int FewestMarks = 3;

    // A list of reports repeats the title in its links and says little else.
    private const double ListShare = 0.6;

    /// <param name="linkText">Text of the link that led here.</param>
    /// <param name="hasAttachment">Whether the page links a document that is named like a report.</param>
    public static DocumentEvidence Of(PageView page, string linkText, bool hasAttachment)
    {
        var elements = page.Elements;
        var text = PlainWords.Of(elements.Text);
        var title = PlainWords.Of($"{elements.Title} {elements.Meta("ArticleTitle")} {string.Join(' ', elements.Headings.Take(5))}");
        var named = ReportWords.NamesReport(title) || ReportWords.NamesAnnual(title);
        var announced = named || ReportWords.NamesReport(linkText) || ReportWords.NamesAnnual(linkText) || ReportWords.NamesReport(PlainWords.Of(elements.Meta("ColumnName") ?? ""));
        var marks = Marks.Count(mark => text.Contains(mark, StringComparison.Ordinal));
        if (marks >= FewestMarks && (elements.TableCells >= 20 || text.Length >= ShortestReport))
            return new(true, announced, $"{marks} phrases of the report's sections");
        if (!announced)
            return new(false, false, "announces no report");
        if (text.Length > 0 && elements.LinkTextLength > ListShare * text.Length && elements.TableCells < 20)
            return new(false, true, "a list");
        if (marks >= 1 && (named || text.Length >= ShortestReport))
            return new(true, true, "named like a report, and speaks like one");
        if (hasAttachment)
            return new(false, true, "the report is in its attachment");
        return elements.TableCells >= 20 || OwnText(elements) >= ShortestReport || elements.Images >= 3 && named
            ? new(true, true, "named like a report")
            : new(false, true, "named like a report, but holds next to nothing");
    }

    private static int OwnText(PageElements elements) => elements.TextLength - elements.LinkTextLength;
}
