using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Pipeline.Store.Tests.Warc;

/// <summary>One record of a WARC file, read as the standard says: a gzip member, a head, a block of the stated length, two empty lines.</summary>
internal sealed record WarcMember(IReadOnlyDictionary<string, string> Fields, byte[] Block)
{
    public string Http => Encoding.Latin1.GetString(Block);

    /// <summary>Reads a file member by member: each must unpack alone.</summary>
    public static IReadOnlyList<WarcMember> All(byte[] file) => [.. Starts(file).Zip([.. Starts(file).Skip(1), file.Length], (start, end) => Read(file[start..end]))];

    // Deflated data may hold the magic by chance, but never at a place where the bytes before it end a member.
    private static List<int> Starts(byte[] file) =>
        [.. Enumerable.Range(0, file.Length - 2).Where(at => file.AsSpan(at).StartsWith<byte>([0x1F, 0x8B, 0x08]) && (at == 0 || IsMember(file, at)))];

    private static bool IsMember(byte[] file, int at)
    {
        try
        {
            return Unpacked(file[at..]).AsSpan().StartsWith("WARC/1.1\r\n"u8);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static WarcMember Read(byte[] member)
    {
        var record = Unpacked(member);
        var end = record.AsSpan().IndexOf("\r\n\r\n"u8);
        var lines = Encoding.UTF8.GetString(record.AsSpan(0, end)).Split("\r\n");
        Assert.Equal("WARC/1.1", lines[0]);
        var fields = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var block = record[(end + 4)..^4];
        Assert.Equal(int.Parse(fields["Content-Length"], CultureInfo.InvariantCulture), block.Length);
        Assert.Equal("\r\n\r\n", Encoding.ASCII.GetString(record.AsSpan(record.Length - 4)));
        return new(fields, block);
    }

    private static byte[] Unpacked(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
