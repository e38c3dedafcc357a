using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Normalising;
using Pipeline.Text;

namespace Pipeline.Extractor.Forms;

/// <summary>Recognises the section headings of a form by their wording, not by their ordinals: pages number them wrongly.</summary>
public sealed partial class SectionHeadings
{
    // 四、因政府信息公开工作被申请行政复议、提起行政诉讼情况 is the longest in use.
    private const int LongestHeading = 45;

    // Longer texts are prose, which no other page repeats.
    private const int LongestKept = 2 * LongestHeading;

    private const double LeastSimilarity = 0.7;

    // A wording that is no likeness of the official one counts without a number only as it stands: 其他情况 is said of much.
    private const double LeastOfVariant = 0.95;

    private const double OwnNumber = 0.5;

    private const double AnyNumber = 0.3;

    private const double OfficialTitle = 0.05;

    // Those that Ordinal begins with.
    private const string Numerals = "一二三四五六七八九十";

    private readonly ImmutableArray<(FormSection Section, LabelText Title, bool IsVariant)> _titles;

    private readonly ImmutableArray<string?> _numbers;

    private readonly KnownTexts<(string Section, double Weight)?> _known;

    public SectionHeadings(ImmutableArray<FormSection> sections)
    {
        Sections = [.. sections.Select(section => section.Id)];
        _numbers = [.. sections.Select(section => section.Number)];
        _titles = [.. sections.SelectMany(section => section.Variants.Select(title => (section, LabelText.Of(title), true)).Prepend((section, LabelText.Of(section.Title), false)))];
        _known = new KnownTexts<(string Section, double Weight)?>(Find);
    }

    /// <summary>Ids of the sections in the form's order.</summary>
    public ImmutableArray<string> Sections { get; }

    /// <summary>Section that the text heads; null for other text.</summary>
    public string? Match(string text) => Weigh(text)?.Section;

    /// <summary>Section that the text heads, and how much speaks for it: of several headings of one section the heaviest is meant.</summary>
    public (string Section, double Weight)? Weigh(string text) => text.Length > LongestKept ? Find(text) : _known[text];

    private (string Section, double Weight)? Find(string text)
    {
        if (Heading(text) is not { } plain)
            return null;
        var label = LabelText.Of(plain);
        var number = Ordinal().Match(plain);
        return _titles.Select(title => (title.Section, title.IsVariant, Similarity: Compare(label.Core, title.Title.Core, number.Success)))
            .Where(candidate => candidate.Similarity >= (candidate.IsVariant && !number.Success ? LeastOfVariant : LeastSimilarity))
            .Select(candidate => ((string Section, double Weight)?)(candidate.Section.Id, candidate.Similarity + (candidate.IsVariant ? 0 : OfficialTitle) + OfNumber(candidate.Section, number)))
            .MaxBy(candidate => candidate?.Weight);
    }

    private static double OfNumber(FormSection section, Match number) => !number.Success ? 0 : section.Number is { } own && number.Value.StartsWith(own, StringComparison.Ordinal) ? OwnNumber : AnyNumber;

    /// <summary>Whether the text is a numbered heading, whatever it heads.</summary>
    public static bool IsNumbered(string text) => OrdinalOf(text) is not null;

    /// <summary>Number of a heading, whatever it heads, such as 五; null for other text.</summary>
    public static string? OrdinalOf(string text) => Heading(text) is { } plain && Ordinal().Match(plain) is { Success: true } number ? number.Value[..1] : null;

    /// <summary>Index among the form's sections of the one that has this number; -1 for none.</summary>
    public int IndexOfNumber(string ordinal) => _numbers.IndexOf(ordinal);

    // 一、2023年政府信息公开工作总体情况: the year is no part of the wording. Null for text that is no heading.
    private static string? Heading(string text)
    {
        var plain = Year().Replace(PlainText.Dense(text).TrimStart('#', '*').TrimEnd('*'), string.Empty);
        return plain.Length is 0 or > LongestHeading || SentenceMark().IsMatch(plain) || BracketedOrdinal().IsMatch(plain) ? null : plain;
    }

    /// <summary>Section whose heading begins a paragraph that goes on: 一、总体情况。2022年，…; null for other text.</summary>
    public ((string Section, double Weight) Heading, string Text)? Leading(string text)
    {
        // Most paragraphs begin with no number, which their first character shows.
        if (!BeginsWithNumeral(text))
            return null;
        var plain = PlainText.Of(text);
        var end = HeadingEnd().Match(plain);
        if (!end.Success || !Ordinal().IsMatch(plain) || Weigh(plain[..end.Index]) is not { } heading)
            return null;
        return (heading, plain[(end.Index + end.Length)..].TrimStart());
    }

    private static bool BeginsWithNumeral(string text)
    {
        var first = 0;
        while (first < text.Length && Characters.IsBlank(text[first]))
            first++;
        return first < text.Length && Numerals.Contains(SimplifiedCharacters.Fold(CompatibleCharacters.Fold(text[first])));
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

    [GeneratedRegex(@"(?:20\d{2}|" + YearInWords.Pattern + ")年度?", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<=[\u4E00-\u9FFF])(?:[。：:]\s*|\s+)(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingEnd();

    [GeneratedRegex(@"^[一二三四五六七八九十][、.．,，：:]", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    // （一）主动公开政府信息情况 is a topic of section one.
    [GeneratedRegex(@"^[(（][一二三四五六七八九十\d]{1,2}[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex BracketedOrdinal();
}
