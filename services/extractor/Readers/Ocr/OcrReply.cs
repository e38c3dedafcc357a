using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Extractor.Work.Helpers;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>What the process that recognises characters answers: the pages of a picture file, or why there are none.</summary>
internal sealed record OcrReply
{
    private static readonly JsonSerializerOptions Options = new()
    {
        IgnoreReadOnlyProperties = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Null when it was refused; the page that the picture shows.</summary>
    public ImmutableArray<OcrPage>? Pages { get; init; }

    /// <summary>As of <see cref="UnreadableDocumentException"/>; null when it was read.</summary>
    public string? Reason { get; init; }

    public string? Detail { get; init; }

    /// <summary>What a process says before all else, when its models are loaded.</summary>
    public static OcrReply Ready { get; } = new() { Pages = [] };

    public static OcrReply Refusal(string reason, string detail) => new() { Reason = reason, Detail = detail };

    public static Task Write(OcrReply reply, Stream target) => Frames.Write(target, JsonSerializer.SerializeToUtf8Bytes(reply, Options));

    /// <returns>Null when the process ended without an answer.</returns>
    /// <exception cref="InvalidDataException">The answer is longer than allowed.</exception>
    public static async Task<OcrReply?> Read(Stream source, OcrLimits limits, CancellationToken cancellation) =>
        await Frames.Read(source, limits.OutputBytes, cancellation) is { } json ? JsonSerializer.Deserialize<OcrReply>(json, Options) : null;
}
