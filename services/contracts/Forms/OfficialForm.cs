using System.Collections.Immutable;
using System.Text.Json;

namespace Pipeline.Contracts.Forms;

/// <summary>
/// An official form of the annual report: its cells in printed order and the rows that its totals add up.
/// Read once from the normative <c>goi-annual-report.json</c>.
/// </summary>
public sealed class OfficialForm
{
    private static readonly Lazy<ImmutableArray<OfficialForm>> Loaded = new(Load);

    private readonly Dictionary<CellId, int> _ordinals;

    private OfficialForm(string id, ImmutableArray<FormCell> cells, ImmutableArray<string> resultRows)
    {
        Id = id;
        Cells = cells;
        ResultRows = resultRows;
        _ordinals = cells.Select((cell, index) => (cell.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
    }

    /// <summary>The form in force for reports on 2021 and later.</summary>
    public static OfficialForm Of2021 => Get("2021");

    /// <summary>The form for reports on 2019 and 2020.</summary>
    public static OfficialForm Of2019 => Get("2019");

    public static ImmutableArray<OfficialForm> All => Loaded.Value;

    /// <summary>"2021" or "2019".</summary>
    public string Id { get; }

    public ImmutableArray<FormCell> Cells { get; }

    /// <summary>Rows of section three that <c>handled_total</c> adds up, without prefix: <c>granted</c>, <c>denied.state_secret</c>, ….</summary>
    public ImmutableArray<string> ResultRows { get; }

    /// <exception cref="ArgumentException">There is no form of that name.</exception>
    public static OfficialForm Get(string id) =>
        All.FirstOrDefault(form => form.Id == id) ?? throw new ArgumentException($"There is no official form '{id}'; known are {string.Join(", ", All.Select(form => form.Id))}.", nameof(id));

    public bool Contains(CellId cell) => _ordinals.ContainsKey(cell);

    /// <summary>Position of the cell in <see cref="Cells"/>.</summary>
    /// <exception cref="KeyNotFoundException">The form has no such cell.</exception>
    public int OrdinalOf(CellId cell) => _ordinals[cell];

    private static ImmutableArray<OfficialForm> Load()
    {
        using var stream = typeof(OfficialForm).Assembly.GetManifestResourceStream("goi-annual-report.json")!;
        using var json = JsonDocument.Parse(stream);
        var results = json.RootElement.GetProperty("checks").GetProperty("handled_total");
        return [.. json.RootElement.GetProperty("forms").EnumerateObject().Select(form => new OfficialForm(
            form.Name,
            [.. form.Value.GetProperty("cells").EnumerateArray().Select(ReadCell)],
            [.. results.GetProperty(form.Name).EnumerateArray().Select(row => row.GetString()!)]))];
    }

    private static FormCell ReadCell(JsonElement cell) => new(
        new CellId(cell.GetProperty("id").GetString()!),
        cell.GetProperty("section").GetString()!,
        cell.GetProperty("group").GetString(),
        cell.GetProperty("row").GetString(),
        cell.GetProperty("column").GetString()!);
}
