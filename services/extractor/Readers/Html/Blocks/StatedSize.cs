using System.Globalization;
using AngleSharp.Dom;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Html.Blocks;

/// <summary>Tells from the size that a page states whether a picture is as large as a table may be.</summary>
internal static class StatedSize
{
    private const int LeastPixels = 300;

    private const int LeastPercent = 50;

    /// <returns>Null where the page states no size.</returns>
    public static bool? IsOfTable(IElement image)
    {
        var stated = image.GetAttribute("width") ?? (StyleProperties.Parse(image.GetAttribute("style") ?? "").TryGetValue("width", out var width) ? width.Text : null);
        return stated is null or "auto" ? null
            : int.TryParse(stated.TrimEnd('p', 'x', '%').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && (stated.EndsWith('%') ? size >= LeastPercent : size >= LeastPixels);
    }
}
