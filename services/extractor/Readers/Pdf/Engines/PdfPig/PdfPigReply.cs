using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Extractor.Work.Helpers;

namespace Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;

/// <summary>What that process answers: the content, or why there is none.</summary>
internal sealed record PdfPigReply
{
    private static readonly JsonSerializerOptions Options = new()
    {
        IgnoreReadOnlyProperties = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Null when it was refused.</summary>
    public PdfContent? Content { get; init; }

    /// <summary>As of <see cref="UnreadableDocumentException"/>; null when it was read.</summary>
    public string? Reason { get; init; }

    public string? Detail { get; init; }

    public static PdfPigReply Refusal(string reason, string detail) => new() { Reason = reason, Detail = detail };

    public static Task Write(PdfPigReply reply, Stream target) => Frames.Write(target, JsonSerializer.SerializeToUtf8Bytes(reply, Options));

    /// <returns>Null when the process ended without an answer.</returns>
    /// <exception cref="InvalidDataException">The answer is longer than allowed.</exception>
    public static async Task<PdfPigReply?> Read(Stream source, PdfLimits limits, CancellationToken cancellation) =>
        await Frames.Read(source, limits.OutputBytes, cancellation) is { } json ? JsonSerializer.Deserialize<PdfPigReply>(json, Options) : null;
}
