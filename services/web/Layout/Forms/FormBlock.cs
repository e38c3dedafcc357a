using System.Collections.Immutable;
using Pipeline.Contracts.Forms;

namespace Pipeline.Web.Layout.Forms;

/// <summary>Rows of a form's table that share their column headers, as the pages show them.</summary>
public sealed record FormBlock(FormSection Section, ImmutableArray<FormColumn> Columns, ImmutableArray<ShownRow> Rows);

/// <summary>One row with its cells.</summary>
public sealed record ShownRow(FormRow Row, ImmutableArray<FormCell> Cells);
