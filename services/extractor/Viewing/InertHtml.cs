using System.Globalization;
using System.Net;
using System.Text;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Viewing;

/// <summary>
/// Writes pages that can do nothing: element names come from our own code, everything else is escaped text. Whatever a document holds, none of its
/// markup gets through.
/// </summary>
internal sealed class InertHtml
{
    /// <summary>Id of the marked spot.</summary>
    public const string Spot = "spot";

    private readonly StringBuilder _page = new();

    public InertHtml() => _page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"zh-Hans\"><head><meta charset=\"utf-8\"><title>snapshot</title><style>{InertStyle.Text}</style></head><body>");

    public int Length => _page.Length;

    public InertHtml Open(string element, bool isSpot = false, int rowSpan = 1, int columnSpan = 1)
    {
        _page.Append('<').Append(element);
        if (isSpot)
            _page.Append(" id=\"" + Spot + "\"");
        if (rowSpan > 1)
            _page.Append(CultureInfo.InvariantCulture, $" rowspan=\"{rowSpan}\"");
        if (columnSpan > 1)
            _page.Append(CultureInfo.InvariantCulture, $" colspan=\"{columnSpan}\"");
        _page.Append('>');
        return this;
    }

    public InertHtml Close(string element)
    {
        _page.Append("</").Append(element).Append('>');
        return this;
    }

    public InertHtml Text(string text)
    {
        _page.Append(WebUtility.HtmlEncode(text));
        return this;
    }

    /// <summary>A picture of a page with, where one is given, a box on it; both in points.</summary>
    public InertHtml Picture(ReadOnlySpan<byte> picture, double width, double height, (double Left, double Top, double Right, double Bottom)? box, string mediaType = MediaTypes.Png)
    {
        _page.Append(CultureInfo.InvariantCulture, $"<div class=\"page\"><svg viewBox=\"0 0 {width:0.##} {height:0.##}\" role=\"img\"><image width=\"{width:0.##}\" height=\"{height:0.##}\" href=\"data:{mediaType};base64,");
        _page.Append(Convert.ToBase64String(picture)).Append("\"/>");
        return Framed(width, box);
    }

    /// <summary>A box on a picture, framed, with as much around it as it is high; all in pixels.</summary>
    public InertHtml Close(ReadOnlySpan<byte> picture, double width, double height, (double Left, double Top, double Right, double Bottom) box, string mediaType = MediaTypes.Png)
    {
        var air = box.Bottom - box.Top;
        _page.Append(CultureInfo.InvariantCulture, $"<svg class=\"close\" viewBox=\"{box.Left - air:0.##} {box.Top - air:0.##} {box.Right - box.Left + (2 * air):0.##} {3 * air:0.##}\" role=\"img\"><image width=\"{width:0.##}\" height=\"{height:0.##}\" href=\"data:{mediaType};base64,");
        _page.Append(Convert.ToBase64String(picture)).Append("\"/>");
        _page.Append(CultureInfo.InvariantCulture, $"<rect id=\"{Spot}\" x=\"{box.Left:0.##}\" y=\"{box.Top:0.##}\" width=\"{box.Right - box.Left:0.##}\" height=\"{air:0.##}\"/></svg>");
        return this;
    }

    /// <summary>Words and lines of a page at their places with, where one is given, a box on them; all in points.</summary>
    public InertHtml Drawing(PdfPage page, (double Left, double Top, double Right, double Bottom)? box)
    {
        _page.Append(CultureInfo.InvariantCulture, $"<div class=\"page\"><svg viewBox=\"0 0 {page.Width:0.##} {page.Height:0.##}\" role=\"img\">");
        foreach (var rule in page.Rules)
        {
            var (x, y) = rule.IsHorizontal ? ((rule.Start, rule.End), (rule.Position, rule.Position)) : ((rule.Position, rule.Position), (rule.Start, rule.End));
            _page.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x.Item1:0.##}\" x2=\"{x.Item2:0.##}\" y1=\"{y.Item1:0.##}\" y2=\"{y.Item2:0.##}\" stroke=\"#000\" stroke-width=\"0.5\"/>");
        }
        foreach (var word in page.Words.Where(word => word.Turn == QuarterTurn.None))
        {
            _page.Append(CultureInfo.InvariantCulture, $"<text x=\"{word.Box.Left:0.##}\" y=\"{word.Box.Top + (word.Box.Height * 0.86):0.##}\" font-size=\"{word.Box.Height:0.##}\" textLength=\"{word.Box.Width:0.##}\">");
            Text(word.Text);
            _page.Append("</text>");
        }
        return Framed(page.Width, box);
    }

    private InertHtml Framed(double width, (double Left, double Top, double Right, double Bottom)? box)
    {
        if (box is { } spot)
            // A little air around the digits, so that the frame does not touch them.
            _page.Append(CultureInfo.InvariantCulture, $"<rect id=\"{Spot}\" x=\"{spot.Left - 3:0.##}\" y=\"{spot.Top - 2:0.##}\" width=\"{Math.Max(spot.Right - spot.Left, 4) + 6:0.##}\" height=\"{Math.Max(spot.Bottom - spot.Top, 6) + 4:0.##}\" rx=\"2\"/>");
        _page.Append("</svg>");
        // Without a script only a box of HTML is scrolled to: one that an empty drawing as high as what is above the spot pushes down to it.
        if (box is { } mark)
            _page.Append(CultureInfo.InvariantCulture, $"<div class=\"reach\"><svg viewBox=\"0 0 {width:0.##} {Math.Max(mark.Top, 1):0.##}\"></svg><div class=\"here\"></div></div>");
        _page.Append("</div>");
        return this;
    }

    public override string ToString() => _page + "</body></html>";
}
