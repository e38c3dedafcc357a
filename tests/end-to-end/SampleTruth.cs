using System.Text.Json;

namespace Pipeline.EndToEnd.Tests;

/// <summary>What is printed on one report of the sample site.</summary>
internal sealed record SampleTruth(string Form, int Year, string Authority, string? Title, string? Published, IReadOnlyDictionary<string, decimal?> Cells, IReadOnlyList<string> Violations)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Truth");

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Paths of the sample site that carry a report.</summary>
    public static IReadOnlyDictionary<string, string> Paths { get; } =
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Folder, "expected.json")))!;

    public static SampleTruth Of(string path) =>
        JsonSerializer.Deserialize<SampleTruth>(File.ReadAllText(Path.Combine(Folder, Paths[path] + ".json")), Web)!;
}
