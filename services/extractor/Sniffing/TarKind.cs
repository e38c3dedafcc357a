namespace Pipeline.Extractor.Sniffing;

/// <summary>Knows a TAR by the mark in the header of its first file.</summary>
internal static class TarKind
{
    private const int Mark = 257;

    public static bool IsOne(ReadOnlySpan<byte> head) => head.Length > 512 && head[Mark..].StartsWith("ustar"u8);
}
