using System.Text;

namespace Pipeline.Crawler.Discovery.Addresses;

/// <summary>
/// The pattern behind an address: numbers, dates and random names become signs, repeated folders one, values of the query nothing. Endless
/// calendars, pagers and trees have few shapes, however many addresses.
/// </summary>
internal static class UrlShape
{
    // Real trees tell their parts apart within this many folders.
    private const int MostFolders = 5;

    /// <summary>The shape itself, and the first folder with everything below it.</summary>
    public static (string Shape, string Section) Of(Uri url)
    {
        var segments = VisitorFields.WithoutSessionFolder(url.AbsolutePath).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var shape = new StringBuilder();
        var before = "";
        var folders = 0;
        for (var i = 0; i < segments.Length; i++)
        {
            var isFile = i == segments.Length - 1 && !url.AbsolutePath.EndsWith('/');
            var sign = isFile ? FileSign(segments[i]) : Sign(segments[i]);
            if (sign == before || !isFile && ++folders > MostFolders)
                continue;
            shape.Append('/').Append(sign);
            before = sign;
        }

        foreach (var name in QueryFields.Of(url.Query).Select(field => field.Key.ToLowerInvariant()).Order(StringComparer.Ordinal))
            shape.Append(shape.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?').Append(name);
        return (shape.ToString(), segments.Length > 1 || url.AbsolutePath.EndsWith('/') && segments.Length > 0 ? $"/{Sign(segments[0])}/**" : shape.ToString());
    }

    private static string FileSign(string file)
    {
        var dot = file.LastIndexOf('.');
        return dot < 0 ? Sign(file) : Sign(file[..dot]) + file[dot..].ToLowerInvariant();
    }

    private static string Sign(string segment)
    {
        var sign = new StringBuilder();
        foreach (var c in segment)
        {
            var next = char.IsAsciiDigit(c) ? '#' : c;
            if (next != '#' || sign.Length == 0 || sign[^1] != '#')
                sign.Append(next);
        }

        // Names of one site are words, numbers and dates; long mixtures of letters and digits are drawn at random.
        var text = sign.ToString();
        var isMixture = segment.Length >= 10 && segment.All(char.IsAsciiLetterOrDigit) && segment.Count(char.IsAsciiDigit) is >= 3 and var digits && segment.Length - digits >= 2;
        return isMixture || text.Count(c => c == '#') >= 4 || text.Length > 40 ? "*" : text;
    }
}
