using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace Pipeline.Text.Charsets;

/// <summary>
/// Decides the charset of a text or HTML document: byte order mark, zero bytes of UTF-16, strictly valid UTF-8, then the declarations (header
/// before meta) as far as the bytes do not contradict them, then the bytes alone. Every label of the GB family is read as GB18030.
/// </summary>
public static class CharsetDecision
{
    /// <param name="contentType">Content-Type header as sent; null when unknown.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var header = CharsetLabels.OfContentType(contentType);
        var meta = CharsetLabels.OfMeta(bytes);
        var (charset, basis, skip) = Decide(bytes, header, meta);
        var text = charset.Decode(bytes[skip..]);
        return new DecodedText(text, charset.Name, charset.Encoding, basis, text.AsSpan().Count('\uFFFD'), WrongLabels(charset, header, meta));
    }

    private static (Charset Charset, string Basis, int Skip) Decide(ReadOnlySpan<byte> bytes, string? header, string? meta)
    {
        if (ByteOrderMark(bytes) is { } mark)
        {
            return (mark.Charset, "bom", mark.Length);
        }

        if (Utf16Pattern(bytes) is { } utf16)
        {
            return (utf16, "utf16-pattern", 0);
        }

        if (IsUtf8(bytes))
        {
            return (Charset.Utf8, "utf8-valid", 0);
        }

        var (charset, basis) = CharsetPlausibility.Choose(bytes, Charset.OfLabel(header), Charset.OfLabel(meta));
        return (charset, basis, 0);
    }

    private static (Charset Charset, int Length)? ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Charset.Utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Charset.Utf32Little, 4),
        [0xFF, 0xFE, ..] => (Charset.Utf16Little, 2),
        [0xFE, 0xFF, ..] => (Charset.Utf16Big, 2),
        [0x84, 0x31, 0x95, 0x33, ..] => (Charset.Gb18030, 4),
        _ => null,
    };

    /// <summary>Markup is ASCII, so UTF-16 without a mark shows zeros on one side of its units and hardly any on the other.</summary>
    private static Charset? Utf16Pattern(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        // A fifth of the units: Chinese prose in UTF-16 has few zeros, tags and digits among it bring them.
        var many = head.Length / 10;
        return many == 0 ? null
            : odd >= many && even * 20 <= odd ? Charset.Utf16Little
            : even >= many && odd * 20 <= even ? Charset.Utf16Big
            : null;
    }

    /// <summary>Strictly valid, save that the last character may be cut, as truncated downloads are.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return true;
        }

        return Rune.DecodeLastFromUtf8(bytes, out _, out var cut) != OperationStatus.Done
            && CutSequence(bytes) is > 0 and var length
            && cut > 0
            && Utf8.IsValid(bytes[..^length]);
    }

    /// <summary>Bytes of an unfinished sequence at the end; 0 when there is none.</summary>
    private static int CutSequence(ReadOnlySpan<byte> bytes)
    {
        for (var length = 1; length <= Math.Min(3, bytes.Length); length++)
        {
            if (bytes[^length] >= 0xC2)
            {
                return length;
            }
        }

        return 0;
    }

    // WHATWG reads a meta label of UTF-16 as UTF-8, because the meta element could not have been found otherwise.
    private static ImmutableArray<(string Place, string Label)> WrongLabels(Charset decided, string? header, string? meta)
    {
        var wrong = ImmutableArray.CreateBuilder<(string, string)>();
        if (header is not null && Charset.OfLabel(header)?.Name != decided.Name)
        {
            wrong.Add(("Content-Type header", header));
        }

        if (meta is not null && Charset.OfLabel(meta)?.Name != decided.Name && !meta.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase))
        {
            wrong.Add(("meta element", meta));
        }

        return wrong.ToImmutable();
    }
}
