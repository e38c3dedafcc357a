using System.Diagnostics;
using System.Globalization;
using Pipeline.Contracts.Locators;

namespace Pipeline.EndToEnd.Tests.Spots;

/// <summary>Asks poppler for the text in the box, whichever engine read the document.</summary>
internal sealed class PdfSpots(byte[] snapshot) : SnapshotSpots
{
    private readonly Dictionary<PdfLocator, string> _texts = [];

    public override async Task<string> TextAt(Locator locator)
    {
        var spot = (PdfLocator)locator;
        if (!_texts.TryGetValue(spot, out var text))
            _texts[spot] = text = await Crop(spot);
        return text;
    }

    private async Task<string> Crop(PdfLocator spot)
    {
        // At 72 dots an inch a pixel is a point. A margin of a point keeps glyphs that touch the edge of their box.
        var start = new ProcessStartInfo("pdftotext") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in new (string, double)[]
        {
            ("-r", 72), ("-f", spot.Page), ("-l", spot.Page), ("-x", Math.Floor(spot.Left) - 1), ("-y", Math.Floor(spot.Top) - 1),
            ("-W", Math.Ceiling(spot.Right - spot.Left) + 3), ("-H", Math.Ceiling(spot.Bottom - spot.Top) + 3),
        })
        {
            start.ArgumentList.Add(name);
            start.ArgumentList.Add(value.ToString(CultureInfo.InvariantCulture));
        }

        start.ArgumentList.Add("-");
        start.ArgumentList.Add("-");
        using var poppler = Process.Start(start)!;
        await poppler.StandardInput.BaseStream.WriteAsync(snapshot);
        poppler.StandardInput.Close();
        var text = await poppler.StandardOutput.ReadToEndAsync();
        await poppler.WaitForExitAsync();
        return text;
    }
}
