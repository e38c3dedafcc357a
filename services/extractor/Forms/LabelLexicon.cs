using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Forms;

/// <summary>
/// Finds which official labels a text may be. Knows the wording of a family of forms and nothing else: variants are met by normalising,
/// containment and edit distance.
/// </summary>
public sealed partial class LabelLexicon
{
    // Two labels of the form that differ least are 本年新制作数量 and 本年新公开数量, at 0.71: a text must be nearer than that to count.
    private const double LeastSimilarity = 0.74;

    // Longest official label is 36 characters; a text of three times that is prose.
    private const int LongestLabel = 110;

    // A label found as the last part of a text is a little less sure than the same label alone.
    private const double OfPart = 0.97;

    // The same texts occur on every page; the bound only keeps hostile pages from growing it for ever.
    private const int CacheLimit = 50_000;

    private readonly ImmutableArray<AxisLabel> _labels;

    private readonly ConcurrentDictionary<string, ImmutableArray<LabelMatch>> _known = new(StringComparer.Ordinal);

    internal LabelLexicon(FormFamily family) => _labels =
    [
        .. family.Forms.SelectMany(form => form.Cells).SelectMany(cell => LabelsOf(cell, TableOf(family, cell.Table)))
            .Concat(family.Forms.SelectMany(form => form.Tables).SelectMany(table => GroupsAndHeads(table, TableOf(family, table))))
            .Distinct(),
    ];

    /// <summary>Labels that the text may be, best first; empty for other texts. One text may name coordinates of several tables (总计).</summary>
    public ImmutableArray<LabelMatch> Match(string text)
    {
        if (text.Length > LongestLabel)
            return [];
        if (_known.TryGetValue(text, out var known))
            return known;
        var found = Find(LabelText.Of(text));
        // The part behind an inner number is the row; the whole only begins like its group.
        if (found is not [{ Similarity: 1 }, ..] && LastNumbered(text) is { } last && Find(LabelText.Of(last)) is { IsEmpty: false } ofPart)
            found = [.. ofPart.Select(match => match with { Similarity = match.Similarity * OfPart })];
        if (_known.Count < CacheLimit)
            _known[text] = found;
        return found;
    }

    private ImmutableArray<LabelMatch> Find(LabelText text)
    {
        if (text.IsEmpty)
            return [];
        if (Joint(text.Core) is { Length: > 0 } joint)
            return joint;
        var common = CommonParts(text);
        return
        [
            .. _labels.Select(label => new LabelMatch(label, Compare(text, label.Text)))
                .Where(match => match.Similarity == 1 || (match.Similarity >= LeastSimilarity && !common.Contains((match.Label.Table, match.Label.Axis))))
                // Two official wordings of one coordinate count once.
                .GroupBy(match => (match.Label.Table, match.Label.Axis, match.Label.Key))
                .Select(group => group.MaxBy(match => match.Similarity)!)
                // A text as near to two coordinates of one table tells neither.
                .GroupBy(match => (match.Label.Table, match.Label.Axis, match.Similarity))
                .Where(group => group.Key.Similarity == 1 || group.Count() == 1)
                .SelectMany(group => group)
                .OrderByDescending(match => match.Similarity),
        ];
    }

    // 行政机关不再处理其政府信息公开申请 is a part of two rows of one table and so tells neither.
    private HashSet<(FamilyTable, Axis)> CommonParts(LabelText text) =>
    [
        .. _labels.Where(label => label.Text.Full.Contains(text.Full, StringComparison.Ordinal)).DistinctBy(label => (label.Table, label.Axis, label.Key))
            .GroupBy(label => (label.Table, label.Axis)).Where(group => group.Count() > 1).Select(group => group.Key),
    ];

    // 规章本年制发件数: a row and a column of one table in one text.
    private ImmutableArray<LabelMatch> Joint(string text) =>
    [
        .. (from row in _labels
            where row.Axis == Axis.Row && text.Length > row.Text.Core.Length && text.StartsWith(row.Text.Core, StringComparison.Ordinal)
            from column in _labels
            where column.Axis == Axis.Column && column.Table == row.Table && text[row.Text.Core.Length..] == column.Text.Core
            select new[] { row, column }).Take(1).SelectMany(pair => pair).Select(label => new LabelMatch(label, OfPart)),
    ];

    // （六）其他处理3.其他: the row stands behind its group in one cell.
    private static string? LastNumbered(string text) => InnerNumbering().Matches(text) is { Count: > 0 } inner ? text[inner[^1].Index..] : null;

    private static double Compare(LabelText text, LabelText official)
    {
        if (text.Core == official.Core || text.Full == official.Full)
            return 1;
        var edits = Math.Max(Similarity.OfEdits(text.Core, official.Core), Similarity.OfEdits(text.Full, official.Full));
        return new[]
        {
            edits,
            Shortened(text.Core, official.Core),
            Shortened(text.Full, official.Full),
            Lengthened(text.Core, official.Core),
            Lengthened(text.Full, official.Core),
        }.Max();
    }

    // 公益组织 for 社会公益组织, 结转下年 for 结转下年度继续办理, 企业 for 商业企业.
    private static double Shortened(string text, string official) =>
        (text.Length >= 4 && official.Contains(text, StringComparison.Ordinal)) || (text.Length >= 2 && text.Length * 2 >= official.Length && official.EndsWith(text, StringComparison.Ordinal))
            ? 0.7 + (0.25 * text.Length / official.Length) : 0;

    // 不予公开属于国家秘密 for 属于国家秘密: a group and its row in one cell.
    private static double Lengthened(string text, string official) =>
        official.Length >= 4 && (text.EndsWith(official, StringComparison.Ordinal) || text.StartsWith(official, StringComparison.Ordinal))
            ? 0.7 + (0.25 * official.Length / text.Length) : 0;

    private static FamilyTable TableOf(FormFamily family, FormTable table) => family.Tables.First(known => known.Id == table.Id);

    private static IEnumerable<AxisLabel> LabelsOf(FormCell cell, FamilyTable table) =>
    [
        new(table, Axis.Row, cell.Row.Id, LabelText.Of(cell.Row.Label)),
        .. cell.Row.Variants.Select(label => new AxisLabel(table, Axis.Row, cell.Row.Id, LabelText.Of(label))),
        new(table, Axis.Column, cell.Column.Id, LabelText.Of(cell.Column.Label)),
        .. cell.Column.Variants.Select(label => new AxisLabel(table, Axis.Column, cell.Column.Id, LabelText.Of(label))),
    ];

    private static IEnumerable<AxisLabel> GroupsAndHeads(FormTable form, FamilyTable table) =>
        form.Rows.SelectMany(row => row.Group).Select(label => new AxisLabel(table, Axis.Group, label, LabelText.Of(label)))
            .Concat(form.Heads.Select(head => new AxisLabel(table, Axis.Head, head.Label, LabelText.Of(head.Label))));

    [GeneratedRegex(@"(?<=[\u4E00-\u9FFF）)][\s\-—/>→：:、]*)(?:\d{1,2}\s*[.、．]|[(（][一二三四五六七八九十][)）])\s*(?=[\u4E00-\u9FFF])", RegexOptions.CultureInvariant)]
    private static partial Regex InnerNumbering();
}
