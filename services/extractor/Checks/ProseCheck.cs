using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Reports;
using Pipeline.Text;

namespace Pipeline.Extractor.Checks;

/// <summary>
/// Compares what section one says of new applications (本年共收到政府信息公开申请113件; 未收到…申请) with table three. A difference is told to the
/// reviewer and changes nothing: prose counts by other rules often enough.
/// </summary>
public static partial class ProseCheck
{
    /// <param name="overview">Text of section one.</param>
    /// <param name="newApplications">applications.new.total as read; null when blank.</param>
    public static Issue? Of(string overview, decimal? newApplications)
    {
        if (Stated(PlainText.Dense(overview)) is not { } stated || newApplications is not { } printed || stated == printed)
            return null;
        return new Issue("prose.differs", IssueSeverity.Warning, string.Create(CultureInfo.InvariantCulture,
            $"Section one speaks of {stated} new applications, table three of {printed}."));
    }

    private static int? Stated(string text)
    {
        var counted = Counted().Match(text);
        if (counted.Success)
            return int.Parse(counted.Groups[1].Value, CultureInfo.InvariantCulture);
        return None().IsMatch(text) ? 0 : null;
    }

    [GeneratedRegex(@"(?:收到|新收|受理)(?!上年|往年)[^。；，,、\d]{0,20}申请[^。；，,、\d]{0,4}(\d{1,7})件", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"未(?:收到|受理|接到)[^。；]{0,24}申请", RegexOptions.CultureInvariant)]
    private static partial Regex None();
}
