using System.Collections.Immutable;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Tokens;

/// <summary>The blocks of one report and the same content as one sequence of tokens, tables row by row.</summary>
/// <param name="Family">Forms whose labels were sought.</param>
/// <param name="FirstBlock">Index in the document of the first block.</param>
/// <param name="Year">Year that the report is about, null when unknown: numbers under an earlier year's caption are not its own.</param>
public sealed record PageTokens(FormFamily Family, ImmutableArray<Block> Blocks, int FirstBlock, int? Year, ImmutableArray<PageToken> Tokens)
{
    /// <summary>Those of a range of the blocks.</summary>
    public PageTokens Part(Range range)
    {
        var (first, count) = range.GetOffsetAndLength(Blocks.Length);
        return count == Blocks.Length ? this : this with
        {
            Blocks = Blocks.Slice(first, count),
            FirstBlock = FirstBlock + first,
            Tokens = [.. Tokens.Where(token => token.Block >= FirstBlock + first && token.Block < FirstBlock + first + count)],
        };
    }
}
