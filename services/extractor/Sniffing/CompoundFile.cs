using System.Buffers.Binary;
using System.Text;

namespace Pipeline.Extractor.Sniffing;

/// <summary>The directory of an OLE2 compound file, the container of Office files until 2007: names of its streams and the first bytes of each.</summary>
internal static class CompoundFile
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;

    /// <summary>Office files have some twenty streams; a directory without end stops here.</summary>
    private const int MostEntries = 2000;

    private static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    /// <returns>Streams and storages in the directory's order; those that could be reached where the file is cut off.</returns>
    public static IReadOnlyList<Entry> Entries(ReadOnlySpan<byte> bytes)
    {
        var entries = new List<Entry>();
        if (bytes.Length < HeaderLength || !IsOne(bytes))
            return entries;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]);
        if (shift is not (9 or 12))
            return entries;
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(bytes[48..]);
        while (entries.Count < MostEntries && Sector(bytes, sector, shift) is { Length: > 0 } content)
        {
            for (var at = 0; at + EntryLength <= content.Length; at += EntryLength)
            {
                if (EntryAt(content.Slice(at, EntryLength)) is { } entry)
                    entries.Add(entry);
            }
            if (Next(bytes, sector, shift) is not { } next || next == sector)
                break;
            sector = next;
        }
        return entries;
    }

    /// <summary>The first sector of a stream, 512 bytes or more; empty where it lies outside the file or among the small ones.</summary>
    public static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> bytes, Entry entry) =>
        entry.Size < 4096 ? [] : Sector(bytes, entry.FirstSector, BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]));

    private static Entry? EntryAt(ReadOnlySpan<byte> entry)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        return length is < 4 or > 64
            ? null
            : new Entry(Encoding.Unicode.GetString(entry[..(length - 2)]), BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]));
    }

    private static ReadOnlySpan<byte> Sector(ReadOnlySpan<byte> bytes, uint sector, int shift)
    {
        var start = ((long)sector + 1) << shift;
        return start >= bytes.Length ? [] : bytes[(int)start..(int)Math.Min(bytes.Length, start + (1L << shift))];
    }

    /// <summary>The table of sectors is itself in sectors, of which the header names the first 109: enough for 7 MB. Beyond, the chain ends here.</summary>
    private static uint? Next(ReadOnlySpan<byte> bytes, uint sector, int shift)
    {
        var numbersPerSector = 1 << (shift - 2);
        var table = sector / (uint)numbersPerSector;
        if (table >= 109)
            return null;
        var content = Sector(bytes, BinaryPrimitives.ReadUInt32LittleEndian(bytes[(76 + ((int)table * 4))..]), shift);
        var place = (int)(sector % (uint)numbersPerSector) * 4;
        return place + 4 > content.Length ? null : BinaryPrimitives.ReadUInt32LittleEndian(content[place..]);
    }

    /// <param name="Size">In bytes.</param>
    public readonly record struct Entry(string Name, uint FirstSector, uint Size);
}
