using System.Text.Json;

namespace Pipeline.Crawler.Sources;

/// <summary>A JSON value that knows its line, so that a fault can be shown where it stands.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Members">Of an object: name, line of the name, value. Else empty.</param>
/// <param name="Items">Of an array. Else empty.</param>
/// <param name="Text">Of a string; of a number its digits. Else null.</param>
internal sealed record PlacedJson(
    JsonTokenType Kind, int Line, IReadOnlyList<(string Name, int Line, PlacedJson Value)> Members, IReadOnlyList<PlacedJson> Items, string? Text)
{
    /// <exception cref="JsonException">The text is no JSON; its line counts from 0.</exception>
    public static PlacedJson Parse(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8))
            json = json[3..];
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 });
        reader.Read();
        var value = Value(ref reader, json);
        // Anything behind the value is a fault that the reader reports.
        reader.Read();
        return value;
    }

    private static PlacedJson Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var (kind, line) = (reader.TokenType, LineAt(json, reader.TokenStartIndex));
        if (kind == JsonTokenType.StartObject)
        {
            var members = new List<(string, int, PlacedJson)>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var (name, nameLine) = (reader.GetString()!, LineAt(json, reader.TokenStartIndex));
                reader.Read();
                members.Add((name, nameLine, Value(ref reader, json)));
            }

            return new(kind, line, members, [], null);
        }

        if (kind != JsonTokenType.StartArray)
            return new(kind, line, [], [], kind == JsonTokenType.String ? reader.GetString() : kind == JsonTokenType.Number ? System.Text.Encoding.UTF8.GetString(reader.ValueSpan) : null);
        var items = new List<PlacedJson>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Value(ref reader, json));
        return new(kind, line, [], items, null);
    }

    private static int LineAt(ReadOnlySpan<byte> json, long position) => json[..(int)position].Count((byte)'\n') + 1;
}
