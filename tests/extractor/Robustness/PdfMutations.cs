using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Tests.Robustness;

/// <summary>What happens to PDFs: their objects vanish, repeat, refer to others in circles or state wild numbers.</summary>
internal static partial class PdfMutations
{
    private static readonly string[] WildNumbers = ["0", "-1", "100000", "2147483647", "99999999999999", "1e999", "0.0000001"];

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("pdf.noise-behind-the-end", (original, _) => new Change([.. original.Bytes, .. "\n% behind the end\n"u8], Promise.Same)),
        new("pdf.object-removed", (original, random) => Replaced(original, random, Objects(), _ => "")),
        new("pdf.object-cut", (original, random) => Replaced(original, random, Objects(), found => found.Value[..random.Next(found.Length)])),
        new("pdf.object-doubled", (original, random) => Replaced(original, random, Objects(), found => found.Value + "\n" + found.Value)),
        new("pdf.number-wild", (original, random) => Replaced(original, random, Numbers(), found => found.Groups[1].Value + WildNumbers[random.Next(WildNumbers.Length)])),
        new("pdf.reference-moved", (original, random) => Replaced(original, random, References(), _ => $"{random.Next(1, 40)} 0 R")),
        new("pdf.pages-in-a-circle", (original, random) => Replaced(original, random, Kids(), found => found.Value + $" {random.Next(1, 12)} 0 R {random.Next(1, 12)} 0 R ")),
        new("pdf.page-count-wild", (original, random) => Replaced(original, random, Counts(), _ => "/Count 100000")),
        new("pdf.stream-flipped", (original, random) => Replaced(original, random, Streams(), found => Encoding.Latin1.GetString(ByteMutations.Flipped(Encoding.Latin1.GetBytes(found.Value), random)))),
    ];

    private static Change? Replaced(Original original, Random random, Regex pattern, Func<Match, string> change)
    {
        var text = Encoding.Latin1.GetString(original.Bytes);
        if (random.Pick(pattern.Matches(text).ToList()) is not { } found)
            return null;
        return new Change(Encoding.Latin1.GetBytes(text[..found.Index] + change(found) + text[(found.Index + found.Length)..]), Promise.None);
    }

    [GeneratedRegex(@"\b\d+ 0 obj\b.*?\bendobj\b", RegexOptions.Singleline)]
    private static partial Regex Objects();

    [GeneratedRegex(@"(/[A-Z][A-Za-z0-9]* |\[ ?)-?\d+(?:\.\d+)?\b(?! 0 R)")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\b\d+ 0 R\b")]
    private static partial Regex References();

    [GeneratedRegex(@"/Kids\s*\[")]
    private static partial Regex Kids();

    [GeneratedRegex(@"/Count \d+")]
    private static partial Regex Counts();

    [GeneratedRegex(@"(?<=\bstream\r?\n).+?(?=endstream)", RegexOptions.Singleline)]
    private static partial Regex Streams();
}
