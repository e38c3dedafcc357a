using System.Collections.Immutable;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;
using Pipeline.PdfPig.Painting;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Pipeline.PdfPig;

/// <summary>Reads a PDF with PdfPig.</summary>
internal static class PdfPigReading
{
    /// <summary>The library documents few of its exceptions: whatever a damaged file makes it throw is the file's fault.</summary>
    public static PdfPigReply Reply(PdfPigRequest request)
    {
        try
        {
            return Read(request.Document, request.Limits);
        }
        catch (PdfDocumentEncryptedException)
        {
            return PdfPigReply.Refusal(FailureReasons.Encrypted, "The PDF is encrypted with a password. Ask its publisher for an open copy.");
        }
        catch (OutOfMemoryException)
        {
            return PdfPigReply.Refusal(FailureReasons.TooLarge, "The PDF needs more memory than a document may take. It may be built to exhaust it.");
        }
#pragma warning disable CA1031 // See above.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return PdfPigReply.Refusal(FailureReasons.Malformed, $"The PDF is damaged and cannot be opened ({error.Message.Split('\n')[0].Trim()}). Fetch it again or ask its publisher for a whole copy.");
        }
    }

    private static PdfPigReply Read(ReadOnlyMemory<byte> bytes, PdfLimits limits)
    {
        var unmapped = new UnmappedGlyphs();
        var options = new ParsingOptions { ClipPaths = true, SkipMissingFonts = true, Logger = unmapped };
        using var document = PdfDocument.Open(bytes, options);
        document.AddPageFactory<PaintedPage, PaintedPageFactory>();
        if (document.NumberOfPages > limits.Pages)
            return PdfPigReply.Refusal(FailureReasons.TooLarge, $"The PDF has {document.NumberOfPages} pages; at most {limits.Pages} are read. Split it and read the part that holds the report.");
        var pages = ImmutableArray.CreateBuilder<PdfPage>();
        var (fonts, layers, issues) = (new FontDictionaries(document), new OptionalContent(document), new List<Issue>());
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            var page = document.GetPage(number);
            pages.Add(Page(page, document.GetPage<PaintedPage>(number), unmapped, layers.HasOff));
            issues.AddRange(fonts.Unmapped(page));
        }
        var metadata = Metadata(document.Information);
        return new PdfPigReply { Content = new PdfContent(pages.ToImmutable(), metadata.FirstOrDefault(entry => entry.Name == "Title")?.Value, metadata, [.. issues.Distinct()]) };
    }

    private static PdfPage Page(Page page, PaintedPage painted, UnmappedGlyphs unmapped, bool hasLayersOff)
    {
        var (doubts, unseen) = PaintDoubts.Of(painted, hasLayersOff);
        // Both follow the same stream; should they ever count its letters differently, all of them stay.
        var letters = unseen.Length == page.Letters.Count ? page.Letters.Where((_, i) => !unseen[i]).ToList() : page.Letters;
        var words = LetterRuns.Of(letters, page.Height, unmapped);
        var replaced = words.Sum(word => word.Text.Count(character => character == UnmappedGlyphs.Replacement));
        return new PdfPage(page.Number, page.Width, page.Height, words, DrawnRules.Of(page), replaced)
        {
            Doubts = [.. doubts, .. Annotations.Doubts(page)],
            IsLayer = TextLayer.Is(painted, page.Width, page.Height),
            Pictures = WordlessPictures.Among(JoinedPictures.Of(painted.Items.OfType<PaintedArea>().Where(area => area.IsPicture).Select(area => area.Box)), words, page.Width, page.Height),
            IsFollowed = unseen.Length == page.Letters.Count,
        };
    }

    private static ImmutableArray<MetadataEntry> Metadata(DocumentInformation information)
    {
        (string Name, string? Value)[] all =
        [
            ("Title", information.Title), ("Subject", information.Subject), ("Keywords", information.Keywords), ("Author", information.Author),
            ("Creator", information.Creator), ("Producer", information.Producer),
            ("CreationDate", Time(information.GetCreatedDateTimeOffset())), ("ModDate", Time(information.GetModifiedDateTimeOffset())),
        ];
        return [.. all.Where(entry => !string.IsNullOrWhiteSpace(entry.Value)).Select(entry => new MetadataEntry(entry.Name, entry.Value!.Trim()))];
    }

    private static string? Time(DateTimeOffset? time) => time?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
}
