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

    private readonly ImmutableArray<AxisLabel> _labels;

    private readonly ImmutableArray<Wording> _wordings;

    /// <summary>Of each label its wording's place among the wordings.</summary>
    private readonly ImmutableArray<int> _wordingOf;

    private readonly KnownTexts<ImmutableArray<LabelMatch>> _known;

    private readonly HashSet<string> _units;

    internal LabelLexicon(FormFamily family)
    {
        _units = family.Cells.Select(cell => cell.Declared.Unit).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _labels = LabelsOf(family);
        var texts = _labels.Select(label => label.Text).Distinct().ToList();
        _wordings = [.. texts.Select(text => new Wording(text))];
        _wordingOf = [.. _labels.Select(label => texts.IndexOf(label.Text))];
        _known = new KnownTexts<ImmutableArray<LabelMatch>>(Find);
    }

    /// <summary>Whether the text is nothing but a unit that the forms give between a label and its number.</summary>
    public bool IsUnit(string text) => _units.Contains(text);

    private static ImmutableArray<AxisLabel> LabelsOf(FormFamily family) =>
    [
        .. family.Forms.SelectMany(form => form.Cells).SelectMany(cell => LabelsOf(cell, TableOf(family, cell.Table)))
            .Concat(family.Forms.SelectMany(form => form.Tables).SelectMany(table => GroupsAndHeads(table, TableOf(family, table))))
            .Distinct(),
    ];

    /// <summary>Labels that the text may be, best first; empty for other texts. One text may name coordinates of several tables (总计).</summary>
    public ImmutableArray<LabelMatch> Match(string text) => text.Length > LongestLabel ? [] : _known[text];

    private ImmutableArray<LabelMatch> Find(string text)
    {
        var found = Find(LabelText.Of(text));
        // The part behind an inner number is the row; the whole only begins like its group.
        return found is not [{ Similarity: 1 }, ..] && LastNumbered(text) is { } last && Find(LabelText.Of(last)) is { IsEmpty: false } ofPart
            ? [.. ofPart.Select(match => match with { Similarity = match.Similarity * OfPart })]
            : found;
    }

    private ImmutableArray<LabelMatch> Find(LabelText text)
    {
        if (text.IsEmpty)
            return [];
        if (Joint(text.Core) is { Length: > 0 } joint)
            return joint;
        var letters = Wording.LettersOf(text);
        var likeness = _wordings.Select(wording => wording.Likeness(text, letters, LeastSimilarity)).ToArray();
        var similar = _labels.Zip(_wordingOf, (label, wording) => (Label: label, Similarity: likeness[wording])).Where(match => match.Similarity > 0).ToList();
        if (similar.Count == 0)
            return [];
        var common = CommonParts(text);
        return
        [
            .. similar.Where(match => match.Similarity == 1 || !common.Contains((match.Label.Table, match.Label.Axis)))
                .Select(match => new LabelMatch(match.Label, match.Similarity))
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
        .. _labels.Where((_, i) => _wordings[_wordingOf[i]].Contains(text)).DistinctBy(label => (label.Table, label.Axis, label.Key))
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
