using Pipeline.Crawler.Discovery.Lists;

namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>What a function returns that does nothing but return an expression, <c>function docUrl(ch, id) { return base + ch + '/' + id; }</c>: a template of its parameters.</summary>
internal static class ScriptResult
{
    /// <summary>Name under which the result stands among the values of a program.</summary>
    public static string Key(string function) => function + "()";

    /// <returns>The names of the parameters, a line each, then the template; null for a function that does more, or whose result is not known.</returns>
    public static string? Of(ScriptFunction function, IReadOnlyDictionary<string, string> names)
    {
        if (function.Body.Count < 2 || !function.Body[0].IsName("return") || function.Parameters.Count == 0)
            return null;
        var result = Expression(function, names).Read(function.Body, 1, out var end);
        var isAll = end >= function.Body.Count || end == function.Body.Count - 1 && function.Body[end].IsSign(";");
        return isAll && result is not null && !result.Contains('\n', StringComparison.Ordinal) ? string.Join('\n', function.Parameters.Append(result)) : null;
    }

    /// <returns>The template of what the last of a function's returns gives that can be worked out; null where none can.</returns>
    public static string? Last(ScriptFunction function, IReadOnlyDictionary<string, string> names)
    {
        var expression = Expression(function, names);
        return Enumerable.Range(0, function.Body.Count).Where(at => function.Body[at].IsName("return")).Select(at => expression.Read(function.Body, at + 1, out _)).LastOrDefault(result => result is not null);
    }

    /// <summary>The result of one call; null when an argument that it needs is not known.</summary>
    /// <param name="result">As <see cref="Of"/> gives it.</param>
    public static string? Called(string result, IReadOnlyList<string?> arguments)
    {
        var lines = result.Split('\n');
        var filled = lines[^1];
        foreach (var name in RowTemplate.Fields(filled))
            if (Array.IndexOf(lines, name) is >= 0 and var at && at < arguments.Count && arguments[at] is { } argument)
                filled = filled.Replace(RowTemplate.Field(name), argument, StringComparison.Ordinal);
            else
                return null;
        return filled;
    }

    private static ScriptExpression Expression(ScriptFunction function, IReadOnlyDictionary<string, string> names) =>
        new(names.Where(pair => !function.Parameters.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal), name => function.Parameters.Contains(name) ? RowTemplate.Field(name) : null);
}
