using System.Text.RegularExpressions;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Metadata;
using Pipeline.Text;

namespace Pipeline.Extractor.Reports;

/// <summary>Recognises titles that tell of a report's publication instead of heading it: 和平街道办事处发布2023年政府信息公开工作年度报告.</summary>
internal static partial class PressTitle
{
    public static bool Is(ReportTitle title, GenreTitles titles)
    {
        var dense = PlainText.Dense(title.Text);
        return titles.Subject.Match(dense) is { Success: true } subject && (Tells().IsMatch(dense[..subject.Index]) || Told().IsMatch(dense[(subject.Index + subject.Length)..]));
    }

    // 关于公布…的公告 heads the report that it publishes.
    [GeneratedRegex(@"(?<!关于)(?:发布|公布|晒出|推出)(?:20\d{2}年?度?)?[《“""]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Tells();

    [GeneratedRegex(@"^[》”""]?(?:已|均|全部|全面|集中|按时|如期|正式|率先)*(?:发布|公布|出炉|亮相|上网|上线)", RegexOptions.CultureInvariant)]
    private static partial Regex Told();
}
