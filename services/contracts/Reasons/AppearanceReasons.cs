using System.Collections.Immutable;

namespace Pipeline.Contracts.Reasons;

/// <summary>
/// Doubts whether a spot of a document looks as it reads: codes of <see cref="Reports.Issue"/>. One that names a cell's locator concerns that cell,
/// one without a place every cell; no record with such a cell is accepted.
/// </summary>
public static class AppearanceReasons
{
    /// <summary>What all these codes begin with.</summary>
    public const string Prefix = "appearance.";

    public const string Broken = Prefix + "broken";
    public const string Covered = Prefix + "covered";
    public const string Cut = Prefix + "cut";
    public const string Doubled = Prefix + "doubled";
    public const string Embedded = Prefix + "embedded";
    public const string Faint = Prefix + "faint";
    public const string Font = Prefix + "font";
    public const string Generated = Prefix + "generated";
    public const string Hidden = Prefix + "hidden";
    public const string Moved = Prefix + "moved";
    public const string Order = Prefix + "order";
    public const string Picture = Prefix + "picture";
    public const string Script = Prefix + "script";
    public const string Styles = Prefix + "styles";
    public const string Unfollowed = Prefix + "unfollowed";

    public static ImmutableArray<Reason> All { get; } =
    [
        Of(Broken, "a line break stands within a figure, or two numbers in one cell", "数字中间有换行，或同一格内有两个数字"),
        Of(Covered, "something is painted over text", "文字可能被遮盖"),
        Of(Cut, "text may be cut off", "文字可能被截断"),
        Of(Doubled, "text is printed twice at one place", "同一位置重复印有文字"),
        Of(Embedded, "another document is embedded and not read", "内嵌文档未读取"),
        Of(Faint, "the colour or size of text is hard to see or unknown", "文字颜色或字号难以辨认"),
        Of(Font, "a font of the document's own draws figures", "数字由文档自带字体绘制"),
        Of(Generated, "a counter, a list mark or a picture of the style stands beside text", "文字旁有样式生成的内容"),
        Of(Hidden, "figures stand there that are struck out or not seen", "存在被删除线划去或不可见的数字"),
        Of(Moved, "text is moved, turned or laid over other text", "文字被移动、旋转或重叠"),
        Of(Order, "text may stand in another order than it is written", "文字显示顺序可能不同"),
        Of(Picture, "a picture, a formula or a drawing stands where figures stand", "数字处为图片、公式或图形"),
        Of(Script, "a script of the page may write there", "页面脚本可能改写此处"),
        Of(Styles, "styles reach there that are not followed", "此处样式超出所能处理的范围"),
        Of(Unfollowed, "what is painted could not be followed, so hidden text may have been read", "无法跟踪页面绘制过程，可能读入不可见文字"),
    ];

    private static Reason Of(string code, string english, string chinese) => new(code, new(english, chinese), ReasonTone.Doubtful, IsActionable: true);
}
