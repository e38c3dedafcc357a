using System.Text.Json;
using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Lists;
using Pipeline.Crawler.Discovery.Services;
using Pipeline.Text.Json;

namespace Pipeline.Crawler.Browsing;

/// <summary>Learns from rows of a JSON answer and the addresses under which they were shown how the one makes the other. Pure.</summary>
internal static class RowLearner
{
    // Shorter values, such as a state of 1, stand in many addresses by chance.
    private const int ShortestAlone = 4;

    // One answer holds no more rows, whatever it nests.
    private const int MostRows = 500;

    /// <summary>The template that makes the address of one row and, where there is another, of that too; null when there is none.</summary>
    /// <param name="shown">Rows as the page showed them.</param>
    public static string? Learn(string json, IReadOnlyList<FoundLink> shown)
    {
        if (JsonText.Parse(json) is not { } document)
            return null;
        using (document)
        {
            var rows = Objects(document.RootElement, 0).Take(MostRows)
                .Select(row => (Row: row, Title: JsonRow.TitleOf(row))).Where(row => row.Title.Length > 1)
                .Select(row => (row.Row, Shown: shown.FirstOrDefault(link => SameTitle(link.Text, row.Title)))).Where(row => row.Shown is not null).ToList();
            foreach (var (row, link) in rows)
                if (Template(row, link!.Url.AbsoluteUri) is { } template
                    && (rows.Count == 1 || rows.Any(other => other.Shown!.Url != link.Url && JsonList.Fill(other.Row, template) is { } address && address == other.Shown.Url.AbsoluteUri)))
                    return template;
        }

        return null;
    }

    /// <summary>Whether a page shows a title under this text: cut off at its end, or with a day beside it.</summary>
    public static bool SameTitle(string text, string title)
    {
        var shown = text.TrimEnd('.', '…', ' ');
        return shown.Length > 3 && title.Length > 3 && (text.Contains(title, StringComparison.Ordinal) || title.StartsWith(shown, StringComparison.Ordinal));
    }

    private static string? Template(JsonElement row, string address)
    {
        var template = address;
        foreach (var field in row.EnumerateObject().Select(field => (field.Name, Value: JsonList.Text(field.Value))).Where(field => field.Value is { Length: > 0 })
            .OrderByDescending(field => field.Value!.Length).ThenBy(field => field.Name.Contains("id", StringComparison.OrdinalIgnoreCase) ? 0 : 1))
        {
            var at = IndexOf(template, Uri.EscapeDataString(field.Value!));
            // The host and the scheme are nobody's field.
            if (at > address.IndexOf('/', "https://".Length))
                template = string.Concat(template.AsSpan(0, at), RowTemplate.Field(field.Name), template.AsSpan(at + Uri.EscapeDataString(field.Value!).Length));
        }

        return HasName(row, template) ? template : null;
    }

    // What fills the template is long enough to name a row, or is called an id.
    private static bool HasName(JsonElement row, string template) => RowTemplate.Fields(template).Any(name =>
        name.EndsWith("id", StringComparison.OrdinalIgnoreCase) || row.TryGetProperty(name, out var value) && JsonList.Text(value) is { Length: >= ShortestAlone });

    // Whole numbers and words only: 12 is not found in 2012.
    private static int IndexOf(string text, string value)
    {
        for (var at = text.IndexOf(value, StringComparison.Ordinal); at >= 0; at = text.IndexOf(value, at + 1, StringComparison.Ordinal))
            if (!IsWord(text, at - 1) && !IsWord(text, at + value.Length))
                return at;
        return -1;
    }

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] >= RowTemplate.Open);

    private static IEnumerable<JsonElement> Objects(JsonElement element, int depth)
    {
        if (depth > 12)
            yield break;
        if (element.ValueKind == JsonValueKind.Object)
        {
            yield return element;
            foreach (var field in element.EnumerateObject())
                foreach (var inner in Objects(field.Value, depth + 1))
                    yield return inner;
        }
        else if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray())
                foreach (var inner in Objects(item, depth + 1))
                    yield return inner;
    }
}
