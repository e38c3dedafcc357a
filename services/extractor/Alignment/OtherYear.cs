using System.Text.RegularExpressions;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Alignment;

/// <summary>Recognises labels that say that numbers are not the report year's: 上年, 去年, 上一年度, 同比.</summary>
internal static partial class OtherYear
{
    // A caption is short; longer texts only mention last year.
    private const int LongestCaption = 30;

    public static bool IsNamed(string label) => label.Length <= LongestCaption && Named().IsMatch(PlainText.Dense(label));

    [GeneratedRegex(@"上年(?!结转)|上一?年度|去年|同比|同期|增幅|增减率|较上年", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
