using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>Whether what stands within an at-rule applies.</summary>
internal enum Applying
{
    Never,
    Always,

    /// <summary>Nobody here can tell: what the rules within reach is a doubt.</summary>
    Perhaps,
}

/// <summary>Reads the condition of an at-rule that holds other rules.</summary>
internal static partial class AtRule
{
    /// <param name="prelude">From the at sign to the brace; layers are no conditions.</param>
    public static Applying Of(string prelude)
    {
        var (name, condition) = Name().Match(prelude) is { Success: true } match ? (match.Value.ToLowerInvariant(), prelude[match.Length..]) : ("", "");
        return name switch
        {
            "@media" => !MediaQuery.IsKnown(condition) ? Applying.Perhaps : MediaQuery.Matches(condition) ? Applying.Always : Applying.Never,
            "@supports" => IsSupported(condition) ? Applying.Always : Applying.Perhaps,
            "@container" or "@scope" => Applying.Perhaps,
            _ => Applying.Never,
        };
    }

    // Every part is a declaration that is followed here, and all are asked for.
    private static bool IsSupported(string condition) => Features().IsMatch(condition) && Feature().Matches(condition).All(feature => StyleProperties.Parse(feature.Groups["declaration"].Value) is var parsed
        && !parsed.ContainsKey(StyleProperties.Unknown) && parsed.All(pair => FollowedStyle.Follows(pair.Key, pair.Value.Text)));

    [GeneratedRegex(@"^@[a-z-]+", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\s*\([^()]*\)(?:\s*and\s*\([^()]*\))*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Features();

    [GeneratedRegex(@"\((?<declaration>[^()]*)\)")]
    private static partial Regex Feature();
}
