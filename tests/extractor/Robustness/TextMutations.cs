using System.Text;
using Pipeline.Contracts.Locators;

namespace Pipeline.Extractor.Tests.Robustness;

/// <summary>What happens to dumps of text.</summary>
internal static class TextMutations
{
    // A line without numbers may be the only label of a row of seven.
    private const int CellsOfLabel = 7;

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("text.number-changed", NumberChanged),
        new("text.prose-number-changed", ProseChanged),
        new("text.as-gb18030", (original, _) => new Change(Gb18030.GetBytes(original.Text!), Promise.Same)),
        new("text.line-removed", (original, random) => Lines(original, random, (lines, at) => lines.RemoveAt(at), at => Promise.NoneShifted(Math.Max(CellsOfLabel, CellsIn(original, at))))),
        new("text.line-doubled", (original, random) => Lines(original, random, (lines, at) => lines.Insert(at, lines[at]), _ => Promise.NoneShifted(CellsOfLabel))),
        new("text.lines-joined", (original, random) => Lines(original, random, Join, _ => Promise.Same)),
        new("text.line-split", (original, random) => Lines(original, random, (lines, at) => Split(lines, at, random), _ => Promise.Same)),
        new("text.lines-swapped", (original, random) => Lines(original, random, Swap, _ => Promise.None)),
        new("text.lines-shuffled", (original, random) => Lines(original, random, (lines, at) => Shuffle(lines, at, random), _ => Promise.None)),
        new("text.digit-lost", (original, random) => Digit(original, random, _ => "")),
        new("text.digit-doubled", (original, random) => Digit(original, random, digit => digit + digit)),
        new("text.long-line", (original, random) => Lines(original, random, (lines, at) => lines[at] += Filling.Of(random, 1_000_000), _ => Promise.None)),
        new("text.separators-changed", (original, random) => new Change(original.Encode(original.Text!.Replace(random.Next(2) == 0 ? '\t' : '|', ' ')), Promise.None)),
    ];

    private static Encoding Gb18030
    {
        get
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("GB18030");
        }
    }

    private static Change? NumberChanged(Original original, Random random)
    {
        var cells = original.Report?.Cells.Where(cell => cell is { Source: TextLocator, Raw: { } raw } && raw.All(char.IsAsciiDigit) && raw.Length > 0).ToList() ?? [];
        if (random.Pick(cells) is not { Source: TextLocator place } cell)
            return null;
        var number = random.OtherNumber(cell.Raw!);
        var lines = original.Text!.Split('\n');
        lines[place.Line - 1] = lines[place.Line - 1][..(place.Column - 1)] + number + lines[place.Line - 1][(place.Column - 1 + place.Length)..];
        return new Change(original.Encode(string.Join('\n', lines)), Promise.OneChanged(cell.Cell, decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static Change? ProseChanged(Original original, Random random)
    {
        if (random.Pick(Prose.Counts(original.Text!)) is not { } count)
            return null;
        return new Change(original.Encode(original.Text![..count.Index] + random.OtherNumber(count.Value) + original.Text![(count.Index + count.Length)..]), Promise.Same);
    }

    private static Change Lines(Original original, Random random, Action<List<string>, int> change, Func<int, Promise> promise)
    {
        var lines = original.Text!.Split('\n').ToList();
        var at = random.Next(Math.Max(1, lines.Count - 1));
        change(lines, at);
        return new Change(original.Encode(string.Join('\n', lines)), promise(at));
    }

    private static int CellsIn(Original original, int line) => original.Report?.Cells.Count(cell => cell.Source is TextLocator place && place.Line == line + 1) ?? 0;

    private static void Join(List<string> lines, int at)
    {
        if (at + 1 >= lines.Count)
            return;
        lines[at] = lines[at].TrimEnd('\r') + " " + lines[at + 1];
        lines.RemoveAt(at + 1);
    }

    // Only between words: a number cut in two would be two numbers.
    private static void Split(List<string> lines, int at, Random random)
    {
        var gaps = Enumerable.Range(0, lines[at].Length).Where(i => lines[at][i] == ' ').ToList();
        if (gaps.Count == 0)
            return;
        var gap = gaps[random.Next(gaps.Count)];
        lines.Insert(at + 1, lines[at][(gap + 1)..]);
        lines[at] = lines[at][..gap];
    }

    private static void Swap(List<string> lines, int at)
    {
        if (at + 1 < lines.Count)
            (lines[at], lines[at + 1]) = (lines[at + 1], lines[at]);
    }

    private static void Shuffle(List<string> lines, int at, Random random)
    {
        var piece = lines.Skip(at).Take(random.Next(2, 40)).ToArray();
        lines.RemoveRange(at, piece.Length);
        random.Shuffle(piece);
        lines.InsertRange(at, piece);
    }

    private static Change? Digit(Original original, Random random, Func<string, string> change)
    {
        var digits = Enumerable.Range(0, original.Text!.Length).Where(i => char.IsAsciiDigit(original.Text[i])).ToList();
        if (digits.Count == 0)
            return null;
        var at = digits[random.Next(digits.Count)];
        return new Change(original.Encode(original.Text[..at] + change(original.Text[at..(at + 1)]) + original.Text[(at + 1)..]), Promise.None);
    }
}
