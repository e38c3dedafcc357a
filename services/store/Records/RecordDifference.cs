using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Database;

namespace Pipeline.Store.Records;

/// <summary>What differs between two versions of a record.</summary>
/// <param name="Facts">Changed facts other than cells: authority, year, title, published, form, status, sections.</param>
/// <param name="Cells">Changed values, in the form's order.</param>
public sealed record RecordDifference(IReadOnlyList<FactChange> Facts, IReadOnlyList<CellChange> Cells)
{
    public bool IsEmpty => Facts.Count == 0 && Cells.Count == 0;

    /// <param name="before">Null when there was no record.</param>
    /// <param name="after">Null when there is none any more.</param>
    public static RecordDifference Between(AnnualReport? before, AnnualReport? after) => new([.. Changed(FactsOf(before), FactsOf(after))], [.. ChangedCells(before, after)]);

    private static IEnumerable<FactChange> Changed(Dictionary<string, string> before, Dictionary<string, string> after) =>
        from name in before.Keys.Union(after.Keys)
        let old = before.GetValueOrDefault(name)
        let now = after.GetValueOrDefault(name)
        where old != now
        select new FactChange(name, old, now);

    private static IEnumerable<CellChange> ChangedCells(AnnualReport? before, AnnualReport? after)
    {
        var old = (before?.Cells ?? []).ToDictionary(cell => cell.Cell);
        var now = (after?.Cells ?? []).ToDictionary(cell => cell.Cell);
        return from cell in now.Keys.Union(old.Keys)
               let left = old.GetValueOrDefault(cell)
               let right = now.GetValueOrDefault(cell)
               where left?.Value != right?.Value || left is null || right is null
               select new CellChange(cell, left, right);
    }

    private static Dictionary<string, string> FactsOf(AnnualReport? report)
    {
        if (report is null)
            return [];
        var facts = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["authority"] = report.Authority,
            ["year"] = report.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["form"] = report.Form,
            ["title"] = report.Title,
            ["published"] = StoredDate.Text(report.Published),
            ["status"] = StoredName.Of(report.Status),
        };
        foreach (var section in report.Sections)
            facts["section " + section.Key] = section.Value;
        return facts.Where(fact => fact.Value is not null).ToDictionary(fact => fact.Key, fact => fact.Value!);
    }
}

/// <param name="Before">Null where it was absent.</param>
public sealed record FactChange(string Name, string? Before, string? After);

/// <param name="Before">Null where the version before has no such cell.</param>
public sealed record CellChange(CellId Cell, CellReading? Before, CellReading? After);
