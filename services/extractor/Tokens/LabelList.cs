using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Forms;

namespace Pipeline.Extractor.Tokens;

/// <summary>
/// Takes headers apart that a line writes as a list: 信息内容：本年制发件数、本年废止件数, 信息内容、本年制发件数 or 行政复议（结果维持、结果纠正、其他结果）. Gives up where a part is no
/// official label.
/// </summary>
internal sealed partial class LabelList(LabelLexicon lexicon)
{
    private const double SureLabel = 0.9;

    /// <summary>Ranges of the labels in order, the one before colon or bracket first; null when the text is no such list.</summary>
    public ImmutableArray<Range>? Of(string text)
    {
        if (!Sign().IsMatch(text))
            return null;
        var list = List().Match(text) is { Success: true } headed ? headed : Bare().Match(text);
        if (!list.Success)
            return null;
        var parts = list.Groups["item"].Captures.Prepend(list.Groups["name"]).Where(part => part.Length > 0).ToList();
        return parts.Count > 1 && parts.TrueForAll(part => lexicon.Match(part.Value) is [{ Similarity: >= SureLabel }, ..]) ? [.. parts.Select(part => part.Index..(part.Index + part.Length))] : null;
    }

    // Every list has one behind its name.
    [GeneratedRegex("[：:（(、，,；;/]", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    // Each item ends at a sign between items, so that there is one way only to take a text apart.
    [GeneratedRegex(@"^\s*(?<name>[^：:、，,；;（(]*)[：:（(](?<item>[^、，,；;/）)：:]+)(?:[、，,；;/](?<item>[^、，,；;/）)：:]+))*[、，,；;/]?[)）]?[：:]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex List();

    [GeneratedRegex(@"^\s*(?<name>[^、，,；;/：:（(]+)(?:[、，,；;/](?<item>[^、，,；;/：:（(]+))+\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
