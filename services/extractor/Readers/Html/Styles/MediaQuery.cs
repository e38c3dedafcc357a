using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>Media queries on a desktop screen with a mouse, light colours and no wish for less motion.</summary>
internal static partial class MediaQuery
{
    private const double ScreenWidth = 1280;
    private const double ScreenHeight = 800;

    public static bool Matches(string queries) => string.IsNullOrWhiteSpace(queries) || queries.Length > 2000 || CssText.Split(queries, ',').Exists(MatchesOne);

    /// <summary>Whether the queries ask for nothing but what is answered here.</summary>
    public static bool IsKnown(string queries) => CssText.Split(queries, ',').TrueForAll(query => Plain().IsMatch(Answered().Replace(query, "")));

    private static bool MatchesOne(string query)
    {
        var negated = query.StartsWith("not ", StringComparison.OrdinalIgnoreCase);
        var matches = Medium().Match(FeatureOrRange().Replace(query, " ")).Value.ToLowerInvariant() is "" or "screen" or "all" && FeatureOrRange().Matches(query).All(Holds);
        return matches != negated;
    }

    private static bool Holds(Match feature)
    {
        var text = feature.Groups["body"].Value.ToLowerInvariant();
        foreach (Match range in Range().Matches(text))
        {
            var (side, actual) = (range.Groups["side"].Value, range.Groups["what"].Value == "width" ? ScreenWidth : ScreenHeight);
            var px = double.Parse(range.Groups["size"].ValueSpan, CultureInfo.InvariantCulture) * (range.Groups["unit"].Value is "em" or "rem" ? 16 : 1);
            if (side is "max-" or "<" or "<=" ? actual > px : side is "min-" or ">" or ">=" && actual < px)
            {
                return false;
            }
        }

        return !Elsewhere().IsMatch(text);
    }

    [GeneratedRegex(@"^\s*(?:only\s+|not\s+)?(?:[a-z]*)(?:\s+and\b|and\b|\s)*$", RegexOptions.IgnoreCase)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\(\s*(?:(?:(?:min-|max-)(?:device-)?(?:width|height)\s*:|(?:width|height)\s*[<>]=?)\s*\d{1,6}(?:\.\d{1,3})?(?:px|em|rem)|prefers-(?:color-scheme|reduced-\w+)\s*:\s*[\w-]+|orientation\s*:\s*\w+|(?:any-)?(?:hover|pointer)(?:\s*:\s*\w+)?|scripting\s*:\s*\w+|forced-colors\s*:\s*\w+|inverted-colors\s*:\s*\w+|monochrome|color)\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex Answered();

    [GeneratedRegex(@"\b(print|screen|all|speech|handheld|projection|tv|aural|braille|embossed|tty)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Medium();

    [GeneratedRegex(@"\((?<body>[^()]*)\)")]
    private static partial Regex FeatureOrRange();

    [GeneratedRegex(@"(?:(?<side>min-|max-)(?:device-)?(?<what>width|height)\s*:|(?<what>width|height)\s*(?<side>[<>]=?))\s*(?<size>\d{1,6}(?:\.\d{1,3})?)(?<unit>px|em|rem)")]
    private static partial Regex Range();

    // What such a screen is not.
    [GeneratedRegex(@"prefers-color-scheme\s*:\s*dark|prefers-reduced-\w+\s*:\s*reduce|orientation\s*:\s*portrait|hover\s*:\s*none|pointer\s*:\s*(?:coarse|none)|forced-colors\s*:\s*active|^\s*monochrome|inverted-colors\s*:\s*inverted|scripting\s*:\s*none")]
    private static partial Regex Elsewhere();
}
