using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Model;
using Pipeline.Text;

namespace Pipeline.Extractor.Metadata;

/// <summary>Who published the page and when, as its head, its metadata and the signature under the report say it.</summary>
/// <param name="Publishers">Names of bodies, likeliest first: metadata and byline, then signature, then lines of the head that are nothing but a name.</param>
/// <param name="Signature">Name signed under the report; null when there is none.</param>
/// <param name="Published">Date of publication; null when nothing says it.</param>
/// <param name="End">Index of the first block of the signature, or the number of blocks: the report's text ends there.</param>
public sealed partial record Byline(ImmutableArray<string> Publishers, string? Signature, DateOnly? Published, int End)
{
    /// <summary>Characters of a line of the head that still may be a byline.</summary>
    internal const int LongestLine = 160;

    /// <summary>Characters of a line that signs with a body's name and a date, and the parts that it has at most.</summary>
    private const int LongestSignature = 45;

    private const int MostParts = 3;

    private static readonly string[] SourceNames = ["ContentSource", "Source", "Author", "publisher", "dc.publisher"];

    /// <param name="head">Lines before the first section heading, site furniture included; of tables what stands beside each other.</param>
    /// <param name="title">Index in <paramref name="head"/> of the title; -1 where it is none of them.</param>
    /// <param name="body">Blocks of the report.</param>
    /// <param name="afterLastHeading">Index in <paramref name="body"/> behind the last section heading: signatures stand later.</param>
    public static Byline Of(ImmutableArray<MetadataEntry> metadata, ImmutableArray<TextBlock> head, int title, ImmutableArray<Block> body, int afterLastHeading)
    {
        var (signature, signed, end) = Signed(body, afterLastHeading);
        var bylines = head.Where(IsByline).ToImmutableArray();
        var publishers = SourceNames.SelectMany(name => Values(metadata, name))
            .Concat(bylines.Select(block => block.Text))
            .SelectMany(NamesIn)
            .Concat(signature is null ? [] : [signature])
            .Concat(head.Where(block => !block.IsBoilerplate).Select(block => PlainText.Dense(block.Text)).Where(PublicBody.IsName))
            .Distinct();
        return new Byline([.. publishers], signature, PublicationDate.Of(metadata, head, title, signed), end);
    }

    private static IEnumerable<string> Values(ImmutableArray<MetadataEntry> metadata, string name) =>
        metadata.Where(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(entry => entry.Value);

    private static bool IsByline(TextBlock block) =>
        block.Text.Length <= LongestLine && (PrintedDate.First(block.Text) is not null || IsCaptioned(PlainText.Dense(block.Text))) && !IsSentence(block.Text);

    /// <summary>Whether a word of bylines stands in the line.</summary>
    internal static bool IsCaptioned(string dense) => Caption().IsMatch(dense);

    internal static bool IsSentence(string text) => Sentence().IsMatch(text);

    private static IEnumerable<string> NamesIn(string text) =>
        Separator().Split(PlainText.Of(text)).Select(part => PlainText.Dense(part)).Where(PublicBody.IsName);

    // Looked for from the end: a body's name on a line of its own, its date below or behind it.
    private static (string? Name, DateOnly? Date, int End) Signed(ImmutableArray<Block> body, int from)
    {
        for (var i = Math.Max(0, from); i < body.Length; i++)
        {
            if (body[i] is not TextBlock { IsBoilerplate: false } block)
                continue;
            if (SignerOf(block.Text) is { } signer)
                return (signer, DateNear(body, i), i);
            if (PrintedDate.IsAll(block.Text))
                return (null, PrintedDate.First(block.Text), i);
        }

        return (null, null, body.Length);
    }

    // A line that is a body's name, with a date or without, or a short one with a date of which a part is.
    private static string? SignerOf(string line)
    {
        var dense = PrintedDate.Dense(line);
        if (PublicBody.IsName(dense))
            return dense;
        if (dense.Length > LongestSignature || PrintedDate.First(dense) is null)
            return null;
        if (PrintedDate.Without(dense).Trim('（', '）', '(', ')', '，', ',', '：', ':') is var undated && PublicBody.IsName(undated))
            return undated;
        var parts = Separator().Split(PlainText.Of(line)).Select(PlainText.Dense).Where(part => part.Length > 0).ToList();
        return parts.Count <= MostParts ? parts.Find(PublicBody.IsName) : null;
    }

    private static DateOnly? DateNear(ImmutableArray<Block> body, int index) =>
        body.Skip(index).Take(4).OfType<TextBlock>().Select(block => PublicationDate.Signed(block.Text)).FirstOrDefault(date => date is not null);

    [GeneratedRegex(@"来源|填报单位|填报机关|编报单位|编制单位|公开部门|部门名称|单位名称|发布机构|发布单位|发布机关|信息来源|发文机关|作者|供稿|发布时间|发布日期|浏览次数|浏览量|点击数|点击率|访问量|阅读次数", RegexOptions.CultureInvariant)]
    private static partial Regex Caption();

    [GeneratedRegex(@"[。；]|根据|条例", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[\s|｜：:【】\[\]（）()，,；;/_]+|(?<=\d日?)(?=[\u4E00-\u9FFF])|(?=\d{4}[-年/])", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
