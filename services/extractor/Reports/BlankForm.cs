using System.Text.RegularExpressions;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Metadata;
using Pipeline.Extractor.Model;
using Pipeline.Text;

namespace Pipeline.Extractor.Reports;

/// <summary>Recognises templates and instructions for the report by what they are titled: their tables may be filled with samples.</summary>
public static partial class BlankForm
{
    private const int LongestTitle = 60;

    private const int ShortestTitle = 6;

    /// <summary>Whether the page's own title says so, whatever sample titles stand in the form.</summary>
    public static bool IsTitled(SourceDocument document, GenreTitles titles) => Names(document.Title ?? string.Empty, titles)
        || document.Metadata.Any(entry => entry.Name.Equals("ArticleTitle", StringComparison.OrdinalIgnoreCase) && Names(entry.Value, titles));

    /// <summary>Whether one of the first lines says so.</summary>
    public static bool IsNamed(SourceDocument document, GenreTitles titles) => document.Blocks.OfType<TextBlock>().Where(block => !block.IsBoilerplate).Take(6).Select(block => block.Text)
        .Append(document.Title ?? string.Empty)
        .Any(text => text.Length <= LongestTitle && titles.BlankForm.IsMatch(PlainText.Dense(text)));

    /// <summary>
    /// Whether the page is titled as something that borrows the tables: figures of a quarter, a plan, training. Its own title comes first; a report
    /// below it is quoted.
    /// </summary>
    public static bool IsLookAlike(SourceDocument document, GenreTitles titles)
    {
        var own = document.Blocks.OfType<TextBlock>().Where(block => !block.IsBoilerplate && block.Text.Length is >= ShortestTitle and <= LongestTitle).Take(1).Select(block => block.Text)
            .Append(document.Title ?? string.Empty).Where(text => text.Length > 0).ToList();
        return own.Exists(IsOne) && !own.Exists(text => ReportTitle.Of(text, titles) is { Body: not null } title && !IsOne(title.Text));

        bool IsOne(string text) => titles.LookAlike.IsMatch(WholeYear.Without(PlainText.Dense(text)));
    }

    /// <summary>Whether the title leaves the body's name open: ××局, （单位名称）, ____.</summary>
    public static bool IsOpen(ReportTitle? title) => title is not null && OpenName().IsMatch(PlainText.Dense(title.Text));

    // Of a notice that publishes something, what it publishes counts.
    private static bool Names(string title, GenreTitles titles) => PlainText.Dense(title) is var dense && titles.BlankForm.IsMatch(ReportTitle.Promulgated(dense) ?? dense);

    [GeneratedRegex(@"[×xX○]{2,}|_{2,}|某[某市县区镇局]|[(（]?(?:单位|机关|部门)(?:名称|全称)[)）]?", RegexOptions.CultureInvariant)]
    private static partial Regex OpenName();
}
