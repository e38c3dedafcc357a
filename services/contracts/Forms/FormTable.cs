using System.Collections.Immutable;

namespace Pipeline.Contracts.Forms;

/// <summary>How a table sets its cells on the page, which decides how its numbers are found where only their order is left.</summary>
public enum TableShape
{
    /// <summary>Every row has every column, such as applications by outcome and kind of applicant.</summary>
    Matrix,

    /// <summary>Rows have columns of their own, with headers between them.</summary>
    Ragged,

    /// <summary>The rows stand beside one another over one line of numbers.</summary>
    SideBySide,

    /// <summary>One number a row: indicator, perhaps a unit, count.</summary>
    List,
}

/// <summary>A table of an official form, in printed order.</summary>
/// <param name="Section">Id of the section that it stands in.</param>
/// <param name="Heads">Labels of its head that name no row or column.</param>
public sealed record FormTable(
    string Id, string Section, TableShape Shape, string EnglishName, ImmutableArray<FormHead> Heads, ImmutableArray<FormColumn> Columns, ImmutableArray<FormRow> Rows);

/// <summary>A label of a table's head that names no row or column of its own.</summary>
/// <param name="Over">Ids of the columns that it spans; empty where it does not matter.</param>
public sealed record FormHead(string Label, ImmutableArray<string> Over);

/// <summary>A column of a form's table.</summary>
/// <param name="Variants">Other headers in use that no likeness finds.</param>
/// <param name="Unit">Unit of its numbers in the record; null for plain counts.</param>
public sealed record FormColumn(string Id, string Label, string EnglishName, ImmutableArray<string> Variants, NumberDomain Domain, string? Unit);

/// <summary>A row of a form's table.</summary>
/// <param name="Group">Labels above or before it, the outermost first.</param>
/// <param name="Columns">Ids of its columns; empty for all of the table's.</param>
/// <param name="Domain">Where it differs from the column's.</param>
/// <param name="Unit">Where it differs from the column's.</param>
public sealed record FormRow(
    string Id, ImmutableArray<string> Group, string Label, string EnglishName, ImmutableArray<string> Variants, ImmutableArray<string> Columns, NumberDomain? Domain, string? Unit);
