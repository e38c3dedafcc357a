namespace Pipeline.Crawler.Robots;

/// <summary>One Allow or Disallow line.</summary>
internal sealed record RobotsRule
{
    private readonly string[] _pieces;
    private readonly bool _isAnchored;

    /// <param name="pattern">Its path in the form of <see cref="RobotsText.OfPattern"/>; <c>*</c> stands for any octets, a closing <c>$</c> for the end.</param>
    /// <param name="line">From 1.</param>
    public RobotsRule(bool isAllow, string pattern, int line)
    {
        IsAllow = isAllow;
        Pattern = pattern;
        Line = line;
        _isAnchored = pattern.EndsWith('$');
        _pieces = (_isAnchored ? pattern[..^1] : pattern).Split('*');
    }

    public bool IsAllow { get; }

    public string Pattern { get; }

    public int Line { get; }

    /// <summary>Whether the rule speaks of a path in the form of <see cref="RobotsText.OfPath"/>. Takes time in proportion to the two lengths.</summary>
    public bool Matches(ReadOnlySpan<char> path)
    {
        if (_pieces.Length == 1)
            return _isAnchored ? path.SequenceEqual(_pieces[0]) : path.StartsWith(_pieces[0], StringComparison.Ordinal);
        if (!path.StartsWith(_pieces[0], StringComparison.Ordinal))
            return false;
        // Taking each piece at the first place where it fits leaves the most room for the next: no need to come back.
        var rest = path[_pieces[0].Length..];
        foreach (var piece in _pieces.AsSpan(1, _pieces.Length - 2))
        {
            var at = rest.IndexOf(piece, StringComparison.Ordinal);
            if (at < 0)
                return false;
            rest = rest[(at + piece.Length)..];
        }

        return _isAnchored ? rest.EndsWith(_pieces[^1], StringComparison.Ordinal) : rest.IndexOf(_pieces[^1], StringComparison.Ordinal) >= 0;
    }

    public override string ToString() => $"{(IsAllow ? "Allow" : "Disallow")}: {(Pattern.Length <= 100 ? Pattern : string.Concat(Pattern.AsSpan(0, 100), "…"))} (line {Line})";
}
