using Pipeline.Extractor.Readers.Html.Boxes;
using Pipeline.Extractor.Readers.Html.Tables;

namespace Pipeline.Extractor.Readers.Html.PseudoTables;

/// <summary>
/// Reads a box as units of a table made of other elements than table: what stands side by side makes a row, what is stacked makes rows below each
/// other. Where the page keeps its style sheet elsewhere, a box of several leaves is taken for a row, because tables are nearly always written row by row.
/// </summary>
internal sealed class UnitReader
{
    /// <summary>The longest labels of the official form, with the explanations that some pages add in brackets, have some 120 characters.</summary>
    private const int LongestLeaf = 200;

    /// <summary>All tables of a report together have some 500 cells; copying units upwards would be slow beyond.</summary>
    private const int MostCells = 5_000;

    private readonly Dictionary<Box, IReadOnlyList<Unit>?> _known = [];

    /// <summary>Units from top to bottom; null where the box holds something else than short leaves.</summary>
    public IReadOnlyList<Unit>? Read(Box box)
    {
        if (!_known.TryGetValue(box, out var units))
        {
            units = Measure(box);
            _known.Add(box, units);
        }

        return units;
    }

    private IReadOnlyList<Unit>? Measure(Box box)
    {
        if (box.Element.LocalName == "table" || box.TextLength > LongestLeaf * MostCells / 10)
        {
            return null;
        }

        var children = Parts(box);
        if (children.Count == 0 || children.Exists(child => !child.IsElement))
        {
            return box.TextLength <= LongestLeaf && !box.HoldsBlocks ? [Unit.Leaf(box)] : null;
        }

        if (children is [var only])
        {
            return Read(only) switch
            {
                [{ IsLeaf: true }] => [Unit.Leaf(box)],
                [var unit] => [unit with { Box = box }],
                var units => units,
            };
        }

        var arrangement = Arrangements.Of(box, children);
        var words = children.TrueForAll(child => child.IsInlineLevel && !child.HoldsBlocks);
        return arrangement switch
        {
            Arrangement.SideBySide => Beside(box, children),
            Arrangement.Tracks => OnTracks(box, children),
            Arrangement.Positioned => Leaves(children) is { } leaves && PositionedCells.Place(box, leaves) is { } placed ? [placed] : null,
            Arrangement.Unknown when words => Words(box, children),
            Arrangement.Unknown when children[0].Element.LocalName == "dt" => Definitions(box, children),
            Arrangement.Unknown when Leaves(children) is { } cells && !children.TrueForAll(IsRowOfWords) && !children.Exists(IsHeading) => [SideBySide.Join(box, cells, false)!],
            _ => box.Kind is BoxKind.Block or BoxKind.Flex && HasStrayText(children) ? null : Stacked(children),
        };
    }

    private static List<Box> Parts(Box box)
    {
        var parts = (box.Kind == BoxKind.Table ? TableRows.InOrderShown(box) : box.Children).Where(IsPart).ToList();
        var filled = parts.FindAll(part => !part.IsElement || part.TextLength > 0);

        // Editors leave empty paragraphs behind a text; among several they are empty cells.
        return filled.Count == 1 && parts.TrueForAll(part => part == filled[0] || part.Element.LocalName == "p") ? filled : parts;
    }

    /// <summary>Boxes that may be cells or rows: texts, and elements except those that only decorate.</summary>
    private static bool IsPart(Box child) =>
        child.IsElement
            ? child.TextLength > 0 || !(child.Element.LocalName is "i" or "hr" or "img" or "a" || child.Element.ClassName?.Contains("clear", StringComparison.OrdinalIgnoreCase) == true)
            : child.Kind == BoxKind.LineBreak || child.Text.AsSpan().Trim().Length > 0;

    private static bool IsHeading(Box box) => box.Element.LocalName is ['h', >= '1' and <= '6'];

    /// <summary>Inline elements are cells where something sets them apart, and the parts of one text elsewhere.</summary>
    private static IReadOnlyList<Unit>? Words(Box box, List<Box> children)
    {
        if (SetApart.Are(box, children))
        {
            return [SideBySide.Join(box, children.ConvertAll(Unit.Leaf), true)!];
        }

        return box.TextLength <= LongestLeaf ? [Unit.Leaf(box)] : null;
    }

    private bool IsRowOfWords(Box child) => Read(child) is [{ IsWordy: true }];

    /// <summary>Each child as a leaf; null where one is more than that.</summary>
    private List<Unit>? Leaves(List<Box> children)
    {
        var leaves = new List<Unit>();
        foreach (var child in children)
        {
            if (Read(child) is not [{ } unit] || !(unit.IsLeaf || unit.IsWordy))
            {
                return null;
            }

            leaves.Add(Unit.Leaf(child));
        }

        return leaves;
    }

    private List<Unit>? Beside(Box box, List<Box> children)
    {
        if (children.TrueForAll(child => child.Style.GetValueOrDefault("float") == "right"))
        {
            children = [.. children.AsEnumerable().Reverse()];
        }

        if (Leaves(children) is { } leaves)
        {
            return CellWidths.Lines(children) is { Count: > 1 } lines
                ? lines.ConvertAll(line => line.Count == 1 ? Unit.Leaf(line[0]) : SideBySide.Join(box, line.ConvertAll(Unit.Leaf), false)!)
                : [SideBySide.Join(box, leaves, false)!];
        }

        var parts = new List<Unit>();
        foreach (var child in children)
        {
            if (Column(child) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return SideBySide.Join(box, parts, false) is { } joined ? [joined] : null;
    }

    /// <summary>One of several boxes side by side. Leaves that a box stacks there without a style are a column, where they alone would be a row.</summary>
    private Unit? Column(Box child)
    {
        if (Read(child) is not { } units)
        {
            return null;
        }

        var parts = Parts(child);
        var stacked = units is [{ Rows: 1, IsLeaf: false, IsWordy: false }] && Arrangements.Of(child, parts) == Arrangement.Unknown;
        return units is [{ IsWordy: true }] ? Unit.Leaf(child)
            : stacked ? Stack.Align(child, parts.ConvertAll(Unit.Leaf)) is { } column ? column with { Box = child } : null
            : Stack.Align(child, units) is { } aligned ? aligned with { Box = child } : null;
    }

    private List<Unit>? OnTracks(Box box, List<Box> children)
    {
        if (Leaves(children) is { } leaves)
        {
            return GridPlacement.Place(box, leaves) is { } placed ? [placed] : null;
        }

        // Children that are rows or columns of their own: a grid of one row of columns, or of rows across all columns.
        var columns = Tracks.Parse(box.Style.GetValueOrDefault("grid-template-columns", ""))?.Length ?? 1;
        return columns == children.Count ? Beside(box, children) : Stacked(children);
    }

    /// <summary>Every dt begins a row of dd.</summary>
    private List<Unit>? Definitions(Box box, List<Box> children)
    {
        if (Leaves(children) is null)
        {
            return null;
        }

        var rows = new List<List<Box>>();
        foreach (var child in children)
        {
            if (child.Element.LocalName == "dt")
            {
                rows.Add([]);
            }

            rows[^1].Add(child);
        }

        return rows.ConvertAll(row => row.Count == 1 ? Unit.Leaf(row[0]) : SideBySide.Join(box, row.ConvertAll(Unit.Leaf), false)!);
    }

    /// <summary>A single text among rows is a row across the table where it looks like its rows, and a heading or paragraph elsewhere.</summary>
    private bool HasStrayText(List<Box> children)
    {
        var rows = children.Where(child => Read(child) is [{ Columns: > 1, Rows: 1 }]).Select(Looks).ToHashSet(StringComparer.Ordinal);
        return children.Exists(child => Read(child) is [{ Columns: 1, Rows: 1 }] && !rows.Contains(Looks(child)));
    }

    private static string Looks(Box box) => $"{box.Element.LocalName}.{box.Element.ClassName}";

    private List<Unit>? Stacked(List<Box> children)
    {
        var units = new List<Unit>();
        var cells = 0;
        foreach (var child in children)
        {
            if (IsHeading(child) || Read(child) is not { } below)
            {
                return null;
            }

            units.AddRange(below);
            cells += below.Sum(unit => unit.Cells.Count);
            if (cells > MostCells)
            {
                return null;
            }
        }

        return units;
    }
}
