using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.Blocks;

/// <param name="Origin">The box that the block was read from.</param>
/// <param name="LinkShare">Share of its text that is links, 0..1.</param>
internal sealed record PlacedBlock(Block Block, Box Origin, double LinkShare = 0);
