using System.Collections.Immutable;

namespace Pipeline.Contracts.Reasons;

/// <summary>What a reader or a check notices about a document: the codes of <see cref="Reports.Issue"/>.</summary>
public static class IssueReasons
{
    /// <summary>Titles and signature name two bodies.</summary>
    public const string AuthorityContested = "authority.contested";

    /// <summary>Only the site around the report names a body.</summary>
    public const string AuthorityOfSite = "authority.of-site";

    /// <summary>The page ends early: whole tables or the last sections are absent.</summary>
    public const string Incomplete = "report.incomplete";

    /// <summary>Its title calls it a draft, a template or a collection.</summary>
    public const string Unfinished = "report.unfinished";

    /// <summary>Titles, period and date of publication speak for two years.</summary>
    public const string YearContested = "year.contested";

    /// <summary>Only the date of publication speaks for the year.</summary>
    public const string YearDerived = "year.derived";

    /// <summary>What says which figure, body or year it is may look otherwise than it reads.</summary>
    public const string LabelDoubtful = "report.label-doubtful";

    /// <summary>Figures stand under the name of an earlier year, and none of the year of the report elsewhere.</summary>
    public const string OtherYear = "report.other-year";

    /// <summary>A number stands beside the place that its labels give it, which is empty.</summary>
    public const string FigureDisplaced = "report.figure-displaced";

    /// <summary>Columns of a table that no rules draw stand in another order than the form's.</summary>
    public const string ColumnsReordered = "report.columns-reordered";

    /// <summary>Another table of the page has the same labels and says something else.</summary>
    public const string RivalTables = "report.rival-tables";

    public const string GlyphsUnmapped = "pdf.glyphs-unmapped";

    /// <summary>A page of pictures is too coarse for its figures to be told apart.</summary>
    public const string OcrCoarse = "ocr.coarse";

    /// <summary>Passes over a figure read different things.</summary>
    public const string OcrDisputed = "ocr.figure-disputed";

    /// <summary>Pages of pictures were left out.</summary>
    public const string OcrPagesUnread = "ocr.pages-unread";

    /// <summary>A table without rules was read from a picture: rows and columns may have slipped.</summary>
    public const string OcrUnruled = "ocr.unruled";

    /// <summary>A page's text, which may differ from what the page shows, was read without its picture.</summary>
    public const string OcrTextAlone = "ocr.text-alone";

    public const string ReadersDiffer = "readers-differ";

    /// <summary>A total is blank beside printed addends: a row that has lost a cell shows so.</summary>
    public const string TotalUnstated = "check.total-unstated";

    public const string ToUnicodeMissing = "pdf.to-unicode-missing";

    public const string CharsetDeclarationWrong = "charset.declaration-wrong";
    public const string CharsetReplacementCharacters = "charset.replacement-characters";
    public const string ContainerEntriesFailed = "container.entries-failed";
    public const string ContainerEntry = "container.entry";
    public const string HtmlTableImage = "html.table-image";
    public const string OcrInferred = "ocr.figure-inferred";
    public const string OcrTextDiffers = "ocr.text-differs";
    public const string OfdPageMissing = "ofd.page-missing";
    public const string OfdPageWithoutText = "ofd.page-without-text";
    public const string PdfEncodingUnknown = "pdf.encoding-unknown";
    public const string PdfPageWithoutText = "pdf.page-without-text";
    public const string PdfReadByOne = "pdf.read-by-one";
    public const string PdfRulesUnread = "pdf.rules-unread";
    public const string PdfTruncated = "pdf.truncated";
    public const string ProseDiffers = "prose.differs";

    public static ImmutableArray<Reason> All { get; } =
    [
        Of(CharsetDeclarationWrong, "its declared charset is wrong", "声明的编码有误", ReasonTone.Neutral),
        Of(CharsetReplacementCharacters, "characters are lost", "有字符丢失"),
        Of(ContainerEntriesFailed, "files of its archive could not be read", "压缩包内有文件无法读取"),
        Of(ContainerEntry, "read from a file in an archive or mail", "读自压缩包或邮件内的文件", ReasonTone.Neutral),
        Of(HtmlTableImage, "its tables may be pictures", "表格可能为图片"),
        Of(OcrCoarse, "its picture is too coarse", "图片分辨率过低"),
        Of(OcrDisputed, "a figure that recognition is not sure of", "有数字识别存疑"),
        Of(OcrInferred, "a figure that its sums decide", "有数字由勾稽关系推断"),
        Of(OcrPagesUnread, "pages of pictures were not recognised", "有图片页未识别"),
        Of(OcrTextAlone, "its text was read, not what it shows", "仅读取文字层，未核对页面图像"),
        Of(OcrTextDiffers, "its text says other figures than its picture", "文字层与页面图像数字不一致"),
        Of(OcrUnruled, "a table in its picture has no rules", "图片中的表格无框线"),
        Of(OfdPageMissing, "a page is missing from the OFD", "OFD 缺页"),
        Of(OfdPageWithoutText, "a page of the OFD is a picture", "OFD 有页面为图片"),
        Of(PdfEncodingUnknown, "characters of a font are unknown", "字体字符未知"),
        Of(PdfPageWithoutText, "a page without text", "有页面无文字"),
        Of(PdfReadByOne, "only one engine reads this PDF", "仅一个引擎可读此 PDF", ReasonTone.Neutral),
        Of(PdfRulesUnread, "its lines could not be read", "表格线无法读取"),
        Of(PdfTruncated, "its end is missing", "文件结尾缺失"),
        Of(ProseDiffers, "its text and its table say different numbers", "文字与表格数字不一致"),
        Of(Incomplete, "tables or sections of the form are absent", "缺少部分表格或章节"),
        Of(LabelDoubtful, "a label or the title may look otherwise than it reads", "有标签或标题的显示可能与文字不一致"),
        Of(OtherYear, "figures stand under the name of another year", "有数字列于其他年份之下"),
        Of(FigureDisplaced, "a number beside the empty place of its cell", "有数字不在其应在的空格内"),
        Of(ColumnsReordered, "the columns of a table without rules stand in another order than the form's", "无框线表格的列序与规定格式不同"),
        Of(RivalTables, "two of its tables have the same labels and different figures", "有两张表标签相同而数字不同"),
        Of(Unfinished, "its title calls it a draft, a template or a collection", "标题称其为草稿、模板或汇总"),
        Of(YearContested, "it names two years or another period", "年份前后不一或统计期不是一年"),
        Of(AuthorityContested, "it names two bodies", "标题与落款的机关不一致"),
        Of(YearDerived, "its year is guessed from its date", "年份由发布日期推断"),
        Of(GlyphsUnmapped, "glyphs without a known character", "有字形无对应字符"),
        Of(ToUnicodeMissing, "a font does not say its characters", "字体缺少字符映射"),
    ];

    private static Reason Of(string code, string english, string chinese, ReasonTone tone = ReasonTone.Doubtful) =>
        new(code, new(english, chinese), tone, IsActionable: tone == ReasonTone.Doubtful);
}
