using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.Blocks;

/// <param name="Origin">The box that the block was read from.</param>
internal sealed record PlacedBlock(Block Block, Box Origin);
