using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Contracts.Pictures;

/// <summary>Which pictures of a page may be its tables: told alike by the crawler, which fetches them, and the extractor, which reads them.</summary>
public static partial class TablePicture
{
    private const int LeastPixels = 300;

    private const int LeastPercent = 50;

    /// <summary>Elements around a picture that are looked at.</summary>
    private const int Around = 3;

    /// <summary>Attributes under which scripts keep the address until the picture is scrolled to; <c>src</c> then only keeps the place.</summary>
    private static readonly string[] Lazy = ["data-src", "data-original", "data-lazy-src", "data-original-src", "data-echo", "data-url"];

    /// <param name="attribute">Gives an attribute of the picture; null or empty where it has none of that name.</param>
    /// <returns>The address as written; null where there is none.</returns>
    public static string? Address(Func<string, string?> attribute) =>
        Lazy.Append("src").Select(attribute).FirstOrDefault(address => !string.IsNullOrWhiteSpace(address))?.Trim();

    /// <summary>Whether the picture is as wide as a table may be; null where the page states no width.</summary>
    /// <param name="attribute">As for <see cref="Address"/>.</param>
    public static bool? IsWide(Func<string, string?> attribute)
    {
        var stated = attribute("width") is { Length: > 0 } width ? width : StyledWidth().Match(attribute("style") ?? "") is { Success: true } styled ? styled.Groups[1].Value : null;
        if (stated is null or "auto")
            return null;
        return int.TryParse(stated.TrimEnd('p', 'x', '%').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && (stated.EndsWith('%') ? size >= LeastPercent : size >= LeastPixels);
    }

    /// <summary>Whether a picture without a stated width stands where editors put pictures of pages: in the text, and not in a link to elsewhere.</summary>
    /// <param name="ancestors">Names of the elements around it, the nearest first.</param>
    public static bool IsInText(IEnumerable<string> ancestors)
    {
        var near = ancestors.Take(Around).ToList();
        return near.Exists(name => name is "p" or "section" or "figure" or "center") && !near.Contains("a");
    }

    [GeneratedRegex(@"(?:^|;)\s*width\s*:\s*([^;!\s]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StyledWidth();
}
