using System.Globalization;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Text;

namespace Pipeline.Extractor.Checks;

/// <summary>
/// Compares what a section says of a cell with the table. A difference is told to the reviewer and changes nothing: prose counts by other rules
/// often enough.
/// </summary>
public static class ProseCheck
{
    /// <param name="text">Text of the rule's section.</param>
    /// <param name="printed">The cell as read; null when blank.</param>
    public static Issue? Of(ProseRule rule, string text, decimal? printed)
    {
        if (Stated(rule, PlainText.Dense(text)) is not { } stated || printed is not { } number || stated == number)
            return null;
        return new Issue("prose.differs", IssueSeverity.Warning, string.Create(CultureInfo.InvariantCulture,
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
