using System.Buffers.Binary;
using System.Text;

namespace Pipeline.Extractor.Tests.Containers;

/// <summary>Writes RAR archives of the fourth format with stored files: no free program writes one.</summary>
internal static class RarFile
{
    public static byte[] With(params (string Name, byte[] Content)[] files)
    {
        using var archive = new MemoryStream();
        archive.Write([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x00]);
        archive.Write(Block(0x73, 0, new byte[6]));
        foreach (var (name, content) in files)
        {
            archive.Write(Block(0x74, 0x8000, FileHeader(name, content)));
            archive.Write(content);
        }
        archive.Write(Block(0x7B, 0x4000, []));
        return archive.ToArray();
    }

    private static byte[] FileHeader(string name, byte[] content)
    {
        var bytes = Encoding.ASCII.GetBytes(name);
        var header = new byte[25 + bytes.Length];
        BinaryPrimitives.WriteInt32LittleEndian(header, content.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), content.Length);
        header[8] = 3;
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(9), Crc32(content));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(13), 0x58210000);
        (header[17], header[18]) = (20, 0x30);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(19), (ushort)bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(21), 0x81A4);
        bytes.CopyTo(header, 25);
        return header;
    }

    private static byte[] Block(byte type, ushort flags, byte[] content)
    {
        var block = new byte[7 + content.Length];
        block[2] = type;
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(3), flags);
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(5), (ushort)block.Length);
        content.CopyTo(block, 7);
        BinaryPrimitives.WriteUInt16LittleEndian(block, (ushort)Crc32(block.AsSpan(2)));
        return block;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFF;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
        }
        return ~crc;
    }
}
