namespace Pipeline.Contracts.Forms;

/// <summary>One cell of an official form, with its labels in the official wording.</summary>
/// <param name="Section">Chinese numeral of the section: 二, 三 or 四.</param>
/// <param name="Group">Label above or before the row, levels joined by '/'; null where the form has none.</param>
/// <param name="Row">Row label; null in section 四, which has a single row.</param>
/// <param name="Column">Column header.</param>
public sealed record FormCell(CellId Id, string Section, string? Group, string? Row, string Column);
