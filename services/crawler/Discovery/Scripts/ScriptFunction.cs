namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>A named function of a page's scripts.</summary>
/// <param name="Body">Its tokens, without the outer braces.</param>
public sealed record ScriptFunction(string Name, IReadOnlyList<string> Parameters, IReadOnlyList<ScriptToken> Body);
