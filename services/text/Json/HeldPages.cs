using System.Text.Json;

namespace Pipeline.Text.Json;

/// <summary>
/// Finds the pages that an answer in JSON or XML holds in its fields, whatever they are called: what a portal that is one program (Vue, React) gets for an
/// article. Markup may be plain or escaped, and may lie in JSON that a text holds.
/// </summary>
public static class HeldPages
{
    // Further fields belong to no list that a service gives at once.
    private const int Most = 500;

    // Objects within objects, JSON in texts included: deeper ones are built to exhaust the stack.
    private const int Deepest = 80;

    /// <returns>In the order of the fields; empty for a text that is neither, or holds no page.</returns>
    public static IReadOnlyList<HeldPage> Of(string text)
    {
        var pages = new List<HeldPage>();
        if (XmlText.Fields(text) is { } fields)
        {
            Take(fields, "", null, 0, pages);
        }
        else if (JsonText.Parse(text) is { } json)
        {
            using (json)
                Take(json.RootElement, "", null, 0, pages);
        }
        else if (QuotedText(text) is { } quoted)
        {
            TakeText(quoted, "", null, 0, pages);
        }
        return pages;
    }

    /// <summary>As <see cref="Of"/>, of a text that may also be the content of an article itself: its field then is empty.</summary>
    public static IReadOnlyList<HeldPage> In(string text)
    {
        var pages = new List<HeldPage>();
        TakeText(text, "", null, 0, pages);
        return pages;
    }

    private static void Take(JsonElement element, string pointer, Level? around, int depth, List<HeldPage> pages)
    {
        if (depth > Deepest || pages.Count >= Most)
            return;
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in element.EnumerateObject())
                    Take(field.Value, $"{pointer}/{Escaped(field.Name)}", new(element, around), depth + 1, pages);
                break;
            case JsonValueKind.Array:
                var at = 0;
                foreach (var item in element.EnumerateArray())
                    Take(item, $"{pointer}/{at++}", around, depth + 1, pages);
                break;
            case JsonValueKind.String:
                TakeText(element.GetString()!, pointer, around, depth, pages);
                break;
        }
    }

    private static void TakeText(string text, string pointer, Level? around, int depth, List<HeldPage> pages)
    {
        if (HeldJson.Of(text) is { } held)
            Take(held, pointer, around, depth + 1, pages);
        else if (FieldText.Markup(text) is { } markup)
            pages.Add(new(pointer, HeldHead.Of(Level.Objects(around)).Page(markup), true));
        else if (FieldText.IsProse(text))
            pages.Add(new(pointer, HeldHead.Of(Level.Objects(around)).Over(text), false));
    }

    // An answer that is one text: "<div>…".
    private static string? QuotedText(string text)
    {
        if (text.AsSpan().Trim() is not ['"', .., '"'])
            return null;
        try
        {
            return JsonSerializer.Deserialize<string>(text.Trim());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // As RFC 6901 escapes them.
    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>An object, and those around it.</summary>
    private sealed record Level(JsonElement Object, Level? Outer)
    {
        public static IEnumerable<JsonElement> Objects(Level? level)
        {
            for (; level is not null; level = level.Outer)
                yield return level.Object;
        }
    }
}
