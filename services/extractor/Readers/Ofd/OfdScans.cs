using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Readers.Ofd;

/// <summary>Pages of an OFD that are pictures, and pictures of tables on its other pages, recognised from the files that the package holds.</summary>
internal static class OfdScans
{
    /// <exception cref="UnreadableDocumentException">No page carries text, and none can be recognised.</exception>
    public static async Task<RecognisedPages> Read(ReadOnlyMemory<byte> bytes, ImmutableArray<OfdPage> pages, ImmutableArray<OfdScan> scans, OcrEngine? engine, CancellationToken cancellation)
    {
        var isScan = !pages.Any(OfdScan.IsWritten);
        if (scans.IsEmpty)
            return RecognisedPages.None;
        if (engine is null)
            return isScan ? throw MissingOcr.Failure("The pages of the OFD are pictures") : new RecognisedPages([], [.. scans.Select(scan => OcrIssues.PictureUnread(scan.Page.Page.Number, scan.Box, MissingOcr.Advice))]);
        using var package = OfdPackage.Open(bytes);
        var snapshot = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var (read, placed, failure) = (ImmutableArray.CreateBuilder<OcrPage>(), ImmutableArray.CreateBuilder<PlacedPicture>(), (UnreadableDocumentException?)null);
        foreach (var scan in scans.Take(OcrLimits.Default.Pages))
        {
            var (page, number) = (scan.Page, scan.Page.Page.Number);
            try
            {
                var recognised = await engine.Read(Name(snapshot, scan), number, _ => Task.FromResult(scan.Picture(package)), OcrLimits.Default, cancellation);
                if (!OfdScan.IsWritten(page))
                    read.Add(recognised[0] with { Number = number });
                else if (PlacedPicture.Of(page.Page, scan.Box, recognised[0], scan.Left, scan.Top) is { Counts: true } its)
                    placed.Add(its);
            }
            catch (UnreadableDocumentException its) when (its.Reason != FailureReasons.NeedsOcr)
            {
                failure = its;
            }
        }
        if (isScan && read.Count == 0)
            throw failure!;
        return new RecognisedPages(read.ToImmutable(),
        [
            .. OcrIssues.Of([.. read, .. placed.Select(picture => picture.Seen)]),
            .. failure is null ? [] : (Issue[])[OcrIssues.Unreadable(failure.Message)],
            .. scans.Length > OcrLimits.Default.Pages ? (Issue[])[OcrIssues.Unread(OcrLimits.Default.Pages, scans.Length)] : [],
        ])
        { Pictures = placed.ToImmutable() };
    }

    private static string Name(string snapshot, OfdScan scan) => string.Create(CultureInfo.InvariantCulture, $"{snapshot} {scan.Box.Left:0} {scan.Box.Top:0}");
}
