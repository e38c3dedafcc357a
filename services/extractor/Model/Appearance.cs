using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Model;

/// <summary>
/// Doubts of readers whether a spot looks as it reads. A doubt about a cell names the cell's locator; one without a place concerns every cell. No
/// record with such a cell is accepted.
/// </summary>
public static class Appearance
{
    /// <summary>What the codes of all doubts begin with.</summary>
    public const string Prefix = "appearance.";

    public const string Moved = Prefix + "moved";
    public const string Cut = Prefix + "cut";
    public const string Faint = Prefix + "faint";
    public const string Hidden = Prefix + "hidden";
    public const string Picture = Prefix + "picture";
    public const string Generated = Prefix + "generated";
    public const string Script = Prefix + "script";
    public const string Font = Prefix + "font";
    public const string Order = Prefix + "order";
    public const string Covered = Prefix + "covered";
    public const string Doubled = Prefix + "doubled";
    public const string Embedded = Prefix + "embedded";
    public const string Broken = Prefix + "broken";
    public const string Styles = Prefix + "styles";

    public static Issue Doubt(string code, Locator? where) => new(code, IssueSeverity.Warning, Detail(code), where);

    private static string Detail(string code) => code switch
    {
        Moved => "Text is moved, turned or laid over other text: compare with the page.",
        Cut => "Text may be cut off: compare with the page.",
        Faint => "The colour or size of text is hard to see or not known: compare with the page.",
        Hidden => "Figures stand there that are struck out or cannot be seen: compare with the page.",
        Picture => "A picture, a formula or a drawing stands where figures stand: compare with the page.",
        Generated => "A counter, a list mark or a picture of the style sheet stands beside the text: compare with the page.",
        Script => "A script of the page may write here: compare with the page in a browser.",
        Font => "A font that the document brings along draws the figures, and may draw others: compare with the page.",
        Order => "Text may stand in another order than it is written: compare with the page.",
        Covered => "Something is painted over text: compare with the page.",
        Doubled => "Text is printed twice at one place, differently: compare with the page.",
        Embedded => "Another document is embedded and not read: compare with the document.",
        Broken => "A line break stands within the figure: it may be two.",
        Styles => "The page has more rules of style than are followed here: compare with the page.",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No doubt of appearance."),
    };
}
