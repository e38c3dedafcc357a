using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Extractor.Forms;

namespace Pipeline.Extractor.Alignment;

/// <summary>The tables of one report as aligned.</summary>
/// <param name="UnexplainedNumbers">Numbers among those read that no cell took: each may be a cell that was missed.</param>
public sealed record AlignedPage(FormFamily Family, ImmutableArray<AlignedTable> Tables, int UnexplainedNumbers)
{
    public IEnumerable<KeyValuePair<FamilyCell, AlignedCell>> Cells => Tables.SelectMany(table => table.Cells);

    /// <summary>The reading of a cell that stands; null where none was found.</summary>
    public AlignedCell? Of(CellId cell) => Family.Find(cell) is { } known ? Tables.Select(table => table.Cells[known]).FirstOrDefault(found => found is not null) : null;
}
