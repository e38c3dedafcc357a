using Pipeline.Contracts;
using Pipeline.Store.Records;

namespace Pipeline.Store.Reprocessing;

/// <summary>Counts what a second reading of many documents changed, by cell and by the rule that read it. May be added to from several threads.</summary>
public sealed class ReprocessingTally
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CellId, CellTally> _cells = [];
    private readonly Dictionary<string, RuleTally> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _facts = new(StringComparer.Ordinal);

    /// <summary>Records that say something else than before.</summary>
    public int Changed { get; private set; }

    /// <summary>Records that the documents did not show before.</summary>
    public int New { get; private set; }

    /// <summary>Records that the documents show no longer.</summary>
    public int Gone { get; private set; }

    /// <summary>Cells by how many records they changed in, the most first.</summary>
    public IReadOnlyList<CellTally> Cells => [.. _cells.Values.OrderByDescending(tally => tally.Records).ThenBy(tally => tally.Cell.ToString(), StringComparer.Ordinal)];

    /// <summary>Rules that read the changed cells now, or read them before where nothing does now; the most first.</summary>
    public IReadOnlyList<RuleTally> Rules => [.. _rules.Values.OrderByDescending(tally => tally.Cells).ThenBy(tally => tally.Rule, StringComparer.Ordinal)];

    /// <summary>Facts other than cells, by name, with the number of records that they changed in; the most first. All sections count as one.</summary>
    public IReadOnlyList<(string Name, int Records)> Facts => [.. _facts.OrderByDescending(fact => fact.Value).ThenBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => (fact.Key, fact.Value))];

    /// <summary>Adds one document: what it said of each record before, and what it says now.</summary>
    public void Add(IReadOnlyList<RecordVersion> before, IReadOnlyList<RecordVersion> after)
    {
        var old = before.ToDictionary(version => version.RecordId);
        var now = after.ToDictionary(version => version.RecordId);
        lock (_lock)
        {
            foreach (var id in now.Keys.Union(old.Keys))
                Add(old.GetValueOrDefault(id), now.GetValueOrDefault(id));
        }
    }

    private void Add(RecordVersion? before, RecordVersion? after)
    {
        // One version is one reading, whenever it was made.
        if (before?.Number == after?.Number)
            return;
        var difference = RecordDifference.Between(before?.Report, after?.Report);
        New += before is null ? 1 : 0;
        Gone += after is null ? 1 : 0;
        if (before is null || after is null || difference.IsEmpty)
            return;
        Changed++;
        foreach (var name in difference.Facts.Select(fact => fact.Name.StartsWith("section ", StringComparison.Ordinal) ? "sections" : fact.Name).Distinct())
            _facts[name] = _facts.GetValueOrDefault(name) + 1;
        foreach (var cell in difference.Cells)
        {
            var tally = _cells.GetValueOrDefault(cell.Cell) ?? new CellTally(cell.Cell, 0, 0, 0);
            _cells[cell.Cell] = tally with
            {
                Records = tally.Records + 1,
                Found = tally.Found + (cell.Before?.Value is null && cell.After?.Value is not null ? 1 : 0),
                Lost = tally.Lost + (cell.Before?.Value is not null && cell.After?.Value is null ? 1 : 0),
            };
        }

        foreach (var rule in difference.Cells.GroupBy(cell => (cell.After ?? cell.Before)!.Rule, StringComparer.Ordinal))
        {
            var tally = _rules.GetValueOrDefault(rule.Key) ?? new RuleTally(rule.Key, 0, 0);
            _rules[rule.Key] = tally with { Cells = tally.Cells + rule.Count(), Records = tally.Records + 1 };
        }
    }
}

/// <param name="Records">Records in which the cell's value changed.</param>
/// <param name="Found">Of these, those that had no number before.</param>
/// <param name="Lost">Of these, those that have none now.</param>
public sealed record CellTally(CellId Cell, int Records, int Found, int Lost);

/// <param name="Cells">Changed cells that the rule reads.</param>
/// <param name="Records">Records that these stand in.</param>
public sealed record RuleTally(string Rule, int Cells, int Records);
