using System.Collections.Immutable;

namespace Pipeline.Contracts.Forms;

/// <summary>A share that a form allows to compute, such as refusals among what was handled.</summary>
/// <param name="Id">The same in all forms of a genre that have the rate, such as <c>refusal</c>.</param>
/// <param name="Part">Cells whose sum is the part.</param>
/// <param name="Whole">Cells whose sum is the whole.</param>
public sealed record Rate(string Id, LocalizedText Name, ImmutableArray<FormCell> Part, ImmutableArray<FormCell> Whole);
