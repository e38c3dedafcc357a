using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>What a transformation does to a piece of text.</summary>
internal enum TransformEffect
{
    None,

    /// <summary>Shrunk to nothing or moved off the page.</summary>
    Gone,

    /// <summary>Moved, turned or mirrored, or nobody here knows.</summary>
    Moved,
}

/// <summary>Reads transform, scale, translate and rotate.</summary>
internal static partial class TransformValue
{
    private const double Tiny = .2;

    /// <summary>Pixels to the left or up, and to the right or down: farther out nothing is meant to be seen.</summary>
    private const double Before = -500;
    private const double Behind = 2_000;

    public static TransformEffect Of(ComputedStyle style)
    {
        if (style.Count == 0)
        {
            return TransformEffect.None;
        }

        var effect = Part(style, "scale", "scale").Concat(Part(style, "translate", "translate")).Concat(Part(style, "rotate", "rotate"));
        var functions = style.GetValueOrDefault("transform") is { } transform and not ("none" or "initial" or "unset" or "inherit") ? Function().Matches(transform).Select(call => Of(call.Groups["name"].Value, call.Groups["arguments"].Value)).DefaultIfEmpty(TransformEffect.Moved) : [];
        var all = effect.Concat(functions).ToList();
        return all.Contains(TransformEffect.Gone) ? TransformEffect.Gone : all.Contains(TransformEffect.Moved) ? TransformEffect.Moved : TransformEffect.None;
    }

    private static IEnumerable<TransformEffect> Part(ComputedStyle style, string property, string function) =>
        style.GetValueOrDefault(property) is { } value and not ("none" or "initial" or "unset" or "inherit") ? [Of(function, value)] : [];

    private static TransformEffect Of(string function, string arguments)
    {
        var parts = CssText.Split(arguments, ',', ' ');
        return function switch
        {
            "scale" or "scalex" or "scaley" or "scale3d" => Scaled(parts.Take(2).Select(part => part.EndsWith('%') ? CssLength.Number(part[..^1]) / 100 : CssLength.Number(part))),
            "matrix" => parts.Select(CssLength.Number).ToList() is [{ } a, { } b, { } c, { } d, var x, var y] ? Matrix(a, b, c, d, x, y) : TransformEffect.Moved,
            "translate" or "translatex" or "translatey" or "translate3d" => Translated(parts),
            "rotatex" or "rotatey" => Turn(arguments) is { } turn ? Math.Abs(turn % 180) == 90 ? TransformEffect.Gone : turn % 360 == 0 ? TransformEffect.None : TransformEffect.Moved : TransformEffect.Moved,
            "rotate" or "rotatez" => Turn(arguments) is { } turn && turn % 360 == 0 ? TransformEffect.None : TransformEffect.Moved,
            "translatez" => CssLength.Pixels(arguments) == 0 ? TransformEffect.None : TransformEffect.Moved,
            _ => TransformEffect.Moved,
        };
    }

    private static TransformEffect Scaled(IEnumerable<double?> factors)
    {
        var known = factors.ToList();
        return known.Exists(factor => factor is null or < -Tiny) ? TransformEffect.Moved : known.Exists(factor => factor < Tiny) ? TransformEffect.Gone : TransformEffect.None;
    }

    private static TransformEffect Matrix(double a, double b, double c, double d, double? x, double? y) =>
        Math.Abs((a * d) - (b * c)) < Tiny * Tiny ? TransformEffect.Gone
        : IsOffScreen(x) || IsOffScreen(y) ? TransformEffect.Gone
        : a > Tiny && d > Tiny && b == 0 && c == 0 && x == 0 && y == 0 ? TransformEffect.None : TransformEffect.Moved;

    private static TransformEffect Translated(List<string> parts)
    {
        var lengths = parts.Take(2).Select(part => CssLength.Pixels(part)).ToList();
        return lengths.Exists(IsOffScreen) ? TransformEffect.Gone : lengths.TrueForAll(length => length == 0) ? TransformEffect.None : TransformEffect.Moved;
    }

    private static bool IsOffScreen(double? length) => length is < Before or > Behind;

    private static double? Turn(string angle) =>
        angle.Trim() is var text && text.EndsWith("deg", StringComparison.Ordinal) ? CssLength.Number(text[..^3]) : text.EndsWith("turn", StringComparison.Ordinal) ? CssLength.Number(text[..^4]) * 360 : CssLength.Number(text) == 0 ? 0 : null;

    [GeneratedRegex(@"(?<name>[a-z0-9]+)\((?<arguments>[^()]*)\)")]
    private static partial Regex Function();
}
