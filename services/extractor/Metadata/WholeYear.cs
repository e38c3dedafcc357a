using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Metadata;

/// <summary>The months of a whole year, which a title names beside the year without saying more: 2023年1-12月政府信息公开工作年度报告.</summary>
internal static partial class WholeYear
{
    /// <param name="dense">Without white space.</param>
    public static string Without(string dense) => dense.Contains("12月", StringComparison.Ordinal) ? Months().Replace(dense, string.Empty) : dense;

    [GeneratedRegex(@"(?:(?<open>[(（])|(?<!\d))0?1月?份?[-—–~～至到]+12月份?(?(open)[)）])", RegexOptions.CultureInvariant)]
    private static partial Regex Months();
}
