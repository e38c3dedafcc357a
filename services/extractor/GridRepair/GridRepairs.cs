using System.Collections.Immutable;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.GridRepair;

/// <summary>The stage that makes tables of the page's blocks whole again before they are read: all repairs, one after the other.</summary>
internal sealed class GridRepairs(FormFamily family)
{
    // Text is parted from tables first, rows are opened and blanks found before columns are judged, and copies joined before labels get their height.
    private readonly ImmutableArray<IGridRepair> _repairs =
    [
        new HeadingRows(family),
        new StackedRows(family.Lexicon),
        new SpacedColumns(family),
        new SerialColumns(),
        new RepeatedCells(family.Lexicon),
        new MergedLabels(family.Lexicon),
    ];

    public ImmutableArray<Block> Repair(ImmutableArray<Block> blocks) => _repairs.Aggregate(blocks, (repaired, repair) => repair.Repair(repaired));
}
