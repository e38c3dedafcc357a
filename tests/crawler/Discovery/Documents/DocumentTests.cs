using System.Text;
using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Documents;

namespace Pipeline.Crawler.Tests.Discovery.Documents;

public sealed class DocumentTests
{
    private const string Title = "云岭县2023年政府信息公开工作年度报告";

    private static readonly string Sections = string.Concat(new[] { "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项" }
        .Select(heading => $"<p>{heading}</p><p>我县认真落实条例要求，扎实推进各项工作，持续提升公开的质量和效果，回应社会关切，保障群众知情权。</p>"));

    [Theory]
    [InlineData("attachment; filename*=UTF-8''%E5%B9%B4%E6%8A%A5.docx", "年报.docx")]
    [InlineData("attachment; filename=\"%E5%B9%B4%E6%8A%A5.pdf\"", "年报.pdf")]
    [InlineData("attachment; filename=plain.pdf; size=3", "plain.pdf")]
    [InlineData("attachment; filename=\"=?UTF-8?B?5bm05oqlLnBkZg==?=\"", "年报.pdf")]
    [InlineData("attachment; filename=\"../../etc/年报.pdf\"", "年报.pdf")]
    [InlineData("inline", null)]
    [InlineData(null, null)]
    public void File_names_are_read_in_every_spelling(string? header, string? name) =>
        Assert.Equal(name, ContentDisposition.FileName(header is null ? null : AsSent(header, Encoding.UTF8)));

    [Fact]
    public void Raw_gbk_names_are_read() =>
        Assert.Equal("年度报告.doc", ContentDisposition.FileName(AsSent("attachment; filename=\"年度报告.doc\"", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!)));

    [Fact]
    public void A_report_is_a_candidate() => Assert.True(Evidence($"<title>{Title}</title>{Sections}").IsCandidate);

    [Fact]
    public void A_report_without_a_telling_title_is_a_candidate() => Assert.True(Evidence($"<title>详情</title>{Sections}").IsCandidate);

    [Fact]
    public void A_mirror_with_readings_inside_words_is_a_candidate() =>
        Assert.True(Evidence($"<title>政府信息公開年度報(bào)告</title>{Sections.Replace("总体情况", "總體情況", StringComparison.Ordinal).Replace("主动公开", "主動(dòng)公開(kāi)", StringComparison.Ordinal)}").IsCandidate);

    [Fact]
    public void A_list_whose_rows_are_no_links_is_none()
    {
        var rows = string.Concat(Enumerable.Range(2018, 6).Select(year => $"<tr onclick='show({year})'><td>{year - 2017}</td><td>云岭县{year}年政府信息公开工作年度报告</td><td>县政府办公室</td><td>{year + 1}-01-20</td></tr>"));
        Assert.False(Evidence($"<title>政府信息公开年报</title><table>{rows}</table>").IsCandidate);
    }

    [Fact]
    public void A_list_of_reports_is_none_but_names_them()
    {
        var list = string.Concat(Enumerable.Range(2015, 9).Select(year => $"<li><a href='/{year}.html'>云岭县{year}年政府信息公开工作年度报告</a></li>"));
        var evidence = Evidence($"<title>政府信息公开年报</title><h2>政府信息公开年报</h2><ul>{list}</ul>");
        Assert.Equal((false, true), (evidence.IsCandidate, evidence.NamesReports));
    }

    [Fact]
    public void A_page_whose_report_is_in_its_attachment_is_none_but_names_it()
    {
        var evidence = Evidence($"<title>{Title}</title><h1>{Title}</h1><p>现将{Title}予以公布，详见附件。</p><a href='a.pdf'>附件</a>", hasAttachment: true);
        Assert.Equal((false, true), (evidence.IsCandidate, evidence.NamesReports));
    }

    [Fact]
    public void News_is_none() => Assert.False(Evidence($"<title>会议召开</title><p>{string.Concat(Enumerable.Repeat("全市扎实推进工作，部署会议。", 50))}</p>").IsCandidate);

    [Theory]
    [InlineData("%PDF-1.4", "text/html", AnswerShape.File)]
    [InlineData("<html><body>x</body></html>", "application/pdf", AnswerShape.Html)]
    [InlineData("{\"a\":1}", "text/html", AnswerShape.Json)]
    [InlineData("cb({\"a\":1})", "application/javascript", AnswerShape.Json)]
    [InlineData("<?xml version=\"1.0\"?><urlset/>", "text/plain", AnswerShape.Xml)]
    [InlineData("一、总体情况 2023年", "application/octet-stream", AnswerShape.File)]
    [InlineData("", "text/html", AnswerShape.Empty)]
    public void The_bytes_and_not_the_label_tell_what_an_answer_is(string body, string label, AnswerShape shape) =>
        Assert.Equal(shape, AnswerBody.Read(Encoding.UTF8.GetBytes(body), label).Shape);

    [Theory]
    [InlineData("gb18030", "text/html; charset=ISO-8859-1", "<meta charset=gb2312>")]
    [InlineData("utf-8", "text/html; charset=ISO-8859-1", "")]
    [InlineData("utf-8", "text/html; charset=gbk", "<meta charset=gbk>")]
    [InlineData("gb18030", null, "")]
    public void Wrong_labels_of_the_charset_do_no_harm(string charset, string? header, string meta)
    {
        var encoding = charset == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(charset)!;
        Assert.Contains("年度报告", AnswerBody.Read(encoding.GetBytes($"<html><head>{meta}</head>年度报告</html>"), header).Text, StringComparison.Ordinal);
    }

    private static DocumentEvidence Evidence(string html, bool hasAttachment = false) =>
        PageView.Parse(new Uri("http://www.x.gov.cn/a.html"), $"<html><body>{html}</body></html>") is var page ? DocumentEvidence.Of(page, "", hasAttachment, new(() => ReportPictures.Of(page))) : null!;

    // As it comes off the wire: every byte a Latin-1 character.
    private static string AsSent(string header, Encoding encoding) => Encoding.Latin1.GetString(encoding.GetBytes(header));
}
