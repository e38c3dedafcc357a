using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Contracts;

/// <summary>SHA-256 of a response body, 64 lower-case hexadecimal digits: the name under which its bytes are kept.</summary>
[JsonConverter(typeof(SnapshotHashJsonConverter))]
public readonly record struct SnapshotHash
{
    private readonly string? _hex;

    /// <exception cref="FormatException">The text is not 64 hexadecimal digits.</exception>
    public SnapshotHash(string hex)
    {
        if (hex.Length != 64 || !hex.All(char.IsAsciiHexDigit))
            throw new FormatException($"'{hex}' is not a snapshot hash; a SHA-256 in hexadecimal has 64 digits.");
        _hex = hex.ToLowerInvariant();
    }

    public static SnapshotHash Of(ReadOnlySpan<byte> body) => new(Convert.ToHexStringLower(SHA256.HashData(body)));

    public override string ToString() => _hex ?? throw new InvalidOperationException("An unset snapshot hash was used.");
}

public sealed class SnapshotHashJsonConverter : JsonConverter<SnapshotHash>
{
    public override SnapshotHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, SnapshotHash value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
