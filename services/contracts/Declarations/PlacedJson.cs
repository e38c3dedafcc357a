using System.Text;
using System.Text.Json;

namespace Pipeline.Contracts.Declarations;

/// <summary>A JSON value that knows where it stands, so that a fault can be shown there.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in bytes of the line.</param>
/// <param name="Members">Of an object: name, line of the name, value. Else empty.</param>
/// <param name="Items">Of an array. Else empty.</param>
/// <param name="Text">Of a string; of a number its digits. Else null.</param>
public sealed record PlacedJson(
    JsonTokenType Kind, int Line, int Column, IReadOnlyList<(string Name, int Line, PlacedJson Value)> Members, IReadOnlyList<PlacedJson> Items, string? Text)
{
    /// <summary>The value, or null with the fault noted when the text is no JSON.</summary>
    public static PlacedJson? Parse(ReadOnlySpan<byte> json, ICollection<DeclarationFault> faults)
    {
        try
        {
            return Parse(json);
        }
        catch (JsonException exception)
        {
            // The library adds its own count of lines, from zero, in words.
            var reason = exception.Message.Split(" LineNumber:", 2)[0].Split(" Path:", 2)[0];
            faults.Add(new((int)(exception.LineNumber ?? 0) + 1, $"This is no JSON: {reason}", (int)(exception.BytePositionInLine ?? 0) + 1));
            return null;
        }
    }

    /// <exception cref="JsonException">The text is no JSON; its line counts from 0.</exception>
    private static PlacedJson Parse(ReadOnlySpan<byte> json)
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
        var kind = reader.TokenType;
        var (line, column) = PlaceOf(json, reader.TokenStartIndex);
        if (kind == JsonTokenType.StartObject)
        {
            var members = new List<(string, int, PlacedJson)>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var (name, nameLine) = (reader.GetString()!, PlaceOf(json, reader.TokenStartIndex).Line);
                reader.Read();
                members.Add((name, nameLine, Value(ref reader, json)));
            }

            return new(kind, line, column, members, [], null);
        }

        if (kind != JsonTokenType.StartArray)
            return new(kind, line, column, [], [], kind == JsonTokenType.String ? reader.GetString() : kind == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan) : null);
        var items = new List<PlacedJson>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Value(ref reader, json));
        return new(kind, line, column, [], items, null);
    }

    private static (int Line, int Column) PlaceOf(ReadOnlySpan<byte> json, long position)
    {
        var before = json[..(int)position];
        return (before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
    }
}
