using System.Text.Json;

namespace Pipeline.Host.SampleSite;

/// <summary>How the sample site answers one path, where it differs from a plain file.</summary>
/// <param name="Status">Sent without a body; null for the file with 200 or 304.</param>
internal sealed record SampleResponse(int? Status = null, string? ContentType = null, string? ContentDisposition = null)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <param name="file">JSON object from path to response.</param>
    public static IReadOnlyDictionary<string, SampleResponse> Load(string file) =>
        JsonSerializer.Deserialize<Dictionary<string, SampleResponse>>(File.ReadAllText(file), Web)!;
}
