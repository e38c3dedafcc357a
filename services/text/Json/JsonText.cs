using System.Text.Json;

namespace Pipeline.Text.Json;

/// <summary>JSON as services answer with it.</summary>
public static class JsonText
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    // callback({…}): a longer name is prose before a bracket.
    private const int LongestCallback = 80;

    /// <summary>The JSON of an answer, without the name of the function that a script wants called with it; null when the text is no object or array.</summary>
    public static JsonDocument? Parse(string text)
    {
        var trimmed = text.AsSpan().Trim().TrimStart('\uFEFF');
        if (trimmed.Length > 0 && trimmed[0] is not ('{' or '[') && trimmed.IndexOf('(') is > 0 and < LongestCallback and var open && trimmed.LastIndexOf(')') is var close && close > open)
            trimmed = trimmed[(open + 1)..close].Trim();
        if (trimmed.Length < 2 || trimmed[0] is not ('{' or '['))
            return null;
        try
        {
            return JsonDocument.Parse(trimmed.ToString(), Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
