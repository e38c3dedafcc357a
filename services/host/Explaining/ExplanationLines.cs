using System.Globalization;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Checks;
using Pipeline.Extractor.Explaining;

namespace Pipeline.Host.Explaining;

/// <summary>Explanations as lines of text.</summary>
internal static class ExplanationLines
{
    public static IEnumerable<string> Of(ReportExplanation report) =>
    [
        $"{report.Authority ?? "authority unknown"}, {report.Year?.ToString(CultureInfo.InvariantCulture) ?? "year unknown"}, form of {report.Form}",
        Text($"  {(report.Status == ReviewStatus.Accepted ? "accepted" : "review")}: the whole record is exact with probability {report.Confidence:0.0000}; from {report.Threshold:0.0000} on it is accepted"),
        $"  evidence: {Sum(report.Contributions)}",
        .. report.Violations.Select(violation => Text($"  violation: {violation.Check}, {violation.Left} is not {violation.Right} (cause: {violation.Cause.ToString().ToLowerInvariant()})")),
        .. report.Cells.SelectMany(cell => Of(cell).Prepend("")),
    ];

    private static IEnumerable<string> Of(CellExplanation cell) =>
    [
        $"{cell.Reading.Cell}  ({cell.Label})",
        Text($"  value {(cell.Reading.Value is { } value ? value.ToString(CultureInfo.InvariantCulture) : "blank")}{(cell.Reading.Raw is { } raw ? $", printed \"{raw}\"" : "")}, right with probability {cell.Reading.Confidence:0.0000}"),
        cell.Reading.Source is { } source ? $"  read at: {LocatorDescription.Of(source)}" : "  not found on the page",
        $"  rule: {cell.Reading.Rule}",
        $"  evidence: {Sum(cell.Contributions)}",
        .. cell.Others.Select(other => $"  {(other.Agrees ? "agrees" : "differs")}: {other.Rule} reads \"{other.Raw}\"{(other.Agrees ? "" : $" at {LocatorDescription.Of(other.Source)}")}"),
        .. cell.Checks.Select(Line),
        .. cell.Fragment.Select(line => $"  | {line}"),
    ];

    private static string Line(CheckOutcome check) =>
        Text($"  check {(check.Holds ? "holds" : "BROKEN")}: {check.Check}, {check.Left} {(check.Holds ? "=" : "is not")} {check.Right}");

    // Such as: base +6.2, agreement +1.1, label_doubt -0.2 (0.0300).
    private static string Sum(IEnumerable<Contribution> contributions) => string.Join(", ", contributions.Select(contribution =>
        Text($"{contribution.Feature} {contribution.Logit:+0.00;-0.00;+0.00}{(contribution.Value == 1 ? "" : Text($" ({contribution.Value:0.####})"))}")));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
