using System.Text;

namespace Pipeline.Extractor.Sniffing;

/// <summary>Knows a mail, or a page that a browser or Word saved as one, by the header lines that it begins with.</summary>
internal static class MailKind
{
    private static readonly string[] Marks = ["mime-version:", "content-type:", "from:", "subject:", "date:", "to:", "message-id:", "received:", "return-path:"];

    // Prose may have a line "Date: …"; two different ones, each at the begin of its line, head a mail.
    private const int FewestMarks = 2;

    public static bool IsMail(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head).TrimStart('ï', '»', '¿', '\r', '\n');
        // Most documents are told by their first line.
        if (text.IndexOf('\n', StringComparison.Ordinal) is not (> 0 and var end) || !IsHeaderLine(text[..end]))
            return false;
        var lines = text.Split('\n');
        var header = lines.TakeWhile(line => line.Trim().Length > 0).ToList();
        return header.Count > 0 && header.Take(header.Count == lines.Length ? header.Count - 1 : header.Count).All(IsHeaderLine)
            && Marks.Count(mark => header.Exists(line => line.StartsWith(mark, StringComparison.OrdinalIgnoreCase))) >= FewestMarks;
    }

    private static bool IsHeaderLine(string line) =>
        line[0] is ' ' or '\t' || (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && line.AsSpan(0, colon).IndexOfAnyExceptInRange('!', '~') < 0);
}
