using System.Collections.Immutable;
using System.Text.Json;

namespace Pipeline.Evaluation.Corpora;

/// <summary>Reads <c>truth/ID.json</c> of a corpus: one report, several under <c>records</c>, or none.</summary>
internal static class TruthFile
{
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="KeyNotFoundException">A fact is missing.</exception>
    public static ImmutableArray<TruthRecord> Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var truth = document.RootElement;
        if (!truth.GetProperty("is_report").GetBoolean())
            return [];
        return truth.TryGetProperty("records", out var records) && records.GetArrayLength() > 0 ? [.. records.EnumerateArray().Select(Record)] : [Record(truth)];
    }

    private static TruthRecord Record(JsonElement record) => new(
        Text(record, "form"),
        record.TryGetProperty("year", out var year) && year.ValueKind == JsonValueKind.Number ? year.GetInt32() : null,
        Text(record, "authority"),
        record.TryGetProperty("authority_aliases", out var aliases) && aliases.ValueKind == JsonValueKind.Array ? [.. aliases.EnumerateArray().Select(alias => alias.GetString()!)] : [],
        record.GetProperty("cells").EnumerateObject().ToImmutableSortedDictionary(
            cell => cell.Name,
            cell => cell.Value.ValueKind == JsonValueKind.Number ? cell.Value.GetDecimal() : (decimal?)null,
            StringComparer.Ordinal));

    private static string? Text(JsonElement record, string name) => record.TryGetProperty(name, out var text) ? text.GetString() : null;
}
