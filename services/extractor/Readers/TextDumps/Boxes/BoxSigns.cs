namespace Pipeline.Extractor.Readers.TextDumps.Boxes;

/// <summary>The characters that draw boxes: Unicode's own, or hyphens, equal signs, bars and plus signs.</summary>
internal static class BoxSigns
{
    private const string Rules = "-=─━═╌┄┈";

    private const string Bars = "|│┃║┆┊";

    /// <summary>A piece of a horizontal rule, joints included.</summary>
    public static bool IsRule(char c) => Rules.Contains(c, StringComparison.Ordinal) || IsJoint(c);

    /// <summary>A piece of a vertical rule, joints included.</summary>
    public static bool IsBar(char c) => Bars.Contains(c, StringComparison.Ordinal) || IsJoint(c);

    /// <summary>Where rules meet or turn.</summary>
    public static bool IsJoint(char c) => c == '+' || (c is >= '\u250C' and <= '\u254B') || (c is >= '\u2552' and <= '\u256C');

    /// <summary>Whether the line begins a box: a corner, then a rule.</summary>
    public static bool IsTop(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length < 3 || !IsJoint(line[0]))
            return false;
        foreach (var c in line)
        {
            if (!IsRule(c))
                return false;
        }

        return true;
    }

    /// <summary>Whether the line begins with a vertical rule or a joint.</summary>
    public static bool IsLine(ReadOnlySpan<char> line) => line.Trim() is [var first, .., var last] && IsBar(first) && IsBar(last);
}
