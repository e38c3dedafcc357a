using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Forms;

namespace Pipeline.Extractor.Alignment;

/// <summary>The tables of one report as aligned.</summary>
/// <param name="Tables">In the order of the family's.</param>
/// <param name="UnexplainedNumbers">Numbers among those read that no cell took: each may be a cell that was missed.</param>
public sealed record AlignedPage(FormFamily Family, ImmutableArray<AlignedTable> Tables, int UnexplainedNumbers)
{
    public IEnumerable<KeyValuePair<FamilyCell, AlignedCell>> Cells => Tables.SelectMany(table => table.Cells);

    /// <summary>The reading of a cell that stands; null where none was found.</summary>
    public AlignedCell? Of(CellId cell) => Family.Find(cell) is { } known ? Of(known) : null;

    /// <summary>As <see cref="Of(CellId)"/>, for a cell of one of the family's forms.</summary>
    public AlignedCell? Of(FormCell cell) => Of(Family.Of(cell));

    private AlignedCell? Of(FamilyCell cell) => Tables[Family.TableOf(cell).Index].Cells[cell];
}
