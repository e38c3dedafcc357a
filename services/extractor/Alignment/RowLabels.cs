using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Alignment;

/// <summary>The labels of a table's rows in all its editions, and how much of each stands in a text: the same texts stand around the numbers of every page.</summary>
internal sealed class RowLabels
{
    // A row whose label is not found in its surroundings to this share is not matched at all.
    private const double LeastFound = 0.5;

    // Longer texts have words of the page's own, which no other page repeats.
    private const int LongestKept = 60;

    private static readonly ConditionalWeakTable<FamilyTable, RowLabels> Known = [];

    // Editions have most of their labels in common.
    private readonly ImmutableArray<LabelText> _labels;
    private readonly KnownTexts<ImmutableArray<double>> _found;

    private RowLabels(FamilyTable table)
    {
        _labels = [.. table.Editions.SelectMany(edition => edition.Rows).Select(row => LabelText.Of(row.Label)).Distinct()];
        Rows = [.. table.Editions.Select(edition => edition.Rows.Select(row => _labels.IndexOf(LabelText.Of(row.Label))).ToImmutableArray())];
        _found = new KnownTexts<ImmutableArray<double>>(Find);
    }

    public static RowLabels Of(FamilyTable table) => Known.GetValue(table, static its => new RowLabels(its));

    /// <summary>Of each edition, of each of its rows the place of its label among what <see cref="In"/> gives.</summary>
    public ImmutableArray<ImmutableArray<int>> Rows { get; }

    /// <returns>Of each label how much of it stands in the text, 0..1; 0 for what is too little.</returns>
    public ImmutableArray<double> In(string text) => text.Length <= LongestKept ? _found[text] : Find(text);

    private ImmutableArray<double> Find(string text) => [.. _labels.Select(label => Math.Max(Found(label.Full, text), label.Core == label.Full ? 0 : Found(label.Core, text)))];

    // A longer label found in the same text explains more of it: 其他处理 before 其他. Most labels share too few letters with most texts to be looked for in order.
    private static double Found(string label, string text)
    {
        if (text.Length == 0)
            return 0;
        var weight = 0.75 + (0.15 * Math.Min(1, (double)label.Length / text.Length));
        return Enough(Similarity.MostOfSubsequence(label, text) * weight) > 0 ? Enough(Similarity.OfSubsequence(label, text) * weight) : 0;
    }

    private static double Enough(double found) => found >= LeastFound ? found : 0;
}
