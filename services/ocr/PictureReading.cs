using OpenCvSharp;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Ocr.Pages;
using Pipeline.Ocr.Recognition;

namespace Pipeline.Ocr;

/// <summary>Reads the page that a picture file shows.</summary>
internal sealed class PictureReading(TextRecogniser recogniser)
{
    public OcrReply Reply(OcrRequest request)
    {
        try
        {
            return Read(request);
        }
        catch (OpenCVException error) when (error.Message.Contains("MAX_IMAGE", StringComparison.Ordinal))
        {
            return OcrReply.Refusal(FailureReasons.TooLarge, $"The picture has more than {request.Limits.Pixels / 1_000_000} million pixels: scan it anew at 300 dots per inch, or cut it.");
        }
        catch (Exception error) when (error is OpenCVException or OpenCvSharpException)
        {
            return OcrReply.Refusal(FailureReasons.Malformed, $"The picture is damaged and cannot be read ({error.Message.Split('\n')[0].Trim()}). Fetch it again.");
        }
        catch (OutOfMemoryException)
        {
            return OcrReply.Refusal(FailureReasons.TooLarge, "The picture needs more memory than a document may take. It may be built to exhaust it.");
        }
    }

    private OcrReply Read(OcrRequest request)
    {
        if (PictureFile.Decode(request.Picture) is not { } picture)
            return OcrReply.Refusal(FailureReasons.Malformed, "The picture cannot be decoded: it is damaged, or of a kind that is not read. Convert it to PNG or JPEG.");
        var size = picture.Size();
        using var whole = Paper.Added(picture);
        return new OcrReply { Pages = [new PageReading(recogniser).Read(whole, 1) with { PictureWidth = size.Width, PictureHeight = size.Height }] };
    }
}
