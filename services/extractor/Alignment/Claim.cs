using Pipeline.Contracts;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Normalising;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Alignment;

/// <summary>One strategy says: this text on the page is the value of this cell.</summary>
/// <param name="Row">Row part of the cell id.</param>
/// <param name="Column">Column part.</param>
/// <param name="Spot">Where it stands; see <see cref="PageToken.Spot"/>.</param>
/// <param name="LabelSimilarity">Of the weaker of the two labels that led here, 0..1.</param>
/// <param name="OtherYear">Whether a label around it says that it is another year's number.</param>
public sealed record Claim(TableName Table, string Row, string Column, string Raw, NumberText Number, (int Block, Locator Source, int Part) Spot, double LabelSimilarity, bool OtherYear = false)
{
    public Locator Source => Spot.Source;

    /// <summary>Index of the block that it stands in.</summary>
    public int Block => Spot.Block;

    public CellId Cell { get; } = new($"{FormCells.Prefix(Table)}.{Row}.{Column}");
}
