using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pipeline.Host.Sources;

/// <summary>Edits of a sources file that leave everything else in it as it stands: its order, its spaces and its comments.</summary>
internal static class SourcesFileText
{
    private const string Indent = "      ";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="json">A file that can be read.</param>
    /// <param name="comment">One line: who, when, why.</param>
    /// <returns>Null when there is no source of the name.</returns>
    public static byte[]? Pause(byte[] json, string source, string comment)
    {
        if (Entries(json).Find(entry => entry.Name == source) is not { } entry)
            return null;
        return entry.Paused is { } member
            ? Replace(json, member.From, member.To, $"// paused by {comment}\n{Indent}\"paused\": true")
            : Replace(json, entry.Start + 1, entry.Start + 1, $"\n{Indent}// paused by {comment}\n{Indent}\"paused\": true,");
    }

    /// <inheritdoc cref="Pause"/>
    public static byte[]? Resume(byte[] json, string source, string comment)
    {
        if (Entries(json).Find(entry => entry.Name == source) is not { } entry)
            return null;
        if (entry.Paused is not { } member)
            return json;
        var end = member.To;
        while (end < json.Length && json[end] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            end++;
        // The comma goes with its member; where the member is the last, the one before it may stay: it is allowed.
        end = end < json.Length && json[end] == ',' ? end + 1 : member.To;
        return Replace(json, member.From, end, $"// resumed by {comment}\n{Indent}");
    }

    /// <inheritdoc cref="Pause"/>
    public static byte[] Add(byte[] json, string name, string start, string comment)
    {
        var last = Entries(json)[^1];
        return Replace(json, last.End, last.End, $",\n    // added by {comment}\n    {{\n{Indent}\"name\": {JsonSerializer.Serialize(name, Readable)},\n{Indent}\"start\": [{JsonSerializer.Serialize(start, Readable)}]\n    }}");
    }

    private static byte[] Replace(byte[] json, int from, int to, string text) => [.. json.AsSpan(0, from), .. Encoding.UTF8.GetBytes(text), .. json.AsSpan(to)];

    private static List<Entry> Entries(byte[] json)
    {
        var skipped = json.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(json.AsSpan(skipped), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 });
        var entries = new List<Entry>();
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isList = reader.ValueTextEquals("sources");
            reader.Read();
            if (!isList)
                reader.Skip();
            else
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    entries.Add(Read(ref reader, skipped));
        }

        return entries;
    }

    private static Entry Read(ref Utf8JsonReader reader, int skipped)
    {
        var start = (int)reader.TokenStartIndex + skipped;
        string? name = null;
        (int, int)? paused = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var from = (int)reader.TokenStartIndex + skipped;
            var member = reader.GetString();
            reader.Read();
            if (member == "name")
                name = reader.GetString();
            reader.Skip();
            if (member == "paused")
                paused = (from, (int)reader.BytesConsumed + skipped);
        }

        return new Entry(name, start, (int)reader.BytesConsumed + skipped, paused);
    }

    /// <param name="Start">Of its brace.</param>
    /// <param name="End">Behind its other brace.</param>
    /// <param name="Paused">The member of that name with its value; null where there is none.</param>
    private sealed record Entry(string? Name, int Start, int End, (int From, int To)? Paused);
}
