using System.Collections.Immutable;
using Pipeline.Contracts.Declarations;

namespace Pipeline.Contracts.Forms.Reading;

/// <summary>Reads the declaration of a form. Its schema is <c>forms/form.schema.json</c>.</summary>
internal static class FormDeclaration
{
    private static readonly string[] Known = ["$schema", "id", "genre", "name", "source", "years", "sections", "tables", "equations", "prose", "highlights", "rates"];

    /// <param name="genres">Ids of the genres that are declared.</param>
    /// <returns>Null when the faults leave nothing to use.</returns>
    public static OfficialForm? Read(PlacedJson root, IReadOnlyCollection<string> genres, ICollection<DeclarationFault> faults)
    {
        var before = faults.Count;
        var fields = new DeclarationFields(root, "a form", Known, faults);
        var (first, last) = Years(fields, root, faults);
        ImmutableArray<FormSection> sections = [.. fields.Items("sections").Select(section => Section(section, faults))];
        var tables = TableDeclaration.ReadAll(fields.Items("tables"), sections, faults);
        var cells = Cells(tables, sections);
        foreach (var twice in cells.GroupBy(cell => cell.Id).Where(group => group.Count() > 1))
        {
            var place = tables.First(table => table.Table == twice.Last().Table).Place;
            faults.Add(new(place.Line, $"The cell {twice.Key} is there twice: give one of its rows another id.", place.Column));
        }

        var form = new OfficialForm([.. cells.DistinctBy(cell => cell.Id)])
        {
            Id = fields.Required("id", Identifiers.Fault),
            Genre = fields.Required("genre", id => genres.Contains(id) ? null : $"There is no genre '{id}'; known are {string.Join(", ", genres)}"),
            Name = Texts.Localized(fields, root, faults),
            FirstYear = first,
            LastYear = last,
            Sections = sections,
            Tables = [.. tables.Select(table => table.Table)],
            Equations = [],
            YearEquations = [],
            Prose = [],
            Highlights = [],
            Rates = [],
        };
        if (form.Cells.IsEmpty)
            faults.Add(new(root.Line, "The form has no cells: declare \"tables\" with rows and columns.", root.Column));
        return faults.Count > before ? null : Complete(form, fields, faults) is { } complete && faults.Count == before ? complete : null;
    }

    // What refers to cells is read when the cells are known to be right.
    private static OfficialForm Complete(OfficialForm form, DeclarationFields fields, ICollection<DeclarationFault> faults)
    {
        var equations = fields.Items("equations").SelectMany(block => EquationDeclaration.Read(block, form, faults)).ToList();
        return new OfficialForm(form.Cells)
        {
            Id = form.Id,
            Genre = form.Genre,
            Name = form.Name,
            FirstYear = form.FirstYear,
            LastYear = form.LastYear,
            Sections = form.Sections,
            Tables = form.Tables,
            Equations = [.. equations.Where(equation => !equation.AcrossYears).Select(equation => equation.Equation)],
            YearEquations = [.. equations.Where(equation => equation.AcrossYears).Select(equation => equation.Equation)],
            Prose = [.. fields.Items("prose").Select(rule => Prose(rule, form, faults)).OfType<ProseRule>()],
            Highlights = [.. fields.Items("highlights").Select(item => Highlighted(item, form, faults)).OfType<Highlight>()],
            Rates = [.. fields.Items("rates").Select(item => Rated(item, form, faults))],
        };
    }

    private static (int First, int? Last) Years(DeclarationFields form, PlacedJson root, ICollection<DeclarationFault> faults)
    {
        if (form.Value("years") is not { } value)
        {
            faults.Add(new(root.Line, "Here \"years\": { \"from\": 2021 } is missing in a form.", root.Column));
            return (0, null);
        }

        var years = new DeclarationFields(value, "'years'", ["from", "to"], faults);
        if (!years.Has("from"))
            faults.Add(new(value.Line, "Here 'from' is missing in 'years'.", value.Column));
        return ((int)(years.Number("from", 1900, 2200, whole: true) ?? 0), (int?)years.Number("to", 1900, 2200, whole: true));
    }

    private static FormSection Section(PlacedJson value, ICollection<DeclarationFault> faults)
    {
        var section = new DeclarationFields(value, "a section", ["id", "number", "title", "name", "variants"], faults);
        return new FormSection(section.Required("id", Identifiers.Fault), section.Text("number"), section.Required("title"), section.Required("name"), [.. section.Texts("variants")]);
    }

    private static ImmutableArray<FormCell> Cells(ImmutableArray<TableDeclaration> tables, ImmutableArray<FormSection> sections)
    {
        var cells = ImmutableArray.CreateBuilder<FormCell>();
        foreach (var (table, hasRowIds, _) in tables)
        {
            foreach (var row in table.Rows)
            {
                foreach (var column in table.Columns.Where(column => row.Columns.IsEmpty || row.Columns.Contains(column.Id)))
                {
                    if (sections.FirstOrDefault(section => section.Id == table.Section) is { } section)
                        cells.Add(new FormCell(cells.Count, new CellId(hasRowIds ? row.Id : $"{table.Id}.{row.Id}.{column.Id}"), table, row, column, section));
                }
            }
        }

        return cells.ToImmutable();
    }

    private static ProseRule? Prose(PlacedJson value, OfficialForm form, ICollection<DeclarationFault> faults)
    {
        var rule = new DeclarationFields(value, "a rule of prose", ["section", "cell", "including", "what", "counted", "none"], faults);
        var section = rule.Required("section", id => form.Sections.Any(known => known.Id == id) ? null : $"There is no section '{id}'");
        var including = rule.Texts("including", id => form.Cells.Any(known => known.Id.ToString() == id) ? null : $"The form has no cell '{id}'");
        return Cell(rule, form, faults, value) is { } cell
            ? new ProseRule(section, cell, [.. including.Select(id => form.Cells.First(known => known.Id.ToString() == id))], rule.Required("what"), Patterns.Required(rule, "counted"), Patterns.OrNever(rule, "none"))
            : null;
    }

    private static Highlight? Highlighted(PlacedJson value, OfficialForm form, ICollection<DeclarationFault> faults)
    {
        var item = new DeclarationFields(value, "a highlight", ["cell", "zh", "en"], faults);
        return Cell(item, form, faults, value) is { } cell ? new Highlight(cell, Texts.Of(item)) : null;
    }

    private static Rate Rated(PlacedJson value, OfficialForm form, ICollection<DeclarationFault> faults)
    {
        var item = new DeclarationFields(value, "a rate", ["id", "zh", "en", "part", "whole"], faults);
        return new Rate(item.Required("id", Identifiers.Fault), Texts.Of(item), Cells("part"), Cells("whole"));

        ImmutableArray<FormCell> Cells(string side) =>
            [.. item.Texts(side, id => form.Cells.Any(known => known.Id.ToString() == id) ? null : $"The form has no cell '{id}'").Select(id => form.Cells.FirstOrDefault(known => known.Id.ToString() == id)).OfType<FormCell>()];
    }

    private static FormCell? Cell(DeclarationFields fields, OfficialForm form, ICollection<DeclarationFault> faults, PlacedJson owner)
    {
        var id = fields.Required("cell");
        var cell = form.Cells.FirstOrDefault(known => known.Id.ToString() == id);
        if (cell is null && id.Length > 0)
            faults.Add(new((fields.Value("cell") ?? owner).Line, $"The form has no cell '{id}'.", (fields.Value("cell") ?? owner).Column));
        return cell;
    }
}
