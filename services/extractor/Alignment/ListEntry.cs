using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Normalising;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>One line of a list of indicators as the page prints it: what is counted, and the count.</summary>
internal sealed partial record ListEntry(string Label, string Raw, NumberText Number, TokenSpot Spot)
{
    /// <summary>
    /// The rows of the form that the entries are. Rows and entries stand in the same order, so that a label which several rows share (被依法纠错数 of
    /// reviews and of lawsuits) is the one that follows; what stands elsewhere is known by a label that is one row's alone.
    /// </summary>
    public static IEnumerable<CandidateCell> Match(FormFamily family, FamilyTable table, ImmutableArray<ListEntry> entries)
    {
        var labels = entries.Select(entry => family.Lexicon.Match(OfWhich().Replace(entry.Label, string.Empty)).Where(match => match.Label.Table == table && match.Label.Axis == Axis.Row)
            .GroupBy(match => match.Label.Key).ToDictionary(group => group.Key, group => group.Max(match => match.Similarity), StringComparer.Ordinal)).ToImmutableArray();
        var rows = InOrder(table.Rows, labels);
        var taken = rows.OfType<string>().ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < entries.Length; i++)
        {
            var row = rows[i] ?? (labels[i].Count == 1 && taken.Add(labels[i].Keys.First()) ? labels[i].Keys.First() : null);
            if (row is not null && table.Cell(row, table.Columns[0]) is { } cell)
                yield return new CandidateCell(cell, entries[i].Raw, entries[i].Number, entries[i].Spot, labels[i][row]);
        }
    }

    // Longest common subsequence of entries and rows, each pair weighted by the likeness of the label.
    private static string?[] InOrder(ImmutableArray<string> rows, ImmutableArray<Dictionary<string, double>> labels)
    {
        var best = new double[labels.Length + 1, rows.Length + 1];
        for (var i = labels.Length - 1; i >= 0; i--)
        {
            for (var j = rows.Length - 1; j >= 0; j--)
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), labels[i].TryGetValue(rows[j], out var likeness) ? best[i + 1, j + 1] + likeness : 0);
        }

        var matched = new string?[labels.Length];
        for (var (i, j) = (0, 0); i < labels.Length && j < rows.Length;)
        {
            if (labels[i].TryGetValue(rows[j], out var likeness) && best[i, j] == best[i + 1, j + 1] + likeness)
                (matched[i++], j) = (rows[j], j + 1);
            else if (best[i, j] == best[i + 1, j])
                i++;
            else
                j++;
        }

        return matched;
    }

    // 其中：1.主动公开规范性文件数
    [GeneratedRegex(@"^\s*(?:其中|含)\s*[:：]?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex OfWhich();
}
