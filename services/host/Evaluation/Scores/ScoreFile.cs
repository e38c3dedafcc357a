using System.Text.Encodings.Web;
using System.Text.Json;
using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Evaluation.Scores;

/// <summary>Keeps scores, so that a later version of the extractor can be compared with this one.</summary>
internal static class ScoreFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static async Task Save(CorpusScore score, string file, CancellationToken cancellation)
    {
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(score, Options), cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"The result could not be saved to {file}: {error.Message}");
        }
    }

    public static async Task<CorpusScore> Load(string file, CancellationToken cancellation)
    {
        try
        {
            return JsonSerializer.Deserialize<CorpusScore>(await File.ReadAllTextAsync(file, cancellation), Options)
                ?? throw new JsonException("it is empty.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new CommandFailedException($"{file} is no saved result ({error.Message}): save one with pipeline eval CORPUS --save FILE.", ExitCode.WrongUse);
        }
    }
}
