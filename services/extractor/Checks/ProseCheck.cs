using System.Globalization;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Text;

namespace Pipeline.Extractor.Checks;

/// <summary>
/// Compares what a section says of a cell with the table. A difference is told to the reviewer and changes nothing: prose counts by other rules
/// often enough.
/// </summary>
internal static class ProseCheck
{
    /// <param name="text">Text of the rule's section.</param>
    /// <param name="value">A cell as read; null when blank.</param>
    public static Issue? Of(ProseRule rule, string text, Func<FormCell, decimal?> value)
    {
        if (Stated(rule, PlainText.Dense(text)) is not { } stated || value(rule.Cell) is not { } number || stated == number)
            return null;
        // 收到申请749件 may count the 36 of last year too.
        if (!rule.Including.IsEmpty && stated == number + rule.Including.Sum(cell => value(cell) ?? 0))
            return null;
        return new Issue(IssueReasons.ProseDiffers, IssueSeverity.Warning, string.Create(CultureInfo.InvariantCulture,
            $"The text speaks of {stated} {rule.What}, the table of {number}."));
    }

    private static int? Stated(ProseRule rule, string text)
    {
        var counted = rule.Counted.Match(text);
        if (counted.Success)
            return int.TryParse(counted.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return rule.None.IsMatch(text) ? 0 : null;
    }
}
