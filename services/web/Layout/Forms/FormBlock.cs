using System.Collections.Immutable;

namespace Pipeline.Web.Layout.Forms;

/// <summary>Rows of the official form that share their column headers: one table.</summary>
/// <param name="Section">Chinese numeral of the section.</param>
public sealed record FormBlock(string Section, ImmutableArray<string> Columns, ImmutableArray<FormRow> Rows);
