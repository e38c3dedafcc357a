using System.Collections.Immutable;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.GridRepair;

/// <summary>One way in which a page spoils its tables, undone. What it does not recognise it leaves as it is.</summary>
internal interface IGridRepair
{
    ImmutableArray<Block> Repair(ImmutableArray<Block> blocks);
}
