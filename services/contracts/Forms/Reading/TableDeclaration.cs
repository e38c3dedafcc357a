using System.Collections.Immutable;
using Pipeline.Contracts.Declarations;

namespace Pipeline.Contracts.Forms.Reading;

/// <summary>A table as declared.</summary>
/// <param name="HasRowIds">Whether the ids of its cells are those of its rows, which have one number each.</param>
/// <param name="Place">Where it stands in the file.</param>
internal sealed record TableDeclaration(FormTable Table, bool HasRowIds, PlacedJson Place)
{
    private static readonly Dictionary<string, TableShape> Shapes = new(StringComparer.Ordinal)
    {
        ["matrix"] = TableShape.Matrix,
        ["ragged"] = TableShape.Ragged,
        ["side-by-side"] = TableShape.SideBySide,
        ["list"] = TableShape.List,
    };

    private static readonly Dictionary<string, NumberDomain> Domains = new(StringComparer.Ordinal)
    {
        ["count"] = NumberDomain.Count,
        ["amount"] = NumberDomain.Amount,
        ["change"] = NumberDomain.Change,
    };

    public static ImmutableArray<TableDeclaration> ReadAll(IEnumerable<PlacedJson> tables, ImmutableArray<FormSection> sections, ICollection<DeclarationFault> faults) =>
        [.. tables.Select(table => Read(table, sections, faults))];

    private static TableDeclaration Read(PlacedJson place, ImmutableArray<FormSection> sections, ICollection<DeclarationFault> faults)
    {
        var fields = new DeclarationFields(place, "a table", ["id", "section", "shape", "name", "ids", "heads", "columns", "rows"], faults);
        ImmutableArray<FormColumn> columns = [.. fields.Items("columns").Select(column => Column(column, faults))];
        var rows = fields.Items("rows").Select(row => (Row: Row(row, columns, faults), Place: row)).ToList();
        foreach (var same in rows.GroupBy(row => (string.Join('/', row.Row.Group), row.Row.Label)).Where(group => group.Count() > 1))
            faults.Add(new(same.Last().Place.Line, $"Two rows of the table have the label '{same.Key.Label}': nothing tells them apart on a page. Give them groups or leave one out.", same.Last().Place.Column));
        foreach (var same in columns.GroupBy(column => column.Label).Where(group => group.Count() > 1))
            faults.Add(new(place.Line, $"Two columns of the table have the label '{same.Key}'.", place.Column));
        var table = new FormTable(
            fields.Required("id", Identifiers.Fault),
            fields.Required("section", id => sections.Any(section => section.Id == id) ? null : $"There is no section '{id}'; known are {string.Join(", ", sections.Select(section => section.Id))}"),
            Shapes.GetValueOrDefault(fields.Required("shape", Named("shape", Shapes))),
            fields.Required("name"),
            [.. fields.Items("heads").Select(head => Head(head, columns, faults))],
            columns,
            [.. rows.Select(row => row.Row)]);
        return new TableDeclaration(table, fields.Text("ids", ids => ids is "row" or "cell" ? null : "'ids' must be row or cell") == "row", place);
    }

    private static FormHead Head(PlacedJson value, ImmutableArray<FormColumn> columns, ICollection<DeclarationFault> faults)
    {
        var head = new DeclarationFields(value, "a head", ["label", "over"], faults);
        return new FormHead(head.Required("label"), [.. head.Texts("over", id => ColumnFault(id, columns))]);
    }

    private static FormColumn Column(PlacedJson value, ICollection<DeclarationFault> faults)
    {
        var column = new DeclarationFields(value, "a column", ["id", "label", "name", "variants", "domain", "unit"], faults);
        return new FormColumn(column.Required("id", Identifiers.Fault), column.Required("label"), column.Required("name"), [.. column.Texts("variants")],
            Domains.GetValueOrDefault(column.Required("domain", Named("domain", Domains))), column.Text("unit"));
    }

    private static FormRow Row(PlacedJson value, ImmutableArray<FormColumn> columns, ICollection<DeclarationFault> faults)
    {
        var row = new DeclarationFields(value, "a row", ["id", "group", "label", "name", "variants", "columns", "domain", "unit", "level"], faults);
        row.Number("level", 1, 9, whole: true);
        return new FormRow(row.Required("id", Identifiers.Fault), [.. row.Texts("group")], row.Required("label"), row.Required("name"), [.. row.Texts("variants")],
            [.. row.Texts("columns", id => ColumnFault(id, columns))],
            row.Text("domain", Named("domain", Domains)) is { } domain && Domains.TryGetValue(domain, out var own) ? own : null, row.Text("unit"));
    }

    private static string? ColumnFault(string id, ImmutableArray<FormColumn> columns) =>
        columns.Any(column => column.Id == id) ? null : $"The table has no column '{id}'; known are {string.Join(", ", columns.Select(column => column.Id))}";

    private static Func<string, string?> Named<T>(string what, Dictionary<string, T> known) =>
        name => known.ContainsKey(name) ? null : $"'{name}' is no {what}: write one of {string.Join(", ", known.Keys)}";
}
