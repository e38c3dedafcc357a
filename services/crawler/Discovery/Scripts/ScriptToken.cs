namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>What a token of a script is.</summary>
public enum ScriptTokenKind
{
    Name,
    Number,

    /// <summary>A string or template, its escapes undone; a template keeps its <c>${…}</c>.</summary>
    Text,

    /// <summary>A regular expression between slashes, without its flags.</summary>
    Pattern,

    /// <summary>One character of punctuation, or <c>=&gt;</c>, <c>==</c> and its like.</summary>
    Sign,
}

public readonly record struct ScriptToken(ScriptTokenKind Kind, string Text)
{
    public bool IsSign(string sign) => Kind == ScriptTokenKind.Sign && Text == sign;

    public bool IsName(string name) => Kind == ScriptTokenKind.Name && Text == name;
}
