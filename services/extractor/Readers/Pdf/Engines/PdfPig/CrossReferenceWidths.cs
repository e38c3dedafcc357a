namespace Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;

/// <summary>
/// The library takes the widths that a cross-reference stream states (<c>/W [1 2 1]</c>, in bytes) from the stack: a sum that is negative, or
/// becomes so by overflow, ends the process, which no handler can stop.
/// </summary>
internal static class CrossReferenceWidths
{
    /// <summary>Real widths are single digits; widths of glyphs, which have the same key, stay below six.</summary>
    private const int MostDigits = 6;

    /// <exception cref="UnreadableDocumentException">malformed</exception>
    public static void Check(ReadOnlySpan<byte> bytes)
    {
        for (var rest = bytes; rest.IndexOf("/W"u8) is var at and >= 0; rest = rest[(at + 2)..])
        {
            if (LongestNumber(rest[(at + 2)..]) > MostDigits)
                throw new UnreadableDocumentException("malformed", "The PDF states impossible widths in its table of objects, which no program writes. It may be built to break readers.");
        }
    }

    /// <returns>Digits of the longest number in the array of whole numbers that begins here, without end for a negative one; 0 where none does.</returns>
    private static int LongestNumber(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart(" \t\r\n\0\f"u8);
        if (text is not [(byte)'[', .. var items])
            return 0;
        var (digits, longest) = (0, 0);
        foreach (var item in items)
        {
            if (item == (byte)'-')
                return int.MaxValue;
            if (item is not (>= (byte)'0' and <= (byte)'9' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                break;
            digits = item >= (byte)'0' ? digits + 1 : 0;
            longest = Math.Max(longest, digits);
        }
        return longest;
    }
}
