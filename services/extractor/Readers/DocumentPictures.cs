using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers;

/// <summary>What the readers of texts and spreadsheets agree on about pictures that may be tables. Pure.</summary>
internal static class DocumentPictures
{
    /// <summary>Points: a column of text has 420, a seal 120.</summary>
    public const double LeastWidth = 225;

    /// <param name="blocks">Of a document, its tabbed lines gathered to grids, which are fewer blocks than they were.</param>
    /// <param name="pictures">Each before the paragraph or table of its number.</param>
    /// <returns>The same before the blocks that came of those.</returns>
    public static ImmutableArray<EmbeddedPicture> Among(ImmutableArray<Block> blocks, IEnumerable<EmbeddedPicture> pictures) =>
        [.. pictures.Select(picture => picture with { Before = blocks.Count(block => block.Source is DocxLocator place && place.Block < picture.Before) })];
}
