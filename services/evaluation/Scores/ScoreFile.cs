using System.Text.Encodings.Web;
using System.Text.Json;
using Pipeline.Evaluation.Corpora;

namespace Pipeline.Evaluation.Scores;

/// <summary>Keeps scores, so that a later version of the extractor can be compared with this one.</summary>
public static class ScoreFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <exception cref="IOException">It cannot be written: the message says where and why.</exception>
    public static async Task Save(CorpusScore score, string file, CancellationToken cancellation)
    {
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(score, Options), cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The result could not be saved to {file}: {error.Message}", error);
        }
    }

    /// <exception cref="CorpusException">The file is no saved result.</exception>
    public static async Task<CorpusScore> Load(string file, CancellationToken cancellation)
    {
        try
        {
            return JsonSerializer.Deserialize<CorpusScore>(await File.ReadAllTextAsync(file, cancellation), Options)
                ?? throw new JsonException("it is empty.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new CorpusException($"{file} is no saved result ({error.Message}): save one with pipeline eval CORPUS --save FILE.");
        }
    }
}
