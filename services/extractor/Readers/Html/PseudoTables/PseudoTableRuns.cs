using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.PseudoTables;

/// <summary>Finds pseudo-tables among the children of a box.</summary>
internal sealed class PseudoTableRuns
{
    /// <summary>Share of figures and blanks below which aligned texts are a list and not a table of figures: one row of four, half of it labels, has a quarter.</summary>
    private const double FewestFigures = 0.2;

    /// <summary>Boxes above the figures that may hold the header; the official form needs three rows.</summary>
    private const int MostHeaders = 3;

    private readonly UnitReader _units = new();

    /// <summary>Looks through the neighbouring boxes from the child at <paramref name="start"/> on that could be rows.</summary>
    public PseudoTable Find(Box container, int start)
    {
        var run = Run(container, start);
        var members = Trimmed(run);
        var units = members.SelectMany(member => member.Units).ToList();
        if (!IsTable(units))
        {
            var end = run.Count == 0 ? start + 1 : run[^1].Index + 1;
            return new PseudoTable(end, end, [], null);
        }

        return Aligned(container, members) is { Grid: not null } table ? table
            : FirstTable(members) is { Count: > 0 } first && Aligned(container, first) is { Grid: not null } alone ? alone
            : members is [var only] && HoldsTables(only) ? new PseudoTable(only.Index + 1, only.Index + 1, [], null)
            : Aligned(container, members);
    }

    private static PseudoTable Aligned(Box container, List<Member> members)
    {
        var units = members.SelectMany(member => member.Units).ToList();
        return new PseudoTable(members[0].Index, members[^1].Index + 1, units, Stack.Align(members.Count == 1 ? members[0].Box : container, units));
    }

    /// <summary>Whether its parts are tables by themselves: then each is looked at alone.</summary>
    private bool HoldsTables(Member member) => member.Box.Children.Count(child => child.IsElement && _units.Read(child) is { } units && IsTable([.. units])) > 1;

    /// <summary>Up to the first member that could be a table by itself; none where others follow only as its rows.</summary>
    private static List<Member> FirstTable(List<Member> members) =>
        members.Count(member => member.IsTable) > 1 ? members[..(members.FindIndex(member => member.IsTable) + 1)] : [];

    /// <summary>The members from the header above the first figures to the last one that looks like those with figures.</summary>
    private static List<Member> Trimmed(List<Member> run)
    {
        var withFigures = run.Where(member => member.HasFigures).Select(member => Signature(member.Box)).ToHashSet();
        var banners = run.Where(member => member.IsRow).Select(member => Signature(member.Box)).ToHashSet();
        bool Belongs(Member member) => withFigures.Contains(Signature(member.Box)) && (!member.IsBanner || banners.Contains(Signature(member.Box)));
        var first = run.FindIndex(Belongs);
        var last = run.FindLastIndex(Belongs);
        if (first < 0)
        {
            return [];
        }

        for (var rows = 0; first > 0 && rows < MostHeaders && IsHeader(run[first - 1]); rows++)
        {
            first--;
        }

        return run[first..(last + 1)];
    }

    private static bool IsHeader(Member member) => member.Units.All(unit => unit.Columns > 1 && !unit.Cells.All(cell => LeafText.IsFact(cell.Box)));

    private List<Member> Run(Box container, int start)
    {
        var run = new List<Member>();
        var rows = new HashSet<(string Name, string Class, BoxKind Kind, string Role)>();
        var hasRows = false;
        Member? lastTable = null;
        for (var i = start; i < container.Children.Count; i++)
        {
            var child = container.Children[i];
            if (!child.IsElement && child.Text.AsSpan().Trim().Length == 0 && child.Kind == BoxKind.Text)
            {
                continue;
            }

            var fits = !child.IsInlineLevel || child.HoldsBlocks;
            if (!fits || IsHeading(child) || (run.Count > 0 && (child.Element.LocalName == "p") != (run[0].Box.Element.LocalName == "p")) || _units.Read(child) is not { } units)
            {
                break;
            }

            var member = new Member(i, child, units);
            if (member.IsTable && lastTable is not null && Signature(lastTable.Box) != Signature(child))
            {
                break;
            }

            if (member.IsBanner && hasRows && !rows.Contains(Signature(child)))
            {
                break;
            }

            if (member.IsRow)
            {
                rows.Add(Signature(child));
            }

            hasRows |= !member.IsBanner;
            lastTable = member.IsTable ? member : lastTable;
            run.Add(member);
        }

        return run;
    }

    private static bool IsTable(List<Unit> units)
    {
        var cells = units.SelectMany(unit => unit.Cells).ToList();
        var figures = cells.Count(cell => LeafText.IsFigure(cell.Box));
        return units.Sum(unit => unit.Rows) > 1
            && units.Exists(unit => unit.Columns > 1)
            && cells.Exists(cell => cell.Box.TextLength > 0 && LeafText.IsFigure(cell.Box))
            && figures >= FewestFigures * cells.Count
            && figures < cells.Count;
    }

    private static bool IsHeading(Box box) => box.Element.LocalName is ['h', >= '1' and <= '6'];

    private static (string Name, string Class, BoxKind Kind, string Role) Signature(Box box) => (box.Element.LocalName, box.Element.ClassName ?? "", box.Kind, box.Element.Value("role") ?? "");

    private sealed record Member(int Index, Box Box, IReadOnlyList<Unit> Units)
    {
        /// <summary>Texts across the table, or a heading or paragraph outside it.</summary>
        public bool IsBanner { get; } = Units.All(unit => unit.Columns == 1);

        public bool IsRow { get; } = Units is [{ Columns: > 1, Rows: 1 }];

        /// <summary>Whether it could be a table by itself.</summary>
        public bool IsTable => HasFigures && Units.Sum(unit => unit.Rows) > 1;

        public bool HasFigures { get; } = Units.Any(unit => unit.Columns > 1 && unit.Cells.Any(cell => cell.Box.TextLength > 0 && LeafText.IsFigure(cell.Box)));
    }
}
