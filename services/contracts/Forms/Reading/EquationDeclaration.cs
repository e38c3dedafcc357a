using System.Collections.Immutable;
using Pipeline.Contracts.Declarations;

namespace Pipeline.Contracts.Forms.Reading;

/// <summary>Reads a block of equations: rules between the columns of each row of a table, or between the rows of each of its columns.</summary>
internal static class EquationDeclaration
{
    /// <returns>One equation for each row or column that the rule fits.</returns>
    public static IEnumerable<(Equation Equation, bool AcrossYears)> Read(PlacedJson value, OfficialForm form, ICollection<DeclarationFault> faults)
    {
        var block = new DeclarationFields(value, "equations", ["table", "for", "years", "equations"], faults);
        var name = block.Required("table", id => form.Tables.Any(table => table.Id == id) ? null : $"There is no table '{id}'; known are {string.Join(", ", form.Tables.Select(table => table.Id))}");
        var axis = block.Required("for", text => text is "row" or "column" ? null : "'for' must be row or column") == "row" ? EquationAxis.Row : EquationAxis.Column;
        var acrossYears = block.Text("years", text => text == "previous" ? null : "'years' must be previous") is not null;
        if (form.Tables.FirstOrDefault(table => table.Id == name) is not { } table)
            return [];
        var rules = block.Items("equations").Select(rule => Rule.Read(rule, table, axis, faults)).ToList();
        var along = axis == EquationAxis.Row ? table.Rows.Select(row => row.Id) : table.Columns.Select(column => column.Id);
        return [.. along.SelectMany(instance => rules.Select(rule => rule.At(instance, form, table, axis))).OfType<Equation>().Select(equation => (equation, acrossYears))];
    }

    private sealed record Rule(string Id, LocalizedText Name, EquationRelation Relation, ImmutableArray<string> Left, ImmutableArray<string> Right, decimal Tolerance, ImmutableArray<string> Less, bool IsQuestion)
    {
        public static Rule Read(PlacedJson value, FormTable table, EquationAxis axis, ICollection<DeclarationFault> faults)
        {
            var rule = new DeclarationFields(value, "an equation", ["id", "name", "relation", "left", "right", "less", "tolerance", "question"], faults);
            var known = axis == EquationAxis.Row ? table.Columns.Select(column => column.Id).ToList() : [.. table.Rows.Select(row => row.Id)];
            var read = new Rule(
                rule.Required("id", Identifiers.Fault),
                Texts.Localized(rule, value, faults),
                rule.Text("relation", text => text is "equal" or "at-most" ? null : "'relation' must be equal or at-most") == "at-most" ? EquationRelation.AtMost : EquationRelation.Equal,
                [.. rule.Texts("left", Unknown)],
                [.. rule.Texts("right", Unknown)],
                (decimal)(rule.Number("tolerance", 0, 1_000_000, whole: false) ?? 0),
                [.. rule.Texts("less", Unknown)],
                rule.Flag("question") ?? false);
            if (read.Left.IsEmpty || read.Right.IsEmpty)
                faults.Add(new(value.Line, "An equation needs \"left\" and \"right\": lists of ids.", value.Column));
            return read;

            string? Unknown(string id) => known.Contains(id) ? null : $"The table has no {(axis == EquationAxis.Row ? "column" : "row")} '{id}', so there is no cell to add";
        }

        /// <summary>The rule for one row or column; null where that has not all of the cells.</summary>
        public Equation? At(string instance, OfficialForm form, FormTable table, EquationAxis axis)
        {
            var left = Cells(Left);
            var right = Cells(Right);
            var less = Cells(Less);
            if (left.Length < Left.Length || right.Length < Right.Length || less.Length < Less.Length)
                return null;
            var isOnly = (axis == EquationAxis.Row ? table.Rows.Length : table.Columns.Length) == 1;
            var named = axis == EquationAxis.Row
                ? table.Rows.Where(row => row.Id == instance).Select(row => new LocalizedText(row.EnglishName, row.Label)).First()
                : table.Columns.Where(column => column.Id == instance).Select(column => new LocalizedText(column.EnglishName, column.Label)).First();
            return new Equation(Id, isOnly ? Id : $"{Id}:{instance}", Name.With(named), table, axis, Relation, left, right, Tolerance, less, IsQuestion);

            ImmutableArray<FormCell> Cells(ImmutableArray<string> ids) => [.. ids.Select(id => form.Cells.FirstOrDefault(cell => cell.Table == table
                && (axis == EquationAxis.Row ? cell.Row.Id == instance && cell.Column.Id == id : cell.Row.Id == id && cell.Column.Id == instance))).OfType<FormCell>()];
        }
    }
}
