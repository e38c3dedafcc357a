using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Contracts.Locators;

namespace Pipeline.Host.Extraction;

/// <summary>
/// Writes an <see cref="ExtractedFile"/> as one line of JSON. Generated code that only writes: reflection would double the start-up time of <c>extract</c>, and what
/// describes the types to a reader costs a seventh of it.
/// </summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ExtractedFile))]
// Which of several types a locator is must be known to write it.
[JsonSerializable(typeof(Locator), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(HtmlLocator), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PdfLocator), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TextLocator), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DocxLocator), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(OcrLocator), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SheetLocator), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(EntryLocator), GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ExtractedFileJson : JsonSerializerContext
{
    // Chinese text stays readable; the line goes to a file or a program, never into a web page.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <param name="line">Emptied, then filled with the line in UTF-8, its end included.</param>
    public static void Write(ExtractedFile file, ArrayBufferWriter<byte> line)
    {
        line.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(line, Readable))
            Default.ExtractedFile.SerializeHandler!(writer, file);
        line.Write("\n"u8);
    }
}
