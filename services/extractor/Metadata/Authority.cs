using System.Text.RegularExpressions;
using Pipeline.Contracts.Forms;
using Pipeline.Text;

namespace Pipeline.Extractor.Metadata;

/// <summary>The publishing body: named by the title, else signed, else in the byline, else in the text; the fullest form printed.</summary>
/// <param name="Basis">What names it.</param>
public sealed partial record Authority(string Name, AuthorityBasis Basis)
{
    /// <param name="title">Title of the report; null when the page shows none.</param>
    /// <param name="prose">Introduction and section one, where reports without a title name themselves.</param>
    public static Authority? Of(ReportTitle? title, Byline byline, IEnumerable<string> prose, GenreTitles titles)
    {
        var name = title?.Body ?? byline.Signature ?? byline.Publishers.FirstOrDefault() ?? prose.Select(text => InProse(text, titles)).FirstOrDefault(found => found is not null);
        if (name is null)
            return null;
        var complete = PublicBody.Complete(name);
        var fullest = byline.Publishers.Select(PublicBody.Complete).Where(publisher => PublicBody.IsFuller(publisher, complete)).MaxBy(publisher => publisher.Length);
        return new Authority(fullest ?? complete, AuthorityBasis.Report);
    }

    private static string? InProse(string text, GenreTitles titles)
    {
        var plain = PlainText.Dense(text);
        foreach (Match quoted in Quoted().Matches(plain))
        {
            if (ReportTitle.Of(quoted.Groups[1].Value, titles)?.Body is { } body && PublicBody.IsName(body))
                return body;
        }

        if (InPreamble(plain, titles) is { } announced)
            return announced;
        var subject = Subject().Match(plain);
        return subject.Success && PublicBody.IsName(subject.Groups[1].Value) ? subject.Groups[1].Value : null;
    }

    // 特编制青岚县教育局2023年政府信息公开工作年度报告, 现将…公布如下.
    private static string? InPreamble(string plain, GenreTitles titles) => titles.Subject.Matches(plain)
        .Select(subject => Announced().Match(plain[..(subject.Index + subject.Length)])).Where(announced => announced.Success)
        .Select(announced => ReportTitle.Of(announced.Groups[1].Value, titles)?.Body)
        .FirstOrDefault(body => body is not null && PublicBody.IsName(body));

    [GeneratedRegex(@".*(?:编制|编写|撰写|制定|形成|制作|现?公布|现?发布|现将|现就)(?:了|本|《|“)?([^，。；：《》“”]{6,70})$", RegexOptions.CultureInvariant)]
    private static partial Regex Announced();

    [GeneratedRegex(@"《([^《》]{4,60})》", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    // 2024年，永兴傣族乡以习近平新时代…: the first sentence of section one.
    [GeneratedRegex(@"^(?:\d{4}年度?[，,]?)?([\u4E00-\u9FFF]{2,20}?(?:镇|乡|街道|县|区|市|局|委员会|办公室|厅|政府))(?=以|在|紧|认真|深入|坚持|严格|按照|全面|高度|始终|积极|政府信息)", RegexOptions.CultureInvariant)]
    private static partial Regex Subject();
}
