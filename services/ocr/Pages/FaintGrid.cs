namespace Pipeline.Ocr.Pages;

/// <summary>
/// Which of the lines that may be rules are rules: what lies between two that cross it, is as deep all along, and no shallower nor deeper than those. Lines of
/// print end within their cells, folds and what shines through are of another depth or run through characters.
/// </summary>
internal sealed class FaintGrid
{
    /// <summary>Share of a part between two crossings that must look like the line; and of one between two such parts.</summary>
    private const double Even = 0.8;
    private const double EvenWithin = 0.5;

    /// <summary>Times by which the depth of rules of one table differs.</summary>
    private const double Alike = 2.5;

    /// <summary>Rounds of dropping what nothing crosses any more; after a few nothing changes.</summary>
    private const int MostRounds = 10;

    private readonly FaintSide _lying;
    private readonly FaintSide _standing;
    private readonly double _within;
    private readonly double _apart;

    private FaintGrid(FaintSide lying, FaintSide standing, double within, double apart) => (_lying, _standing, _within, _apart) = (lying, standing, within, apart);

    /// <param name="within">Pixels within which lines meet.</param>
    /// <param name="apart">Pixels within which of two lines one is the echo of the other: no row of text is as low.</param>
    public static (List<FaintLine> Lying, List<FaintLine> Standing) Of(FaintSide lying, FaintSide standing, double within, double apart)
    {
        var grid = new FaintGrid(lying, standing, within, apart);
        var (rows, columns) = grid.Distinct(grid.Crossing(lying.Lines, standing.Lines));
        // What met only an echo meets nothing any more.
        return grid.Distinct(grid.Crossing(rows, columns));
    }

    private (List<FaintLine> Rows, List<FaintLine> Columns) Crossing(List<FaintLine> lying, List<FaintLine> standing)
    {
        var (rows, columns) = (lying, standing);
        for (var round = 0; round < MostRounds; round++)
        {
            var (before, beside) = (rows, columns);
            rows = [.. lying.SelectMany(line => Between(_lying, line, [.. columns, .. Crossed(_standing.Known, [.. rows, .. _lying.Known])]))];
            columns = [.. standing.SelectMany(line => Between(_standing, line, [.. rows, .. Crossed(_lying.Known, [.. columns, .. _standing.Known])]))];
            if (rows.SequenceEqual(before) && columns.SequenceEqual(beside))
                break;
        }
        return (rows, columns);
    }

    // Strokes of a row of characters may be taken for a rule, which nothing else meets.
    private IEnumerable<FaintLine> Crossed(List<FaintLine> rules, List<FaintLine> across) => rules.Where(rule => Crossings(rule, across).Count >= 2);

    private List<double> Crossings(FaintLine line, IEnumerable<FaintLine> across)
    {
        var crossings = new List<double>();
        foreach (var position in across.Where(other => line.Meets(other, _within)).Select(other => other.Position).Order())
        {
            if (crossings.Count == 0 || position - crossings[^1] > _within)
                crossings.Add(position);
        }
        return crossings;
    }

    // The parts of a line that reach from one crossing to another.
    private IEnumerable<FaintLine> Between(FaintSide side, FaintLine line, List<FaintLine> across)
    {
        var crossings = Crossings(line, across);
        var even = crossings.Zip(crossings.Skip(1), (start, end) => side.Evenness(line, start, end)).ToList();
        FaintLine? open = null;
        for (var i = 0; i < even.Count; i++)
        {
            var isRuled = even[i] >= Even || (even[i] >= EvenWithin && i > 0 && even[i - 1] >= Even && i + 1 < even.Count && even[i + 1] >= Even);
            if (isRuled)
                open = line with { Start = open?.Start ?? crossings[i], End = crossings[i + 1] };
            if (open is { } part && (!isRuled || i + 1 == even.Count))
            {
                yield return part;
                open = null;
            }
        }
    }

    private (List<FaintLine> Rows, List<FaintLine> Columns) Distinct((List<FaintLine> Rows, List<FaintLine> Columns) lines) =>
        (Distinct(lines.Rows, _lying.Known, [.. lines.Columns, .. _standing.Known]), Distinct(lines.Columns, _standing.Known, [.. lines.Rows, .. _lying.Known]));

    private List<FaintLine> Distinct(List<FaintLine> lines, List<FaintLine> known, List<FaintLine> across)
    {
        var (distinct, crossed) = (new List<FaintLine>(), Crossed(known, across).ToList());
        foreach (var line in lines.Where(line => IsAlike(line, across)).OrderByDescending(line => line.Length))
        {
            if (crossed.TrueForAll(rule => !IsEcho(line, rule) || Math.Abs(line.Position - rule.Position) <= _within / 2) && distinct.TrueForAll(rule => !IsEcho(line, rule)))
                distinct.Add(line);
        }
        return distinct;
    }

    private bool IsEcho(FaintLine line, FaintLine rule) => Math.Abs(line.Position - rule.Position) <= _apart && line.Overlaps(rule, _within);

    private bool IsAlike(FaintLine line, List<FaintLine> across)
    {
        var depths = across.Where(other => other.Depth > 0 && line.Meets(other, _within)).Select(other => other.Depth).Order().ToList();
        return depths.Count > 0 && depths[depths.Count / 2] is var usual && line.Depth * Alike >= usual && line.Depth <= usual * Alike;
    }
}
