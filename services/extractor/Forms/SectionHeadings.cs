using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Normalising;
using Pipeline.Text;

namespace Pipeline.Extractor.Forms;

/// <summary>Recognises the section headings of a form by their wording, never by their ordinals: pages number them wrongly.</summary>
public sealed partial class SectionHeadings
{
    // 四、因政府信息公开工作被申请行政复议、提起行政诉讼情况 is the longest in use.
    private const int LongestHeading = 45;

    // Longer texts are prose, which no other page repeats.
    private const int LongestKept = 2 * LongestHeading;

    private const double LeastSimilarity = 0.7;

    private readonly ImmutableArray<(string Id, LabelText Title)> _titles;

    private readonly KnownTexts<string?> _known;

    public SectionHeadings(ImmutableArray<FormSection> sections)
    {
        Sections = [.. sections.Select(section => section.Id)];
        _titles = [.. sections.SelectMany(section => section.Variants.Prepend(section.Title).Select(title => (section.Id, LabelText.Of(title))))];
        _known = new KnownTexts<string?>(Find);
    }

    /// <summary>Ids of the sections in the form's order.</summary>
    public ImmutableArray<string> Sections { get; }

    /// <summary>Section that the text heads; null for other text.</summary>
    public string? Match(string text) => text.Length > LongestKept ? Find(text) : _known[text];

    private string? Find(string text)
    {
        var plain = PlainText.Dense(text).TrimStart('#', '*').TrimEnd('*');
        if (plain.Length is 0 or > LongestHeading || SentenceMark().IsMatch(plain) || BracketedOrdinal().IsMatch(plain))
            return null;
        var label = LabelText.Of(plain);
        var (id, similarity) = _titles.Select(title => (title.Id, Similarity: Compare(label.Core, title.Title.Core, Ordinal().IsMatch(plain)))).MaxBy(candidate => candidate.Similarity);
        return similarity >= LeastSimilarity ? id : null;
    }

    /// <summary>Section whose heading begins a paragraph that goes on: 一、总体情况。2022年，…; null for other text.</summary>
    public (string Section, string Text)? Leading(string text)
    {
        var plain = PlainText.Of(text);
        var end = HeadingEnd().Match(plain);
        if (!end.Success || !Ordinal().IsMatch(plain) || Match(plain[..end.Index]) is not { } section)
            return null;
        return (section, plain[(end.Index + end.Length)..].TrimStart());
    }

    // An ordinal before it lets a lengthened heading count: 四、因政府信息公开工作被申请行政复议、提起行政诉讼情况.
    private static double Compare(string text, string title, bool hasOrdinal)
    {
        var edits = Similarity.OfEdits(text, title);
        if (!hasOrdinal || text.Length < 4)
            return edits;
        var contained = text.Contains(title, StringComparison.Ordinal) || (text.Length >= 6 && title.Contains(text, StringComparison.Ordinal));
        var subsequence = title.Length >= 8 && text.Length <= title.Length * 2 ? Similarity.OfSubsequence(title, text) - 0.15 : 0;
        return Math.Max(Math.Max(edits, subsequence), contained ? 0.9 : 0);
    }

    [GeneratedRegex(@"[。；;！？]|[，,].*[，,]|\d{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceMark();

    [GeneratedRegex(@"(?<=[\u4E00-\u9FFF])(?:[。：:]\s*|\s+)(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingEnd();

    [GeneratedRegex(@"^[一二三四五六七八九十][、.．,，：:]", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    // （一）主动公开政府信息情况 is a topic of section one.
    [GeneratedRegex(@"^[(（][一二三四五六七八九十\d]{1,2}[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex BracketedOrdinal();
}
