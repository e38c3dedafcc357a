using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Store.Journal;

/// <summary>
/// The journal's files: <c>2026-11.jsonl</c>, a file a month, only ever appended to; <c>finished.json</c>, the records that are finished, and
/// <c>people.json</c>, what people said besides, each written anew when it is another; and <c>position.json</c>, which says how far the database has been copied. A line may stand twice after a kill: whoever reads it takes each only once.
/// </summary>
/// <param name="path">Made with the first line.</param>
public sealed class JournalFolder(string path)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private string PositionFile => Path.Combine(path, "position.json");

    private string FinishedFile => Path.Combine(path, "finished.json");

    private string PeopleFile => Path.Combine(path, "people.json");

    public bool IsEmpty => !Directory.Exists(path) || !Files().Any();

    /// <summary>Where the next copy begins.</summary>
    internal JournalPosition Position => Whole<JournalPosition>(PositionFile) ?? new();

    /// <summary>Records that people have finished with.</summary>
    internal IReadOnlyList<FinishedRecord> Finished => Whole<List<FinishedRecord>>(FinishedFile) ?? [];

    /// <summary>What people said besides, table by table: <see cref="KeptTables"/>.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<Dictionary<string, JsonElement>>> People => Whole<Dictionary<string, IReadOnlyList<Dictionary<string, JsonElement>>>>(PeopleFile) ?? [];

    internal async Task Append(IReadOnlyCollection<JournalLine> lines, DateTimeOffset now, CancellationToken cancellation)
    {
        Directory.CreateDirectory(path);
        var file = Path.Combine(path, now.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture) + ".jsonl");
        await using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read);
        // Behind a line that a kill has torn.
        if (stream.Position > 0 && !EndsWithLine(file))
            stream.WriteByte((byte)'\n');
        foreach (var line in lines)
        {
            await JsonSerializer.SerializeAsync(stream, line, Json, cancellation);
            stream.WriteByte((byte)'\n');
        }

        stream.Flush(flushToDisk: true);
    }

    internal Task Replace(IReadOnlyList<FinishedRecord> finished, CancellationToken cancellation) => Replace(FinishedFile, finished, cancellation);

    internal async Task ReplacePeople(IReadOnlyDictionary<string, IReadOnlyList<Dictionary<string, object?>>> people, CancellationToken cancellation)
    {
        var known = File.Exists(PeopleFile) ? await File.ReadAllTextAsync(PeopleFile, cancellation) : null;
        if (known != JsonSerializer.Serialize(people, Json) && (known is not null || people.Values.Any(rows => rows.Count > 0)))
            await Replace(PeopleFile, people, cancellation);
    }

    internal Task Replace(JournalPosition position, CancellationToken cancellation) => Replace(PositionFile, position, cancellation);

    /// <summary>Every line in the order in which it was written; null for one that cannot be read.</summary>
    public async IAsyncEnumerable<JournalLine?> Read([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var file in Files())
            await foreach (var line in File.ReadLinesAsync(file, cancellation))
                yield return Parsed(line);
    }

    private async Task Replace<T>(string file, T content, CancellationToken cancellation)
    {
        Directory.CreateDirectory(path);
        var written = file + ".new";
        await File.WriteAllTextAsync(written, JsonSerializer.Serialize(content, Json), cancellation);
        File.Move(written, file, overwrite: true);
    }

    private static T? Whole<T>(string file) => File.Exists(file) ? JsonSerializer.Deserialize<T>(File.ReadAllText(file), Json) : default;

    private IEnumerable<string> Files() => Directory.EnumerateFiles(path, "*.jsonl").Order(StringComparer.Ordinal);

    private static JournalLine? Parsed(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalLine>(line, Json);
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            return null;
        }
    }

    private static bool EndsWithLine(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() == '\n';
    }
}

/// <summary>How far the database has been copied.</summary>
/// <param name="Fetch">Id of the last fetch.</param>
/// <param name="Review">Id of the last decision.</param>
/// <param name="Audit">Id of the last entry of the audit log.</param>
/// <param name="Finished">What tells the finished records that were written from others.</param>
internal sealed record JournalPosition(long Fetch = 0, long Review = 0, long Audit = 0, string Finished = JournalPosition.NoneFinished)
{
    /// <summary>When none were ever finished.</summary>
    public const string NoneFinished = "0 of 0";
}
