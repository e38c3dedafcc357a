using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>The pages of a TIFF, which its directories chain together; each can be read alone, so that a thousand of them are never in memory at once.</summary>
internal static class TiffPages
{
    private const int HeadLength = 8;
    private const int EntryLength = 12;

    /// <summary>Pages beyond which they are no longer counted, and where a chain that leads back into itself ends.</summary>
    private const int Most = 10_000;

    /// <returns>Places of the directories in the file, in order; empty for a file of another kind.</returns>
    public static ImmutableArray<uint> Of(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("II*\0"u8) && !bytes.StartsWith("MM\0*"u8))
            return [];
        var places = ImmutableArray.CreateBuilder<uint>();
        var seen = new HashSet<uint>();
        for (var next = Number(bytes, 4); next >= HeadLength && places.Count < Most && seen.Add(next); next = Next(bytes, next))
            places.Add(next);
        return places.ToImmutable();
    }

    /// <returns>The file with this page as its first.</returns>
    public static ReadOnlyMemory<byte> Page(ReadOnlyMemory<byte> file, uint directory)
    {
        var bytes = file.ToArray();
        if (IsLittle(bytes))
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), directory);
        else
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), directory);
        return bytes;
    }

    /// <returns>0 where there is none.</returns>
    private static uint Next(ReadOnlySpan<byte> bytes, uint directory)
    {
        if (directory + 2L > bytes.Length)
            return 0;
        var two = bytes[(int)directory..];
        var entries = IsLittle(bytes) ? BinaryPrimitives.ReadUInt16LittleEndian(two) : BinaryPrimitives.ReadUInt16BigEndian(two);
        return Number(bytes, directory + 2L + (entries * EntryLength));
    }

    private static uint Number(ReadOnlySpan<byte> bytes, long at) => at + sizeof(uint) > bytes.Length ? 0
        : IsLittle(bytes) ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)at..]);

    private static bool IsLittle(ReadOnlySpan<byte> bytes) => bytes[0] == 'I';
}
