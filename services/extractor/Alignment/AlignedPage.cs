using System.Collections.Immutable;
using Pipeline.Contracts;

namespace Pipeline.Extractor.Alignment;

/// <summary>The tables of one report as aligned.</summary>
/// <param name="UnexplainedNumbers">Numbers among those read that no cell took: each may be a cell that was missed.</param>
public sealed record AlignedPage(ImmutableArray<AlignedTable> Tables, int UnexplainedNumbers)
{
    public IEnumerable<KeyValuePair<CellId, AlignedCell>> Cells => Tables.SelectMany(table => table.Cells);
}
