using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pipeline.Text.Json;

/// <summary>JSON as services answer with it: alone, or where a script is to take it, in a call, behind a name, or behind what keeps other sites from it.</summary>
public static partial class JsonText
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>The JSON of an answer without what a script wants around it; null when the text is no object or array.</summary>
    public static JsonDocument? Parse(string text)
    {
        var trimmed = text.AsSpan().Trim().TrimStart('\uFEFF');
        foreach (var before in Before().EnumerateMatches(trimmed))
            trimmed = trimmed[before.Length..(Math.Max(trimmed.LastIndexOfAny('}', ']') + 1, before.Length))];
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

    /// <summary>Whether a text may be an answer by how it begins.</summary>
    public static bool Begins(string head) => Before().Replace(head.TrimStart(), "") is ['{' or '[' or '"', ..];

    // callback({…});  /**/ typeof callback === 'function' && callback({…});  var data = {…};  )]}',  for(;;);
    [GeneratedRegex(@"^(?:/\*\*/\s*)?(?:typeof\s[^&]{1,100}&&\s*)?(?:[^""'<({\[]{1,80}(?:\(\s*(?=[\[{])|=\s*(?=[\[{]))|\)\]\}',?\s*|(?:for\s*\(;;\)|while\s*\(1\))\s*;\s*)")]
    private static partial Regex Before();
}
