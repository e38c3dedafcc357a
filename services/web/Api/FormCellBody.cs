using Pipeline.Contracts;
using Pipeline.Contracts.Forms;

namespace Pipeline.Web.Api;

/// <summary>A cell's place on the official form.</summary>
/// <param name="Section">Chinese numeral of the section, or its title.</param>
/// <param name="Group">Labels above or before the row; null where there are none.</param>
/// <param name="Unit">Unit of the value; null for plain counts.</param>
public sealed record FormCellBody(CellId Id, string Section, string? Group, string? Row, string Column, string? Unit)
{
    public static FormCellBody Of(FormCell cell) => new(cell.Id, cell.SectionLabel, cell.GroupLabel, cell.RowLabel, cell.Column.Label, cell.Unit);
}
