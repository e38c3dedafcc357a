using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Tests.Readers.Pdf;

/// <summary>A PDF whose tables of characters name another character than the one that is painted.</summary>
internal static partial class LyingPdf
{
    /// <param name="pdf">With a plain table of objects and packed streams, as Chromium and LibreOffice write it.</param>
    /// <param name="painted">The character whose name changes, in every font.</param>
    public static byte[] Of(byte[] pdf, char painted, char said)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = text.LastIndexOf("trailer", StringComparison.Ordinal);
        var starts = Objects().Matches(text).Select(start => (Number: int.Parse(start.Groups[1].ValueSpan, CultureInfo.InvariantCulture), start.Index)).ToList();
        var ends = starts.Skip(1).Select(start => start.Index).Append(text.LastIndexOf("xref", trailer, StringComparison.Ordinal)).ToList();
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new SortedDictionary<int, int>();
        foreach (var ((number, start), end) in starts.Zip(ends))
        {
            places[number] = file.Length;
            file.Append(Object(text[start..end], number, painted, said));
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Keys.Max() + 1}\n0000000000 65535 f \n");
        for (var number = 1; number <= places.Keys.Max(); number++)
            file.Append(CultureInfo.InvariantCulture, $"{places.GetValueOrDefault(number):D10} 00000 n \n");
        file.Append(text[trailer..text.LastIndexOf("startxref", StringComparison.Ordinal)]).Append(CultureInfo.InvariantCulture, $"startxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Object(string text, int number, char painted, char said)
    {
        if (Stream().Match(text) is not { Success: true } stream || !text.Contains("FlateDecode", StringComparison.Ordinal) || Unpacked(stream.Groups[1].Value) is not { } map || !map.Contains("begincmap", StringComparison.Ordinal))
            return text;
        var lie = Lie(map, painted, said);
        return $"{number} 0 obj\n<< /Length {lie.Length} >>\nstream\n{lie}\nendstream\nendobj\n";
    }

    // Single codes are renamed; of a range each code is named for itself.
    private static string Lie(string map, char painted, char said)
    {
        char Said(int character) => character == painted ? said : (char)character;
        var single = Singles().Replace(map, code => $"{code.Groups[1].Value}<{(int)Said(Number(code.Groups[2].Value)):X4}>");
        return Ranges().Replace(single, range =>
        {
            var characters = Enumerable.Range(Number(range.Groups[3].Value), Number(range.Groups[2].Value) - Number(range.Groups[1].Value) + 1);
            return $"<{range.Groups[1].Value}> <{range.Groups[2].Value}> [{string.Join(' ', characters.Select(character => $"<{(int)Said(character):X4}>"))}]";
        });
    }

    private static int Number(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string? Unpacked(string packed)
    {
        try
        {
            using var source = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(packed)), CompressionMode.Decompress);
            using var reader = new StreamReader(source, Encoding.Latin1);
            return reader.ReadToEnd();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(\d+) 0 obj", RegexOptions.Multiline)]
    private static partial Regex Objects();

    [GeneratedRegex(@"^(<[0-9A-Fa-f]+>\s*)<([0-9A-Fa-f]{4})>$", RegexOptions.Multiline)]
    private static partial Regex Singles();

    [GeneratedRegex(@"^<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]{4})>$", RegexOptions.Multiline)]
    private static partial Regex Ranges();

    [GeneratedRegex(@"stream\r?\n(.*?)\r?\nendstream", RegexOptions.Singleline)]
    private static partial Regex Stream();
}
