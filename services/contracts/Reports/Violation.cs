using System.Text.Json.Serialization;

namespace Pipeline.Contracts.Reports;

/// <summary>A check of the form that does not hold on the numbers as read.</summary>
/// <param name="Check">Name and instance, such as <c>row_total:granted</c>, <c>balance:total</c>.</param>
/// <param name="Left">Value of the total or left side.</param>
/// <param name="Right">Value of the sum or right side.</param>
/// <param name="Cells">Cells that take part.</param>
/// <param name="Cause">Whose mistake the evidence says it is.</param>
public sealed record Violation(string Check, decimal Left, decimal Right, IReadOnlyList<CellId> Cells, ViolationCause Cause);

[JsonConverter(typeof(JsonStringEnumConverter<ViolationCause>))]
public enum ViolationCause
{
    [JsonStringEnumMemberName("unclear")] Unclear,

    /// <summary>The reading is sure: the page itself prints numbers that do not add up.</summary>
    [JsonStringEnumMemberName("publisher")] Publisher,

    /// <summary>The reading itself is doubtful.</summary>
    [JsonStringEnumMemberName("reading")] Reading,
}
