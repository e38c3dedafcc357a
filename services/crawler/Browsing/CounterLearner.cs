using System.Globalization;
using System.Text.Json;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Lists;

namespace Pipeline.Crawler.Browsing;

/// <summary>Learns from the requests for two parts of a list which field counts them. Pure.</summary>
internal static class CounterLearner
{
    /// <returns>Null where one of the usual names counts, or nothing that can be told.</returns>
    public static string? Learn(BrowserRequest first, BrowserRequest second)
    {
        if (ListCounter.Name(first.Url, first.Body) is not null)
            return null;
        var before = Fields(first);
        var after = Fields(second).ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        var counting = before.Where(field => Number(field.Value) is { } number && after.TryGetValue(field.Key, out var value) && Number(value) == number + 1).ToList();
        return counting.Count == 1 ? counting[0].Key : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(BrowserRequest request)
    {
        if (request.Body is null || !ListCounter.IsJson(request.Body))
            return QueryFields.Of(request.Body ?? request.Url.Query).DistinctBy(field => field.Key);
        try
        {
            using var json = JsonDocument.Parse(request.Body);
            return [.. Members(json.RootElement, 0).DistinctBy(field => field.Key)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Members(JsonElement element, int depth)
    {
        if (depth > 4 || element.ValueKind != JsonValueKind.Object)
            yield break;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.Number or JsonValueKind.String)
                yield return new(member.Name, member.Value.ToString());
            foreach (var inner in Members(member.Value, depth + 1))
                yield return inner;
        }
    }

    private static int? Number(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000 ? number : null;
}
