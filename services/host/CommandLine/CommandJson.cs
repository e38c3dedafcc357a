using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pipeline.Host.CommandLine;

/// <summary>JSON as the commands print it: names in snake case, Chinese text readable.</summary>
internal static class CommandJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The value on one line.</summary>
    public static string Object<T>(T value) => JsonSerializer.Serialize(value, Options);
}
