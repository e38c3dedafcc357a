using System.Collections.Immutable;
using System.Security.Cryptography;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>A document with its pictures recognised: what they show stands between its blocks, as if it were written there.</summary>
internal sealed class RecognisedPictures
{
    private readonly ImmutableArray<(EmbeddedPicture Picture, OcrPage Page)> _pages;

    private RecognisedPictures(SourceDocument document, ImmutableArray<(EmbeddedPicture, OcrPage)> pages, ImmutableArray<Issue> issues, string version)
    {
        _pages = pages;
        var read = document with { Reader = $"{document.Reader} with ocr/{version}", Blocks = Spliced(document.Blocks, second: false), Issues = [.. document.Issues, .. issues], Pictures = [], Look = null };
        Document = read with { SecondReading = read with { Blocks = Spliced(document.Blocks, second: true) } };
    }

    /// <summary>Pages of pictures are numbered through the whole document, so that each has a number of its own.</summary>
    public SourceDocument Document { get; }

    public static async Task<RecognisedPictures> In(SourceDocument document, OcrEngine engine, CancellationToken cancellation)
    {
        var read = await Task.WhenAll(document.Pictures.Take(OcrLimits.Default.Pages).Select(picture => Try(picture, engine, cancellation)));
        ImmutableArray<(EmbeddedPicture, OcrPage Page)> pages = [.. read.SelectMany(its => its.Pages.Select(page => (its.Picture, page))).Take(OcrLimits.Default.Pages)];
        var failure = Array.Find(read, its => its.Failure is not null).Failure;
        return new RecognisedPictures(
            document,
            pages,
            [
                .. OcrIssues.Of([.. pages.Select((its, i) => its.Page with { Number = i + 1 })]),
                .. failure is null ? [] : (Issue[])[OcrIssues.Unreadable(failure.Message)],
                .. document.Pictures.Length > OcrLimits.Default.Pages ? (Issue[])[OcrIssues.Unread(OcrLimits.Default.Pages, document.Pictures.Length)] : [],
            ],
            engine.Version);
    }

    /// <summary>The place in the picture's own file, for one in <see cref="Document"/>.</summary>
    public Locator Place(Locator place) => place is OcrLocator seen && seen.Page <= _pages.Length && _pages[seen.Page - 1] is var (picture, page)
        ? new EntryLocator(picture.Name, seen with { Page = page.Number }) : place;

    private ImmutableArray<Block> Spliced(ImmutableArray<Block> blocks, bool second)
    {
        var spliced = ImmutableArray.CreateBuilder<Block>();
        var written = 0;
        // Pictures that follow each other may be one page cut into strips, or hold one table.
        foreach (var run in _pages.Select((its, i) => (its.Picture.Before, Page: its.Page with { Number = i + 1 })).GroupBy(its => its.Before))
        {
            spliced.AddRange(blocks[written..run.Key]);
            written = run.Key;
            ImmutableArray<OcrPage> pages = [.. run.Select(its => its.Page)];
            spliced.AddRange(new RecognisedPages(pages, []).Blocks([.. pages.Select(page => page.ToPage(second))], second));
        }
        spliced.AddRange(blocks[written..]);
        return spliced.ToImmutable();
    }

    private static async Task<(EmbeddedPicture Picture, ImmutableArray<OcrPage> Pages, UnreadableDocumentException? Failure)> Try(EmbeddedPicture picture, OcrEngine engine, CancellationToken cancellation)
    {
        try
        {
            return (picture, await engine.Read(Convert.ToHexStringLower(SHA256.HashData(picture.Bytes.Span)), 0, _ => Task.FromResult(picture.Bytes), OcrLimits.Default, cancellation), null);
        }
        catch (UnreadableDocumentException failure)
        {
            return (picture, [], failure);
        }
    }
}
