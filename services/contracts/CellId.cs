using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Contracts;

/// <summary>Name of one cell of an official form, such as <c>applications.granted.total</c>; declared in a file of <c>forms/</c>.</summary>
[JsonConverter(typeof(CellIdJsonConverter))]
public readonly record struct CellId
{
    private readonly string? _id;

    /// <exception cref="FormatException">The text is not one or more lower-case words joined by dots.</exception>
    public CellId(string id)
    {
        if (id.Length == 0 || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_'))
            throw new FormatException($"'{id}' is not a cell id; one looks like 'applications.granted.total'.");
        _id = id;
    }

    public override string ToString() => _id ?? throw new InvalidOperationException("An unset cell id was used.");
}

public sealed class CellIdJsonConverter : JsonConverter<CellId>
{
    public override CellId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, CellId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
