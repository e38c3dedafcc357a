using System.Buffers.Binary;
using System.Text;

namespace Pipeline.Extractor.Tests.Readers.Office;

/// <summary>Writes a compound file with one stream: header, table of sectors, directory, and the stream's eight sectors.</summary>
internal static class CompoundDocument
{
    private const int SectorLength = 512;

    /// <param name="flags">Sixteen bits at place ten of the stream, where Word keeps what a file is.</param>
    public static byte[] With(string stream, ushort flags = 0)
    {
        var file = new byte[SectorLength * 11];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        Word(file, 30, 9);
        Double(file, 44, 1);
        Double(file, 48, 1);
        for (var i = 0; i < 109; i++)
            Double(file, 76 + (i * 4), i == 0 ? 0 : 0xFFFFFFFF);
        for (var i = 0; i < 128; i++)
            Double(file, SectorLength + (i * 4), i switch { 0 => 0xFFFFFFFD, 1 => 0xFFFFFFFE, >= 2 and < 9 => (uint)i + 1, 9 => 0xFFFFFFFE, _ => 0xFFFFFFFF });
        Entry(file.AsSpan(SectorLength * 2), "Root Entry", 0xFFFFFFFE, 0);
        Entry(file.AsSpan((SectorLength * 2) + 128), stream, 2, 4096);
        Word(file, (SectorLength * 3) + 10, flags);
        return file;
    }

    private static void Entry(Span<byte> entry, string name, uint sector, uint size)
    {
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], sector);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], size);
    }

    private static void Word(byte[] file, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);

    private static void Double(byte[] file, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
}
