using System.Collections.Immutable;
using Pipeline.Contracts.Forms;

namespace Pipeline.Web.Layout.Forms;

/// <summary>One row of the official form as it is shown.</summary>
/// <param name="Group">Labels above the row, the outermost first; shown once where they change.</param>
public sealed record FormRow(ImmutableArray<string> Group, string Label, ImmutableArray<FormCell> Cells);
