using System.Text.Json;
using Pipeline.Contracts.Messages;

namespace Pipeline.Store.Documents;

/// <summary>Fetch facts as the database keeps them: Brotli of their JSON.</summary>
internal static class StoredFacts
{
    public static byte[] Pack(FetchFacts facts) => PackedJson.Pack(JsonSerializer.SerializeToUtf8Bytes(facts));

    public static FetchFacts Unpack(byte[] packed) => JsonSerializer.Deserialize<FetchFacts>(PackedJson.Unpack(packed))!;
}
