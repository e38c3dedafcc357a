using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Contracts.Pictures;

/// <summary>Which pictures of a page may be its tables: told alike by the crawler, which fetches them, and the extractor, which reads them.</summary>
public static partial class TablePicture
{
    private const int LeastPixels = 300;

    private const int LeastPercent = 50;

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

    /// <summary>
    /// Whether a picture without a stated width may be a page or a table of the text: its file is not named as an emblem, and it stands neither in the frame of
    /// the page nor in a link to elsewhere. One that leads to a larger picture is none to elsewhere.
    /// </summary>
    /// <param name="address">As <see cref="Address"/> gives it.</param>
    /// <param name="ancestors">The elements around it: their names, and what gives their attributes.</param>
    public static bool IsInText(string? address, IEnumerable<(string Name, Func<string, string?> Attribute)> ancestors) =>
        !EmblemFile().IsMatch(address ?? "") && ancestors.All(around => !IsFrame(around.Name, around.Attribute) && (around.Name != "a" || PictureFile().IsMatch(around.Attribute("href") ?? "#")));

    private static bool IsFrame(string name, Func<string, string?> attribute) =>
        name is "nav" or "header" or "footer" or "aside" or "button" || FrameName().IsMatch(attribute("class") ?? "") || FrameName().IsMatch(attribute("id") ?? "");

    [GeneratedRegex(@"(?:^|;)\s*width\s*:\s*([^;!\s]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StyledWidth();

    [GeneratedRegex(@"(?:^|[\s_-])(?:nav|navbar|menu|crumbs?|breadcrumb|head|header|top|foot|footer|logo|banner|copyright|share|side|sidebar|related|ewm|erweima|qr|qrcode|icons?|search|links?)(?:[\s\d_-]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FrameName();

    [GeneratedRegex(@"(?:^|[/_-])(?:logo|icons?|ico|ewm|erweima|qr|qrcode|banner|share|weixin|wechat|weibo|arrow|btn|button|bg|dot|line|blank|spacer|loading|foot|footer|top|head|header|print|close|search|jiucuo|beian|gongan|dzjg|wza)\d*(?:[_-][^/]*)?\.(?:png|jpe?g|gif|webp|bmp)(?:$|\?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EmblemFile();

    [GeneratedRegex(@"^#?$|^javascript:|\.(?:png|jpe?g|gif|webp|bmp|tiff?)(?:$|\?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PictureFile();
}
