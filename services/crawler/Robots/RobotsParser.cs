using System.Text;

namespace Pipeline.Crawler.Robots;

/// <summary>Reads a robots.txt (RFC 9309, 2.2). Whatever the bytes are, they are a robots.txt: lines that say nothing are passed over.</summary>
internal static class RobotsParser
{
    /// <summary>Bytes that are read of a file; RFC 9309, 2.5 asks for at least that much.</summary>
    public const int LargestFile = 500 << 10;

    // A line holds the longest address that browsers take (2083) with every byte escaped, and more; it is cut where Google's parser cuts it.
    private const int LongestLine = 2083 * 8 - 1;

    public static RobotsFile Parse(ReadOnlySpan<byte> file)
    {
        var text = file[..Math.Min(file.Length, LargestFile)];
        text = text[ByteOrderMark(text)..];
        var reading = new RobotsGroups();
        for (var number = 1; !text.IsEmpty; number++)
        {
            var end = text.IndexOfAny((byte)'\n', (byte)'\r');
            var line = end < 0 ? text : text[..end];
            // One byte to one character: what is beyond ASCII is compared as bytes, whatever the charset.
            reading.Line(Encoding.Latin1.GetString(line[..Math.Min(line.Length, LongestLine)]), number);
            if (end < 0)
                break;
            text = text[(end + (text[end..].StartsWith("\r\n"u8) ? 2 : 1))..];
        }

        return reading.File();
    }

    // Editors leave it whole or in part.
    private static int ByteOrderMark(ReadOnlySpan<byte> text)
    {
        var mark = "\uFEFF"u8;
        var length = 0;
        while (length < mark.Length && length < text.Length && text[length] == mark[length])
            length++;
        return length;
    }
}
