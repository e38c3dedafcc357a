using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Tests.Readers;
using Pipeline.Extractor.Viewing;
using SharpCompress.Writers.SevenZip;

namespace Pipeline.Extractor.Tests.Containers;

public sealed class ContainerTests
{
    private const string Sample = "jcms-check-column-left-out";
    private const string Name = "2023年度/信息公开年报.html";

    private static readonly byte[] Report = SamplePaths.Bytes($"corpus/{Sample}.html");
    private static readonly byte[] Notice = Encoding.UTF8.GetBytes("关于印发年报格式的通知");

    public static TheoryData<string, string> Archives() => new() { { "zip", Name }, { "zip-gbk", Name }, { "rar", "report.html" }, { "7z", Name }, { "zip-in-zip", "内.zip!/" + Name } };

    [Theory]
    [MemberData(nameof(Archives))]
    public async Task The_report_is_found_among_the_files_of_an_archive(string kind, string name)
    {
        var bytes = kind switch
        {
            "zip" => ZippedFile.With([("通知.txt", Notice), (Name, Report)]),
            "zip-gbk" => ZippedFile.With([("通知.txt", Notice), (Name, Report)], CodePagesEncodingProvider.Instance.GetEncoding("gb18030")),
            "rar" => RarFile.With(("notice.txt", Notice), ("report.html", Report)),
            "7z" => SevenZip(("通知.txt", Notice), (Name, Report)),
            _ => ZippedFile.With([("内.zip", ZippedFile.With([(Name, Report)]))]),
        };

        var result = await Reading.Of(bytes);

        var report = Assert.Single(result.Reports);
        Assert.Empty(Reading.Differences(report, Sample));
        Assert.All(report.Cells.Where(cell => cell.Source is not null), cell => Assert.Equal(name, Assert.IsType<EntryLocator>(cell.Source).Entry));
        Assert.Contains("html/AngleSharp", result.Reading.Reader, StringComparison.Ordinal);
        var shown = await DocumentViews.Show(bytes, new DocumentHints(), report.Cells.First(cell => cell.Value > 0).Source, 1, TestContext.Current.CancellationToken);
        Assert.Contains("id=\"spot\"", shown.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_saved_as_one_file_and_a_mail_with_an_attachment_are_read()
    {
        var page = Mail("multipart/related", ("text/html; charset=utf-8", "", Report), ("image/png", "", [0x89, 0x50, 0x4E, 0x47]), ("text/css", "", "td{}"u8.ToArray()));
        var mail = Mail("multipart/mixed", ("text/plain; charset=utf-8", "", Notice), ("application/octet-stream", "=?utf-8?B?" + Convert.ToBase64String(Encoding.UTF8.GetBytes("年报.html")) + "?=", Report));

        var (saved, sent) = (await Reading.Of(page), await Reading.Of(mail));

        Assert.Empty(Reading.Differences(Assert.Single(saved.Reports), Sample));
        Assert.Empty(Reading.Differences(Assert.Single(sent.Reports), Sample));
        Assert.Equal("年报.html", Assert.IsType<EntryLocator>(sent.Reports[0].Cells.First(cell => cell.Source is not null).Source).Entry);
        Assert.StartsWith("mail/MimeKit", sent.Reading.Reader, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_of_different_bodies_are_all_kept_and_one_in_two_forms_once()
    {
        var other = SamplePaths.Bytes("corpus/jcms.html");

        var result = await Reading.Of(ZippedFile.With([("a.html", Report), ("b.html", other), ("c/a.html", Report)]));

        Assert.Equal(2, result.Reports.Count);
        Assert.Empty(Reading.Differences(result.Reports[0], Sample));
        Assert.Empty(Reading.Differences(result.Reports[1], "jcms"));
    }

    [Fact]
    public async Task The_tables_of_a_report_as_a_file_beside_it_are_the_report()
    {
        var page = Encoding.UTF8.GetString(Report);
        var tables = string.Concat(Regex.Matches(page, "<table.*?</table>", RegexOptions.Singleline).Select(table => table.Value));

        var report = Assert.Single((await Reading.Of(ZippedFile.With([("1 统计表.html", Encoding.UTF8.GetBytes($"<html><body>{tables}</body></html>")), (Name, Report)]))).Reports);

        Assert.Empty(Reading.Differences(report, Sample));
        Assert.NotNull(report.Authority);
    }

    [Fact]
    public async Task Tables_that_name_no_body_are_those_of_the_report_whose_text_lies_beside_them()
    {
        var page = Encoding.UTF8.GetString(Report);
        var tables = string.Concat(Regex.Matches(page, "<table.*?</table>", RegexOptions.Singleline).Select(table => table.Value));
        var text = Regex.Replace(page, "<table.*?</table>", "", RegexOptions.Singleline);

        var report = Assert.Single((await Reading.Of(ZippedFile.With([("正文.html", Encoding.UTF8.GetBytes(text)), ("统计表.html", Encoding.UTF8.GetBytes($"<html><body>{tables}</body></html>"))]))).Reports);

        Assert.Empty(Reading.Differences(report, Sample));
        Assert.Equal(("岚原县人民政府", 2021, ReviewStatus.Review), (report.Authority, report.Year, report.Status));
    }

    [Fact]
    public async Task Two_files_of_one_body_and_year_that_print_other_figures_wait_for_a_person()
    {
        var other = Encoding.UTF8.GetBytes(new Regex(@"(?<=[>\s])[1-9]\d*(?=\s*</)").Replace(Encoding.UTF8.GetString(Report), "9"));

        var report = Assert.Single((await Reading.Of(ZippedFile.With([("a.html", Report), ("b.html", other)]))).Reports);

        Assert.Equal(ReviewStatus.Review, report.Status);
        Assert.Contains(report.Issues, issue => issue.Code == IssueReasons.RivalTables);
    }

    [Fact]
    public async Task Without_a_report_the_reason_is_that_of_the_file_that_failed()
    {
        var result = await Reading.Of(ZippedFile.With([("通知.txt", Notice), ("年报.pdf", "%PDF-1.4 nothing"u8.ToArray())]));

        Assert.Equal(ExtractionOutcome.Failed, result.Outcome);
        Assert.StartsWith("年报.pdf: ", result.Detail, StringComparison.Ordinal);
        Assert.StartsWith("not-a-report.", (await Reading.Of(ZippedFile.With([("通知.txt", Notice)]))).Reason, StringComparison.Ordinal);
        Assert.Equal("failed.unsupported", await Reading.Failure(ZippedFile.With([("a.exe", [0, 1, 2, 3])])));
    }

    [Fact]
    public async Task Bombs_deep_nesting_and_damage_are_failures()
    {
        var nested = ZippedFile.With([("d.zip", ZippedFile.With([("c.zip", ZippedFile.With([("b.html", Report)]))]))]);

        Assert.Equal("failed.too-nested", await Reading.Failure(nested));
        Assert.Equal("failed.too-large", await Reading.Failure(ZippedFile.With([("zeros.txt", new byte[40 << 20])])));
        Assert.Equal("failed.too-large", await Reading.Failure(ZippedFile.With(Enumerable.Range(0, 600).Select(i => ($"{i}.txt", Notice)))));
        Assert.Equal("failed.malformed", await Reading.Failure(RarFile.With(("a.html", Report))[..2000]));
        Assert.Equal("failed.malformed", await Reading.Failure(SevenZip(("a.html", Report))[..2000]));
    }

    [Fact]
    public async Task A_name_that_leads_out_of_the_archive_is_only_a_name()
    {
        var report = Assert.Single((await Reading.Of(ZippedFile.With([("../../etc/report.html", Report)]))).Reports);

        Assert.Equal("../../etc/report.html", Assert.IsType<EntryLocator>(report.Cells.First(cell => cell.Source is not null).Source).Entry);
    }

    private static byte[] SevenZip(params (string Name, byte[] Content)[] files)
    {
        using var archive = new MemoryStream();
        using (var writer = new SevenZipWriter(archive, new SevenZipWriterOptions { LeaveStreamOpen = true }))
        {
            foreach (var (name, content) in files)
                writer.Write(name, new MemoryStream(content), DateTime.UnixEpoch);
        }
        return archive.ToArray();
    }

    private static byte[] Mail(string type, params (string Type, string File, byte[] Content)[] parts)
    {
        var mail = new StringBuilder($"From: <Saved by Blink>\r\nSubject: report\r\nMIME-Version: 1.0\r\nContent-Type: {type}; boundary=\"xx\"\r\n\r\n");
        foreach (var part in parts)
        {
            mail.Append("--xx\r\n").Append($"Content-Type: {part.Type}\r\nContent-Transfer-Encoding: base64\r\n");
            mail.Append(part.File.Length > 0 ? $"Content-Disposition: attachment; filename=\"{part.File}\"\r\n\r\n" : "\r\n").Append(Convert.ToBase64String(part.Content, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
        }
        return Encoding.ASCII.GetBytes(mail.Append("--xx--\r\n").ToString());
    }
}
