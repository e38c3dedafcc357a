namespace Pipeline.Contracts.Forms;

/// <summary>One cell of an official form: where a row and a column of a table meet.</summary>
/// <param name="Index">Place among the form's cells, in printed order, from 0.</param>
public sealed record FormCell(int Index, CellId Id, FormTable Table, FormRow Row, FormColumn Column, FormSection Section)
{
    public NumberDomain Domain => Row.Domain ?? Column.Domain;

    /// <summary>Unit of the value in the record; null for plain counts.</summary>
    public string? Unit => Row.Unit ?? Column.Unit;

    /// <summary>Chinese numeral of the section, such as 二; its title where the form gives no numeral.</summary>
    public string SectionLabel => Section.Number ?? Section.Title;

    /// <summary>Labels above or before the row, joined by '/', and the row's own where rows stand side by side; null where there are none.</summary>
    public string? GroupLabel => (Table.Shape == TableShape.SideBySide ? [.. Row.Group, Row.Label] : Row.Group) is { Length: > 0 } labels ? string.Join('/', labels) : null;

    /// <summary>Label of the row; null where rows stand side by side and are named by <see cref="GroupLabel"/>.</summary>
    public string? RowLabel => Table.Shape == TableShape.SideBySide ? null : Row.Label;

    /// <summary>All labels that lead to the cell, in Chinese from the outermost, in English table, row, column.</summary>
    public LocalizedText Name => new(
        $"{Table.EnglishName}, {Row.EnglishName}, {Column.EnglishName}",
        string.Join(" › ", [.. Row.Group, Row.Label, Column.Label]));
}
