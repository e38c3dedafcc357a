using System.Text.Json;

namespace Pipeline.Text.Json;

/// <summary>JSON that another JSON holds as a text: written as one, <c>{"d": "[{\"title\": …}]"}</c>, or in base64.</summary>
public static class HeldJson
{
    // A row alone is longer; shorter texts in base64 are ids.
    private const int Shortest = 40;

    /// <returns>Null for a text that holds none.</returns>
    public static JsonElement? Of(string text)
    {
        if (text.Length < Shortest)
            return null;
        var start = text.AsSpan().TrimStart();
        var json = start is ['{' or '[', ..] ? text : start.ContainsAny('<', ' ', '.') ? null : Base64Text.Decode(text);
        if (json is null || JsonText.Parse(json) is not { } document)
            return null;
        using (document)
            return document.RootElement.Clone();
    }
}
