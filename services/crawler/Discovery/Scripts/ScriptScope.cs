using System.Buffers;

namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>A run of tokens with what its names mean.</summary>
/// <param name="Unknown">What stands for a name without a value; null gives up what needs one.</param>
internal readonly record struct ScriptScope(IReadOnlyList<ScriptToken> Tokens, IReadOnlyDictionary<string, string> Names, Func<string, string?>? Unknown)
{
    // In no address that a page means to visit.
    private static readonly SearchValues<char> Foreign = SearchValues.Create("<>{} \n");

    public bool Sign(int at, string sign) => at >= 0 && at < Tokens.Count && Tokens[at].IsSign(sign);

    public bool Name(int at, params ReadOnlySpan<string> names)
    {
        if (at < 0 || at >= Tokens.Count || Tokens[at].Kind != ScriptTokenKind.Name)
            return false;
        foreach (var name in names)
            if (Tokens[at].Text == name)
                return true;
        return false;
    }

    public string? Value(int at, out int end) => new ScriptExpression(Names, Unknown).Read(Tokens, at, out end);

    public ScriptTarget? Target(int at, ScriptUse use) => Target(Value(at, out _), use);

    public static ScriptTarget? Target(string? address, ScriptUse use) => address is { Length: > 0 } && LooksLikeAddress(address) ? new ScriptTarget(address.Trim(), use) : null;

    private static bool LooksLikeAddress(string text) =>
        !text.AsSpan().ContainsAny(Foreign) && text.AsSpan().ContainsAny('/', '.', '?') && !text.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);
}
