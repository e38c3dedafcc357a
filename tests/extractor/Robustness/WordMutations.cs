using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Tests.Robustness;

/// <summary>What happens to Word files: the package loses parts, the document in it loses or gains elements.</summary>
internal static partial class WordMutations
{
    private const string Main = "word/document.xml";

    private const int WholeForm = 400;

    private static readonly string[] WildSpans = ["0", "-1", "2", "5", "63", "1000000", "99999999999", "x"];

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("docx.number-changed", NumberChanged),
        new("docx.attributes-added", (original, _) => InMain(original, xml => xml.Replace("<w:p>", "<w:p w:rsidR=\"00123456\">", StringComparison.Ordinal), Promise.Same)),
        new("docx.cell-removed", (original, random) => Elements(original, random, NumberCell(), _ => "", Promise.NoneShifted(1))),
        // The second of two equal cells is printed under the next heading: where no sum speaks against it, that is what the page says.
        new("docx.cell-doubled", (original, random) => Elements(original, random, NumberCell(), cell => cell.Value + cell.Value, Promise.None)),
        new("docx.row-removed", (original, random) => Elements(original, random, Row(), _ => "", Promise.NoneShifted(15))),
        new("docx.span-wild", (original, random) => Elements(original, random, Span(), _ => $"<w:gridSpan w:val=\"{WildSpans[random.Next(WildSpans.Length)]}\"/>", Promise.NoneShifted(WholeForm))),
        new("docx.merge-lost", (original, random) => Elements(original, random, Merge(), _ => "", Promise.NoneShifted(WholeForm))),
        new("docx.merge-added", (original, random) => Elements(original, random, Properties(), tag => tag.Value + (random.Next(2) == 0 ? "<w:vMerge/>" : "<w:hMerge/>"), Promise.None)),
        new("docx.tag-dropped", (original, random) => Elements(original, random, AnyTag(), _ => "", Promise.None)),
        new("docx.nested-deeply", (original, random) => Elements(original, random, Row(), row => Wrapped(row.Value, random.Next(2) == 0 ? 40 : 5_000), Promise.None)),
        new("docx.long-text", (original, random) => Elements(original, random, Texts(), text => text.Value + Filling.Of(random, 500_000), Promise.None)),
        new("docx.part-dropped", (original, random) => Parts(original, random, _ => null)),
        new("docx.part-truncated", (original, random) => Parts(original, random, part => part[..random.Next(part.Length + 1)])),
        new("docx.part-flipped", (original, random) => Parts(original, random, part => part.Length == 0 ? part : ByteMutations.Flipped(part, random))),
    ];

    // Only a number that is printed once is known to be the cell's.
    private static Change? NumberChanged(Original original, Random random)
    {
        var xml = Encoding.UTF8.GetString(Read(original.Bytes)[Main]);
        var cells = original.Report?.Cells.Where(cell => cell.Raw is { Length: > 0 } raw && raw.All(char.IsAsciiDigit) && Regex.Count(xml, $">{raw}<") == 1).ToList() ?? [];
        if (random.Pick(cells) is not { } cell)
            return null;
        var number = random.OtherNumber(cell.Raw!);
        return InMain(original, text => text.Replace($">{cell.Raw}<", $">{number}<", StringComparison.Ordinal), Promise.OneChanged(cell.Cell, decimal.Parse(number, CultureInfo.InvariantCulture)));
    }

    private static string Wrapped(string row, int times) =>
        string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", times)) + row + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", times));

    private static Change? Elements(Original original, Random random, Regex pattern, Func<Match, string> change, Promise promise)
    {
        var xml = Encoding.UTF8.GetString(Read(original.Bytes)[Main]);
        if (random.Pick(pattern.Matches(xml).ToList()) is not { } element)
            return null;
        return InMain(original, _ => xml[..element.Index] + change(element) + xml[(element.Index + element.Length)..], promise);
    }

    private static Change InMain(Original original, Func<string, string> change, Promise promise)
    {
        var parts = Read(original.Bytes);
        parts[Main] = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(parts[Main])));
        return new Change(Write(parts), promise);
    }

    private static Change Parts(Original original, Random random, Func<byte[], byte[]?> change)
    {
        var parts = Read(original.Bytes);
        var name = random.Pick(parts.Keys.Order(StringComparer.Ordinal).ToList())!;
        if (change(parts[name]) is { } changed)
            parts[name] = changed;
        else
            parts.Remove(name);
        return new Change(Write(parts), Promise.None);
    }

    private static Dictionary<string, byte[]> Read(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(entry => entry.FullName, Content, StringComparer.Ordinal);
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    private static byte[] Write(Dictionary<string, byte[]> parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts.OrderBy(part => part.Key, StringComparer.Ordinal))
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return file.ToArray();
    }

    [GeneratedRegex(@"<w:tc>(?:(?!<w:tc>|</w:tc>).)*?<w:t(?: [^>]*)?>\d+</w:t>(?:(?!<w:tc>|</w:tc>|<w:t[ >]).)*</w:tc>", RegexOptions.Singleline)]
    private static partial Regex NumberCell();

    [GeneratedRegex(@"<w:tr\b(?:(?!<w:tr\b).)*?</w:tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex(@"<w:gridSpan [^>]*/>")]
    private static partial Regex Span();

    [GeneratedRegex(@"<w:vMerge[^>]*/>")]
    private static partial Regex Merge();

    [GeneratedRegex(@"<w:tcPr>")]
    private static partial Regex Properties();

    [GeneratedRegex(@"</?w:[^<>]*>")]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"<w:t(?: [^>]*)?>")]
    private static partial Regex Texts();
}
