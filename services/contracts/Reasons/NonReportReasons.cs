using System.Collections.Immutable;

namespace Pipeline.Contracts.Reasons;

/// <summary>Why a document that was read is no report.</summary>
public static class NonReportReasons
{
    /// <summary>What every such code begins with.</summary>
    public const string Prefix = "not-a-report.";

    public const string Challenge = Prefix + "challenge";

    public const string NotFound = Prefix + "not-found";

    public const string Empty = Prefix + "empty";

    public const string List = Prefix + "list";

    public const string News = Prefix + "news";

    public const string Notice = Prefix + "notice";

    public const string Guide = Prefix + "guide";

    public const string Other = Prefix + "other";

    /// <summary>What borrows the name or the form of a report: figures of a quarter, an exercise.</summary>
    public const string BorrowedForm = Prefix + "borrowed-form";

    /// <summary>A report of the years in which the genre had no tables.</summary>
    public const string BeforeTables = Prefix + "before-2019";

    /// <summary>A report whose tables are not there as text.</summary>
    public const string NoTables = Prefix + "no-tables";

    public static ImmutableArray<Reason> All { get; } =
    [
        Of(BeforeTables, "a report older than the statutory tables", "法定表格实施前的年报"),
        Of(BorrowedForm, "something else under a report's name or form", "借用年报名称或表格的其他材料"),
        Of(Challenge, "a page that asks for a browser", "需浏览器验证的页面"),
        Of(Empty, "no text", "无文字"),
        Of(Guide, "a guide to information disclosure", "信息公开指南"),
        Of(List, "a list of reports", "年报列表"),
        Of(News, "news about reports", "关于年报的新闻"),
        Of(NoTables, "a report without its tables as text", "年报无可读表格", isActionable: true),
        Of(NotFound, "a page that says that there is none", "页面提示不存在"),
        Of(Notice, "a notice about reports or their blank form", "关于年报的通知或空白表"),
        Of(Other, "none of the statutory tables", "不含法定表格"),
    ];

    private static Reason Of(string code, string english, string chinese, bool isActionable = false) => new(code, new(english, chinese), ReasonTone.Neutral, isActionable);
}
