using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Tests.Robustness;

/// <summary>What editors, templates and broken programs do to web pages.</summary>
internal static partial class MarkupMutations
{
    // The cells of a whole form: a page laid out anew by wild spans may lose any number of them.
    private const int WholeForm = 400;

    private static readonly string[] WildSpans = ["0", "-1", "2", "3", "7", "1000", "65535", "1000000", "99999999999", "x"];

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("html.number-changed", NumberChanged),
        new("html.prose-number-changed", ProseChanged),
        new("html.attributes-added", (original, random) => StartTags(original, random, 40, tag => tag.Value[..^1].TrimEnd('/') + $" data-n=\"{random.Next(1000)}\">")),
        new("html.comments-inserted", (original, random) => StartTags(original, random, 10, tag => tag.Value + $"<!-- {random.Next(1000)} -->")),
        new("html.cell-removed", (original, random) => random.Pick(MarkupPlaces.Of(original)) is { } place ? Replaced(original, place.Element, "", Promise.NoneShifted(1)) : null),
        // The second of two equal cells is printed under the next heading: where no sum speaks against it, that is what the page says.
        new("html.cell-doubled", (original, random) => random.Pick(MarkupPlaces.Of(original)) is { } place ? Replaced(original, place.Element, original.Text![place.Element] + original.Text[place.Element], Promise.None) : null),
        new("html.cell-emptied", (original, random) => random.Pick(MarkupPlaces.Of(original)) is { } place ? Replaced(original, place.Number, "", Promise.NoneShifted(1)) : null),
        new("html.row-removed", RowRemoved),
        new("html.rows-shuffled", RowsShuffled),
        new("html.span-wild", (original, random) => Tags(original, random, Spans(), span => span.Groups["name"].Value + "=\"" + WildSpans[random.Next(WildSpans.Length)] + "\"", Promise.NoneShifted(WholeForm))),
        new("html.span-added", (original, random) => Tags(original, random, Cells(), tag => tag.Value + (random.Next(2) == 0 ? " colspan=" : " rowspan=") + WildSpans[random.Next(WildSpans.Length)], Promise.NoneShifted(WholeForm))),
        new("html.tag-dropped", (original, random) => Tags(original, random, AnyTag(), _ => "", Promise.None)),
        new("html.tag-doubled", (original, random) => Tags(original, random, AnyTag(), tag => tag.Value + tag.Value, Promise.None)),
        new("html.tag-renamed", (original, random) => Tags(original, random, Cells(), _ => "<div", Promise.None)),
        new("html.nested-deeply", (original, random) => Tags(original, random, AnyTag(), tag => tag.Value + Repeated(random.Next(2) == 0 ? "<div>" : "<table><tr><td>", random.Next(2) == 0 ? 300 : 20_000), Promise.None)),
        new("html.long-cell", (original, random) => Tags(original, random, AnyTag(), tag => tag.Value + Filling.Of(random, 500_000), Promise.None)),
    ];

    private static Change? NumberChanged(Original original, Random random)
    {
        if (random.Pick(MarkupPlaces.Of(original)) is not { } place)
            return null;
        var number = random.OtherNumber(place.Cell.Raw!);
        return Replaced(original, place.Number, number, Promise.OneChanged(place.Cell.Cell, decimal.Parse(number, CultureInfo.InvariantCulture)));
    }

    private static Change? ProseChanged(Original original, Random random) =>
        random.Pick(Prose.Counts(original.Text!)) is { } count ? Replaced(original, count.Index..(count.Index + count.Length), random.OtherNumber(count.Value), Promise.Same) : null;

    private static Change? RowRemoved(Original original, Random random)
    {
        var places = MarkupPlaces.Of(original).Where(place => place.Row is not null).ToList();
        return random.Pick(places) is { Row: { } row } ? Replaced(original, row, "", Promise.NoneShifted(CellsIn(original, row))) : null;
    }

    // The cells of the row that have places, and those that print no plain digits: at most the fifteen of table four.
    private static int CellsIn(Original original, Range row) => Math.Max(15, original.Text![row].Split("<t").Length);

    private static Change? RowsShuffled(Original original, Random random)
    {
        var rows = MarkupPlaces.Of(original).Select(place => place.Row).OfType<Range>().Distinct().ToList();
        if (rows.Count < 2)
            return null;
        var (one, other) = (rows[random.Next(rows.Count)], rows[random.Next(rows.Count)]);
        var (first, second) = one.Start.Value <= other.Start.Value ? (one, other) : (other, one);
        var text = original.Text!;
        return first.Equals(second) ? null
            : new Change(original.Encode(text[..first.Start] + text[second] + text[first.End..second.Start] + text[first] + text[second.End..]), Promise.None);
    }

    private static Change Replaced(Original original, Range place, string piece, Promise promise) =>
        new(original.Encode(original.Text![..place.Start] + piece + original.Text[place.End..]), promise);

    private static Change? Tags(Original original, Random random, Regex pattern, Func<Match, string> change, Promise promise) =>
        random.Pick(Matches(original, pattern)) is { } tag ? Replaced(original, tag.Index..(tag.Index + tag.Length), change(tag), promise) : null;

    private static Change? StartTags(Original original, Random random, int most, Func<Match, string> change)
    {
        var tags = Matches(original, StartTag());
        if (tags.Count == 0)
            return null;
        var text = original.Text!;
        // From the end, so that the places before stay where they are.
        foreach (var tag in Enumerable.Range(0, most).Select(_ => tags[random.Next(tags.Count)]).DistinctBy(tag => tag.Index).OrderByDescending(tag => tag.Index))
            text = text[..tag.Index] + change(tag) + text[(tag.Index + tag.Length)..];
        return new Change(original.Encode(text), Promise.Same);
    }

    private static List<Match> Matches(Original original, Regex pattern)
    {
        var hidden = Hidden().Matches(original.Text!);
        return [.. pattern.Matches(original.Text!).Where(match => !hidden.Any(range => match.Index >= range.Index && match.Index < range.Index + range.Length))];
    }

    private static string Repeated(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    [GeneratedRegex(@"<!--.*?-->|<script\b.*?</script>|<style\b.*?</style>|<title\b.*?</title>|<(?:no)?(?:script|frames)\b.*?</no", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"<(?:p|div|td|th|tr|table|span)(?:\s[^<>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex StartTag();

    [GeneratedRegex(@"</?[a-z][^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"<t[dh]\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cells();

    [GeneratedRegex(@"(?<name>(?:col|row)span)\s*=\s*[""']?\d+[""']?", RegexOptions.IgnoreCase)]
    private static partial Regex Spans();
}
