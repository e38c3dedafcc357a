namespace Pipeline.Extractor.Sniffing;

/// <summary>Knows files that are compressed by themselves by the first bytes of their one stream.</summary>
internal static class CompressedKind
{
    public static string? Of(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) ? MediaTypes.Gzip
        : head.StartsWith((ReadOnlySpan<byte>)[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) ? MediaTypes.Xz
        // The size of a block, then the mark of the first one.
        : head.StartsWith("BZh"u8) && head.Length > 9 && head[4..10].SequenceEqual((ReadOnlySpan<byte>)[0x31, 0x41, 0x59, 0x26, 0x53, 0x59]) ? MediaTypes.Bzip2
        : null;
}
