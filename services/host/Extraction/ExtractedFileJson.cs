using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Host.Extraction;

/// <summary>Writes an <see cref="ExtractedFile"/> as one line of JSON. Generated code: reflection would double the start-up time of <c>extract</c>.</summary>
[JsonSerializable(typeof(ExtractedFile))]
internal sealed partial class ExtractedFileJson : JsonSerializerContext
{
    // Chinese text stays readable; the line goes to a file or a program, never into a web page.
    private static readonly ExtractedFileJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Line(ExtractedFile file) => JsonSerializer.Serialize(file, Readable.ExtractedFile);
}
