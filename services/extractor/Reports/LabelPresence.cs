using System.Collections.Immutable;
using System.Text;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Reports;

/// <summary>Whether a document prints enough row labels of a family of forms to be worth reading for it: one look over its text.</summary>
internal sealed class LabelPresence(FormFamily family)
{
    // Local editions of a table leave out half of its rows; prose about the same things names a few.
    private const double LeastShare = 0.25;

    private const int Fewest = 4;

    // Shorter labels are common ones (总计, 其他), and shorter texts hold none.
    private const int ShortestLabel = 3;

    private readonly ImmutableArray<string> _labels =
    [
        .. family.Tables.SelectMany(table => table.Editions).SelectMany(table => table.Rows.Select(row => row.Label).Concat(table.Columns.Select(column => column.Label)))
            .Select(label => LabelText.Of(label).Core).Where(label => label.Length >= ShortestLabel).Distinct(),
    ];

    /// <param name="text">As <see cref="TextOf"/> gives it.</param>
    public bool IsNotable(string text) => _labels.Count(label => text.Contains(label, StringComparison.Ordinal)) >= Math.Max(Fewest, LeastShare * _labels.Length);

    /// <summary>A document's lines and cells as labels are compared.</summary>
    public static string TextOf(SourceDocument document)
    {
        var text = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            if (block is GridBlock grid)
            {
                foreach (var cell in grid.Cells)
                    Add(cell.Text);
            }
            else if (block is TextBlock { IsBoilerplate: false } line)
            {
                Add(line.Text);
            }
        }

        return text.ToString();

        void Add(string words)
        {
            if (words.Length >= ShortestLabel)
                text.Append(LabelText.FullOf(words)).Append('\n');
        }
    }
}
