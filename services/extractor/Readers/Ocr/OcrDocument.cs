using System.Collections.Immutable;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>Recognised pages → a document. What the passes disagree about stands in its second reading as the other pass read it, so that such cells are in doubt.</summary>
internal static class OcrDocument
{
    public static SourceDocument Of(ImmutableArray<OcrPage> pages, string version)
    {
        var document = new SourceDocument { Reader = $"ocr/{version}", Blocks = Blocks(pages, second: false), Issues = [.. OcrIssues.Of(pages)] };
        return document with { SecondReading = document with { Blocks = Blocks(pages, second: true) } };
    }

    private static ImmutableArray<Block> Blocks(ImmutableArray<OcrPage> pages, bool second) =>
        new RecognisedPages(pages, []).Blocks([.. pages.Select(page => page.ToPage(second))], second);
}
